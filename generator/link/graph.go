package link

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
)

// Backlinks returns what refers to a record, by relation: named ones in the
// order of their English names, mentions last.
func (g *Graph) Backlinks(id string) []Relation { return g.backlinks[id] }

// Outgoing returns what a record refers to: its fields in the order of the
// file, then its bodies by language.
func (g *Graph) Outgoing(id string) []Edge { return g.outgoing[id] }

// Assets returns the content paths of the images and attachments that pages
// show, sorted.
func (g *Graph) Assets() []string { return g.assets }

func (c *connector) graph() *Graph {
	g := &Graph{index: c.index, outgoing: c.outgoing, assets: slices.Sorted(maps.Keys(c.shown))}
	groups := map[string]map[string]*Relation{}
	for _, r := range c.book.Records {
		for _, e := range c.outgoing[r.ID] {
			relations := groups[e.To.ID]
			if relations == nil {
				relations = map[string]*Relation{}
				groups[e.To.ID] = relations
			}
			join(relations, e)
		}
	}
	g.backlinks = make(map[string][]Relation, len(groups))
	for id, relations := range groups {
		for _, key := range slices.SortedFunc(maps.Keys(relations), mentionsLast) {
			g.backlinks[id] = append(g.backlinks[id], *relations[key])
		}
	}
	return g
}

// join adds the record that an edge comes from to its relation, once. Edges
// come in the order of the handbook, so the records do too.
func join(relations map[string]*Relation, e Edge) {
	key := relationKey(e.Inverse)
	relation := relations[key]
	if relation == nil {
		relation = &Relation{Name: e.Inverse}
		relations[key] = relation
	}
	if n := len(relation.From); n == 0 || relation.From[n-1] != e.From {
		relation.From = append(relation.From, e.From)
	}
}

func relationKey(w schema.Words) string {
	if len(w) == 0 {
		return ""
	}
	return w["en"] + "\x00" + w["pl"] + "\x00" + w["cs"]
}

func mentionsLast(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// A Target is where a reference of a body leads. One of Record, Asset and URL
// is set where OK.
type Target struct {
	Record *record.Record
	Lang   string // language of the record's page that is meant
	Anchor string // place on the page, or of the asset; "" for its top
	Asset  string // content path of an image or attachment
	URL    string
	OK     bool
}
