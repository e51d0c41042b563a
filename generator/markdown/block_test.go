package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/markdown"
)

func TestBlocks(t *testing.T) {
	body := `Before *all*
of it.

## § 1 First

1. One [link](POL-001) here.
2. Two:

   still two
   - deeper
   - [[POL-002|labelled]]

> [!NOTE]
> A quote.

| a | b |
|---|---|
| 1 | **2** |

### Sub

` + "```\nx  y\n  z\n```" + `

<div>dropped</div>

Term
: What it means.[^1]

[^1]: A note.
`
	var got strings.Builder
	for _, b := range markdown.Blocks(markdown.Input{Name: "x.md", Body: []byte(body), Lang: "en"}) {
		fmt.Fprintf(&got, "%d %s %d %q %q\n", b.Heading, b.Kind, b.Depth, b.Mark, b.Text)
	}
	want := `-1 paragraph 0 "" "Before all of it."
0 item 1 "1." "One link here."
0 item 1 "2." "Two:"
0 item 1 "" "still two"
0 item 2 "–" "deeper"
0 item 2 "–" "labelled"
0 quote 0 "" "A quote."
0 row 0 "" "a | b"
0 row 0 "" "1 | 2"
1 code 0 "" "x  y\n  z"
1 definition 0 "" "Term"
1 definition 0 "" "What it means."
1 footnote 0 "1." "A note."
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}

// Blocks have the words of the sections, under the same headings: what is
// compared is what is read.
func FuzzBlocks(f *testing.F) {
	for _, seed := range []string{"# a\n\nb", "- a\n  1. b\n\n> c\n> - d", "| a | b |\n|-|-|\n| c | d |", "a\n: b", "[^1]\n\n[^1]: x", "> # a\n> b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		in := markdown.Input{Name: "x.md", Body: []byte(body), Lang: "pl"}
		words := map[int]string{}
		for _, b := range markdown.Blocks(in) {
			words[b.Heading] += " " + b.Text
		}
		for _, s := range markdown.Parse(in).Sections {
			got := strings.Join(strings.Fields(strings.ReplaceAll(words[s.Heading], "|", " ")), "")
			want := strings.Join(strings.Fields(strings.ReplaceAll(s.Text, "|", " ")), "")
			if got != want && !strings.Contains(body, "![") { // a section leaves out what pictures say
				t.Errorf("under heading %d of %q\n got %q\nwant %q", s.Heading, body, got, want)
			}
		}
	})
}
