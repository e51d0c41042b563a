// Package score works out the scorecards: rules that are data, such as how an
// initiative earns its priority.
//
// In: a Handbook with what other rooms made of it, the scorecards that are
// shipped, and named values that other rooms have worked out.
// Out: Cards: each scorecard with a row for each of its records, every number
// with its parts and every missing number with its reason; and findings about
// rules that cannot be, inputs out of range, and checks that failed.
//
// A rule is an expression over a record's fields. Its types come from the
// schemas, so that a misspelt field is found when the handbook is loaded. A
// fact that is absent makes a row not assessable, never a zero.
//
// It is the only package that knows the language of expressions. It opens
// nothing and reads no clock.
package score

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
)

// TypeName is the record type of scorecards.
const TypeName = "scorecard"

// An Input is what scorecards are worked out from.
type Input struct {
	Book    *record.Handbook
	Graph   *link.Graph
	Duties  *duty.Duties
	Ledger  acknowledgement.Ledger
	Shipped []*record.Record // see Shipped; a handbook's own of the same id replace them
	Named   []Named          // values that other rooms have worked out
	// Trainings says who has completed which training.
	Trainings education.Ledger
}

// A Card is a scorecard with its rows.
type Card struct {
	Record  *record.Record // the scorecard itself
	Own     bool           // the handbook's own, not a shipped one
	Kind    Kind
	Types   []string // the types that it is about
	Rows    []*Row   // ranked ones in order of rank, after those that stand above; others by id
	Value   *float64
	Reason  *Reason // why there is no Value
	Level   string  // key of the level of Value; "" for none
	RollUp  string  // mean, weighted, min; "" for none
	Decimal int     // how many decimals are shown
	Parts   []PartRule
	Checks  []CheckRule
	Inputs  []InputRule // what is shown beside each value
	Min     *float64
	Max     *float64
	Cut     float64 // of the quadrant; 0 for none
	Shift   float64 // by which share weights may move
	Ranked  bool
	Levels  []LevelRule

	levelOnly bool // a value is no more than a code of its level
	today     bool // it counts on the day
	newest    bool // there is no later version of it
	passing   bool // it has a last day, or a later version
}

// A Kind says how a scorecard gives values.
type Kind string

// The kinds of scorecard.
const (
	Checks Kind = "checks"
	Parts  Kind = "parts"
	Single Kind = "value"
)

// A PartRule is a part of the rules of a scorecard.
type PartRule struct {
	Key         string
	Worst, Best float64
	Weight      float64
	Axis        string // benefit, effort, or ""
}

// A CheckRule is a check of a scorecard.
type CheckRule struct {
	Key        string
	Severity   diag.Severity
	Weight     float64
	ReportedAs diag.Code
	Timed      bool // the mere passing of a day can change it
}

// An InputRule is something that is shown beside each value, so that the value
// explains itself.
type InputRule struct {
	Key     string
	Decimal int  // of numbers: how many decimals are shown; −1 for at most one
	Signed  bool // of numbers: a difference, shown with its sign
}

// A LevelRule is a level of a scorecard.
type LevelRule struct {
	Key  string
	From float64
}

// A Row is one record on a scorecard.
type Row struct {
	Record *record.Record
	Value  *float64
	Reason *Reason // why there is no Value
	Level  string
	Weight float64 // in a weighted roll-up
	Rank   int     // 0: none
	Robust bool    // the rank holds under any small shift of the weights
	Above  bool    // stands above the ranked ones
	Out    bool    // is not ranked
	Parts  []Part
	Checks []Check
	Inputs []Fact
	// Benefit and Effort are the means of the inputs on each axis; nil without
	// a quadrant or where an input is missing.
	Benefit, Effort *float64
}

// A Part is what one part of a row comes to.
type Part struct {
	Key    string
	Input  *float64
	Points *float64 // nil without an input
	Weight float64
	Reason *Reason
}

// A Fact is what one input of a row is: a float64, a bool, a string or a list of
// texts, or nil and the reason why there is none.
type Fact struct {
	Key    string
	Value  any
	Reason *Reason
}

// A Check is what one check of a row comes to.
type Check struct {
	Key      string
	Pass     *bool // nil: not assessable
	Reason   *Reason
	Severity diag.Severity
	Weight   float64
}

// Cards are the scorecards of a handbook, by id.
type Cards struct {
	All   []*Card
	Named []Named // every named value that expressions may use

	of map[string][]Standing // by record
}

// Card returns the scorecard with an id, or nil.
func (c *Cards) Card(id string) *Card {
	if c == nil {
		return nil
	}
	for _, card := range c.All {
		if card.Record.ID == id {
			return card
		}
	}
	return nil
}

// A Standing is where a record stands on a scorecard.
type Standing struct {
	Card *Card
	Row  *Row
}

// Of returns every row of a record.
func (c *Cards) Of(id string) []Standing {
	if c == nil {
		return nil
	}
	return c.of[id]
}

// Make works out the scorecards.
func Make(in Input) (*Cards, diag.List) {
	m := &maker{Input: in, cards: &Cards{of: map[string][]Standing{}}}
	m.cards.Named = m.registry()
	for _, rec := range Effective(m.Book, m.Shipped) {
		if !off(rec) {
			m.card(rec)
		}
	}
	for _, rec := range m.Book.ByType(TypeName) {
		m.ahead(rec)
	}
	for _, card := range m.cards.All {
		for _, row := range card.Rows {
			m.cards.of[row.Record.ID] = append(m.cards.of[row.Record.ID], Standing{card, row})
		}
	}
	return m.cards, m.found
}

// off reports whether a scorecard is switched off.
func off(rec *record.Record) bool {
	enabled := rec.Source.Fields.Get("enabled")
	return enabled != nil && !enabled.True()
}

// Effective returns the records of the scorecards that count, by id: the
// handbook's own that are in force, and the shipped ones that none of them
// replaces. Those that are switched off are among them.
func Effective(book *record.Handbook, shipped []*record.Record) []*record.Record {
	own := slices.DeleteFunc(slices.Clone(book.ByType(TypeName)), func(rec *record.Record) bool {
		return book.StandingOf(rec).Force != record.InForce
	})
	out := slices.Clone(own)
	for _, rec := range shipped {
		if !slices.ContainsFunc(own, func(o *record.Record) bool { return o.ID == rec.ID }) && !book.Broken[rec.ID] {
			out = append(out, rec)
		}
	}
	slices.SortFunc(out, func(a, b *record.Record) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// A maker carries one Make.
type maker struct {
	Input
	cards *Cards
	found diag.List

	gathered *index
}

func (m *maker) report(d diag.Diagnostic) { m.found = append(m.found, d) }
