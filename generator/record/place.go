package record

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/markdown"
)

// Has reports whether a version has what follows # in a reference: an item
// with the key, or a place in its text in any language. A paragraph that is
// only kept as a number, § 3 (repealed), is none.
func (r *Record) Has(place string) bool {
	for _, f := range r.Source.Fields.Fields {
		for _, item := range f.Value.Items {
			if item.Get("key").String() == place {
				return true
			}
		}
	}
	if r.Source.Doc.Anchors[place] {
		return !repealed(r.Source.Doc, place)
	}
	for _, t := range r.Texts {
		if t.Doc.Anchors[place] && !repealed(t.Doc, place) {
			return true
		}
	}
	return false
}

// repealed reports whether nothing is left of a paragraph but its number.
func repealed(doc *markdown.Doc, anchor string) bool {
	i := slices.IndexFunc(doc.Headings, func(h markdown.Heading) bool { return h.Anchor == anchor })
	if i < 0 || doc.Headings[i].Number == "" {
		return false
	}
	title := titleOf(doc.Headings[i])
	said := slices.ContainsFunc(doc.Sections, func(s markdown.Section) bool {
		return s.Heading == i && strings.TrimSpace(s.Text) != ""
	})
	under := i+1 < len(doc.Headings) && doc.Headings[i+1].Level > doc.Headings[i].Level
	return strings.HasPrefix(title, "(") && strings.HasSuffix(title, ")") && !said && !under
}
