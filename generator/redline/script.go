package redline

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxWork bounds the search for a shortest edit, in words of one text times
// words of the other. Beyond it the texts are cut at words that both have
// once; what is still too much is replaced as a whole. A clock would do as
// well, but give other results on another day.
const maxWork = 16_000_000

// A run is a number of things with one fate.
type run struct {
	op Op
	n  int
}

// script returns the runs that make b of a.
func script(a, b []rune) []run {
	prefix := 0
	for prefix < len(a) && prefix < len(b) && a[prefix] == b[prefix] {
		prefix++
	}
	suffix := 0
	for suffix < len(a)-prefix && suffix < len(b)-prefix && a[len(a)-1-suffix] == b[len(b)-1-suffix] {
		suffix++
	}
	out := runs{}
	out.add(Kept, prefix)
	a, b = a[prefix:len(a)-suffix], b[prefix:len(b)-suffix]
	if len(a)*len(b) <= maxWork {
		out.search(a, b)
	} else {
		out.cut(a, b)
	}
	out.add(Kept, suffix)
	return out.all
}

type runs struct{ all []run }

func (r *runs) add(op Op, n int) {
	switch last := len(r.all) - 1; {
	case n == 0:
	case last >= 0 && r.all[last].op == op:
		r.all[last].n += n
	default:
		r.all = append(r.all, run{op, n})
	}
}

// search finds a shortest edit.
func (r *runs) search(a, b []rune) {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // never: it would make the result a matter of luck
	ops := map[diffmatchpatch.Operation]Op{
		diffmatchpatch.DiffEqual: Kept, diffmatchpatch.DiffDelete: Deleted, diffmatchpatch.DiffInsert: Inserted,
	}
	for _, e := range d.DiffMainRunes(a, b, false) {
		r.add(ops[e.Type], utf8.RuneCountInString(e.Text))
	}
}

// cut divides two texts at what both have exactly once, in the same order.
func (r *runs) cut(a, b []rune) {
	i, j := 0, 0
	between := func(toI, toJ int) {
		if (toI-i)*(toJ-j) <= maxWork {
			r.search(a[i:toI], b[j:toJ])
		} else {
			r.add(Deleted, toI-i)
			r.add(Inserted, toJ-j)
		}
		i, j = toI, toJ
	}
	here, there := singles(a), singles(b)
	var as, bs []int // places of what both have once
	for at, id := range a {
		if k, ok := there[id]; ok && here[id] == at && k >= 0 {
			as, bs = append(as, at), append(bs, k)
		}
	}
	for _, k := range rising(bs) {
		between(as[k], bs[k])
		r.add(Kept, 1)
		i, j = as[k]+1, bs[k]+1
	}
	between(len(a), len(b))
}

// singles returns the places of what a text has exactly once; -1 is for what
// it has more often.
func singles(ids []rune) map[rune]int {
	out := map[rune]int{}
	for at, id := range ids {
		if _, twice := out[id]; twice {
			at = -1
		}
		out[id] = at
	}
	return out
}
