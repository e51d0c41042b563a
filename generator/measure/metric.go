package measure

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// MaxPeriods is how many periods are computed, the newest ones: a slip in one
// year must not make a table of thousands of rows.
const MaxPeriods = 120

// A Metric is what a metric's data say on a day.
type Metric struct {
	ID       string
	Kind     string
	Raw      bool // the data are single answers
	Percent  bool // figures are percents
	Down     bool // less is better
	Decimals int  // to show figures with
	MinGroup int  // fewer answers than that are not shown
	Months   int  // of a period
	// Periods are from the first that has data to the last, without a gap.
	Periods []Period
	// Lead is which of them leads: the latest that is over and has data, −1
	// with a Reason where there is none.
	Lead   int
	Reason Reason
	Groups []Group // by dimension, then name; what is not stated last

	table *table
	book  *record.Handbook
	asOf  lang.Date
}

// A Period is what was measured in a month, quarter, half or year.
type Period struct {
	Span
	Complete bool // it is over
	Figure
	Target *float64 // that holds on its last day; nil without
	Met    *bool    // nil where there is no figure or no target
	Alert  bool     // so bad that somebody must act at once
	Change *Change  // against the period before; nil where one of the two has no figure
}

// A Group is the same of some of the answers.
type Group struct {
	By      Dimension
	Name    string // id of a department or listening post, a channel; "" for what is not stated
	Periods []Period
}

// Leading returns the period that leads.
func (m *Metric) Leading() (Period, bool) {
	if m.Lead < 0 {
		return Period{}, false
	}
	return m.Periods[m.Lead], true
}

// GroupsBy returns the groups of one dimension.
func (m *Metric) GroupsBy(d Dimension) []Group {
	i := slices.IndexFunc(m.Groups, func(g Group) bool { return g.By == d })
	if i < 0 {
		return nil
	}
	end := i
	for end < len(m.Groups) && m.Groups[end].By == d {
		end++
	}
	return m.Groups[i:end]
}

// A Slice is the answers of one group; the zero Slice is all of them.
type Slice struct {
	By   Dimension
	Name string
}

// Over returns what was measured between two days, both included. Days after
// the handbook's have none. What fewer gave than may be shown is not shown, nor
// what would tell, beside the periods and groups that are shown, what fewer gave.
// Values that were computed elsewhere belong to the day they are dated; but the
// only value of a month is that of the whole month, and says nothing of a part of
// it.
func (m *Metric) Over(from, to lang.Date, s Slice) Figure {
	if m.asOf.Before(to) {
		to = m.asOf
	}
	if to.Before(from) {
		return none(NoAnswers)
	}
	if m.torn(from, to) {
		return none(NotWhole)
	}
	f, inside := m.window(from, to, s)
	if m.MinGroup <= 1 || f.Estimate == nil {
		return f
	}
	first, last := spanOf(number(from, m.Months), m.Months).First, spanOf(number(to, m.Months), m.Months).Last()
	if m.asOf.Before(last) {
		last = m.asOf
	}
	if _, all := m.window(first, last, s); all > inside && all-inside < m.MinGroup {
		return none(Complement)
	}
	return f
}

// torn reports whether days begin or end within a period of which there is only
// one value.
func (m *Metric) torn(from, to lang.Date) bool {
	if m.Raw {
		return false
	}
	first, last := spanOf(number(from, m.Months), m.Months), spanOf(number(to, m.Months), m.Months)
	return from != first.First && m.whole(first) || to != last.Last() && m.whole(last)
}

// whole reports whether what there is of a period are values of all of it: no
// group has two.
func (m *Metric) whole(s Span) bool {
	t, seen := m.table, map[[3]uint16]bool{}
	rows := t.rows[t.after(dayNumber(s.First)-1):t.after(min(dayNumber(s.Last()), dayNumber(m.asOf)))]
	for _, o := range rows {
		if seen[o.who] {
			return false
		}
		seen[o.who] = true
	}
	return len(rows) > 0
}

// window returns the figure of some days, and how many answers it is of.
func (m *Metric) window(from, to lang.Date, s Slice) (Figure, int) {
	t, h, d := m.table, newHeap(m.table, m.book, 1), slices.Index(dimensions, s.By)
	h.keep(d)
	start := t.after(dayNumber(from) - 1)
	for _, o := range t.rows[start:max(start, t.after(dayNumber(to)))] {
		h.add(0, o)
	}
	h.finish()
	if d < 0 {
		return h.figureOf(h.whole[0]), h.whole[0].n
	}
	g := slices.Index(h.names[d], s.Name)
	if g < 0 || h.parts[d][0][g] == nil {
		return none(NoAnswers), 0
	}
	return h.ofGroup(d, 0, g), h.parts[d][0][g].n
}

// after returns the index of the first row that is later than a day.
func (t *table) after(day int32) int {
	i, _ := slices.BinarySearchFunc(t.rows, day+1, func(o observation, day int32) int { return cmp.Compare(o.day, day) })
	return i
}

// stated reports whether a value is that of a group. Of values that were
// computed elsewhere, those of no group are those of all.
func (t *table) stated(o observation) bool { return t.raw || o.who != [3]uint16{} }

// small reports whether so few gave an answer that it must not be shown. Where
// nobody says how many, they may be few.
func (t *table) small(p *pile) bool { return t.minGroup > 1 && !p.empty() && p.n < t.minGroup }

// metric computes what the data say on the handbook's day.
func (t *table) metric(book *record.Handbook) *Metric {
	m := &Metric{
		ID: t.id, Kind: t.kind, Raw: t.raw, Percent: t.percent || t.share && t.raw, Down: t.down,
		Decimals: t.shown(), MinGroup: t.minGroup, Months: t.months, Lead: -1, table: t, book: book, asOf: book.AsOf,
	}
	rows := t.rows[:t.after(dayNumber(book.AsOf))]
	if len(rows) == 0 {
		m.Reason = NoData
		return m
	}
	last := number(dateOf(rows[len(rows)-1].day), t.months)
	first := max(number(dateOf(rows[0].day), t.months), last-MaxPeriods+1)
	h := newHeap(t, book, last-first+1)
	day, at := int32(-1<<31), 0
	for _, o := range rows {
		if o.day != day {
			day, at = o.day, number(dateOf(o.day), t.months)-first
		}
		if at >= 0 {
			h.add(at, o)
		}
	}
	h.finish()
	for i := range h.whole {
		m.Periods = append(m.Periods, m.period(spanOf(first+i, t.months), h.figureOf(h.whole[i])))
	}
	m.changes(m.Periods)
	m.groups(h, first)
	m.lead()
	return m
}

// shown is how many decimals figures have: as many as were typed, and one where
// they are computed.
func (t *table) shown() int {
	if t.kind == "count" || !t.raw && (t.kind == "median" || t.kind == "percentile") {
		return t.decimals
	}
	if t.kind == "nps" || t.share {
		return 1
	}
	return max(t.decimals, 1)
}

// period judges what was measured in a period.
func (m *Metric) period(s Span, f Figure) Period {
	p := Period{Span: s, Figure: f, Complete: !m.asOf.Before(s.Last())}
	day := s.Last()
	if !p.Complete {
		day = m.asOf
	}
	p.Target = m.table.target(day)
	if f.Estimate == nil {
		return p
	}
	if p.Target != nil {
		met := m.table.reached(f.Estimate.Value, *p.Target)
		p.Met = &met
	}
	if a := m.table.alert; a != nil {
		p.Alert = compare(f.Estimate.Value, *a) == 0 || !m.table.reached(f.Estimate.Value, *a)
	}
	return p
}

// changes compares each period with the one before.
func (m *Metric) changes(periods []Period) {
	for i := 1; i < len(periods); i++ {
		periods[i].Change = changeOf(periods[i-1].Figure, periods[i].Figure)
	}
}

// groups computes the same for every group.
func (m *Metric) groups(h *heap, first int) {
	for d, dimension := range dimensions {
		for g, name := range h.names[d] {
			group := Group{By: dimension, Name: name}
			for i := range h.whole {
				group.Periods = append(group.Periods, m.period(spanOf(first+i, m.Months), h.ofGroup(d, i, g)))
			}
			m.changes(group.Periods)
			m.Groups = append(m.Groups, group)
		}
	}
}

// lead chooses the period that leads.
func (m *Metric) lead() {
	for i, p := range slices.Backward(m.Periods) {
		if p.Complete && p.Reason != NoAnswers {
			m.Lead, m.Reason = i, p.Reason
			return
		}
	}
	m.Reason = NotComplete
}
