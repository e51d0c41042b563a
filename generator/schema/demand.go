package schema

import (
	"slices"

	"github.com/cxbook/cxbook/generator/source"
)

// A Demand is what one field of an object makes of another: that it must be
// there, or may not.
type Demand struct {
	Forbidden bool     // it may not be there; else it must
	Unless    bool     // where the other is not so
	Field     string   // the other
	Values    []string // what the other says, one of these; nil: that it is there
	Least     string   // what the other says at least, a number
}

// demands reads the conditions of an object, by the field that they are about.
// Those that are not about one other field alone are left out; the judge knows
// them all the same.
func (l *library) demands(view []place) map[string][]Demand {
	out := map[string][]Demand{}
	add := func(name string, d Demand) {
		same := func(o Demand) bool {
			return o.Forbidden == d.Forbidden && o.Unless == d.Unless && o.Field == d.Field && o.Least == d.Least && slices.Equal(o.Values, d.Values)
		}
		if name != d.Field && !slices.ContainsFunc(out[name], same) {
			out[name] = append(out[name], d)
		}
	}
	for _, p := range l.firm(view) {
		dependent := child(p.node, "dependentRequired")
		for _, other := range keys(dependent) {
			for _, name := range texts(child(dependent, other)) {
				add(name, Demand{Field: other})
			}
		}
		d, ok := demandOf(child(p.node, "if"))
		if !ok {
			continue
		}
		for _, branch := range []string{"then", "else"} {
			d.Unless = branch == "else"
			then := child(p.node, branch)
			d.Forbidden = false
			for _, name := range texts(child(then, "required")) {
				add(name, d)
			}
			d.Forbidden = true
			for _, f := range fieldsOf(child(then, "properties")) {
				if isFalse(f.Value) {
					add(f.Key, d)
				}
			}
		}
	}
	return out
}

// demandOf reads a condition about one field: that it is there, or is there
// and says something.
func demandOf(test *source.Node) (Demand, bool) {
	needed, named := texts(child(test, "required")), child(test, "properties")
	if len(needed) != 1 || len(fieldsOf(test)) != 1+min(1, len(fieldsOf(named))) {
		return Demand{}, false
	}
	d := Demand{Field: needed[0]}
	if named == nil {
		return d, true
	}
	says := child(named, d.Field)
	if contains := child(says, "contains"); contains != nil {
		says = contains
	}
	if len(named.Fields) != 1 || says == nil {
		return Demand{}, false
	}
	if constant := child(says, "const"); constant != nil && scalar(constant) {
		d.Values = []string{constant.Text}
	} else if enum := child(says, "enum"); enum != nil {
		d.Values = scalars(enum)
	} else {
		d.Least = text(child(says, "minimum"))
	}
	return d, d.Values != nil || d.Least != ""
}
