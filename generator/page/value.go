package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A reader turns front matter into what a reader of one language sees.
type reader struct {
	book    *record.Handbook
	rec     *record.Record // whose front matter it is; nil in an index
	lang    string
	written string          // language of the front matter's words
	ours    map[string]bool // keys and fields that the house added
}

// foreign returns the language of the front matter's words where it is not
// the page's, and nothing where it is.
func (r *reader) foreign() string {
	if r.written == r.lang {
		return ""
	}
	return r.written
}

// value returns what a field says, or false where it says nothing.
func (r *reader) value(f *schema.Field, n *source.Node) (Value, bool) {
	if f == nil || n == nil || n.Kind == source.Null {
		return Value{}, false
	}
	switch f.Shape {
	case schema.ListOf:
		return r.list(f, n)
	case schema.Object:
		facts := r.facts(f.Fields, n)
		return Value{Facts: facts}, len(facts) > 0
	case schema.Duration:
		return r.duration(n), true
	case schema.Ref:
		if words, ok := wordOf(f.Values, n.Text); ok {
			return Value{Text: words.In(r.lang)}, true
		}
		if f.Ref.Own {
			return r.ownItem(n.Text), n.Text != ""
		}
		return r.reference(n.Text)
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

// wordOf returns what readers see in place of a value that a schema has words
// for.
func wordOf(values []schema.Value, value string) (schema.Words, bool) {
	i := slices.IndexFunc(values, func(v schema.Value) bool { return v.Value == value })
	if i < 0 {
		return nil, false
	}
	return values[i].Label, len(values[i].Label) > 0
}

// scalar words a single value by its shape.
func (r *reader) scalar(f *schema.Field, n *source.Node) Value {
	if words, ok := wordOf(f.Values, n.Text); ok {
		return Value{Text: words.In(r.lang)}
	}
	if words, ok := r.book.Config.Words[n.Text]; ok && !f.IsText {
		return Value{Text: words.In(r.lang)}
	}
	switch f.Shape {
	case schema.Date:
		if d, err := lang.ParseDate(n.Text); err == nil {
			return Value{Text: lang.FormatDate(r.lang, d), Machine: n.Text, Order: n.Text}
		}
	case schema.Number:
		return Value{Text: number(r.lang, n.Text), Order: n.Text}
	}
	if l, ok := r.keyOf(f, n.Text); ok {
		return Value{Link: &l}
	}
	if f.IsText {
		return Value{Text: n.Text, Lang: r.foreign(), prose: true}
	}
	return Value{Text: n.Text}
}

// keyOf returns where a key leads that names a thing in a record which this
// record refers to: an assessment's competency is one of its model's
// competencies. That record is known by a list called like the field.
func (r *reader) keyOf(f *schema.Field, key string) (Link, bool) {
	if r.rec == nil || f.IsText || f.Shape != schema.Text {
		return Link{}, false
	}
	for _, ref := range r.rec.Type.Fields {
		n := r.rec.Source.Fields.Get(ref.Name)
		if ref.Shape != schema.Ref || n == nil {
			continue
		}
		to := r.book.Record(n.Text)
		if to == nil {
			continue
		}
		if list, _ := findItem(to.Source.Fields, to.Type.Fields, key); list != plural(f.Name) {
			continue
		}
		l := linkTo(to, r.lang)
		l.Title, l.Fragment = itemName(to, key, r.lang), itemAnchor(to, key, r.lang)
		return l, l.Title != ""
	}
	return Link{}, false
}

// plural returns what a list of things is called in a schema.
func plural(name string) string {
	if stem, ok := strings.CutSuffix(name, "y"); ok {
		return stem + "ies"
	}
	return name + "s"
}

func (r *reader) list(f *schema.Field, n *source.Node) (Value, bool) {
	item := f.Item
	if f.IsText && !item.IsText {
		words := *item
		words.IsText, item = true, &words
	}
	out, all := Value{Ordered: inSequence(item)}, n.Items
	if n.Kind != source.List {
		all = []*source.Node{n} // where one may stand alone
	}
	for _, e := range all {
		v, ok := r.value(item, e)
		if !ok {
			continue
		}
		if item.Shape == schema.Object {
			r.name(&v, item)
			if key := e.Get("key"); key != nil {
				v.Anchor, v.key, v.Ours = key.Text, key.Text, r.ours[key.Text]
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

// name takes what a thing of a list is called out of its facts. It is called
// by what it must have, a text before a reference; else by its first field, if
// that is a choice or a reference; else by any text or reference. Where what it
// must lead to is for others, it goes without: a text that merely stands in it,
// such as what a review looked at, is not what it is called.
func (r *reader) name(v *Value, item *schema.Field) {
	text := func(f *schema.Field, fact Fact) bool { return f.Shape == schema.Text && f.IsText }
	leads := func(f *schema.Field, fact Fact) bool { return fact.Value.Link != nil && fact.Value.Link.URL == "" }
	for pass, fits := range []func(f *schema.Field, fact Fact) bool{
		func(f *schema.Field, fact Fact) bool { return f.Required && text(f, fact) },
		func(f *schema.Field, fact Fact) bool { return f.Required && leads(f, fact) },
		func(f *schema.Field, fact Fact) bool {
			return f == first(item) && (leads(f, fact) || f.Shape == schema.Choice)
		},
		text, leads,
	} {
		if pass == 2 && nameHidden(*v, item) {
			return
		}
		i := slices.IndexFunc(v.Facts, func(fact Fact) bool {
			f := item.Field(fact.Name)
			return f != nil && fits(f, fact)
		})
		if i >= 0 {
			v.called(i)
			return
		}
	}
}

// nameHidden reports whether a thing lacks a reference that it must have.
func nameHidden(v Value, item *schema.Field) bool {
	return slices.ContainsFunc(item.Fields, func(f *schema.Field) bool {
		has := slices.ContainsFunc(v.Facts, func(fact Fact) bool { return fact.Name == f.Name })
		return f.Required && f.Shape == schema.Ref && !has
	})
}

// first returns the first field of a thing that is not its key.
func first(item *schema.Field) *schema.Field {
	for _, f := range item.Fields {
		if f.Name != "key" {
			return f
		}
	}
	return nil
}

// called makes one of a thing's facts its name.
func (v *Value) called(i int) {
	named := v.Facts[i].Value
	v.Head, v.Lang = named.Text, named.Lang
	if named.Link != nil {
		v.Head, v.Link = named.Link.Title, named.Link
	}
	v.Facts = slices.Delete(slices.Clone(v.Facts), i, i+1)
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
			// Only what stands in a record's own lists can be referred to; the
			// keys of lists in lists come more than once on a page.
			for i := range v.List {
				v.List[i].Anchor = ""
			}
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
	return Value{Text: words, Machine: iso, Order: strconv.FormatFloat(lang.Seconds(iso), 'f', -1, 64)}
}

// reference leads to a record or to an item in one. What it is called is the
// record's title in the page's language, with the item's own name after it. A
// record that this site does not show is not named either.
func (r *reader) reference(target string) (Value, bool) {
	id, item, _ := strings.Cut(target, "#")
	rec := r.book.Record(id)
	if rec == nil {
		return Value{}, false
	}
	l := linkTo(rec, r.lang)
	if item != "" {
		l.Fragment = itemAnchor(rec, item, r.lang)
		if name := itemName(rec, item, r.lang); name != "" {
			l.Title += ": " + name
		} else if place := lang.Cite(r.lang, item); place != "" {
			l.Title += ", " + place
		}
	}
	return Value{Link: &l}, true
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
