// Package due says what lapses or begins, when, and whose it is.
//
// In: a Handbook with its day, the Graph of its references, and what other rooms
// have worked out of its figures (Input).
// Out: Items by day, by owner (owner.go) and for the calendar of each role
// (calendar.go), of law, of assessments and of micro-interventions
// (measured.go), of trainings and of waiting customers (counted.go), and
// findings (Findings): that law in force is past its review, refers to what is
// not in force, or is nobody's; that trainings count no more, and cases are past
// their limit.
//
// Everything here follows from the calendar, so its findings are timed: they
// warn and never block. It knows no page and prints nothing; the words for the
// kinds of Item are here because whoever shows them needs the same.
package due

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
)

// A Kind is what happens on a day.
type Kind string

// The kinds of Item.
const (
	Review    Kind = "review"         // it is to be confirmed by then
	Begins    Kind = "begins"         // it comes into force
	Ends      Kind = "ends"           // its last day of force
	Exception Kind = "exception-ends" // the last day of an exception

	Evidence   Kind = "evidence-ends" // the last day on which a level is proven
	Identified Kind = "identified"    // the stages of a micro-intervention
	Designed   Kind = "designed"
	Deployed   Kind = "deployed"
	Measured   Kind = "measured"

	Training Kind = "training-ends" // the last day on which completions count
	Cases    Kind = "cases-past"    // customers wait longer than they may
)

var words = map[Kind]diag.Text{
	Review:    {PL: "termin przeglądu", CS: "termín přezkoumání", EN: "review due"},
	Begins:    {PL: "wchodzi w życie", CS: "nabývá účinnosti", EN: "comes into force"},
	Ends:      {PL: "ostatni dzień obowiązywania", CS: "poslední den účinnosti", EN: "last day of force"},
	Exception: {PL: "ostatni dzień odstępstwa", CS: "poslední den výjimky", EN: "last day of the exception"},

	Evidence:   {PL: "ostatni dzień dowodów", CS: "poslední den dokladů", EN: "last day of the evidence"},
	Identified: {PL: "termin nazwania problemu", CS: "termín pojmenování problému", EN: "problem to be identified"},
	Designed:   {PL: "termin rozwiązania", CS: "termín řešení", EN: "solution to be designed"},
	Deployed:   {PL: "termin wdrożenia", CS: "termín zavedení", EN: "to be deployed"},
	Measured:   {PL: "koniec pomiaru", CS: "konec měření", EN: "measuring ends"},

	Training: {PL: "ostatni dzień ważności szkolenia", CS: "poslední den platnosti školení", EN: "last day of the training"},
	Cases:    {PL: "sprawy po terminie", CS: "případy po termínu", EN: "cases past their limit"},
}

// In returns what the kind is called in a language.
func (k Kind) In(language string) string { return words[k].In(language) }

// An Input is what follows from the calendar for a handbook. Only the Handbook has
// to be there; what is nil has nothing due.
type Input struct {
	Book        *record.Handbook
	Graph       *link.Graph
	Maturity    *maturity.Maturity
	Initiatives *micro.Initiatives
	Measures    *measure.Measures
	Trainings   education.Ledger
}

// An Item is something that happens to a record on a day.
type Item struct {
	Kind    Kind
	Record  *record.Record // the version that it happens to
	Owner   string         // id of the role that answers for it; "" where nobody does
	Day     lang.Date
	Overdue bool
	Review  record.Review  // of a review
	By      *record.Record // of an end: the other record that brings it about, if one does
	Key     string         // of evidence: the competency
	N       int            // of a training: how many people; of cases: how many; 0 where there is one thing
	At      diag.Span      // where the day follows from, so where to change it
}

// List returns everything that is due, the earliest first: reviews of law in
// force, whenever they are, and what begins or ends from the handbook's day
// on. Law that goes on in its next version does not end. The evidence of the
// latest assessments and the stages of micro-interventions are in it until they
// are renewed or done, and so are completed trainings that count for a time and
// cases past their limit.
func List(in Input) []Item {
	return inOrder(slices.Concat(ofLaw(in.Book), in.measured(), in.counted()))
}

// ofLaw returns what is due of law.
func ofLaw(book *record.Handbook) []Item {
	var out []Item
	for _, rec := range book.Records {
		if review, ok := book.ReviewOf(rec); ok && book.StandingOf(rec).Force == record.InForce {
			out = append(out, Item{Kind: Review, Record: rec, Day: review.Due, Overdue: book.Overdue(review), Review: review, At: reviewPlace(review)})
		}
		for _, v := range rec.Versions {
			out = append(out, force(book, v)...)
		}
	}
	for i := range out {
		out[i].Owner = ownerOf(book, out[i].Record)
	}
	return inOrder(out)
}

func inOrder(out []Item) []Item {
	slices.SortStableFunc(out, func(a, b Item) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Record.ID, b.Record.ID), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
	})
	return out
}

// force returns the first and the last day of a version, where they are still
// to come.
func force(book *record.Handbook, v *record.Record) []Item {
	days, ok := book.DaysOf(v)
	if !ok {
		return nil
	}
	var out []Item
	if book.StatusOf(v) == "approved" && !days.First.IsZero() && !days.First.Before(book.AsOf) {
		out = append(out, Item{Kind: Begins, Record: v, Day: days.First, At: placeOf(v, "effective_from")})
	}
	if !days.Last.IsZero() && !days.Last.Before(book.AsOf) && !book.GoesOn(v, days.Last.Next()) {
		end := Item{Kind: Ends, Record: v, Day: days.Last, By: days.By, At: placeOf(v, "effective_until")}
		if v.Type.Name == "exception" {
			end.Kind = Exception
		}
		if days.By != nil {
			end.At = endingPlace(days.By, v.ID)
		}
		out = append(out, end)
	}
	return out
}

// reviewPlace is what the day of a review counts from: the last entry of the
// log or, where there is none, how often it is to be done.
func reviewPlace(r record.Review) diag.Span {
	if on := r.Last.Get("on"); on != nil {
		return on.At
	}
	return r.Place.At
}

// placeOf is where a version says something or, where it does not, its id.
func placeOf(v *record.Record, field string) diag.Span {
	front := v.Source.File.Front
	for _, name := range []string{field, "effective_from", "id"} {
		if n := front.Get(name); n != nil {
			return n.At
		}
	}
	first := diag.Position{Line: 1, Column: 1}
	return diag.Span{File: v.Source.File.Name, Start: first, End: first}
}

// endingPlace is where a record says that it ends another.
func endingPlace(by *record.Record, id string) diag.Span {
	for _, field := range []string{"supersedes", "repeals"} {
		for _, n := range by.Source.File.Front.Get(field).Elements() {
			if n.String() == id {
				return n.At
			}
		}
	}
	return placeOf(by, "effective_from")
}

// ownerOf returns who answers for a record: its owner; of a role, whom it
// reports to, else the role itself; of an exception, whoever answers for the
// rule that it departs from, else who granted it.
func ownerOf(book *record.Handbook, rec *record.Record) string {
	fields := rec.Source.Fields
	if id := fields.Get("owner").String(); id != "" {
		return id
	}
	switch rec.Type.Name {
	case "role":
		return cmp.Or(fields.Get("reports_to").String(), rec.ID)
	case "exception":
		id, _, _ := strings.Cut(fields.Get("of").String(), "#")
		if rule := book.Record(id); rule != nil && rule.Type.Name != "exception" {
			return cmp.Or(ownerOf(book, rule), fields.Get("approved_by").String())
		}
		return fields.Get("approved_by").String()
	}
	return ""
}

// Findings reports what the day has made of law in force: that its review is
// past its day, that it refers to what is not in force, and that whoever answers
// for it is gone; and of people, that trainings count no more and customers wait.
func Findings(in Input) diag.List {
	out := append(standing(in.Book, in.Graph), in.lapsed()...)
	for _, item := range ofLaw(in.Book) {
		if item.Kind == Review && item.Overdue {
			d := diag.New(diag.ReviewOverdue, item.At, "due", item.Day.String(), "owner", cmp.Or(item.Owner, "–"))
			out = append(out, d.For(item.Record.ID, "/review"))
		}
	}
	return out
}
