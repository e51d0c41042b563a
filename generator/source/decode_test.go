package source

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

func TestScalars(t *testing.T) {
	number := func(s string) any { return json.Number(s) }
	tests := []struct {
		written string
		want    any
	}{
		// Numbers are those that JSON knows.
		{"0", number("0")}, {"-7", number("-7")}, {"3.50", number("3.50")}, {"1e3", number("1e3")}, {"-0", number("-0")},
		{"2.5E-2", number("2.5E-2")}, {"123456789012345678901", number("123456789012345678901")},
		// Dates and times stay text.
		{"2026-11-22", "2026-11-22"}, {"2026-02-30", "2026-02-30"}, {"2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"},
		{"P12M", "P12M"}, {"1.2.3", "1.2.3"}, {"1,5", "1,5"}, {"+48 123 456 789", "+48 123 456 789"}, {"5 %", "5 %"}, {"-x", "-x"},
		// YAML 1.1's other booleans stay text.
		{"yes", "yes"}, {"No", "No"}, {"on", "on"}, {"OFF", "OFF"}, {"y", "y"}, {"n", "n"},
		{"true", true}, {"True", true}, {"FALSE", false},
		{"", nil}, {"~", nil}, {"null", nil}, {"NULL", nil},
		{`"007"`, "007"}, {"'true'", "true"}, {`""`, ""}, {"'null'", "null"}, {`"a\tb\u0105"`, "a\tbą"},
		{"|\n  007", "007"}, {"|\n  a\n  b\n", "a\nb\n"}, {">\n  a\n  b\n", "a b\n"}, {"NaN", "NaN"}, {"inf", "inf"}, {"<<", "<<"},
	}
	for _, test := range tests {
		t.Run(test.written, func(t *testing.T) {
			root, findings := Decode("f", []byte("a: "+test.written), 1)
			if len(findings) > 0 {
				t.Fatal(brief(findings))
			}
			if diff := cmp.Diff(test.want, root.Get("a").JSON()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// What one program reads as a number and another does not must be quoted.
func TestUnquotedNumbers(t *testing.T) {
	for _, s := range []string{
		"007", "08", "0x1F", "0X1f", "0o7", "0b11", "1_000", "1_000.5", "+48123456789", "+5", ".5", "5.", "1.e3",
		".nan", ".NaN", ".inf", "-.inf", "+.Inf", "1e400", "-1e400", "1e99999999", "1e-99999999", "190:20:30", "9:30", "20:30.15",
		strings.Repeat("9", 41), "0.1e+4000",
	} {
		t.Run(s, func(t *testing.T) {
			root, findings := Decode("f", []byte("ą: "+s+" # x"), 1)
			want := fmt.Sprintf("CX108 1:4-1:%d", 4+len(s))
			if got := brief(findings); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if got := root.Get("ą").String(); got != s {
				t.Errorf("value %q, want the text as it is written", got)
			}
		})
	}
}

func TestFindingsOfDecode(t *testing.T) {
	deep := func(n int) string { return "a: " + strings.Repeat("[", n) + strings.Repeat("]", n) }
	var blocks strings.Builder
	for i := range 65 {
		blocks.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	tests := []struct{ name, text, want string }{
		{"duplicate key", "id: a\ntitle: b\nid: c\n", "CX106 3:1-3:3"},
		{"duplicate key in a group", "a:\n  - {ż: 1, \"ż\": 2}\n", "CX106 2:12-2:15"},
		{"three times", "a: 1\na: 2\na: 3", "CX106 2:1-2:2\nCX106 3:1-3:2"},
		{"same key in two groups", "a: {k: 1}\nb: {k: 1}", ""},
		{"anchor", "owner: &o ROL-001\n", "CX107/anchor 1:8-1:10"},
		{"alias", "a: &o x\nb: *o\n", "CX107/anchor 1:4-1:6\nCX107/alias 2:4-2:6"},
		{"unknown alias", "title: *Pilne* sprawa\n", "CX107/alias 1:8-1:15"},
		{"anchor of a group", "a: &o\n  b: c\n", "CX107/anchor 1:4-1:6"},
		{"anchor of a key", "&k a: b\n", "CX107/anchor 1:1-1:3"},
		{"merge", "a: &o {x: 1}\nb:\n  <<: *o\n  y: 2",
			"CX107/anchor 1:4-1:6\nCX107/merge 3:3-3:5\nCX107/alias 3:7-3:9"},
		{"quoted merge is a name", "'<<': 1", ""},
		{"tags", "a: !!str 007\nb: !custom {c: d}\ne: ! x\nf: !!binary aGVq\n",
			"CX107/tag 1:4-1:9\nCX107/tag 2:4-2:11\nCX107/tag 3:4-3:5\nCX107/tag 4:4-4:12"},
		{"tag and anchor", "a: !!int &x 5", "CX107/tag 1:4-1:9\nCX107/anchor 1:10-1:12"},
		{"64 levels", deep(MaxDepth - 1), ""},
		{"65 levels", deep(MaxDepth), "CX109 1:67-1:67"},
		{"100 levels", deep(100), "CX109 1:68-1:69"},
		{"65 levels of blocks", blocks.String(), "CX109 65:66-65:67"},
		{"levels of both kinds", strings.TrimSuffix(blocks.String()[:strings.Index(blocks.String(), strings.Repeat(" ", 30)+"a:")], "\n") +
			" " + strings.Repeat("[", 40) + strings.Repeat("]", 40), "CX109 30:67-30:67"},
		{"bidi override", "title: żó\u202ełw\nid: x", "CX119 1:10-1:11"},
		{"bidi in a key and a comment", "a\u200e: b # \u2066", "CX119 1:2-1:3\nCX119 1:9-1:10"},
		{"control character", "a: x\u0007y\nb: 007", "CX119 1:5-1:6\nCX108 2:4-2:7"},
		{"next line is no line", "a: x\u0085y\u2028z\nb: 007", "CX119 1:5-1:6\nCX119 1:7-1:8\nCX108 2:4-2:7"},
		{"no character", "a: x\ufffey\nb: 007", "CX119 1:5-1:6\nCX108 2:4-2:7"},
		{"escaped bidi", `a: "x\u202ey"`, "CX119 1:4-1:14"},
		{"escaped NUL", `a: "x\0"`, "CX119 1:4-1:9"},
		{"escaped and unescaped", "a: \"\u202e\\u202e\"\nb: \"\\n\u202e\"", "CX119 1:4-1:13\nCX119 1:5-1:6\nCX119 2:7-2:8"},
		{"emoji with joiner", "a: 👩‍💻 x\u00ady", ""},
		{"NUL", "a: b\nc: d\x00", "CX111 2:5-2:6"},
		{"Windows-1250", "a: b\ntitle: Zg\xb3oszenie: x", "CX111 2:10-2:11"},
		{"UTF-16", "\xff\xfea\x00:\x00", "CX111 1:1-1:2"},
		{"merge conflict", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\na: 007", "CX105 2:1-2:8"},
		{"two merge conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n||||||| c\n=======\n>>>>>>> b\n", "CX105 1:1-1:8\nCX105 4:1-4:8"},
		{"half a merge conflict", "a: 1\n=======\nb: 3\n>>>>>>> other\n", "CX105 4:1-4:8"},
		{"no merge conflict", "a: '\n  <<<<<<< HEAD'\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, findings := Decode("f", []byte(test.text), 1)
			if diff := cmp.Diff(test.want, brief(findings)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestDuplicateKeyKeepsTheFirst(t *testing.T) {
	var text strings.Builder
	for i := range 100 { // enough keys to leave the linear search
		fmt.Fprintf(&text, "k%d: %d\n", i, i)
	}
	text.WriteString("k3: no\nk99: no\n")
	root, findings := Decode("f", []byte(text.String()), 1)
	if got, want := brief(findings), "CX106 101:1-101:3\nCX106 102:1-102:4"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(root.Fields) != 100 || root.Get("k3").Text != "3" {
		t.Errorf("%d fields, k3 is %s", len(root.Fields), root.Get("k3").Text)
	}
	first := findings[0].Related
	if len(first) != 1 || between(first[0].At) != "4:1-4:3" || findings[0].NoteText(first[0], "en") == "" {
		t.Errorf("the first key is not named: %v", first)
	}
}

func TestManyHiddenCharactersAreFew(t *testing.T) {
	_, findings := Decode("f", []byte(strings.Repeat("\u202e", 10_000)), 1)
	if len(findings) > maxHidden+1 {
		t.Errorf("%d findings", len(findings))
	}
}

func TestEmptyDocuments(t *testing.T) {
	for _, text := range []string{"", "\n\n", "# only a comment\n", "---\n", "\ufeff"} {
		root, findings := Decode("f", []byte(text), 3)
		if root == nil || root.Kind != Null || len(findings) > 0 {
			t.Errorf("%q: %v %s", text, root, brief(findings))
		}
	}
}

// Hostile text ends in a finding or a Node, without a stack overflow. What
// costs more than its size shows as this test's own time-out.
func TestHostileText(t *testing.T) {
	large := []string{"[", "{", "- ", "? ", "a: [", "a,", "{a},", "[a: b],", "\"", "a:\n", "\u202e", "k\n"}
	small := []string{
		"[[", "{a: ", "-\n", ": ", "? a\n: ", "a: ", "&a ", "*a ", "!a ", "'", "\\", "#", "# \n", "\n", "\t", " ",
		"|\n", ">\n ", "[a, ", "[],", "%", "@", ",", "]", "}", "%a\n", "---\n", "...\n", "a\n", "a:\n- ", "ą",
		"a: b\n", "a: [\n", "\"\\u202e\" ", "<<: *a\n", "- &a [*a]\n", "a: \"\n", "'' ", "a:b\n", "[\n", "{\n", "\ufeff",
		"- - - a\n", "a: |\n", "a: ''\n", "- #\n", "a #\n", "a: x\n  - y\n", "<<<<<<< a\n",
	}
	try := func(s string, size int) {
		for _, start := range []string{"", "a: ["} {
			root, findings := Decode("f", []byte(start+strings.Repeat(s, size/len(s))), 1)
			if root == nil && len(findings) == 0 {
				t.Errorf("%q and %q repeated: neither a Node nor a finding", start, s)
			}
		}
	}
	for _, s := range large {
		try(s, MaxFileBytes)
	}
	for _, s := range small {
		try(s, MaxFileBytes/16)
	}
}

// Every sentence that this package says about YAML exists in each language.
func TestVariantsHaveWords(t *testing.T) {
	for _, variant := range []string{
		"unclosed-quote", "tab", "indent", "colon", "no-colon", "no-space", "list", "key", "character",
		"bracket", "after", "escape", "block", "document",
	} {
		rule := diag.Lookup(diag.BadYAML)
		for _, words := range []diag.Text{rule.Messages[variant], rule.Hints[variant]} {
			if words.PL == "" || words.CS == "" || words.EN == "" {
				t.Errorf("%s: %+v", variant, words)
			}
		}
	}
}
