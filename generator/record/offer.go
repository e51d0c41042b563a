package record

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
)

// offerIDs adds an id to findings that need one: only once every file has
// been read is it known which ids are free.
func (l *loader) offerIDs() {
	owners := owners(l.drafts)
	meant := map[string]string{} // by file: its id in capitals, where nothing speaks against it
	for _, d := range l.drafts {
		c := claimOf(d)
		prefix, _, ok := splitID(c.id)
		if ok && d.kind != nil && prefix == d.kind.Prefix && owners[c] == d {
			meant[d.file.Name] = c.id
		}
	}
	for i, d := range l.findings {
		switch {
		case d.Code == diag.BadPattern && d.Field == "/id" && meant[d.At.File] != "":
			l.findings[i] = d.Suggest("near", "suggestion", meant[d.At.File])
		case d.Code == diag.BadPattern && d.Field == "/id":
			l.findings[i] = l.nextID(d, l.typeOf(d.At.File))
		case d.Code == diag.DuplicateID:
			l.findings[i] = l.nextID(d, l.in.Schemas.ByPrefix(prefixOf(d.Message.Args["id"])))
		}
	}
}

func (l *loader) nextID(d diag.Diagnostic, t *schema.Type) diag.Diagnostic {
	if t == nil || t.Named {
		return d // nobody but its author can name it
	}
	return d.Suggest("next-id", "id", l.book.NextID(t.Name))
}

// A claim is what one file alone may be: the binding text of one version of a
// record, or its translation into one language.
type claim struct {
	id      string // in capitals
	version int
	lang    string // of a translation
}

func claimOf(d *draft) claim {
	c := claim{id: strings.ToUpper(either(d.id, likelyID(d.file))), version: max(d.version, 1)}
	if d.foreign {
		c.lang = d.lang
	}
	return c
}

// owners settles who has what is claimed: a file that writes its id in
// capitals before one that does not, then the first by its path.
func owners(drafts []*draft) map[claim]*draft {
	drafts = slices.SortedFunc(slices.Values(drafts), func(a, b *draft) int { return strings.Compare(a.file.Path, b.file.Path) })
	out := make(map[claim]*draft, len(drafts))
	for _, exact := range []bool{true, false} {
		for _, d := range drafts {
			c := claimOf(d)
			if out[c] == nil && exact == (d.id == c.id) {
				out[c] = d
			}
		}
	}
	return out
}

// typeOf returns the type of the folder that a file of findings stands in.
func (l *loader) typeOf(name string) *schema.Type {
	path := strings.TrimPrefix(name, l.book.Prefix+"/")
	folder, _, _ := strings.Cut(path, "/")
	return l.in.Schemas.ByFolder(folder)
}
