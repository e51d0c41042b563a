package page

import (
	"math"
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// Measured is what the data of a metric say.
type Measured struct {
	AsOf Value
	Unit string // in the language of the page, or UnitLang; "" for percents, which say so themselves
	// UnitLang is the language of Unit where it is not the page's.
	UnitLang string
	Lead     Result   // of the latest period that is over and has data
	Trend    *Figure  // of the periods that are over; nil for fewer than two
	Periods  []Result // the newest first
	Earlier  []Result // those before them
	Groups   []Groups
	Columns         // of the tables of periods
	Hidden   bool   // some groups are not shown
	MinGroup string // because fewer than that gave an answer
}

// Groups are figures told apart by one thing.
type Groups struct {
	By     string // what they are told apart by: department, listening, channel
	Period string
	Rows   []Result
	Columns
}

// Columns says which columns a table of results needs.
type Columns struct {
	Intervals bool // some figures have an interval
	Counted   bool // somebody says of how many some are
}

// columns returns which columns results need, and tells each how many of them
// its figure takes.
func columns(rows ...[]Result) Columns {
	var out Columns
	all := slices.Concat(rows...)
	for _, r := range all {
		out.Intervals = out.Intervals || r.Margin != "" || r.Low != ""
		out.Counted = out.Counted || r.N != ""
	}
	for _, some := range rows {
		for i := range some {
			some[i].Columns, some[i].Span = out, 1
			for _, more := range []bool{out.Intervals, out.Counted} {
				if more {
					some[i].Span++
				}
			}
		}
	}
	return out
}

// A Result is one figure: of a period, or of a group in it.
type Result struct {
	Name    string // of the period or group; "" for what is not stated
	Link    *Link  // to the group, where it has a page
	Running bool   // the period is not over
	Figure  Amount // empty where there is none
	Why     string // why there is none
	Margin  string // half of the interval, where it is as long on both sides
	Low     string // the interval, where it is not
	High    string
	N       string // of how many; "" where nobody says
	Few     bool   // so few answers that the interval is adjusted
	Bare    string // why there is no interval: one-answer, no-spread; "" for other figures
	Target  Amount // empty without
	Met     string // met, not-met; "" without a target
	Alert   bool
	Change  *Changed
	Span    int // how many columns of its table a reason takes in its place
	Columns
}

// An Amount is a number that was measured.
type Amount struct {
	Text    string
	Percent bool
}

// Changed is the difference to the period before.
type Changed struct {
	Period  string // the one before
	Delta   string // with its sign
	Margin  string // what a real change exceeds
	Verdict string // better, worse, within-noise, few-answers, no-interval
	Percent bool
}

// shownPeriods is how many periods are shown at once.
const shownPeriods = 8

// measured returns what a metric's data say; nil where it has none.
func (p *planner) measured(rec *record.Record, language string) *Measured {
	if p.measures == nil || rec.Type.Name != measure.MetricType || otherVersion(rec) {
		return nil
	}
	m := p.measures.Metrics[rec.ID]
	if m == nil {
		return nil
	}
	w := wording{m, language}
	out := &Measured{AsOf: dayOf(p.book.AsOf, language), Lead: Result{Why: string(m.Reason)}, MinGroup: lang.FormatNumber(language, float64(m.MinGroup), 0)}
	if text := rec.Texts[language]; !m.Percent {
		out.Unit = text.Fields.Get("unit").String()
		if text.Written != language {
			out.UnitLang = text.Written
		}
	}
	out.Trend = w.trend(out)
	for i := range m.Periods {
		r := w.period(m.Periods, i)
		if i == m.Lead {
			out.Lead = r
		}
		out.Periods = append(out.Periods, r)
	}
	slices.Reverse(out.Periods)
	if len(out.Periods) > shownPeriods {
		out.Periods, out.Earlier = out.Periods[:shownPeriods], out.Periods[shownPeriods:]
	}
	out.Columns = columns(out.Periods, out.Earlier)
	if m.Lead >= 0 {
		p.groups(out, w)
	}
	return out
}

// groups adds the figures of groups in the period that leads. Of one group
// alone there is nothing to tell apart.
func (p *planner) groups(out *Measured, w wording) {
	for _, by := range []measure.Dimension{measure.ByListening, measure.ByDepartment, measure.ByChannel} {
		all := Groups{By: string(by), Period: out.Lead.Name}
		for _, g := range w.GroupsBy(by) {
			period := g.Periods[w.Lead]
			if period.Reason == measure.NoAnswers {
				continue
			}
			r := w.period(g.Periods, w.Lead)
			r.Name, r.Running = p.worded(g.Name, w.language), false
			if r.Link = p.roleLink(g.Name, w.language); r.Link != nil {
				r.Name = r.Link.Title
			}
			out.Hidden = out.Hidden || period.Reason == measure.SmallGroup || period.Reason == measure.Complement
			all.Rows = append(all.Rows, r)
		}
		if all.Columns = columns(all.Rows); len(all.Rows) > 1 {
			out.Groups = append(out.Groups, all)
		}
	}
}

// A wording says the figures of a metric in a language.
type wording struct {
	*measure.Metric
	language string
}

// number writes a figure with the metric's decimals, halves away from zero.
func (w wording) number(v float64) string { return figure(v, w.Decimals, w.language) }

// target writes a target, which people set: a whole one has no decimals.
func (w wording) target(v float64) string {
	if v == math.Trunc(v) {
		return figure(v, 0, w.language)
	}
	return w.number(v)
}

// period words one period of a row of them.
func (w wording) period(all []measure.Period, i int) Result {
	m := all[i]
	r := Result{Name: lang.FormatPeriod(w.language, m.First, m.Months), Running: !m.Complete, Why: string(m.Reason), Alert: m.Alert}
	if m.Target != nil {
		r.Target = Amount{w.target(*m.Target), w.Percent}
	}
	if m.Met != nil {
		r.Met = "not-met"
		if *m.Met {
			r.Met = "met"
		}
	}
	e := m.Estimate
	if e == nil {
		return r
	}
	r.Figure, r.Few, r.Bare = Amount{w.number(e.Value), w.Percent}, e.Few, string(m.Bare)
	if e.N > 0 {
		r.N = lang.FormatNumber(w.language, float64(e.N), 0)
	}
	if in := e.Interval; in != nil {
		up, down := w.number(in.High-e.Value), w.number(e.Value-in.Low)
		if up == down && !e.Few {
			r.Margin = up
		} else {
			r.Low, r.High = w.number(in.Low), w.number(in.High)
		}
	}
	if m.Change != nil {
		r.Change = w.changed(all[i-1], m.Change)
	}
	return r
}

// changed words a change: which way it goes, and whether it is one.
func (w wording) changed(before measure.Period, c *measure.Change) *Changed {
	out := &Changed{
		Period: lang.FormatPeriod(w.language, before.First, before.Months), Delta: signed(c.Delta, w.Decimals, w.language),
		Margin: w.number(c.Margin), Verdict: string(c.Verdict), Percent: w.Percent,
	}
	switch {
	case c.Reason != "":
		out.Verdict = string(c.Reason)
	case c.Verdict == series.Real:
		out.Verdict = "worse"
		if c.Delta < 0 == w.Down {
			out.Verdict = "better"
		}
	}
	return out
}
