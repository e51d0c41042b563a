package micro_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

func day(t testing.TB, s string) lang.Date {
	t.Helper()
	d, err := lang.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// npsOfTheSample are its answers by quarter, which the data of MET-001 hold.
func npsOfTheSample(q micro.Question) (series.Estimate, bool) {
	if q.Metric.ID != "MET-001" || q.Listening != "VOC-001" {
		return series.Estimate{}, false
	}
	switch q.From.String() {
	case "2026-01-01":
		return series.NPS(152, 121, 117)
	case "2026-07-01":
		return series.NPS(202, 126, 92)
	}
	return series.Estimate{}, false
}

// sample follows the initiatives of the sample handbook.
func sample(t *testing.T, on string) (*micro.Initiatives, diag.List) {
	t.Helper()
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: day(t, on)})
	return micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults(), Sample: npsOfTheSample})
}

// clock writes a clock down: its days, what is late, how long it is measured.
func clock(c *micro.Clock) string {
	if c == nil {
		return "not begun"
	}
	var parts []string
	for _, s := range c.Stages {
		p := fmt.Sprintf("day %d", s.Day)
		if s.On.IsZero() {
			p = "due " + s.Due.String()
		}
		if s.Late > 0 {
			p += fmt.Sprintf(" (%d late)", s.Late)
		}
		parts = append(parts, p)
	}
	if !c.Until.IsZero() {
		parts = append(parts, fmt.Sprintf("until %s, %d left", c.Until, c.Left))
	}
	return strings.Join(parts, ", ")
}

func figure(f micro.Figure, unit string) string {
	if !f.Known() {
		return string(f.Reason)
	}
	return fmt.Sprintf("%+.1f%s", series.Round(f.Value, 1), unit)
}

// The table of micro-interventions of the sample.
func TestMicroInterventionsOfTheSample(t *testing.T) {
	all, found := sample(t, "2026-11-22")
	for id, want := range map[string]string{
		"INI-003": "day 3, day 5, day 11, until 2026-04-11, 0 left | -22.5 % -270.0 met",
		"INI-010": "day 2, day 5, day 12, until 2026-05-24, 0 left | -25.0 % -2.0 met",
		"INI-008": "day 3, day 9 (2 late), day 16 (2 late), until 2026-07-16, 0 left | -10.0 % -3.1 not-met",
		"INI-009": "day 2, day 5, day 8, until 2026-10-14, 0 left | +29.4 % +16.8 met-within-noise",
		"INI-011": "day 2, day 5, day 11, until 2026-12-05, 13 left | no-measurement no-measurement not-measured",
		"INI-012": "day 2, due 2026-11-25, due 2026-12-02 | no-measurement no-measurement not-measured",
	} {
		i := all.Of(id)
		got := fmt.Sprintf("%s | %s %s %s", clock(i.Clock), figure(i.Effect.Percent, " %"), figure(i.Effect.Points, ""), i.Effect.Verdict)
		if got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if today := all.Of("INI-012").Clock.Today; today != 4 {
		t.Errorf("INI-012 is on day %d", today)
	}
	if margin := series.Round(all.Of("INI-009").Effect.Change.Margin, 1); margin != 19.6 {
		t.Errorf("INI-009 needs %v", margin)
	}
	var said []string
	for _, d := range found {
		said = append(said, fmt.Sprintf("%s %s %s %s", d.Code, d.Severity, d.Record, d.Text("en")))
	}
	if diff := cmp.Diff([]string{
		"CX478 info INI-008 the stage \"Solution designed\" ended on day 9, not by day 7",
		"CX478 warning INI-008 the stage \"Deployed\" ended on day 16, not by day 14",
	}, said); diff != "" {
		t.Error(diff)
	}
}

// The other results of the sample.
func TestOtherResultsOfTheSample(t *testing.T) {
	all, _ := sample(t, "2026-11-22")
	four, two, one := all.Of("INI-004"), all.Of("INI-002"), all.Of("INI-001")
	if got := figure(four.Effect.Percent, " %"); got != "-28.1 %" || four.Effect.Verdict != micro.Met || four.Told != nil || four.Clock != nil {
		t.Errorf("INI-004: %s %s, told %v", got, four.Effect.Verdict, four.Told)
	}
	if e := two.Effect; figure(e.Points, "") != "+17.2" || series.Round(e.Change.Margin, 1) != 11.2 || !e.Real() || e.Verdict != micro.Met {
		t.Errorf("INI-002: %+v", e)
	}
	if two.Told.Customers != 91 || two.Told.On.String() != "2026-08-14" {
		t.Errorf("INI-002 told %+v", two.Told)
	}
	if e := one.Effect; figure(e.Points, "") != "+8.0" || series.Round(e.Change.Margin, 1) != 7.5 || e.Verdict != micro.Met {
		t.Errorf("INI-001: %+v", e)
	}
	for id, want := range map[string]string{
		"INI-003": "PLN 6400 91260 13.26 0.8 true false", "INI-001": "PLN 48000 62400 0.30 9.2 true false", "INI-002": "PLN 210000 260400 0.24 9.7 true false",
	} {
		r := all.Of(id).Returns[0]
		got := fmt.Sprintf("%s %.0f %.0f %.2f %.1f %v %v", r.Currency, r.Cost, r.Benefit, r.Ratio.Value, r.Months.Value, r.Planned, r.Estimate)
		if got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// Nothing that is dated after the day has happened.
func TestDayDecides(t *testing.T) {
	for on, want := range map[string]string{
		"2026-03-01": "not begun | not-measured",
		"2026-03-02": "due 2026-03-04, due 2026-03-08, due 2026-03-15 | not-measured",
		"2026-03-05": "day 3, due 2026-03-08, due 2026-03-15 | not-measured",
		"2026-04-10": "day 3, day 5, day 11, until 2026-04-11, 1 left | not-measured",
		"2026-04-11": "day 3, day 5, day 11, until 2026-04-11, 0 left | met",
	} {
		all, _ := sample(t, on)
		i := all.Of("INI-003")
		if got := clock(i.Clock) + " | " + string(i.Effect.Verdict); got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
	}
	late, found := sample(t, "2027-01-10")
	if c := late.Of("INI-012").Clock; c.Late() != 46 {
		t.Errorf("INI-012 is %d days late: %s", c.Late(), clock(c))
	}
	if c := late.Of("INI-011").Clock; c.Overdue != 36 {
		t.Errorf("INI-011 lacks a result for %d days", c.Overdue)
	}
	if found.Count(diag.Error) > 0 {
		t.Errorf("a day makes errors: %v", found)
	}
}

// The wall shows what is met first, then what is going on.
func TestWall(t *testing.T) {
	all, _ := sample(t, "2026-11-22")
	w := all.Wall()
	ids := func(list []*micro.Initiative) string {
		var out []string
		for _, i := range list {
			out = append(out, i.Record.ID)
		}
		return strings.Join(out, " ")
	}
	if got := ids(w.Fixed) + " | " + ids(w.Tried) + " | " + ids(w.Running); got != "INI-010 INI-003 INI-009 | INI-008 | INI-011 INI-012" {
		t.Error(got)
	}
}

// follow follows one initiative with these fields on a day.
func follow(t testing.TB, on, fields string) (*micro.Initiative, diag.List) {
	t.Helper()
	book := handbooktest.Load(t, record.Input{AsOf: day(t, on)}, "title: {pl: Kodeks}\nlanguages: [pl]\n", map[string]string{
		"metrics/up.pl.md":    "---\nid: MET-001\ntitle: W\nkind: csat\nunit: '%'\n---\n",
		"metrics/down.pl.md":  "---\nid: MET-002\ntitle: M\nkind: count\nunit: x\ndirection: down\n---\n",
		"initiatives/i.pl.md": "---\nid: INI-001\ntitle: I\n" + fields + "---\n",
	})
	all, found := micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	return all.Of("INI-001"), found
}

// Every verdict, and every reason for none.
func TestVerdicts(t *testing.T) {
	window := func(before, after string) string {
		return fmt.Sprintf("baseline: {value: %s, from: 2026-01-01, to: 2026-01-30}\nmeasured: {value: %s, from: 2026-02-02, to: 2026-03-03}\n", before, after)
	}
	for name, c := range map[string]struct{ fields, want string }{
		"met by percent, down":    {"metric: MET-002\n" + window("1200", "930") + "target: {by: -20, as: percent}\n", "met"},
		"just met":                {"metric: MET-002\n" + window("1000", "800") + "target: {by: -20, as: percent}\n", "met"},
		"not quite":               {"metric: MET-002\n" + window("1000", "801") + "target: {by: -20, as: percent}\n", "not-met"},
		"met by points, up":       {"metric: MET-001\n" + window("60", "66") + "target: {by: 6, as: points}\n", "met"},
		"points where not said":   {"metric: MET-001\n" + window("60", "66") + "target: {by: 6}\n", "met"},
		"met by value":            {"metric: MET-002\n" + window("1200", "960") + "target: {value: 960}\n", "met"},
		"missed by value":         {"metric: MET-002\n" + window("1200", "961") + "target: {value: 960}\n", "not-met"},
		"nothing to divide by":    {"metric: MET-001\n" + window("0", "5") + "target: {by: 10, as: percent}\n", "unjudged zero-baseline"},
		"points from nothing":     {"metric: MET-001\n" + window("0", "5") + "target: {by: 5, as: points}\n", "met"},
		"percent of a negative":   {"metric: MET-001\n" + window("-20", "-10") + "target: {by: 50, as: percent}\n", "met"},
		"the target is there":     {"metric: MET-002\n" + window("960", "900") + "target: {value: 960}\n", "unjudged target-is-baseline"},
		"no change wanted":        {"metric: MET-002\n" + window("960", "900") + "target: {by: 0, as: percent}\n", "unjudged target-is-baseline"},
		"against":                 {"metric: MET-002\n" + window("960", "900") + "target: {by: 5, as: percent}\n", "unjudged target-against"},
		"against by value":        {"metric: MET-001\n" + window("60", "61") + "target: {value: 50}\n", "unjudged target-against"},
		"no target":               {"metric: MET-001\n" + window("60", "61"), "unjudged no-target"},
		"no metric":               {window("60", "61") + "target: {by: 1}\n", "unjudged no-metric"},
		"no baseline":             {"metric: MET-001\ntarget: {by: 1}\n", "unjudged no-baseline"},
		"not measured":            {"metric: MET-001\nbaseline: {value: 3}\ntarget: {by: 1}\n", "not-measured"},
		"a value that is no one":  {"metric: MET-001\nbaseline: {value: x}\ntarget: {by: 1}\n", "unjudged no-baseline"},
		"within noise":            {"metric: MET-001\nbaseline: {value: 57.1, n: 42}\nmeasured: {value: 73.9, n: 46}\ntarget: {by: 10}\n", "met-within-noise"},
		"too few to tell":         {"metric: MET-001\nbaseline: {value: 57.1, n: 12}\nmeasured: {value: 73.9, n: 46}\ntarget: {by: 10}\n", "met"},
		"more than chance":        {"metric: MET-001\nbaseline: {value: 57.1, n: 420}\nmeasured: {value: 73.9, n: 460}\ntarget: {by: 10}\n", "met"},
		"not met is never noise":  {"metric: MET-001\nbaseline: {value: 57.1, n: 42}\nmeasured: {value: 60.0, n: 46}\ntarget: {by: 10}\n", "not-met"},
		"of people without words": {"metric: [MET-001]\nbaseline: 3\nmeasured: [4]\ntarget: x\n", "unjudged no-metric"},
	} {
		i, _ := follow(t, "2026-11-22", "owner: ROL-001\nkind: initiative\nstate: measured\nproblem: P\n"+c.fields)
		if got := strings.TrimSpace(string(i.Effect.Verdict) + " " + string(i.Effect.Reason)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		for _, f := range []micro.Figure{i.Effect.Percent, i.Effect.Points} {
			if math.IsNaN(f.Value) || math.IsInf(f.Value, 0) {
				t.Errorf("%s: %v", name, f)
			}
		}
	}
}

// A target that is easier to reach is never met later, and turning everything
// around changes nothing.
func TestVerdictProperties(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(7, seed))
		before, after, by := 1+r.IntN(2000), r.IntN(2000), 1+r.IntN(60)
		verdict := func(metric string, by int) micro.Verdict {
			i, _ := follow(t, "2026-11-22", fmt.Sprintf("kind: initiative\nstate: measured\nproblem: P\nmetric: %s\nbaseline: {value: %d}\nmeasured: {value: %d}\ntarget: {by: %d, as: percent}\n",
				metric, before, after, by))
			return i.Effect.Verdict
		}
		if verdict("MET-001", by) == micro.Met && verdict("MET-001", by-1) == micro.NotMet {
			t.Errorf("%d → %d meets +%d %% and not +%d %%", before, after, by, by-1)
		}
		if after > before && verdict("MET-002", -by) == micro.Met || after < before && verdict("MET-001", by) == micro.Met {
			t.Errorf("%d → %d is for the worse and meets %d %%", before, after, by)
		}
	}
}

// Money is summed by currency, and never across.
func TestReturns(t *testing.T) {
	money := func(items ...string) string {
		return "kind: initiative\nstate: measured\nproblem: P\nmoney: [" + strings.Join(items, ", ") + "]\n"
	}
	for name, c := range map[string]struct {
		items []string
		want  string
	}{
		"paid back":       {[]string{"{what: cost, amount: 100, currency: PLN}", "{what: benefit, amount: 300, currency: PLN, period: P12M, confirmed_by: DEP-012}"}, "PLN 2.00 4.0 false"},
		"two currencies":  {[]string{"{what: cost, amount: 100, currency: PLN}", "{what: benefit, amount: 300, currency: CZK, period: P12M}"}, "CZK no-cost no-cost true; PLN no-benefit no-benefit false"},
		"a year is 12 M":  {[]string{"{what: cost, amount: 100, currency: PLN}", "{what: benefit, amount: 1200, currency: PLN, period: P1Y}"}, "PLN 11.00 1.0 true"},
		"once":            {[]string{"{what: cost, amount: 100, currency: PLN}", "{what: benefit, amount: 150, currency: PLN}"}, "PLN 0.50 no-period true"},
		"mixed":           {[]string{"{what: cost, amount: 100, currency: PLN, period: P1M}", "{what: benefit, amount: 150, currency: PLN, period: P12M}"}, "PLN mixed-periods mixed-periods true"},
		"still to come":   {[]string{"{what: cost, amount: 100, currency: PLN}", "{what: benefit, amount: 150, currency: PLN, on: 2027-01-01}"}, "PLN no-benefit no-benefit false"},
		"cost of nothing": {[]string{"{what: cost, amount: 0, currency: PLN}", "{what: benefit, amount: 150, currency: PLN}"}, "PLN no-cost no-cost true"},
	} {
		i, _ := follow(t, "2026-11-22", money(c.items...))
		var got []string
		for _, r := range i.Returns {
			ratio, months := string(r.Ratio.Reason), string(r.Months.Reason)
			if r.Ratio.Known() {
				ratio = fmt.Sprintf("%.2f", r.Ratio.Value)
			}
			if r.Months.Known() {
				months = fmt.Sprintf("%.1f", r.Months.Value)
			}
			got = append(got, fmt.Sprintf("%s %s %s %v", r.Currency, ratio, months, r.Estimate))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, "; "), c.want)
		}
	}
}

// What is fair is not reported: calendar quarters differ in length, and what has
// not begun lacks nothing.
func TestSilence(t *testing.T) {
	for name, fields := range map[string]string{
		"quarters": "kind: initiative\nstate: measured\nproblem: P\nmetric: MET-001\nbaseline: {value: 9, from: 2026-01-01, to: 2026-03-31}\nmeasured: {value: 26, from: 2026-07-01, to: 2026-09-30}\ntarget: {by: 10}\n",
		"rejected": "kind: micro-intervention\nstate: rejected\nproblem: P\ndates: {started: 2026-01-01}\n",
		"proposed": "kind: micro-intervention\nstate: proposed\nproblem: P\n",
		"told":     "kind: initiative\nstate: closed\nproblem: P\nclosing_the_loop: {role: ROL-005, on: 2027-01-01}\n",
	} {
		if _, found := follow(t, "2026-11-22", fields); len(found) > 0 {
			t.Errorf("%s: %s", name, found[0].Text("en"))
		}
	}
}

// Five thousand initiatives, each with everything that is computed of one.
func BenchmarkFollow(b *testing.B) {
	files := map[string]string{"metrics/down.pl.md": "---\nid: MET-002\ntitle: M\nkind: count\nunit: x\ndirection: down\n---\n"}
	for i := range 5000 {
		files[fmt.Sprintf("initiatives/i%d.pl.md", i)] = fmt.Sprintf("---\nid: INI-%04d\ntitle: I\nkind: micro-intervention\nstate: measured\nproblem: P\nsolution: S\nmetric: MET-002\n"+
			"baseline: {value: 1200, from: 2026-01-31, to: 2026-03-01}\nmeasured: {value: 930, from: 2026-03-13, to: 2026-04-11}\ntarget: {by: -20, as: percent}\n"+
			"dates: {started: 2026-03-02, identified: 2026-03-04, designed: 2026-03-06, deployed: 2026-03-12}\n---\n", i+1)
	}
	book := handbooktest.Load(b, record.Input{AsOf: day(b, "2026-11-22")}, "title: {pl: Kodeks}\nlanguages: [pl]\n", files)
	b.ReportAllocs()
	for b.Loop() {
		micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	}
}

// Whatever stands in an initiative, following it neither fails nor gives what
// is no number.
func FuzzFollow(f *testing.F) {
	f.Add("kind: micro-intervention\nstate: closed\nmetric: MET-002\nbaseline: {value: 1, from: 2026-01-01, to: 2026-01-30}\nmeasured: {value: 1e308, from: 2026-01-01, to: 2025-01-30}\ntarget: {by: -20, as: percent}\ndates: {started: 2026-03-02, deployed: 2026-01-01}\n")
	f.Add("kind: [x]\ndates: 2026-01-01\nmoney: [3, {what: cost, amount: 0, currency: PLN, period: P0D}, {what: benefit, amount: 1e300, currency: PLN, period: P1D}]\ntarget: {by: {}, value: 3}\n")
	f.Add("decision: {by: INI-001}\nrepeats: INI-001\nclosing_the_loop: [x]\nslice: 3\nbaseline: {value: -0.0}\nmeasured: {n: -3, value: 5}\n")
	f.Fuzz(func(t *testing.T, fields string) {
		i, _ := follow(t, "2026-11-22", fields)
		if i == nil {
			return
		}
		figures := []micro.Figure{i.Effect.Percent, i.Effect.Points}
		for _, r := range i.Returns {
			figures = append(figures, r.Ratio, r.Months)
		}
		for _, v := range figures {
			if math.IsNaN(v.Value) || math.IsInf(v.Value, 0) {
				t.Errorf("no number: %+v", v)
			}
		}
	})
}

// Of few answers nobody can tell a change from chance, and it is said.
func TestFewAnswers(t *testing.T) {
	for _, c := range []struct {
		before, after string
		few           bool
	}{
		{"50, n: 20", "80, n: 20", true},
		{"50, n: 200", "80, n: 20", true},
		{"50, n: 200", "80, n: 200", false},
		{"50", "80", false}, // nobody counted: that is another matter
	} {
		i, _ := follow(t, "2026-11-22", "kind: initiative\nstate: measured\nproblem: P\nmetric: MET-001\ntarget: {by: 10}\n"+
			"baseline: {value: "+c.before+", from: 2026-01-01, to: 2026-01-30}\nmeasured: {value: "+c.after+", from: 2026-02-02, to: 2026-03-03}\n")
		if i.Effect.Few() != c.few || i.Effect.Verdict != micro.Met {
			t.Errorf("%s → %s: few %v, %s", c.before, c.after, i.Effect.Few(), i.Effect.Verdict)
		}
	}
}
