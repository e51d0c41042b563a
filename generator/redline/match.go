package redline

import (
	"cmp"
	"slices"
)

// How alike two sections must be to be one, and how many are compared in the
// search: beyond that, what has neither key nor title in common is not the
// same section.
const (
	alikeSections = 0.5
	maxStrangers  = 64
)

// match returns for each new section the old one that it was, or -1: what has
// the same key, else says the same, else has the same title, else is most
// alike.
func (c *comparison) match() []int {
	m := &matching{c: c, pairs: make([]int, len(c.now)), taken: make([]bool, len(c.old))}
	for j := range m.pairs {
		m.pairs[j] = -1
	}
	m.by(func(p part) string { return either(p.key, p.key+"\n"+p.whole) }) // keys may come twice
	m.by(func(p part) string { return p.key })
	m.by(func(p part) string { return p.whole })
	m.by(func(p part) string { return string(p.title.ids) })
	m.byLikeness()
	return m.pairs
}

// either returns a value if there is a condition for it.
func either(condition, value string) string {
	if condition == "" {
		return ""
	}
	return value
}

// A matching is what was matched so far.
type matching struct {
	c     *comparison
	pairs []int
	taken []bool // of the old sections
}

// by matches what has the same mark; "" is none. Of several the first goes
// with the first.
func (m *matching) by(mark func(part) string) {
	waiting := map[string][]int{}
	for i, p := range m.c.old {
		if k := mark(p); k != "" && !m.taken[i] {
			waiting[k] = append(waiting[k], i)
		}
	}
	for j, p := range m.c.now {
		k := mark(p)
		if k == "" || m.pairs[j] >= 0 || len(waiting[k]) == 0 {
			continue
		}
		m.take(waiting[k][0], j)
		waiting[k] = waiting[k][1:]
	}
}

func (m *matching) take(i, j int) { m.pairs[j], m.taken[i] = i, true }

// byLikeness matches what is left, the most alike first.
func (m *matching) byLikeness() {
	var olds, news []int
	for i, taken := range m.taken {
		if !taken && len(m.c.old[i].bag) > 0 {
			olds = append(olds, i)
		}
	}
	for j, i := range m.pairs {
		if i < 0 && len(m.c.now[j].bag) > 0 {
			news = append(news, j)
		}
	}
	if len(olds) > maxStrangers || len(news) > maxStrangers {
		return
	}
	type candidate struct {
		i, j  int
		alike float64
	}
	var all []candidate
	for _, i := range olds {
		for _, j := range news {
			if a := likeness(m.c.old[i].bag, m.c.now[j].bag); a >= alikeSections {
				all = append(all, candidate{i, j, a})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.j, b.j), cmp.Compare(a.i, b.i))
	})
	for _, x := range all {
		if !m.taken[x.i] && m.pairs[x.j] < 0 {
			m.take(x.i, x.j)
		}
	}
}

// likeness is how many of their words two sorted bags share, from 0 to 1.
func likeness(a, b []rune) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	shared, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// movedAmong tells which of the new sections stand elsewhere: as few of those
// that both texts have as explain the new order.
func movedAmong(pairs []int) []bool {
	moved := make([]bool, len(pairs))
	var places, olds []int
	for j, i := range pairs {
		if i >= 0 {
			places, olds, moved[j] = append(places, j), append(olds, i), true
		}
	}
	for _, k := range rising(olds) {
		moved[places[k]] = false
	}
	return moved
}

// rising returns the places of a longest run of rising numbers, all of which
// differ.
func rising(numbers []int) []int {
	var tails []int // by length, the place of the smallest last number
	before := make([]int, len(numbers))
	for k, n := range numbers {
		at, _ := slices.BinarySearchFunc(tails, n, func(t, n int) int { return cmp.Compare(numbers[t], n) })
		before[k] = -1
		if at > 0 {
			before[k] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, k)
		}
		tails[at] = k
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([]int, len(tails))
	for k, at := tails[len(tails)-1], len(tails)-1; at >= 0; k, at = before[k], at-1 {
		out[at] = k
	}
	return out
}
