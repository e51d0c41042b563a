package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/cxbook/cxbook/generator/source"
)

// Whole returns one schema for all record types, which goes by the prefix of
// the id, for editors that know one schema for many files. The types' schemas
// stand in $defs without names of their own: editors look for "#/$defs/date"
// in the document, not in the schema around it.
func (s *Set) Whole() ([]byte, error) {
	b := bundler{library: s.library, names: map[string]string{}, defs: &source.Node{Kind: source.Map}}
	for _, t := range s.types {
		b.names[t.Name+suffix+"#"] = t.Name
	}
	branches := &source.Node{Kind: source.List}
	for _, t := range s.types {
		file := t.Name + suffix
		own := &source.Node{Kind: source.Map}
		for _, f := range b.inline(s.library.root(file), file).Fields {
			if f.Key != "$schema" && f.Key != "$id" && f.Key != "$defs" {
				own.Fields = append(own.Fields, f)
			}
		}
		set(b.defs, named(t.Name, own))
		branches.Items = append(branches.Items, object(
			named("if", object(
				named("properties", object(named("id", object(
					named("type", str("string")), named("pattern", str("^"+t.Prefix+"-")))))),
				named("required", list(str("id"))))),
			named("then", object(named("$ref", str("#/$defs/"+escape(t.Name)))))))
	}
	var compact, out bytes.Buffer
	writeJSON(&compact, object(
		named("$schema", str("https://json-schema.org/draft/2020-12/schema")),
		named("$id", str("cxbook:record")),
		named("title", str("Record")),
		named("description", str("The front matter of a record of any type; the prefix of its id says which.")),
		named("type", str("object")),
		named("required", list(str("id"))),
		named("allOf", branches),
		named("$defs", b.defs)))
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("schema of all records: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func str(text string) *source.Node { return &source.Node{Kind: source.String, Text: text} }

func list(items ...*source.Node) *source.Node {
	return &source.Node{Kind: source.List, Items: items}
}

func object(fields ...source.Field) *source.Node {
	return &source.Node{Kind: source.Map, Fields: fields}
}
