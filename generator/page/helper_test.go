package page_test

import (
	"strings"
	"sync"
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

var builtIn = sync.OnceValues(func() (*schema.Set, error) {
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS})
	return set, err
})

// files is a content folder: path → text.
type files map[string]string

// plan plans the folder's site; what the rooms below find is not the matter
// here.
func (f files) plan(t testing.TB) (*page.Plan, diag.List) {
	t.Helper()
	set, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {pl: Kodeks, en: Law}\n")}}
	for name, text := range f {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _, err := source.Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}, HTML: true})
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	return page.Make(page.Input{Book: book, Graph: graph, Duties: duties})
}

// at returns the page at an address with everything it says.
func (f files) at(t testing.TB, address string) *page.Page {
	t.Helper()
	plan, _ := f.plan(t)
	for _, p := range plan.Pages {
		if p.Address == address {
			return plan.Write(p)
		}
	}
	t.Fatalf("there is no page at %s", address)
	return nil
}

// md writes a Markdown file: front matter, then a body after a "---".
func md(lines ...string) string {
	text := "---\n" + strings.Join(lines, "\n") + "\n"
	if strings.Contains(text, "\n---\n") {
		return text
	}
	return text + "---\n"
}

// fact finds a fact by its field.
func fact(t testing.TB, facts []page.Fact, name string) page.Fact {
	t.Helper()
	for _, f := range facts {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no %s among %v", name, facts)
	return page.Fact{}
}

// section finds a section by its field.
func section(t testing.TB, r *page.Record, name string) page.Section {
	t.Helper()
	for _, s := range r.Sections {
		if s.Anchor == "field:"+name {
			return s
		}
	}
	t.Fatalf("there is no section %s", name)
	return page.Section{}
}
