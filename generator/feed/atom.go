package feed

import (
	"cmp"
	"encoding/xml"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
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

// Atom returns a feed for each language: what came into force, the newest
// first, up to the as-of day (RFC 4287). Days are days, so an entry's time is
// the midnight at which its day began, in UTC.
func Atom(in Input) ([]site.File, error) {
	var out []site.File
	for _, l := range in.Book.Config.Languages {
		f, err := in.atom(l)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func (in Input) atom(language string) (site.File, error) {
	address := page.FeedAddress(language)
	f := atomFeed{
		Language: language, ID: in.urn(address), Title: schema.Words(in.Book.Config.Title).In(language),
		Updated: midnight(in.Book.AsOf.String()), Author: schema.Words(in.Book.Config.Title).In(language),
		Links: []atomLink{{"self", in.link(address, address)}, {"alternate", in.link(address, language+"/")}},
	}
	versions := in.inForce()
	for _, rec := range versions[:min(len(versions), maxEntries)] {
		f.Entries = append(f.Entries, in.atomEntry(rec, language, address))
	}
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	return write(address, f)
}

// inForce returns every version that has come into force, the newest first.
func (in Input) inForce() []*record.Record {
	var out []*record.Record
	for _, rec := range in.Book.Records {
		for _, v := range rec.Versions {
			if v.Status != "draft" && !v.From.IsZero() && !in.Book.AsOf.Before(v.From) {
				out = append(out, v)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *record.Record) int {
		return cmp.Or(b.From.Compare(a.From), cmp.Compare(a.ID, b.ID), cmp.Compare(b.Version, a.Version))
	})
	return out
}

func (in Input) atomEntry(rec *record.Record, language, from string) atomEntry {
	text := rec.In(language)
	e := atomEntry{
		ID: in.urn("id/" + rec.ID + "/v" + strconv.Itoa(rec.Version)), Title: text.Title, Updated: midnight(rec.From.String()),
		Links:    []atomLink{{"alternate", in.link(from, page.AddressOf(rec, language))}},
		Category: &atomWord{rec.Type.Name, rec.Type.One.In(language)},
		Summary:  text.Fields.Get("change_note").String(),
	}
	if e.Summary == "" {
		e.Summary = text.Summary
	}
	if text.Written != language {
		e.Language = text.Written
	}
	return e
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
