package source

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func decodeText(t *testing.T, text string) *Node {
	t.Helper()
	root, findings := Decode("f", []byte(text), 1)
	if len(findings) > 0 {
		t.Fatal(brief(findings))
	}
	return root
}

func TestJSON(t *testing.T) {
	root := decodeText(t, "id: POL-001\nversion: 2\nours: true\nnone:\non: 2026-11-22\nduties:\n  - role: ROL-001\n    tags: [a, b]\nempty: []\ngroup: {}\n")
	want := map[string]any{
		"id": "POL-001", "version": json.Number("2"), "ours": true, "none": nil, "on": "2026-11-22",
		"duties": []any{map[string]any{"role": "ROL-001", "tags": []any{"a", "b"}}},
		"empty":  []any{}, "group": map[string]any{},
	}
	if diff := cmp.Diff(want, root.JSON()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if (*Node)(nil).JSON() != nil {
		t.Error("nil is not null")
	}
}

func TestLookup(t *testing.T) {
	root := decodeText(t, "a:\n  - b: x\n    c/d: y\n    m~n: z\n    \"\": e\n")
	tests := []struct {
		pointer, want string
	}{
		{"/a/0/b", "x"}, {"/a/0/c~1d", "y"}, {"/a/0/m~0n", "z"}, {"/a/0/", "e"},
		{"/a/1", ""}, {"/a/-1", ""}, {"/a/00/b", ""}, {"/a/0/b/c", ""}, {"/x/y", ""}, {"a", ""}, {"/a/b", ""},
	}
	for _, test := range tests {
		if got := root.Lookup(test.pointer).String(); got != test.want {
			t.Errorf("%q is %q, want %q", test.pointer, got, test.want)
		}
	}
	if root.Lookup("") != root {
		t.Error(`"" is not the Node itself`)
	}
}

func TestReadingMethods(t *testing.T) {
	root := decodeText(t, "s: x\ni: 12\nf: 1.5\nb: true\nl: [a, 1, b]\n")
	if e := root.Entry("i"); e == nil || e.Key != "i" || between(e.KeyAt) != "2:1-2:2" {
		t.Errorf("entry %+v", e)
	}
	if i, ok := root.Get("i").Int(); i != 12 || !ok {
		t.Errorf("int %d %v", i, ok)
	}
	for _, key := range []string{"f", "s", "none"} {
		if _, ok := root.Get(key).Int(); ok {
			t.Errorf("%s is no whole number", key)
		}
	}
	if !root.Get("b").True() || root.Get("s").True() || root.Get("none").True() {
		t.Error("True")
	}
	if diff := cmp.Diff([]string{"a", "b"}, root.Get("l").Strings()); diff != "" {
		t.Error(diff)
	}
	if root.Get("i").String() != "" || root.Get("none").Strings() != nil || root.Get("none").Entry("x") != nil {
		t.Error("what is not there has a value")
	}
}

func TestCopies(t *testing.T) {
	root := decodeText(t, "title: a\nlist:\n  - key: k\n    text: one\n")
	before := root.JSON()

	clone := root.Clone()
	clone.Lookup("/list/0/text").Text = "changed"
	clone.Fields[0].Key = "changed"

	changed := root.With(Field{Key: "title", Value: &Node{Kind: String, Text: "b"}}).
		With(Field{Key: "new", Value: &Node{Kind: Bool, Text: "true"}})
	item := root.Lookup("/list/0").With(Field{Key: "text", Value: &Node{Kind: String, Text: "jeden"}})
	changed = changed.With(Field{Key: "list", Value: root.Get("list").WithItems([]*Node{item})})

	if diff := cmp.Diff(before, root.JSON()); diff != "" {
		t.Errorf("the original changed (-before +after)\n%s", diff)
	}
	want := map[string]any{
		"title": "b", "new": true,
		"list": []any{map[string]any{"key": "k", "text": "jeden"}},
	}
	if diff := cmp.Diff(want, changed.JSON()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if (*Node)(nil).Clone() != nil {
		t.Error("nil has a clone")
	}
}
