package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/cxbook/cxbook/generator/diag"
)

// maxAnchor bounds the characters of an anchor that a title gives.
const maxAnchor = 200

// slug turns a title into an anchor: letters (ż, ř) and digits stay, in lower
// case, anything else becomes a hyphen.
func slug(title string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, c := range norm.NFC.String(strings.ToValidUTF8(title, " ")) {
		mark := unicode.Is(unicode.M, c) // of the letter before it, if there is one
		if mark && (gap || n == 0) || !mark && !unicode.In(c, unicode.L, unicode.N) {
			gap = n > 0
			continue
		}
		if n++; n > maxAnchor {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(unicode.ToLower(c))
	}
	if n == 0 {
		return "section"
	}
	return norm.NFC.String(b.String()) // lower case may have made new pairs
}

// ids gives out the ids of a page, each once.
type ids struct {
	taken map[string]bool
	last  map[string]int // last suffix tried, so that 10,000 equal headings stay linear
}

// claim takes the id and reports whether it was free.
func (s *ids) claim(id string) bool {
	if s.taken[id] {
		return false
	}
	s.taken[id] = true
	return true
}

// unique takes the id, or id-2, id-3 and so on.
func (s *ids) unique(id string) string {
	if s.claim(id) {
		return id
	}
	for n := max(s.last[id], 1) + 1; ; n++ {
		if with := id + "-" + strconv.Itoa(n); s.claim(with) {
			s.last[id] = n
			return with
		}
	}
}

// anchors gives every heading, numbered passage and footnote its id. What
// others may cite comes first: numbers of paragraphs, then ids that the
// author chose, then passages; titles take what is left.
func (r *reading) anchors(root ast.Node, nodes []*ast.Heading) {
	s := &ids{taken: r.doc.Anchors, last: map[string]int{}}
	byNode := make(map[ast.Node]*Heading, len(nodes))
	for i, n := range nodes {
		h := &r.doc.Headings[i]
		byNode[n] = h
		if id := "par-" + h.Number; h.Number != "" && s.claim(id) {
			h.Anchor = id
		}
	}
	for i, n := range nodes {
		r.chosen(s, n, &r.doc.Headings[i])
	}
	for _, p := range passages(root, byNode) {
		if s.claim(p.anchor) {
			p.item.SetAttributeString("id", []byte(p.anchor))
		}
	}
	for i, n := range nodes {
		h := &r.doc.Headings[i]
		switch {
		case h.Anchor != "":
		case h.Number != "":
			h.Anchor = s.unique("par-" + h.Number)
		default:
			h.Anchor = s.unique(slug(h.Text))
		}
		n.SetAttributeString("id", []byte(h.Anchor))
	}
	r.footnoteIDs(s, root)
}

// chosen gives a heading the id of its {#id}. One that is taken, or that a
// paragraph's number rules out, is reported.
func (r *reading) chosen(s *ids, n *ast.Heading, h *Heading) {
	value, ok := n.AttributeString("id")
	if !ok {
		return
	}
	written := string(value.([]byte))
	if id := norm.NFC.String(written); h.Number == "" && s.claim(id) {
		h.Anchor = id
		return
	}
	at, _ := n.AttributeString("at")
	from := at.(int)
	d := diag.New(diag.HeadingAttribute, r.at.span(from, from+1+len(written)), "attribute", "#"+written)
	if h.Number == "" {
		d = d.As("taken")
	} else {
		d = d.As("numbered")
	}
	r.find(d)
}

// footnoteIDs gives footnotes and their marks in the text their ids.
func (r *reading) footnoteIDs(s *ids, root ast.Node) {
	for n := root.LastChild(); n != nil; n = n.PreviousSibling() {
		if n.Kind() != east.KindFootnoteList {
			continue
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if f, ok := c.(*east.Footnote); ok {
				r.noteIDs[f.Index] = s.unique("fn-" + strconv.Itoa(f.Index))
			}
		}
	}
	for _, m := range r.noteMarks {
		id := s.unique("fnref-" + strconv.Itoa(m.Index))
		r.markIDs[m] = id
		r.marked[m.Index] = append(r.marked[m.Index], id)
	}
}
