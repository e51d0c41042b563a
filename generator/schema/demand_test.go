package schema_test

import (
	"slices"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// What is said of demands is what the judge does: a record that says what a
// demand is about, and lacks the field or has it, is blamed for just that; one
// that does not say it is not.
func TestDemands(t *testing.T) {
	set := shipped(t)
	tried := map[string]int{}
	for _, typ := range set.Types() {
		var walk func(fields []*schema.Field, at string, wrap func(*source.Node) *source.Node)
		walk = func(fields []*schema.Field, at string, wrap func(*source.Node) *source.Node) {
			for _, f := range fields {
				for _, d := range f.Demands {
					tried[typ.Name+at+"/"+f.Name]++
					c := demandCase{set: set, typ: typ, fields: fields, field: f, demand: d, wrap: wrap, pointer: at + "/" + f.Name}
					c.check(t)
				}
				inner := func(n *source.Node) *source.Node { return wrap(mapOf(f.Name, n)) }
				walk(f.Fields, at+"/"+f.Name, inner)
				if f.Item != nil {
					walk(f.Item.Fields, at+"/"+f.Name+"/0", func(n *source.Node) *source.Node { return inner(listOf(n)) })
				}
			}
		}
		walk(typ.Fields, "", func(n *source.Node) *source.Node { return n })
	}
	for _, name := range []string{
		"policy/approved_on", "policy/change_note", "policy/listens", "policy/duties/0/reason", "role/members", "role/holder",
		"listening/touchpoint", "listening/close_within", "initiative/criteria", "initiative/target/as", "initiative/target/by",
		"metric/percentile", "assessment/scores/0/level", "assessment/scores/0/evidence/0/ref", "procedure/declared_by",
	} {
		if tried[name] == 0 {
			t.Errorf("nothing is said of %s", name)
		}
	}
	if n := tried["listening/touchpoint"]; n != 2 {
		t.Errorf("%d demands on listening/touchpoint, want that it must be there and may not", n)
	}
}

type demandCase struct {
	set     *schema.Set
	typ     *schema.Type
	fields  []*schema.Field // of the object
	field   *schema.Field
	demand  schema.Demand
	wrap    func(object *source.Node) *source.Node
	pointer string
}

func (c demandCase) check(t *testing.T) {
	t.Helper()
	for _, said := range []bool{true, false} {
		for _, there := range []bool{true, false} {
			object := mapOf("", nil)
			if value := c.decider(said); value != nil {
				object.Fields = append(object.Fields, source.Field{Key: c.demand.Field, Value: value})
			}
			if there {
				object.Fields = append(object.Fields, source.Field{Key: c.field.Name, Value: valueOf(c.field, "x")})
			}
			code := diag.MissingField
			if c.demand.Forbidden {
				code = diag.NotWithThis
			}
			found := c.set.Check(c.typ, c.wrap(object))
			got := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == code && d.Field == c.pointer })
			// Another demand may ask for the same.
			want := said != c.demand.Unless && there == c.demand.Forbidden
			if got != want && !(got && c.otherwise()) {
				t.Errorf("%s%s, %+v: said %v, there %v: blamed %v, want %v: %v", c.typ.Name, c.pointer, c.demand, said, there, got, want, found)
			}
		}
	}
}

// otherwise reports whether the field is needed whatever this demand says.
func (c demandCase) otherwise() bool { return c.field.Required || len(c.field.Demands) > 1 }

// decider is a value for which the condition holds, or one for which it does
// not: none, unless there must be one.
func (c demandCase) decider(holds bool) *source.Node {
	f := c.fields[slices.IndexFunc(c.fields, func(f *schema.Field) bool { return f.Name == c.demand.Field })]
	switch {
	case !holds && f.Required:
		other := slices.IndexFunc(f.Values, func(v schema.Value) bool { return !slices.Contains(c.demand.Values, v.Value) })
		return valueOf(f, f.Values[other].Value)
	case !holds:
		return nil
	case c.demand.Least != "":
		return &source.Node{Kind: source.Number, Text: c.demand.Least}
	case len(c.demand.Values) > 0:
		return valueOf(f, c.demand.Values[0])
	}
	return valueOf(f, "https://www.example.org/")
}

// valueOf is a value of a field's shape, whether it may say that or not.
func valueOf(f *schema.Field, text string) *source.Node {
	switch f.Shape {
	case schema.Flag:
		return &source.Node{Kind: source.Bool, Text: "true"}
	case schema.Number:
		return &source.Node{Kind: source.Number, Text: "1"}
	case schema.Object:
		return mapOf("", nil)
	case schema.ListOf:
		return listOf(valueOf(f.Item, text))
	}
	return &source.Node{Kind: source.String, Text: text}
}

func mapOf(key string, value *source.Node) *source.Node {
	n := &source.Node{Kind: source.Map}
	if value != nil {
		n.Fields = []source.Field{{Key: key, Value: value}}
	}
	return n
}

func listOf(n *source.Node) *source.Node {
	return &source.Node{Kind: source.List, Items: []*source.Node{n}}
}
