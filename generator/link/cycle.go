package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
)

const (
	// maxCycles bounds what is said about one version: each cycle is mended by
	// hand, and a hostile file could hold a hundred thousand.
	maxCycles = 20
	// maxCycleKeys bounds how many items of a cycle are named.
	maxCycleKeys = 12
)

// An itemName finds a keyed item within a record.
type itemName struct{ list, key string }

// A need is a reference from one thing to another, both as their place in the
// order of the whole.
type need struct {
	from, to int
	ref      schema.Reference
}

// A needGraph holds things and what they refer to: the keyed items of one
// version, or records that change each other (amend.go).
type needGraph struct {
	keys   []string // of the things, in the order of the file or the handbook
	needs  [][]need // of each, in the order of the file
	state  []visit
	path   []need // from the item where the search started to where it is
	cycles [][]need
}

// A visit says how far the search has got with an item.
type visit uint8

const (
	unseen visit = iota
	entered
	left
)

// cycles reports items of a record that refer to each other in a circle, given
// the references to its own items that lead somewhere.
func (c *connector) cycles(from *record.Record, own []schema.Reference) {
	if len(own) == 0 {
		return
	}
	g := newNeedGraph(from, own)
	for item := range g.keys {
		if g.state[item] == unseen {
			g.search(item)
		}
	}
	for _, cycle := range g.cycles {
		ref := cycle[0].ref
		if len(cycle) == 1 {
			c.report(diag.New(diag.ItemCycle, ref.At, "key", ref.Item).As("self").For(from.ID, ref.Pointer))
			continue
		}
		c.report(diag.New(diag.ItemCycle, ref.At, "cycle", g.names(cycle)).For(from.ID, ref.Pointer))
	}
}

// newNeedGraph finds the items that references stand in and lead to. What
// another version has is no item of this one.
func newNeedGraph(r *record.Record, own []schema.Reference) *needGraph {
	g := &needGraph{}
	byName, byPlace := map[itemName]int{}, map[string]int{}
	for _, f := range r.Source.File.Front.Fields {
		for i, item := range f.Value.Items {
			name := itemName{f.Key, item.Get("key").String()}
			if name.key == "" {
				continue
			}
			if _, twice := byName[name]; !twice {
				byName[name] = len(g.keys)
				g.keys = append(g.keys, name.key)
			}
			byPlace[f.Key+"/"+strconv.Itoa(i)] = byName[name]
		}
	}
	g.needs, g.state = make([][]need, len(g.keys)), make([]visit, len(g.keys))
	known := map[[2]int]bool{}
	for _, ref := range own {
		from, inItem := byPlace[place(ref.Pointer)]
		to, found := target(ref, r, byName)
		if inItem && found && !known[[2]int{from, to}] {
			known[[2]int{from, to}] = true
			g.needs[from] = append(g.needs[from], need{from, to, ref})
		}
	}
	return g
}

// place is the part of a pointer that says which item of which list: steps/3.
func place(pointer string) string {
	parts := strings.SplitN(strings.TrimPrefix(pointer, "/"), "/", 3)
	return strings.Join(parts[:min(len(parts), 2)], "/")
}

// target finds the item that a reference of a record to itself means.
func target(ref schema.Reference, r *record.Record, items map[itemName]int) (int, bool) {
	typ := ""
	if ref.Target != "" {
		typ = r.Type.Name
	}
	lists, _ := ref.Rule.Items(typ)
	for _, list := range lists {
		if item, ok := items[itemName{list, ref.Item}]; ok {
			return item, true
		}
	}
	return 0, false
}

// search follows the needs of an item. A need of an item that was entered
// and not left closes a cycle; without such needs there would be none.
func (g *needGraph) search(item int) {
	g.state[item] = entered
	for _, n := range g.needs[item] {
		if len(g.cycles) == maxCycles {
			break
		}
		g.path = append(g.path, n)
		switch g.state[n.to] {
		case entered:
			g.cycles = append(g.cycles, g.cycle(n.to))
		case unseen:
			g.search(n.to)
		}
		g.path = g.path[:len(g.path)-1]
	}
	g.state[item] = left
}

// cycle returns the end of the path from an item on, turned so that it starts
// with the reference that stands first in the file.
func (g *needGraph) cycle(from int) []need {
	start := slices.IndexFunc(g.path, func(n need) bool { return n.from == from })
	circle, first := g.path[start:], 0
	for i, n := range circle {
		if before(n.ref.At, circle[first].ref.At) {
			first = i
		}
	}
	return slices.Concat(circle[first:], circle[:first])
}

func before(a, b diag.Span) bool {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
	) < 0
}

// names writes a cycle as one → two → one.
func (g *needGraph) names(cycle []need) string {
	keys := []string{g.keys[cycle[0].from]}
	for _, n := range cycle {
		keys = append(keys, g.keys[n.to])
	}
	if len(keys) > maxCycleKeys {
		keys = append(append(keys[:maxCycleKeys-2:maxCycleKeys-2], "…"), keys[len(keys)-1])
	}
	return strings.Join(keys, " → ")
}
