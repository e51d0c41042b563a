package source

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// Encode writes a Node as YAML that Decode reads as the same Node, in the way
// that people write it: a field a line, short lists in brackets.
func Encode(n *Node) string {
	var e encoder
	e.fields(n, "")
	return e.String()
}

type encoder struct{ strings.Builder }

// fields writes the fields of a map, each on lines of its own.
func (e *encoder) fields(n *Node, indent string) {
	for i, f := range n.Fields {
		if i > 0 || indent == "" {
			e.WriteString(indent)
		}
		key := f.Key // on is a word as a key, and a flag as a value for many a reader of YAML
		if !plainText.MatchString(key) {
			key = plainOrQuoted(key)
		}
		e.WriteString(key + ":")
		e.value(f.Value, indent)
	}
}

// value writes what stands after a key.
func (e *encoder) value(n *Node, indent string) {
	switch {
	case n.Kind == Map && len(n.Fields) > 0:
		e.WriteString("\n" + indent + "  ")
		e.fields(n, indent+"  ")
	case n.Kind == List && len(n.Items) > 0 && n.Items[0].Kind == Map:
		e.WriteByte('\n')
		for _, item := range n.Items {
			e.WriteString(indent + "  - ")
			e.fields(item, indent+"    ")
		}
	case n.Kind == List:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = scalar(item)
		}
		e.WriteString(" [" + strings.Join(items, ", ") + "]\n")
	default:
		e.WriteString(" " + scalar(n) + "\n")
	}
}

func scalar(n *Node) string {
	switch n.Kind {
	case String:
		return plainOrQuoted(n.Text)
	case Null:
		return "null"
	case Map:
		return "{}"
	}
	return n.Text
}

// plainText is what YAML reads as a text without quotation marks, wherever it
// stands; isoDate is one more that stays as it is (see Decode).
var (
	plainText = regexp.MustCompile(`^\p{L}([\p{L}\p{N}_./#-]| +[\p{L}\p{N}_./])*$`)
	isoDate   = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	reserved  = regexp.MustCompile(`(?i)^(true|false|null|yes|no|on|off|y|n)$`)
)

func plainOrQuoted(s string) string {
	if plainText.MatchString(s) && !reserved.MatchString(s) || isoDate.MatchString(s) {
		return s
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}
