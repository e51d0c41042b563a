package link

import (
	"regexp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
)

// idLike matches what was meant to be an id, in whatever case.
var idLike = regexp.MustCompile(`^(?:[A-Za-z]{2,}-[0-9]+|(?i:scr)-[A-Za-z][A-Za-z0-9-]*)$`)

// numbered matches the ids that end in a number.
var numbered = regexp.MustCompile(`^[A-Za-z]{2,}-[0-9]+$`)

// fields judges every reference in a version's front matter.
func (c *connector) fields(from *record.Record) {
	blamed := map[diag.Position]bool{}
	var own []schema.Reference
	guess := c.guesser()
	for _, ref := range c.book.Types.References(from.Type, from.Source.File.Front) {
		to, fault := c.field(from, ref, guess)
		switch {
		case fault == nil && to == from && ref.Rule.Own && ref.Item != "":
			own = append(own, ref)
		case fault == nil && to != nil:
			c.edge(Edge{
				From: from, To: to, Item: ref.Item, Field: ref.Field, Pointer: ref.Pointer,
				Label: ref.Label, Inverse: ref.Rule.Inverse, Past: ref.Rule.Withdrawn, At: ref.At,
			})
		case fault != nil && !blamed[ref.At.Start]:
			blamed[ref.At.Start] = true
			c.report(fault.For(from.ID, ref.Pointer))
		}
	}
	c.cycles(from, own)
}

// field resolves one reference. Neither a record nor a fault means that the
// target's own file is to blame.
func (c *connector) field(from *record.Record, ref schema.Reference, guess *guesser) (*record.Record, *diag.Diagnostic) {
	to := from
	if ref.Target != "" || ref.Item == "" {
		if to = c.book.Record(ref.Target); to == nil {
			return nil, c.unknown(ref.At, ref.Target, suffix(ref.Item), guess.of(ref.Rule.Types))
		}
		if fault := c.judgeTarget(from, to, ref); fault != nil {
			return nil, fault
		}
	}
	return to, c.judgeItem(to, ref, guess)
}

// judgeTarget judges the record that a field refers to, whatever the item.
func (c *connector) judgeTarget(from, to *record.Record, ref schema.Reference) *diag.Diagnostic {
	if len(ref.Rule.Types) > 0 && !slices.Contains(ref.Rule.Types, to.Type.Name) {
		return fault(c.wrongType(ref.At, to, ref.Rule.Types))
	}
	if !ref.Rule.Withdrawn && to.ID != from.ID && withdrawn(to) && !outdated(from) {
		return fault(diag.New(diag.WithdrawnReference, ref.At, "target", to.ID))
	}
	return nil
}

// outdated reports whether nothing needs mending in a version any more: it is
// withdrawn, or a later one has been decided.
func outdated(r *record.Record) bool {
	newest := newestOf(r)
	return r.Status == "withdrawn" || newest != nil && newest.Version > r.Version
}

// wrongType says what kind of record was meant, in each language.
func (c *connector) wrongType(at diag.Span, to *record.Record, types []string) diag.Diagnostic {
	return diag.New(diag.WrongReferenceType, at, "target", to.ID,
		"type", to.Type.One.In("en"), "expected", c.typeWords(types, "en"),
		"type.pl", to.Type.One.In("pl"), "expected.pl", c.typeWords(types, "pl"),
		"type.cs", to.Type.One.In("cs"), "expected.cs", c.typeWords(types, "cs"))
}

func (c *connector) typeWords(types []string, lang string) string {
	var words []string
	for _, name := range types {
		if t := c.book.Types.Type(name); t != nil {
			name = t.One.In(lang)
		}
		words = append(words, name)
	}
	return strings.Join(words, ", ")
}

// judgeItem judges what follows #. An item that any version has will do, for
// a reference means the record, never one version of it.
func (c *connector) judgeItem(to *record.Record, ref schema.Reference, guess *guesser) *diag.Diagnostic {
	typ := to.Type.Name
	if ref.Target == "" && ref.Item != "" {
		typ = "" // an item of the record itself
	}
	lists, whole := ref.Rule.Items(typ)
	keys := c.itemsOf(to, lists)
	switch {
	case ref.Item == "" && (whole || len(lists) == 0):
		return nil
	case ref.Item == "":
		example := append(keys, "key")[0]
		return fault(diag.New(diag.UnknownItem, ref.At, "target", to.ID, "example", to.ID+"#"+example).As("needed"))
	case len(ref.Rule.Targets) == 0 && (c.hasKey(to.ID, ref.Item) || hasAnchor(to, ref.Item)):
		return nil
	case len(lists) == 0 && len(ref.Rule.Targets) > 0:
		return fault(diag.New(diag.UnknownItem, ref.At, "target", to.ID, "key", ref.Item).As("unwanted"))
	case slices.Contains(keys, ref.Item):
		return nil
	}
	d := diag.New(diag.UnknownItem, ref.At, "target", to.ID, "key", ref.Item)
	if near, ok := guess.nearest(ref.Item, keys); ok {
		return fault(d.Suggest("near", "suggestion", ref.Target+"#"+near))
	}
	if len(keys) > 0 {
		return fault(d.Suggest("none", "keys", strings.Join(keys, ", ")))
	}
	return fault(d)
}

// itemsOf lists the keys that a reference to one of the lists may name.
func (c *connector) itemsOf(r *record.Record, lists []string) []string {
	var keys []string
	for _, list := range lists {
		if list == schema.Paragraph {
			keys = append(keys, paragraphs(r)...)
			continue
		}
		keys = append(keys, c.keys[r.ID][list]...)
	}
	return keys
}

// paragraphs lists the anchors of a record's numbered paragraphs and passages,
// over all versions.
func paragraphs(r *record.Record) []string {
	var out []string
	for _, version := range r.Versions {
		for anchor := range version.Source.Doc.Anchors {
			if strings.HasPrefix(anchor, "par-") && !slices.Contains(out, anchor) {
				out = append(out, anchor)
			}
		}
	}
	slices.Sort(out)
	return out
}

// wanted is a guesser that looks among ids of some types first.
type wanted struct {
	*guesser
	types []string
}

func (g *guesser) of(types []string) wanted { return wanted{g, types} }

// unknown says what is wrong with a reference to a record that does not
// exist, or returns nil where a file has the id and could not be read.
func (x *index) unknown(at diag.Span, target, rest string, w wanted) *diag.Diagnostic {
	upper := strings.ToUpper(target)
	switch {
	case x.book.Broken[target] || x.book.Broken[upper]:
		return nil
	case upper != target && x.book.Record(upper) != nil:
		return fault(diag.New(diag.ReferenceCase, at, "target", target+rest).
			Suggest("near", "suggestion", upper+rest))
	}
	d := diag.New(diag.NotAReference, at, "value", target+rest)
	if idLike.MatchString(target) {
		d = diag.New(diag.UnknownReference, at, "target", target).Suggest("none")
	}
	if near, ok := w.id(target, w.types); ok {
		d = d.Suggest("near", "suggestion", near+rest)
	}
	return &d
}

// suffix writes an item or anchor as it follows an id.
func suffix(item string) string {
	if item == "" {
		return ""
	}
	return "#" + item
}

func fault(d diag.Diagnostic) *diag.Diagnostic { return &d }
