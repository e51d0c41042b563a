package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/schemas"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// The schema of all types judges each record by its own type's.
func TestWhole(t *testing.T) {
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := set.Whole()
	if err != nil {
		t.Fatal(err)
	}
	whole := compile(t, "test:any", text)
	for text, valid := range map[string]bool{
		`{"id": "TOL-001", "title": "Slack", "category": "communication"}`: true,
		`{"id": "TOL-001", "title": "Slack", "category": "no such thing"}`: false,
		`{"id": "PAG-001", "title": "Start"}`:                              true,
		`{"id": "PAG-001", "title": "Start", "category": "communication"}`: false,
		`{"title": "Start"}`: false,
	} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if err := whole.Validate(v); (err == nil) != valid {
			t.Errorf("%s: %v, want valid: %v", text, err, valid)
		}
	}
}

// Two types may call different things by one name.
func TestWholeKeepsDefinitionsApart(t *testing.T) {
	own := fstest.MapFS{}
	for name, pattern := range map[string]string{"audit": "^[a-z]+$", "visit": "^[0-9]+$"} {
		prefix := strings.ToUpper(name[:3])
		own[name+".schema.json"] = &fstest.MapFile{Data: []byte(`{
			"x-record": {"type": "` + name + `", "folder": "` + name + `s", "prefix": "` + prefix + `",
				"title": {"one": {"en": "x"}, "many": {"en": "x"}}},
			"properties": {"code": {"$ref": "#/$defs/code"}, "on": {"$ref": "common.schema.json#/$defs/date"}},
			"$defs": {"code": {"type": "string", "pattern": "` + pattern + `"}}
		}`)}
	}
	set, found, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"}, schema.Layer{FS: own, Prefix: "own"})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	text, err := set.Whole()
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(text, []byte(`"$id"`)); n != 1 {
		t.Errorf("%d schemas with a name of their own", n)
	}
	whole := compile(t, "https://example.org/records.json", text)
	for text, valid := range map[string]bool{
		`{"id": "AUD-001", "title": "T", "code": "abc", "on": "2026-01-31"}`: true,
		`{"id": "AUD-001", "title": "T", "code": "123"}`:                     false,
		`{"id": "VIS-001", "title": "T", "code": "123"}`:                     true,
		`{"id": "VIS-001", "title": "T", "code": "abc"}`:                     false,
		`{"id": "VIS-001", "title": "T", "on": "2026-02-31"}`:                false,
	} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if err := whole.Validate(v); (err == nil) != valid {
			t.Errorf("%s: %v, want valid: %v", text, err, valid)
		}
	}
}

func compile(t *testing.T, name string, text []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource(name, bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}
