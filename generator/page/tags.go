package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/lang"
	"golang.org/x/text/unicode/norm"
)

// tags are the tags of all records as the pages of one language show them.
// Those of an untranslated record are in its own language.
type tags struct {
	language string
	all      map[tagKey]*tagGroup
}

// A tagKey is what makes two tags one: the same words in one language, whatever
// their capitals and encoding. Marks tell words apart: "dotazník" is no
// "dotaznik".
type tagKey struct{ word, written string }

type tagGroup struct {
	spellings map[string]int // as authors write it, and how often
	anchor    string
	items     []Listed
}

func keyOfTag(word, written string) tagKey {
	return tagKey{norm.NFC.String(strings.ToLower(strings.TrimSpace(word))), written}
}

// collectTags gathers the tags for the pages of every language.
func (p *planner) collectTags() map[string]*tags {
	out := map[string]*tags{}
	for _, language := range p.book.Config.Languages {
		t := &tags{language: language, all: map[tagKey]*tagGroup{}}
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
	key := keyOfTag(word, written)
	if key.word == "" {
		return
	}
	g := t.all[key]
	if g == nil {
		g = &tagGroup{spellings: map[string]int{}}
		t.all[key] = g
	}
	g.spellings[norm.NFC.String(strings.TrimSpace(word))]++
	if n := len(g.items); n == 0 || g.items[n-1].Link.ID != item.Link.ID {
		g.items = append(g.items, item)
	}
}

// keys returns the tags in the order of the language.
func (t *tags) keys() []tagKey {
	out := make([]tagKey, 0, len(t.all))
	for key := range t.all {
		out = append(out, key)
	}
	words := lang.Compare(t.language)
	slices.SortFunc(out, func(a, b tagKey) int {
		return cmp.Or(words(a.word, b.word), cmp.Compare(a.word, b.word), cmp.Compare(a.written, b.written))
	})
	return out
}

// anchors gives each tag its place on the page: its letters and digits, with
// hyphens for all else, and a number where two would be one.
func (t *tags) anchors() {
	taken := map[string]int{}
	for _, key := range t.keys() {
		anchor := "tag:" + strings.Join(strings.FieldsFunc(key.word, func(r rune) bool {
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
		if key.written != t.language {
			group.Lang = key.written
		}
		slices.SortStableFunc(group.Items, func(a, b Listed) int { return words(a.Link.Title, b.Link.Title) })
		out = append(out, group)
	}
	return out
}

// spelling returns how most authors write the tag.
func (g *tagGroup) spelling() string {
	best := ""
	for s, n := range g.spellings {
		if m := g.spellings[best]; best == "" || n > m || n == m && s < best {
			best = s
		}
	}
	return best
}

// link makes each of a record's tags lead to the others that have it.
func (t *tags) link(v *Value, written string) {
	for i := range v.List {
		e := &v.List[i]
		if g := t.all[keyOfTag(e.Text, written)]; g != nil {
			e.Link = &Link{Title: e.Text, Address: t.language + "/" + tagsAddress, Fragment: g.anchor, Lang: e.Lang}
		}
	}
}
