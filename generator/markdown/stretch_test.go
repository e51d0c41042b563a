package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/markdown"
)

func parse(body string) *markdown.Doc {
	return markdown.Parse(markdown.Input{Name: "x.md", Body: []byte(body), Line: 1, Lang: "en", HTML: true})
}

// Words in links, headings, code, quotations and the texts of images become no
// links; all others may.
func TestStretches(t *testing.T) {
	for body, want := range map[string]string{
		"one *two* three":                       "one |two| three",
		"one\ntwo":                              "one\ntwo",
		"# head\n\ntext":                        "text",
		"a [link](POL-001) b":                   "a | b",
		"a [[POL-001]] b":                       "a | b",
		"a <https://example.org/x> b":           "a | b",
		"a ![alt](x.png) b":                     "a | b",
		"a `code` b":                            "a | b",
		"```\ncode\n```\n\nb":                   "b",
		"> quoted\n\nb":                         "b",
		"> [!NOTE]\n> noted":                    "noted",
		"- [x] done":                            "☑| done",
		"R&D < \"x\"":                           "R&amp;D &lt; “x”",
		"| head |\n|---|\n| cell |":             "head|cell",
		"term\n: meaning":                       "term|meaning",
		"a[^1] b\n\n[^1]: note":                 "a| b|note ",
		"> [in a quote](POL-001)\n> still\n\nb": "b",
	} {
		var got []string
		for s := range parse(body).Stretches() {
			if strings.TrimSpace(s.Text) != "" {
				got = append(got, s.Text)
			}
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}

// Marks become links where they stand, around what is there, and among the
// links of the author.
func TestMarks(t *testing.T) {
	doc := parse("one [two](POL-001) R&D [[POL-002]] one\n\n> one")
	var marks []markdown.Mark
	for s := range doc.Stretches() {
		for _, word := range []string{"one", "R&amp;D"} {
			if i := strings.Index(s.Text, word); i >= 0 {
				marks = append(marks, markdown.Mark{From: s.Offset + i, To: s.Offset + i + len(word), Title: `a "b"`,
					Destination: markdown.Destination{Href: "../x/"}})
			}
		}
	}
	resolve := func(r markdown.Reference) markdown.Destination {
		return markdown.Destination{Href: r.Target, Text: "T"}
	}
	link := func(s string) string { return `<a class="term" href="../x/" title="a &quot;b&quot;">` + s + `</a>` }
	want := "<p>" + link("one") + ` <a href="POL-001">two</a> ` + link("R&amp;D") + ` <a href="POL-002">T</a> ` + link("one") +
		"</p>\n<blockquote>\n<p>one</p>\n</blockquote>\n"
	if got := string(doc.HTML(markdown.Filling{Resolve: resolve, Marks: marks})); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	twice := slices.Concat(marks[:1], marks)
	if got := string(doc.HTML(markdown.Filling{Resolve: resolve, Marks: twice})); got != want {
		t.Errorf("with a mark twice %s", got)
	}
	for i := range marks {
		marks[i].Href = "javascript:alert(1)"
	}
	if got := string(doc.HTML(markdown.Filling{Resolve: resolve, Marks: marks})); strings.Contains(got, "javascript") || strings.Contains(got, "term") {
		t.Errorf("a link that runs: %s", got)
	}
}
