// Package markdown reads the body of a record.
//
// In: the Markdown text, the name of its file and the line it starts on.
// Out: a Doc: headings with anchors, references with exact places, sections
// as plain text, findings, and HTML with a hole at each reference, filled in
// when somebody says where references lead.
//
// It is the only package that knows goldmark. It resolves nothing and opens
// no file; whether a reference leads somewhere is decided above. The HTML is
// inert whatever the body says: raw HTML is dropped and reported, and only
// http, https, mailto, tel and the site's own addresses become links.
//
// The dialect is CommonMark with tables, strikethrough, task lists,
// footnotes, definition lists, alerts (> [!NOTE]), [[POL-001]] and {#id}
// after a heading. testdata/deviations.json lists each example of the
// CommonMark specification that comes out differently, and why.
//
// A body is read once, into a Doc that never changes afterwards; Parse and
// Doc.HTML may be called from any number of goroutines.
package markdown

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// A ReferenceKind says how a reference was written.
type ReferenceKind uint8

// The kinds of Reference.
const (
	RecordLink ReferenceKind = iota // [text](POL-001) or [text](POL-001#par-3)
	WikiLink                        // [[POL-001]] or [[POL-001|label]]
	PathLink                        // [text](../roles/x.pl.md#heading) or an attachment [text](form.pdf)
	AnchorLink                      // [text](#par-3), within the page
	Image                           // ![alt](picture.png)
	External                        // http, https, mailto, tel
)

// A Reference is a link or image of the body.
type Reference struct {
	Kind     ReferenceKind
	Target   string // id, cleaned-of-fragment path as written (percent-decoded), or URL; "" for AnchorLink
	Fragment string // without #, percent-decoded
	Text     string // plain text of the link; alt text of an image; label of a wiki link
	At       diag.Span
}

// A Heading is a heading of the body.
type Heading struct {
	Level  int
	Text   string // plain
	Anchor string // unique in the page; keeps Polish and Czech letters
	Number string // "3", "3a" where the text of a second-level heading starts with "§ 3", "§ 3a"
	At     diag.Span
}

// A Section is the text under one heading (or before the first), for parity
// checks, search and excerpts.
type Section struct {
	Heading int    // index into Doc.Headings; -1 before the first
	Text    string // plain text without the heading, list numbers left out
}

// A Doc is a parsed body.
type Doc struct {
	Headings   []Heading
	References []Reference // in order of appearance
	Sections   []Section
	Anchors    map[string]bool // every id the page will have: headings, numbered passages, footnotes
	// Places are the anchors that a page may have a remark on, in the order of
	// the body: headings and numbered passages. There are none where Input.HTML
	// was not set.
	Places   []string
	Findings diag.List
	html     []byte // rendered, with holes
	holes    []hole
}

// A Destination says where a reference leads and, for a wiki link without a
// label, what it is called.
type Destination struct {
	Href string // already relative and URL-escaped; "" renders the text without a link
	Text string // used where the reference has no text of its own
	Lang string // language of the target where it differs from the page's, for hreflang
}

// Input is a body to parse.
type Input struct {
	Name string // how findings call the file
	Body []byte // line ends as \n
	Line int    // line of the file on which Body starts
	Lang string // language of the words: quotation marks, titles of alerts
	HTML bool   // whether the Doc shall be able to render itself
}

// Parse reads a body. It never fails: what is wrong ends in the Doc's
// Findings, and a body beyond the limits in a finding and an empty Doc.
func Parse(in Input) *Doc {
	r := newReading(in)
	if !r.fits() {
		return r.doc
	}
	pc := parser.NewContext()
	pc.Set(readingKey, r)
	e := engineFor(in.Lang)
	root := e.parser.Parse(text.NewReader(in.Body), parser.WithContext(pc))
	r.survey(root)
	if in.HTML {
		r.render(e, root)
	}
	r.doc.Findings = r.doc.Findings.Tidy()
	return r.doc
}
