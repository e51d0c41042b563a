// Package series reads the data files that stand beside records, and has the
// arithmetic of what is measured.
//
// In: the bytes of a CSV file, and the columns that are wanted of it; counts and
// values of a sample (measure.go).
// Out: its rows, one at a time, each value with its place, and findings about
// what cannot be read and what must not be there; estimates with their
// intervals, each by a formula whose source its comment names.
//
// A file is as spreadsheets save it: separated by commas, semicolons or tabs,
// with or without a byte order mark, quoted where need be. It has to be UTF-8,
// since a guess at another encoding would put other letters into names without
// anybody noticing. Columns are found by their names in the first line, in any
// order; those that nobody wants are passed over, but for what looks like data
// about people.
//
// The package opens nothing, and knows neither records nor days.
package series

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
)

// MaxFindings is after how many findings a file is known to be faulty.
const MaxFindings = 20

// An Input is a data file.
type Input struct {
	Name    string // how findings call it
	Data    []byte
	Columns []Column // that are wanted
	// Headings says what the file calls a column, where that is not its name.
	Headings map[string]string
	// Skip is how many rows below the first are no data: survey tools write the
	// questions there.
	Skip int
}

// heading returns what the file calls a column, folded.
func (in Input) heading(column string) string {
	if h, ok := in.Headings[column]; ok {
		return fold(h)
	}
	return column
}

func fold(heading string) string { return strings.ToLower(strings.Join(strings.Fields(heading), " ")) }

// Has reports whether the file has a column of that name; a file that cannot
// be read has none.
func (in Input) Has(column string) bool {
	data := bytes.TrimPrefix(in.Data, bom)
	c := csv.NewReader(bytes.NewReader(data))
	c.Comma, c.FieldsPerRecord = separator(data), -1
	names, err := c.Read()
	return err == nil && slices.ContainsFunc(names, func(n string) bool { return fold(n) == in.heading(column) })
}

var bom = []byte("\ufeff")

// A Column is wanted of a file by its name.
type Column struct {
	Name     string
	Optional bool
}

// Read calls row for every line of data, in the order of the file.
func Read(in Input, row func(Row)) diag.List {
	r := reading{in: in, data: bytes.TrimPrefix(in.Data, bom)}
	if at := badByte(r.data); at >= 0 {
		return diag.List{diag.New(diag.NotUTF8, r.placeOf(at)).As(encoding(r.data)).Suggest("table")}
	}
	r.csv = csv.NewReader(bytes.NewReader(r.data))
	r.csv.Comma, r.csv.FieldsPerRecord, r.csv.ReuseRecord = separator(r.data), -1, true
	if !r.head() {
		return r.found
	}
	for r.next() {
		row(Row{&r})
	}
	return r.found
}

// A reading is a file while it is read.
type reading struct {
	in      Input
	data    []byte
	csv     *csv.Reader
	width   int            // of the head
	heads   []string       // folded
	columns map[string]int // that are wanted → which of a line's values; lacking where it is not there
	skip    int            // how many rows are still to be passed over
	line    []string       // that was read last
	start   int64          // offset of the line
	found   diag.List

	counted int64 // up to where line breaks were counted
	breaks  int
}

func (r *reading) report(d diag.Diagnostic) { r.found = append(r.found, d) }

// head reads the names of the columns, and reports whether all that are
// needed are there.
func (r *reading) head() bool {
	names, err := r.csv.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			r.report(diag.New(diag.BadTable, r.placeOf(0)).As("empty"))
		} else {
			r.faulty(err)
		}
		return false
	}
	r.line, r.width, r.columns, r.skip = names, len(names), map[string]int{}, r.in.Skip
	for _, name := range names {
		r.heads = append(r.heads, fold(name))
	}
	for i, name := range r.heads {
		if personal(name) && !r.asked(name) {
			r.report(diag.New(diag.PersonalData, r.place(i), "column", name).Suggest("column", "column", name))
		}
	}
	for _, c := range r.in.Columns {
		heading := r.in.heading(c.Name)
		if i := slices.Index(r.heads, heading); i >= 0 {
			r.columns[c.Name] = i
			continue
		}
		if _, mapped := r.in.Headings[c.Name]; c.Optional && !mapped {
			continue
		}
		d := diag.New(diag.MissingColumn, r.placeOf(0), "column", heading, "columns", strings.Join(r.wanted(), ", "))
		if near, ok := nearest.Nearest(heading, r.unknown()); ok {
			d = d.Suggest("near", "suggestion", near, "column", heading)
		}
		r.report(d)
	}
	return len(r.found) == 0
}

// asked reports whether a column is wanted by the very name that it has, as
// the names of holidays are.
func (r *reading) asked(heading string) bool {
	return slices.ContainsFunc(r.in.Columns, func(c Column) bool { return c.Name == heading })
}

// wanted returns the names of the columns that a file has to have.
func (r *reading) wanted() []string {
	var out []string
	for _, c := range r.in.Columns {
		if !c.Optional {
			out = append(out, r.in.heading(c.Name))
		}
	}
	return out
}

// unknown returns the headings that nobody asked for: one of them may be a
// wanted one, misspelt.
func (r *reading) unknown() []string {
	return slices.DeleteFunc(slices.Clone(r.heads), func(heading string) bool {
		return slices.ContainsFunc(r.in.Columns, func(c Column) bool { return r.in.heading(c.Name) == heading })
	})
}

// next reads a line of data.
func (r *reading) next() bool {
	for len(r.found) < MaxFindings {
		r.start = r.csv.InputOffset()
		line, err := r.csv.Read()
		switch {
		case errors.Is(err, io.EOF):
			return false
		case err != nil:
			r.faulty(err)
			return false
		}
		r.line = line
		if r.skip > 0 {
			r.skip--
			r.mail()
			continue
		}
		if len(line) != r.width && !(len(line) == 1 && strings.TrimSpace(line[0]) == "") {
			r.report(diag.New(diag.BadTable, r.place(0), "cells", strconv.Itoa(len(line)), "columns", strconv.Itoa(r.width)).As("cells"))
			continue
		}
		if len(line) == r.width && !blank(line) && !r.mail() {
			return true
		}
	}
	return false
}

// blank reports whether a line has nothing in it, as spreadsheets leave them
// at the end.
func blank(line []string) bool {
	return !slices.ContainsFunc(line, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// mail reports an address of a person among the values, once a line.
func (r *reading) mail() bool {
	for i, value := range r.line {
		if address(value) {
			name := strconv.Itoa(i + 1)
			if i < len(r.heads) {
				name = r.heads[i]
			}
			r.report(diag.New(diag.PersonalData, r.place(i), "column", name).As("mail"))
			return true
		}
	}
	return false
}

// faulty reports a quotation mark that ends the reading.
func (r *reading) faulty(err error) {
	var fault *csv.ParseError
	if !errors.As(err, &fault) {
		fault = &csv.ParseError{StartLine: 1, Line: 1, Column: 1, Err: err}
	}
	line, column := fault.Line, fault.Column
	if errors.Is(fault.Err, csv.ErrQuote) && fault.StartLine < fault.Line {
		line, column = fault.StartLine, 1 // where the quotation that never ends may have begun
	}
	at := diag.Position{Line: line, Column: column}
	start := offsetOfLine(r.data, line)
	end := start + len(bytes.TrimRight(firstLine(r.data[start:]), "\r"))
	at.Column = 1 + utf8.RuneCount(r.data[start:min(start+column-1, end)])
	r.report(diag.New(diag.BadTable, diag.Span{File: r.in.Name, Start: at, End: diag.Position{Line: at.Line, Column: at.Column + 1}}))
}

// place returns where one of the line's values stands.
func (r *reading) place(i int) diag.Span {
	if i >= len(r.line) {
		i = 0
	}
	line, column := r.csv.FieldPos(i)
	start := offsetOfLine(r.data[r.start:], line-r.lineAt(r.start)+1) + int(r.start)
	from := diag.Position{Line: line, Column: column}
	if end := start + column - 1; end <= len(r.data) {
		from.Column = 1 + utf8.RuneCount(r.data[start:end])
	}
	to := from
	if !strings.Contains(r.line[i], "\n") {
		to.Column += utf8.RuneCountInString(r.line[i])
	}
	return diag.Span{File: r.in.Name, Start: from, End: to}
}

// lineAt returns the number of the line that an offset stands on.
// Places are mostly asked for in the order of the file, so it counts on from
// where it counted last.
func (r *reading) lineAt(offset int64) int {
	if offset < r.counted {
		r.counted, r.breaks = 0, 0
	}
	r.breaks += bytes.Count(r.data[r.counted:offset], []byte("\n"))
	r.counted = offset
	return 1 + r.breaks
}

func firstLine(data []byte) []byte {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return line
}

// placeOf returns the place of one byte.
func (r *reading) placeOf(at int) diag.Span {
	line := r.lineAt(int64(at))
	start := offsetOfLine(r.data, line)
	from := diag.Position{Line: line, Column: 1 + utf8.RuneCount(r.data[start:at])}
	return diag.Span{File: r.in.Name, Start: from, End: diag.Position{Line: line, Column: from.Column + 1}}
}

// offsetOfLine returns where the n-th line of a text begins.
func offsetOfLine(data []byte, n int) int {
	at := 0
	for ; n > 1; n-- {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return at
		}
		at += i + 1
	}
	return at
}

// separator returns what separates values: whichever of the usual signs the
// first line has most of.
func separator(data []byte) rune {
	first := firstLine(data)
	best, most := ',', 0
	for _, s := range []rune{',', ';', '\t'} {
		if n := bytes.Count(first, []byte(string(s))); n > most {
			best, most = s, n
		}
	}
	return best
}

// badByte returns the offset of the first byte that is not UTF-8 text, or -1.
func badByte(data []byte) int {
	if utf8.Valid(data) {
		return bytes.IndexByte(data, 0)
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// A Row is a line of data. It holds only while Read's function runs.
type Row struct{ r *reading }

// Has reports whether the row says something in a column.
func (row Row) Has(column string) bool { return row.Text(column) != "" }

// Text returns what stands in a column, without spaces around it; "" where
// the file has no such column.
func (row Row) Text(column string) string {
	if i, ok := row.r.columns[column]; ok && i < len(row.r.line) {
		return strings.TrimSpace(row.r.line[i])
	}
	return ""
}

// At returns the place of a column's value, or that of the whole row. It is
// not for every row: it counts the file's lines.
func (row Row) At(column string) diag.Span { return row.r.place(row.r.columns[column]) }

// Line returns the number of the line that the row begins on.
func (row Row) Line() int {
	line, _ := row.r.csv.FieldPos(0)
	return line
}

// Beginning returns the place where a line of the row's file begins.
func (row Row) Beginning(line int) diag.Span {
	return diag.Span{File: row.r.in.Name, Start: diag.Position{Line: line, Column: 1}, End: diag.Position{Line: line, Column: 2}}
}

// Heading returns what the file calls a column.
func (row Row) Heading(column string) string { return row.r.in.heading(column) }

// Reject reports a value that is not what its column is for; what is one of
// the variants of diag.BadValue.
func (row Row) Reject(column, what string) {
	row.r.report(diag.New(diag.BadValue, row.At(column), "column", row.Heading(column), "value", row.Text(column)).As(what))
}

// Report adds a finding about the row.
func (row Row) Report(d diag.Diagnostic) { row.r.report(d) }
