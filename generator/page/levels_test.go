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
	figures := func(slug string) []*page.Figure { return f.at(t, "en/assessments/"+slug+"/").Record.Figures }
	for slug, want := range map[string]string{
		"a0": "closed loop 1 2 · rules 1 2 · teams 1 2 · ",
		"a2": "closed loop 2 2 · rules 2 2 · teams 2 2 · ",
		"a3": "closed loop chart.unknown 2 chart.unknown · rules 2 1 2 · teams 1 chart.unknown 2 · ",
	} {
		shown := figures(slug)
		if len(shown) != 1 || shown[0].Radar == nil {
			t.Errorf("%s has the figures %v, want a radar", slug, shown)
			continue
		}
		got := ""
		for _, r := range shown[0].Numbers.Rows {
			got += r.Name
			for _, c := range r.Cells {
				got += " " + c.Text + c.Word
			}
			got += " · "
		}
		if got != want {
			t.Errorf("%s says %q, want %q", slug, got, want)
		}
	}
	if got := figures("a4"); got != nil {
		t.Errorf("an assessment that has not been held yet has the figures %v", got)
	}
}
