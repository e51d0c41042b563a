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
		`1:11 CX433 delete the whole column "IPAddress" before the file gets into the repository`,
		`1:34 CX433 delete the whole column "RecipientLastName" before the file gets into the repository`,
		`1:52 CX433 delete the whole column "RecipientFirstName" before the file gets into the repository`,
		`1:71 CX433 delete the whole column "RecipientEmail" before the file gets into the repository`,
		`1:86 CX433 delete the whole column "LocationLatitude" before the file gets into the repository`,
	}, got); diff != "" {
		t.Error(diff)
	}
}

// Survey tools have columns for people in every export: those that are empty, or
// where something was taken out, do no harm. A file that somebody made for the
// handbook has none of them.
func TestExportWithoutPeople(t *testing.T) {
	const head = "StartDate,IPAddress,RecipientLastName,RecipientFirstName,RecipientEmail,LocationLatitude,people,on\n"
	for _, tt := range []struct {
		name, rows string
		mapped     bool
		rowsRead   int
		want       []string
	}{
		{"an anonymous survey", "2026-07-14 09:12:40,,,,,,10,2026-07-14\n2026-07-14 09:12:40,*******,*******,*******,*******,,9,2026-07-14\n", true, 2, nil},
		{"one person", "2026-07-14 09:12:40,,,,,,10,2026-07-14\n2026-07-14 09:12:40,,,Anna,anna@example.org,,9,2026-07-14\n2026-07-14 09:12:40,,,,,,9,2026-07-14\n", true, 1,
			[]string{`the column "RecipientFirstName" looks like personal data`, `the column "RecipientEmail" looks like personal data`}},
		{"no export", "2026-07-14 09:12:40,,,,,,10,2026-07-14\n", false, 0, []string{
			`the column "IPAddress" looks like personal data`, `the column "RecipientLastName" looks like personal data`, `the column "RecipientFirstName" looks like personal data`,
			`the column "RecipientEmail" looks like personal data`, `the column "LocationLatitude" looks like personal data`,
		}},
	} {
		in := series.Input{Name: "q.csv", Data: []byte(head + tt.rows), Columns: wanted}
		if tt.mapped {
			in.Headings = map[string]string{"people": "people"}
		}
		rows, got := 0, []string(nil)
		for _, d := range series.Read(in, func(series.Row) { rows++ }) {
			got = append(got, d.Text("en"))
			if d.At.Start.Line != 1 {
				t.Errorf("%s: not at the name of the column: %v", tt.name, d.At)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || rows != tt.rowsRead {
			t.Errorf("%s: %d rows %s", tt.name, rows, diff)
		}
	}
}

// Columns and values about people, and those that only look like it.
func TestPersonalData(t *testing.T) {
	for _, name := range strings.Split("E-mail;e-mail address;E_mail;Requester email;Assignee name;Imię i nazwisko;imię klienta;Adres e-mail;Numer telefonu;Phone;IP Address;IPAddress;"+
		"Celé jméno;E-mailová adresa;Telefonní číslo;Rodné číslo;PESEL;RecipientFirstName;Příjmení;Data urodzenia", ";") {
		if _, found := read("people;on;" + name + "\n"); len(found) != 1 || found[0].Code != diag.PersonalData {
			t.Errorf("column %q: %v", name, found)
		}
	}
	for _, name := range strings.Split("Channel;ResponseId;Ticket ID;Duration (in seconds);Did our phone agent help you?;Name of the shop;Nazwa sklepu;mailing;Adresat;telefony", ";") {
		if _, found := read("people;on;" + name + "\n"); len(found) != 0 {
			t.Errorf("column %q: %v", name, found[0].Text("en"))
		}
	}
	for value, want := range map[string]string{
		"+48 601 234 567": "phone", "+420601234567": "phone", "call +48 (12) 345-67-89 please": "phone", "tel. 601 234 567": "phone", "601-234-567": "phone", "Zadzwońcie: 601 234 567, po 16": "phone",
		"a@b.pl": "mail", "napisz na anna.nowak@example.org!": "mail",
		"601234567": "", "2026-07-14 09:12:40": "", "2026-07-14T23:59:59+02:00": "", "12 601 234 567": "", "601 234 567 890": "", "100 000 000 zł": "", "R_601 234": "", "1 601 234": "",
		"+5": "", "C++ 20": "", "123-456-789-0": "", "1.601 234 567": "", "@home": "", "v1.2.3": "", "+1 234 567 890 123 456": "", "12345678901": "",
	} {
		got := ""
		_, found := read("people;on;note;more\n1;2026-01-01;x;\"" + value + "\"\n")
		for _, d := range found {
			got += d.Message.Key
		}
		if got != want {
			t.Errorf("%q is %q, want %q", value, got, want)
		}
	}
	if _, found := read("people;on;note\n601 234 567;2026-01-01;x\n"); len(found) != 0 {
		t.Errorf("a number that was asked for: %v", found[0].Text("en"))
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
