package lang

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/sosodev/duration"
)

// Add returns the day that lies an ISO 8601 duration of years, months, weeks
// and days after d. Years and months are added first and held within the
// month: 31 August and a month is 30 September, never 1 October. What is no
// such duration is an error.
func (d Date) Add(iso string) (Date, error) {
	p, err := duration.Parse(iso)
	if err != nil || p.Negative || !strings.ContainsAny(iso, "0123456789") {
		return Date{}, fmt.Errorf("not a duration: %q", iso)
	}
	for _, part := range []float64{p.Years, p.Months, p.Weeks, p.Days} {
		if part != math.Trunc(part) || part > 100_000 {
			return Date{}, fmt.Errorf("not a whole duration: %q", iso)
		}
	}
	if p.Hours != 0 || p.Minutes != 0 || p.Seconds != 0 {
		return Date{}, fmt.Errorf("days have no hours: %q", iso)
	}
	months := int(d.Month) - 1 + int(p.Months) + 12*int(p.Years)
	year, month := d.Year+months/12, time.Month(months%12+1)
	last := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	t := time.Date(year, month, min(d.Day, last), 0, 0, 0, 0, time.UTC)
	return DateOf(t.AddDate(0, 0, 7*int(p.Weeks)+int(p.Days))), nil
}
