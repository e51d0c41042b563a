package record

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

// Standing follows from the calendar: every day of a law's life, and the days
// on either side of each turn.
func TestStanding(t *testing.T) {
	policy := func(id, more string) string {
		return "---\nid: " + id + "\ntitle: " + id + "\nowner: ROL-001\n" + more + "\n---\n"
	}
	f := files{
		"policies/draft.md":     policy("POL-001", "status: draft"),
		"policies/coming.md":    policy("POL-002", "status: approved\neffective_from: 2026-03-01"),
		"policies/old.md":       policy("POL-003", "status: approved\neffective_from: 2025-01-01\neffective_until: 2026-12-31"),
		"policies/new.md":       policy("POL-004", "status: approved\neffective_from: 2026-03-01\nsupersedes: [POL-003]"),
		"policies/ended.md":     policy("POL-005", "status: approved\neffective_from: 2025-01-01\neffective_until: 2026-02-28"),
		"policies/withdrawn.md": policy("POL-006", "status: withdrawn\neffective_from: 2025-01-01"),
		"policies/winding.md":   policy("POL-007", "status: withdrawn\neffective_from: 2025-01-01\neffective_until: 2026-02-28"),
		"policies/killer.md":    policy("POL-008", "status: approved\neffective_from: 2026-03-01\nrepeals: [POL-009]"),
		"policies/victim.md":    policy("POL-009", "status: approved\neffective_from: 2025-01-01"),
		"policies/idle.md":      policy("POL-010", "status: draft\neffective_from: 2025-06-01\nrepeals: [POL-011]"),
		"policies/spared.md":    policy("POL-011", "status: approved\neffective_from: 2025-01-01"),
		"policies/a.v1.md":      policy("POL-012", "version: 1\nstatus: approved\neffective_from: 2025-01-01"),
		"policies/a.v2.md":      policy("POL-012", "version: 2\nchange_note: More.\nstatus: approved\neffective_from: 2026-03-01"),
		"policies/always.md":    policy("POL-013", "status: approved"),
		"policies/before.md":    policy("POL-014", "status: approved\neffective_from: 2024-01-01\neffective_until: 2025-12-31"),
		"policies/later.md":     policy("POL-015", "status: approved\neffective_from: 2026-02-01\nsupersedes: [POL-014]"),
	}
	for day, want := range map[string]string{
		"2026-02-28": "draft, coming 2026-03-01, in-force 2025-01-01, coming 2026-03-01, in-force 2025-01-01, repealed, in-force 2025-01-01, " +
			"coming 2026-03-01, in-force 2025-01-01, draft, in-force 2025-01-01, in-force 2025-01-01 next v2, in-force, expired 2026-01-01 instead POL-015, in-force 2026-02-01",
		"2026-03-01": "draft, in-force 2026-03-01, superseded 2026-03-01 by POL-004, in-force 2026-03-01, expired 2026-03-01, repealed, repealed 2026-03-01, " +
			"in-force 2026-03-01, repealed 2026-03-01 by POL-008, draft, in-force 2025-01-01, in-force 2026-03-01, in-force, expired 2026-01-01 instead POL-015, in-force 2026-02-01",
		"2027-01-01": "draft, in-force 2026-03-01, superseded 2026-03-01 by POL-004, in-force 2026-03-01, expired 2026-03-01, repealed, repealed 2026-03-01, " +
			"in-force 2026-03-01, repealed 2026-03-01 by POL-008, draft, in-force 2025-01-01, in-force 2026-03-01, in-force, expired 2026-01-01 instead POL-015, in-force 2026-02-01",
	} {
		book := f.on(t, day)
		var got []string
		for _, r := range book.ByType("policy") {
			got = append(got, standing(book.StandingOf(r)))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("on %s:\n%s\nwant\n%s", day, s, want)
		}
	}
}

// What ended by itself is not ended again by what comes years later; what holds
// in its place is found through all that has taken its place since, and nothing
// does where the last of them is gone, too.
func TestInstead(t *testing.T) {
	policy := func(id, more string) string {
		return "---\nid: " + id + "\ntitle: " + id + "\nowner: ROL-001\nstatus: approved\n" + more + "\n---\n"
	}
	f := files{
		"policies/a.md":    policy("POL-001", "effective_from: 2020-01-01"),
		"policies/b.md":    policy("POL-002", "effective_from: 2022-02-01\nsupersedes: [POL-001]"),
		"policies/c.v1.md": policy("POL-003", "version: 1\neffective_from: 2024-02-01\nsupersedes: [POL-002]"),
		"policies/c.v2.md": policy("POL-003", "version: 2\nchange_note: N.\neffective_from: 2025-02-01"),
		"policies/d.md":    policy("POL-004", "effective_from: 2026-02-01\nrepeals: [POL-003]"),
		"policies/e.md":    policy("POL-005", "effective_from: 2020-01-01\neffective_until: 2022-12-31"),
		"policies/f.md":    policy("POL-006", "effective_from: 2024-02-01\nsupersedes: [POL-005]"),
		"policies/g.md":    "---\nid: POL-007\ntitle: G\nowner: ROL-001\nstatus: withdrawn\neffective_from: 2020-01-01\neffective_until: 2022-12-31\n---\n",
		"policies/h.md":    policy("POL-008", "effective_from: 2024-02-01\nsupersedes: [POL-007]\nrepeals: [POL-009]"),
		"policies/i.md":    policy("POL-009", "effective_from: 2020-01-01"),
		"policies/j.md":    policy("POL-010", "effective_from: 2022-01-01\nsupersedes: [POL-011]"),
		"policies/k.md":    policy("POL-011", "effective_from: 2022-01-01\nsupersedes: [POL-010]"),
	}
	for day, want := range map[string]string{
		"2023-06-01": "superseded 2022-02-01 by POL-002, in-force 2022-02-01, coming 2024-02-01, coming 2026-02-01, " +
			"expired 2023-01-01, coming 2024-02-01, repealed 2023-01-01, coming 2024-02-01, in-force 2020-01-01",
		"2025-06-01": "superseded 2022-02-01 by POL-002 instead POL-003, superseded 2024-02-01 by POL-003 instead POL-003, in-force 2025-02-01, coming 2026-02-01, " +
			"expired 2023-01-01 instead POL-006, in-force 2024-02-01, repealed 2023-01-01 instead POL-008, in-force 2024-02-01, repealed 2024-02-01 by POL-008",
		"2026-06-01": "superseded 2022-02-01 by POL-002, superseded 2024-02-01 by POL-003, repealed 2026-02-01 by POL-004, in-force 2026-02-01, " +
			"expired 2023-01-01 instead POL-006, in-force 2024-02-01, repealed 2023-01-01 instead POL-008, in-force 2024-02-01, repealed 2024-02-01 by POL-008",
	} {
		book := f.on(t, day)
		var got []string
		for _, r := range book.ByType("policy")[:9] {
			got = append(got, standing(book.StandingOf(r)))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("on %s:\n%s\nwant\n%s", day, s, want)
		}
		if v := book.Record("POL-003").Versions[0]; day > "2025" {
			if s := book.StandingOf(v); s.Force != Superseded || (s.Instead != nil) != (day < "2026") {
				t.Errorf("on %s: version 1 is %s", day, standing(s))
			}
		}
	}
}

func standing(s Standing) string {
	out := string(s.Force)
	if !s.Since.IsZero() {
		out += " " + s.Since.String()
	}
	if s.By != nil {
		out += " by " + s.By.ID
	}
	if s.Instead != nil && s.Instead != s.By {
		out += " instead " + s.Instead.ID
	}
	if s.Next != nil {
		out += fmt.Sprintf(" next v%d", s.Next.Version)
	}
	return out
}

// on loads the folder as of a day.
func (f files) on(t testing.TB, day string) *Handbook {
	t.Helper()
	d, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	book, _ := Load(Input{Tree: f.tree(t), Schemas: types(t), AsOf: d})
	return book
}

// Whoever supersedes and repeals one record supersedes it, each time anew.
func TestStandingOfWhatIsEndedTwice(t *testing.T) {
	f := files{
		"policies/old.md": "---\nid: POL-001\ntitle: Old\nstatus: approved\neffective_from: 2025-01-01\n---\n",
		"policies/new.md": "---\nid: POL-002\ntitle: New\nstatus: approved\neffective_from: 2026-01-01\nsupersedes: [POL-001]\nrepeals: [POL-001]\n---\n",
	}
	for range 20 {
		book := f.on(t, "2026-03-01")
		if got := book.StandingOf(book.Record("POL-001")).Force; got != Superseded {
			t.Fatalf("it is %s", got)
		}
	}
}
