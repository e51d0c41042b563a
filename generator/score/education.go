package score

import (
	"cmp"
	"path"
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// completions is the field that names a training's data file.
const completions = "completions"

// completionColumns are those of the file: counts, no names.
var completionColumns = []series.Column{
	{Name: "department", Optional: true}, {Name: "role", Optional: true},
	{Name: "people"}, {Name: "completed"}, {Name: "on"},
}

// A Group is how many of the people of a department and role have completed a
// training, by the latest count.
type Group struct {
	Department, Role  string // ids; "" for all
	People, Completed int    // Completed is 0 where the count has lapsed
	On                lang.Date
	Lapsed            bool // older than the training is valid for
}

// A training is the counts of one training.
type training struct {
	*maker
	rec  *record.Record
	last map[[2]string]Group
	seen map[[3]string]diag.Span
}

// trainings reads the counts of all trainings, once; what is wrong with them
// is reported.
func (m *maker) trainings() map[string][]Group {
	if m.groups != nil || m.Open == nil {
		return m.groups
	}
	m.groups = map[string][]Group{}
	for _, rec := range m.Book.ByType("training") {
		name := rec.Source.Fields.Get(completions).String()
		if name == "" {
			continue
		}
		file := path.Join(path.Dir(rec.Source.File.Path), name)
		data, err := m.Open(file)
		if err != nil {
			continue // package link reports it
		}
		t := &training{maker: m, rec: rec, last: map[[2]string]Group{}, seen: map[[3]string]diag.Span{}}
		in := series.Input{Name: path.Join(m.Book.Prefix, file), Data: data, Columns: completionColumns}
		for _, d := range series.Read(in, t.add) {
			m.report(d.For(rec.ID, "/"+completions))
		}
		m.groups[rec.ID] = t.settled()
	}
	return m.groups
}

// add takes a row in, if it can be read whole.
func (t *training) add(row series.Row) {
	people, ok1 := row.Count("people")
	completed, ok2 := row.Count("completed")
	on, ok3 := row.Date("on")
	if !ok1 || !ok2 || !ok3 {
		return
	}
	for _, kind := range []string{"department", "role"} {
		id := row.Text(kind)
		if rec := t.Book.Record(id); id != "" && (rec == nil || rec.Type.Name != kind) {
			row.Reject(kind, kind)
			return
		}
	}
	if completed > people {
		row.Report(diag.New(diag.MoreThanAll, row.At("completed"), "part", strconv.Itoa(completed), "whole", strconv.Itoa(people)))
		return
	}
	key := [2]string{row.Text("department"), row.Text("role")}
	same := [3]string{key[0], key[1], on.String()}
	if first, twice := t.seen[same]; twice {
		row.Report(diag.New(diag.RowTwice, row.At("on"), "on", on.String()).See(first, "first"))
		return
	}
	t.seen[same] = row.At("on")
	if last, ok := t.last[key]; !t.Book.AsOf.Before(on) && (!ok || last.On.Before(on)) {
		t.last[key] = Group{Department: key[0], Role: key[1], People: people, Completed: completed, On: on}
	}
}

// settled returns the latest counts, those that have lapsed as nobody.
func (t *training) settled() []Group {
	valid := t.rec.Source.Fields.Get("valid_for").String()
	var out []Group
	for _, g := range t.last {
		if end, err := g.On.Add(valid); valid != "" && err == nil && end.Before(t.Book.AsOf) {
			g.Lapsed, g.Completed = true, 0
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Department, b.Department), cmp.Compare(a.Role, b.Role))
	})
	return out
}

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
	people := 0
	for _, g := range m.trainings()[rec.ID] {
		people += g.People
	}
	if people == 0 {
		return nil, &Reason{Kind: Absent, What: completions}
	}
	return float64(people), nil
}

func (m *maker) completed(rec *record.Record) (any, *Reason) {
	people, completed := 0, 0
	for _, g := range m.trainings()[rec.ID] {
		people, completed = people+g.People, completed+g.Completed
	}
	if people == 0 {
		return nil, &Reason{Kind: Absent, What: completions}
	}
	return 100 * float64(completed) / float64(people), nil
}

func (m *maker) rolesWithout(rec *record.Record) (any, *Reason) {
	groups := m.trainings()[rec.ID]
	out := []string{}
	for _, id := range rec.Source.Fields.Get("audience_roles").Strings() {
		if !slices.ContainsFunc(groups, func(g Group) bool { return g.Role == id || g.Role == "" }) {
			out = append(out, id)
		}
	}
	return out, nil
}
