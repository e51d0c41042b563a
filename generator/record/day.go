package record

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
)

// ofDay chooses the version that is the record on a day: the highest that has
// begun, if it still holds, for it ended those before it; else the next one to
// come, if that has been decided, else the one that is over. Only where none
// ever takes effect is it the highest: a draft is never the face of law that is
// over.
func ofDay(versions []*Record, day lang.Date) *Record {
	var coming, begun *Record
	for _, r := range slices.Backward(versions) {
		switch {
		case !r.TakesEffect():
		case day.Before(r.From):
			if coming == nil || r.decidedBy(day) || !coming.decidedBy(day) {
				coming = r
			}
		case begun == nil:
			begun = r
		}
	}
	switch {
	case begun != nil && (coming == nil || !coming.decidedBy(day) || begun.Until.IsZero() || !begun.Until.Before(day)):
		return begun
	case coming != nil:
		return coming
	}
	return versions[len(versions)-1]
}

// decidedBy reports whether a version that takes effect had been approved by a
// day. Before that, it was a draft like any other, whatever its file says today.
func (r *Record) decidedBy(day lang.Date) bool {
	return !day.Before(r.From) || !day.Before(r.Approved)
}

// Faces returns the versions by which readers see the record on some day: those
// that ever take effect or, where none does, the highest.
func (r *Record) Faces() []*Record {
	var out []*Record
	for _, v := range r.Versions {
		if v.TakesEffect() {
			out = append(out, v)
		}
	}
	if out == nil && len(r.Versions) > 0 {
		out = r.Versions[len(r.Versions)-1:]
	}
	return out
}

// TakesEffect reports whether the version is in force on any day, as far as it
// says itself. Drafts are not, nor is what was withdrawn without saying how
// long it held: as if it had never been adopted.
func (r *Record) TakesEffect() bool {
	return r.Status == "approved" || r.Status == "withdrawn" && !r.Until.IsZero()
}

// Replaces returns the version whose place this one takes or, of a draft, would
// take: the highest lower one that takes effect. Readers never lived by a draft,
// nor by what was withdrawn before it held, so nothing is changed by comparison
// with these. It is nil for the first law.
func (r *Record) Replaces() *Record {
	for _, v := range slices.Backward(r.Versions) {
		if v.Version < r.Version && v.TakesEffect() {
			return v
		}
	}
	return nil
}

// Dated reports whether the days of force that the file says are days of the
// calendar; those that are not have been reported, and nothing follows from
// them.
func (r *Record) Dated() bool {
	front := r.Source.File.Front
	return (front.Get("effective_from") == nil || !r.From.IsZero()) &&
		(front.Get("effective_until") == nil || !r.Until.IsZero())
}
