package record

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
)

// judgeParagraphs judges the paragraph numbers of one body: every
// second-level heading has one, none twice, in rising order.
func judgeParagraphs(doc *markdown.Doc) diag.List {
	var out diag.List
	seen := map[string]markdown.Heading{}
	previous := ""
	for _, h := range paragraphs(doc) {
		first, twice := seen[h.Number]
		switch {
		case h.Number == "":
			out = append(out, diag.New(diag.ParagraphMissing, h.At, "title", h.Text))
			continue
		case twice:
			out = append(out, diag.New(diag.ParagraphTwice, h.At, "number", h.Number).
				See(first.At, "first", "number", h.Number))
			continue
		case previous != "" && compareNumbers(h.Number, previous) < 0:
			out = append(out, diag.New(diag.ParagraphOrder, h.At, "number", h.Number, "previous", previous))
		}
		seen[h.Number], previous = h, h.Number
	}
	return out
}

// paragraphs returns the second-level headings of a body.
func paragraphs(doc *markdown.Doc) []markdown.Heading {
	var out []markdown.Heading
	for _, h := range doc.Headings {
		if h.Level == 2 {
			out = append(out, h)
		}
	}
	return out
}

// compareNumbers orders paragraph numbers: 3, 3a, 3b, 4, 10.
func compareNumbers(a, b string) int {
	an, as := cutNumber(a)
	bn, bs := cutNumber(b)
	return cmp.Or(cmp.Compare(an, bn), cmp.Compare(len(as), len(bs)), cmp.Compare(as, bs))
}

func cutNumber(s string) (int, string) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, _ := strconv.Atoi(s[:digits])
	return n, s[digits:]
}

// compareVersions judges the paragraphs of each version against those of the
// version before it. A draft has not fixed its numbers yet.
func (f *family) compareVersions() {
	for i := 1; i < len(f.records); i++ {
		before, after := f.records[i-1], f.records[i]
		if after.Type.Paragraphs && before.Status != "draft" {
			f.report(comparePassages(before, after)...)
		}
	}
}

// comparePassages reports the numbers that now mean another paragraph, and
// those that are gone without a stub.
func comparePassages(before, after *Record) diag.List {
	var out diag.List
	old, now := index(before.Source.Doc), index(after.Source.Doc)
	// Titles tell which paragraph is which, within one language.
	comparable := before.Source.Written == after.Source.Written
	moved := map[string]bool{}
	for _, h := range now.order {
		was, ok := old.byNumber[h.Number]
		if !ok || !comparable || !swapped(old, now, was, h) {
			continue
		}
		moved[plainTitle(h)] = true
		out = append(out, diag.New(diag.ParagraphMoved, h.At,
			"number", h.Number, "title", titleOf(h), "before", titleOf(was)).
			For(after.ID, "").See(was.At, "before", "number", was.Number))
	}
	for _, h := range old.order {
		if _, still := now.byNumber[h.Number]; still || moved[plainTitle(h)] {
			continue
		}
		out = append(out, diag.New(diag.ParagraphRemoved, stubPlace(after, now, h.Number),
			"number", h.Number, "title", titleOf(h)).
			For(after.ID, "").See(h.At, "before", "number", h.Number))
	}
	return out
}

// swapped reports whether a number was given to another paragraph: its old
// title went to another number, or its new one comes from there. A title that
// was only reworded stays with its number.
func swapped(old, now passages, was, is markdown.Heading) bool {
	if plainTitle(was) == plainTitle(is) {
		return false
	}
	_, gone := now.byTitle[plainTitle(was)]
	_, come := old.byTitle[plainTitle(is)]
	return gone || come
}

// stubPlace is where the stub of a removed paragraph would stand: before the
// next higher number, else after the last.
func stubPlace(r *Record, now passages, number string) diag.Span {
	for _, h := range now.order {
		if compareNumbers(h.Number, number) > 0 {
			return h.At
		}
	}
	if n := len(now.order); n > 0 {
		return now.order[n-1].At
	}
	return place(r.Source.File.Front, "version")
}

// passages are the numbered paragraphs of a body, found by number and by
// title.
type passages struct {
	order             []markdown.Heading
	byNumber, byTitle map[string]markdown.Heading
}

func index(doc *markdown.Doc) passages {
	p := passages{byNumber: map[string]markdown.Heading{}, byTitle: map[string]markdown.Heading{}}
	for _, h := range paragraphs(doc) {
		if _, twice := p.byNumber[h.Number]; twice || h.Number == "" {
			continue
		}
		p.order = append(p.order, h)
		p.byNumber[h.Number] = h
		if _, twice := p.byTitle[plainTitle(h)]; !twice && titleOf(h) != "" {
			p.byTitle[plainTitle(h)] = h
		}
	}
	return p
}

var numberSign = regexp.MustCompile(`^§\s*[0-9]+\s?\pL?\b[\s.:–—-]*`)

// titleOf is a paragraph's title without its number.
func titleOf(h markdown.Heading) string {
	rest := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(h.Text), "§"))
	if trimmed, ok := strings.CutPrefix(rest, h.Number); ok {
		return strings.TrimLeft(trimmed, " .:–—-\u00a0")
	}
	return strings.TrimSpace(numberSign.ReplaceAllString(h.Text, ""))
}

func plainTitle(h markdown.Heading) string {
	return strings.ToLower(strings.Join(strings.Fields(titleOf(h)), " "))
}
