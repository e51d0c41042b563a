package due_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
)

// people is a handbook with a training and a listening post on a day, with
// what their data files say.
func people(t *testing.T, day, completions, cases string) due.Input {
	t.Helper()
	book := on(t, day, map[string]string{
		"roles/a.md":       "id: ROL-001\ntitle: A",
		"roles/b.md":       "id: ROL-002\ntitle: B",
		"departments/d.md": "id: DEP-001\ntitle: D",
		"trainings/t.md":   "id: TRN-001\ntitle: T\nowner: ROL-001\nvalid_for: P1M\ncompletions: t.csv",
		"trainings/u.md":   "id: TRN-002\ntitle: U\nowner: ROL-001\ncompletions: t.csv",
		"listening/v.md":   "id: VOC-001\ntitle: V\nowner: ROL-001\nwhole_relation: true\ninner_loop: [ROL-009, ROL-002]\nclose_within: P7D\ncases: v.csv",
	})
	open := func(name string) ([]byte, error) {
		data, ok := map[string]string{
			"trainings/t.csv": "department,role,people,completed,on\n" + completions,
			"listening/v.csv": "opened,customer_informed,contactable\n" + cases,
		}[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(data), nil
	}
	in := worked(book)
	in.Trainings, _ = education.Gather(book, open)
	in.Measures, _ = measure.Gather(book, open)
	return in
}

// said words what is due, and what is found.
func said(in due.Input) []string {
	var out []string
	for _, i := range due.List(in) {
		line := fmt.Sprintf("%s %s %s %d %s", i.Day, i.Kind, i.Record.ID, i.N, i.Owner)
		if i.Overdue {
			line += " overdue"
		}
		out = append(out, line)
	}
	for _, d := range due.Findings(in) {
		out = append(out, fmt.Sprintf("%s %s %s: %s", d.Code, d.Record, d.Field, d.Text("en")))
	}
	return out
}

// A training that counts for a time is due on the last day on which it counts,
// once for all who completed it on the same day; where it counts for ever, or
// nobody has completed it, nothing is due. Customers who wait past their limit
// are one item, whose it is that goes back to them.
func TestTrainingsAndCases(t *testing.T) {
	completions := "DEP-001,ROL-001,5,4,2026-10-20\nDEP-001,ROL-002,9,7,2026-10-20\n,ROL-002,12,8,2026-11-01\n"
	cases := "2026-11-10,,yes\n2026-11-12,,yes\n2026-11-12,,no\n2026-11-12,2026-11-13,yes\n2026-11-23,,yes\n"
	for day, want := range map[string][]string{
		"2026-10-19": nil,
		"2026-11-17": {"2026-11-20 training-ends TRN-001 11 ROL-001", "2026-12-01 training-ends TRN-001 8 ROL-001"},
		"2026-11-20": {
			"2026-11-17 cases-past VOC-001 2 ROL-002 overdue", "2026-11-20 training-ends TRN-001 11 ROL-001", "2026-12-01 training-ends TRN-001 8 ROL-001",
			"CX485 VOC-001 /cases: cases past their limit: 2; the first was due on 2026-11-17",
		},
		"2026-11-24": {
			"2026-11-17 cases-past VOC-001 2 ROL-002 overdue", "2026-11-20 training-ends TRN-001 11 ROL-001 overdue", "2026-12-01 training-ends TRN-001 8 ROL-001",
			"CX484 TRN-001 /completions: the training counted until 2026-11-20; people who have to repeat it: 11",
			"CX485 VOC-001 /cases: cases past their limit: 2; the first was due on 2026-11-17",
		},
	} {
		if diff := cmp.Diff(want, said(people(t, day, completions, cases))); diff != "" {
			t.Errorf("%s: %s", day, diff)
		}
	}
	if got := said(people(t, "2027-12-01", "DEP-001,ROL-001,5,0,2026-10-20\n", "")); len(got) > 0 {
		t.Errorf("nobody had completed it: %q", got)
	}
}

// A crowd is people whom somebody counts by hand: those who completed a
// training that holds for a month, and customers who are to be told in a week.
type crowd struct {
	counts []count
	waits  []waiting
}

type count struct {
	role string
	n    int
	on   lang.Date
}

type waiting struct {
	opened, told lang.Date
	reachable    bool
}

// randomCrowd makes a crowd of October, with its two data files.
func randomCrowd(r *rand.Rand) (c crowd, completions, cases string) {
	for i := range r.IntN(6) {
		n := count{fmt.Sprintf("ROL-00%d", 1+r.IntN(2)), r.IntN(9), lang.Date{Year: 2026, Month: 10, Day: 1 + 5*i}}
		c.counts = append(c.counts, n)
		completions += fmt.Sprintf("DEP-001,%s,9,%d,%s\n", n.role, n.n, n.on)
	}
	for range r.IntN(8) {
		w, told := waiting{opened: lang.Date{Year: 2026, Month: 10, Day: 1 + r.IntN(31)}, reachable: r.IntN(4) > 0}, ""
		if r.IntN(2) == 0 {
			w.told, _ = w.opened.Add(fmt.Sprintf("P%dD", r.IntN(15)))
			told = w.told.String()
		}
		c.waits = append(c.waits, w)
		cases += fmt.Sprintf("%s,%s,%s\n", w.opened, told, map[bool]string{true: "yes", false: "no"}[w.reachable])
	}
	return c, completions, cases
}

// on counts by hand whose completions count no more on a day, and who waits
// longer than they may.
func (c crowd) on(day lang.Date) (lapsed, waited int) {
	latest := map[string]count{}
	for _, n := range c.counts {
		if !day.Before(n.on) {
			latest[n.role] = n
		}
	}
	for _, n := range latest {
		if end, _ := n.on.Add("P1M"); end.Before(day) {
			lapsed += n.n
		}
	}
	for _, w := range c.waits {
		last, _ := w.opened.Add("P7D")
		if w.reachable && last.Before(day) && (w.told.IsZero() || day.Before(w.told)) {
			waited++
		}
	}
	return lapsed, waited
}

// What is due of people is what somebody counts by hand on every day. An item is
// overdue from the day after its own, and what is due then stays so: nothing
// was counted anew.
func TestPeopleAgainstEveryDay(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	late := 0
	for range 25 {
		crowd, completions, cases := randomCrowd(r)
		var before []due.Item
		for day := (lang.Date{Year: 2026, Month: 10, Day: 1}); day.Before(lang.Date{Year: 2026, Month: 12, Day: 10}); day = day.Next() {
			in := people(t, day.String(), completions, cases)
			all := due.List(in)
			lapsed, waited := 0, 0
			for _, i := range all {
				switch {
				case i.Overdue != i.Day.Before(day):
					t.Fatalf("on %s: %+v", day, i)
				case i.Kind == due.Training && i.Overdue:
					lapsed += i.N
				case i.Kind == due.Cases:
					waited += i.N
				}
			}
			if a, b := crowd.on(day); lapsed != a || waited != b {
				t.Fatalf("on %s: %d lapsed, want %d; %d wait, want %d\n%s\n%s", day, lapsed, a, waited, b, completions, cases)
			}
			for _, b := range before { // no count after October renews anything
				if day.Month > 10 && b.Kind == due.Training && !slices.ContainsFunc(all, func(i due.Item) bool { return i.Kind == b.Kind && i.Day == b.Day && i.N == b.N }) {
					t.Fatalf("on %s nothing is left of %+v", day, b)
				}
			}
			if found := due.Findings(in); (found.Count(diag.Warning) > 0) != (lapsed+waited > 0) {
				t.Fatalf("on %s: %v", day, found)
			}
			before, late = all, late+lapsed+waited
		}
	}
	if late < 500 {
		t.Errorf("only %d were late on all days", late)
	}
}
