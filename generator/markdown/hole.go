package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// A hole is where a reference's destination, or a page's remark, goes in the
// rendered HTML.
type hole struct {
	offset    int // into Doc.html
	reference int // index into Doc.References
	part      part
	title     string // title="…" as the author wrote it; the anchor of a remark
}

// A part of a reference that only its destination completes.
type part uint8

const (
	linkStart  part = iota // <a …>
	linkEnd                // </a>
	wikiWhole              // <a …>label</a>
	imageWhole             // <img …>
	remark                 // what a page has to say on the heading or passage
)

// hole leaves a hole at the current place.
func (c *canvas) hole(reference int, p part, title []byte) {
	c.doc.holes = append(c.doc.holes, hole{c.Len(), reference, p, unescape(title)})
}

// remarkHole leaves a hole for what a page has to say on an anchor.
func (c *canvas) remarkHole(anchor string) {
	c.doc.holes = append(c.doc.holes, hole{offset: c.Len(), reference: -1, part: remark, title: anchor})
	c.doc.Places = append(c.doc.Places, anchor)
}

// referenceOf returns the reference that a node became, or -1.
func (c *canvas) referenceOf(n ast.Node) int {
	if place := c.links[n]; place != nil {
		return place.reference
	}
	return -1
}

func paintLink(c *canvas, n *ast.Link, entering bool) bool {
	c.inLink = entering
	reference := c.referenceOf(n)
	switch {
	case reference < 0:
	case entering:
		c.hole(reference, linkStart, n.Title)
	default:
		c.hole(reference, linkEnd, nil)
	}
	return true
}

func paintImage(c *canvas, n *ast.Image, entering bool) bool {
	if !entering {
		return false
	}
	if reference := c.referenceOf(n); reference >= 0 {
		c.hole(reference, imageWhole, n.Title)
	} else {
		c.text(c.plain(n))
	}
	return false
}

func paintAutoLink(c *canvas, n *ast.AutoLink, entering bool) bool {
	if !entering {
		return true
	}
	reference := c.referenceOf(n)
	if reference >= 0 {
		c.hole(reference, linkStart, nil)
	}
	c.text(string(n.Label(c.in.Body)))
	if reference >= 0 {
		c.hole(reference, linkEnd, nil)
	}
	return true
}

func paintWikiLink(c *canvas, n *wikiLink, entering bool) bool {
	if !entering {
		return true
	}
	if reference := c.referenceOf(n); reference >= 0 {
		c.hole(reference, wikiWhole, nil)
	} else {
		c.text(n.shown())
	}
	return true
}

// A Filling is what a page puts into a body.
type Filling struct {
	// Resolve says where a reference leads. External references lead where they
	// say themselves; it is not asked.
	Resolve func(Reference) Destination
	// Marks make links of words in Stretches, in the order of the page.
	Marks []Mark
	// Remarks are HTML to stand at the headings and numbered passages with these
	// anchors: under a heading, at the end of a passage. It is put in as it is.
	Remarks map[string][]byte
}

// HTML returns the body as HTML, with what a page puts into it. A reference
// whose destination has no Href is shown as text. The result is nil where
// Input.HTML was not set.
func (d *Doc) HTML(f Filling) []byte {
	if d.html == nil {
		return nil
	}
	destinations := make([]Destination, len(d.References))
	for i, ref := range d.References {
		destinations[i] = destinationFor(ref, f.Resolve)
	}
	var out bytes.Buffer
	out.Grow(len(d.html) + 64*len(d.holes) + 128*len(f.Marks))
	marks := slices.DeleteFunc(slices.Clone(f.Marks), func(m Mark) bool { return m.Href == "" || !safeHref(m.Href) })
	from := 0
	for _, h := range d.holes {
		marks = d.fillTo(&out, from, h.offset, marks)
		from = h.offset
		if h.part == remark {
			out.Write(f.Remarks[h.title])
			continue
		}
		h.fill(&out, d.References[h.reference], destinations[h.reference])
	}
	d.fillTo(&out, from, len(d.html), marks)
	return out.Bytes()
}

func destinationFor(ref Reference, resolve func(Reference) Destination) Destination {
	if ref.Kind == External {
		return Destination{Href: ref.Target}
	}
	to := resolve(ref)
	if !safeHref(to.Href) {
		to.Href = ""
	}
	return to
}

// fill writes what belongs in the hole.
func (h hole) fill(out *bytes.Buffer, ref Reference, to Destination) {
	switch h.part {
	case linkStart:
		h.anchor(out, to)
	case linkEnd:
		if ref.Text == "" {
			escape(out, to.Text)
		}
		closeAnchor(out, to)
	case wikiWhole:
		h.anchor(out, to)
		escape(out, wikiText(ref, to))
		closeAnchor(out, to)
	case imageWhole:
		if to.Href == "" {
			escape(out, ref.Text)
			return
		}
		out.WriteString("<img")
		attributeTo(out, "src", to.Href)
		out.WriteString(` alt="`)
		escape(out, ref.Text)
		out.WriteByte('"')
		attributeTo(out, "title", h.title)
		out.WriteByte('>')
	}
}

func (h hole) anchor(out *bytes.Buffer, to Destination) {
	if to.Href == "" {
		return
	}
	out.WriteString("<a")
	attributeTo(out, "href", to.Href)
	attributeTo(out, "hreflang", to.Lang)
	attributeTo(out, "title", h.title)
	out.WriteByte('>')
}

func closeAnchor(out *bytes.Buffer, to Destination) {
	if to.Href != "" {
		out.WriteString("</a>")
	}
}

// wikiText is what a wiki link says: its label, else what the record is
// called, else what was written.
func wikiText(ref Reference, to Destination) string {
	switch {
	case ref.Text != "":
		return ref.Text
	case to.Text != "":
		return to.Text
	case ref.Fragment != "":
		return ref.Target + "#" + ref.Fragment
	}
	return ref.Target
}

// attributeTo writes an attribute that has a value.
func attributeTo(out *bytes.Buffer, name, value string) {
	if value != "" {
		out.WriteString(" " + name + `="`)
		escape(out, value)
		out.WriteByte('"')
	}
}

func escape(out *bytes.Buffer, s string) { out.Write(util.EscapeHTML([]byte(s))) }
