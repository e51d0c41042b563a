package maturity_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// day parses a day that is one.
func day(t testing.TB, s string) lang.Date {
	t.Helper()
	d, err := lang.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample assesses the sample handbook on a day.
func sample(t *testing.T, on string) (*maturity.Maturity, diag.List) {
	t.Helper()
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: day(t, on)})
	return maturity.Assess(book, maturity.Defaults())
}

func shown(s maturity.Summary) string {
	return fmt.Sprintf("%.1f/%d %s", series.Round(s.Mean, 1), s.Lowest, strings.Join(s.Weakest, ","))
}

// The figures of the sample: what is claimed, what of it is proven.
func TestFiguresOfTheSample(t *testing.T) {
	m, found := sample(t, "2026-11-22")
	for id, want := range map[string][2]string{
		"ASM-001": {"1.9/1 leadership,insights", "1.8/1 leadership,insights"},
		"ASM-002": {"2.7/2 education,leadership,insights,autonomy", "2.6/2 prioritisation,education,leadership,insights,autonomy"},
		"ASM-003": {"2.8/2 prioritisation,channels,insights", "2.8/2 prioritisation,channels,insights"},
		"ASM-004": {"2.2/1 insights", "2.2/1 insights"},
	} {
		a := m.Of(id)
		if got := [2]string{shown(a.Claimed), shown(a.Provable)}; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	a := m.Of("ASM-002")
	var gaps []string
	for _, l := range a.Levels {
		if l.Gap == 0 {
			continue
		}
		plan := []string{}
		for _, p := range l.Plan {
			plan = append(plan, p.Record.ID)
		}
		gaps = append(gaps, fmt.Sprintf("%s %d→%d %v was %d", l.Key, l.Claimed, l.Target, plan, l.Was))
	}
	want := []string{
		"education 2→3 [TRN-002] was 2", "leadership 2→3 [INI-005] was 1", "insights 2→3 [INI-005] was 1",
		"loop 3→4 [] was 2", "autonomy 2→3 [INI-012] was 2",
	}
	if diff := gocmp.Diff(want, gaps); diff != "" {
		t.Error(diff)
	}
	p := a.Level("prioritisation")
	var why []string
	for _, e := range p.Evidence {
		why = append(why, e.Record.ID+" "+string(e.Lapse))
	}
	if diff := gocmp.Diff([]string{"POL-003 review", "ROL-015 expired"}, why); diff != "" || p.Provable != 2 || p.Lack != maturity.Decayed {
		t.Errorf("prioritisation is provable at %d (%s): %s", p.Provable, p.Lack, diff)
	}
	if got := shown(a.Projected); got != "3.0/2 education" {
		t.Errorf("projected %s", got)
	}
	var said []string
	for _, d := range found {
		said = append(said, fmt.Sprintf("%s %s %s %s", d.Code, d.Severity, d.Record, d.Text("en")))
	}
	if diff := gocmp.Diff([]string{
		`CX476 warning ASM-002 "prioritisation of actions": level 3 is claimed, 2 is provable; the evidence of level 3 is not good any more`,
		`CX477 warning ASM-002 "closed loop": the target is 4, the level 3, and no open initiative or training leads there`,
	}, said); diff != "" {
		t.Error(diff)
	}
}

// An assessment of a later day has not happened; evidence that is fresh proves.
func TestDayDecides(t *testing.T) {
	for on, want := range map[string]string{
		"2025-10-14": "",
		"2025-10-15": "ASM-001 1.9/1.9",
		"2026-10-13": "ASM-001 1.9/1.8",
		"2026-10-20": "ASM-001 1.9/1.8 ASM-002 2.7/2.7 ASM-003 2.8/2.8",
		"2026-10-31": "ASM-001 1.9/1.8 ASM-002 2.7/2.6 ASM-003 2.8/2.8 ASM-004 2.2/2.2",
	} {
		m, _ := sample(t, on)
		var got []string
		for _, a := range m.Assessments {
			got = append(got, fmt.Sprintf("%s %.1f/%.1f", a.Record.ID, series.Round(a.Claimed.Mean, 1), series.Round(a.Provable.Mean, 1)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", on, strings.Join(got, " "), want)
		}
	}
}

// The latest assessments stand side by side, and the organisation has a past.
func TestSubjectsAndHistory(t *testing.T) {
	m, _ := sample(t, "2026-11-22")
	var side []string
	for _, a := range m.Subjects("MOD-001") {
		side = append(side, a.Record.ID+" "+a.Subject)
	}
	if diff := gocmp.Diff([]string{"ASM-002 organisation", "ASM-003 DEP-005", "ASM-004 DEP-006"}, side); diff != "" {
		t.Error(diff)
	}
	history := m.History(m.Of("ASM-002"))
	if len(history) != 2 || history[0].Record.ID != "ASM-001" || history[1].Record.ID != "ASM-002" {
		t.Errorf("history %v", history)
	}
}

// A score is one line of an assessment of the tests.
type score struct {
	key      string
	level    int
	evidence []string // YAML maps
	more     string   // further fields
}

const evidenceRecords = 6

// house is a small handbook with one assessment of these scores.
func house(scores []score, more map[string]string) map[string]string {
	var model, asm strings.Builder
	model.WriteString("---\nid: MOD-001\ntitle: Model\nlevels:\n")
	for i := range 5 {
		fmt.Fprintf(&model, "  - {key: l%d, name: L%d}\n", i+1, i+1)
	}
	model.WriteString("competencies:\n")
	asm.WriteString("---\nid: ASM-001\ntitle: Ocena\nmodel: MOD-001\ndate: 2026-01-10\nsubject: organisation\nscores:\n")
	for _, s := range slices.SortedFunc(slices.Values(scores), func(a, b score) int { return cmp.Compare(a.key, b.key) }) {
		fmt.Fprintf(&model, "  - {key: %s, name: %s, weight: %d}\n", s.key, s.key, 1+len(s.key)%2)
	}
	for _, s := range scores {
		fmt.Fprintf(&asm, "  - key: %s\n    competency: %s\n    level: %d\n%s", s.key, s.key, s.level, s.more)
		if len(s.evidence) > 0 {
			fmt.Fprintf(&asm, "    evidence:\n      - %s\n", strings.Join(s.evidence, "\n      - "))
		}
	}
	model.WriteString("---\n")
	asm.WriteString("---\n")
	files := map[string]string{"models/m.pl.md": model.String(), "assessments/a.pl.md": asm.String()}
	for i := range evidenceRecords {
		files[fmt.Sprintf("terms/t%d.pl.md", i)] = fmt.Sprintf("---\nid: TRM-%03d\ntitle: T%d\n---\n", i+1, i)
	}
	for name, text := range more {
		files[name] = text
	}
	return files
}

func assess(t testing.TB, on string, files map[string]string) (*maturity.Maturity, diag.List) {
	t.Helper()
	book := handbooktest.Load(t, record.Input{AsOf: day(t, on)}, "title: {pl: Kodeks}\nlanguages: [pl]\n", files)
	return maturity.Assess(book, maturity.Defaults())
}

// The published example: 1,2,2,3,3,3,4,4,4,5 has the mean 3.1 and the lowest 1.
func TestWorkedExample(t *testing.T) {
	var scores []score
	for i, level := range []int{1, 2, 2, 3, 3, 3, 4, 4, 4, 5} {
		scores = append(scores, score{key: fmt.Sprintf("c%d", i), level: level})
	}
	m, _ := assess(t, "2026-02-01", house(scores, nil))
	a := m.Of("ASM-001")
	if got := shown(a.Claimed); got != "3.1/1 c0" {
		t.Errorf("claimed %s", got)
	}
	if got := shown(a.Provable); got != "1.9/1 c0" { // nothing above 2 has any evidence
		t.Errorf("provable %s", got)
	}
}

// Evidence is good or not, each for one reason.
func TestEvidence(t *testing.T) {
	law := func(until, review string) string {
		return "---\nid: POL-001\ntitle: P\nstatus: approved\napproved_on: 2025-01-01\napproved_by: ROL-001\nowner: ROL-002\neffective_from: 2025-01-01\n" + until + review + "---\n"
	}
	for name, c := range map[string]struct {
		evidence []string
		policy   string
		want     string
	}{
		"data":               {[]string{"{ref: TRM-001, proves: 3, kind: data}"}, "", "3"},
		"an interview":       {[]string{"{ref: TRM-001, proves: 3, kind: interview}"}, "", "3"},
		"documents alone":    {[]string{"{ref: TRM-001, proves: 3, kind: document}"}, "", "2 documents"},
		"both":               {[]string{"{ref: TRM-001, proves: 3, kind: document}", "{ref: TRM-002, proves: 3, kind: record}"}, "", "3"},
		"nothing":            {nil, "", "2 none"},
		"each level":         {[]string{"{ref: TRM-001, proves: 3, kind: data}", "{ref: TRM-002, proves: 4, kind: data}"}, "", "4"},
		"a level left out":   {[]string{"{ref: TRM-002, proves: 4, kind: data}"}, "", "2 none"},
		"the last day":       {[]string{"{ref: TRM-001, proves: 3, kind: data, on: 2026-01-01, valid_for: P1M}"}, "", "3"},
		"the day after":      {[]string{"{ref: TRM-001, proves: 3, kind: data, on: 2025-12-31, valid_for: P1M}"}, "", "2 decayed expired"},
		"of a later day":     {[]string{"{ref: TRM-001, proves: 3, kind: data, on: 2026-02-02}"}, "", "2 decayed not-yet"},
		"without a period":   {[]string{"{url: https://example.org/, proves: 3, kind: data, on: 2026-01-01}"}, "", "2 decayed no-period"},
		"without a day":      {[]string{"{url: https://example.org/, proves: 3, kind: data, valid_for: P1M}"}, "", "2 decayed no-period"},
		"a page":             {[]string{"{url: https://example.org/, proves: 3, kind: data, on: 2026-01-01, valid_for: P1M}"}, "", "3"},
		"of no record":       {[]string{"{ref: TRM-099, proves: 3, kind: data}"}, "", "2 decayed missing"},
		"in force":           {[]string{"{ref: POL-001, proves: 3, kind: data}"}, law("", ""), "3"},
		"expired":            {[]string{"{ref: POL-001, proves: 3, kind: data}"}, law("effective_until: 2026-01-31\n", ""), "2 decayed not-in-force"},
		"within the grace":   {[]string{"{ref: POL-001, proves: 3, kind: data}"}, law("", "review: {every: P12M, log: [{key: a, on: 2025-01-02, by: ROL-001, version: 1, checked: X, outcome: confirmed}]}\n"), "3"},
		"past it by a day":   {[]string{"{ref: POL-001, proves: 3, kind: data}"}, law("", "review: {every: P12M}\n"), "2 decayed review"},
		"good after all bad": {[]string{"{ref: TRM-099, proves: 3, kind: data}", "{ref: TRM-001, proves: 3, kind: data}"}, "", "3"},
	} {
		t.Run(name, func(t *testing.T) {
			more := map[string]string{"roles/a.pl.md": "---\nid: ROL-001\ntitle: A\n---\n", "roles/b.pl.md": "---\nid: ROL-002\ntitle: B\n---\n"}
			if c.policy != "" {
				more["policies/p.pl.md"] = c.policy
			}
			m, _ := assess(t, "2026-02-01", house([]score{{key: "loop", level: 4, evidence: c.evidence}}, more))
			l := m.Of("ASM-001").Levels[0]
			got := fmt.Sprint(l.Provable)
			if l.Provable == 2 {
				got += " " + string(l.Lack)
				if l.Lack == maturity.Decayed {
					got += " " + string(l.Evidence[0].Lapse)
				}
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// Properties of random assessments: lowest ≤ mean ≤ highest, provable ≤
// claimed, the order of scores changes nothing, more evidence never lowers.
func TestProperties(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(5, seed))
		scores := make([]score, 3+r.IntN(7))
		for i := range scores {
			scores[i] = score{key: fmt.Sprintf("c%s", strings.Repeat("x", i+1)), level: 1 + r.IntN(5)}
			for range r.IntN(5) {
				scores[i].evidence = append(scores[i].evidence, anyEvidence(r))
			}
		}
		files := house(scores, nil)
		m, _ := assess(t, "2026-02-01", files)
		a := m.Of("ASM-001")
		for _, s := range []maturity.Summary{a.Claimed, a.Provable, a.Projected} {
			if series.Compare(float64(s.Lowest), s.Mean) > 0 || s.Mean > 5 {
				t.Errorf("seed %d: lowest %d, mean %v", seed, s.Lowest, s.Mean)
			}
		}
		highest := 0
		for _, l := range a.Levels {
			highest = max(highest, l.Claimed)
			if l.Provable > l.Claimed || l.Provable < min(l.Claimed, 2) {
				t.Errorf("seed %d: %d of %d is provable", seed, l.Provable, l.Claimed)
			}
		}
		if series.Compare(a.Claimed.Mean, float64(highest)) > 0 || a.Provable.Mean > a.Claimed.Mean {
			t.Errorf("seed %d: means %v, %v of at most %d", seed, a.Provable.Mean, a.Claimed.Mean, highest)
		}
		mixed := slices.Clone(scores)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		other, _ := assess(t, "2026-02-01", house(mixed, nil))
		if b := other.Of("ASM-001"); b.Claimed.Mean != a.Claimed.Mean || b.Provable.Mean != a.Provable.Mean || !slices.Equal(b.Claimed.Weakest, a.Claimed.Weakest) {
			t.Errorf("seed %d: another order gives %v, not %v", seed, b.Claimed, a.Claimed)
		}
		i := r.IntN(len(scores))
		scores[i].evidence = append(scores[i].evidence, anyEvidence(r))
		more, _ := assess(t, "2026-02-01", house(scores, nil))
		if b := more.Of("ASM-001"); b.Level(scores[i].key).Provable < a.Level(scores[i].key).Provable {
			t.Errorf("seed %d: more evidence proves less", seed)
		}
	}
}

func anyEvidence(r *rand.Rand) string {
	kinds := []string{"document", "data", "record", "interview"}
	return fmt.Sprintf("{ref: TRM-%03d, proves: %d, kind: %s, on: 2025-%02d-01, valid_for: P%dM}",
		1+r.IntN(evidenceRecords+1), 3+r.IntN(3), kinds[r.IntN(4)], 1+r.IntN(12), 1+r.IntN(14))
}

// What cannot be read, and what there is nothing of, has no figure and is no
// panic.
func TestNothingToSumUp(t *testing.T) {
	files := house([]score{{key: "loop", level: 3}}, nil)
	for name, text := range map[string]string{
		"no level":        strings.Replace(files["assessments/a.pl.md"], "level: 3", "not_applicable: Nie ma sklepów.", 1),
		"an odd level":    strings.Replace(files["assessments/a.pl.md"], "level: 3", "level: [3]", 1),
		"beyond":          strings.Replace(files["assessments/a.pl.md"], "level: 3", "level: 9", 1),
		"scores no list":  "---\nid: ASM-001\ntitle: O\nmodel: MOD-001\ndate: 2026-01-10\nsubject: organisation\nscores: 3\noverall: {value: x, method: 4}\n---\n",
		"score no map":    "---\nid: ASM-001\ntitle: O\nmodel: MOD-001\ndate: 2026-01-10\nsubject: organisation\nscores: [loop]\n---\n",
		"model no model":  "---\nid: ASM-001\ntitle: O\nmodel: TRM-001\ndate: 2026-01-10\nsubject: organisation\nscores: []\n---\n",
		"no day":          "---\nid: ASM-001\ntitle: O\nmodel: MOD-001\ndate: 2026-02-30\nsubject: organisation\nscores: []\n---\n",
		"nothing at all":  "---\nid: ASM-001\ntitle: O\n---\n",
		"evidence a word": strings.Replace(files["assessments/a.pl.md"], "level: 3", "level: 3\n    evidence: x", 1),
	} {
		files["assessments/a.pl.md"] = text
		m, _ := assess(t, "2026-02-01", files)
		if a := m.Of("ASM-001"); a != nil && (a.Claimed.Mean != a.Claimed.Mean || a.Claimed.Count == 0 && a.Claimed.Mean != 0) {
			t.Errorf("%s: %+v", name, a.Claimed)
		}
	}
}

// A model changes without changing what was assessed by it before.
func TestModelOfTheDay(t *testing.T) {
	files := house([]score{{key: "loop", level: 3}}, nil)
	model := files["models/m.pl.md"]
	delete(files, "models/m.pl.md")
	files["models/m.v1.pl.md"] = strings.Replace(model, "title:", "version: 1\neffective_from: 2025-01-01\ntitle:", 1)
	files["models/m.v2.pl.md"] = strings.Replace(strings.Replace(model, "title:", "version: 2\nchange_note: N.\neffective_from: 2026-01-20\ntitle:", 1),
		"competencies:\n", "competencies:\n  - {key: rules, name: R}\n", 1)
	for _, on := range []string{"2026-01-15", "2026-02-01"} {
		m, found := assess(t, on, files)
		if a := m.Of("ASM-001"); len(a.Levels) != 1 || a.Model.Version != 1 {
			t.Errorf("%s: by version %d with %d levels", on, a.Model.Version, len(a.Levels))
		}
		for _, d := range found {
			if d.Code == diag.CompetencyCount {
				t.Errorf("%s: %s", on, d.Text("en"))
			}
		}
	}
}

// What is meant for other departments closes no gap of this one, and what is
// over closes none at all.
func TestPlans(t *testing.T) {
	initiative := func(more string) map[string]string {
		return map[string]string{
			"departments/d.pl.md": "---\nid: DEP-001\ntitle: D\n---\n", "departments/e.pl.md": "---\nid: DEP-002\ntitle: E\n---\n",
			"initiatives/i.pl.md": "---\nid: INI-001\ntitle: I\nkind: initiative\nproblem: P\ncompetencies: [{competency: \"MOD-001#loop\", to: 4}]\n" + more + "---\n",
		}
	}
	for name, c := range map[string]struct {
		more, subject string
		want          int
	}{
		"open":                   {"state: proposed\n", "organisation", 4},
		"closed":                 {"state: closed\n", "organisation", 2},
		"rejected":               {"state: rejected\n", "organisation", 2},
		"of a department":        {"state: accepted\ndepartments: [DEP-001]\n", "organisation", 4},
		"of this department":     {"state: accepted\ndepartments: [DEP-001]\n", "DEP-001", 4},
		"of another department":  {"state: accepted\ndepartments: [DEP-002]\n", "DEP-001", 2},
		"everywhere, department": {"state: accepted\n", "DEP-001", 4},
	} {
		files := house([]score{{key: "loop", level: 2, more: "    target: 3\n"}}, initiative(c.more))
		files["assessments/a.pl.md"] = strings.Replace(files["assessments/a.pl.md"], "organisation", c.subject, 1)
		m, found := assess(t, "2026-02-01", files)
		l := m.Of("ASM-001").Levels[0]
		if l.Projected != c.want || l.Unplanned() != (c.want == 2) || (len(found) > 0 && found[len(found)-1].Code == diag.GapWithoutPlan) != (c.want == 2) {
			t.Errorf("%s: projected %d, unplanned %v, %v", name, l.Projected, l.Unplanned(), found)
		}
	}
}

// Five hundred assessments of a hundred subjects, each of ten competencies with
// evidence, beside a thousand initiatives.
func BenchmarkAssess(b *testing.B) {
	var scores []score
	for i := range 10 {
		scores = append(scores, score{key: fmt.Sprintf("c%d", i), level: 3, more: "    target: 4\n", evidence: []string{
			"{ref: TRM-001, proves: 3, kind: document}", "{ref: TRM-002, proves: 3, kind: data, on: 2026-01-01, valid_for: P12M}",
		}})
	}
	files := house(scores, nil)
	one := files["assessments/a.pl.md"]
	for i := range 499 {
		text := strings.Replace(one, "ASM-001", fmt.Sprintf("ASM-%03d", i+2), 1)
		text = strings.Replace(text, "organisation", fmt.Sprintf("DEP-%03d", 1+i%99), 1)
		files[fmt.Sprintf("assessments/a%d.pl.md", i)] = text
	}
	for i := range 1000 {
		files[fmt.Sprintf("initiatives/i%d.pl.md", i)] = fmt.Sprintf("---\nid: INI-%04d\ntitle: I\nkind: initiative\nstate: proposed\nproblem: P\ncompetencies: [{competency: \"MOD-001#c%d\", to: 4}]\n---\n", i+1, i%10)
	}
	book := handbooktest.Load(b, record.Input{AsOf: day(b, "2026-11-22")}, "title: {pl: Kodeks}\nlanguages: [pl]\n", files)
	b.ReportAllocs()
	for b.Loop() {
		maturity.Assess(book, maturity.Defaults())
	}
}

// Whatever stands in an assessment, working it out neither fails nor gives what
// is no number.
func FuzzAssess(f *testing.F) {
	f.Add("scores: [{competency: loop, level: 3, target: 9, evidence: [{ref: ASM-001, proves: 3, kind: data, on: 2026-01-01, valid_for: P999Y}]}]\noverall: {value: 3e9, method: mean}\n")
	f.Add("scores: {competency: loop}\noverall: [3]\n")
	f.Add("scores: [{competency: [loop], level: -1}, 3, {competency: loop, level: 2, evidence: {proves: 1}}]\noverall: {value: 2.5, method: mean}\n")
	files := house([]score{{key: "loop", level: 3}}, nil)
	f.Fuzz(func(t *testing.T, fields string) {
		files["assessments/a.pl.md"] = "---\nid: ASM-001\ntitle: O\nmodel: MOD-001\ndate: 2026-01-10\nsubject: organisation\n" + fields + "---\n"
		m, _ := assess(t, "2026-02-01", files)
		if a := m.Of("ASM-001"); a != nil && a.Claimed.Mean != a.Claimed.Mean {
			t.Errorf("no number: %+v", a.Claimed)
		}
	})
}
