package page

import (
	"github.com/cxbook/cxbook/generator/record"
)

// A Remark is what a page has to say on one paragraph of the body, or on one
// thing in a list, beside the words of the record.
type Remark struct {
	Word   string // what it is: remark.exception, remark.coming, lag.changed
	Anchor string // in the body; "" where it stands with a thing in a list
	From   Value  // its first day, where that is still to come
	Until  Value  // its last
	Where  []Link // the departments that it holds in; none: everywhere
	Text   Value  // what holds instead
	Link   Link   // where it is laid out
	// Since is the version that a translation gives, where the remark is on what
	// changed after it. It has Ways on, instead of one Link.
	Since int
	Ways  []Link
}

// gatherExceptions notes which paragraphs and duties have exceptions, by
// POL-004#key: those in force on the handbook's day and those to come.
func (p *planner) gatherExceptions() {
	p.exceptions = map[string][]*record.Record{}
	for _, rec := range p.book.ByType("exception") {
		switch p.book.StandingOf(rec).Force {
		case record.InForce, record.Coming:
			of := rec.Source.Fields.Get("of").String()
			p.exceptions[of] = append(p.exceptions[of], rec)
		}
	}
}

// exceptionsTo words the exceptions to one paragraph or duty.
func (p *planner) exceptionsTo(target, language string) []Remark {
	var out []Remark
	for _, rec := range p.exceptions[target] {
		out = append(out, p.exceptionOf(rec, language))
	}
	return out
}

// exceptionOf words one exception.
func (p *planner) exceptionOf(rec *record.Record, language string) Remark {
	r := p.readerOf(rec, language)
	days, _ := p.book.DaysOf(rec)
	remark := Remark{Word: "remark.exception", Until: dayOf(days.Last, language), Link: linkTo(rec, language)}
	if p.book.StandingOf(rec).Force == record.Coming {
		remark.Word, remark.From = "remark.coming", dayOf(rec.From, language)
	}
	if f := rec.Type.Field("instead"); f != nil {
		remark.Text, _ = r.value(f, r.fields().Get("instead"))
	}
	for _, id := range rec.Source.Fields.Get("departments").Strings() {
		if to := p.book.Record(id); to != nil {
			remark.Where = append(remark.Where, linkTo(to, language))
		}
	}
	return remark
}

// exceptionsIn words the exceptions to a part of one version. A reference means
// the record, so a version that is still to come has those that will hold on
// any of its days.
func (p *planner) exceptionsIn(version *record.Record, part, language string) []Remark {
	var out []Remark
	days, _ := p.book.DaysOf(version)
	for _, rec := range p.exceptions[version.ID+"#"+part] {
		own, _ := p.book.DaysOf(rec)
		if !otherVersion(version) || own.On(days.First) || days.On(own.First) {
			out = append(out, p.exceptionOf(rec, language))
		}
	}
	return out
}

// remarks puts on a record's page what there is to say on its parts. What is
// over, or was never decided, has none.
func (p *planner) remarks(out *Record, rec *record.Record, language string) {
	if otherVersion(rec) && p.book.StandingOf(rec).Force != record.Coming || len(p.exceptions) == 0 {
		return
	}
	if out.Doc != nil {
		for _, anchor := range out.Doc.Places {
			for _, remark := range p.exceptionsIn(rec, anchor, language) {
				remark.Anchor = anchor
				out.Remarks = append(out.Remarks, remark)
			}
		}
	}
	for _, s := range out.Sections {
		for i := range s.Value.List {
			if key := s.Value.List[i].key; key != "" {
				s.Value.List[i].Remarks = p.exceptionsIn(rec, key, language)
			}
		}
	}
}
