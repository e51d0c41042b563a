package page

import (
	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/record"
)

// levelRadar draws the levels of an assessment, beside those of the one before
// it and the targets; nil where there are too few or too many competencies for
// that: the table beside it says the same.
func levelRadar(a *maturity.Assessment, anchor, language string) *Figure {
	data := RadarData{
		Picture: levelPicture(a.Model, anchor, "chart.levels", language), Levels: len(grades(a, language)),
		Series: Said{Word: "chart.levels.claimed"}, Now: lang.FormatDate(language, a.Date),
	}
	if a.Before != nil {
		data.Before = lang.FormatDate(language, a.Before.Date)
	}
	for _, l := range a.Levels {
		data.Axes = append(data.Axes, chart.Axis{
			Label: competencyLink(a.Model, l.Key, language).Title, Now: levelOf(l.Claimed), Before: levelOf(l.Was), Target: levelOf(l.Target),
		})
	}
	if f := DrawRadar(language, data); f.Radar != nil {
		return f
	}
	return nil
}

// levelHeat draws the claimed levels of all subjects side by side; nil for a
// single one.
func (p *planner) levelHeat(model *record.Record, subjects []*maturity.Assessment, anchor, language string) *Figure {
	data := HeatMapData{Picture: levelPicture(model, anchor, "chart.levels.sides", language), Lowest: 1, Highest: float64(len(grades(subjects[0], language)))}
	for _, a := range subjects {
		data.Columns = append(data.Columns, p.subject(a, language).Title)
	}
	for _, row := range sideRows(model, subjects, language) {
		heat := HeatRow{Name: row.Competency.Title}
		for _, c := range row.Cells {
			heat.Cells = append(heat.Cells, chart.Cell{Value: levelOf(c.Claimed), None: c.Claimed == 0})
		}
		data.Rows = append(data.Rows, heat)
	}
	if f := DrawHeatMap(language, data); f.HeatMap != nil && len(subjects) > 1 {
		f.Tabled = true
		return f
	}
	return nil
}

// levelPicture says of a picture of levels what all of them have in common.
func levelPicture(model *record.Record, anchor, word, language string) Picture {
	p := Picture{Anchor: anchor, Word: word, First: Said{Word: "maturity.competency"}}
	if written := model.Texts[language].Written; written != language {
		p.Lang = written
	}
	return p
}

// levelOf is a level; 0 is for none.
func levelOf(level int) chart.Number {
	if level == 0 {
		return chart.Number{}
	}
	return chart.Some(float64(level))
}
