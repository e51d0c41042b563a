// Package change says what has happened to the law, and what is going to.
//
// In: a Handbook with its day, and its Graph.
// Out: a Timeline: each Event with its day, kind, version and the roles for
// whom it matters.
//
// Everything comes from the records: the days on which law begins and ends, and
// the logs of reviews. When a file was written or committed is another matter,
// and nothing here knows of it. There are no findings.
package change

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// A Kind is what happens on a day.
type Kind string

// The kinds of Event.
const (
	Begins     Kind = "begins"     // new law comes into force
	Amended    Kind = "amended"    // a later version of it does
	Superseded Kind = "superseded" // another record takes its place
	Repealed   Kind = "repealed"   // another record, or a withdrawal, ends it
	Expired    Kind = "expired"    // its own last day is over
	Confirmed  Kind = "confirmed"  // somebody reviewed it and let it stand
	Reviewed   Kind = "reviewed"   // somebody reviewed it, and it is to change or to end
)

var words = map[Kind]diag.Text{
	Begins:     {PL: "wchodzi w życie", CS: "nabývá účinnosti", EN: "comes into force"},
	Amended:    {PL: "zmiana", CS: "změna", EN: "amendment"},
	Superseded: {PL: "zastąpione", CS: "nahrazeno", EN: "superseded"},
	Repealed:   {PL: "uchylone", CS: "zrušeno", EN: "repealed"},
	Expired:    {PL: "przestaje obowiązywać", CS: "pozbývá účinnosti", EN: "expires"},
	Confirmed:  {PL: "potwierdzono", CS: "potvrzeno", EN: "confirmed"},
	Reviewed:   {PL: "po przeglądzie do zmiany lub uchylenia", CS: "po přezkoumání ke změně nebo zrušení", EN: "reviewed, to be changed or repealed"},
}

// In returns what the kind is called in a language.
func (k Kind) In(language string) string { return words[k].In(language) }

// Kinds returns all kinds, in the order in which they are offered.
func Kinds() []Kind {
	return []Kind{Begins, Amended, Superseded, Repealed, Expired, Confirmed, Reviewed}
}

// An Event is something that happens to a version of a record on a day.
type Event struct {
	Kind   Kind
	Day    lang.Date      // the first one on which it is so
	Record *record.Record // the version
	By     *record.Record // the record that ends it, if one does
	Role   string         // id of who approved or reviewed; "" where nobody is named
	Entry  *source.Node   // of the log, of a review
	// Roles are the ids of those for whom it matters: the owner, and every
	// role that the version names.
	Roles []string
}

// Name names an event for programs, the same as long as it is the same event:
// POL-001/v2/amended/2026-07-01.
func (e Event) Name() string {
	name := fmt.Sprintf("%s/v%d/%s/%s", e.Record.ID, e.Record.Version, e.Kind, e.Day)
	if e.Entry != nil && e.Role != "" {
		name += "/" + e.Role
	}
	return name
}

// A Timeline is everything that happens.
type Timeline struct {
	Past   []Event // up to the handbook's day and on it, the newest first
	Coming []Event // after it, the soonest first
}

// List returns what happens to every record that the handbook has.
func List(book *record.Handbook, graph *link.Graph) Timeline {
	l := lister{book, graph}
	var all []Event
	for _, rec := range book.Records {
		var own []Event
		for _, v := range rec.Versions {
			own = append(own, l.force(v)...)
		}
		own = append(own, l.reviews(rec)...)
		roles := map[*record.Record][]string{}
		for i, e := range own {
			if roles[e.Record] == nil {
				roles[e.Record] = l.roles(e.Record)
			}
			own[i].Roles = roles[e.Record]
		}
		all = append(all, own...)
	}
	slices.SortStableFunc(all, func(a, b Event) int { return a.Day.Compare(b.Day) })
	var t Timeline
	for _, e := range all {
		if book.AsOf.Before(e.Day) {
			t.Coming = append(t.Coming, e)
		} else {
			t.Past = append(t.Past, e)
		}
	}
	slices.SortStableFunc(t.Past, func(a, b Event) int { return b.Day.Compare(a.Day) })
	return t
}

type lister struct {
	book  *record.Handbook
	graph *link.Graph
}

// force returns how a version begins and how it ends, as far as there are days
// for it. What goes on in another version has not ended.
func (l lister) force(v *record.Record) []Event {
	days, ok := l.book.DaysOf(v)
	if !ok {
		return nil
	}
	var out []Event
	if !days.First.IsZero() {
		e := Event{Kind: Begins, Day: days.First, Record: v, Role: v.Source.Fields.Get("approved_by").String()}
		if v.Version > 1 {
			e.Kind = Amended
		}
		out = append(out, e)
	}
	if !days.Last.IsZero() && !l.book.GoesOn(v, days.Last.Next()) {
		out = append(out, Event{Kind: ending(v, days), Day: days.Last.Next(), Record: v, By: days.By})
	}
	return out
}

// ending says how a version ends.
func ending(v *record.Record, days record.Days) Kind {
	switch {
	case days.How == record.Superseded:
		return Superseded
	case days.How == record.Repealed || v.Status == "withdrawn":
		return Repealed
	}
	return Expired
}

// Reviews returns the reviews of a record's versions up to the handbook's day,
// the newest first.
func Reviews(book *record.Handbook, rec *record.Record) []Event {
	out := lister{book: book}.reviews(rec)
	slices.SortStableFunc(out, func(a, b Event) int { return b.Day.Compare(a.Day) })
	return out
}

// reviews returns what the logs of a record's versions say up to the
// handbook's day: a log tells of work, and work to come has not been done. A
// later version's log goes on from that before, so an entry may stand in
// several.
func (l lister) reviews(rec *record.Record) []Event {
	var out []Event
	met := map[string]bool{}
	for _, v := range slices.Backward(rec.Versions) {
		log := v.Source.Fields.Get("review").Get("log")
		if v.Status == "draft" || log == nil {
			continue
		}
		for _, entry := range log.Items {
			day, err := lang.ParseDate(entry.Get("on").String())
			if err != nil || l.book.AsOf.Before(day) {
				continue
			}
			e := Event{Kind: Confirmed, Day: day, Record: l.reviewed(v, entry, day), Role: entry.Get("by").String(), Entry: entry}
			if outcome := entry.Get("outcome").String(); outcome != "" && outcome != "confirmed" {
				e.Kind = Reviewed
			}
			if key := day.String() + " " + e.Role; !met[key] {
				met[key] = true
				out = append(out, e)
			}
		}
	}
	return out
}

// reviewed returns the version that was reviewed: the one that the entry names,
// else the one in force on its day, else the one whose log it is.
func (l lister) reviewed(v *record.Record, entry *source.Node, day lang.Date) *record.Record {
	named := entry.Get("version").String()
	for _, other := range v.Versions {
		days, ok := l.book.DaysOf(other)
		if named == fmt.Sprint(other.Version) || named == "" && ok && days.On(day) {
			return other
		}
	}
	return v
}

// roles returns for whom a version matters, by number.
func (l lister) roles(v *record.Record) []string {
	var out []string
	add := func(id string) {
		if rec := l.book.Record(id); rec != nil && rec.Type.Name == "role" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	add(v.ID)
	for _, ref := range l.book.Types.References(v.Type, v.Source.Fields) {
		if ref.Field != "by" { // who reviewed it once need not care today
			add(ref.Target)
		}
	}
	for _, e := range l.graph.Outgoing(v.ID) {
		if e.Field == "" && e.From == v {
			add(e.To.ID)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Compare(l.book.Record(a).Number, l.book.Record(b).Number)
	})
	return out
}
