package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// headings reads the {#id} at the end of a heading. goldmark's own attributes
// would let any of class, style and others through.
type headings struct{ parser.BlockParser }

// Close ends the heading.
func (h headings) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, reader, pc)
	if n, ok := node.(*ast.Heading); ok && n.Parent() != nil && n.Lines().Len() > 0 {
		readingOf(pc).attributes(n)
	}
}

var (
	attributeBlock = regexp.MustCompile(`\{[ \t]*((?:[^{}"']|"[^"]*"|'[^']*')+)\}$`)
	attribute      = regexp.MustCompile(`(?:[^\s"']|"[^"]*"|'[^']*')+`)
	attributeForm  = regexp.MustCompile(`^(?:[#.]|[^=]+=)`)
	explicitID     = regexp.MustCompile(`^#[\p{L}\p{M}\p{N}_.:-]+$`)
	closingHashes  = regexp.MustCompile(`(?:^|[ \t])#+$`)
)

// attributes cuts a block such as {#id .class} off the heading's last line,
// keeps the id and reports the rest.
func (r *reading) attributes(n *ast.Heading) {
	last := n.Lines().Len() - 1
	line := n.Lines().At(last)
	value := bytes.TrimRight(line.Value(r.in.Body), " \t\n")
	m := attributeBlock.FindSubmatchIndex(value)
	if m == nil || line.Padding > 0 || m[0] > 0 && value[m[0]-1] == '\\' {
		return
	}
	words := attribute.FindAllIndex(value[m[2]:m[3]], -1)
	for _, w := range words {
		if !attributeForm.Match(value[m[2]+w[0] : m[2]+w[1]]) {
			return // not attributes but words in braces
		}
	}
	for _, w := range words {
		r.attribute(n, string(value[m[2]+w[0]:m[2]+w[1]]), line.Start+m[2]+w[0])
	}
	rest := bytes.TrimRight(value[:m[0]], " \t")
	rest = bytes.TrimRight(closingHashes.ReplaceAll(rest, nil), " \t")
	line.Stop = line.Start + len(rest)
	n.Lines().Set(last, line)
	if len(rest) == 0 {
		n.Lines().SetSliced(0, last)
	}
}

// attribute keeps {#id} and reports any other attribute.
func (r *reading) attribute(n *ast.Heading, word string, at int) {
	_, has := n.AttributeString("id")
	if !has && explicitID.MatchString(word) {
		n.SetAttributeString("id", []byte(word[1:]))
		n.SetAttributeString("at", at)
		return
	}
	r.find(diag.New(diag.HeadingAttribute, r.at.span(at, at+len(word)), "attribute", word))
}

// A passage is a numbered list item of a numbered paragraph.
type passage struct {
	item   *ast.ListItem
	anchor string
}

var paragraphNumber = regexp.MustCompile(`^§[\s\x{00a0}\x{2009}\x{202f}]*([1-9][0-9]{0,3}[A-Za-z]?)(?:[\s\x{00a0}\x{2009}\x{202f}]|[.:](?:[\s\x{00a0}]|$)|$)`)

// number returns "3a" for the second-level heading "§ 3a Title".
func number(level int, title string) string {
	if level != 2 {
		return ""
	}
	m := paragraphNumber.FindStringSubmatch(title)
	if m == nil {
		return ""
	}
	return strings.ToLower(m[1])
}

// passages finds the ordered items at the top level of numbered paragraphs.
// They are counted as the page counts them, from the list's first number.
func passages(root ast.Node, headings map[ast.Node]*Heading) []passage {
	var found []passage
	paragraph := ""
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level <= 2 {
				paragraph = headings[n].Number
			}
		case *ast.List:
			if paragraph == "" || !n.IsOrdered() {
				continue
			}
			i := n.Start
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if item, ok := c.(*ast.ListItem); ok {
					found = append(found, passage{item, "par-" + paragraph + "-" + strconv.Itoa(i)})
					i++
				}
			}
		}
	}
	return found
}

// structure reports headings without text, first-level headings, jumps, and
// headings that cannot be told apart.
func (r *reading) structure() {
	previous := 1
	first := map[string]Heading{}
	for _, h := range r.doc.Headings {
		switch {
		case h.Text == "":
			r.find(diag.New(diag.HeadingJump, h.At).As("empty"))
		case h.Level == 1:
			r.find(diag.New(diag.HeadingJump, h.At).As("top"))
		case h.Level > previous+1:
			r.find(diag.New(diag.HeadingJump, h.At,
				"level", strconv.Itoa(h.Level), "previous", strconv.Itoa(previous)))
		}
		previous = h.Level
		if h.Text == "" {
			continue
		}
		if same, ok := first[h.Text]; ok {
			r.find(diag.New(diag.SameHeading, h.At, "title", h.Text).See(same.At, "first"))
			continue
		}
		first[h.Text] = h
	}
}
