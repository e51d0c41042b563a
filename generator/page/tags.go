package page

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/lang"
	"golang.org/x/text/unicode/norm"
)

// tags are the tags of all records as the pages of one language show them, by
// what makes two tags one: the same words, whatever their capitals and
// encoding. Marks tell words apart: "dotazník" is no "dotaznik".
type tags struct {
	language string
	all      map[string]*tag
}

type tag struct {
	spellings map[string]int // as authors write it, and how often
	written   string         // its language; that of the pages, where a record has it in that
	anchor    string
	items     []Listed
}

func keyOfTag(word string) string {
	return norm.NFC.String(strings.ToLower(strings.TrimSpace(word)))
}

// collectTags gathers the tags for the pages of every language.
func (p *planner) collectTags() map[string]*tags {
	out := map[string]*tags{}
	for _, language := range p.book.Config.Languages {
		t := &tags{language: language, all: map[string]*tag{}}
		for _, rec := range p.book.Records {
			text := rec.Texts[language]
			item := Listed{Link: linkTo(rec, language), Type: rec.Type.One.In(language)}
			for _, word := range text.Fields.Get("tags").Strings() {
				t.add(word, text.Written, item)
			}
		}
		t.anchors()
		out[language] = t
	}
	return out
}

func (t *tags) add(word, written string, item Listed) {
	key := keyOfTag(word)
	if key == "" {
		return
	}
	g := t.all[key]
	if g == nil {
		g = &tag{spellings: map[string]int{}, written: written}
		t.all[key] = g
	}
	if written == t.language {
		g.written = written
	}
	g.spellings[norm.NFC.String(strings.TrimSpace(word))]++
	if n := len(g.items); n == 0 || g.items[n-1].Link.ID != item.Link.ID {
		g.items = append(g.items, item)
	}
}

// keys returns the tags in the order of the language.
func (t *tags) keys() []string {
	words := lang.Compare(t.language)
	return slices.SortedFunc(maps.Keys(t.all), func(a, b string) int {
		return cmp.Or(words(a, b), cmp.Compare(a, b))
	})
}

// anchors gives each tag its place on the page: its letters and digits, with
// hyphens for all else, and a number where two would be one.
func (t *tags) anchors() {
	taken := map[string]int{}
	for _, key := range t.keys() {
		anchor := "tag:" + strings.Join(strings.FieldsFunc(key, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
		}), "-")
		taken[anchor]++
		if n := taken[anchor]; n > 1 {
			// A colon stands in no word, so that this is nobody else's anchor.
			anchor += ":" + strconv.Itoa(n)
		}
		t.all[key].anchor = anchor
	}
}

// sorted returns the tags with their records, each by title.
func (t *tags) sorted() []Shelf {
	var out []Shelf
	words := lang.Compare(t.language)
	for _, key := range t.keys() {
		g := t.all[key]
		group := Shelf{Title: g.spelling(), Anchor: g.anchor, Items: slices.Clone(g.items)}
		if g.written != t.language {
			group.Lang = g.written
		}
		slices.SortStableFunc(group.Items, func(a, b Listed) int { return words(a.Link.Title, b.Link.Title) })
		out = append(out, group)
	}
	return out
}

// spelling returns how most authors write the tag.
func (g *tag) spelling() string {
	best := ""
	for s, n := range g.spellings {
		if m := g.spellings[best]; best == "" || n > m || n == m && s < best {
			best = s
		}
	}
	return best
}

// link makes each of a record's tags lead to the others that have it.
func (t *tags) link(v *Value) {
	for i := range v.List {
		e := &v.List[i]
		if g := t.all[keyOfTag(e.Text)]; g != nil {
			e.Link = &Link{Title: e.Text, Address: t.language + "/" + tagsAddress, Fragment: g.anchor, Lang: e.Lang}
		}
	}
}
