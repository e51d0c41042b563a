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
	case standing.By != nil:
		if by := p.book.Record(standing.By.ID); by != nil {
			l := linkTo(by, language)
			b.By = &l
		}
	case standing.Force == record.InForce && standing.Next == nil:
		return nil
	case standing.Force == record.InForce:
		b.Force, b.Day = "amended", dayOf(standing.Next.From, language)
		text := standing.Next.In(language)
		b.Note = Value{Text: text.Fields.Get("change_note").String()}
		if text.Written != language {
			b.Note.Lang = text.Written
		}
	}
	return b
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
