package page

import (
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/score"
)

// A Became is what came of an initiative, beside its row on the list of all:
// what it was worth doing for can be held against what it was expected to be.
type Became struct {
	Effect  *Effect // nil where there is nothing to tell
	Returns []Return
	// What columns are sorted by: how good the verdict is, the return. Empty
	// where there is none.
	EffectOrder, ReturnOrder string
}

// verdictOrder puts what helped first.
var verdictOrder = []micro.Verdict{micro.Met, micro.MetWithinNoise, micro.NotMet, micro.Unjudged, micro.NotMeasured}

// became adds to a ranked list what came of its initiatives, with a column for
// effects and one for returns where there are some.
func (p *planner) became(c *score.Card, out *Card, language string) {
	if !c.Ranked {
		return
	}
	for i, row := range inNeed(c) {
		b := becameOf(p, p.initiatives.Of(row.Record.ID), language)
		out.Rows[i].Became = b
		out.Effects = out.Effects || b.Effect != nil
		out.Returns = out.Returns || len(b.Returns) > 0
	}
	if out.Effects {
		out.Columns = append(out.Columns, Column{Word: "micro.effect"})
	}
	if out.Returns {
		out.Columns = append(out.Columns, Column{Word: "micro.return"})
	}
}

func becameOf(p *planner, i *micro.Initiative, language string) *Became {
	if i == nil {
		return &Became{}
	}
	b := &Became{Effect: p.effectOf(i, language), Returns: returnsOf(i, language)}
	if b.Effect != nil {
		b.EffectOrder = strconv.Itoa(slices.Index(verdictOrder, i.Effect.Verdict))
	}
	for _, money := range i.Returns {
		if money.Ratio.Known() && b.ReturnOrder == "" {
			b.ReturnOrder = figure(money.Ratio.Value, 6, "en")
		}
	}
	return b
}

// criteria is the field whose grades a ranked scorecard turns into points.
const criteria = "criteria"

// why returns why a criterion was graded as it is.
func (r *reader) why(key string) Value {
	field := r.rec.Type.Field(criteria)
	if field == nil {
		return Value{}
	}
	for _, of := range field.Fields {
		if of.Name != key {
			continue
		}
		for _, f := range of.Fields {
			if f.Name == "why" {
				v, _ := r.value(f, r.fields().Get(criteria).Get(key).Get("why"))
				return v
			}
		}
	}
	return Value{}
}

// explained reports whether the scores of a record say all that it says of its
// criteria.
func (s *Scores) explained(r *reader) bool {
	grades := r.rec.Source.Fields.Get(criteria)
	if s == nil || grades == nil {
		return false
	}
	for _, c := range s.Cards {
		given := 0
		for _, part := range c.Parts {
			if part.Input != "" && part.Why.Text != "" {
				given++
			}
		}
		if given == len(grades.Fields) && given > 0 {
			return true
		}
	}
	return false
}
