package schema

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/source"
)

// References returns every reference that the record's fields hold, in the
// order of the file. Whether they lead anywhere is decided by who knows the
// records; so is the form of those that look like none.
func (s *Set) References(t *Type, front *source.Node) []Reference {
	if t == nil || front == nil || s.plans[t.Name] == nil {
		return nil
	}
	w := walker{seen: map[*source.Node]bool{}}
	w.walk(s.plans[t.Name], front, trail{})
	slices.SortStableFunc(w.found, func(a, b Reference) int {
		return cmp.Or(cmp.Compare(a.At.Start.Line, b.At.Start.Line), cmp.Compare(a.At.Start.Column, b.At.Start.Column))
	})
	return w.found
}

// A plan says where in a document references stand. Values are walked
// together with it, because a keyword of a schema does not learn the place of
// the value it judges.
type plan struct {
	rule    *RefRule
	label   Words
	members map[string]*plan
	named   []patternPlan
	rest    *plan // of the members that have no name in the schema
	item    *plan
	also    []branch // what else describes the same value
	ref     *plan    // of $ref
	pruned  bool
}

type patternPlan struct {
	name *regexp.Regexp
	plan *plan
}

// A branch is a plan that holds where its test does; without a test, always.
type branch struct {
	test *jsonschema.Schema
	then *plan
	els  *plan
}

// A planner builds the plan of one type.
type planner struct {
	*library
	compiler *jsonschema.Compiler
	typ      string
	made     map[*source.Node]*plan // by schema, because one may contain itself
}

func (b *planner) plan(p place) *plan {
	if p.node == nil || p.node.Kind != source.Map {
		return nil
	}
	if made := b.made[p.node]; made != nil {
		return made
	}
	made := &plan{rule: ruleOf(b.chain(p), b.typ), label: words(says(b.chain(p), "x-label"))}
	b.made[p.node] = made
	made.rest, made.item = b.plan(p.step("additionalProperties")), b.plan(p.step("items"))
	for _, name := range keys(child(p.node, "properties")) {
		if m := b.plan(p.step("properties", name)); m != nil {
			if made.members == nil {
				made.members = map[string]*plan{}
			}
			made.members[name] = m
		}
	}
	for _, text := range keys(child(p.node, "patternProperties")) {
		if re, err := regexp.Compile(text); err == nil {
			made.named = append(made.named, patternPlan{re, b.plan(p.step("patternProperties", text))})
		}
	}
	made.also = b.branches(p)
	if ref := child(p.node, "$ref"); ref != nil {
		made.ref = b.plan(b.refer(p.file, ref.Text))
	}
	return made
}

// chain returns a schema and those that it refers to, one after the other:
// what is said nearer to a field, such as the name of its inverse, counts.
func (l *library) chain(p place) []place {
	var all []place
	for p.node != nil && len(all) < source.MaxDepth {
		all = append(all, p)
		ref := child(p.node, "$ref")
		if ref == nil {
			break
		}
		p = l.refer(p.file, ref.Text)
	}
	return all
}

func (b *planner) branches(p place) []branch {
	var all []branch
	if test := p.step("if"); test.node != nil {
		then, els := b.plan(p.step("then")), b.plan(p.step("else"))
		if compiled, err := b.compiler.Compile(scheme + p.file + "#" + uriPointer(test.pointer)); err == nil {
			all = append(all, branch{test: compiled, then: then, els: els})
		}
	}
	for _, word := range listedSchemas[:3] {
		for i := range child(p.node, word).Elements() {
			all = append(all, branch{then: b.plan(p.step(word, number(i)))})
		}
	}
	for _, name := range keys(child(p.node, "dependentSchemas")) {
		all = append(all, branch{then: b.plan(p.step("dependentSchemas", name))})
	}
	return all
}

// prune drops every part of a plan that leads to no rule, so that walking
// spends no time there, and reports whether anything is left.
func (p *plan) prune(live map[*plan]bool) *plan {
	if p == nil || !live[p] {
		return nil
	}
	if p.pruned {
		return p
	}
	p.pruned = true
	p.rest, p.item, p.ref = p.rest.prune(live), p.item.prune(live), p.ref.prune(live)
	for name, m := range p.members {
		if p.members[name] = m.prune(live); p.members[name] == nil {
			delete(p.members, name)
		}
	}
	for i := range p.named {
		p.named[i].plan = p.named[i].plan.prune(live)
	}
	for i, b := range p.also {
		p.also[i].then, p.also[i].els = b.then.prune(live), b.els.prune(live)
	}
	p.also = slices.DeleteFunc(p.also, func(b branch) bool { return b.then == nil && b.els == nil })
	return p
}

// parts are the plans that a plan leads to.
func (p *plan) parts() []*plan {
	all := []*plan{p.rest, p.item, p.ref}
	for _, m := range p.members {
		all = append(all, m)
	}
	for _, n := range p.named {
		all = append(all, n.plan)
	}
	for _, b := range p.also {
		all = append(all, b.then, b.els)
	}
	return slices.DeleteFunc(all, func(p *plan) bool { return p == nil })
}

// living returns the plans from which a rule can be reached.
func (b *planner) living() map[*plan]bool {
	live := map[*plan]bool{}
	for grown := true; grown; {
		grown = false
		for _, p := range b.made {
			if live[p] {
				continue
			}
			if p.rule != nil || slices.ContainsFunc(p.parts(), func(q *plan) bool { return live[q] }) {
				live[p], grown = true, true
			}
		}
	}
	return live
}

// A trail is how a value was reached. Trails share the memory of their paths,
// because nobody keeps one.
type trail struct {
	path  []string
	field string
	label Words
}

func (t trail) into(token string) trail {
	t.path = append(t.path, token)
	return t
}

type walker struct {
	found []Reference
	seen  map[*source.Node]bool
}

func (w *walker) walk(p *plan, n *source.Node, t trail) {
	if p == nil || n == nil {
		return
	}
	if t.label == nil {
		t.label = p.label
	}
	// What a condition adds is more to the point than what always holds.
	for _, b := range p.also {
		next := b.then
		if b.test != nil && b.test.Validate(new(valuer).value(n)) != nil {
			next = b.els
		}
		w.walk(next, n, t)
	}
	if p.rule != nil && n.Kind == source.String && n.Text != "" && !w.seen[n] {
		w.seen[n] = true
		w.found = append(w.found, reference(p.rule, n, t))
	}
	w.walk(p.ref, n, t)
	for i, item := range n.Items {
		w.walk(p.item, item, t.into(number(i)))
	}
	for _, f := range n.Fields {
		in := t.into(f.Key)
		if p.members[f.Key] != nil { // the keys of a map are no names of fields
			in.field, in.label = f.Key, nil
		}
		for _, m := range p.member(f.Key) {
			w.walk(m, f.Value, in)
		}
	}
}

// member returns the plans of a named member.
func (p *plan) member(name string) []*plan {
	if m := p.members[name]; m != nil {
		return []*plan{m}
	}
	var all []*plan
	for _, n := range p.named {
		if n.name.MatchString(name) {
			all = append(all, n.plan)
		}
	}
	if all == nil && p.rest != nil {
		return []*plan{p.rest}
	}
	return all
}

var idForm = regexp.MustCompile(`^[A-Za-z]{2,8}-[A-Za-z0-9][A-Za-z0-9-]*$`)

// ownID is stricter: the keys of a record's own items, such as first-answer,
// must not pass for ids.
var ownID = regexp.MustCompile(`^(?:[A-Z]{2,8}-[0-9]+|SCR-[A-Z][A-Z0-9-]*)$`)

// reference reads POL-001, POL-001#item or, for items of the record itself,
// item. A text of another form is all target.
func reference(rule *RefRule, n *source.Node, t trail) Reference {
	r := Reference{Rule: rule, Field: t.field, Label: t.label, Pointer: pointer(t.path), Target: n.Text, At: n.At}
	if id, item, ok := strings.Cut(n.Text, "#"); ok && item != "" && (idForm.MatchString(id) || id == "" && rule.Own) {
		r.Target, r.Item = id, item
	} else if rule.Own && !ownID.MatchString(n.Text) {
		r.Target, r.Item = "", n.Text
	}
	return r
}

// uriPointer writes a JSON pointer as the library finds it.
func uriPointer(pointer string) string {
	var b strings.Builder
	for _, token := range tokens(pointer) {
		b.WriteString("/" + url.PathEscape(escape(token)))
	}
	return b.String()
}
