package link

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// idInText finds ids in prose.
var idInText = regexp.MustCompile(`[A-Z]{2,}-[0-9]{3,6}`)

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
			if c.secret(r, target.Record) {
				seen[ref.At.Start] = true
				c.report(named(r, target.Record, ref.At))
			}
		}
		for _, m := range idsIn(t.File) {
			other := c.book.Record(m.id)
			within := slices.ContainsFunc(t.Doc.References, func(ref markdown.Reference) bool { return covers(ref.At, m.at.Start) })
			if c.secret(r, other) && !within && !seen[m.at.Start] {
				c.report(named(r, other, m.at))
			}
		}
		c.mentionsInFields(r, t)
	}
}

// mentionsInFields looks through the texts of front matter; whole ids are
// references.
func (c *connector) mentionsInFields(r *record.Record, t *record.Text) {
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		if n == nil {
			return
		}
		if n.Kind == source.String {
			whole, _, _ := strings.Cut(n.Text, "#")
			for _, id := range idInText.FindAllString(n.Text, -1) {
				if other := c.book.Record(id); whole != id && c.secret(r, other) {
					c.report(named(r, other, n.At))
					return
				}
			}
		}
		for _, item := range n.Items {
			walk(item)
		}
		for _, f := range n.Fields {
			walk(f.Value)
		}
	}
	walk(t.File.Front)
}

// secret reports whether somebody may read the one record and not the other.
func (c *connector) secret(reader, other *record.Record) bool {
	if other == nil || other.ID == reader.ID || len(other.Audience()) == 0 {
		return false
	}
	mine, theirs := reader.Audience(), other.Audience()
	return len(mine) == 0 || slices.ContainsFunc(mine, func(l string) bool { return !slices.Contains(theirs, l) })
}

func named(r, other *record.Record, at diag.Span) diag.Diagnostic {
	return diag.New(diag.NamesSecret, at, "target", other.ID, "audience", strings.Join(other.Audience(), ", ")).For(r.ID, "")
}

// A mention is an id in the text of a body.
type mention struct {
	id string
	at diag.Span
}

// idsIn returns the ids in a file's body that stand alone, not in a longer
// word.
func idsIn(f *source.File) []mention {
	var out []mention
	for i, line := range bytes.Split(f.Body, []byte("\n")) {
		for _, m := range idInText.FindAllIndex(line, -1) {
			before, _ := utf8.DecodeLastRune(line[:m[0]])
			after, _ := utf8.DecodeRune(line[m[1]:])
			if inWord(before) || inWord(after) {
				continue
			}
			start := diag.Position{Line: f.BodyLine + i, Column: 1 + utf8.RuneCount(line[:m[0]])}
			end := diag.Position{Line: start.Line, Column: start.Column + m[1] - m[0]}
			out = append(out, mention{string(line[m[0]:m[1]]), diag.Span{File: f.Name, Start: start, End: end}})
		}
	}
	return out
}

func inWord(r rune) bool {
	return r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// covers reports whether a place lies within a span.
func covers(at diag.Span, p diag.Position) bool {
	before := func(a, b diag.Position) bool { return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column }
	return !before(p, at.Start) && before(p, at.End)
}
