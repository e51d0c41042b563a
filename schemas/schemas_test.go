package schemas_test

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxbook/cxbook/schemas"
)

// A node is a schema as encoding/json reads it, with where it stands.
type node struct {
	file string
	at   string
	json map[string]any
}

func (n node) into(at string, v any) node {
	m, _ := v.(map[string]any)
	return node{n.file, n.at + "/" + at, m}
}

// refer follows the schema's $ref; without one it is the schema itself.
func (n node) refer(t *testing.T, all map[string]node) node {
	ref, ok := n.json["$ref"].(string)
	if !ok {
		return n
	}
	file, name, ok := strings.Cut(ref, "#/$defs/")
	target := all[file].into("$defs", all[file].json["$defs"])
	if target = target.into(name, target.json[name]); !ok || target.json == nil {
		t.Errorf("%s%s: %s leads nowhere", n.file, n.at, ref)
	}
	return target
}

// files reads the schema files by name.
func files(t *testing.T) map[string]node {
	t.Helper()
	names, err := fs.Glob(schemas.FS, "*.schema.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no schemas: %v", err)
	}
	all := map[string]node{}
	for _, name := range names {
		data, err := fs.ReadFile(schemas.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		n := node{file: name}
		if err := json.Unmarshal(data, &n.json); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = n
	}
	return all
}

// Keywords of draft 2020-12 that the schemas use, and ours. A misspelt
// keyword would check nothing and say nothing.
var keywords = []string{
	"$schema", "$id", "$ref", "$defs", "title", "description", "default", "examples",
	"type", "enum", "const", "format", "pattern", "minLength", "maxLength",
	"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
	"items", "minItems", "uniqueItems", "contains",
	"properties", "patternProperties", "additionalProperties", "required", "minProperties",
	"allOf", "not", "if", "then", "else",
	"x-record", "x-ref", "x-ref-repealed", "x-inverse", "x-label", "x-help", "x-text", "x-file", "x-values",
}

// visit calls f for a schema and all schemas inside it. conditional is true
// inside if, then, else and not, where a property is spoken of and not made.
func visit(n node, conditional bool, f func(n node, property, conditional bool)) {
	f(n, false, conditional)
	visitInside(n, conditional, f)
}

func visitInside(n node, conditional bool, f func(n node, property, conditional bool)) {
	for _, word := range []string{"properties", "patternProperties", "$defs"} {
		for name, v := range n.into(word, n.json[word]).json {
			in := n.into(word+"/"+name, v)
			if in.json == nil {
				continue
			}
			f(in, word == "properties", conditional)
			visitInside(in, conditional, f)
		}
	}
	for _, word := range []string{"items", "additionalProperties", "contains"} {
		if in := n.into(word, n.json[word]); in.json != nil {
			visit(in, conditional, f)
		}
	}
	for _, word := range []string{"if", "then", "else", "not"} {
		if in := n.into(word, n.json[word]); in.json != nil {
			visit(in, true, f)
		}
	}
	all, _ := n.json["allOf"].([]any)
	for _, v := range all {
		visit(n.into("allOf", v), conditional, f)
	}
}

// each calls f for every schema of every file.
func each(t *testing.T, f func(n node, property, conditional bool)) {
	t.Helper()
	for _, n := range files(t) {
		visit(n, false, f)
	}
}

func TestKeywords(t *testing.T) {
	each(t, func(n node, _, _ bool) {
		for word := range n.json {
			if !slices.Contains(keywords, word) {
				t.Errorf("%s%s: unknown keyword %q", n.file, n.at, word)
			}
		}
	})
}

func TestHeads(t *testing.T) {
	for name, n := range files(t) {
		stem := strings.TrimSuffix(name, ".schema.json")
		if n.json["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
			t.Errorf("%s: $schema is %v", name, n.json["$schema"])
		}
		if n.json["$id"] != "cxbook:"+stem {
			t.Errorf("%s: $id is %v", name, n.json["$id"])
		}
		for _, word := range []string{"title", "description"} {
			if text(n, word) == "" {
				t.Errorf("%s: no %s", name, word)
			}
		}
	}
}

// TestWords holds every field to its words: a short label and a sentence of
// help with an example, in each language, the English ones also as title and
// description.
func TestWords(t *testing.T) {
	all := files(t)
	each(t, func(n node, property, conditional bool) {
		if !property || conditional {
			return
		}
		label, help := words(t, n, "x-label", all), words(t, n, "x-help", all)
		if said(t, n, "title", all) != label["en"] || said(t, n, "description", all) != help["en"] {
			t.Errorf("%s%s: title and description are not the English label and help", n.file, n.at)
		}
		for lang, example := range map[string]string{"pl": "np. ", "cs": "např. ", "en": "for example "} {
			if utf8.RuneCountInString(label[lang]) > 32 {
				t.Errorf("%s%s: the label %q is long", n.file, n.at, label[lang])
			}
			if !strings.Contains(help[lang], example) || !strings.HasSuffix(help[lang], ".") && !strings.HasSuffix(help[lang], "….") {
				t.Errorf("%s%s: help without an example or a full stop: %q", n.file, n.at, help[lang])
			}
		}
	})
}

// TestValues: every value of a choice has a word in each language.
func TestValues(t *testing.T) {
	each(t, func(n node, _, conditional bool) {
		if conditional {
			return
		}
		enum, _ := n.json["enum"].([]any)
		named := n.into("x-values", n.json["x-values"])
		for _, v := range enum {
			value, _ := v.(string)
			inLanguages(t, named.into(value, named.json[value]))
		}
		if enum != nil && len(named.json) != len(enum) {
			t.Errorf("%s: %d words for %d values", named.file+named.at, len(named.json), len(enum))
		}
	})
}

// TestReferences: every x-ref names types that exist and its relation has a
// name on the target's page.
func TestReferences(t *testing.T) {
	all := files(t)
	each(t, func(n node, _, _ bool) {
		refs, _ := n.json["x-ref"].([]any)
		if one, ok := n.json["x-ref"].(string); ok {
			refs = []any{one}
		}
		if n.json["x-ref"] == nil {
			return
		}
		if len(refs) == 0 {
			t.Errorf("%s%s: x-ref is %v", n.file, n.at, n.json["x-ref"])
		}
		for _, r := range refs {
			typ, item, _ := strings.Cut(r.(string), "#")
			if typ == "*" || typ == "same" {
				continue
			}
			target := n.file
			if typ != "" {
				target = typ + ".schema.json"
			}
			properties, _ := all[target].json["properties"].(map[string]any)
			if all[target].json["x-record"] == nil || item != "" && item != "paragraph" && properties[item] == nil {
				t.Errorf("%s%s: x-ref %v names nothing", n.file, n.at, r)
			}
		}
		inLanguages(t, n.into("x-inverse", n.json["x-inverse"]))
	})
}

// TestExamples: every pattern comes with examples, which match it.
func TestExamples(t *testing.T) {
	each(t, func(n node, _, conditional bool) {
		pattern := text(n, "pattern")
		if pattern == "" {
			return
		}
		re, err := regexp.Compile(pattern)
		if err != nil {
			t.Errorf("%s%s: %v", n.file, n.at, err)
			return
		}
		examples, _ := n.json["examples"].([]any)
		if len(examples) == 0 && !conditional {
			t.Errorf("%s%s: a pattern without an example", n.file, n.at)
		}
		for _, e := range examples {
			if s, ok := e.(string); !ok || !re.MatchString(s) {
				t.Errorf("%s%s: the example %v does not match %s", n.file, n.at, e, pattern)
			}
		}
	})
}

// TestClosed: objects inside records refuse fields that they do not name; the
// records themselves are closed when they are loaded.
func TestClosed(t *testing.T) {
	each(t, func(n node, _, conditional bool) {
		whole := n.at == "" && (n.json["x-record"] != nil || n.file == "envelope.schema.json")
		if conditional || whole || n.json["properties"] == nil {
			return
		}
		if n.json["additionalProperties"] != false {
			t.Errorf("%s%s: not closed", n.file, n.at)
		}
	})
}

// said is a schema's text, its own or that of what it refers to.
func said(t *testing.T, n node, word string, all map[string]node) string {
	if s := text(n, word); s != "" {
		return s
	}
	return text(n.refer(t, all), word)
}

func text(n node, word string) string {
	s, _ := n.json[word].(string)
	return s
}

// words are a schema's words, its own or those of what it refers to.
func words(t *testing.T, n node, word string, all map[string]node) map[string]string {
	if n.json[word] == nil {
		n = n.refer(t, all)
	}
	return inLanguages(t, n.into(word, n.json[word]))
}

// inLanguages checks that a text is there in the three languages.
func inLanguages(t *testing.T, n node) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, lang := range []string{"pl", "cs", "en"} {
		if out[lang] = text(n, lang); out[lang] == "" {
			t.Errorf("%s%s: no words in %s", n.file, n.at, lang)
		}
	}
	return out
}
