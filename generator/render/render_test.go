package render_test

import (
	"bytes"
	"io/fs"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/themes"
)

func theme(t testing.TB) *render.Theme {
	t.Helper()
	th, err := render.Load(themes.Default())
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// names says where the assets of the theme are published: under their own
// names.
func names(th *render.Theme) map[string]string {
	out := map[string]string{}
	for _, a := range th.Assets() {
		out[a.Path] = a.Path
	}
	return out
}

func rendered(t testing.TB, p *page.Page) *html.Node {
	t.Helper()
	th := theme(t)
	data, err := th.Page(p, names(th))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// each calls do for every element.
func each(n *html.Node, do func(*html.Node)) {
	if n.Type == html.ElementNode {
		do(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// language returns the language that a browser takes an element's words for.
func language(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if l := attribute(n, "lang"); l != "" {
			return l
		}
	}
	return ""
}

func frame() *page.Frame {
	return &page.Frame{
		Title: "Law", Home: page.Link{Title: "Law", Address: "en/"}, Checks: page.Link{Address: "en/checks/"},
		Sections: []page.Link{{Title: "policies", Address: "en/policies/", Count: 2}},
	}
}

func emptyPage(kind page.Kind) *page.Page {
	p := &page.Page{Publication: &page.Publication{}, Kind: kind, Lang: "en", Address: "en/x/", Title: "T", Site: frame()}
	switch kind {
	case page.Languages:
		p.Site = nil
	case page.RecordPage:
		p.Record = &page.Record{ID: "POL-001", Written: "en"}
	case page.Index:
		p.Table = &page.Table{}
	}
	return p
}

// fullPage has something in every part that a page can have.
func fullPage(kind page.Kind) *page.Page {
	p := emptyPage(kind)
	other := page.Link{Title: "inny", Address: "en/y/", ID: "POL-002", Lang: "pl", Fragment: "par-1"}
	all := page.Value{List: []page.Value{
		{Head: "thing", Lang: "pl", Anchor: "steps:a", Ours: true, Facts: []page.Fact{{Label: "when", Value: page.Value{Text: "2 days", Machine: "P2D"}}}},
		{Head: "inny", Link: &other},
		{Facts: []page.Fact{{Label: "unnamed", Value: page.Value{Flag: "yes"}}}, Ours: true},
		{Text: "one\ntwo", Lang: "pl"},
	}}
	facts := []page.Fact{{Name: "a", Label: "label", Value: all, Ours: true}, {Name: "b", Label: "label", Value: page.Value{Link: &other}}}
	p.Summary = "S"
	p.Others = []page.Alternate{{Lang: "en", Address: "en/x/"}, {Lang: "pl", Address: "pl/x/"}}
	p.Crumbs = []page.Link{{Title: "Law", Address: "en/"}}
	p.Rules = diag.Rules()[:2]
	p.Table = &page.Table{Columns: []string{"c"}, Rows: []page.Row{{Link: other, Summary: "s", Cells: []page.Value{all}}}}
	p.Record = &page.Record{
		ID: "POL-001", TypeName: "policy", Version: 2, Written: "pl", Ours: true, Lead: true,
		Notices: []page.Notice{{Key: "untranslated", Written: "pl", Binding: other, Source: "pl"},
			{Key: "stale", Written: "pl", Binding: other, Source: "pl"}, {Key: "translation", Written: "pl", Binding: other, Source: "pl"}},
		Details: facts, About: facts, Sections: []page.Section{{Title: "Steps", Anchor: "field:steps", Value: all, Ours: true}},
		Doc:       markdown.Parse(markdown.Input{Name: "x.md", Body: []byte("Treść"), Lang: "pl", HTML: true}),
		Sources:   []page.Value{{Head: "source"}},
		Backlinks: []page.Relation{{Links: []page.Link{other}}, {Name: "owner", Links: []page.Link{other}}},
		Contents:  []page.Entry{{Level: 2, Title: "a", Anchor: "a"}, {Level: 3, Title: "b", Anchor: "b", Lang: "pl"}, {Level: 2, Title: "c", Anchor: "c"}},
	}
	return p
}

// Every layout renders a page with nothing to say and one with everything:
// one h1, no lists without things, the policy, the language.
func TestEveryLayout(t *testing.T) {
	for _, kind := range []page.Kind{page.Languages, page.Home, page.Index, page.RecordPage, page.Checks} {
		for name, p := range map[string]*page.Page{"empty": emptyPage(kind), "full": fullPage(kind)} {
			t.Run(string(kind)+"/"+name, func(t *testing.T) {
				root, h1, policy := rendered(t, p), 0, ""
				each(root, func(n *html.Node) {
					switch {
					case n.Data == "h1":
						h1++
					case n.Data == "dl" && words(n) == "":
						t.Error("an empty dl")
					case attribute(n, "http-equiv") == "Content-Security-Policy":
						policy = attribute(n, "content")
					case n.Data == "html" && attribute(n, "lang") != "en":
						t.Errorf("lang is %q", attribute(n, "lang"))
					case n.Data == "a" && attribute(n, "href") == "":
						t.Errorf("a link without address: %s", words(n))
					}
				})
				if h1 != 1 || policy != render.Policy {
					t.Errorf("%d h1, policy %q", h1, policy)
				}
				if s := words(root); strings.Contains(s, "ZgotmplZ") || strings.Contains(s, "<no value>") {
					t.Errorf("a template printed what it could not: %s", s)
				}
			})
		}
	}
}

// The record's words are marked with their own language, the interface's
// stay in the page's.
func TestLanguages(t *testing.T) {
	p := fullPage(page.RecordPage)
	p.Title = "Tytuł"
	want := map[string]string{
		"Tytuł": "pl", "Treść": "pl", "S": "pl", "thing": "pl", "inny": "pl", "label": "en", "when": "en",
		"Contents": "en", "Sources": "en", "house addition": "en", "b": "pl", "c": "en", "yes": "en",
	}
	seen := map[string]bool{}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		s := strings.TrimSpace(n.Data)
		if l := want[s]; n.Type == html.TextNode && l != "" && n.Parent.Data != "title" {
			seen[s] = true
			if got := language(n.Parent); got != l {
				t.Errorf("%q stands in %s, want %s", s, got, l)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(rendered(t, p))
	for s := range want {
		if !seen[s] {
			t.Errorf("%q is not on the page", s)
		}
	}
}

// A reader sees what the house added, wherever it stands.
func TestHouseAdditions(t *testing.T) {
	var marked []string
	each(rendered(t, fullPage(page.RecordPage)), func(n *html.Node) {
		if attribute(n, "class") == "ours" {
			marked = append(marked, n.Parent.Data)
		}
	})
	got := strings.Join(marked, " ")
	// In details, the section and about: the label or heading, the thing, the
	// unnamed thing.
	if want := "dt p li h2 p li dt p li"; got != want {
		t.Errorf("marks stand in %q, want %q", got, want)
	}
}

// What an author wrote is text, whatever it looks like.
func TestInert(t *testing.T) {
	const evil = `</title></h1><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x`
	p := fullPage(page.RecordPage)
	p.Title, p.Summary, p.Record.ID, p.Record.TypeName = evil, evil, evil, evil
	p.Site.Title = evil
	p.Crumbs[0].Title = evil
	p.Record.Contents[0].Title, p.Record.Contents[0].Anchor = evil, evil
	for i, scheme := range []string{"javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,<script>", "vbscript:x", "java\tscript:x"} {
		p.Record.Details = append(p.Record.Details, page.Fact{Label: evil, Value: page.Value{
			Anchor: evil, Link: &page.Link{Title: evil, URL: scheme, Lang: evil}}})
		p.Record.Sources = append(p.Record.Sources, page.Value{Head: strings.Repeat(evil, i+1), Anchor: evil})
	}
	p.Record.Details = append(p.Record.Details, page.Fact{Label: evil, Value: page.Value{Text: evil, Lang: evil, Machine: evil}})
	each(rendered(t, p), func(n *html.Node) {
		if n.Data == "script" && attribute(n, "src") == "../../assets/script.js" && n.FirstChild == nil {
			return // the theme's own
		}
		if n.Data == "script" || n.Data == "img" || n.Data == "style" || n.Data == "iframe" {
			t.Errorf("an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("an attribute %s of %s", a.Key, n.Data)
			}
			scheme, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":")
			if a.Key == "href" && (strings.Contains(scheme, "script") || scheme == "data") && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("a link to %q", a.Val)
			}
		}
	})
}

// overlay is the default theme with some files changed.
func overlay(t testing.TB, changed map[string]string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(themes.Default(), name)
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range changed {
		if out[name] = (&fstest.MapFile{Data: []byte(text)}); text == "" {
			delete(out, name)
		}
	}
	return out
}

// A broken theme is an error that names the file, before any page is made.
func TestLoadOfABrokenTheme(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"unclosed action":   {"layouts/home.html", "{{if .Title}}", "layouts/home.html"},
		"unknown function":  {"components/value.html", "{{nonsense 1}}", "components/value.html:1"},
		"broken words":      {"i18n/cs.json", "{", "i18n/cs.json"},
		"no words":          {"i18n/pl.json", "", "i18n/pl.json"},
		"no layouts at all": {"", "", "layouts"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := overlay(t, map[string]string{c.file: c.text})
			if c.file == "" {
				fsys = fstest.MapFS{}
				for _, l := range []string{"pl", "cs", "en"} {
					fsys.(fstest.MapFS)["i18n/"+l+".json"] = &fstest.MapFile{Data: []byte("{}")}
				}
				fsys.(fstest.MapFS)["components/x.html"] = &fstest.MapFile{}
			}
			if _, err := render.Load(fsys); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one that names %s", err, c.want)
			}
		})
	}
}

// A template that would fail on some page is an error that names its file and
// line before any page is made, whether or not this handbook has such a page.
func TestFailingTemplate(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"missing word":              {"<p>\n{{.Say \"no.such.word\"}}", "layouts/checks.html:2"},
		"missing asset":             {"{{.Asset \"none.css\"}}", "none.css"},
		"missing field":             {"{{.NoSuchField}}", "layouts/checks.html:1"},
		"in a branch seldom taken":  {"{{if eq .Lang \"cs\"}}\n{{.Site.NoSuch}}{{end}}", "layouts/checks.html:2"},
		"of a part that is called":  {"{{template \"nowhere\" .}}", "nowhere"},
		"missing layout":            {"", "layouts/checks.html"},
		"a record on no such page":  {"{{.Record.ID}}", "layouts/checks.html:1"},
		"the wrong kind of a value": {"{{range .Title}}{{end}}", "layouts/checks.html:1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := render.Load(overlay(t, map[string]string{"layouts/checks.html": c.text}))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "theme: ") {
				t.Errorf("the error is %v, want one that names %s", err, c.want)
			}
		})
	}
}

// What no sample shows still is an error that names the page, and no half of
// a page.
func TestFailingPage(t *testing.T) {
	th, err := render.Load(overlay(t, map[string]string{"layouts/checks.html": `{{if eq .Title "T"}}{{index .Others 7}}{{end}}`}))
	if err != nil {
		t.Fatal(err)
	}
	data, err := th.Page(emptyPage(page.Checks), names(th))
	if err == nil || data != nil || !strings.Contains(err.Error(), "/en/x/") || !strings.Contains(err.Error(), "layouts/checks.html:1") {
		t.Errorf("%q and the error %v", data, err)
	}
}

func TestPath(t *testing.T) {
	for address, want := range map[string]string{"": "index.html", "pl/x/": "pl/x/index.html", "404.html": "404.html"} {
		if got := render.Path(address); got != want {
			t.Errorf("Path(%q) = %q, want %q", address, got, want)
		}
	}
}

// The navigation is made once for many pages: each index is marked in its
// own, and links are right from every depth.
func TestNavigation(t *testing.T) {
	th, site := theme(t), frame()
	for _, c := range []struct {
		kind             page.Kind
		address, current string
	}{
		{page.RecordPage, "en/policies/x/", ""},
		{page.Index, "en/policies/", "page"},
		{page.Index, "en/roles/", ""},
		{page.Home, "en/", ""},
		{page.RecordPage, "en/roles/x/", ""},
		{page.Index, "en/policies/", "page"},
	} {
		p := emptyPage(c.kind)
		p.Address, p.Site = c.address, site
		data, err := th.Page(p, names(th))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		each(root, func(n *html.Node) {
			if n.Data != "nav" || attribute(n, "class") != "sections" {
				return
			}
			each(n, func(n *html.Node) {
				if n.Data != "a" {
					return
				}
				href := resolve(c.address, attribute(n, "href"))
				if href != "en/policies/" || attribute(n, "aria-current") != c.current {
					t.Errorf("%s: the link leads to %s, current %q", c.address, href, attribute(n, "aria-current"))
				}
			})
		})
	}
}

// resolve follows a link from an address as a browser does.
func resolve(from, href string) string {
	base, link := &url.URL{Path: "/" + from}, &url.URL{Path: href}
	return strings.TrimPrefix(base.ResolveReference(link).Path, "/")
}

// A theme serves several goroutines at once.
func TestPagesAtOnce(t *testing.T) {
	th := theme(t)
	want, err := th.Page(fullPage(page.RecordPage), names(th))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, err := th.Page(fullPage(page.RecordPage), names(th)); err != nil || !bytes.Equal(got, want) {
				t.Errorf("the same page differs (%v)", err)
			}
		})
	}
	wg.Wait()
}
