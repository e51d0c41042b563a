package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

func TestAddressClash(t *testing.T) {
	f := files{
		"handbook.yaml":          "title: {pl: Kodeks}\nlanguages: [pl, cs]\n",
		"pages/a/start.md":       md("id: PAG-001", "title: A"),
		"pages/b/start.md":       md("id: PAG-002", "title: B"),
		"pages/Wstęp.md":         md("id: PAG-003", "title: C"),
		"pages/c/wste\u0328p.md": md("id: PAG-004", "title: D"),
	}
	plan, found := f.plan(t)
	var got []string
	for _, d := range found.Tidy() {
		related := ""
		for _, r := range d.Related {
			related += r.At.File
		}
		got = append(got, fmt.Sprintf("%s %s, see %s", d.Code, d.At.File, related))
	}
	want := []string{
		"CX601 content/pages/b/start.md, see content/pages/a/start.md",
		"CX602 content/pages/c/wste\u0328p.md, see content/pages/Wstęp.md",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings differ, each pair of files once whatever the languages:\n%s", diff)
	}
	for _, p := range plan.Pages {
		if p.Address == "pl/pages/start/" && p.Title != "A" {
			t.Errorf("%s is %q: the first file in order keeps the address", p.Address, p.Title)
		}
	}
}

func TestPagesOfAHandbook(t *testing.T) {
	addresses := func(f files) []string {
		plan, found := f.plan(t)
		if len(found) > 0 {
			t.Errorf("findings: %v", found)
		}
		var out []string
		for _, p := range plan.Pages {
			if p.Kind != page.Fields { // one for each type, whatever the records
				out = append(out, string(p.Kind)+" "+p.Address)
			}
			if full := plan.Write(p); (full.Record != nil) != (p.Kind == page.RecordPage) {
				t.Errorf("%s: record is %v", p.Address, full.Record)
			}
		}
		return out
	}
	empty := []string{"languages ", "notfound 404.html", "home en/", "a-z en/a-z/", "checks en/checks/", "types en/fields/"}
	if diff := cmp.Diff(empty, addresses(files{"handbook.yaml": "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n"})); diff != "" {
		t.Errorf("an empty handbook:\n%s", diff)
	}
	one := []string{
		"languages ", "notfound 404.html", "home cs/", "a-z cs/a-z/", "checks cs/checks/", "types cs/fields/", "index cs/roles/", "record cs/roles/agent/", "health cs/scorecards/health/", "overview cs/translations/", "redirect id/ROL-001/",
		"home pl/", "a-z pl/a-z/", "checks pl/checks/", "types pl/fields/", "index pl/roles/", "record pl/roles/pracownik/", "health pl/scorecards/health/", "overview pl/translations/",
	}
	got := addresses(files{
		"handbook.yaml":         "title: {cs: Kodex}\nlanguages: [cs, pl]\ndefault_language: cs\n",
		"roles/agent.md":        md("id: ROL-001", "title: Pracovník"),
		"roles/pracownik.pl.md": md("id: ROL-001", "title: Pracownik", "source_version: 1"),
	})
	if diff := cmp.Diff(one, got); diff != "" {
		t.Errorf("one record:\n%s", diff)
	}
}

func TestNavigation(t *testing.T) {
	f := files{
		"handbook.yaml":  "title: {pl: Kodeks}\nlanguages: [pl]\nsections: [terms, policies, roles]\n",
		"roles/a.md":     md("id: ROL-001", "title: A"),
		"roles/b.md":     md("id: ROL-002", "title: B"),
		"terms/a.md":     md("id: TRM-001", "title: A"),
		"pages/start.md": md("id: PAG-001", "title: S"),
	}
	var got []string
	for _, s := range f.at(t, "pl/").Site.Sections {
		got = append(got, fmt.Sprintf("%s %d", s.Address, s.Count))
	}
	want := []string{"pl/terms/ 1", "pl/roles/ 2", "pl/pages/ 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the order of handbook.yaml, then by folder, none that is empty:\n%s", diff)
	}
}

// An index is in the alphabetical order of its own language, whatever the
// language of the sources.
func TestIndexOrder(t *testing.T) {
	f := files{
		"terms/zapytanie.md":  md("id: TRM-001", "title: zapytanie"),
		"terms/luka.md":       md("id: TRM-002", "title: luka"),
		"terms/lacze.md":      md("id: TRM-003", "title: łącze"),
		"terms/NPS.md":        md("id: TRM-004", "title: NPS"),
		"terms/enquiry.en.md": md("id: TRM-001", "title: enquiry", "source_version: 1"),
		"terms/link.en.md":    md("id: TRM-003", "title: link", "source_version: 1"),
		"terms/gap.en.md":     md("id: TRM-002", "title: gap", "source_version: 1"),
	}
	for language, want := range map[string]string{
		"pl": "luka łącze NPS zapytanie",
		"en": "enquiry gap link NPS",
	} {
		var titles []string
		for _, row := range f.at(t, language+"/terms/").Table.Rows {
			titles = append(titles, row.Link.Title)
		}
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
}

// Numbers are ordered as numbers, and what has none comes last.
func TestIndexOrderOfNumbers(t *testing.T) {
	f := files{
		"touchpoints/a.md": md("id: TCH-001", "title: none"),
		"touchpoints/b.md": md("id: TCH-002", "title: ten", "order: 10"),
		"touchpoints/c.md": md("id: TCH-003", "title: two", "order: 2"),
	}
	var got []string
	for _, row := range f.at(t, "pl/touchpoints/").Table.Rows {
		got = append(got, row.Link.Title)
	}
	if want := []string{"two", "ten", "none"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The mailbox of who holds a post stands on the role's page and nowhere else.
func TestHoldersStayOnTheirPage(t *testing.T) {
	f := files{"roles/a.md": md("id: ROL-001", "title: A", "holder: a@kalina.example")}
	for _, row := range f.at(t, "pl/roles/").Table.Rows {
		for _, cell := range row.Cells {
			if strings.Contains(cell.Text, "@") {
				t.Errorf("the index of roles shows %s", cell.Text)
			}
		}
	}
	if got := fact(t, f.at(t, "pl/roles/a/").Record.Details, "holder").Value.Text; got != "a@kalina.example" {
		t.Errorf("the role's page shows %q", got)
	}
}
