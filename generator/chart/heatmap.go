package chart

import (
	"math"
	"strconv"
)

// The most rows and columns of a heat map, and how many shades there are.
const (
	MostRows    = 60
	MostColumns = 24
	Shades      = 5
)

// A Cell is a value of a heat map. What has none is marked as not applying, as
// hidden, or as not known.
type Cell struct {
	Value  Number
	Text   string // what stands in it
	Hidden bool
	None   bool // it does not apply
}

// A Grid is what a heat map is made of. Each row of Cells has one for each
// column.
type Grid struct {
	Lowest, Highest float64 // the ends of the scale
	Columns         []string
	Rows            []string
	Cells           [][]Cell
}

// A HeatMap is values by row and column, the darker the higher.
type HeatMap struct {
	View
	Reason  Reason
	Columns []Label
	Rows    []Label
	Cells   []Tile
	// Keyed says that the columns are numbered, for their names are too long:
	// they stand beside the picture.
	Keyed bool
}

// A Tile is a cell as it is drawn.
type Tile struct {
	Box
	Shade int    // 1 to Shades; 0: there is no value
	State string // none, hidden, unknown; "" where there is a value
	Text  Text
}

const (
	rowHeight = 28.0
	rowNarrow = 96.0  // what a row's name is broken to, as on a phone the columns
	rowWide   = 150.0 // need the room; wider where a word is, up to this
)

// NewHeatMap draws a grid.
func NewHeatMap(g Grid) HeatMap {
	if reason := refuseGrid(g); reason != "" {
		return HeatMap{Reason: reason}
	}
	out := HeatMap{}
	column, heads := columnWidth(g)
	if heads == nil {
		out.Keyed = true
		for i := range g.Columns {
			heads = append(heads, []string{strconv.Itoa(i + 1)})
		}
	}
	top := 0.0
	for _, h := range heads {
		top = max(top, tall(len(h)))
	}
	top += 6
	left := 0.0
	var names [][]string
	limit := rowNarrow
	for _, r := range g.Rows {
		words, _ := breakUp(r, 0)
		limit = min(max(limit, widest(words)), rowWide)
	}
	for _, r := range g.Rows {
		lines, _ := breakUp(r, limit)
		lines = cut(lines, limit)
		names, left = append(names, lines), max(left, widest(lines))
	}
	left += 8
	for j, h := range heads {
		out.Columns = append(out.Columns, stack(h, "middle", Point{left + (float64(j)+0.5)*column, top - 4 - tall(len(h))}))
	}
	for i, lines := range names {
		height := max(rowHeight, tall(len(lines))+4)
		out.Rows = append(out.Rows, stack(lines, "start", Point{1, top + (height-tall(len(lines)))/2}))
		for j := range g.Columns {
			at := box(left+float64(j)*column+1, top+1, column-2, height-2)
			out.Cells = append(out.Cells, tile(g, g.Cells[i][j], at))
		}
		top += height
	}
	out.View = view(left+float64(len(g.Columns))*column+1, top+2)
	return out
}

// columnWidth returns how wide the columns are and how their names are broken;
// no names where they do not fit.
func columnWidth(g Grid) (width float64, heads [][]string) {
	const narrow, wide = 44.0, 96.0
	width = narrow
	for _, row := range g.Cells {
		for _, c := range row {
			width = max(width, Width(c.Text)+10)
		}
	}
	for limit := width; limit <= wide; limit += 4 {
		fits, broken := true, [][]string{}
		for _, name := range g.Columns {
			lines, ok := breakUp(name, limit-6)
			fits = fits && ok && len(lines) <= 3
			broken = append(broken, lines)
		}
		if fits {
			return limit, broken
		}
	}
	return width, nil
}

func tile(g Grid, c Cell, at Box) Tile {
	out := Tile{Box: at, Text: Text{X: round(at.X + at.Width/2), Y: round(at.Y + at.Height/2 + 4), Text: c.Text}}
	switch {
	case c.Hidden: // whatever its value may be
		out.State = "hidden"
	case c.None:
		out.State = "none"
	case !c.Value.Known:
		out.State = "unknown"
	case g.Highest == g.Lowest:
		out.Shade = Shades
	default:
		share := (c.Value.Value - g.Lowest) / (g.Highest - g.Lowest)
		out.Shade = 1 + int(math.Round(share*(Shades-1)))
	}
	return out
}

func refuseGrid(g Grid) Reason {
	if len(g.Rows) == 0 || len(g.Columns) == 0 || len(g.Cells) < len(g.Rows) {
		return Empty
	}
	if len(g.Rows) > MostRows || len(g.Columns) > MostColumns {
		return TooMany
	}
	if !sound(Some(g.Lowest), Some(g.Highest)) {
		return NotANumber
	}
	for _, row := range g.Cells {
		if len(row) < len(g.Columns) {
			return Empty
		}
		for _, c := range row {
			switch {
			case !c.Value.Known:
			case !sound(c.Value):
				return NotANumber
			case c.Value.Value < g.Lowest || c.Value.Value > g.Highest:
				return OutOfRange
			}
		}
	}
	return ""
}
