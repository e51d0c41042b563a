package schema

import (
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// FuzzCheck judges random front matter. Whatever it holds, judging must not
// panic, must say the same twice, and must point inside the file.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		`{"id": "POL-001", "title": "T"}`,
		`{"title": {"a": [1, "x", null, true]}, "duties": [{"key": "a"}, {"key": "a"}, 3, []]}`,
		`{"zażółć/~ %41": 1, "": {"": ""}, "%": 1}`,
		`{"weight": 1e999999999, "version": -0.0, "topics": ["a", "a", {"a": 1}, {"a": 1.0}]}`,
		`{"kind": "body", "vacant": true, "holder": 3, "members": {}}`,
		`[[[[]]]]`, `3`, `null`, `"x"`,
		`{"who": {}, "ours": {"x": 1}, "every": 1, "data": 2, "url": [], "status": "approved"}`,
		`{"by_level": {"9": 1, "1": "A-1#b#c"}, "by_lang": {"de": 1}, "target": 1, "of": "#"}`,
	} {
		f.Add(seed)
	}
	set := houseSet(f)
	f.Fuzz(func(t *testing.T, text string) {
		root, _ := readJSON("x.md", []byte(text))
		if root == nil {
			t.Skip()
		}
		for _, typ := range set.Types() {
			judgeRandom(t, text, func() diag.List { return set.Check(typ, root) })
			judgeRandom(t, text, func() diag.List { return set.CheckTranslation(typ, root) })
			for _, r := range set.References(typ, root) {
				if cut(text, r.At) == "NOWHERE" {
					t.Fatalf("a reference at %v", r.At)
				}
			}
		}
		judgeRandom(t, text, func() diag.List { return set.CheckHandbook(root) })
	})
}

func judgeRandom(t *testing.T, text string, check func() diag.List) {
	t.Helper()
	list := check()
	if first, again := said(text, list), said(text, check()); first != again {
		t.Fatalf("first\n%sthen\n%s", first, again)
	}
	for _, d := range list {
		if d.At.File != "x.md" || cut(text, d.At) == "NOWHERE" {
			t.Fatalf("a finding at %v: %s", d.At, d.Text("en"))
		}
		if d.Text("pl") == "" {
			t.Fatalf("no words for %s %q", d.Code, d.Message.Key)
		}
	}
}

// FuzzOwnSchema loads random schemas of a handbook. Whatever they say, the
// others stay and the findings point inside the file.
func FuzzOwnSchema(f *testing.F) {
	f.Add(audit)
	f.Add(`{"$ref": "#"}`)
	f.Add(`{"properties": {"a": {"allOf": [{"$ref": "#/properties/a"}]}}}`)
	f.Add(`{"x-record": {"type": "audit", "folder": "a", "prefix": "AU", "title": {"one": {"en": "a"}, "many": {"en": "a"}}}, "anyOf": [{"$ref": "#/anyOf/0"}]}`)
	f.Add(`true`)
	builtin := folder(house)
	probe, _ := readJSON("x.md", []byte(`{"id": "AUD-001", "title": "T", "of": {"of": [{"of": 3}]}, "score": "x", "on": []}`))
	f.Fuzz(func(t *testing.T, text string) {
		set, list, err := Load(Layer{FS: builtin}, Layer{FS: folder(map[string]string{"audit": text}), Prefix: "schemas"})
		if err != nil || set.Type("policy") == nil {
			t.Fatalf("%v %v", err, list)
		}
		for _, d := range list {
			if cut(text, d.At) == "NOWHERE" {
				t.Fatalf("a finding at %v: %s", d.At, d.Text("en"))
			}
		}
		for _, typ := range set.Types() {
			set.Check(typ, probe)
			set.CheckTranslation(typ, probe)
			set.References(typ, probe)
			if _, err := set.JSON(typ.Name); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzReadJSON compares the reader of schema files with what it writes.
func FuzzReadJSON(f *testing.F) {
	f.Add(audit)
	f.Add(`{"a": [1, -2.5e3, "\u017c<&>", true, false, null, {}], "b": {"": ""}}`)
	f.Fuzz(func(t *testing.T, text string) {
		root, problem := readJSON("x", []byte(text))
		if root == nil || problem != nil {
			t.Skip()
		}
		again, problem := readJSON("x", []byte(canonical(root)))
		if problem != nil || canonical(again) != canonical(root) {
			t.Fatalf("%s\n%s", text, canonical(root))
		}
		inside(t, text, root)
	})
}

func inside(t *testing.T, text string, n *source.Node) {
	t.Helper()
	if cut(text, n.At) == "NOWHERE" {
		t.Fatalf("a node at %v", n.At)
	}
	for _, item := range n.Items {
		inside(t, text, item)
	}
	for _, field := range n.Fields {
		if cut(text, field.KeyAt) == "NOWHERE" {
			t.Fatalf("a key at %v", field.KeyAt)
		}
		inside(t, text, field.Value)
	}
}
