package markdown

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var update = flag.Bool("update", false, "write the HTML of listed deviations anew")

// An example is one of the CommonMark specification.
type example struct {
	Example  int
	Section  string
	Markdown string
	HTML     string
}

// deviations.json: why examples come out otherwise than the specification
// says, and how they come out.
type deviations struct {
	Reasons  map[string]string   `json:"reasons"`
	Examples []*deviatingExample `json:"examples"`
}

type deviatingExample struct {
	Example int    `json:"example"`
	Reason  string `json:"reason"`
	HTML    string `json:"html"`
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

// TestCommonMark holds every example of the specification against the room.
// An example that deviates must be listed with its reason; one that is listed
// must deviate, and exactly as it is written down.
func TestCommonMark(t *testing.T) {
	var examples []example
	readJSON(t, "testdata/commonmark.json", &examples)
	if len(examples) != 652 {
		t.Fatalf("%d examples, want 652", len(examples))
	}
	var known deviations
	readJSON(t, "testdata/deviations.json", &known)
	listed := map[int]*deviatingExample{}
	for _, d := range known.Examples {
		listed[d.Example] = d
		if known.Reasons[d.Reason] == "" {
			t.Errorf("example %d: no reason %q", d.Example, d.Reason)
		}
	}
	for _, e := range examples {
		got := canonical(t, string(render(e.Markdown)))
		want := canonical(t, e.HTML)
		d := listed[e.Example]
		switch {
		case d == nil && got != want:
			t.Errorf("example %d (%s) deviates and is not listed\n%q\n%s", e.Example, e.Section, e.Markdown, cmp.Diff(want, got))
		case d != nil && got == want:
			t.Errorf("example %d (%s) is listed and does not deviate", e.Example, e.Section)
		case d != nil && *update:
			d.HTML = got
		case d != nil && d.HTML != got:
			t.Errorf("example %d (%s) deviates in another way\n%q\n%s", e.Example, e.Section, e.Markdown, cmp.Diff(d.HTML, got))
		}
	}
	if *update {
		write(t, known)
	}
}

func write(t *testing.T, known deviations) {
	t.Helper()
	slices.SortFunc(known.Examples, func(a, b *deviatingExample) int { return a.Example - b.Example })
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(known); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("testdata/deviations.json", []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// render lets every reference lead where the specification's would.
func render(body string) []byte {
	doc := Parse(Input{Name: "x.md", Body: []byte(body), Line: 1, Lang: "en", HTML: true})
	return doc.HTML(Filling{Resolve: func(ref Reference) Destination {
		href := string(util.URLEscape([]byte(ref.Target), false))
		if ref.Fragment != "" {
			href += "#" + string(util.URLEscape([]byte(ref.Fragment), false))
		}
		return Destination{Href: href}
	}})
}

// canonical writes HTML so that two pages that are the same to a browser are
// the same text. Links of headings to themselves, ids of headings and stops at
// code, which are here and not in the specification, are left out.
func canonical(t *testing.T, text string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(text), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		withoutPermalinks(n)
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func withoutPermalinks(n *html.Node) {
	if len(n.Data) == 2 && n.Data[0] == 'h' {
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "id" })
	}
	if n.Data == "pre" {
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "tabindex" })
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Data == "a" && slices.Contains(c.Attr, html.Attribute{Key: "class", Val: "permalink"}) {
			n.RemoveChild(c)
		} else {
			withoutPermalinks(c)
		}
		c = next
	}
}
