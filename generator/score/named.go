package score

import (
	"cmp"
	"slices"
	"strings"

	"github.com/expr-lang/expr/types"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
)

// A Named is a value that some room has worked out for records and that
// expressions may use by its name: maturity.lowest.
type Named struct {
	Name    string   // namespace.value
	Types   []string // of the records that have it
	Kind    Outcome
	Meaning diag.Text
	Timed   bool // the mere passing of a day can change it
	// Of returns the value of a record: a float64, a bool, a string or
	// []string; or why there is none.
	Of func(*record.Record) (any, *Reason)
}

// has reports whether records of a type have the value.
func (n Named) has(typ string) bool { return slices.Contains(n.Types, typ) }

// registry returns every named value: those of other rooms and our own, by
// name. Of two with one name for one type the other room's counts.
func (m *maker) registry() []Named {
	out := slices.Clone(m.Named)
	for _, n := range m.ownValues() {
		if !slices.ContainsFunc(out, func(o Named) bool { return o.Name == n.Name }) {
			out = append(out, n)
		}
	}
	slices.SortStableFunc(out, func(a, b Named) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// spaces returns the types of the named values of a record type, by namespace.
func (m *maker) spaces(typ string) map[string]types.Map {
	out := map[string]types.Map{}
	for _, n := range m.cards.Named {
		space, name, ok := strings.Cut(n.Name, ".")
		if !ok || !n.has(typ) {
			continue
		}
		if out[space] == nil {
			out[space] = types.Map{}
		}
		out[space][name] = n.Kind.typ()
	}
	return out
}

// values works out the named values of a record that an expression uses.
func (m *maker) values(rec *record.Record, used map[string]bool) map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, n := range m.cards.Named {
		space, name, ok := strings.Cut(n.Name, ".")
		if !ok || !n.has(rec.Type.Name) || !used[space] {
			continue
		}
		if out[space] == nil {
			out[space] = map[string]any{}
		}
		if !used[name] {
			continue
		}
		v, reason := n.Of(rec)
		switch list := v.(type) {
		case nil:
			if reason == nil {
				reason = &Reason{Kind: Unmeasured, What: n.Name}
			}
			v = &missing{*reason}
		case []string:
			v = anyList(list) // also of none
		}
		out[space][name] = v
	}
	return out
}

func anyList(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// typ returns the type of an outcome in expressions.
func (o Outcome) typ() types.Type {
	switch o {
	case Flag:
		return types.Bool
	case Text:
		return types.String
	case Texts:
		return types.Array(types.String)
	}
	return types.Float64
}

// In says what kind of value it is.
func (o Outcome) In(language string) string { return outcomes[o].In(language) }

var outcomes = map[Outcome]diag.Text{
	Number: {PL: "liczba", CS: "číslo", EN: "number"},
	Flag:   {PL: "tak lub nie", CS: "ano nebo ne", EN: "true or false"},
	Text:   {PL: "tekst", CS: "text", EN: "text"},
	Texts:  {PL: "lista tekstów", CS: "seznam textů", EN: "list of texts"},
}
