// Package lang knows how Polish, Czech and English write things: plural
// forms, dates, numbers, alphabetical order, the words of an interface; and
// it holds the calendar.
//
// In: a language and a value. Out: its words. The package reads no clock and
// no locale of the machine; a language other than pl, cs and en is written
// as English.
package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/cs"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/pl"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// All are the languages of the interface, in the order of a switch.
func All() []string { return []string{"pl", "cs", "en"} }

// Known reports whether the interface speaks the language.
func Known(lang string) bool { return lang == "pl" || lang == "cs" || lang == "en" }

// Own returns the language's name in the language itself.
func Own(lang string) string {
	switch lang {
	case "pl":
		return "polski"
	case "cs":
		return "čeština"
	}
	return "English"
}

// translators are made once: each is a large table that never changes.
var polish, czech, english = pl.New(), cs.New(), en_GB.New()

func translator(lang string) locales.Translator {
	switch lang {
	case "pl":
		return polish
	case "cs":
		return czech
	}
	return english
}

// Forms are the plural forms of a phrase by CLDR's categories. English has
// One and Other; Polish One (1), Few (2–4, 22–24) and Many; Czech One, Few
// (2–4) and Other.
type Forms struct{ One, Few, Many, Other string }

// Plural returns the form that goes with n.
func Plural(lang string, n int, f Forms) string {
	switch translator(lang).CardinalPluralRule(float64(n), 0) {
	case locales.PluralRuleOne:
		return f.One
	case locales.PluralRuleFew:
		return f.Few
	case locales.PluralRuleMany:
		return f.Many
	}
	return f.Other
}

// PluralForms returns the categories that CLDR demands of a phrase with a
// number in the language: one, few, many, other.
func PluralForms(lang string) []string {
	var out []string
	for _, rule := range translator(lang).PluralsCardinal() {
		out = append(out, strings.ToLower(rule.String()))
	}
	return out
}

// FormatDate writes a day in full: "22 listopada 2026 r.", "22. listopadu
// 2026", "22 November 2026".
func FormatDate(lang string, d Date) string {
	t := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	s := translator(lang).FmtDateLong(t)
	if lang == "pl" {
		s += " r."
	}
	return s
}

// months are the names of months by themselves; in a date, Polish and Czech
// have other forms of them.
var months = map[string][]string{
	"pl": {"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień"},
	"cs": {"leden", "únor", "březen", "duben", "květen", "červen", "červenec", "srpen", "září", "říjen", "listopad", "prosinec"},
}

// FormatMonth writes a day's month and year: "listopad 2026", "November 2026".
func FormatMonth(lang string, d Date) string {
	name := d.Month.String()
	if names := months[lang]; names != nil {
		name = names[d.Month-1]
	}
	return fmt.Sprintf("%s %d", name, d.Year)
}

// FormatPeriod writes a calendar period of 1, 3, 6 or 12 months by its first
// day: "wrzesień 2026", "III kwartał 2026", "2. pololetí 2026", "2026".
func FormatPeriod(lang string, first Date, months int) string {
	if months <= 1 {
		return FormatMonth(lang, first)
	}
	year, n := strconv.Itoa(first.Year), (int(first.Month)-1)/months+1
	if months >= 12 {
		return year
	}
	roman, half := []string{"I", "II", "III", "IV"}[n-1], months == 6
	switch {
	case lang == "pl" && half:
		return roman + " półrocze " + year
	case lang == "pl":
		return roman + " kwartał " + year
	case lang == "cs" && half:
		return strconv.Itoa(n) + ". pololetí " + year
	case lang == "cs":
		return strconv.Itoa(n) + ". čtvrtletí " + year
	case half:
		return "H" + strconv.Itoa(n) + " " + year
	}
	return "Q" + strconv.Itoa(n) + " " + year
}

// FormatNumber writes a number with the language's separators and as many
// decimals as asked for, and a minus that is not taken for a hyphen.
func FormatNumber(lang string, v float64, decimals int) string {
	return strings.Replace(translator(lang).FmtNumber(v, uint64(decimals)), "-", "\u2212", 1)
}

// Compare returns a function that orders words alphabetically: Polish ł after
// l, Czech ch after h. The function must not be used by two goroutines.
func Compare(lang string) func(a, b string) int {
	return collate.New(language.Make(lang)).CompareString
}
