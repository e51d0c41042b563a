package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A Fact is a field that says something else. What changed in it is in one of
// Edits, Blocks, Items and Facts; where none is there, Before and After are all
// there is to say.
type Fact struct {
	Field         *schema.Field
	State         redline.State
	Before, After *source.Node          // nil in the version that lacks it
	Edits         []redline.Edit        // of a text
	Blocks        []redline.BlockChange // of a list of texts
	Items         []Item                // of any other list
	Facts         []Fact                // of an object
}

// An Item is what became of a thing in a list. Things are the same that have
// the same key; without keys, those that say the same.
type Item struct {
	State         redline.State
	Before, After *source.Node
	Facts         []Fact // of one that changed
}

// kept are the fields that say how a file is kept and not what it says, or that
// a comparison shows in its head.
var kept = map[string]bool{
	"id": true, "version": true, "source_version": true, "parity_ok": true, "change_note": true,
	"status": true, "approved_on": true, "approved_by": true, "effective_from": true, "effective_until": true,
	"ours": true,
}

// content returns the fields of a record without those, and without tables
// beside it, which are data and no law.
func content(fields []*schema.Field) []*schema.Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f *schema.Field) bool {
		return kept[f.Name] || f.Shape == schema.DataFile
	})
}

// law returns front matter without the log of reviews, which is a record of
// work.
func law(front *source.Node) *source.Node {
	if review := front.Entry("review"); review != nil {
		entry := *review
		entry.Value = without(review.Value, "log")
		return front.With(entry)
	}
	return front
}

// A differ compares front matter. Without words it leaves out what is in a
// language.
type differ struct{ words bool }

// object compares two maps, field by field.
func (d differ) object(fields []*schema.Field, before, after *source.Node) []Fact {
	var out []Fact
	for _, f := range fields {
		if f.Name == "key" {
			continue
		}
		if fact, ok := d.fact(f, before.Get(f.Name), after.Get(f.Name)); ok {
			out = append(out, fact)
		}
	}
	return out
}

// fact compares what a field says, and reports whether it says something else.
func (d differ) fact(f *schema.Field, was, is *source.Node) (Fact, bool) {
	was, is = said(was), said(is)
	if equal(was, is) || !d.words && wordy(f) {
		return Fact{}, false
	}
	out := Fact{Field: f, Before: was, After: is, State: stateOf(was, is)}
	switch {
	case f.IsText && f.Shape != schema.ListOf:
		out.Edits = redline.Words(was.String(), is.String())
		return out, slices.ContainsFunc(out.Edits, func(e redline.Edit) bool { return e.Op != redline.Kept })
	case f.Shape == schema.ListOf && (f.IsText || f.Item.IsText):
		out.Blocks = lines(was, is)
		return out, slices.ContainsFunc(out.Blocks, func(b redline.BlockChange) bool { return b.State != redline.Same })
	case f.Shape == schema.ListOf:
		out.Items = d.items(f.Item, was, is)
	case f.Shape == schema.Object && len(f.Fields) > 0:
		out.Facts = d.object(f.Fields, was, is)
	default:
		return out, true
	}
	return out, len(out.Items)+len(out.Facts) > 0
}

// wordy reports whether a field is in a language from beginning to end.
func wordy(f *schema.Field) bool { return f.IsText || f.Item != nil && f.Item.IsText }

// said returns what says something, or nil.
func said(n *source.Node) *source.Node {
	switch {
	case n == nil, n.Kind == source.Null:
	case n.Kind == source.List && len(n.Items) == 0, n.Kind == source.Map && len(n.Fields) == 0:
	default:
		return n
	}
	return nil
}

func stateOf(was, is *source.Node) redline.State {
	switch {
	case was == nil:
		return redline.Added
	case is == nil:
		return redline.Removed
	}
	return redline.Changed
}

// lines compares two lists of texts.
func lines(was, is *source.Node) []redline.BlockChange {
	section := func(n *source.Node) []redline.Section {
		s := redline.Section{Key: "#"}
		for _, text := range n.Strings() {
			s.Blocks = append(s.Blocks, redline.Block{Text: text})
		}
		return []redline.Section{s}
	}
	return redline.Compare(section(was), section(is))[0].Blocks
}

// items compares two lists of things. Their order says nothing. What is gone
// comes last.
func (d differ) items(f *schema.Field, was, is *source.Node) []Item {
	old, now := keyed(was), keyed(is)
	var out []Item
	for _, e := range now {
		i := slices.IndexFunc(old, func(o entry) bool { return o.key == e.key })
		if i < 0 {
			out = append(out, Item{State: redline.Added, After: e.node})
			continue
		}
		before := old[i].node
		if equal(before, e.node) {
			continue
		}
		if facts := d.object(f.Fields, before, e.node); len(facts) > 0 {
			out = append(out, Item{State: redline.Changed, Before: before, After: e.node, Facts: facts})
		}
	}
	for _, o := range old {
		if !slices.ContainsFunc(now, func(e entry) bool { return e.key == o.key }) {
			out = append(out, Item{State: redline.Removed, Before: o.node})
		}
	}
	return out
}

// An entry is a thing in a list, by what it is known by.
type entry struct {
	key  string
	node *source.Node
}

// keyed returns the things of a list, each key once.
func keyed(n *source.Node) []entry {
	if n == nil {
		return nil
	}
	var out []entry
	seen := map[string]bool{}
	for _, item := range n.Items {
		key := "=" + canonical(item) // no key has it
		if k := item.Get("key").String(); k != "" {
			key = k
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, entry{key, item})
		}
	}
	return out
}

func equal(a, b *source.Node) bool { return canonical(a) == canonical(b) }

// without returns a map without one of its fields.
func without(n *source.Node, key string) *source.Node {
	if n.Entry(key) == nil {
		return n
	}
	out := *n
	out.Fields = slices.DeleteFunc(slices.Clone(n.Fields), func(f source.Field) bool { return f.Key == key })
	return &out
}

// canonical writes a value so that the same values are written the same, in
// whatever order and style their author put them.
func canonical(n *source.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	switch n.Kind {
	case source.Map:
		fields := slices.Clone(n.Fields)
		slices.SortFunc(fields, func(x, y source.Field) int { return strings.Compare(x.Key, y.Key) })
		b.WriteByte('{')
		for _, f := range fields {
			b.WriteString(strconv.Quote(f.Key) + ":" + canonical(f.Value) + ",")
		}
		b.WriteByte('}')
	case source.List:
		b.WriteByte('[')
		for _, item := range n.Items {
			b.WriteString(canonical(item) + ",")
		}
		b.WriteByte(']')
	default:
		b.WriteString(strconv.Quote(strings.Join(strings.Fields(n.Text), " ")))
	}
	return b.String()
}
