package score

import (
	"maps"
	"slices"
	"strconv"

	"github.com/expr-lang/expr/types"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// rules are a scorecard's expressions, compiled.
type rules struct {
	*maker
	card   *Card
	scope  *scope
	fields *source.Node
	env    types.Map
	sound  bool // nothing is wrong with them so far

	where, above, unranked, weight, value *expression
	checks                                []checkRule
	parts                                 []partRule
	inputs                                []inputRule
	ties                                  []string
}

type checkRule struct {
	CheckRule
	where, pass *expression
	title, fix  diag.Text
	at          string
}

type inputRule struct {
	key   string
	input *expression
}

type partRule struct {
	PartRule
	input *expression
	title diag.Text
}

// card makes a scorecard of its record. One whose rules cannot be is reported
// and left out: half of its rules would give a number that looks whole.
func (m *maker) card(rec *record.Record) {
	card, all := m.read(rec)
	for _, r := range all {
		r.rows()
		r.findings()
	}
	if len(all) == 0 {
		return
	}
	if card.Ranked {
		all[0].rank()
	}
	all[0].rollUp()
	m.cards.All = append(m.cards.All, card)
}

// ahead reports what is wrong in the versions of a handbook's own scorecard that
// do not count today, and what the newest of them is going to block: the same is
// wrong on every day, so that nothing fails because a day has come.
func (m *maker) ahead(rec *record.Record) {
	for _, v := range rec.Versions {
		if v.Status != "approved" || m.counted(v) || off(v) {
			continue
		}
		_, all := m.read(v)
		if v != decided(rec) || m.Book.StandingOf(v).Force != record.Coming {
			continue
		}
		for _, r := range all {
			r.rows()
			r.findings()
		}
	}
}

// counted reports whether a version of the handbook's own scorecard counts on the
// day.
func (m *maker) counted(rec *record.Record) bool {
	return m.Book.Record(rec.ID) == rec && m.Book.StandingOf(rec).Force == record.InForce
}

// read compiles the rules of a scorecard, for each type that it is about; none
// where they cannot be.
func (m *maker) read(rec *record.Record) (*Card, []*rules) {
	fields := rec.Source.Fields
	card := &Card{Record: rec, RollUp: fields.Get("roll_up").String(), Decimal: 1, passing: !rec.Until.IsZero()}
	own := m.Book.Record(rec.ID)
	card.Own = own != nil && slices.Contains(own.Versions, rec)
	card.newest = !card.Own || decided(own) == rec
	card.passing = card.passing || !card.newest
	card.today = !card.Own || m.counted(rec)
	var all []*rules
	sound := true
	for _, n := range typesOf(fields.Get("applies_to")) {
		r := &rules{maker: m, card: card, fields: fields, sound: true}
		t := m.Book.Types.Type(n.String())
		switch {
		case t == nil && card.Own && n.String() != "":
			r.unknownType(n)
			sound = false
		case t == nil: // a handbook that has none of these records
		default:
			card.Types = append(card.Types, t.Name)
			r.scope = &scope{maker: m, typ: t, params: fields.Get("params")}
			r.scope.used = r.used()
			r.env = r.scope.env()
			r.settings()
			r.compile()
			sound = sound && r.sound
			all = append(all, r)
		}
	}
	if !sound {
		return card, nil
	}
	return card, all
}

// typesOf returns the one type, or the several, that a scorecard is about.
func typesOf(n *source.Node) []*source.Node {
	if n != nil && n.Kind == source.String {
		return []*source.Node{n}
	}
	return n.Elements()
}

// isTime reports whether a text is a length of time.
func isTime(text string) bool {
	_, err := lang.Date{Year: 2000, Month: 1, Day: 1}.Add(text)
	return err == nil
}

func (r *rules) unknownType(at *source.Node) {
	var all []string
	for _, t := range r.Book.Types.Types() {
		all = append(all, t.Name)
	}
	d := diag.New(diag.ScorecardRules, at.At, "type", at.Text).As("type").For(r.card.Record.ID, "/applies_to")
	if near, ok := nearest.Nearest(at.Text, all); ok {
		d = d.Suggest("near", "suggestion", near)
	}
	r.report(d)
}

// used returns the names in all expressions of the scorecard.
func (r *rules) used() map[string]bool {
	out := map[string]bool{}
	add := func(n *source.Node) {
		for name := range names(n.String()) {
			out[name] = true
		}
	}
	for _, name := range []string{"where", "above", "unranked", "row_weight", "value"} {
		add(r.fields.Get(name))
	}
	for _, c := range r.fields.Get("checks").Elements() {
		if of := c.Get("of").Strings(); len(of) > 0 && !slices.Contains(of, r.scope.typ.Name) {
			continue
		}
		add(c.Get("where"))
		add(c.Get("pass"))
	}
	for _, list := range []string{"parts", "inputs"} {
		for _, p := range r.fields.Get(list).Elements() {
			add(p.Get("input"))
		}
	}
	return out
}

// settings reads what is no expression.
func (r *rules) settings() {
	f, c := r.fields, r.card
	c.Levels = nil
	c.levelOnly = f.Get("level_only").True()
	c.Ranked, c.Min, c.Max = f.Get("rank").True(), decimal(f.Get("min")), decimal(f.Get("max"))
	if n, ok := f.Get("round").Int(); ok {
		c.Decimal = n
	}
	if v := decimal(f.Get("cut")); v != nil {
		c.Cut = *v
	}
	if v := decimal(f.Get("shift")); v != nil {
		c.Shift = *v
	}
	for _, l := range f.Get("levels").Elements() {
		level := LevelRule{Key: l.Get("key").String()}
		if v := decimal(l.Get("from")); v != nil {
			level.From = *v
		}
		c.Levels = append(c.Levels, level)
	}
	slices.SortStableFunc(c.Levels, func(a, b LevelRule) int { return compare(a.From, b.From) })
	kinds := 0
	for _, k := range []Kind{Checks, Parts, Single} {
		if f.Get(string(k)) != nil {
			c.Kind = k
			kinds++
		}
	}
	switch {
	case kinds == 0:
		r.refuse(f.Get("id"), "none")
	case kinds > 1:
		r.refuse(f.Get(string(c.Kind)), "several")
	}
	if p := f.Get("params"); p != nil {
		for _, e := range p.Fields {
			if e.Value.Kind != source.Number && !isTime(e.Value.Text) {
				r.refuse(e.Value, "param", "name", e.Key, "value", e.Value.Text)
			}
		}
	}
}

// refuse reports rules that cannot be.
func (r *rules) refuse(at *source.Node, variant string, args ...string) {
	r.sound = false
	span := diag.Span{}
	if at != nil {
		span = at.At
	}
	d := diag.New(diag.ScorecardRules, span, args...).As(variant).For(r.card.Record.ID, "")
	r.reportRule(d)
}

// reportRule reports what is wrong with a rule. A shipped one is not the
// author's: it no longer fits the handbook's own schemas.
func (r *rules) reportRule(d diag.Diagnostic) {
	r.sound = false
	if r.card.Own {
		r.report(d)
		return
	}
	own := diag.Position{Line: 1, Column: 1}
	r.report(diag.New(diag.ScorecardRules, diag.Span{File: r.Book.Config.Name, Start: own, End: own}, "id", r.card.Record.ID).As("shipped"))
}

func decimal(n *source.Node) *float64 {
	if n == nil || n.Kind != source.Number {
		return nil
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	if err != nil || !finite(f) {
		return nil
	}
	return &f
}

// compile compiles all expressions.
func (r *rules) compile() {
	f := r.fields
	r.where = r.expression(f.Get("where"), Flag)
	r.above = r.expression(f.Get("above"), Flag)
	r.unranked = r.expression(f.Get("unranked"), Flag)
	r.weight = r.expression(f.Get("row_weight"), Number)
	r.value = r.expression(f.Get("value"), Number)
	for i, c := range f.Get("checks").Elements() {
		if of := c.Get("of").Strings(); len(of) == 0 || slices.Contains(of, r.scope.typ.Name) {
			r.check(i, c)
		}
	}
	for i, p := range f.Get("parts").Elements() {
		r.part(i, p)
	}
	for _, n := range f.Get("inputs").Elements() {
		r.input(n)
	}
	for _, tie := range f.Get("ties").Elements() {
		if !slices.ContainsFunc(r.parts, func(p partRule) bool { return p.Key == tie.Text }) {
			r.refuse(tie, "tie", "key", tie.Text)
		}
		r.ties = append(r.ties, tie.Text)
	}
}

func (r *rules) check(i int, n *source.Node) {
	c := checkRule{
		CheckRule: CheckRule{
			Key: n.Get("key").String(), Severity: diag.Severity(n.Get("severity").String()), Weight: weightOf(n),
			ReportedAs: diag.Code(n.Get("reported_as").String()),
		},
		where: r.expression(n.Get("where"), Flag), pass: r.expression(n.Get("pass"), Flag),
		title: r.words("checks", i, "title"), fix: r.words("checks", i, "fix"), at: n.Get("at").String(),
	}
	if c.ReportedAs != "" && diag.Lookup(c.ReportedAs) == nil {
		r.refuse(n.Get("reported_as"), "code", "code", string(c.ReportedAs))
	}
	c.Timed = r.timed(c.where) || r.timed(c.pass)
	r.checks = append(r.checks, c)
	if i := slices.IndexFunc(r.card.Checks, func(o CheckRule) bool { return o.Key == c.Key }); i >= 0 {
		r.card.Checks[i].Timed = r.card.Checks[i].Timed || c.Timed
		return
	}
	r.card.Checks = append(r.card.Checks, c.CheckRule)
}

func (r *rules) part(i int, n *source.Node) {
	p := partRule{
		PartRule: PartRule{Key: n.Get("key").String(), Weight: weightOf(n), Axis: n.Get("axis").String()},
		input:    r.expression(n.Get("input"), Number), title: r.words("parts", i, "title"),
	}
	worst, best := decimal(n.Get("worst")), decimal(n.Get("best"))
	switch {
	case worst == nil || best == nil:
		r.sound = false // the schema reports it
		return
	case *worst == *best:
		r.refuse(n.Get("best"), "flat", "key", p.Key)
	}
	p.Worst, p.Best = *worst, *best
	r.parts = append(r.parts, p)
	if !slices.Contains(r.card.Parts, p.PartRule) {
		r.card.Parts = append(r.card.Parts, p.PartRule)
	}
}

// input compiles an input, which may give any kind of value.
func (r *rules) input(n *source.Node) {
	rule := InputRule{Key: n.Get("key").String(), Decimal: -1, Signed: n.Get("signed").True()}
	if d, ok := n.Get("round").Int(); ok {
		rule.Decimal = d
	}
	at := n.Get("input")
	for _, outcome := range []Outcome{Number, Flag, Text} {
		if e, fault := compile(at.String(), outcome, r.env); fault == nil {
			r.addInput(rule, e)
			return
		}
	}
	if e := r.expression(at, Texts); e != nil {
		r.addInput(rule, e)
	}
}

func (r *rules) addInput(rule InputRule, e *expression) {
	r.inputs = append(r.inputs, inputRule{rule.Key, e})
	if !slices.Contains(r.card.Inputs, rule) {
		r.card.Inputs = append(r.card.Inputs, rule)
	}
}

func weightOf(n *source.Node) float64 {
	if w := decimal(n.Get("weight")); w != nil {
		return *w
	}
	return 1
}

// words returns a text of a thing in a list in the languages of findings.
func (r *rules) words(list string, i int, field string) diag.Text {
	in := func(language string) string {
		text := r.card.Record.In(language)
		if text == nil {
			text = r.card.Record.Source
		}
		if all := text.Fields.Get(list).Elements(); i < len(all) {
			return all[i].Get(field).String()
		}
		return ""
	}
	return diag.Text{PL: in("pl"), CS: in("cs"), EN: in("en")}
}

// expression compiles one expression; nil where there is none. What is wrong
// with it is reported at its place.
func (r *rules) expression(n *source.Node, outcome Outcome) *expression {
	if n == nil {
		return nil
	}
	if n.Kind != source.String && n.Kind != source.Bool && n.Kind != source.Number {
		r.sound = false // the schema reports it
		return nil
	}
	e, fault := compile(n.Text, outcome, r.env)
	if fault == nil {
		return e
	}
	at := n.At
	at.Start = n.Position(fault.offset)
	at.End = diag.Position{Line: at.Start.Line, Column: at.Start.Column + 1}
	if at.Start == n.At.Start && fault.offset > 0 {
		at = n.At
	}
	d := diag.New(diag.ScorecardExpression, at, fault.args...).As(fault.variant).For(r.card.Record.ID, "")
	if fault.variant == "unknown" || fault.variant == "field" {
		if near, ok := nearest.Nearest(fault.args[1], r.known()); ok {
			d = d.Suggest("near", "suggestion", near)
		}
	}
	r.reportRule(d)
	return nil
}

// known returns the names that expressions may use, at the top and inside.
func (r *rules) known() []string {
	seen := map[string]bool{}
	var walk func(types.Map)
	walk = func(m types.Map) {
		for name, t := range m {
			seen[name] = true
			if inner, ok := t.(types.Map); ok {
				walk(inner)
			}
		}
	}
	walk(r.env)
	delete(seen, types.Extra)
	return slices.Sorted(maps.Keys(seen))
}

// timed reports whether the mere passing of a day can change an expression.
func (r *rules) timed(e *expression) bool {
	if e == nil {
		return false
	}
	for _, name := range []string{"as_of", "standing", "in_force", "log"} {
		if e.names[name] {
			return true
		}
	}
	return slices.ContainsFunc(r.cards.Named, func(n Named) bool { return n.Timed && e.names[n.Name] })
}
