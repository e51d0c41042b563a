package page

import (
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// banner says what a reader must know before believing a page: that it is no
// law today, or that it is about to change.
func (p *planner) banner(rec *record.Record, language string) *Banner {
	standing := p.book.StandingOf(rec)
	b := &Banner{Force: string(standing.Force), Day: dayOf(standing.Since, language)}
	switch {
	case standing.Force == record.Repealed && standing.By != nil:
		b.By, b.Repeals = p.recordLink(standing.By, language), true
	case standing.Instead != nil:
		b.By = p.recordLink(standing.Instead, language)
		if standing.Instead.ID == rec.ID {
			b.Version = standing.Instead.Version
		}
	case standing.Force == record.InForce && standing.Next == nil:
		return p.ending(rec, language)
	case standing.Force == record.InForce:
		b.Force, b.Day = "amended", dayOf(standing.Next.From, language)
		l := linkTo(standing.Next, language)
		b.By, b.Version, b.Note = &l, standing.Next.Version, changeNote(standing.Next, language)
		b.Compare = compareLink(standing.Next, language)
	case standing.Force == record.Coming, standing.Force == record.Draft:
		b.Compare = compareLink(rec, language)
	}
	return b
}

// ending says that law in force is going to end without a next version; nil
// where it goes on.
func (p *planner) ending(rec *record.Record, language string) *Banner {
	days, ok := p.book.DaysOf(rec)
	if !ok || days.Last.IsZero() {
		return nil
	}
	b := &Banner{Force: "ending", Day: dayOf(days.Last, language)}
	if days.By != nil {
		b.By, b.Repeals = p.recordLink(days.By, language), days.How == record.Repealed
	}
	return b
}

// recordLink leads to a record in its version of the day, nil where it has
// none.
func (p *planner) recordLink(rec *record.Record, language string) *Link {
	now := p.book.Record(rec.ID)
	if now == nil {
		return nil
	}
	l := linkTo(now, language)
	return &l
}

// changeNote returns what a version changes, for readers. A translation that
// has no note of its own shows the source's.
func changeNote(v *record.Record, language string) Value {
	text := v.Texts[language]
	note := Value{Text: text.Fields.Get("change_note").String()}
	written := text.Written
	if note.Text == v.Source.Fields.Get("change_note").String() {
		written = v.Source.Lang
	}
	if written != language {
		note.Lang = written
	}
	return note
}

// dayOf words a day; of no day, nothing.
func dayOf(d lang.Date, language string) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{Text: lang.FormatDate(language, d), Machine: d.String()}
}

// forceShown returns the standing of a record where it is worth saying in a
// list: law in force is what a reader expects.
func (p *planner) forceShown(rec *record.Record) string {
	if force := p.book.StandingOf(rec).Force; force != record.InForce {
		return string(force)
	}
	return ""
}
