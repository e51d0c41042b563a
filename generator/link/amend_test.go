package link

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

func law(id string, more ...string) string {
	return md(append([]string{"id: " + id, "title: T", "status: approved"}, more...)...)
}

// TestAmendments has what must be found beside what must not.
func TestAmendments(t *testing.T) {
	old := law("POL-001", "effective_from: 2024-01-01")
	tests := []struct {
		name  string
		files files
		want  []string
	}{
		{"one takes the place of another", files{
			"policies/a.md": old, "policies/b.md": law("POL-002", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
		}, nil},
		{"the day after its own last day", files{
			"policies/a.md": law("POL-001", "effective_from: 2024-01-01", "effective_until: 2024-12-31"),
			"policies/b.md": law("POL-002", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
			"policies/c.md": law("POL-003", "effective_from: 2024-01-01", "effective_until: 2024-12-31"),
			"policies/d.md": law("POL-004", "effective_from: 2025-01-01", "repeals: [POL-003]"),
		}, nil},
		{"amended on its last day", files{
			"policies/a.md": old,
			"policies/b.md": law("POL-002", "effective_from: 2024-12-31", "amends: [POL-001]"),
			"policies/c.md": law("POL-003", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
		}, nil},
		{"amended before it begins, which amends what is to come", files{
			"policies/a.md": old, "policies/b.md": law("POL-002", "effective_from: 2023-01-01", "amends: [POL-001]"),
		}, nil},
		{"amended and replaced by one record", files{
			"policies/a.md": old, "policies/b.md": law("POL-002", "effective_from: 2025-01-01", "amends: [POL-001]", "supersedes: [POL-001]"),
		}, []string{"CX349 policies/b.md:6:10 this record takes effect on 2025-01-01, but POL-001 has not held since 2025-01-01"}},
		{"amended, and replaced later by the same record", files{
			"policies/a.md":    old,
			"policies/b.v1.md": law("POL-002", "version: 1", "effective_from: 2025-01-01", "amends: [POL-001]"),
			"policies/b.v2.md": law("POL-002", "version: 2", "effective_from: 2026-01-01", "supersedes: [POL-001]"),
		}, nil},
		{"what is withdrawn", files{
			"policies/a.md": md("id: POL-001", "title: T", "status: withdrawn"),
			"policies/b.md": law("POL-002", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
		}, nil},
		{"a draft does nothing yet", files{
			"policies/a.md": old,
			"policies/b.md": law("POL-002", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
			"policies/c.md": md("id: POL-003", "title: T", "status: draft", "effective_from: 2023-01-01", "repeals: [POL-001]"),
		}, nil},
		{"a day that is none, of the one or the other", files{
			"policies/a.md": old,
			"policies/b.md": law("POL-002", "effective_from: 2025-02-30", "supersedes: [POL-001]"),
			"policies/c.md": law("POL-003", "effective_from: 2024-02-30"),
			"policies/d.md": law("POL-004", "effective_from: 2023-01-01", "repeals: [POL-003]"),
		}, nil},
		{"records without days", files{
			"pages/a.md": md("id: PAG-001", "title: T"), "pages/b.md": md("id: PAG-002", "title: T", "supersedes: [PAG-001]"),
			"pages/c.md": md("id: PAG-003", "title: T", "repeals: [PAG-001]"),
		}, nil},
		{"of another type, which is found elsewhere", files{
			"pages/a.md": md("id: PAG-001", "title: T", "repeals: [POL-001]"), "policies/a.md": law("POL-001", "effective_from: 2024-01-01", "repeals: [PAG-001]"),
		}, []string{"CX321 pages/a.md", "CX321 policies/a.md"}},
		{"two circles through one record", files{
			"policies/a.md": law("POL-001", "effective_from: 2024-01-01", "amends: [POL-002, POL-003]"),
			"policies/b.md": law("POL-002", "effective_from: 2024-01-01", "amends: [POL-001]"),
			"policies/c.md": law("POL-003", "effective_from: 2024-01-01", "amends: [POL-001]"),
		}, []string{
			"CX347 policies/a.md:6:10 these records amend, replace or repeal each other in a circle: POL-001 → POL-002 → POL-001",
			"CX347 policies/a.md:6:19 these records amend, replace or repeal each other in a circle: POL-001 → POL-003 → POL-001",
		}},
		{"a circle of versions, said once", files{
			"policies/a.v1.md": law("POL-001", "version: 1", "effective_from: 2024-01-01", "supersedes: [POL-002]"),
			"policies/a.v2.md": law("POL-001", "version: 2", "effective_from: 2025-01-01", "supersedes: [POL-002]"),
			"policies/b.md":    law("POL-002", "effective_from: 2023-01-01", "repeals: [POL-001]"),
		}, []string{"CX347 policies/a.v1.md:7:14 these records amend, replace or repeal each other in a circle: POL-001 → POL-002 → POL-001"}},
		{"ended by versions of one record, the later of which is too late", files{
			"policies/a.md":    old,
			"policies/b.v1.md": law("POL-002", "version: 1", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
			"policies/b.v2.md": law("POL-002", "version: 2", "effective_from: 2026-01-01", "repeals: [POL-001]"),
		}, []string{"CX348 policies/b.v2.md:7:11 this record both replaces and repeals POL-001"}},
		{"three ends", files{
			"policies/a.md": old,
			"policies/b.md": law("POL-002", "effective_from: 2026-01-01", "supersedes: [POL-001]"),
			"policies/c.md": law("POL-003", "effective_from: 2025-01-01", "supersedes: [POL-001]"),
			"policies/d.md": law("POL-004", "effective_from: 2027-01-01", "repeals: [POL-001]"),
		}, []string{
			"CX348 policies/b.md:6:14 this record ends POL-001 on 2026-01-01, but POL-003 has done that already (2025-01-01)",
			"CX348 policies/d.md:6:11 this record ends POL-001 on 2027-01-01, but POL-003 has done that already (2025-01-01)",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, day := range []string{"2022-01-01", "2026-11-24"} {
				_, found := Connect(test.files.loadOn(t, day))
				matches(t, brief(found), test.want)
			}
		})
	}
}

// A body may approve what it owns; of what nobody can mend any more nothing is
// said, and of a role that there is not, something else.
func TestApproval(t *testing.T) {
	roles := files{
		"roles/a.md":    md("id: ROL-001", "title: A"),
		"roles/b.v1.md": md("id: ROL-002", "title: B", "version: 1", "effective_from: 2024-01-01"),
		"roles/b.v2.md": md("id: ROL-002", "title: B", "version: 2", "effective_from: 2030-01-01", "kind: body"),
	}
	for policy, want := range map[string][]string{
		"owner: ROL-001\napproved_by: ROL-001": {"CX414 policies/a.md:6:14 ROL-001 approves a record that it owns"},
		"owner: ROL-002\napproved_by: ROL-002": nil, // a body in its newest version, on every day
		"owner: ROL-001\napproved_by: ROL-002": nil,
		"owner: ROL-001":                       nil,
		"approved_by: ROL-001":                 nil,
		"owner: ROL-009\napproved_by: ROL-009": {"CX320", "CX320"},
	} {
		for _, day := range []string{"2025-01-01", "2031-01-01"} {
			_, found := Connect(roles.with(files{"policies/a.md": law("POL-001", policy)}).loadOn(t, day))
			matches(t, brief(found), want)
		}
	}
}

// TestManyAmendments keeps a hostile handbook from costing more than it weighs.
func TestManyAmendments(t *testing.T) {
	f, all := files{}, []string{}
	for i := range 60 {
		all = append(all, fmt.Sprintf("POL-%03d", i+1))
	}
	for i, id := range all {
		f[fmt.Sprintf("policies/p%d.md", i)] = law(id, "effective_from: 2024-01-01", "amends: ["+strings.Join(all, ", ")+"]")
	}
	_, found := Connect(f.load(t))
	if len(found) != maxCycles {
		t.Errorf("%d findings, want %d", len(found), maxCycles)
	}
}

// randomHandbook makes up to five records of up to two versions that do things
// to each other, mostly in order: later ones to earlier ones.
func randomHandbook(r *rand.Rand) files {
	f, records := files{}, 2+r.IntN(4)
	from := lang.Date{Year: 2026, Month: 1, Day: 1}
	for id := 1; id <= records; id++ {
		for version := 1; version <= 1+r.IntN(2); version++ {
			lines := []string{fmt.Sprintf("version: %d", version), "effective_from: " + from.String()}
			if r.IntN(6) == 0 {
				until := from
				for range r.IntN(12) {
					until = until.Next()
				}
				lines = append(lines, "effective_until: "+until.String())
			}
			for _, field := range amendingFields {
				if r.IntN(4) == 0 && id > 1 {
					lines = append(lines, fmt.Sprintf("%s: [POL-%03d]", field, 1+r.IntN(id-1+r.IntN(2))))
				}
			}
			f[fmt.Sprintf("policies/p%d.v%d.md", id, version)] = law(fmt.Sprintf("POL-%03d", id), lines...)
			for range r.IntN(5) {
				from = from.Next()
			}
		}
	}
	return f
}

// Where nothing is found in random law, everything that a record does to
// another happens: what it ends was in force the day before and is not any
// more, and what it amends is in force.
func TestAmendmentsAgainstTheDays(t *testing.T) {
	happened := map[string]int{}
	for seed := range uint64(800) {
		f := randomHandbook(rand.New(rand.NewPCG(seed, 3)))
		_, found := Connect(f.loadOn(t, "2025-01-01"))
		_, later := Connect(f.loadOn(t, "2027-01-01"))
		if diff := cmp.Diff(brief(found), brief(later)); diff != "" {
			t.Fatalf("seed %d: other findings on another day:\n%s", seed, diff)
		}
		if strings.Contains(strings.Join(brief(found), " "), "CX3") || faultyDays(t, f) {
			continue
		}
		whole := f.loadOn(t, "2027-01-01")
		for _, r := range whole.Records {
			done := map[string]bool{}
			for _, v := range r.Versions {
				for _, field := range amendingFields {
					for _, id := range v.Source.Fields.Get(field).Strings() {
						if !done[field+id] {
							done[field+id] = true
							happened[field]++
							if fault := happens(t, f, deed{field, id, v.From}); fault != "" {
								t.Fatalf("seed %d: %s v%d %s: %s\n%v", seed, v.ID, v.Version, field, fault, f)
							}
						}
					}
				}
			}
		}
	}
	for _, field := range amendingFields {
		if happened[field] < 30 {
			t.Errorf("%s happened only %d times: the test says little", field, happened[field])
		}
	}
}

// faultyDays reports whether the days of single records are found to be wrong.
func faultyDays(t *testing.T, f files) bool {
	book := f.loadOn(t, "2027-01-01")
	for _, r := range book.Records {
		for i, v := range r.Versions {
			if i+1 == len(r.Versions) {
				continue
			}
			next := r.Versions[i+1]
			if !v.From.Before(next.From) || !v.Until.IsZero() && v.Until.Next() != next.From {
				return true
			}
		}
	}
	return false
}

// A deed is what a record does to another on a day.
type deed struct {
	field, to string
	on        lang.Date
}

func happens(t *testing.T, f files, d deed) string {
	force := func(day lang.Date) record.Force {
		book := f.loadOn(t, day.String())
		return book.StandingOf(book.Record(d.to)).Force
	}
	before, on := force(d.on.Previous()), force(d.on)
	switch {
	case d.field == "amends" && on != record.InForce && on != record.Coming:
		return fmt.Sprintf("%s is %s on %s", d.to, on, d.on)
	case d.field == "amends":
		return ""
	case before != record.InForce || on == record.InForce:
		return fmt.Sprintf("%s is %s before %s, then %s", d.to, before, d.on, on)
	}
	return ""
}

// Every finding about amendments says where the other side of it stands.
func TestAmendmentsShowBothSides(t *testing.T) {
	for seed := range uint64(200) {
		_, found := Connect(randomHandbook(rand.New(rand.NewPCG(seed, 4))).load(t))
		for _, d := range found {
			self := d.Code == diag.AmendmentCircle && d.Message.Key == "self"
			if len(d.Related) == 0 && !self && strings.HasPrefix(string(d.Code), "CX34") {
				t.Errorf("%s %s shows one place only", d.Code, d.Text("en"))
			}
		}
	}
}
