// Package acknowledgement counts who has read what: how many of the people of
// a department and role have confirmed that they know a version of a record.
//
// In: a Handbook with its day, and a way to read the data files beside its
// records (the field acknowledgements).
// Out: a Ledger with the latest count of each group by the day, and findings
// about the data.
//
// These are counts: no name of a person is ever read.
package acknowledgement

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

// Field is the field that names a record's data file.
const Field = "acknowledgements"

// A Count is how many of a group had acknowledged a version on a day.
type Count struct {
	Department, Role     string // ids; "" where the row speaks of all
	People, Acknowledged int
	On                   lang.Date

	at diag.Span
}

// A State is who has acknowledged one version, by the handbook's day.
type State struct {
	Version              int
	People, Acknowledged int     // of all groups, those within another one left out
	Groups               []Count // the latest count of each, by department, then role
	On                   lang.Date
}

// A Ledger has the states of all records whose acknowledgements are kept: by
// id, the newest version first. A version that nobody was counted for has no
// state.
type Ledger map[string][]State

// Of returns who has acknowledged a version.
func (l Ledger) Of(id string, version int) (State, bool) {
	for _, s := range l[id] {
		if s.Version == version {
			return s, true
		}
	}
	return State{}, false
}

// within reports whether all people of a group are among those of another one.
func (c Count) within(o Count) bool {
	return (o.Department == "" || o.Department == c.Department) && (o.Role == "" || o.Role == c.Role) &&
		(o.Department != c.Department || o.Role != c.Role)
}

// crosses reports whether some people may be in both groups, while neither is
// within the other: then nobody can tell how many there are in all.
func (c Count) crosses(o Count) bool {
	meet := func(a, b string) bool { return a == "" || b == "" || a == b }
	return meet(c.Department, o.Department) && meet(c.Role, o.Role) && !c.within(o) && !o.within(c) &&
		(c.Department != o.Department || c.Role != o.Role)
}

// columns are those of the data file.
var columns = []series.Column{
	{Name: "version"}, {Name: "department", Optional: true}, {Name: "role", Optional: true},
	{Name: "people"}, {Name: "acknowledged"}, {Name: "on"},
}

// Gather reads the data files of all records. open returns the bytes of a file
// in the content folder; a file that it cannot open is passed over, since
// package link reports it. Groups of a department or role that the handbook
// does not have are reported and not counted.
func Gather(book *record.Handbook, open func(path string) ([]byte, error)) (Ledger, diag.List) {
	ledger, found := Ledger{}, diag.List(nil)
	for _, rec := range book.Records {
		l := log{book: book, rec: rec, last: map[group]Count{}, seen: map[seen]diag.Span{}, groups: map[group]Count{}}
		read := map[string]bool{}
		for _, v := range rec.Versions {
			name := v.Source.Fields.Get(Field).String()
			file := path.Join(path.Dir(v.Source.File.Path), name)
			if path.Ext(name) != ".csv" || read[file] {
				continue // another kind of file is no table, and reported as such
			}
			read[file] = true
			data, err := open(file)
			if err != nil {
				continue
			}
			in := series.Input{Name: path.Join(book.Prefix, file), Data: data, Columns: columns}
			for _, d := range series.Read(in, l.add) {
				found = append(found, d.For(rec.ID, "/"+Field))
			}
		}
		if states := l.states(); len(states) > 0 {
			ledger[rec.ID] = states
		}
	}
	return ledger, found
}

// A group is people who are counted together.
type group struct {
	version          int
	department, role string
}

// A log gathers the counts of one record.
type log struct {
	book *record.Handbook
	rec  *record.Record
	last map[group]Count // by the handbook's day
	seen map[seen]diag.Span
	// groups are those of the file, by where they are first counted, whatever
	// the day.
	groups map[group]Count
	order  []group
}

type seen struct {
	group
	on lang.Date
}

// add takes a row in, if it can be read whole.
func (l *log) add(row series.Row) {
	version, ok1 := row.Count("version")
	people, ok2 := row.Count("people")
	acknowledged, ok3 := row.Count("acknowledged")
	on, ok4 := row.Date("on")
	if !ok1 || !ok2 || !ok3 || !ok4 || !l.known(row, version) {
		return
	}
	if acknowledged > people {
		row.Report(diag.New(diag.MoreThanAll, row.At("acknowledged"), "part", strconv.Itoa(acknowledged), "whole", strconv.Itoa(people)))
		return
	}
	g := group{version, row.Text("department"), row.Text("role")}
	c := Count{Department: g.department, Role: g.role, People: people, Acknowledged: acknowledged, On: on, at: row.At("on")}
	if first, twice := l.seen[seen{g, on}]; twice {
		row.Report(diag.New(diag.RowTwice, c.at, "on", on.String()).See(first, "first"))
		return
	}
	l.seen[seen{g, on}] = c.at
	if !l.apart(row, g, c) {
		return
	}
	if last, ok := l.last[g]; !l.book.AsOf.Before(on) && (!ok || last.On.Before(on)) {
		l.last[g] = c
	}
}

// apart reports whether a group's people can be told from those of the groups
// above it in the file.
func (l *log) apart(row series.Row, g group, c Count) bool {
	if _, met := l.groups[g]; met {
		return true
	}
	for _, other := range l.order {
		if o := l.groups[other]; other.version == g.version && c.crosses(o) {
			row.Report(diag.New(diag.RowTwice, row.At("version")).As("crosses").See(o.at, "first"))
			return false
		}
	}
	l.groups[g], l.order = c, append(l.order, g)
	return true
}

// known reports whether the row speaks of what the handbook has.
func (l *log) known(row series.Row, version int) bool {
	newest := l.rec.Versions[len(l.rec.Versions)-1].Version
	if version < 1 || version > newest {
		row.Report(diag.New(diag.BadValue, row.At("version"), "column", "version", "value", row.Text("version"),
			"versions", strconv.Itoa(newest)))
		return false
	}
	for _, kind := range []string{"department", "role"} {
		id := row.Text(kind)
		rec := l.book.Record(id)
		if id != "" && (rec == nil || rec.Type.Name != kind) {
			row.Reject(kind, kind)
			return false
		}
	}
	return true
}

// count adds up the groups that are within no other.
func (s *State) count() {
	for _, c := range s.Groups {
		if !slices.ContainsFunc(s.Groups, c.within) {
			s.People += c.People
			s.Acknowledged += c.Acknowledged
		}
	}
}

// states sums the groups up by version.
func (l *log) states() []State {
	byVersion := map[int]*State{}
	for g, c := range l.last {
		s := byVersion[g.version]
		if s == nil {
			s = &State{Version: g.version}
			byVersion[g.version] = s
		}
		s.Groups = append(s.Groups, c)
		if s.On.Before(c.On) {
			s.On = c.On
		}
	}
	var out []State
	for _, s := range byVersion {
		s.count()
		slices.SortFunc(s.Groups, func(a, b Count) int {
			return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Role, b.Role))
		})
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b State) int { return cmp.Compare(b.Version, a.Version) })
	return out
}
