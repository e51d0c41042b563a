package measure

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/record"
)

// A heap is the observations of a metric, sorted into periods and groups.
type heap struct {
	t      *table
	names  [3][]string   // of the groups that are shown, what is not stated last
	slot   [3][]int      // which of names each of table.names is
	whole  []*pile       // by period
	stated []*pile       // by period: of values, what groups come to
	parts  [3][][]*pile  // dimension, period, group; nil where there is nothing
	hidden [3][][]Reason // the same: why a group is not shown
}

// newHeap makes an empty heap. Groups that the handbook does not show are among
// what is not stated.
func newHeap(t *table, book *record.Handbook, periods int) *heap {
	h := &heap{t: t, whole: make([]*pile, periods), stated: make([]*pile, periods)}
	for i := range periods {
		h.whole[i], h.stated[i] = &pile{}, &pile{}
	}
	for d, dimension := range dimensions {
		for _, name := range t.names[d] {
			if name != "" && (dimension == ByChannel || book.Record(name) != nil) {
				h.names[d] = append(h.names[d], name)
			}
		}
		if len(h.names[d]) == 0 {
			continue
		}
		slices.Sort(h.names[d])
		h.names[d] = append(h.names[d], "")
		for _, name := range t.names[d] {
			at := slices.Index(h.names[d], name)
			if at < 0 {
				at = len(h.names[d]) - 1
			}
			h.slot[d] = append(h.slot[d], at)
		}
		h.parts[d], h.hidden[d] = make([][]*pile, periods), make([][]Reason, periods)
		for i := range periods {
			h.parts[d][i], h.hidden[d][i] = make([]*pile, len(h.names[d])), make([]Reason, len(h.names[d]))
		}
	}
	return h
}

// keep leaves out all dimensions but one.
func (h *heap) keep(dimension int) {
	for d := range dimensions {
		if d != dimension {
			h.names[d], h.slot[d], h.parts[d], h.hidden[d] = nil, nil, nil, nil
		}
	}
}

// add puts an observation where it belongs.
func (h *heap) add(period int, o observation) {
	if h.t.stated(o) {
		h.t.add(h.stated[period], o)
	} else {
		h.t.add(h.whole[period], o)
	}
	for d := range dimensions {
		if len(h.names[d]) == 0 || !h.t.raw && o.who[d] == 0 {
			continue
		}
		part := &h.parts[d][period][h.slot[d][o.who[d]]]
		if *part == nil {
			*part = &pile{}
		}
		h.t.add(*part, o)
	}
}

// finish completes the heap: a total is what is given for all or, where nobody
// gives it, all groups together; what is not stated is a group only where there
// is anything; small groups are hidden.
func (h *heap) finish() {
	for i := range h.whole {
		if h.whole[i].empty() {
			h.whole[i] = h.stated[i]
		}
	}
	for d := range dimensions {
		if n := len(h.names[d]); n > 0 && !slices.ContainsFunc(h.parts[d], func(groups []*pile) bool { return groups[n-1] != nil }) {
			h.names[d] = h.names[d][:n-1]
		}
		for i := range h.parts[d] {
			h.hide(d, i)
		}
	}
}

// hide decides which groups of a period are not shown: the small ones, and as
// many of the next smallest as it takes until nobody can work them out of what
// is missing from the total.
func (h *heap) hide(d, period int) {
	var order []int
	away := missing{n: h.whole[period].n, least: h.t.minGroup} // what no group has is missing, too
	for g, p := range h.parts[d][period] {
		if !p.empty() {
			order, away.n = append(order, g), away.n-p.n
		}
	}
	away.n = max(away.n, 0)
	away.loose = away.n > 0
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(h.parts[d][period][a].n, h.parts[d][period][b].n)
	})
	for _, g := range order {
		p := h.parts[d][period][g]
		switch {
		case h.t.small(p):
			h.hidden[d][period][g] = SmallGroup
			away.small++
		case away.tells():
			h.hidden[d][period][g] = Complement
			away.other++
		default:
			return
		}
		away.n += p.n
	}
	if away.tells() && !h.t.small(h.whole[period]) { // there is nothing more to hide but which of them are small
		for _, g := range order {
			h.hidden[d][period][g] = Complement
		}
	}
}

// missing is what readers know of the groups that are not shown: how many answers
// they have together, and how many groups have fewer than the least that may be
// shown, how many have more.
type missing struct {
	n, least, small, other int
	loose                  bool // some of the answers are of no group
}

// tells reports whether that tells how many answers a small group has: where all
// of them together are few, or where there is only one way to share them out.
func (m missing) tells() bool {
	if m.n == 0 {
		return false
	}
	fewest := m.small + m.other*m.least
	most := m.small * (m.least - 1)
	return m.n < m.least || m.small > 0 && !m.loose && m.least > 2 && (m.n == fewest || m.other == 0 && m.n == most)
}

func (h *heap) figureOf(p *pile) Figure {
	if h.t.small(p) {
		return none(SmallGroup)
	}
	return h.t.figure(p)
}

// ofGroup returns the figure of a group in a period.
func (h *heap) ofGroup(d, period, group int) Figure {
	if why := h.hidden[d][period][group]; why != "" {
		return none(why)
	}
	return h.t.figure(h.parts[d][period][group])
}
