package source

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

// A sheet is a text by lines of characters, to look up places in.
type sheet struct {
	lines [][]rune
	first int // line number of the first
}

func sheetOf(data []byte, first int) sheet {
	s := sheet{first: first}
	for line := range strings.SplitSeq(string(clean(data)), "\n") {
		s.lines = append(s.lines, []rune(line))
	}
	return s
}

// cut returns what stands at a span, and fails where that is no place.
func (s sheet) cut(t *testing.T, at diag.Span) string {
	t.Helper()
	for _, p := range []diag.Position{at.Start, at.End} {
		line := p.Line - s.first
		if line < 0 || line >= len(s.lines) || p.Column < 1 || p.Column > len(s.lines[line])+1 {
			t.Fatalf("%s lies outside the text", between(at))
		}
	}
	from, to := at.Start.Line-s.first, at.End.Line-s.first
	if compare(at.Start, at.End) > 0 {
		t.Fatalf("%s ends before it starts", between(at))
	}
	if from == to {
		return string(s.lines[from][at.Start.Column-1 : at.End.Column-1])
	}
	out := string(s.lines[from][at.Start.Column-1:])
	for _, line := range s.lines[from+1 : to] {
		out += "\n" + string(line)
	}
	return out + "\n" + string(s.lines[to][:at.End.Column-1])
}

func compare(a, b diag.Position) int {
	if a.Line != b.Line {
		return a.Line - b.Line
	}
	return a.Column - b.Column
}

// checkTree checks that every value stands where its span says, and within
// what holds it.
func (s sheet) checkTree(t *testing.T, n *Node) {
	t.Helper()
	written := s.cut(t, n.At)
	s.checkWritten(t, n, written)
	for offset := range 3 {
		p := n.Position(offset)
		s.cut(t, diag.Span{Start: p, End: p})
	}
	for _, item := range n.Items {
		checkHolds(t, n, item.At)
		s.checkTree(t, item)
	}
	for _, f := range n.Fields {
		s.cut(t, f.KeyAt)
		checkHolds(t, n, f.KeyAt)
		checkHolds(t, n, f.Value.At)
		s.checkTree(t, f.Value)
	}
}

func checkHolds(t *testing.T, n *Node, at diag.Span) {
	t.Helper()
	if compare(n.At.Start, at.Start) > 0 || compare(at.End, n.At.End) > 0 {
		t.Errorf("%s is not within %s", between(at), between(n.At))
	}
}

func (s sheet) checkWritten(t *testing.T, n *Node, written string) {
	t.Helper()
	ok := true
	switch {
	case n.Kind == List:
		ok = strings.HasPrefix(written, "-") || strings.HasPrefix(written, "[") && strings.HasSuffix(written, "]")
	case n.Kind == Map:
	case n.Style == Quoted:
		ok = len(written) >= 2 && written[0] == written[len(written)-1] && strings.Contains(`'"`, written[:1])
	case n.Style == Literal:
		ok = strings.HasPrefix(written, "|")
	case n.Style == Folded:
		ok = strings.HasPrefix(written, ">")
	case n.Kind == String || n.Kind == Number:
		ok = slices.Equal(strings.FieldsFunc(written, isYAMLSpace), strings.FieldsFunc(n.Text, isYAMLSpace))
	}
	if !ok {
		t.Errorf("%s is %q, which is no %v %q", between(n.At), written, n.Kind, n.Text)
	}
}

func (s sheet) checkFindings(t *testing.T, findings diag.List) {
	t.Helper()
	for _, d := range findings {
		if d.Code == diag.Crashed {
			t.Fatalf("crashed: %s", d.Text("en"))
		}
		s.cut(t, d.At)
		for _, r := range d.Related {
			s.cut(t, r.At)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"id: POL-001\ntitle: \"Zażółć\"\n", "a: |\n  b\n\n  c\nd: >-\n e\n", "a: [b, {c: d}, 'e']\n", "? a\n: - b\n  - c: d\n",
		"a: &x 007\nb: *x\n<<: {c: !!str d}\n", "a: b\n  c\n\n  d # e\n", "{a: , ? b, [c]: d}", "- - - a\n  - b\n-\n- ~\n", "a: |2-\n   b\n",
		"a: \"b\\\n  c\"\n", "\ufeffa: b\r\nc: d\r", "a: \"\\u202e\"", "--- !t\n&a\n- &b c", "a: 'x\ny: z", "a: [\nb: c", "a: x\n  - y\n", "!!str : a", "- |\n- >\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const first = 7
		if !utf8.Valid(data) {
			t.Skip() // columns count characters
		}
		root, findings := Decode("f", data, first)
		s := sheetOf(data, first)
		s.checkFindings(t, findings)
		if root == nil {
			if len(findings) == 0 {
				t.Error("neither a Node nor a finding")
			}
			return
		}
		if len(findings) > 0 { // the text was mended before it was read
			s.cut(t, root.At)
		} else {
			s.checkTree(t, root)
		}
		out, err := json.Marshal(root.JSON())
		if err != nil || !json.Valid(out) {
			t.Errorf("no JSON: %v", err)
		}
	})
}

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"---\nid: x\n---\nBody\n---\n", "\ufeff---\r\nid: x\r\n---\r\nBody", " ---\na: |\n  b\n  ---\n  c\n---\nd", "---", "---\n---", "\n\n--- \n\n---\t\nx",
		"---\na: 'b\n ---\nc'\n---", "---\n<<<<<<< a\n---\n", "---\nid: [\n---\n", "\u00a0---\nid: x\n---\u0085\nBody", "x", "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			t.Skip()
		}
		file := &File{Name: "f"}
		findings := file.parse(data)
		s := sheetOf(data, 1)
		s.checkFindings(t, findings)
		switch {
		case file.Front != nil && len(findings) == 0 && len(file.Front.Fields) > 0:
			s.checkTree(t, file.Front)
		case file.Front == nil && len(findings) == 0:
			t.Error("neither front matter nor a finding")
		}
		if file.Body != nil {
			checkParts(t, data, file)
		}
	})
}

// checkParts checks that fence, front matter, fence and body are the file.
func checkParts(t *testing.T, data []byte, file *File) {
	t.Helper()
	whole := string(clean(data))
	p, _ := text{name: "f", data: clean(data), line: 1}.split()
	front, body := string(p.front.data), string(file.Body)
	if !strings.HasSuffix(whole, body) {
		t.Fatalf("body %q is not the end of %q", body, whole)
	}
	head := strings.TrimSuffix(whole, body)
	if want := 1 + strings.Count(head, "\n"); file.BodyLine != want {
		t.Errorf("body %q on line %d, not %d", body, file.BodyLine, want)
	}
	rest, closing := cutLastLine(head)
	rest, ok := strings.CutSuffix(rest, front)
	before, opening := cutLastLine(rest)
	if !ok || strings.TrimSpace(before) != "" || strings.TrimSpace(opening) != "---" || strings.TrimSpace(closing) != "---" {
		t.Errorf("%q + %q + %q + %q is not %q", opening, front, closing, body, whole)
	}
}

// cutLastLine splits off the last line, with its line break.
func cutLastLine(s string) (before, line string) {
	i := strings.LastIndexByte(strings.TrimSuffix(s, "\n"), '\n') + 1
	return s[:i], s[i:]
}
