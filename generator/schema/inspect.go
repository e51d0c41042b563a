package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/source"
)

// An inspector checks what schema files say about one another.
type inspector struct {
	*library
	list   diag.List
	faulty map[*file]bool
}

// inspect returns what is wrong between the files of a library and which of
// them are to blame.
func (l *library) inspect() *inspector {
	i := &inspector{library: l, faulty: map[*file]bool{}}
	for _, name := range l.names() {
		f := l.files[name]
		i.each(place{file: f.name, node: f.root}, func(p place) {
			i.ref(f, p)
			i.values(f, p)
		})
	}
	if len(i.faulty) > 0 {
		return i // what follows goes along references
	}
	for _, f := range l.types() {
		i.record(f)
	}
	for _, name := range l.names() {
		f := l.files[name]
		i.each(place{file: f.name, node: f.root}, func(p place) { i.targets(f, p) })
	}
	return i
}

// names lists the files, those of later layers last.
func (l *library) names() []string {
	var all []string
	for name := range l.files {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(l.files[a].layer, l.files[b].layer), cmp.Compare(a, b))
	})
	return all
}

// each visits a schema and every schema inside it.
func (l *library) each(p place, visit func(place)) {
	if p.node == nil || p.node.Kind != source.Map {
		return
	}
	visit(p)
	for _, word := range namedSchemas {
		for _, name := range keys(child(p.node, word)) {
			l.each(p.step(word, name), visit)
		}
	}
	for _, word := range listedSchemas {
		for i := range child(p.node, word).Elements() {
			l.each(p.step(word, number(i)), visit)
		}
	}
	for _, word := range singleSchemas {
		l.each(p.step(word), visit)
	}
}

// blame keeps a finding about a file. Where one of the program's own files
// fails only because another was replaced, the replacement is at fault.
func (i *inspector) blame(f, other *file, d diag.Diagnostic) {
	if other != nil && other.layer > f.layer {
		d = diag.New(diag.BadSchema, spot{node: other.root}.head(),
			"target", cmp.Or(d.Message.Args["target"], d.Message.Args["field"]), "file", f.name).As("lacks")
		f = other
	}
	i.faulty[f] = true
	i.list = append(i.list, d)
}

// ref checks that a $ref leads somewhere.
func (i *inspector) ref(f *file, p place) {
	ref := child(p.node, "$ref")
	if ref == nil {
		return
	}
	to := i.refer(p.file, ref.Text)
	if to.node == nil {
		i.blame(f, i.files[to.file], diag.New(diag.BadSchema, ref.At, "target", ref.Text).As("ref"))
	}
}

// values checks that x-values speaks of values that the field can have. A
// field without an enum is open, and its words are those of usual values.
func (i *inspector) values(f *file, p place) {
	list := says(i.view(p), "enum")
	if list == nil {
		return
	}
	enum := scalars(list)
	for _, v := range fieldsOf(child(p.node, "x-values")) {
		if !slices.Contains(enum, v.Key) {
			i.blame(f, nil, near(diag.New(diag.BadSchema, v.KeyAt, "keyword", v.Key).As("keyword"), v.Key, enum))
		}
	}
}

func near(d diag.Diagnostic, word string, among []string) diag.Diagnostic {
	if suggestion, ok := nearest.Nearest(word, among); ok {
		return d.Suggest("near", "suggestion", suggestion)
	}
	return d
}

// record checks x-record: the file's name, the fields it speaks of, and that
// nobody else has its type, folder or prefix.
func (i *inspector) record(f *file) {
	x := f.record()
	if typ := child(x, "type"); text(typ) != f.stem() {
		i.blame(f, nil, diag.New(diag.BadSchema, typ.At, "name", text(typ)+suffix).As("name"))
	}
	var names []string
	for _, m := range i.members(i.view(place{file: f.name, node: i.root(f.name)})) {
		names = append(names, m.name)
	}
	spoken := child(x, "columns").Elements()
	if order := child(x, "order"); order != nil {
		spoken = append(slices.Clip(spoken), order)
	}
	for _, n := range spoken {
		if !slices.Contains(names, n.Text) {
			i.blame(f, i.files[envelopeFile], near(diag.New(diag.BadSchema, n.At, "field", n.Text).As("field"), n.Text, names))
		}
	}
	for _, other := range i.types() {
		if other == f || cmp.Or(cmp.Compare(other.layer, f.layer), strings.Compare(other.name, f.name)) > 0 {
			continue
		}
		for _, part := range []string{"folder", "prefix"} {
			if n := child(x, part); text(n) == text(child(other.record(), part)) {
				i.blame(f, nil, diag.New(diag.BadSchema, n.At, "with", other.stem()).As("clash"))
			}
		}
	}
}

// targets checks that x-ref names types that exist, and lists that they have.
func (i *inspector) targets(f *file, p place) {
	n := child(p.node, "x-ref")
	if n == nil {
		return
	}
	refs := n.Items
	if n.Kind == source.String {
		refs = []*source.Node{n}
	}
	for _, ref := range refs {
		typ, item, _ := strings.Cut(ref.Text, "#")
		other := i.files[typ+suffix]
		switch {
		case ref.Text == "*", typ == "same":
			continue
		case typ == "" && f.record() == nil:
			continue // shared: whose own items are meant shows where it is used
		case typ == "":
			other = f
		case other == nil || other.record() == nil:
			i.blame(f, nil, near(diag.New(diag.BadSchema, ref.At, "target", typ).As("target"), typ, i.typeNames()))
			continue
		}
		if item == "" || item == Paragraph {
			continue
		}
		fields := i.members(i.view(place{file: other.name, node: i.root(other.name)}))
		if !slices.ContainsFunc(fields, func(m member) bool { return m.name == item }) {
			i.blame(f, other, diag.New(diag.BadSchema, ref.At, "field", item).As("field"))
		}
	}
}

func (l *library) typeNames() []string {
	var all []string
	for _, f := range l.types() {
		all = append(all, f.stem())
	}
	return all
}
