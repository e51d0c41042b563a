package score

import (
	"errors"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
)

// A Reason says why a value cannot be had.
type Reason struct {
	Kind ReasonKind
	What string // the field or the named value that is missing, as expressions write it
	// Words are those of whoever worked a named value out, of Told.
	Words diag.Text
}

// A ReasonKind is a kind of Reason.
type ReasonKind string

// The kinds of Reason.
const (
	Absent     ReasonKind = "absent"       // the record does not say it
	NotFinite  ReasonKind = "not-finite"   // a division by zero, or a number beyond all bounds
	Empty      ReasonKind = "empty"        // the mean, the least or the greatest of nothing
	TooMuch    ReasonKind = "too-much"     // the expression goes through more than is allowed
	Failed     ReasonKind = "failed"       // it cannot be worked out for this record
	OutOfRange ReasonKind = "out-of-range" // an input is outside what its part allows
	NoChecks   ReasonKind = "no-checks"    // none of the checks is asked of this record, which then has no row
	NoRollUp   ReasonKind = "no-roll-up"   // the scorecard makes no one figure of its rows
	NoRows     ReasonKind = "no-rows"      // no row has a value
	Unweighted ReasonKind = "unweighted"   // the rows that have a value weigh nothing
	Unmeasured ReasonKind = "unmeasured"   // a named value that nobody has worked out
	Told       ReasonKind = "told"         // another room says why, in Words
)

var reasons = map[ReasonKind]diag.Text{
	Absent:     {PL: "brak danych: {what}", CS: "chybí údaj: {what}", EN: "not stated: {what}"},
	NotFinite:  {PL: "dzielenie przez zero albo za duża liczba", CS: "dělení nulou, nebo příliš velké číslo", EN: "division by zero, or a number too large"},
	Empty:      {PL: "pusta lista: nie ma z czego liczyć", CS: "prázdný seznam: není z čeho počítat", EN: "an empty list: nothing to work it out from"},
	TooMuch:    {PL: "wyrażenie liczy zbyt długo", CS: "výraz se počítá příliš dlouho", EN: "the expression takes too long"},
	Failed:     {PL: "dla tego wpisu nie da się tego policzyć", CS: "u tohoto záznamu to nelze vypočítat", EN: "it cannot be worked out for this record"},
	OutOfRange: {PL: "wartość poza dozwolonym zakresem: {what}", CS: "hodnota mimo povolený rozsah: {what}", EN: "a value out of range: {what}"},
	NoChecks:   {PL: "żadne sprawdzenie nie dotyczy tego wpisu", CS: "žádná kontrola se tohoto záznamu netýká", EN: "no check applies to this record"},
	NoRollUp:   {PL: "ta karta nie ma wyniku łącznego", CS: "tato karta nemá souhrnný výsledek", EN: "this scorecard has no overall figure"},
	NoRows:     {PL: "żaden wpis nie ma wyniku", CS: "žádný záznam nemá výsledek", EN: "no record has a score"},
	Unweighted: {PL: "wpisy z wynikiem nic nie ważą", CS: "záznamy s výsledkem nemají žádnou váhu", EN: "the records with a score weigh nothing"},
	Unmeasured: {PL: "jeszcze nie policzono: {what}", CS: "zatím nevypočteno: {what}", EN: "not worked out yet: {what}"},
}

// In says the reason in a language.
func (r Reason) In(language string) string {
	if r.Kind == Told {
		return r.Words.In(language)
	}
	return strings.ReplaceAll(reasons[r.Kind].In(language), "{what}", r.What)
}

// A missing is the error of an expression that touched what is not there.
type missing struct{ reason Reason }

func (m *missing) Error() string { return "no value: " + string(m.reason.Kind) + " " + m.reason.What }

// reasonOf returns why an expression has no value.
func reasonOf(err error) Reason {
	if m := (*missing)(nil); errors.As(err, &m) {
		return m.reason
	}
	return Reason{Kind: Failed}
}
