// Package measure computes what metrics and listening posts say on a day.
//
// In: a Handbook with its day, and a way to read the data files beside its
// records (the fields data of metrics and cases of listening posts, and the
// holidays of the handbook).
// Out: Measures: per metric its calendar periods, each a figure with its
// interval, target and change, and the same by department, channel and
// listening post; per listening post how many customers were told in time; and
// findings about the data.
//
// What cannot be had is no figure and a Reason, never 0. Nothing that is dated
// after the day exists. Small groups are not shown, nor any from which they
// could be had by subtraction.
//
// The package opens no file itself and words nothing.
package measure

import (
	"path"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// The record types that have data, and the fields that name it.
const (
	MetricType    = "metric"
	DataField     = "data"
	ListeningType = "listening"
	CasesField    = "cases"
)

// A Reason says why there is no figure; "" where there is one.
type Reason string

// The reasons.
const (
	NoData      Reason = "no-data"      // nothing by the day
	NotComplete Reason = "not-complete" // no period is over yet
	NoAnswers   Reason = "no-answers"   // nothing in this period or group
	NoCount     Reason = "no-count"     // several values, and not of how many each is
	NotCombined Reason = "not-combined" // of several medians or percentiles there is none
	SmallGroup  Reason = "small-group"  // fewer answers than may be shown
	Complement  Reason = "complement"   // with it, a small group could be worked out
	NoLimit     Reason = "no-limit"     // the listening post has no time limit
	NoneDue     Reason = "none-due"     // nobody told yet, and no limit past
	FewAnswers  Reason = "few-answers"  // too few for a change to be judged
	NoInterval  Reason = "no-interval"  // no interval can be had, so no change is judged
	OneAnswer   Reason = "one-answer"   // of one answer there is no interval
	NoSpread    Reason = "no-spread"    // nor of answers that are all alike
	NotWhole    Reason = "not-whole"    // values of whole periods say nothing of a part of one
	OutOfReach  Reason = "out-of-reach" // no customer can be contacted
)

// Measures is what all metrics and listening posts say.
type Measures struct {
	Metrics map[string]*Metric // by id; those that have a data file
	Loops   map[string]*Loop   // by id of the listening post; those that have cases
	// Touchpoints are the cases of all listening posts of a touchpoint, by id.
	Touchpoints map[string]Tally
	Calendar    Calendar

	read  map[string]*table
	cases map[string]*cases
}

// Gather reads the data files of all metrics and listening posts. open returns
// the bytes of a file in the content folder; a file that it cannot open is
// passed over, since package link reports it.
func Gather(book *record.Handbook, open func(path string) ([]byte, error)) (*Measures, diag.List) {
	g := gathering{book: book, open: open, out: &Measures{read: map[string]*table{}, cases: map[string]*cases{}}}
	g.holidays()
	for _, rec := range book.ByType(MetricType) {
		g.each(rec, DataField, func(v *record.Record, in series.Input) diag.List {
			t, found := readTable(book, v, in)
			if v == rec {
				g.out.read[rec.ID] = t
			}
			return found
		})
	}
	for _, rec := range book.ByType(ListeningType) {
		g.each(rec, CasesField, func(v *record.Record, in series.Input) diag.List {
			c, found := readCases(book, v, in)
			if v == rec {
				g.out.cases[rec.ID] = c
			}
			return found
		})
	}
	g.out.compute(book)
	return g.out, g.found
}

// For returns the measures as readers of a reduced handbook see them (see
// record.Handbook.For): totals stay, what belongs to a hidden department or
// listening post is counted among what is not stated.
func (m *Measures) For(book *record.Handbook) *Measures {
	out := &Measures{read: m.read, cases: m.cases, Calendar: m.Calendar}
	out.compute(book)
	return out
}

func (m *Measures) compute(book *record.Handbook) {
	m.Metrics, m.Loops, m.Touchpoints = map[string]*Metric{}, map[string]*Loop{}, map[string]Tally{}
	for _, rec := range book.ByType(MetricType) {
		if t := m.read[rec.ID]; t != nil {
			m.Metrics[rec.ID] = t.metric(book)
		}
	}
	byTouchpoint := map[string][]judged{}
	for _, rec := range book.ByType(ListeningType) {
		c := m.cases[rec.ID]
		if c == nil {
			continue
		}
		loop, all := c.loop(book.AsOf, m.Calendar)
		m.Loops[rec.ID] = loop
		if id := rec.Source.Fields.Get("touchpoint").String(); id != "" {
			byTouchpoint[id] = append(byTouchpoint[id], all...)
		}
	}
	for id, all := range byTouchpoint {
		m.Touchpoints[id] = tally(all)
	}
}

// A gathering is the reading of all data files.
type gathering struct {
	book  *record.Handbook
	open  func(path string) ([]byte, error)
	out   *Measures
	found diag.List
}

// each reads the data files that the versions of a record name, each once: what
// is wrong in one is wrong on every day.
func (g *gathering) each(rec *record.Record, field string, read func(*record.Record, series.Input) diag.List) {
	var seen []string
	for _, v := range slices.Backward(versions(rec)) {
		name := v.Source.Fields.Get(field).String()
		file := path.Join(path.Dir(v.Source.File.Path), name)
		if name == "" || slices.Contains(seen, file) {
			continue
		}
		seen = append(seen, file)
		data, err := g.open(file)
		if err != nil {
			continue
		}
		for _, d := range read(v, series.Input{Name: path.Join(g.book.Prefix, file), Data: data}) {
			g.found = append(g.found, d.For(rec.ID, "/"+field))
		}
	}
}

// versions returns a record's versions with that of the day last.
func versions(rec *record.Record) []*record.Record {
	out := slices.DeleteFunc(slices.Clone(rec.Versions), func(v *record.Record) bool { return v == rec })
	return append(out, rec)
}

// holidays reads the days on which nobody works.
func (g *gathering) holidays() {
	off := map[lang.Date]bool{}
	countries := make([]string, 0, len(g.book.Config.Holidays))
	for country := range g.book.Config.Holidays {
		countries = append(countries, country)
	}
	slices.Sort(countries)
	for _, country := range countries {
		file := path.Clean(g.book.Config.Holidays[country])
		data, err := g.open(file)
		if err != nil {
			continue
		}
		in := series.Input{Name: path.Join(g.book.Prefix, file), Data: data, Columns: []series.Column{{Name: "date"}, {Name: "name", Optional: true}}}
		g.found = append(g.found, series.Read(in, func(row series.Row) {
			if day, ok := row.Date("date"); ok {
				off[day] = true
			}
		})...)
	}
	g.out.Calendar = Calendar{off}
}
