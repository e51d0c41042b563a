package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
)

// bodies judges the references in each text of a version, each file once. A
// translation that is behind has been judged with its own version, but what
// the record refers to it still says.
func (c *connector) bodies(r *record.Record) {
	for _, t := range c.textsOf(r) {
		if c.read[t.File.Path] {
			c.mentionsOf(r, t)
			continue
		}
		c.read[t.File.Path] = true
		c.body(r, t)
	}
}

// mentionsOf adds what a text that has been judged refers to.
func (c *connector) mentionsOf(r *record.Record, t *record.Text) {
	s := scene{index: c.index, from: r, text: t}
	for _, ref := range t.Doc.References {
		if target, fault := s.resolve(ref); fault == nil && target.Record != nil {
			c.edge(Edge{From: r, To: target.Record, Item: cmp.Or(target.Anchor, ref.Fragment), At: ref.At, Lang: t.Lang})
		}
	}
}

// textsOf returns a version's texts in their own language, the source first.
func (c *connector) textsOf(r *record.Record) []*record.Text {
	out := []*record.Text{r.Source}
	for _, lang := range slices.Sorted(maps.Keys(r.Texts)) {
		if t := r.Texts[lang]; t.Translated() && t.File != r.Source.File {
			out = append(out, t)
		}
	}
	return out
}

func (c *connector) body(r *record.Record, t *record.Text) {
	s := scene{index: c.index, from: r, text: t, guess: c.guesser()}
	blamed := map[diag.Position]bool{}
	for _, ref := range t.Doc.References {
		target, fault := s.resolve(ref)
		if target.Asset != "" {
			c.used[target.Asset], c.shown[target.Asset] = true, fault == nil
		}
		if fault != nil && !blamed[ref.At.Start] {
			blamed[ref.At.Start] = true
			c.report(fault.For(r.ID, ""))
		}
		if fault == nil && target.Record != nil {
			c.edge(Edge{From: r, To: target.Record, Item: cmp.Or(target.Anchor, ref.Fragment), At: ref.At, Lang: t.Lang})
		}
	}
}

// Resolve says where a reference of a text leads on the page of the text's
// language. A reference that was reported is not OK.
func (g *Graph) Resolve(from *record.Record, text *record.Text, ref markdown.Reference) Target {
	target, fault := scene{index: g.index, from: from, text: text}.resolve(ref)
	target.OK = target.OK && fault == nil
	return target
}

// A scene is where references are resolved: the text that holds them. Without
// a guesser nothing is suggested.
type scene struct {
	*index
	from  *record.Record
	text  *record.Text
	guess *guesser
}

// resolve finds the target of one reference, or says what is wrong with it.
// Neither means that the target's own file is to blame.
func (s scene) resolve(ref markdown.Reference) (Target, *diag.Diagnostic) {
	switch ref.Kind {
	case markdown.External:
		return Target{URL: ref.Target, OK: true}, nil
	case markdown.AnchorLink:
		return s.place(s.from, ref)
	case markdown.RecordLink, markdown.WikiLink:
		return s.record(ref)
	}
	if idLike.MatchString(ref.Target) {
		return s.record(ref) // an id in the wrong case looks like a path
	}
	return s.path(ref)
}

func (s scene) record(ref markdown.Reference) (Target, *diag.Diagnostic) {
	r := s.book.Record(ref.Target)
	if r == nil {
		return Target{}, s.unknown(ref.At, ref.Target, suffix(ref.Fragment), s.guess.of(nil))
	}
	return s.place(r, ref)
}

// place finds the page of a record in the text's language and the place on
// it that a reference names.
func (s scene) place(r *record.Record, ref markdown.Reference) (Target, *diag.Diagnostic) {
	out := Target{Record: r, Lang: s.text.Lang, OK: true}
	page := r.In(s.text.Lang)
	if ref.Kind == markdown.AnchorLink {
		page = s.text
	}
	switch {
	case ref.Fragment == "":
	case page.Doc.Anchors[ref.Fragment] || s.hasKey(r.ID, ref.Fragment):
		out.Anchor = ref.Fragment
	case s.text.Written != s.text.Lang && r.In(s.text.Written).Doc.Anchors[ref.Fragment]:
		// Words shown for want of a translation keep leading to pages in
		// their own language where only those have the place.
		out.Lang, out.Anchor = s.text.Written, ref.Fragment
	case ref.Kind != markdown.AnchorLink && s.elsewhere(r, page, ref.Fragment):
	default:
		return Target{Record: r, Lang: s.text.Lang}, s.deadAnchor(r, page, ref)
	}
	return out, nil
}

// elsewhere reports whether a place is missing for no fault of the reference:
// another version has it, or only a translation that is behind lacks it. The
// link then leads to the top of the page. Every version is asked, not the
// day's alone: what is right today was right before the place took effect.
func (s scene) elsewhere(r *record.Record, page *record.Text, anchor string) bool {
	for _, version := range r.Versions {
		t := version.In(s.text.Written)
		if t.Doc.Anchors[anchor] && t.File != page.File {
			return true
		}
		if version.In(s.text.Lang).Stale && version.Source.Doc.Anchors[anchor] {
			return true
		}
	}
	return false
}

func (s scene) deadAnchor(r *record.Record, page *record.Text, ref markdown.Reference) *diag.Diagnostic {
	target, hint := ref.Target, "none"
	if target == "" {
		target = r.ID
	}
	d := diag.New(diag.DeadAnchor, ref.At, "anchor", ref.Fragment, "target", target)
	if ref.Kind == markdown.AnchorLink {
		d, hint = d.As("page"), ""
	}
	places := slices.Sorted(maps.Keys(page.Doc.Anchors))
	for _, list := range slices.Sorted(maps.Keys(s.keys[r.ID])) {
		places = append(places, s.keys[r.ID][list]...)
	}
	if near, ok := s.guess.nearest(ref.Fragment, foldedFirst(places, ref.Fragment)); ok {
		return fault(d.Suggest("near", "suggestion", near))
	}
	if hint != "" {
		d = d.Suggest(hint)
	}
	return &d
}

// foldedFirst puts places that differ only in case before all others.
func foldedFirst(places []string, anchor string) []string {
	for _, p := range places {
		if strings.EqualFold(p, anchor) {
			return []string{p}
		}
	}
	return places
}
