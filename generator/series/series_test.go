package series_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/series"
)

var wanted = []series.Column{{Name: "people"}, {Name: "on"}, {Name: "note", Optional: true}}

func read(data string) (rows []string, found diag.List) {
	found = series.Read(series.Input{Name: "a.csv", Data: []byte(data), Columns: wanted}, func(row series.Row) {
		at := row.At("people").Start
		rows = append(rows, fmt.Sprintf("%d:%d %s|%s|%s", at.Line, at.Column, row.Text("people"), row.Text("on"), row.Text("note")))
	})
	return rows, found
}

// Files as spreadsheets of three countries save them say the same.
func TestFormsOfTables(t *testing.T) {
	want := []string{"2:1 3|2026-01-01|żółw; duży, tak", "3:1 4|2026-01-02|"}
	for name, data := range map[string]string{
		"commas":           "people,on,note\n3,2026-01-01,\"żółw; duży, tak\"\n4,2026-01-02,\n",
		"semicolons":       "people;on;note\n3;2026-01-01;\"żółw; duży, tak\"\n4;2026-01-02;",
		"tabs":             "people\ton\tnote\n3\t2026-01-01\tżółw; duży, tak\n4\t2026-01-02\t\n",
		"byte order mark":  "\ufeffpeople;on;note\r\n3;2026-01-01;\"żółw; duży, tak\"\r\n4;2026-01-02;\r\n",
		"capitals, spaces": "People; On ;NOTE\n 3 ; 2026-01-01 ;\"żółw; duży, tak\"\n4;2026-01-02;\n;;\n",
	} {
		rows, found := read(data)
		if diff := cmp.Diff(want, rows); diff != "" || len(found) > 0 {
			t.Errorf("%s: %v %s", name, found, diff)
		}
	}
}

// A first line for spreadsheets says what separates the values, whatever the
// lines below look like; places count it.
func TestSeparatorIsNamed(t *testing.T) {
	for name, data := range map[string]string{
		"a semicolon": "sep=;\r\npeople;on;note\r\n3;2026-01-01;a, b, c, d\r\n",
		"a bar":       "\ufeffSEP=|\npeople|on|note\n3|2026-01-01|a, b, c, d\n",
		"a tab":       "sep=\t\npeople\ton\tnote\n3\t2026-01-01\ta, b, c, d\n",
		"quoted":      "\"sep=;\"\npeople;on;note\n3;2026-01-01;a, b, c, d\n",
		"a comma":     "sep=,\npeople,on,note\n3,2026-01-01,\"a, b, c, d\"\n",
	} {
		rows, found := read(data)
		if diff := cmp.Diff([]string{"3:1 3|2026-01-01|a, b, c, d"}, rows); diff != "" || len(found) > 0 {
			t.Errorf("%s: %v %s", name, found, diff)
		}
		if in := (series.Input{Data: []byte(data)}); !in.Has("people") || in.Has("sep=;") {
			t.Errorf("%s: columns not known", name)
		}
	}
	if _, found := read("sep=;\npeople;on\n3;2026-01-01;x\n"); len(found) != 1 || found[0].At.Start.Line != 3 {
		t.Errorf("a value too many: %v", found)
	}
	if _, found := read("sep=;\n"); len(found) != 1 || found[0].Text("en") != "the data file is empty: there is no row with the names of the columns" {
		t.Errorf("nothing but the separator: %v", found)
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"nothing", "", "1:1 CX430 the data file is empty: there is no row with the names of the columns"},
		{"a column is missing", "on,poeple\n", `1:1 CX431 the data file has no column "people" rename the column "poeple" to "people"`},
		{"columns are missing", "a\n", `1:1 CX431 the data file has no column "people" the columns that are needed: people, on; 1:1 CX431 the data file has no column "on" the columns that are needed: people, on`},
		{"people by name", "people,on,Imię i nazwisko\n", `1:11 CX433 the column "Imię i nazwisko" looks like personal data`},
		{"a column twice", "people,on,People\n", `1:11 CX430 two columns are called "people", and nobody can tell which one counts`},
		{"a column twice that nobody wants", "people,on,x,x,,\n3,2026-01-01,,,,\n", ""},
		{"lines of old Macs", "people,on\r3,2026-01-01\r", "1:1 CX430 the lines end as on old Macs, so the whole file is one line"},
		{"one line of an old Mac", "people,on\r", ""},
		{"an old encoding", "people,on\n3,\xbf\n", "2:3 CX111"},
		{"two bytes a letter", "p\x00e\x00", "1:2 CX111"},
		{"a quotation without end", "people,on\n1,2\n\"3,2026-01-01\n4,5\n", "3:1 CX430 a quotation mark is opened or closed in the wrong place here"},
		{"a quotation mark in a value", "people,on\nż\"3,2026-01-01\n", "2:2 CX430 a quotation mark is opened or closed in the wrong place here"},
		{"a value too many", "people,on\n\n3,2026-01-01,x\n", "3:1 CX430 the row has 3 values, but there are 2 columns"},
		{"a value over two lines", "people,on,note\n1,2026-01-01,\"a\nb\"\n1\n", "4:1 CX430 the row has 1 values, but there are 3 columns"},
	} {
		_, found := read(tt.data)
		var got []string
		for _, d := range found {
			line := fmt.Sprintf("%d:%d %s", d.At.Start.Line, d.At.Start.Column, d.Code)
			if d.Code != diag.NotUTF8 {
				line += " " + d.Text("en")
			}
			if d.Code == diag.MissingColumn {
				line += " " + d.HintText("en")
			}
			got = append(got, line)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, strings.Join(got, "; "), tt.want)
		}
	}
}

// A file that is wrong from beginning to end is not reported line by line.
func TestNoEndOfFindings(t *testing.T) {
	_, found := read("people,on\n" + strings.Repeat("1\n", 10_000))
	if len(found) != series.MaxFindings {
		t.Errorf("%d findings", len(found))
	}
}

// No data makes the reader panic, or gives a place outside the file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"people,on\n1,2\n", "\ufeffpeople;on\n\"1\n2\";3", "\"", "people\r\n\r\n\r1", "a@b.pl,on\nc@d.pl,\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		lines := strings.Split(data, "\n")
		check := func(d diag.Diagnostic) {
			if p := d.At.Start; p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1]))+1 {
				t.Errorf("%q: %s at %v", data, d.Code, p)
			}
		}
		for _, d := range series.Read(series.Input{Name: "a.csv", Data: []byte(data), Columns: wanted}, func(row series.Row) {
			row.Count("people")
			row.Date("on")
		}) {
			check(d)
		}
	})
}

// A place for each row of a long file: 300,000 rows.
func BenchmarkPlaces(b *testing.B) {
	data := []byte("people,on\n" + strings.Repeat("5,2026-01-01\n", 300_000))
	for b.Loop() {
		series.Read(series.Input{Name: "a.csv", Data: data, Columns: wanted}, func(row series.Row) { row.At("on") })
	}
}
