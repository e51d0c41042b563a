package lang

import (
	"fmt"
	"math"
	"strings"
	"time"

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

// Length returns how long an ISO 8601 duration of weeks, days, hours and
// minutes is; a day has 24 hours. One with months or years has no fixed length
// and is an error, and so is whatever is no duration.
func Length(iso string) (time.Duration, error) {
	d, err := duration.Parse(iso)
	if err != nil || d.Negative || !strings.ContainsAny(iso, "0123456789") {
		return 0, fmt.Errorf("not a duration: %q", iso)
	}
	if d.Years != 0 || d.Months != 0 {
		return 0, fmt.Errorf("months and years have no fixed length: %q", iso)
	}
	hours := d.Weeks*7*24 + d.Days*24 + d.Hours
	minutes := hours*60 + d.Minutes + d.Seconds/60
	if minutes > maxMinutes {
		return 0, fmt.Errorf("too long: %q", iso)
	}
	return time.Duration(minutes * float64(time.Minute)), nil
}

// Seconds returns about how long an ISO 8601 duration is, to order durations by:
// a month has 30 days and a year 365. What is no duration has no length.
func Seconds(iso string) float64 {
	d, err := duration.Parse(iso)
	if err != nil {
		return 0
	}
	days := d.Years*365 + d.Months*30 + d.Weeks*7 + d.Days
	return ((days*24+d.Hours)*60+d.Minutes)*60 + d.Seconds
}

// maxMinutes is a hundred years, so that sums of lengths do not overflow.
const maxMinutes = 100 * 366 * 24 * 60

// ISO writes a length of whole minutes as an ISO 8601 duration, in days where
// it has any: P1DT2H.
func ISO(length time.Duration) string {
	day := 24 * time.Hour
	days, rest := length/day, length%day
	out := "P"
	if days > 0 {
		out += fmt.Sprintf("%dD", days)
	}
	if rest == 0 && days > 0 {
		return out
	}
	out += "T"
	hours, minutes := rest/time.Hour, rest%time.Hour/time.Minute
	if hours > 0 || minutes == 0 {
		out += fmt.Sprintf("%dH", hours)
	}
	if minutes > 0 {
		out += fmt.Sprintf("%dM", minutes)
	}
	return out
}
