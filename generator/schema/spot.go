package schema

import (
	"cmp"
	"encoding/json"
	"math/big"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// A spot is a value of a document with how one gets there.
type spot struct {
	node   *source.Node
	key    *source.Field // the innermost key on the way; nil at the root
	direct bool          // key is the value's own key, not that of a list around it
}

// at follows pointer tokens as far as they lead.
func at(root *source.Node, path []string) spot {
	s := spot{node: root}
	for _, token := range path {
		next := spot{key: s.key}
		switch {
		case s.node.Kind == source.Map:
			if next.key = fieldOf(s.node, token); next.key == nil {
				return s
			}
			next.node, next.direct = next.key.Value, true
		case below(s.node, token) != nil:
			next.node = below(s.node, token)
		default:
			return s
		}
		s = next
	}
	return s
}

// pathTo finds the way to a node, or returns nil.
func pathTo(root, n *source.Node) []string {
	for i, item := range root.Items {
		if item == n {
			return []string{number(i)}
		}
		if path := pathTo(item, n); path != nil {
			return append([]string{number(i)}, path...)
		}
	}
	for _, f := range root.Fields {
		if f.Value == n {
			return []string{f.Key}
		}
		if path := pathTo(f.Value, n); path != nil {
			return append([]string{f.Key}, path...)
		}
	}
	return nil
}

// name is what the author calls the value: its key, or that of its list.
func (s spot) name() string {
	if s.key == nil {
		return ""
	}
	return s.key.Key
}

// span is where a fault of the value is shown: the value, or its key where
// there is nothing to see.
func (s spot) span() diag.Span {
	if s.direct && (s.node.At.Start.Line == 0 || s.node.Kind == source.Null) {
		return s.key.KeyAt
	}
	return s.node.At
}

// head is where a missing field is shown: the first key of its object.
func (s spot) head() diag.Span {
	if len(s.node.Fields) > 0 {
		return s.node.Fields[0].KeyAt
	}
	return s.span()
}

// shown is the value as a sentence quotes it.
func (s spot) shown() string {
	if s.node.Kind == source.List || s.node.Kind == source.Map {
		return ""
	}
	return s.node.Text
}

// A valuer turns Nodes into the values that the library validates.
type valuer struct {
	huge []*source.Node // numbers that cannot be computed with
}

// value converts a node. Of doubled keys the first counts. A text of blanks
// says nothing and is judged as an empty one. A number whose
// exponent is beyond all reason becomes 0 and is remembered, because the
// library falls over it.
func (v *valuer) value(n *source.Node) any {
	switch n.Kind {
	case source.Bool:
		return n.Text == "true"
	case source.Number:
		if !computable(n.Text) {
			v.huge = append(v.huge, n)
			return json.Number("0")
		}
		return json.Number(n.Text)
	case source.String:
		if blank(n) {
			return ""
		}
		return n.Text
	case source.List:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = v.value(item)
		}
		return list
	case source.Map:
		m := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			if _, twice := m[f.Key]; !twice {
				m[f.Key] = v.value(f.Value)
			}
		}
		return m
	}
	return nil
}

// blank reports whether there is nothing to read in a value.
func blank(n *source.Node) bool {
	return strings.TrimSpace(n.Text) == "" && len(n.Items)+len(n.Fields) == 0
}

func computable(s string) bool {
	if len(s) < 16 {
		if _, err := strconv.Atoi(s); err == nil {
			return true
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) > 400 {
		return false
	}
	r, ok := new(big.Rat).SetString(s)
	return ok && cmp.Compare(f, 0) == r.Sign()
}
