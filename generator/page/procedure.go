package page

import (
	"math"
	"time"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A Procedure is what a procedure's page adds to the record: its steps, who
// stands where in them, and how long they take.
type Procedure struct {
	Title   string // the label of the field: Steps
	Anchor  string
	Ours    bool // the house added the whole list
	Steps   []Step
	Roles   []Link // the columns of the table of letters
	Total   Value  // the time promised; without Text where no step has a time
	Untimed int    // steps without a time of their own
}

// A Step is a step on its procedure's page.
type Step struct {
	Number  int
	Anchor  string
	Title   string
	Lang    string // of Title, where it is not the page's
	Ours    bool
	Who     *Link // who does it
	Channel Value
	Within  Value
	Facts   []Fact          // everything else
	Law     *Fact           // the acts that it rests on
	Letters [][]duty.Letter // R, A, S, C, I of each of the Roles
	Finish  Value           // from the start of the procedure
	OnPath  bool            // a delay here delays the whole
	Remarks []Remark        // exceptions to the duties that it carries out
	Bar     Bar
}

// A Bar is a step's time in the picture, in percent of the whole, rounded to
// two decimals; a step without time has no width.
type Bar struct{ From, Width float64 }

// said are the facts of a step that its page says in places of their own.
var said = map[string]bool{"title": true, "responsible": true, "within": true, "channel": true}

// computed lays out what is computed of a record and returns the fields that
// need not be shown any more.
func (p *planner) computed(out *Record, r *reader) []string {
	if otherVersion(r.rec) {
		return nil // what is computed is computed for the law of the day
	}
	switch r.rec.Type.Name {
	case "procedure":
		if out.Procedure = p.procedure(r); out.Procedure != nil {
			return []string{"steps"}
		}
	case "role":
		out.Work = p.work(r)
		return []string{"responsibilities"}
	case "assessment":
		out.Assessed = p.assessed(r)
	case "initiative":
		out.Improved = p.improved(r)
		instead := out.Improved.instead()
		if out.Scores.explained(r) {
			instead = append(instead, criteria)
		}
		return instead
	}
	return nil
}

func (p *planner) procedure(r *reader) *Procedure {
	computed, field := p.duties.Procedure(r.rec.ID), r.rec.Type.Field("steps")
	if computed == nil || len(computed.Steps) == 0 || field == nil || field.Item == nil {
		return nil
	}
	out := &Procedure{Title: field.Label.In(r.lang), Anchor: "field:steps", Ours: r.ours["steps"], Total: span(computed.Total, r.lang), Untimed: computed.Untimed}
	var roles []string
	for _, id := range computed.Roles {
		if rec := p.book.Record(id); rec != nil {
			roles = append(roles, id)
			out.Roles = append(out.Roles, linkTo(rec, r.lang))
		}
	}
	written := r.fields().Get("steps").Elements()
	for i, s := range computed.Steps {
		if i < len(written) {
			out.Steps = append(out.Steps, p.step(r, computed, s, written[i], roles))
		}
	}
	return out
}

func (p *planner) step(r *reader, whole *duty.Procedure, s *duty.Step, n *source.Node, roles []string) Step {
	fields := r.rec.Type.Field("steps").Item.Fields
	out := Step{
		Number: s.Index + 1, Anchor: anchorOf("steps", s.Key), Title: n.Get("title").String(), Lang: r.foreign(),
		Ours: r.ours[s.Key], Who: p.roleLink(s.Responsible, r.lang), OnPath: s.OnPath && !whole.Total.IsZero(),
		Bar: bar(s, whole.Total),
	}
	if s.Timed {
		out.Finish = span(s.Finish, r.lang)
	}
	for _, f := range r.facts(fields, n) {
		switch {
		case f.Name == "within":
			out.Within = f.Value
		case f.Name == "channel":
			out.Channel = f.Value
		case f.Name == "after" && len(s.After) == 1 && s.After[0] == s.Index-1:
			// It follows the step above it, as anybody expects.
		case f.Name == "legal_basis":
			out.Law = &f
		case !said[f.Name]:
			out.Facts = append(out.Facts, f)
		}
	}
	for _, target := range n.Get("carries_out").Strings() {
		out.Remarks = append(out.Remarks, p.exceptionsTo(target, r.lang)...)
	}
	for _, id := range roles {
		out.Letters = append(out.Letters, s.Letters(id))
	}
	return out
}

func bar(s *duty.Step, total duty.Span) Bar {
	whole := float64(total.Calendar())
	if whole <= 0 {
		return Bar{}
	}
	percent := func(d time.Duration) float64 { return math.Round(float64(d)/whole*10_000) / 100 }
	from := percent(s.Start.Calendar())
	return Bar{From: from, Width: math.Round((percent(s.Finish.Calendar())-from)*100) / 100}
}

// span words a computed time.
func span(s duty.Span, language string) Value {
	if s.IsZero() {
		return Value{}
	}
	return Value{Text: s.In(language), Machine: s.ISO()}
}

func (p *planner) roleLink(id, language string) *Link {
	rec := p.book.Record(id)
	if rec == nil {
		return nil
	}
	l := linkTo(rec, language)
	return &l
}

// partOf returns the field that the things of a list have, or nil: a handbook's
// own schema may know nothing of it.
func partOf(list *schema.Field, name string) *schema.Field {
	if list == nil || list.Item == nil {
		return nil
	}
	return list.Item.Field(name)
}

// label returns what a field is called.
func label(f *schema.Field, language string) string {
	if f == nil {
		return ""
	}
	return f.Label.In(language)
}

// fields returns the front matter that the reader reads.
func (r *reader) fields() *source.Node { return r.rec.Texts[r.lang].Fields }

// itemLink leads to a keyed thing of the record, under its own name.
func (r *reader) itemLink(key string) Link {
	l := linkTo(r.rec, r.lang)
	l.Fragment = itemAnchor(r.rec, key, r.lang)
	if name := itemName(r.rec, key, r.lang); name != "" {
		l.Title = name
	}
	return l
}

// contents lists what a procedure adds to its page, each step by name.
func (p *Procedure) contents() []Entry {
	if p == nil {
		return nil
	}
	out := []Entry{{Level: 2, Title: p.Title, Anchor: p.Anchor}}
	for _, s := range p.Steps {
		out = append(out, Entry{Level: 3, Title: s.Title, Anchor: s.Anchor, Lang: s.Lang})
	}
	if p.Total.Text != "" {
		out = append(out, Entry{Level: 2, Word: "procedure.timeline", Anchor: "page:timeline"})
	}
	return append(out, Entry{Level: 2, Word: "raci", Anchor: "page:raci"})
}
