package feed

import (
	"encoding/xml"
	"net/url"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/change"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
)

// maxEntries is how many entries a feed has: who reads feeds has seen the
// older ones.
const maxEntries = 100

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Relation string `xml:"rel,attr"`
	Address  string `xml:"href,attr"`
}

type atomEntry struct {
	Language string     `xml:"xml:lang,attr,omitempty"`
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Updated  string     `xml:"updated"`
	Links    []atomLink `xml:"link"`
	Category *atomWord  `xml:"category"`
	Summary  string     `xml:"summary,omitempty"`
}

type atomWord struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// Atom returns feeds in each language of what has happened to the law, the
// newest first, up to the as-of day (RFC 4287): of all of it, of each type, and
// of what matters for each role. Days are days, so an entry's time is the
// midnight at which its day began, in UTC.
func Atom(in Input) ([]site.File, error) {
	var out []site.File
	past := change.List(in.Book, in.Graph).Past
	add := func(c channel) error {
		f, err := in.atom(c)
		out = append(out, f)
		return err
	}
	for _, l := range in.Book.Config.Languages {
		title := schema.Words(in.Book.Config.Title).In(l)
		front := l + "/"
		if len(past) > 0 {
			front = page.ChangesAddress(l)
		}
		if err := add(channel{l, page.FeedAddress(l), title, front, past}); err != nil {
			return nil, err
		}
		for _, t := range in.Book.Types.Types() {
			if len(in.Book.ByType(t.Name)) == 0 {
				continue
			}
			events := only(past, func(e change.Event) bool { return e.Record.Type == t })
			if err := add(channel{l, page.TypeFeedAddress(t, l), title + ": " + t.Many.In(l), l + "/" + t.Folder + "/", events}); err != nil {
				return nil, err
			}
		}
		for _, role := range in.Book.ByType("role") {
			events := only(past, func(e change.Event) bool { return slices.Contains(e.Roles, role.ID) })
			if err := add(channel{l, page.RoleFeedAddress(role, l), title + ": " + role.Texts[l].Title, page.AddressOf(role, l), events}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// A channel is what one feed is about.
type channel struct {
	lang, address, title string
	page                 string // address of the page about the same
	events               []change.Event
}

// only returns the newest events that a feed is about.
func only(events []change.Event, about func(change.Event) bool) []change.Event {
	var out []change.Event
	for _, e := range events {
		if len(out) < maxEntries && about(e) {
			out = append(out, e)
		}
	}
	return out
}

// atom makes a feed. One without entries is as it is on the handbook's day.
func (in Input) atom(c channel) (site.File, error) {
	f := atomFeed{
		Language: c.lang, ID: in.urn(c.address), Title: c.title,
		Updated: midnight(in.Book.AsOf.String()), Author: schema.Words(in.Book.Config.Title).In(c.lang),
		Links: []atomLink{{"self", in.link(c.address, c.address)}, {"alternate", in.link(c.address, c.page)}},
	}
	for _, e := range c.events[:min(len(c.events), maxEntries)] {
		f.Entries = append(f.Entries, in.atomEntry(e, c))
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return write(c.address, f)
}

// atomEntry says what happened. The kind of event is in the feed's language;
// where the record's words are in another, the entry says so.
func (in Input) atomEntry(e change.Event, c channel) atomEntry {
	text := e.Record.Texts[c.lang]
	note := page.NoteOf(e, c.lang)
	out := atomEntry{
		ID: in.urn("id/" + e.Name()), Title: e.Kind.In(c.lang) + ": " + text.Title, Updated: midnight(e.Day.String()),
		Links:    []atomLink{{"alternate", in.link(c.address, page.AddressOf(e.Record, c.lang))}},
		Category: &atomWord{e.Record.Type.Name, e.Record.Type.One.In(c.lang)},
		Summary:  note.Text,
	}
	if e.By != nil {
		out.Summary = e.By.Texts[c.lang].Title
	}
	if text.Written != c.lang {
		out.Language = text.Written
	}
	return out
}

// link returns where an address of the site is, for a reader of the feed.
func (in Input) link(from, to string) string {
	if absolute := in.Plan.Absolute(to); absolute != "" {
		return absolute
	}
	return page.Relative(from, to)
}

// urn returns a name that stays the same: the address where the site stands
// or, where nobody said so, one made from the handbook's title.
func (in Input) urn(address string) string {
	if absolute := in.Plan.Absolute(address); absolute != "" {
		return absolute
	}
	title := schema.Words(in.Book.Config.Title).In(in.Book.Config.DefaultLanguage)
	return "urn:cxbook:" + url.PathEscape(strings.ToLower(title)) + ":" + url.PathEscape(strings.TrimSuffix(address, "/"))
}

func midnight(day string) string { return day + "T00:00:00Z" }
