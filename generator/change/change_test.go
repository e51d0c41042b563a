package change_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/change"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/google/go-cmp/cmp"
)

func day(t testing.TB, s string) lang.Date {
	t.Helper()
	d, err := lang.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const config = "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n"

func on(t testing.TB, asOf string, files map[string]string) (*record.Handbook, change.Timeline) {
	t.Helper()
	full := map[string]string{}
	for name, front := range files {
		full[name] = "---\n" + front + "\n---\n"
	}
	book := handbooktest.Load(t, record.Input{AsOf: day(t, asOf)}, config, full)
	graph, _ := link.Connect(book)
	return book, change.List(book, graph)
}

// said lists events in short.
func said(events []change.Event) []string {
	out := []string{}
	for _, e := range events {
		line := e.Name()
		if e.By != nil {
			line += " by " + e.By.ID
		}
		out = append(out, line+" "+strings.Join(e.Roles, " "))
	}
	return out
}

var law = map[string]string{
	"roles/a.en.md":              "id: ROL-001\ntitle: A",
	"roles/b.en.md":              "id: ROL-002\ntitle: B",
	"policies/a.v1.en.md":        "id: POL-001\ntitle: A\nstatus: approved\napproved_by: ROL-002\nowner: ROL-001\neffective_from: 2025-01-01\nreview: {every: P12M, log: [{key: a, on: 2025-06-01, by: ROL-001, version: 1, checked: All, outcome: confirmed}]}",
	"policies/a.v2.en.md":        "id: POL-001\ntitle: A\nversion: 2\nchange_note: N\nstatus: approved\nowner: ROL-001\neffective_from: 2026-01-01\nreview: {every: P12M, log: [{key: a, on: 2025-06-01, by: ROL-001, version: 1, checked: All, outcome: confirmed}, {key: b, on: 2026-03-01, by: ROL-002, checked: Some, outcome: amended}, {key: c, on: 2026-12-01, by: ROL-002, checked: Not yet, outcome: confirmed}]}",
	"policies/a.v3.en.md":        "id: POL-001\ntitle: A\nversion: 3\nchange_note: N\nstatus: approved\nowner: ROL-001\neffective_from: 2027-01-01",
	"policies/a.v4.en.md":        "id: POL-001\ntitle: A\nversion: 4\nchange_note: N\nstatus: draft\nowner: ROL-001\neffective_from: 2028-01-01",
	"policies/old.en.md":         "id: POL-002\ntitle: Old\nstatus: approved\nowner: ROL-001\neffective_from: 2023-01-01\neffective_until: 2025-12-31",
	"policies/new.en.md":         "id: POL-003\ntitle: New\nstatus: approved\nowner: ROL-002\nsupersedes: [POL-002]\nrepeals: [POL-004]\neffective_from: 2025-03-01",
	"policies/gone.en.md":        "id: POL-004\ntitle: Gone\nstatus: approved\nowner: ROL-001\neffective_from: 2024-01-01",
	"policies/expired.en.md":     "id: POL-005\ntitle: Expired\nstatus: approved\nowner: ROL-001\neffective_from: 2024-02-01\neffective_until: 2026-11-24",
	"policies/withdrawn.en.md":   "id: POL-006\ntitle: Withdrawn\nstatus: withdrawn\nowner: ROL-001\neffective_from: 2024-03-01\neffective_until: 2024-06-30",
	"policies/never.en.md":       "id: POL-007\ntitle: Never\nstatus: withdrawn\nowner: ROL-001\neffective_from: 2024-03-01",
	"policies/stillborn.en.md":   "id: POL-008\ntitle: Ended before it began\nstatus: approved\nowner: ROL-001\neffective_from: 2026-05-01",
	"policies/ender.en.md":       "id: POL-009\ntitle: Ends it\nstatus: approved\nowner: ROL-001\nrepeals: [POL-008]\neffective_from: 2026-04-01",
	"policies/followed.en.md":    "id: POL-011\ntitle: Followed\nstatus: approved\nowner: ROL-001\neffective_from: 2022-01-01\neffective_until: 2022-12-31",
	"policies/follower.en.md":    "id: POL-012\ntitle: Follows\nstatus: approved\nowner: ROL-001\nsupersedes: [POL-011]\neffective_from: 2023-01-01",
	"policies/without-day.en.md": "id: POL-010\ntitle: Draft\nstatus: draft\nowner: ROL-001",
}

// Law begins, changes and ends on the days that follow from its records; each
// event is said once, though a log goes on from version to version.
func TestList(t *testing.T) {
	_, got := on(t, "2026-11-24", law)
	want := []string{
		"POL-009/v1/begins/2026-04-01 ROL-001",
		"POL-001/v2/reviewed/2026-03-01/ROL-002 ROL-001",
		"POL-001/v2/amended/2026-01-01 ROL-001",
		"POL-001/v1/confirmed/2025-06-01/ROL-001 ROL-001 ROL-002",
		"POL-002/v1/superseded/2025-03-01 by POL-003 ROL-001",
		"POL-003/v1/begins/2025-03-01 ROL-002",
		"POL-004/v1/repealed/2025-03-01 by POL-003 ROL-001",
		"POL-001/v1/begins/2025-01-01 ROL-001 ROL-002",
		"POL-006/v1/repealed/2024-07-01 ROL-001",
		"POL-006/v1/begins/2024-03-01 ROL-001",
		"POL-005/v1/begins/2024-02-01 ROL-001",
		"POL-004/v1/begins/2024-01-01 ROL-001",
		"POL-002/v1/begins/2023-01-01 ROL-001",
		"POL-011/v1/superseded/2023-01-01 by POL-012 ROL-001",
		"POL-012/v1/begins/2023-01-01 ROL-001",
		"POL-011/v1/begins/2022-01-01 ROL-001",
	}
	if diff := cmp.Diff(want, said(got.Past)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"POL-005/v1/expired/2026-11-25 ROL-001", "POL-001/v3/amended/2027-01-01 ROL-001"}, said(got.Coming)); diff != "" {
		t.Error(diff)
	}
}

// From one day to the next, what was to come comes: what has happened never
// changes, and what happens has been announced, but for reviews.
func TestDayByDay(t *testing.T) {
	for seed := range uint64(15) {
		files := randomLaw(rand.New(rand.NewPCG(seed, 1)))
		var before change.Timeline
		for d := day(t, "2025-01-01"); d.Before(day(t, "2025-03-15")); d = d.Next() {
			book, now := on(t, d.String(), files)
			judge(t, book, now)
			if d.String() != "2025-01-01" {
				follows(t, seed, before, now, d)
			}
			before = now
		}
	}
}

// judge looks at one day by itself, against the standing of each version.
func judge(t *testing.T, book *record.Handbook, now change.Timeline) {
	t.Helper()
	met := map[string]bool{}
	for i, e := range slices.Concat(now.Past, now.Coming) {
		if past := i < len(now.Past); past == book.AsOf.Before(e.Day) {
			t.Errorf("on %s, %s is on the wrong side", book.AsOf, e.Name())
		}
		if met[e.Name()] {
			t.Errorf("%s is said twice", e.Name())
		}
		met[e.Name()] = true
	}
	for i := 1; i < len(now.Past); i++ {
		if now.Past[i-1].Day.Before(now.Past[i].Day) {
			t.Errorf("%s stands before %s", now.Past[i-1].Name(), now.Past[i].Name())
		}
	}
	for i := 1; i < len(now.Coming); i++ {
		if now.Coming[i].Day.Before(now.Coming[i-1].Day) {
			t.Errorf("%s stands before %s", now.Coming[i-1].Name(), now.Coming[i].Name())
		}
	}
	for _, rec := range book.Records {
		last := change.Event{}
		for _, e := range now.Past { // the newest that is about force
			if e.Record.ID == rec.ID && e.Entry == nil && last.Record == nil {
				last = e
			}
		}
		inForce := last.Kind == change.Begins || last.Kind == change.Amended
		if is := book.StandingOf(rec).Force == record.InForce; rec.Type.Name == "policy" && is != inForce {
			t.Errorf("on %s %s is %s, but the last that happened to it is %s", book.AsOf, rec.ID, book.StandingOf(rec).Force, last.Kind)
		}
	}
}

// follows compares a day with the day before.
func follows(t *testing.T, seed uint64, before, now change.Timeline, d lang.Date) {
	t.Helper()
	news := []change.Event{}
	for _, e := range now.Past {
		if e.Day == d && e.Entry == nil {
			news = append(news, e)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(now.Past), func(e change.Event) bool { return e.Day == d })
	if diff := cmp.Diff(said(before.Past), said(rest)); diff != "" {
		t.Errorf("seed %d, %s: the past has changed\n%s", seed, d, diff)
	}
	wasComing := said(before.Coming)
	got := said(slices.Concat(news, now.Coming))
	slices.Sort(wasComing)
	slices.Sort(got)
	if diff := cmp.Diff(wasComing, got); diff != "" {
		t.Errorf("seed %d, %s: what was announced has changed\n%s", seed, d, diff)
	}
}

// randomLaw makes policies whose days follow each other and end each other.
func randomLaw(r *rand.Rand) map[string]string {
	files := map[string]string{"roles/a.en.md": "id: ROL-001\ntitle: A"}
	for id := 1; id <= 4; id++ {
		from := 1 + r.IntN(12)
		for v := 1; v <= 1+r.IntN(3); v++ {
			front := fmt.Sprintf("id: POL-%03d\ntitle: A\nversion: %d\nchange_note: N\nstatus: approved\nowner: ROL-001\neffective_from: 2025-02-%02d", id, v, from)
			from += 1 + r.IntN(6)
			if r.IntN(4) == 0 {
				front += fmt.Sprintf("\neffective_until: 2025-02-%02d", from-1)
			}
			if id > 1 && r.IntN(4) == 0 {
				front += fmt.Sprintf("\n%s: [POL-%03d]", []string{"supersedes", "repeals"}[r.IntN(2)], 1+r.IntN(id-1))
			}
			if r.IntN(3) == 0 {
				front += fmt.Sprintf("\nreview: {every: P12M, log: [{on: 2025-02-%02d, by: ROL-001, checked: C%d, outcome: confirmed}]}", from, v)
			}
			files[fmt.Sprintf("policies/p%d.v%d.en.md", id, v)] = front
		}
	}
	return files
}

// The sample's timeline, as a whole, is what testdata says.
func TestSample(t *testing.T) {
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: day(t, "2026-11-24")})
	graph, _ := link.Connect(book)
	timeline := change.List(book, graph)
	got := "coming\n" + strings.Join(said(timeline.Coming), "\n") + "\n\npast\n" + strings.Join(said(timeline.Past), "\n") + "\n"
	name := filepath.Join("testdata", "sample.txt")
	if os.Getenv("CXBOOK_UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s\nCXBOOK_UPDATE=1 writes it anew", diff)
	}
}
