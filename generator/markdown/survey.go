package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/cxbook/cxbook/generator/diag"
)

// A surveyor walks the tree once and fills in the Doc.
type surveyor struct {
	*reading
	nodes     []*ast.Heading // of Doc.Headings
	text      strings.Builder
	inHeading bool
	inLink    bool
}

// survey collects what the Doc tells about the body.
func (r *reading) survey(root ast.Node) {
	s := &surveyor{reading: r}
	// The walk ends early only if visit returns an error, and it never does.
	_ = ast.Walk(root, s.visit)
	s.section()
	r.anchors(root, s.nodes)
	r.structure()
	r.looseFootnotes()
}

func (s *surveyor) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		s.leave(n)
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		s.heading(n)
	case *ast.Link:
		s.link(n)
		s.inLink = true
	case *ast.Image:
		s.image(n)
		return ast.WalkSkipChildren, nil
	case *ast.AutoLink:
		s.autoLink(n)
	case *wikiLink:
		s.wikiLink(n)
	case *east.FootnoteLink:
		s.footnoteMark(n)
	case *ast.RawHTML:
		first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
		s.rawHTML(first.Start, last.Stop)
	case *ast.HTMLBlock:
		s.htmlBlock(n)
		return ast.WalkSkipChildren, nil
	case *ast.CodeBlock:
		s.text.Write(n.Lines().Value(s.in.Body))
	case *ast.FencedCodeBlock:
		s.text.Write(n.Lines().Value(s.in.Body))
		s.unclosedCode(n)
	}
	s.words(n)
	return ast.WalkContinue, nil
}

func (s *surveyor) leave(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		s.inHeading = false
	case *ast.Link:
		s.inLink = false
	case *east.TableCell:
		s.text.WriteByte(' ')
	default:
		if n.Type() == ast.TypeBlock {
			s.text.WriteByte('\n')
		}
	}
}

// words adds the text of a leaf to the section.
func (s *surveyor) words(n ast.Node) {
	if s.inHeading {
		return
	}
	switch n.(type) {
	case *ast.Text, *ast.String, *ast.AutoLink, *wikiLink:
		s.writePlain(&s.text, n)
	}
}

// heading ends the section before it and starts a new one.
func (s *surveyor) heading(n *ast.Heading) {
	s.section()
	from, to := n.Pos(), n.Pos()+n.Level
	if lines := n.Lines(); lines.Len() > 0 {
		from, to = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	h := Heading{Level: n.Level, Text: s.plain(n), At: s.at.span(from, to)}
	h.Number = number(n.Level, h.Text)
	s.doc.Headings = append(s.doc.Headings, h)
	s.nodes = append(s.nodes, n)
	s.inHeading = true
}

// section adds the words since the last heading.
func (s *surveyor) section() {
	text := tidyLines(s.text.String())
	s.text.Reset()
	if heading := len(s.doc.Headings) - 1; heading >= 0 || text != "" {
		s.doc.Sections = append(s.doc.Sections, Section{Heading: heading, Text: text})
	}
}

// tidyLines drops empty lines and spaces at the ends of lines.
func tidyLines(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func (s *surveyor) rawHTML(from, to int) {
	s.find(diag.New(diag.RawHTML, s.at.span(from, to), "html", excerpt(s.in.Body[from:to])))
}

func (s *surveyor) htmlBlock(n *ast.HTMLBlock) {
	from, to := max(n.Pos(), 0), n.Pos()
	if lines := n.Lines(); lines.Len() > 0 {
		to = lines.At(lines.Len() - 1).Stop
	}
	if n.HasClosure() {
		to = n.ClosureLine.Stop
	}
	s.rawHTML(from, max(from, to))
}

// excerpt is the start of a piece of the body, for a message.
func excerpt(b []byte) string {
	const limit = 40
	text := []rune(oneLine(string(b[:min(len(b), 4*limit)])))
	if len(text) <= limit && len(b) <= 4*limit {
		return string(text)
	}
	return string(text[:min(len(text), limit)]) + "…"
}
