package generator

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
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

// score works out the scorecards of a handbook. The values that other rooms
// have worked out, and that expressions may use, are registered here.
func (in Input) score(from page.Input, shipped []*record.Record) (*score.Cards, diag.List) {
	return score.Make(score.Input{
		Book: from.Book, Graph: from.Graph, Duties: from.Duties, Ledger: from.Ledger, Shipped: shipped, Open: in.open,
	})
}

// unreplaced leaves out the shipped scorecards that the handbook replaces by
// its own, also by such as some readers do not see.
func unreplaced(book *record.Handbook, shipped []*record.Record) []*record.Record {
	return slices.DeleteFunc(slices.Clone(shipped), func(rec *record.Record) bool { return book.Record(rec.ID) != nil })
}
