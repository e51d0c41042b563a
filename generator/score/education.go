package score

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/record"
)

// completions is the field that names a training's data file.
const completions = education.Field

func (m *maker) education() []Named {
	return []Named{
		{Name: "education.completed", Types: []string{"training"}, Kind: Number, Timed: true, Of: m.completed, Meaning: diag.Text{
			PL: "jaki procent osób ukończył szkolenie i jest ono nadal ważne", CS: "kolik procent lidí školení absolvovalo a stále platí", EN: "what percentage of people have completed the training and it is still valid"}},
		{Name: "education.people", Types: []string{"training"}, Kind: Number, Timed: true, Of: m.people, Meaning: diag.Text{
			PL: "ile osób policzono przy szkoleniu", CS: "kolik lidí se u školení počítalo", EN: "how many people were counted for the training"}},
		{Name: "education.roles_without", Types: []string{"training"}, Kind: Texts, Timed: true, Of: m.rolesWithout, Meaning: diag.Text{
			PL: "role, dla których jest szkolenie, a nikt nie policzył, kto je ukończył", CS: "role, pro které školení je, a nikdo nespočítal, kdo je absolvoval", EN: "roles that the training is for and that nobody has counted"}},
	}
}

func (m *maker) people(rec *record.Record) (any, *Reason) {
	total := m.Trainings[rec.ID].Total()
	if total.People == 0 {
		return nil, &Reason{Kind: Absent, What: completions}
	}
	return float64(total.People), nil
}

func (m *maker) completed(rec *record.Record) (any, *Reason) {
	total := m.Trainings[rec.ID].Total()
	if total.People == 0 {
		return nil, &Reason{Kind: Absent, What: completions}
	}
	return 100 * float64(total.Completed) / float64(total.People), nil
}

func (m *maker) rolesWithout(rec *record.Record) (any, *Reason) {
	out := []string{}
	for _, id := range rec.Source.Fields.Get("audience_roles").Strings() {
		if !m.Trainings[rec.ID].Counts(id) {
			out = append(out, id)
		}
	}
	return out, nil
}
