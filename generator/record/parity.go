package record

import (
	"bytes"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/source"
)

// Start is the name, in parity_ok, of the text before the first heading.
const Start = "start"

// A part is a section of a body as parity sees it.
type part struct {
	anchor, number, title string
	level                 int // 0 before the first heading
	at                    diag.Span
	text                  string
}

// parts returns the sections of a body in order; the text before the first
// heading is always the first of them.
func parts(d *draft) []part {
	first := diag.Position{Line: d.file.BodyLine, Column: 1}
	out := []part{{
		anchor: Start, title: d.file.Front.Get("title").String(),
		at: diag.Span{File: d.file.Name, Start: first, End: first},
	}}
	for _, h := range d.doc.Headings {
		out = append(out, part{anchor: h.Anchor, number: h.Number, title: h.Text, level: h.Level, at: h.At})
	}
	for _, s := range d.doc.Sections {
		p := &out[s.Heading+1]
		p.text = s.Text
		if s.Heading >= 0 {
			p.text = headingText(d.doc.Headings[s.Heading]) + "\n" + s.Text
		}
	}
	return out
}

// headingText is what a heading says besides its paragraph number.
func headingText(h markdown.Heading) string {
	if h.Number != "" {
		return titleOf(h)
	}
	return h.Text
}

// compareTexts compares a translation with the version that it translates:
// the same sections, and in each the same figures.
func compareTexts(s, t *draft) diag.List {
	c := comparison{source: parts(s), target: parts(t), from: s.lang, to: t.lang, record: t.id}
	c.excuses(t.file.Front.Get("parity_ok"))
	if len(bytes.TrimSpace(t.file.Body)) == 0 {
		c.empty()
		return c.findings
	}
	c.align()
	for i, j := range c.match {
		switch {
		case j >= 0:
			c.figures(c.source[i], c.target[j])
		case !c.excused(c.source[i].anchor):
			c.report(diag.New(diag.ParitySections, c.before(i),
				"section", c.source[i].title, "anchor", c.source[i].anchor).As("missing").
				See(c.source[i].at, "source"))
		}
	}
	for j, p := range c.target {
		if !c.taken[j] && !c.excused(p.anchor) {
			c.report(diag.New(diag.ParitySections, p.at, "section", p.title, "anchor", p.anchor).As("extra"))
		}
	}
	return c.findings
}

// empty says once that a translation has no text, unless there is nothing to
// translate or each section has its reason.
func (c *comparison) empty() {
	for _, p := range c.source {
		if (p.level > 0 || p.text != "") && !c.excused(p.anchor) {
			c.report(diag.New(diag.ParitySections, c.target[0].at).As("empty").See(p.at, "source"))
			return
		}
	}
}

// A comparison matches the sections of a source with those of a translation.
type comparison struct {
	source, target []part
	from, to       string
	record         string
	match          []int  // source section → target section, -1 where there is none
	taken          []bool // target sections that have a match
	reasons        map[string]bool
	findings       diag.List
}

func (c *comparison) report(d diag.Diagnostic) {
	c.findings = append(c.findings, d.For(c.record, ""))
}

// excuses takes the anchors for which the translation gives a reason. One
// that neither text has excuses nothing, which its author should know.
func (c *comparison) excuses(ok *source.Node) {
	c.reasons = map[string]bool{}
	if ok == nil || ok.Kind != source.Map {
		return
	}
	var anchors []string
	for _, p := range append(c.target[:len(c.target):len(c.target)], c.source...) {
		anchors = append(anchors, p.anchor)
	}
	known := strings.Join(anchors, "\n") + "\n"
	for _, f := range ok.Fields {
		c.reasons[f.Key] = true
		if !strings.Contains("\n"+known, "\n"+f.Key+"\n") {
			d := diag.New(diag.UnknownKeyInTranslation, f.KeyAt, "key", f.Key, "field", "parity_ok")
			c.findings = append(c.findings, suggest(d, f.Key, anchors).For(c.record, "/parity_ok/"+f.Key))
		}
	}
}

func (c *comparison) excused(anchors ...string) bool {
	for _, a := range anchors {
		if c.reasons[a] {
			return true
		}
	}
	return false
}

// align matches sections by number or anchor, and what lies between two
// matches by order and level.
func (c *comparison) align() {
	c.match, c.taken = make([]int, len(c.source)), make([]bool, len(c.target))
	byName := map[string]int{}
	for j := len(c.target) - 1; j >= 0; j-- {
		byName[c.target[j].name()] = j
		byName["#"+c.target[j].anchor] = j
	}
	for i, p := range c.source {
		c.match[i] = -1
		j, ok := byName[p.name()]
		if ok && !c.taken[j] && c.target[j].level == p.level {
			c.match[i], c.taken[j] = j, true
		}
	}
	last := 0 // the target section up to which all is matched
	for i := range c.source {
		if c.match[i] >= 0 {
			last = c.match[i]
			continue
		}
		if j := c.next(last+1, c.source[i].level); j >= 0 {
			c.match[i], c.taken[j], last = j, true, j
		}
	}
}

// name is what sections are matched by: the paragraph number, else the anchor.
func (p part) name() string {
	if p.number != "" {
		return "§" + p.number
	}
	return "#" + p.anchor
}

// next returns the first free target section of the level from j on that
// stands under the same heading.
func (c *comparison) next(j, level int) int {
	for ; j < len(c.target) && c.target[j].level >= level; j++ {
		if p := c.target[j]; p.level == level && p.number == "" && !c.taken[j] {
			return j
		}
	}
	return -1
}

// before is the place of the translation after which a missing section of the
// source belongs: the match of the nearest one above it.
func (c *comparison) before(i int) diag.Span {
	for ; i > 0; i-- {
		if j := c.match[i]; j >= 0 {
			return c.target[j].at
		}
	}
	return c.target[0].at
}

// figures compares the numbers of two sections.
func (c *comparison) figures(s, t part) {
	if c.excused(t.anchor, s.anchor) {
		return
	}
	missing, extra := differ(figures(s.text, c.from), figures(t.text, c.to))
	if len(missing)+len(extra) == 0 {
		return
	}
	d := diag.New(diag.ParityNumbers, t.at, "section", t.title, "anchor", t.anchor,
		"missing", strings.Join(missing, ", "), "extra", strings.Join(extra, ", "))
	switch {
	case len(extra) == 0:
		d = d.As("missing")
	case len(missing) == 0:
		d = d.As("extra")
	}
	c.report(d.See(s.at, "source"))
}
