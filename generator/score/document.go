package score

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/series"
)

// The shape of scorecards for programs, on the command line and in the site's
// API. The order of the fields is the contract.
type (
	// A Document is scorecards in words of one language.
	Document struct {
		Version    int            `json:"version"`
		AsOf       string         `json:"as_of"`
		Scorecards []DocumentCard `json:"scorecards"`
	}
	// A DocumentCard is one scorecard.
	DocumentCard struct {
		ID       string        `json:"id"`
		Title    string        `json:"title"`
		Audience []string      `json:"-"`
		Unit     string        `json:"unit,omitempty"`
		Value    *float64      `json:"value"`
		Reason   string        `json:"reason,omitempty"`
		Level    string        `json:"level,omitempty"`
		RollUp   string        `json:"roll_up,omitempty"`
		Rows     []DocumentRow `json:"rows"`
	}
	// A DocumentRow is a record on a scorecard.
	DocumentRow struct {
		Record   string          `json:"record"`
		Title    string          `json:"title"`
		Audience []string        `json:"-"` // whose eyes it is for; nobody's in particular without
		Value    *float64        `json:"value"`
		Reason   string          `json:"reason,omitempty"`
		Rank     int             `json:"rank,omitempty"`
		Robust   *bool           `json:"robust,omitempty"`
		Above    bool            `json:"above,omitempty"`    // stands above the ranked ones
		Unranked bool            `json:"unranked,omitempty"` // has no rank, whatever its value
		Level    string          `json:"level,omitempty"`
		Benefit  *float64        `json:"benefit,omitempty"`
		Effort   *float64        `json:"effort,omitempty"`
		Parts    []DocumentPart  `json:"parts,omitempty"`
		Checks   []DocumentCheck `json:"checks,omitempty"`
		Inputs   []DocumentInput `json:"inputs,omitempty"`
	}
	// A DocumentInput is something that a value is told with.
	DocumentInput struct {
		Key    string `json:"key"`
		Title  string `json:"title"`
		Value  any    `json:"value"` // a number, a flag, a text, a list of texts, or null
		Reason string `json:"reason,omitempty"`

		Rule InputRule `json:"-"` // how it is shown
	}
	// A DocumentPart is what one part of a row comes to.
	DocumentPart struct {
		Key    string   `json:"key"`
		Title  string   `json:"title"`
		Input  *float64 `json:"input"`
		Reason string   `json:"reason,omitempty"`
		Weight float64  `json:"weight"`
		Points *float64 `json:"points"`
	}
	// A DocumentCheck is what one check of a row comes to.
	DocumentCheck struct {
		Key      string        `json:"key"`
		Title    string        `json:"title"`
		Pass     *bool         `json:"pass"`
		Reason   string        `json:"reason,omitempty"`
		Severity diag.Severity `json:"severity"`
		Weight   float64       `json:"weight"`
		Fix      string        `json:"fix,omitempty"` // of a check that failed
	}
)

// Document returns scorecards for programs. only leaves out rows of other
// records; "" keeps all.
func (c *Cards) Document(asOf, language, only string) Document {
	out := Document{Version: 1, AsOf: asOf, Scorecards: []DocumentCard{}}
	for _, card := range c.All {
		doc := card.document(language)
		for _, row := range card.Rows {
			if only == "" || row.Record.ID == only {
				doc.Rows = append(doc.Rows, card.row(row, language))
			}
		}
		if only == "" || len(doc.Rows) > 0 {
			out.Scorecards = append(out.Scorecards, doc)
		}
	}
	return out
}

func (c *Card) document(language string) DocumentCard {
	return DocumentCard{
		ID: c.Record.ID, Title: c.Title(language), Audience: c.Record.Audience(), Unit: c.Unit(language), Value: six(c.Value), Reason: c.Reason.text(language),
		Level: c.LevelName(c.Level, language), RollUp: c.RollUp, Rows: []DocumentRow{},
	}
}

func (c *Card) row(row *Row, language string) DocumentRow {
	out := DocumentRow{
		Record: row.Record.ID, Title: row.Record.In(language).Title, Audience: row.Record.Audience(), Value: six(row.Value), Reason: row.Reason.text(language),
		Rank: row.Rank, Above: row.Above, Unranked: row.Out, Level: c.LevelName(row.Level, language),
		Benefit: six(row.Benefit), Effort: six(row.Effort),
	}
	if row.Rank > 0 && c.Shift > 0 {
		out.Robust = &row.Robust
	}
	for _, p := range row.Parts {
		out.Parts = append(out.Parts, DocumentPart{
			Key: p.Key, Title: c.PartTitle(p.Key, language), Input: six(p.Input), Reason: p.Reason.text(language),
			Weight: p.Weight, Points: six(p.Points),
		})
	}
	for _, f := range row.Inputs {
		in := DocumentInput{Key: f.Key, Title: c.InputTitle(f.Key, language), Value: f.Value, Reason: f.Reason.text(language), Rule: c.rule(f.Key)}
		if v, ok := f.Value.(float64); ok {
			in.Value = *six(&v)
		}
		out.Inputs = append(out.Inputs, in)
	}
	for _, k := range row.Checks {
		check := DocumentCheck{
			Key: k.Key, Title: c.CheckTitle(k.Key, language), Pass: k.Pass, Reason: k.Reason.text(language),
			Severity: k.Severity, Weight: k.Weight,
		}
		if k.Pass != nil && !*k.Pass {
			check.Fix = c.Fix(k.Key, language)
		}
		out.Checks = append(out.Checks, check)
	}
	return out
}

// six rounds to six decimals, as programs get numbers.
func six(v *float64) *float64 {
	if v == nil {
		return nil
	}
	r := series.Round(*v, 6) + 0 // no negative zero
	return &r
}

func (r *Reason) text(language string) string {
	if r == nil {
		return ""
	}
	return r.In(language)
}

// Title returns what the scorecard is called.
func (c *Card) Title(language string) string { return c.Record.In(language).Title }

// Unit returns the unit of its values; "" for none.
func (c *Card) Unit(language string) string {
	return c.Record.In(language).Fields.Get("unit").String()
}

// LevelName returns what the level with a key is called.
func (c *Card) LevelName(key, language string) string { return c.item("levels", key, "name", language) }

// PartTitle returns what a part is called.
func (c *Card) PartTitle(key, language string) string { return c.item("parts", key, "title", language) }

// InputTitle returns what an input is called.
func (c *Card) InputTitle(key, language string) string {
	return c.item("inputs", key, "title", language)
}

// rule returns how an input is shown.
func (c *Card) rule(key string) InputRule {
	for _, in := range c.Inputs {
		if in.Key == key {
			return in
		}
	}
	return InputRule{}
}

// Words returns a number as it is shown, by the rule of its input.
func (r InputRule) Words(v float64, language string) string {
	decimals := r.Decimal
	if decimals < 0 {
		decimals = 1
		if series.Compare(series.Round(v, 1), series.Round(v, 0)) == 0 {
			decimals = 0
		}
	}
	v = series.Round(v, decimals) + 0 // no minus before nought
	text := lang.FormatNumber(language, v, decimals)
	if r.Signed && v > 0 {
		return "+" + text
	}
	return text
}

// Coded reports whether a scorecard's values only say which level a row is on
// (level_only). Then the level says it better.
func (c *Card) Coded() bool { return c.levelOnly && len(c.Levels) > 0 }

// CheckTitle returns what a check is called.
func (c *Card) CheckTitle(key, language string) string {
	return c.item("checks", key, "title", language)
}

// Fix returns what to do where a check fails; "" where nobody says.
func (c *Card) Fix(key, language string) string { return c.item("checks", key, "fix", language) }

// Anchors returns the sentence of each grade of a part, from 1 up.
func (c *Card) Anchors(key, language string) []string {
	for _, n := range c.Record.In(language).Fields.Get("parts").Elements() {
		if n.Get("key").String() == key {
			return n.Get("anchors").Strings()
		}
	}
	return nil
}

// item returns a text of a thing in one of the scorecard's lists.
func (c *Card) item(list, key, field, language string) string {
	if key == "" {
		return ""
	}
	for _, n := range c.Record.In(language).Fields.Get(list).Elements() {
		if n.Get("key").String() == key {
			return n.Get(field).String()
		}
	}
	return ""
}
