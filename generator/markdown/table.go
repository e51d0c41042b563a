package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/cxbook/cxbook/generator/diag"
)

// tables guards the parser of tables: goldmark pads every row to the width of
// the first, so that a small file can ask for millions of cells.
type tables struct{ parser.ParagraphTransformer }

// maxEscapes bounds \| in tables: goldmark compares each with every code span.
const maxEscapes = 1_000

// Transform makes a table of the paragraph if it is one and small enough.
func (t tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := paragraphLines(node)
	rule := tableRule(lines, reader.Source())
	if rule < 1 {
		return
	}
	r := readingOf(pc)
	if !r.affords(lines[rule-1:], reader.Source()) {
		return
	}
	blamed := map[int]bool{} // rows whose cells are too many for that reason
	for i, line := range lines[rule-1:] {
		if i != 1 {
			blamed[i] = r.pipesInLinks(line)
		}
	}
	r.lostCells(lines[rule-1:], blamed)
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// lostCells reports rows with more cells than the head has columns: what is in
// the others is not on the page. lines[1] is the rule under the head; blamed are
// rows about which it has been said why.
func (r *reading) lostCells(lines []text.Segment, blamed map[int]bool) {
	columns := cellsOf(lines[0].Value(r.in.Body))
	if columns != cellsOf(lines[1].Value(r.in.Body)) {
		return // it is no table
	}
	for i, line := range lines {
		value := line.Value(r.in.Body)
		if cells := cellsOf(value); i > 1 && cells > columns && !blamed[i] {
			trimmed := bytes.TrimSpace(value)
			from := line.Start + bytes.Index(value, trimmed)
			r.find(diag.New(diag.LostCells, r.at.span(from, from+len(trimmed)), "cells", strconv.Itoa(cells), "columns", strconv.Itoa(columns)))
		}
	}
}

// cellsOf counts the cells of a row: a pipe ends a cell wherever it stands, also
// in code, unless a backslash is before it.
func cellsOf(row []byte) int {
	row = bytes.TrimSpace(row)
	row = bytes.TrimPrefix(row, []byte("|"))
	if bytes.HasSuffix(row, []byte("|")) && !bytes.HasSuffix(row, []byte(`\|`)) {
		row = row[:len(row)-1]
	}
	return 1 + bytes.Count(row, []byte("|")) - bytes.Count(row, []byte(`\|`))
}

func paragraphLines(node *ast.Paragraph) []text.Segment {
	n := node.Lines()
	return append([]text.Segment(nil), n.Sliced(0, n.Len())...)
}

// tableRule returns the index of the first line such as |---|:-:| below
// another line, or -1.
func tableRule(lines []text.Segment, source []byte) int {
	for i, line := range lines {
		value := bytes.TrimSpace(line.Value(source))
		if i > 0 && bytes.ContainsAny(value, "-") && len(bytes.Trim(value, "-|: \t")) == 0 && bytes.ContainsAny(value, "|:") {
			return i
		}
	}
	return -1
}

// affords counts the cells that the lines of a table would become, the first
// line being its head.
func (r *reading) affords(lines []text.Segment, source []byte) bool {
	columns, escapes := 0, 0
	for i, line := range lines {
		value := line.Value(source)
		if i < 2 {
			columns = max(columns, bytes.Count(value, []byte{'|'})+1)
		}
		escapes += bytes.Count(value, []byte(`\|`))
	}
	cells := columns * len(lines)
	if r.cells+cells > MaxCells || r.escapes+escapes > maxEscapes {
		r.limit(limitTable, lines[0].Start, MaxCells)
		return false
	}
	r.cells += cells
	r.escapes += escapes
	return true
}

var labelledWikiLink = regexp.MustCompile(`\[\[([^\[\]|\n]*[^\[\]|\n\\])\|[^\[\]\n]*\]\]`)

// pipesInLinks reports [[POL-001|label]] in a table's row, where the pipe
// ends the cell in the middle of the link, and tells whether there was any. In
// the head, one cell too many even makes the table no table.
func (r *reading) pipesInLinks(line text.Segment) (found bool) {
	value := r.in.Body[line.Start:line.Stop]
	ticks, counted := 0, 0
	for _, m := range labelledWikiLink.FindAllSubmatchIndex(value, -1) {
		ticks += bytes.Count(value[counted:m[0]], []byte{'`'})
		counted = m[0]
		if ticks%2 == 1 {
			continue // in a code span, which is no link
		}
		target := strings.TrimSpace(string(value[m[2]:m[3]]))
		r.find(diag.New(diag.PipeInTable, r.at.span(line.Start+m[0], line.Start+m[1]), "target", target))
		found = true
	}
	return found
}
