package record

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
)

// Days are those on which a version holds.
type Days struct {
	First lang.Date // zero: always
	Last  lang.Date // zero: without an end
	By    *Record   // the other record that ends it, where one does
	How   Force     // of By: Superseded, Repealed
}

// DaysOf returns the days on which a version is law, past and to come, as far
// as they have been decided by the handbook's day: its own, cut short by its
// next version or by a record that supersedes or repeals it, whichever comes
// first. False is for what is never law: a draft, what was withdrawn without a
// last day, what was ended before it began.
func (h *Handbook) DaysOf(r *Record) (Days, bool) {
	decided := func(v *Record) bool { return v.decidedBy(h.AsOf) }
	if !r.TakesEffect() || !decided(r) {
		return Days{}, false
	}
	for _, v := range r.Versions {
		if v.Version > r.Version && v.TakesEffect() && v.From.IsZero() {
			return Days{}, false // a higher version has always held
		}
	}
	days := Days{First: r.From, Last: r.lastDay(decided)}
	all := h.endings[r.ID]
	if i := slices.IndexFunc(all, func(e ending) bool { return decided(e.by) }); i >= 0 {
		first := all[i].by
		if first.From.IsZero() {
			return Days{}, false // it has always been ended
		}
		// Law may say its own last day because another record is to follow it.
		before := first.From.Previous()
		if days.Last.IsZero() || before.Before(days.Last) || before == days.Last && before == r.Until {
			days.Last, days.By, days.How = before, first, all[i].force
		}
	}
	return days, days.Last.IsZero() || !days.Last.Before(days.First)
}

// GoesOn reports whether the record is law on a day in another version: then
// the end of this one ends nothing.
func (h *Handbook) GoesOn(r *Record, day lang.Date) bool {
	return slices.ContainsFunc(r.Versions, func(other *Record) bool {
		days, ok := h.DaysOf(other)
		return other != r && ok && days.On(day)
	})
}

// On reports whether a day is among them.
func (d Days) On(day lang.Date) bool {
	return !day.Before(d.First) && (d.Last.IsZero() || !d.Last.Before(day))
}
