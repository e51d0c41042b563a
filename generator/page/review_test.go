package page_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page says who confirmed it and when it is due; who answers for it sees that
// on the page of the post, and everybody on the page of reviews.
func TestReviews(t *testing.T) {
	law := func(id, review string) string {
		return md("id: "+id, "title: "+id, "owner: ROL-001", "status: approved", "effective_from: 2025-01-01", review)
	}
	f := files{
		"handbook.yaml":       "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"roles/a.pl.md":       md("id: ROL-001", "title: Rada"),
		"policies/ok.pl.md":   law("POL-001", "review: {every: P12M, log: [{key: one, on: 2026-06-01, by: ROL-001, checked: Terminy., outcome: confirmed}]}"),
		"policies/ok.en.md":   md("id: POL-001", "title: Fine", "source_version: 1", "review: {log: [{key: one, checked: Times.}]}"),
		"policies/late.pl.md": law("POL-002", "review: {every: P6M}"),
	}
	for address, want := range map[string]string{
		"pl/policies/ok/":   "1 czerwca 2026 r. Rada 1 czerwca 2027 r. false",
		"en/policies/ok/":   "1 June 2026 Rada 1 June 2027 false",
		"pl/policies/late/": "  1 lipca 2025 r. true",
	} {
		c := f.at(t, address).Record.Review
		by := ""
		if c.By != nil {
			by = c.By.Title
		}
		got := fmt.Sprint(c.On.Text, " ", by, " ", c.Due.Text, " ", c.Overdue)
		if address == "pl/policies/late/" {
			got = fmt.Sprint(c.On.Text, by, "  ", c.Due.Text, " ", c.Overdue)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	if r := f.at(t, "pl/roles/a/").Record; r.Review != nil {
		t.Errorf("what is never reviewed says %v", r.Review)
	}
	var got []string
	for _, row := range f.at(t, "pl/reviews/").Table.Rows {
		got = append(got, row.Link.ID+" "+row.Force+" "+row.Cells[0].Text+" "+row.Cells[1].Link.Title)
	}
	for _, a := range f.at(t, "pl/roles/a/").Record.Work.Reviews {
		got = append(got, a.Link.ID+" "+a.Flag+" "+a.Limit.Text)
	}
	want := []string{"POL-002 overdue 1 lipca 2025 r. Rada", "POL-001  1 czerwca 2027 r. Rada", "POL-002 overdue 1 lipca 2025 r.", "POL-001  1 czerwca 2027 r."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Only a review that let a version stand has confirmed it.
func TestOutcomesOfReviews(t *testing.T) {
	f := files{
		"handbook.yaml": "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"roles/a.pl.md": md("id: ROL-001", "title: Rada"),
	}
	want := map[string]string{}
	for i, c := range []struct{ log, header, listed string }{
		{"[]", "", ""},
		{"[{on: 2026-06-01, by: ROL-001, version: 1, checked: A., outcome: confirmed}]", "", ""}, // the version of the day has not been looked at
		{"[{on: 2026-06-01, by: ROL-001, version: 2, checked: A., outcome: confirmed}]", "review.confirmed", "reviews.confirmed"},
		{"[{on: 2024-06-01, by: ROL-001, version: 1, checked: A., outcome: confirmed}]", "review.confirmed", "reviews.confirmed"},
		{"[{on: 2026-06-01, by: ROL-001, version: 2, checked: A., outcome: amended}]", "review.amended", "reviews.amended"},
		{"[{on: 2026-06-01, by: ROL-001, checked: A., outcome: amended}]", "review.amended", "reviews.amended"},
		{"[{on: 2026-06-01, by: ROL-001, version: 2, checked: A., outcome: retired}]", "review.retired", "reviews.retired"},
		{"[{on: 2024-06-01, by: ROL-001, version: 1, checked: A., outcome: amended}]", "review.reviewed", "reviews.reviewed"}, // this version is what it became
		{"[{on: 2026-06-01, by: ROL-001, version: 2, checked: A., outcome: retired}, {on: 2026-07-01, by: ROL-001, version: 2, checked: B., outcome: confirmed}]", "review.confirmed", "reviews.confirmed"},
	} {
		id := fmt.Sprintf("POL-%03d", i+1)
		f["policies/p"+id[4:]+".pl.md"] = md("id: "+id, "title: "+id, "version: 2", "change_note: N", "owner: ROL-001", "status: approved", "effective_from: 2025-01-01", "review: {every: P12M, log: "+c.log+"}")
		want[id] = c.header + " " + c.listed
	}
	got := map[string]string{}
	for _, row := range f.at(t, "pl/reviews/").Table.Rows {
		got[row.Link.ID] = f.at(t, row.Link.Address).Record.Review.Word + " " + row.Cells[4].Flag
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Where the reviewer is for others, what was checked stays what it is.
func TestReviewByAHiddenRole(t *testing.T) {
	f := files{
		"handbook.yaml": "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"roles/a.pl.md": md("id: ROL-001", "title: Rada"),
		"roles/b.pl.md": md("id: ROL-002", "title: Tajna", "audience: [board]"),
		"policies/p.pl.md": md("id: POL-001", "title: P", "owner: ROL-001", "status: approved", "effective_from: 2025-01-01",
			"review: {every: P12M, log: [{on: 2026-06-01, by: ROL-002, checked: Terminy., outcome: confirmed}, {on: 2026-07-01, by: ROL-001, checked: Kwoty., outcome: confirmed}]}"),
	}
	plan := f.planFor(t, nil)
	for _, p := range plan.Pages {
		if p.Address != "pl/policies/p/" {
			continue
		}
		var got []string
		for _, entry := range fact(t, fact(t, plan.Write(p).Record.About, "review").Value.Facts, "log").Value.List {
			got = append(got, fmt.Sprintf("%q %s", entry.Head, fact(t, entry.Facts, "checked").Value.Text))
		}
		if diff := cmp.Diff([]string{`"" Terminy.`, `"Rada" Kwoty.`}, got); diff != "" {
			t.Error(diff)
		}
		return
	}
	t.Fatal("there is no page of it")
}
