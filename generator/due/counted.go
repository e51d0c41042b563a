package due

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
)

// counted returns what is due of people: those who have to repeat a training,
// and customers who wait longer than they may.
func (in Input) counted() []Item {
	var out []Item
	for _, rec := range in.Book.ByType(education.Type) {
		if in.Book.StandingOf(rec).Force == record.InForce {
			out = append(out, trainings(rec, in.Trainings[rec.ID])...)
		}
	}
	if in.Measures == nil {
		return out
	}
	for _, rec := range in.Book.ByType(measure.ListeningType) {
		if loop := in.Measures.Loops[rec.ID]; loop != nil && loop.Past.Cases > 0 {
			out = append(out, Item{
				Kind: Cases, Record: rec, Owner: in.innerLoop(rec), Day: loop.Past.Limit, Overdue: true, N: loop.Past.Cases,
				At: placeOf(rec, measure.CasesField),
			})
		}
	}
	return out
}

// trainings returns the days on which completions of a training count for the
// last time, with how many those are. Nobody's completion lapses for nobody.
func trainings(rec *record.Record, groups education.Groups) []Item {
	days := map[lang.Date]*Item{}
	var order []lang.Date
	for _, g := range groups {
		if g.Until.IsZero() || g.Counted == 0 {
			continue
		}
		if days[g.Until] == nil {
			days[g.Until] = &Item{
				Kind: Training, Record: rec, Owner: rec.Source.Fields.Get("owner").String(), Day: g.Until, Overdue: g.Lapsed,
				At: placeOf(rec, education.Field),
			}
			order = append(order, g.Until)
		}
		days[g.Until].N += g.Counted
	}
	var out []Item
	for _, day := range order {
		out = append(out, *days[day])
	}
	return out
}

// innerLoop returns who goes back to the customers of a listening post: the
// first role that is named, else whoever owns the post.
func (in Input) innerLoop(rec *record.Record) string {
	field := rec.Source.Fields.Get("inner_loop")
	for _, id := range append([]string{field.String()}, field.Strings()...) {
		if role := in.Book.Record(id); role != nil {
			return id
		}
	}
	return rec.Source.Fields.Get("owner").String()
}

// lapsed reports the trainings that count no more and the cases past their
// limit.
func (in Input) lapsed() diag.List {
	var out diag.List
	for _, item := range in.counted() {
		switch {
		case !item.Overdue:
		case item.Kind == Training:
			d := diag.New(diag.TrainingLapsed, item.At, "people", strconv.Itoa(item.N), "until", item.Day.String())
			out = append(out, d.For(item.Record.ID, "/"+education.Field))
		default:
			d := diag.New(diag.CasesPastLimit, item.At, "cases", strconv.Itoa(item.N), "limit", item.Day.String())
			out = append(out, d.For(item.Record.ID, "/"+measure.CasesField))
		}
	}
	return out
}
