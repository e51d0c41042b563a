package browser_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/browser"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/preview"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/cxbook/cxbook/schemas"
	"github.com/cxbook/cxbook/themes"
	"golang.org/x/net/html"
)

type builtSite struct {
	judgement *generator.Judgement
	site      *site.Site
}

func input() generator.Input {
	return generator.Input{
		Content: os.DirFS("../../../content"), Prefix: "content",
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
		Theme:   themes.Default(), AsOf: lang.Date{Year: 2026, Month: 11, Day: 22},
	}
}

// sample is the site of the sample handbook.
var sample = sync.OnceValues(func() (builtSite, error) { return buildFrom(input()) })

func buildFrom(in generator.Input) (builtSite, error) {
	j, s, err := generator.Build(context.Background(), in)
	if err == nil && s == nil {
		err = fmt.Errorf("the handbook has findings: %v", j.Findings)
	}
	return builtSite{j, s}, err
}

// build builds the site of another handbook.
func build(t testing.TB, content fs.FS) builtSite {
	t.Helper()
	in := input()
	in.Content = content
	s, err := buildFrom(in)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// serve serves the sample's site.
func serve(t testing.TB) (s builtSite, root string) {
	t.Helper()
	s, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	return s, serveSite(t, s.site)
}

// serveSite serves a site as a plain web server does.
func serveSite(t testing.TB, s *site.Site) (root string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, ok := s.File(render.Path(strings.TrimPrefix(r.URL.Path, "/")))
		if !ok {
			f, _ = s.File("404.html")
		}
		data, err := f.Bytes()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if !ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			_, _ = w.Write(data)
			return
		}
		http.ServeContent(w, r, path.Base(f.Path), time.Time{}, strings.NewReader(string(data)))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// kinds returns pages of a language that show between them whatever the site
// can show: of each kind of page, and of each type of record, the largest, and
// of the others those with an element, a class or a role that no page before
// them has.
func kinds(t testing.TB, s builtSite, language string) []*page.Page {
	t.Helper()
	type candidate struct {
		of   *page.Page
		data []byte
	}
	var all []candidate
	for _, p := range s.judgement.Plan.Pages {
		if p.Lang != language || p.Kind == page.Redirect {
			continue
		}
		f, ok := s.site.File(render.Path(p.Address))
		if !ok {
			t.Fatalf("there is no file for %s", p.Address)
		}
		data, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, candidate{p, data})
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(len(b.data), len(a.data)) })
	var out []*page.Page
	shown := map[string]bool{}
	for _, c := range all {
		key := "kind " + string(c.of.Kind) + " " + c.of.Word
		if c.of.Kind == page.RecordPage {
			key += " " + strings.Split(c.of.Address, "/")[1]
		}
		fresh := false
		for _, part := range append(parts(c.data), key) {
			fresh = fresh || !shown[part]
			shown[part] = true
		}
		if fresh {
			out = append(out, c.of)
		}
	}
	slices.SortFunc(out, func(a, b *page.Page) int { return cmp.Compare(a.Address, b.Address) })
	return out
}

// parts names what a page is made of.
func parts(page []byte) []string {
	var out []string
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		token := z.Token()
		out = append(out, token.Data)
		for _, a := range token.Attr {
			switch a.Key {
			case "class", "role":
				for _, word := range strings.Fields(a.Val) {
					out = append(out, token.Data+" "+a.Key+" "+word)
				}
			}
		}
		if token.Type == html.TextToken {
			out = out[:len(out)-1]
		}
	}
	return out
}

// axe returns the program that looks for what keeps people out.
func axe(t testing.TB) string {
	t.Helper()
	name := cmp.Or(os.Getenv("CXBOOK_AXE"), filepath.Join("..", "..", "..", ".ci", "node_modules", "axe-core", "axe.min.js"))
	data, err := os.ReadFile(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("there is no axe-core: %v", err)
		}
		t.Skip("there is no axe-core: run npm ci in .ci, or name axe.min.js in CXBOOK_AXE")
	}
	return string(data)
}

// What axe-core is asked: WCAG 2.2 at levels A and AA, and what its authors
// hold for good practice.
const ask = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]}).then(r =>
	JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 200) + " " + n.failureSummary)}))))`

// judge runs axe-core on the page at hand. What went wrong before it ran is
// the page's; what goes wrong by it, such as styles that it may not set, is not.
func judge(t *testing.T, p *browser.Page, program, where string) {
	t.Helper()
	for _, f := range p.Faults() {
		t.Errorf("%s: %s", where, f)
	}
	defer p.Faults()
	browser.Value[any](p, program+"; true")
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(p.Text(ask)), &violations); err != nil {
		t.Fatal(err)
	}
	p.Picture(where)
	for _, v := range violations {
		t.Errorf("%s: %s: %s\n\t%s", where, v.ID, v.Help, strings.Join(v.Nodes[:min(3, len(v.Nodes))], "\n\t"))
	}
}

// A look is how somebody sees a page.
type look struct {
	language, scheme string
	width            int
}

// looks are chosen so that every kind of page is judged wide and small, light
// and dark, and in each language.
var looks = []look{{"pl", "light", 1280}, {"pl", "dark", 360}, {"cs", "dark", 1280}, {"en", "light", 360}}

func (l look) String() string { return fmt.Sprintf("%s %s %d", l.language, l.scheme, l.width) }

// open opens an empty page of that look.
func (l look) open(t *testing.T) *browser.Page {
	p := browser.Open(t)
	p.Size(l.width, 900)
	p.Prefer("prefers-color-scheme", l.scheme)
	return p
}

// Nobody is kept out of any kind of page.
func TestAccessible(t *testing.T) {
	program := axe(t)
	sample, sampleRoot := serve(t)
	rare := build(t, rareContent())
	rareRoot := serveSite(t, rare.site)
	for _, l := range looks {
		t.Run(l.String(), func(t *testing.T) {
			t.Parallel()
			p := l.open(t)
			for _, of := range kinds(t, sample, l.language) {
				p.Go(sampleRoot + of.Address)
				judge(t, p, program, of.Address)
			}
			if l.width > 360 {
				return // what is rare is judged where it is hardest
			}
			for _, of := range kinds(t, rare, l.language) {
				if of.Kind == page.RecordPage || of.Kind == page.Index {
					p.Go(rareRoot + of.Address)
					judge(t, p, program, "rare: "+of.Address)
				}
			}
		})
	}
}

// Nobody is kept out of what opens, either: the menu, what is folded, a table
// as one has sorted it, and the findings that serve draws.
func TestAccessibleOnceOpen(t *testing.T) {
	program := axe(t)
	_, root := serve(t)
	drawn := preview.New("pl")
	drawn.Show(preview.Look{Site: written(t, "one"), Findings: []preview.Finding{
		{Record: "PAG-001", File: "content/pages/a.md", Error: true, Text: "a.md:3:1: " + strings.Repeat("wrong ", 40)},
		{Record: "PAG-002", File: "content/pages/b.md", Text: "b.md:1:1: doubtful"},
	}})
	server := httptest.NewServer(drawn)
	t.Cleanup(server.Close)
	for _, l := range looks[:3] {
		p := l.open(t)
		p.Go(root + "pl/procedures/sprawa-eskalowana/")
		p.Click("main details summary")
		p.Wait(`document.querySelector("main details").open`)
		judge(t, p, program, "what is folded, "+l.String())
		p.Go(server.URL + "/en/pages/a/")
		p.Wait(`document.querySelector("[role=dialog]") && [...document.styleSheets].some(s => (s.href || "").endsWith("live.css"))`)
		judge(t, p, program, "findings drawn, "+l.String())
		p.Press("Escape")
		p.Wait(`!document.querySelector("[role=dialog]")`)
		judge(t, p, program, "findings announced, "+l.String())
		p.Go(root + "pl/policies/")
		browser.Value[any](p, `document.querySelectorAll("th button")[1].focus()`)
		p.Press("Enter")
		p.Wait(`document.querySelector("[aria-sort=ascending]")`)
		judge(t, p, program, "a table sorted, "+l.String())
		if l.width < 960 {
			p.Click("button.menu")
			p.Wait(`document.querySelector(".sections").matches(":popover-open")`)
			judge(t, p, program, "the menu, "+l.String())
		}
	}
}

// No page is wider than a small phone.
func TestFitsAPhone(t *testing.T) {
	s, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 740)
	n := 0
	for _, of := range s.judgement.Plan.Pages {
		if of.Kind == page.Redirect || of.Lang != "pl" && of.Kind == page.RecordPage && n%3 > 0 {
			n++
			continue
		}
		n++
		p.Go(root + of.Address)
		if wide := browser.Value[int](p, "document.documentElement.scrollWidth"); wide > 360 {
			who := p.Text(`[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join("\n")`)
			t.Errorf("%s is %d pixels wide:\n%s", of.Address, wide, who)
		}
	}
}
