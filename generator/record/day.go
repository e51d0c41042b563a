package record

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// ofDay chooses the version that is the record on a day: of those approved
// and in force the highest, else the next one to come, else the highest.
func ofDay(versions []*Record, day lang.Date) *Record {
	var coming *Record
	for i := len(versions) - 1; i >= 0; i-- {
		r := versions[i]
		switch {
		case r.Status != "approved":
		case r.From.Compare(day) > 0:
			coming = r
		case r.Until.IsZero() || !r.Until.Before(day):
			return r
		}
	}
	if coming != nil {
		return coming
	}
	return versions[len(versions)-1]
}

// judgeDays reports versions that start on the same day: nobody could tell
// which of them holds. Drafts hold nothing yet.
func (f *family) judgeDays() {
	first := map[lang.Date]*Record{}
	for _, r := range f.records {
		if r.Status == "draft" {
			continue
		}
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

// startPlace is where a version says from when it holds, or which it is.
func (r *Record) startPlace() diag.Span {
	front := r.Source.File.Front
	if n := front.Get("effective_from"); n != nil {
		return n.At
	}
	return place(front, "version")
}
