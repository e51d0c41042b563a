package link

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
)

// amendingFields are those by which a record does something to another.
var amendingFields = []string{"amends", "supersedes", "repeals"}

// An amendment is what a record says that it does to another from its first
// day on, in the first of its versions that says so.
type amendment struct {
	by, to  *record.Record
	field   string
	pointer string
	at      diag.Span
}

// day is the day on which it happens, zero where none is said: then there is
// nothing to compare.
func (a amendment) day() lang.Date { return a.by.From }

// counts reports whether it happens on any day, and on which is known.
func (a amendment) counts() bool { return a.by.TakesEffect() && a.by.Dated() }

// amendments reports what records do to each other that cannot be. None of it
// depends on the day of the handbook.
func (c *connector) amendments() {
	all := c.gatherAmendments()
	inCircle := c.amendmentCircles(all)
	ends := map[string][]amendment{}
	said := map[[3]string]bool{}
	var sound []amendment
	for _, a := range all {
		name := [3]string{a.by.ID, a.to.ID, a.field}
		if inCircle[pair{a.by.ID, a.to.ID}] || !a.counts() || said[name] {
			continue
		}
		said[name] = true
		sound = append(sound, a)
		if a.field != "amends" && !a.day().IsZero() {
			ends[a.to.ID] = append(ends[a.to.ID], a)
		}
	}
	for _, a := range sound {
		c.judgeAmendment(a, ends[a.to.ID])
	}
	for _, group := range ends {
		c.endedTwice(group)
	}
}

// gatherAmendments lists what versions do to other records of their type, and
// to themselves, by record and version.
func (c *connector) gatherAmendments() []amendment {
	var out []amendment
	for _, r := range c.book.Records {
		for _, v := range r.Versions {
			for _, field := range amendingFields {
				list := v.Source.File.Front.Get(field)
				if list == nil {
					continue
				}
				for i, item := range list.Items {
					if to := c.book.Record(item.Text); to != nil && to.Type == v.Type {
						out = append(out, amendment{v, to, field, "/" + field + "/" + strconv.Itoa(i), item.At})
					}
				}
			}
		}
	}
	return out
}

type pair struct{ from, to string }

// amendmentCircles reports records that change each other in a circle, drafts
// among them, and returns the steps of all circles: what else could be said
// of these follows from the circle.
func (c *connector) amendmentCircles(all []amendment) map[pair]bool {
	g, number := &needGraph{}, map[string]int{}
	node := func(id string) int {
		if _, ok := number[id]; !ok {
			number[id] = len(g.keys)
			g.keys, g.needs = append(g.keys, id), append(g.needs, nil)
		}
		return number[id]
	}
	known := map[pair]bool{}
	for _, a := range all {
		if known[pair{a.by.ID, a.to.ID}] || a.by.Status != "draft" && !a.by.TakesEffect() {
			continue
		}
		known[pair{a.by.ID, a.to.ID}] = true
		from, to := node(a.by.ID), node(a.to.ID)
		g.needs[from] = append(g.needs[from], need{from, to, schema.Reference{Target: a.to.ID, Pointer: a.pointer, At: a.at}})
	}
	g.state = make([]visit, len(g.keys))
	for i := range g.keys {
		if g.state[i] == unseen {
			g.search(i)
		}
	}
	steps := map[pair]bool{}
	for _, circle := range g.cycles {
		for _, n := range circle {
			steps[pair{g.keys[n.from], g.keys[n.to]}] = true
		}
		c.report(g.amendmentCircle(circle))
	}
	return steps
}

// amendmentCircle words one circle, with the place of each of its steps.
func (g *needGraph) amendmentCircle(circle []need) diag.Diagnostic {
	first := circle[0]
	from := g.keys[first.from]
	if len(circle) == 1 {
		return diag.New(diag.AmendmentCircle, first.ref.At, "target", from).As("self").For(from, first.ref.Pointer)
	}
	d := diag.New(diag.AmendmentCircle, first.ref.At, "cycle", g.names(circle)).For(from, first.ref.Pointer)
	for _, n := range circle[1:min(len(circle), maxCycleKeys)] {
		d = d.See(n.ref.At, "link", "from", g.keys[n.from], "target", g.keys[n.to])
	}
	return d
}

// judgeAmendment holds one amendment against its target's own days. ends are
// all ends of the target by records.
func (c *connector) judgeAmendment(a amendment, ends []amendment) {
	var last *record.Record // of the target's versions that are ever in force
	var decided bool
	for _, v := range a.to.Versions {
		if !v.Dated() {
			return // what is wrong with its days has been reported
		}
		decided = decided || v.Status != "draft"
		if v.TakesEffect() {
			last = v
		}
	}
	switch {
	case !decided:
		c.vain(a, diag.New(diag.VainAmendment, a.at, "target", a.to.ID).As("never"))
	case last == nil || a.day().IsZero():
	case a.field == "amends":
		c.judgeAmends(a, last, ends)
	case !c.endsTooEarly(a):
		c.judgeEnd(a, last)
	}
}

func (c *connector) vain(a amendment, d diag.Diagnostic) { c.report(d.For(a.by.ID, a.pointer)) }

// endsTooEarly reports an end that comes before a version of the target, or on
// its first day: it would never hold.
func (c *connector) endsTooEarly(a amendment) bool {
	for _, v := range a.to.Versions {
		if v.TakesEffect() && !v.From.Before(a.day()) {
			at := v.Source.File.Front.Get("effective_from")
			c.vain(a, diag.New(diag.VainAmendment, a.at, "target", a.to.ID, "version", strconv.Itoa(v.Version),
				"date", a.day().String(), "begins", v.From.String()).See(at.At, "begins"))
			return true
		}
	}
	return false
}

// judgeEnd compares an end with the last day that the target gives itself. A
// repeal may come before it; a successor takes over on the day after it.
func (c *connector) judgeEnd(a amendment, last *record.Record) {
	until := last.Until
	if until.IsZero() {
		return
	}
	at := untilPlace(last)
	target, from, end := a.to.ID, a.day().String(), until.Next()
	switch gap := end.Before(a.day()); {
	case a.field == "supersedes" && !until.Before(a.day()):
		c.vain(a, diag.New(diag.VersionOverlap, a.at, "target", target, "from", from, "until", until.String()).
			As("record").See(at, "until"))
	case a.field == "supersedes" && gap:
		c.vain(a, diag.New(diag.VersionGap, a.at, "target", target, "first", end.String(), "last", a.day().Previous().String()).
			As("record").See(at, "until"))
	case gap:
		c.vain(a, diag.New(diag.VainAmendment, a.at, "target", target, "date", from, "ended", end.String()).
			As("over").See(at, "ended"))
	}
}

// judgeAmends reports an amendment of what is over by then.
func (c *connector) judgeAmends(a amendment, last *record.Record, ends []amendment) {
	var ended lang.Date
	var at diag.Span
	if until := last.Until; !until.IsZero() {
		ended, at = until.Next(), untilPlace(last)
	}
	for _, e := range ends {
		if ended.IsZero() || e.day().Before(ended) {
			ended, at = e.day(), e.at
		}
	}
	if !ended.IsZero() && !a.day().Before(ended) {
		c.vain(a, diag.New(diag.VainAmendment, a.at, "target", a.to.ID, "date", a.day().String(), "ended", ended.String()).
			As("over").See(at, "ended"))
	}
}

// untilPlace is where a version says its last day; nowhere where its readers
// only know the day, because it gave way to what is for others.
func untilPlace(v *record.Record) diag.Span {
	if n := v.Source.File.Front.Get("effective_until"); n != nil {
		return n.At
	}
	return diag.Span{}
}

// endedTwice reports all ends of a record but the first; several records may
// replace it together.
func (c *connector) endedTwice(ends []amendment) {
	slices.SortStableFunc(ends, func(a, b amendment) int {
		return cmp.Or(a.day().Compare(b.day()), -cmp.Compare(a.field, b.field), cmp.Compare(a.by.ID, b.by.ID))
	})
	first := ends[0]
	for _, a := range ends[1:] {
		d := diag.New(diag.EndedTwice, a.at, "target", a.to.ID, "date", a.day().String(),
			"other", first.by.ID, "before", first.day().String())
		switch {
		case a.day() == first.day() && a.field == first.field:
			continue
		case a.by.ID == first.by.ID:
			d = d.As("same")
		case a.day() == first.day():
			d = d.As("both")
		}
		c.vain(a, d.See(first.at, "other"))
	}
}

// approval reports who approved what they answer for alone. What has been
// replaced or withdrawn cannot be mended.
func (c *connector) approval(r *record.Record) {
	front := r.Source.File.Front
	owner, by := front.Get("owner"), front.Get("approved_by")
	if owner == nil || by == nil || owner.Text != by.Text || r.Status == "draft" || outdated(r) {
		return
	}
	role := c.book.Record(by.Text)
	if role == nil {
		return // it has been reported, or its own file is to blame
	}
	if newest := newestOf(role); newest != nil {
		role = newest
	}
	if role.Source.File.Front.Get("kind").String() != "body" {
		c.report(diag.New(diag.ApprovedByOwner, by.At, "owner", owner.Text).For(r.ID, "/approved_by").See(owner.At, "owner"))
	}
}
