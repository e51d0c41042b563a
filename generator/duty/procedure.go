package duty

import (
	"slices"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// A Letter says what somebody is in a step.
type Letter string

// The letters of a RACI table, with S for who assists.
const (
	Responsible Letter = "R"
	Accountable Letter = "A"
	Assists     Letter = "S"
	Consulted   Letter = "C"
	Informed    Letter = "I"
)

// A Procedure is a procedure with what follows from its steps.
type Procedure struct {
	Record *record.Record
	Steps  []*Step  // in the order of the file
	Roles  []string // ids of all roles in it, in the order in which they come
	// Total is the time promised: the latest finish of any step. Untimed says
	// how many steps have no time of their own and so add nothing.
	Total   Span
	Untimed int
}

// A Step is a step of a procedure.
type Step struct {
	Index       int // from 0
	Key         string
	Responsible string // id of a role; "" where it is missing
	Accountable string // the procedure's owner where the step names none
	Assists     []string
	Consulted   []string
	Informed    []string
	After       []int // indexes of the steps that it waits for
	Timed       bool  // it says how long it takes
	Start       Span  // from the start of the procedure
	Finish      Span
	OnPath      bool // on the longest path: a delay here delays the whole

	node *source.Node
}

// Roles returns the ids of all roles in the step, each once, the one that does
// it first.
func (s *Step) Roles() []string {
	ids := slices.Concat([]string{s.Responsible, s.Accountable}, s.Assists, s.Consulted, s.Informed)
	return unique(ids)
}

// Letters returns what a role is in the step.
func (s *Step) Letters(id string) []Letter {
	var out []Letter
	add := func(l Letter, ids ...string) {
		if slices.Contains(ids, id) {
			out = append(out, l)
		}
	}
	add(Responsible, s.Responsible)
	add(Accountable, s.Accountable)
	add(Assists, s.Assists...)
	add(Consulted, s.Consulted...)
	add(Informed, s.Informed...)
	return out
}

func newProcedure(rec *record.Record) *Procedure {
	p := &Procedure{Record: rec}
	owner := rec.Source.Fields.Get("owner").String()
	index := map[string]int{}
	for i, n := range rec.Source.Fields.Get("steps").Elements() {
		s := &Step{
			Index: i, node: n,
			Key:         n.Get("key").String(),
			Responsible: n.Get("responsible").String(),
			Accountable: n.Get("accountable").String(),
			Assists:     n.Get("assists").Strings(),
			Consulted:   n.Get("consulted").Strings(),
			Informed:    n.Get("informed").Strings(),
		}
		if s.Accountable == "" {
			s.Accountable = owner
		}
		if _, twice := index[s.Key]; !twice {
			index[s.Key] = i
		}
		p.Steps = append(p.Steps, s)
		p.Roles = unique(append(p.Roles, s.Roles()...))
	}
	for _, s := range p.Steps {
		for _, key := range s.node.Get("after").Strings() {
			if i, ok := index[key]; ok && i != s.Index && !slices.Contains(s.After, i) {
				s.After = append(s.After, i)
			}
		}
	}
	p.time()
	return p
}

// time computes when each step starts and finishes: after the latest of those
// that it waits for, plus its own time. Steps that wait for each other in a
// circle are reported elsewhere; here the circle is cut where it is entered.
func (p *Procedure) time() {
	state := make([]int, len(p.Steps))
	var visit func(i int)
	visit = func(i int) {
		state[i] = 1
		s := p.Steps[i]
		for _, before := range s.After {
			if state[before] == 0 {
				visit(before)
			}
			if f := p.Steps[before].Finish; state[before] == 2 && later(f, s.Start) {
				s.Start = f
			}
		}
		within, timed := spanOf(s.node.Get("within"))
		s.Timed, s.Finish = timed, s.Start.Plus(within)
		state[i] = 2
	}
	last := -1
	for i, s := range p.Steps {
		if state[i] == 0 {
			visit(i)
		}
		if !s.Timed {
			p.Untimed++
		}
		if last < 0 || later(s.Finish, p.Steps[last].Finish) {
			last = i
		}
	}
	if last >= 0 {
		p.Total = p.Steps[last].Finish
		p.mark(last)
	}
}

// later compares two ends of equal calendar time by what more can be added
// before they part: working days grow slower while they stand alone.
func later(a, b Span) bool {
	if x, y := a.Calendar(), b.Calendar(); x != y {
		return x > y
	}
	return b.Working > a.Working
}

// mark marks a longest path that ends at a step, from its end to its start.
func (p *Procedure) mark(i int) {
	for i >= 0 && !p.Steps[i].OnPath {
		s := p.Steps[i]
		s.OnPath = true
		next := -1
		for _, before := range s.After {
			if p.Steps[before].Finish == s.Start {
				next = before
				break
			}
		}
		i = next
	}
}
