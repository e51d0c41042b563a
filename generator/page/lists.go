package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// Addresses after the language.
const (
	atozAddress  = "a-z/"
	tagsAddress  = "tags/"
	typesAddress = "fields/"
)

// listViews returns the pages where everything can be looked up.
func (p *planner) listViews(language string) []View {
	out := []View{{Word: "a-z", Address: language + "/" + atozAddress}}
	if len(p.tagged[language].all) > 0 {
		out = append(out, View{Word: "tags", Address: language + "/" + tagsAddress})
	}
	return out
}

// lists adds the pages of letters and of tags.
func (p *planner) lists(at diag.Span, language string) {
	p.general(at, &Page{
		Kind: AtoZ, Lang: language, Word: "a-z",
		make: func(full *Page) { full.Shelves = p.letters(language) },
	}, atozAddress)
	for _, l := range p.book.Config.Languages {
		if len(p.tagged[l].all) > 0 {
			p.general(at, &Page{
				Kind: Tags, Lang: language, Word: "tags",
				make: func(full *Page) { full.Shelves = p.tagged[language].sorted() },
			}, tagsAddress)
			break
		}
	}
}

// general adds a page that stands at the same place in every language, under
// the home page and the crumbs that it may have already.
func (p *planner) general(at diag.Span, page *Page, address string) {
	page.Address = page.Lang + "/" + address
	page.Crumbs = append([]Link{p.frames[page.Lang].Home}, page.Crumbs...)
	page.Others = p.everywhere(func(l string) string { return l + "/" + address })
	p.add(at, page)
}

// letters lists every record under its title and its other names, by the
// letters of the page's language.
func (p *planner) letters(language string) []Shelf {
	place := map[string]int{}
	groups := make([]Shelf, 0, 32)
	for i, letter := range lang.Initials(language) {
		place[letter] = i
		groups = append(groups, Shelf{Title: letter, Anchor: "letter:" + letter})
	}
	for _, rec := range p.book.Records {
		for _, item := range namesOf(rec, language) {
			g := &groups[place[lang.Initial(language, item.shown())]]
			g.Items = append(g.Items, item)
		}
	}
	words := lang.Compare(language)
	for _, g := range groups {
		slices.SortStableFunc(g.Items, func(a, b Listed) int {
			return cmp.Or(words(bare(a.shown()), bare(b.shown())), cmp.Compare(a.Link.ID, b.Link.ID), cmp.Compare(a.Name, b.Name))
		})
	}
	return slices.DeleteFunc(groups, func(g Shelf) bool { return len(g.Items) == 0 })
}

// shown is the name under which a record is listed.
func (l Listed) shown() string { return cmp.Or(l.Name, l.Link.Title) }

// bare returns a name without the quotes and other signs around it, which do
// not count in an index.
func bare(name string) string {
	return strings.TrimFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// namesOf returns a record under each of its names.
func namesOf(rec *record.Record, language string) []Listed {
	text := rec.Texts[language]
	item := Listed{Link: linkTo(rec, language), Type: rec.Type.One.In(language)}
	out := []Listed{item}
	met := map[string]bool{strings.ToLower(text.Title): true}
	for _, alias := range text.Fields.Get("aliases").Strings() {
		if key := strings.ToLower(alias); !met[key] {
			met[key] = true
			item.Name, item.Lang = alias, item.Link.Lang
			out = append(out, item)
		}
	}
	return out
}

// notFound adds the page that servers show where there is none. It may stand
// for an address of any depth, so that its links start at the site's root.
func (p *planner) notFound(at diag.Span) {
	page := &Page{Kind: NotFound, Lang: p.book.Config.DefaultLanguage, Address: "404.html", Word: "notfound", Rooted: true}
	languages := slices.Clone(p.book.Config.Languages)
	slices.SortStableFunc(languages, func(a, b string) int { // the page's own language first
		return -cmp.Compare(btoi(a == page.Lang), btoi(b == page.Lang))
	})
	for _, l := range languages {
		page.Doors = append(page.Doors, Door{Lang: l, Title: p.title(l), Home: l + "/", AtoZ: l + "/" + atozAddress})
	}
	p.add(at, page)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
