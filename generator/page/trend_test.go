package page_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The trend of a metric has the periods that are over, with what their table
// says of them; a quarter that has only begun is not in it, and nothing of a
// small group.
func TestTrendOfAMetric(t *testing.T) {
	f := maps.Clone(measuredFiles)
	f["metrics/nps.csv"] += strings.Repeat("2026-02-01,10,DEP-001\n", 3)
	trend := f.measuredAt(t, "en/metrics/nps/", "board").Measured.Trend
	if trend == nil || trend.Trend == nil {
		t.Fatal("there is no trend")
	}
	want := `<measured.period> | <chart.value> | <chart.interval> | <chart.n> | <chart.target> | 
Q1 2026 | <chart.hidden> |  |  | 30 | 
Q2 2026 | −20.0 | −39.2 – −0.8 | 100 | 30 | 
Q3 2026 | 20.0 | 0.8 – 39.2 | 100 | 30 | `
	if diff := cmp.Diff(want, strings.ReplaceAll(tabled(trend.Numbers), "30.0", "30")); diff != "" {
		t.Error(diff)
	}
	if n := len(trend.Trend.Points); n != 2 {
		t.Errorf("%d points are drawn, want the two that may be shown", n)
	}
	f["metrics/nps.csv"] = "date,score,department\n" + strings.Repeat("2026-05-01,9,DEP-001\n", 40)
	if got := f.measuredAt(t, "en/metrics/nps/").Measured.Trend; got != nil {
		t.Errorf("of one figure there is the trend %v", got)
	}
}
