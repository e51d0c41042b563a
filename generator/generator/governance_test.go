package generator_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

// What the sample shows of governance, on purpose: a policy past its review, a key
// touchpoint that nobody listens at, an app whose owner's post is vacant. Everything
// else is in order, and nobody owns what is not theirs.
func TestGovernanceOfTheSample(t *testing.T) {
	j, _ := sampleSite(t)
	for id, want := range map[string][]string{
		"SCR-GOVERNANCE": {"POL-003 in-review", "TCH-009 listening-post", "TCH-010 owner"},
		"SCR-ROLES":      nil,
	} {
		var got []string
		for _, row := range j.Cards.Card(id).Rows {
			for _, c := range row.Checks {
				if c.Pass == nil || !*c.Pass {
					got = append(got, row.Record.ID+" "+c.Key)
				}
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	for _, d := range j.Findings {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.At.File, d.Text("en"))
		}
	}
}
