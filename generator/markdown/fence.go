package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// A fence is the place of the ``` or ~~~ that opens a code block.
type fence struct{ from, to int }

// fences watches the parser of fenced code blocks, which does not tell whether
// a block was closed or just ended with what it stands in.
type fences struct{ parser.BlockParser }

// Open opens the block and remembers its fence.
func (f fences) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	node, state := f.BlockParser.Open(parent, reader, pc)
	if node != nil {
		mark := line[pc.BlockOffset():]
		length := len(mark) - len(bytes.TrimLeft(mark, string(mark[:1])))
		from := at.Start - at.Padding + pc.BlockOffset()
		readingOf(pc).fences[node] = fence{from, from + length}
	}
	return node, state
}

// Continue reads one more line of the block and forgets the fence once the
// line closes it.
func (f fences) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := f.BlockParser.Continue(node, reader, pc)
	if state == parser.Close {
		delete(readingOf(pc).fences, node)
	}
	return state
}

// unclosedCode reports a code block without a closing fence.
func (r *reading) unclosedCode(n *ast.FencedCodeBlock) {
	if f, ok := r.fences[n]; ok {
		r.find(diag.New(diag.UnclosedCode, r.at.span(f.from, f.to), "fence", string(r.in.Body[f.from:f.to])))
	}
}
