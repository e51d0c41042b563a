package record

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
)

// For returns the handbook as readers with these labels see it: without the
// records and versions that are for others only, and without what fields say
// of those. It is the handbook itself where they see everything.
func (h *Handbook) For(labels []string) *Handbook {
	v := view{labels: labels, types: h.Types, hidden: map[string]bool{}}
	partly := false
	for _, r := range h.Records {
		v.hidden[r.ID] = r.HiddenFrom(labels)
		partly = partly || v.hidden[r.ID] ||
			slices.ContainsFunc(r.Versions, func(version *Record) bool { return version.HiddenFrom(labels) })
	}
	if !partly {
		return h
	}
	seen := *h
	seen.Records, seen.byID, seen.Owners = nil, map[string]*Record{}, maps.Clone(h.Owners)
	for _, r := range h.Records {
		if !v.hidden[r.ID] {
			shown := v.record(r)
			seen.Records = append(seen.Records, shown)
			seen.byID[r.ID] = shown
		}
	}
	maps.DeleteFunc(seen.Owners, func(_, id string) bool { return v.hidden[id] })
	seen.Redirects = slices.DeleteFunc(slices.Clone(h.Redirects), func(r Redirect) bool { return v.hidden[r.To] })
	seen.gatherEndings()
	seen.keepDays(h)
	return &seen
}

// keepDays ends each version on its true last day, also where it gave way to
// what these readers do not see: they learn that it holds no more, and nothing
// else.
func (h *Handbook) keepDays(whole *Handbook) {
	for _, r := range h.Records {
		for _, v := range r.Versions {
			truth, holds := whole.DaysOf(whole.Record(r.ID).version(v.Version))
			days, shown := h.DaysOf(v)
			switch {
			case holds && truth.Last != days.Last:
				v.Until = truth.Last
			case shown && !holds && !v.From.IsZero():
				v.Until = v.From.Previous() // ended before it began
			}
		}
	}
}

// version returns the version of a record with a number, or nil.
func (r *Record) version(number int) *Record {
	if i := slices.IndexFunc(r.Versions, func(v *Record) bool { return v.Version == number }); i >= 0 {
		return r.Versions[i]
	}
	return nil
}

// judgeAudience reports a version that some readers of the one before it may
// not see: for them the law ends. That more people may read a later version
// deceives nobody.
func (f *family) judgeAudience(before, r *Record) {
	was, is := before.Audience(), r.Audience()
	lost := len(was) == 0 || slices.ContainsFunc(was, func(l string) bool { return !slices.Contains(is, l) })
	if len(is) == 0 || !lost || r.From.IsZero() {
		return
	}
	other := strconv.Itoa(before.Version)
	f.report(diag.New(diag.NarrowedAudience, place(r.Source.File.Front, "audience"), "version", strconv.Itoa(r.Version),
		"audience", strings.Join(is, ", "), "other", other, "until", before.LastDay().String()).
		For(f.id, "/audience").See(before.startPlace(), "other", "other", other))
}

// Audience returns the labels of those for whom the version is; none where it
// is for everybody.
func (r *Record) Audience() []string { return r.Source.Fields.Get("audience").Strings() }

// HiddenFrom reports whether readers with these labels do not see the version.
// Whether they see the record is decided by its version of the day.
func (r *Record) HiddenFrom(labels []string) bool {
	mine := r.Audience()
	return len(mine) > 0 && !slices.ContainsFunc(mine, func(l string) bool { return slices.Contains(labels, l) })
}

// Labels returns all labels of audiences in the handbook, sorted.
func (h *Handbook) Labels() []string {
	var all []string
	for _, r := range h.Records {
		all = append(all, r.Audience()...)
		for _, v := range r.Versions {
			all = append(all, v.Audience()...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
