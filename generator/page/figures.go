package page

import (
	"cmp"
	"strconv"

	"github.com/cxbook/cxbook/generator/chart"
)

// A QuadrantData is what a quadrant is drawn from.
type QuadrantData struct {
	Picture
	// Cut is the grade that parts the fields; on it counts as upper. 0 is the
	// middle.
	Cut   float64
	Spots []QuadrantSpot // those that matter most first
}

// A QuadrantSpot is a thing with its two grades. Its Label is the few letters in
// its mark, for example its rank; without one it is numbered.
type QuadrantSpot struct {
	chart.Spot
	Name string
	Link *Link // to its page; nil for none
}

// DrawQuadrant places things by the effort that they take and the benefit that
// they bring, both from 1 to 5.
func DrawQuadrant(language string, d QuadrantData) *Figure {
	s, cut := speaker{language, 1}, cmp.Or(d.Cut, (chart.LowestGrade+chart.HighestGrade)/2)
	var spots []chart.Spot
	var names []Named
	var rows []NumberRow
	for i, q := range d.Spots {
		if q.Label == "" {
			q.Label = strconv.Itoa(i + 1)
		}
		spots, names = append(spots, q.Spot), append(names, Named{q.Label, q.Name, q.Link})
		rows = append(rows, NumberRow{Name: q.Name, Cells: []Said{{Text: q.Label}, s.cell(chart.Some(q.Benefit)), s.cell(chart.Some(q.Effort)), {Word: fieldOf(q.Spot, cut)}}})
	}
	quadrant := chart.NewQuadrant(cut, spots)
	f := newFigure(d.Picture, quadrant.Reason)
	f.Numbers.Heads = append(f.Numbers.Heads, Said{Word: "chart.mark"}, Said{Word: "chart.benefit"}, Said{Word: "chart.effort"}, Said{Word: "chart.field"})
	f.Numbers.Rows = rows
	if quadrant.Reason != "" {
		return f
	}
	f.Numbers.Rows = rows[:len(quadrant.Spots)]
	f.Quadrant, f.About, f.Count, f.Left = &quadrant, "chart.about.quadrant", len(quadrant.Spots), quadrant.Left
	f.Low, f.Names = names[0].Name, names[:len(quadrant.Spots)]
	for _, q := range quadrant.Spots {
		if q.Moved {
			f.Key = []Mark{{Shape: "moved", Said: Said{Word: "chart.moved"}}}
		}
	}
	return f
}

// fieldOf names the quarter that grades fall into; on the line counts as upper.
func fieldOf(s chart.Spot, cut float64) string {
	switch benefit, effort := chart.Grade(s.Benefit) >= cut, chart.Grade(s.Effort) >= cut; {
	case benefit && !effort:
		return "chart.field.quick"
	case benefit:
		return "chart.field.large"
	case !effort:
		return "chart.field.small"
	}
	return "chart.field.later"
}

// A BarsData is what bars are drawn from.
type BarsData struct {
	Picture
	Full   float64 // the end of the scale, such as 100; 0 for the longest bar
	Shares []Said  // what the shares of each bar are called; one or none for plain bars
	Rows   []BarRow
	Unit   Said // heads the column of wholes
	// Decimals are those of all numbers.
	Decimals int
}

// A BarRow is a bar: a number for each of the shares, or one number.
type BarRow struct {
	Name    string
	Numbers []chart.Number
}

// DrawBars draws numbers as lengths, each whole or made of shares. Of very many
// rows the first are drawn.
func DrawBars(language string, d BarsData) *Figure {
	s, left := speaker{language, d.Decimals}, max(0, len(d.Rows)-chart.MostBars)
	d.Rows = d.Rows[:len(d.Rows)-left]
	lengths, names, wholes := make([]chart.Length, len(d.Rows)), make([]string, len(d.Rows)), make([]chart.Number, len(d.Rows))
	stacked := len(d.Shares) > 1
	rows := make([]NumberRow, len(d.Rows))
	for i, r := range d.Rows {
		wholes[i], names[i], rows[i].Name = whole(r.Numbers), r.Name, r.Name
		lengths[i] = chart.Length{Label: r.Name, Shares: r.Numbers}
		if wholes[i].Known {
			lengths[i].Value = s.number(wholes[i])
		} else {
			lengths[i].Value = "–"
		}
		if stacked {
			for _, n := range r.Numbers {
				rows[i].Cells = append(rows[i].Cells, s.cell(n))
			}
		}
		rows[i].Cells = append(rows[i].Cells, s.cell(wholes[i]))
	}
	bars := chart.NewBars(d.Full, lengths)
	f := newFigure(d.Picture, bars.Reason)
	f.Numbers.Rows = rows
	if stacked {
		f.Numbers.Heads = append(f.Numbers.Heads, d.Shares...)
	}
	f.Numbers.Heads = append(f.Numbers.Heads, d.Unit)
	if bars.Reason != "" {
		return f
	}
	f.Bars, f.About, f.Count, f.Left = &bars, "chart.about.bars", len(d.Rows), left
	f.Low, f.High = s.extremes(names, wholes)
	if stacked {
		for i, said := range d.Shares {
			f.Key = append(f.Key, Mark{Shape: "share-" + strconv.Itoa(i+1), Said: said})
		}
	}
	return f
}

// whole adds shares; of nothing known there is no whole.
func whole(shares []chart.Number) chart.Number {
	var out chart.Number
	for _, n := range shares {
		if n.Known {
			out = chart.Some(out.Value + n.Value)
		}
	}
	return out
}

// A HeatMapData is what a heat map is drawn from. Rows have a cell for each
// column; the text of a cell with a value is written here.
type HeatMapData struct {
	Picture
	Lowest, Highest float64 // the ends of the scale
	Columns         []string
	Rows            []HeatRow
	Decimals        int
}

// A HeatRow is a row of a heat map.
type HeatRow struct {
	Name  string
	Cells []chart.Cell
}

// DrawHeatMap draws a number for each row and column, in a stronger colour the
// higher it is. What a cell hides is not in the figure at all.
func DrawHeatMap(language string, d HeatMapData) *Figure {
	s := speaker{language, d.Decimals}
	grid := chart.Grid{Lowest: d.Lowest, Highest: d.Highest, Columns: d.Columns}
	var names []string
	var values []chart.Number
	states := map[string]bool{}
	rows := make([]NumberRow, len(d.Rows))
	for i, r := range d.Rows {
		cells := make([]chart.Cell, len(r.Cells))
		rows[i].Name = r.Name
		for j, c := range r.Cells {
			said, state := s.heat(&c)
			cells[j], states[state] = c, true
			rows[i].Cells = append(rows[i].Cells, said)
			if state == "" && j < len(d.Columns) {
				names, values = append(names, r.Name+", "+d.Columns[j]), append(values, c.Value)
			}
		}
		grid.Rows, grid.Cells = append(grid.Rows, r.Name), append(grid.Cells, cells)
	}
	heat := chart.NewHeatMap(grid)
	f := newFigure(d.Picture, heat.Reason)
	for _, c := range d.Columns {
		f.Numbers.Heads = append(f.Numbers.Heads, Said{Text: c})
	}
	f.Numbers.Rows = rows
	if heat.Reason != "" {
		return f
	}
	f.HeatMap, f.About, f.Count = &heat, "chart.about.heat", len(values)
	f.Low, f.High = s.extremes(names, values)
	if heat.Keyed {
		f.Names = numbered(d.Columns)
	}
	f.Key = []Mark{{Shape: "shades", Said: Said{Word: "chart.shades"}}}
	for _, m := range []Mark{
		{Shape: "none", Said: Said{Word: "chart.none"}},
		{Shape: "hidden", Said: Said{Word: "chart.hidden"}},
		{Shape: "unknown", Said: Said{Word: "chart.unknown"}},
	} {
		if states[m.Shape] {
			f.Key = append(f.Key, m)
		}
	}
	return f
}

// heat writes a cell, takes from it what it hides, and says what is in it.
func (s speaker) heat(c *chart.Cell) (said Said, state string) {
	switch {
	case c.Hidden:
		*c = chart.Cell{Hidden: true, Text: "×"}
		return Said{Word: "chart.hidden"}, "hidden"
	case c.None:
		*c = chart.Cell{None: true, Text: "–"}
		return Said{Word: "chart.none"}, "none"
	case !c.Value.Known:
		c.Text = "?"
		return Said{Word: "chart.unknown"}, "unknown"
	}
	said = s.cell(c.Value)
	c.Text = said.Text
	return said, ""
}
