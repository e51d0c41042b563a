package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// An Assessed is what an assessment comes to on the day.
type Assessed struct {
	Sums   []LevelSum // the one before, claimed, provable, with what is planned
	Levels []LevelRow // one for each competency
	Grades []Grade    // what the levels are called
	Radar  *Figure    // of the levels; nil where they are too few or too many
	Across *Link      // to the page of all assessments
}

// A Grade is a level of a model.
type Grade struct {
	Number     int
	Name, Lang string
}

// A LevelSum is what levels come to; there is no Mean where there is none.
type LevelSum struct {
	Kind    string // before, claimed, provable, projected: the theme has the words
	Mean    string
	Lowest  Grade
	Weakest []Link // the competencies on the lowest level
}

// A LevelRow is one competency of an assessment. A number that is 0 is not
// there.
type LevelRow struct {
	Competency             Link
	Was, Claimed, Provable int
	Excused                Value // why it has no level
	Target, Gap            int
	TargetBy               Value
	Unproven               int      // the first level that lacks proof
	Lack                   string   // none, documents, decayed
	Lapses                 []Lapsed // evidence of that level that is not good
	Plan                   []Aim
	Unplanned              bool
}

// A Lapsed is evidence that is not good on the day.
type Lapsed struct {
	Link  Link
	Lapse string // missing, not-in-force, review, expired, not-yet, no-period
	Until Value  // until when it was good
}

// An Aim is something open that is meant to raise a competency.
type Aim struct {
	Link Link
	To   int // the level that it wants to reach; 0 of a training
}

// assessed lays out what an assessment comes to; nil where it has not happened.
func (p *planner) assessed(r *reader) *Assessed {
	a := p.maturity.Of(r.rec.ID)
	if a == nil || a.Claimed.Count == 0 {
		return nil
	}
	out := &Assessed{Sums: p.levelSums(a, r.lang), Grades: grades(a, r.lang), Radar: levelRadar(a, "radar", r.lang)}
	if out.Radar != nil {
		out.Radar.Tabled = true // the levels are listed below it
	}
	for _, l := range a.Levels {
		out.Levels = append(out.Levels, p.levelRow(a, l, r.lang))
	}
	out.Across = &Link{Word: "maturity.sides", Address: r.lang + "/" + p.boardAddress("maturity")}
	return out
}

// contents lists what is computed of an assessment.
func (a *Assessed) contents() []Entry {
	if a == nil {
		return nil
	}
	return []Entry{{Level: 2, Word: "maturity.levels", Anchor: "page:levels"}}
}

// levelSums lists what the levels come to. Those of the plan are left out where
// it changes nothing.
func (p *planner) levelSums(a *maturity.Assessment, language string) []LevelSum {
	var out []LevelSum
	add := func(kind string, s maturity.Summary, of *maturity.Assessment) {
		if s.Count > 0 {
			out = append(out, levelSum(kind, s, of, language))
		}
	}
	if a.Before != nil {
		add("before", a.Before.Claimed, a.Before)
	}
	add("claimed", a.Claimed, a)
	add("provable", a.Provable, a)
	if a.Latest && series.Compare(a.Projected.Mean, a.Claimed.Mean) > 0 {
		add("projected", a.Projected, a)
	}
	return out
}

func levelSum(kind string, s maturity.Summary, a *maturity.Assessment, language string) LevelSum {
	out := LevelSum{Kind: kind, Mean: figure(s.Mean, 1, language), Lowest: gradeOf(a, s.Lowest, language)}
	for _, key := range s.Weakest {
		out.Weakest = append(out.Weakest, competencyLink(a.Model, key, language))
	}
	return out
}

func (p *planner) levelRow(a *maturity.Assessment, l maturity.Level, language string) LevelRow {
	row := LevelRow{
		Competency: competencyLink(a.Model, l.Key, language), Was: l.Was, Claimed: l.Claimed, Provable: l.Provable,
		Target: l.Target, Gap: l.Gap, TargetBy: dayOf(l.TargetBy, language),
		Unproven: l.Unproven, Lack: string(l.Lack), Unplanned: a.Latest && l.Unplanned(),
	}
	if !l.Assessed {
		row.Excused = excuse(a.Record, l.Key, language)
	}
	for _, e := range l.Evidence {
		if l.Unproven == 0 || e.Proves != l.Unproven || e.Good() {
			continue
		}
		lapsed := Lapsed{Lapse: string(e.Lapse), Until: dayOf(e.Until, language), Link: Link{Title: e.URL, URL: e.URL}}
		if e.Record != nil {
			lapsed.Link = linkTo(e.Record, language)
		}
		if lapsed.Link.Title != "" {
			row.Lapses = append(row.Lapses, lapsed)
		}
	}
	for _, m := range l.Plan {
		if a.Latest { // what is planned now is no plan of an earlier assessment
			row.Plan = append(row.Plan, Aim{Link: linkTo(m.Record, language), To: m.To})
		}
	}
	return row
}

// excuse returns why a competency has no level, in the page's language where it
// is translated.
func excuse(rec *record.Record, key, language string) Value {
	text := rec.Texts[language]
	for _, n := range text.Fields.Get("scores").Elements() {
		if n.Get("competency").String() == key {
			v := Value{Text: n.Get("not_applicable").String()}
			if text.Written != language {
				v.Lang = text.Written
			}
			return v
		}
	}
	return Value{}
}

// competencyLink leads to a competency of a model, under its name.
func competencyLink(model *record.Record, key, language string) Link {
	l := linkTo(model, language)
	l.Fragment = itemAnchor(model, key, language)
	if name := itemName(model, key, language); name != "" {
		l.Title = name
	}
	return l
}

func grades(a *maturity.Assessment, language string) []Grade {
	var out []Grade
	for i := range a.Model.Source.Fields.Get("levels").Elements() {
		out = append(out, gradeOf(a, i+1, language))
	}
	return out
}

// gradeOf returns a level of the model that an assessment is by.
func gradeOf(a *maturity.Assessment, level int, language string) Grade {
	text := a.Model.Texts[language]
	g := Grade{Number: level}
	if levels := text.Fields.Get("levels").Elements(); level >= 1 && level <= len(levels) {
		g.Name = levels[level-1].Get("name").String()
	}
	if text.Written != language {
		g.Lang = text.Written
	}
	return g
}

// A MaturityBoard is what all assessments by one model say.
type MaturityBoard struct {
	Model  Link
	Whole  *Link      // the organisation's latest assessment
	Day    Value      // of that
	Sums   []LevelSum // of that
	Trend  []TrendRow // the organisation's assessments, the first one first
	Sides  []Side     // the latest assessment of each subject
	Rows   []SideRow  // one for each competency
	Lesser bool       // somewhere less is provable than is claimed
	Raises []Raise    // what open initiatives want to reach
	Open   []LevelRow // the organisation's gaps
	Grades []Grade    // what the levels are called
	Radar  *Figure    // of the organisation's levels; nil where there is none
	Heat   *Figure    // of the levels of all subjects; nil where there is none
}

// A TrendRow is one assessment among those of its subject.
type TrendRow struct {
	Link              Link
	Day               Value
	Claimed, Provable LevelSum
}

// A Side is a subject that was assessed.
type Side struct {
	Subject           Link // Title alone for the organisation
	Assessment        Link
	Claimed, Provable LevelSum
}

// A SideRow is one competency across subjects.
type SideRow struct {
	Competency Link
	Cells      []SideCell // one for each subject
}

// A SideCell is a level of a subject; 0 is for none.
type SideCell struct{ Claimed, Provable int }

// A Raise is a competency that open initiatives are going to raise.
type Raise struct {
	Competency Link
	From, To   int
	By         []Link
}

// maturityPage lays out all assessments.
func (p *planner) maturityPage(full *Page) {
	for _, id := range p.maturity.Models() {
		model := p.book.Record(id)
		subjects := p.maturity.Subjects(id)
		if model == nil || len(subjects) == 0 {
			continue
		}
		full.Maturity = append(full.Maturity, p.board(model, subjects, full.Lang))
	}
}

func (p *planner) board(model *record.Record, subjects []*maturity.Assessment, language string) MaturityBoard {
	b := MaturityBoard{Model: linkTo(model, language), Grades: grades(subjects[0], language), Heat: p.levelHeat(model, subjects, "sides-"+model.ID, language)}
	if whole := subjects[0]; whole.Subject == maturity.Organisation {
		l := linkTo(whole.Record, language)
		b.Radar = levelRadar(whole, "radar-"+model.ID, language)
		b.Whole, b.Day, b.Sums = &l, dayOf(whole.Date, language), p.levelSums(whole, language)
		for _, a := range p.maturity.History(whole) {
			b.Trend = append(b.Trend, TrendRow{
				Link: linkTo(a.Record, language), Day: dayOf(a.Date, language),
				Claimed: levelSum("claimed", a.Claimed, a, language), Provable: levelSum("provable", a.Provable, a, language),
			})
		}
		for _, level := range whole.Levels {
			if level.Gap > 0 {
				b.Open = append(b.Open, p.levelRow(whole, level, language))
			}
			if level.Projected > level.Claimed {
				b.Raises = append(b.Raises, raise(whole, level, language))
			}
		}
	}
	for _, a := range subjects {
		b.Sides = append(b.Sides, Side{
			Subject: p.subject(a, language), Assessment: linkTo(a.Record, language),
			Claimed: levelSum("claimed", a.Claimed, a, language), Provable: levelSum("provable", a.Provable, a, language),
		})
	}
	b.Rows = sideRows(model, subjects, language)
	b.Lesser = slices.ContainsFunc(subjects, func(a *maturity.Assessment) bool { return series.Compare(a.Provable.Mean, a.Claimed.Mean) < 0 })
	return b
}

// sideRows lays the levels of subjects side by side, by the model of today.
func sideRows(model *record.Record, subjects []*maturity.Assessment, language string) []SideRow {
	var out []SideRow
	for _, n := range model.Source.Fields.Get("competencies").Elements() {
		key := n.Get("key").String()
		row := SideRow{Competency: competencyLink(model, key, language)}
		for _, a := range subjects {
			cell := SideCell{}
			if l := a.Level(key); l != nil {
				cell = SideCell{l.Claimed, l.Provable}
			}
			row.Cells = append(row.Cells, cell)
		}
		out = append(out, row)
	}
	return out
}

func raise(a *maturity.Assessment, l maturity.Level, language string) Raise {
	out := Raise{Competency: competencyLink(a.Model, l.Key, language), From: l.Claimed, To: l.Projected}
	for _, m := range l.Plan {
		if m.To > l.Claimed {
			out.By = append(out.By, linkTo(m.Record, language))
		}
	}
	return out
}

// subject names who was assessed.
func (p *planner) subject(a *maturity.Assessment, language string) Link {
	if rec := p.book.Record(a.Subject); rec != nil {
		return linkTo(rec, language)
	}
	if f := a.Record.Type.Field("subject"); f != nil {
		if words, ok := wordOf(f.Values, a.Subject); ok {
			return Link{Title: words.In(language)}
		}
	}
	return Link{Title: a.Subject}
}

// anyAssessed reports whether anything was assessed by the day.
func (p *planner) anyAssessed() bool { return p.maturity != nil && len(p.maturity.Assessments) > 0 }
