package page

import (
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// Published says when a version could first be read and when its words last
// changed, in some languages: the days of its source and of what these
// languages show of it, and of no other file. open is for words that are not
// committed. Nothing here is about approval or force, which are other days.
func Published(h *history.History, rec *record.Record, languages ...string) (first, last lang.Date, open bool) {
	if h == nil || h.Missing != "" {
		return first, last, false
	}
	texts := []*record.Text{rec.Source}
	for _, l := range languages {
		texts = append(texts, rec.In(l))
	}
	for _, t := range texts {
		f, ok := h.Files[t.File.Path]
		if !ok {
			open = true
			continue
		}
		open = open || f.Open
		if f.Published.IsZero() {
			continue // committed only after the handbook's day
		}
		if first.IsZero() || f.Published.Before(first) {
			first = f.Published
		}
		if last.Before(f.Amended) {
			last = f.Amended
		}
	}
	return first, last, open
}

// published are the facts about a page's publication.
func (p *planner) published(rec *record.Record, language string) []Fact {
	first, last, open := Published(p.history, rec, language)
	var out []Fact
	for _, f := range []struct {
		name string
		day  lang.Date
	}{{"published.first", first}, {"published.last", last}} {
		if !f.day.IsZero() {
			out = append(out, Fact{Name: f.name, Word: f.name, Value: dayOf(f.day, language)})
		}
	}
	if open {
		out = append(out, Fact{Name: "published.open", Word: "published.open", Value: Value{Flag: "yes"}})
	}
	return out
}
