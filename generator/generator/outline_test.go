package generator_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/site"
)

// outlines is the folder of the small handbook and of the outlines of its
// pages.
const outlines = "testdata/outline"

// everywhere are the kinds of page whose outline is kept in every language; of
// the others, and of further record types, the first language's will do.
var everywhere = []string{"home", "index-roles", "record-terms", "a-z"}

// TestOutlines compares what a page of each kind says, in short, with what it
// said before: a change that nobody meant shows here. CXBOOK_UPDATE=1 writes
// the outlines anew.
func TestOutlines(t *testing.T) {
	in := sampleInput()
	in.Content = os.DirFS(filepath.Join(outlines, "content"))
	j, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatalf("%v: %v", err, j.Findings)
	}
	want := map[string]bool{}
	for _, p := range j.Plan.Pages {
		name := kindOf(p)
		first := p.Lang == j.Book.Config.DefaultLanguage
		if file := name + "." + p.Lang + ".txt"; !want[file] && (first || slices.Contains(everywhere, name)) {
			want[file] = true
			compareOutline(t, file, outlineOf(t, s, p))
		}
	}
	for _, kind := range page.Kinds() {
		if !slices.ContainsFunc(j.Plan.Pages, func(p *page.Page) bool { return p.Kind == kind }) {
			t.Errorf("the small handbook has no page of the kind %s", kind)
		}
	}
	files, err := filepath.Glob(filepath.Join(outlines, "*.txt"))
	if err != nil || len(files) < len(page.Kinds()) {
		t.Fatalf("%d outlines, %v", len(files), err)
	}
	for _, f := range files {
		if !want[filepath.Base(f)] {
			t.Errorf("%s is of no page: remove it", f)
		}
	}
}

// kindOf names pages that are laid out alike: the kind and, for records and
// their indexes, the type; one page of fields stands for all.
func kindOf(p *page.Page) string {
	parts := strings.Split(p.Address, "/")
	switch p.Kind {
	case page.RecordPage, page.Index:
		return string(p.Kind) + "-" + parts[1]
	case page.Overview:
		return string(p.Kind) + "-" + p.Word
	}
	return string(p.Kind)
}

func compareOutline(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join(outlines, file)
	if os.Getenv("CXBOOK_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v: CXBOOK_UPDATE=1 writes it", err)
	} else if got != string(want) {
		t.Errorf("%s differs:\n%s", file, changes(string(want), got))
	}
}

// changes shows the lines that only one of two texts has.
func changes(want, got string) string {
	var out []string
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for _, line := range a {
		if !slices.Contains(b, line) {
			out = append(out, "- "+line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			out = append(out, "+ "+line)
		}
	}
	return strings.Join(append(out, "(lines may have moved)"), "\n")
}

func outlineOf(t *testing.T, s *site.Site, p *page.Page) string {
	t.Helper()
	f, ok := s.File(render.Path(p.Address))
	if !ok {
		t.Fatalf("there is no page at %s", p.Address)
	}
	o := outliner{}
	o.line(0, "/%s", p.Address)
	o.children(parse(t, f).root, 0)
	return o.String()
}

// An outliner writes what a page consists of: titles, landmarks, headings,
// tables, lists, links. Words between them are left out.
type outliner struct{ strings.Builder }

func (o *outliner) line(depth int, format string, args ...any) {
	fmt.Fprintf(o, "%s%s\n", strings.Repeat("  ", depth), fmt.Sprintf(format, args...))
}

// enough is how many things of one kind in a row stand for all of them: a page
// of all checks shall not change with each new one.
const enough = 8

func (o *outliner) children(n *html.Node, depth int) {
	kind, row := "", 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data == "meta" || c.Data == "link" || c.Data == "script" {
			continue
		}
		class, _ := attribute(c, "class")
		if k := c.Data + class; k == kind {
			row++
		} else {
			kind, row = k, 1
		}
		switch {
		case row == enough+1:
			o.line(depth, "…")
		case row <= enough:
			o.element(c, depth)
		}
	}
}

var heading = regexp.MustCompile(`^h[1-6]$`)

func (o *outliner) element(n *html.Node, depth int) {
	switch {
	case n.Data == "title" || n.Data == "caption" || n.Data == "th" || n.Data == "dt" || n.Data == "button" || heading.MatchString(n.Data):
		o.line(depth, "%s %s", n.Data, said(n))
		o.children(n, depth+1)
	case n.Data == "a":
		o.link(n, depth)
	case n.Data == "ul" || n.Data == "ol" || n.Data == "dl":
		o.line(depth, "%s%s", n.Data, marks(n))
		o.children(n, depth+1)
	case n.Data == "table":
		o.line(depth, "table of %s rows%s", few(count(n, "tr")), marks(n))
		o.children(n, depth+1)
	case slices.Contains([]string{"html", "header", "nav", "main", "footer", "article", "section", "aside", "blockquote"}, n.Data):
		o.line(depth, "%s%s", n.Data, marks(n))
		o.children(n, depth+1)
	default:
		o.children(n, depth)
	}
}

func (o *outliner) link(n *html.Node, depth int) {
	href, _ := attribute(n, "href")
	if class, _ := attribute(n, "class"); class == "permalink" {
		return
	}
	o.line(depth, "a %s → %s%s", said(n), href, marks(n))
}

// marks says what tells an element apart: its language, role and state.
func marks(n *html.Node) string {
	out := ""
	for _, name := range []string{"class", "lang", "role", "rel", "aria-label", "aria-current"} {
		if v, ok := attribute(n, name); ok {
			out += fmt.Sprintf(" %s=%q", name, v)
		}
	}
	return out
}

func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func count(n *html.Node, name string) int {
	total := 0
	for d := range n.Descendants() {
		if d.Data == name {
			total++
		}
	}
	return total
}

func few(n int) string {
	if n > enough {
		return "many"
	}
	return fmt.Sprint(n)
}
