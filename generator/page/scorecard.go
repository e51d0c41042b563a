package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

// scorecardsAddress is where all scorecards are listed.
const scorecardsAddress = score.Folder + "/"

// A Card is a scorecard: its rows, and how their numbers come about.
type Card struct {
	ID     string
	Day    Value
	Total  string // of all rows; "" for none
	Unit   string
	Level  string
	Reason string   // why there is no Total, where there should be one
	Text   []string // what its author says of it
	Lang   string   // of Text where it is not the page's
	First  string   // label of the records
	// Columns are the heads of the cells of Rows.
	Columns   []Column
	Rows      []CardRow
	Effects   bool    // the rows say what they changed
	Returns   bool    // the rows say what they brought in
	Shares    *Figure // the points of each row; nil without parts
	Quadrant  *Figure // the rows by benefit and effort; nil without such axes
	Quadrants []Quadrant
	Cut       string // where benefit and effort turn high
	Shift     string // in percent: how far weights may move without moving a robust rank; "" where none is told
	Parts     []CardPart
	Checks    []CardCheck
	Formula   string // the expression that gives each value, where it is one
	Brief     bool   // the page that it stands on says the rows in its own way
}

// A Column is the head of a column: a title, or a word of the theme.
type Column struct{ Title, Word string }

// A CardRow is a record on a scorecard.
type CardRow struct {
	Link   Link
	Cells  []Value
	Became *Became // of a ranked initiative
}

// A CardPart is a part of the rules, with the sentence of each grade.
type CardPart struct {
	Title       string
	Anchor      string
	Weight      string // in percent
	Worst, Best string
	Anchors     []string // from grade 1 up
}

// A CardCheck is a check of the rules, and how many pass it.
type CardCheck struct {
	Title       string
	Word        string // its severity, in the theme's words
	Weight      string
	Passed, All int
}

// Scores are where a record stands on scorecards.
type Scores struct {
	Day   Value
	Cards []Scored
}

// A Scored is a record's row on one scorecard.
type Scored struct {
	Link   Link
	Value  string
	Unit   string
	Reason string
	Level  string
	Rank   int
	Robust bool
	Flag   string // above, unranked, or ""
	Parts  []ScoredPart
	Inputs []ScoredInput
	Ours   bool // the house graded what its sources do not
	Failed []ScoredCheck
}

// A ScoredInput is something that a value is told with.
type ScoredInput struct {
	Title string
	Value Value
}

// A ScoredPart is how a part comes about: input and weight make points.
type ScoredPart struct {
	Title, Input, Weight, Points, Reason string
	Why                                  Value // why it was graded so
}

// A ScoredCheck is a check that a record does not pass.
type ScoredCheck struct{ Title, Fix, Reason string }

// listed returns the scorecards that have something to show.
func (p *planner) listed() []*score.Card {
	var out []*score.Card
	if p.cards == nil {
		return nil
	}
	for _, c := range p.cards.All {
		if len(c.Rows) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// scorecards plans the pages of the shipped scorecards. Those of the
// handbook's own are records and have a page already, and some stand on a page
// that shows more of the same.
func (p *planner) scorecards(at diag.Span, language string) {
	overviews := p.overviews()
	for _, c := range p.listed() {
		if c.Own || slices.ContainsFunc(overviews, func(o overview) bool { return p.cardAddress(c, language) == language+"/"+o.address }) {
			continue
		}
		p.add(at, &Page{
			Kind: Scorecard, Lang: language, Address: p.cardAddress(c, language), Title: c.Title(language),
			Summary: c.Record.In(language).Summary,
			Crumbs:  []Link{p.frames[language].Home, {Word: "scorecards", Address: language + "/" + scorecardsAddress}},
			Others:  p.everywhere(func(l string) string { return p.cardAddress(c, l) }),
			make: func(full *Page) {
				full.Card = p.card(c, language)
				p.matrixOn(full, c)
			},
		})
	}
}

// boardAddress is where the page stands that shows more of what a scorecard is
// about: where the shipped scorecard of that name does, unless the handbook's
// own is there.
func (p *planner) boardAddress(name string) string {
	if p.ownSlug(name) {
		return scorecardsAddress + name + "/all/"
	}
	return scorecardsAddress + name + "/"
}

// cardOf returns the shipped scorecard that stands on an overview; nil for none.
func (p *planner) cardOf(o overview, language string) *Card {
	for _, c := range p.listed() {
		if !c.Own && p.cardAddress(c, language) == language+"/"+o.address {
			card := p.card(c, language)
			card.Brief = c.Kind == score.Single
			return card
		}
	}
	return nil
}

// cardAddress is where a scorecard has its page. A shipped one gives way to one
// of the handbook's own that has its address and does not count yet, or any
// longer.
func (p *planner) cardAddress(c *score.Card, language string) string {
	slug := c.Record.In(language).Slug
	if !c.Own && p.ownSlug(slug) {
		slug += "/shipped"
	}
	return language + "/" + scorecardsAddress + slug + "/"
}

// ownSlug reports whether one of the handbook's own scorecards is called so.
func (p *planner) ownSlug(slug string) bool {
	for _, rec := range p.book.ByType(score.TypeName) {
		for _, text := range rec.Texts {
			if text.Slug == slug {
				return true
			}
		}
	}
	return false
}

func (p *planner) cardLink(c *score.Card, language string) Link {
	return Link{Title: c.Title(language), Address: p.cardAddress(c, language), ID: c.Record.ID}
}

// scorecardList lists all scorecards with their figures, after the health of the
// handbook.
func (p *planner) scorecardList(full *Page) {
	t := &Table{Words: []string{"scorecard.overall", "scorecard.level", "scorecard.records"}, Numbers: true}
	for _, c := range p.listed() {
		value := Value{Text: shown(c.Value, c, full.Lang)}
		if c.Value != nil {
			value.Order = value.Text
		}
		t.Rows = append(t.Rows, Row{
			Link: p.cardLink(c, full.Lang), Summary: c.Record.In(full.Lang).Summary,
			Cells: []Value{value, {Text: c.LevelName(c.Level, full.Lang)}, {Text: lang.FormatNumber(full.Lang, float64(len(c.Rows)), 0)}},
		})
	}
	full.Table, full.Health = t, p.health(full.Lang)
}

// shown words a value with its unit; "" for none.
func shown(v *float64, c *score.Card, language string) string {
	if v == nil {
		return ""
	}
	text := figure(*v, c.Decimal, language)
	switch unit := c.Unit(language); {
	case unit == "":
		return text
	case unit == "%" && language != "cs":
		return text + unit
	default:
		return text + "\u00a0" + unit
	}
}

// grade words an input: whole where it is.
func grade(v float64, language string) string {
	if v == float64(int64(v)) {
		return figure(v, 0, language)
	}
	return figure(v, 2, language)
}

// card says what a scorecard says.
func (p *planner) card(c *score.Card, language string) *Card {
	text := c.Record.In(language)
	out := &Card{
		ID: c.Record.ID, Day: dayOf(p.book.AsOf, language), Total: shown(c.Value, c, language), Unit: c.Unit(language),
		Level: c.LevelName(c.Level, language), Cut: grade(c.Cut, language),
	}
	if c.Shift > 0 && c.Ranked {
		out.Shift = grade(100*c.Shift, language)
	}
	if text.Written != language {
		out.Lang = text.Written
	}
	if c.Kind == score.Single {
		out.Formula = c.Record.Source.Fields.Get("value").String()
	}
	if c.RollUp != "" && c.Reason != nil {
		out.Reason = c.Reason.In(language)
	}
	if text.Doc != nil && c.Record.Type != nil && !c.Own {
		for _, s := range text.Doc.Sections {
			if s.Text != "" {
				out.Text = append(out.Text, s.Text)
			}
		}
	}
	if len(c.Types) == 1 {
		if t := p.book.Types.Type(c.Types[0]); t != nil {
			out.First = t.One.In(language)
		}
	}
	out.Columns = p.cardColumns(c, language)
	for _, row := range inNeed(c) {
		out.Rows = append(out.Rows, p.cardRow(c, row, language))
	}
	p.became(c, out, language)
	out.Shares = p.cardBars(c, out.First, language)
	out.Quadrant, out.Quadrants = p.cardQuadrant(c, out.First, language)
	p.cardRules(c, out, language)
	return out
}

// inNeed returns the rows in order of rank or, where there is none, the lowest
// first: whoever reads looks for what to mend.
func inNeed(c *score.Card) []*score.Row {
	rows := slices.Clone(c.Rows)
	if c.Ranked {
		return rows
	}
	slices.SortStableFunc(rows, func(a, b *score.Row) int {
		switch {
		case a.Value != nil && b.Value != nil:
			return series.Compare(*a.Value, *b.Value)
		case a.Value != nil:
			return -1
		case b.Value != nil:
			return 1
		}
		return 0
	})
	return rows
}

// stated returns the field that says how far a record is, where the records of
// the scorecard have one.
func (p *planner) stated(c *score.Card) *schema.Field {
	if len(c.Types) != 1 || !c.Ranked {
		return nil
	}
	if t := p.book.Types.Type(c.Types[0]); t != nil {
		return t.Field("state")
	}
	return nil
}

func (p *planner) cardColumns(c *score.Card, language string) []Column {
	var out []Column
	if c.Ranked {
		out = append(out, Column{Word: "scorecard.rank"})
	}
	if !c.Coded() {
		out = append(out, Column{Word: "scorecard.score"})
	}
	if len(c.Levels) > 0 {
		out = append(out, Column{Word: "scorecard.level"})
	}
	for _, part := range c.Parts {
		out = append(out, Column{Title: c.PartTitle(part.Key, language)})
	}
	for _, in := range c.Inputs {
		out = append(out, Column{Title: c.InputTitle(in.Key, language)})
	}
	if len(c.Checks) > 0 {
		out = append(out, Column{Word: "scorecard.failed"})
	}
	if f := p.stated(c); f != nil {
		out = append(out, Column{Title: f.Label.In(language)})
	}
	return out
}

func (p *planner) cardRow(c *score.Card, row *score.Row, language string) CardRow {
	out := CardRow{Link: linkTo(row.Record, language)}
	if c.Ranked {
		out.Cells = append(out.Cells, rankOf(row, language))
	}
	value := Value{Text: shown(row.Value, c, language)}
	if row.Value != nil {
		value.Order = figure(*row.Value, 6, "en")
		if c.Ranked { // the list is wide, and all of it is points
			value.Text = figure(*row.Value, c.Decimal, language)
		}
	} else if row.Reason != nil {
		value.Text = reasonIn(row.Reason, row.Record, language)
	}
	level := Value{Text: c.LevelName(row.Level, language)}
	switch {
	case c.Coded() && row.Value != nil:
		level.Order = value.Order
		out.Cells = append(out.Cells, level)
	case c.Coded():
		out.Cells = append(out.Cells, value)
	case len(c.Levels) > 0:
		out.Cells = append(out.Cells, value, level)
	default:
		out.Cells = append(out.Cells, value)
	}
	for _, part := range row.Parts {
		cell := Value{}
		if part.Points != nil {
			cell.Text = grade(*part.Input, language) + " → " + figure(*part.Points, 1, language)
			cell.Order = figure(*part.Points, 6, "en")
		}
		out.Cells = append(out.Cells, cell)
	}
	for _, fact := range row.Inputs {
		out.Cells = append(out.Cells, factValue(c, fact, language))
	}
	if len(c.Checks) > 0 {
		cell := Value{}
		for _, check := range failed(c, row, language) {
			cell.List = append(cell.List, Value{Text: check.Title})
		}
		out.Cells = append(out.Cells, cell)
	}
	if f := p.stated(c); f != nil {
		v, _ := p.readerOf(row.Record, language).value(f, row.Record.Source.Fields.Get(f.Name))
		out.Cells = append(out.Cells, v)
	}
	return out
}

// factValue words an input; one that is missing says nothing here.
func factValue(c *score.Card, fact score.Fact, language string) Value {
	var rule score.InputRule
	for _, in := range c.Inputs {
		if in.Key == fact.Key {
			rule = in
		}
	}
	switch v := fact.Value.(type) {
	case float64:
		return Value{Text: rule.Words(v, language), Order: figure(v, 6, "en")}
	case bool:
		if v {
			return Value{Flag: "yes"}
		}
		return Value{Flag: "no"}
	case string:
		return Value{Text: v}
	case []any:
		out := Value{}
		for _, text := range v {
			if s, ok := text.(string); ok {
				out.List = append(out.List, Value{Text: s})
			}
		}
		return out
	}
	return Value{}
}

func rankOf(row *score.Row, language string) Value {
	switch {
	case row.Out:
		return Value{Flag: "scorecard.unranked"}
	case row.Above:
		return Value{Flag: "scorecard.above"}
	case row.Rank == 0:
		return Value{}
	}
	n := lang.FormatNumber(language, float64(row.Rank), 0)
	if row.Robust {
		return Value{Text: n + " ●", Order: n}
	}
	return Value{Text: n, Order: n}
}

// failed returns the checks that a row does not pass, or of which nobody knows.
func failed(c *score.Card, row *score.Row, language string) []ScoredCheck {
	var out []ScoredCheck
	for _, check := range row.Checks {
		if check.Pass != nil && *check.Pass {
			continue
		}
		line := ScoredCheck{Title: c.CheckTitle(check.Key, language)}
		if check.Pass != nil {
			line.Fix = c.Fix(check.Key, language)
		} else if check.Reason != nil {
			line.Reason = reasonIn(check.Reason, row.Record, language)
		}
		out = append(out, line)
	}
	return out
}

var severities = map[diag.Severity]string{
	diag.Error: "severity.error", diag.Warning: "severity.warning", diag.Info: "severity.info",
}

// cardRules says how the numbers come about.
func (p *planner) cardRules(c *score.Card, out *Card, language string) {
	weights := 0.0
	for _, part := range c.Parts {
		weights += part.Weight
	}
	for _, part := range c.Parts {
		out.Parts = append(out.Parts, CardPart{
			Title: c.PartTitle(part.Key, language), Anchor: "page:part-" + part.Key, Weight: figure(100*part.Weight/weights, 0, language),
			Worst: grade(part.Worst, language), Best: grade(part.Best, language), Anchors: c.Anchors(part.Key, language),
		})
	}
	for _, rule := range c.Checks {
		line := CardCheck{Title: c.CheckTitle(rule.Key, language), Word: severities[rule.Severity], Weight: grade(rule.Weight, language)}
		for _, row := range c.Rows {
			for _, check := range row.Checks {
				if check.Key == rule.Key && check.Pass != nil {
					line.All++
					if *check.Pass {
						line.Passed++
					}
				}
			}
		}
		out.Checks = append(out.Checks, line)
	}
}

// scores returns where a record stands on scorecards; nil where on none. Only
// the version of the day is scored.
func (p *planner) scores(rec *record.Record, language string) *Scores {
	r := p.readerOf(rec, language)
	if otherVersion(rec) {
		return nil
	}
	out := &Scores{Day: dayOf(p.book.AsOf, language)}
	for _, s := range p.cards.Of(rec.ID) {
		c, row := s.Card, s.Row
		line := Scored{
			Link: p.cardLink(c, language), Value: shown(row.Value, c, language), Level: c.LevelName(row.Level, language),
			Rank: row.Rank, Robust: row.Robust, Failed: failed(c, row, language),
		}
		if c.Coded() && row.Value != nil {
			line.Value, line.Level = line.Level, ""
		}
		if row.Reason != nil {
			line.Reason = reasonIn(row.Reason, row.Record, language)
		}
		switch {
		case row.Out:
			line.Flag = "scorecard.unranked"
		case row.Above:
			line.Flag = "scorecard.above"
		}
		for _, part := range row.Parts {
			line.Parts, line.Ours = append(line.Parts, r.scoredPart(c, part)), r.ours[criteria]
		}
		for _, fact := range row.Inputs {
			if fact.Value == nil && row.Value == nil {
				continue // the value has said why
			}
			v := factValue(c, fact, language)
			if fact.Reason != nil {
				v = Value{Text: fact.Reason.In(language)}
			}
			line.Inputs = append(line.Inputs, ScoredInput{c.InputTitle(fact.Key, language), v})
		}
		out.Cards = append(out.Cards, line)
	}
	if len(out.Cards) == 0 {
		return nil
	}
	return out
}

func (r *reader) scoredPart(c *score.Card, part score.Part) ScoredPart {
	language, rec := r.lang, r.rec
	out := ScoredPart{Title: c.PartTitle(part.Key, language), Weight: figure(part.Weight, 2, language), Why: r.why(part.Key)}
	if part.Points != nil {
		out.Input, out.Points = grade(*part.Input, language), figure(*part.Points, 1, language)
	} else if part.Reason != nil {
		out.Reason = reasonIn(part.Reason, rec, language)
	}
	return out
}
