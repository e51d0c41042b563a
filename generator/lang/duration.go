package lang

import (
	"fmt"
	"math"
	"strings"

	"github.com/sosodev/duration"
)

// unit is a part of a duration with its plural forms per language.
type unit struct {
	of         func(*duration.Duration) float64
	pl, cs, en Forms
}

var units = []unit{
	{func(d *duration.Duration) float64 { return d.Years },
		Forms{"rok", "lata", "lat", "roku"}, Forms{"rok", "roky", "roku", "let"}, Forms{One: "year", Other: "years"}},
	{func(d *duration.Duration) float64 { return d.Months },
		Forms{"miesiąc", "miesiące", "miesięcy", "miesiąca"}, Forms{"měsíc", "měsíce", "měsíce", "měsíců"}, Forms{One: "month", Other: "months"}},
	{func(d *duration.Duration) float64 { return d.Weeks },
		Forms{"tydzień", "tygodnie", "tygodni", "tygodnia"}, Forms{"týden", "týdny", "týdne", "týdnů"}, Forms{One: "week", Other: "weeks"}},
	{func(d *duration.Duration) float64 { return d.Days },
		Forms{"dzień", "dni", "dni", "dnia"}, Forms{"den", "dny", "dne", "dnů"}, Forms{One: "day", Other: "days"}},
	{func(d *duration.Duration) float64 { return d.Hours },
		Forms{"godzina", "godziny", "godzin", "godziny"}, Forms{"hodina", "hodiny", "hodiny", "hodin"}, Forms{One: "hour", Other: "hours"}},
	{func(d *duration.Duration) float64 { return d.Minutes },
		Forms{"minuta", "minuty", "minut", "minuty"}, Forms{"minuta", "minuty", "minuty", "minut"}, Forms{One: "minute", Other: "minutes"}},
	{func(d *duration.Duration) float64 { return d.Seconds },
		Forms{"sekunda", "sekundy", "sekund", "sekundy"}, Forms{"sekunda", "sekundy", "sekundy", "sekund"}, Forms{One: "second", Other: "seconds"}},
}

var workingDays = unit{
	pl: Forms{"dzień roboczy", "dni robocze", "dni roboczych", "dnia roboczego"},
	cs: Forms{"pracovní den", "pracovní dny", "pracovního dne", "pracovních dnů"},
	en: Forms{One: "working day", Other: "working days"},
}

func (u unit) forms(lang string) Forms {
	switch lang {
	case "pl":
		return u.pl
	case "cs":
		return u.cs
	}
	return u.en
}

// FormatDuration writes an ISO 8601 duration in words: P7D is "7 dni", "7
// dnů", "7 days". With business, days are working days. A text that is no
// whole duration is an error.
func FormatDuration(lang, iso string, business bool) (string, error) {
	d, err := duration.Parse(iso)
	if err != nil || d.Negative || !strings.ContainsAny(iso, "0123456789") {
		return "", fmt.Errorf("not a duration: %q", iso)
	}
	var parts []string
	for i, u := range units {
		v := u.of(d)
		if v == 0 {
			continue
		}
		if v != math.Trunc(v) || v < 0 {
			return "", fmt.Errorf("not a whole duration: %q", iso)
		}
		if business && i == 3 {
			u = workingDays
		}
		parts = append(parts, FormatNumber(lang, v, 0)+"\u00a0"+Plural(lang, int(v), u.forms(lang)))
	}
	if len(parts) == 0 {
		return "0\u00a0" + Plural(lang, 0, units[3].forms(lang)), nil
	}
	return strings.Join(parts, " "), nil
}
