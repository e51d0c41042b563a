package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

// shelves says what stands on the shelves of a page, a line each.
func shelves(p *page.Page) []string {
	var out []string
	for _, s := range p.Shelves {
		var items []string
		for _, i := range s.Items {
			name := i.Link.ID
			if i.Name != "" {
				name = i.Name + "→" + name
			}
			if i.Lang != "" {
				name += "@" + i.Lang
			}
			items = append(items, name)
		}
		title := s.Title
		if s.Lang != "" {
			title += "@" + s.Lang
		}
		out = append(out, fmt.Sprintf("%s #%s: %s", title, s.Anchor, strings.Join(items, " ")))
	}
	return out
}

// Every record stands under its title and its other names, in the alphabet of
// the page's language, whatever the language of the words.
func TestLetters(t *testing.T) {
	f := files{
		"handbook.yaml":       "title: {pl: Kodeks}\nlanguages: [pl, cs]\n",
		"terms/chata.md":      md("id: TRM-001", "title: chata", "aliases: [Łódka, domek, Chata]"),
		"terms/chata.cs.md":   md("id: TRM-001", "title: chalupa", "source_version: 1", "aliases: [hrad]"),
		"terms/lacze.md":      md("id: TRM-002", "title: łącze"),
		"terms/luka.md":       md("id: TRM-003", "title: Luka"),
		"terms/three.md":      md("id: TRM-004", "title: 3 kroki"),
		"pages/citat.md":      md("id: PAG-001", "title: „Cytat”"),
		"pages/cytat.md":      md("id: PAG-002", "title: Cytat"),
		"pages/anything.md":   md("id: PAG-003", "title: …"),
		"departments/zaba.md": md("id: DEP-001", "title: Žába i źrebak"),
	}
	for address, want := range map[string][]string{
		"pl/a-z/": {
			"0–9 #letter:0–9: TRM-004", "C #letter:C: TRM-001 PAG-001 PAG-002", "D #letter:D: domek→TRM-001",
			"L #letter:L: TRM-003", "Ł #letter:Ł: TRM-002 Łódka→TRM-001", "Z #letter:Z: DEP-001", "# #letter:#: PAG-003",
		},
		"cs/a-z/": {
			"0–9 #letter:0–9: TRM-004", "C #letter:C: PAG-001 PAG-002", "H #letter:H: hrad→TRM-001", "CH #letter:CH: TRM-001",
			"L #letter:L: TRM-002 TRM-003", "Ž #letter:Ž: DEP-001", "# #letter:#: PAG-003",
		},
	} {
		got := shelves(f.at(t, address))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", address, diff)
		}
	}
}

// Tags are one where they differ in capitals or encoding alone, and two where
// they differ in marks; one that has no translation is in its own language;
// each leads to its place on the page.
func TestTags(t *testing.T) {
	f := files{
		"handbook.yaml":  "title: {pl: Kodeks}\nlanguages: [pl, en]\n",
		"pages/a.md":     md("id: PAG-001", "title: B", "tags: [skargi, Zwrot, NPS]"),
		"pages/a.en.md":  md("id: PAG-001", "title: A", "source_version: 1", "tags: [complaints, NPS]"),
		"pages/b.md":     md("id: PAG-002", "title: A", "tags: [zwrot, \"c/d?\", \"c d\", NPS]"),
		"pages/c.md":     md("id: PAG-003", "title: C", "tags: [zwrot, skargi, z\u0301le, źle, zle]"),
		"pages/plain.md": md("id: PAG-004", "title: D"),
	}
	for address, want := range map[string][]string{
		"pl/tags/": {
			"c d #tag:c-d: PAG-002", "c/d? #tag:c-d:2: PAG-002", "NPS #tag:nps: PAG-002 PAG-001", "skargi #tag:skargi: PAG-001 PAG-003",
			"zle #tag:zle: PAG-003", "zwrot #tag:zwrot: PAG-002 PAG-001 PAG-003", "źle #tag:źle: PAG-003",
		},
		"en/tags/": {
			"c d@pl #tag:c-d: PAG-002", "c/d?@pl #tag:c-d:2: PAG-002", "complaints #tag:complaints: PAG-001",
			"NPS #tag:nps: PAG-001 PAG-002", "skargi@pl #tag:skargi: PAG-003",
			"zle@pl #tag:zle: PAG-003", "źle@pl #tag:źle: PAG-003", "zwrot@pl #tag:zwrot: PAG-002 PAG-003",
		},
	} {
		if diff := cmp.Diff(want, shelves(f.at(t, address))); diff != "" {
			t.Errorf("%s:\n%s", address, diff)
		}
	}
	links := fact(t, f.at(t, "en/pages/b/").Record.About, "tags").Value.List
	if l := links[3].Link; l.Address != "en/tags/" || l.Fragment != "tag:nps" || l.Title != "NPS" || l.Lang != "pl" {
		t.Errorf("the tag leads to %+v", l)
	}
}

// A handbook without tags has no page of them and no link to one.
func TestNoTags(t *testing.T) {
	plan, _ := files{"pages/a.md": md("id: PAG-001", "title: A")}.plan(t)
	for _, p := range plan.Pages {
		if p.Kind == page.Tags {
			t.Errorf("there is a page %s", p.Address)
		}
		if p.Site != nil && len(p.Site.Lists) != 1 {
			t.Errorf("%s: lists are %v", p.Address, p.Site.Lists)
		}
	}
}

// What comes before and after is what does so in the index; a type in
// alphabetical order has none.
func TestNeighbours(t *testing.T) {
	f := files{
		"touchpoints/a.md": md("id: TCH-001", "title: A", "owner: ROL-001", "order: 10"),
		"touchpoints/b.md": md("id: TCH-002", "title: B", "owner: ROL-001", "order: 9"),
		"touchpoints/c.md": md("id: TCH-003", "title: C", "owner: ROL-001", "order: 1"),
		"terms/a.md":       md("id: TRM-001", "title: A"),
		"terms/b.md":       md("id: TRM-002", "title: B"),
		"roles/a.md":       md("id: ROL-001", "title: A"),
	}
	for address, want := range map[string]string{
		"pl/touchpoints/c/": " TCH-002", "pl/touchpoints/b/": "TCH-003 TCH-001", "pl/touchpoints/a/": "TCH-002 ",
		"pl/terms/a/": " ", "pl/roles/a/": " ",
	} {
		r := f.at(t, address).Record
		got := [2]string{}
		for i, l := range []*page.Link{r.Previous, r.Next} {
			if l != nil {
				got[i] = l.ID
			}
		}
		if got := strings.Join(got[:], " "); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

// The page that stands for any address links from the root of the server, or
// within the folder where there is none.
func TestNotFound(t *testing.T) {
	p := files{"handbook.yaml": "title: {en: Law}\nlanguages: [pl, en]\ndefault_language: en\n"}.at(t, "404.html")
	if len(p.Doors) != 2 || p.Doors[0].Lang != "en" || p.Doors[1].AtoZ != "pl/a-z/" {
		t.Errorf("the doors are %+v", p.Doors)
	}
	for base, want := range map[string]string{
		"": "/pl/", "https://example.org/": "/pl/", "https://example.org/a%20b/c/": "/a%20b/c/pl/",
	} {
		p.Publication = &page.Publication{Base: base}
		if got := p.To("pl/"); got != want {
			t.Errorf("under %q: %s, want %s", base, got, want)
		}
	}
	p.Publication = &page.Publication{Portable: true}
	if got := p.To("pl/"); got != "pl/index.html" {
		t.Errorf("in a folder: %s", got)
	}
}
