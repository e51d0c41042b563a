package measure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
)

// A person is one answer of a random survey.
type person struct {
	on         lang.Date
	score      int
	department string
	channel    string
	post       string
}

func (p person) group(d measure.Dimension) string {
	return map[measure.Dimension]string{measure.ByDepartment: p.department, measure.ByChannel: p.channel, measure.ByListening: p.post}[d]
}

var everyDimension = []measure.Dimension{measure.ByDepartment, measure.ByChannel, measure.ByListening}

// survey asks some people at random, over five months.
func survey(r *rand.Rand, n int) (people []person, data string) {
	var b strings.Builder
	b.WriteString("date,score,department,channel,listening\n")
	for range n {
		p := person{
			lang.Date{Year: 2026, Month: 6, Day: 1 + r.IntN(28)}, 1 + r.IntN(5),
			[]string{"DEP-001", "DEP-002", "DEP-003", ""}[min(r.IntN(9), 3)], []string{"shop", "phone", ""}[min(r.IntN(5), 2)], []string{"VOC-001", ""}[min(r.IntN(4), 1)],
		}
		for range r.IntN(5) {
			p.on.Month++
		}
		people = append(people, p)
		fmt.Fprintf(&b, "%s,%d,%s,%s,%s\n", p.on, p.score, p.department, p.channel, p.post)
	}
	return people, b.String()
}

// Somebody who knows everything that is shown of a metric, how groups are hidden,
// and arithmetic, tries to work out how many answers a small group has: from the
// totals and the groups of all dimensions together (each cell of department,
// channel and listening post is an unknown), and by trying which numbers hidden
// groups can have at all.
func TestNobodyWorksOutASmallGroup(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 4))
	hidden := 0
	for range 250 {
		least := 3 + r.IntN(5)
		people, data := survey(r, 20+r.IntN(150))
		m, _ := metric(t, "2026-12-31", fmt.Sprintf("kind: csat\ncadence: %s\nmin_group: %d", []string{"monthly", "quarterly", "half-yearly"}[r.IntN(3)], least), data)
		for i, p := range m.Periods {
			now := slices.DeleteFunc(slices.Clone(people), func(a person) bool { return a.on.Before(p.First) || p.Last().Before(a.on) })
			a := attack{t: t, people: now, least: least}
			if p.Estimate != nil {
				a.shown(func(person) bool { return true }, p.Estimate.N)
			} else if len(now) >= least {
				t.Fatalf("%d answers are hidden, %d are enough", len(now), least)
			}
			for _, d := range everyDimension {
				sizes := map[string]measure.Figure{}
				for _, g := range m.GroupsBy(d) {
					sizes[g.Name] = g.Periods[i].Figure
					if e := g.Periods[i].Estimate; e != nil {
						a.shown(func(p person) bool { return p.group(d) == g.Name }, e.N)
					}
				}
				hidden += a.listing(d, sizes, p.Estimate != nil)
			}
			a.solve()
		}
	}
	if hidden < 200 {
		t.Errorf("only %d groups were hidden: nothing was tried", hidden)
	}
}

// An attack is what is known of one period.
type attack struct {
	t      *testing.T
	people []person
	least  int
	known  [][]float64 // a row for each number shown: 1 for the cells it is of
}

// cells are all combinations of groups that somebody could be in.
func cells() (out []person) {
	for _, d := range []string{"DEP-001", "DEP-002", "DEP-003", ""} {
		for _, c := range []string{"shop", "phone", ""} {
			for _, v := range []string{"VOC-001", ""} {
				out = append(out, person{department: d, channel: c, post: v})
			}
		}
	}
	return out
}

func row(in func(person) bool) []float64 {
	var out []float64
	for _, c := range cells() {
		out = append(out, map[bool]float64{true: 1}[in(c)])
	}
	return out
}

// shown notes a number that is shown, which must not be small or wrong.
func (a *attack) shown(in func(person) bool, n int) {
	a.t.Helper()
	truth := len(slices.DeleteFunc(slices.Clone(a.people), func(p person) bool { return !in(p) }))
	if n != truth || n < a.least {
		a.t.Fatalf("%d answers are shown, there are %d", n, truth)
	}
	a.known = append(a.known, row(in))
}

// listing tries, in one dimension, every way to share out what is missing from the
// total, and returns how many groups are hidden.
func (a *attack) listing(d measure.Dimension, sizes map[string]measure.Figure, total bool) (hidden int) {
	rest := len(a.people)
	var bounds [][2]int
	var names []string
	for name, f := range sizes {
		switch {
		case f.Estimate != nil:
			rest -= f.Estimate.N
		case f.Reason == measure.SmallGroup:
			bounds, names = append(bounds, [2]int{1, a.least - 1}), append(names, name)
		case f.Reason == measure.Complement:
			bounds, names = append(bounds, [2]int{a.least, len(a.people)}), append(names, name)
		}
	}
	if !slices.ContainsFunc(bounds, func(b [2]int) bool { return b[1] < a.least }) { // any of them may be the small one
		for i := range bounds {
			bounds[i][0] = 1
		}
	}
	if !total || rest == len(names) { // that there is an answer in each tells that it is one
		return len(names)
	}
	for i, name := range names {
		if bounds[i][0] >= a.least {
			continue
		}
		low, high := 0, 0
		for j, b := range bounds {
			if j != i {
				low, high = low+b[0], high+b[1]
			}
		}
		if from, to := max(bounds[i][0], rest-high), min(bounds[i][1], rest-low); from >= to {
			a.t.Fatalf("%s %q has %d of %d hidden answers: nothing else is possible with %v", d, name, from, rest, bounds)
		}
	}
	return len(names)
}

// solve looks for a small group, or several hidden ones that are small together,
// whose number follows from the numbers that are shown.
func (a *attack) solve() {
	a.t.Helper()
	for _, d := range everyDimension {
		groups := map[string]bool{}
		for _, c := range cells() {
			groups[c.group(d)] = true
		}
		var names []string
		for name := range groups {
			names = append(names, name)
		}
		slices.Sort(names)
		for set := 1; set < 1<<len(names); set++ {
			in := func(p person) bool { return set>>slices.Index(names, p.group(d))&1 == 1 }
			n := len(slices.DeleteFunc(slices.Clone(a.people), func(p person) bool { return !in(p) }))
			if n > 0 && n < a.least && follows(a.known, row(in)) {
				a.t.Fatalf("%d answers of %s follow from what is shown", n, d)
			}
		}
	}
}

// follows reports whether a row is a sum of multiples of others, by elimination.
func follows(known [][]float64, want []float64) bool {
	var m [][]float64
	for _, k := range known {
		m = append(m, slices.Clone(k))
	}
	want = slices.Clone(want)
	for column := range want {
		at := slices.IndexFunc(m, func(r []float64) bool { return r[column] > 1e-9 || r[column] < -1e-9 })
		if at < 0 {
			continue
		}
		pivot := m[at]
		m = slices.Delete(m, at, at+1)
		for _, r := range append(slices.Clone(m), want) {
			f := r[column] / pivot[column]
			for i := range r {
				r[i] -= f * pivot[i]
			}
		}
	}
	return !slices.ContainsFunc(want, func(v float64) bool { return v > 1e-9 || v < -1e-9 })
}

// Nor does a window of days, such as an initiative compares, tell of a small
// group what the periods and the other groups do not: in the same days, and in
// those of its periods that it leaves out.
func TestNoWindowTellsOfASmallGroup(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 15))
	shown, hidden := 0, 0
	for range 150 {
		least := 3 + r.IntN(5)
		people, data := survey(r, 60+r.IntN(200))
		m, _ := metric(t, "2026-12-31", fmt.Sprintf("kind: csat\ncadence: monthly\nmin_group: %d", least), data)
		for range 8 {
			from := lang.Date{Year: 2026, Month: 6, Day: 1 + r.IntN(28)}
			for range r.IntN(4) {
				from.Month++
			}
			to, _ := from.Add(fmt.Sprintf("P%dD", r.IntN(60)))
			first, last := lang.Date{Year: from.Year, Month: from.Month, Day: 1}, lang.Date{Year: to.Year, Month: to.Month, Day: 28}
			count := func(d measure.Dimension, name string) (inside, outside int) {
				for _, p := range people {
					switch {
					case d != "" && p.group(d) != name || p.on.Before(first) || last.Before(p.on):
					case p.on.Before(from) || to.Before(p.on):
						outside++
					default:
						inside++
					}
				}
				return inside, outside
			}
			total, beside := count("", "")
			all := m.Over(from, to, measure.Slice{})
			if e := all.Estimate; e != nil && (e.N != total || total < least || beside > 0 && beside < least) {
				t.Fatalf("%s to %s: %d of %d, %d beside", from, to, e.N, total, beside)
			}
			missing, small := total, false
			for _, name := range []string{"DEP-001", "DEP-002", "DEP-003", ""} {
				n, beside := count(measure.ByDepartment, name)
				e := m.Over(from, to, measure.Slice{By: measure.ByDepartment, Name: name}).Estimate
				small = small || n > 0 && n < least
				switch {
				case e == nil:
					hidden++
				case e.N != n || n < least || beside > 0 && beside < least:
					t.Fatalf("%s to %s, %s: %d of %d, %d beside", from, to, name, e.N, n, beside)
				default:
					shown, missing = shown+1, missing-n
				}
			}
			if all.Estimate != nil && small && missing < least {
				t.Fatalf("%s to %s: %d are left for small groups", from, to, missing)
			}
		}
	}
	if shown < 300 || hidden < 300 {
		t.Errorf("%d shown, %d hidden: nothing was tried", shown, hidden)
	}
}
