package measure

import (
	"math"
	"slices"

	"github.com/cxbook/cxbook/generator/series"
)

// A Figure is what was measured, or why it cannot be said.
type Figure struct {
	Estimate *series.Estimate // nil where there is none; N is 0 where nobody says of how many it is
	Reason   Reason
	Bare     Reason // why the mean of answers has no interval; "" for other figures
}

func none(why Reason) Figure { return Figure{Reason: why} }

func known(e series.Estimate) Figure { return Figure{Estimate: &e} }

// compare orders figures by their first nine decimals.
func compare(a, b float64) int { return series.Compare(a, b) }

// A pile is the observations of one period and group, before anything is
// computed of them.
type pile struct {
	n          int // answers
	best, rest int // NPS: promoters and detractors; of a share: good answers
	values     []float64
	weights    []int32 // how many such answers there are; of how many each value is
}

// add puts an observation on a pile.
func (t *table) add(p *pile, o observation) {
	switch {
	case !t.raw && t.kind == "count":
		p.n += int(math.Min(o.value, math.MaxInt32)) // what is counted are people, or what they did
	default:
		p.n += int(o.n)
	}
	switch {
	case t.raw && (t.kind == "nps" && o.value >= 9 || t.share && slices.Contains(t.positive, o.value)):
		p.best += int(o.n)
	case t.raw && t.kind == "nps" && o.value <= 6:
		p.rest += int(o.n)
	case !t.raw || t.kind != "nps" && !t.share:
		p.values, p.weights = append(p.values, o.value), append(p.weights, o.n)
	}
}

// answers returns single answers.
func (p *pile) answers() []float64 {
	out := make([]float64, 0, p.n)
	for i, v := range p.values {
		for range p.weights[i] {
			out = append(out, v)
		}
	}
	return out
}

// empty reports whether there is nothing on the pile.
func (p *pile) empty() bool { return p == nil || p.n == 0 && len(p.values) == 0 }

// figure computes what the observations come to.
func (t *table) figure(p *pile) Figure {
	switch {
	case p.empty():
		return none(NoAnswers)
	case t.raw:
		return t.ofAnswers(p)
	}
	return t.ofValues(p)
}

func (t *table) ofAnswers(p *pile) Figure {
	var e series.Estimate
	switch {
	case t.kind == "nps":
		e, _ = series.NPS(p.best, p.n-p.best-p.rest, p.rest)
	case t.share:
		e, _ = series.Share(p.best, p.n)
	case t.kind == "median":
		e.N = p.n
		e.Value, _ = series.Median(p.answers())
	case t.kind == "percentile":
		e.N = p.n
		e.Value, _ = series.Percentile(p.answers(), t.percentile)
	default:
		e, _ = series.Mean(p.answers())
		if e.Interval != nil { // no answer can lie beyond the scale, and no mean
			e.Interval = &series.Interval{Low: max(e.Interval.Low, t.min), High: min(e.Interval.High, t.max)}
		}
		f := finite(e)
		switch {
		case f.Estimate == nil || e.Interval != nil:
		case e.N == 1:
			f.Bare = OneAnswer
		default:
			f.Bare = NoSpread
		}
		return f
	}
	return finite(e)
}

// ofValues combines values that were computed elsewhere.
func (t *table) ofValues(p *pile) Figure {
	e := series.Estimate{N: p.n}
	switch {
	case t.kind == "count":
		e.N, e.Value = 0, sum(p.values)
	case len(p.values) == 1:
		e.Value = p.values[0]
	case t.kind == "median" || t.kind == "percentile":
		return none(NotCombined)
	case slices.Contains(p.weights, 0):
		return none(NoCount)
	default:
		e.Value = weighted(p.values, p.weights)
	}
	if t.kind == "rate" || t.kind == "ratio" || t.share && t.kind != "nps" {
		e = t.proportion(e)
	}
	return finite(e)
}

// proportion gives a share its interval: where it is in percent, or where no
// unit says otherwise and every value of the series lies between 0 and 1. Claims
// per 1,000 orders are none.
func (t *table) proportion(e series.Estimate) series.Estimate {
	unit := 1.0
	if t.percent {
		unit = 100
	} else if !t.plain || t.beyond {
		return e
	}
	p, ok := series.Proportion(e.Value/unit, e.N)
	if !ok {
		return e
	}
	e.SE, e.Interval = p.SE*unit/100, &series.Interval{Low: p.Interval.Low * unit / 100, High: p.Interval.High * unit / 100}
	return e
}

// finite keeps sums of huge numbers out of figures.
func finite(e series.Estimate) Figure {
	for _, v := range []float64{e.Value, e.SE} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return none(NotCombined)
		}
	}
	return known(e)
}

// sum adds from the smallest up, so that the order of a file does not show.
func sum(values []float64) float64 {
	total := 0.0
	for _, v := range slices.Sorted(slices.Values(values)) {
		total += v
	}
	return total
}

func weighted(values []float64, weights []int32) float64 {
	products, whole := make([]float64, len(values)), 0.0
	for i, w := range weights {
		products[i] = values[i] * float64(w)
		whole += float64(w)
	}
	return sum(products) / whole
}

// A Change is the difference to the period before.
type Change struct {
	series.Change
	Reason Reason // why it is not judged; "" where it is
}

// changeOf compares two figures; nil where one of them is none.
func changeOf(before, after Figure) *Change {
	if before.Estimate == nil || after.Estimate == nil {
		return nil
	}
	c := &Change{Change: series.ChangeOf(*before.Estimate, *after.Estimate)}
	switch {
	case before.Estimate.Interval == nil || after.Estimate.Interval == nil:
		c.Verdict, c.Margin, c.Reason = series.NotJudged, 0, NoInterval
	case c.Verdict == series.NotJudged:
		c.Reason = FewAnswers
	}
	return c
}
