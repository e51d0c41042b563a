package compare

import (
	"slices"

	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
)

// A Lag is how far a translation is behind the text that binds.
type Lag struct {
	From, To int // the version that it translates, and the one that it stands for
	// Known is for a binding text of the earlier version that is at hand, in the
	// language of the later: else nobody can say what changed.
	Known bool
	Next  bool      // the later version replaces the earlier
	Facts int       // how many fields changed
	Parts []LagPart // in the order of the binding text
}

// A LagPart is a section of the binding text that a translation does not give
// as it is.
type LagPart struct {
	State   redline.State     // Changed, Added or Removed
	Heading *markdown.Heading // in the binding text, of what was removed in that of the earlier version; nil before the first
	// Place is the anchor in the translation: of the section itself, of what was
	// added that of the section after which it belongs. "" where there is none.
	Place string
}

// Behind tells how far what a language shows of a record is behind it, or nil
// where it is not.
func Behind(rec *record.Record, language string) *Lag {
	t := rec.Texts[language]
	if t == nil || !t.Stale || t.Written != language {
		return nil
	}
	lag := &Lag{From: t.SourceVersion, To: rec.Version}
	i := slices.IndexFunc(rec.Versions, func(v *record.Record) bool { return v.Version == t.SourceVersion })
	if i < 0 || rec.Versions[i].Source.Written != rec.Source.Written {
		return lag
	}
	old := rec.Versions[i]
	lag.Known, lag.Next = true, rec.Replaces() == old
	changes := Sources(old, rec)
	lag.Facts = len(changes.Facts)
	place := ""
	for _, s := range changes.Sections {
		if here := placeOf(t.Doc, old.Source.Doc, s.Was); here != "" && s.State != redline.Removed {
			place = here
		}
		switch s.State {
		case redline.Changed, redline.Removed:
			lag.Parts = append(lag.Parts, LagPart{s.State, s.Heading, placeOf(t.Doc, old.Source.Doc, s.Was)})
		case redline.Added:
			lag.Parts = append(lag.Parts, LagPart{s.State, s.Heading, place})
		}
	}
	return lag
}

// placeOf returns the anchor that a heading of a source has in its translation:
// that of the same paragraph, else of the same name, else of the heading that
// stands in the same place among as many.
func placeOf(translation, source *markdown.Doc, h *markdown.Heading) string {
	if h == nil {
		return ""
	}
	for _, t := range translation.Headings {
		if h.Number != "" && t.Number == h.Number || t.Anchor == h.Anchor {
			return t.Anchor
		}
	}
	i := slices.IndexFunc(source.Headings, func(o markdown.Heading) bool { return o.Anchor == h.Anchor })
	if i < 0 || len(source.Headings) != len(translation.Headings) {
		return ""
	}
	return translation.Headings[i].Anchor
}
