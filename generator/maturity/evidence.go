package maturity

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// An Evidence is something that is said to prove a level, and whether it does
// on the day.
type Evidence struct {
	Proves int
	Kind   string         // document, data, record, interview
	Record *record.Record // nil where it stands elsewhere
	URL    string
	On     lang.Date // the day that it speaks of; zero where not said
	Until  lang.Date // the last day on which it is good; zero without an end
	Lapse  Lapse     // why it is not good; "" where it is

	timeless bool // it says for how long it is valid, in words that are no time
}

// Good reports whether it proves anything on the day.
func (e Evidence) Good() bool { return e.Lapse == "" }

// A Lapse says why evidence is not good on a day.
type Lapse string

// The lapses.
const (
	Missing       Lapse = "missing" // what it refers to is not in the handbook
	NotInForce    Lapse = "not-in-force"
	ReviewMissed  Lapse = "review"    // its record is past its review by more than the grace
	Expired       Lapse = "expired"   // on + valid_for is past
	NotYet        Lapse = "not-yet"   // it is dated after the day
	WithoutPeriod Lapse = "no-period" // a page elsewhere that does not say when, or for how long
)

func evidenceOf(book *record.Handbook, n *source.Node) Evidence {
	e := Evidence{Kind: n.Get("kind").String(), URL: n.Get("url").String()}
	e.Proves, _ = n.Get("proves").Int()
	e.Record = book.Record(n.Get("ref").String())
	e.On, _ = lang.ParseDate(n.Get("on").String())
	if period := n.Get("valid_for").String(); period != "" && !e.On.IsZero() {
		until, err := e.On.Add(period)
		e.Until, e.timeless = until, err != nil
	} else {
		e.timeless = e.Record == nil
	}
	return e
}

// judge says whether the evidence is good on the handbook's day.
func (e *Evidence) judge(book *record.Handbook, grace string) {
	switch {
	case e.Record == nil && e.URL == "":
		e.Lapse = Missing
	case e.timeless:
		e.Lapse = WithoutPeriod
	case book.AsOf.Before(e.On):
		e.Lapse = NotYet
	case !e.Until.IsZero() && e.Until.Before(book.AsOf):
		e.Lapse = Expired
	case e.Record != nil && !inForce(book, e.Record):
		e.Lapse = NotInForce
	case e.Record != nil:
		e.reviewed(book, grace)
	}
}

// reviewed notes whether the record is too far past its review, and until when
// it will be evidence otherwise.
func (e *Evidence) reviewed(book *record.Handbook, grace string) {
	review, ok := book.ReviewOf(e.Record)
	if !ok {
		return
	}
	last, err := review.Due.Add(grace)
	if err != nil {
		last = review.Due
	}
	if last.Before(book.AsOf) {
		e.Lapse = ReviewMissed
	}
	if e.Until.IsZero() || last.Before(e.Until) {
		e.Until = last
	}
}

// prove works out the highest level that holds on the day: each level from the
// first that needs proof has good evidence, and not of documents alone.
func (l *Level) prove(book *record.Handbook, p Parameters) {
	for i := range l.Evidence {
		l.Evidence[i].judge(book, p.Grace)
	}
	l.Provable = l.Claimed
	for level := max(p.Proven, 1); level <= l.Claimed; level++ {
		if lack := l.lack(level); lack != "" {
			l.Provable, l.Unproven, l.Lack = level-1, level, lack
			l.Held, _ = l.lasts(level, func(e Evidence) bool { return e.Lapse == Expired || e.Lapse == ReviewMissed })
			return
		}
		if last, ends := l.lasts(level, Evidence.Good); ends && (l.Holds.IsZero() || last.Before(l.Holds)) {
			l.Holds = last
		}
	}
}

// lasts returns the last day on which evidence of a level is good that counts
// by itself; false where some is without an end, or there is none.
func (l *Level) lasts(level int, which func(Evidence) bool) (last lang.Date, ends bool) {
	for _, e := range l.Evidence {
		if e.Proves != level || e.Kind == "document" || !which(e) {
			continue
		}
		if e.Until.IsZero() {
			return lang.Date{}, false
		}
		if last.Before(e.Until) {
			last = e.Until
		}
	}
	return last, !last.IsZero()
}

// lack says what a level lacks; "" where it is proven.
func (l *Level) lack(level int) Lack {
	holds := func(items []Evidence) bool {
		return slices.ContainsFunc(items, func(e Evidence) bool { return e.Kind != "document" })
	}
	var all, good []Evidence
	for _, e := range l.Evidence {
		if e.Proves == level {
			all = append(all, e)
			if e.Good() {
				good = append(good, e)
			}
		}
	}
	switch {
	case holds(good):
		return ""
	case len(all) == 0:
		return NoEvidence
	case holds(all):
		return Decayed
	case len(good) == 0:
		return Decayed
	}
	return OnlyDocuments
}
