// Package micro follows improvements from their first day to their effect: the
// clock of micro-interventions, what an initiative changed, whether that met
// its target, and what it brought in.
//
// In: a Handbook with its day, Parameters, and, where somebody has it, the data
// behind metrics.
// Out: Initiatives: of each its clock (micro-interventions alone), its Effect
// with a Verdict, its Returns; and findings about days, targets, windows and
// decisions.
//
// For the handbook's day nothing that is dated after it has happened. Errors
// depend on no day. Nothing here knows a language or a page.
package micro

import (
	"math"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// Parameters are the days of a micro-intervention. Day 1 is that of its start.
type Parameters struct {
	Identified, Designed, Deployed int // by which day
	Measured                       int // for how many days from deployment
}

// Defaults are the days of the method as it is published.
func Defaults() Parameters { return Parameters{Identified: 3, Designed: 7, Deployed: 14, Measured: 30} }

// ParametersOf reads the days of a scorecard's params; what they do not say is as
// in Defaults. It returns what cannot be a number of days, too.
func ParametersOf(params *source.Node) (p Parameters, wrong []*source.Field) {
	p = Defaults()
	for name, days := range map[string]*int{
		"identified": &p.Identified, "designed": &p.Designed, "deployed": &p.Deployed, "measured": &p.Measured,
	} {
		e := params.Entry(name)
		if e == nil {
			continue
		}
		if n, ok := e.Value.Int(); ok && n >= 1 && n <= mostDays {
			*days = n
		} else {
			wrong = append(wrong, e)
		}
	}
	return p, wrong
}

// mostDays is more than any micro-intervention takes.
const mostDays = 3650

// An Input is what initiatives are followed by.
type Input struct {
	Book *record.Handbook
	Parameters
	// Sample returns what the data of a metric say; nil where nobody has any.
	Sample func(Question) (series.Estimate, bool)
}

// A Question asks for a metric's value over some days.
type Question struct {
	Metric                         *record.Record
	Listening, Channel, Department string // of which part; "" for all
	From, To                       lang.Date
}

// Initiatives is what became of each. It is immutable.
type Initiatives struct {
	All  []*Initiative // in the order of the handbook
	byID map[string]*Initiative
}

// Of returns what became of an initiative, or nil for a record that is none.
func (all *Initiatives) Of(id string) *Initiative {
	if all == nil {
		return nil
	}
	return all.byID[id]
}

// An Initiative is what became of one by the day.
type Initiative struct {
	Record *record.Record
	Micro  bool
	State  string // as people wrote it
	Clock  *Clock // of a micro-intervention that has begun; else nil
	Effect Effect
	// Written is the verdict of what people wrote alone, whatever the day.
	Written Verdict
	Returns []Return // by currency
	Told    *Told    // when customers were told; nil where they were not
	// RepeatedBy are those that try again.
	RepeatedBy []*record.Record
}

// A Told says how customers heard of what was done.
type Told struct {
	On        lang.Date
	By        string // id of the role
	Channel   string
	Customers int // 0 where nobody counted
}

// Follow follows every initiative of the handbook.
func Follow(in Input) (*Initiatives, diag.List) {
	all := &Initiatives{byID: map[string]*Initiative{}}
	var found diag.List
	for _, rec := range in.Book.ByType("initiative") {
		fields := rec.Source.Fields
		i := &Initiative{
			Record: rec, Micro: isMicro(rec), State: fields.Get("state").String(),
			Effect: effectOf(in, rec), Written: writtenEffect(in.Book, rec).Verdict, Returns: returnsOf(in.Book, rec), Told: toldOf(in.Book, rec),
		}
		if i.Micro {
			i.Clock = clockOf(in, rec)
		}
		all.All = append(all.All, i)
		all.byID[rec.ID] = i
	}
	for _, i := range all.All {
		if before := all.byID[i.Record.Source.Fields.Get("repeats").String()]; before != nil {
			before.RepeatedBy = append(before.RepeatedBy, i.Record)
		}
	}
	for _, i := range all.All {
		for _, v := range i.Record.Versions {
			found = append(found, judge(in, v)...)
		}
		found = append(found, i.late()...)
		found = append(found, i.unlike()...)
	}
	return all, found
}

func isMicro(rec *record.Record) bool {
	return rec.Source.Fields.Get("kind").String() == "micro-intervention"
}

func toldOf(book *record.Handbook, rec *record.Record) *Told {
	n := rec.Source.Fields.Get("closing_the_loop")
	on, ok := dayOf(n.Get("on"))
	if !ok || book.AsOf.Before(on) {
		return nil
	}
	t := &Told{On: on, By: n.Get("role").String(), Channel: n.Get("channel").String()}
	t.Customers, _ = n.Get("customers_told").Int()
	return t
}

// dayOf reads a day; one that the calendar lacks was reported.
func dayOf(n *source.Node) (lang.Date, bool) {
	d, err := lang.ParseDate(n.String())
	return d, err == nil
}

// largest is more than any metric measures and any fix costs: what is beyond it
// is a slip, and would make sums that are no numbers.
const largest = 1e15

func number(n *source.Node) (float64, bool) {
	if n == nil || n.Kind != source.Number {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Text, 64)
	return v, err == nil && math.Abs(v) <= largest
}

// Wall returns the micro-interventions that readers should see, in groups.
func (all *Initiatives) Wall() Wall {
	var w Wall
	if all == nil {
		return w
	}
	for _, i := range all.All {
		switch {
		case !i.Micro || i.Clock == nil || i.State == "rejected":
		case i.Effect.Verdict == Met || i.Effect.Verdict == MetWithinNoise:
			w.Fixed = append(w.Fixed, i)
		case i.Effect.Verdict == NotMet:
			w.Tried = append(w.Tried, i)
		default:
			w.Running = append(w.Running, i)
		}
	}
	slices.SortStableFunc(w.Fixed, func(a, b *Initiative) int { // what is beyond chance first, then the newest
		if a.Effect.Verdict != b.Effect.Verdict {
			if a.Effect.Verdict == Met {
				return -1
			}
			return 1
		}
		return b.Clock.Started.Compare(a.Clock.Started)
	})
	slices.SortStableFunc(w.Running, func(a, b *Initiative) int { // what is late first, then the oldest
		if late := b.Clock.Late() - a.Clock.Late(); late != 0 {
			return late
		}
		return a.Clock.Started.Compare(b.Clock.Started)
	})
	return w
}

// A Wall shows what was fixed, what did not help enough and what is going on.
type Wall struct{ Fixed, Tried, Running []*Initiative }

// Empty reports whether there is nothing to show.
func (w Wall) Empty() bool { return len(w.Fixed)+len(w.Tried)+len(w.Running) == 0 }
