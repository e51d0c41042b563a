package page

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/score"
)

// cardQuadrant draws the ranked rows of a scorecard by benefit and effort; nil
// where its rules tell no such axes apart. What stands above the list has a
// letter, everything else its rank.
func (p *planner) cardQuadrant(c *score.Card, first, language string) *Figure {
	data := QuadrantData{Picture: Picture{Anchor: "quadrant", Word: "chart.card.quadrant", First: Said{Text: first, Word: "title"}}, Cut: c.Cut}
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
	}
	if f := DrawQuadrant(language, data); c.Cut != 0 && f.Quadrant != nil {
		return f
	}
	return nil
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
		return f
	}
	return nil
}
