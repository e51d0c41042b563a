package duty

import (
	"time"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/source"
)

const day = 24 * time.Hour

// A Span is a length of time as law promises it. Working days are kept as
// such as long as nothing else is added to them; beside calendar days, n of
// them count as n + 2·⌈n/5⌉, the most that weekends can make of them.
type Span struct {
	Working int           // working days
	Exact   time.Duration // weeks, days, hours, minutes; days of 24 hours
}

// IsZero reports whether it is no time at all.
func (s Span) IsZero() bool { return s == Span{} }

// Calendar returns the span in calendar time.
func (s Span) Calendar() time.Duration {
	weekends := 2 * ((s.Working + 4) / 5)
	return time.Duration(s.Working+weekends)*day + s.Exact
}

// Plus returns the span followed by another.
func (s Span) Plus(other Span) Span {
	switch {
	case other.IsZero():
		return s
	case s.IsZero():
		return other
	case s.Exact == 0 && other.Exact == 0:
		return Span{Working: min(s.Working+other.Working, maxWorking)}
	}
	return Span{Exact: min(s.Calendar()+other.Calendar(), maxExact)}
}

// Longer reports whether the span ends after another that began with it.
func (s Span) Longer(other Span) bool { return s.Calendar() > other.Calendar() }

// A single limit and every sum of them are held below what a time.Duration can
// count (292 years): who promises a century promises nothing.
const (
	maxWorking = 50 * 366
	maxExact   = 100 * 366 * day
)

// spanOf reads a limit of front matter: P7D, or {value: P2D, business_days:
// true}. False is for a limit that is missing or has been reported.
func spanOf(n *source.Node) (Span, bool) {
	if n == nil {
		return Span{}, false
	}
	text, working := n.Text, false
	if n.Kind == source.Map {
		text, working = n.Get("value").String(), n.Get("business_days").True()
	}
	length, err := lang.Length(text)
	if err != nil {
		return Span{}, false
	}
	if days := int(length / day); working && length%day == 0 && days <= maxWorking {
		return Span{Working: days}, true
	}
	return Span{Exact: min(length, maxExact)}, !working
}
