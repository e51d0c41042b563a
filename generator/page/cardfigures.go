package page

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

// A Quadrant is the records that are alike in benefit and effort.
type Quadrant struct {
	Word  string // names it in the theme's words
	Links []Named
}

// quadrantWords name the fields, in the order in which they are told.
var quadrantWords = []string{"quadrant.first", "quadrant.large", "quadrant.small", "quadrant.last"}

// cardQuadrant draws the ranked rows of a scorecard by benefit and effort, and
// sorts them by the fields of the drawing; nil where its rules tell no such axes
// apart. What stands above the list has a letter, everything else its rank.
func (p *planner) cardQuadrant(c *score.Card, first, language string) (*Figure, []Quadrant) {
	if c.Cut == 0 {
		return nil, nil
	}
	data := QuadrantData{Picture: Picture{Anchor: "quadrant", Word: "chart.card.quadrant", First: Said{Text: first, Word: "title"}}, Cut: c.Cut}
	fields := make([]Quadrant, len(quadrantWords))
	for i, word := range quadrantWords {
		fields[i].Word = word
	}
	above := 0
	for _, row := range c.Rows {
		if row.Out || row.Benefit == nil || row.Effort == nil {
			continue
		}
		link := linkTo(row.Record, language)
		spot := chart.Spot{Key: row.Record.ID, Benefit: *row.Benefit, Effort: *row.Effort}
		switch {
		case row.Rank > 0:
			spot.Label = strconv.Itoa(row.Rank)
		case above < 26:
			spot.Label = string(rune('A' + above))
			above++
		default:
			spot.Label = "·"
		}
		data.Spots = append(data.Spots, QuadrantSpot{Spot: spot, Name: link.Title, Link: &link})
		in := quarter(row, c.Cut)
		fields[in].Links = append(fields[in].Links, Named{Label: spot.Label, Name: link.Title, Link: &link})
	}
	f := DrawQuadrant(language, data)
	if f.Quadrant == nil {
		return nil, fields
	}
	f.Names = nil // the fields below the drawing name them
	return f, fields
}

// quarter returns the field that a row falls into; what lies on the line counts
// as the upper side.
func quarter(row *score.Row, cut float64) int {
	i := 0
	if series.Compare(*row.Benefit, cut) < 0 {
		i = 2
	}
	if series.Compare(*row.Effort, cut) >= 0 {
		i++
	}
	return i
}

// cardBars draws the points of each row as shares of its parts; nil where there
// are no parts.
func (p *planner) cardBars(c *score.Card, first, language string) *Figure {
	data := BarsData{
		Picture: Picture{Anchor: "shares", Word: "chart.card.shares", First: Said{Text: first, Word: "title"}},
		Full:    100, Decimals: 1, Unit: Said{Word: "scorecard.score"},
	}
	for _, part := range c.Parts {
		data.Shares = append(data.Shares, Said{Text: c.PartTitle(part.Key, language)})
	}
	for _, row := range c.Rows {
		if row.Out || row.Value == nil {
			continue
		}
		bar := BarRow{Name: linkTo(row.Record, language).Title}
		for _, part := range row.Parts {
			n := chart.Number{}
			if part.Points != nil {
				n = chart.Some(*part.Points)
			}
			bar.Numbers = append(bar.Numbers, n)
		}
		data.Rows = append(data.Rows, bar)
	}
	if f := DrawBars(language, data); len(c.Parts) > 0 && f.Bars != nil {
		f.Tabled = true // the rows of the list have all of them
		return f
	}
	return nil
}
