package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/change"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

const changesAddress = "changes/"

// Limits of what is listed: the page of changes has the newest months with
// this many changes between them and leads to a page for each earlier year;
// the home page has a few.
const (
	maxChanges = 300
	maxLatest  = 5
)

// unknown are the words of the theme for why there is no history.
var unknown = map[history.Reason]string{
	history.NoGit:        "history.no-git",
	history.NoRepository: "history.no-repository",
	history.Outside:      "history.outside",
	history.Shallow:      "history.shallow",
	history.Ownership:    "history.ownership",
	history.NoCommits:    "history.no-commits",
	history.Failed:       "history.failed",
}

// A Chronicle is what has happened to the law, by month, and what is going to.
type Chronicle struct {
	Coming []Change // the soonest first
	Months []Month  // the newest first
	Count  int      // of all changes on the page
	// Kinds, Types and Roles are what the page can be narrowed to: all that it
	// has.
	Kinds, Types, Roles []Choice
	Earlier             []Link // a page for each year before
	// Unknown says why nobody knows when files were published: a word of the
	// theme; "" where it is known or nobody asked.
	Unknown string
}

// A Month is the changes of one month.
type Month struct {
	Title   string
	Anchor  string
	Changes []Change
}

// A Change is one thing that happens to a version.
type Change struct {
	Kind     string // begins, amended, …
	KindName string // in the page's language
	Type     string // policy
	TypeName string
	Day      Value
	Link     Link // to the version
	Version  int  // 0 for the first
	Note     Value
	By       *Link // the record that ends it
	Who      *Link // who approved it or, Reviewed, reviewed it
	Reviewed bool
	Roles    string // ids of those for whom it matters, between spaces
}

// chronicle fills the page of changes.
func (p *planner) chronicle(full *Page) {
	recent := p.recent()
	c := p.chronicleOf(recent, full.Lang)
	for _, e := range p.changes.Coming {
		c.Coming = append(c.Coming, p.change(e, full.Lang))
	}
	c.Count += len(c.Coming)
	c.offer(p, slices.Concat(p.changes.Coming, recent), full.Lang)
	for _, year := range p.earlier() {
		c.Earlier = append(c.Earlier, Link{Title: year, Address: full.Lang + "/" + changesAddress + year + "/"})
	}
	if p.history != nil {
		c.Unknown = unknown[p.history.Missing]
	}
	full.Changes = c
}

// recent returns the changes of the page of changes: whole months.
func (p *planner) recent() []change.Event {
	past := p.changes.Past
	for i := maxChanges; i < len(past); i++ {
		if month(past[i]) != month(past[i-1]) {
			return past[:i]
		}
	}
	return past
}

// earlier returns the years that the page of changes does not have in whole,
// the newest first.
func (p *planner) earlier() []string {
	var out []string
	for _, e := range p.changes.Past[len(p.recent()):] {
		if year := strconv.Itoa(e.Day.Year); !slices.Contains(out, year) {
			out = append(out, year)
		}
	}
	return out
}

// years adds a page for each earlier year, which has the year in whole.
func (p *planner) years(at diag.Span, language string) {
	for _, year := range p.earlier() {
		p.general(at, &Page{
			Kind: Changes, Lang: language, Title: year, Word: "changes.year", Follow: FeedAddress(language),
			Crumbs: []Link{{Word: "changes", Address: language + "/" + changesAddress}},
			make: func(full *Page) {
				var events []change.Event
				for _, e := range p.changes.Past {
					if strconv.Itoa(e.Day.Year) == year {
						events = append(events, e)
					}
				}
				full.Changes = p.chronicleOf(events, language)
				full.Changes.offer(p, events, language)
			},
		}, changesAddress+year+"/")
	}
}

// latest gives the home page the newest changes of the law; that a law was
// confirmed changes nothing.
func (p *planner) latest(full *Page) {
	var events []change.Event
	for _, e := range p.changes.Past {
		if e.Entry == nil && len(events) < maxLatest {
			events = append(events, e)
		}
	}
	if len(events) > 0 {
		full.Changes = p.chronicleOf(events, full.Lang)
	}
}

func month(e change.Event) string { return e.Day.String()[:len("2026-11")] }

// chronicleOf lays events out by month.
func (p *planner) chronicleOf(events []change.Event, language string) *Chronicle {
	c := &Chronicle{Count: len(events)}
	for i, e := range events {
		if i == 0 || month(e) != month(events[i-1]) {
			c.Months = append(c.Months, Month{Title: lang.FormatMonth(language, e.Day), Anchor: "month:" + month(e)})
		}
		m := &c.Months[len(c.Months)-1]
		m.Changes = append(m.Changes, p.change(e, language))
	}
	return c
}

func (p *planner) change(e change.Event, language string) Change {
	out := Change{
		Kind: string(e.Kind), KindName: e.Kind.In(language), Type: e.Record.Type.Name, TypeName: e.Record.Type.One.In(language),
		Day: dayOf(e.Day, language), Link: linkTo(e.Record, language), Note: NoteOf(e, language),
		Who: p.roleLink(e.Role, language), Reviewed: e.Entry != nil, Roles: " " + strings.Join(e.Roles, " ") + " ",
	}
	if e.Record.Version > 1 {
		out.Version = e.Record.Version
	}
	if e.By != nil {
		by := linkTo(e.By, language)
		out.By = &by
	}
	return out
}

// NoteOf returns the sentence for readers that goes with an event: what an
// amendment changes, what new law is about, what a review looked at.
func NoteOf(e change.Event, language string) Value {
	switch e.Kind {
	case change.Amended:
		return changeNote(e.Record, language)
	case change.Begins:
		text := e.Record.Texts[language]
		return inLanguage(text.Summary, text.Written, language)
	case change.Confirmed, change.Reviewed:
		return checkedNote(e.Record, e.Entry, language)
	}
	return Value{}
}

// checkedNote returns what a review looked at, in the page's language where the
// entry is translated.
func checkedNote(rec *record.Record, entry *source.Node, language string) Value {
	text := rec.Texts[language]
	key, words := entry.Get("key").String(), entry
	written := rec.Source.Lang
	for _, n := range text.Fields.Get("review").Get("log").Elements() {
		if key != "" && n.Get("key").String() == key {
			words, written = n, text.Written
		}
	}
	if words.Get("checked").String() == entry.Get("checked").String() {
		written = rec.Source.Lang // the entry is not translated
	}
	if s := words.Get("checked").String(); s != "" {
		return inLanguage(s, written, language)
	}
	return inLanguage(words.Get("note").String(), written, language)
}

// inLanguage is a text that says which language it is in, where that is not the
// page's.
func inLanguage(text, written, language string) Value {
	v := Value{Text: text}
	if text != "" && written != language {
		v.Lang = written
	}
	return v
}

// offer gathers what a page can be narrowed to, each only where there is more
// than one.
func (c *Chronicle) offer(p *planner, events []change.Event, language string) {
	types, roles, kinds := map[string]bool{}, map[string]bool{}, map[change.Kind]bool{}
	for _, e := range events {
		types[e.Record.Type.Name], kinds[e.Kind] = true, true
		for _, id := range e.Roles {
			roles[id] = true
		}
	}
	for _, k := range change.Kinds() {
		if kinds[k] {
			c.Kinds = append(c.Kinds, Choice{string(k), k.In(language)})
		}
	}
	for _, t := range p.types {
		if types[t.Name] {
			c.Types = append(c.Types, Choice{t.Name, t.Many.In(language)})
		}
	}
	for _, rec := range p.book.Records {
		if roles[rec.ID] {
			c.Roles = append(c.Roles, Choice{rec.ID, rec.Texts[language].Title})
		}
	}
	compare := lang.Compare(language)
	slices.SortStableFunc(c.Roles, func(a, b Choice) int { return compare(a.Label, b.Label) })
}
