package due_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// randomLaw makes three policies of up to three versions each, which end each
// other on some days.
func randomLaw(r *rand.Rand) map[string]string {
	day := func() string { return fmt.Sprintf("2026-%02d-%02d", 10+r.IntN(3), 1+r.IntN(28)) }
	files := map[string]string{}
	for id := 1; id <= 3; id++ {
		for v := 1; v <= 1+r.IntN(3); v++ {
			text := fmt.Sprintf("id: POL-%03d\ntitle: T\nowner: ROL-001\nversion: %d\neffective_from: %s\n", id, v, day())
			text += "status: " + []string{"approved", "approved", "approved", "approved", "draft"}[r.IntN(5)] + "\n"
			if r.IntN(3) == 0 {
				text += "effective_until: " + day() + "\n"
			}
			if r.IntN(4) == 0 {
				text += fmt.Sprintf("%s: [POL-%03d]\n", []string{"supersedes", "repeals"}[r.IntN(2)], 1+r.IntN(3))
			}
			files[fmt.Sprintf("policies/p%d.v%d.md", id, v)] = text
		}
	}
	return files
}

// What begins and ends is what somebody sees who looks every day at what is
// in force: a version begins on the first day that it is, and law ends on the
// last day after which none of its versions is.
func TestListAgainstEveryDay(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	seen := 0
	for range 150 {
		files := randomLaw(r)
		book := on(t, "2026-10-20", files)
		var got []string
		for _, i := range due.List(worked(book)) {
			if i.Kind != due.Review {
				got = append(got, fmt.Sprint(i.Day, " ", i.Kind, " ", i.Record.ID, " v", i.Record.Version))
			}
		}
		var want []string
		for day := book.AsOf; day.Before(lang.Date{Year: 2027, Month: 2, Day: 1}); day = day.Next() {
			for _, rec := range book.Records {
				yesterday, today, tomorrow := inForce(book, rec, day.Previous()), inForce(book, rec, day), inForce(book, rec, day.Next())
				for _, v := range today {
					if !slices.Contains(yesterday, v) {
						want = append(want, fmt.Sprint(day, " begins ", rec.ID, " v", v))
					}
					if len(tomorrow) == 0 {
						want = append(want, fmt.Sprint(day, " ends ", rec.ID, " v", v))
					}
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", diff, describe(files))
		}
		seen += len(want)
	}
	if seen < 300 {
		t.Errorf("only %d days of force in all: the law is too dull to show anything", seen)
	}
}

// inForce returns the versions of a record that hold on a day.
func inForce(book *record.Handbook, rec *record.Record, day lang.Date) []int {
	that := *book
	that.AsOf = day
	var out []int
	for _, v := range rec.Versions {
		if that.StandingOf(v).Force == record.InForce {
			out = append(out, v.Version)
		}
	}
	return out
}

func describe(files map[string]string) string {
	var b strings.Builder
	for name, text := range files {
		fmt.Fprintf(&b, "%s\n%s\n", name, text)
	}
	return b.String()
}

// By owner: who has the soonest is first; a vacant role says who stands in;
// what nobody owns is there, too. A review after the end never comes due.
func TestByOwner(t *testing.T) {
	files := map[string]string{
		"roles/a.md":       "id: ROL-001\ntitle: A\nvacant: true\ndeputy: ROL-002",
		"roles/b.md":       "id: ROL-002\ntitle: B",
		"roles/c.md":       "id: ROL-003\ntitle: C\nvacant: true\ndeputy: ROL-001",
		"policies/late.md": "id: POL-001\ntitle: Late\nstatus: approved\nowner: ROL-002\neffective_from: 2025-01-01\nreview: {every: P12M}",
		"policies/ends.md": law("POL-002", "effective_from: 2025-12-10\neffective_until: 2026-12-01\nreview: {every: P12M}"),
		"policies/next.md": "id: POL-003\ntitle: Next\nstatus: approved\nowner: ROL-003\neffective_from: 2026-12-05\nsupersedes: [POL-004]",
		"policies/old.md":  "id: POL-004\ntitle: Old\nstatus: approved\nowner: ROL-009\neffective_from: 2025-12-05",
		"policies/far.md":  law("POL-005", "effective_from: 2026-12-23"),
		"exceptions/e.md":  "id: EXC-001\ntitle: E\nstatus: approved\neffective_from: 2026-01-01\neffective_until: 2026-11-22\nof: 'POL-001#x'",
		"terms/t.md":       "id: TRM-001\ntitle: Nobody's\neffective_until: 2026-12-20",
	}
	book := on(t, "2026-11-22", files)
	var got []string
	for _, o := range due.ByOwner(book, due.Until(book, due.List(worked(book)), lang.Date{Year: 2026, Month: 12, Day: 22})) {
		line := fmt.Sprintf("%s known=%v vacant=%v", o.ID, o.Role != nil, o.Vacant)
		if o.Deputy != nil {
			line += " deputy=" + o.Deputy.ID
		}
		for _, i := range o.Items {
			line += fmt.Sprint(" | ", i.Day, " ", i.Kind, " ", i.Record.ID, " ", i.At.File, ":", i.At.Start.Line)
			if i.By != nil {
				line += " by " + i.By.ID
			}
		}
		got = append(got, line)
	}
	want := []string{
		"ROL-002 known=true vacant=false | 2026-01-01 review POL-001 content/policies/late.md:7 | 2026-11-22 exception-ends EXC-001 content/exceptions/e.md:6",
		"ROL-001 known=true vacant=true deputy=ROL-002 | 2026-12-01 ends POL-002 content/policies/ends.md:7",
		"ROL-009 known=false vacant=false | 2026-12-04 ends POL-004 content/policies/next.md:7 by POL-003",
		"ROL-003 known=true vacant=true | 2026-12-05 begins POL-003 content/policies/next.md:6",
		" known=false vacant=false | 2026-12-20 ends TRM-001 content/terms/t.md:4",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A role's calendar has what it practises and what it owns, and the days on
// which law begins or ends that it works by; not the reviews of others.
func TestCalendars(t *testing.T) {
	files := map[string]string{
		"roles/a.md":         "id: ROL-001\ntitle: A\nresponsibilities: [{key: a, task: A, practised: [weekly, as-needed]}, {key: b, task: B, practised: [daily, weekly]}, {key: c, task: C, cadence: [monthly]}]",
		"roles/b.md":         "id: ROL-002\ntitle: B\nresponsibilities: [{key: a, task: A, practised: [as-needed]}]",
		"roles/c.md":         "id: ROL-003\ntitle: C",
		"roles/d.md":         "id: ROL-004\ntitle: D\neffective_until: 2026-01-01\nresponsibilities: [{key: a, task: A, practised: [daily]}]",
		"policies/law.v1.md": law("POL-001", "effective_from: 2025-01-01\nreview: {every: P36M}\nduties: [{key: pay, role: ROL-003, text: Pays.}]"),
		"policies/law.v2.md": law("POL-001", "version: 2\neffective_from: 2027-01-01\nduties: [{key: pay, role: ROL-002, text: Pays.}]"),
		"exceptions/e.md":    "id: EXC-001\ntitle: E\nstatus: approved\neffective_from: 2026-01-01\neffective_until: 2026-12-31\nof: 'POL-001#pay'",
	}
	var got []string
	book := on(t, "2026-11-22", files)
	calendars := due.Calendars(book, due.List(worked(book)))
	for _, id := range []string{"ROL-001", "ROL-002", "ROL-003", "ROL-004"} {
		line := id + " " + strings.Join(calendars[id].Cadences, ",")
		for _, i := range calendars[id].Items {
			line += fmt.Sprint(" | ", i.Day, " ", i.Kind, " ", i.Record.ID)
		}
		got = append(got, line)
	}
	want := []string{
		"ROL-001 daily,weekly | 2026-12-31 exception-ends EXC-001 | 2027-01-01 begins POL-001 | 2028-01-01 review POL-001",
		"ROL-002  | 2027-01-01 begins POL-001",
		"ROL-003  | 2026-12-31 exception-ends EXC-001",
		"ROL-004 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
