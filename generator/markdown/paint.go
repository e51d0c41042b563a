package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// A buffer is bytes.Buffer with the methods that goldmark asks of a writer.
type buffer struct{ bytes.Buffer }

// Buffered and Flush have nothing to do in memory.
func (b *buffer) Buffered() int { return 0 }

// Flush writes nothing: there is nothing behind the buffer.
func (b *buffer) Flush() error { return nil }

// A canvas is what the painter paints on: the HTML so far, and what the
// reading knows.
type canvas struct {
	buffer
	*reading
	words  *words
	inLink bool
}

// render makes the Doc's HTML with its holes.
func (r *reading) render(e *engine, root ast.Node) {
	c := &canvas{reading: r, words: wordsIn(r.in.Lang)}
	// Writing to memory does not fail, and neither does a paint function.
	_ = e.renderer.Render(c, r.in.Body, root)
	r.doc.html = c.Bytes()
	if r.doc.html == nil {
		r.doc.html = []byte{}
	}
}

// text writes text, escaped.
func (c *canvas) text(s string) { c.Write(util.EscapeHTML([]byte(s))) }

// put writes markup as it is and text escaped, in turns.
func (c *canvas) put(parts ...string) {
	for i, part := range parts {
		if i%2 == 0 {
			c.WriteString(part)
		} else {
			c.text(part)
		}
	}
}

// A painter writes the nodes that look or behave otherwise than goldmark has
// it. It has no state; what it needs travels with the canvas.
type painter struct{}

// RegisterFuncs names the nodes.
func (painter) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, paint(paintHeading))
	reg.Register(ast.KindListItem, paint(paintItem))
	reg.Register(ast.KindBlockquote, paint(paintQuote))
	reg.Register(ast.KindLink, paint(paintLink))
	reg.Register(ast.KindImage, paint(paintImage))
	reg.Register(ast.KindAutoLink, paint(paintAutoLink))
	reg.Register(ast.KindCodeBlock, paint(paintCode))
	reg.Register(ast.KindFencedCodeBlock, paint(paintFencedCode))
	reg.Register(kindWikiLink, paint(paintWikiLink))
	reg.Register(ast.KindRawHTML, paint(paintNothing))
	reg.Register(ast.KindHTMLBlock, paint(paintNothing))
	reg.Register(east.KindTable, paint(paintTable))
	reg.Register(east.KindTableCell, paint(paintCell))
	reg.Register(east.KindTaskCheckBox, paint(paintTask))
	reg.Register(east.KindFootnoteList, paint(paintFootnotes))
	reg.Register(east.KindFootnote, paint(paintFootnote))
	reg.Register(east.KindFootnoteLink, paint(paintFootnoteMark))
	reg.Register(east.KindFootnoteBacklink, paint(paintFootnoteBack))
}

// paint adapts a function to goldmark's form: it gets the node as what it is
// and says whether goldmark shall paint the children.
func paint[N ast.Node](f func(c *canvas, n N, entering bool) bool) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if f(w.(*canvas), n.(N), entering) {
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	}
}

// paintNothing drops raw HTML; the survey has reported it.
func paintNothing(*canvas, ast.Node, bool) bool { return false }

// paintHeading gives a heading its id and a link to itself. The title is the
// page's only first-level heading, so one in a body is lowered.
func paintHeading(c *canvas, n *ast.Heading, entering bool) bool {
	tag := "h" + strconv.Itoa(max(n.Level, 2))
	id := attributeOf(n, "id")
	if entering {
		c.put("<"+tag+` id="`, id, `">`)
		return true
	}
	c.put(`<a class="permalink" href="#`, id, `" aria-label="`, c.words.permalink+" "+c.plain(n), `"></a></`+tag+">\n")
	c.remarkHole(id)
	return true
}

// paintItem paints a list item; a page may have something to say at the end of
// one that can be cited.
func paintItem(c *canvas, n *ast.ListItem, entering bool) bool {
	id := attributeOf(n, "id")
	switch {
	case !entering:
		if id != "" {
			c.remarkHole(id)
		}
		c.WriteString("</li>\n")
		return true
	case id != "":
		c.put(`<li id="`, id, `">`)
	default:
		c.WriteString("<li>")
	}
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		c.WriteByte('\n')
	}
	return true
}

func attributeOf(n ast.Node, name string) string {
	value, _ := n.AttributeString(name)
	switch v := value.(type) {
	case []byte:
		return string(v)
	case string:
		return v
	}
	return ""
}

func paintQuote(c *canvas, n *ast.Blockquote, entering bool) bool {
	kind := attributeOf(n, "alert")
	switch {
	case kind == "" && entering:
		c.WriteString("<blockquote>\n")
	case kind == "":
		c.WriteString("</blockquote>\n")
	case entering:
		c.put(`<div class="alert alert-`, kind, `" role="note">`+"\n"+`<p class="alert-title">`, c.words.alerts[kind], "</p>\n")
	default:
		c.WriteString("</div>\n")
	}
	return true
}

// paintCode paints code so that long lines can be scrolled to by keyboard.
func paintCode(c *canvas, n *ast.CodeBlock, entering bool) bool {
	return c.code(n, nil, entering)
}

func paintFencedCode(c *canvas, n *ast.FencedCodeBlock, entering bool) bool {
	return c.code(n, n.Language(c.in.Body), entering)
}

func (c *canvas) code(n ast.Node, language []byte, entering bool) bool {
	if !entering {
		c.WriteString("</code></pre>\n")
		return true
	}
	c.WriteString(`<pre tabindex="0"><code`)
	if language != nil {
		c.WriteString(` class="language-`)
		html.DefaultWriter.Write(c, language)
		c.WriteByte('"')
	}
	c.WriteByte('>')
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		html.DefaultWriter.RawWrite(c, line.Value(c.in.Body))
	}
	return true
}

// paintTable wraps a table so that a wide one scrolls by itself, also by
// keyboard.
func paintTable(c *canvas, _ *east.Table, entering bool) bool {
	if entering {
		c.put(`<div class="table-scroll" role="group" tabindex="0" aria-label="`, c.words.table, "\">\n<table>\n")
	} else {
		c.WriteString("</table>\n</div>\n")
	}
	return true
}

// paintCell aligns by class: the site's policy blocks inline styles.
func paintCell(c *canvas, n *east.TableCell, entering bool) bool {
	tag, scope := "td", ""
	// A header that says nothing heads nothing.
	if n.Parent().Kind() == east.KindTableHeader && n.HasChildren() {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		c.WriteString("</" + tag + ">\n")
		return true
	}
	c.WriteString("<" + tag + scope)
	if n.Alignment != east.AlignNone {
		c.WriteString(` class="align-` + n.Alignment.String() + `"`)
	}
	c.WriteByte('>')
	return true
}

// paintTask shows the state of a task as a sign with a name: a box that
// nobody can tick is no form field.
func paintTask(c *canvas, n *east.TaskCheckBox, entering bool) bool {
	switch {
	case !entering:
	case n.IsChecked:
		c.put(`<span class="task" role="img" aria-label="`, c.words.done, `">☑</span> `)
	default:
		c.put(`<span class="task" role="img" aria-label="`, c.words.open, `">☐</span> `)
	}
	return true
}

func paintFootnotes(c *canvas, _ *east.FootnoteList, entering bool) bool {
	if entering {
		c.put(`<section class="footnotes" role="doc-endnotes" aria-label="`, c.words.footnotes, "\">\n<ol>\n")
	} else {
		c.WriteString("</ol>\n</section>\n")
	}
	return true
}

func paintFootnote(c *canvas, n *east.Footnote, entering bool) bool {
	if entering {
		c.put(`<li id="`, c.noteIDs[n.Index], "\">\n")
	} else {
		c.WriteString("</li>\n")
	}
	return true
}

func paintFootnoteMark(c *canvas, n *east.FootnoteLink, entering bool) bool {
	if !entering {
		return true
	}
	number := strconv.Itoa(n.Index)
	c.put(`<sup class="footnote-ref" id="`, c.markIDs[n], `">`)
	if c.inLink {
		c.WriteString(number + "</sup>")
		return true
	}
	c.put(`<a href="#`, c.noteIDs[n.Index], `" role="doc-noteref" aria-label="`, c.words.footnote+" "+number, `">`+number+"</a></sup>")
	return true
}

// paintFootnoteBack leads back to a mark; one that is not on the page (in the
// text of an image) has no way back.
func paintFootnoteBack(c *canvas, n *east.FootnoteBacklink, entering bool) bool {
	marks := c.marked[n.Index]
	if entering && n.RefIndex < len(marks) {
		label := c.words.back
		if len(marks) > 1 {
			label += " " + strconv.Itoa(n.RefIndex+1)
		}
		c.put(` <a class="footnote-back" href="#`, marks[n.RefIndex], `" role="doc-backlink" aria-label="`, label, `">↩</a>`)
	}
	return true
}
