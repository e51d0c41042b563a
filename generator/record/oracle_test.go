package record

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// lastDay is how many days of 2026 the random law lives through.
const lastDay = 24

// A rule is one version of random law, its days counted from 1; 0 is for none.
type rule struct {
	id, version int
	status      string
	from, until int
	approved    int // before that day, nobody knows of it but as of a draft
	supersedes  []int
	repeals     []int
}

func nth(n int) lang.Date {
	d := lang.Date{Year: 2025, Month: 12, Day: 31}
	for range n {
		d = d.Next()
	}
	return d
}

func (r rule) name() string { return fmt.Sprintf("LAW-%03d v%d", r.id, r.version) }

func (r rule) file() string {
	lines := []string{fmt.Sprintf("id: LAW-%03d", r.id), "title: T", "status: " + r.status, fmt.Sprintf("version: %d", r.version), "change_note: N"}
	if r.from > 0 {
		lines = append(lines, "effective_from: "+nth(r.from).String())
	}
	if r.approved > 0 {
		lines = append(lines, "approved_on: "+nth(r.approved).String())
	}
	if r.until > 0 {
		lines = append(lines, "effective_until: "+nth(r.until).String())
	}
	for field, ids := range map[string][]int{"supersedes": r.supersedes, "repeals": r.repeals} {
		for i, id := range ids {
			if i == 0 {
				lines = append(lines, field+":")
			}
			lines = append(lines, fmt.Sprintf("  - LAW-%03d", id))
		}
	}
	return front(lines...)
}

// randomLaw makes up to four records of up to four versions. Most of it is in
// order, some of it is not.
func randomLaw(r *rand.Rand) []rule {
	var all []rule
	records := 1 + r.IntN(4)
	for id := 1; id <= records; id++ {
		from := r.IntN(8)
		for version := 1; version <= 1+r.IntN(4); version++ {
			v := rule{id: id, version: version, status: "approved", from: from}
			switch r.IntN(10) {
			case 0:
				v.status = "draft"
			case 1:
				v.status = "withdrawn"
			case 2:
				v.from = r.IntN(lastDay) // out of order, or none
			}
			if r.IntN(4) == 0 {
				v.until = max(1, v.from+r.IntN(9)-1)
			}
			if v.status != "draft" && r.IntN(2) == 0 {
				v.approved = max(0, v.from-r.IntN(8))
			}
			if other := 1 + r.IntN(records); r.IntN(5) == 0 {
				v.supersedes = append(v.supersedes, other)
			}
			if other := 1 + r.IntN(records); r.IntN(8) == 0 {
				v.repeals = append(v.repeals, other)
			}
			all = append(all, v)
			from += 1 + r.IntN(6)
		}
	}
	return all
}

// live lets the law pass day by day and notes what each version is on each:
// nothing is computed but what happens on that day to what there is.
func live(all []rule) map[string][]Force {
	now, life := map[string]Force{}, map[string][]Force{}
	begun, ended := map[int]int{}, map[int]Force{} // by record: its highest version so far; how it was ended
	fate := map[string]Force{}                     // by version: what befell it first
	holds := func(v rule) bool { return v.status == "approved" || v.status == "withdrawn" && v.until > 0 }
	for _, v := range all {
		switch {
		case holds(v) && v.approved > 0:
			now[v.name()] = Draft
		case holds(v):
			now[v.name()] = Coming
		case v.status == "draft":
			now[v.name()] = Draft
		default:
			now[v.name()] = Repealed
		}
	}
	for today := 0; today <= lastDay; today++ {
		var beginning []rule
		for _, v := range all {
			if holds(v) && v.approved > 0 && v.approved == today {
				now[v.name()] = Coming
			}
			if holds(v) && v.from == today {
				beginning = append(beginning, v)
			}
			if holds(v) && v.until > 0 && v.until == today-1 && now[v.name()] == InForce {
				now[v.name()] = map[string]Force{"approved": Expired, "withdrawn": Repealed}[v.status]
			}
		}
		for _, v := range beginning {
			now[v.name()] = InForce
			begun[v.id] = max(begun[v.id], v.version)
		}
		for _, kind := range []Force{Superseded, Repealed} { // of two on one day, whoever takes its place
			for _, v := range beginning {
				for _, id := range map[Force][]int{Superseded: v.supersedes, Repealed: v.repeals}[kind] {
					if id != v.id && ended[id] == "" {
						ended[id] = kind
					}
				}
			}
		}
		for _, v := range all {
			name := v.name()
			switch {
			case fate[name] != "":
			case v.until > 0 && v.until < today-1: // over by itself: nothing ends it again
			case begun[v.id] > v.version:
				fate[name] = Superseded
			default:
				fate[name] = ended[v.id]
			}
			switch {
			case !holds(v) || now[name] == Coming || now[name] == Draft:
			case fate[name] != "":
				now[name] = fate[name]
			case v.until > 0 && v.until < today:
				now[name] = map[string]Force{"approved": Expired, "withdrawn": Repealed}[v.status]
			}
		}
		for name, force := range now {
			life[name] = append(life[name], force)
		}
	}
	return life
}

// What StandingOf computes for a day is what has become of each version when
// all days before have passed one by one; on no day two versions of a record
// are in force; the record of a day is the version in force.
func TestStandingAgainstTheDaysPassing(t *testing.T) {
	for seed := range uint64(200) {
		law := randomLaw(rand.New(rand.NewPCG(seed, 1)))
		f := files{}
		for _, v := range law {
			f[fmt.Sprintf("laws/a%d.v%d.md", v.id, v.version)] = v.file()
		}
		tree, want := f.tree(t), live(law)
		var first []string
		for today := 0; today <= lastDay; today++ {
			book, found := Load(Input{Tree: tree, Schemas: types(t), AsOf: nth(today)})
			if first == nil {
				first = brief(found)
			}
			if diff := cmp.Diff(first, brief(found)); diff != "" {
				t.Fatalf("seed %d: on day %d other findings than on the first:\n%s", seed, today, diff)
			}
			for _, r := range book.Records {
				inForce := 0
				for _, v := range r.Versions {
					name := fmt.Sprintf("%s v%d", v.ID, v.Version)
					got := book.StandingOf(v)
					if got.Force != want[name][today] {
						t.Fatalf("seed %d: on day %d %s is %s, want %s\n%+v", seed, today, name, got.Force, want[name][today], law)
					}
					checkSince(t, got, want[name][:today+1])
					if days, ok := book.DaysOf(v); (ok && days.On(nth(today))) != (got.Force == InForce) {
						t.Fatalf("seed %d: on day %d %s is %s, but its days are %v, %v\n%+v", seed, today, name, got.Force, days, ok, law)
					}
					if got.Force == InForce {
						inForce++
						if r != v {
							t.Fatalf("seed %d: on day %d the record is version %d, but %s is in force", seed, today, r.Version, name)
						}
					}
				}
				if inForce > 1 {
					t.Fatalf("seed %d: on day %d %d versions of %s are in force", seed, today, inForce, r.ID)
				}
			}
			if t.Failed() {
				t.Fatalf("seed %d, day %d: %+v", seed, today, law)
			}
		}
	}
}

// checkSince holds the day on which a standing began against the days of a
// version's life: what is over is so since the day after its last in force.
func checkSince(t *testing.T, got Standing, life []Force) {
	t.Helper()
	last := -1
	for i, force := range life {
		if force == InForce {
			last = i
		}
	}
	over := got.Force == Superseded || got.Force == Repealed || got.Force == Expired
	if over && last >= 0 && got.Since != nth(last+1) {
		t.Errorf("%s since %s, but it was in force until %s", got.Force, got.Since, nth(last))
	}
	if (got.Force == Superseded) != (got.By != nil && got.Force != Repealed) {
		t.Errorf("%s by %v", got.Force, got.By)
	}
}

// Where nothing is found, the days of a record are whole: every version that
// takes effect has a day of its own, and from the first day to the last there
// is always one. Where a gap is found there is one; where an overlap, both
// versions claim a day.
func TestFindingsAgainstTheDays(t *testing.T) {
	whole, gaps := 0, 0
	for seed := range uint64(3000) {
		law := randomLaw(rand.New(rand.NewPCG(seed, 2)))
		f := files{}
		for i, v := range law {
			law[i].supersedes, law[i].repeals = nil, nil
			f[fmt.Sprintf("laws/a%d.v%d.md", v.id, v.version)] = law[i].file()
		}
		_, found := f.load(t)
		life := live(law)
		for id := 1; id <= 4; id++ {
			codes := codesOf(found, fmt.Sprintf("LAW-%03d", id))
			if slices.ContainsFunc(codes, func(c diag.Code) bool { return c != diag.VersionGap }) {
				continue
			}
			days, hole := coverage(t, law, life, id)
			if gap := slices.Contains(codes, diag.VersionGap); gap != hole {
				t.Fatalf("seed %d: LAW-%03d has the days %s, but %v was found\n%+v", seed, id, days, codes, law)
			} else if gap {
				gaps++
			} else if days != "" {
				whole++
			}
		}
	}
	if whole < 100 || gaps < 20 {
		t.Errorf("only %d records without findings and %d with gaps: the test says little", whole, gaps)
	}
}

// codesOf returns what was found about the days of a record.
func codesOf(found diag.List, id string) []diag.Code {
	var out []diag.Code
	for _, d := range found {
		if d.Record == id && strings.HasPrefix(string(d.Code), "CX34") {
			out = append(out, d.Code)
		}
	}
	return out
}

// coverage writes which version of a record is in force on each day, and
// whether there is a day without between two with.
func coverage(t *testing.T, law []rule, life map[string][]Force, id int) (days string, hole bool) {
	t.Helper()
	for today := 0; today <= lastDay; today++ {
		mark := "."
		for _, v := range law {
			if v.id == id && life[v.name()][today] == InForce {
				mark = fmt.Sprint(v.version)
			}
		}
		days += mark
	}
	for _, v := range law {
		holds := v.status == "approved" || v.status == "withdrawn" && v.until > 0
		if v.id == id && holds && v.from <= lastDay && !strings.Contains(days, fmt.Sprint(v.version)) {
			t.Errorf("%s is never in force: %s\n%+v", v.name(), days, law)
		}
	}
	days = strings.Trim(days, ".")
	return days, strings.Contains(days, ".")
}
