package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// links guards the parser of links and images, and remembers where each
// stands, which goldmark forgets.
type links struct{ parser.InlineParser }

// A linkPlace says where a link stands in the body and which reference it is.
type linkPlace struct {
	from, to       int // the whole link
	destFrom, dest int // start and end of the address; both 0 for [text][label]
	reference      int // index into Doc.References; -1: shown as text only
}

// Parse reads a bracket. A link becomes a node at its closing one.
func (l links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	line, at := block.PeekLine()
	if line[0] == ']' {
		return l.end(parent, block, pc)
	}
	if r.brackets >= MaxBrackets {
		if line[0] == '[' || bytes.HasPrefix(line, []byte("![")) {
			r.limit(limitMarks, at.Start, MaxBrackets)
		}
		return nil
	}
	node := l.InlineParser.Parse(parent, block, pc)
	if node != nil {
		r.brackets++
	}
	return node
}

// end reads a closing bracket and what follows it.
func (l links) end(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	r := readingOf(pc)
	line, at := block.PeekLine()
	number, _ := block.Position()
	if !r.spend(parent.Lines().Len(), at.Start) {
		return nil
	}
	r.brackets = max(r.brackets-1, 0)
	node := l.InlineParser.Parse(parent, block, pc)
	if node == nil {
		r.spend(fruitless(line[1:]), at.Start)
		return nil
	}
	_, after := block.Position()
	place := &linkPlace{from: node.Pos(), to: after.Start, reference: -1}
	r.links[node] = place
	destination, title, reference := destinationOf(node)
	if reference != nil {
		if r.copied += len(destination) + len(title); r.copied > MaxCopied {
			r.limit(limitReferences, place.from, MaxCopied)
			delete(r.links, node)
		}
		return node
	}
	place.destFrom = destinationStart(block, number, at)
	place.dest = min(place.destFrom+len(destination), place.to)
	return node
}

// fruitless says how many bytes goldmark looked through after a ] for an
// address that does not end.
func fruitless(rest []byte) int {
	if len(rest) == 0 || rest[0] != '(' {
		return 0
	}
	if rest = bytes.TrimLeft(rest[1:], " "); len(rest) > 0 && rest[0] == '<' {
		return len(rest)
	}
	if i := bytes.IndexAny(rest, " \t\n"); i >= 0 {
		return i
	}
	return len(rest)
}

// destinationStart finds the address of an inline link again, from its ].
func destinationStart(block text.Reader, line int, bracket text.Segment) int {
	afterLine, after := block.Position()
	block.SetPosition(line, bracket)
	block.Advance(2)
	block.SkipSpaces()
	if block.Peek() == '<' {
		block.Advance(1)
	}
	_, at := block.Position()
	block.SetPosition(afterLine, after)
	return at.Start
}

func destinationOf(node ast.Node) (destination, title []byte, reference *ast.ReferenceLink) {
	switch n := node.(type) {
	case *ast.Link:
		return n.Destination, n.Title, n.Reference
	case *ast.Image:
		return n.Destination, n.Title, n.Reference
	}
	return nil, nil, nil
}

// CloseBlock ends a paragraph: what is still open stays text.
func (l links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	r := readingOf(pc)
	r.brackets, r.marks = 0, 0
	if c, ok := l.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
