package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
)

// A Version is a line in the list of a record's versions.
type Version struct {
	Number   int
	Link     Link
	Here     bool   // it is the one on this page
	Force    string // draft, coming, in-force, superseded, …
	From     Value  // its first day of force
	Until    Value  // its last, where it has one
	Approved Value
	// Published is when its binding text could first be read; "" where git does
	// not know.
	Published Value
	By        *Link // who approved it
	Note      Value // what it changed, for readers
	// Acknowledged is who knows it; nil where nobody was counted.
	Acknowledged *Acknowledged
	Compare      *Link // where that is shown word by word; nil for the first
}

// versions gives a record's other versions pages of their own, below the
// record's address. The version of the day can be cited by its number, too,
// and leads to the record.
func (p *planner) versions(rec *record.Record, language string) {
	if len(rec.Versions) < 2 {
		return
	}
	for _, v := range rec.Versions {
		at := diag.Span{File: v.Texts[language].File.Name, Start: diag.Position{Line: 1, Column: 1}, End: diag.Position{Line: 1, Column: 1}}
		p.comparePage(at, v, language)
		if v != rec {
			p.recordPage(at, v, language)
			continue
		}
		to := linkTo(rec, language)
		p.add(at, &Page{
			Kind: Redirect, Lang: language, Address: to.Address + versionPart(rec), Title: to.Title, Target: &to,
			Others: p.everywhere(func(l string) string { return recordAddress(rec, l) }),
		})
	}
}

// versionList lists a record's versions, the newest first; of one that has but
// one there is nothing to list.
func (p *planner) versionList(rec *record.Record, language string) []Version {
	if len(rec.Versions) < 2 {
		return nil
	}
	var out []Version
	for _, v := range slices.Backward(rec.Versions) {
		line := p.versionLine(v, language)
		line.Here, line.Compare = v == rec, compareLink(v, language)
		if known := p.acknowledged(v, language); known != nil && known.People > 0 {
			line.Acknowledged = known
		}
		out = append(out, line)
	}
	return out
}

// versionLine says what a list says of one version.
func (p *planner) versionLine(v *record.Record, language string) Version {
	days, _ := p.book.DaysOf(v)
	published, _, _ := Published(p.history, v, v.Source.Lang)
	line := Version{
		Published: dayOf(published, language),
		Number:    v.Version, Link: linkTo(v, language), Force: string(p.book.StandingOf(v).Force),
		From: dayOf(v.From, language), Until: dayOf(days.Last, language),
		By:   p.roleLink(v.Source.Fields.Get("approved_by").String(), language),
		Note: changeNote(v, language),
	}
	if f := v.Type.Field("approved_on"); f != nil {
		line.Approved, _ = p.readerOf(v, language).value(f, v.Source.Fields.Get("approved_on"))
	}
	return line
}
