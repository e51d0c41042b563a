package schema

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/source"
)

// typeOf reads a record type off its file.
func (l *library) typeOf(f *file) *Type {
	x := f.record()
	t := &Type{
		Name:       text(child(x, "type")),
		Folder:     text(child(x, "folder")),
		Prefix:     text(child(x, "prefix")),
		One:        words(child(child(x, "title"), "one")),
		Many:       words(child(child(x, "title"), "many")),
		Columns:    texts(child(x, "columns")),
		Order:      text(child(x, "order")),
		Paragraphs: isTrue(child(x, "paragraphs")),
		BodyFirst:  text(child(x, "lead")) == "body",
		Named:      text(child(x, "id")) == "name",
	}
	if folder := child(x, "folder"); folder != nil {
		t.At = folder.At
	}
	room := maxFields
	b := fieldBuilder{library: l, typ: t.Name, room: &room}
	t.Fields = b.object(l.view(place{file: f.name, node: l.root(f.name)}))
	common := child(l.root(envelopeFile), "properties")
	for _, field := range t.Fields {
		field.Common = child(common, field.Name) != nil
	}
	return t
}

// A fieldBuilder turns schemas into Fields.
type fieldBuilder struct {
	*library
	typ    string         // of x-ref "same"
	within []*source.Node // the schemas around, because one may contain itself
	room   *int           // how many more fields there may be
}

// How far a type's fields are unfolded. A schema may contain itself, and those
// that refer to one another crosswise would unfold into more than any machine
// can hold.
const (
	maxFields  = 2_000
	maxNesting = 16
)

func (b fieldBuilder) object(view []place) []*Field {
	required := map[string]bool{}
	for _, p := range b.firm(view) {
		for _, name := range texts(child(p.node, "required")) {
			required[name] = true
		}
	}
	var fields []*Field
	demands := b.demands(view)
	for _, m := range b.members(view) {
		f := b.field(m.name, m.view)
		f.Required, f.Demands = required[m.name], demands[m.name]
		fields = append(fields, f)
	}
	return fields
}

// firm leaves out of a view what holds only under a condition.
func (l *library) firm(view []place) []place {
	return slices.DeleteFunc(slices.Clone(view), func(p place) bool {
		path := tokens(p.pointer)
		return slices.ContainsFunc([]string{"then", "else", "anyOf", "oneOf", "dependentSchemas"}, func(word string) bool {
			return slices.Contains(path[max(0, len(path)-2):], word)
		})
	})
}

func (b fieldBuilder) field(name string, view []place) *Field {
	f := &Field{
		Name:   name,
		Label:  words(says(view, "x-label")),
		Help:   words(says(view, "x-help")),
		IsText: isTrue(says(view, "x-text")),
		Ref:    ruleOf(view, b.typ),
		Values: valuesOf(view),

		Example: exampleIn(view),
		Default: text(says(view, "default")),
	}
	if len(f.Label) == 0 {
		f.Label = Words{"en": strings.ReplaceAll(name, "_", " ")}
		if title := text(says(view, "title")); title != "" {
			f.Label["en"] = title
		}
	}
	*b.room--
	if len(view) == 0 || *b.room < 0 || len(b.within) > maxNesting || slices.Contains(b.within, view[0].node) {
		return f.shaped(view)
	}
	b.within = append(slices.Clip(b.within), view[0].node)
	f.Fields = b.object(view)
	if items := b.inside(view, "items"); len(items) > 0 {
		f.Item = b.field(name, items)
	} else if values := b.inside(view, "additionalProperties"); len(values) > 0 {
		f.Item = b.field(name, values)
	}
	return f.shaped(view)
}

// shaped gives a field its shape. A list always has an item, even where its
// schema says nothing about items: whoever reads a ListOf counts on it.
func (f *Field) shaped(view []place) *Field {
	f.Shape = shapeOf(view)
	if f.Shape == ListOf && f.Item == nil {
		f.Item = &Field{Name: f.Name, Label: f.Label}
	}
	return f
}

// shapeOf says how a value looks.
func shapeOf(view []place) Shape {
	types, format := texts(says(view, "type")), text(says(view, "format"))
	switch {
	case says(view, "x-ref") != nil:
		return Ref
	case says(view, "x-file") != nil:
		return DataFile
	case slices.Contains(types, "array"), says(view, "items") != nil:
		return ListOf
	case format == "date":
		return Date
	case format == "duration", format == "period":
		return Duration
	case format == "uri":
		return Link
	case says(view, "enum") != nil:
		return Choice
	case slices.Contains(types, "boolean"):
		return Flag
	case slices.Contains(types, "integer"), slices.Contains(types, "number"):
		return Number
	case slices.Contains(types, "object"), says(view, "properties") != nil, says(view, "additionalProperties") != nil:
		return Object
	}
	return Text
}

// valuesOf returns the values of an enum with their words, or those values of
// an open list that the schema has words for.
func valuesOf(view []place) []Value {
	names := says(view, "x-values")
	listed := keys(names)
	if enum := says(view, "enum"); enum != nil {
		listed = scalars(enum)
	}
	var all []Value
	for _, value := range listed {
		all = append(all, Value{Value: value, Label: words(child(names, value))})
	}
	return all
}

// words reads a text per language.
func words(n *source.Node) Words {
	if n == nil || len(n.Fields) == 0 {
		return nil
	}
	w := make(Words, len(n.Fields))
	for _, f := range n.Fields {
		w[f.Key] = f.Value.Text
	}
	return w
}

// ruleOf reads x-ref and its companions, or returns nil. own is the type that
// the schema is read for, which "same" means.
func ruleOf(view []place, own string) *RefRule {
	ref := says(view, "x-ref")
	if ref == nil {
		return nil
	}
	r := &RefRule{Withdrawn: isTrue(says(view, "x-ref-repealed")), Inverse: words(says(view, "x-inverse"))}
	for _, target := range texts(ref) {
		if target == "*" {
			return &RefRule{Withdrawn: r.Withdrawn, Inverse: r.Inverse}
		}
		typ, item, _ := strings.Cut(target, "#")
		if typ == "same" {
			typ = own
		}
		r.Targets = append(r.Targets, RefTarget{Type: typ, Item: item})
		switch {
		case typ == "":
			r.Own = true
		case !slices.Contains(r.Types, typ):
			r.Types = append(r.Types, typ)
		}
		if r.Item == "" {
			r.Item = item
		}
	}
	return r
}
