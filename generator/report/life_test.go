package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
)

const evil = `\u001b[2Jx\u009bx\u202ex\nFORGED`

// odd is a handbook whose every word tries to move a terminal's cursor, and
// which lacks what a life could be expected to have.
func odd(t *testing.T) *record.Handbook {
	t.Helper()
	return handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 22}}, "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n", map[string]string{
		"policies/a.md":   "---\nid: POL-001\ntitle: \"" + evil + "\"\nsummary: \"" + evil + "\"\nstatus: approved\naudience: [\"" + evil + "\"]\napproved_on: \"" + evil + "\"\napproved_by: \"" + evil + "\"\neffective_from: 2025-01-01\nowner: \"" + evil + "\"\nchange_note: \"" + evil + "\"\nsupersedes: [\"" + evil + "\", POL-002]\nreview: {every: P12M, log: [{on: 2026-01-01, by: \"" + evil + "\", checked: \"" + evil + "\"}]}\n---\n",
		"policies/b.md":   "---\nid: POL-002\ntitle: \"" + evil + "\"\nstatus: approved\neffective_from: 2024-01-01\namends: [POL-001]\nreview: {every: \"" + evil + "\"}\n---\nSee [it](POL-001).\n",
		"exceptions/e.md": "---\nid: EXC-001\ntitle: \"" + evil + "\"\nstatus: approved\neffective_from: 2026-01-01\neffective_until: 2026-12-01\nof: 'POL-001#x'\ninstead: \"" + evil + "\"\n---\n",
		"terms/t.md":      "---\nid: TRM-001\ntitle: Bare\n---\n",
	})
}

// No file can move the cursor or forge a line, in any form; and what lacks
// nearly everything has a life, too.
func TestLifeIsPlain(t *testing.T) {
	book := odd(t)
	graph, findings := link.Connect(book)
	for _, rec := range book.Records {
		for _, language := range []string{"pl", "cs", "en", "de"} {
			l := Life{Book: book, Graph: graph, Findings: findings, Record: rec}
			var text, doc bytes.Buffer
			if err := LifeText(&text, l, Options{Lang: language}); err != nil {
				t.Fatal(err)
			}
			plainly(t, rec.ID, text.String())
			if !strings.Contains(text.String(), rec.ID) {
				t.Errorf("%s is not in its life", rec.ID)
			}
			if err := LifeJSON(&doc, l, Options{Lang: language}); err != nil || !json.Valid(doc.Bytes()) {
				t.Errorf("%s: %v", rec.ID, err)
			}
			plainly(t, rec.ID, strings.TrimSuffix(doc.String(), "\n"))
			if null := strings.Contains(doc.String(), ":null"); null {
				t.Errorf("%s: an empty list must be []: %s", rec.ID, doc.String())
			}
		}
	}
}

func TestDueIsPlain(t *testing.T) {
	book := odd(t)
	a := Agenda{Book: book, Items: due.Until(book, due.List(due.Input{Book: book}), lang.Date{Year: 2030, Month: 1, Day: 1}), Within: "P4Y", Until: lang.Date{Year: 2030, Month: 1, Day: 1}}
	if len(a.Items) < 2 || a.Overdue() != 0 {
		t.Errorf("%d items", len(a.Items))
	}
	var text, doc bytes.Buffer
	if err := Due(&text, a, Options{Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	if err := DueJSON(&doc, a, Options{Lang: "en"}); err != nil || !json.Valid(doc.Bytes()) {
		t.Errorf("%v %s", err, doc.String())
	}
	plainly(t, "due", text.String())
	plainly(t, "due", strings.TrimSuffix(doc.String(), "\n"))
}

func plainly(t *testing.T, what, text string) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if strings.IndexFunc(line, diag.Invisible) >= 0 || strings.HasPrefix(strings.TrimSpace(line), "FORGED") {
			t.Errorf("%s: %q", what, line)
		}
	}
}

// Every word of a life is there, in each language.
func TestLifeWords(t *testing.T) {
	for key, text := range words {
		for _, language := range []string{"pl", "cs", "en"} {
			if text.In(language) == "" {
				t.Errorf("%s lacks %s", language, key)
			}
		}
		if strings.Count(text.PL, "%") != strings.Count(text.EN, "%") || strings.Count(text.CS, "%") != strings.Count(text.EN, "%") {
			t.Errorf("%s says different things", key)
		}
	}
}
