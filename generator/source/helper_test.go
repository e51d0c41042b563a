package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
)

// brief writes findings one a line: code, variant, place.
func brief(l diag.List) string {
	var b strings.Builder
	for _, d := range l.Tidy() {
		b.WriteString(string(d.Code))
		if d.Message.Key != "" {
			b.WriteString("/" + d.Message.Key)
		}
		fmt.Fprintf(&b, " %s\n", between(d.At))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func between(s diag.Span) string {
	return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
}

// cutOut returns what stands at a span of a text, counting characters the
// slow way.
func cutOut(t *testing.T, file string, at diag.Span) string {
	t.Helper()
	from, to := slowOffset(file, at.Start), slowOffset(file, at.End)
	if from < 0 || to < from {
		t.Fatalf("span %s lies outside the text %q", between(at), file)
	}
	return string([]rune(file)[from:to])
}

// slowOffset returns a rune offset, -1 for a place that does not exist.
func slowOffset(file string, p diag.Position) int {
	line, column := 1, 1
	runes := []rune(file)
	for i, r := range runes {
		if line == p.Line && column == p.Column {
			return i
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	if line == p.Line && column == p.Column {
		return len(runes)
	}
	return -1
}

// places lists what stands in the file for each key and value of a tree, by
// pointer; keys are listed as their own text.
func places(t *testing.T, file string, n *Node, pointer string, out map[string]string) {
	t.Helper()
	out[pointer] = cutOut(t, file, n.At)
	for i, item := range n.Items {
		places(t, file, item, fmt.Sprintf("%s/%d", pointer, i), out)
	}
	for _, f := range n.Fields {
		out[pointer+"/"+f.Key+" key"] = cutOut(t, file, f.KeyAt)
		places(t, file, f.Value, pointer+"/"+f.Key, out)
	}
}
