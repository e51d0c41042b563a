package generator_test

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/generator"
)

// A record for an audience leaves no trace in the site that everybody sees.
func TestRecordsForAnAudienceLeaveNoTrace(t *testing.T) {
	in := sampleInput()
	in.Content = fstest.MapFS{
		"handbook.yaml":     {Data: []byte("title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")},
		"pages/open.en.md":  {Data: []byte("---\nid: PAG-001\ntitle: Open page\nrelated: [PAG-002]\n---\n\n## Open words\n")},
		"pages/board.en.md": {Data: []byte("---\nid: PAG-002\ntitle: Planted secret\nsummary: Planted summary\naudience: [board]\nrelated: [PAG-001]\n---\n\n![Planted picture](planted.png) [open](PAG-001)\n")},
		"pages/planted.png": {Data: []byte("Planted bytes")},
	}
	j, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatalf("%v %v", err, j.Findings)
	}
	if len(j.Book.Records) != 2 {
		t.Errorf("%d records were judged, want both", len(j.Book.Records))
	}
	seen := false
	for _, f := range s.Files() {
		data := append([]byte(f.Path), read(t, f)...)
		seen = seen || bytes.Contains(data, []byte("Open words"))
		for _, secret := range []string{"lanted", "PAG-002", "pages/board"} {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s says %q", f.Path, secret)
			}
		}
	}
	if !seen {
		t.Error("the open page is not in the site")
	}
}
