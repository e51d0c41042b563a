// Package report prints findings, and what else a command says.
//
// In: a diag.List, the language of the words, and a way to a file's lines.
// Out: text for people (Text), JSON for programs (JSON), and what there is to
// know about one code (Explain), written to an io.Writer. In the same two forms
// it prints an Agenda (Due), the Life of one record, and what has changed in a
// handbook (Diff).
//
// It judges nothing and opens no file. The same list always gives the same
// bytes. Whatever content it shows is shown as plain characters: no file can
// move the cursor of a terminal or forge a line of the report.
package report

import "github.com/cxbook/cxbook/generator/diag"

// Options say how findings are printed.
type Options struct {
	Lang    string // of the words: pl, cs or en
	AsOf    string // the day of the judgement, YYYY-MM-DD
	Records int    // how many records were judged
	// Line returns a line of a file as findings name it, counted from 1. Where
	// it is nil or does not know the line, text goes without an excerpt.
	Line  func(file string, line int) (string, bool)
	Color bool // colours for a terminal, in text only
}

// nowhere is the place of what has no place of its own.
const nowhere = "handbook.yaml"

// placed returns the span with a file, positions that start at 1 and an end
// that is not before the start.
func placed(at diag.Span) diag.Span {
	if at.File == "" {
		at.File = nowhere
	}
	at.Start.Line = max(at.Start.Line, 1)
	at.Start.Column = max(at.Start.Column, 1)
	if at.End.Line < at.Start.Line || at.End.Line == at.Start.Line && at.End.Column < at.Start.Column {
		at.End = at.Start
	}
	at.End.Column = max(at.End.Column, 1)
	return at
}
