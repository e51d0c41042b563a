package page_test

import (
	"testing"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
)

// A role's page leads to its calendar where there is one: not where nothing
// would be in it, nor in a site that is read
// from a folder, which has none.
func TestLinkToCalendar(t *testing.T) {
	tasks := "responsibilities: [{key: a, task: Czyta., practised: [weekly]}]"
	f := files{
		"roles/a.v1.pl.md": md("id: ROL-001", "title: A", "version: 1", "effective_from: 2025-01-01", tasks),
		"roles/a.v2.pl.md": md("id: ROL-001", "title: A", "version: 2", "effective_from: 2027-01-01", tasks),
		"roles/b.pl.md":    md("id: ROL-002", "title: B", "responsibilities: [{key: a, task: Czyta., practised: [as-needed]}]"),
	}
	for address, want := range map[string]string{
		"en/roles/a/": "en/roles/a/calendar.ics", "en/roles/b/": "",
	} {
		if got := f.at(t, address).Record.Work.Calendar; got != want {
			t.Errorf("%s leads to %q, want %q", address, got, want)
		}
	}
	book := handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}}, "title: {pl: Kodeks, en: Law}\n", f)
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Publication: page.Publication{Portable: true}})
	for _, p := range plan.Pages {
		if p.Address == "pl/roles/a/" {
			if got := plan.Write(p).Record.Work.Calendar; got != "" {
				t.Errorf("without a server the page leads to %q", got)
			}
			return
		}
	}
	t.Error("there is no page of the role")
}
