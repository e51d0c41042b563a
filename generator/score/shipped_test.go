package score_test

import (
	"testing"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/schemas"
)

func TestShippedScorecardsAreSound(t *testing.T) {
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	shipped, found, err := score.Shipped(schemas.FS, set)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		t.Errorf("%s:%d:%d: %s", d.At.File, d.At.Start.Line, d.At.Start.Column, d.Text("en"))
	}
	if len(shipped) == 0 {
		t.Error("there are no shipped scorecards")
	}
	for _, rec := range shipped {
		for _, language := range []string{"pl", "cs", "en"} {
			if text := rec.In(language); !text.Translated() {
				t.Errorf("%s is not in %s", rec.ID, language)
			}
		}
	}
}
