// Package compare tells what an amendment changes.
//
// In: two versions of a record and a language, or two states of a handbook.
// Out: Changes: which fields say something else, and what became of each
// section of the text, word by word; of a handbook, a RecordChange for each
// record that is not what it was.
//
// It words nothing and knows no page, so that a page and a command say the
// same. It touches nothing; bodies are read again, for only what is compared
// is needed as blocks.
package compare

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/schema"
)

// Changes are what became of one version in another.
type Changes struct {
	Before, After *record.Text // what was compared
	// Alike is for texts in one language. Of others no words are compared.
	Alike    bool
	Facts    []Fact // those that changed; the type's own before those that every record has
	Sections []Section
}

// A Section is what became of a section of the body.
type Section struct {
	redline.SectionChange
	// Heading is that of the new version, of what was removed that of the old;
	// nil for what stands before the first heading.
	Heading *markdown.Heading
	Was     *markdown.Heading // that of the old version; nil where it has none
	Blocks  []Block
}

// A Block is what became of a block, and how it looks.
type Block struct {
	redline.BlockChange
	markdown.Block
}

// Versions compares two versions of a record for the readers of a language:
// their texts in that language where both are written in it and up to date,
// else the two that bind.
func Versions(before, after *record.Record, language string) *Changes {
	was, is := before.Source, after.Source
	if a, b := exact(before, language), exact(after, language); a != nil && b != nil {
		was, is = a, b
	}
	return texts(before, after, was, is)
}

// Sources compares the texts that bind.
func Sources(before, after *record.Record) *Changes {
	return texts(before, after, before.Source, after.Source)
}

func texts(before, after *record.Record, was, is *record.Text) *Changes {
	c := &Changes{Before: was, After: is, Alike: was.Written == is.Written}
	d := differ{words: c.Alike}
	c.Facts = d.object(content(after.Type.Fields), law(was.Fields), law(is.Fields))
	c.sort()
	if c.Alike {
		c.Sections = bodies(was, is)
	}
	return c
}

// sort puts facts in the order in which readers want them.
func (c *Changes) sort() {
	slices.SortStableFunc(c.Facts, func(a, b Fact) int { return cmp.Compare(rank(a.Field), rank(b.Field)) })
}

// rank puts what a record is called first, then what only its type has, and
// last what every record has.
func rank(f *schema.Field) int {
	switch {
	case f.Name == "title", f.Name == "summary":
		return 0
	case !f.Common && f.Name != "review":
		return 1
	}
	return 2
}

// exact returns what a language says of a version in its own words and of this
// very version, or nil.
func exact(v *record.Record, language string) *record.Text {
	t := v.Texts[language]
	if t == nil || t.Written != language || t.Stale {
		return nil
	}
	return t
}

// bodies compares the bodies of two texts.
func bodies(was, is *record.Text) []Section {
	before, after := cut(was), cut(is)
	var out []Section
	for _, change := range redline.Compare(before.sections(), after.sections()) {
		s := Section{SectionChange: change}
		var old, now part
		if change.Old >= 0 {
			old = before[change.Old]
			s.Heading, s.Was = old.heading, old.heading
		}
		if change.New >= 0 {
			now = after[change.New]
			s.Heading = now.heading
		}
		for _, b := range change.Blocks {
			look := markdown.Block{}
			if b.New >= 0 {
				look = now.blocks[b.New]
			} else {
				look = old.blocks[b.Old]
			}
			s.Blocks = append(s.Blocks, Block{b, look})
		}
		out = append(out, s)
	}
	return out
}

// parts are a body, cut at its headings.
type parts []part

type part struct {
	heading *markdown.Heading
	blocks  []markdown.Block
}

// cut reads the body of a text as sections of blocks. What stands before the
// first heading is one, if there is anything.
func cut(t *record.Text) parts {
	out := parts{{}}
	for i := range t.Doc.Headings {
		out = append(out, part{heading: &t.Doc.Headings[i]})
	}
	in := markdown.Input{Name: t.File.Name, Body: t.File.Body, Line: t.File.BodyLine, Lang: t.Written}
	for _, b := range markdown.Blocks(in) {
		out[b.Heading+1].blocks = append(out[b.Heading+1].blocks, b)
	}
	if len(out[0].blocks) == 0 {
		return out[1:]
	}
	return out
}

// sections returns the parts as they are compared: paragraphs by number, other
// sections by what they are called.
func (p parts) sections() []redline.Section {
	out := make([]redline.Section, len(p))
	for i, s := range p {
		if s.heading != nil {
			out[i].Key, out[i].Title = s.heading.Anchor, s.heading.Text
		} else {
			out[i].Key = "#" // no anchor has it
		}
		for _, b := range s.blocks {
			out[i].Blocks = append(out[i].Blocks, redline.Block{Text: b.Text})
		}
	}
	return out
}
