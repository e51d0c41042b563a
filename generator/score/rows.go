package score

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

func compare(a, b float64) int { return series.Compare(a, b) }

// rows works out the rows of one type of record.
func (r *rules) rows() {
	for _, rec := range r.Book.ByType(r.scope.typ.Name) {
		env := r.scope.of(rec)
		if !r.asked(r.where, env) {
			continue
		}
		row := r.row(rec, env)
		if row.Reason != nil && row.Reason.Kind == NoChecks {
			continue // the scorecard is not about it
		}
		r.card.Rows = append(r.card.Rows, row)
	}
}

// asked reports whether a condition holds; none always does, and one that
// cannot be told does not.
func (r *rules) asked(e *expression, env map[string]any) bool {
	if e == nil {
		return true
	}
	v, reason := e.run(env)
	return reason == nil && v.(bool)
}

func (r *rules) row(rec *record.Record, env map[string]any) *Row {
	row := &Row{Record: rec, Weight: 1}
	if r.weight != nil {
		v, reason := r.weight.run(env)
		row.Weight = 0
		if reason == nil {
			row.Weight = v.(float64)
		}
	}
	switch r.card.Kind {
	case Checks:
		r.checkRow(row, env)
	case Parts:
		r.partRow(row, env)
	case Single:
		v, reason := r.value.run(env)
		row.Reason = reason
		if reason == nil {
			row.set(v.(float64))
			r.bound(row)
		}
	}
	if row.Value != nil {
		row.Level = r.level(*row.Value)
	}
	for _, in := range r.inputs {
		v, reason := in.input.run(env)
		row.Inputs = append(row.Inputs, Fact{Key: in.key, Value: v, Reason: reason})
	}
	row.Above = r.above != nil && r.asked(r.above, env)
	row.Out = r.unranked != nil && r.asked(r.unranked, env)
	return row
}

func (row *Row) set(v float64) { row.Value = &v }

// bound refuses a value beyond the least or the greatest.
func (r *rules) bound(row *Row) {
	low, high := r.card.Min, r.card.Max
	if low != nil && compare(*row.Value, *low) < 0 || high != nil && compare(*row.Value, *high) > 0 {
		row.Value, row.Reason = nil, &Reason{Kind: OutOfRange, What: "value"}
	}
}

func (r *rules) checkRow(row *Row, env map[string]any) {
	passed, all := 0.0, 0.0
	var first *Reason
	for _, c := range r.checks {
		if c.where != nil && !r.asked(c.where, env) {
			continue
		}
		check := Check{Key: c.Key, Severity: c.Severity, Weight: c.Weight}
		v, reason := c.pass.run(env)
		if reason != nil {
			check.Reason = reason
			if first == nil {
				first = reason
			}
		} else {
			pass := v.(bool)
			check.Pass = &pass
			all += c.Weight
			if pass {
				passed += c.Weight
			}
		}
		row.Checks = append(row.Checks, check)
	}
	switch {
	case all > 0:
		row.set(100 * passed / all)
	case first != nil:
		row.Reason = first
	default:
		row.Reason = &Reason{Kind: NoChecks}
	}
}

func (r *rules) partRow(row *Row, env map[string]any) {
	weights := 0.0
	for _, p := range r.parts {
		weights += p.Weight
	}
	sum := 0.0
	for _, p := range r.parts {
		part := Part{Key: p.Key, Weight: p.Weight}
		v, reason := p.input.run(env)
		if reason == nil {
			input := v.(float64)
			part.Input = &input
			if compare(input, min(p.Worst, p.Best)) < 0 || compare(input, max(p.Worst, p.Best)) > 0 {
				reason = &Reason{Kind: OutOfRange, What: p.Key}
				r.outOfRange(row.Record, p, input)
			} else {
				points := 100*p.Weight*(input-p.Worst)/(p.Best-p.Worst)/weights + 0 // no negative zero
				part.Points = &points
				sum += points
			}
		}
		part.Reason = reason
		if row.Reason == nil {
			row.Reason = reason
		}
		row.Parts = append(row.Parts, part)
	}
	if row.Reason == nil {
		row.set(min(100, max(0, sum)))
		row.Benefit, row.Effort = r.axis(row, "benefit"), r.axis(row, "effort")
	}
}

// axis returns the weighted mean of the inputs on an axis.
func (r *rules) axis(row *Row, axis string) *float64 {
	sum, weights := 0.0, 0.0
	for i, p := range r.parts {
		if p.Axis == axis && row.Parts[i].Input != nil {
			sum += p.Weight * *row.Parts[i].Input
			weights += p.Weight
		}
	}
	if weights == 0 {
		return nil
	}
	mean := sum / weights
	return &mean
}

func (r *rules) level(v float64) string {
	level := ""
	for _, l := range r.card.Levels {
		if compare(v, l.From) >= 0 {
			level = l.Key
		}
	}
	return level
}

// rollUp makes one figure of the rows that have a value.
func (r *rules) rollUp() {
	c := r.card
	if c.RollUp == "" {
		c.Reason = &Reason{Kind: NoRollUp}
		return
	}
	sum, weights, n, least := 0.0, 0.0, 0, 0.0
	for _, row := range c.Rows {
		if row.Value == nil || row.Out {
			continue
		}
		w := 1.0
		if c.RollUp == "weighted" {
			w = row.Weight
		}
		if w < 0 {
			c.Reason = &Reason{Kind: OutOfRange, What: "row_weight"}
			return
		}
		if n == 0 || *row.Value < least {
			least = *row.Value
		}
		sum, weights, n = sum+w**row.Value, weights+w, n+1
	}
	switch {
	case n == 0:
		c.Reason = &Reason{Kind: NoRows}
		return
	case c.RollUp == "min":
		c.Value = &least
	case weights == 0:
		c.Reason = &Reason{Kind: Unweighted}
		return
	default:
		mean := sum / weights
		c.Value = &mean
	}
	if !c.Coded() { // of codes there is no mean
		c.Level = r.level(*c.Value)
	}
}

// rank puts the rows in order: what stands above first, then the ranked, then
// those without a rank.
func (r *rules) rank() {
	place := func(row *Row) int {
		switch {
		case row.Out:
			return 3
		case row.Above:
			return 0
		case row.Value == nil:
			return 2
		}
		return 1
	}
	slices.SortStableFunc(r.card.Rows, func(a, b *Row) int {
		if c := cmp.Compare(place(a), place(b)); c != 0 {
			return c
		}
		if a.Value != nil && b.Value != nil {
			if c := compare(*b.Value, *a.Value); c != 0 {
				return c
			}
			for _, tie := range r.ties {
				if c := compare(r.share(b, tie), r.share(a, tie)); c != 0 {
					return c
				}
			}
		}
		return cmp.Or(cmp.Compare(a.Record.Number, b.Record.Number), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	var ranked []*Row
	for _, row := range r.card.Rows {
		if place(row) == 1 {
			ranked = append(ranked, row)
			row.Rank = len(ranked)
		}
	}
	for i, row := range ranked {
		row.Robust = r.card.Shift > 0 && (i == 0 || r.holds(ranked[i-1], row)) && (i+1 == len(ranked) || r.holds(row, ranked[i+1]))
	}
}

// share returns where the input of a part lies between worst (0) and best (1).
func (r *rules) share(row *Row, key string) float64 {
	for i, p := range r.parts {
		if p.Key == key && i < len(row.Parts) && row.Parts[i].Input != nil {
			return (*row.Parts[i].Input - p.Worst) / (p.Best - p.Worst)
		}
	}
	return 0
}

// holds reports whether a stays above b under every mix of weights that are
// moved by up to the shift. Rows with the same inputs are told apart by their
// ids alone, whatever the weights.
func (r *rules) holds(a, b *Row) bool {
	lead, sway := 0.0, 0.0
	for _, p := range r.parts {
		d := r.share(a, p.Key) - r.share(b, p.Key)
		lead += p.Weight * d
		sway += p.Weight * abs(d)
	}
	return compare(sway, 0) == 0 || compare(lead, r.card.Shift*sway) > 0
}

func abs(v float64) float64 { return max(v, -v) }

// outOfRange reports an input that its part does not allow. What the mere passing
// of a day can bring about does not block.
func (r *rules) outOfRange(rec *record.Record, p partRule, input float64) {
	d := diag.New(diag.PartOutOfRange, placeOfPath(rec, p.input.what), titled(p.title,
		"card", r.card.Record.ID, "value", plain(input), "low", plain(min(p.Worst, p.Best)), "high", plain(max(p.Worst, p.Best)))...).For(rec.ID, "")
	if r.timed(p.input) || r.timed(r.where) || r.card.passing {
		d.Severity = diag.Warning
	}
	r.report(d)
}
