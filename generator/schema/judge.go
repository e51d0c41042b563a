package schema

import (
	"errors"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/source"
)

// findings judges a document: every fault with words, at its place.
func (j *judge) findings(root *source.Node) diag.List {
	var v valuer
	err := j.schema.Validate(v.value(root))
	var list diag.List
	for _, n := range v.huge {
		path := pathTo(root, n)
		d := diag.New(diag.OutOfRange, n.At, "field", at(root, path).name(), "value", n.Text, "limit", "1e300").As("maximum")
		list = append(list, d.For("", pointer(path)))
	}
	if err == nil {
		return list
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		// The library lost its way, as in a schema that refers to itself.
		return append(list, diag.New(diag.SchemaRule, spot{node: root}.head(), "field", ""))
	}
	r := &reporter{judge: j, root: root, seen: map[string]bool{}}
	for _, f := range settle(root, j.faults(invalid)) {
		node := at(root, f.at).node
		if slices.Contains(v.huge, node) || node.Doubtful && !f.aboutOthers() {
			continue // it was reported for what it is
		}
		r.report(f)
	}
	return append(list, r.list...)
}

// A reporter finds words and places for faults.
type reporter struct {
	*judge
	root *source.Node
	list diag.List
	seen map[string]bool
}

// add keeps a finding about a field, once for each code.
func (r *reporter) add(d diag.Diagnostic, path ...string) {
	field := pointer(path)
	if key := string(d.Code) + field; !r.seen[key] {
		r.seen[key] = true
		r.list = append(r.list, d.For("", field))
	}
}

func (r *reporter) report(f fault) {
	s := at(r.root, f.at)
	switch f.keyword {
	case "required":
		for _, name := range f.missing(s.node) {
			r.missing(f, name)
		}
	case "dependentRequired":
		if len(f.rest) > 0 {
			f.given = &condition{field: f.rest[0], at: f.at}
		}
		for _, name := range texts(child(child(f.schema.node, "dependentRequired"), f.given.field)) {
			if child(s.node, name) == nil {
				r.missing(f, name)
			}
		}
	case "either":
		d := diag.New(diag.MissingField, s.head(), "fields", strings.Join(f.names, ", ")).As("either")
		r.add(d, append(f.at, f.names[0])...)
	case "additionalProperties", "unevaluatedProperties":
		r.unknown(f)
	case "", "not", "oneOf":
		r.forbidden(f)
	case "uniqueItems":
		r.repeated(f)
	default:
		r.add(r.value(f, s), f.at...)
	}
}

func (r *reporter) missing(f fault, name string) {
	d := diag.New(diag.MissingField, at(r.root, f.at).head(), "field", name)
	if how, with, value := f.given.because(r.root); how != "" {
		d = diag.New(diag.MissingField, d.At, "field", name, "with", with, "value", value).As(how)
	}
	r.add(d, append(slices.Clone(f.at), name)...)
}

// unknown reports each field that no schema of the object names.
func (r *reporter) unknown(f fault) {
	object := at(r.root, f.at).node
	known := keys(child(f.schema.node, "properties"))
	patterns := patternsOf(f.schema.node)
	// Looked up once: a hostile file has as many unknown fields as it likes.
	free := slices.DeleteFunc(slices.Clone(known), func(name string) bool { return child(object, name) != nil })
	for _, field := range object.Fields {
		if slices.Contains(known, field.Key) || slices.ContainsFunc(patterns, matches(field.Key)) {
			continue
		}
		path := append(slices.Clone(f.at), field.Key)
		if r.isFact(path) {
			r.add(diag.New(diag.FactInTranslation, field.KeyAt, "field", field.Key), path...)
			continue
		}
		d := diag.New(diag.UnknownField, field.KeyAt, "field", field.Key)
		if slices.Contains(computed, field.Key) {
			r.add(d.Suggest("computed"), path...)
			continue
		}
		r.add(suggest(d, field.Key, free), path...)
	}
}

// suggest offers the nearest known word, else all that could stand there.
func suggest(d diag.Diagnostic, word string, known []string) diag.Diagnostic {
	if near, ok := nearest.Nearest(word, known); ok {
		return d.Suggest("near", "suggestion", near)
	}
	if len(known) > 0 {
		return d.Suggest("none", "fields", strings.Join(known, ", "))
	}
	return d
}

// forbidden reports fields that may not stand here because of others.
func (r *reporter) forbidden(f fault) {
	s := at(r.root, f.at)
	if f.keyword == "" && s.key != nil {
		r.notWith(f, f.at, s.key.KeyAt)
		return
	}
	var names []string
	switch f.keyword {
	case "not":
		names = texts(child(child(f.schema.node, "not"), "required"))
	case "oneOf":
		for _, branch := range child(f.schema.node, "oneOf").Elements() {
			names = append(names, texts(child(branch, "required"))...)
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return child(s.node, name) == nil })
	if len(names) == 0 {
		r.add(diag.New(diag.SchemaRule, s.span(), "field", s.name()), f.at...)
		return
	}
	if len(names) > 1 {
		f.given = &condition{field: names[0], at: f.at}
	}
	last := names[len(names)-1]
	r.notWith(f, append(slices.Clone(f.at), last), fieldOf(s.node, last).KeyAt)
}

func (r *reporter) notWith(f fault, path []string, span diag.Span) {
	name := path[len(path)-1]
	how, with, value := f.given.because(r.root)
	d := diag.New(diag.NotWithThis, span, "field", name, "with", with, "value", value)
	switch how {
	case "with":
		r.add(d, path...)
	case "":
		r.add(diag.New(diag.UnknownField, span, "field", name), path...)
	default:
		r.add(d.As(how), path...)
	}
}

// repeated reports every item that equals an earlier one; the library names
// one pair only.
func (r *reporter) repeated(f fault) {
	s := at(r.root, f.at)
	first := map[string]*source.Node{}
	for i, item := range s.node.Items {
		text := canonical(item)
		earlier, twice := first[text]
		if !twice {
			first[text] = item
			continue
		}
		shown := spot{node: item}.shown()
		if shown == "" {
			shown = text
		}
		d := diag.New(diag.DuplicateItem, item.At, "field", s.name(), "value", shown).See(earlier.At, "first")
		r.add(d, append(slices.Clone(f.at), number(i))...)
	}
}

// doubledKeys reports the same key twice in a list of objects: references and
// translations find an item by it. Steps of path share their memory, because
// nobody keeps a path.
func doubledKeys(n *source.Node, path []string) diag.List {
	var list diag.List
	first := map[string]*source.Node{}
	for i, item := range n.Items {
		in := append(path, number(i))
		list = append(list, doubledKeys(item, in)...)
		key := child(item, "key")
		if key == nil || key.Kind != source.String {
			continue
		}
		if earlier, twice := first[key.Text]; twice {
			d := diag.New(diag.DuplicateKeyedItem, key.At, "key", key.Text).See(earlier.At, "first")
			list = append(list, d.For("", pointer(append(in, "key"))))
			continue
		}
		first[key.Text] = key
	}
	for _, f := range n.Fields {
		list = append(list, doubledKeys(f.Value, append(path, f.Key))...)
	}
	return list
}

// computed are names of figures that no author types: they are worked out.
var computed = []string{"priority", "total", "score", "rank", "points", "standing", "overdue", "verdict", "effect"}
