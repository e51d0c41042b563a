package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/site"
)

// findingsOn returns the findings that a page of health tells, each as it is
// read, with where its links lead.
func findingsOn(t *testing.T, s *site.Site, language string) []string {
	t.Helper()
	var out []string
	page := parse(t, must(t, s, language+"/scorecards/health/index.html"))
	for n := range page.root.Descendants() {
		if n.DataAtom != atom.Ul || !hasClass(n, "findings") {
			continue
		}
		for li := range n.ChildNodes() {
			line := ""
			for d := range li.Descendants() {
				switch {
				case d.Type == html.TextNode:
					line += " " + d.Data
				case d.DataAtom == atom.A:
					for _, a := range d.Attr {
						if a.Key == "href" {
							line += " <" + a.Val + ">"
						}
					}
				}
			}
			if line = strings.Join(strings.Fields(line), " "); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}

func hasClass(n *html.Node, class string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), class)
	})
}

// Everything that `cxbook check` says of the sample stands on its page of
// health, and nothing else, in every language, with the code, the place, the
// record and what to do; each code leads to what the check is for.
func TestHealthTellsEveryFinding(t *testing.T) {
	j, s := sampleSite(t)
	if len(j.Findings) < 5 {
		t.Fatalf("only %d findings: the sample is too healthy to show anything", len(j.Findings))
	}
	for _, language := range j.Book.Config.Languages {
		got := findingsOn(t, s, language)
		if len(got) != len(j.Findings) {
			t.Errorf("%s: %d findings are told, want %d", language, len(got), len(j.Findings))
		}
		for _, d := range j.Findings {
			title := strings.Join(strings.Fields(j.Book.Record(d.Record).In(language).Title), " ")
			want := []string{
				d.Text(language), d.HintText(language), fmt.Sprintf("%s:%d:%d", d.At.File, d.At.Start.Line, d.At.Start.Column),
				"<../../checks/#" + string(d.Code) + "> " + string(d.Code), title,
			}
			told := slices.ContainsFunc(got, func(line string) bool {
				return !slices.ContainsFunc(want, func(part string) bool {
					return !strings.Contains(line, strings.Join(strings.Fields(part), " "))
				})
			})
			if !told {
				t.Errorf("%s: %s is not told: %q\nof %q", language, d.Code, want, got)
			}
		}
	}
}

// unwell is a handbook with something for everybody to mend, and the same for
// the board.
func unwell() fstest.MapFS {
	law := func(id, title, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: " + title + "\nstatus: approved\napproved_on: 2024-12-01\napproved_by: ROL-002\neffective_from: 2025-01-01\nowner: ROL-001\nscope: All.\nreview: {every: P12M}\n" + more + "---\n\n## § 1 Text\n\nWords.\n")}
	}
	return fstest.MapFS{
		"handbook.yaml":           {Data: []byte("title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")},
		"roles/open.en.md":        {Data: []byte("---\nid: ROL-001\ntitle: Open role\nkind: post\nlevel: team\nmission: Helps.\nvacant: true\n---\n")},
		"roles/board.en.md":       {Data: []byte("---\nid: ROL-002\ntitle: Board\nkind: body\nlevel: board\nmission: Decides.\n---\n")},
		"roles/secret.en.md":      {Data: []byte("---\nid: ROL-877\ntitle: Planted role\nkind: post\nlevel: team\nmission: Helps.\nvacant: true\naudience: [board]\n---\n")},
		"policies/open.en.md":     law("POL-001", "Open law", ""),
		"policies/secret.en.md":   law("POL-877", "Planted law", "audience: [board]\n"),
		"audits/mine.en.md":       {Data: []byte("---\nid: AUD-001\ntitle: Open audit\n---\n")},
		"audits/secret.en.md":     {Data: []byte("---\nid: AUD-877\ntitle: Planted audit\naudience: [board]\n---\n")},
		"audits/owned.en.md":      {Data: []byte("---\nid: AUD-003\ntitle: Owned audit\nowner: ROL-002\n---\n")},
		"audits/half.en.md":       {Data: []byte("---\nid: AUD-004\ntitle: Led by the planted\nowner: ROL-877\naudience: [board]\n---\n")},
		"trainings/drill.en.md":   {Data: []byte("---\nid: TRN-001\ntitle: Drill\nowner: ROL-002\naudience_roles: [ROL-001]\nvalid_for: P12M\ncompletions: drill.csv\n---\n")},
		"trainings/drill.csv":     {Data: []byte("role,people,completed,on\nROL-001,7,5,2025-10-01\nROL-877,4,3,2025-12-20\n")},
		"trainings/planted.en.md": {Data: []byte("---\nid: TRN-877\ntitle: Planted drill\nowner: ROL-002\naudience: [board]\nvalid_for: P12M\ncompletions: drill.csv\n---\n")},
	}
}

var audits = schema.Layer{Prefix: "schemas", FS: fstest.MapFS{"audit.schema.json": {Data: []byte(`{
  "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "own:audit", "title": "Audit",
  "x-record": {"type": "audit", "folder": "audits", "prefix": "AUD", "title": {"one": {"en": "audit"}, "many": {"en": "audits"}}},
  "type": "object",
  "properties": {"owner": {"title": "Owner", "x-label": {"en": "Owner"}, "type": "string", "x-ref": "role", "x-inverse": {"en": "Owns"}}}
}`)}}}

// What has to be mended is told to those who may know of it, with where: what
// is overdue and whose it is, vacant roles, records without an owner, trainings
// that count no more. Of what is for the board there is no trace for others.
func TestHealthForItsReaders(t *testing.T) {
	in := sampleInput()
	in.Content, in.Schemas = unwell(), append(slices.Clone(in.Schemas), audits)
	s := buildFor(t, in)
	file := must(t, s, "en/scorecards/health/index.html")
	open := saidOn(parse(t, file).root)
	for _, want := range []string{
		"Open role · nobody stands in · answers for 1 record", "Open audit", "1 January 2026 · review due · Open law", "last day of the training: 5 · Drill",
		"1 vacant role", "1 record without an owner", "2 things overdue", "within their review: 0 of 1 records in force",
	} {
		if !strings.Contains(open, strings.ToLower(want)) {
			t.Errorf("everybody is not told %q in\n%s", want, open)
		}
	}
	for _, f := range s.Files() {
		for _, secret := range []string{"planted", "POL-877", "ROL-877", "AUD-877", "TRN-877"} {
			if at := traceOf(t, f, secret); at != "" {
				t.Errorf("%s: …%s…", f.Path, at)
			}
		}
	}
	if n := len(findingsOn(t, s, "en")); n == 0 {
		t.Error("no finding is told to everybody")
	}
	in.Audience = []string{"board"}
	s = buildFor(t, in)
	board := saidOn(parse(t, must(t, s, "en/scorecards/health/index.html")).root)
	for _, want := range []string{
		"Planted role · nobody stands in · answers for 1 record", "Planted audit", "1 January 2026 · review due · Planted law", "last day of the training: 3 · Drill",
		"2 vacant roles", "2 records without an owner", "within their review: 0 of 2 records in force",
	} {
		if !strings.Contains(board, strings.ToLower(want)) {
			t.Errorf("the board is not told %q in\n%s", want, board)
		}
	}
}

// What is fine is said in one line, and nothing stands first where nobody is
// needed.
func TestHealthOfTheWell(t *testing.T) {
	in := sampleInput()
	in.Content = fstest.MapFS{
		"handbook.yaml": {Data: []byte("title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")},
		"pages/a.en.md": {Data: []byte("---\nid: PAG-001\ntitle: A\n---\n\nWords.\n")},
		"roles/r.en.md": {Data: []byte("---\nid: ROL-001\ntitle: R\nkind: post\nlevel: team\nmission: Helps.\nreview: {every: P12M, log: [{on: 2026-11-01, by: ROL-001, version: 1, checked: All., outcome: confirmed}]}\n---\n")},
	}
	s := buildFor(t, in)
	said := saidOn(parse(t, must(t, s, "en/scorecards/health/index.html")).root)
	want := "Fine: no findings; nothing is overdue; every role is filled; every record has an owner; every review is within its time; nothing is due within 90 days."
	if !strings.Contains(said, strings.ToLower(want)) || strings.Contains(said, "the number of a finding") {
		t.Errorf("it does not say %q:\n%s", want, said)
	}
}
