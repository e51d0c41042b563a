package record

import "slices"

// For returns the handbook as readers with these labels see it: without the
// records and versions that are for others only. Nothing in it knows of those.
// It is the handbook itself where they see everything.
func (h *Handbook) For(labels []string) *Handbook {
	seen := *h
	seen.Records, seen.byID = make([]*Record, 0, len(h.Records)), make(map[string]*Record, len(h.Records))
	same := true
	for _, r := range h.Records {
		if r.HiddenFrom(labels) {
			same = false
			continue
		}
		shown := r.shownTo(labels)
		same = same && shown == r
		seen.Records = append(seen.Records, shown)
		seen.byID[r.ID] = shown
	}
	if same {
		return h
	}
	seen.gatherEndings()
	return &seen
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

// shownTo returns the record without versions that are for others; it is the
// record itself where it has none.
func (r *Record) shownTo(labels []string) *Record {
	hidden := map[int]bool{} // by version
	for _, v := range r.Versions {
		hidden[v.Version] = v.HiddenFrom(labels)
	}
	var shown *Record
	var versions []*Record
	for _, v := range r.Versions {
		if hidden[v.Version] {
			continue
		}
		c := *v
		c.Texts = v.textsWithout(hidden)
		versions = append(versions, &c)
		if v == r {
			shown = &c
		}
	}
	if len(versions) == len(r.Versions) {
		return r
	}
	for _, v := range versions {
		v.Versions, v.Current = versions, shown
	}
	return shown
}

// textsWithout returns what each language shows of a version. A translation
// that is behind may be of a version for others: then the source is shown.
func (r *Record) textsWithout(hidden map[int]bool) map[string]*Text {
	out := make(map[string]*Text, len(r.Texts))
	for l, t := range r.Texts {
		if hidden[t.SourceVersion] {
			t = r.Source.fallback(l)
		}
		out[l] = t
	}
	return out
}

// fallback returns the source as a language shows it that has no translation.
func (t *Text) fallback(language string) *Text {
	out := *t
	out.Lang = language
	return &out
}
