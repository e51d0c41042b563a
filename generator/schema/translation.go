package schema

import (
	"strings"

	"github.com/cxbook/cxbook/generator/source"
)

// translated names the schema derived from a type's for its translations.
func translated(file string) string {
	return strings.TrimSuffix(file, suffix) + ".translation" + suffix
}

// derive builds the schema of a type's translations: id, source_version,
// title, parity_ok, and the fields marked x-text, which in lists of objects
// stand beside the key that says whose words they are. Facts stay out.
func (l *library) derive(file string) *source.Node {
	view := l.view(place{file: file, node: l.root(file)})
	b := deriver{library: l, room: maxFields}
	root := b.texts(view, nil, "title")
	if root == nil {
		root = closed(&source.Node{Kind: source.Map}, "title")
	}
	properties := child(root, "properties")
	for _, m := range l.members(view) {
		if m.name == "id" {
			set(properties, named("id", absolute(m.view[0].node, m.view[0].file)))
		}
	}
	for _, name := range []string{"source_version", "parity_ok"} {
		if at := l.refer("common"+suffix, "#/$defs/"+name); at.node != nil {
			set(properties, named(name, absolute(at.node, at.file)))
		}
	}
	return closed(properties, "id", "source_version", "title")
}

// A deriver copies the schemas of words out of a type's schema.
type deriver struct {
	*library
	room int // how many more fields there may be
}

// texts returns the schema of an object's words, or nil where it has none.
// within are the objects around it, because a schema may contain itself.
func (b *deriver) texts(view []place, within []*source.Node, required ...string) *source.Node {
	for _, outer := range within {
		if len(view) > 0 && outer == view[0].node {
			return nil
		}
	}
	if b.room -= len(view); len(view) == 0 || b.room < 0 || len(within) > maxNesting {
		return nil
	}
	within = append(within[:len(within):len(within)], view[0].node)
	words := &source.Node{Kind: source.Map}
	for _, m := range b.members(view) {
		if n := b.words(m.view, within); n != nil {
			set(words, named(m.name, n))
		}
	}
	if len(words.Fields) == 0 {
		return nil
	}
	return closed(words, required...)
}

// words returns what a translation may say in a field, or nib.
func (b *deriver) words(view []place, within []*source.Node) *source.Node {
	if isTrue(says(view, "x-text")) {
		return absolute(view[0].node, view[0].file)
	}
	if items := b.inside(view, "items"); len(items) > 0 {
		return b.keyedTexts(items, within)
	}
	return b.texts(view, within)
}

// keyedTexts returns the schema of a list whose objects are found by key.
func (b *deriver) keyedTexts(items []place, within []*source.Node) *source.Node {
	for _, m := range b.members(items) {
		if m.name != "key" {
			continue
		}
		object := b.texts(items, within)
		if object == nil {
			return nil
		}
		properties := child(object, "properties")
		set(properties, named("key", absolute(m.view[0].node, m.view[0].file)))
		return schemaOf("array", named("items", closed(properties, "key")))
	}
	return nil
}

// closed returns the schema of an object with these properties and no others.
func closed(properties *source.Node, required ...string) *source.Node {
	names := &source.Node{Kind: source.List}
	for _, name := range required {
		names.Items = append(names.Items, &source.Node{Kind: source.String, Text: name})
	}
	return schemaOf("object",
		named("properties", properties),
		named("required", names),
		named("additionalProperties", &source.Node{Kind: source.Bool, Text: "false"}))
}

func schemaOf(kind string, fields ...source.Field) *source.Node {
	n := &source.Node{Kind: source.Map}
	set(n, named("type", &source.Node{Kind: source.String, Text: kind}))
	for _, f := range fields {
		set(n, f)
	}
	return n
}

// isFact reports whether a translation's field, unknown to the derived
// schema, is a field of the type.
func (r *reporter) isFact(path []string) bool {
	if r.whole == nil {
		return false
	}
	view, n := r.library.view(*r.whole), r.root
	for _, token := range path {
		if n != nil && n.Kind == source.List {
			view = r.library.inside(view, "items")
		} else if view = r.library.field(view, token); view == nil {
			return false
		}
		n = below(n, token)
	}
	return len(view) > 0
}

// field returns the view of a named field of an object, or nil.
func (l *library) field(view []place, name string) []place {
	for _, m := range l.members(view) {
		if m.name == name {
			return m.view
		}
	}
	return nil
}
