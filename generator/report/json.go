package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/cxbook/cxbook/generator/diag"
)

// The shape of the JSON report. The order of the fields is the contract.
type (
	document struct {
		Version  int       `json:"version"`
		AsOf     string    `json:"as_of,omitempty"`
		Findings []finding `json:"findings"`
		Summary  totals    `json:"summary"`
	}
	finding struct {
		Code      diag.Code     `json:"code"`
		Severity  diag.Severity `json:"severity"`
		File      string        `json:"file"`
		Line      int           `json:"line"`
		Column    int           `json:"column"`
		EndLine   int           `json:"end_line"`
		EndColumn int           `json:"end_column"`
		Record    string        `json:"record,omitempty"`
		Check     string        `json:"check,omitempty"` // of a scorecard
		Field     string        `json:"field,omitempty"`
		Message   string        `json:"message"`
		Hint      string        `json:"hint,omitempty"`
		Related   []related     `json:"related"`
	}
	related struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message,omitempty"`
	}
	totals struct {
		Records  int `json:"records"`
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
	}
)

// JSON writes findings for programs: one document on one line.
func JSON(w io.Writer, list diag.List, o Options) error {
	doc := document{
		Version:  1,
		AsOf:     o.AsOf,
		Findings: make([]finding, 0, len(list)),
		Summary:  totals{o.Records, list.Count(diag.Error), list.Count(diag.Warning)},
	}
	for _, d := range list {
		doc.Findings = append(doc.Findings, findingOf(d, o.Lang))
	}
	return writeJSON(w, doc)
}

// writeJSON writes one document on one line.
func writeJSON(w io.Writer, doc any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("encode a report: %w", err)
	}
	_, err := w.Write(escapeInvisible(b.Bytes()))
	return err
}

func findingOf(d diag.Diagnostic, lang string) finding {
	at := placed(d.At)
	f := finding{
		Code: d.Code, Severity: d.Severity, File: at.File,
		Line: at.Start.Line, Column: at.Start.Column, EndLine: at.End.Line, EndColumn: at.End.Column,
		Record: d.Record, Check: d.Check, Field: d.Field, Message: d.Text(lang), Hint: d.HintText(lang),
		Related: make([]related, 0, len(d.Related)),
	}
	for _, r := range d.Related {
		at := placed(r.At)
		f.Related = append(f.Related, related{at.File, at.Start.Line, at.Start.Column, d.NoteText(r, lang)})
	}
	return f
}

// escapeInvisible escapes what encoding/json lets through although a terminal
// may obey it: C1 controls, bidirectional marks. Such characters stand inside
// strings only, where the escape means the same.
func escapeInvisible(doc []byte) []byte {
	body, end := doc[:len(doc)-1], doc[len(doc)-1:]
	if bytes.IndexFunc(body, diag.Invisible) < 0 {
		return doc
	}
	var b bytes.Buffer
	for _, r := range string(body) {
		switch {
		case !diag.Invisible(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return append(b.Bytes(), end...)
}
