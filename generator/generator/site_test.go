package generator_test

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/cxbook/cxbook/schemas"
	"github.com/cxbook/cxbook/themes"
	"golang.org/x/net/html"
)

// sampleInput is the sample handbook of this repository on a fixed day.
func sampleInput() generator.Input {
	return generator.Input{
		Content: os.DirFS("../../content"), Prefix: "content",
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
		Theme:   themes.Default(), AsOf: lang.Date{Year: 2026, Month: 11, Day: 22},
	}
}

type built struct {
	judgement *generator.Judgement
	site      *site.Site
	err       error
}

var sample = sync.OnceValue(func() built {
	j, s, err := generator.Build(context.Background(), sampleInput())
	return built{j, s, err}
})

func sampleSite(t *testing.T) (*generator.Judgement, *site.Site) {
	t.Helper()
	b := sample()
	if b.err != nil {
		t.Fatal(b.err)
	}
	for _, d := range b.judgement.Findings {
		if d.Severity == diag.Error {
			t.Fatalf("%s:%d: %s", d.At.File, d.At.Start.Line, d.Text("en"))
		}
	}
	return b.judgement, b.site
}

// A document is a parsed page of a site.
type document struct {
	path string
	root *html.Node
	ids  map[string]bool
}

func parse(t *testing.T, f site.File) document {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(read(t, f)))
	if err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	d := document{path: f.Path, root: root, ids: map[string]bool{}}
	d.each(func(n *html.Node) {
		if id, ok := attribute(n, "id"); ok {
			if d.ids[id] {
				t.Errorf("%s: the id %q stands twice", f.Path, id)
			}
			d.ids[id] = true
		}
	})
	return d
}

func read(t *testing.T, f site.File) []byte {
	t.Helper()
	data, err := f.Bytes()
	if err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	return data
}

// each visits every element.
func (d document) each(visit func(*html.Node)) {
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

// count returns how many elements of a name there are.
func (d document) count(name string) int {
	n := 0
	d.each(func(e *html.Node) {
		if e.Data == name && e.Namespace == "" { // a drawing has a title of its own
			n++
		}
	})
	return n
}

// meta returns the content of a named meta element.
func (d document) meta(name string) string {
	out := ""
	d.each(func(e *html.Node) {
		for _, key := range []string{"name", "http-equiv"} {
			if v, _ := attribute(e, key); e.Data == "meta" && strings.EqualFold(v, name) {
				out, _ = attribute(e, "content")
			}
		}
	})
	return out
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func documents(t *testing.T, s *site.Site) map[string]document {
	t.Helper()
	out := map[string]document{}
	for _, f := range s.Files() {
		if path.Ext(f.Path) == ".html" {
			out[f.Path] = parse(t, f)
		}
	}
	return out
}

// Every link of the sample's site leads to a file that is there and, with a
// fragment, to an id on that page.
func TestCrawlLinks(t *testing.T) {
	_, s := sampleSite(t)
	pages := documents(t, s)
	links := 0
	for _, d := range pages {
		d.each(func(n *html.Node) {
			for _, name := range []string{"href", "src"} {
				if target, ok := attribute(n, name); ok {
					links++
					follow(t, s, pages, d.path, target)
				}
			}
		})
	}
	if links < 5000 {
		t.Errorf("only %d links were followed", links)
	}
}

func follow(t *testing.T, s *site.Site, pages map[string]document, from, target string) {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Errorf("%s: link %q: %v", from, target, err)
		return
	}
	if u.IsAbs() {
		if u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "mailto" && u.Scheme != "tel" {
			t.Errorf("%s: link with the scheme %q", from, u.Scheme)
		}
		return
	}
	if from == "404.html" { // it may stand for any address
		if !strings.HasPrefix(u.Path, "/") {
			t.Errorf("%s: the link %q does not start at the root", from, target)
		}
	} else if u.Host != "" || strings.HasPrefix(u.Path, "/") {
		t.Errorf("%s: the link %q is not relative", from, target)
		return
	}
	base := &url.URL{Scheme: "http", Host: "site", Path: "/" + strings.TrimSuffix(from, "index.html")}
	to := strings.TrimPrefix(base.ResolveReference(u).Path, "/")
	if to == "" || strings.HasSuffix(to, "/") {
		to += "index.html"
	}
	if _, ok := s.File(to); !ok {
		t.Errorf("%s: the link %q leads nowhere", from, target)
		return
	}
	if u.Fragment != "" && !pages[to].ids[u.Fragment] {
		t.Errorf("%s: the link %q leads to no place on the page", from, target)
	}
}

// What every page must have, whatever it says.
func TestEveryPage(t *testing.T) {
	j, s := sampleSite(t)
	for name, d := range documents(t, s) {
		if n := d.count("h1"); n != 1 {
			t.Errorf("%s has %d h1", name, n)
		}
		if n := d.count("main"); n != 1 {
			t.Errorf("%s has %d main", name, n)
		}
		if d.count("title") != 1 || d.meta("viewport") == "" {
			t.Errorf("%s lacks a title or a viewport", name)
		}
		policy := d.meta("content-security-policy")
		for _, want := range []string{"default-src 'self'", "object-src 'none'", "require-trusted-types-for 'script'", "trusted-types cxbook"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy %q lacks %q", name, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe") {
			t.Errorf("%s: unsafe policy %q", name, policy)
		}
		d.each(func(n *html.Node) { inert(t, name, n) })
		if language, _, ok := strings.Cut(name, "/"); ok && language != "id" {
			root := d.root.FirstChild
			for root.Type != html.ElementNode {
				root = root.NextSibling
			}
			if got, _ := attribute(root, "lang"); got != language {
				t.Errorf("%s: lang=%q", name, got)
			}
		}
	}
	pages := documents(t, s)
	for _, rec := range j.Book.Records {
		for _, language := range j.Book.Config.Languages {
			name := language + "/" + rec.Type.Folder + "/" + rec.Texts[language].Slug + "/index.html"
			d, ok := pages[name]
			if !ok {
				t.Errorf("%s has no page %s", rec.ID, name)
			} else if d.meta("cxbook:record") != rec.ID {
				t.Errorf("%s: meta cxbook:record is %q", name, d.meta("cxbook:record"))
			}
		}
	}
}

// inert complains of whatever could run or load something in a reader's
// browser, and of pictures that say nothing to who cannot see them.
func inert(t *testing.T, name string, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "script":
		src, _ := attribute(n, "src")
		if _, defers := attribute(n, "defer"); !defers || !strings.HasSuffix(src, ".js") || n.FirstChild != nil {
			t.Errorf("%s has a script that is not the theme's", name)
		}
	case "style", "iframe", "object", "embed", "form", "base":
		t.Errorf("%s has a %s element", name, n.Data)
	case "img":
		if alt, _ := attribute(n, "alt"); alt == "" {
			t.Errorf("%s: a picture without alternative text", name)
		}
	}
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			t.Errorf("%s: the attribute %s on %s", name, a.Key, n.Data)
		}
	}
}

// Headings of a page never skip a level, so that they can be walked by.
func TestHeadingLevels(t *testing.T) {
	_, s := sampleSite(t)
	for name, d := range documents(t, s) {
		last := 0
		d.each(func(n *html.Node) {
			if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
				return
			}
			level := int(n.Data[1] - '0')
			if level > last+1 {
				t.Errorf("%s: a heading of level %d after one of level %d", name, level, last)
			}
			last = level
		})
	}
}

// The same input gives the same bytes, however often and on however many
// processors it is built.
func TestBuildIsDeterministic(t *testing.T) {
	_, one := sampleSite(t)
	_, two, err := generator.Build(context.Background(), sampleInput())
	if err != nil {
		t.Fatal(err)
	}
	a, b := one.Files(), two.Files()
	if len(a) != len(b) {
		t.Fatalf("%d files, then %d", len(a), len(b))
	}
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(read(t, a[i]), read(t, b[i])) {
			t.Errorf("%s differs from one build to the next", a[i].Path)
		}
	}
}

// That a day passes makes no error in the sample law.
func TestNoErrorsOnAnyDay(t *testing.T) {
	if testing.Short() {
		t.Skip("judges the sample many times")
	}
	in := sampleInput()
	in.Memory = &generator.Memory{}
	for _, day := range []string{"2025-08-01", "2026-01-15", "2026-06-30", "2026-11-22", "2026-12-01", "2026-12-31", "2027-01-01", "2027-04-01", "2028-02-29", "2031-07-01"} {
		d, err := lang.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		in.AsOf = d
		j, err := generator.Check(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range j.Findings {
			if f.Severity == diag.Error {
				t.Errorf("on %s: %s %s:%d: %s", day, f.Code, f.At.File, f.At.Start.Line, f.Text("en"))
			}
		}
	}
}
