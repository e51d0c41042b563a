package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/page"
)

// assessedSite has an assessment whose gap an initiative of the board closes,
// a micro-intervention for everybody, and one for the board.
var assessedSite = files{
	"roles/a.pl.md":  md("id: ROL-001", "title: Lider"),
	"models/m.pl.md": md("id: MOD-001", "title: Model", "levels: [{key: a, name: Pierwszy}, {key: b, name: Drugi}, {key: c, name: Trzeci}]", "competencies: [{key: loop, name: Pętla}, {key: shops, name: Sklepy}]"),
	"assessments/a.pl.md": md("id: ASM-001", "title: Diagnoza", "model: MOD-001", "date: 2026-10-01", "subject: organisation",
		"scores: [{key: loop, competency: loop, level: 2, target: 3}, {key: shops, competency: shops, not_applicable: Nie ma ich.}]"),
	"metrics/m.pl.md": md("id: MET-001", "title: Telefony", "kind: count", "unit: rozmów", "direction: down"),
	"initiatives/open.pl.md": md("id: INI-001", "title: Jawna", "kind: micro-intervention", "state: measured", "problem: Nie widać statusu.", "solution: Przycisk.", "metric: MET-001",
		"baseline: {value: 1200, from: 2026-01-31, to: 2026-03-01}", "measured: {value: 930.0, from: 2026-03-13, to: 2026-04-11}", "target: {by: -20, as: percent}", "dates: {started: 2026-03-02}"),
	"initiatives/secret.pl.md": md("id: INI-002", "title: Tajna", "audience: [board]", "kind: micro-intervention", "state: in-progress", "problem: P", "solution: S",
		"dates: {started: 2026-11-02}", "competencies: [{competency: \"MOD-001#loop\", to: 3}]"),
}

// written returns a page of the site as readers with some labels see it.
func written(t *testing.T, f files, labels []string, address string) *page.Page {
	t.Helper()
	book := f.book(t).For(labels)
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	mature, _ := maturity.Assess(book, maturity.Defaults())
	followed, _ := micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Maturity: mature, Initiatives: followed})
	for _, p := range plan.Pages {
		if p.Address == address {
			return plan.Write(p)
		}
	}
	t.Fatalf("there is no page at %s", address)
	return nil
}

// What is for others than the site's readers is no plan, raises nothing and
// hangs on no wall.
func TestNoTraceOfHiddenInitiatives(t *testing.T) {
	for _, c := range []struct {
		labels []string
		plan   string
		wall   string
	}{
		{nil, "[] true", "Jawna |"},
		{[]string{"board"}, "[Tajna 3] false", "Jawna | Tajna"},
	} {
		board := written(t, assessedSite, c.labels, "pl/scorecards/maturity/").Maturity[0]
		var plan []string
		for _, aim := range board.Open[0].Plan {
			plan = append(plan, fmt.Sprint(aim.Link.Title, " ", aim.To))
		}
		if got := fmt.Sprint(plan, " ", board.Open[0].Unplanned); got != c.plan {
			t.Errorf("%v: the plan is %s, want %s", c.labels, got, c.plan)
		}
		if raises := len(board.Raises); (raises > 0) != (c.labels != nil) {
			t.Errorf("%v: %d competencies are to be raised", c.labels, raises)
		}
		w := written(t, assessedSite, c.labels, "pl/scorecards/micro/").Wall
		got := fixesOf(w.Fixed) + " | " + fixesOf(w.Running)
		if strings.TrimSpace(got) != c.wall {
			t.Errorf("%v: on the wall is %s", c.labels, got)
		}
	}
}

func fixesOf(fixes []page.Fix) string {
	var out []string
	for _, f := range fixes {
		out = append(out, f.Link.Title)
	}
	return strings.Join(out, ", ")
}

// Figures are worded as the language writes them, values with the decimals that
// people wrote; what is computed stands in the place of the raw fields.
func TestFiguresInWords(t *testing.T) {
	r := written(t, assessedSite, nil, "pl/initiatives/open/").Record
	e := r.Improved.Effect
	got := []string{e.Before.Number, e.After.Number, e.Percent, e.Target, e.Verdict}
	if want := "1 200|930,0|−22,5|−20|met"; strings.ReplaceAll(strings.Join(got, "|"), "\u00a0", " ") != want {
		t.Errorf("%q, want %s", got, want)
	}
	for _, s := range r.Sections {
		if s.Anchor == "field:baseline" || s.Anchor == "field:dates" {
			t.Errorf("%s stands there a second time", s.Title)
		}
	}
	a := written(t, assessedSite, nil, "pl/assessments/a/").Record.Assessed
	if row := a.Levels[1]; row.Claimed != 0 || row.Excused.Text != "Nie ma ich." {
		t.Errorf("what does not apply: %+v", row)
	}
	if s := a.Sums[0]; s.Mean != "2,0" || s.Lowest.Name != "Drugi" {
		t.Errorf("sums %+v", s)
	}
}
