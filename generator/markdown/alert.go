package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// alerts turns a quote that starts with a line such as [!NOTE] into an alert.
type alerts struct{}

var alertMark = regexp.MustCompile(`(?i)^[ \t]*\[!(note|tip|important|warning|caution)\][ \t]*\n?$`)

// anyMark is what looks like the mark of an alert.
var anyMark = regexp.MustCompile(`^[ \t]*(\[![A-Za-z]+\])`)

// Transform takes the mark off the quote's first paragraph. What looks like a
// mark and is none stays in the text, and is reported.
func (alerts) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || node.PreviousSibling() != nil {
		return
	}
	lines := node.Lines()
	first := lines.At(0)
	m := alertMark.FindSubmatch(first.Value(reader.Source()))
	if m == nil {
		if like := anyMark.FindSubmatchIndex(first.Value(reader.Source())); like != nil {
			r := readingOf(pc)
			r.find(diag.New(diag.UnknownAlert, r.at.span(first.Start+like[2], first.Start+like[3]),
				"alert", string(first.Value(reader.Source())[like[2]:like[3]])))
		}
		return
	}
	quote.SetAttributeString("alert", strings.ToLower(string(m[1])))
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}
