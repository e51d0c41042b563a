package record

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// judgeDays reports days of force that cannot all be true: within one version
// and between those of one record. None of it depends on the handbook's day.
// Drafts hold nothing yet; of days that the calendar lacks, which have been
// reported, nothing follows.
func (f *family) judgeDays() {
	var holding []*Record // readable, and in force on some day
	for _, r := range f.records {
		if !r.Dated() {
			continue
		}
		f.judgeEnd(r)
		if r.TakesEffect() {
			holding = append(holding, r)
		}
	}
	f.clashes(holding)
	for i := 1; i < len(holding); i++ {
		f.judgeTurn(holding[i-1], holding[i])
		f.judgeAudience(holding[i-1], holding[i])
	}
	f.judgeNumbers()
	f.judgeApproval()
	f.revived()
}

// judgeEnd reports a version whose last day comes before its first.
func (f *family) judgeEnd(r *Record) {
	if r.Until.IsZero() || !r.Until.Before(r.From) {
		return
	}
	f.report(diag.New(diag.DayOrder, r.endPlace(), "from", r.From.String(), "until", r.Until.String()).As("within").
		For(f.id, "/effective_until").See(r.startPlace(), "from"))
}

// clashes reports versions that start on the same day: nobody could tell which
// of them holds.
func (f *family) clashes(versions []*Record) {
	first := map[lang.Date]*Record{}
	for _, r := range versions {
		before := first[r.From]
		if before == nil {
			first[r.From] = r
			continue
		}
		d := diag.New(diag.VersionClash, r.startPlace(), "id", f.id, "version", strconv.Itoa(r.Version),
			"other", strconv.Itoa(before.Version), "date", r.From.String())
		if r.From.IsZero() {
			d = d.As("always")
		}
		f.report(d.For(f.id, "/effective_from").
			See(before.startPlace(), "other", "version", strconv.Itoa(before.Version)))
	}
}

// judgeTurn reports what is wrong with the days on which one version gives way
// to the next.
func (f *family) judgeTurn(before, r *Record) {
	at, version, other := r.startPlace(), strconv.Itoa(r.Version), strconv.Itoa(before.Version)
	end, from := before.Until, r.From
	switch {
	case from == before.From || !end.IsZero() && end.Before(before.From): // reported
	case from.Before(before.From): // a version without a first day has held from ever
		d := diag.New(diag.DayOrder, at, "version", version, "from", from.String(),
			"other", other, "before", before.From.String())
		if from.IsZero() {
			d = d.As("always")
		}
		f.report(d.For(f.id, "/effective_from").See(before.startPlace(), "other", "other", other))
	case end.IsZero():
	case !end.Before(from):
		f.report(diag.New(diag.VersionOverlap, at, "version", version, "from", from.String(),
			"other", other, "until", end.String()).For(f.id, "/effective_from").
			See(before.endPlace(), "until"))
	case end.Next().Before(from) && f.wholeBetween(before, r):
		f.report(diag.New(diag.VersionGap, at, "version", version, "other", other,
			"first", end.Next().String(), "last", from.Previous().String()).For(f.id, "/effective_from").
			See(before.endPlace(), "until"))
	}
}

// wholeBetween reports whether all versions between two are there and say days
// that are some: what is not known may fill a gap.
func (f *family) wholeBetween(before, after *Record) bool {
	known := 0
	for _, r := range f.records {
		if before.Version < r.Version && r.Version < after.Version && r.Dated() {
			known++
		}
	}
	return !f.broken && known == after.Version-before.Version-1
}

// judgeNumbers reports a version that is missing between two others: what is
// shown as the change from one to the next would be that of two, and the first
// would seem to hold until the last began. That the first ones were not kept is
// no fault.
func (f *family) judgeNumbers() {
	for i := 1; i < len(f.records) && !f.broken; i++ {
		before, r := f.records[i-1], f.records[i]
		if r.Version == before.Version+1 {
			continue
		}
		missing := strconv.Itoa(before.Version + 1)
		if last := r.Version - 1; last > before.Version+1 {
			missing += "–" + strconv.Itoa(last)
		}
		f.report(diag.New(diag.VersionJump, place(r.Source.File.Front, "version"), "version", strconv.Itoa(r.Version),
			"other", strconv.Itoa(before.Version), "missing", missing).For(f.id, "/version").
			See(place(before.Source.File.Front, "version"), "other", "other", strconv.Itoa(before.Version)))
	}
}

// judgeApproval reports a version that was to be followed before it was
// decided. Of those that a later one has replaced, nothing can be mended.
func (f *family) judgeApproval() {
	r := f.decided()
	if r == nil || r.Status != "approved" || r.From.IsZero() {
		return
	}
	front := r.Source.File.Front
	on := dayOf(front.Get("approved_on").String())
	if r.From.Before(on) {
		f.report(diag.New(diag.Retroactive, r.startPlace(), "from", r.From.String(), "approved", on.String()).
			For(f.id, "/effective_from").See(place(front, "approved_on"), "approved"))
	}
}

// revived reports a version that was withdrawn without saying whether it ever
// held, so that the one before it goes on as if nothing had been.
func (f *family) revived() {
	r := f.decided()
	if r == nil || r.Status != "withdrawn" || r.TakesEffect() || !r.Dated() || f.broken {
		return
	}
	for _, v := range f.records {
		// The last day of what ended by itself does not move.
		if v.Status == "approved" && (v.Until.IsZero() || !v.Until.Before(r.From)) && !f.laterHolds(v) {
			status := r.Source.File.Front.Get("status")
			f.report(diag.New(diag.VersionRevived, status.At, "version", strconv.Itoa(r.Version),
				"other", strconv.Itoa(v.Version)).For(f.id, "/status").
				See(v.startPlace(), "other", "other", strconv.Itoa(v.Version)))
			return
		}
	}
}

// laterHolds reports whether a version after this one takes effect.
func (f *family) laterHolds(r *Record) bool {
	for _, v := range f.records {
		if v.Version > r.Version && v.TakesEffect() {
			return true
		}
	}
	return false
}

// decided returns the newest version that is no draft, or nil.
func (f *family) decided() *Record {
	var out *Record
	for _, r := range f.records {
		if r.Status != "draft" {
			out = r
		}
	}
	return out
}

// startPlace is where a version says from when it holds, or which it is.
func (r *Record) startPlace() diag.Span {
	front := r.Source.File.Front
	if n := front.Get("effective_from"); n != nil {
		return n.At
	}
	return place(front, "version")
}

// endPlace is where a version says until when it holds.
func (r *Record) endPlace() diag.Span { return place(r.Source.File.Front, "effective_until") }
