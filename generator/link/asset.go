package link

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// dataFiles judges the fields of a version that name a CSV beside it.
func (c *connector) dataFiles(r *record.Record) {
	front := r.Source.File.Front
	for _, f := range r.Type.Fields {
		for _, value := range dataValues(f, front.Get(f.Name)) {
			if fault := c.dataFile(r.Source.File.Path, value); fault != nil {
				c.report(fault.For(r.ID, "/"+f.Name))
			}
		}
	}
}

// dataValues collects the names of data files in a field.
func dataValues(f *schema.Field, n *source.Node) []*source.Node {
	var out []*source.Node
	switch {
	case n == nil:
	case f.Shape == schema.DataFile && n.Kind == source.String:
		out = append(out, n)
	case f.Shape == schema.ListOf:
		for _, item := range n.Items {
			out = append(out, dataValues(f.Item, item)...)
		}
	case f.Shape == schema.Object:
		for _, inner := range f.Fields {
			out = append(out, dataValues(inner, n.Get(inner.Name))...)
		}
	}
	return out
}

// dataFile judges one name of a data file in the file from.
func (c *connector) dataFile(from string, value *source.Node) *diag.Diagnostic {
	full, ok := within(path.Dir(from), value.Text)
	switch {
	case !ok:
		return fault(diag.New(diag.OutsideContent, value.At, "target", value.Text))
	case kindOf(full) != "csv":
		c.used[full] = true
		return fault(diag.New(diag.FileKind, value.At, "target", value.Text, "kinds", "csv"))
	case c.assets[full]:
		c.used[full] = true
		return nil
	}
	d := diag.New(diag.MissingAttachment, value.At, "target", value.Text)
	if near, ok := c.guesser().path(from, full, c.files); ok {
		d = d.Suggest("near", "suggestion", near)
	}
	return &d
}

// ownFiles judges what the handbook's own files refer to.
func (c *connector) ownFiles() {
	guess := c.guesser()
	root := c.book.Config.Root
	c.named(root.Get("start"), naming{"/start", []string{"page"}, guess})
	for i, id := range root.Get("dashboard").Elements() {
		c.named(id, naming{fmt.Sprintf("/dashboard/%d", i), nil, guess})
	}
	for i, r := range c.book.Redirects {
		to := &source.Node{Kind: source.String, Text: r.To, At: r.ToAt}
		c.named(to, naming{fmt.Sprintf("/%d/to", i), nil, guess})
	}
	for i, debt := range c.book.Debt.Elements() {
		c.named(debt.Get("record"), naming{fmt.Sprintf("/%d/record", i), nil, guess})
		c.named(debt.Get("owner"), naming{fmt.Sprintf("/%d/owner", i), []string{"role"}, guess})
	}
	holidays := root.Get("holidays")
	if holidays == nil {
		return
	}
	for _, f := range holidays.Fields {
		if f.Value.Kind != source.String {
			continue
		}
		if fault := c.dataFile("handbook.yaml", f.Value); fault != nil {
			c.report(fault.For("", "/holidays/"+f.Key))
		}
	}
}

// A naming is a field of the handbook's own files that names a record.
type naming struct {
	pointer string
	types   []string // of the records that may be named; nil: any
	guess   *guesser
}

// named judges an id that stands in one of the handbook's own files. Of a
// kind of record that no schema describes nothing is known, and what has not
// the form of an id is the schema's to judge. Neither is anything known of
// scorecards, which may be shipped.
func (c *connector) named(id *source.Node, as naming) {
	switch r := c.book.Record(id.String()); {
	case r != nil && len(as.types) > 0 && !slices.Contains(as.types, r.Type.Name):
		c.report(c.wrongType(id.At, r, as.types).For("", as.pointer))
	case r != nil || c.book.Broken[id.String()] || !numbered.MatchString(id.String()):
	default:
		d := diag.New(diag.UnknownRecordNamed, id.At, "target", id.Text)
		if near, ok := as.guess.id(id.Text, as.types); ok {
			d = d.Suggest("near", "suggestion", near)
		}
		c.report(d.For("", as.pointer))
	}
}

// unusedAssets names every file that nothing refers to.
func (c *connector) unusedAssets() {
	for _, a := range c.book.Assets {
		if !c.used[a.Path] && !c.excused(a.Path) {
			first := diag.Position{Line: 1, Column: 1}
			c.report(diag.New(diag.IgnoredFile, diag.Span{File: a.Name, Start: first, End: first}))
		}
	}
}

// excused reports whether a file that could not be read seems to refer to an
// asset: its author has enough to mend already. Of a file without a single
// byte that could be had, nobody knows what it refers to.
func (c *connector) excused(asset string) bool {
	name := []byte(path.Base(asset))
	for _, f := range c.book.Unread {
		unknown := f.Front == nil && f.Raw == nil
		if unknown && path.Dir(f.Path) == path.Dir(asset) ||
			bytes.Contains(f.Body, name) || bytes.Contains(f.Raw, name) || mentions(f.Front, name) {
			return true
		}
	}
	return false
}

// mentions reports whether a name stands in any text of the front matter.
func mentions(n *source.Node, name []byte) bool {
	if n == nil {
		return false
	}
	return n.Kind == source.String && strings.Contains(n.Text, string(name)) ||
		slices.ContainsFunc(n.Items, func(item *source.Node) bool { return mentions(item, name) }) ||
		slices.ContainsFunc(n.Fields, func(f source.Field) bool { return mentions(f.Value, name) })
}
