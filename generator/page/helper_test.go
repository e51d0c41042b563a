package page_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
)

// files is a content folder: path → text.
type files map[string]string

// plan plans the folder's site; what the rooms below find is not the matter
// here.
func (f files) plan(t testing.TB) (*page.Plan, diag.List) {
	t.Helper()
	return planOf(f.book(t))
}

// planFor plans the site for readers with some labels.
func (f files) planFor(t testing.TB, labels []string) *page.Plan {
	t.Helper()
	plan, _ := planOf(f.book(t).For(labels))
	return plan
}

func (f files) book(t testing.TB) *record.Handbook {
	t.Helper()
	in := record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}, HTML: true}
	return handbooktest.Load(t, in, "title: {pl: Kodeks, en: Law}\n", f)
}

func planOf(book *record.Handbook) (*page.Plan, diag.List) {
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	mature, _ := maturity.Assess(book, maturity.Defaults())
	return page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Maturity: mature, Due: due.List(due.Input{Book: book, Graph: graph, Maturity: mature})})
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
