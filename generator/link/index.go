package link

import (
	"maps"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// An index finds what references may lead to. It is immutable.
type index struct {
	book   *record.Handbook
	assets map[string]bool
	// folded finds a path by its lower-case form, for those who mistook it.
	folded map[string]string
	pages  []string // paths of Markdown files, sorted
	files  []string // paths of assets, sorted
	ids    []string
	byType map[string][]string // type name → ids
	byName map[string]string   // title or slug, in lower case → id; "" where two records share it
	keys   map[string]map[string][]string
}

func newIndex(book *record.Handbook) *index {
	x := &index{
		book: book, assets: map[string]bool{}, folded: map[string]string{},
		byType: map[string][]string{}, byName: map[string]string{}, keys: map[string]map[string][]string{},
	}
	for _, a := range book.Assets {
		x.assets[a.Path] = true
		x.files = append(x.files, a.Path)
		x.folded[strings.ToLower(a.Path)] = a.Path
	}
	x.pages = slices.Sorted(maps.Keys(book.Owners))
	for _, path := range x.pages {
		x.folded[strings.ToLower(path)] = path
	}
	for _, r := range book.Records {
		x.ids = append(x.ids, r.ID)
		x.byType[r.Type.Name] = append(x.byType[r.Type.Name], r.ID)
		x.keys[r.ID] = keysOf(r)
		for _, t := range r.Texts {
			x.name(t.Title, r.ID)
			x.name(t.Slug, r.ID)
		}
	}
	return x
}

func (x *index) name(name, id string) {
	name = strings.ToLower(name)
	if other, ok := x.byName[name]; ok && other != id {
		id = ""
	}
	x.byName[name] = id
}

// keysOf collects the keys of a record's lists, over all its versions, on
// whatever day.
func keysOf(r *record.Record) map[string][]string {
	keys := map[string][]string{}
	for _, version := range r.Versions {
		for _, f := range version.Source.File.Front.Fields {
			for _, key := range itemKeys(f.Value) {
				if !slices.Contains(keys[f.Key], key) {
					keys[f.Key] = append(keys[f.Key], key)
				}
			}
		}
	}
	return keys
}

func itemKeys(n *source.Node) []string {
	var keys []string
	for _, item := range n.Items {
		if key := item.Get("key").String(); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// hasKey reports whether any list of the record, in any version, has an item
// with the key.
func (x *index) hasKey(id, key string) bool {
	for _, keys := range x.keys[id] {
		if slices.Contains(keys, key) {
			return true
		}
	}
	return false
}

// hasAnchor reports whether the binding text of any version of the record has
// the place.
func hasAnchor(r *record.Record, anchor string) bool {
	for _, version := range r.Versions {
		if version.Source.Doc.Anchors[anchor] {
			return true
		}
	}
	return false
}

// withdrawn reports whether a record was withdrawn, whatever the day: whether
// its newest version is.
func withdrawn(r *record.Record) bool {
	newest := newestOf(r)
	return newest != nil && newest.Status == "withdrawn"
}

// newestOf returns the newest version that is ever in force, else the newest
// that is no draft, or nil: what was withdrawn before it held changes nothing.
func newestOf(r *record.Record) *record.Record {
	var decided *record.Record
	for _, version := range slices.Backward(r.Versions) {
		switch {
		case version.TakesEffect():
			return version
		case decided == nil && version.Status != "draft":
			decided = version
		}
	}
	return decided
}

// maxSuggestions bounds how often one file is offered what it may have meant:
// each search goes through the whole handbook.
const maxSuggestions = 50

// A guesser looks for what a file's author may have meant.
type guesser struct {
	*index
	left int
}

func (x *index) guesser() *guesser { return &guesser{index: x, left: maxSuggestions} }

func (g *guesser) nearest(word string, among ...[]string) (string, bool) {
	if g == nil || g.left == 0 {
		return "", false
	}
	g.left--
	for _, words := range among {
		if near, ok := nearest.Nearest(word, words); ok {
			return near, true
		}
	}
	return "", false
}

// id finds the record that is meant: by its title or the last part of its
// address, else by the id that lies closest: of the wanted types, or of the
// type whose prefix was written, or of any where no type has that prefix.
func (g *guesser) id(word string, types []string) (string, bool) {
	if g == nil {
		return "", false
	}
	if id := g.index.byName[strings.ToLower(strings.TrimSpace(word))]; id != "" {
		return id, true
	}
	var wanted []string
	for _, t := range types {
		wanted = append(wanted, g.byType[t]...)
	}
	prefix, _, _ := strings.Cut(strings.ToUpper(word), "-")
	if t := g.book.Types.ByPrefix(prefix); t != nil {
		return g.nearest(word, wanted, g.byType[t.Name])
	}
	return g.nearest(word, wanted, g.ids)
}
