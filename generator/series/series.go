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
// with or without a byte order mark or a first line like sep=;, quoted where need
// be. It has to be UTF-8, since a guess at another encoding would put other
// letters into names without anybody noticing. Columns are found by their names
// in the first line, in any order; those that nobody wants are passed over, but
// for what looks like data about people.
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
	names, err := open(bytes.TrimPrefix(in.Data, bom)).Read()
	return err == nil && slices.ContainsFunc(names, func(n string) bool { return fold(n) == in.heading(column) })
}

var bom = []byte("\ufeff")

// export reports whether the file is what a survey tool or a desk writes: its
// columns have the tool's names, and nobody chose which ones there are.
func (in Input) export() bool { return len(in.Headings) > 0 || in.Skip > 0 }

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
	if at := bytes.IndexByte(r.data, '\r'); at >= 0 && at < len(r.data)-1 && bytes.IndexByte(r.data, '\n') < 0 {
		return diag.List{diag.New(diag.BadTable, r.placeOf(0)).As("returns")}
	}
	r.csv = open(r.data)
	r.csv.ReuseRecord = true
	if !r.head() {
		return r.found
	}
	for r.next() {
		row(Row{&r})
	}
	return r.found
}

// open returns a reader of a table that stands before the names of the columns.
func open(data []byte) *csv.Reader {
	c := csv.NewReader(bytes.NewReader(data))
	c.FieldsPerRecord = -1
	var named bool
	if c.Comma, named = separator(data); named {
		_, _ = c.Read() // it is no line of the table, and has been read
	}
	return c
}

// A reading is a file while it is read.
type reading struct {
	in      Input
	data    []byte
	csv     *csv.Reader
	width   int                // of the head
	titles  []string           // of the columns, as they are written
	heads   []string           // the same, folded
	columns map[string]int     // that are wanted → which of a line's values; lacking where it is not there
	wanted  []bool             // by column: a value is asked for
	people  []bool             // by column: its name is that of data about people
	pending []*diag.Diagnostic // by column: what is to be said of it if it has a value
	refused bool               // it has data about people
	skip    int                // how many rows are still to be passed over
	line    []string           // that was read last
	start   int64              // offset of the line
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
	r.wanted, r.people, r.pending = make([]bool, len(names)), make([]bool, len(names)), make([]*diag.Diagnostic, len(names))
	for _, name := range names {
		r.titles, r.heads = append(r.titles, strings.Join(strings.Fields(name), " ")), append(r.heads, fold(name))
	}
	r.private()
	for _, c := range r.in.Columns {
		heading := r.in.heading(c.Name)
		if i := slices.Index(r.heads, heading); i >= 0 {
			r.columns[c.Name], r.wanted[i] = i, true
			if second := slices.Index(r.heads[i+1:], heading); second >= 0 {
				r.report(diag.New(diag.BadTable, r.place(i+1+second), "column", r.titles[i]).As("twice"))
			}
			continue
		}
		if _, mapped := r.in.Headings[c.Name]; c.Optional && !mapped {
			continue
		}
		d := diag.New(diag.MissingColumn, r.placeOf(0), "column", heading, "columns", strings.Join(r.needed(), ", "))
		if near, ok := nearest.Nearest(heading, r.unknown()); ok {
			d = d.Suggest("near", "suggestion", near, "column", heading)
		}
		r.report(d)
	}
	return len(r.found) == 0
}

// private reports the columns of data about people. Survey tools have some in
// every export, and leave them empty where a survey is anonymous: of an export
// those are reported that have a value.
func (r *reading) private() {
	for i, name := range r.heads {
		if !personal(name) || r.asked(name) {
			continue
		}
		r.people[i] = true
		d := diag.New(diag.PersonalData, r.place(i), "column", r.titles[i]).Suggest("column", "column", r.titles[i])
		if r.in.export() {
			r.pending[i] = &d
		} else {
			r.report(d)
		}
	}
}

// asked reports whether a column is wanted by the very name that it has, as
// the names of holidays are.
func (r *reading) asked(heading string) bool {
	return slices.ContainsFunc(r.in.Columns, func(c Column) bool { return c.Name == heading })
}

// needed returns the names of the columns that a file has to have.
func (r *reading) needed() []string {
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
			r.told()
			continue
		}
		if len(line) != r.width && !(len(line) == 1 && strings.TrimSpace(line[0]) == "") {
			r.report(diag.New(diag.BadTable, r.place(0), "cells", strconv.Itoa(len(line)), "columns", strconv.Itoa(r.width)).As("cells"))
			continue
		}
		if len(line) == r.width && !blank(line) && !r.told() && !r.filled() {
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

// told reports an address or telephone number of a person among the values,
// once a line. Columns that are asked for have no numbers of telephones, but may
// have numbers that look like them.
func (r *reading) told() bool {
	for i, value := range r.line {
		known := i < r.width
		if known && r.people[i] {
			continue // there is a finding on the whole column
		}
		what := ""
		switch {
		case address(value):
			what = "mail"
		case known && !r.wanted[i] && phone(value):
			what = "phone"
		default:
			continue
		}
		name := strconv.Itoa(i + 1)
		if known {
			name = r.titles[i]
		}
		r.report(diag.New(diag.PersonalData, r.place(i), "column", name).As(what))
		return true
	}
	return false
}

// filled reports columns of data about people that have a value on the line. From
// then on no line is given away.
func (r *reading) filled() bool {
	for i, d := range r.pending {
		if d != nil && !masked(r.line[i]) {
			r.report(*d)
			r.pending[i], r.refused = nil, true
		}
	}
	return r.refused
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

// separator returns what separates values: what a first line like sep=; says,
// which some programs write for spreadsheets (named), or else whichever of the
// usual signs the first line has most of.
func separator(data []byte) (sign rune, named bool) {
	first := firstLine(data)
	text := strings.Trim(strings.TrimRight(string(first[:min(len(first), 10)]), "\r"), `"`)
	if len(text) == 5 && strings.EqualFold(text[:4], "sep=") && strings.Contains(",;\t|", text[4:]) {
		return rune(text[4]), true
	}
	most := 0
	sign = ','
	for _, s := range []rune{',', ';', '\t'} {
		if n := bytes.Count(first, []byte(string(s))); n > most {
			sign, most = s, n
		}
	}
	return sign, false
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
func (row Row) Heading(column string) string {
	if i, ok := row.r.columns[column]; ok {
		return row.r.titles[i]
	}
	return row.r.in.heading(column)
}

// Reject reports a value that is not what its column is for; what is one of
// the variants of diag.BadValue.
func (row Row) Reject(column, what string) {
	row.r.report(diag.New(diag.BadValue, row.At(column), "column", row.Heading(column), "value", row.Text(column)).As(what))
}

// Report adds a finding about the row.
func (row Row) Report(d diag.Diagnostic) { row.r.report(d) }
