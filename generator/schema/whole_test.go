package schema_test

import (
	"bytes"
	"encoding/json"
	"testing"

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
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("cxbook:record", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	whole, err := c.Compile("cxbook:record")
	if err != nil {
		t.Fatal(err)
	}
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
