package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
)

// Trained is who has completed a training, by department and role.
type Trained struct {
	Share  string // of all: 372/391 (95.1%); "" where nobody was counted
	On     Value  // the day of the latest count
	Lapsed bool   // some of it counts no more
	Groups []Learners
	// Missing are the roles that the training is for and that nobody counted.
	Missing []Link
}

// Learners are people who are counted together.
type Learners struct {
	Department, Role *Link // nil: all
	Share            string
	On, Until        Value
	Lapsed           bool
}

// trainedOn returns who has completed a training; nil for other records and
// where nobody is asked to.
func (p *planner) trainedOn(rec *record.Record, language string) *Trained {
	if rec.Type.Name != education.Type || otherVersion(rec) {
		return nil
	}
	groups, out := p.trained[rec.ID], &Trained{}
	for _, g := range groups {
		out.Groups = append(out.Groups, Learners{
			Department: p.roleLink(g.Department, language), Role: p.roleLink(g.Role, language),
			Share: completedOf(g.Completed(), g.People, language), On: dayOf(g.On, language), Until: dayOf(g.Until, language), Lapsed: g.Lapsed,
		})
	}
	if len(groups) > 0 {
		total := groups.Total()
		out.Share, out.On, out.Lapsed = completedOf(total.Completed, total.People, language), dayOf(total.On, language), total.Lapsed
	}
	for _, id := range rec.Source.Fields.Get("audience_roles").Strings() {
		if to := p.roleLink(id, language); to != nil && !groups.Counts(id) {
			out.Missing = append(out.Missing, *to)
		}
	}
	if len(out.Groups)+len(out.Missing) == 0 {
		return nil
	}
	return out
}

// completedBy says how many people of a role have completed a training that is
// for it.
func (p *planner) completedBy(training *record.Record, role, language string) Value {
	groups := p.trained[training.ID]
	own := groups.Of(role)
	switch {
	case len(own) == 0 && groups.Counts(role):
		return Value{Flag: "trained.together", Order: "-1"}
	case len(own) == 0:
		return Value{Flag: "trained.uncounted", Order: "-1"}
	}
	total := own.Total()
	v := Value{Text: completedOf(total.Completed, total.People, language), Order: "0"}
	if total.People > 0 {
		v.Order = figure(100*float64(total.Completed)/float64(total.People), 6, "en")
	}
	if total.Lapsed {
		return Value{List: []Value{v, {Flag: "trained.lapsed"}}, Order: v.Order}
	}
	return v
}

// completedOf words how many of how many: 19/20 (95.0%).
func completedOf(part, whole int, language string) string {
	text := lang.FormatNumber(language, float64(part), 0) + "/" + lang.FormatNumber(language, float64(whole), 0)
	share := percent(part, whole, language)
	switch {
	case share == "":
		return text
	case language == "cs":
		return text + " (" + share + "\u00a0%)"
	}
	return text + " (" + share + "%)"
}

// matrixOn lays out who has completed which training, on the page of a
// scorecard that is about trainings.
func (p *planner) matrixOn(full *Page, c *score.Card) {
	if slices.Equal(c.Types, []string{education.Type}) && len(p.duties.Trainings) > 0 {
		p.trainings(full)
	}
}
