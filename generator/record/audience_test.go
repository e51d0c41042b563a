package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// audienceFiles has a record for the board, LAW-002, and one that refers to it
// in every way.
var audienceFiles = files{
	"laws/open.pl.md":    front("id: LAW-001", "title: Otwarta"),
	"laws/secret.pl.md":  front("id: LAW-002", "title: Tajna", "audience: [board]"),
	"laws/council.pl.md": front("id: LAW-003", "title: Rady", "audience: [board, council]"),
	"policies/p.pl.md": front("id: POL-001", "title: Polityka", "status: approved",
		"approved_by: LAW-002",
		"related: [LAW-002, LAW-001]",
		"metrics: [LAW-002]",
		"duties: [{key: a, role: LAW-002, text: Odpowiada}, {key: b, role: LAW-001, text: Liczy}]",
		"review: {every: P12M, log: [{on: 2026-01-01, by: LAW-002, version: 1}, {on: 2026-02-01, by: LAW-002, version: 1, checked: Wszystko}]}"),
	"policies/p.en.md": front("id: POL-001", "source_version: 1", "title: Policy", "duties: [{key: a, text: Answers}]"),
}

// Whoever may not see a record sees no field that leads to it: a thing in a
// list stays only for the words that it has of its own.
func TestForTakesOutWhatLeadsToHidden(t *testing.T) {
	all, _ := audienceFiles.load(t)
	seen := all.For(nil)
	for language, want := range map[string]string{
		"pl": `[{"key":"a","text":"Odpowiada"},{"key":"b","role":"LAW-001","text":"Liczy"}]`,
		"en": `[{"key":"a","text":"Answers"},{"key":"b","role":"LAW-001","text":"Liczy"}]`,
	} {
		fields := seen.Record("POL-001").Texts[language].Fields
		for name, want := range map[string]string{
			"duties": want, "approved_by": "null", "metrics": "null", "related": `["LAW-001"]`,
			"review": `{"every":"P12M","log":[{"checked":"Wszystko","on":"2026-02-01","version":1}]}`,
		} {
			got, err := json.Marshal(fields.Get(name).JSON())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != want {
				t.Errorf("%s: %s is %s, want %s", language, name, got, want)
			}
		}
	}
	if r := seen.Record("POL-001"); r.Source != r.Texts["pl"] || r.Versions[0] != r || r.Current != r {
		t.Error("the record's source and versions are not its own")
	}
	if all.Record("POL-001").Source.Fields.Get("approved_by") == nil {
		t.Error("the handbook itself was changed")
	}
}

func TestForWhom(t *testing.T) {
	all, _ := audienceFiles.load(t)
	for _, c := range []struct {
		labels []string
		want   []string
	}{
		{nil, []string{"LAW-001", "POL-001"}},
		{[]string{"council"}, []string{"LAW-001", "LAW-003", "POL-001"}},
		{[]string{"board"}, []string{"LAW-001", "LAW-002", "LAW-003", "POL-001"}},
	} {
		seen := all.For(c.labels)
		var got []string
		for _, r := range seen.Records {
			got = append(got, r.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v:\n%s", c.labels, diff)
		}
		if whole := len(c.want) == 4; whole != (seen == all) {
			t.Errorf("%v: the handbook itself: %v", c.labels, seen == all)
		}
	}
	if diff := cmp.Diff([]string{"board", "council"}, all.Labels()); diff != "" {
		t.Error(diff)
	}
}

// lastingFiles is law whose second and fourth versions are for the board.
func lastingFiles() files {
	version := func(n int, from, more string) string {
		return front("id: POL-001", "title: Polityka", "owner: ROL-001", "status: approved", fmt.Sprintf("version: %d", n), "change_note: N", "effective_from: "+from, more)
	}
	log := "review: {every: P12M, log: [{on: 2021-05-01, by: ROL-001, version: 1, checked: Jeden, outcome: confirmed}, {on: 2023-05-01, by: ROL-001, version: 2, checked: Tajne, outcome: confirmed}, {on: 2024-05-01, by: ROL-001, version: 3, checked: Trzy, outcome: confirmed}]}"
	return files{
		"roles/a.pl.md":       front("id: ROL-001", "title: A"),
		"policies/p.v1.pl.md": version(1, "2020-01-01", ""),
		"policies/p.v2.pl.md": version(2, "2022-01-01", "audience: [board]"),
		"policies/p.v3.pl.md": version(3, "2024-01-01", log),
		"policies/p.v4.pl.md": version(4, "2027-01-01", "audience: [board]"),
		"policies/p.en.md":    front("id: POL-001", "source_version: 3", "title: Policy"),
	}
}

// What readers do not see still happened: the days that they are told are the
// true ones.
func TestForKeepsTheDays(t *testing.T) {
	book := lastingFiles().on(t, "2026-11-24")
	seen := book.For(nil)
	var got []string
	for _, v := range seen.Record("POL-001").Versions {
		days, ok := seen.DaysOf(v)
		got = append(got, fmt.Sprintf("v%d %s–%s %v: %s", v.Version, days.First, days.Last, ok, standing(seen.StandingOf(v))))
	}
	want := []string{"v1 2020-01-01–2021-12-31 true", "v3 2024-01-01–2026-12-31 true: in-force 2024-01-01"}
	for i, w := range want {
		if i >= len(got) || !strings.HasPrefix(got[i], w) {
			t.Errorf("readers are told\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			break
		}
	}
	if s := seen.StandingOf(seen.Record("POL-001").Versions[0]); s.Since.String() != "2022-01-01" {
		t.Errorf("version 1 is over since %s", s.Since)
	}
	for i, v := range book.Record("POL-001").Versions {
		if !v.Until.IsZero() {
			t.Errorf("version %d of the handbook itself was changed", i+1)
		}
	}
	for _, labels := range [][]string{{"board"}, {"board", "council"}} {
		if book.For(labels) != book {
			t.Errorf("%v see everything", labels)
		}
	}
}

// A log says nothing of reviews of what readers do not see.
func TestForLeavesOutReviewsOfHiddenVersions(t *testing.T) {
	seen := lastingFiles().on(t, "2026-11-24").For(nil)
	for _, language := range []string{"pl", "en"} {
		log := seen.Record("POL-001").Texts[language].Fields.Get("review").Get("log")
		var got []string
		for _, entry := range logOf(seen.Record("POL-001").Texts[language].Fields.Get("review")) {
			got = append(got, entry.Get("checked").String())
		}
		if log == nil || strings.Join(got, ", ") != "Jeden, Trzy" {
			t.Errorf("in %s the log says %v", language, got)
		}
	}
}
