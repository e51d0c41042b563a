package due_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
)

func on(t *testing.T, day string, files map[string]string) *record.Handbook {
	t.Helper()
	whole := map[string]string{}
	for name, text := range files {
		whole[name] = "---\n" + text + "\n---\n"
	}
	d, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	return handbooktest.Load(t, record.Input{AsOf: d}, "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n", whole)
}

func law(id, more string) string {
	return "id: " + id + "\ntitle: T\nstatus: approved\nowner: ROL-001\n" + more
}

// A review counts from the later of its last entry and the first day of the
// version, in months of the calendar; what is still to come has not happened.
// Law that goes on in its next version does not end.
func TestList(t *testing.T) {
	files := map[string]string{
		"policies/never.md":   law("POL-001", "effective_from: 2025-08-31\nreview: {every: P6M}"),
		"policies/done.md":    law("POL-002", "effective_from: 2025-01-01\nreview: {every: P12M, log: [{on: 2026-03-31, by: ROL-001, checked: A, outcome: confirmed}, {on: 2026-01-01, by: ROL-001, checked: B, outcome: confirmed}, {on: 2027-01-01, by: ROL-001, checked: C, outcome: confirmed}]}"),
		"policies/new.v1.md":  law("POL-003", "version: 1\neffective_from: 2025-01-01\nreview: {every: P12M}"),
		"policies/new.v2.md":  law("POL-003", "version: 2\neffective_from: 2026-12-01\nreview: {every: P12M}"),
		"policies/ends.md":    law("POL-004", "effective_from: 2026-01-01\neffective_until: 2026-12-31"),
		"policies/draft.md":   "id: POL-005\ntitle: T\nstatus: draft\nowner: ROL-001\neffective_from: 2020-01-01\nreview: {every: P1M}",
		"policies/silent.md":  law("POL-006", "effective_from: 2020-01-01"),
		"policies/today.md":   law("POL-007", "effective_from: 2026-10-22\nreview: {every: P1M}"),
		"roles/a.md":          "id: ROL-001\ntitle: A\nreports_to: ROL-002\nreview: {every: P12M, log: [{on: 2025-11-21, by: ROL-001, checked: A, outcome: confirmed}]}",
		"roles/unanchored.md": "id: ROL-002\ntitle: B\nreview: {every: P12M}",
	}
	var got []string
	for _, i := range due.List(worked(on(t, "2026-11-22", files))) {
		got = append(got, fmt.Sprint(i.Day, " ", i.Kind, " ", i.Record.ID, " v", i.Record.Version, " ", i.Owner, " ", i.Overdue))
	}
	want := []string{
		"2026-01-01 review POL-003 v1 ROL-001 true",
		"2026-02-28 review POL-001 v1 ROL-001 true",
		"2026-11-21 review ROL-001 v1 ROL-002 true",
		"2026-11-22 review POL-007 v1 ROL-001 false",
		"2026-12-01 begins POL-003 v2 ROL-001 false",
		"2026-12-31 ends POL-004 v1 ROL-001 false",
		"2027-03-31 review POL-002 v1 ROL-001 false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := len(found(on(t, "2026-11-22", files))); n != 3 {
		t.Errorf("%d findings, want those of the three that are overdue", n)
	}
	if n := len(found(on(t, "2025-09-01", files))); n != 0 {
		t.Errorf("before any was due there are %d findings", n)
	}
}

func found(book *record.Handbook) diag.List {
	return due.Findings(worked(book))
}

// worked is a handbook with what other rooms make of it.
func worked(book *record.Handbook) due.Input {
	graph, _ := link.Connect(book)
	mature, _ := maturity.Assess(book, maturity.Defaults())
	followed, _ := micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	return due.Input{Book: book, Graph: graph, Maturity: mature, Initiatives: followed}
}

// A log counts for the version that its entries name, in whose file they stand
// or not: who reviews law and has it amended says so in the next version. What
// looked at the version before does not confirm the one that has begun since.
func TestReviewInAnotherFile(t *testing.T) {
	entry := func(day, version, checked string) string {
		return "{key: a, on: " + day + ", by: ROL-001, " + version + "checked: " + checked + ", outcome: amended}"
	}
	files := map[string]string{
		"roles/a.md":       "id: ROL-001\ntitle: A",
		"policies/a.v1.md": law("POL-001", "version: 1\neffective_from: 2025-11-01\nreview: {every: P12M, log: ["+entry("2026-02-01", "", "Old")+"]}"),
		"policies/a.v2.md": law("POL-001", "version: 2\neffective_from: 2027-01-01\nreview: {every: P12M, log: ["+
			entry("2026-10-10", "version: 1, ", "All")+", "+entry("2027-03-01", "version: 1, ", "Late")+", "+entry("2026-12-01", "", "New")+"]}"),
	}
	for _, test := range []struct{ day, due, checked string }{
		{"2026-10-09", "2027-02-01", "Old"},
		{"2026-11-24", "2027-10-10", "All"},
		{"2027-04-01", "2028-01-01", "New"},
	} {
		book := on(t, test.day, files)
		review, ok := book.ReviewOf(book.Record("POL-001"))
		if got := review.Last.Get("checked").String(); !ok || review.Due.String() != test.due || got != test.checked {
			t.Errorf("on %s: due %s after %q, want %s after %q", test.day, review.Due, got, test.due, test.checked)
		}
		if found := found(book); len(found) > 0 {
			t.Errorf("on %s: %v", test.day, found)
		}
	}
}
