package link

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/schemas"
)

// A refField is a reference field of a built-in record type.
type refField struct {
	typ      string
	path     []string // "0" is a list's item
	targets  []string // as x-ref has them
	repealed bool
}

func (f refField) String() string { return f.typ + "/" + strings.Join(f.path, "/") }

// refFields reads the fields off the schema files themselves, not through the
// package under test's own sources, so that a field that is lost on the way
// is missed.
func refFields(t *testing.T) []refField {
	t.Helper()
	names, err := fs.Glob(schemas.FS, "*.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []refField
	for _, name := range names {
		doc := open(t, name)
		meta, ok := doc["x-record"].(map[string]any)
		if !ok {
			continue
		}
		c := collector{t: t, typ: meta["type"].(string)}
		c.walk(doc, nil, 0)
		c.walk(open(t, "envelope.schema.json"), nil, 0)
		out = append(out, c.found...)
	}
	return out
}

func open(t *testing.T, name string) map[string]any {
	t.Helper()
	text, err := fs.ReadFile(schemas.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(name, err)
	}
	return doc
}

type collector struct {
	t     *testing.T
	typ   string
	found []refField
}

func (c *collector) walk(v any, at []string, depth int) {
	s, ok := v.(map[string]any)
	if !ok || depth > 16 {
		return
	}
	if ref, ok := s["x-ref"]; ok {
		f := refField{typ: c.typ, path: slices.Clone(at), repealed: s["x-ref-repealed"] == true}
		switch ref := ref.(type) {
		case string:
			f.targets = []string{ref}
		case []any:
			for _, r := range ref {
				f.targets = append(f.targets, r.(string))
			}
		}
		c.found = append(c.found, f)
	}
	if ref, ok := s["$ref"].(string); ok {
		file, pointer, _ := strings.Cut(ref, "#")
		var at2 any = open(c.t, file)
		for _, token := range strings.Split(strings.Trim(pointer, "/"), "/") {
			at2 = at2.(map[string]any)[token]
		}
		c.walk(at2, at, depth+1)
	}
	properties, _ := s["properties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		c.walk(properties[name], append(slices.Clone(at), name), depth+1)
	}
	c.walk(s["items"], append(slices.Clone(at), "0"), depth+1)
	for _, word := range []string{"if", "then", "else"} {
		c.walk(s[word], at, depth+1)
	}
	for _, word := range []string{"allOf", "anyOf", "oneOf"} {
		parts, _ := s[word].([]any)
		for _, part := range parts {
			c.walk(part, at, depth+1)
		}
	}
}

// yaml writes the field on one line with the value in it.
func (f refField) yaml(value string) string {
	out := value
	for _, step := range slices.Backward(f.path[1:]) {
		if step == "0" {
			out = "[" + out + "]"
		} else {
			out = "{" + step + ": " + out + "}"
		}
	}
	return f.path[0] + ": " + out
}

// line is yaml with what else the field needs to make sense.
func (f refField) line(value string) string {
	line := f.yaml(fmt.Sprintf("%q", value))
	if strings.HasPrefix(f.targets[0], "#") {
		line = strings.Replace(line, "{", "{key: j, ", 1)
		line = strings.TrimSuffix(line, "]") + ", {key: k}]"
	}
	return line
}

// targetTypes returns the record types that the field may point at.
func (f refField) targetTypes(set *schema.Set) []*schema.Type {
	var out []*schema.Type
	for _, target := range f.targets {
		name, _, _ := strings.Cut(target, "#")
		if name == "same" {
			name = f.typ
		}
		if t := set.Type(name); t != nil {
			out = append(out, t)
		}
	}
	return out
}

// items returns the list of the first target whose items are meant.
func (f refField) item() string {
	_, item, _ := strings.Cut(f.targets[0], "#")
	return item
}

// world holds two records of each type: one with number 1 that has an item k
// in each list and § 1, and a withdrawn one with number 2.
func idOf(t *schema.Type, n string) string {
	if t.Named {
		return t.Prefix + "-N" + n
	}
	return t.Prefix + "-" + n
}

func world(set *schema.Set) files {
	out := files{}
	for _, t := range set.Types() {
		lists := "duties: [{key: k}]\nsteps: [{key: k}]\ncompetencies: [{key: k}]\nprinciples: [{key: other}]"
		out[t.Folder+"/one.md"] = md("id: "+idOf(t, "001"), "title: One "+t.Name, lists, "---", "## § 1 A")
		out[t.Folder+"/two.md"] = md("id: "+idOf(t, "002"), "title: Two "+t.Name, "status: withdrawn", lists, "---", "## § 1 A")
	}
	return out
}

// TestEveryField puts each kind of wrong value into each reference field of
// the built-in schemas and expects it to be found where it stands. All of them
// stand in one handbook, in a file each.
func TestEveryField(t *testing.T) {
	set := handbooktest.Types(t)
	fields := refFields(t)
	if len(fields) < 60 {
		t.Fatalf("only %d reference fields", len(fields))
	}
	all := world(set)
	var tries []try
	for _, f := range fields {
		for _, c := range f.cases(set) {
			typ := set.Type(f.typ)
			n := len(tries)
			tries = append(tries, try{
				field: f, fieldCase: c,
				id:   idOf(typ, strconv.Itoa(1000+n)),
				file: fmt.Sprintf("%s/żółw-%d.md", typ.Folder, n),
				line: f.line(c.value),
			})
			all[tries[n].file] = md("id: "+tries[n].id, "title: Three "+tries[n].id, tries[n].line)
		}
	}
	book := all.load(t)
	graph, found := Connect(book)
	byFile := map[string]diag.List{}
	for _, d := range found {
		byFile[d.At.File] = append(byFile[d.At.File], d)
	}
	for _, try := range tries {
		t.Run(try.field.String()+"="+try.value, func(t *testing.T) {
			try.judge(t, byFile["content/"+try.file], graph.Outgoing(try.id))
		})
	}
}

// A try is one value in one field, in a file of its own.
type try struct {
	field refField
	fieldCase
	id, file, line string
}

func (c try) judge(t *testing.T, found diag.List, edges []Edge) {
	own := strings.HasPrefix(c.field.targets[0], "#")
	if c.code == "" {
		if len(found) > 0 || !own && len(edges) != 1 {
			t.Errorf("%s: %v, edges %v", c.line, brief(found), edges)
		}
		return
	}
	if len(found) != 1 || found[0].Code != c.code {
		t.Fatalf("%s: want %s, got %v", c.line, c.code, brief(found))
	}
	before, _, _ := strings.Cut(c.line, `"`)
	start := diag.Position{Line: 4, Column: utf8.RuneCountInString(before) + 1}
	end := diag.Position{Line: 4, Column: start.Column + utf8.RuneCountInString(c.value) + 2}
	d := found[0]
	if d.At.Start != start || d.At.End != end || d.Record != c.id || d.Field != "/"+strings.Join(c.field.path, "/") {
		t.Errorf("%s: at %v, record %s, field %s", c.line, d.At, d.Record, d.Field)
	}
	if len(edges) > 0 && !own {
		t.Errorf("%s: a faulty reference has the edge %v", c.line, edges)
	}
}

// A fieldCase is a value and the code that it must raise, "" for none.
type fieldCase struct {
	value string
	code  diag.Code
}

func (f refField) cases(set *schema.Set) []fieldCase {
	if strings.HasPrefix(f.targets[0], "#") {
		return []fieldCase{{"nowhere", diag.UnknownItem}, {"k", ""}}
	}
	suffix, prefix := "", "ROL"
	if f.item() == schema.Paragraph {
		suffix = "#par-1"
	} else if f.item() != "" {
		suffix = "#k"
	}
	allowed := f.targetTypes(set)
	if len(allowed) > 0 {
		prefix = idOf(allowed[0], "")
	} else {
		prefix += "-"
	}
	out := []fieldCase{
		{prefix + "001" + suffix, ""},
		{prefix + "999" + suffix, diag.UnknownReference},
		{strings.ToLower(prefix) + "001" + suffix, diag.ReferenceCase},
		{"nobody knows", diag.NotAReference},
		{prefix + "002" + suffix, diag.WithdrawnReference},
		{prefix + "001#nowhere", diag.UnknownItem},
	}
	if f.repealed {
		out[4].code = ""
	}
	if suffix != "" {
		out = append(out, fieldCase{prefix + "001", diag.UnknownItem})
	}
	if len(allowed) > 0 {
		for _, t := range set.Types() {
			if !slices.Contains(allowed, t) {
				return append(out, fieldCase{idOf(t, "001") + suffix, diag.WrongReferenceType})
			}
		}
	}
	return out
}
