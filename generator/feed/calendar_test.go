package feed

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"

	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// said returns what a handbook says to programs where it stands at an address.
func said(book *record.Handbook, base string) Input {
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Due: due.List(due.Input{Book: book}), Publication: page.Publication{Base: base}})
	return Input{Book: book, Graph: graph, Plan: plan, Due: due.List(due.Input{Book: book})}
}

// sampleOn returns the sample handbook on a day.
func sampleOn(t *testing.T, day string) Input {
	t.Helper()
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	on, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: on})
	return said(book, "https://cx.example.org/law/")
}

// calendarIn judges a calendar as an application would read it, and returns
// its events.
func calendarIn(t *testing.T, name string, data []byte) []*ical.Component {
	t.Helper()
	if !bytes.HasSuffix(data, []byte("\r\n")) || bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) {
		t.Errorf("%s: lines must end in CRLF", name)
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		switch {
		case len(line) > 75:
			t.Errorf("%s: a line of %d octets: %q", name, len(line), line)
		case !utf8.ValidString(line):
			t.Errorf("%s: a line cut within a letter: %q", name, line)
		}
	}
	for _, line := range strings.Split(strings.ReplaceAll(strings.TrimSuffix(string(data), "\r\n"), "\r\n ", ""), "\r\n") {
		if property, value, _ := strings.Cut(line, ":"); property == "" || value == "" {
			t.Errorf("%s: a line that says nothing: %q", name, line)
		}
	}
	made, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, data)
	}
	var again bytes.Buffer
	if err := ical.NewEncoder(&again).Encode(made); err != nil { // it checks what is required, once, and allowed
		t.Errorf("%s: %v", name, err)
	}
	seen := map[string]bool{}
	var events []*ical.Component
	for _, c := range made.Children {
		if c.Name != ical.CompEvent {
			continue
		}
		uid := c.Props.Get(ical.PropUID).Value
		if seen[uid] {
			t.Errorf("%s: two events called %s", name, uid)
		}
		seen[uid] = true
		for _, want := range []string{ical.PropDateTimeStamp, ical.PropDateTimeStart, ical.PropSummary, ical.PropTransparency} {
			if p := c.Props.Get(want); p == nil || p.Value == "" {
				t.Errorf("%s: %s has no %s", name, uid, want)
			}
		}
		recurs(t, c)
		events = append(events, c)
	}
	return events
}

// recurs checks that what recurs starts on a day of its own rule.
func recurs(t *testing.T, c *ical.Component) {
	t.Helper()
	rule := c.Props.Get(ical.PropRecurrenceRule)
	if rule == nil {
		return
	}
	start, err := c.Props.DateTime(ical.PropDateTimeStart, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	option, err := rrule.StrToROption(rule.Value)
	if err != nil {
		t.Fatal(err)
	}
	option.Dtstart = start
	all, err := rrule.NewRRule(*option)
	if err != nil {
		t.Fatal(err)
	}
	if first := all.After(start.AddDate(0, 0, -1), true); !first.Equal(start) {
		t.Errorf("%s starts on %s, and its rule on %s", c.Props.Get(ical.PropUID).Value, start, first)
	}
}

// Every calendar of the sample can be read, in each language and on days of
// several years, and says nothing of the moment at which it was made.
func TestCalendarsOfTheSample(t *testing.T) {
	for _, day := range []string{"2025-08-01", "2026-11-24", "2027-01-15", "2028-02-29"} {
		in := sampleOn(t, day)
		files, err := Calendars(in)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Calendars(in)
		if err != nil {
			t.Fatal(err)
		}
		events := 0
		for i, f := range files {
			events += len(calendarIn(t, f.Path, f.Data))
			if !bytes.Equal(f.Data, again[i].Data) {
				t.Errorf("%s is another each time", f.Path)
			}
			if stamps := bytes.Count(f.Data, []byte("\nDTSTAMP:"+strings.ReplaceAll(day, "-", "")+"T000000Z")); stamps != bytes.Count(f.Data, []byte("BEGIN:VEVENT")) {
				t.Errorf("%s: stamps are not of the handbook's day", f.Path)
			}
		}
		if len(files) < 3*10 || events < 100 {
			t.Errorf("on %s there are only %d calendars with %d events", day, len(files), events)
		}
	}
}

// The days of a rhythm are the same whenever in a year the site is made.
func TestRhythms(t *testing.T) {
	for cadence, rule := range rhythms {
		for year := 2020; year < 2060; year++ {
			day := firstDay(year, cadence)
			c := ical.NewComponent(ical.CompEvent)
			c.Props.SetText(ical.PropUID, fmt.Sprint(cadence, year))
			c.Props.Set(&ical.Prop{Name: ical.PropDateTimeStart, Params: ical.Params{"VALUE": {"DATE"}}, Value: compact(day)})
			c.Props.Set(&ical.Prop{Name: ical.PropRecurrenceRule, Params: ical.Params{}, Value: rule})
			recurs(t, c)
			if day.Year != year || day.Month != time.January || day.Day > 7 {
				t.Errorf("%s in %d starts on %s", cadence, year, day)
			}
		}
	}
	for _, cadence := range due.Cadences() {
		if rhythms[cadence] == "" {
			t.Errorf("no rule for what comes %s", cadence)
		}
	}
}

// One event a rhythm, with all its tasks; a task alone is the event itself.
// Whatever an author writes arrives as it was, and nothing forges a line.
func TestWhatACalendarSays(t *testing.T) {
	nasty := `Zażółć; gęślą, jaźń \n ` + strings.Repeat("ś", 90)
	book := handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}},
		"title: {en: Law}\nlanguages: [en]\ndefault_language: en\n", map[string]string{
			"roles/a.md":       "---\nid: ROL-001\ntitle: \"A\\nBEGIN:VEVENT\"\nresponsibilities:\n  - {key: a, task: '" + nasty + "', practised: [daily, weekly]}\n  - {key: b, task: Second., practised: [daily]}\n---\n",
			"roles/b.md":       "---\nid: ROL-002\ntitle: B\n---\n",
			"policies/p.v1.md": "---\nid: POL-001\ntitle: Old\nstatus: approved\nowner: ROL-001\neffective_from: 2025-01-01\nreview: {every: P12M}\n---\n",
			"policies/p.v2.md": "---\nid: POL-001\ntitle: New\nversion: 2\nstatus: approved\nowner: ROL-001\nchange_note: Shorter.\neffective_from: 2027-01-01\n---\n",
		})
	in := said(book, "")
	files, err := Calendars(in)
	if err != nil || len(files) != 1 || files[0].Path != "en/roles/a/calendar.ics" {
		t.Fatal(err, len(files))
	}
	got := map[string]string{}
	for _, e := range calendarIn(t, "a", files[0].Data) {
		title, err := e.Props.Text(ical.PropSummary)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := e.Props.Text(ical.PropDescription)
		got[e.Props.Get(ical.PropUID).Value] = e.Props.Get(ical.PropDateTimeStart).Value + " " + title + " | " + text
	}
	for uid, want := range map[string]string{
		"ROL-001-daily@law":     "20260101 Responsibilities: daily (2) | • " + nasty + "\n• Second.",
		"ROL-001-weekly@law":    "20260105 " + nasty + " | ",
		"POL-001-review@law":    "20260101 Review due: Old (POL-001) – overdue | Owner: A\nBEGIN:VEVENT",
		"POL-001-v2-begins@law": "20270101 Comes into force: New (POL-001) | Shorter.\nOwner: A\nBEGIN:VEVENT",
	} {
		if got[uid] != want {
			t.Errorf("%s:\n%q, want\n%q", uid, got[uid], want)
		}
		delete(got, uid)
	}
	if len(got) > 0 {
		t.Errorf("more than that: %q", got)
	}
}

// What is for others is in no calendar: not its days, not its name where it
// ends something that everybody knows.
func TestCalendarsForReaders(t *testing.T) {
	book := handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}},
		"title: {en: Law}\nlanguages: [en]\ndefault_language: en\n", map[string]string{
			"roles/a.md":    "---\nid: ROL-001\ntitle: A\n---\n",
			"roles/b.md":    "---\nid: ROL-002\ntitle: Secret role\naudience: [board]\nresponsibilities: [{key: a, task: Secret task., practised: [daily]}]\n---\n",
			"policies/p.md": "---\nid: POL-001\ntitle: Open\nstatus: approved\nowner: ROL-001\neffective_from: 2025-01-01\nreview: {every: P36M}\n---\n",
			"policies/q.md": "---\nid: POL-002\ntitle: Secret law\nstatus: approved\nowner: ROL-001\naudience: [board]\nsupersedes: [POL-001]\neffective_from: 2027-01-01\nreview: {every: P12M}\n---\n",
		})
	for _, c := range []struct {
		labels []string
		files  int
		secret bool
	}{{nil, 1, false}, {[]string{"board"}, 2, true}} {
		files, err := Calendars(said(book.For(c.labels), ""))
		if err != nil || len(files) != c.files {
			t.Fatalf("%v: %d calendars, %v", c.labels, len(files), err)
		}
		var all []byte
		for _, f := range files {
			calendarIn(t, f.Path, f.Data)
			all = append(all, f.Data...)
		}
		if got := bytes.Contains(all, []byte("Secret")) || bytes.Contains(all, []byte("-002")); got != c.secret {
			t.Errorf("%v: it says secrets: %v\n%s", c.labels, got, all)
		}
	}
}

// A calendar of nothing is still one that applications accept, and a language
// that the handbook lacks is no reason to fail.
func TestAgendaOfNothing(t *testing.T) {
	in := sampleOn(t, "2026-11-24")
	data, err := Agenda(in, nil, "pl")
	if err != nil || len(calendarIn(t, "nothing", data)) != 0 {
		t.Error(err)
	}
	in.Book = handbooktest.Load(t, record.Input{AsOf: in.Book.AsOf}, "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n",
		map[string]string{"policies/p.md": "---\nid: POL-001\ntitle: Old\nstatus: approved\neffective_from: 2025-01-01\nreview: {every: P12M}\n---\n"})
	data, err = Agenda(in, due.List(due.Input{Book: in.Book}), "cs")
	if err != nil || len(calendarIn(t, "Czech", data)) != 1 || !bytes.Contains(data, []byte("Termín přezkoumání: Old")) {
		t.Errorf("%v\n%s", err, data)
	}
}

func FuzzCalendar(f *testing.F) {
	f.Add("Zażółć; gęślą, jaźń")
	f.Add(strings.Repeat("ś <", 60))
	f.Add("\r\nBEGIN:VEVENT\x00\xff\u2028\\")
	in := Input{Book: &record.Handbook{AsOf: lang.Date{Year: 2026, Month: 1, Day: 1}}, Plan: &page.Plan{}}
	f.Fuzz(func(t *testing.T, text string) {
		c := in.newCalendar("n"+text, "en")
		c.add(event{name: "x", title: "a" + text, text: []string{text, "b" + text}, first: in.Book.AsOf})
		data, err := c.bytes()
		if err != nil || len(calendarIn(t, "fuzzed", data)) != 1 {
			t.Errorf("%v\n%s", err, data)
		}
	})
}
