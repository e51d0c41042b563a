package measure

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// A spec is how a metric is counted.
type spec struct {
	id         string
	kind       string
	min, max   float64
	positive   []float64 // answers that count as good
	descending bool      // a lower answer is better
	share      bool      // of good answers, in place of their mean
	percent    bool      // values are percents
	plain      bool      // values have no unit
	percentile float64
	minGroup   int
	months     int
	down       bool // less is better
	targets    []target
	alert      *float64
	relation   string
}

type target struct {
	from  lang.Date
	value float64
}

// percents are what people write for a unit of percents.
var percents = []string{"%", "percent", "per cent", "procent", "procenta", "procenty"}

// specOf reads how a metric is counted. What the record leaves open is what
// the kind usually is: CSAT the share of the two best of five answers, CES the
// mean of seven.
func specOf(rec *record.Record) spec {
	f := rec.Source.Fields
	s := spec{
		id: rec.ID, kind: f.Get("kind").String(), months: lengths[f.Get("cadence").String()],
		down: f.Get("direction").String() == "down", relation: f.Get("relation").String(),
		percent: slices.Contains(percents, strings.ToLower(strings.TrimSpace(f.Get("unit").String()))), min: math.Inf(-1), max: math.Inf(1), minGroup: 1,
	}
	s.plain = f.Get("unit").String() == ""
	if s.months == 0 {
		s.months = 1
	}
	if p, ok := floatOf(f.Get("percentile")); ok {
		s.percentile = p
	}
	if n, ok := floatOf(f.Get("min_group")); ok && n >= 1 {
		s.minGroup = int(n)
	} else if f.Get("domain").String() == "ex" {
		s.minGroup = 5
	}
	if v, ok := floatOf(f.Get("alert")); ok {
		s.alert = &v
	}
	s.share = s.kind == "csat"
	if report := f.Get("report").String(); report != "" && (s.kind == "csat" || s.kind == "ces") {
		s.share = report == "share"
	}
	s.scale(f.Get("scale"))
	for _, n := range f.Get("targets").Elements() {
		from, err := lang.ParseDate(n.Get("from").String())
		if v, ok := floatOf(n.Get("value")); ok && err == nil {
			s.targets = append(s.targets, target{from, v})
		}
	}
	slices.SortStableFunc(s.targets, func(a, b target) int { return a.from.Compare(b.from) })
	return s
}

// scale reads the scale of answers.
func (s *spec) scale(n *source.Node) {
	switch s.kind {
	case "nps":
		s.min, s.max = 0, 10 // nothing else is an NPS
		return
	case "csat":
		s.min, s.max = 1, 5
	case "ces":
		s.min, s.max = 1, 7
	}
	if v, ok := floatOf(n.Get("min")); ok {
		s.min = v
	}
	if v, ok := floatOf(n.Get("max")); ok {
		s.max = v
	}
	s.descending = n.Get("order").String() == "descending"
	for _, p := range n.Get("positive").Elements() {
		if v, ok := floatOf(p); ok {
			s.positive = append(s.positive, v)
		}
	}
	if s.positive != nil || s.kind != "csat" && s.kind != "ces" {
		return
	}
	top := 2.0 // of seven, three
	if s.kind == "ces" {
		top = 3
	}
	for i := range int(top) {
		if s.descending {
			s.positive = append(s.positive, s.min+float64(i))
		} else {
			s.positive = append(s.positive, s.max-float64(i))
		}
	}
}

// target returns the target that holds on a day.
func (s *spec) target(day lang.Date) *float64 {
	var out *float64
	for _, t := range s.targets {
		if !day.Before(t.from) {
			out = &t.value
		}
	}
	return out
}

// reached reports whether a value is as good as a mark or better.
func (s *spec) reached(value, mark float64) bool {
	if s.down {
		return compare(value, mark) <= 0
	}
	return compare(value, mark) >= 0
}

// bounds are those within which values lie that were computed elsewhere.
func (s *spec) bounds() (low, high float64) {
	switch {
	case s.kind == "nps":
		return -100, 100
	case s.percent && (s.kind == "rate" || s.share):
		return 0, 100
	case (s.kind == "csat" || s.kind == "ces") && !s.share:
		return s.min, s.max
	case s.kind == "count":
		return 0, math.Inf(1)
	}
	return math.Inf(-1), math.Inf(1)
}

func floatOf(n *source.Node) (float64, bool) {
	if n == nil || n.Kind != source.Number {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Text, 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}
