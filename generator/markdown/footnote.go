package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// footnoteBlocks guards the parser of [^1]: text, and remembers the
// footnotes, so that those without a mark in the text can be reported.
type footnoteBlocks struct{ container }

// Open opens a footnote.
func (f footnoteBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	r := readingOf(pc)
	_, at := reader.PeekLine()
	if len(r.footnotes) >= MaxFootnotes {
		r.limit(limitReferences, at.Start, MaxFootnotes)
		return nil, parser.NoChildren
	}
	node, state := f.container.Open(parent, reader, pc)
	if n, ok := node.(*east.Footnote); ok {
		r.footnotes = append(r.footnotes, n)
	}
	return node, state
}

// footnoteMarks guards the parser of [^1] in the text, which looks through
// all footnotes for each.
type footnoteMarks struct{ parser.InlineParser }

// Parse reads one mark.
func (f footnoteMarks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	line, at := block.PeekLine()
	if len(line) < 3 || line[1] != '^' && line[2] != '^' || len(r.footnotes) == 0 {
		return nil
	}
	if r.notes >= MaxNoteMarks {
		r.limit(limitReferences, at.Start, MaxNoteMarks)
		return nil
	}
	if !r.spend(parent.Lines().Len()+len(r.footnotes), at.Start) {
		return nil
	}
	node := f.InlineParser.Parse(parent, block, pc)
	if node != nil {
		r.notes++
	}
	return node
}

// looseFootnotes reports footnotes that nothing in the text points at: they
// are not on the page.
func (r *reading) looseFootnotes() {
	for _, n := range r.footnotes {
		if n.Index >= 0 {
			continue
		}
		from := max(n.Pos(), 0)
		r.find(diag.New(diag.LooseFootnote, r.at.span(from, from+len(n.Ref)+3), "label", string(n.Ref)))
	}
}
