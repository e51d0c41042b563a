package page

import (
	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// levelFigures draws the levels of an assessment, beside those of the one before
// it and the targets; none where there are too few or too many competencies for
// that, for its fields say the same.
func (p *planner) levelFigures(rec *record.Record, language string) []*Figure {
	if rec.Type.Name != "assessment" || otherVersion(rec) {
		return nil
	}
	model := p.book.Record(rec.Source.Fields.Get("model").String())
	on, ok := p.held(rec)
	if model == nil || !ok {
		return nil
	}
	scores, before := scoresOf(rec), map[string]*source.Node{}
	data := RadarData{
		Picture: Picture{Anchor: "radar", Word: "chart.levels", Lang: foreignTo(model, language)},
		Series:  Said{Word: "chart.levels.claimed"}, Now: lang.FormatDate(language, on),
	}
	if earlier, day := p.assessedBefore(rec, on); earlier != nil {
		before, data.Before = scoresOf(earlier), lang.FormatDate(language, day)
	}
	data.First = Said{Text: label(partOf(rec.Type.Field("scores"), "competency"), language)}
	data.Levels = len(nodes(model.Source.Fields.Get("levels")))
	for _, c := range nodes(model.Source.Fields.Get("competencies")) {
		key := c.Get("key").String()
		data.Axes = append(data.Axes, chart.Axis{
			Label: itemName(model, key, language), Now: numberOf(scores[key], "level"),
			Before: numberOf(before[key], "level"), Target: numberOf(scores[key], "target"),
		})
	}
	if f := DrawRadar(language, data); f.Radar != nil {
		return []*Figure{f}
	}
	return nil
}

// foreignTo returns the language of a record's words where it is not the page's.
func foreignTo(rec *record.Record, language string) string {
	if written := rec.Texts[language].Written; written != language {
		return written
	}
	return ""
}

// held returns the day of an assessment; what is dated after the day of the
// handbook has not happened.
func (p *planner) held(rec *record.Record) (day lang.Date, ok bool) {
	day, err := lang.ParseDate(rec.Source.Fields.Get("date").String())
	return day, err == nil && !p.book.AsOf.Before(day)
}

// assessedBefore returns the assessment before another, of the same subject by
// the same model.
func (p *planner) assessedBefore(rec *record.Record, on lang.Date) (before *record.Record, day lang.Date) {
	same := func(other *record.Record, field string) bool {
		return other.Source.Fields.Get(field).String() == rec.Source.Fields.Get(field).String()
	}
	for _, other := range p.book.ByType(rec.Type.Name) {
		d, ok := p.held(other)
		if ok && d.Before(on) && same(other, "subject") && same(other, "model") && (before == nil || day.Before(d)) {
			before, day = other, d
		}
	}
	return before, day
}

// scoresOf returns what an assessment says of each competency.
func scoresOf(rec *record.Record) map[string]*source.Node {
	out := map[string]*source.Node{}
	for _, n := range nodes(rec.Source.Fields.Get("scores")) {
		out[n.Get("competency").String()] = n
	}
	return out
}

func numberOf(n *source.Node, field string) chart.Number {
	if v := n.Get(field); v != nil {
		if whole, ok := v.Int(); ok {
			return chart.Some(float64(whole))
		}
	}
	return chart.Number{}
}
