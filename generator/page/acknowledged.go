package page

import (
	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// Acknowledged is how many people have confirmed that they know a version.
type Acknowledged struct {
	Title string // the label of the field
	// People is how many there are, Count how many of them have; both are 0
	// where nobody was counted for this version yet.
	People, Count int
	Share         string // in percent, with one decimal
	On            Value  // the day of the latest count
	Groups        []Readers
}

// Readers are people who are counted together.
type Readers struct {
	Department, Role *Link // nil: all
	People, Count    int
	Share            string
	On               Value
}

// acknowledged returns who knows the version on a page; nil where nobody keeps
// count.
func (p *planner) acknowledged(rec *record.Record, language string) *Acknowledged {
	f := rec.Type.Field(acknowledgement.Field)
	if f == nil {
		return nil
	}
	out := &Acknowledged{Title: f.Label.In(language)}
	state, counted := p.ledger.Of(rec.ID, rec.Version)
	switch {
	case counted:
	case rec.Source.Fields.Get(acknowledgement.Field) != nil:
		return out
	default:
		return nil
	}
	out.People, out.Count, out.On = state.People, state.Acknowledged, dayOf(state.On, language)
	out.Share = percent(state.Acknowledged, state.People, language)
	for _, g := range state.Groups {
		out.Groups = append(out.Groups, Readers{
			Department: p.roleLink(g.Department, language), Role: p.roleLink(g.Role, language),
			People: g.People, Count: g.Acknowledged, Share: percent(g.Acknowledged, g.People, language), On: dayOf(g.On, language),
		})
	}
	return out
}

// percent words a share with one decimal; of nobody there is none.
func percent(part, whole int, language string) string {
	if whole == 0 {
		return ""
	}
	return lang.FormatNumber(language, 100*float64(part)/float64(whole), 1)
}
