package page

import (
	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A Comparison is what a page says of a version beside the one that it replaces.
type Comparison struct {
	ID            string
	TypeName      string    // in the page's language
	Before, After int       // their numbers
	Versions      []Version // both, the earlier first
	Note          Value     // what the later changed, for readers
	Title         string    // of the record, which is in another language than the page where
	TitleLang     string    // that is not ""
	Lang          string    // of the words compared where it is not the page's
	// Notice says in which words the versions are compared where these are not
	// the reader's: compare.binding, or compare.unlike of two languages.
	Notice   string
	Was, Is  string // languages of the two texts
	Counts   []Count
	Facts    []ChangedFact
	Sections []ChangedSection
	Contents []Entry
}

// A Count is how many things something happened to; the theme has the words.
type Count struct {
	Word string
	N    int
}

// A ChangedFact is a field that says something else. One of Edits, Lines,
// Items and Facts says what; else it is Before and After.
type ChangedFact struct {
	Label         string
	Anchor        string // of a field of the record
	State         redline.State
	Edits         []redline.Edit
	Lines         []ChangedBlock
	Items         []ChangedItem
	Facts         []ChangedFact
	Before, After Value
}

// A ChangedItem is what became of a thing in a list. Of one that changed, Head
// is what it is called and Facts are what else changed; else it is Value.
type ChangedItem struct {
	State redline.State
	Head  []redline.Edit
	Value Value
	Facts []ChangedFact
}

// A ChangedSection is what became of a section of the body.
type ChangedSection struct {
	State  redline.State
	Moved  bool
	Level  int // of its heading: 2 to 6; 0 before the first heading
	Anchor string
	Title  []redline.Edit
	Link   *Link // of one that says the same: where it can be read
	Blocks []ChangedBlock
}

// A ChangedBlock is what became of a paragraph, an item, a row.
type ChangedBlock struct {
	State redline.State
	Look  string // paragraph, item, row, …
	Depth int    // of an item
	Mark  string // what stands before it: 2.
	Edits []redline.Edit
}

// compareAddress returns where a version is compared with the one that it replaces.
func compareAddress(v *record.Record, language string) string {
	current := v
	if v.Current != nil {
		current = v.Current
	}
	return recordAddress(current, language) + versionPart(v) + "compare/"
}

// compareLink leads to the comparison of a version with the one that it
// replaces, if there is one.
func compareLink(v *record.Record, language string) *Link {
	if v.Replaces() == nil {
		return nil
	}
	return &Link{Word: "compare.what", Address: compareAddress(v, language)}
}

// comparePage plans the page that compares a version with the one that it replaces.
func (p *planner) comparePage(at diag.Span, v *record.Record, language string) {
	if v.Replaces() == nil {
		return
	}
	current := linkTo(v.Current, language)
	p.add(at, &Page{
		Kind: ComparisonPage, Lang: language, Address: compareAddress(v, language),
		Title: v.Texts[language].Title, Word: "compare.of", Archived: true,
		best:   recordAddress(v.Current, v.Current.Texts[language].Written),
		Crumbs: []Link{p.frames[language].Home, {Title: v.Type.Many.In(language), Address: language + "/" + v.Type.Folder + "/"}, current},
		Others: p.everywhere(func(l string) string { return compareAddress(v, l) }),
		make:   func(full *Page) { full.Comparison = p.comparison(v, language) },
	})
}

// comparison lays out what a version changes.
func (p *planner) comparison(v *record.Record, language string) *Comparison {
	was := v.Replaces()
	changes := compare.Versions(was, v, language)
	out := &Comparison{
		ID: v.ID, TypeName: v.Type.One.In(language),
		Before: was.Version, After: v.Version, Note: changeNote(v, language),
		Versions: []Version{p.versionLine(was, language), p.versionLine(v, language)},
		Title:    v.Texts[language].Title, TitleLang: linkTo(v, language).Lang,
		Was: changes.Before.Written, Is: changes.After.Written,
	}
	if out.Is != language {
		out.Notice, out.Lang = "compare.binding", out.Is
	}
	if !changes.Alike {
		out.Notice = "compare.unlike"
	}
	for i := range out.Versions {
		out.Versions[i].Note = Value{} // what the later changed stands above them
	}
	w := &comparer{old: p.readerOf(was, language), now: p.readerOf(v, language), alike: changes.Alike}
	w.old.written, w.now.written = out.Was, out.Is
	for _, f := range changes.Facts {
		fact := w.fact(f)
		fact.Anchor = "field:" + f.Field.Name
		out.Facts = append(out.Facts, fact)
	}
	for _, s := range changes.Sections {
		out.Sections = append(out.Sections, p.changedSection(s, v, language))
	}
	out.Counts, out.Contents = out.count(), out.contents()
	return out
}

// changedSection lays out a section of the body.
func (p *planner) changedSection(s compare.Section, v *record.Record, language string) ChangedSection {
	out := ChangedSection{State: s.State, Moved: s.Moved, Title: s.Title}
	if s.Heading != nil {
		out.Level, out.Anchor = s.Heading.Level, s.Heading.Anchor
	}
	switch s.State {
	case redline.Same:
		to := linkTo(v, language)
		to.Fragment = out.Anchor
		out.Link = &to
		return out // what has not changed is read where it stands
	case redline.Removed:
		out.Anchor = goneAnchor(out.Anchor)
	}
	for _, b := range s.Blocks {
		out.Blocks = append(out.Blocks, ChangedBlock{b.State, string(b.Kind), b.Depth, b.Mark, b.Edits})
	}
	return out
}

// goneAnchor is the anchor of a section that was removed: a new one may have
// its own.
func goneAnchor(anchor string) string { return "old:" + anchor }

// count says in short what changed.
func (c *Comparison) count() []Count {
	var changed, added, removed, moved int
	for _, s := range c.Sections {
		switch {
		case s.State == redline.Changed:
			changed++
		case s.State == redline.Added:
			added++
		case s.State == redline.Removed:
			removed++
		}
		if s.Moved {
			moved++
		}
	}
	var out []Count
	for _, n := range []Count{{"compare.count.changed", changed}, {"compare.count.added", added},
		{"compare.count.removed", removed}, {"compare.count.moved", moved}, {"compare.count.facts", len(c.Facts)}} {
		if n.N > 0 {
			out = append(out, n)
		}
	}
	return out
}

// contents lists what changed.
func (c *Comparison) contents() []Entry {
	var out []Entry
	if len(c.Facts) > 0 {
		out = append(out, Entry{Level: 2, Word: "compare.facts", Anchor: "page:facts"})
	}
	for _, s := range c.Sections {
		if s.State == redline.Same || s.Anchor == "" {
			continue
		}
		title := ""
		for _, e := range s.Title {
			if e.Op != redline.Deleted || s.State == redline.Removed {
				title += e.Text
			}
		}
		out = append(out, Entry{Level: 2, Title: title, Anchor: s.Anchor, Lang: c.Lang})
	}
	return out
}

// A comparer words facts of two versions.
type comparer struct {
	old, now *reader
	alike    bool // they are in one language
}

func (w *comparer) fact(f compare.Fact) ChangedFact {
	out := ChangedFact{Label: f.Field.Label.In(w.now.lang), State: f.State, Edits: f.Edits}
	for _, b := range f.Blocks {
		out.Lines = append(out.Lines, ChangedBlock{State: b.State, Look: "item", Depth: 1, Mark: "–", Edits: b.Edits})
	}
	for _, item := range f.Items {
		out.Items = append(out.Items, w.item(f.Field, item))
	}
	for _, inner := range f.Facts {
		out.Facts = append(out.Facts, w.fact(inner))
	}
	if out.Edits == nil && out.Lines == nil && out.Items == nil && out.Facts == nil {
		out.Before, _ = w.old.value(f.Field, f.Before)
		out.After, _ = w.now.value(f.Field, f.After)
	}
	return out
}

// item words a thing in a list. What it is called may be what changed.
func (w *comparer) item(list *schema.Field, item compare.Item) ChangedItem {
	out := ChangedItem{State: item.State}
	switch item.State {
	case redline.Added:
		out.Value = w.now.one(list, item.After)
		return out
	case redline.Removed:
		out.Value = w.old.one(list, item.Before)
		return out
	}
	was, is := w.old.one(list, item.Before), w.now.one(list, item.After)
	if !w.alike {
		was = is // its words in another language are no change
	}
	out.Head = redline.Words(was.Head, is.Head)
	for _, f := range item.Facts {
		fact := w.fact(f)
		if text := f.Field.IsText && is.Head != "" && f.After.String() == is.Head; !text {
			out.Facts = append(out.Facts, fact)
		}
	}
	return out
}

// one words a single thing of a list.
func (r *reader) one(list *schema.Field, n *source.Node) Value {
	v, ok := r.list(list, &source.Node{Kind: source.List, Items: []*source.Node{n}})
	if !ok {
		return Value{}
	}
	v.List[0].Anchor = "" // the page has nothing to lead to
	return v.List[0]
}
