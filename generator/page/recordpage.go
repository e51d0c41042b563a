package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// elsewhere are the fields that a page shows in places of their own, or that
// belong to the file and not to its reader.
var elsewhere = map[string]bool{
	"id": true, "title": true, "summary": true, "version": true,
	"sources": true, "ours": true, "acknowledgements": true, "source_version": true, "parity_ok": true,
}

// about are the fields that say how a record is kept, not what it says: a
// reader in a hurry wants them last.
var about = map[string]bool{
	"owner": true, "account": true, "status": true, "approved_on": true, "approved_by": true,
	"effective_from": true, "effective_until": true, "change_note": true, "review": true,
	"amends": true, "supersedes": true, "repeals": true, "domain": true, "departments": true,
	"audience": true, "tags": true, "aliases": true, "forms": true, "related": true,
	"source": true, "data": true, "columns": true, "skip_rows": true, "cases": true,
	"completions": true,
}

// recordContent lays a record out for one language.
func (p *planner) recordContent(rec *record.Record, language string) *Record {
	text := rec.Texts[language]
	all, keys := oursOf(text.Fields)
	r := &reader{book: p.book, rec: rec, lang: language, written: text.Written, ours: keys}
	out := &Record{
		ID: rec.ID, Type: rec.Type.Name, TypeName: rec.Type.One.In(language),
		Version: versionShown(rec, text), Written: text.Written, Ours: all,
		Banner: p.banner(rec, language), Notices: notices(rec, language),
		Versions: p.versionList(rec, language), Review: p.confirmed(rec, language),
		Acknowledged: p.acknowledged(rec, language), Trained: p.trainedOn(rec, language), Scores: p.scores(rec, language),
		Measured: p.measured(rec, language), Loop: p.loop(rec, language),
		Doc: text.Doc, Leads: p.leads(rec, text, language),
		Lead: !rec.Type.BodyFirst,
	}
	if c := p.cards.Card(rec.ID); c != nil && c.Record == rec {
		out.Card = p.card(c, language)
	}
	computed := p.computed(out, r)
	for _, f := range rec.Type.Fields {
		if elsewhere[f.Name] || slices.Contains(computed, f.Name) {
			continue
		}
		if v, ok := r.value(f, text.Fields.Get(f.Name)); ok {
			if f.Name == "tags" {
				p.tagged[language].link(&v)
			}
			out.place(f, v, r)
		}
	}
	out.About = append(out.About, p.published(rec, language)...)
	if f := rec.Type.Field("sources"); f != nil {
		v, _ := r.value(f, text.Fields.Get("sources"))
		out.Sources = v.List
	}
	p.terms(rec, language).link(out)
	lagRemarks(out, rec, language)
	p.remarks(out, rec, language)
	if !otherVersion(rec) { // a reference means the record, never one version of it
		out.Previous, out.Next = p.neighbours(rec, language)
		out.Backlinks = p.backlinks(rec, language)
	}
	out.Contents = contents(out, r.foreign())
	return out
}

// place puts a field's value where the page shows it.
func (out *Record) place(f *schema.Field, v Value, r *reader) {
	fact := Fact{Name: f.Name, Label: f.Label.In(r.lang), Value: v, Ours: r.ours[f.Name]}
	if f.Name == "effective_from" && !r.begun() {
		fact.Label, fact.Word = "", "about.begins"
	}
	switch {
	case about[f.Name]:
		out.About = append(out.About, fact)
	case own(f):
		v.anchor(f.Name)
		out.Sections = append(out.Sections, Section{Title: fact.Label, Anchor: "field:" + f.Name, Value: v, Ours: fact.Ours})
	default:
		out.Details = append(out.Details, fact)
	}
}

// begun reports whether the record has been in force, or always is: of a day to
// come it is not said that it has been so since.
func (r *reader) begun() bool {
	force := r.book.StandingOf(r.rec).Force
	return force != record.Draft && force != record.Coming
}

// own reports whether a field deserves a heading of its own: things with
// parts do, single values do not.
func own(f *schema.Field) bool {
	return f.Shape == schema.Object || f.Shape == schema.ListOf && f.Item.Shape == schema.Object
}

// anchor gives the things of a list their anchors: the list's name, the key.
func (v *Value) anchor(list string) {
	for i := range v.List {
		if v.List[i].Anchor != "" {
			v.List[i].Anchor = anchorOf(list, v.List[i].Anchor)
		}
	}
}

// oursOf reads `ours`: true for the whole record, or the keys and fields that
// the house added.
func oursOf(front *source.Node) (all bool, keys map[string]bool) {
	n := front.Get("ours")
	if n == nil {
		return false, nil
	}
	keys = map[string]bool{}
	for _, e := range n.Items {
		keys[e.Text] = true
	}
	return n.Text == "true", keys
}

// versionShown returns the version whose words a page gives: a translation may
// be behind.
func versionShown(rec *record.Record, text *record.Text) int {
	if text.SourceVersion > 0 {
		return text.SourceVersion
	}
	return rec.Version
}

// notices tells what a reader must know about the language of a page.
func notices(rec *record.Record, language string) []Notice {
	text := rec.Texts[language]
	binding := linkTo(rec, rec.Source.Lang)
	n := Notice{Lag: lag(rec, language, language), Written: text.Written, Binding: binding, Source: rec.Source.Lang, Version: rec.Version, Translated: text.SourceVersion}
	switch {
	case text.Written != language:
		n.Key = "untranslated"
	case text.Stale:
		n.Key = "stale"
	case text.SourceVersion > 0:
		n.Key = "translation"
	default:
		return nil
	}
	return []Notice{n}
}

// leads says where each reference of a body leads.
func (p *planner) leads(rec *record.Record, text *record.Text, language string) map[diag.Span]Link {
	out := map[diag.Span]Link{}
	if text.Doc == nil {
		return out
	}
	for _, ref := range text.Doc.References {
		if l, ok := p.lead(rec, text, language, ref); ok {
			out[ref.At] = l
		}
	}
	return out
}

func (p *planner) lead(rec *record.Record, text *record.Text, language string, ref markdown.Reference) (Link, bool) {
	target := p.graph.Resolve(rec, text, ref)
	switch {
	case !target.OK:
		return Link{}, false
	case target.URL != "":
		return Link{URL: target.URL}, true
	case target.Asset != "":
		return Link{Address: p.file(target.Asset)}, true
	case target.Record == nil:
		return Link{Address: recordAddress(rec, language), Fragment: target.Anchor}, true
	}
	l := linkTo(target.Record, language)
	l.Fragment = anchorIn(target.Record, target.Anchor, text.Written, language)
	return l, true
}

// anchorIn returns the id of the place that a text in one language means, on
// the record's page in another: the same item, or the heading that stands
// where the named one stands. "" leads to the top of the page.
func anchorIn(rec *record.Record, anchor, from, to string) string {
	doc, origin := rec.Texts[to].Doc, rec.In(from).Doc
	if anchor == "" {
		return ""
	}
	if item := itemAnchor(rec, anchor, to); item != "" {
		return item
	}
	i := slices.IndexFunc(origin.Headings, func(h markdown.Heading) bool { return h.Anchor == anchor })
	if i < 0 || len(origin.Headings) != len(doc.Headings) {
		return ""
	}
	return doc.Headings[i].Anchor
}

func (p *planner) backlinks(rec *record.Record, language string) []Relation {
	var out []Relation
	for _, rel := range p.graph.Backlinks(rec.ID) {
		r := Relation{Name: relationName(rel, language)}
		for _, from := range rel.From {
			r.Links = append(r.Links, linkTo(from, language))
		}
		out = append(out, r)
	}
	return out
}

func relationName(rel link.Relation, language string) string {
	if rel.Name == nil {
		return ""
	}
	return rel.Name.In(language)
}

// contents lists a page's headings in the order of the page. written is the
// language of the body's where it is not the page's.
func contents(r *Record, written string) []Entry {
	body, fields := []Entry(nil), slices.Concat(r.Procedure.contents(), r.Work.contents(), r.Assessed.contents(), r.Improved.contents())
	if r.Improved != nil && r.Scores != nil {
		fields = append(fields, Entry{Level: 2, Word: "scores", Anchor: "page:scored"})
	}
	if r.Measured != nil {
		fields = append(fields, Entry{Level: 2, Word: "measured", Anchor: "page:measured"})
	}
	if r.Loop != nil {
		fields = append(fields, Entry{Level: 2, Word: "loop", Anchor: "page:loop"})
	}
	for _, s := range r.Sections {
		fields = append(fields, Entry{Level: 2, Title: s.Title, Anchor: s.Anchor})
	}
	if r.Doc != nil {
		for _, h := range r.Doc.Headings {
			if h.Level == 2 || h.Level == 3 {
				body = append(body, Entry{Level: h.Level, Title: h.Text, Anchor: h.Anchor, Lang: written})
			}
		}
	}
	if r.Lead {
		return append(fields, body...)
	}
	return append(body, fields...)
}
