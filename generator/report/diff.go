package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/source"
)

// Diff writes for people what became of a handbook since base: by record and
// file, the fields that say something else and the paragraphs whose words have
// changed, [-deleted-] and {+inserted+}, so that it can be read without colours.
func Diff(w io.Writer, base string, changes []compare.RecordChange, o Options) error {
	p := diffPrinter{lang: o.Lang, ink: inkOf(o.Color)}
	for _, c := range changes {
		p.record(c)
	}
	p.b.WriteString(diffSummary(base, changes, o.Lang) + "\n")
	_, err := io.WriteString(w, p.b.String())
	return err
}

func diffSummary(base string, changes []compare.RecordChange, language string) string {
	n := tally(changes)
	return fmt.Sprintf(word("diff", language), diag.Printable(base), n.Added, n.Changed, n.Removed)
}

// A diffTally counts records by what became of them.
type diffTally struct {
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Removed int `json:"removed"`
}

func tally(changes []compare.RecordChange) (n diffTally) {
	for _, c := range changes {
		switch c.State {
		case redline.Added:
			n.Added++
		case redline.Removed:
			n.Removed++
		default:
			n.Changed++
		}
	}
	return n
}

type diffPrinter struct {
	lang string
	ink  ink
	b    strings.Builder
}

func (p *diffPrinter) line(depth int, format string, args ...any) {
	text := strings.TrimRight(fmt.Sprintf(format, args...), " ")
	p.b.WriteString(strings.Repeat("  ", depth) + text + "\n")
}

func (p *diffPrinter) record(c compare.RecordChange) {
	p.line(0, "%s", p.ink.place(fmt.Sprintf("%s: %s", named(c.Record, p.lang), word("diff-"+string(c.State), p.lang))))
	for _, t := range c.Texts {
		p.text(t)
	}
	p.b.WriteString("\n")
}

// text writes what became of one file.
func (p *diffPrinter) text(t compare.TextChange) {
	shown := t.After
	if shown == nil {
		shown = t.Before
	}
	what := fmt.Sprintf("%s %d", word("version", p.lang), t.Version)
	switch {
	case t.State != redline.Changed:
		what += ": " + word("diff-"+string(t.State), p.lang)
	case t.Against != t.Version:
		what += fmt.Sprintf(" %s %d", word("diff-against", p.lang), t.Against)
	}
	p.line(1, "%s (%s)", p.ink.label(diag.Printable(shown.File.Name)), what)
	if t.Moved {
		p.line(2, "%s %s", word("diff-moved", p.lang), diag.Printable(t.Before.File.Name))
	}
	if t.Changes == nil {
		return
	}
	p.facts(2, t.Changes.Facts)
	for _, s := range t.Changes.Sections {
		p.section(s)
	}
}

// section writes what became of a section; of one that is the same, nothing.
func (p *diffPrinter) section(s compare.Section) {
	if s.State == redline.Same && !s.Moved {
		return
	}
	title := p.edits(s.Title)
	if s.Heading == nil {
		title = word("diff-opening", p.lang)
	}
	if s.Moved {
		title += " (" + word("diff-section-moved", p.lang) + ")"
	}
	p.line(2, "%s", title)
	for _, b := range s.Blocks {
		if b.State != redline.Same {
			p.line(3, "%s", strings.TrimSpace(diag.Printable(b.Mark)+" "+p.edits(b.Edits)))
		}
	}
}

func (p *diffPrinter) facts(depth int, facts []compare.Fact) {
	for _, f := range facts {
		label := f.Field.Label.In(p.lang)
		switch {
		case f.Edits != nil:
			p.line(depth, "%s: %s", label, p.edits(f.Edits))
		case f.Blocks != nil:
			p.line(depth, "%s:", label)
			for _, b := range f.Blocks {
				if b.State != redline.Same {
					p.line(depth+1, "%s", p.edits(b.Edits))
				}
			}
		case f.Items != nil:
			p.line(depth, "%s:", label)
			p.items(depth+1, f.Items)
		case f.Facts != nil:
			p.line(depth, "%s:", label)
			p.facts(depth+1, f.Facts)
		default:
			p.line(depth, "%s: %s", label, p.value(f.Before, f.After))
		}
	}
}

func (p *diffPrinter) items(depth int, items []compare.Item) {
	for _, i := range items {
		if i.State == redline.Changed {
			p.line(depth, "%s:", diag.Printable(i.After.Get("key").String()))
			p.facts(depth+1, i.Facts)
			continue
		}
		p.line(depth, "%s", p.value(i.Before, i.After))
	}
}

// value writes a value that is not words: what it was and what it is.
func (p *diffPrinter) value(before, after *source.Node) string {
	var parts []string
	if before != nil {
		parts = append(parts, p.edits([]redline.Edit{{Op: redline.Deleted, Text: plain(before)}}))
	}
	if after != nil {
		parts = append(parts, p.edits([]redline.Edit{{Op: redline.Inserted, Text: plain(after)}}))
	}
	return strings.Join(parts, " ")
}

// plain writes a value on one line.
func plain(n *source.Node) string {
	if n == nil {
		return ""
	}
	switch n.Kind {
	case source.Map:
		var parts []string
		for _, f := range n.Fields {
			parts = append(parts, f.Key+": "+plain(f.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case source.List:
		var parts []string
		for _, item := range n.Items {
			parts = append(parts, plain(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return n.Text
}

// edits writes words with what became of them.
func (p *diffPrinter) edits(edits []redline.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		text := diag.Printable(e.Text)
		switch e.Op {
		case redline.Deleted:
			b.WriteString(p.ink.deleted("[-" + text + "-]"))
		case redline.Inserted:
			b.WriteString(p.ink.inserted("{+" + text + "+}"))
		default:
			b.WriteString(text)
		}
	}
	return b.String()
}
