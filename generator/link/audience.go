package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// mentions reports where a version's words name a record that some of its
// readers may not know of. References in fields are left out of their pages
// without a trace; prose cannot be.
func (c *connector) mentions(r *record.Record) {
	if !c.guarded {
		return
	}
	for _, t := range c.textsOf(r) {
		seen := map[diag.Position]bool{}
		for _, ref := range t.Doc.References {
			target, _ := (scene{index: c.index, from: r, text: t}).resolve(ref)
			if hidden := secret(r, target.Record); hidden != nil {
				seen[ref.At.Start] = true
				c.report(named(r, hidden, ref.At))
			}
		}
		for _, m := range c.idsIn(t.File) {
			within := slices.ContainsFunc(t.Doc.References, func(ref markdown.Reference) bool { return covers(ref.At, m.at.Start) })
			if hidden := secret(r, m.to); hidden != nil && !within && !seen[m.at.Start] {
				c.report(named(r, hidden, m.at))
			}
		}
		c.mentionsInFields(r, t)
	}
	c.endings(r)
}

// endings reports a record for some that ends one which others read: they
// would go on following it.
func (c *connector) endings(r *record.Record) {
	for _, ref := range c.book.Types.References(r.Type, r.Source.File.Front) {
		target := c.book.Record(ref.Target)
		ends := strings.HasPrefix(ref.Pointer, "/supersedes/") || strings.HasPrefix(ref.Pointer, "/repeals/")
		if ends && target != nil && endsInSecret(target, r) {
			c.report(diag.New(diag.EndedInSecret, ref.At, "target", target.ID, "audience", strings.Join(r.Audience(), ", ")).For(r.ID, ref.Pointer))
		}
	}
}

// endsInSecret reports whether a version that is law until another record ends
// it has readers who do not know of that one.
func endsInSecret(target, by *record.Record) bool {
	return slices.ContainsFunc(target.Faces(), func(v *record.Record) bool {
		last := v.LastDay()
		over := !last.IsZero() && last.Before(by.From) && last.Next() != by.From
		return !over && v.ID != by.ID && keepsFrom(by, v)
	})
}

// mentionsInFields looks through what front matter says but for references.
func (c *connector) mentionsInFields(r *record.Record, t *record.Text) {
	front := t.File.Front
	references := map[*source.Node]bool{}
	for _, ref := range c.book.Types.References(r.Type, front) {
		references[front.Lookup(ref.Pointer)] = true
	}
	judge := func(text string, at diag.Span) {
		for _, m := range c.idsInText(text) {
			if hidden := secret(r, m.to); hidden != nil {
				c.report(named(r, hidden, at))
				return
			}
		}
	}
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		if n == nil || references[n] {
			return
		}
		if n.Kind == source.String {
			judge(n.Text, n.At)
		}
		for _, item := range n.Items {
			walk(item)
		}
		for _, f := range n.Fields {
			judge(f.Key, f.KeyAt)
			walk(f.Value)
		}
	}
	walk(front)
}

// secret returns the version of a record that somebody who reads another
// version may not read, or nil. Whatever the record is shown by on some day
// counts: what is found depends on no day.
func secret(reader, other *record.Record) *record.Record {
	if other == nil || other.ID == reader.ID {
		return nil
	}
	for _, v := range other.Faces() {
		if keepsFrom(v, reader) {
			return v
		}
	}
	return nil
}

// keepsFrom reports whether a version is not for all who read another.
func keepsFrom(v, reader *record.Record) bool {
	theirs, mine := v.Audience(), reader.Audience()
	return len(theirs) > 0 && (len(mine) == 0 ||
		slices.ContainsFunc(mine, func(l string) bool { return !slices.Contains(theirs, l) }))
}

func named(r, other *record.Record, at diag.Span) diag.Diagnostic {
	return diag.New(diag.NamesSecret, at, "target", other.ID, "audience", strings.Join(other.Audience(), ", ")).For(r.ID, "")
}

// A mention is a record's id in a text.
type mention struct {
	to       *record.Record
	from, up int // offsets in the text
	at       diag.Span
}

// idsIn returns the mentions in a file's body, with their places.
func (c *connector) idsIn(f *source.File) []mention {
	var out []mention
	for i, line := range strings.Split(string(f.Body), "\n") {
		for _, m := range c.idsInText(line) {
			start := diag.Position{Line: f.BodyLine + i, Column: 1 + utf8.RuneCountInString(line[:m.from])}
			end := diag.Position{Line: start.Line, Column: start.Column + m.up - m.from}
			m.at = diag.Span{File: f.Name, Start: start, End: end}
			out = append(out, m)
		}
	}
	return out
}

// idsInText returns the records whose ids stand in a text alone, not in a
// longer word, in whatever case.
func (c *connector) idsInText(text string) []mention {
	var out []mention
	for i := 0; i < len(text); i++ {
		hyphen := strings.IndexByte(text[i:], '-')
		if hyphen < 0 {
			break
		}
		i += hyphen
		from, up := i, i+1
		for from > 0 && isLetter(text[from-1]) {
			from--
		}
		for up < len(text) && isDigit(text[up]) {
			up++
		}
		if from == i || up == i+1 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[up:])
		if to := c.book.Record(strings.ToUpper(text[from:up])); to != nil && !inWord(before) && !inWord(after) {
			out = append(out, mention{to: to, from: from, up: up})
		}
	}
	return out
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// covers reports whether a place lies within a span.
func covers(at diag.Span, p diag.Position) bool {
	before := func(a, b diag.Position) bool { return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column }
	return !before(p, at.Start) && before(p, at.End)
}
