// Package handbooktest gives tests of the rooms above record a handbook: files
// in memory come in, read and loaded records go out. What is found on the way
// is the matter of the tests of the rooms that find it.
package handbooktest

import (
	"sync"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
)

var builtIn = sync.OnceValues(func() (*schema.Set, error) {
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS})
	return set, err
})

// Types returns the built-in record types.
func Types(t testing.TB) *schema.Set {
	t.Helper()
	set, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Load reads a content folder, path → text, as content/, with the built-in
// record types and what else in says. Without a handbook.yaml among the files,
// config is it.
func Load(t testing.TB, in record.Input, config string, files map[string]string) *record.Handbook {
	t.Helper()
	fsys := fstest.MapFS{"handbook.yaml": {Data: []byte(config)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _, err := source.Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	in.Tree, in.Schemas = tree, Types(t)
	book, _ := record.Load(in)
	return book
}
