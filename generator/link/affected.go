package link

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/record"
)

// Incoming returns the references to a record from others in their versions of
// the day, in the order of the handbook.
func (g *Graph) Incoming(id string) []Edge { return g.incoming()[id] }

func (g *Graph) incoming() map[string][]Edge {
	in := map[string][]Edge{}
	for _, r := range g.index.book.Records {
		for _, e := range g.outgoing[r.ID] {
			in[e.To.ID] = append(in[e.To.ID], e)
		}
	}
	return in
}

// A Reached is a record that a change of another one reaches.
type Reached struct {
	Record *record.Record
	// Path leads from the record to the one that changes, both included. Each
	// refers to the next, but for a role that is named by the next.
	Path  []*record.Record
	Named bool // it is a role that the next one names
}

// Direct reports whether nothing stands between the two.
func (r Reached) Direct() bool { return len(r.Path) == 2 }

// Affected returns what a change of a record reaches within so many steps, the
// nearest first, then in the order of the handbook; each by a shortest path.
// Whoever refers to what changes in a field is reached, and so are the roles
// that are named in it. Reading beside (related), approval and past reviews
// carry nothing; prose that mentions the record itself is reached, and goes no
// further; nor does a role, on whom everything depends that it owns.
func (g *Graph) Affected(id string, steps int) []Reached {
	start := g.index.book.Record(id)
	if start == nil {
		return nil
	}
	w := wave{Graph: g, incoming: g.incoming(), reached: map[string]bool{id: true}, ways: map[string][]*record.Record{id: {start}}}
	var out []Reached
	front := []*record.Record{start}
	for range steps {
		w.found, w.next = map[string]Reached{}, map[string][]*record.Record{}
		for _, at := range front {
			w.from(at)
		}
		front = nil
		for _, r := range g.index.book.Records {
			if reached, ok := w.found[r.ID]; ok {
				w.reached[r.ID] = true
				out = append(out, reached)
			}
			if way, ok := w.next[r.ID]; ok {
				w.ways[r.ID] = way
				front = append(front, r)
			}
		}
	}
	return out
}

// A wave is one step of a change through the graph. What was reached by a
// mention carries nothing on, but may be reached again on a longer way that
// does.
type wave struct {
	*Graph
	incoming map[string][]Edge
	reached  map[string]bool
	ways     map[string][]*record.Record // of what carries the change on, by id: from it to the start
	found    map[string]Reached          // in this step
	next     map[string][]*record.Record // ways found in this step
}

// from takes the change one step on from a record.
func (w wave) from(at *record.Record) {
	for _, e := range w.outgoing[at.ID] {
		if isRole(e.To) && carries(e) {
			w.reach(Reached{e.To, w.way(e.To, at), true})
		}
	}
	for _, e := range w.incoming[at.ID] {
		mention := e.Field == "" && len(w.ways[at.ID]) == 1
		if !mention && !carries(e) {
			continue
		}
		way := w.way(e.From, at)
		w.reach(Reached{e.From, way, false})
		if w.ways[e.From.ID] == nil && w.next[e.From.ID] == nil && !mention && !isRole(e.From) {
			w.next[e.From.ID] = way
		}
	}
}

func (w wave) way(to, from *record.Record) []*record.Record {
	return append([]*record.Record{to}, w.ways[from.ID]...)
}

func (w wave) reach(r Reached) {
	if _, found := w.found[r.Record.ID]; !found && !w.reached[r.Record.ID] {
		w.found[r.Record.ID] = r
	}
}

func isRole(r *record.Record) bool { return r.Type.Name == "role" }

// aside are fields whose references carry no change to or from a record.
var aside = []string{"related", "approved_by", "review"}

// carries reports whether a change comes along a reference: one in a field, but
// for those aside.
func carries(e Edge) bool {
	field, _, _ := strings.Cut(strings.TrimPrefix(e.Pointer, "/"), "/")
	return e.Field != "" && !slices.Contains(aside, field)
}
