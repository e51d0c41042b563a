package generator_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/site"
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
		data := everyByte(t, f)
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

// Whether readers see a version is said by that version: neither one before
// nor one to come leaves a trace, nor does a translation of one of these.
func TestVersionsForAnAudienceLeaveNoTrace(t *testing.T) {
	in := sampleInput()
	in.Content = fstest.MapFS{
		"handbook.yaml":       {Data: []byte("title: {en: Law}\nlanguages: [en, pl]\ndefault_language: en\n")},
		"pages/plan.v1.en.md": {Data: []byte("---\nid: PAG-001\ntitle: Planted draft\nsummary: Planted\neffective_from: 2026-01-01\naudience: [board]\n---\n\n![Planted](planted.png)\n")},
		"pages/plan.v1.pl.md": {Data: []byte("---\nid: PAG-001\ntitle: Planted po polsku\nsource_version: 1\n---\n\n![Planted](planted.png)\n")},
		"pages/plan.v2.en.md": {Data: []byte("---\nid: PAG-001\ntitle: Open plan\nversion: 2\nchange_note: For everybody\neffective_from: 2026-06-01\n---\n\nOpen words<br>\n")},
		"pages/plan.v3.en.md": {Data: []byte("---\nid: PAG-001\ntitle: Planted plan\nversion: 3\nchange_note: Planted\neffective_from: 2027-01-01\naudience: [council]\n---\n")},
		"pages/planted.png":   {Data: []byte("Planted bytes")},
	}
	s := buildFor(t, in)
	for _, f := range s.Files() {
		if at := traceOf(t, f, "planted"); at != "" {
			t.Errorf("%s: …%s…", f.Path, at)
		}
	}
	for _, name := range []string{"en/pages/plan/index.html", "pl/pages/plan/index.html", "pl/changes/changes.atom"} {
		if traceOf(t, must(t, s, name), "Open plan") == "" {
			t.Errorf("%s does not show the version that is for everybody", name)
		}
	}
	in.Audience = []string{"board"}
	s = buildFor(t, in)
	if traceOf(t, must(t, s, "pl/pages/plan/index.html"), "Planted po polsku") == "" {
		t.Error("the board does not see the translation that is behind")
	}
	said := ""
	for _, v := range recordOf(t, s, "PAG-001").Versions {
		must(t, s, v.Paths["en"]+"index.html")
		said += v.Standing + " " + v.Paths["en"] + "\n"
	}
	if said != "superseded en/pages/plan/v1/\nin-force en/pages/plan/\n" {
		t.Errorf("to the board the API says\n%s", said)
	}
}

// What is wrong is wrong for every audience: a build for some finds nothing
// that a check did not.
func TestCheckSeesAllAddresses(t *testing.T) {
	in := sampleInput()
	in.Content = fstest.MapFS{
		"handbook.yaml":    {Data: []byte("title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")},
		"pages/a/x.en.md":  {Data: []byte("---\nid: PAG-001\ntitle: Open\n---\n")},
		"pages/b/x.en.md":  {Data: []byte("---\nid: PAG-002\ntitle: For the board\naudience: [board]\n---\n")},
		"pages/b/xy.en.md": {Data: []byte("---\nid: PAG-003\ntitle: For the board\naudience: [board]\n---\n")},
	}
	for _, audience := range [][]string{nil, {"board"}} {
		in.Audience = audience
		j, err := generator.Check(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if len(j.Findings) != 1 || j.Findings[0].Code != diag.AddressClash {
			t.Errorf("for %v: %v", audience, j.Findings)
		}
	}
}

// A packed secret is still one: the search above unpacks.
func TestTracesInPackedFiles(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte("said by PAG-002")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := site.File{Path: "search/a.bin", Data: b.Bytes()}
	if traceOf(t, f, "pag-002") == "" || traceOf(t, f, "pag-003") != "" {
		t.Error("what is packed is not searched")
	}
}
