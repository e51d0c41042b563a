package source

import (
	"bytes"
	"math"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/cxbook/cxbook/generator/diag"
)

// scalar converts a single value. Only what stands in the text without
// quotation marks can be anything but a string.
func (d *decoder) scalar(y *yaml.Node, in inside) *Node {
	n := &Node{Kind: String, Text: y.Value}
	d.endScalar(y, n, in)
	if n.Style != Plain || y.Style&yaml.TaggedStyle != 0 {
		return n
	}
	switch y.Value {
	case "", "~", "null", "Null", "NULL":
		n.Kind, n.Text = Null, ""
	case "true", "True", "TRUE":
		n.Kind, n.Text = Bool, "true"
	case "false", "False", "FALSE":
		n.Kind, n.Text = Bool, "false"
	default:
		d.number(n)
	}
	return n
}

// number makes a Node a Number if every program would read it as the same
// one. What some would and others would not must be quoted.
func (d *decoder) number(n *Node) {
	if !strings.ContainsRune("+-.0123456789", rune(n.Text[0])) {
		return
	}
	switch {
	case isJSONNumber(n.Text):
		n.Kind = Number
	case numberLike.MatchString(n.Text):
		n.Doubtful = true
		d.find(diag.New(diag.UnquotedNumber, n.At, "value", n.Text))
	}
}

// jsonNumber is RFC 8259's grammar of numbers.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?$`)

// maxDigits bounds numbers, because exact arithmetic on them is not free.
const maxDigits = 40

func isJSONNumber(s string) bool {
	if len(s) > maxDigits || !jsonNumber.MatchString(s) {
		return false
	}
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && !math.IsInf(f, 0)
}

// numberLike is what one version of YAML or another takes for a number:
// octal, hexadecimal and binary ones, underscores, a plus, a bare decimal
// point, sixties (190:20:30), infinity and not-a-number.
var numberLike = regexp.MustCompile(`^[-+]?(` +
	`0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+` +
	`|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?` +
	`|\.[0-9][0-9_]*([eE][-+]?[0-9]+)?` +
	`|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?` +
	`|\.(inf|Inf|INF|nan|NaN|NAN)` +
	`)$`)

// lookInside reports a hidden character that a text in double quotation marks
// spells as an escape. Those that stand in the file itself were seen before.
func (d *decoder) lookInside(n *Node, written []byte) {
	if bytes.IndexByte(written, '\\') < 0 {
		return
	}
	spelt := -countHidden(string(written))
	for _, r := range n.Text {
		if !isHidden(r) {
			continue
		}
		if spelt++; spelt > 0 {
			d.find(hiddenAt(n.At, r))
			return
		}
	}
}

func countHidden(s string) int {
	n := 0
	for _, r := range s {
		if isHidden(r) {
			n++
		}
	}
	return n
}

// endScalar moves the cursor from the start of a scalar to its end, and notes
// its place and how it was written.
func (d *decoder) endScalar(y *yaml.Node, n *Node, in inside) {
	start, from := d.at, d.offset
	end := from
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		n.Style, end = Quoted, doubleQuotedEnd(d.data, from)
	case y.Style&yaml.SingleQuotedStyle != 0:
		n.Style, end = Quoted, singleQuotedEnd(d.data, from)
	case y.Style&yaml.LiteralStyle != 0:
		b := readBlock(d.data, from, in.indent)
		n.Style, n.column, end = Literal, b.indent+1, b.end
	case y.Style&yaml.FoldedStyle != 0:
		n.Style, end = Folded, readBlock(d.data, from, in.indent).end
	default:
		end = plainEnd(d.data, from, y.Value)
		d.dashes(from, end)
	}
	d.advance(d.data, end)
	n.At = d.span(start)
	if y.Style&yaml.DoubleQuotedStyle != 0 {
		d.lookInside(n, d.data[from:end])
	}
}

// dashes reports a line of an unquoted text that starts with a dash: an item
// of a list that is indented too far, which YAML takes for more of the text
// above it.
func (d *decoder) dashes(from, end int) {
	i := from
	for {
		i = lineEnd(d.data[:end], i)
		i = skipSpace(d.data[:end], i)
		if i >= end {
			return
		}
		if d.data[i] == '-' && i+1 < end && d.data[i+1] == ' ' {
			item := decoder{text: d.text, cursor: d.cursor}
			item.advance(d.data, i)
			start := item.at
			item.advance(d.data, lineEnd(d.data[:end], i))
			d.find(diag.New(diag.BadYAML, item.span(start)).As("list"))
			return
		}
	}
}

func doubleQuotedEnd(data []byte, from int) int {
	for i := from + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

func singleQuotedEnd(data []byte, from int) int {
	for i := from + 1; i < len(data); i++ {
		if data[i] != '\'' {
			continue
		}
		if i+1 == len(data) || data[i+1] != '\'' {
			return i + 1
		}
		i++
	}
	return len(data)
}

// plainEnd walks a text without quotation marks along its value, in which
// line breaks and indentation were folded into single spaces.
func plainEnd(data []byte, from int, value string) int {
	rest := data[from:]
	if len(rest) >= len(value) && string(rest[:len(value)]) == value {
		return from + len(value)
	}
	i := from
	for _, word := range strings.FieldsFunc(value, isYAMLSpace) {
		i += len(data[i:]) - len(bytes.TrimLeft(data[i:], " \t\n"))
		if !bytes.HasPrefix(data[i:], []byte(word)) {
			return i
		}
		i += len(word)
	}
	return i
}

func isYAMLSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

// A block is where a | or > scalar's lines stand.
type block struct {
	indent int // of its lines; -1 where there are none
	end    int // after its last character
}

// readBlock reads the block scalar whose | or > is at from, in a collection
// that is indented by parent.
func readBlock(data []byte, from, parent int) block {
	header := from + 1
	for header < len(data) && strings.IndexByte("+-0123456789", data[header]) >= 0 {
		header++
	}
	b := block{end: header, indent: -1}
	least := parent + 1
	if digit := bytes.IndexAny(data[from:header], "123456789"); digit >= 0 {
		least = max(parent, 0) + int(data[from+digit]-'0')
		b.indent = least
	}
	offset := min(lineEnd(data, header)+1, len(data))
	for line := range bytes.Lines(data[offset:]) {
		if content := bytes.TrimRight(line, " \t\n"); len(content) > 0 {
			indent := len(content) - len(bytes.TrimLeft(content, " "))
			if indent < max(least, b.indent) {
				break
			}
			if b.indent < 0 {
				b.indent = indent
			}
			b.end = offset + len(bytes.TrimSuffix(line, []byte("\n")))
		}
		offset += len(line)
	}
	return b
}

// closeFlow moves the cursor from the last item of a [list] or {group} past
// its closing bracket. A block collection ends where its last item does.
func (d *decoder) closeFlow(y *yaml.Node, bracket byte) {
	i := d.offset
	if len(y.Content) == 0 {
		i++
	}
	for i < len(d.data) && d.data[i] != bracket {
		if d.data[i] == '#' {
			i = lineEnd(d.data, i)
		} else {
			i++
		}
	}
	d.advance(d.data, min(i+1, len(d.data)))
}

// bracketed tells whether the collection at the cursor has brackets of its
// own. The one flow collection without is the pair in [key: value].
func (d *decoder) bracketed(y *yaml.Node) bool {
	if y.Style&yaml.FlowStyle == 0 || d.offset >= len(d.data) {
		return false
	}
	if y.Kind == yaml.SequenceNode {
		return true
	}
	pair := len(y.Content) > 0 && y.Content[0].Line == y.Line && y.Content[0].Column == y.Column
	return d.data[d.offset] == '{' && !pair
}

// lineEnd returns the offset of the line break at or after i.
func lineEnd(data []byte, i int) int {
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(data)
}

// wordEnd returns where an anchor or a tag ends.
func wordEnd(data []byte, i int) int {
	if n := bytes.IndexAny(data[i:], " \t\n,[]{}"); n > 0 {
		return i + n
	}
	return len(data)
}

// skipSpace returns the offset of the next character that is neither white
// space nor in a comment.
func skipSpace(data []byte, i int) int {
	for i < len(data) {
		switch data[i] {
		case ' ', '\t', '\n':
			i++
		case '#':
			i = lineEnd(data, i)
		default:
			return i
		}
	}
	return i
}
