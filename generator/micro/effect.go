package micro

import (
	"math"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// A Verdict says whether an initiative did what it set out to do.
type Verdict string

// The verdicts.
const (
	Met            Verdict = "met"
	NotMet         Verdict = "not-met"
	MetWithinNoise Verdict = "met-within-noise"
	NotMeasured    Verdict = "not-measured"
	Unjudged       Verdict = "unjudged" // for the Reason
)

// A Reason says why there is no figure, or no verdict.
type Reason string

// The reasons.
const (
	NoMetric         Reason = "no-metric"
	NoBaseline       Reason = "no-baseline"
	NoMeasurement    Reason = "no-measurement"
	NoTarget         Reason = "no-target"
	ZeroBaseline     Reason = "zero-baseline"      // there is no percentage of nothing
	TargetIsBaseline Reason = "target-is-baseline" // it asks for no change
	TargetAgainst    Reason = "target-against"     // it asks for the worse
	NoCost           Reason = "no-cost"
	NoBenefit        Reason = "no-benefit"
	NoPeriod         Reason = "no-period"
	MixedPeriods     Reason = "mixed-periods"
	TooEarly         Reason = "too-early" // it was measured before it was deployed
)

// A Figure is a number, or the reason why there is none.
type Figure struct {
	Value  float64
	Reason Reason // "" where there is a value
}

// Known reports whether there is a number.
func (f Figure) Known() bool { return f.Reason == "" }

// A Window is what was measured over some days.
type Window struct {
	Value    float64
	N        int // 0 where nobody counted
	From, To lang.Date
	// Estimate has the value's error, where it is known.
	Estimate series.Estimate
	// Sampled says that the value comes from the metric's data. Written is what
	// people wrote beside it, as they wrote it; "" for nothing.
	Sampled bool
	Written string

	computed bool // there is an Estimate
}

// differs reports whether people wrote another value than the data give,
// rounded to as many decimals as they wrote.
func (w *Window) differs() bool {
	if w == nil || !w.Sampled || w.Written == "" {
		return false
	}
	written, err := strconv.ParseFloat(w.Written, 64)
	_, decimals, _ := strings.Cut(w.Written, ".")
	return err == nil && series.Compare(written, series.Round(w.Value, len(decimals))) != 0
}

// A Target is what an initiative wants to reach: a change or a value.
type Target struct {
	By    float64
	As    string // percent, points; "" where Value is meant
	Value float64
}

// An Effect is what an initiative changed, and how that is to be judged.
type Effect struct {
	Metric             *record.Record // nil where none is named
	Down               bool           // the less the better
	Baseline, Measured *Window        // nil where there is none by the day
	Target             *Target
	Early              bool // it was measured before it was deployed
	Percent, Points    Figure
	Verdict            Verdict
	Reason             Reason // of Unjudged
	// Change compares the two windows; its verdict says whether the difference
	// is more than chance, where that can be told.
	Change series.Change
}

// shares are kinds of metric whose values are shares in percent.
var shares = map[string]bool{"csat": true, "rate": true}

// effectOf works out what an initiative changed by the handbook's day.
func effectOf(in Input, rec *record.Record) Effect {
	e := typedEffect(in.Book, rec, in.Book.AsOf)
	if e.Metric != nil && in.Sample != nil {
		e.Baseline, e.Measured = in.sampled(rec, e.Metric, e.Baseline), in.sampled(rec, e.Metric, e.Measured)
	}
	e.Baseline, e.Measured = e.Baseline.valued(), e.Measured.valued()
	e.settle()
	return e
}

// valued returns the window if it has a value, or nil.
func (w *Window) valued() *Window {
	if w == nil || w.Written == "" && !w.Sampled {
		return nil
	}
	return w
}

// writtenEffect is what an initiative changed by what people wrote, whatever the
// day.
func writtenEffect(book *record.Handbook, rec *record.Record) Effect {
	e := typedEffect(book, rec, lang.Date{Year: 9999, Month: 12, Day: 31})
	e.Baseline, e.Measured = e.Baseline.valued(), e.Measured.valued()
	e.settle()
	return e
}

// typedEffect reads what people wrote, as far as it has happened.
func typedEffect(book *record.Handbook, rec *record.Record, day lang.Date) Effect {
	fields := rec.Source.Fields
	e := Effect{Baseline: windowOf(rec, "baseline", day), Measured: windowOf(rec, "measured", day), Target: targetOf(fields.Get("target"))}
	if deployed, ok := dayOf(fields.Get("dates").Get("deployed")); ok && e.Measured != nil && !e.Measured.From.IsZero() {
		e.Early = e.Measured.From.Before(deployed)
	}
	if metric := book.Record(fields.Get("metric").String()); metric != nil && metric.Type.Name == "metric" {
		e.Metric = metric
		e.Down = metric.Source.Fields.Get("direction").String() == "down"
		for _, w := range []*Window{e.Baseline, e.Measured} {
			w.share(metric.Source.Fields.Get("kind").String())
		}
	}
	return e
}

// windowOf reads one of the two windows; nil where it is not there, or not over
// by the day. One without a value leaves it to the metric's data.
func windowOf(rec *record.Record, name string, day lang.Date) *Window {
	n := rec.Source.Fields.Get(name)
	if n == nil {
		return nil
	}
	w := &Window{}
	value, ok := number(n.Get("value"))
	if ok {
		w.Value, w.Written = value, n.Get("value").Text
	}
	w.N, _ = n.Get("n").Int()
	w.From, _ = dayOf(n.Get("from"))
	w.To, _ = dayOf(n.Get("to"))
	if !ok && n.Get("value") != nil || !w.To.IsZero() && day.Before(w.To) {
		return nil
	}
	return w
}

// share gives a share the error that its number of answers leaves it.
func (w *Window) share(kind string) {
	if w.valued() == nil || w.N <= 0 || !shares[kind] || w.Value < 0 || w.Value > 100 {
		return
	}
	p := w.Value / 100
	w.Estimate = series.Estimate{Value: w.Value, N: w.N, SE: 100 * math.Sqrt(p*(1-p)/float64(w.N))}
	w.computed = true
}

// sampled takes a window's value and error from the metric's data, where there
// is some for the same days. Sums of what was counted stay as people wrote them,
// who may have meant a week's.
func (in Input) sampled(rec *record.Record, metric *record.Record, w *Window) *Window {
	if w == nil || w.From.IsZero() || w.To.IsZero() {
		return w
	}
	slice := rec.Source.Fields.Get("slice")
	e, ok := in.Sample(Question{
		Metric: metric, From: w.From, To: w.To, Listening: slice.Get("listening").String(),
		Channel: slice.Get("channel").String(), Department: slice.Get("department").String(),
	})
	if !ok {
		return w
	}
	out := *w
	if w.Written == "" || metric.Source.Fields.Get("kind").String() != "count" {
		out.Value, out.Sampled = e.Value, true
	}
	if e.Interval != nil {
		out.Estimate, out.computed = e, true
	}
	if e.N > 0 {
		out.N = e.N
	}
	return &out
}

func targetOf(n *source.Node) *Target {
	if by, ok := number(n.Get("by")); ok {
		as := n.Get("as").String()
		if as == "" {
			as = "points"
		}
		return &Target{By: by, As: as}
	}
	if value, ok := number(n.Get("value")); ok {
		return &Target{Value: value}
	}
	return nil
}

// settle computes the change and judges it.
func (e *Effect) settle() {
	missing := Reason("")
	switch {
	case e.Baseline == nil:
		missing = NoBaseline
	case e.Measured == nil:
		missing = NoMeasurement
	}
	e.Percent, e.Points = Figure{Reason: missing}, Figure{Reason: missing}
	if missing == "" {
		e.Points.Value = e.Measured.Value - e.Baseline.Value
		if series.Compare(e.Baseline.Value, 0) == 0 {
			e.Percent.Reason = ZeroBaseline
		} else {
			e.Percent.Value = 100 * e.Points.Value / math.Abs(e.Baseline.Value)
		}
		e.Change = series.Change{Delta: e.Points.Value, Verdict: series.NotJudged}
		if e.Baseline.computed && e.Measured.computed {
			e.Change = series.ChangeOf(e.Baseline.Estimate, e.Measured.Estimate)
		}
	}
	e.Verdict, e.Reason = e.judge()
}

// Leading returns the change in the terms of the target: percent where it says
// so, else points.
func (e Effect) Leading() Figure {
	if e.Target != nil && e.Target.As == "percent" {
		return e.Percent
	}
	return e.Points
}

// judge says whether the target is met.
func (e *Effect) judge() (Verdict, Reason) {
	switch {
	case e.Metric == nil:
		return Unjudged, NoMetric
	case e.Target == nil:
		return Unjudged, NoTarget
	case e.Baseline == nil:
		return Unjudged, NoBaseline
	}
	switch e.asks() {
	case 0:
		return Unjudged, TargetIsBaseline
	case -1:
		return Unjudged, TargetAgainst
	}
	reached := e.Points
	wanted := e.Target.By
	switch e.Target.As {
	case "percent":
		reached = e.Percent
	case "":
		wanted = e.Target.Value - e.Baseline.Value
	}
	switch {
	case e.Measured == nil:
		return NotMeasured, ""
	case e.Early:
		return Unjudged, TooEarly
	case !reached.Known():
		return Unjudged, reached.Reason
	case series.Compare(reached.Value, wanted) == e.sign(-1):
		return NotMet, ""
	case e.Change.Verdict == series.WithinNoise:
		return MetWithinNoise, ""
	}
	return Met, ""
}

// asks returns 1 where the target asks for the better, -1 for the worse, 0 for
// no change.
func (e *Effect) asks() int {
	change := e.Target.By
	if e.Target.As == "" {
		if e.Baseline == nil {
			return 1
		}
		change = e.Target.Value - e.Baseline.Value
	}
	return e.sign(series.Compare(change, 0))
}

// sign turns a direction around where less is better.
func (e *Effect) sign(direction int) int {
	if e.Down {
		return -direction
	}
	return direction
}
