package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxWikiLink bounds the bytes between [[ and ]].
const maxWikiLink = 1_000

// wikiLinks reads [[POL-001]] and [[POL-001#par-3|label]].
type wikiLinks struct{}

// A wikiLink is its node.
type wikiLink struct {
	ast.BaseInline
	target   string
	label    string
	from, to int // of the target in the body
}

var kindWikiLink = ast.NewNodeKind("WikiLink")

// Kind names the node's kind.
func (n *wikiLink) Kind() ast.NodeKind { return kindWikiLink }

// Dump prints the node, for debugging goldmark.
func (n *wikiLink) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Target": n.target, "Label": n.label}, nil)
}

// Trigger says where Parse is called.
func (wikiLinks) Trigger() []byte { return []byte{'['} }

// Parse reads one link. What stands before ( or [ is left to CommonMark: the
// text of an ordinary link may be in brackets. [^ starts a footnote's mark.
func (wikiLinks) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	inner := line[2:min(len(line), 2+maxWikiLink)]
	end := bytes.IndexAny(inner, "[]\n")
	if end < 0 || !bytes.HasPrefix(inner[end:], []byte("]]")) {
		return nil
	}
	rest := line[2+end+2:]
	if len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') && !bytes.HasPrefix(rest, []byte("[^")) {
		return nil
	}
	target, label := inner[:end], []byte(nil)
	if pipe := bytes.IndexByte(target, '|'); pipe >= 0 {
		// In a table the pipe is written \|.
		target, label = bytes.TrimSuffix(target[:pipe], []byte{'\\'}), target[pipe+1:]
	}
	from := at.Start + 2 + len(target) - len(bytes.TrimLeft(target, " \t"))
	target = bytes.TrimSpace(target)
	if len(target) == 0 {
		return nil
	}
	block.Advance(2 + end + 2)
	return &wikiLink{
		target: string(target),
		label:  unescape(bytes.TrimSpace(label)),
		from:   from,
		to:     from + len(target),
	}
}
