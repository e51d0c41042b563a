package schema

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/source"
)

// The files that are no record types.
const (
	suffix       = ".schema.json"
	envelopeFile = "envelope" + suffix
)

// A library is a set of schema files that go together: the types as they
// stand with the envelope merged in, and the others as they are.
type library struct {
	files map[string]*file
	roots map[string]*source.Node // what is compiled, by file name
}

// A file is one schema file.
type file struct {
	name  string // policy.schema.json
	layer int    // 0: the program's own
	root  *source.Node
}

func (f *file) record() *source.Node { return child(f.root, "x-record") }

func (f *file) stem() string { return strings.TrimSuffix(f.name, suffix) }

func newLibrary(files map[string]*file) *library {
	l := &library{files: files, roots: make(map[string]*source.Node, len(files))}
	var envelope *source.Node
	if f := files[envelopeFile]; f != nil {
		envelope = f.root
	}
	for name, f := range files {
		l.roots[name] = f.root
	}
	for name, f := range files {
		if f.record() != nil {
			l.roots[name] = closeOver(merge(f.root, envelope), l.members(l.view(place{file: name, node: f.root})))
		}
	}
	return l
}

func (l *library) root(name string) *source.Node { return l.roots[name] }

// types returns the names of the files that describe record types, sorted.
func (l *library) types() []*file {
	var all []*file
	for _, f := range l.files {
		if f.record() != nil {
			all = append(all, f)
		}
	}
	slices.SortFunc(all, func(a, b *file) int { return strings.Compare(a.name, b.name) })
	return all
}

// merge writes the envelope's fields before the type's own. It merges rather
// than refers, because a schema closed by additionalProperties knows only the
// properties beside it, and would refuse the envelope's own fields. Where
// both have a field, the type's wins, and false takes the field away.
func merge(own, envelope *source.Node) *source.Node {
	properties := &source.Node{Kind: source.Map, At: own.At}
	own, envelope = shallow(own), absolute(envelope, envelopeFile)
	for _, from := range []*source.Node{child(envelope, "properties"), child(own, "properties")} {
		for _, f := range fieldsOf(from) {
			set(properties, f)
		}
	}
	properties.Fields = slices.DeleteFunc(properties.Fields, func(f source.Field) bool { return isFalse(f.Value) })
	identify(own, properties)
	set(own, named("properties", properties))
	for _, word := range []string{"required", "allOf"} {
		if all := join(child(envelope, word), child(own, word)); len(all.Items) > 0 {
			set(own, named(word, all))
		}
	}
	if test := child(envelope, "if"); test != nil {
		branch := &source.Node{Kind: source.Map, At: test.At}
		for _, word := range []string{"if", "then", "else"} {
			if f := fieldOf(envelope, word); f != nil {
				set(branch, *f)
			}
		}
		set(own, named("allOf", join(child(own, "allOf"), &source.Node{Items: []*source.Node{branch}})))
	}
	set(own, named("type", &source.Node{Kind: source.String, Text: "object", At: own.At}))
	return own
}

// closeOver refuses every field that neither the envelope nor the type names.
// Fields that only a condition of the type names (then, dependentSchemas)
// count as named; a condition of the envelope names none, because it speaks
// of fields that not every type has.
func closeOver(root *source.Node, own []member) *source.Node {
	properties := child(root, "properties")
	for _, m := range own {
		if fieldOf(properties, m.name) == nil {
			set(properties, named(m.name, &source.Node{Kind: source.Map, At: root.At}))
		}
	}
	set(root, named("additionalProperties", &source.Node{Kind: source.Bool, Text: "false", At: root.At}))
	return root
}

// identify gives the id its form where the type itself does not.
func identify(own, properties *source.Node) {
	id, prefix := child(properties, "id"), text(child(child(own, "x-record"), "prefix"))
	if id == nil || id.Kind != source.Map || prefix == "" || child(child(child(own, "properties"), "id"), "pattern") != nil {
		return
	}
	form, example := "[0-9]{3,6}", "001"
	if text(child(child(own, "x-record"), "id")) == "name" {
		form, example = "[A-Z][A-Z0-9-]*", "NAME"
	}
	id = shallow(id)
	set(id, named("pattern", &source.Node{Kind: source.String, Text: "^" + prefix + "-" + form + "$", At: id.At}))
	set(id, named("examples", &source.Node{Kind: source.List, At: id.At, Items: []*source.Node{
		{Kind: source.String, Text: prefix + "-" + example, At: id.At}}}))
	set(properties, named("id", id))
}

// absolute returns a copy whose references to its own file name that file, so
// that they lead to the same place from elsewhere.
func absolute(n *source.Node, file string) *source.Node {
	if n == nil {
		return nil
	}
	c := shallow(n)
	for i, item := range c.Items {
		c.Items[i] = absolute(item, file)
	}
	for i, f := range c.Fields {
		if f.Key == "$ref" && f.Value.Kind == source.String && strings.HasPrefix(f.Value.Text, "#") {
			ref := *f.Value
			ref.Text = file + ref.Text
			c.Fields[i].Value = &ref
			continue
		}
		c.Fields[i].Value = absolute(f.Value, file)
	}
	return c
}

func shallow(n *source.Node) *source.Node {
	if n == nil {
		return &source.Node{Kind: source.Map}
	}
	c := *n
	c.Items, c.Fields = slices.Clone(n.Items), slices.Clone(n.Fields)
	return &c
}

// set puts a field into a map in the place of one of the same name, else last.
func set(n *source.Node, f source.Field) {
	if old := fieldOf(n, f.Key); old != nil {
		*old = f
		return
	}
	n.Fields = append(n.Fields, f)
}

func named(key string, value *source.Node) source.Field {
	return source.Field{Key: key, KeyAt: value.At, Value: value}
}

func join(lists ...*source.Node) *source.Node {
	all := &source.Node{Kind: source.List}
	for _, l := range lists {
		if l != nil {
			all.At = l.At
			all.Items = append(all.Items, l.Items...)
		}
	}
	return all
}

func fieldsOf(n *source.Node) []source.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}
