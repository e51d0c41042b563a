package score

import "github.com/cxbook/cxbook/generator/record"

// An index is what records say of others, gathered once.
type index struct {
	carried  map[string]bool     // POL-001#duty: by a step of a procedure in force
	served   map[string]bool     // MOD-001#competency: by a policy in force
	posts    map[string]bool     // touchpoints with a listening post
	repeated map[string]bool     // initiatives that another one repeats
	nps      map[string][]string // NPS metrics by owner
}

// index returns it, gathered the first time that somebody asks.
func (m *maker) index() *index {
	if m.gathered != nil {
		return m.gathered
	}
	i := &index{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string][]string{}}
	m.gathered = i
	for _, rec := range m.Book.Records {
		f := rec.Source.Fields
		switch rec.Type.Name {
		case "procedure":
			if m.inForce(rec) {
				for _, step := range f.Get("steps").Elements() {
					mark(i.carried, step.Get("carries_out").Strings()...)
				}
			}
		case "policy":
			if m.inForce(rec) {
				mark(i.served, f.Get("competencies").Strings()...)
			}
		case "listening":
			mark(i.posts, append(f.Get("touchpoint").Strings(), f.Get("touchpoint").String())...)
		case "initiative":
			mark(i.repeated, f.Get("repeats").String())
		case "metric":
			if owner := f.Get("owner").String(); f.Get("kind").String() == "nps" {
				i.nps[owner] = append(i.nps[owner], rec.ID)
			}
		}
	}
	return i
}

func (m *maker) inForce(rec *record.Record) bool {
	return m.Book.StandingOf(rec).Force == record.InForce
}

func mark(set map[string]bool, ids ...string) {
	for _, id := range ids {
		set[id] = true
	}
}
