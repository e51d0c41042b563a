// Package duty works out who does what: what the law gives each role, what it
// lets it decide, and how long a procedure takes.
//
// In: a Handbook. Only law in force on its as-of day counts.
// Out: Duties: each procedure with its times and who stands where in it, each
// role with everything that is asked of it, all decisions, trainings by role;
// and the findings where a procedure takes longer than a policy or an act
// allows.
//
// Nothing here knows a language or a page. Record types are known by the names
// that the built-in schemas give them (procedure, policy, role, training); a
// handbook without them has no duties.
package duty

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
)

// Duties is who does what in one handbook. It is immutable.
type Duties struct {
	procedures map[string]*Procedure
	roles      map[string]*Role
	Decisions  []Decision       // of all policies, in their order
	Trainings  []*record.Record // that name roles, in their order
}

// Procedure returns what is computed of a procedure, or nil for a record that
// is none.
func (d *Duties) Procedure(id string) *Procedure { return d.procedures[id] }

// Role returns what is asked of a role; of one that nothing is asked of, an
// empty Role.
func (d *Duties) Role(id string) *Role {
	if r := d.roles[id]; r != nil {
		return r
	}
	return &Role{}
}

// A Decision is something that a role may decide.
type Decision struct {
	Policy   *record.Record
	Key      string   // of the decision in its policy
	Decides  string   // id of a role
	Together []string // ids of roles without which it may not
}

// A Role is what is asked of one role, in the order of the handbook.
type Role struct {
	Steps     []Part           // of procedures
	Duties    []Duty           // that policies give it
	Decisions []Decision       // that it takes, alone or together
	Trainings []*record.Record // that are meant for it
	Deputises []*record.Record // roles that it stands in for
	Bodies    []*record.Record // bodies that it sits in
	Answers   []*record.Record // records that it owns, and listening posts in whose loops it is
}

// A Part is what a role does in a step.
type Part struct {
	Procedure *Procedure
	Step      *Step
	Letters   []Letter // R, A, S, C, I, each once, in this order
}

// A Duty is a policy's duty of a role.
type Duty struct {
	Policy *record.Record
	Key    string
}

// Assign works out who does what on the handbook's day. The findings are about
// all law that has been approved, whatever the day: that a day passes must not
// make an error.
func Assign(book *record.Handbook) (*Duties, diag.List) {
	d := &Duties{procedures: map[string]*Procedure{}, roles: map[string]*Role{}}
	var found diag.List
	for _, rec := range book.Records {
		found = append(found, judge(book, rec)...)
		if !inForce(book, rec) {
			if rec.Type.Name == "procedure" {
				// Its page still shows how it goes.
				d.procedures[rec.ID] = newProcedure(rec)
			}
			continue
		}
		switch rec.Type.Name {
		case "procedure":
			p := newProcedure(rec)
			d.procedures[rec.ID] = p
			d.steps(p)
		case "policy":
			d.policy(rec)
		case "training":
			d.training(rec)
		case "role":
			d.relations(rec)
		case "listening":
			d.loops(rec)
		}
		d.owner(rec)
	}
	return d, found
}

// inForce reports whether a record is law on the handbook's day.
func inForce(book *record.Handbook, rec *record.Record) bool {
	return book.StandingOf(rec).Force == record.InForce
}

func (d *Duties) role(id string) *Role {
	r := d.roles[id]
	if r == nil {
		r = &Role{}
		d.roles[id] = r
	}
	return r
}

func (d *Duties) steps(p *Procedure) {
	for _, s := range p.Steps {
		for _, id := range s.Roles() {
			r := d.role(id)
			r.Steps = append(r.Steps, Part{Procedure: p, Step: s, Letters: s.Letters(id)})
		}
	}
}

func (d *Duties) policy(rec *record.Record) {
	for _, n := range rec.Source.Fields.Get("duties").Elements() {
		if id := n.Get("role").String(); id != "" {
			r := d.role(id)
			r.Duties = append(r.Duties, Duty{rec, n.Get("key").String()})
		}
	}
	for _, n := range rec.Source.Fields.Get("decisions").Elements() {
		decision := Decision{Policy: rec, Key: n.Get("key").String(), Decides: n.Get("decides").String(), Together: n.Get("together_with").Strings()}
		d.Decisions = append(d.Decisions, decision)
		for _, id := range unique(append([]string{decision.Decides}, decision.Together...)) {
			r := d.role(id)
			r.Decisions = append(r.Decisions, decision)
		}
	}
}

func (d *Duties) training(rec *record.Record) {
	roles := unique(rec.Source.Fields.Get("audience_roles").Strings())
	for _, id := range roles {
		r := d.role(id)
		r.Trainings = append(r.Trainings, rec)
	}
	if len(roles) > 0 {
		d.Trainings = append(d.Trainings, rec)
	}
}

// relations gives roles what other roles say of them.
func (d *Duties) relations(rec *record.Record) {
	if id := rec.Source.Fields.Get("deputy").String(); id != "" && id != rec.ID {
		r := d.role(id)
		r.Deputises = append(r.Deputises, rec)
	}
	for _, id := range unique(rec.Source.Fields.Get("members").Strings()) {
		r := d.role(id)
		r.Bodies = append(r.Bodies, rec)
	}
}

// loops gives roles the listening posts whose customers they go back to, or
// whose causes they remove.
func (d *Duties) loops(rec *record.Record) {
	fields, owner := rec.Source.Fields, rec.Source.Fields.Get("owner").String()
	for _, id := range unique(slices.Concat(fields.Get("inner_loop").Strings(), fields.Get("outer_loop").Strings())) {
		if id != owner { // the owner answers for it anyway
			r := d.role(id)
			r.Answers = append(r.Answers, rec)
		}
	}
}

func (d *Duties) owner(rec *record.Record) {
	if id := rec.Source.Fields.Get("owner").String(); id != "" {
		r := d.role(id)
		r.Answers = append(r.Answers, rec)
	}
}

// unique returns the ids without empty ones and repetitions.
func unique(ids []string) []string {
	var out []string
	for _, id := range ids {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
