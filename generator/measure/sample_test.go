package measure_test

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// sample measures the sample handbook on a day.
func sample(t *testing.T, on string) *measure.Measures {
	t.Helper()
	content := os.DirFS("../../content")
	tree, _, err := source.Read(content, "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: day(t, on)})
	m, found := measure.Gather(book, func(path string) ([]byte, error) { return fs.ReadFile(content, path) })
	if len(found) > 0 {
		t.Fatal(told(found))
	}
	return m
}

// change words a change for comparisons.
func change(c *measure.Change) string {
	if c == nil {
		return ""
	}
	return fmt.Sprintf(" %+.1f/%.1f %s", c.Delta, c.Margin, c.Verdict)
}

// The NPS of the sample, quarter by quarter.
func TestSampleNPS(t *testing.T) {
	m := sample(t, "2026-11-22").Metrics["MET-001"]
	var got []string
	for _, p := range m.Periods {
		e := p.Estimate
		got = append(got, fmt.Sprintf("%s %.1f ± %.1f n%d%s", p.First, e.Value, 1.96*e.SE, e.N, change(p.Change)))
	}
	if diff := cmp.Diff([]string{
		"2025-10-01 23.0 ± 7.8 n400",
		"2026-01-01 9.0 ± 8.2 n390 -14.0/11.3 real",
		"2026-04-01 13.1 ± 8.0 n405 +4.1/11.4 within-noise",
		"2026-07-01 26.2 ± 7.6 n420 +13.1/11.0 real",
	}, got); diff != "" {
		t.Error(diff)
	}
	if p, _ := m.Leading(); p.First != day(t, "2026-07-01") || *p.Target != 30 || *p.Met {
		t.Errorf("leads: %+v", p)
	}
}

// Windows that the sample's initiatives speak of. Thirty days of what is measured by
// the month are no month: what was measured in them is what people wrote.
func TestSampleWindows(t *testing.T) {
	m := sample(t, "2026-11-22")
	for _, tt := range []struct {
		metric, from, to string
		by               measure.Dimension
		name, want       string
	}{
		{"MET-002", "2025-10-01", "2025-12-31", measure.ByListening, "VOC-003", "63 (57.4–68.3) n300"},
		{"MET-002", "2026-06-01", "2026-08-31", measure.ByListening, "VOC-003", "71 (65.6–75.8) n300"},
		{"MET-001", "2026-01-01", "2026-03-31", measure.ByListening, "VOC-001", "8.974 (0.8–17.2) n390"},
		{"MET-015", "2026-08-08", "2026-09-06", measure.ByDepartment, "DEP-005", "57.14 (42.2–70.9) n42"},
		{"MET-015", "2026-09-15", "2026-10-14", measure.ByDepartment, "DEP-005", "73.91 (59.7–84.4) n46"},
		{"MET-001", "2026-07-01", "2026-09-30", measure.ByListening, "VOC-001", "26.19 (18.6–33.8) n420"},
		{"MET-007", "2026-01-31", "2026-03-01", "", "", "not-whole"},
		{"MET-013", "2026-04-25", "2026-05-24", "", "", "not-whole"},
		{"MET-014", "2026-06-17", "2026-07-16", "", "", "not-whole"},
	} {
		if got := say(m.Metrics[tt.metric].Over(day(t, tt.from), day(t, tt.to), measure.Slice{By: tt.by, Name: tt.name})); got != tt.want {
			t.Errorf("%s of %s from %s: %s, want %s", tt.metric, tt.name, tt.from, got, tt.want)
		}
	}
	ces := m.Metrics["MET-016"].Over(day(t, "2026-09-26"), day(t, "2026-10-25"), measure.Slice{By: measure.ByChannel, Name: "web form"}).Estimate
	if ces == nil || fmt.Sprintf("%.1f n%d", ces.Value, ces.N) != "4.6 n140" {
		t.Errorf("ease of filing a claim: %+v", ces)
	}
	for _, tt := range []struct{ metric, first, want string }{
		{"MET-007", "2026-02-01", "1200"}, {"MET-007", "2026-04-01", "930"}, {"MET-008", "2026-10-01", "412"},
	} {
		for _, p := range m.Metrics[tt.metric].Periods {
			if p.First == day(t, tt.first) && say(p.Figure) != tt.want {
				t.Errorf("%s of %s: %s, want %s", tt.metric, tt.first, say(p.Figure), tt.want)
			}
		}
	}
}

// Every metric of the sample that has data leads with a figure; that of
// employees shows no group of fewer than five.
func TestSampleMetrics(t *testing.T) {
	m := sample(t, "2026-11-22")
	if len(m.Metrics) != 16 {
		t.Errorf("%d metrics have data", len(m.Metrics))
	}
	for id, metric := range m.Metrics {
		if p, ok := metric.Leading(); !ok || p.Estimate == nil {
			t.Errorf("%s leads with nothing: %s", id, metric.Reason)
		}
	}
	var got []string
	for _, g := range m.Metrics["MET-010"].GroupsBy(measure.ByDepartment) {
		got = append(got, g.Name+" "+say(g.Periods[len(g.Periods)-1].Figure))
	}
	if diff := cmp.Diff([]string{"DEP-002 72.73 (51.8–86.8) n22", "DEP-005 68.18 (56.2–78.2) n66", "DEP-006 68.75 (44.4–85.8) n16", "DEP-007 small-group", "DEP-009 complement"}, got); diff != "" {
		t.Error(diff)
	}
}

// The closed loop of the third quarter of 2026, on two days.
func TestSampleLoop(t *testing.T) {
	for on, want := range map[string]string{
		"2026-10-07": "92 cases, 61 in time, 9 late, 6 past, 4 pending, 12 out of reach: 80.3 of 76",
		"2026-11-22": "92 cases, 65 in time, 15 late, 0 past, 0 pending, 12 out of reach: 81.3 of 80",
	} {
		l := sample(t, on).Loops["VOC-001"]
		got := fmt.Sprintf("%d cases, %d in time, %d late, %d past, %d pending, %d out of reach: %.1f of %d",
			l.Cases, l.Close.OnTime, l.Close.Late, l.Close.Overdue, l.Close.Pending, l.OutOfReach, series.Round(l.Close.Share.Estimate.Value, 1), l.Close.Share.Estimate.N)
		if got != want {
			t.Errorf("%s: %s, want %s", on, got, want)
		}
		if len(l.Topics) != 8 || len(l.Quarters) != 1 || l.Contact.OnTime < 60 {
			t.Errorf("%s: %+v", on, l)
		}
	}
}
