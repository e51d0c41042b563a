package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/source"
)

// A Review is when a record was last confirmed, and when it is due again. The
// day is computed: a review is a record of work, not a date to bump.
type Review struct {
	Every string       // ISO 8601
	Last  *source.Node // of a log: the newest entry by the handbook's day; nil without any
	In    *Record      // the version in whose file it stands
	On    lang.Date    // its day
	By    string       // id of the role
	Due   lang.Date
	Place *source.Node // where the record says how often
}

// Overdue reports whether the review is past its day.
func (h *Handbook) Overdue(r Review) bool { return r.Due.Before(h.AsOf) }

// ReviewOf computes a record's review on the handbook's day: due is the later
// of the last review and the version's first day, plus how often it is to be
// reviewed. What is dated after that day has not happened. False is for a
// record that says nothing of reviews or has no day to count from.
func (h *Handbook) ReviewOf(rec *Record) (Review, bool) {
	review := rec.Source.Fields.Get("review")
	every := review.Get("every")
	r := Review{Every: every.String(), Place: every}
	if r.Every == "" {
		return r, false
	}
	for _, v := range rec.Versions {
		if v != rec {
			r.latest(h.AsOf, rec, v)
		}
	}
	r.latest(h.AsOf, rec, rec) // of one day, its own
	from := rec.From
	if from.Before(r.On) {
		from = r.On
	}
	due, err := from.Add(r.Every)
	if err != nil || from.IsZero() {
		return r, false
	}
	r.Due = due
	return r, true
}

// latest takes the newest entry about a version from the log in the file of
// one of the versions. Whoever reviews a version and has it amended may say so
// in the file of the next.
func (r *Review) latest(day lang.Date, rec, in *Record) {
	for _, entry := range logOf(in.Source.Fields.Get("review")) {
		on, err := lang.ParseDate(entry.Get("on").String())
		if err == nil && !day.Before(on) && !on.Before(r.On) && about(entry, on, rec, in) {
			r.Last, r.In, r.On, r.By = entry, in, on, entry.Get("by").String()
		}
	}
}

// about reports whether an entry of a log counts for a version: it names it or,
// where it names none, stands in its file. That a version's log goes on from
// the one before tells what was looked at until it began, not since.
func about(entry *source.Node, on lang.Date, rec, in *Record) bool {
	named, ok := entry.Get("version").Int()
	switch {
	case !ok || named == rec.Version:
		return ok || in == rec
	case in == rec && named < rec.Version:
		return on.Before(rec.From) || rec.From.IsZero()
	}
	return false
}

func logOf(review *source.Node) []*source.Node {
	if log := review.Get("log"); log != nil {
		return log.Items
	}
	return nil
}

// reviews reports entries of a log that say of no work: nothing was checked,
// the words of the entry before were copied, or the version cannot have been
// looked at. What comes before what is a matter of days, not of lines; of an
// entry without a day, which has been reported, nothing follows.
func (f *family) reviews() {
	for _, r := range f.records {
		before := ""
		for _, entry := range dated(logOf(r.Source.File.Front.Get("review"))) {
			f.reviewed(entry)
			checked := entry.Get("checked")
			words := wordsOf(checked.String())
			at := entry.At
			if checked != nil {
				at = checked.At
			}
			d := diag.New(diag.ReviewWithoutWork, at, "on", entry.Get("on").String()).For(f.id, "/review/log")
			switch {
			case words == "":
				f.report(d.As("empty"))
			case words == before:
				f.report(d)
			}
			before = words
		}
	}
}

// dated returns the entries of a log that have a day, by day.
func dated(log []*source.Node) []*source.Node {
	on := func(entry *source.Node) lang.Date { return dayOf(entry.Get("on").String()) }
	out := slices.DeleteFunc(slices.Clone(log), func(entry *source.Node) bool { return on(entry).IsZero() })
	slices.SortStableFunc(out, func(a, b *source.Node) int { return on(a).Compare(on(b)) })
	return out
}

// wordsOf returns a text as it is compared: its letters and digits. Another
// full stop makes no other review.
func wordsOf(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// reviewed reports an entry about a version that is none, or that was not
// approved yet. Earlier versions need not have been kept.
func (f *family) reviewed(entry *source.Node) {
	number := entry.Get("version")
	version, ok := number.Int()
	if !ok || f.broken {
		return
	}
	said, on := entry.Get("on").String(), dayOf(entry.Get("on").String())
	if newest := f.newest().version; version > newest {
		f.report(diag.New(diag.ReviewWithoutWork, number.At, "on", said, "version", number.Text,
			"newest", strconv.Itoa(newest)).As("unknown").For(f.id, "/review/log"))
		return
	}
	for _, v := range f.records {
		approved := dayOf(v.Source.File.Front.Get("approved_on").String())
		if v.Version == version && !on.IsZero() && on.Before(approved) {
			f.report(diag.New(diag.ReviewWithoutWork, entry.Get("on").At, "on", said, "version", number.Text,
				"approved", approved.String()).As("early").For(f.id, "/review/log"))
		}
	}
}
