package record

import "github.com/cxbook/cxbook/generator/lang"

// Days are those on which a version holds.
type Days struct {
	First lang.Date // zero: always
	Last  lang.Date // zero: without an end
	By    *Record   // the other record that ends it, where one does
}

// DaysOf returns the days on which a version is law, whatever the handbook's
// day: its own, cut short by its next version or by a record that supersedes
// or repeals it, whichever comes first. False is for what is never law: a
// draft, what was withdrawn without a last day, what was ended before it
// began.
func (h *Handbook) DaysOf(r *Record) (Days, bool) {
	if r.Status == "draft" || r.Status == "withdrawn" && r.Until.IsZero() {
		return Days{}, false
	}
	days := Days{First: r.From, Last: r.LastDay()}
	for _, e := range h.endings[r.ID] {
		if e.by.ID == r.ID || e.by.Status != "approved" {
			continue
		}
		if e.by.From.IsZero() {
			return Days{}, false // it has always been ended
		}
		if before := e.by.From.Previous(); days.Last.IsZero() || before.Before(days.Last) || before == days.Last && days.By != nil && e.by.ID < days.By.ID {
			days.Last, days.By = before, e.by
		}
	}
	return days, days.Last.IsZero() || !days.Last.Before(days.First)
}

// On reports whether a day is among them.
func (d Days) On(day lang.Date) bool {
	return !day.Before(d.First) && (d.Last.IsZero() || !d.Last.Before(day))
}
