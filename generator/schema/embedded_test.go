package schema_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/schemas"
)

// shipped loads the schemas that the program carries.
func shipped(t testing.TB) *schema.Set {
	t.Helper()
	set, list, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) > 0 {
		t.Fatalf("findings about the shipped schemas: %v", list)
	}
	return set
}

func TestShippedSchemasAreSound(t *testing.T) {
	set := shipped(t)
	for _, typ := range set.Types() {
		if set.Type(typ.Name) != typ || set.ByFolder(typ.Folder) != typ || set.ByPrefix(typ.Prefix) != typ {
			t.Errorf("%s is not found by its name, folder and prefix", typ.Name)
		}
		for _, lang := range []string{"pl", "cs", "en"} {
			if typ.One[lang] == "" || typ.Many[lang] == "" {
				t.Errorf("%s has no name in %s", typ.Name, lang)
			}
		}
		inEveryLanguage(t, typ.Name, typ.Fields)
	}
}

// inEveryLanguage checks that readers and authors are told what a field is.
func inEveryLanguage(t *testing.T, where string, fields []*schema.Field) {
	t.Helper()
	for _, f := range fields {
		at := where + "." + f.Name
		for _, lang := range []string{"pl", "cs", "en"} {
			if f.Label[lang] == "" {
				t.Errorf("%s has no label in %s", at, lang)
			}
			if f.Help[lang] == "" {
				t.Errorf("%s has no help in %s", at, lang)
			}
			for _, v := range f.Values {
				if v.Label[lang] == "" {
					t.Errorf("%s: value %s has no words in %s", at, v.Value, lang)
				}
			}
			if f.Ref != nil && f.Ref.Inverse[lang] == "" {
				t.Errorf("%s: the relation has no inverse in %s", at, lang)
			}
		}
		inEveryLanguage(t, at, f.Fields)
		if f.Item != nil {
			inEveryLanguage(t, at, f.Item.Fields)
		}
	}
}

func TestJSONStandsAlone(t *testing.T) {
	set := shipped(t)
	names := []string{"handbook", "debt", "redirects"}
	for _, typ := range set.Types() {
		names = append(names, typ.Name)
	}
	for _, name := range names {
		text, err := set.JSON(name)
		if err != nil {
			t.Error(err)
			continue
		}
		c := jsonschema.NewCompiler()
		c.LoadURL = func(url string) (io.ReadCloser, error) {
			t.Errorf("%s: refers to %s", name, url)
			return nil, io.EOF
		}
		if err := c.AddResource("cxbook:x", strings.NewReader(string(text))); err != nil {
			t.Error(err)
		}
		if _, err := c.Compile("cxbook:x"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var whole struct {
			Schema, Title, Description string
			Properties                 map[string]any
		}
		if err := json.Unmarshal(text, &whole); err != nil {
			t.Fatal(err)
		}
		if whole.Title == "" || whole.Description == "" {
			t.Errorf("%s: no title or description", name)
		}
		if typ := set.Type(name); typ != nil && (whole.Properties["id"] == nil || whole.Properties[typ.Fields[len(typ.Fields)-1].Name] == nil) {
			t.Errorf("%s: not all fields inside", name)
		}
		if strings.Contains(string(text), ".schema.json#") {
			t.Errorf("%s: a reference leads outside", name)
		}
	}
	if _, err := set.JSON("nothing"); err == nil {
		t.Error("a schema that does not exist is no error")
	}
}
