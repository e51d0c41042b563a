package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// Limits of a body. Handbooks stay far below them; they exist because a
// hostile file of a few kilobytes could otherwise cost gigabytes or minutes.
// What is beyond a limit is left as plain text and reported.
const (
	MaxBytes       = 1 << 20 // size of a body
	MaxLines       = 50_000  // lines of a body
	MaxNesting     = 64      // quotes and lists inside each other, lists counting twice (list and item)
	MaxBrackets    = 100     // [ open at the same time in one paragraph
	MaxMarks       = 1_000   // runs of *, _ and ~ in one paragraph
	MaxCells       = 20_000  // cells of a body's tables together, padding included
	MaxDefinitions = 2_000   // lines of one paragraph of link definitions
	MaxFootnotes   = 1_000   // footnotes of a body
	MaxNoteMarks   = 10_000  // marks of footnotes in a body
	MaxFindings    = 1_000   // findings about a body
	MaxCopied      = 1 << 20 // bytes of addresses and titles that [text][label] links repeat
	maxWork        = 50_000_000
)

// The variants of diag.MarkdownLimit.
const (
	limitSize       = "size"
	limitLines      = "lines"
	limitNesting    = "nesting"
	limitMarks      = "marks"
	limitTable      = "table"
	limitReferences = "references"
)

// fits reports whether the body is small enough to be parsed.
func (r *reading) fits() bool {
	if len(r.in.Body) > MaxBytes {
		r.limit(limitSize, 0, MaxBytes)
		return false
	}
	if bytes.Count(r.in.Body, []byte{'\n'}) > MaxLines {
		r.limit(limitLines, 0, MaxLines)
		return false
	}
	return true
}

// limit reports a limit at the first place where it is met.
func (r *reading) limit(variant string, at, limit int) {
	if r.met[variant] {
		return
	}
	r.met[variant] = true
	r.find(diag.New(diag.MarkdownLimit, r.at.span(at, at+1), "limit", strconv.Itoa(limit)).As(variant))
}

// spend meters what goldmark does more than once over the same bytes. It
// reports false once the body has used up what it may cost.
func (r *reading) spend(steps, at int) bool {
	r.work += steps
	if r.work <= maxWork {
		return true
	}
	r.limit(limitMarks, at, MaxMarks)
	return false
}

// A container guards a block parser whose blocks hold blocks.
type container struct{ parser.BlockParser }

// Open opens the block unless it would be nested too deeply.
func (c container) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 1
	for n := parent; n != nil; n = n.Parent() {
		depth++
	}
	if depth > MaxNesting {
		_, at := reader.PeekLine()
		readingOf(pc).limit(limitNesting, at.Start, MaxNesting)
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, pc)
}

// marks guards the parsers of emphasis and strikethrough, whose marks are
// matched by looking back over all others of the paragraph.
type marks struct{ parser.InlineParser }

// Parse reads one mark.
func (m marks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	if r.marks >= MaxMarks {
		_, at := block.PeekLine()
		r.limit(limitMarks, at.Start, MaxMarks)
		return nil
	}
	node := m.InlineParser.Parse(parent, block, pc)
	if node != nil {
		r.marks++
	}
	return node
}

// codeSpans guards the parser of code spans, which looks for the closing
// backticks up to the end of the paragraph.
type codeSpans struct{ parser.InlineParser }

// Parse reads one code span.
func (c codeSpans) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	_, at := block.PeekLine()
	if !r.spend(0, at.Start) {
		return nil
	}
	node := c.InlineParser.Parse(parent, block, pc)
	if _, unclosed := node.(*ast.Text); unclosed {
		lines := parent.Lines()
		r.spend(lines.At(lines.Len()-1).Stop-at.Start, at.Start)
	}
	return node
}

// definitions guards the parser of [label]: address, which moves the rest of
// the paragraph for each definition.
type definitions struct{ parser.ParagraphTransformer }

// Transform takes the definitions off the start of a paragraph.
func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() > MaxDefinitions {
		first := lines.At(0)
		if bytes.HasPrefix(bytes.TrimLeft(first.Value(reader.Source()), " "), []byte{'['}) {
			readingOf(pc).limit(limitReferences, first.Start, MaxDefinitions)
			return
		}
	}
	d.ParagraphTransformer.Transform(node, reader, pc)
}
