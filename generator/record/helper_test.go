package record

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
)

// lawSchema is a small type with everything that the tests of this package
// are about: paragraphs, a status that need not be there, keyed lists, plain
// lists of texts.
const lawSchema = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "cxbook:law",
  "title": "Law",
  "description": "A law.",
  "x-record": {"type": "law", "folder": "laws", "prefix": "LAW", "paragraphs": true,
    "title": {"one": {"pl": "ustawa", "cs": "zákon", "en": "law"}, "many": {"pl": "ustawy", "cs": "zákony", "en": "laws"}},
    "columns": []},
  "type": "object",
  "properties": {
    "status": {"title": "S", "description": "S.", "x-label": {"pl": "S", "cs": "S", "en": "S"}, "type": "string",
      "enum": ["draft", "approved", "withdrawn"],
      "x-values": {"draft": {"pl": "a", "cs": "a", "en": "a"}, "approved": {"pl": "b", "cs": "b", "en": "b"}, "withdrawn": {"pl": "c", "cs": "c", "en": "c"}}},
    "topics": {"title": "T", "description": "T.", "x-label": {"pl": "T", "cs": "T", "en": "T"}, "type": "array", "x-text": true, "items": {"type": "string"}},
    "days": {"title": "D", "description": "D.", "x-label": {"pl": "D", "cs": "D", "en": "D"}, "type": "integer"},
    "duties": {"title": "U", "description": "U.", "x-label": {"pl": "U", "cs": "U", "en": "U"}, "type": "array", "items": {
      "type": "object",
      "properties": {
        "key": {"title": "K", "description": "K.", "x-label": {"pl": "K", "cs": "K", "en": "K"}, "type": "string"},
        "text": {"title": "X", "description": "X.", "x-label": {"pl": "X", "cs": "X", "en": "X"}, "type": "string", "x-text": true},
        "days": {"title": "D", "description": "D.", "x-label": {"pl": "D", "cs": "D", "en": "D"}, "type": "integer"},
        "notes": {"title": "N", "description": "N.", "x-label": {"pl": "N", "cs": "N", "en": "N"}, "type": "array", "items": {
          "type": "object",
          "properties": {
            "key": {"title": "K", "description": "K.", "x-label": {"pl": "K", "cs": "K", "en": "K"}, "type": "string"},
            "text": {"title": "X", "description": "X.", "x-label": {"pl": "X", "cs": "X", "en": "X"}, "type": "string", "x-text": true}
          }
        }}
      }
    }}
  }
}`

func types(t testing.TB) *schema.Set {
	t.Helper()
	set, err := typesOnce()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

var typesOnce = sync.OnceValues(func() (*schema.Set, error) {
	own := fstest.MapFS{"law.schema.json": {Data: []byte(lawSchema)}}
	set, found, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "built-in"}, schema.Layer{FS: own, Prefix: "schemas"})
	for _, d := range found {
		return nil, fmt.Errorf("%v %s", d.At, d.Text("en"))
	}
	return set, err
})

// files is a content folder: path → text.
type files map[string]string

const handbook = "title: {pl: Kodeks}\n"

func (f files) tree(t testing.TB) *source.Tree {
	t.Helper()
	fsys := fstest.MapFS{"handbook.yaml": {Data: []byte(handbook)}}
	for name, text := range f {
		if text == "" {
			delete(fsys, name)
			continue
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, found, err := source.Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	_ = found // findings of the reader are its own tests' matter
	return tree
}

func (f files) load(t testing.TB) (*Handbook, diag.List) {
	t.Helper()
	return Load(Input{Tree: f.tree(t), Schemas: types(t), AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}})
}

// brief says findings in a form that tests can list.
func brief(l diag.List) []string {
	var out []string
	for _, d := range l {
		s := fmt.Sprintf("%s %s:%d:%d %s", d.Code, strings.TrimPrefix(d.At.File, "content/"), d.At.Start.Line, d.At.Start.Column, d.Text("en"))
		if d.Hint != nil {
			s += " | " + d.HintText("en")
		}
		for _, r := range d.Related {
			s += fmt.Sprintf(" | %s:%d:%d %s", strings.TrimPrefix(r.At.File, "content/"), r.At.Start.Line, r.At.Start.Column, d.NoteText(r, "en"))
		}
		if strings.Contains(s, "{") {
			s += " UNFILLED"
		}
		out = append(out, s)
	}
	return out
}

// front writes a Markdown file.
func front(lines ...string) string {
	body := ""
	if i := slices.Index(lines, "---"); i >= 0 {
		body = strings.Join(lines[i+1:], "\n")
		lines = lines[:i]
	}
	return "---\n" + strings.Join(lines, "\n") + "\n---\n" + body + "\n"
}
