package compare

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/source"
)

// A RecordChange is what became of a record from one state of a handbook to
// another.
type RecordChange struct {
	State  redline.State  // changed, added, removed
	Record *record.Record // as it is now; of what was removed as it was
	Texts  []TextChange
}

// A TextChange is what became of the words and facts of one file: a version's
// binding text, or a translation of it.
type TextChange struct {
	State   redline.State
	Lang    string
	Binding bool
	Version int
	// Against is the version that it is compared with. It is another one where
	// this version is new, and 0 where there is none.
	Against       int
	Before, After *record.Text // one is nil of what was added or removed
	Changes       *Changes     // nil of these
	Moved         bool         // the file has another name or place
}

// Handbooks compares two states of a handbook, in the order of the new one;
// what was removed comes last. A version that is new is compared with the one
// that it replaces. Files that say the same in other bytes have not changed.
func Handbooks(before, after *record.Handbook) []RecordChange {
	var out []RecordChange
	for _, rec := range after.Records {
		old := before.Record(rec.ID)
		c := RecordChange{State: redline.Changed, Record: rec, Texts: textChanges(old, rec)}
		if old == nil {
			c.State = redline.Added
		}
		if len(c.Texts) > 0 {
			out = append(out, c)
		}
	}
	for _, rec := range before.Records {
		if after.Record(rec.ID) == nil {
			out = append(out, RecordChange{State: redline.Removed, Record: rec, Texts: textChanges(rec, nil)})
		}
	}
	return out
}

// A text is a file of a record.
type text struct {
	version int // that it is the words of
	binding bool
	rec     *record.Record
	*record.Text
}

// textsOf returns the files of a record, each once: binding texts first, then
// by language, lowest version first.
func textsOf(rec *record.Record) []text {
	if rec == nil {
		return nil
	}
	seen := map[*source.File]bool{}
	var out []text
	for _, v := range rec.Versions {
		for _, t := range v.Texts {
			if t.Written != t.Lang || seen[t.File] {
				continue
			}
			seen[t.File] = true
			w := text{v.Version, t.File == v.Source.File, v, t}
			if t.SourceVersion > 0 {
				w.version = t.SourceVersion
				own := *t // its own fields, without the facts that it is laid over
				own.Fields = t.File.Front
				w.Text = &own
			}
			out = append(out, w)
		}
		if !seen[v.Source.File] { // in a language that the handbook does not list
			seen[v.Source.File] = true
			out = append(out, text{v.Version, true, v, v.Source})
		}
	}
	slices.SortFunc(out, func(a, b text) int {
		return cmp.Or(compareBool(b.binding, a.binding), cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.version, b.version))
	})
	return out
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// textChanges compares the files of a record.
func textChanges(before, after *record.Record) []TextChange {
	old, now := textsOf(before), textsOf(after)
	used := map[*source.File]bool{}
	var out []TextChange
	for _, t := range now {
		same := find(old, func(o text) bool { return o.Lang == t.Lang && o.version == t.version })
		against := same
		if same == nil {
			against = earlier(t, old, now)
		}
		c := TextChange{State: redline.Changed, Lang: t.Lang, Binding: t.binding, Version: t.version, After: t.Text}
		switch {
		case against == nil:
			c.State = redline.Added
		default:
			if same != nil || against.File.Path == t.File.Path {
				used[against.File] = true
			}
			c.Against, c.Before = against.version, against.Text
			c.Moved = same != nil && same.File.Path != t.File.Path
			c.Changes = revised(*against, t)
			if same != nil && !c.Moved && c.Changes.None() {
				continue
			}
		}
		out = append(out, c)
	}
	for _, o := range old {
		if !used[o.File] && find(now, func(t text) bool { return t.Lang == o.Lang && t.version == o.version }) == nil {
			out = append(out, TextChange{State: redline.Removed, Lang: o.Lang, Binding: o.binding, Version: o.version, Before: o.Text})
		}
	}
	return out
}

func find(texts []text, fits func(text) bool) *text {
	if i := slices.IndexFunc(texts, fits); i >= 0 {
		return &texts[i]
	}
	return nil
}

// earlier returns the text that a new one is read against: that of the next
// lower version in its language, of law if there is any, as it was before if it
// was there.
func earlier(t text, old, now []text) *text {
	var best *text
	for _, texts := range [][]text{now, old} {
		for i, o := range texts {
			if o.Lang != t.Lang || o.version >= t.version {
				continue
			}
			if best == nil || cmp.Or(compareBool(o.ofLaw(), best.ofLaw()), cmp.Compare(o.version, best.version)) >= 0 {
				best = &texts[i]
			}
		}
	}
	return best
}

// ofLaw reports whether it is the words of a version that takes effect. A
// translation may be of one that was not kept: that was law once.
func (t text) ofLaw() bool {
	i := slices.IndexFunc(t.rec.Versions, func(v *record.Record) bool { return v.Version == t.version })
	return i < 0 || t.rec.Versions[i].TakesEffect()
}

// revised compares two files; unlike two versions for their readers, also in
// what says how they are kept.
func revised(was, is text) *Changes {
	c := &Changes{Before: was.Text, After: is.Text, Alike: true}
	if was.File.Digest == is.File.Digest {
		return c
	}
	fields, before, after := is.rec.Type.Fields, was.Fields, is.Fields
	if was.version != is.version {
		fields, before, after = content(fields), law(before), law(after)
	}
	c.Facts = differ{words: true}.object(fields, before, after)
	c.sort()
	c.Sections = bodies(was.Text, is.Text)
	return c
}

// None reports whether nothing has changed that anybody could read.
func (c *Changes) None() bool {
	return len(c.Facts) == 0 && !slices.ContainsFunc(c.Sections, func(s Section) bool { return s.State != redline.Same || s.Moved })
}
