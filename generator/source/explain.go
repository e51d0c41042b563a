package source

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/cxbook/cxbook/generator/diag"
)

// A problem is YAML that does not parse: what the library says about it, and
// the text, in which the true cause often stands earlier.
type problem struct {
	text
	said    string // the library's words
	context string
	at      int // offset of where the library gave up
	since   int // offset of what it was reading
	before  outline
}

// explain says in plain words what is wrong, at the place of the cause.
func (t text) explain(err error) diag.Diagnostic {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return diag.New(diag.BadYAML, t.span(0, 0), "problem", err.Error())
	}
	p := problem{
		text:    t,
		said:    load.Message,
		context: load.ContextMsg,
		at:      t.offsetOf(load.Mark.Line, load.Mark.Column),
		since:   t.offsetOf(load.ContextMark.Line, load.ContextMark.Column),
	}
	p.before = outline{data: t.data, fresh: true}
	p.before.read(p.at)
	if d, ok := p.character(); ok {
		return d
	}
	if d, ok := p.quote(); ok {
		return d
	}
	return p.structure()
}

// character explains errors that stand at one character.
func (p problem) character() (diag.Diagnostic, bool) {
	switch {
	case p.said == nestedTooDeep:
		return diag.New(diag.TooDeep, p.span(p.at, p.at+1), "limit", strconv.Itoa(MaxDepth)), true
	case p.said == secondDocument:
		return p.as("document", p.at, lineEnd(p.data, p.at)), true
	case strings.HasPrefix(p.said, "unknown anchor"):
		return diag.New(diag.YAMLFeature, p.span(p.at, wordEnd(p.data, p.at))).As("alias"), true
	case strings.Contains(p.said, "tab character"), p.is('\t') && strings.HasPrefix(p.said, "found character"):
		return p.as("tab", p.at, p.at+1), true
	case p.context == "while scanning a block scalar":
		return p.as("block", p.since, lineEnd(p.data, p.since)), true
	case strings.Contains(p.context, "anchor"), strings.Contains(p.context, "alias"), strings.Contains(p.context, " tag"):
		return p.startsWith(p.since), true
	case p.said == "found character that cannot start any token":
		return p.startsWith(p.at), true
	case p.context == "while scanning a directive":
		return p.startsWith(p.since), true
	}
	return diag.Diagnostic{}, false
}

// quote explains errors in and right after quotation marks.
func (p problem) quote() (diag.Diagnostic, bool) {
	if p.context == "while scanning a quoted scalar" {
		switch p.said {
		case "found unexpected end of stream", "found unexpected document indicator":
			return p.unclosedQuote(p.since), true
		}
		return p.as("escape", p.at, p.at+2), true
	}
	q := p.before.quote
	if q.end == 0 || len(bytes.TrimLeft(p.data[q.end:max(p.at, q.end)], " \t")) > 0 {
		return diag.Diagnostic{}, false
	}
	if bytes.IndexByte(p.data[q.start:q.end], '\n') >= 0 {
		return p.unclosedQuote(q.start), true
	}
	return p.as("after", p.at, lineEnd(p.data, p.at)), true
}

// unclosedQuote points at a quotation mark and what follows on its line.
func (p problem) unclosedQuote(start int) diag.Diagnostic {
	return p.as("unclosed-quote", start, lineEnd(p.data, start))
}

// structure explains errors in how lines and brackets relate.
func (p problem) structure() diag.Diagnostic {
	if open, ok := p.openBracket(); ok {
		return p.as("bracket", open, open+1)
	}
	switch p.said {
	case "mapping values are not allowed in this context":
		return p.colon()
	case "could not find expected ':'":
		return p.noColon(p.since)
	case "block sequence entries are not allowed in this context":
		return p.as("list", p.at, lineEnd(p.data, p.at))
	case "did not find expected node content":
		return p.startsWith(p.at)
	}
	if !strings.HasPrefix(p.said, "did not find expected") {
		return p.other()
	}
	start := lineStart(p.data, p.at)
	before := bytes.TrimSpace(p.data[start:p.at])
	switch {
	case bytes.HasSuffix(before, []byte("]")), bytes.HasSuffix(before, []byte("}")):
		return p.as("after", p.at, lineEnd(p.data, p.at))
	case p.is(':'):
		return p.colon()
	case len(before) > 0 || p.at == len(p.data):
		return p.other()
	case p.is('-'):
		return p.as("list", p.at, lineEnd(p.data, p.at))
	case p.afterDocument(start):
		return p.as("document", p.at, lineEnd(p.data, p.at))
	}
	return p.as("indent", p.at, lineEnd(p.data, p.at))
}

// other is for what has no plain words of its own.
func (p problem) other() diag.Diagnostic {
	return diag.New(diag.BadYAML, p.span(p.at, lineEnd(p.data, p.at)), "problem", p.said)
}

func (p problem) as(variant string, from, to int) diag.Diagnostic {
	to = min(to, len(p.data))
	return diag.New(diag.BadYAML, p.span(min(from, to), to)).As(variant)
}

// startsWith says that a text cannot start with the character at an offset.
func (p problem) startsWith(at int) diag.Diagnostic {
	c := firstRune(p.data[at:])
	if strings.TrimSpace(c) == "" {
		return p.other()
	}
	return diag.New(diag.BadYAML, p.span(at, at+len(c)), "character", c).As("character")
}

func firstRune(data []byte) string {
	for _, r := range string(data[:min(len(data), 4)]) {
		return string(r)
	}
	return ""
}

func (p problem) is(c byte) bool { return p.at < len(p.data) && p.data[p.at] == c }

// colon explains a colon that opens a field where none can be: within a
// text, or on a line that YAML reads as more of the line above.
func (p problem) colon() diag.Diagnostic {
	start := lineStart(p.data, p.at)
	line := p.data[start:p.at]
	if bytes.Contains(line, []byte(": ")) {
		return p.as("colon", p.at, p.at+1)
	}
	above := lineStart(p.data, start-1)
	for above > 0 && isBlank(p.data[above:start]) {
		above = lineStart(p.data, above-1)
	}
	text := p.data[above:max(start, above)]
	if above < start && indentation(text) == indentation(line) && !opensField(text) {
		return p.noColon(above + indentation(text))
	}
	return p.as("indent", start+indentation(line), p.at)
}

// noColon explains a line that starts at an offset and holds no field.
func (p problem) noColon(start int) diag.Diagnostic {
	end := lineEnd(p.data, start)
	line := p.data[start:end]
	if i := bytes.IndexByte(line, ':'); i > 0 && !opensField(line) {
		return p.as("no-space", start+i, start+i+1)
	}
	return p.as("no-colon", start, start+len(bytes.TrimRight(line, " \t")))
}

// opensField reports whether a line holds a colon that YAML takes for one.
func opensField(line []byte) bool {
	return bytes.Contains(line, []byte(": ")) || bytes.HasSuffix(bytes.TrimSpace(line), []byte(":"))
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// afterDocument reports whether the line above is the ... that ends a
// document.
func (p problem) afterDocument(start int) bool {
	above := lineStart(p.data, start-1)
	return string(bytes.TrimSpace(p.data[above:start])) == "..."
}

// openBracket returns the outermost bracket around the place of the error
// that nothing closes.
func (p problem) openBracket() (int, bool) {
	for _, open := range p.before.open[:min(len(p.before.open), MaxDepth)] {
		if !closes(p.data, open) {
			return open, true
		}
	}
	return 0, false
}
