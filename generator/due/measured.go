package due

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
)

// measured returns what is due of assessments and of micro-interventions.
func (in Input) measured() []Item {
	var out []Item
	if in.Maturity != nil {
		for _, a := range in.Maturity.Assessments {
			if a.Latest {
				out = append(out, evidence(a)...)
			}
		}
	}
	if in.Initiatives != nil {
		for _, i := range in.Initiatives.All {
			if i.Clock != nil && !slices.Contains([]string{"rejected", "on-hold", "measured", "closed"}, i.State) {
				out = append(out, stages(i)...)
			}
		}
	}
	return out
}

// evidence returns the days on which levels of an assessment stop being proven,
// or have. Who assessed first answers for it.
func evidence(a *maturity.Assessment) []Item {
	owner := ""
	if assessors := a.Record.Source.Fields.Get("assessors").Strings(); len(assessors) > 0 {
		owner = assessors[0]
	}
	var out []Item
	for _, l := range a.Levels {
		item := Item{Kind: Evidence, Record: a.Record, Owner: owner, Key: l.Key, At: l.At(), Day: l.Holds}
		if l.Unproven > 0 {
			item.Day, item.Overdue = l.Held, true
		}
		if !item.Day.IsZero() {
			out = append(out, item)
		}
	}
	return out
}

// stages returns the days by which what is left of a micro-intervention has to
// be done.
func stages(i *micro.Initiative) []Item {
	owner := i.Record.Source.Fields.Get("owner").String()
	var out []Item
	for _, s := range i.Clock.Stages {
		if s.On.IsZero() {
			out = append(out, Item{Kind: Kind(s.Name), Record: i.Record, Owner: owner, Day: s.Due, Overdue: s.Late > 0, At: stagePlace(i.Record, "started")})
		}
	}
	if !i.Clock.Until.IsZero() && i.Effect.Measured == nil {
		out = append(out, Item{Kind: Measured, Record: i.Record, Owner: owner, Day: i.Clock.Until, Overdue: i.Clock.Overdue > 0, At: stagePlace(i.Record, "deployed")})
	}
	return out
}

// stagePlace is where an initiative says when a stage was done.
func stagePlace(rec *record.Record, name string) diag.Span {
	return rec.Source.File.Front.Get("dates").Get(name).At
}
