package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

// Each value's span must cut exactly these characters out of the text.
func TestPlaces(t *testing.T) {
	tests := []struct {
		name, text string
		want       map[string]string
	}{
		{"plain", "title: Zażółć gęślą 😀 jaźń  # dość\nid: POL-001", map[string]string{
			"/title key": "title", "/title": "Zażółć gęślą 😀 jaźń", "/id key": "id", "/id": "POL-001"}},
		{"tab before a value", "ść:\t\tżółw \t# x\n", map[string]string{"/ść key": "ść", "/ść": "żółw"}},
		{"plain over lines", "a: one\n  two   three\n\n  four # no\nb: x\n", map[string]string{
			"/a": "one\n  two   three\n\n  four", "/b": "x"}},
		{"no-break space over lines", "a: one\u00a0two\n  three\nb: x", map[string]string{
			"/a": "one\u00a0two\n  three", "/b": "x"}},
		{"quoted", `"ą" : "b \" c" # "` + "\nd: 'it''s'\ne: \"\"\n", map[string]string{
			"/ą key": `"ą"`, "/ą": `"b \" c"`, "/d": "'it''s'", "/e": `""`}},
		{"quoted over lines", "a: \"one\n\n  two\\\n  three\"\nb: 'x\n  y'\nc: 1", map[string]string{
			"/a": "\"one\n\n  two\\\n  three\"", "/b": "'x\n  y'", "/c": "1"}},
		{"literal", "a: |\n  one\n\n   two\n\n\nb: x", map[string]string{
			"/a": "|\n  one\n\n   two", "/b": "x"}},
		{"literal with indicators", "a:\n  b: |2-  # note\n      deep\n    ą\n  c: x", map[string]string{
			"/a/b": "|2-  # note\n      deep\n    ą", "/a/c": "x"}},
		{"literal at the end without line break", "a: |\n  one", map[string]string{"/a": "|\n  one"}},
		{"empty literal", "a: |\nb: >-\n\n  # no comment\nc: |+\n\n", map[string]string{
			"/a": "|", "/b": ">-\n\n  # no comment", "/c": "|+"}},
		{"empty literal in a group", "a:\n  b: |\n  c: x\nd: y", map[string]string{"/a/b": "|", "/a/c": "x", "/d": "y"}},
		{"folded before a comment", "a: >\n  one\n  two\n# note\nb: x", map[string]string{
			"/a": ">\n  one\n  two", "/b": "x"}},
		{"block in a list", "a:\n- |\n one\n- x: >\n    two\n  y: z\n", map[string]string{
			"/a": "- |\n one\n- x: >\n    two\n  y: z", "/a/0": "|\n one", "/a/1": "x: >\n    two\n  y: z",
			"/a/1/x": ">\n    two", "/a/1/y": "z"}},
		{"empty values", "a:\nb: # x\nc: ~\nd:\n  -\n  - e", map[string]string{
			"/a": "", "/b": "", "/c": "~", "/d/0": "", "/d/1": "e", "/d": "-\n  - e"}},
		{"flow", "a: [b, 'c, ]' , \"]\", ]\nd: {e: {}, 'f': [], g: , }\nh: x", map[string]string{
			"/a": "[b, 'c, ]' , \"]\", ]", "/a/1": "'c, ]'", "/d": "{e: {}, 'f': [], g: , }",
			"/d/e": "{}", "/d/f key": "'f'", "/d/f": "[]", "/d/g": "", "/h": "x"}},
		{"flow over lines", "a: [ # ]\n  ą, # ]\n  b # ]\n ]\nc: x", map[string]string{
			"/a": "[ # ]\n  ą, # ]\n  b # ]\n ]", "/a/0": "ą", "/a/1": "b", "/c": "x"}},
		{"pairs in flow", "a: [b: c, ? d : {e: f}]\ng: x", map[string]string{
			"/a": "[b: c, ? d : {e: f}]", "/a/0": "b: c", "/a/0/b": "c", "/a/1/d": "{e: f}", "/g": "x"}},
		{"explicit key", "? ą\n: b\n? c\nd: e", map[string]string{"/ą key": "ą", "/ą": "b", "/c key": "c", "/d": "e"}},
		{"blocks in blocks", "a:\n  b:\n    - c: 1\n      d: 2 # x\n\n    - - e\n      - f\n  g: h\n", map[string]string{
			"/a":     "b:\n    - c: 1\n      d: 2 # x\n\n    - - e\n      - f\n  g: h",
			"/a/b":   "- c: 1\n      d: 2 # x\n\n    - - e\n      - f",
			"/a/b/0": "c: 1\n      d: 2", "/a/b/1": "- e\n      - f", "/a/b/1/1": "f", "/a/g": "h"}},
		{"properties are not part of the value", "a: &x !!str  b\nc: !t\n  d: e\nf: !!null\ng: !!str \"h\"", map[string]string{
			"/a": "b", "/c": "d: e", "/c/d key": "d", "/f": "", "/g": `"h"`}},
		{"document start", "--- # x\na: b\n", map[string]string{"/a": "b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root, _ := Decode("f", []byte(test.text), 1)
			if root == nil {
				_, err := parse([]byte(test.text))
				t.Fatal("not decoded:", err)
			}
			got := map[string]string{}
			places(t, test.text, root, "", got)
			for pointer, want := range test.want {
				if diff := cmp.Diff(want, got[pointer]); diff != "" {
					t.Errorf("%s (-want +got)\n%s", pointer, diff)
				}
			}
		})
	}
}

func TestDecodeCountsFromTheFirstLine(t *testing.T) {
	root, findings := Decode("f.md", []byte("\ufeffa: b\r\nc: |\r\n  d\r\ne: 007\r\n"), 10)
	if got, want := between(root.Get("c").At), "11:4-12:4"; got != want {
		t.Errorf("literal at %s, want %s", got, want)
	}
	if got, want := brief(findings), "CX108 13:4-13:7"; got != want {
		t.Errorf("findings %s, want %s", got, want)
	}
	if got := root.Get("a").At.File; got != "f.md" {
		t.Errorf("file %q", got)
	}
}

func TestPositionInABlockAtTheTop(t *testing.T) {
	root, _ := Decode("f", []byte("|2\n   x"), 1)
	if got, want := root.Position(1), (diag.Position{Line: 2, Column: 4}); root.Text != " x" || got != want {
		t.Errorf("%q: %v, want %v", root.Text, got, want)
	}
}

func TestPosition(t *testing.T) {
	text := "plain: zażółć\nquoted: \"zażółć\"\nsingle: 'ab'\nescaped: \"a\\tb\"\n" +
		"folded: >\n  ab\nlong: a\n  b\nliteral: |\n  żó\n\n   x\n"
	root, findings := Decode("f", []byte(text), 1)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	tests := []struct {
		field  string
		offset int
		want   diag.Position
	}{
		{"plain", 0, diag.Position{Line: 1, Column: 8}},
		{"plain", 4, diag.Position{Line: 1, Column: 12}},
		{"quoted", 4, diag.Position{Line: 2, Column: 14}},
		{"single", 1, diag.Position{Line: 3, Column: 11}},
		{"escaped", 2, diag.Position{Line: 4, Column: 10}},
		{"folded", 1, diag.Position{Line: 5, Column: 9}},
		{"long", 2, diag.Position{Line: 7, Column: 7}},
		{"literal", 0, diag.Position{Line: 10, Column: 3}},
		{"literal", 1, diag.Position{Line: 10, Column: 4}},
		{"literal", 3, diag.Position{Line: 11, Column: 1}}, // the empty line
		{"literal", 5, diag.Position{Line: 12, Column: 4}},
		{"literal", 99, diag.Position{Line: 12, Column: 5}},
		{"plain", -1, diag.Position{Line: 1, Column: 8}},
	}
	for _, test := range tests {
		if got := root.Get(test.field).Position(test.offset); got != test.want {
			t.Errorf("%s + %d = %v, want %v", test.field, test.offset, got, test.want)
		}
	}
}
