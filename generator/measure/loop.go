package measure

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/series"
)

// A Loop is how a listening post goes back to its customers: what became, by
// the day, of every case in its file. The loop is closed when the customer is
// told.
type Loop struct {
	Post     string
	From, To lang.Date // when the first and the last case were opened
	Tally
	Quarters []Part // by the day of opening
	Topics   []Part // in the order of the record; those that have cases
	Kinds    []Part // enquiry, complaint, claim, opinion
	Past     Past
	Reason   Reason // why there is nothing
}

// A Part is some of the cases.
type Part struct {
	Name  string // a topic or kind
	First lang.Date
	Tally
}

// A Tally counts cases.
type Tally struct {
	Cases      int
	OutOfReach int // customers who did not agree to be contacted, or are not known
	Contact    Clock
	Close      Clock
	// Days is the median of the days from opening until the customer was told.
	Days Figure
	Open int // customers within reach who have not been told
}

// A Clock counts cases by a time limit. Those out of reach are not in it.
type Clock struct {
	OnTime  int
	Late    int // it happened, but after the limit
	Overdue int // it has not happened and the limit is past
	Pending int // neither
	// Share is the share on time of those whose limit is past or that are
	// done: OnTime of OnTime, Late and Overdue.
	Share Figure
}

// Told is how many were done, in time or late.
func (c Clock) Told() int { return c.OnTime + c.Late }

// A state is what a case comes to by one limit.
type state int

const (
	unlimited state = iota // there is no limit
	onTime
	late
	overdue
	pending
)

// A judged case is one on a day.
type judged struct {
	entry
	contact, close state
	told           bool
	days           int // until the customer was told
}

// loop judges the cases on a day.
func (c *cases) loop(day lang.Date, calendar Calendar) (*Loop, []judged) {
	var all []judged
	for _, e := range c.entries {
		if day.Before(e.opened) {
			continue
		}
		all = append(all, c.judge(e, day, calendar))
	}
	out := &Loop{Post: c.post, Tally: tally(all), Past: c.past(all, calendar)}
	if len(all) == 0 {
		out.Reason = NoData
		return out, nil
	}
	slices.SortStableFunc(all, func(a, b judged) int { return a.opened.Compare(b.opened) })
	out.From, out.To = all[0].opened, all[len(all)-1].opened
	if !c.plain {
		out.Topics = parts(all, c.topics, func(j judged) string { return j.topic })
		out.Kinds = parts(all, kinds, func(j judged) string { return j.kind })
	}
	first, last := number(out.From, 3), number(out.To, 3)
	for n := max(first, last-MaxPeriods+1); n <= last; n++ {
		some := slices.DeleteFunc(slices.Clone(all), func(j judged) bool { return number(j.opened, 3) != n })
		out.Quarters = append(out.Quarters, Part{First: spanOf(n, 3).First, Tally: tally(some)})
	}
	return out, all
}

// parts tells cases apart by a name.
func parts(all []judged, names []string, of func(judged) string) []Part {
	by := map[string][]judged{}
	for _, j := range all {
		by[of(j)] = append(by[of(j)], j)
	}
	var out []Part
	for _, name := range names {
		if some := by[name]; name != "" && len(some) > 0 {
			out = append(out, Part{Name: name, Tally: tally(some)})
		}
	}
	return out
}

// judge says what became of a case by a day. Who was told has been contacted.
func (c *cases) judge(e entry, day lang.Date, calendar Calendar) judged {
	for _, d := range []*lang.Date{&e.contact, &e.closed, &e.informed} {
		if day.Before(*d) {
			*d = lang.Date{}
		}
	}
	e.reachable = e.reachable && !c.anonymous
	contact := e.contact
	if contact.IsZero() || !e.informed.IsZero() && e.informed.Before(contact) {
		contact = e.informed
	}
	j, on := judged{entry: e, told: !e.informed.IsZero()}, today{day, calendar}
	j.contact, j.close = on.state(c.first, e.opened, contact), on.state(c.close, e.opened, e.informed)
	if j.told {
		j.days = int(dayNumber(e.informed) - dayNumber(e.opened))
	}
	return j
}

// today is the day on which cases are judged.
type today struct {
	day      lang.Date
	calendar Calendar
}

// state judges one limit of a case, done on a day or, where that is zero, not
// yet. A date counts as its whole day.
func (t today) state(limit *Limit, opened, done lang.Date) state {
	if limit == nil {
		return unlimited
	}
	last := t.calendar.Last(opened, *limit)
	switch {
	case !done.IsZero() && last.Before(done):
		return late
	case !done.IsZero():
		return onTime
	case last.Before(t.day):
		return overdue
	}
	return pending
}

// tally counts cases.
func tally(all []judged) Tally {
	out := Tally{Cases: len(all)}
	var days []float64
	for _, j := range all {
		if !j.reachable {
			out.OutOfReach++
			continue
		}
		out.Contact.count(j.contact)
		out.Close.count(j.close)
		if j.told {
			days = append(days, float64(j.days))
		} else {
			out.Open++
		}
	}
	out.Contact.share(len(all) - out.OutOfReach)
	out.Close.share(len(all) - out.OutOfReach)
	out.Days = none(NoAnswers)
	if v, ok := series.Median(days); ok {
		out.Days = known(series.Estimate{Value: v, N: len(days)})
	}
	return out
}

func (c *Clock) count(s state) {
	switch s {
	case onTime:
		c.OnTime++
	case late:
		c.Late++
	case overdue:
		c.Overdue++
	case pending:
		c.Pending++
	}
}

// share computes the share on time of so many customers within reach.
func (c *Clock) share(reachable int) {
	whole := c.OnTime + c.Late + c.Overdue
	e, ok := series.Share(c.OnTime, whole)
	switch {
	case ok:
		c.Share = known(e)
	case reachable == 0:
		c.Share = none(OutOfReach)
	case c.Pending == 0:
		c.Share = none(NoLimit)
	default:
		c.Share = none(NoneDue)
	}
}
