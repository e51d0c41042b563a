package feed

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
)

// rhythms are the rules by which tasks recur. Days are whole and rules name
// working days, for a task that is done once a month is done at work; holidays
// are not left out.
var rhythms = map[string]string{
	"daily":       "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
	"weekly":      "FREQ=WEEKLY;BYDAY=MO",
	"monthly":     "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
	"quarterly":   "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
	"half-yearly": "FREQ=MONTHLY;INTERVAL=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
	"yearly":      "FREQ=MONTHLY;INTERVAL=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
}

var (
	wordOwner = diag.Text{PL: "Właściciel", CS: "Garant", EN: "Owner"}
	wordLate  = diag.Text{PL: "po terminie", CS: "po termínu", EN: "overdue"}
	wordBy    = diag.Text{PL: "Na mocy", CS: "Na základě", EN: "By virtue of"}
)

// Calendars returns the calendar of each role that has something in it, in
// each language (RFC 5545). Events last whole days and block nobody's time;
// they are events, not to-dos, for these are what common calendars show.
func Calendars(in Input) ([]site.File, error) {
	var out []site.File
	calendars := due.Calendars(in.Book, in.Due)
	for _, role := range in.Book.ByType("role") {
		calendar, ok := calendars[role.ID]
		if !ok {
			continue
		}
		for _, l := range in.Book.Config.Languages {
			c := in.newCalendar(role.In(l).Title, l)
			for _, cadence := range calendar.Cadences {
				c.routine(role, cadence)
			}
			for _, item := range calendar.Items {
				c.item(item)
			}
			data, err := c.bytes()
			if err != nil {
				return nil, err
			}
			address := page.CalendarAddress(role, l)
			out = append(out, site.File{Path: address, Data: data, Owner: "cxbook: " + address})
		}
	}
	return out, nil
}

// Agenda returns items as a calendar under a name.
func Agenda(in Input, items []due.Item, language string) ([]byte, error) {
	c := in.newCalendar("", language)
	for _, item := range items {
		c.item(item)
	}
	return c.bytes()
}

// A calendar is made of whole days. Nothing in it is of the moment at which it
// is made: the stamp is the handbook's day, and an event keeps its name, so
// that a calendar that takes it in again moves the event instead of doubling
// it.
type calendar struct {
	Input
	lang string
	made *ics.Calendar
}

func (in Input) newCalendar(whose, language string) calendar {
	c := calendar{Input: in, lang: language, made: ics.NewCalendar()}
	name := schema.Words(in.Book.Config.Title).In(language)
	if whose != "" {
		name = whose + " – " + name
	}
	c.made.SetProductId("-//cxbook//cxbook//EN")
	c.made.SetMethod(ics.MethodPublish)
	c.made.SetName(plain(name))
	c.made.SetXWRCalName(plain(name))
	// An application that subscribes asks again once a day.
	c.made.SetRefreshInterval("P1D")
	c.made.SetXPublishedTTL("P1D")
	return c
}

// bytes writes the calendar. The standard knows none without a component, so
// an empty one has the zone in which days begin.
func (c calendar) bytes() ([]byte, error) {
	if len(c.made.Components) == 0 {
		zone := c.made.AddTimezone("UTC")
		standard := zone.AddStandard()
		standard.SetProperty(ics.ComponentPropertyDtStart, "19700101T000000")
		standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), "+0000")
		standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), "+0000")
	}
	var b bytes.Buffer
	if err := c.made.SerializeTo(&b, ics.WithNewLineWindows); err != nil {
		return nil, fmt.Errorf("write a calendar: %w", err)
	}
	return b.Bytes(), nil
}

// An event is what one line of a calendar says.
type event struct {
	name  string // the same whenever the calendar is made
	title string
	first lang.Date
	rule  string // how it recurs; "" for once
	text  []string
	page  string // address; "" for none
}

func (c calendar) add(e event) {
	made := c.made.AddEvent(e.name + "@" + c.house())
	made.SetProperty(ics.ComponentPropertyDtstamp, compact(c.Book.AsOf)+"T000000Z")
	made.SetProperty(ics.ComponentPropertyDtStart, compact(e.first), ics.WithValue("DATE"))
	made.SetProperty(ics.ComponentPropertyDtEnd, compact(e.first.Next()), ics.WithValue("DATE"))
	if e.rule != "" {
		made.AddRrule(e.rule)
	}
	made.SetSummary(plain(e.title))
	if at := c.Plan.Absolute(e.page); at != "" && e.page != "" {
		e.text = append(e.text, at)
		made.SetURL(at)
	}
	if text := plain(strings.Join(slices.DeleteFunc(e.text, func(s string) bool { return s == "" }), "\n")); text != "" {
		made.SetDescription(text)
	}
	made.SetTimeTransparency(ics.TransparencyTransparent)
}

// item adds something that happens on one day. A review keeps its name when it
// has been done and is due again: it is the same event, moved. A record may be
// in force again and again, each time in another version.
func (c calendar) item(item due.Item) {
	text, rec := item.Record.In(c.lang), item.Record
	e := event{
		name: rec.ID + "-" + string(item.Kind), first: item.Day,
		title: capital(item.Kind.In(c.lang)) + ": " + text.Title + " (" + rec.ID + ")",
	}
	if item.Kind != due.Review {
		e.name = rec.ID + "-v" + strconv.Itoa(rec.Version) + "-" + string(item.Kind)
	}
	if item.Key != "" {
		e.name += "-" + item.Key
		e.title = capital(item.Kind.In(c.lang)) + " (" + item.Key + "): " + text.Title + " (" + rec.ID + ")"
	}
	if item.N > 0 {
		e.title = capital(item.Kind.In(c.lang)) + " (" + strconv.Itoa(item.N) + "): " + text.Title + " (" + rec.ID + ")"
	}
	if item.Kind == due.Training { // groups of people may lapse on several days
		e.name += "-" + compact(item.Day)
	}
	if item.Overdue {
		e.title += " – " + wordLate.In(c.lang)
	}
	if item.Kind == due.Begins {
		e.text = append(e.text, cmp.Or(text.Fields.Get("change_note").String(), text.Summary))
	}
	if item.By != nil {
		e.text = append(e.text, wordBy.In(c.lang)+": "+item.By.In(c.lang).Title+" ("+item.By.ID+")")
	}
	if owner := c.Book.Record(item.Owner); owner != nil {
		e.text = append(e.text, wordOwner.In(c.lang)+": "+owner.In(c.lang).Title)
	}
	e.page = c.pageOf(rec)
	c.add(e)
}

// routine adds the tasks of one rhythm as one event: somebody with five things
// to do every day wants one line a day with the five in it, not five.
func (c calendar) routine(role *record.Record, cadence string) {
	field := role.Type.Field("responsibilities")
	var tasks []string
	if list := role.In(c.lang).Fields.Get("responsibilities"); list != nil {
		for _, n := range list.Items {
			if task := n.Get("task").String(); task != "" && slices.Contains(n.Get("practised").Strings(), cadence) {
				tasks = append(tasks, task)
			}
		}
	}
	if field == nil || len(tasks) == 0 {
		return
	}
	e := event{
		name: role.ID + "-" + cadence, title: tasks[0], rule: rhythms[cadence],
		first: firstDay(c.Book.AsOf.Year, cadence), page: c.pageOf(role),
	}
	if len(tasks) > 1 {
		e.title = fmt.Sprintf("%s: %s (%d)", field.Label.In(c.lang), cadenceWord(field, cadence, c.lang), len(tasks))
		for _, task := range tasks {
			e.text = append(e.text, "• "+task)
		}
	}
	c.add(e)
}

func cadenceWord(list *schema.Field, cadence, language string) string {
	for _, part := range list.Item.Fields {
		if part.Name != "practised" || part.Item == nil {
			continue
		}
		for _, v := range part.Item.Values {
			if v.Value == cadence {
				return v.Label.In(language)
			}
		}
	}
	return cadence
}

// firstDay is the first day of a year on which a rhythm comes round. It
// follows from the year alone, so that a calendar that is made anew has its
// events on the days on which they were.
func firstDay(year int, cadence string) lang.Date {
	day := lang.Date{Year: year, Month: time.January, Day: 1}
	wanted := func(w time.Weekday) bool { return w != time.Saturday && w != time.Sunday }
	if cadence == "weekly" {
		wanted = func(w time.Weekday) bool { return w == time.Monday }
	}
	for !wanted(day.Weekday()) {
		day = day.Next()
	}
	return day
}

// pageOf returns the address of a record's page in the calendar's language,
// "" where the site has none: it may be for other readers.
func (c calendar) pageOf(rec *record.Record) string {
	if rec.Texts[c.lang] == nil {
		return ""
	}
	address := page.AddressOf(rec, c.lang)
	_, found := slices.BinarySearchFunc(c.Plan.Pages, address, func(p *page.Page, a string) int { return cmp.Compare(p.Address, a) })
	if !found {
		return ""
	}
	return address
}

// house sets the events of one handbook apart from those of any other.
func (c calendar) house() string {
	if u, err := url.Parse(c.Plan.Base); err == nil && u.Host != "" {
		return strings.TrimSuffix(u.Host+u.EscapedPath(), "/")
	}
	title := schema.Words(c.Book.Config.Title).In(c.Book.Config.DefaultLanguage)
	return url.PathEscape(strings.ToLower(plain(title)))
}

func compact(d lang.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// plain takes from a text what no calendar may hold.
func plain(s string) string {
	lines := strings.Split(strings.ToValidUTF8(s, "\uFFFD"), "\n")
	for i, line := range lines {
		lines[i] = strings.Map(func(r rune) rune {
			if diag.Invisible(r) {
				return ' '
			}
			return r
		}, strings.TrimSuffix(line, "\r"))
	}
	return strings.Join(lines, "\n")
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
