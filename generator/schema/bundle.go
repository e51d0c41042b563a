package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/cxbook/cxbook/generator/source"
)

// JSON returns the schema of a type, or of one of the handbook's own files
// ("handbook", "debt", "redirects"), for editors: whole in itself, with the
// envelope's fields and everything that it refers to inside.
func (s *Set) JSON(name string) ([]byte, error) {
	file := name + suffix
	root := s.library.root(file)
	if root == nil || s.compiled[name] == nil {
		return nil, fmt.Errorf("no schema is called %q", name)
	}
	b := bundler{library: s.library, home: file, names: map[string]string{}, defs: &source.Node{Kind: source.Map}}
	for _, f := range fieldsOf(child(root, "$defs")) {
		b.names[file+"#/$defs/"+escape(f.Key)] = f.Key
	}
	whole := shallow(b.inline(root, file))
	defs := shallow(child(whole, "$defs"))
	for _, f := range b.defs.Fields {
		set(defs, f)
	}
	if len(defs.Fields) > 0 {
		set(whole, named("$defs", defs))
	}
	var compact, out bytes.Buffer
	writeJSON(&compact, whole)
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// A bundler brings what a schema refers to in other files into $defs.
type bundler struct {
	*library
	home  string
	names map[string]string // file#pointer → name in $defs
	defs  *source.Node
}

// inline returns a copy of a node of a file whose references stay inside.
func (b *bundler) inline(n *source.Node, file string) *source.Node {
	c := shallow(n)
	c.Kind = n.Kind
	for i, item := range c.Items {
		c.Items[i] = b.inline(item, file)
	}
	for i, f := range c.Fields {
		if f.Key == "$ref" && f.Value.Kind == source.String {
			c.Fields[i].Value = &source.Node{Kind: source.String, Text: b.ref(f.Value.Text, file), At: f.Value.At}
			continue
		}
		c.Fields[i].Value = b.inline(f.Value, file)
	}
	return c
}

// ref returns the reference as the bundle says it, bringing its target in.
func (b *bundler) ref(ref, from string) string {
	file, pointer, _ := strings.Cut(ref, "#")
	if file == "" {
		file = from
	}
	if file == b.home {
		return "#" + pointer
	}
	target := b.refer(file, "#"+pointer)
	if target.node == nil {
		return ref
	}
	id := file + "#" + pointer
	name, known := b.names[id]
	if !known {
		name = b.free(unescape(path.Base("/"+pointer)), strings.TrimSuffix(file, suffix))
		b.names[id] = name
		b.defs.Fields = append(b.defs.Fields, named(name, target.node))
		i := len(b.defs.Fields) - 1
		inlined := b.inline(target.node, file)
		b.defs.Fields[i].Value = inlined
	}
	return "#/$defs/" + escape(name)
}

// free returns a name that no other definition has.
func (b *bundler) free(name, stem string) string {
	taken := map[string]bool{"/": true, ".": true}
	for _, n := range b.names {
		taken[n] = true
	}
	if taken[name] {
		name = stem + "-" + name
	}
	for taken[name] {
		name += "-2"
	}
	return name
}
