package record

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
)

// A Force says what a record is on a day. It follows from what people decided
// and from the calendar; nobody types it.
type Force string

// The kinds of force.
const (
	Draft      Force = "draft"      // not approved
	Coming     Force = "coming"     // approved, its first day is still to come
	InForce    Force = "in-force"   //
	Superseded Force = "superseded" // another version or record took its place
	Repealed   Force = "repealed"   // another record ended it, or it was withdrawn
	Expired    Force = "expired"    // past its own last day
)

// A Standing is the force of a record on the handbook's day, and how it came
// to it.
type Standing struct {
	Force Force
	// Since is the first day of this standing, zero where it is not known: of
	// what is coming, the day on which it takes effect.
	Since lang.Date
	By    *Record // of what is superseded or repealed: the record that did it, if any
	// Instead is what holds on the day in place of what does not any more: the
	// record's version in force or, where others took its place one after the
	// other, the last of them. Nil where nothing does.
	Instead *Record
	Next    *Record // of what is in force: its next approved version, if any
}

// An ending is what one record does to another.
type ending struct {
	by    *Record
	force Force
}

// StandingOf computes what a record is on the handbook's day. Nothing happens
// to a record before the first day of the one that does it.
func (h *Handbook) StandingOf(r *Record) Standing {
	s := h.standing(r)
	switch s.Force {
	case Superseded, Repealed, Expired:
		s.Instead = h.instead(r, map[string]bool{})
	}
	return s
}

// standing is what the record is, but for what holds in its place.
func (h *Handbook) standing(r *Record) Standing {
	switch {
	case r.Status == "draft":
		return Standing{Force: Draft}
	case !r.TakesEffect():
		return Standing{Force: Repealed, By: h.endedBy(r).by}
	case !r.decidedBy(h.AsOf):
		return Standing{Force: Draft}
	case h.AsOf.Before(r.From):
		return Standing{Force: Coming, Since: r.From}
	}
	s := h.ended(r)
	// What ended by itself is not ended again by what comes later.
	if over := after(r.Until); !over.IsZero() && !h.AsOf.Before(over) && (s.By == nil || over.Before(s.Since)) {
		s = Standing{Force: Expired, Since: over}
		if r.Status == "withdrawn" {
			s.Force = Repealed
		}
	}
	if s.Force == "" {
		return Standing{Force: InForce, Since: r.From, Next: h.next(r)}
	}
	return s
}

// ended says what other versions and records did to a version by the
// handbook's day, whichever did first; nothing where none did.
func (h *Handbook) ended(r *Record) Standing {
	over := after(r.Until)
	v, e := h.replacedBy(r), h.endedBy(r)
	switch {
	case v != nil && (e.by == nil || !e.by.From.Before(v.From)):
		return Standing{Force: Superseded, Since: known(v.From, over), By: v}
	case e.by != nil:
		return Standing{Force: e.force, Since: known(e.by.From, over), By: e.by}
	}
	return Standing{}
}

// instead follows what took the place of a record to what holds on the day.
func (h *Handbook) instead(r *Record, seen map[string]bool) *Record {
	seen[r.ID] = true
	if now := r.Current; now != nil && now != r && h.standing(now).Force == InForce {
		return now
	}
	first := h.endedBy(r)
	if first.force != Superseded {
		return nil
	}
	for _, e := range h.endings[r.ID] {
		by := h.Record(e.by.ID)
		if e.force != Superseded || e.by.From != first.by.From || by == nil || seen[by.ID] {
			continue
		}
		if h.standing(by).Force == InForce {
			return by
		}
		if last := h.instead(by, seen); last != nil {
			return last
		}
	}
	return nil
}

// known returns a day or, where it is none, another.
func known(d, other lang.Date) lang.Date {
	if d.IsZero() {
		return other
	}
	return d
}

// replacedBy returns the higher version that has taken effect first, or nil.
func (h *Handbook) replacedBy(r *Record) *Record {
	var first *Record
	for _, v := range r.Versions {
		higher := v.Version > r.Version && v.TakesEffect() && !h.AsOf.Before(v.From)
		if higher && (first == nil || v.From.Before(first.From)) {
			first = v
		}
	}
	return first
}

// StatusOf returns what people have decided of a version by the handbook's day:
// before its approval it is a draft, and what is withdrawn with a last day is
// approved until then.
func (h *Handbook) StatusOf(r *Record) string {
	switch {
	case !r.TakesEffect():
		return r.Status
	case !r.decidedBy(h.AsOf):
		return "draft"
	case !r.Until.Before(h.AsOf):
		return "approved"
	}
	return r.Status
}

// LastDay returns the last day of a version's force: its own, or the day
// before the next version begins, whichever comes first. Zero is for force
// without an end.
func (r *Record) LastDay() lang.Date {
	return r.lastDay(func(*Record) bool { return true })
}

// lastDay is LastDay where only some versions count.
func (r *Record) lastDay(counts func(*Record) bool) lang.Date {
	last := r.Until
	for _, v := range r.Versions {
		if v.Version <= r.Version || !v.TakesEffect() || v.From.IsZero() || !counts(v) {
			continue
		}
		if before := v.From.Previous(); last.IsZero() || before.Before(last) {
			last = before
		}
	}
	return last
}

// endedBy returns the record that ended another by the handbook's day, the
// first where there are several.
func (h *Handbook) endedBy(r *Record) ending {
	if all := h.endings[r.ID]; len(all) > 0 && !h.AsOf.Before(all[0].by.From) {
		return all[0]
	}
	return ending{}
}

// next returns the version that takes effect next, or nil.
func (h *Handbook) next(r *Record) *Record {
	for _, v := range r.Versions {
		if v.Version > r.Version && v.TakesEffect() && h.AsOf.Before(v.From) && v.decidedBy(h.AsOf) {
			return v
		}
	}
	return nil
}

// gatherEndings notes which versions supersede or repeal which other records,
// the earliest first; of those on one day, first what took their place.
func (h *Handbook) gatherEndings() {
	h.endings = map[string][]ending{}
	for _, r := range h.Records {
		for _, v := range r.Versions {
			if v.TakesEffect() && v.Dated() {
				h.gatherEndingsOf(v)
			}
		}
	}
	for _, all := range h.endings {
		slices.SortStableFunc(all, func(a, b ending) int {
			return cmp.Or(a.by.From.Compare(b.by.From), cmp.Compare(b.force, a.force), cmp.Compare(a.by.ID, b.by.ID))
		})
	}
}

func (h *Handbook) gatherEndingsOf(v *Record) {
	for _, end := range []struct {
		field string
		force Force
	}{{"supersedes", Superseded}, {"repeals", Repealed}} {
		for _, id := range v.Source.Fields.Get(end.field).Strings() {
			if id != v.ID {
				h.endings[id] = append(h.endings[id], ending{v, end.force})
			}
		}
	}
}

// after returns the day after a last day, or no day.
func after(d lang.Date) lang.Date {
	if d.IsZero() {
		return d
	}
	return d.Next()
}
