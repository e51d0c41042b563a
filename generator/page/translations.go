package page

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/record"
)

// A Total is how many records are how, in one language.
type Total struct {
	Lang   string
	Counts []Count
}

// A translationState is how a language has a record, in words of the theme.
type translationState struct{ word, count string }

// translationStates are all of them, first what must be done first.
var translationStates = []translationState{
	{"translation.behind", "translation.behind.count"},
	{"translation.missing", "translation.missing.count"},
	{"translation.current", "translation.current.count"},
	{"translation.binding", "translation.binding.count"},
}

// Places in translationStates.
const (
	behindSource = iota
	missing
	upToDate
	binding
)

// translationOf says how a language has a record.
func translationOf(rec *record.Record, language string) int {
	text := rec.Texts[language]
	switch {
	case text.Written != language:
		return missing
	case text.Stale:
		return behindSource
	case text.SourceVersion > 0:
		return upToDate
	}
	return binding
}

// translated reports whether anything in the handbook is a translation.
func (p *planner) translated() bool {
	return slices.ContainsFunc(p.book.Records, func(rec *record.Record) bool {
		for _, text := range rec.Texts {
			if text.SourceVersion > 0 {
				return true
			}
		}
		return false
	})
}

// translations lists how each language has each record, those behind first.
func (p *planner) translations(full *Page) {
	languages := p.book.Config.Languages
	t := &Table{Numbers: true}
	counts := map[string][]int{} // by language
	urgency := map[string]int{}  // by id
	for _, l := range languages {
		t.Words, counts[l] = append(t.Words, "written."+l), make([]int, len(translationStates))
	}
	for _, rec := range p.book.Records {
		row := Row{Link: linkTo(rec, full.Lang), Force: p.forceShown(rec)}
		urgency[rec.ID] = binding
		for _, l := range languages {
			state := translationOf(rec, l)
			counts[l][state]++
			urgency[rec.ID] = min(urgency[rec.ID], state)
			row.Cells = append(row.Cells, translationCell(rec, l, full.Lang))
		}
		t.Rows = append(t.Rows, row)
	}
	slices.SortStableFunc(t.Rows, func(a, b Row) int { return cmp.Compare(urgency[a.Link.ID], urgency[b.Link.ID]) })
	for _, l := range languages {
		total := Total{Lang: l}
		for i, n := range counts[l] {
			if n > 0 {
				total.Counts = append(total.Counts, Count{translationStates[i].count, n})
			}
		}
		t.Totals = append(t.Totals, total)
	}
	full.Table = t
}

// translationCell says how a language has a record, on a page in another. Of
// what is behind it names the sections.
func translationCell(rec *record.Record, language, shown string) Value {
	state := translationOf(rec, language)
	v := Value{Flag: translationStates[state].word, Order: strconv.Itoa(state)}
	if state != missing { // else it would lead to the words of another language
		to := linkTo(rec, language)
		v.Link = &to
	}
	behind := lag(rec, language, shown)
	if behind == nil {
		return v
	}
	out := Value{Order: v.Order, List: []Value{v}}
	for _, part := range behind.Parts {
		out.List = append(out.List, Value{Link: &part})
	}
	return out
}
