package redline

import "strings"

// A change is words of the old text that gave way to words of the new. What
// stands between two changes was kept.
type change struct{ old, now span }

// A span is some words of a text: from, and the one after the last.
type span struct{ from, to int }

// edits returns what became of the words of a text, in runs that can be read.
func edits(before, after words) []Edit {
	w := &writer{}
	at := 0 // in the new text
	for _, c := range tidy(before, after, changes(before, after)) {
		w.write(Kept, after.tokens[at:c.now.from]) // with the spaces that are there now
		w.write(Deleted, before.tokens[c.old.from:c.old.to])
		w.write(Inserted, after.tokens[c.now.from:c.now.to])
		at = c.now.to
	}
	w.write(Kept, after.tokens[at:])
	return w.out
}

// changes gathers the runs of two texts into changes.
func changes(before, after words) []change {
	var out []change
	i, j, fresh := 0, 0, true
	for _, r := range script(before.ids, after.ids) {
		if r.op == Kept {
			i, j, fresh = i+r.n, j+r.n, true
			continue
		}
		if fresh {
			out, fresh = append(out, change{span{i, i}, span{j, j}}), false
		}
		if r.op == Deleted {
			i += r.n
		} else {
			j += r.n
		}
		last := &out[len(out)-1]
		last.old.to, last.now.to = i, j
	}
	return out
}

// tidy makes one change of two that stand so close that a reader takes them
// for one: a sentence rewritten around a stray "and" is a sentence rewritten.
func tidy(before, after words, all []change) []change {
	olds, news := counted(before), counted(after)
	size := func(c change) int {
		return max(olds[c.old.to]-olds[c.old.from], news[c.now.to]-news[c.now.from])
	}
	var out []change
	for _, c := range all {
		out = append(out, c)
		for len(out) > 1 {
			a, b := out[len(out)-2], out[len(out)-1]
			if kept := news[b.now.from] - news[a.now.to]; 2*kept > min(size(a), size(b)) {
				break
			}
			out = append(out[:len(out)-2], change{span{a.old.from, b.old.to}, span{a.now.from, b.now.to}})
		}
	}
	return out
}

// counted returns how many words stand before each place; signs are none.
func counted(w words) []int {
	out := make([]int, len(w.tokens)+1)
	for i, t := range w.tokens {
		out[i+1] = out[i]
		if t.word {
			out[i+1]++
		}
	}
	return out
}

// A writer puts words together again, with the spaces between them.
type writer struct{ out []Edit }

func (w *writer) write(op Op, tokens []token) {
	if len(tokens) == 0 {
		return
	}
	if len(w.out) > 0 {
		space := tokens[0].space
		if op == Inserted && w.out[len(w.out)-1].Op == Deleted && tokens[0].word {
			space = " " // else two words would look like one
		}
		w.add(Kept, space) // so that a space is neither struck out nor underlined
	}
	var b strings.Builder
	for k, t := range tokens {
		if k > 0 {
			b.WriteString(t.space)
		}
		b.WriteString(t.text)
	}
	w.add(op, b.String())
}

func (w *writer) add(op Op, text string) {
	switch last := len(w.out) - 1; {
	case text == "":
	case last >= 0 && w.out[last].Op == op:
		w.out[last].Text += text
	default:
		w.out = append(w.out, Edit{op, text})
	}
}
