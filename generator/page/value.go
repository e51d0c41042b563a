package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A reader turns front matter into what a reader of one language sees.
type reader struct {
	book *record.Handbook
	rec  *record.Record // whose front matter it is; nil in an index
	lang string
	ours map[string]bool // keys of what the house added
}

// value returns what a field says, or false where it says nothing.
func (r *reader) value(f *schema.Field, n *source.Node) (Value, bool) {
	if n == nil || n.Kind == source.Null {
		return Value{}, false
	}
	switch f.Shape {
	case schema.ListOf:
		return r.list(f.Item, n)
	case schema.Object:
		facts := r.facts(f.Fields, n)
		return Value{Facts: facts}, len(facts) > 0
	case schema.Duration:
		return r.duration(n), true
	case schema.Ref:
		if f.Ref.Own {
			return r.ownItem(n.Text), n.Text != ""
		}
		return r.reference(n.Text), n.Text != ""
	case schema.Flag:
		if n.Text == "true" {
			return Value{Flag: "yes"}, true
		}
		return Value{Flag: "no"}, true
	case schema.Link:
		return Value{Link: &Link{Title: n.Text, URL: n.Text}}, n.Text != ""
	}
	if n.Kind == source.Map || n.Kind == source.List {
		// A field that its schema leaves open, such as words by key.
		return r.open(n)
	}
	return r.scalar(f, n), n.Text != ""
}

// scalar words a single value by its shape.
func (r *reader) scalar(f *schema.Field, n *source.Node) Value {
	for _, v := range f.Values {
		if v.Value == n.Text {
			return Value{Text: v.Label.In(r.lang)}
		}
	}
	if words, ok := r.book.Config.Words[n.Text]; ok && !f.IsText {
		return Value{Text: words.In(r.lang)}
	}
	switch f.Shape {
	case schema.Date:
		if d, err := lang.ParseDate(n.Text); err == nil {
			return Value{Text: lang.FormatDate(r.lang, d), Machine: n.Text}
		}
	case schema.Number:
		return Value{Text: number(r.lang, n.Text)}
	}
	return Value{Text: n.Text}
}

func (r *reader) list(item *schema.Field, n *source.Node) (Value, bool) {
	out := Value{Ordered: inSequence(item)}
	for _, e := range n.Items {
		v, ok := r.value(item, e)
		if !ok {
			continue
		}
		if item.Shape == schema.Object {
			r.name(&v, item)
			if key := e.Get("key"); key != nil {
				v.Anchor, v.Ours = key.Text, r.ours[key.Text]
			}
		}
		out.List = append(out.List, v)
	}
	return out, len(out.List) > 0
}

// inSequence reports whether the things of a list say what they follow, as
// the steps of a procedure do: only these are numbered.
func inSequence(item *schema.Field) bool {
	return slices.ContainsFunc(item.Fields, func(f *schema.Field) bool {
		rule := f.Ref
		if f.Shape == schema.ListOf {
			rule = f.Item.Ref
		}
		return rule != nil && rule.Own
	})
}

// name takes what a thing of a list is called out of its facts: its first
// text, else its first reference or choice.
func (r *reader) name(v *Value, item *schema.Field) {
	shapes := []func(*schema.Field) bool{
		func(f *schema.Field) bool { return f.Shape == schema.Text && f.IsText },
		func(f *schema.Field) bool { return f.Shape == schema.Ref },
	}
	for _, fits := range shapes {
		for i, fact := range v.Facts {
			f := item.Field(fact.Name)
			if f == nil || !fits(f) {
				continue
			}
			v.Head = fact.Value.Text
			if fact.Value.Link != nil {
				v.Head, v.Link = fact.Value.Link.Title, fact.Value.Link
			}
			v.Facts = append(v.Facts[:i:i], v.Facts[i+1:]...)
			return
		}
	}
}

// facts returns the fields that say something, in the schema's order. A key
// is an anchor, not something to read.
func (r *reader) facts(fields []*schema.Field, n *source.Node) []Fact {
	var out []Fact
	for _, f := range fields {
		if f.Name == "key" {
			continue
		}
		if v, ok := r.value(f, n.Get(f.Name)); ok {
			out = append(out, Fact{Name: f.Name, Label: f.Label.In(r.lang), Value: v})
		}
	}
	return out
}

// open lays out a value whose schema names no fields.
func (r *reader) open(n *source.Node) (Value, bool) {
	var v Value
	for _, e := range n.Fields {
		if inner, ok := r.open(e.Value); ok {
			v.Facts = append(v.Facts, Fact{Name: e.Key, Label: e.Key, Value: inner})
		}
	}
	for _, e := range n.Items {
		if inner, ok := r.open(e); ok {
			v.List = append(v.List, inner)
		}
	}
	v.Text = n.Text
	return v, v.Text != "" || v.Facts != nil || v.List != nil
}

func (r *reader) duration(n *source.Node) Value {
	iso, business := n.Text, false
	if n.Kind == source.Map {
		if v := n.Get("value"); v != nil {
			iso = v.Text
		}
		b := n.Get("business_days")
		business = b != nil && b.Text == "true"
	}
	words, err := lang.FormatDuration(r.lang, iso, business)
	if err != nil {
		return Value{Text: iso}
	}
	return Value{Text: words, Machine: iso}
}

// reference leads to a record or to an item in one. What it is called is the
// record's title in the page's language, with the item's own name after it.
func (r *reader) reference(target string) Value {
	id, item, _ := strings.Cut(target, "#")
	rec := r.book.Record(id)
	if rec == nil {
		return Value{Text: target}
	}
	l := linkTo(rec, r.lang)
	if item != "" {
		l.Fragment = itemAnchor(rec, item, r.lang)
		if name := itemName(rec, item, r.lang); name != "" {
			l.Title += ": " + name
		}
	}
	return Value{Link: &l}
}

// ownItem leads to a keyed thing on the same page.
func (r *reader) ownItem(key string) Value {
	if r.rec == nil {
		return Value{Text: key}
	}
	name, anchor := itemName(r.rec, key, r.lang), itemAnchor(r.rec, key, r.lang)
	if name == "" || anchor == "" {
		return Value{Text: key}
	}
	return Value{Link: &Link{Title: name, Address: recordAddress(r.rec, r.lang), Fragment: anchor}}
}

// number writes a JSON number with the decimals that it was typed with.
func number(language, text string) string {
	if strings.ContainsAny(text, "eE") {
		return text
	}
	decimals := 0
	if _, after, ok := strings.Cut(text, "."); ok {
		decimals = len(after)
	}
	return lang.FormatNumber(language, parseFloat(text), decimals)
}

// Long reports whether a list is better read line by line than in a row.
func (v Value) Long() bool {
	return slices.ContainsFunc(v.List, func(e Value) bool { return utf8.RuneCountInString(e.Text) > 40 || e.Facts != nil })
}
