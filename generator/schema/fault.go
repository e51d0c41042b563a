package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/source"
)

// A fault is one keyword that a document fails, before it has words.
type fault struct {
	keyword string   // "" where the schema is false: nothing may stand here
	rest    []string // what follows the keyword in the schema's path
	schema  place    // the schema that has the keyword
	at      []string // where in the document, as pointer tokens
	given   *condition
	names   []string // of keyword either: the fields one of which is needed
}

// A condition is what made a fault's schema apply: the if of a then or else,
// or the field of a dependentSchemas.
type condition struct {
	schema place    // the if; the node is nil for dependentSchemas
	field  string   // of dependentSchemas
	at     []string // the object that the condition looks at
}

// faults flattens the library's tree of errors. Its messages are never used:
// they are English, and one of them can be about several fields.
func (j *judge) faults(err *jsonschema.ValidationError) []fault {
	var all []fault
	j.flatten(err, nil, &all)
	return all
}

func (j *judge) flatten(err *jsonschema.ValidationError, given *condition, all *[]fault) {
	in, keyword, rest := j.library.keywordAt(err.AbsoluteKeywordLocation)
	f := fault{keyword: keyword, rest: rest, schema: in, at: uriTokens(err.InstanceLocation), given: given}
	if c := f.condition(); c != nil {
		f.given = c
	}
	switch {
	case (keyword == "anyOf" || keyword == "oneOf") && len(rest) == 0:
		*all = append(*all, j.choose(err, f)...)
	case keyword == "minContains", keyword == "not", len(err.Causes) == 0:
		*all = append(*all, f)
	default:
		for _, cause := range err.Causes {
			j.flatten(cause, f.given, all)
		}
	}
}

// condition returns the condition that a fault itself stands for or under. The
// branches of if come as an error of their own at the keyword; those of
// dependentSchemas only show in the path of what fails in them.
func (f fault) condition() *condition {
	if f.keyword == "then" || f.keyword == "else" {
		return &condition{schema: f.schema.step("if"), at: f.at}
	}
	path := tokens(f.schema.pointer)
	if i := len(path) - 2; i >= 0 && path[i] == "dependentSchemas" {
		return &condition{field: path[i+1], at: f.at}
	}
	return nil
}

// choose turns a failed anyOf or oneOf into the faults of the alternative
// that the author most likely meant: one that fits the value as such, with
// the fewest faults inside it.
func (j *judge) choose(err *jsonschema.ValidationError, whole fault) []fault {
	var best []fault
	bestMiss := 2
	lacking := len(err.Causes) > 0
	for _, cause := range err.Causes {
		var branch []fault
		j.flatten(cause, whole.given, &branch)
		miss := misses(branch, len(whole.at))
		if miss < bestMiss || miss == bestMiss && miss < 2 && len(branch) < len(best) {
			best, bestMiss = branch, miss
		}
		if len(branch) == 1 && branch[0].keyword == "required" && len(branch[0].at) == len(whole.at) {
			whole.names = append(whole.names, texts(child(branch[0].schema.node, "required"))...)
		} else {
			lacking = false
		}
	}
	switch {
	case len(err.Causes) == 0: // several of oneOf hold
		return []fault{whole}
	case lacking:
		whole.keyword = "either"
		return []fault{whole}
	case best == nil:
		whole.keyword = "type"
		return []fault{whole}
	}
	return best
}

// misses says how far a value is from an alternative: 2 where it is of
// another type, 1 where it is another value than the few allowed, else 0.
func misses(branch []fault, depth int) int {
	worst := 0
	for _, f := range branch {
		switch {
		case len(f.at) != depth:
		case f.keyword == "type":
			return 2
		case f.keyword == "enum", f.keyword == "const":
			worst = 1
		}
	}
	return worst
}

// rank orders the faults of one value by how much they explain: who wrote a
// list for a text need not hear about its pattern.
func (f fault) rank(n *source.Node) int {
	switch f.keyword {
	case "type":
		return 0
	case "minLength", "minItems", "minProperties":
		if n == nil || blank(n) {
			return 1
		}
		return 5
	case "enum", "const":
		return 2
	case "format":
		return 3
	case "pattern":
		return 4
	}
	return 6
}

// aboutOthers reports whether the fault is about fields of the value rather
// than about the value.
func (f fault) aboutOthers() bool {
	switch f.keyword {
	case "required", "either", "additionalProperties", "unevaluatedProperties", "dependentRequired", "not", "oneOf", "", "propertyNames":
		return true
	}
	return slices.Contains(tokens(f.schema.pointer), "propertyNames")
}

// settle sorts faults by place and keeps one for each value.
func settle(root *source.Node, all []fault) []fault {
	slices.SortStableFunc(all, func(a, b fault) int {
		return cmp.Or(
			slices.Compare(a.at, b.at),
			cmp.Compare(a.rank(at(root, a.at).node), b.rank(at(root, b.at).node)),
			cmp.Compare(a.schema.file, b.schema.file),
			strings.Compare(a.schema.pointer, b.schema.pointer),
			cmp.Compare(a.keyword, b.keyword),
			slices.Compare(a.rest, b.rest),
		)
	})
	var kept []fault
	wrong := map[string]bool{} // pointers of values that have a fault or are missing
	for _, f := range all {
		if !f.aboutOthers() {
			if here := pointer(f.at); wrong[here] {
				continue
			} else {
				wrong[here] = true
			}
		}
		if f.keyword == "required" && f.given == nil {
			for _, name := range f.missing(at(root, f.at).node) {
				wrong[pointer(f.at)+"/"+escape(name)] = true
			}
		}
		kept = append(kept, f)
	}
	// Where the field that decides a condition is itself wrong, nobody knows
	// which of its branches was meant.
	return slices.DeleteFunc(kept, func(f fault) bool {
		return f.given != nil && slices.ContainsFunc(f.given.fields(), func(name string) bool {
			return wrong[pointer(f.given.at)+"/"+escape(name)]
		})
	})
}

// missing lists the required fields that an object lacks.
func (f fault) missing(n *source.Node) []string {
	return slices.DeleteFunc(texts(child(f.schema.node, "required")), func(name string) bool { return child(n, name) != nil })
}
