package page_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
)

func TestRedirects(t *testing.T) {
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	tree, _, err := source.Read(fstest.MapFS{
		"handbook.yaml":    {Data: []byte("title: {pl: P, en: E}\nlanguages: [pl, en]\ndefault_language: pl\n")},
		"pages/nowa.pl.md": {Data: []byte("---\nid: PAG-001\ntitle: Nowa\n---\n")},
		"pages/new.en.md":  {Data: []byte("---\nid: PAG-001\nsource_version: 1\ntitle: New\n---\n")},
		"redirects.yaml": {Data: []byte(strings.Join([]string{
			"- {from: /en/pages/old/, to: PAG-001}",
			"- {from: /archive/1/, to: PAG-001}",
			"- {from: /EN/pages/old/, to: PAG-001}",
			"- {from: /en/pages/new/, to: PAG-001}",
			"- {from: /en/../x/, to: PAG-001}",
			"- {from: /en/gone/, to: PAG-009}",
		}, "\n"))},
	}, "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}, HTML: true})
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	plan, found := page.Make(page.Input{Book: book, Graph: graph, Duties: duties})
	var got []string
	for _, d := range found {
		got = append(got, string(d.Code)+" "+d.Text("en"))
	}
	want := []string{
		"CX603 /EN/pages/old/ is redirected twice",
		"CX603 /en/pages/new/ is the address of a page, so it cannot be redirected",
		`CX603 "/en/../x/" is not an address of this site`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	leads := map[string]string{}
	for _, p := range plan.Pages {
		if p.Kind == page.Redirect && !strings.HasPrefix(p.Address, "id/") {
			leads[p.Address] = p.Target.Address
		}
	}
	if len(leads) != 2 || leads["en/pages/old/"] != "en/pages/new/" || leads["archive/1/"] != "pl/pages/nowa/" {
		t.Errorf("redirects lead %v", leads)
	}
	for _, d := range found {
		if d.At.File != "content/redirects.yaml" || d.Code != diag.BadRedirect {
			t.Errorf("%v at %v", d.Code, d.At)
		}
	}
}
