package markdown

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

// unescape returns text as a reader sees it: without backslash escapes and
// with entities replaced.
func unescape(text []byte) string {
	if !bytes.ContainsAny(text, "\\&\x00") {
		return string(text)
	}
	var b buffer
	ghtml.DefaultWriter.Write(&b, text)
	return html.UnescapeString(b.String())
}

// plain returns the words of an inline node in one line.
func (r *reading) plain(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.writePlain(&b, c)
	}
	return oneLine(b.String())
}

// oneLine collapses spaces and line ends, but keeps no-break spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool {
		return c == ' ' || c == '\t' || c == '\n' || c == '\r'
	}), " ")
}

// writePlain adds the words of an inline node. Marks of footnotes, raw HTML
// and boxes of tasks have none.
func (r *reading) writePlain(b *strings.Builder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.writeText(b, n)
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(r.in.Body))
	case *wikiLink:
		b.WriteString(n.shown())
	case *east.FootnoteLink, *east.FootnoteBacklink, *ast.RawHTML, *east.TaskCheckBox:
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.writePlain(b, c)
		}
	}
}

func (r *reading) writeText(b *strings.Builder, n *ast.Text) {
	value := n.Segment.Value(r.in.Body)
	if n.IsRaw() {
		b.Write(value)
	} else {
		b.WriteString(unescape(value))
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.WriteByte('\n')
	}
}
