package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is one list with every part that a report can show.
func sample() diag.List {
	return diag.List{
		diag.New(diag.BadPattern, span("content/policies/prawo-klienta.pl.md", 3, 5, 3, 11),
			"field", "id", "value", "Bad_ID", "example", "POL-001").
			As("id").For("POL-001", "/id").Suggest("next-id", "id", "POL-010"),
		diag.New(diag.DuplicateKey, span("content/policies/prawo-klienta.pl.md", 12, 1, 12, 6), "key", "owner").
			For("POL-001", "/owner").
			See(span("content/policies/prawo-klienta.pl.md", 4, 1, 4, 6), "first"),
		diag.New(diag.SameHeading, span("content/procedures/eskalace.cs.md", 21, 4, 22, 1), "title", "Lhůty").
			For("PRC-004", ""),
		diag.New(diag.NoHandbookFile, diag.Span{}),
		info(diag.New(diag.EmptyLink, span("content/gone.md", 7, 1, 7, 4), "target", "POL-004")),
	}
}

func info(d diag.Diagnostic) diag.Diagnostic {
	d.Severity = diag.Info
	return d
}

func span(file string, line, column, endLine, endColumn int) diag.Span {
	return diag.Span{
		File:  file,
		Start: diag.Position{Line: line, Column: column},
		End:   diag.Position{Line: endLine, Column: endColumn},
	}
}

func lines(file string, line int) (string, bool) {
	text, ok := map[string]map[int]string{
		"content/policies/prawo-klienta.pl.md": {3: "id: Bad_ID", 12: "owner: ROL-007"},
		"content/procedures/eskalace.cs.md":    {21: "## Lhůty"},
	}[file][line]
	return text, ok
}

func options(lang string) Options {
	return Options{Lang: lang, AsOf: "2026-11-22", Records: 123, Line: lines}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestGolden(t *testing.T) {
	printers := map[string]func(io.Writer, string) error{
		"text": func(w io.Writer, lang string) error { return Text(w, sample(), options(lang)) },
		"json": func(w io.Writer, lang string) error { return JSON(w, sample(), options(lang)) },
		"explain": func(w io.Writer, lang string) error {
			return Explain(w, diag.Lookup(diag.NotAllowedValue), lang)
		},
	}
	for name, print := range printers {
		for _, lang := range []string{"pl", "cs", "en"} {
			t.Run(name+"/"+lang, func(t *testing.T) {
				var b bytes.Buffer
				if err := print(&b, lang); err != nil {
					t.Fatal(err)
				}
				golden(t, name+"."+lang+".golden", b.Bytes())
			})
		}
	}
}

// hostile is content that tries to speak with the report's voice.
const hostile = "x\x1b[2J\x1b]0;title\a\r\ncontent/ok.md:1:1: error[CX999]: forged\u202e\u2028\u0085\u009b31m\x7f\xff\U000E0001"

func TestHostileContentStaysPlain(t *testing.T) {
	d := diag.New(diag.DuplicateKey, span(hostile, 2, 3, 9, 9), "key", hostile).
		For(hostile, hostile).
		See(span(hostile, 1, 1, 1, 2), "first")
	o := Options{Lang: "en", Records: 1, Line: func(string, int) (string, bool) { return hostile + hostile, true }}

	var text bytes.Buffer
	if err := Text(&text, diag.List{d}, o); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(text.String(), "\n"); n != 7 {
		t.Errorf("%d lines, want header, source, carets, hint, note, blank, summary:\n%q", n, text.String())
	}
	var doc bytes.Buffer
	if err := JSON(&doc, diag.List{d}, o); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(doc.String(), "\n"); n != 1 {
		t.Errorf("JSON has %d lines", n)
	}
	for name, out := range map[string]string{"text": text.String(), "json": doc.String()} {
		for _, r := range out {
			if r != '\n' && diag.Invisible(r) {
				t.Errorf("%s holds %U", name, r)
			}
		}
	}
}

func FuzzTextKeepsItsLines(f *testing.F) {
	f.Add("title: Zażółć", 1, 8, 1, 14)
	f.Add("\tid:\tx", 1, 2, 3, 1)
	f.Add(hostile, 3, 400, 2, -1)
	f.Add(strings.Repeat("a\u0301", 300), 1, 299, 1, 305)
	f.Fuzz(func(t *testing.T, content string, line, column, endLine, endColumn int) {
		d := diag.New(diag.DuplicateKey, span("f.md", line, column, endLine, endColumn), "key", content)
		o := Options{Lang: "cs", Line: func(string, int) (string, bool) { return content, true }}
		var b bytes.Buffer
		if err := Text(&b, diag.List{d}, o); err != nil {
			t.Fatal(err)
		}
		got := strings.Split(b.String(), "\n")
		if len(got) != 7 {
			t.Fatalf("%d lines: %q", len(got)-1, got)
		}
		if marks := strings.TrimLeft(got[2], " │\t"); marks == "" || strings.Trim(marks, "^") != "" {
			t.Fatalf("no carets: %q", got[2])
		}
		for _, r := range strings.Join(got, "") {
			if r != '\t' && diag.Invisible(r) {
				t.Fatalf("output holds %U", r)
			}
		}
	})
}

type brokenWriter struct{}

var errBroken = errors.New("broken pipe")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteErrorsAreReturned(t *testing.T) {
	for name, err := range map[string]error{
		"text":    Text(brokenWriter{}, sample(), options("en")),
		"json":    JSON(brokenWriter{}, sample(), options("en")),
		"explain": Explain(brokenWriter{}, diag.Lookup(diag.NotUTF8), "en"),
	} {
		if !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
