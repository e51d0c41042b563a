// Package maturity works out how mature an organisation is: what its
// assessments claim, what of that is proven on the day, what holds it down and
// what is planned against it.
//
// In: a Handbook with its day, and Parameters.
// Out: a Maturity: each assessment by the day with its levels, claimed and
// provable, its means, gaps, plans and the assessment before it; and findings
// about what does not add up.
//
// Levels are those of the model that an assessment names, in its version of the
// assessment's day. An assessment that is dated after the handbook's day has
// not happened; what is wrong with it is found all the same, since an error
// must not come with a day. Nothing here knows a language or a page.
package maturity

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// Organisation is the subject of an assessment of the whole; any other is the
// id of a department.
const Organisation = "organisation"

// Parameters are what a house may decide about evidence.
type Parameters struct {
	Grace  string // how long a record stays evidence after its review was due: P30D
	Proven int    // the lowest level that needs evidence
}

// Defaults are the parameters of a house that has not decided otherwise.
func Defaults() Parameters { return Parameters{Grace: "P30D", Proven: 3} }

// ParametersOf reads a scorecard's params; what they do not say is as in Defaults.
// It returns what cannot be what it is for, too.
func ParametersOf(params *source.Node) (p Parameters, wrong []*source.Field) {
	p = Defaults()
	if e := params.Entry("grace"); e != nil {
		if _, err := (lang.Date{Year: 2000, Month: 1, Day: 1}).Add(e.Value.String()); err != nil || e.Value.String() == "" {
			wrong = append(wrong, e)
		} else {
			p.Grace = e.Value.String()
		}
	}
	if e := params.Entry("proven"); e != nil {
		if n, ok := e.Value.Int(); !ok || n < 1 {
			wrong = append(wrong, e)
		} else {
			p.Proven = n
		}
	}
	return p, wrong
}

// A Maturity holds the assessments by the handbook's day. It is immutable.
type Maturity struct {
	// Assessments are in the order of the handbook.
	Assessments []*Assessment
	byID        map[string]*Assessment
}

// Of returns what is computed of an assessment, or nil for a record that is
// none or that has not happened yet.
func (m *Maturity) Of(id string) *Assessment {
	if m == nil {
		return nil
	}
	return m.byID[id]
}

// An Assessment is what one assessment comes to on the day.
type Assessment struct {
	Record  *record.Record
	Model   *record.Record // in its version of the assessment's day
	Date    lang.Date
	Subject string  // Organisation, or the id of a department
	Levels  []Level // one for each competency of the model, in its order
	// Claimed and Provable sum the levels up, Projected what they will be if
	// every open initiative gets where it wants to.
	Claimed, Provable, Projected Summary
	// Before is the assessment of the same subject by the same model before
	// this one; nil for the first.
	Before *Assessment
	Latest bool // there is no later one of the same subject by the same model
}

// Level returns what is computed of a competency, or nil.
func (a *Assessment) Level(key string) *Level {
	for i := range a.Levels {
		if a.Levels[i].Key == key {
			return &a.Levels[i]
		}
	}
	return nil
}

// A Summary is what levels come to.
type Summary struct {
	// Count is how many competencies are in it; of none there is neither a mean
	// nor a lowest level.
	Count   int
	Mean    float64
	Lowest  int
	Weakest []string // the competencies on the lowest level
}

// A Level is one competency in an assessment.
type Level struct {
	Key    string
	Weight float64
	// Assessed is false for what does not apply, and for what the assessment
	// forgot: then there is no level.
	Assessed          bool
	Claimed, Provable int
	Was               int // in the assessment before; 0 where there is none
	Target            int // 0 where none is set
	TargetBy          lang.Date
	Gap               int // from the claimed level to the target; 0 where it is reached
	Projected         int // the claimed level, or what open initiatives want to reach
	Plan              []Measure
	Evidence          []Evidence // in the order of the file
	// Unproven is the first level that lacks proof, Lack what it lacks; 0 where
	// everything claimed is provable.
	Unproven int
	Lack     Lack
	// Holds is the last day on which the provable level is going to hold, zero
	// without an end. Held is the last day on which the first unproven level was
	// proven by evidence that has grown old; zero where that is not why.
	Holds, Held lang.Date

	at, targetAt diag.Span
}

// At is where the claimed level stands in the file.
func (l Level) At() diag.Span { return l.at }

// Unplanned reports whether nothing open is meant to close the gap.
func (l Level) Unplanned() bool { return l.Gap > 0 && len(l.Plan) == 0 }

// A Measure is something open that is meant to raise a competency.
type Measure struct {
	Record *record.Record // an initiative or a training
	To     int            // 0 of a training, which names no level
}

// A Lack says why a level is not proven.
type Lack string

// The lacks.
const (
	NoEvidence    Lack = "none"      // nothing is said to prove it
	OnlyDocuments Lack = "documents" // what is written is not yet what is done
	Decayed       Lack = "decayed"   // there was more, but it is not good any more
)

// Assess works out every assessment of the handbook.
func Assess(book *record.Handbook, p Parameters) (*Maturity, diag.List) {
	m := &Maturity{byID: map[string]*Assessment{}}
	var found diag.List
	measures := measuresOf(book)
	for _, rec := range book.ByType("assessment") {
		for _, v := range rec.Versions {
			found = append(found, judge(book, v)...)
		}
		a := read(book, rec)
		if a == nil || book.AsOf.Before(a.Date) {
			continue
		}
		for i := range a.Levels {
			a.Levels[i].prove(book, p)
			a.Levels[i].plan(a, measures)
		}
		m.Assessments = append(m.Assessments, a)
		m.byID[rec.ID] = a
	}
	for _, a := range m.Assessments {
		a.Before, a.Latest = m.before(a), m.latest(a)
		for i := range a.Levels {
			if a.Before != nil {
				if was := a.Before.Level(a.Levels[i].Key); was != nil {
					a.Levels[i].Was = was.Claimed
				}
			}
		}
		a.Claimed = summarise(a.Levels, func(l Level) int { return l.Claimed })
		a.Provable = summarise(a.Levels, func(l Level) int { return l.Provable })
		a.Projected = summarise(a.Levels, func(l Level) int { return l.Projected })
		found = append(found, a.shortfalls()...)
	}
	return m, found
}

// summarise sums up one of the levels of each competency.
func summarise(levels []Level, of func(Level) int) Summary {
	s, weights := Summary{}, 0.0
	// From the lightest up, so that the order of a model does not show in the
	// last digits.
	ordered := slices.Clone(levels)
	slices.SortStableFunc(ordered, func(a, b Level) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(of(a), of(b)))
	})
	for _, l := range ordered {
		if !l.Assessed {
			continue
		}
		s.Count++
		s.Mean += l.Weight * float64(of(l))
		weights += l.Weight
		if s.Lowest == 0 || of(l) < s.Lowest {
			s.Lowest = of(l)
		}
	}
	if s.Count == 0 {
		return Summary{}
	}
	s.Mean /= weights
	for _, l := range levels {
		if l.Assessed && of(l) == s.Lowest {
			s.Weakest = append(s.Weakest, l.Key)
		}
	}
	return s
}

// comparable reports whether two assessments are of one subject by one model.
func (a *Assessment) comparable(b *Assessment) bool {
	return a.Subject == b.Subject && a.Model.ID == b.Model.ID
}

// later orders assessments by their days, those of one day by number.
func later(a, b *Assessment) int {
	return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Record.Number, b.Record.Number), cmp.Compare(a.Record.ID, b.Record.ID))
}

func (m *Maturity) before(a *Assessment) *Assessment {
	var last *Assessment
	for _, b := range m.Assessments {
		if a.comparable(b) && later(b, a) < 0 && (last == nil || later(last, b) < 0) {
			last = b
		}
	}
	return last
}

func (m *Maturity) latest(a *Assessment) bool {
	return !slices.ContainsFunc(m.Assessments, func(b *Assessment) bool { return a.comparable(b) && later(a, b) < 0 })
}

// History returns the assessments of one's subject by its model up to it, the
// first one first.
func (m *Maturity) History(a *Assessment) []*Assessment {
	var out []*Assessment
	for ; a != nil; a = a.Before {
		out = append(out, a)
	}
	slices.Reverse(out)
	return out
}

// Subjects returns the latest assessment of each subject by a model, that of
// the whole organisation first, then departments by number.
func (m *Maturity) Subjects(model string) []*Assessment {
	var out []*Assessment
	for _, a := range m.Assessments {
		if a.Latest && a.Model.ID == model {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b *Assessment) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Subject, b.Subject))
	})
	return out
}

func rank(a *Assessment) int {
	if a.Subject == Organisation {
		return 0
	}
	return 1
}

// Models returns the ids of the models that anything was assessed by, in order.
func (m *Maturity) Models() []string {
	var out []string
	for _, a := range m.Assessments {
		if !slices.Contains(out, a.Model.ID) {
			out = append(out, a.Model.ID)
		}
	}
	slices.Sort(out)
	return out
}
