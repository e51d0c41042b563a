package maturity

import (
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// read makes an assessment of a record, with the levels that it claims; nil
// where it has no day or no model to be understood by, which was reported.
func read(book *record.Handbook, rec *record.Record) *Assessment {
	fields := rec.Source.Fields
	date, err := lang.ParseDate(fields.Get("date").String())
	model := modelOf(book, rec)
	if err != nil || model == nil {
		return nil
	}
	a := &Assessment{Record: rec, Model: model, Date: date, Subject: fields.Get("subject").String()}
	scores := map[string]*source.Node{}
	for _, n := range fields.Get("scores").Elements() {
		if key := n.Get("competency").String(); scores[key] == nil { // the first counts; another is reported
			scores[key] = n
		}
	}
	highest := len(model.Source.Fields.Get("levels").Elements())
	for _, c := range model.Source.Fields.Get("competencies").Elements() {
		key := c.Get("key").String()
		l := Level{Key: key, Weight: weightOf(c)}
		if n := scores[key]; n != nil && n.Get("not_applicable") == nil {
			l.claim(book, n, highest)
		}
		a.Levels = append(a.Levels, l)
	}
	return a
}

// claim takes in what a score says. A level that the model does not have was
// reported and is none.
func (l *Level) claim(book *record.Handbook, n *source.Node, highest int) {
	l.at = n.At
	level, ok := n.Get("level").Int()
	if !ok || level < 1 || level > highest {
		return
	}
	l.at = n.Get("level").At
	l.Assessed, l.Claimed = true, level
	if target, ok := n.Get("target").Int(); ok && target >= 1 && target <= highest {
		l.Target, l.Gap = target, max(target-level, 0)
		l.targetAt = n.Get("target").At
	}
	l.TargetBy, _ = lang.ParseDate(n.Get("target_by").String())
	for _, e := range n.Get("evidence").Elements() {
		l.Evidence = append(l.Evidence, evidenceOf(book, e))
	}
}

func weightOf(competency *source.Node) float64 {
	n := competency.Get("weight")
	if n == nil {
		return 1
	}
	w, err := strconv.ParseFloat(n.Text, 64)
	if err != nil || w <= 0 || w > 1e6 {
		return 1 // reported by the schema
	}
	return w
}

// modelOf returns the model of an assessment in its version of the
// assessment's day: what was true of levels then stays true of it.
func modelOf(book *record.Handbook, rec *record.Record) *record.Record {
	model := book.Record(rec.Source.Fields.Get("model").String())
	if model == nil || model.Type.Name != "model" {
		return nil
	}
	date, _ := lang.ParseDate(rec.Source.Fields.Get("date").String())
	then := model.Versions[0]
	for _, v := range model.Versions {
		if !date.Before(v.From) && v.TakesEffect() {
			then = v
		}
	}
	return then
}

// open are the states in which an initiative is still going to do something.
var open = []string{"proposed", "accepted", "in-progress", "on-hold", "deployed", "measured"}

// measuresOf returns everything in the handbook that is meant to raise a
// competency, by its reference (MOD-001#loop): open initiatives, then trainings
// in force.
func measuresOf(book *record.Handbook) map[string][]Measure {
	out := map[string][]Measure{}
	for _, rec := range book.ByType("initiative") {
		if !slices.Contains(open, rec.Source.Fields.Get("state").String()) || !inForce(book, rec) {
			continue
		}
		for _, n := range rec.Source.Fields.Get("competencies").Elements() {
			ref := n.Get("competency").String()
			to, _ := n.Get("to").Int()
			out[ref] = append(out[ref], Measure{rec, to})
		}
	}
	for _, rec := range book.ByType("training") {
		if !inForce(book, rec) {
			continue
		}
		for _, ref := range rec.Source.Fields.Get("competencies").Strings() {
			out[ref] = append(out[ref], Measure{Record: rec})
		}
	}
	return out
}

// plan looks for what is meant to close the gap. Something that is meant for
// other departments closes none here.
func (l *Level) plan(a *Assessment, measures map[string][]Measure) {
	l.Projected = l.Claimed
	if !l.Assessed {
		return
	}
	highest := len(a.Model.Source.Fields.Get("levels").Elements())
	for _, m := range measures[a.Model.ID+"#"+l.Key] {
		if !meant(m.Record, a.Subject) {
			continue
		}
		l.Projected = max(l.Projected, min(m.To, highest))
		if l.Gap > 0 {
			l.Plan = append(l.Plan, m)
		}
	}
}

func meant(rec *record.Record, subject string) bool {
	departments := rec.Source.Fields.Get("departments").Strings()
	return len(departments) == 0 || subject == Organisation || slices.Contains(departments, subject)
}

func inForce(book *record.Handbook, rec *record.Record) bool {
	return book.StandingOf(rec).Force == record.InForce
}
