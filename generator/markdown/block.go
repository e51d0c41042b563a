package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A BlockKind says what a Block is.
type BlockKind string

// The kinds of Block.
const (
	Paragraph  BlockKind = "paragraph"
	Item       BlockKind = "item"
	TableRow   BlockKind = "row" // its cells with a bar between them
	Quote      BlockKind = "quote"
	Code       BlockKind = "code" // as it stands, with its lines
	Definition BlockKind = "definition"
	Footnote   BlockKind = "footnote"
)

// A Block is a piece of a body that stands by itself, in plain words.
type Block struct {
	Heading int // as of a Section: index into Doc.Headings; -1 before the first
	Kind    BlockKind
	Depth   int    // of an Item: 1 for a list that stands in no other
	Mark    string // of the first Block of an Item: "2.", "–"
	Text    string
}

// Blocks reads a body again and returns its blocks, in order. A Doc has its
// words by section only, for few of all bodies are ever compared. The Headings
// are those of the Doc that Parse makes of the same input.
func Blocks(in Input) []Block {
	r := newReading(in)
	if !r.fits() {
		return nil
	}
	pc := parser.NewContext()
	pc.Set(readingKey, r)
	root := engineFor(in.Lang).parser.Parse(text.NewReader(in.Body), parser.WithContext(pc))
	c := &cutter{reading: r, heading: -1}
	// The walk ends early only if visit returns an error, and it never does.
	_ = ast.Walk(root, c.visit)
	return c.out
}

// A cutter walks a tree and gathers its blocks.
type cutter struct {
	*reading
	heading int
	within  []BlockKind // what is around the node: Items, Quotes, …
	depth   int         // of lists
	mark    string      // of the item whose first block is still to come
	out     []Block
}

func (c *cutter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if kind := around(n); kind != "" {
		c.step(n, kind, entering)
		return ast.WalkContinue, nil
	}
	if _, ok := n.(*ast.List); ok {
		c.depth += direction(entering)
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		c.heading++
	case *ast.Paragraph, *ast.TextBlock:
		c.add(Paragraph, c.plain(n))
	case *east.DefinitionTerm:
		c.add(Definition, c.plain(n))
	case *ast.CodeBlock:
		c.add(Code, string(n.Lines().Value(c.in.Body)))
	case *ast.FencedCodeBlock:
		c.add(Code, string(n.Lines().Value(c.in.Body)))
	case *east.TableHeader:
		c.row(n)
	case *east.TableRow:
		c.row(n)
	case *ast.HTMLBlock:
	default:
		return ast.WalkContinue, nil
	}
	return ast.WalkSkipChildren, nil
}

// around returns what a node makes of the blocks in it, or "".
func around(n ast.Node) BlockKind {
	switch n.(type) {
	case *ast.ListItem:
		return Item
	case *ast.Blockquote:
		return Quote
	case *east.DefinitionDescription:
		return Definition
	case *east.Footnote:
		return Footnote
	}
	return ""
}

// step goes into or out of what is around other blocks.
func (c *cutter) step(n ast.Node, kind BlockKind, entering bool) {
	if !entering {
		c.within = c.within[:len(c.within)-1]
		return
	}
	c.within = append(c.within, kind)
	switch n := n.(type) {
	case *ast.ListItem:
		c.mark = markOf(n)
	case *east.Footnote:
		c.mark = strconv.Itoa(n.Index) + "."
	}
}

func direction(entering bool) int {
	if entering {
		return 1
	}
	return -1
}

// markOf returns what a page shows before an item.
func markOf(n *ast.ListItem) string {
	list, ok := n.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		return "–"
	}
	i := list.Start
	for c := n.PreviousSibling(); c != nil; c = c.PreviousSibling() {
		i++
	}
	return strconv.Itoa(i) + "."
}

// add adds a block that says something. The innermost of what is around a
// paragraph says what kind it is.
func (c *cutter) add(kind BlockKind, words string) {
	if words = strings.Trim(words, "\n"); strings.TrimSpace(words) == "" {
		return
	}
	b := Block{Heading: c.heading, Kind: kind, Text: words, Mark: c.mark, Depth: c.depth}
	if len(c.within) > 0 && kind == Paragraph {
		b.Kind = c.within[len(c.within)-1]
	}
	c.mark = ""
	c.out = append(c.out, b)
}

// row adds a row of a table.
func (c *cutter) row(n ast.Node) {
	var cells []string
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		cells = append(cells, c.plain(cell))
	}
	if strings.Join(cells, "") != "" {
		c.add(TableRow, strings.Join(cells, " | "))
	}
}
