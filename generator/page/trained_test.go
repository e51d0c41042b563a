package page_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
)

// school has two trainings: people of one role were counted twice, of another
// long ago, of a third together with all others of their department.
var school = files{
	"roles/a.pl.md":          md("id: ROL-001", "title: Lider"),
	"roles/b.pl.md":          md("id: ROL-002", "title: Agent"),
	"roles/c.pl.md":          md("id: ROL-003", "title: Kierowca"),
	"departments/d.pl.md":    md("id: DEP-001", "title: Serwis"),
	"departments/e.pl.md":    md("id: DEP-002", "title: Tajny dział", "audience: [board]"),
	"trainings/drill.pl.md":  md("id: TRN-001", "title: Próba", "owner: ROL-001", "audience_roles: [ROL-001, ROL-002]", "required: true", "valid_for: P12M", "completions: a.csv"),
	"trainings/course.pl.md": md("id: TRN-002", "title: Kurs", "owner: ROL-001", "audience_roles: [ROL-002, ROL-003]", "completions: b.csv"),
}

var registers = map[string]string{
	"trainings/a.csv": "department,role,people,completed,on\nDEP-001,ROL-001,4,1,2026-01-31\nDEP-001,ROL-001,4,3,2026-06-30\nDEP-002,ROL-001,2,1,2026-06-30\nDEP-001,ROL-002,9,9,2025-10-31\n",
	"trainings/b.csv": "department,role,people,completed,on\nDEP-001,,12,6,2026-06-30\nDEP-001,ROL-002,9,3,2026-06-30\n",
}

// taught returns a page of the school as readers with some labels see it.
func taught(t *testing.T, labels []string, address string) *page.Page {
	t.Helper()
	return taughtBy(t, registers, labels, address)
}

// taughtBy does so with other data.
func taughtBy(t *testing.T, registers map[string]string, labels []string, address string) *page.Page {
	t.Helper()
	book := school.book(t).For(labels)
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	trainings, _ := education.Gather(book, func(name string) ([]byte, error) {
		if data, ok := registers[name]; ok {
			return []byte(data), nil
		}
		return nil, fs.ErrNotExist
	})
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Trainings: trainings})
	for _, p := range plan.Pages {
		if p.Address == address {
			return plan.Write(p)
		}
	}
	t.Fatalf("there is no page at %s", address)
	return nil
}

// cellSaid words a value of the matrix.
func cellSaid(v page.Value) string {
	var parts []string
	for _, e := range v.List {
		parts = append(parts, cellSaid(e))
	}
	return strings.TrimSpace(strings.Join(append(parts, v.Text, v.Flag), " "))
}

// The matrix of roles and trainings: how many of how many, what counts no more,
// whom nobody counted, and nothing where nothing is asked. People of a
// department that readers do not see are not in it.
func TestMatrixOfTrainings(t *testing.T) {
	for _, c := range []struct {
		labels []string
		want   []string
	}{
		{nil, []string{
			"rola | Próba | Kurs",
			"Lider | required 3/4 (75,0%) | ",
			"Agent | required 0/9 (0,0%) trained.lapsed | offered 3/9 (33,3%)",
			"Kierowca |  | offered trained.together",
		}},
		{[]string{"board"}, []string{
			"rola | Próba | Kurs",
			"Lider | required 4/6 (66,7%) | ",
			"Agent | required 0/9 (0,0%) trained.lapsed | offered 3/9 (33,3%)",
			"Kierowca |  | offered trained.together",
		}},
	} {
		table := taught(t, c.labels, "pl/trainings/matrix/").Table
		got := []string{table.First + " | " + strings.Join(table.Columns, " | ")}
		for _, row := range table.Rows {
			line := row.Link.Title
			for _, cell := range row.Cells {
				line += " | " + strings.Join(strings.Fields(cellSaid(cell)), " ")
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v: %s", c.labels, diff)
		}
	}
}

// A training's page has the counts by department and role with their days, in
// all without those that are within others; a role's has its share of each.
func TestCompletionsOnPages(t *testing.T) {
	words := func(tr *page.Trained) []string {
		out := []string{fmt.Sprintf("%s %s %v", tr.Share, tr.On.Machine, tr.Lapsed)}
		for _, g := range tr.Groups {
			line := ""
			for _, l := range []*page.Link{g.Department, g.Role} {
				if l != nil {
					line += l.Title + " "
				} else {
					line += "all "
				}
			}
			out = append(out, fmt.Sprintf("%s%s %s–%s %v", line, g.Share, g.On.Machine, g.Until.Machine, g.Lapsed))
		}
		for _, l := range tr.Missing {
			out = append(out, "missing "+l.Title)
		}
		return out
	}
	for address, want := range map[string][]string{
		"pl/trainings/drill/":  {"3/13 (23,1%) 2026-06-30 true", "Serwis Lider 3/4 (75,0%) 2026-06-30–2027-06-30 false", "Serwis Agent 0/9 (0,0%) 2025-10-31–2026-10-31 true"},
		"pl/trainings/course/": {"6/12 (50,0%) 2026-06-30 false", "Serwis all 6/12 (50,0%) 2026-06-30– false", "Serwis Agent 3/9 (33,3%) 2026-06-30– false"},
	} {
		if diff := cmp.Diff(want, words(taught(t, nil, address).Record.Trained)); diff != "" {
			t.Errorf("%s: %s", address, diff)
		}
	}
	var got []string
	for _, ask := range taught(t, nil, "pl/roles/b/").Record.Work.Trainings {
		for _, f := range ask.Facts {
			if f.Word != "" {
				got = append(got, ask.Link.Title+" "+f.Word+" "+strings.Join(strings.Fields(cellSaid(f.Value)), " "))
			}
		}
	}
	if diff := cmp.Diff([]string{"Próba trained 0/9 (0,0%) trained.lapsed", "Kurs trained 3/9 (33,3%)"}, got); diff != "" {
		t.Error(diff)
	}
	tr := taughtBy(t, nil, nil, "pl/trainings/drill/").Record.Trained
	if diff := cmp.Diff([]string{"  false", "missing Lider", "missing Agent"}, words(tr)); diff != "" {
		t.Error(diff)
	}
}
