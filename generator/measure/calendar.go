package measure

import (
	"strings"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/source"
)

// A Calendar knows the days on which nobody works.
type Calendar struct{ off map[lang.Date]bool }

// Works reports whether a day is a working day: neither Saturday nor Sunday nor
// a holiday of any country of the handbook.
func (c Calendar) Works(d lang.Date) bool {
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !c.off[d]
}

// maxSearch is how many days in a row may be free before a calendar is taken
// for one that knows no working day.
const maxSearch = 366

// After returns the n-th working day after a day.
func (c Calendar) After(d lang.Date, n int) lang.Date {
	for free := 0; n > 0 && free < maxSearch; {
		d = d.Next()
		if free++; c.Works(d) {
			n, free = n-1, 0
		}
	}
	return d
}

// A Limit is a length of time: so many days, or working days.
type Limit struct {
	Days    int
	Working bool
}

// limitOf reads a limit of a record; false is for none. A date counts as its
// whole day, so a part of a day is a day.
func limitOf(n *source.Node) (Limit, bool) {
	if n == nil {
		return Limit{}, false
	}
	iso, working := n.Text, false
	if n.Kind == source.Map {
		iso, working = n.Get("value").String(), n.Get("business_days").True()
	}
	length, err := lang.Length(iso)
	if err != nil || length < 0 || length > 100*366*24*time.Hour || strings.TrimSpace(iso) == "" {
		return Limit{}, false
	}
	return Limit{Days: int((length + 24*time.Hour - 1) / (24 * time.Hour)), Working: working}, true
}

// Last returns the last day on which a limit that begins on a day is kept.
func (c Calendar) Last(from lang.Date, l Limit) lang.Date {
	if l.Working {
		return c.After(from, l.Days)
	}
	return dateOf(dayNumber(from) + int32(l.Days))
}

// dayNumber counts days, so that they can be compared and subtracted.
func dayNumber(d lang.Date) int32 {
	return int32(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func dateOf(day int32) lang.Date { return lang.DateOf(time.Unix(int64(day)*86400, 0)) }

// A Span is a calendar period: a month, quarter, half or year.
type Span struct {
	First  lang.Date
	Months int // 1, 3, 6, 12
}

// Last returns the period's last day.
func (s Span) Last() lang.Date { return s.next().First.Previous() }

func (s Span) next() Span { return s.move(1) }

// move returns the period so many of its kind later.
func (s Span) move(by int) Span {
	t := time.Date(s.First.Year, s.First.Month+time.Month(by*s.Months), 1, 0, 0, 0, 0, time.UTC)
	return Span{lang.DateOf(t), s.Months}
}

// number counts the periods of a length, so that they can be subtracted.
func number(d lang.Date, months int) int { return (d.Year*12 + int(d.Month) - 1) / months }

// spanOf returns the period with a number.
func spanOf(number, months int) Span {
	at := number * months
	return Span{lang.Date{Year: at / 12, Month: time.Month(at%12 + 1), Day: 1}, months}
}

// lengths are the periods of the field cadence in months.
var lengths = map[string]int{"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
