package feed

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/cxbook/cxbook/generator/source"
)

// Schema is the JSON Schema of everything under api/v1; it is published there.
//
//go:embed api.schema.json
var Schema []byte

// An Input is what the site says to programs about its records: those that its
// readers see, and no others.
type Input struct {
	Book    *record.Handbook
	Graph   *link.Graph
	Plan    *page.Plan
	Cards   *score.Cards
	Due     []due.Item
	History *history.History // nil where nobody asked
}

const api = "api/v1/"

// withheld are fields that are about persons: who holds a post stands on the
// role's page and nowhere else.
var withheld = []string{"holder", "account"}

type apiHandbook struct {
	Version         int               `json:"version"`
	AsOf            string            `json:"as_of"`
	Title           map[string]string `json:"title"`
	DefaultLanguage string            `json:"default_language"`
	Languages       []string          `json:"languages"`
	URL             string            `json:"url,omitempty"`
	Types           []apiType         `json:"types"`
	Records         []apiEntry        `json:"records"`
}

type apiType struct {
	Name   string       `json:"name"`
	Folder string       `json:"folder"`
	Prefix string       `json:"prefix"`
	One    schema.Words `json:"one"`
	Many   schema.Words `json:"many"`
	Count  int          `json:"count"`
}

// apiEntry is what a list says of a record.
type apiEntry struct {
	ID      string            `json:"id"`
	Type    string            `json:"type"`
	Version int               `json:"record_version"`
	Status  string            `json:"status"`
	Force   record.Force      `json:"standing"`
	Title   map[string]string `json:"title"`
	Paths   map[string]string `json:"paths"`
	URLs    map[string]string `json:"urls,omitempty"`
	Details string            `json:"details"`
}

type apiRecord struct {
	FormatVersion int `json:"version"`
	apiEntry
	Since     string             `json:"standing_since,omitempty"`
	EndedBy   string             `json:"ended_by,omitempty"`
	From      string             `json:"effective_from,omitempty"`
	Until     string             `json:"effective_until,omitempty"`
	Published string             `json:"first_published,omitempty"`
	Amended   string             `json:"last_amended,omitempty"`
	Source    string             `json:"source_language"`
	Versions  []apiVersion       `json:"versions"`
	Fields    map[string]any     `json:"fields"`
	Texts     map[string]apiText `json:"texts"`
	Refers    []string           `json:"refers_to"`
	Backlinks []apiRelation      `json:"referred_to_by"`
}

// apiVersion is where a version is read, and when it holds.
type apiVersion struct {
	Version int               `json:"record_version"`
	Force   record.Force      `json:"standing"`
	From    string            `json:"effective_from,omitempty"`
	Last    string            `json:"last_day,omitempty"`
	Paths   map[string]string `json:"paths"`
}

// apiText is a record as one language shows it.
type apiText struct {
	Written  string         `json:"written"` // language of the words
	Stale    bool           `json:"stale"`   // the words are of an earlier version
	Title    string         `json:"title"`
	Summary  string         `json:"summary,omitempty"`
	Fields   map[string]any `json:"fields,omitempty"` // the others that a translation words anew
	Sections []apiSection   `json:"sections"`
}

// apiSection is what stands under a heading of the body, or before the first.
type apiSection struct {
	Heading string `json:"heading,omitempty"`
	Level   int    `json:"level,omitempty"`
	Anchor  string `json:"anchor,omitempty"`
	Text    string `json:"text"`
}

type apiRelation struct {
	Relation schema.Words `json:"relation,omitempty"` // left out for mentions
	Records  []string     `json:"records"`
}

// API returns the files under api/v1: handbook.json, one file for each record,
// and the schema of them all.
func API(in Input) ([]site.File, error) {
	book, err := in.handbook()
	if err != nil {
		return nil, err
	}
	cards, err := in.scorecards()
	if err != nil {
		return nil, err
	}
	files := []site.File{book, cards, {Path: api + "schema.json", Data: Schema, Owner: "cxbook: schema of the API"}}
	for _, rec := range in.Book.Records {
		files = append(files, site.File{
			Path: api + "records/" + rec.ID + ".json", Owner: rec.ID,
			Make: func() ([]byte, error) { return in.record(rec) },
		})
	}
	return files, nil
}

func (in Input) handbook() (site.File, error) {
	config := in.Book.Config
	h := apiHandbook{
		Version: 1, AsOf: in.Book.AsOf.String(), Title: map[string]string{}, DefaultLanguage: config.DefaultLanguage,
		Languages: config.Languages, URL: in.Plan.Base, Types: []apiType{}, Records: []apiEntry{},
	}
	for _, l := range config.Languages {
		h.Title[l] = schema.Words(config.Title).In(l)
	}
	for _, t := range in.Book.Types.Types() {
		if n := len(in.Book.ByType(t.Name)); n > 0 {
			h.Types = append(h.Types, apiType{t.Name, t.Folder, t.Prefix, t.One, t.Many, n})
		}
	}
	for _, rec := range in.Book.Records {
		h.Records = append(h.Records, in.entry(rec))
	}
	data, err := encode(h)
	return site.File{Path: api + "handbook.json", Data: data, Owner: "cxbook: handbook.json"}, err
}

// scorecards are those that have rows, in the handbook's own language.
func (in Input) scorecards() (site.File, error) {
	doc := score.Document{Version: 1, AsOf: in.Book.AsOf.String(), Scorecards: []score.DocumentCard{}}
	if in.Cards != nil {
		for _, card := range in.Cards.Document(doc.AsOf, in.Book.Config.DefaultLanguage, "").Scorecards {
			if len(card.Rows) > 0 {
				doc.Scorecards = append(doc.Scorecards, card)
			}
		}
	}
	data, err := encode(doc)
	return site.File{Path: api + "scorecards.json", Data: data, Owner: "cxbook: scorecards.json"}, err
}

func (in Input) entry(rec *record.Record) apiEntry {
	e := apiEntry{
		ID: rec.ID, Type: rec.Type.Name, Version: rec.Version, Status: in.Book.StatusOf(rec), Force: in.Book.StandingOf(rec).Force,
		Title: map[string]string{}, Paths: map[string]string{}, Details: "records/" + rec.ID + ".json",
	}
	for _, l := range in.Book.Config.Languages {
		address := page.AddressOf(rec, l)
		e.Title[l], e.Paths[l] = rec.Texts[l].Title, address
		if url := in.Plan.Absolute(address); url != "" {
			if e.URLs == nil {
				e.URLs = map[string]string{}
			}
			e.URLs[l] = url
		}
	}
	return e
}

func (in Input) record(rec *record.Record) ([]byte, error) {
	r := apiRecord{
		FormatVersion: 1, apiEntry: in.entry(rec), Source: rec.Source.Lang, Fields: fields(rec.Source.Fields),
		Texts: map[string]apiText{}, Refers: []string{}, Backlinks: []apiRelation{},
	}
	standing := in.Book.StandingOf(rec)
	r.From, r.Until, r.Since = day(rec.From), day(rec.Until), day(standing.Since)
	if standing.By != nil && standing.By.ID != rec.ID {
		r.EndedBy = standing.By.ID
	}
	first, last, _ := page.Published(in.History, rec, in.Book.Config.Languages...)
	r.Published, r.Amended = day(first), day(last)
	for _, l := range in.Book.Config.Languages {
		r.Texts[l] = textOf(rec, l)
	}
	for _, v := range rec.Versions {
		r.Versions = append(r.Versions, in.version(v))
	}
	for _, e := range in.Graph.Outgoing(rec.ID) {
		if e.To.ID != rec.ID && !slices.Contains(r.Refers, e.To.ID) {
			r.Refers = append(r.Refers, e.To.ID)
		}
	}
	slices.Sort(r.Refers)
	for _, relation := range in.Graph.Backlinks(rec.ID) {
		from := apiRelation{Relation: relation.Name, Records: []string{}}
		for _, other := range relation.From {
			from.Records = append(from.Records, other.ID)
		}
		r.Backlinks = append(r.Backlinks, from)
	}
	data, err := encode(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", rec.ID, err)
	}
	return data, nil
}

func (in Input) version(v *record.Record) apiVersion {
	days, _ := in.Book.DaysOf(v)
	out := apiVersion{v.Version, in.Book.StandingOf(v).Force, day(v.From), day(days.Last), map[string]string{}}
	for _, l := range in.Book.Config.Languages {
		out.Paths[l] = page.AddressOf(v, l)
	}
	return out
}

// day writes a day, or nothing where there is none.
func day(d lang.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// textOf returns what a language's pages say of a record. The words of the body
// are those that a reader sees: no markup, and no comment of an author.
func textOf(rec *record.Record, language string) apiText {
	t := rec.Texts[language]
	out := apiText{Written: t.Written, Stale: t.Stale, Title: t.Title, Summary: t.Summary, Sections: []apiSection{}}
	if t.Fields != rec.Source.Fields {
		binding := fields(rec.Source.Fields)
		out.Fields = fields(t.Fields)
		maps.DeleteFunc(out.Fields, func(name string, value any) bool {
			return name == "title" || name == "summary" || reflect.DeepEqual(value, binding[name])
		})
	}
	for _, s := range t.Doc.Sections {
		section := apiSection{Text: s.Text}
		if s.Heading >= 0 {
			h := t.Doc.Headings[s.Heading]
			section.Heading, section.Level, section.Anchor = h.Text, h.Level, h.Anchor
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

// fields returns front matter as JSON, without what is about persons.
func fields(front *source.Node) map[string]any {
	out := map[string]any{}
	for _, f := range front.Fields {
		if !slices.Contains(withheld, f.Key) {
			out[f.Key] = f.Value.JSON()
		}
	}
	return out
}

// encode writes JSON for programs that may be old: one line, keys in a fixed
// order, no escapes that only HTML needs.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
