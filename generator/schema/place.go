package schema

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/source"
)

// A place is a schema inside one of the schema files.
type place struct {
	file    string // policy.schema.json
	pointer string // /properties/owner, as a JSON pointer
	node    *source.Node
}

// step goes down to a sub-schema; the node is nil where there is none.
func (p place) step(tokens ...string) place {
	for _, t := range tokens {
		p.pointer += "/" + escape(t)
		p.node = below(p.node, t)
	}
	return p
}

// child returns the value of a key of a map, or nil.
func child(n *source.Node, key string) *source.Node {
	if f := fieldOf(n, key); f != nil {
		return f.Value
	}
	return nil
}

// fieldOf returns a key of a map with its value, or nil.
func fieldOf(n *source.Node, key string) *source.Field {
	if n == nil || n.Kind != source.Map {
		return nil
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return &n.Fields[i]
		}
	}
	return nil
}

// below is one step of a JSON pointer.
func below(n *source.Node, token string) *source.Node {
	if n == nil || n.Kind != source.List {
		return child(n, token)
	}
	if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Items) {
		return n.Items[i]
	}
	return nil
}

// texts returns the strings of a list, or the one string.
func texts(n *source.Node) []string {
	switch {
	case n == nil:
		return nil
	case n.Kind == source.String:
		return []string{n.Text}
	}
	var all []string
	for _, item := range n.Items {
		if item.Kind == source.String {
			all = append(all, item.Text)
		}
	}
	return all
}

func keys(n *source.Node) []string {
	if n == nil {
		return nil
	}
	var all []string
	for _, f := range n.Fields {
		all = append(all, f.Key)
	}
	return all
}

func text(n *source.Node) string {
	if n == nil {
		return ""
	}
	return n.Text
}

func isTrue(n *source.Node) bool { return n != nil && n.Kind == source.Bool && n.Text == "true" }

func isFalse(n *source.Node) bool { return n != nil && n.Kind == source.Bool && n.Text == "false" }

func number(i int) string { return strconv.Itoa(i) }

// escape writes a token of a JSON pointer (RFC 6901).
func escape(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
}

func unescape(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

func pointer(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString("/" + escape(t))
	}
	return b.String()
}

// tokens splits a JSON pointer.
func tokens(pointer string) []string {
	if pointer == "" || pointer == "/" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i := range parts {
		parts[i] = unescape(parts[i])
	}
	return parts
}

// uriTokens splits a pointer as the library writes them, escaped for a URI on
// top (a key zażółć comes as za%C5%BC…).
func uriTokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, part := range parts {
		if plain, err := url.PathUnescape(part); err == nil {
			part = plain
		}
		parts[i] = unescape(part)
	}
	return parts
}

// How sub-schemas hang below the keywords of a schema.
var (
	namedSchemas  = []string{"properties", "patternProperties", "$defs", "dependentSchemas"}
	listedSchemas = []string{"allOf", "anyOf", "oneOf", "prefixItems"}
	singleSchemas = []string{
		"items", "additionalProperties", "not", "if", "then", "else", "contains",
		"propertyNames", "unevaluatedItems", "unevaluatedProperties",
	}
)

// keywordAt splits a location in a schema file into the schema and the
// keyword that failed there, with what follows the keyword. The keyword is ""
// where the schema itself is the answer: false.
func (l *library) keywordAt(location string) (in place, keyword string, rest []string) {
	file, fragment, _ := strings.Cut(strings.TrimPrefix(location, scheme), "#")
	in = place{file: file, node: l.root(file)}
	path := uriTokens(fragment)
	for len(path) > 0 {
		taken := 0
		switch {
		case slices.Contains(namedSchemas, path[0]), slices.Contains(listedSchemas, path[0]):
			taken = 2
		case slices.Contains(singleSchemas, path[0]) && (len(path) > 1 || isFalse(child(in.node, path[0])) && path[0] != "additionalProperties"):
			taken = 1
		}
		if taken == 0 || taken > len(path) {
			return in, path[0], path[1:]
		}
		in = in.step(path[:taken]...)
		path = path[taken:]
	}
	return in, "", nil
}

// refer resolves a $ref that stands in a file; the node is nil where it leads
// nowhere.
func (l *library) refer(from, ref string) place {
	file, fragment, _ := strings.Cut(ref, "#")
	if file == "" {
		file = from
	}
	to := place{file: file, node: l.root(file)}
	return to.step(tokens(fragment)...)
}

// view returns every schema that may describe the value that p describes: p,
// and what it takes in by $ref, allOf, if/then and the like. Fields, labels
// and references of a value are what any of them says, the nearest first.
func (l *library) view(p place) []place {
	var all []place
	var add func(place)
	add = func(p place) {
		if p.node == nil || slices.ContainsFunc(all, func(o place) bool { return o.node == p.node }) {
			return
		}
		all = append(all, p)
		if ref := child(p.node, "$ref"); ref != nil {
			add(l.refer(p.file, ref.Text))
		}
		for _, word := range []string{"allOf", "anyOf", "oneOf"} {
			for i := range child(p.node, word).Elements() {
				add(p.step(word, number(i)))
			}
		}
		add(p.step("then"))
		add(p.step("else"))
		for _, name := range keys(child(p.node, "dependentSchemas")) {
			add(p.step("dependentSchemas", name))
		}
	}
	add(p)
	return all
}

// says returns the first value that a view gives a keyword, or nil.
func says(view []place, keyword string) *source.Node {
	for _, p := range view {
		if n := child(p.node, keyword); n != nil {
			return n
		}
	}
	return nil
}

// A member is a named field of an object as a view describes it.
type member struct {
	name string
	view []place
}

// members lists the fields that a view of an object knows, in order. Where a
// schema of the view is closed, only those that it names can ever be there.
func (l *library) members(view []place) []member {
	var all []member
	for _, p := range view {
		for _, name := range keys(child(p.node, "properties")) {
			at := p.step("properties", name)
			if isFalse(at.node) {
				continue
			}
			i := slices.IndexFunc(all, func(m member) bool { return m.name == name })
			if i < 0 {
				all = append(all, member{name: name})
				i = len(all) - 1
			}
			all[i].view = append(all[i].view, l.view(at)...)
		}
	}
	for _, p := range view {
		if isFalse(child(p.node, "additionalProperties")) && child(p.node, "patternProperties") == nil {
			named := child(p.node, "properties")
			all = slices.DeleteFunc(all, func(m member) bool { return child(named, m.name) == nil })
		}
	}
	return all
}

// inside returns the view of what a keyword of the view holds: the items of a
// list, the values of a map.
func (l *library) inside(view []place, keyword string) []place {
	var all []place
	for _, p := range view {
		if in := p.step(keyword); in.node != nil && in.node.Kind == source.Map {
			all = append(all, l.view(in)...)
		}
	}
	return all
}
