package page_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/page"
)

// ill has law that is overdue, law that soon is, and a translation that is
// behind; the role that answers for all of it is vacant, with a deputy.
var ill = files{
	"handbook.yaml":       "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
	"roles/a.pl.md":       md("id: ROL-001", "title: Lider", "vacant: true", "deputy: ROL-002"),
	"roles/b.pl.md":       md("id: ROL-002", "title: Agent"),
	"policies/a.v1.pl.md": md("id: POL-001", "title: Spóźniona", "version: 1", "status: approved", "owner: ROL-001", "effective_from: 2024-01-01"),
	"policies/a.v1.en.md": md("id: POL-001", "title: Late", "source_version: 1"),
	"policies/a.v2.pl.md": md("id: POL-001", "title: Spóźniona", "version: 2", "status: approved", "owner: ROL-001", "effective_from: 2025-01-01", "review: {every: P12M}"),
	"policies/b.pl.md":    md("id: POL-002", "title: Bliska", "status: approved", "owner: ROL-001", "effective_from: 2026-01-22", "review: {every: P11M}"),
	"policies/c.pl.md":    md("id: POL-003", "title: Dalsza", "status: approved", "owner: ROL-009", "effective_from: 2026-01-23", "review: {every: P11M}"),
	"policies/d.pl.md":    md("id: POL-004", "title: Daleka", "status: approved", "owner: ROL-001", "effective_from: 2026-03-22", "review: {every: P12M}"),
}

// healthOf returns the health of a handbook in which something was found.
func healthOf(t *testing.T, f files, found diag.List, language string) *page.Health {
	t.Helper()
	plan, _ := f.plan(t)
	plan.Findings = found
	for _, p := range plan.Pages {
		if p.Kind == page.HealthPage && p.Lang == language {
			return plan.Write(p).Health
		}
	}
	t.Fatal("there is no page of health")
	return nil
}

// Each stretch of days has what is due in it, its last day included, by whose it
// is; a vacant role says who stands in, and what nobody owns is there, too.
func TestHealth(t *testing.T) {
	h := healthOf(t, ill, nil, "pl")
	var got []string
	list := func(word string, charges []page.Charge) {
		for _, c := range charges {
			whose := "nobody"
			if c.Owner != nil {
				whose = c.Owner.Title
			}
			if c.Vacant && c.Deputy != nil {
				whose += " → " + c.Deputy.Title
			}
			for _, task := range c.Tasks {
				got = append(got, fmt.Sprintf("%s, %s: %s %s %s", word, whose, task.Day.Machine, task.What, task.Link.Title))
			}
		}
	}
	list("late", h.Late)
	for _, a := range h.Soon {
		list(a.Word, a.Charges)
	}
	for _, v := range h.Vacant {
		got = append(got, fmt.Sprintf("vacant %s → %s, %d", v.Link.Title, v.Deputy.Title, v.Owns))
	}
	for _, b := range h.Behind {
		got = append(got, "behind "+b.Link.Title+" "+b.Lang+" "+b.Link.Address)
	}
	got = append(got, fmt.Sprintf("reviewed %s of %s, %s", h.Within, h.All, h.Share))
	for _, v := range h.Needs {
		got = append(got, fmt.Sprintf("%s %d → %s#%s %v", v.Word, v.N, v.Link.Address, v.Link.Fragment, v.Calm))
	}
	for _, v := range h.Fine {
		got = append(got, v.Word)
	}
	want := []string{
		"late, Lider → Agent: 2026-01-01 termin przeglądu Spóźniona",
		"health.ahead.30, Lider → Agent: 2026-12-22 termin przeglądu Bliska",
		"health.ahead.60, nobody: 2026-12-23 termin przeglądu Dalsza",
		"vacant Lider → Agent, 3",
		"behind Spóźniona en en/policies/a/",
		"reviewed 3 of 4, 75,0",
		"health.late 1 → pl/scorecards/health/#health:late false",
		"health.vacant 1 → pl/scorecards/health/#health:vacant false",
		"translation.behind.count 1 → pl/scorecards/health/#health:behind false",
		"health.soon 1 → pl/scorecards/health/#health:soon true",
		"health.fine.found",
		"health.fine.unowned",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The gravest finding comes first. Of very many the page lists some, and says
// how many more there are.
func TestHealthOfVeryManyFindings(t *testing.T) {
	var found diag.List
	for n := range 501 {
		at := diag.Span{File: "content/policies/a.v2.pl.md", Start: diag.Position{Line: n + 1, Column: 2}}
		d := diag.New(diag.ReviewOverdue, at, "due", "2026-01-01", "owner", "ROL-001").For("POL-001", "/review").Suggest("")
		if n < 500 {
			d.Severity = diag.Info
		}
		found = append(found, d)
	}
	h := healthOf(t, ill, found, "en")
	if len(h.Found) != 500 || h.More != 1 {
		t.Fatalf("%d findings and %d more", len(h.Found), h.More)
	}
	first := h.Found[0]
	want := page.Found{
		Code: "CX411", Grade: "warning", Word: "severity.warning", Text: found[500].Text("en"), Hint: found[500].HintText("en"),
		Place: "content/policies/a.v2.pl.md:501:2", Record: first.Record, Rule: page.Link{Title: "CX411", Address: "en/checks/", Fragment: "CX411"},
	}
	if diff := cmp.Diff(want, first); diff != "" || first.Record == nil || first.Record.ID != "POL-001" {
		t.Errorf("%s %v", diff, first.Record)
	}
	if n := h.Needs[0]; n.Word != "health.warnings" || n.N != 1 {
		t.Errorf("first is %+v", n)
	}
}
