package schema

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// maxRounds is how often an example is mended: more often than any schema of
// sense has fields that need each other.
const maxRounds = 40

// Example returns the front matter of a smallest record of the type: what must
// be said, and nothing else, with words in the language. The values are made up
// by shape; what one field demands of another is learned from the judge.
func (s *Set) Example(t *Type, lang string) *source.Node {
	e := exampler{set: s, lang: lang}
	root := &source.Node{Kind: source.Map}
	e.put(root, t.Fields, "id", t.FirstID())
	e.put(root, t.Fields, "title", t.One.In(lang))
	for range maxRounds {
		changed := false
		for _, d := range s.Check(t, root) {
			changed = e.mend(root, t.Fields, d) || changed
		}
		if !changed {
			break
		}
	}
	order(root, t.Fields)
	return root
}

// An exampler makes up values.
type exampler struct {
	set  *Set
	lang string
}

func (e exampler) put(root *source.Node, fields []*Field, name, value string) {
	if f := fieldNamed(fields, name); f != nil {
		root.Fields = append(root.Fields, source.Field{Key: name, Value: &source.Node{Kind: source.String, Text: value}})
	}
}

// mend adds the field or the item whose lack a finding is about, and reports
// whether it did.
func (e exampler) mend(root *source.Node, fields []*Field, d diag.Diagnostic) bool {
	path := tokens(d.Field)
	if len(path) == 0 {
		return false
	}
	switch d.Code {
	case diag.MissingField:
		object := at(root, path[:len(path)-1]).node
		f := fieldAt(fields, path)
		if object == nil || object.Kind != source.Map || f == nil || child(object, f.Name) != nil {
			return false
		}
		object.Fields = append(object.Fields, source.Field{Key: f.Name, Value: e.value(f)})
		return true
	case diag.WrongLength:
		list, f := at(root, path).node, fieldAt(fields, path)
		if list == nil || list.Kind != source.List || f == nil || f.Item == nil {
			return false
		}
		list.Items = append(list.Items, e.item(f, len(list.Items)))
		return true
	}
	return false
}

// fieldAt returns the field that a path leads to.
func fieldAt(fields []*Field, path []string) *Field {
	var f *Field
	for _, name := range path {
		if _, err := strconv.Atoi(name); err == nil && f != nil && f.Shape == ListOf {
			f = f.Item
		} else if f = fieldNamed(fields, name); f == nil {
			return nil
		}
		fields = f.Fields
	}
	return f
}

// value makes up a value of a field.
func (e exampler) value(f *Field) *source.Node {
	text := func(s string) *source.Node { return &source.Node{Kind: source.String, Text: s} }
	switch {
	case f.Shape == ListOf:
		return &source.Node{Kind: source.List, Items: []*source.Node{e.item(f, 0)}}
	case f.Shape == Object:
		n := &source.Node{Kind: source.Map}
		for _, part := range f.Fields {
			if part.Required {
				n.Fields = append(n.Fields, source.Field{Key: part.Name, Value: e.value(part)})
			}
		}
		return n
	case f.Shape == Flag:
		return &source.Node{Kind: source.Bool, Text: "true"}
	case f.Shape == Number:
		return &source.Node{Kind: source.Number, Text: cmp.Or(f.Example, "1")}
	case f.Shape == Choice && len(f.Values) > 0:
		return text(f.Values[0].Value)
	case f.Shape == Ref:
		return text(e.reference(f))
	case f.Example != "":
		return text(f.Example)
	}
	return text(cmp.Or(made[f.Shape], f.Label.In(e.lang)))
}

// made are values of shapes whose form is not free.
var made = map[Shape]string{Date: "2026-01-15", Duration: "P7D", Link: "https://www.example.org/", DataFile: "data.csv"}

func (e exampler) item(f *Field, i int) *source.Node {
	n := e.value(f.Item)
	if key := child(n, "key"); key != nil && i > 0 {
		key.Text += "-" + number(i+1)
	}
	return n
}

// reference names a record of a type that may be meant.
func (e exampler) reference(f *Field) string {
	if f.Example != "" {
		return f.Example
	}
	if f.Ref == nil || len(f.Ref.Targets) == 0 {
		return "POL-001"
	}
	target := f.Ref.Targets[0]
	id := ""
	if t := e.set.Type(target.Type); t != nil {
		id = t.FirstID()
	}
	switch {
	case target.Item == "":
		return id
	case target.Item == Paragraph:
		return id + "#par-1"
	case id == "":
		return "first"
	}
	return id + "#first"
}

// order puts the fields of an object into the schema's order.
func order(n *source.Node, fields []*Field) {
	place := func(f source.Field) int {
		return slices.IndexFunc(fields, func(known *Field) bool { return known.Name == f.Key })
	}
	slices.SortStableFunc(n.Fields, func(a, b source.Field) int { return place(a) - place(b) })
	for _, f := range n.Fields {
		known := fieldNamed(fields, f.Key)
		if known == nil {
			continue
		}
		order(f.Value, known.Fields)
		if known.Item != nil {
			for _, item := range f.Value.Items {
				order(item, known.Item.Fields)
			}
		}
	}
}

// exampleIn returns a schema's first example, else the least number it allows.
func exampleIn(view []place) string {
	if all := says(view, "examples"); all != nil && len(all.Items) > 0 && scalar(all.Items[0]) {
		return all.Items[0].Text
	}
	return text(says(view, "minimum"))
}
