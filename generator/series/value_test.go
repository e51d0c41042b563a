package series_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/series"
)

// Numbers as people and tools of three countries write them.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"9": "9", "007": "7", "0": "0", "-3": "-3", "−3,5": "-3.5",
		"58,2": "58.2", "58.2": "58.2", "4.20": "4.2", "0,125": "refused; alone 0.125",
		"1 234": "1234", "1\u00a0234,5": "1234.5", "1\u202f234\u202f567": "1.234567e+06",
		"1,234.56": "1234.56", "1.234,56": "1234.56", "1,234,567": "1.234567e+06", "1.234.567": "1.234567e+06",
		"1.234": "1.234", "12,34": "12.34", "1,234": "refused; alone 1.234",
		"": "refused", "-": "refused", ",5": "refused", "5,": "refused", "1 23": "refused", "12345 678": "refused",
		"1,23,4": "refused", "58 %": "refused", "1e3": "refused", "NaN": "refused", "Inf": "refused", "0x1F": "refused", "1_000": "refused",
		"--3": "refused", "1.2.3,4": "refused", "1 234.567": "1234.567", strings.Repeat("9", 400): "refused",
	} {
		say := func(grouped bool) string {
			v, ok := series.ParseNumber(text, grouped)
			if !ok {
				return "refused"
			}
			return fmt.Sprint(v)
		}
		got := say(true)
		if alone := say(false); alone != got {
			got += "; alone " + alone
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-07-03": "2026-07-03", "2026-07-03T10:22:31Z": "2026-07-03", "2026-07-03 10:22:31": "2026-07-03", "2026-07-03T23:59:59+02:00": "2026-07-03",
		"3.07.2026": "2026-07-03", "03.07.2026 10:22": "2026-07-03",
		"07/03/2026 10:22:31 AM": "2026-07-03", "12/31/2026 1:02 pm": "2026-12-31", "2024-02-29": "2024-02-29",
		"07/03/2026": "", "07/03/2026 10:22": "", "2026-02-29": "", "2026-13-01": "", "2026-00-10": "", "2026-7-3": "", "31.04.2026": "",
		"": "", "2026-07-03x": "", "2026-07-03 soon": "", "13/31/2026 1:02 PM": "", "1.1.26": "",
	} {
		d, ok := series.ParseDay(text)
		if got := d.String(); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %s (%v), want %q", text, got, ok, want)
		}
	}
}

// Days are read by hand; the calendar is the same.
func TestDaysAreTheCalendars(t *testing.T) {
	for d := (lang.Date{Year: 1999, Month: 12, Day: 1}); d.Year < 2005; d = d.Next() {
		if got, ok := series.ParseDay(d.String()); !ok || got != d {
			t.Fatalf("%s is %s", d, got)
		}
	}
	for _, s := range []string{"2026-02-29", "2100-02-29", "2026-04-31", "2026-01-00", "2026-01-32"} {
		_, err := lang.ParseDate(s)
		if _, ok := series.ParseDay(s); ok != (err == nil) {
			t.Errorf("%s", s)
		}
	}
}

// Exports of survey and desk tools are read as they come: their columns are
// mapped, the rows with questions passed over.
func TestExports(t *testing.T) {
	for _, tt := range []struct {
		file     string
		headings map[string]string
		skip     int
		want     []string
	}{
		{"qualtrics.csv", map[string]string{"date": "RecordedDate", "score": "Q1"}, 2,
			[]string{"5:64 2026-07-14 10", "6:65 2026-07-14 4", "8:64 2026-07-15 8"}},
		{"surveymonkey.csv", map[string]string{"date": "Date Created", "score": "How would you rate yesterday's delivery?", "department": "Custom Data 1"}, 1,
			[]string{"3:21 2026-09-04 5 DEP-006", "4:21 2026-09-04 2 DEP-006", "5:21 2026-09-13 4 DEP-009"}},
		{"zendesk.csv", map[string]string{"date": "satisfaction  date", "score": "Satisfaction rating"}, 0,
			[]string{"2:14 2026-10-01 Good", "3:13 2026-10-01 Bad", "4:14 2026-10-02 Offered", "5:12 2026-10-03 Good"}},
	} {
		data, err := os.ReadFile("testdata/" + tt.file)
		if err != nil {
			t.Fatal(err)
		}
		in := series.Input{Name: tt.file, Data: data, Headings: tt.headings, Skip: tt.skip,
			Columns: []series.Column{{Name: "date"}, {Name: "score"}, {Name: "department", Optional: true}}}
		var got []string
		found := series.Read(in, func(row series.Row) {
			day, _ := row.Day("date")
			at := row.At("score").Start
			if tt.file != "zendesk.csv" {
				at = row.At("date").Start
			}
			got = append(got, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s %s", at.Line, at.Column, day, row.Text("score"), row.Text("department"))))
		})
		if diff := cmp.Diff(tt.want, got); diff != "" || len(found) > 0 {
			t.Errorf("%s: %v %s", tt.file, found, diff)
		}
		if !in.Has("date") || in.Has("value") {
			t.Errorf("%s: columns not known", tt.file)
		}
	}
}

// What such an export says about people is named, column by column, with what
// to do.
func TestPeopleInExports(t *testing.T) {
	data, err := os.ReadFile("testdata/qualtrics-people.csv")
	if err != nil {
		t.Fatal(err)
	}
	found := series.Read(series.Input{Name: "q.csv", Data: data, Skip: 1, Headings: map[string]string{"people": "Q1"}, Columns: wanted[:1]}, func(series.Row) {
		t.Error("a file with people in it is read")
	})
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprintf("%d:%d %s %s", d.At.Start.Line, d.At.Start.Column, d.Code, d.HintText("en")))
	}
	if diff := cmp.Diff([]string{
		`1:11 CX433 delete the whole column "ipaddress" before the file gets into the repository`,
		`1:34 CX433 delete the whole column "recipientlastname" before the file gets into the repository`,
		`1:52 CX433 delete the whole column "recipientfirstname" before the file gets into the repository`,
		`1:71 CX433 delete the whole column "recipientemail" before the file gets into the repository`,
		`1:86 CX433 delete the whole column "locationlatitude" before the file gets into the repository`,
	}, got); diff != "" {
		t.Error(diff)
	}
}

// A mapped column that is not there is missing even where it could be.
func TestMappedColumnIsMissing(t *testing.T) {
	in := series.Input{Name: "a.csv", Data: []byte("people,on,Uwagi\n"), Columns: wanted, Headings: map[string]string{"note": "Uwaga"}}
	found := series.Read(in, func(series.Row) {})
	if len(found) != 1 || found[0].Code != diag.MissingColumn || found[0].HintText("en") != `rename the column "uwagi" to "uwaga"` {
		t.Errorf("%v", found)
	}
}

// Files in another encoding are refused, and the encoding is named.
func TestEncodings(t *testing.T) {
	for name, tt := range map[string]struct{ data, want string }{
		"Polish in Windows-1250": {"people,on\n3,za\xbf\xf3\xb3\xe6\n", "the file is saved as Windows-1250, not as UTF-8"},
		"Czech in Windows-1250":  {"people,on\n3,\x9elu\x9dou\xe8k\xfd k\xf9\xf2\n", "the file is saved as Windows-1250, not as UTF-8"},
		"UTF-16 of Excel":        {"\xff\xfep\x00e\x00o\x00", "the file is saved as UTF-16, not as UTF-8"},
		"some bytes":             {"people,on\n3,\x81\x83\n", "the file is not saved as UTF-8"},
	} {
		_, found := read(tt.data)
		if len(found) != 1 || found[0].Code != diag.NotUTF8 || found[0].Text("en") != tt.want || !strings.Contains(found[0].HintText("en"), "CSV UTF-8") {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1 234,5", "1,234.5", "-0", ",", "1.2,3.4"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, grouped := range []bool{true, false} {
			if v, ok := series.ParseNumber(text, grouped); ok && (v != v || v > 1e308 || v < -1e308) {
				t.Errorf("%q is %v", text, v)
			}
			series.ParseDay(text)
		}
	})
}

// BenchmarkMillion reads a million answers.
func BenchmarkMillion(b *testing.B) {
	var data bytes.Buffer
	data.WriteString("date,score,listening\n")
	day := lang.Date{Year: 2024, Month: 1, Day: 1}
	for i := range 1_000_000 {
		if i%1500 == 0 {
			day = day.Next()
		}
		fmt.Fprintf(&data, "%s,%d,VOC-00%d\n", day, i*7%11, 1+i%5)
	}
	in := series.Input{Name: "a.csv", Data: data.Bytes(), Columns: []series.Column{{Name: "date"}, {Name: "score"}, {Name: "listening"}}}
	b.ReportAllocs()
	for b.Loop() {
		sum := 0.0
		series.Read(in, func(row series.Row) {
			row.Day("date")
			v, _ := row.Number("score")
			sum += v + float64(len(row.Text("listening")))
		})
		if sum < 1_000_000 {
			b.Fatal(sum)
		}
	}
}
