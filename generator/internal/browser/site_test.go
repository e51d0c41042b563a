package browser_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
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
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/cxbook/cxbook/schemas"
	"github.com/cxbook/cxbook/themes"
	"golang.org/x/net/html"
)

type sampleSite struct {
	judgement *generator.Judgement
	site      *site.Site
	err       error
}

func input() generator.Input {
	return generator.Input{
		Content: os.DirFS("../../../content"), Prefix: "content",
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
		Theme:   themes.Default(), AsOf: lang.Date{Year: 2026, Month: 11, Day: 22},
	}
}

// sample is the site of the sample handbook.
var sample = sync.OnceValue(func() sampleSite {
	j, s, err := generator.Build(context.Background(), input())
	if err == nil && s == nil {
		err = fmt.Errorf("the sample handbook has %d findings", len(j.Findings))
	}
	return sampleSite{j, s, err}
})

// serve serves the sample's site.
func serve(t testing.TB) (s sampleSite, root string) {
	t.Helper()
	s = sample()
	if s.err != nil {
		t.Fatal(s.err)
	}
	return s, serveSite(t, s.site)
}

// serveSite serves a site as a plain web server does.
func serveSite(t testing.TB, s *site.Site) (root string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f, ok := s.File(render.Path(strings.TrimPrefix(r.URL.Path, "/")))
		if !ok {
			http.NotFound(w, r)
			return
		}
		data, err := f.Bytes()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
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
func kinds(t testing.TB, s sampleSite, language string) []*page.Page {
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
		key := "kind " + string(c.of.Kind)
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
const ask = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
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
	for _, v := range violations {
		t.Errorf("%s: %s: %s\n\t%s", where, v.ID, v.Help, strings.Join(v.Nodes[:min(3, len(v.Nodes))], "\n\t"))
	}
}

// Nobody is kept out of any kind of page: in three languages on a wide screen
// and, in the dark, on a phone.
func TestAccessible(t *testing.T) {
	s, root := serve(t)
	program := axe(t)
	for _, language := range []string{"pl", "cs", "en"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			p := browser.Open(t)
			p.Size(1280, 900)
			for _, of := range kinds(t, s, language) {
				p.Go(root + of.Address)
				judge(t, p, program, of.Address)
			}
		})
	}
	t.Run("dark on a phone", func(t *testing.T) {
		t.Parallel()
		p := browser.Open(t)
		p.Size(360, 740)
		p.Prefer("prefers-color-scheme", "dark")
		for _, of := range kinds(t, s, "pl") {
			p.Go(root + of.Address)
			judge(t, p, program, of.Address+" in the dark")
		}
	})
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
