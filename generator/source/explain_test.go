package source

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
)

// Each broken text must be explained by its cause, at the place of the cause.
func TestExplain(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unclosed quote", "id: POL-001\ntitle: \"Prawo\nowner: ROL-001\n", "unclosed-quote 2:8-2:14"},
		{"unclosed single quote", "title: 'Prawo\nowner: ROL-001\n", "unclosed-quote 1:8-1:14"},
		{"unclosed quote before another", "title: \"Prawo\nsummary: \"Skrót\"\nid: x\n", "unclosed-quote 1:8-1:14"},
		{"unclosed quote before an apostrophe", "title: 'Law\nsummary: it's\n", "unclosed-quote 1:8-1:12"},
		{"unclosed quote in a list", "tags:\n  - \"a\n  - b\nid: x", "unclosed-quote 2:5-2:7"},
		{"unclosed quote in brackets", "tags: [\"a, b]\nid: x", "unclosed-quote 1:8-1:14"},
		{"unclosed quoted key", "\"title: x\nid: y\n", "unclosed-quote 1:1-1:10"},
		{"apostrophe in single quotes", "title: 'it's'\n", "after 1:12-1:14"},
		{"text after a quote", "title: \"Prawo\" klienta\nid: x", "after 1:16-1:23"},
		{"quotes in quotes", "title: \"Prawo \"klienta\" z\"\nid: x", "after 1:16-1:27"},
		{"text after a list", "tags: [a] b\nid: x", "after 1:11-1:12"},
		{"colon after a quote", "title: \"Prawo\": x\nid: x", "after 1:15-1:18"},
		{"comment glued to a quote", "title: \"Prawo\"# x", "after 1:15-1:18"},
		{"colon in text", "id: x\ntitle: Prawo: klienta\n", "colon 2:13-2:14"},
		{"colon in a list", "a:\n  - żółw: b: c\n", "colon 2:12-2:13"},
		{"field under a text", "title: Prawo\n  sub: x\n", "indent 2:3-2:6"},
		{"field under a text over lines", "title: x\n  two\n    b: c\n", "indent 3:5-3:6"},
		{"field indented less", "a:\n    b: c\n  d: e\n", "indent 3:3-3:7"},
		{"first field indented", "  id: x\ntitle: y\n", "indent 2:1-2:9"},
		{"no space after a colon", "id:POL-001\ntitle: x\n", "no-space 1:3-1:4"},
		{"no space after a later colon", "id: x\ntitle:Prawo\nowner: y\n", "no-space 2:6-2:7"},
		{"no space after the last colon", "id: x\ntitle:Prawo\n", "no-space 2:6-2:7"},
		{"no colon", "id: x\nsome words\ntitle: y\n", "no-colon 2:1-2:11"},
		{"no colon at the top", "some words\ntitle: y\n", "no-colon 1:1-1:11"},
		{"tab", "a:\n\tb: c\n", "tab 2:1-2:2"},
		{"tab after spaces", "a:\n  b: c\n \td: e\n", "tab 3:2-3:3"},
		{"list beside fields", "id: x\n- y\n", "list 2:1-2:4"},
		{"list after a key", "tags: - a\n", "list 1:7-1:10"},
		{"text in a list", "tags:\n  - a\n  b: c\n", "indent 3:3-3:7"},
		{"item indented further", "tags:\n  - a\n    - b\n  - c\n", "list 3:5-3:8"},
		{"item indented less", "a:\n    - b\n  - c\n", "list 3:3-3:6"},
		{"unclosed list", "tags: [a, b\nid: x\ntitle: y\n", "bracket 1:7-1:8"},
		{"unclosed list at the end", "tags: [a, b", "bracket 1:7-1:8"},
		{"unclosed group", "a: {b: c\nid: x\n", "bracket 1:4-1:5"},
		{"wrong bracket", "a: [b}\nid: x\n", "bracket 1:4-1:5"},
		{"just a bracket", "a: [\n", "bracket 1:4-1:5"},
		{"closed brackets are not blamed", "a: [\n  b: c: d\n]\ne: f\n", "colon 2:7-2:8"},
		{"escape", "path: \"C:\\dane\"\n", "escape 1:10-1:12"},
		{"bad hex escape", "a: \"\\xZZ\"\n", "escape 1:7-1:9"},
		{"at sign", "contact: @anna\n", "character 1:10-1:11"},
		{"backtick", "a: `b`\n", "character 1:4-1:5"},
		{"percent", "a: b\n%c\n", "character 2:1-2:2"},
		{"percent in value", "target: %\n", "character 1:9-1:10"},
		{"comma", "a: [b,,c]\n", "character 1:7-1:8"},
		{"closing bracket", "a: ]\n", "character 1:4-1:5"},
		{"star", "title: * x\n", "character 1:8-1:9"},
		{"exclamation", "title: !ważne x\n", "character 1:8-1:9"},
		{"placeholder", "title: {{ title }}\n", "character 1:9-1:18"},
		{"list as key", "[a, b]: c\n", "character 1:1-1:7"},
		{"group as key", "? a: b\n: c\n", "key 1:3-1:7"},
		{"no key", ": a\n", "key 1:1-1:1"},
		{"text after the block sign", "a: > text\n", "block 1:4-1:10"},
		{"text after the block sign 2", "a: | text\n  more\nb: c\n", "block 1:4-1:10"},
		{"second document", "a: b\n---\nc: d\n", "document 2:1-2:4"},
		{"text after a document", "a: b\n...\nc: d\n", "document 3:1-3:5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, findings := Decode("f", []byte(test.text), 1)
			if got, want := brief(findings), "CX104/"+test.want; got != want {
				_, err := parse([]byte(test.text))
				t.Errorf("got %s, want %s\nlibrary: %v", got, want, err)
			}
		})
	}
}

// What has no plain words of its own still says more than the library.
func TestExplainOther(t *testing.T) {
	_, findings := Decode("f", []byte("%YAML 3.0\n---\na: b\n"), 1)
	if len(findings) != 1 || findings[0].Code != diag.BadYAML {
		t.Fatal(findings)
	}
	for _, lang := range []string{"pl", "cs", "en"} {
		if text := findings[0].Text(lang); text == "" || strings.Contains(text, "{") {
			t.Errorf("%s: %q", lang, text)
		}
	}
}
