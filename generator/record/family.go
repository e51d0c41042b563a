package record

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// A family is all files of one id: its versions and their translations.
type family struct {
	id           string
	languages    []string
	day          lang.Date // of the handbook
	broken       bool      // another file with this id could not be read
	drafts       []*draft
	sources      []*draft // one per version, lowest first
	translations []*draft // one per language and version, by language, lowest first
	records      []*Record
	findings     diag.List
}

func (f *family) report(d ...diag.Diagnostic) { f.findings = append(f.findings, d...) }

// families gathers the files of each id, in the order of their paths.
func families(drafts []*draft) []*family {
	var all []*family
	byID := map[string]*family{}
	for _, d := range drafts {
		f := byID[d.id]
		if f == nil {
			f = &family{id: d.id}
			byID[d.id] = f
			all = append(all, f)
		}
		f.drafts = append(f.drafts, d)
	}
	for _, f := range all {
		slices.SortFunc(f.drafts, func(a, b *draft) int { return cmp.Compare(a.file.Path, b.file.Path) })
	}
	return all
}

// settle makes the records of a family and finds what its files do to each
// other.
func (f *family) settle() {
	f.pickSources()
	f.pickTranslations()
	for _, s := range f.sources {
		f.records = append(f.records, f.record(s))
	}
	for _, r := range f.records {
		r.Versions = f.records
	}
	f.judgeDays()
	f.compareVersions()
	f.reviews()
}

// pickSources keeps one source per version and reports the others.
func (f *family) pickSources() {
	for _, d := range f.drafts {
		if d.foreign {
			continue
		}
		i := slices.IndexFunc(f.sources, func(s *draft) bool { return s.version == d.version })
		if i < 0 {
			f.sources = append(f.sources, d)
			continue
		}
		code := diag.TwoSources
		if d.lang == f.sources[i].lang {
			code = diag.DuplicateID
		}
		f.report(f.against(code, d, f.sources[i]))
	}
	slices.SortFunc(f.sources, func(a, b *draft) int { return cmp.Compare(a.version, b.version) })
}

// against reports a draft that stands in the place of another file.
func (f *family) against(code diag.Code, d, other *draft) diag.Diagnostic {
	note := "other"
	out := diag.New(code, place(d.file.Front, "id"),
		"id", f.id, "version", strconv.Itoa(d.version), "lang", d.lang, "other", other.file.Name)
	if d.foreign && !other.foreign {
		note, out = "source", out.As("source")
	}
	return out.For(f.id, "/id").See(place(other.file.Front, "id"), note)
}

// pickTranslations keeps one translation per language and version and reports
// the others, those that translate nothing, and those ahead of every version.
func (f *family) pickTranslations() {
	for _, d := range f.drafts {
		if !d.foreign {
			continue
		}
		same := func(o *draft) bool { return o.lang == d.lang && o.version == d.version }
		if i := slices.IndexFunc(f.translations, same); i >= 0 {
			f.report(f.against(diag.TwoTranslations, d, f.translations[i]))
			continue
		}
		if i := slices.IndexFunc(f.sources, same); i >= 0 {
			f.report(f.against(diag.TwoTranslations, d, f.sources[i]))
			continue
		}
		if f.placed(d) {
			f.translations = append(f.translations, d)
		}
	}
	slices.SortFunc(f.translations, func(a, b *draft) int {
		return cmp.Or(cmp.Compare(a.lang, b.lang), cmp.Compare(a.version, b.version))
	})
}

// placed reports whether there is a version that the translation can belong
// to. Where a file of the id could not be read, that may be the one.
func (f *family) placed(d *draft) bool {
	at := place(d.file.Front, "source_version")
	version := strconv.Itoa(d.version)
	switch {
	case len(f.sources) == 0:
		if !f.broken {
			f.report(diag.New(diag.NoSource, at, "id", f.id, "version", version).For(f.id, "/source_version"))
		}
		return false
	case d.version > f.newest().version:
		if !f.broken && !d.unsure {
			f.report(diag.New(diag.TranslationAhead, at, "id", f.id, "source_version", version,
				"version", strconv.Itoa(f.newest().version)).For(f.id, "/source_version"))
		}
		return false
	}
	return true
}

// newest is the source of the highest version.
func (f *family) newest() *draft { return f.sources[len(f.sources)-1] }

// binding is the source that translations are to follow: of the highest version
// that is or becomes law. A draft may still change; only where there is nothing
// else is it the highest of all.
func (f *family) binding() *draft {
	for _, s := range slices.Backward(f.sources) {
		front := s.file.Front
		status := either(front.Get("status").String(), "approved")
		if status == "approved" || status == "withdrawn" && !dayOf(front.Get("effective_until").String()).IsZero() {
			return s
		}
	}
	return f.newest()
}

// record makes the record of one version with a text for every language.
func (f *family) record(s *draft) *Record {
	front := s.file.Front
	r := &Record{
		ID: f.id, Number: s.number, Type: s.kind, Version: s.version,
		Status:   either(front.Get("status").String(), "approved"),
		From:     dayOf(front.Get("effective_from").String()),
		Until:    dayOf(front.Get("effective_until").String()),
		Approved: dayOf(front.Get("approved_on").String()),
		Source:   newText(s, f.day),
		Texts:    map[string]*Text{},
	}
	for _, l := range f.languages {
		r.Texts[l] = f.textOf(r, s, l)
	}
	return r
}

// textOf returns what a language shows of a version: its source, the
// translation of the highest version up to it, or the source's words in
// their own language.
func (f *family) textOf(r *Record, s *draft, l string) *Text {
	if l == s.lang {
		return r.Source
	}
	t := f.translation(s.version, l)
	if t == nil {
		return r.Source.fallback(l)
	}
	return f.translated(s, t)
}

// translation returns the newest translation of a version or one before it.
func (f *family) translation(version int, l string) *draft {
	var best *draft
	for _, t := range f.translations {
		if t.lang == l && t.version <= version {
			best = t
		}
	}
	return best
}

// newText returns the text of a file as it stands on a day.
func newText(d *draft, day lang.Date) *Text {
	t := &Text{
		Lang: d.lang, Written: d.lang, File: d.file, Slug: d.slug,
		Title: d.file.Front.Get("title").String(), Summary: d.file.Front.Get("summary").String(),
		Fields: happened(d.file.Front, day), Doc: d.doc,
	}
	if d.foreign {
		t.SourceVersion = d.version
	}
	return t
}

// translated lays a translation over a version of its source. What it finds
// is reported once: against the version that it translates, where there is
// such a file, else against the newest.
func (f *family) translated(s, t *draft) *Text {
	out := newText(t, f.day)
	out.Stale = t.version < s.version
	o := overlay{record: f.id}
	out.Fields = o.object(s.kind.Fields, layer{base: s.file.Front, over: t.file.Front})
	if note := s.file.Front.Entry("change_note"); out.Stale && note != nil {
		out.Fields = out.Fields.With(*note) // the translation's own speaks of another version
	}
	out.Fields = happened(out.Fields, f.day)
	out.Summary = out.Fields.Get("summary").String()
	if s == f.measure(t) {
		f.report(o.findings...)
		if s.version == t.version {
			f.report(compareTexts(s, t)...)
		}
	}
	if s == f.binding() && out.Stale {
		f.report(f.stale(s, t))
	}
	return out
}

// stale says that a translation is behind, and where, if that is known.
func (f *family) stale(s, t *draft) diag.Diagnostic {
	at := place(t.file.Front, "source_version")
	args := []string{"id", f.id, "source_version", strconv.Itoa(t.version), "version", strconv.Itoa(s.version)}
	if sections := f.amended(f.sourceOf(t.version), s); sections != "" {
		return diag.New(diag.StaleTranslation, at, append(args, "sections", sections)...).As("sections").For(f.id, "/source_version")
	}
	return diag.New(diag.StaleTranslation, at, args...).For(f.id, "/source_version")
}

// measure returns the source that a translation is judged against.
func (f *family) measure(t *draft) *draft {
	if s := f.sourceOf(t.version); s != nil {
		return s
	}
	return f.newest()
}

func dayOf(s string) lang.Date {
	d, err := lang.ParseDate(s)
	if err != nil {
		return lang.Date{} // the schema reports it
	}
	return d
}

// fallback returns the source as a language shows it that has no translation.
func (t *Text) fallback(language string) *Text {
	out := *t
	out.Lang = language
	return &out
}
