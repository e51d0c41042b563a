package due

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
)

// absent judges a reference to a place in law in force: a paragraph or a duty
// that another version has, and that of the day has not.
func absent(book *record.Handbook, e link.Edge) (diag.Diagnostic, bool) {
	if e.Item == "" || e.To.Has(e.Item) {
		return diag.Diagnostic{}, false
	}
	d := diag.New(diag.NotInForce, e.At, "target", e.To.ID, "item", e.Item).As("item").For(e.From.ID, e.Pointer)
	var had, lost *record.Record
	for _, v := range e.To.Versions {
		_, law := book.DaysOf(v)
		switch {
		case !law:
		case v.Version > e.To.Version && v.Has(e.Item):
			return diag.New(diag.NotInForce, e.At, "target", e.To.ID, "item", e.Item, "date", v.From.String()).
				As("item-coming").For(e.From.ID, e.Pointer), true
		case v.Version > e.To.Version:
		case v.Has(e.Item):
			had, lost = v, nil
		case had != nil && lost == nil:
			lost = v
		}
	}
	if lost != nil {
		d = diag.New(diag.NotInForce, e.At, "target", e.To.ID, "item", e.Item, "date", lost.From.String()).
			As("item-over").For(e.From.ID, e.Pointer)
		if departs(e) {
			d = d.Suggest("exception")
		}
	}
	return d, true
}
