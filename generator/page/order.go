package page

import (
	"cmp"
	"slices"
	"sync"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A sequence is a type's records in the order of its index.
type sequence struct {
	records []*record.Record
	place   map[*record.Record]int
}

// A listing names a sequence: the order of words depends on the language.
type listing struct{ typ, language string }

// sequences prepares the order of every index. Each is made once, when the
// first page asks: a check asks for none.
func (p *planner) sequences() map[listing]func() sequence {
	out := map[listing]func() sequence{}
	for _, t := range p.types {
		for _, language := range p.book.Config.Languages {
			out[listing{t.Name, language}] = sync.OnceValue(func() sequence {
				s := sequence{inOrder(p.book.ByType(t.Name), t, language), map[*record.Record]int{}}
				for i, rec := range s.records {
					s.place[rec] = i
				}
				return s
			})
		}
	}
	return out
}

func (p *planner) sequence(t *schema.Type, language string) sequence {
	return p.ordered[listing{t.Name, language}]()
}

// neighbours returns the records before and after one in its index. A type in
// alphabetical order has none: somebody looks a tool or a term up there, and
// nobody reads from one to the next.
func (p *planner) neighbours(rec *record.Record, language string) (before, after *Link) {
	if rec.Type.Order == "title" {
		return nil, nil
	}
	s := p.sequence(rec.Type, language)
	at := func(i int) *Link {
		if i < 0 || i >= len(s.records) {
			return nil
		}
		l := linkTo(s.records[i], language)
		return &l
	}
	i := s.place[rec]
	return at(i - 1), at(i + 1)
}

// inOrder returns a type's records in the order of its index in a language: by
// the schema's field, words as that language orders them, then by number.
func inOrder(records []*record.Record, t *schema.Type, language string) []*record.Record {
	out := slices.Clone(records)
	words := lang.Compare(language)
	field := func(rec *record.Record) *source.Node {
		if t.Order == "" || t.Order == "id" {
			return nil
		}
		return rec.Texts[language].Fields.Get(t.Order)
	}
	slices.SortStableFunc(out, func(a, b *record.Record) int {
		return cmp.Or(compareValues(field(a), field(b), words), cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// compareValues orders two values of one field.
func compareValues(x, y *source.Node, words func(a, b string) int) int {
	switch {
	case x == nil && y == nil:
		return 0
	case x == nil: // what says nothing comes last
		return 1
	case y == nil:
		return -1
	case x.Kind == source.Number && y.Kind == source.Number:
		return cmp.Compare(parseFloat(x.Text), parseFloat(y.Text))
	}
	return words(x.Text, y.Text)
}
