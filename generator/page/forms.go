package page

import (
	"cmp"
	"path"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

func formAddress(t *schema.Type, language string) string {
	return language + "/" + typesAddress + t.Name + "/"
}

// forms adds a page of all fields for each type, with or without records, and
// the page that leads to them: whoever writes without an editor that knows the
// schemas reads there what may be written.
func (p *planner) forms(at diag.Span, language string) {
	p.general(at, &Page{
		Kind: Types, Lang: language, Word: "fields",
		make: func(full *Page) {
			for _, t := range p.book.Types.Types() {
				full.Types = append(full.Types, p.form(t, language))
			}
			words := lang.Compare(language)
			slices.SortStableFunc(full.Types, func(a, b Form) int { return words(a.Name, b.Name) })
		},
	}, typesAddress)
	for _, t := range p.book.Types.Types() {
		p.general(at, &Page{
			Kind: Fields, Lang: language, Word: "fields.of", Title: t.One.In(language),
			Crumbs: []Link{{Word: "fields", Address: language + "/" + typesAddress}},
			make: func(full *Page) {
				f := p.form(t, language)
				f.Example = p.example(t, language)
				for _, field := range t.Fields {
					explained := p.field(field, language)
					explained.Anchor = "field:" + field.Name
					if field.Common {
						f.Common = append(f.Common, explained)
					} else {
						f.Own = append(f.Own, explained)
					}
				}
				full.Form = &f
			},
		}, typesAddress+t.Name+"/")
	}
}

func (p *planner) form(t *schema.Type, language string) Form {
	f := Form{
		Name: t.One.In(language), Fields: formAddress(t, language),
		Folder: path.Join(path.Base(p.book.Prefix), t.Folder), ID: t.FirstID(),
	}
	if len(p.book.ByType(t.Name)) > 0 {
		f.Index = &Link{Title: t.Many.In(language), Address: language + "/" + t.Folder + "/"}
	}
	return f
}

// example writes the file of a smallest record.
func (p *planner) example(t *schema.Type, language string) string {
	return "---\n" + source.Encode(p.book.Types.Example(t, language)) + "---\n"
}

// shapes are what the theme calls the shapes of fields.
var shapes = map[schema.Shape]string{
	schema.Text: "text", schema.Choice: "choice", schema.Number: "number", schema.Flag: "flag",
	schema.Date: "date", schema.Duration: "duration", schema.Link: "link", schema.Ref: "reference",
	schema.DataFile: "file", schema.Object: "object", schema.ListOf: "list",
}

// field explains a field and its parts.
func (p *planner) field(f *schema.Field, language string) Field {
	one := f
	if f.Shape == schema.ListOf {
		one = f.Item
	}
	out := Field{
		Name: f.Name, Label: f.Label.In(language), Help: f.Help.In(language),
		Required: f.Required, Translated: translated(f), Shape: shapes[one.Shape], Several: f.Shape == schema.ListOf,
	}
	for _, d := range f.Demands {
		demand := Demand{Forbidden: d.Forbidden, Unless: d.Unless, Field: d.Field, Values: d.Values, Least: d.Least != ""}
		if demand.Least {
			demand.Values = []string{d.Least}
		}
		out.Demands = append(out.Demands, demand)
	}
	for _, v := range one.Values {
		out.Values = append(out.Values, Choice{Value: v.Value, Label: v.Label.In(language)})
	}
	if one.Shape == schema.Ref && one.Ref != nil {
		out.Targets = p.targets(one.Ref, language)
	}
	for _, part := range one.Fields {
		out.Parts = append(out.Parts, p.field(part, language))
	}
	return out
}

// translated reports whether a translation may hold the field or a part of it.
func translated(f *schema.Field) bool {
	if f.IsText || f.Item != nil && translated(f.Item) {
		return true
	}
	for _, part := range f.Fields {
		if translated(part) {
			return true
		}
	}
	return false
}

// targets says what a reference may be to: records of a type, or what stands in
// one of their lists.
func (p *planner) targets(rule *schema.RefRule, language string) []Link {
	var out []Link
	for _, target := range rule.Targets {
		l := Link{}
		t := p.book.Types.Type(target.Type)
		if t != nil {
			l.Title, l.Address = t.One.In(language), formAddress(t, language)
			if list := t.Field(target.Item); list != nil {
				l.Title, l.Fragment = l.Title+": "+list.Label.In(language), "field:"+list.Name
			}
		}
		if l.Title = cmp.Or(l.Title, target.Item); l.Title != "" {
			out = append(out, l)
		}
	}
	return out
}
