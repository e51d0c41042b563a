package page

import (
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
)

// Loop is what became of the cases of a listening post or touchpoint.
type Loop struct {
	AsOf     Value
	From, To Value  // when the first and the last case were opened; empty of a touchpoint
	Why      string // why there is nothing
	Tally    Tally
	Parts    []LoopParts
	Across   *Link // to the page of the voice of the customer
}

// LoopParts are the cases told apart by one thing.
type LoopParts struct {
	By   string // topics, kinds, quarters
	Rows []Tally
}

// A Tally counts cases, as pages show them.
type Tally struct {
	Name       string // of a part
	CaseKind   string // in place of Name: enquiry, complaint, claim, opinion
	Cases      int
	OutOfReach int
	Contact    Clock
	Close      Clock
	Days       string // the median until the customer was told; "" where nobody was
	Open       int
}

// A Clock counts cases by a time limit.
type Clock struct {
	Limit                       bool // there is one
	OnTime, Late, Overdue, Wait int
	Whole                       int // OnTime, Late, Overdue
	Share, Low, High            string
	Why                         string // why there is no share
}

// loop returns what became of the cases of a listening post or of all posts of
// a touchpoint; nil where nobody keeps them.
func (p *planner) loop(rec *record.Record, language string) *Loop {
	if p.measures == nil || otherVersion(rec) {
		return nil
	}
	out := &Loop{AsOf: dayOf(p.book.AsOf, language), Across: &Link{Word: "voice", Address: language + "/" + p.boardAddress("voice")}}
	if all, ok := p.measures.Touchpoints[rec.ID]; ok {
		out.Tally = tallied(all, language)
		return out
	}
	loop := p.measures.Loops[rec.ID]
	if loop == nil {
		return nil
	}
	out.Why, out.Tally = string(loop.Reason), tallied(loop.Tally, language)
	out.From, out.To = dayOf(loop.From, language), dayOf(loop.To, language)
	named := func(name func(measure.Part) string) func(measure.Part) Tally {
		return func(part measure.Part) Tally {
			t := tallied(part.Tally, language)
			t.Name = name(part)
			return t
		}
	}
	out.parts("topics", loop.Topics, named(func(part measure.Part) string { return p.worded(part.Name, language) }))
	out.parts("kinds", loop.Kinds, func(part measure.Part) Tally {
		t := tallied(part.Tally, language)
		t.CaseKind = part.Name
		return t
	})
	out.parts("quarters", loop.Quarters, named(func(part measure.Part) string { return lang.FormatPeriod(language, part.First, 3) }))
	return out
}

// parts adds the parts of one sort, where there is more than one to tell apart.
func (l *Loop) parts(by string, parts []measure.Part, word func(measure.Part) Tally) {
	if len(parts) < 2 {
		return
	}
	all := LoopParts{By: by}
	for _, part := range parts {
		all.Rows = append(all.Rows, word(part))
	}
	l.Parts = append(l.Parts, all)
}

// tallied words a tally.
func tallied(t measure.Tally, language string) Tally {
	out := Tally{Cases: t.Cases, OutOfReach: t.OutOfReach, Open: t.Open, Contact: clocked(t.Contact, language), Close: clocked(t.Close, language)}
	if e := t.Days.Estimate; e != nil {
		decimals := 0
		if e.Value != float64(int(e.Value)) {
			decimals = 1
		}
		out.Days = figure(e.Value, decimals, language)
	}
	return out
}

// clocked words a clock.
func clocked(c measure.Clock, language string) Clock {
	out := Clock{
		Limit: c.Share.Reason != measure.NoLimit && c.Share.Reason != measure.NoAnswers && c.Share.Reason != measure.OutOfReach, Why: string(c.Share.Reason),
		OnTime: c.OnTime, Late: c.Late, Overdue: c.Overdue, Wait: c.Pending, Whole: c.OnTime + c.Late + c.Overdue,
	}
	if e := c.Share.Estimate; e != nil {
		out.Share = figure(e.Value, 1, language)
		out.Low, out.High = figure(e.Interval.Low, 1, language), figure(e.Interval.High, 1, language)
	}
	return out
}

// worded returns what readers see in place of a value of the house's own.
func (p *planner) worded(value, language string) string {
	if words, ok := p.book.Config.Words[value]; ok {
		return words.In(language)
	}
	return value
}
