package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

// chronicle returns what the page of changes at an address says.
func chronicle(t *testing.T, plan *page.Plan, address string) *page.Chronicle {
	t.Helper()
	for _, p := range plan.Pages {
		if p.Address == address {
			return plan.Write(p).Changes
		}
	}
	return nil
}

func titles(c *page.Chronicle) []string {
	var out []string
	for _, m := range c.Months {
		out = append(out, m.Title)
		for _, e := range m.Changes {
			out = append(out, e.Day.Machine+" "+e.Kind+" "+e.Link.ID)
		}
	}
	return out
}

// The page of changes has what happened by month, the newest first, each with
// its sentence, and what is going to happen on top; the home page has the
// newest, without what was only confirmed.
func TestChanges(t *testing.T) {
	plan, _ := files{
		"roles/a.pl.md":       md("id: ROL-001", "title: Rola"),
		"policies/a.v1.pl.md": md("id: POL-001", "title: A", "summary: O czym to jest", "status: approved", "owner: ROL-001", "approved_by: ROL-001", "effective_from: 2025-01-01"),
		"policies/a.v2.pl.md": md("id: POL-001", "title: A", "version: 2", "change_note: Co się zmienia", "status: approved", "owner: ROL-001", "effective_from: 2026-03-01",
			"review: {every: P12M, log: [{key: k, on: 2026-03-15, by: ROL-001, checked: Wszystko, outcome: confirmed}]}"),
		"policies/a.v2.cs.md": md("id: POL-001", "title: A česky", "source_version: 2", "change_note: Co se mění"),
		"policies/b.pl.md":    md("id: POL-002", "title: B", "status: approved", "owner: ROL-001", "effective_from: 2099-01-01", "supersedes: [POL-001]"),
	}.plan(t)
	c := chronicle(t, plan, "pl/changes/")
	want := []string{"marzec 2026", "2026-03-15 confirmed POL-001", "2026-03-01 amended POL-001", "styczeń 2025", "2025-01-01 begins POL-001"}
	if got := titles(c); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	confirmed, amended, begins := c.Months[0].Changes[0], c.Months[0].Changes[1], c.Months[1].Changes[0]
	if confirmed.Note.Text != "Wszystko" || amended.Note.Text != "Co się zmienia" || begins.Note.Text != "O czym to jest" {
		t.Errorf("the sentences are %q, %q, %q", confirmed.Note.Text, amended.Note.Text, begins.Note.Text)
	}
	if begins.Link.Address != "pl/policies/a/v1/" || begins.Who.ID != "ROL-001" || begins.Reviewed || !confirmed.Reviewed || amended.Version != 2 || begins.Version != 0 {
		t.Errorf("%+v", begins)
	}
	if len(c.Coming) != 2 || c.Coming[0].By == nil || c.Coming[0].Kind != "superseded" || c.Coming[1].Kind != "begins" || c.Count != 5 {
		t.Errorf("coming are %+v", c.Coming)
	}
	if len(c.Kinds) != 4 || len(c.Types) != 1 || len(c.Roles) != 1 || c.Roles[0].Label != "Rola" {
		t.Errorf("it can be narrowed to %v %v %v", c.Kinds, c.Types, c.Roles)
	}
	czech := chronicle(t, plan, "cs/changes/").Months[0]
	if czech.Title != "březen 2026" || czech.Changes[1].Note.Text != "Co se mění" || czech.Changes[1].Note.Lang != "" || czech.Changes[0].Note.Lang != "pl" {
		t.Errorf("%+v", czech)
	}
	home := chronicle(t, plan, "pl/")
	if got := titles(home); !slices.Equal(got, []string{"marzec 2026", "2026-03-01 amended POL-001", "styczeń 2025", "2025-01-01 begins POL-001"}) {
		t.Errorf("the home page has %q", got)
	}
}

// A handbook in which nothing has a day has no page of changes.
func TestNoChanges(t *testing.T) {
	plan, _ := files{"pages/a.md": md("id: PAG-001", "title: A")}.plan(t)
	if chronicle(t, plan, "pl/changes/") != nil || chronicle(t, plan, "pl/") != nil {
		t.Error("there are changes of nothing")
	}
}

// Of many changes the page has whole months, and every earlier year a page: all
// of them together have every change.
func TestManyChanges(t *testing.T) {
	f := files{"roles/a.pl.md": md("id: ROL-001", "title: Rola")}
	all := 0
	for year := 2015; year <= 2025; year++ {
		for month := 1; month <= 12; month++ {
			for n := range 4 {
				all++
				f[fmt.Sprintf("policies/p%d.pl.md", all)] = md(fmt.Sprintf("id: POL-%03d", all), "title: A", "status: approved", "owner: ROL-001", fmt.Sprintf("effective_from: %d-%02d-%02d", year, month, 1+n))
			}
		}
	}
	plan, _ := f.plan(t)
	c := chronicle(t, plan, "pl/changes/")
	if c.Count < 300 || c.Count > 304 || len(c.Months[len(c.Months)-1].Changes) != 4 {
		t.Errorf("the page has %d changes, in its last month %d", c.Count, len(c.Months[len(c.Months)-1].Changes))
	}
	met := map[string]bool{}
	add := func(c *page.Chronicle) {
		for _, line := range titles(c) {
			if strings.Contains(line, "POL-") {
				met[line] = true
			}
		}
	}
	add(c)
	for _, y := range c.Earlier {
		of := chronicle(t, plan, y.Address)
		if of == nil || of.Count != 48 || len(of.Coming) != 0 {
			t.Fatalf("%s: %+v", y.Address, of)
		}
		add(of)
	}
	if len(met) != all || c.Earlier[0].Title != "2019" || len(c.Earlier) != 5 {
		t.Errorf("%d of %d changes are somewhere; earlier years are %v", len(met), all, c.Earlier)
	}
}
