package generator

import (
	"crypto/sha256"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A Memory holds what single files and the schemas said at the last look, so
// that a look after a small change takes little time. What comes of all files
// together is made anew each time. The zero Memory is empty; it must not be
// used by two looks at once.
type Memory struct {
	source  source.Memory
	record  record.Memory
	digest  string // of the schemas
	schemas *schema.Set
	found   diag.List
	// committed says which bytes are the committed ones.
	committed map[state]bool
}

// load loads the schemas, or takes them from memory where they are the same.
func (m *Memory) load(layers []schema.Layer) (*schema.Set, diag.List, error) {
	h := sha256.New()
	for _, l := range layers {
		h.Write([]byte(l.Prefix + "\x00"))
		err := digestFiles(h, l.FS, func(name string) bool {
			return strings.Contains(name, "/") || !strings.HasSuffix(name, ".json")
		})
		if err != nil {
			return nil, nil, err
		}
	}
	digest := string(h.Sum(nil))
	if m.schemas != nil && m.digest == digest {
		return m.schemas, slices.Clone(m.found), nil
	}
	set, found, err := schema.Load(layers...)
	if err == nil {
		m.digest, m.schemas, m.found = digest, set, slices.Clone(found)
	}
	return set, found, err
}
