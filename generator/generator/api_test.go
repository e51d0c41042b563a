package generator_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/feed"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

func apiSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("cxbook:api", bytes.NewReader(feed.Schema)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("cxbook:api")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every file of the sample's API is what its schema says, one and only one
// kind of file each.
func TestAPIMeetsItsSchema(t *testing.T) {
	j, s := sampleSite(t)
	schema, seen := apiSchema(t), 0
	for _, f := range s.Files() {
		if !strings.HasPrefix(f.Path, "api/v1/") || f.Path == "api/v1/schema.json" {
			continue
		}
		seen++
		d := json.NewDecoder(bytes.NewReader(read(t, f)))
		d.UseNumber()
		var v any
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %#v", f.Path, err)
		}
	}
	if want := len(j.Book.Records) + 3; seen != want {
		t.Errorf("%d files, want %d", seen, want)
	}
}

// The schema refuses what is none of its files, or the test above means
// nothing.
func TestAPISchemaRefuses(t *testing.T) {
	schema := apiSchema(t)
	_, s := sampleSite(t)
	for name, change := range map[string]func(map[string]any){
		"a missing field":  func(m map[string]any) { delete(m, "texts") },
		"an unknown field": func(m map[string]any) { m["surprise"] = 1 },
		"a wrong type":     func(m map[string]any) { m["record_version"] = "1" },
		"no such day":      func(m map[string]any) { m["effective_from"] = "2026-02-30" },
	} {
		var m map[string]any
		if err := json.Unmarshal(read(t, must(t, s, "api/v1/records/POL-001.json")), &m); err != nil {
			t.Fatal(err)
		}
		change(m)
		if schema.Validate(m) == nil {
			t.Errorf("%s is allowed", name)
		}
	}
}

type apiRecord struct {
	ID       string            `json:"id"`
	Standing string            `json:"standing"`
	Since    string            `json:"standing_since"`
	Paths    map[string]string `json:"paths"`
	Fields   map[string]any    `json:"fields"`
	Refers   []string          `json:"refers_to"`
	Texts    map[string]struct {
		Written, Title string
		Stale          bool
		Fields         map[string]any
		Sections       []struct {
			Heading, Anchor, Text string
			Level                 int
		}
	} `json:"texts"`
	Versions []struct {
		Standing string
		Paths    map[string]string
	} `json:"versions"`
	Backlinks []struct{ Records []string } `json:"referred_to_by"`
}

func recordOf(t *testing.T, s *site.Site, id string) (r apiRecord) {
	t.Helper()
	if err := json.Unmarshal(read(t, must(t, s, "api/v1/records/"+id+".json")), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// What the API says of a record is what its files and pages say; who holds a
// post stands on the role's page alone.
func TestAPIRecords(t *testing.T) {
	_, s := sampleSite(t)
	policy := recordOf(t, s, "POL-001")
	if !policy.Texts["cs"].Stale || policy.Texts["pl"].Stale || policy.Texts["cs"].Written != "cs" {
		t.Errorf("the texts of POL-001: %+v", policy.Texts["cs"])
	}
	for language, heading := range map[string]string{"pl": "§ 1 Cel i zakres", "en": "§ 1 Purpose and scope"} {
		first := policy.Texts[language].Sections[0]
		if first.Heading != heading || first.Anchor != "par-1" || first.Level != 2 || first.Text == "" {
			t.Errorf("POL-001 begins with %+v", first)
		}
		_, worded := policy.Texts[language].Fields["duties"]
		if _, fact := policy.Texts[language].Fields["owner"]; fact || worded != (language == "en") {
			t.Errorf("the %s words of POL-001 are %v", language, policy.Texts[language].Fields)
		}
	}
	for language, path := range policy.Paths {
		must(t, s, path+"index.html")
		if !strings.HasPrefix(path, language+"/policies/") {
			t.Errorf("the %s page is %s", language, path)
		}
	}
	if policy.Fields["owner"] != "ROL-001" || !slices.Contains(policy.Refers, "ROL-001") {
		t.Errorf("the owner is %v, it refers to %v", policy.Fields["owner"], policy.Refers)
	}
	if policy.Standing != "in-force" || policy.Since != policy.Fields["effective_from"] {
		t.Errorf("POL-001 is %s since %s", policy.Standing, policy.Since)
	}
	role := recordOf(t, s, "ROL-001")
	found := false
	for _, relation := range role.Backlinks {
		found = found || slices.Contains(relation.Records, "POL-001")
	}
	if !found {
		t.Errorf("ROL-001 is referred to by %v", role.Backlinks)
	}
	for _, name := range []string{"holder", "account"} {
		if _, ok := role.Fields[name]; ok {
			t.Errorf("the API says the %s of ROL-001", name)
		}
	}
	for _, f := range s.Files() {
		if !strings.Contains(f.Path, "/roles/") && !strings.Contains(f.Path, "/fields/") && // their examples are nobody's
			bytes.Contains(read(t, f), []byte("@kalina.example")) {
			t.Errorf("%s names who holds a post", f.Path)
		}
	}
}

// Feeds have what has come into force, the newest first, and nothing that is
// still to come.
func TestAtom(t *testing.T) {
	in := sampleInput()
	record := func(id, version, from, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(fmt.Sprintf("---\nid: %s\ntitle: %s v%s\nversion: %s\nchange_note: Note %s & <b>\neffective_from: %s\n%s---\n", id, id, version, version, version, from, more))}
	}
	in.Content = fstest.MapFS{
		"handbook.yaml":      {Data: []byte("title: {en: Law, pl: Prawo}\nlanguages: [en, pl]\ndefault_language: en\n")},
		"pages/a.v1.en.md":   record("PAG-001", "1", "2026-01-01", ""),
		"pages/a.v2.en.md":   record("PAG-001", "2", "2026-11-22", ""),
		"pages/b.en.md":      record("PAG-002", "1", "2026-11-23", ""),
		"pages/c.en.md":      record("PAG-003", "1", "2026-06-30", "summary: About 3\n"),
		"pages/hidden.en.md": record("PAG-004", "1", "2026-06-30", "audience: [board]\n"),
	}
	type parsed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Lang    string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	for base, want := range map[string]string{
		"": "zmiana: PAG-001 v2 2026-11-22T00:00:00Z urn:cxbook:law:id%2FPAG-001%2Fv2%2Famended%2F2026-11-22 ../pages/a/ Note 2 & <b>\n" +
			"wchodzi w życie: PAG-003 v1 2026-06-30T00:00:00Z urn:cxbook:law:id%2FPAG-003%2Fv1%2Fbegins%2F2026-06-30 ../pages/c/ About 3\n" +
			"wchodzi w życie: PAG-001 v1 2026-01-01T00:00:00Z urn:cxbook:law:id%2FPAG-001%2Fv1%2Fbegins%2F2026-01-01 ../pages/a/v1/ \n",
		"https://x.example/": "zmiana: PAG-001 v2 2026-11-22T00:00:00Z https://x.example/id/PAG-001/v2/amended/2026-11-22 https://x.example/pl/pages/a/ Note 2 & <b>\n" +
			"wchodzi w życie: PAG-003 v1 2026-06-30T00:00:00Z https://x.example/id/PAG-003/v1/begins/2026-06-30 https://x.example/pl/pages/c/ About 3\n" +
			"wchodzi w życie: PAG-001 v1 2026-01-01T00:00:00Z https://x.example/id/PAG-001/v1/begins/2026-01-01 https://x.example/pl/pages/a/v1/ \n",
	} {
		in.BaseURL = base
		j, s, err := generator.Build(context.Background(), in)
		if err != nil || s == nil {
			t.Fatalf("%v %v", err, j.Findings)
		}
		var f parsed
		if err := xml.Unmarshal(read(t, must(t, s, "pl/changes/changes.atom")), &f); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, e := range f.Entries {
			got += strings.Join([]string{e.Title, e.Updated, e.ID, e.Link.Href, e.Summary}, " ") + "\n"
			if e.Lang != "en" {
				t.Errorf("the words of %s are marked %q", e.Title, e.Lang)
			}
		}
		if got != want {
			t.Errorf("base %q:\n%s\nwant\n%s", base, got, want)
		}
		if f.Updated != "2026-11-22T00:00:00Z" {
			t.Errorf("updated %s", f.Updated)
		}
	}
}

// findings.json says nothing of records that the site does not show.
func TestFindingsOfTheSite(t *testing.T) {
	in := sampleInput()
	in.Content = fstest.MapFS{
		"handbook.yaml":       {Data: []byte("title: {en: Law, pl: Prawo}\nlanguages: [en, pl]\ndefault_language: en\n")},
		"pages/open.en.md":    {Data: []byte("---\nid: PAG-001\ntitle: Open\n---\n\nline<br>\n")},
		"pages/planted.en.md": {Data: []byte("---\nid: PAG-002\ntitle: Planted\naudience: [board]\n---\n\nline<br>\n")},
	}
	codes := func(audience ...string) string {
		in.Audience = audience
		_, s, err := generator.Build(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Findings []struct{ Record string }
			Summary  struct{ Records int }
		}
		data := read(t, must(t, s, "api/v1/findings.json"))
		if len(audience) == 0 && bytes.Contains(bytes.ToLower(data), []byte("planted")) {
			t.Errorf("%s", data)
		}
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		out := fmt.Sprint(doc.Summary.Records)
		for _, f := range doc.Findings {
			out += " " + f.Record
		}
		return out
	}
	if open, board := codes(), codes("board"); open != "1 PAG-001" || board != "2 PAG-001 PAG-002" {
		t.Errorf("for everybody %q, for the board %q", open, board)
	}
}
