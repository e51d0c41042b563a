package micro

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// judge reports what is wrong with an initiative on every day.
func judge(in Input, rec *record.Record) diag.List {
	j := &judgement{book: in.Book, rec: rec, front: rec.Source.File.Front}
	j.order()
	j.windows()
	j.target(writtenEffect(in.Book, rec))
	if isMicro(rec) {
		j.team()
		j.measurable()
	}
	return j.found
}

// A judgement gathers findings about one initiative.
type judgement struct {
	book  *record.Handbook
	rec   *record.Record
	front *source.Node
	found diag.List
}

func (j *judgement) report(d diag.Diagnostic, field string) {
	j.found = append(j.found, d.For(j.rec.ID, field))
}

// stages are the dates in the order in which they come.
var stages = []string{"started", "identified", "designed", "deployed"}

// order reports a day that comes before one that it has to follow.
func (j *judgement) order() {
	dates := j.front.Get("dates")
	var last *source.Node
	for _, name := range stages {
		n := dates.Get(name)
		day, ok := dayOf(n)
		if !ok {
			continue
		}
		if before, _ := dayOf(last); last != nil && day.Before(before) {
			j.report(diag.New(diag.StagesOutOfOrder, n.At, stageArgs(j.rec, name, "on", day.String(), "before", before.String())...).See(last.At, "before"), "/dates/"+name)
			continue
		}
		last = n
	}
}

// windows reports a baseline and a measurement that cannot be compared.
func (j *judgement) windows() {
	far := lang.Date{Year: 9999, Month: 12, Day: 31}
	baseline, measured := windowOf(j.rec, "baseline", far), windowOf(j.rec, "measured", far)
	if measured == nil || measured.From.IsZero() || measured.To.IsZero() {
		return
	}
	at := j.front.Get("measured")
	if deployed, ok := dayOf(j.front.Get("dates").Get("deployed")); ok && measured.From.Before(deployed) {
		j.report(diag.New(diag.WindowsUnlike, at.Get("from").At, "from", measured.From.String(), "deployed", deployed.String()).As("early"), "/measured/from")
	}
	if baseline == nil || baseline.From.IsZero() || baseline.To.IsZero() {
		return
	}
	before, after := baseline.From.DaysTo(baseline.To)+1, measured.From.DaysTo(measured.To)+1
	if before != after && (months(baseline) == 0 || months(baseline) != months(measured)) {
		j.report(diag.New(diag.WindowsUnlike, at.Get("to").At, "before", strconv.Itoa(before), "after", strconv.Itoa(after)), "/measured/to")
	}
	if !baseline.To.Before(measured.From) {
		j.report(diag.New(diag.WindowsUnlike, at.Get("from").At, "from", measured.From.String(), "until", baseline.To.String()).As("overlap"), "/measured/from")
	}
}

// months returns how many whole calendar months a window is, or 0.
func months(w *Window) int {
	after := w.To.Next()
	if w.From.Day != 1 || after.Day != 1 {
		return 0
	}
	return 12*(after.Year-w.From.Year) + int(after.Month-w.From.Month)
}

// target reports a target that asks for the worse, or for nothing.
func (j *judgement) target(e Effect) {
	n := j.front.Get("target").Get("by")
	if n == nil {
		n = j.front.Get("target").Get("value")
	}
	if e.Metric == nil || e.Target == nil || n == nil {
		return
	}
	switch asks := e.asks(); {
	case asks == 0:
		d := diag.New(diag.TargetAgainst, n.At).As("same")
		d.Severity = diag.Warning
		j.report(d, "/target")
	case asks < 0 && e.Down:
		j.report(diag.New(diag.TargetAgainst, n.At, "target", n.Text, "metric", e.Metric.ID).As("down"), "/target")
	case asks < 0:
		j.report(diag.New(diag.TargetAgainst, n.At, "target", n.Text, "metric", e.Metric.ID), "/target")
	}
}

// team reports a micro-intervention that somebody above the team had to decide
// on or to pay for.
func (j *judgement) team() {
	by := j.front.Get("decision").Get("by")
	if role := j.book.Record(by.String()); role != nil {
		if level := role.Source.Fields.Get("level").String(); level != "" && level != "team" {
			j.report(diag.New(diag.BeyondTeam, by.At, "role", role.ID), "/decision/by")
		}
	}
	if budget := j.front.Get("budget"); budget != nil && budget.Text != "none" && budget.Text != "team" {
		j.report(diag.New(diag.BeyondTeam, budget.At).As("budget"), "/budget")
	}
}

// measurable reports what a deployed micro-intervention lacks to be one
// solution whose effect can be told.
func (j *judgement) measurable() {
	state := j.front.Get("state")
	if !slices.Contains([]string{"deployed", "measured", "closed"}, state.String()) {
		return
	}
	for _, name := range []string{"solution", "metric", "baseline", "target"} {
		if j.front.Get(name) == nil {
			j.report(diag.New(diag.NothingToMeasure, state.At, "field", name), "/"+name)
		}
	}
	if state.Text == "deployed" {
		return
	}
	if j.front.Get("measured") == nil {
		j.report(diag.New(diag.NothingToMeasure, state.At, "field", "measured"), "/measured")
	}
}

// stageArgs adds to arguments what a stage is called in each language.
func stageArgs(rec *record.Record, name string, args ...string) []string {
	label := func(language string) string {
		if dates := rec.Type.Field("dates"); dates != nil {
			for _, f := range dates.Fields {
				if f.Name == name && f.Label.In(language) != "" {
					return f.Label.In(language)
				}
			}
		}
		return name
	}
	return append(args, "field", label("en"), "field.pl", label("pl"), "field.cs", label("cs"))
}

// late reports stages of a micro-intervention that came too late or are late by
// the handbook's day. Only late deployment warns.
func (i *Initiative) late() diag.List {
	if i.Clock == nil || slices.Contains([]string{"rejected", "on-hold"}, i.State) {
		return nil
	}
	var found diag.List
	add := func(d diag.Diagnostic, warn bool, field string) {
		if !warn {
			d.Severity = diag.Info
		}
		found = append(found, d.For(i.Record.ID, "/dates/"+field))
	}
	dates := i.Record.Source.File.Front.Get("dates")
	for _, s := range i.Clock.Stages {
		switch {
		case s.Late == 0:
		case s.On.IsZero():
			add(diag.New(diag.StageLate, dates.Get("started").At, stageArgs(i.Record, s.Name, "due", s.Due.String())...).As("due"), s.Name == "deployed", s.Name)
		default:
			add(diag.New(diag.StageLate, dates.Get(s.Name).At, stageArgs(i.Record, s.Name, "day", strconv.Itoa(s.Day), "limit", strconv.Itoa(s.Limit))...), s.Name == "deployed", s.Name)
		}
	}
	if i.Clock.Overdue > 0 && i.Effect.Measured == nil {
		add(diag.New(diag.StageLate, dates.Get("deployed").At, "until", i.Clock.Until.String()).As("measured"), false, "deployed")
	}
	return found
}

// unlike reports values that people wrote and that the metric's data contradict.
// The data of a window may still come, so this hangs on the day.
func (i *Initiative) unlike() diag.List {
	var found diag.List
	for _, name := range []string{"baseline", "measured"} {
		w := i.Effect.Baseline
		if name == "measured" {
			w = i.Effect.Measured
		}
		if !w.differs() {
			continue
		}
		n := i.Record.Source.File.Front.Get(name).Get("value")
		_, decimals, _ := strings.Cut(w.Written, ".")
		data := strconv.FormatFloat(series.Round(w.Value, len(decimals)), 'f', len(decimals), 64)
		d := diag.New(diag.UnlikeData, n.At, "value", w.Written, "data", data, "metric", i.Effect.Metric.ID)
		found = append(found, d.For(i.Record.ID, "/"+name+"/value"))
	}
	return found
}

// Few reports whether the answers behind the two values are too few to tell the
// difference from chance.
func (e Effect) Few() bool {
	return e.Baseline != nil && e.Measured != nil && e.Baseline.computed && e.Measured.computed && e.Change.Verdict == series.NotJudged
}

// Real reports whether the change is more than chance, where that can be told.
func (e Effect) Real() bool { return e.Change.Verdict == series.Real }
