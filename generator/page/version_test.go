package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
)

func amended() files {
	version := func(n int, from, more string) string {
		return md("id: POL-001", fmt.Sprintf("title: Zwroty %d", n), "owner: ROL-001", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001",
			fmt.Sprintf("version: %d\neffective_from: %s\nchange_note: Zmiana %d.", n, from, n), more, "---", fmt.Sprintf("## § 1 Cel %d\n\nZob. [niżej](#par-1).", n))
	}
	return files{
		"handbook.yaml":            "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"roles/a.pl.md":            md("id: ROL-001", "title: Rada"),
		"policies/zwroty.v1.pl.md": version(1, "2025-01-01", ""),
		"policies/zwroty.v2.pl.md": version(2, "2026-01-01", ""),
		"policies/zwroty.v3.pl.md": version(3, "2027-01-01", ""),
		"pages/p.pl.md":            md("id: PAG-001", "title: P", "---", "[[POL-001]]"),
	}
}

// Each version has a page; the version of the day is the record.
func TestVersionPages(t *testing.T) {
	f := amended()
	plan, found := f.plan(t)
	if len(found) > 0 {
		t.Errorf("findings %v", found)
	}
	var got []string
	for _, p := range plan.Pages {
		if strings.HasPrefix(p.Address, "pl/policies/zwroty/") {
			got = append(got, fmt.Sprintf("%s %s %s archived=%v best known as %s", p.Kind, p.Address, p.Title, p.Archived, p.Canonical()))
		}
	}
	want := []string{
		"record pl/policies/zwroty/ Zwroty 2 archived=false best known as pl/policies/zwroty/",
		"record pl/policies/zwroty/v1/ Zwroty 1 archived=true best known as pl/policies/zwroty/",
		"redirect pl/policies/zwroty/v2/ Zwroty 2 archived=false best known as pl/policies/zwroty/v2/",
		"comparison pl/policies/zwroty/v2/compare/ Zwroty 2 archived=true best known as pl/policies/zwroty/",
		"record pl/policies/zwroty/v3/ Zwroty 3 archived=true best known as pl/policies/zwroty/",
		"comparison pl/policies/zwroty/v3/compare/ Zwroty 3 archived=true best known as pl/policies/zwroty/",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Every version's page lists all of them, says what it is, and leads within
// itself; what refers to the record refers to no version.
func TestVersionList(t *testing.T) {
	f := amended()
	for address, want := range map[string]string{
		"pl/policies/zwroty/":    "amended 1 stycznia 2027 r. v3/; 3 coming 1 stycznia 2027 r.– Zmiana 3.; 2 in-force 1 stycznia 2026 r.–31 grudnia 2026 r. Zmiana 2. here; 1 superseded 1 stycznia 2025 r.–31 grudnia 2025 r. Zmiana 1.; 1 backlinks",
		"pl/policies/zwroty/v1/": "superseded 1 stycznia 2026 r. ../; 3 coming 1 stycznia 2027 r.– Zmiana 3.; 2 in-force 1 stycznia 2026 r.–31 grudnia 2026 r. Zmiana 2.; 1 superseded 1 stycznia 2025 r.–31 grudnia 2025 r. Zmiana 1. here; 0 backlinks",
		"pl/policies/zwroty/v3/": "coming 1 stycznia 2027 r. ; 3 coming 1 stycznia 2027 r.– Zmiana 3. here; 2 in-force 1 stycznia 2026 r.–31 grudnia 2026 r. Zmiana 2.; 1 superseded 1 stycznia 2025 r.–31 grudnia 2025 r. Zmiana 1.; 0 backlinks",
	} {
		p := f.at(t, address)
		r := p.Record
		got := r.Banner.Force + " " + r.Banner.Day.Text + " "
		if r.Banner.By != nil {
			got += p.Href(*r.Banner.By)
		}
		for _, v := range r.Versions {
			got += fmt.Sprintf("; %d %s %s–%s %s", v.Number, v.Force, v.From.Text, v.Until.Text, v.Note.Text)
			if v.Here {
				got += " here"
			}
		}
		got = strings.ReplaceAll(got, "– ", "– ") + fmt.Sprintf("; %d backlinks", len(r.Backlinks))
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", address, got, want)
		}
		for _, ref := range r.Doc.References {
			if l := r.Leads[ref.At]; p.Href(l) != "#par-1" {
				t.Errorf("%s: the link within leads to %q", address, p.Href(l))
			}
		}
	}
}

// A record of one version has nothing to list and no more pages.
func TestOneVersion(t *testing.T) {
	p := amended().at(t, "pl/roles/a/")
	if p.Record.Versions != nil || p.Kind != page.RecordPage {
		t.Errorf("%v", p.Record.Versions)
	}
}

// The days of approval, of publication and of force are three, and the list of
// versions has them all: that of publication is the binding text's, as far as
// git knows it.
func TestVersionListSaysWhenEachWasPublished(t *testing.T) {
	book := handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}, HTML: true}, "", amended())
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	day := func(y, m int) lang.Date { return lang.Date{Year: y, Month: time.Month(m), Day: 7} }
	known := &history.History{Files: map[string]history.File{
		"policies/zwroty.v1.pl.md": {Published: day(2024, 12), Amended: day(2025, 3)},
		"policies/zwroty.v3.pl.md": {Published: day(2026, 10), Amended: day(2026, 10)},
	}}
	for _, h := range []*history.History{known, {Missing: history.Shallow, Files: known.Files}, nil} {
		plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, History: h})
		i := slices.IndexFunc(plan.Pages, func(p *page.Page) bool { return p.Address == "pl/policies/zwroty/" })
		var got []string
		for _, v := range plan.Write(plan.Pages[i]).Record.Versions {
			got = append(got, v.Approved.Machine+" "+v.Published.Machine+" "+v.From.Machine)
		}
		want := []string{"2025-01-01 2026-10-07 2027-01-01", "2025-01-01  2026-01-01", "2025-01-01 2024-12-07 2025-01-01"}
		if h != known {
			want = []string{"2025-01-01  2027-01-01", "2025-01-01  2026-01-01", "2025-01-01  2025-01-01"}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v: %s", h, diff)
		}
	}
}
