package generator_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

// The pictures of the improvement card say what its list says: ranks as marks,
// points that add up, nothing of what is rejected.
func TestPicturesOfTheImprovementCard(t *testing.T) {
	j, _ := sampleSite(t)
	var card *page.Card
	for _, p := range j.Plan.Pages {
		if p.Address == "en/scorecards/priority/" {
			card = j.Plan.Write(p).Card
		}
	}
	if card == nil || card.Quadrant == nil || card.Shares == nil {
		t.Fatalf("the improvement card is %+v", card)
	}
	row := func(r page.NumberRow) string {
		cells := []string{r.Name}
		for _, c := range r.Cells {
			cells = append(cells, c.Text+c.Word)
		}
		return strings.Join(cells, " | ")
	}
	var places []string
	for _, r := range card.Quadrant.Numbers.Rows {
		places = append(places, strings.SplitN(row(r), " | ", 2)[1])
	}
	const quick, large = "chart.field.quick", "chart.field.large"
	if diff := cmp.Diff([]string{
		"1 | 4.5 | 1.6 | " + quick, "2 | 5.0 | 3.6 | " + large, "3 | 4.5 | 3.0 | " + large, "4 | 4.0 | 2.0 | " + quick,
		"5 | 3.5 | 1.4 | " + quick, "6 | 3.5 | 1.6 | " + quick, "7 | 3.5 | 2.0 | " + quick, "8 | 3.5 | 2.0 | " + quick,
		"9 | 3.0 | 1.0 | " + quick, "10 | 3.5 | 3.3 | " + large, "11 | 3.5 | 5.0 | " + large,
	}, places); diff != "" {
		t.Error(diff)
	}
	for want, got := range map[string]string{
		// 5 4 2 1: benefit (.35·5 + .30·4)/.65, effort (.20·2 + .15·1)/.35
		"1 | 4.5 | 1.6 | chart.field.quick": strings.SplitN(row(card.Quadrant.Numbers.Rows[0]), " | ", 2)[1],
		"35.0 | 22.5 | 15.0 | 15.0 | 87.5":  strings.SplitN(row(card.Shares.Numbers.Rows[0]), " | ", 2)[1],
		// 5 4 3 3 stands on the line, which counts as upper
		"3 | 4.5 | 3.0 | chart.field.large": strings.SplitN(row(card.Quadrant.Numbers.Rows[2]), " | ", 2)[1],
	} {
		if got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	if q, s := len(card.Quadrant.Numbers.Rows), len(card.Shares.Numbers.Rows); q != 11 || s != 11 {
		t.Errorf("%d and %d initiatives are drawn, want the 11 that are not rejected", q, s)
	}
}
