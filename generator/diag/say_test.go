package diag

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// at is a place; which one does not matter to words.
var at = Span{File: "content/x.md", Start: Position{3, 5}, End: Position{3, 11}}

func TestSentences(t *testing.T) {
	id := New(BadPattern, at, "field", "id", "value", "Bad_ID", "example", "POL-001").As("id").Suggest("next-id", "id", "POL-010")
	tests := []struct {
		name          string
		d             Diagnostic
		lang          string
		message, hint string
	}{
		{"contract", id, "en", `id "Bad_ID" must look like POL-001`, "the next free id is POL-010"},
		{"Polish", id, "pl", "id „Bad_ID” musi wyglądać tak jak POL-001", "następne wolne id to POL-010"},
		{"Czech", id, "cs", "id „Bad_ID“ musí vypadat jako POL-001", "další volné id je POL-010"},
		{"another language", id, "de", `id "Bad_ID" must look like POL-001`, "the next free id is POL-010"},
		{
			"suggestion", New(UnknownField, at, "field", "onwer").Suggest("near", "suggestion", "owner"), "en",
			`there is no field "onwer" here`, `did you mean "owner"?`,
		},
		{
			"own hint", New(MissingField, at, "field", "owner"), "en",
			`the field "owner" is missing`, `add a line "owner:" with its value`,
		},
		{
			"own hint of the message", New(BadYAML, at).As("tab"), "en",
			"this line is indented with a tab", "replace the tab by spaces",
		},
		{
			"hint from the message's arguments", New(UnquotedNumber, at, "value", "007").Suggest(""), "en",
			"007 looks like a number but can be read in more than one way",
			`if it is text, quote it: "007"; if it is a number, write it in plain digits`,
		},
		{
			"own hint that lacks its arguments", New(NotAllowedValue, at, "field", "status", "value", "new"), "en",
			`"status" does not take the value "new"`, "",
		},
		{
			"kinds", New(WrongType, at, "field", "topics", "expected", "array", "got", "null"), "pl",
			"pole „topics” przyjmuje listę, a zawiera pustą wartość", "wpisz tu listę",
		},
		{
			"several kinds", New(WrongType, at, "field", "within", "expected", "string,object", "got", "integer"), "en",
			`"within" takes a text or a group of fields, but holds a whole number`, "write a text or a group of fields here",
		},
		{
			"bytes", New(FileTooLarge, at, "size", "3456789", "limit", "1048576"), "cs",
			"soubor má 3,5 MB, smí mít nejvýše 1 MB",
			"rozdělte ho na více záznamů, nebo přesuňte data do přílohy",
		},
		{"unknown variant", New(BadYAML, at, "problem", "x").As("no such"), "en", "these fields cannot be read: x", "compare this line with a similar record that works"},
		{"unknown code", New("CX999", at), "en", "CX999", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.d.Text(tt.lang); got != tt.message {
				t.Errorf("message %q, want %q", got, tt.message)
			}
			if got := tt.d.HintText(tt.lang); got != tt.hint {
				t.Errorf("hint %q, want %q", got, tt.hint)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	d := New(DuplicateKey, at, "key", "owner").See(at, "first")
	if got := d.NoteText(d.Related[0], "cs"); got != "tady je poprvé" {
		t.Errorf("note %q", got)
	}
	twice := d.See(at, "first")
	if len(d.Related) != 1 || len(twice.Related) != 2 {
		t.Error("See changes the finding it was called on")
	}
}

func TestFill(t *testing.T) {
	args := map[string]string{"a": "{b}", "b": "B", "n": "1500", "long": strings.Repeat("ż", 1000)}
	tests := []struct{ text, want string }{
		{"no names", "no names"},
		{"{b}, {b}", "B, B"},
		{"{a}", "{b}"},
		{"{c} and {b}", "{c} and B"},
		{"{#id} {b}", "{#id} B"},
		{"{} {b", "{} {b"},
		{"{{b}}", "{B}"},
		{"}{", "}{"},
		{"{n:bytes} {b:bytes} {n:kind} {n:no}", "1.5 kB B 1500 1500"},
		{"{long}", strings.Repeat("ż", maxArg) + "…"},
	}
	for _, tt := range tests {
		if got := fill(tt.text, args, "en"); got != tt.want {
			t.Errorf("fill(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestPrintable(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Zażółć gęślą jaźń", "Zażółć gęślą jaźń"},
		{"a\x1b[31mb", `a\u001B[31mb`},
		{"a\r\n\tb", `a\u000D\u000A\u0009b`},
		{"\u202eabc\u2066", `\u202Eabc\u2066`},
		{"\u009b1m\x7f\u2028", `\u009B1m\u007F\u2028`},
		{"a\xffb", "a�b"},
		{"\U000E0041", `\U000E0041`},
	}
	for _, tt := range tests {
		if got := Printable(tt.in); got != tt.want {
			t.Errorf("Printable(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzSentencesStayOnOneLine(f *testing.F) {
	f.Add("Bad_ID", "en")
	f.Add("{value}\x1b]0;x\a\u202e\n", "pl")
	f.Add(strings.Repeat("{example}", 200)+"\xff", "cs")
	f.Fuzz(func(t *testing.T, value, lang string) {
		d := New(BadPattern, at, "field", value, "value", value, "example", value).Suggest("next-id", "id", value)
		for _, s := range []string{d.Text(lang), d.HintText(lang)} {
			if strings.IndexFunc(s, Invisible) >= 0 || !utf8.ValidString(s) {
				t.Fatalf("%q", s)
			}
			if n := utf8.RuneCountInString(s); n > 3*10*(maxArg+20) {
				t.Fatalf("%d characters", n)
			}
		}
	})
}
