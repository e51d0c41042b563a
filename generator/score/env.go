package score

import (
	"strconv"

	"github.com/expr-lang/expr/types"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// maxDepth is how many references an expression may follow one after another:
// owner.department.part_of.
const maxDepth = 4

// A scope is what the expressions of one scorecard may name. Only what they
// do name is unfolded, for every record leads to every other in the end.
type scope struct {
	*maker
	typ    *schema.Type
	used   map[string]bool // names in any of the expressions
	params *source.Node
}

// env returns the types of everything that may be named.
func (s *scope) env() types.Map {
	env := s.object(s.typ.Fields, maxDepth)
	s.common(env)
	env["as_of"], env["params"] = types.String, paramTypes(s.params)
	for space, fields := range s.spaces(s.typ.Name) {
		env[space] = fields
	}
	return env
}

// common adds what is known of every record.
func (s *scope) common(env types.Map) {
	env["id"], env["title"] = types.String, types.String
	env["type"], env["standing"], env["in_force"] = types.String, types.String, types.Bool
	env["version"] = types.Float64
}

func (s *scope) object(fields []*schema.Field, depth int) types.Map {
	out := types.Map{}
	for _, f := range fields {
		out[f.Name] = s.field(f, depth)
	}
	return out
}

func (s *scope) field(f *schema.Field, depth int) types.Type {
	switch f.Shape {
	case schema.Number:
		return types.Float64
	case schema.Flag:
		return types.Bool
	case schema.ListOf:
		return types.Array(s.field(f.Item, depth))
	case schema.Object:
		if len(f.Fields) == 0 {
			item := types.Type(types.Any)
			if f.Item != nil {
				item = s.field(f.Item, depth)
			}
			return types.Map{types.Extra: item}
		}
		return s.object(f.Fields, depth)
	case schema.Ref:
		if isRecord(f) {
			return s.target(f, depth)
		}
	}
	return types.String
}

// isRecord reports whether a reference means a record and no item of one.
func isRecord(f *schema.Field) bool {
	if f.Ref == nil || f.Ref.Own || f.Ref.Item != "" {
		return false
	}
	for _, t := range f.Ref.Targets {
		if t.Item != "" {
			return false
		}
	}
	return true
}

// target returns the type of the record that a reference leads to.
func (s *scope) target(f *schema.Field, depth int) types.Map {
	out := types.Map{}
	if t := s.unfolds(f, depth); t != nil {
		out = s.object(t.Fields, depth-1)
	}
	s.common(out)
	return out
}

// unfolds returns the type whose fields a reference gives access to: nil
// where several are possible, or where no expression asks.
func (s *scope) unfolds(f *schema.Field, depth int) *schema.Type {
	if depth <= 0 || len(f.Ref.Types) != 1 || !s.used[f.Name] {
		return nil
	}
	return s.Book.Types.Type(f.Ref.Types[0])
}

func paramTypes(params *source.Node) types.Map {
	out := types.Map{}
	if params != nil {
		for _, p := range params.Fields {
			out[p.Key] = types.String
			if p.Value.Kind == source.Number {
				out[p.Key] = types.Float64
			}
		}
	}
	return out
}

// of returns what expressions see of a record.
func (s *scope) of(rec *record.Record) map[string]any {
	env := s.fields(rec.Type.Fields, rec.Source.Fields, maxDepth)
	s.facts(env, rec)
	env["as_of"] = s.Book.AsOf.String()
	params := map[string]any{}
	if s.params != nil {
		for _, p := range s.params.Fields {
			params[p.Key] = scalar(p.Value, p.Value.Kind == source.Number)
		}
	}
	env["params"] = params
	for space, fields := range s.values(rec, s.used) {
		values := map[string]any{}
		for name, v := range fields {
			values[name] = v
		}
		env[space] = values
	}
	return env
}

func (s *scope) facts(env map[string]any, rec *record.Record) {
	standing := s.Book.StandingOf(rec)
	env["id"], env["title"], env["type"] = rec.ID, rec.Source.Title, rec.Type.Name
	env["standing"], env["in_force"] = string(standing.Force), standing.Force == record.InForce
	env["version"] = float64(rec.Version)
}

func (s *scope) fields(fields []*schema.Field, n *source.Node, depth int) map[string]any {
	out := map[string]any{}
	for _, f := range fields {
		if s.used[f.Name] {
			out[f.Name] = s.value(f, n.Get(f.Name), depth)
		}
	}
	return out
}

// value returns what a field says; nil where it says nothing, but for lists,
// flags and what has a default.
func (s *scope) value(f *schema.Field, n *source.Node, depth int) any {
	absent := n == nil || n.Kind == source.Null
	switch f.Shape {
	case schema.ListOf:
		out := []any{}
		if !absent {
			for _, item := range n.Items {
				out = append(out, s.value(f.Item, item, depth))
			}
		}
		return out
	case schema.Flag:
		if absent {
			return f.Default == "true"
		}
		return n.True()
	}
	if absent {
		if f.Default != "" {
			return typed(f.Default, f.Shape == schema.Number)
		}
		return nil
	}
	switch f.Shape {
	case schema.Object:
		if len(f.Fields) > 0 {
			return s.fields(f.Fields, n, depth)
		}
		out := map[string]any{}
		for _, e := range n.Fields {
			if f.Item != nil {
				out[e.Key] = s.value(f.Item, e.Value, depth)
			} else {
				out[e.Key] = scalar(e.Value, e.Value.Kind == source.Number)
			}
		}
		return out
	case schema.Ref:
		if isRecord(f) {
			return s.record(f, n.String(), depth)
		}
	case schema.Duration:
		if n.Kind == source.Map {
			n = n.Get("value")
		}
	}
	return scalar(n, f.Shape == schema.Number)
}

// record returns the record that a reference leads to; nil where there is
// none, which package link reports.
func (s *scope) record(f *schema.Field, id string, depth int) any {
	rec := s.Book.Record(id)
	if rec == nil {
		return nil
	}
	out := map[string]any{}
	if t := s.unfolds(f, depth); t != nil && t == rec.Type {
		out = s.fields(t.Fields, rec.Source.Fields, depth-1)
	}
	s.facts(out, rec)
	return out
}

func scalar(n *source.Node, number bool) any {
	if n == nil || n.Kind == source.Map || n.Kind == source.List || n.Kind == source.Null {
		return nil
	}
	return typed(n.Text, number)
}

func typed(text string, number bool) any {
	if !number {
		return text
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	return f
}
