package page_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/google/go-cmp/cmp"
)

// tabled writes a table as a reader of its words' keys would see it.
func tabled(n page.Numbers) string {
	var b strings.Builder
	word := func(s page.Said) string {
		if s.Text == "" && s.Word != "" {
			return "<" + s.Word + ">"
		}
		return s.Text
	}
	for _, h := range n.Heads {
		b.WriteString(word(h) + " | ")
	}
	for _, r := range n.Rows {
		b.WriteString("\n" + r.Name + " | ")
		for _, c := range r.Cells {
			b.WriteString(word(c) + " | ")
		}
	}
	return b.String()
}

// The table of a figure says the same numbers as its drawing, as the language
// writes them.
func TestFigureAsATable(t *testing.T) {
	some := chart.Some
	about := page.Picture{Anchor: "x", First: page.Said{Text: "Co"}}
	for name, c := range map[string]struct {
		of   *page.Figure
		want string
	}{
		"radar": {page.DrawRadar("pl", page.RadarData{Picture: about, Levels: 5, Axes: []chart.Axis{
			{Label: "a", Now: some(3), Target: some(4)}, {Label: "b", Now: some(2)}, {Label: "c", Target: some(5)},
		}}), `
Co | <chart.now> | <chart.target> | 
a | 3 | 4 | 
b | 2 | <chart.unknown> | 
c | <chart.unknown> | 5 | `},
		"trend": {page.DrawTrend("pl", page.TrendData{Picture: about, Decimals: 1, Periods: []page.TrendPeriod{
			{Name: "I kwartał 2026", Period: chart.Period{Label: "I", Value: some(-9), Low: some(-17.2), High: some(-0.8), Target: some(30)}, N: 1390},
			{Period: chart.Period{Label: "II"}},
		}}), `
Co | <chart.value> | <chart.interval> | <chart.n> | <chart.target> | 
I kwartał 2026 | −9,0 | −17,2 – −0,8 | 1 390 | 30,0 | 
II | <chart.unknown> |  |  |  | `},
		"quadrant": {page.DrawQuadrant("cs", page.QuadrantData{Picture: about, Spots: []page.QuadrantSpot{
			{Name: "a", Spot: chart.Spot{Key: "1", Benefit: 4.538, Effort: 1.571}}, {Name: "b", Spot: chart.Spot{Key: "2", Benefit: 3, Effort: 3}},
			{Name: "c", Spot: chart.Spot{Key: "3", Benefit: 1, Effort: 1, Label: "7"}}, {Name: "d", Spot: chart.Spot{Key: "4", Benefit: 2.9, Effort: 5}},
		}}), `
Co | <chart.mark> | <chart.benefit> | <chart.effort> | <chart.field> | 
a | 1 | 4,5 | 1,6 | <chart.field.quick> | 
b | 2 | 3,0 | 3,0 | <chart.field.large> | 
c | 7 | 1,0 | 1,0 | <chart.field.small> | 
d | 4 | 2,9 | 5,0 | <chart.field.later> | `},
		"bars": {page.DrawBars("en", page.BarsData{Picture: about, Decimals: 1, Shares: []page.Said{{Text: "A"}, {Text: "B"}}, Unit: page.Said{Text: "Points"}, Rows: []page.BarRow{
			{Name: "a", Numbers: []chart.Number{some(35), some(22.5)}}, {Name: "b", Numbers: []chart.Number{{}, {}}},
		}}), `
Co | A | B | Points | 
a | 35.0 | 22.5 | 57.5 | 
b | <chart.unknown> | <chart.unknown> | <chart.unknown> | `},
		"heat map": {page.DrawHeatMap("en", page.HeatMapData{Picture: about, Lowest: 1, Highest: 5, Columns: []string{"X", "Y"}, Rows: []page.HeatRow{
			{Name: "a", Cells: []chart.Cell{{Value: some(3)}, {None: true}}}, {Name: "b", Cells: []chart.Cell{{Value: some(4), Hidden: true}, {}}},
		}}), `
Co | X | Y | 
a | 3 | <chart.none> | 
b | <chart.hidden> | <chart.unknown> | `},
	} {
		if c.of.Missing != "" {
			t.Errorf("%s: %s", name, c.of.Missing)
		}
		got := strings.ReplaceAll(tabled(c.of.Numbers), "\u00a0", " ")
		if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// What cannot be drawn says so, and its table has no NaN in it.
func TestFigureThatCannotBeDrawn(t *testing.T) {
	nan, about := chart.Some(math.NaN()), page.Picture{Anchor: "x"}
	for name, f := range map[string]*page.Figure{
		"radar":    page.DrawRadar("pl", page.RadarData{Picture: about, Levels: 5, Axes: []chart.Axis{{Now: nan}, {}, {}}}),
		"trend":    page.DrawTrend("pl", page.TrendData{Picture: about, Periods: []page.TrendPeriod{{Period: chart.Period{Value: nan, Low: nan, High: nan}}}}),
		"quadrant": page.DrawQuadrant("pl", page.QuadrantData{Picture: about, Spots: []page.QuadrantSpot{{Spot: chart.Spot{Effort: math.NaN()}}}}),
		"bars":     page.DrawBars("pl", page.BarsData{Picture: about, Rows: []page.BarRow{{Numbers: []chart.Number{chart.Some(math.Inf(1))}}}}),
		"heat map": page.DrawHeatMap("pl", page.HeatMapData{Picture: about, Highest: 5, Columns: []string{""}, Rows: []page.HeatRow{{Cells: []chart.Cell{{Value: nan}}}}}),
	} {
		if f.Missing != "chart.missing.number" || f.Radar != nil || f.Trend != nil || f.Quadrant != nil || f.Bars != nil || f.HeatMap != nil {
			t.Errorf("%s: it says %q, and has a drawing", name, f.Missing)
		}
		if text := tabled(f.Numbers); strings.Contains(text, "NaN") || strings.Contains(text, "Inf") || !strings.Contains(text, "chart.unknown") {
			t.Errorf("%s: the table is\n%s", name, text)
		}
	}
	if f := page.DrawBars("pl", page.BarsData{}); f.Missing != "chart.missing.empty" {
		t.Errorf("nothing to draw: %q", f.Missing)
	}
}

// What is hidden is in no part of a figure: neither its table nor its drawing
// nor its description.
func TestFigureHides(t *testing.T) {
	secret := 4.4321
	for name, f := range map[string]*page.Figure{
		"heat map": page.DrawHeatMap("en", page.HeatMapData{Lowest: 1, Highest: 5, Decimals: 4, Columns: []string{"X", "Y"}, Rows: []page.HeatRow{{Name: "a", Cells: []chart.Cell{{Value: chart.Some(secret), Text: "4.4321", Hidden: true}, {Value: chart.Some(1)}}}}}),
		"trend":    page.DrawTrend("en", page.TrendData{Decimals: 4, Periods: []page.TrendPeriod{{Period: chart.Period{Value: chart.Some(secret), Low: chart.Some(secret), High: chart.Some(secret)}, N: 3, Hidden: true}, {Period: chart.Period{Value: chart.Some(1)}}}}),
	} {
		if f.Missing != "" {
			t.Errorf("%s: %s", name, f.Missing)
		}
		var drawn any = f.HeatMap
		if f.Trend != nil {
			drawn = f.Trend
			if len(f.Trend.Points) != 1 {
				t.Errorf("the trend has %d points, one of them hidden", len(f.Trend.Points))
			}
		}
		if all := fmt.Sprintf("%+v %+v", *f, drawn); strings.Contains(all, "4.43") {
			t.Errorf("%s: what is hidden is in it:\n%s", name, all)
		}
		if !strings.Contains(tabled(f.Numbers), "chart.hidden") {
			t.Errorf("%s: nothing says that something is hidden:\n%s", name, tabled(f.Numbers))
		}
	}
}

// Of more things than can be told apart the first are drawn, and the others are
// counted.
func TestFigureOfVeryManyThings(t *testing.T) {
	rows, spots := make([]page.BarRow, 5000), make([]page.QuadrantSpot, 5000)
	for i := range rows {
		rows[i] = page.BarRow{Name: fmt.Sprint(i), Numbers: []chart.Number{chart.Some(float64(i))}}
		spots[i] = page.QuadrantSpot{Name: fmt.Sprint(i), Spot: chart.Spot{Key: fmt.Sprint(i), Benefit: 1 + float64(i%5), Effort: 3}}
	}
	for name, f := range map[string]*page.Figure{"bars": page.DrawBars("en", page.BarsData{Rows: rows}), "quadrant": page.DrawQuadrant("en", page.QuadrantData{Spots: spots})} {
		if f.Missing != "" || f.Left != 4940 || len(f.Numbers.Rows) != 60 || f.Numbers.Rows[59].Name != "59" {
			t.Errorf("%s: %q, %d are left out, %d in the table", name, f.Missing, f.Left, len(f.Numbers.Rows))
		}
	}
}
