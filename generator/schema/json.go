package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// readJSON turns a schema file into Nodes, because they keep the order of
// keys and know their places, which encoding/json's own values do not. The
// finding is nil where the text is JSON without doubled keys.
func readJSON(name string, text []byte) (*source.Node, *diag.Diagnostic) {
	places := newPlaces(name, text)
	if !utf8.Valid(text) {
		d := diag.New(diag.NotUTF8, places.span(0, 0))
		return nil, &d
	}
	// The token reader forgives what the whole decoder does not, so ask that first.
	var whole json.RawMessage
	if err := json.Unmarshal(text, &whole); err != nil {
		at := len(text)
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at = max(0, int(syntax.Offset)-1)
		}
		d := diag.New(diag.BadSchema, places.span(at, at+1)).As("json")
		return nil, &d
	}
	r := reader{text: text, places: places, tokens: json.NewDecoder(bytes.NewReader(text))}
	r.tokens.UseNumber()
	root := r.value(1)
	return root, r.problem
}

// A reader builds Nodes from tokens of text that is known to be JSON.
type reader struct {
	text    []byte
	places  *places
	tokens  *json.Decoder
	problem *diag.Diagnostic // the first one
}

// next returns the next token and where it stands.
func (r *reader) next() (json.Token, int, int) {
	from := int(r.tokens.InputOffset())
	token, _ := r.tokens.Token()
	to := int(r.tokens.InputOffset())
	for from < to && strings.IndexByte(" \t\r\n,:", r.text[from]) >= 0 {
		from++
	}
	return token, from, to
}

func (r *reader) value(depth int) *source.Node {
	token, from, to := r.next()
	n := &source.Node{At: r.places.span(from, to)}
	switch t := token.(type) {
	case json.Delim:
		if depth > source.MaxDepth {
			r.complain(diag.New(diag.TooDeep, n.At, "limit", number(source.MaxDepth)))
		}
		r.children(n, t, depth)
		n.At.End = r.places.at(int(r.tokens.InputOffset()))
	case string:
		n.Kind, n.Text, n.Style = source.String, t, source.Quoted
	case json.Number:
		n.Kind, n.Text = source.Number, t.String()
	case bool:
		n.Kind, n.Text = source.Bool, "false"
		if t {
			n.Text = "true"
		}
	}
	return n
}

// children reads a list or a map up to and with its closing bracket.
func (r *reader) children(n *source.Node, open json.Delim, depth int) {
	n.Kind = source.List
	if open == '{' {
		n.Kind = source.Map
	}
	seen := map[string]diag.Span{}
	for r.tokens.More() {
		if n.Kind == source.List {
			n.Items = append(n.Items, r.value(depth+1))
			continue
		}
		token, from, to := r.next()
		key, _ := token.(string)
		f := source.Field{Key: key, KeyAt: r.places.span(from, to), Value: r.value(depth + 1)}
		if first, twice := seen[key]; twice {
			r.complain(diag.New(diag.DuplicateKey, f.KeyAt, "key", key).See(first, "first"))
			continue
		}
		seen[key] = f.KeyAt
		n.Fields = append(n.Fields, f)
	}
	_, _ = r.tokens.Token()
}

func (r *reader) complain(d diag.Diagnostic) {
	if r.problem == nil {
		r.problem = &d
	}
}

// places turns offsets in a text into positions.
type places struct {
	name  string
	text  []byte
	lines []int // offset of the start of each line
}

func newPlaces(name string, text []byte) *places {
	p := &places{name: name, text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	return p
}

func (p *places) at(offset int) diag.Position {
	offset = min(offset, len(p.text))
	line, found := slices.BinarySearch(p.lines, offset)
	if !found {
		line--
	}
	return diag.Position{Line: line + 1, Column: utf8.RuneCount(p.text[p.lines[line]:offset]) + 1}
}

func (p *places) span(from, to int) diag.Span {
	return diag.Span{File: p.name, Start: p.at(from), End: p.at(to)}
}

// writeJSON appends the node as compact JSON, keys in their order.
func writeJSON(b *bytes.Buffer, n *source.Node) {
	switch n.Kind {
	case source.List:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case source.Map:
		b.WriteByte('{')
		for i, f := range n.Fields {
			if i > 0 {
				b.WriteByte(',')
			}
			writeString(b, f.Key)
			b.WriteByte(':')
			writeJSON(b, f.Value)
		}
		b.WriteByte('}')
	case source.String:
		writeString(b, n.Text)
	case source.Null:
		b.WriteString("null")
	default:
		b.WriteString(n.Text)
	}
}

// writeString keeps <, > and & readable: nothing here ends up inside HTML.
func writeString(b *bytes.Buffer, s string) {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	b.Truncate(b.Len() - 1)
}
