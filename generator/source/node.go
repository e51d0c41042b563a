package source

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

// Kind is the JSON kind of a Node.
type Kind uint8

// The kinds of Node.
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Map
)

// Style is how a scalar was written, which says where its characters stand.
type Style uint8

// The styles of a scalar.
const (
	Plain Style = iota
	Quoted
	Literal // a | block
	Folded  // a > block
)

// A Node is a value of front matter with its place. Its reading methods
// accept a nil Node, so that a path through missing fields needs no checks.
type Node struct {
	Kind   Kind
	Text   string // of a scalar: the string, the JSON number, "true", "false"
	Style  Style
	At     diag.Span
	Items  []*Node // of a List
	Fields []Field // of a Map, in the order of the file, each key once

	// Doubtful marks what was reported as no plain value already: a number
	// that can be misread, or an alias. Its kind is a guess.
	Doubtful bool

	// column is where the lines of a Literal start.
	column int
}

// A Field is one key of a Map with its value.
type Field struct {
	Key   string
	KeyAt diag.Span
	Value *Node
}

// Entry returns the field of a Map with this key, or nil.
func (n *Node) Entry(key string) *Field {
	if n == nil {
		return nil
	}
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return &n.Fields[i]
		}
	}
	return nil
}

// Get returns the value of a Map's field, or nil where there is none.
func (n *Node) Get(key string) *Node {
	if f := n.Entry(key); f != nil {
		return f.Value
	}
	return nil
}

// Lookup follows a JSON pointer such as /duties/0/role; "" is the Node
// itself. It returns nil where the pointer leads nowhere.
func (n *Node) Lookup(pointer string) *Node {
	if pointer == "" {
		return n
	}
	if pointer[0] != '/' {
		return nil
	}
	for part := range strings.SplitSeq(pointer[1:], "/") {
		if n = n.child(unescape.Replace(part)); n == nil {
			return nil
		}
	}
	return n
}

// unescape undoes the escapes of JSON pointers (RFC 6901).
var unescape = strings.NewReplacer("~1", "/", "~0", "~")

func (n *Node) child(part string) *Node {
	if n.Kind != List {
		return n.Get(part)
	}
	i, err := strconv.Atoi(part)
	if err != nil || i < 0 || i >= len(n.Items) || strconv.Itoa(i) != part {
		return nil
	}
	return n.Items[i]
}

// String returns the text of a string, and "" for anything else.
func (n *Node) String() string {
	if n == nil || n.Kind != String {
		return ""
	}
	return n.Text
}

// Elements returns the things of a list; of no Node it has none.
func (n *Node) Elements() []*Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// Strings returns the texts of a list, leaving out what is no text.
func (n *Node) Strings() []string {
	if n == nil {
		return nil
	}
	var out []string
	for _, item := range n.Items {
		if item.Kind == String {
			out = append(out, item.Text)
		}
	}
	return out
}

// Int returns a whole number, and false for anything else.
func (n *Node) Int() (int, bool) {
	if n == nil || n.Kind != Number {
		return 0, false
	}
	i, err := strconv.Atoi(n.Text)
	return i, err == nil
}

// True reports whether the Node is the boolean true.
func (n *Node) True() bool { return n != nil && n.Kind == Bool && n.Text == "true" }

// JSON returns the value as encoding/json would decode it: map[string]any,
// []any, json.Number, string, bool or nil.
func (n *Node) JSON() any {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case Bool:
		return n.Text == "true"
	case Number:
		return json.Number(n.Text)
	case String:
		return n.Text
	case List:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = item.JSON()
		}
		return list
	case Map:
		object := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			object[f.Key] = f.Value.JSON()
		}
		return object
	}
	return nil
}

// Clone returns a deep copy.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	out := *n
	out.Items = slices.Clone(n.Items)
	for i, item := range out.Items {
		out.Items[i] = item.Clone()
	}
	out.Fields = slices.Clone(n.Fields)
	for i, f := range out.Fields {
		out.Fields[i].Value = f.Value.Clone()
	}
	return &out
}

// With returns a copy of a Map in which the field replaces the one with its
// key, or follows the others. Everything else is shared with the original,
// which stays as it is.
func (n *Node) With(f Field) *Node {
	out := *n
	out.Fields = slices.Clone(n.Fields)
	if old := out.Entry(f.Key); old != nil {
		*old = f
	} else {
		out.Fields = append(out.Fields, f)
	}
	return &out
}

// WithItems returns a copy of a List with other items. The items themselves
// are shared.
func (n *Node) WithItems(items []*Node) *Node {
	out := *n
	out.Items = items
	return &out
}

// Position maps an offset in Text, counted in characters, to its place in
// the file. It is exact for a literal block and for text on one line without
// escapes; elsewhere it is where the value starts.
func (n *Node) Position(offset int) diag.Position {
	start := n.At.Start
	if n.Style == Literal {
		return n.literalPosition(offset)
	}
	quotes := 0
	if n.Style == Quoted {
		quotes = 2
	}
	length := utf8.RuneCountInString(n.Text)
	oneLine := n.At.End.Line == start.Line && n.At.End.Column-start.Column == length+quotes
	if n.Style == Folded || !oneLine || offset < 0 {
		return start
	}
	return diag.Position{Line: start.Line, Column: start.Column + quotes/2 + min(offset, length)}
}

func (n *Node) literalPosition(offset int) diag.Position {
	if n.column == 0 || offset < 0 {
		return n.At.Start
	}
	line := n.At.Start.Line + 1
	for text := range strings.Lines(n.Text) {
		switch length := utf8.RuneCountInString(text); {
		case offset >= length:
			offset -= length
			line++
		case text == "\n": // an empty line need not reach the column
			return diag.Position{Line: line, Column: 1}
		default:
			return diag.Position{Line: line, Column: n.column + offset}
		}
	}
	return n.At.End
}
