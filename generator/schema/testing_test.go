package schema

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// house is a small set of schemas with one of everything.
var house = map[string]string{
	"envelope": `{
		"type": "object",
		"properties": {
			"id": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{3,6}$"},
			"title": {"type": "string", "minLength": 1, "x-text": true, "x-label": {"en": "Title", "pl": "Tytuł"}},
			"version": {"type": "integer", "minimum": 1},
			"status": {"enum": ["draft", "approved", "withdrawn"]},
			"approved_on": {"$ref": "common.schema.json#/$defs/date"},
			"change_note": {"type": "string", "x-text": true},
			"amends": {"type": "array", "items": {"type": "string", "x-ref": "same"}},
			"owner": {"$ref": "#/$defs/owner"}
		},
		"required": ["id", "title"],
		"allOf": [{"if": {"properties": {"status": {"const": "approved"}}, "required": ["status"]}, "then": {"required": ["approved_on"]}}],
		"if": {"properties": {"version": {"minimum": 2}}, "required": ["version"]},
		"then": {"required": ["change_note"]},
		"$defs": {"owner": {"type": "string", "x-ref": "role", "x-inverse": {"en": "Answers for"}, "x-label": {"en": "Owner"}}}
	}`,
	"common": `{
		"$defs": {
			"date": {"type": "string", "format": "date"},
			"key": {"type": "string", "pattern": "^[a-z0-9-]+$", "examples": ["answer-in-7-days"]},
			"limit": {
				"type": ["string", "object"], "format": "duration",
				"properties": {"value": {"type": "string", "format": "duration"}, "business_days": {"type": "boolean"}},
				"required": ["value", "business_days"], "additionalProperties": false
			},
			"source_version": {"type": "integer", "minimum": 1},
			"parity_ok": {"type": "object", "additionalProperties": {"type": "string"}}
		}
	}`,
	"role": `{
		"x-record": {"type": "role", "folder": "roles", "prefix": "ROL", "title": {"one": {"en": "role"}, "many": {"en": "roles"}}},
		"properties": {
			"kind": {"enum": ["post", "body"]},
			"members": {"type": "array", "items": {"type": "string", "x-ref": "role"}},
			"vacant": {"type": "boolean"},
			"holder": {"type": "string", "format": "email"},
			"owner": false
		},
		"required": ["kind"],
		"allOf": [
			{"if": {"properties": {"kind": {"const": "body"}}, "required": ["kind"]}, "then": {"required": ["members"]}, "else": {"properties": {"members": false}}},
			{"if": {"properties": {"vacant": {"const": true}}, "required": ["vacant"]}, "then": {"properties": {"holder": false}}}
		]
	}`,
	"policy": `{
		"x-record": {"type": "policy", "folder": "policies", "prefix": "POL", "title": {"one": {"pl": "polityka", "en": "policy"}, "many": {"en": "policies"}},
			"columns": ["owner", "scope"], "order": "approved_on", "paragraphs": true},
		"properties": {
			"scope": {"type": "string", "x-text": true, "maxLength": 20},
			"topics": {"type": "array", "uniqueItems": true, "minItems": 1, "maxItems": 5, "items": {"type": "string", "minLength": 1}},
			"duties": {"type": "array", "items": {
				"type": "object",
				"properties": {
					"key": {"$ref": "common.schema.json#/$defs/key"},
					"role": {"type": "string", "x-ref": "role", "x-label": {"en": "Who"}},
					"text": {"type": "string", "x-text": true},
					"deadline": {"$ref": "common.schema.json#/$defs/limit"},
					"enforced_by": {"enum": ["procedure", "none"]},
					"reason": {"type": "string", "x-text": true},
					"after": {"type": "array", "items": {"type": "string", "x-ref": "#duties"}}
				},
				"required": ["key", "role"],
				"if": {"properties": {"enforced_by": {"const": "none"}}, "required": ["enforced_by"]},
				"then": {"required": ["reason"]},
				"additionalProperties": false
			}},
			"of": {"type": "string", "x-ref": ["policy#duties", "policy#paragraph", "role"], "x-ref-repealed": true},
			"weight": {"type": "number", "exclusiveMinimum": 0, "maximum": 10, "multipleOf": 0.5},
			"every": {"type": "string", "format": "period"},
			"url": {"type": "string", "format": "uri"},
			"contact": {"type": "string", "format": "email"},
			"ours": {"anyOf": [{"const": true}, {"type": "array", "items": {"type": "string"}}]},
			"who": {"anyOf": [{"type": "string"}, {"type": "array"}]},
			"by_level": {"type": "object", "propertyNames": {"pattern": "^[1-5]$", "examples": ["3"]}, "additionalProperties": {"type": "string", "x-ref": "*"}},
			"by_lang": {"type": "object", "propertyNames": {"enum": ["pl", "cs", "en"]}, "minProperties": 1},
			"links": {"type": "object", "patternProperties": {"^x-": {"type": "string", "x-ref": "policy"}}, "additionalProperties": false},
			"listens": {"type": "object", "x-text": false, "properties": {"how": {"type": "string", "x-text": true}, "n": {"type": "integer"}}, "additionalProperties": false},
			"target": {"type": "string", "if": {"const": "all"}, "else": {"x-ref": "role", "x-label": {"en": "Target"}}},
			"data": {"type": "string", "x-file": "csv"}
		},
		"dependentRequired": {"url": ["contact"]},
		"dependentSchemas": {"weight": {"required": ["scope"]}},
		"allOf": [
			{"if": {"properties": {"topics": {"contains": {"const": "voice"}}}, "required": ["topics"]}, "then": {"required": ["listens"]}},
			{"if": {"properties": {"status": {"const": "draft"}}, "required": ["status"]}, "then": {"properties": {"reviewer": {"type": "string", "x-ref": "role"}}}},
			{"not": {"required": ["every", "data"]}},
			{"if": {"required": ["by_lang", "listens"], "not": {"required": ["contact"]}}, "then": {"required": ["every"]}},
			{"if": {"required": ["who"]}, "then": {"anyOf": [{"required": ["of"]}, {"required": ["target"]}]}}
		]
	}`,
	"handbook": `{"type": "object", "properties": {"title": {"type": "object"}, "languages": {"type": "array"}}, "required": ["title"], "additionalProperties": false}`,
}

// folder makes a layer of schema texts.
func folder(texts map[string]string) fstest.MapFS {
	fs := fstest.MapFS{}
	for name, text := range texts {
		fs[name+suffix] = &fstest.MapFile{Data: []byte(text)}
	}
	return fs
}

// houseSet loads the small schemas.
func houseSet(t testing.TB) *Set {
	t.Helper()
	set, list, err := Load(Layer{FS: folder(house), Prefix: "builtin"})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return set
}

// document reads a JSON text as if it were front matter: JSON is YAML, and
// its Nodes have places.
func document(t testing.TB, text string) *source.Node {
	t.Helper()
	root, problem := readJSON("x.md", []byte(text))
	if root == nil {
		t.Fatalf("%s: %v", text, problem)
	}
	return root
}

// cut returns what a span of a text covers; of several lines, the first.
func cut(text string, at diag.Span) string {
	lines := strings.Split(text, "\n")
	if at.Start.Line < 1 || at.Start.Line > len(lines) {
		return "NOWHERE"
	}
	line := []rune(lines[at.Start.Line-1])
	end := at.End.Column - 1
	if at.End.Line > at.Start.Line {
		end = len(line)
	}
	if at.Start.Column < 1 || end > len(line) || at.Start.Column-1 > end {
		return "NOWHERE"
	}
	return string(line[at.Start.Column-1 : end])
}

// said writes findings about a text so that a test can be read: what the span
// covers, code and message key, field, arguments, the hint's key with what it
// suggests, and the related places.
func said(text string, list diag.List) string {
	var b strings.Builder
	for _, d := range list.Tidy() {
		if r := diag.Lookup(d.Code); r == nil || r.Messages[d.Message.Key].EN == "" {
			b.WriteString("NO WORDS ")
		}
		fmt.Fprintf(&b, "%s %s", cut(text, d.At), d.Code)
		if d.Message.Key != "" {
			fmt.Fprintf(&b, ".%s", d.Message.Key)
		}
		fmt.Fprintf(&b, " %s", d.Field)
		for _, name := range slices.Sorted(maps.Keys(d.Message.Args)) {
			if name != "field" && name != "fields" {
				fmt.Fprintf(&b, " %s=%s", name, d.Message.Args[name])
			}
		}
		if d.Hint != nil {
			fmt.Fprintf(&b, " (%s", d.Hint.Key)
			for _, name := range []string{"suggestion", "value"} {
				if v, ok := d.Hint.Args[name]; ok {
					fmt.Fprintf(&b, " %s", v)
				}
			}
			b.WriteString(")")
		}
		for _, r := range d.Related {
			fmt.Fprintf(&b, " <%d:%d>", r.At.Start.Line, r.At.Start.Column)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
