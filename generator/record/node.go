package record

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// whole returns the whole number under the key, or the fallback where there
// is none; 2.0 is the whole number 2, as it is to JSON Schema.
func whole(n *source.Node, key string, fallback int) int {
	c := n.Get(key)
	if c == nil || c.Kind != source.Number {
		return fallback
	}
	v, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || v < 1 || v > 1e6 || v != float64(int(v)) {
		return fallback
	}
	return int(v)
}

// place is where a finding about the key's value stands: the value, else the
// first key of the map, as everywhere a missing field is meant.
func place(n *source.Node, key string) diag.Span {
	if c := n.Get(key); c != nil {
		return c.At
	}
	return firstKey(n)
}

func firstKey(n *source.Node) diag.Span {
	if len(n.Fields) > 0 {
		return n.Fields[0].KeyAt
	}
	return n.At
}

// top is the place of a finding about a whole file.
func top(name string) diag.Span {
	first := diag.Position{Line: 1, Column: 1}
	return diag.Span{File: name, Start: first, End: first}
}
