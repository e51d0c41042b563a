package duty_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/quick"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// assign reads records, each a file of its folder, on 2026-11-22.
func assign(t testing.TB, files map[string]string) (*duty.Duties, []string) {
	t.Helper()
	whole := map[string]string{}
	for name, text := range files {
		whole[name] = "---\n" + text + "\n---\n"
	}
	day := lang.Date{Year: 2026, Month: 11, Day: 22}
	book := handbooktest.Load(t, record.Input{AsOf: day}, "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n", whole)
	d, found := duty.Assign(book)
	var texts []string
	for _, f := range found.Tidy() {
		texts = append(texts, fmt.Sprintf("%s %d: %s", f.Code, f.At.Start.Line, strings.ReplaceAll(f.Text("en"), "\u00a0", " ")))
	}
	return d, texts
}

// procedure is a procedure in force with steps, each a flow mapping.
func procedure(steps ...string) map[string]string {
	text := "id: PRC-001\ntitle: P\nstatus: approved\neffective_from: 2026-01-01\nowner: ROL-009\nsteps:"
	for _, s := range steps {
		text += "\n  - {" + s + "}"
	}
	return map[string]string{"procedures/p.md": text}
}

func TestTimes(t *testing.T) {
	for name, c := range map[string]struct {
		steps []string
		want  string // finish of each step; then the total and the longest path
	}{
		"one after the other": {
			[]string{"key: a, within: P1D", "key: b, within: PT4H, after: [a]", "key: c, within: P2D, after: [b]"},
			"P1D P1DT4H P3DT4H | P3DT4H a b c",
		},
		"the later of two": {
			[]string{"key: a, within: P1D", "key: b, within: P3D", "key: c, within: P1D, after: [a, b]"},
			"P1D P3D P4D | P4D b c",
		},
		"a step without time adds nothing": {
			[]string{"key: a, within: P1D", "key: b, after: [a]", "key: c, within: P1D, after: [b]"},
			"P1D P1D P2D | P2D a b c",
		},
		"written in another order": {
			[]string{"key: c, within: P1D, after: [b]", "key: b, within: P2D, after: [a]", "key: a, within: P1W"},
			"P10D P9D P7D | P10D c b a",
		},
		"working days alone stay working days": {
			[]string{"key: a, within: {value: P2D, business_days: true}", "key: b, within: {value: P4D, business_days: true}, after: [a]"},
			"P2D P6D | P6D a b",
		},
		"working days beside calendar days count with weekends": {
			[]string{"key: a, within: {value: P1D, business_days: true}", "key: b, within: P2D, after: [a]", "key: c, within: P1D, after: [b]"},
			"P1D P5D P6D | P6D a b c",
		},
		"six working days hold two weekends": {
			[]string{"key: a, within: {value: P6D, business_days: true}", "key: b, within: PT1H, after: [a]"},
			"P6D P10DT1H | P10DT1H a b",
		},
		"a circle": {
			[]string{"key: a, within: P1D, after: [b]", "key: b, within: P1D, after: [a]"},
			"P2D P1D | P2D a b",
		},
		"itself and nobody": {
			[]string{"key: a, within: P1D, after: [a, nobody]"},
			"P1D | P1D a",
		},
		"no steps": {nil, "| PT0H"},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := assign(t, procedure(c.steps...))
			p := d.Procedure("PRC-001")
			var got []string
			for _, s := range p.Steps {
				got = append(got, s.Finish.ISO())
			}
			got = append(got, "|", p.Total.ISO())
			for _, s := range p.Steps {
				if s.OnPath {
					got = append(got, s.Key)
				}
			}
			if text := strings.Join(got, " "); text != c.want {
				t.Errorf("%s, want %s", text, c.want)
			}
		})
	}
}

// Whatever the steps: nothing finishes before what it waits for, the whole is
// no longer than all steps in a row, the order of the file changes nothing,
// and the steps of the longest path follow each other.
func TestTimesOfAnyProcedure(t *testing.T) {
	try := func(seed uint64) bool {
		random := rand.New(rand.NewPCG(seed, 7))
		n := 1 + random.IntN(9)
		var steps []string
		for i := range n {
			var after []string
			for j := range i {
				if random.IntN(3) == 0 {
					after = append(after, fmt.Sprintf("s%d", j))
				}
			}
			within := []string{"P1D", "PT6H", "P2W", "PT90M"}[random.IntN(4)]
			steps = append(steps, fmt.Sprintf("key: s%d, within: %s, after: [%s]", i, within, strings.Join(after, ", ")))
		}
		finish := func() map[string]duty.Span {
			d, _ := assign(t, procedure(steps...))
			p := d.Procedure("PRC-001")
			out := map[string]duty.Span{"": p.Total}
			var sum time.Duration
			for _, s := range p.Steps {
				out[s.Key] = s.Finish
				sum += s.Finish.Calendar() - s.Start.Calendar()
				for _, before := range s.After {
					if p.Steps[before].Finish.Longer(s.Start) {
						t.Errorf("seed %d: %s starts before %s ends", seed, s.Key, p.Steps[before].Key)
					}
				}
				if s.Finish.Longer(p.Total) {
					t.Errorf("seed %d: %s ends after the whole", seed, s.Key)
				}
			}
			if p.Total.Calendar() > sum {
				t.Errorf("seed %d: the whole takes longer than its steps in a row", seed)
			}
			checkPath(t, p)
			return out
		}
		before := finish()
		random.Shuffle(n, func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
		return cmp.Equal(before, finish())
	}
	if err := quick.Check(try, &quick.Config{MaxCount: 60}); err != nil {
		t.Error(err)
	}
}

// checkPath checks that the steps of the longest path take the whole time.
func checkPath(t *testing.T, p *duty.Procedure) {
	t.Helper()
	var sum time.Duration
	for _, s := range p.Steps {
		if s.OnPath {
			sum += s.Finish.Calendar() - s.Start.Calendar()
		}
	}
	if sum != p.Total.Calendar() {
		t.Errorf("the longest path takes %v, the whole %v", sum, p.Total.Calendar())
	}
}

func TestLetters(t *testing.T) {
	d, _ := assign(t, procedure(
		"key: a, responsible: ROL-001, accountable: ROL-002, assists: [ROL-003], consulted: [ROL-002], informed: [ROL-001, ROL-004]",
		"key: b, responsible: ROL-005",
	))
	got := map[string]string{}
	for _, id := range d.Procedure("PRC-001").Roles {
		for _, part := range d.Role(id).Steps {
			got[id] += fmt.Sprint(part.Step.Key, part.Letters, " ")
		}
	}
	want := map[string]string{
		"ROL-001": "a[R I] ", "ROL-002": "a[A C] ", "ROL-003": "a[S] ", "ROL-004": "a[I] ",
		"ROL-005": "b[R] ", "ROL-009": "b[A] ", // the owner, where a step names none
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsAskedOfARole(t *testing.T) {
	law := "status: approved\neffective_from: 2026-01-01\nowner: ROL-001\n"
	d, _ := assign(t, map[string]string{
		"policies/a.md": "id: POL-001\ntitle: A\n" + law +
			"duties: [{key: one, role: ROL-002, text: T}, {key: two, role: ROL-003, text: T}]\n" +
			"decisions: [{key: x, what: W, decides: ROL-002, together_with: [ROL-003, ROL-002]}]",
		"policies/draft.md":  "id: POL-002\ntitle: B\nstatus: draft\nowner: ROL-001\nduties: [{key: one, role: ROL-002, text: T}]",
		"policies/coming.md": "id: POL-003\ntitle: C\nstatus: approved\neffective_from: 2026-11-23\nowner: ROL-001\nduties: [{key: one, role: ROL-002, text: T}]",
		"policies/gone.md":   "id: POL-004\ntitle: D\nstatus: approved\neffective_from: 2026-01-01\neffective_until: 2026-11-21\nowner: ROL-001\nduties: [{key: one, role: ROL-002, text: T}]",
		"policies/last.md":   "id: POL-005\ntitle: E\nstatus: approved\neffective_from: 2026-01-01\neffective_until: 2026-11-22\nowner: ROL-001\nduties: [{key: one, role: ROL-002, text: T}]",
		"trainings/t.md":     "id: TRN-001\ntitle: T\nowner: ROL-001\naudience_roles: [ROL-002]",
		"roles/b.md":         "id: ROL-001\ntitle: Body\nkind: body\nmembers: [ROL-002, ROL-003]",
		"roles/c.md":         "id: ROL-003\ntitle: Post\nkind: post\ndeputy: ROL-002",
		"metrics/m.md":       "id: MET-001\ntitle: M\nowner: ROL-002",
	})
	r := d.Role("ROL-002")
	var got []string
	for _, x := range r.Duties {
		got = append(got, x.Policy.ID+"#"+x.Key)
	}
	for _, x := range r.Decisions {
		got = append(got, fmt.Sprint(x.Policy.ID, "#", x.Key, x.Decides, x.Together))
	}
	for _, group := range [][]*record.Record{r.Trainings, r.Bodies, r.Deputises, r.Answers} {
		for _, rec := range group {
			got = append(got, rec.ID)
		}
	}
	want := []string{"POL-001#one", "POL-005#one", "POL-001#xROL-002[ROL-003 ROL-002]", "TRN-001", "ROL-001", "ROL-003", "MET-001"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if r := d.Role("ROL-777"); len(r.Steps)+len(r.Duties)+len(r.Answers) > 0 {
		t.Errorf("a role that nothing is asked of has %v", r)
	}
}

func TestFindings(t *testing.T) {
	policy := func(duty string) string {
		return "id: POL-001\ntitle: A\nstatus: approved\neffective_from: 2026-01-01\nowner: ROL-001\nduties:\n  - {key: answer, role: ROL-001, text: T, " + duty + "}"
	}
	for name, c := range map[string]struct{ duty, within, law, want string }{
		"in time":                       {"deadline: P7D", "P7D", "", ""},
		"a minute late":                 {"deadline: P7D", "P7DT1M", "", "CX401 8: this step ends 7 days 1 minute after the start, but POL-001#answer promises 7 days"},
		"working days against calendar": {"deadline: P7D", "{value: P6D, business_days: true}", "", "CX401 8: this step ends 6 working days after the start, but POL-001#answer promises 7 days"},
		"five working days are a week":  {"deadline: P7D", "{value: P5D, business_days: true}", "", ""},
		"calendar against working days": {"deadline: {value: P5D, business_days: true}", "P7D", "", ""},
		"no deadline":                   {"enforced_by: procedure", "P70D", "", ""},
		"the law's own limit":           {"enforced_by: procedure", "P15D", "P14D", "CX402 8: this step ends 15 days after the start, but the law sets 14 days"},
		"as long as the law":            {"enforced_by: procedure", "P14D", "P14D", ""},
		"a house limit over the law's":  {"deadline: P15D, legal_basis: [{key: pl, jurisdiction: PL, act: A, limit: P14D}]", "P1D", "", "CX402 8: the time limit of 15 days is longer than the law's, 14 days"},
		"months have no length":         {"deadline: P1M", "P70D", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			step := "key: a, carries_out: [\"POL-001#answer\"], within: " + c.within
			if c.law != "" {
				step += ", legal_basis: [{key: pl, jurisdiction: PL, act: A, limit: " + c.law + "}]"
			}
			files := procedure(step)
			files["policies/a.md"] = policy(c.duty)
			_, found := assign(t, files)
			if got := strings.Join(found, "\n"); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// What is wrong is wrong on every day, and only where the two are in force
// together: not between versions that never meet.
func TestFindingsOnEveryDay(t *testing.T) {
	step := func(version, from, within string) string {
		return "id: PRC-001\ntitle: P\nstatus: approved\nowner: ROL-001\nversion: " + version + "\neffective_from: " + from +
			"\nsteps: [{key: a, within: " + within + ", carries_out: [\"POL-001#answer\"]}]"
	}
	policy := func(version, from, deadline string) string {
		return "id: POL-001\ntitle: A\nstatus: approved\nowner: ROL-001\nversion: " + version + "\neffective_from: " + from +
			"\nduties: [{key: answer, role: ROL-001, text: T, deadline: " + deadline + "}]"
	}
	files := map[string]string{
		"procedures/p.v1.en.md": step("1", "2026-01-01", "P10D"),
		"procedures/p.v2.en.md": step("2", "2027-01-01", "P5D"),
		"policies/p.v1.en.md":   policy("1", "2026-01-01", "P10D"),
		"policies/p.v2.en.md":   policy("2", "2027-01-01", "P5D"),
	}
	if _, found := assign(t, files); len(found) > 0 {
		t.Errorf("versions that never meet: %q", found)
	}
	files["policies/p.v2.en.md"] = policy("2", "2026-12-31", "P5D")
	if _, found := assign(t, files); len(found) != 1 {
		t.Errorf("for one day the slow step meets the short limit, found %q", found)
	}
	files["policies/p.v2.en.md"] = policy("2", "2027-06-01", "P4D")
	if _, found := assign(t, files); len(found) != 1 {
		t.Errorf("what comes later is wrong already, found %q", found)
	}
}

// Two thousand steps of a century each are computed at once, and no sum of them
// overflows.
func TestALongProcedure(t *testing.T) {
	var steps []string
	for i := range 2000 {
		steps = append(steps, fmt.Sprintf("key: s%d, within: P36500D, after: [s%d]", i, max(0, i-1)))
	}
	d, _ := assign(t, procedure(steps...))
	last := duty.Span{}
	for _, s := range d.Procedure("PRC-001").Steps {
		if last.Longer(s.Finish) {
			t.Fatalf("step %d ends after %v, the one before after %v", s.Index, s.Finish, last)
		}
		last = s.Finish
	}
}
