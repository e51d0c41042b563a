package generator

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/generator/values"
)

// scorecards returns the scorecards that are shipped beside the built-in
// schemas. Those that a handbook's own schemas do not fit are left out.
func (in Input) scorecards(set *schema.Set) ([]*record.Record, error) {
	if len(in.Schemas) == 0 {
		return nil, nil
	}
	shipped, _, err := score.Shipped(in.Schemas[0].FS, set)
	return shipped, err
}

// The scorecards whose parameters other rooms work by.
const (
	maturityCard = "SCR-MATURITY"
	microCard    = "SCR-MICRO"
)

// parameters are what scorecards say that other rooms work by.
type parameters struct {
	maturity maturity.Parameters
	micro    micro.Parameters
}

// parameters reads them from the handbook's scorecards, or else from those that
// are shipped.
func (in Input) parameters(book *record.Handbook, shipped []*record.Record) (parameters, diag.List) {
	out := parameters{maturity.Defaults(), micro.Defaults()}
	var found diag.List
	for _, rec := range score.Effective(book, shipped) {
		var wrong []*source.Field
		switch params := rec.Source.Fields.Get("params"); rec.ID {
		case maturityCard:
			out.maturity, wrong = maturity.ParametersOf(params)
		case microCard:
			out.micro, wrong = micro.ParametersOf(params)
		}
		for _, f := range wrong {
			variant := "count"
			if f.Key == "grace" {
				variant = "grace"
			}
			d := diag.New(diag.ScorecardRules, f.Value.At, "name", f.Key, "value", f.Value.Text).As(variant)
			found = append(found, d.For(rec.ID, "/params/"+f.Key))
		}
	}
	return out, found
}

// follow follows the initiatives of a handbook, with the data behind metrics.
func follow(book *record.Handbook, p parameters, m *measure.Measures) (*micro.Initiatives, diag.List) {
	return micro.Follow(micro.Input{Book: book, Parameters: p.micro, Sample: func(q micro.Question) (series.Estimate, bool) {
		metric := m.Metrics[q.Metric.ID]
		part, ok := sliceOf(q)
		if metric == nil || !ok {
			return series.Estimate{}, false
		}
		f := metric.Over(q.From, q.To, part)
		if f.Estimate == nil {
			return series.Estimate{}, false
		}
		return *f.Estimate, true
	}})
}

// sliceOf returns the part of a metric that is asked for; false where it is one
// by two things at once, which the data are not told apart by.
func sliceOf(q micro.Question) (measure.Slice, bool) {
	var out []measure.Slice
	for _, s := range []measure.Slice{
		{By: measure.ByListening, Name: q.Listening}, {By: measure.ByChannel, Name: q.Channel}, {By: measure.ByDepartment, Name: q.Department},
	} {
		if s.Name != "" {
			out = append(out, s)
		}
	}
	switch len(out) {
	case 0:
		return measure.Slice{}, true
	case 1:
		return out[0], true
	}
	return measure.Slice{}, false
}

// score works out the scorecards of a handbook.
func (in Input) score(from page.Input, shipped []*record.Record) (*score.Cards, diag.List) {
	return score.Make(score.Input{
		Book: from.Book, Graph: from.Graph, Duties: from.Duties, Ledger: from.Ledger, Shipped: shipped, Trainings: from.Trainings,
		Named: values.All(values.Input{Maturity: from.Maturity, Initiatives: from.Initiatives, Measures: from.Measures}),
	})
}

// unreplaced leaves out the shipped scorecards that the handbook replaces by
// its own, also by such as some readers do not see.
func unreplaced(book *record.Handbook, shipped []*record.Record) []*record.Record {
	counted := score.Effective(book, shipped)
	return slices.DeleteFunc(slices.Clone(shipped), func(rec *record.Record) bool { return !slices.Contains(counted, rec) })
}
