package record

import (
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// An overlay lays the words of a translation over the facts of its source and
// collects what does not fit. It changes neither: whatever gets other words
// is copied, the rest is shared.
type overlay struct {
	record   string
	findings diag.List
}

// A layer is a value of the source with what the translation says in its
// place; over is nil where it says nothing.
type layer struct {
	base, over *source.Node
	key        diag.Span // where the translation names it
	pointer    string
}

func (l layer) child(key string) layer {
	c := layer{base: l.base.Get(key), pointer: l.pointer + "/" + key}
	if e := l.over.Entry(key); e != nil {
		c.over, c.key = e.Value, e.KeyAt
	}
	return c
}

// object lays one map over another, field by field of the schema. What the
// schema does not call text is a fact, which only the source can say.
func (o *overlay) object(fields []*schema.Field, at layer) *source.Node {
	out := at.base
	for _, f := range fields {
		here := at.child(f.Name)
		if here.over == nil {
			o.missingList(f, here, at.over)
			continue
		}
		merged := o.value(f, here)
		if merged != nil && merged != here.base {
			entry := *at.over.Entry(f.Name)
			entry.Value = merged
			out = out.With(entry)
		}
	}
	return out
}

func (o *overlay) value(f *schema.Field, at layer) *source.Node {
	switch {
	case f.IsText || f.Shape == schema.ListOf && f.Item.IsText:
		return at.over
	case f.Shape == schema.Object && isMap(at.base) && isMap(at.over):
		return o.object(f.Fields, at)
	case isKeyed(f) && at.over.Kind == source.List && (at.base == nil || at.base.Kind == source.List):
		return o.list(f, at)
	}
	return at.base
}

// list lays the items of one list over those with the same key in the other.
func (o *overlay) list(f *schema.Field, at layer) *source.Node {
	said := map[string]*source.Node{}
	for _, item := range at.over.Items {
		if key := item.Get("key").String(); key != "" {
			said[key] = item
		}
	}
	var keys []string
	var items []*source.Node
	if at.base != nil {
		for _, item := range at.base.Items {
			key := item.Get("key").String()
			keys = append(keys, key)
			if over := said[key]; over != nil && isMap(item) {
				item = o.object(f.Item.Fields, layer{base: item, over: over, pointer: at.pointer})
			} else if hasText(f.Item) && key != "" {
				o.report(diag.New(diag.UntranslatedItem, at.key, "key", key, "field", f.Name), at)
			}
			items = append(items, item)
		}
	}
	o.unknownKeys(f, at, keys)
	if at.base == nil {
		return nil
	}
	return at.base.WithItems(items)
}

func (o *overlay) report(d diag.Diagnostic, at layer) {
	o.findings = append(o.findings, d.For(o.record, at.pointer))
}

// missingList reports a list of texts that the translation leaves out whole.
func (o *overlay) missingList(f *schema.Field, at layer, parent *source.Node) {
	if !isKeyed(f) || !hasText(f.Item) || at.base == nil || at.base.Kind != source.List || len(at.base.Items) == 0 {
		return
	}
	o.report(diag.New(diag.UntranslatedItem, firstKey(parent), "field", f.Name).As("list"), at)
}

// unknownKeys reports items of the translation that the source lacks.
func (o *overlay) unknownKeys(f *schema.Field, at layer, keys []string) {
	known := map[string]bool{}
	for _, key := range keys {
		known[key] = true
	}
	for _, item := range at.over.Items {
		key := item.Get("key")
		if key.String() == "" || known[key.String()] {
			continue
		}
		d := diag.New(diag.UnknownKeyInTranslation, key.At,
			"key", key.Text, "field", f.Name, "keys", strings.Join(keys, ", "))
		o.report(suggest(d, key.Text, keys), at)
	}
}

// isKeyed reports whether the field is a list of objects that have keys.
func isKeyed(f *schema.Field) bool {
	return f.Shape == schema.ListOf && f.Item.Shape == schema.Object && f.Field("key") != nil
}

// hasText reports whether a translation could say anything in the field.
func hasText(f *schema.Field) bool {
	if f.IsText || f.Item != nil && hasText(f.Item) {
		return true
	}
	for _, inner := range f.Fields {
		if hasText(inner) {
			return true
		}
	}
	return false
}

func isMap(n *source.Node) bool { return n != nil && n.Kind == source.Map }
