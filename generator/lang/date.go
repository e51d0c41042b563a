package lang

import (
	"fmt"
	"time"
)

// A Date is a calendar day without a clock or a zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// The years of a handbook's days: outside of them a day is a slip of the hand,
// such as 0206 for 2026.
const (
	FirstYear = 1900
	LastYear  = 2999
)

// ParseDate reads YYYY-MM-DD; a day that the calendar lacks is an error, and one
// outside a handbook's years is another, ErrYear.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("not a day of the calendar (YYYY-MM-DD): %q", s)
	}
	if t.Year() < FirstYear || t.Year() > LastYear {
		return Date{}, fmt.Errorf("%w: %q", ErrYear, s)
	}
	return Date{t.Year(), t.Month(), t.Day()}, nil
}

// ErrYear is of a day outside a handbook's years.
var ErrYear = fmt.Errorf("not a day between the years %d and %d", FirstYear, LastYear)

// DateOf returns the UTC day of an instant.
func DateOf(t time.Time) Date {
	t = t.UTC()
	return Date{t.Year(), t.Month(), t.Day()}
}

// IsZero reports whether the date is unset.
func (d Date) IsZero() bool { return d == Date{} }

// String returns YYYY-MM-DD.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Compare orders days: -1 where d is earlier than e, 0 on the same day, 1 later.
func (d Date) Compare(e Date) int { return d.time().Compare(e.time()) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Next returns the day after.
func (d Date) Next() Date { return DateOf(d.time().AddDate(0, 0, 1)) }

// Previous returns the day before.
func (d Date) Previous() Date { return DateOf(d.time().AddDate(0, 0, -1)) }

// Plus returns the day that lies some days later; earlier for fewer than none.
func (d Date) Plus(days int) Date { return DateOf(d.time().AddDate(0, 0, days)) }

// DaysTo returns how many days it is from d to e; positive where e is later.
func (d Date) DaysTo(e Date) int { return int(e.time().Sub(d.time()) / (24 * time.Hour)) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
