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
