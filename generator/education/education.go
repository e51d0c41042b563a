// Package education counts who has completed which training: how many of the
// people of a department and role, and until when that counts.
//
// In: a Handbook with its day, and a way to read the data files beside its
// trainings (the field completions).
// Out: a Ledger with the latest count of each group by the day, and findings
// about the data.
//
// These are counts: no name of a person is ever read.
package education

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// Type is the record type of trainings, and Field the field that names the
// data file of one.
const (
	Type  = "training"
	Field = "completions"
)

// columns are those of the data file.
var columns = []series.Column{
	{Name: "department", Optional: true}, {Name: "role", Optional: true},
	{Name: "people"}, {Name: "completed"}, {Name: "on"},
}

// A Group is how many of the people of a department and role have completed a
// training, by the latest count.
type Group struct {
	Department, Role string // ids; "" where the count speaks of all
	People           int
	Counted          int // how many had completed it when they were counted
	On               lang.Date
	Until            lang.Date // the last day on which that counts; zero for no end
	Lapsed           bool      // that day is past

	at diag.Span
}

// Completed is how many have completed the training and need not repeat it.
func (g Group) Completed() int {
	if g.Lapsed {
		return 0
	}
	return g.Counted
}

// within reports whether all people of a group are among those of another one.
func (g Group) within(o Group) bool {
	return (o.Department == "" || o.Department == g.Department) && (o.Role == "" || o.Role == g.Role) &&
		(o.Department != g.Department || o.Role != g.Role)
}

// crosses reports whether some people may be in both groups, while neither is
// within the other: then nobody can tell how many there are in all.
func (g Group) crosses(o Group) bool {
	return g.Department != o.Department && g.Role != o.Role && !g.within(o) && !o.within(g) &&
		(g.Department == "" || o.Department == "") && (g.Role == "" || o.Role == "")
}

// Groups are the groups of one training, by department, then role.
type Groups []Group

// A Total is what groups come to.
type Total struct {
	People, Completed int
	On                lang.Date // the latest count
	Lapsed            bool      // some of it counts no more
}

// Total adds the groups up that are within no other.
func (gs Groups) Total() Total {
	var t Total
	for _, g := range gs {
		if t.On.Before(g.On) {
			t.On = g.On
		}
		if !slices.ContainsFunc(gs, g.within) {
			t.People, t.Completed, t.Lapsed = t.People+g.People, t.Completed+g.Completed(), t.Lapsed || g.Lapsed
		}
	}
	return t
}

// Of returns the groups that are of one role alone.
func (gs Groups) Of(role string) Groups {
	return slices.DeleteFunc(slices.Clone(gs), func(g Group) bool { return g.Role != role })
}

// Counts reports whether people of a role are counted, by themselves or among
// all of a department.
func (gs Groups) Counts(role string) bool {
	return slices.ContainsFunc(gs, func(g Group) bool { return g.Role == role || g.Role == "" })
}

// A Ledger has the groups of all trainings whose completions are kept, by id.
type Ledger map[string]Groups

// Gather reads the data files of all trainings. open returns the bytes of a
// file in the content folder; a file that it cannot open is passed over, since
// package link reports it. Groups of a department or role that the handbook
// does not have are reported and not counted.
func Gather(book *record.Handbook, open func(path string) ([]byte, error)) (Ledger, diag.List) {
	ledger, found := Ledger{}, diag.List(nil)
	for _, rec := range book.ByType(Type) {
		name := rec.Source.Fields.Get(Field).String()
		if path.Ext(name) != ".csv" {
			continue // another kind of file is no table, and reported as such
		}
		file := path.Join(path.Dir(rec.Source.File.Path), name)
		data, err := open(file)
		if err != nil {
			continue
		}
		r := &reader{book: book, last: map[group]Group{}, seen: map[seen]diag.Span{}, first: map[group]Group{}}
		in := series.Input{Name: path.Join(book.Prefix, file), Data: data, Columns: columns}
		for _, d := range series.Read(in, r.add) {
			found = append(found, d.For(rec.ID, "/"+Field))
		}
		if groups := r.settled(rec); len(groups) > 0 {
			ledger[rec.ID] = groups
		}
	}
	return ledger, found
}

// A group is people who are counted together.
type group struct{ department, role string }

type seen struct {
	group
	on lang.Date
}

// A reader gathers the counts of one training.
type reader struct {
	book *record.Handbook
	last map[group]Group // by the handbook's day
	seen map[seen]diag.Span
	// first has every group of the file where it is first counted, whatever the
	// day; order is that of the file.
	first map[group]Group
	order []group
}

// add takes a row in, if it can be read whole.
func (r *reader) add(row series.Row) {
	people, ok1 := row.Count("people")
	completed, ok2 := row.Count("completed")
	on, ok3 := row.Date("on")
	if !ok1 || !ok2 || !ok3 || !r.known(row) {
		return
	}
	if completed > people {
		row.Report(diag.New(diag.MoreThanAll, row.At("completed"), "part", strconv.Itoa(completed), "whole", strconv.Itoa(people)))
		return
	}
	key := group{row.Text("department"), row.Text("role")}
	g := Group{Department: key.department, Role: key.role, People: people, Counted: completed, On: on, at: row.At("on")}
	if first, twice := r.seen[seen{key, on}]; twice {
		row.Report(diag.New(diag.RowTwice, g.at, "on", on.String()).See(first, "first"))
		return
	}
	r.seen[seen{key, on}] = g.at
	if !r.apart(row, key, g) {
		return
	}
	if last, ok := r.last[key]; !r.book.AsOf.Before(on) && (!ok || last.On.Before(on)) {
		r.last[key] = g
	}
}

// known reports whether the handbook has what the row speaks of.
func (r *reader) known(row series.Row) bool {
	for _, kind := range []string{"department", "role"} {
		id := row.Text(kind)
		if rec := r.book.Record(id); id != "" && (rec == nil || rec.Type.Name != kind) {
			row.Reject(kind, kind)
			return false
		}
	}
	return true
}

// apart reports whether a group's people can be told from those of the groups
// above it in the file.
func (r *reader) apart(row series.Row, key group, g Group) bool {
	if _, met := r.first[key]; met {
		return true
	}
	for _, other := range r.order {
		if o := r.first[other]; g.crosses(o) {
			row.Report(diag.New(diag.RowTwice, row.At("people")).As("crosses").See(o.at, "first"))
			return false
		}
	}
	r.first[key], r.order = g, append(r.order, key)
	return true
}

// settled returns the latest counts, each with its last day.
func (r *reader) settled(rec *record.Record) Groups {
	valid := rec.Source.Fields.Get("valid_for").String()
	var out Groups
	for _, g := range r.last {
		if end, err := g.On.Add(valid); valid != "" && err == nil {
			g.Until, g.Lapsed = end, end.Before(r.book.AsOf)
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Role, b.Role))
	})
	return out
}
