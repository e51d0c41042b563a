package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

// measured is a model with three competencies, and assessments by it: what,
// whose, when, at which levels.
func measured(assessments ...[4]string) files {
	f := files{"models/m.en.md": md("id: MOD-001", "title: Model", "levels:", "  - {key: low, name: low, meaning: Low.}", "  - {key: high, name: high, meaning: High.}",
		"competencies:",
		"  - {key: loop, name: closed loop, weight: 1, boundary: Loop., statements: [One., Two.]}",
		"  - {key: rules, name: rules, weight: 1, boundary: Rules., statements: [One., Two.]}",
		"  - {key: teams, name: teams, weight: 1, boundary: Teams., statements: [One., Two.]}")}
	for i, a := range assessments {
		lines := []string{"id: " + a[0], "title: Assessment", "model: MOD-001", "subject: " + a[1], "date: " + a[2], "scores:"}
		for j, level := range strings.Split(a[3], " ") {
			key := []string{"loop", "rules", "teams"}[j]
			if level == "-" {
				lines = append(lines, "  - {competency: "+key+", not_applicable: No reason.}")
			} else {
				lines = append(lines, "  - {competency: "+key+", level: "+level+", target: 2}")
			}
		}
		f[fmt.Sprintf("assessments/a%d.en.md", i)] = md(lines...)
	}
	return f
}

// An assessment's levels are drawn in the order of the model, beside those of
// the latest assessment before it of the same subject.
func TestLevelsOfAnAssessment(t *testing.T) {
	f := measured(
		[4]string{"ASM-001", "organisation", "2024-10-01", "1 1 1"},
		[4]string{"ASM-002", "organisation", "2025-10-01", "2 1 -"},
		[4]string{"ASM-003", "DEP-001", "2026-01-01", "2 2 2"},
		[4]string{"ASM-004", "organisation", "2026-10-01", "- 2 1"},
		[4]string{"ASM-005", "organisation", "2026-12-01", "2 2 2"},
	)
	f["departments/d.en.md"] = md("id: DEP-001", "title: Department")
	for slug, want := range map[string]string{
		"assessments/a0":      "closed loop 1 2 · rules 1 2 · teams 1 2 · ",
		"assessments/a2":      "closed loop 2 2 · rules 2 2 · teams 2 2 · ",
		"assessments/a3":      "closed loop chart.unknown 2 chart.unknown · rules 2 1 2 · teams 1 chart.unknown 2 · ",
		"scorecards/maturity": "closed loop chart.unknown 2 chart.unknown · rules 2 1 2 · teams 1 chart.unknown 2 · ",
	} {
		p := f.at(t, "en/"+slug+"/")
		figure := func() *page.Figure {
			if p.Record != nil {
				return p.Record.Assessed.Radar
			}
			return p.Maturity[0].Radar
		}()
		if figure == nil || figure.Radar == nil {
			t.Errorf("%s has no radar", slug)
		} else if got := inOneLine(figure.Numbers); got != want {
			t.Errorf("%s says %q, want %q", slug, got, want)
		}
	}
	if got := f.at(t, "en/assessments/a4/").Record.Assessed; got != nil {
		t.Errorf("an assessment that has not been held yet comes to %v", got)
	}
	heat := f.at(t, "en/scorecards/maturity/").Maturity[0].Heat
	if want := "closed loop chart.none 2 · rules 2 2 · teams 1 2 · "; heat == nil || inOneLine(heat.Numbers) != want {
		t.Errorf("the levels side by side are %v, want %q", heat, want)
	}
}

// inOneLine writes the rows of a table.
func inOneLine(n page.Numbers) string {
	out := ""
	for _, r := range n.Rows {
		out += r.Name
		for _, c := range r.Cells {
			out += " " + c.Text + c.Word
		}
		out += " · "
	}
	return out
}

// A single subject has no map, and two competencies make no radar: nothing says
// that something is missing there.
func TestTooLittleForPictures(t *testing.T) {
	f := measured([4]string{"ASM-001", "organisation", "2026-10-01", "1 2 1"})
	if board := f.at(t, "en/scorecards/maturity/").Maturity[0]; board.Heat != nil || board.Radar == nil {
		t.Errorf("of one subject there is the map %v and the radar %v", board.Heat, board.Radar)
	}
	f["models/m.en.md"] = strings.Replace(f["models/m.en.md"], "  - {key: teams, name: teams, weight: 1, boundary: Teams., statements: [One., Two.]}\n", "", 1)
	f["assessments/a0.en.md"] = strings.Replace(f["assessments/a0.en.md"], "  - {competency: teams, level: 1, target: 2}\n", "", 1)
	if got := f.at(t, "en/assessments/a0/").Record.Assessed; got == nil || got.Radar != nil {
		t.Errorf("an assessment of two competencies comes to %+v", got)
	}
}
