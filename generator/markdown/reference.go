package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/cxbook/cxbook/generator/diag"
)

// shown is what a wiki link says where nobody knows the record's title.
func (n *wikiLink) shown() string {
	if n.label != "" {
		return n.label
	}
	return n.target
}

// at returns what a finding about the link's address points at.
func (p *linkPlace) at(r *reading) diag.Span {
	if p.dest > p.destFrom {
		return r.at.span(p.destFrom, p.dest)
	}
	return r.at.span(p.from, p.to)
}

// link records [text](address) and [text][label].
func (s *surveyor) link(n *ast.Link) {
	place := s.links[n]
	if place == nil {
		return // beyond a limit: text only
	}
	text := strings.TrimSpace(s.plain(n))
	if text == "" && !hasImage(n) {
		s.find(diag.New(diag.EmptyLink, s.at.span(place.from, place.to), "target", string(n.Destination)))
	}
	s.refer(place, parseAddress(resolve(n.Destination)), Reference{
		Target: string(n.Destination), Text: text, At: place.at(s.reading),
	})
}

// refer records a reference whose Target is still the address as written, or
// reports why it cannot be one.
func (s *surveyor) refer(place *linkPlace, a address, ref Reference) {
	switch {
	case a.refused != "":
		s.find(diag.New(diag.LinkScheme, ref.At, "scheme", string(a.refused), "target", ref.Target))
		return
	case a.target == "" && a.kind != AnchorLink:
		s.find(diag.New(diag.DeadLink, s.at.span(place.from, place.to), "target", "").As("empty"))
		return
	}
	ref.Kind, ref.Target, ref.Fragment = a.kind, a.target, a.fragment
	place.reference = len(s.doc.References)
	s.doc.References = append(s.doc.References, ref)
}

// image records an image. Its text is all that is left where it cannot be
// shown, so it must have one.
func (s *surveyor) image(n *ast.Image) {
	text := strings.TrimSpace(s.plain(n))
	if !s.inHeading {
		s.text.WriteString(text)
	}
	place := s.links[n]
	if place == nil {
		return
	}
	written := string(n.Destination)
	if text == "" {
		s.find(diag.New(diag.NoAltText, s.at.span(place.from, place.to), "target", written))
	}
	a := parseAddress(resolve(n.Destination))
	if a.refused == "" && a.kind == External {
		// The page asks no other server for anything.
		scheme, _, _ := strings.Cut(a.target, ":")
		s.find(diag.New(diag.LinkScheme, place.at(s.reading), "scheme", scheme, "target", written).As("image"))
		return
	}
	a.kind = Image
	s.refer(place, a, Reference{Target: written, Text: text, At: place.at(s.reading)})
}

// autoLink records <https://example.org>.
func (s *surveyor) autoLink(n *ast.AutoLink) {
	label := string(n.Label(s.in.Body))
	from := n.Pos()
	place := &linkPlace{from: from, to: from + len(label) + 2, destFrom: from + 1, dest: from + 1 + len(label), reference: -1}
	s.links[n] = place
	if s.nested(label, place) {
		return
	}
	target := label
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(label), "mailto:") {
		target = "mailto:" + label
	}
	a := parseAddress(target)
	s.refer(place, a, Reference{Target: target, Text: label, At: place.at(s.reading)})
}

// wikiLink records [[POL-001]].
func (s *surveyor) wikiLink(n *wikiLink) {
	place := &linkPlace{from: n.from, to: n.to, reference: -1}
	s.links[n] = place
	if s.nested(n.target, place) {
		return
	}
	target, fragment, _ := strings.Cut(n.target, "#")
	a := address{kind: WikiLink, target: strings.TrimSpace(target), fragment: strings.TrimSpace(fragment)}
	if a.target == "" {
		a.kind = AnchorLink
	}
	s.refer(place, a, Reference{Text: n.label, At: place.at(s.reading)})
}

// footnoteMark records [^1] in the text.
func (s *surveyor) footnoteMark(n *east.FootnoteLink) {
	s.noteMarks = append(s.noteMarks, n)
	if s.inLink {
		from := max(n.Pos(), 0)
		s.links[n] = &linkPlace{from: from, to: from + 1, reference: -1}
		s.nested("[^…]", s.links[n])
	}
}

// nested reports a link within the text of another, which no page can have.
func (s *surveyor) nested(target string, place *linkPlace) bool {
	if s.inLink {
		s.find(diag.New(diag.NestedLink, s.at.span(place.from, place.to), "target", target))
	}
	return s.inLink
}

// hasImage reports whether a link shows an image.
func hasImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Image); ok || hasImage(c) {
			return true
		}
	}
	return false
}
