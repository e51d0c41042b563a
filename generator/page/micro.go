package page

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/series"
)

// An Improved is what became of an initiative by the day.
type Improved struct {
	Micro   bool
	Ours    bool       // the house added the days
	Days    []MicroDay // of a micro-intervention that has begun
	Today   int        // which day it is
	Until   Value      // the last day of measuring
	Left    int        // days of measuring that are left
	Overdue int        // how many days ago measuring ended without a result
	Effect  *Effect    // nil where there is nothing to tell
	Returns []Return
	// OursMoney and OursTold say that the house added what they are about.
	OursMoney, OursTold bool
	Itemized            bool // Returns say all that the initiative says of money
	Told                *Told
	Untold              bool // it is done, and customers have not been told
	Repeats             []Link
	Across              *Link // of a micro-intervention: the wall
}

// A MicroDay is a stage of a micro-intervention. Number 0 is for one that is
// not done yet.
type MicroDay struct {
	Label  string
	On     Value // when it was done
	Due    Value // by when it has to be
	Number int
	Limit  int
	Late   int
}

// An Effect is what changed, and how that is to be judged.
type Effect struct {
	Metric        *Link
	Slice         []Value // the part of the metric that is meant
	Before, After *Stretch
	Percent       string // the change; "" where there is none
	Points        string
	Lead          string // which of them is the target's: percent, points
	Target        string
	TargetAs      string // percent, points, value
	Verdict       string // met, not-met, met-within-noise, not-measured, unjudged
	Reason        string // of unjudged
	Few           bool   // too few answers to tell the change from chance
	Margin        string // what a change must exceed; "" where nobody can tell
	Unit          Value  // of the metric
	Ours          bool   // the house added some of its figures
}

// A Stretch is a value over some days.
type Stretch struct {
	Number   string
	Unit     Value
	N        string // from how many answers
	From, To Value
}

// A Told says how customers heard of what was done.
type Told struct {
	On        Value
	By        *Link
	Channel   string
	Customers int
}

// improved lays out what became of an initiative; nil where there is nothing.
func (p *planner) improved(r *reader) *Improved {
	i := p.initiatives.Of(r.rec.ID)
	if i == nil {
		return nil
	}
	out := &Improved{Micro: i.Micro, Repeats: linksTo(i.RepeatedBy, r.lang)}
	if i.Clock != nil {
		p.days(out, i, r.lang)
		out.Ours = r.ours["dates"]
		out.Across = &Link{Word: "micro", Address: r.lang + "/" + p.boardAddress("micro")}
	}
	out.OursTold = r.ours["closing_the_loop"]
	if out.Effect = p.effectOf(i, r.lang); out.Effect != nil {
		out.Effect.Ours = r.ours["baseline"] || r.ours["measured"] || r.ours["target"]
		out.Effect.Slice = r.slice()
	}
	p.money(out, i, r)
	switch done := i.State == "deployed" || i.State == "measured" || i.State == "closed"; {
	case i.Told != nil:
		out.Told = &Told{On: dayOf(i.Told.On, r.lang), By: p.roleLink(i.Told.By, r.lang), Channel: p.word(i.Told.Channel, r.lang), Customers: i.Told.Customers}
	case done:
		out.Untold = true
	}
	if out.Clockless() && out.Effect == nil && len(out.Returns) == 0 && out.Told == nil && !out.Untold && len(out.Repeats) == 0 {
		return nil
	}
	return out
}

// contents lists what is computed of an initiative.
func (i *Improved) contents() []Entry {
	if i == nil {
		return nil
	}
	var out []Entry
	if i.Effect != nil {
		out = append(out, Entry{Level: 2, Word: "micro.effect", Anchor: "page:effect"})
	}
	if !i.Clockless() {
		out = append(out, Entry{Level: 2, Word: "micro.clock", Anchor: "page:clock"})
	}
	if len(out) == 2 && i.Effect.After == nil { // what is going on comes before what is not known yet
		slices.Reverse(out)
	}
	if len(i.Returns) > 0 {
		out = append(out, Entry{Level: 2, Word: "micro.return", Anchor: "page:return"})
	}
	return out
}

// instead lists the fields that need not be shown where this is.
func (i *Improved) instead() []string {
	var out []string
	if i != nil && i.Effect != nil {
		out = append(out, "metric", "slice", "baseline", "measured", "target")
	}
	if i != nil && i.Itemized {
		out = append(out, "money")
	}
	if i != nil && i.Told != nil {
		out = append(out, "closing_the_loop")
	}
	if i != nil && !i.Clockless() {
		out = append(out, "dates")
	}
	return out
}

// Clockless reports whether there is no clock to show.
func (i *Improved) Clockless() bool { return len(i.Days) == 0 }

// days lays out the clock.
func (p *planner) days(out *Improved, i *micro.Initiative, language string) {
	c := i.Clock
	out.Today, out.Until, out.Left, out.Overdue = c.Today, dayOf(c.Until, language), c.Left, c.Overdue
	if i.Effect.Measured != nil {
		out.Left = 0
	}
	dates := i.Record.Type.Field("dates")
	for _, s := range c.Stages {
		out.Days = append(out.Days, MicroDay{
			Label: stageLabel(dates, s.Name, language), On: dayOf(s.On, language), Due: dayOf(s.Due, language),
			Number: s.Day, Limit: s.Limit, Late: s.Late,
		})
	}
	out.Days = append([]MicroDay{{Label: stageLabel(dates, "started", language), On: dayOf(c.Started, language), Number: 1}}, out.Days...)
}

func stageLabel(dates *schema.Field, name, language string) string {
	if dates == nil {
		return name
	}
	for _, f := range dates.Fields {
		if f.Name == name {
			return f.Label.In(language)
		}
	}
	return name
}

// effectOf says what an initiative changed; nil where it says neither from what
// nor how far.
func (p *planner) effectOf(i *micro.Initiative, language string) *Effect {
	e := i.Effect
	if e.Metric == nil || e.Baseline == nil && e.Target == nil {
		return nil
	}
	metric := linkTo(e.Metric, language)
	out := &Effect{Metric: &metric, Unit: unitOf(e.Metric, language), Verdict: string(e.Verdict), Reason: string(e.Reason), Lead: "points"}
	out.Before, out.After = stretch(e.Baseline, language), stretch(e.Measured, language)
	for _, a := range []*Stretch{out.Before, out.After} {
		if a != nil {
			a.Unit = out.Unit
		}
	}
	if e.Points.Known() {
		out.Points = signed(e.Points.Value, 1, language)
	}
	if e.Percent.Known() {
		out.Percent = signed(e.Percent.Value, 1, language)
	}
	if t := e.Target; t != nil {
		out.TargetAs, out.Target = t.As, plain(t.By, language)
		if t.By > 0 {
			out.Target = "+" + out.Target
		}
		if t.As == "" {
			out.TargetAs, out.Target = "value", plain(t.Value, language)
		}
		if t.As == "percent" {
			out.Lead = "percent"
		}
	} else if !shareOf(e.Metric) {
		out.Lead = "percent"
	}
	if judged := e.Change.Verdict == series.Real || e.Change.Verdict == series.WithinNoise; judged && e.Change.Margin > 0 {
		out.Margin = figure(e.Change.Margin, 1, language)
	}
	if out.Few = e.Few(); out.Few {
		out.Margin = ""
	}
	return out
}

// shareOf reports whether a metric is measured in percent or points, whose
// changes are points.
func shareOf(metric *record.Record) bool {
	switch metric.Source.Fields.Get("kind").String() {
	case "nps", "csat", "ces", "rate":
		return true
	}
	return false
}

// unitOf returns the unit of a metric, in the words of a language.
func unitOf(metric *record.Record, language string) Value {
	text := metric.Texts[language]
	v := Value{Text: text.Fields.Get("unit").String()}
	if text.Written != language {
		v.Lang = text.Written
	}
	return v
}

// stretch words a window, its value with as many decimals as people wrote; one
// of the data with at least one.
func stretch(w *micro.Window, language string) *Stretch {
	if w == nil {
		return nil
	}
	out := &Stretch{Number: number(language, w.Written), From: dayOf(w.From, language), To: dayOf(w.To, language)}
	if w.Sampled {
		_, decimals, _ := strings.Cut(w.Written, ".")
		out.Number = figure(w.Value, max(1, len(decimals)), language)
	}
	if w.N > 0 {
		out.N = lang.FormatNumber(language, float64(w.N), 0)
	}
	return out
}

// A Wall shows what was fixed, what did not help enough and what is going on.
type Wall struct{ Fixed, Tried, Running []Fix }

// A Fix is a micro-intervention in plain words.
type Fix struct {
	Link              Link
	Problem, Solution Value
	Done              bool // it is deployed
	Improved          *Improved
	Owner             *Link
}

// microPage lays out the wall.
func (p *planner) microPage(full *Page) {
	w := p.initiatives.Wall()
	full.Wall = &Wall{Fixed: p.fixes(w.Fixed, full.Lang), Tried: p.fixes(w.Tried, full.Lang), Running: p.fixes(w.Running, full.Lang)}
}

func (p *planner) fixes(list []*micro.Initiative, language string) []Fix {
	var out []Fix
	for _, i := range list {
		r := p.readerOf(i.Record, language)
		f := Fix{Link: linkTo(i.Record, language), Improved: p.improved(r), Owner: p.roleLink(i.Record.Source.Fields.Get("owner").String(), language)}
		f.Done = !i.Clock.Until.IsZero()
		f.Problem, f.Solution = r.said("problem"), r.said("solution")
		out = append(out, f)
	}
	return out
}

// said returns what the record says in a field.
func (r *reader) said(name string) Value {
	v, _ := r.value(r.rec.Type.Field(name), r.fields().Get(name))
	return v
}

// slice names the part of the metric that an initiative is about.
func (r *reader) slice() []Value {
	var out []Value
	v, _ := r.value(r.rec.Type.Field("slice"), r.fields().Get("slice"))
	for _, f := range v.Facts {
		out = append(out, f.Value)
	}
	return out
}
