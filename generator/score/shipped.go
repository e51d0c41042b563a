package score

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// Folder is where the shipped scorecards stand beside the schemas.
const Folder = "scorecards"

// Shipped reads the scorecards that stand beside the built-in schemas, and
// what is wrong with them: nothing, unless the handbook has schemas of its own
// that they do not fit. A file system without the folder has none.
func Shipped(fsys fs.FS, set *schema.Set) ([]*record.Record, diag.List, error) {
	if _, err := fs.Stat(fsys, Folder); errors.Is(err, fs.ErrNotExist) || set.Type(TypeName) == nil {
		return nil, nil, nil
	}
	tree, found, err := source.Read(fsys, "schemas")
	if err != nil {
		return nil, nil, fmt.Errorf("scorecards: %w", err)
	}
	own, _ := source.Decode("handbook.yaml", []byte("title: cxbook\ndefault_language: en\nlanguages: [pl, cs, en]\n"), 1)
	tree.YAML = []*source.YAMLFile{{Path: "handbook.yaml", Name: "schemas/handbook.yaml", Root: own}}
	tree.Files = slices.DeleteFunc(tree.Files, func(f *source.File) bool { return path.Dir(f.Path) != Folder })
	book, more := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: lang.Date{Year: 2026, Month: 1, Day: 1}})
	found = slices.DeleteFunc(append(found, more...), func(d diag.Diagnostic) bool {
		return !strings.HasPrefix(d.At.File, "schemas/"+Folder+"/")
	})
	return book.ByType(TypeName), found, nil
}
