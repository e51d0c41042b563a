package record

import "github.com/cxbook/cxbook/generator/source"

// An Outcome is what a review means for a version.
type Outcome string

// The outcomes of reviews.
const (
	Confirmed Outcome = "confirmed" // it stands
	ToAmend   Outcome = "amended"   // it is to be changed
	ToRetire  Outcome = "retired"   // it is to be ended
	Reviewed  Outcome = "reviewed"  // another version was to be changed or ended
)

// OutcomeOf returns what an entry of a log means for the version. Only a review
// that let it stand has confirmed it; what was decided of an earlier version
// has been done, or dropped, by this one.
func (r *Record) OutcomeOf(entry *source.Node) Outcome {
	out := Outcome(entry.Get("outcome").String())
	version, named := entry.Get("version").Int()
	switch {
	case out != ToAmend && out != ToRetire:
		return Confirmed
	case named && version != r.Version:
		return Reviewed
	}
	return out
}
