package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFrontMatter(t *testing.T) {
	const none = -1
	tests := []struct {
		name, text string
		findings   string
		fields     int // none: no front matter
		body       string
		bodyLine   int
	}{
		{"plain", "---\nid: x\ntitle: y\n---\nBody\n", "", 2, "Body\n", 5},
		{"no body", "---\nid: x\n---\n", "", 1, "", 4},
		{"no line break at the end", "---\nid: x\n---", "", 1, "", 3},
		{"byte order mark", "\ufeff---\nid: 007\n---\nBody", "CX108 2:5-2:8", 1, "Body", 4},
		{"Windows line ends", "---\r\nid: 007\r\na: |\r\n  b\r\n  c\r\n---\r\nBody\r\nmore", "CX108 2:5-2:8", 2, "Body\nmore", 7},
		{"old Mac line ends", "---\rid: 007\r---\rBody\rmore", "CX108 2:5-2:8", 1, "Body\nmore", 4},
		{"trailing spaces", "--- \nid: x\n---\t \nBody", "", 1, "Body", 4},
		{"empty lines before", "\n\n---\nid: 007\n---\nBody", "CX108 4:5-4:8", 1, "Body", 6},
		{"thematic breaks in the body", "---\nid: x\n---\na\n\n---\n\n ---\nb", "", 1, "a\n\n---\n\n ---\nb", 4},
		{"empty front matter", "---\n---\nBody", "", 0, "Body", 3},
		{"front matter of comments", "---\n# nothing\n\n---\nBody", "", 0, "Body", 5},
		{"dashes in values", "---\na: --- x\nb: |\n  -- -\nc: ----\n---\n", "", 3, "", 7},
		{"no front matter", "# Title\n\nText\n\n---\n", "CX101 1:1-1:1", none, "", 0},
		{"empty file", "", "CX101 1:1-1:1", none, "", 0},
		{"TOML", "+++\nid = 1\n+++\n", "CX101 1:1-1:1", none, "", 0},
		{"four dashes", "----\nid: x\n----\n", "CX101 1:1-1:1", none, "", 0},
		{"unclosed", "---\nid: x\n\nBody\n", "CX102 1:1-1:4", none, "", 0},
		{"unclosed at once", "---", "CX102 1:1-1:4", none, "", 0},
		{"unclosed after empty lines", "\ufeff\r\n\r\n---\r\nid: x", "CX102 3:1-3:4", none, "", 0},
		{"indented opening fence", "  ---\nid: x\n---\nBody", "CX103 1:3-1:6", 1, "Body", 4},
		{"indented and unclosed", " ---\nid: x\n", "CX102 1:2-1:5\nCX103 1:2-1:5", none, "", 0},
		{"indented closing fence", "---\nid: x\n ---\nBody", "CX103 3:2-3:5", 1, "Body", 4},
		{"indented closing fence before a thematic break", "---\nid: x\n ---\nBody: and\n\n---\n\nmore [",
			"CX103 3:2-3:5", 1, "Body: and\n\n---\n\nmore [", 4},
		{"fence in a literal", "---\nid: x\na: |\n  one\n  ---\n  two\nb: 007\n---\nBody",
			"CX103 5:3-5:6\nCX108 7:4-7:7", 3, "Body", 9},
		{"fence in a literal, no other", "---\nid: x\na: |\n  one\n  ---\n  two\n", "CX103 5:3-5:6", 2, "  two\n", 6},
		{"fence in a quotation", "---\na: \"one\n  ---\n  two\"\n---\nBody", "CX103 3:3-3:6", 1, "Body", 6},
		{"fence in a list", "---\na: [b,\n  ---\n  c]\n---\nBody", "CX103 3:3-3:6", none, "  c]\n---\nBody", 4},
		{"list", "---\n- a\n- b\n---\n", "CX118 2:1-3:4", none, "", 5},
		{"text", "---\nid:POL-001\n---\n", "CX118 2:1-2:11", none, "", 4},
		{"null", "---\n~\n---\n", "CX118 2:1-2:2", none, "", 4},
		{"YAML that does not parse", "---\nid: x\ntitle: \"y\n---\nBody", "CX104/unclosed-quote 3:8-3:10", none, "Body", 5},
		{"conflict in the front matter", "---\n<<<<<<< a\nid: 007\n=======\nid: [\n>>>>>>> b\n---\n", "CX105 2:1-2:8", none, "", 0},
		{"conflict in the body", "---\nid: 007\n---\n\n<<<<<<< a\n=======\n>>>>>>> b\n", "CX105 5:1-5:8", none, "", 0},
		{"setext heading", "---\nid: x\n---\nTitle\n=======\n", "", 1, "Title\n=======\n", 4},
		{"setext heading of seven signs in quotes", "---\nid: x\n---\n> <<<<<<< a\n", "", 1, "> <<<<<<< a\n", 4},
		{"another encoding in the body", "---\nid: x\n---\nZg\xb3oszenie", "CX111 4:3-4:4", none, "", 0},
		{"hidden characters in the body", "---\nid: x\n---\nżó\u202ełw", "CX119 4:3-4:4", 1, "żó\u202ełw", 4},
		{"document end", "---\nid: x\n...\ntitle: y\n---\n", "CX104/document 4:1-4:9", none, "", 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := &File{Name: "f"}
			findings := f.parse([]byte(test.text))
			if diff := cmp.Diff(test.findings, brief(findings)); diff != "" {
				t.Errorf("findings (-want +got)\n%s", diff)
			}
			if got := string(f.Body); got != test.body || f.BodyLine != test.bodyLine {
				t.Errorf("body %q on line %d, want %q on line %d", got, f.BodyLine, test.body, test.bodyLine)
			}
			switch {
			case f.Front == nil && test.fields != none:
				t.Error("no front matter")
			case f.Front != nil && (f.Front.Kind != Map || len(f.Front.Fields) != test.fields):
				t.Errorf("front matter %+v, want %d fields", f.Front, test.fields)
			}
		})
	}
}

func TestEmptyFrontMatterStandsAtItsFence(t *testing.T) {
	f := &File{Name: "f"}
	f.parse([]byte("\n---\n---\n"))
	if got := between(f.Front.At); got != "2:1-2:4" {
		t.Errorf("at %s", got)
	}
}
