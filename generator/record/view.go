package record

import (
	"slices"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A view makes records as readers with some labels see them.
type view struct {
	labels []string
	types  *schema.Set
	hidden map[string]bool // by id
}

// record returns a record without versions that are for others.
func (v view) record(r *Record) *Record {
	out, hidden := r, map[int]bool{} // by version
	for _, version := range r.Versions {
		hidden[version.Version] = version.HiddenFrom(v.labels)
	}
	var versions []*Record
	for _, version := range r.Versions {
		if hidden[version.Version] {
			continue
		}
		c := v.version(version, hidden)
		versions = append(versions, c)
		if version == r {
			out = c
		}
	}
	for _, version := range versions {
		version.Versions, version.Current = versions, out
	}
	return out
}

// version returns one version with what each language shows of it. A
// translation that is behind may be of a version for others: then the source
// is shown.
func (v view) version(r *Record, hidden map[int]bool) *Record {
	c := *r
	c.Source, c.Texts = v.text(r.Type, r.Source, hidden), make(map[string]*Text, len(r.Texts))
	for l, t := range r.Texts {
		switch {
		case t == r.Source:
			c.Texts[l] = c.Source
		case hidden[t.SourceVersion]:
			c.Texts[l] = c.Source.fallback(l)
		default:
			c.Texts[l] = v.text(r.Type, t, hidden)
		}
	}
	return &c
}

// text returns a text whose fields say nothing of records for others, nor of
// reviews of versions for others.
func (v view) text(typ *schema.Type, t *Text, hidden map[int]bool) *Text {
	p := pruner{}
	for _, ref := range v.types.References(typ, t.Fields) {
		if v.hidden[ref.Target] {
			p[t.Fields.Lookup(ref.Pointer)] = true
		}
	}
	for _, entry := range logOf(t.Fields.Get("review")) {
		if version, ok := entry.Get("version").Int(); ok && hidden[version] {
			p[entry] = true
		}
	}
	if len(p) == 0 {
		return t
	}
	out := *t
	out.Fields = p.value(typ.Fields, t.Fields)
	return &out
}

// A pruner has the values to take out of front matter.
type pruner map[*source.Node]bool

// value returns a value without them, or nil where nothing is left. fields
// describe the parts of a Map, or of the Maps in a List.
func (p pruner) value(fields []*schema.Field, n *source.Node) *source.Node {
	switch {
	case p[n]:
		return nil
	case n.Kind == source.List:
		return p.list(fields, n)
	case n.Kind == source.Map:
		out := *n
		out.Fields = nil
		for _, f := range n.Fields {
			if f.Value = p.value(partsOf(fields, f.Key), f.Value); f.Value != nil {
				out.Fields = append(out.Fields, f)
			}
		}
		return &out
	}
	return n
}

// list leaves out what is gone. A thing that leads to what is gone goes with
// it, unless it has words of its own.
func (p pruner) list(fields []*schema.Field, n *source.Node) *source.Node {
	var items []*source.Node
	for _, item := range n.Items {
		leads := slices.ContainsFunc(item.Fields, func(f source.Field) bool { return p[f.Value] })
		if kept := p.value(fields, item); kept != nil && (!leads || worded(fields, kept)) {
			items = append(items, kept)
		}
	}
	if len(items) == 0 && len(n.Items) > 0 {
		return nil
	}
	return n.WithItems(items)
}

// partsOf returns the fields of what stands under a key.
func partsOf(fields []*schema.Field, key string) []*schema.Field {
	f := fieldOf(fields, key)
	for f != nil && f.Shape == schema.ListOf {
		f = f.Item
	}
	if f == nil {
		return nil
	}
	return f.Fields
}

func fieldOf(fields []*schema.Field, name string) *schema.Field {
	if i := slices.IndexFunc(fields, func(f *schema.Field) bool { return f.Name == name }); i >= 0 {
		return fields[i]
	}
	return nil
}

// worded reports whether an object has a text for readers.
func worded(fields []*schema.Field, n *source.Node) bool {
	return slices.ContainsFunc(n.Fields, func(f source.Field) bool {
		field := fieldOf(fields, f.Key)
		return field != nil && (field.IsText || field.Item != nil && field.Item.IsText)
	})
}
