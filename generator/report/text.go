package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"github.com/cxbook/cxbook/generator/diag"
)

// Text writes findings for people: each with its source line, a caret line,
// what to do and what else to look at; in the end a summary.
func Text(w io.Writer, list diag.List, o Options) error {
	p := printer{Options: o, ink: inkOf(o.Color)}
	for _, d := range list {
		p.finding(d)
		p.b.WriteByte('\n')
	}
	p.b.WriteString(summary(list, o) + "\n")
	_, err := io.WriteString(w, p.b.String())
	return err
}

// A printer writes one report. It keeps the last source line that it showed:
// findings come in order, and a long line can have thousands of them.
type printer struct {
	Options
	ink ink
	b   strings.Builder

	file  string
	line  int
	shown []rune
	has   bool
}

// source returns the characters of a source line as they can be shown.
func (p *printer) source(file string, line int) ([]rune, bool) {
	if p.Line == nil {
		return nil, false
	}
	if p.line != line || p.file != file {
		text, ok := p.Line(file, line)
		p.file, p.line, p.has, p.shown = file, line, ok, visible(text)
	}
	return p.shown, p.has
}

func (p *printer) finding(d diag.Diagnostic) {
	b, o, ink := &p.b, p.Options, p.ink
	at := placed(d.At)
	kind := fmt.Sprintf("%s[%s]", word(string(d.Severity), o.Lang), d.Code)
	fmt.Fprintf(b, "%s %s %s\n", ink.place(where(at)+":"), ink.severity(d.Severity, kind+":"), d.Text(o.Lang))
	if line, ok := p.source(at.File, at.Start.Line); ok {
		p.excerpt(line, at)
	}
	if hint := d.HintText(o.Lang); hint != "" {
		fmt.Fprintf(b, "  %s %s\n", ink.label(word("hint", o.Lang)+":"), hint)
	}
	for _, r := range d.Related {
		place := where(placed(r.At)) + ":"
		line := fmt.Sprintf("  %s %s %s", ink.label(word("note", o.Lang)+":"), ink.place(place), d.NoteText(r, o.Lang))
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// where writes a place as editors and terminals know it: file:line:column.
func where(at diag.Span) string {
	return fmt.Sprintf("%s:%d:%d", diag.Printable(at.File), at.Start.Line, at.Start.Column)
}

func (p *printer) excerpt(line []rune, at diag.Span) {
	b, ink := &p.b, p.ink
	number := fmt.Sprint(at.Start.Line)
	text, marks := excerpt(line, at)
	gutter := "  " + number + " │"
	b.WriteString(ink.gutter(gutter) + spaced(text) + "\n")
	gutter = "  " + strings.Repeat(" ", len(number)) + " │"
	pad := marks[:strings.IndexByte(marks, '^')]
	b.WriteString(ink.gutter(gutter) + " " + pad + ink.marks(marks[len(pad):]) + "\n")
}

// spaced sets text off from the gutter; an empty line leaves no blank behind.
func spaced(text string) string {
	if text == "" {
		return ""
	}
	return " " + text
}

func summary(list diag.List, o Options) string {
	counts := []string{
		count(list.Count(diag.Error), "errors", o.Lang),
		count(list.Count(diag.Warning), "warnings", o.Lang),
	}
	if n := list.Count(diag.Info); n > 0 {
		counts = append(counts, count(n, "infos", o.Lang))
	}
	return count(o.Records, "records", o.Lang) + ": " + strings.Join(counts, ", ")
}

// ink colours the parts of a text report, or leaves them plain.
type ink struct{ on bool }

func inkOf(on bool) ink { return ink{on} }

func (i ink) paint(s string, attributes ...color.Attribute) string {
	if !i.on || s == "" {
		return s
	}
	c := color.New(attributes...)
	c.EnableColor() // the caller decided; the machine's own settings do not count
	return c.Sprint(s)
}

func (i ink) place(s string) string    { return i.paint(s, color.Bold) }
func (i ink) gutter(s string) string   { return i.paint(s, color.FgBlue) }
func (i ink) marks(s string) string    { return i.paint(s, color.FgRed, color.Bold) }
func (i ink) deleted(s string) string  { return i.paint(s, color.FgRed, color.CrossedOut) }
func (i ink) inserted(s string) string { return i.paint(s, color.FgGreen, color.Underline) }
func (i ink) label(s string) string    { return i.paint(s, color.FgCyan) }

func (i ink) severity(s diag.Severity, text string) string {
	switch s {
	case diag.Error:
		return i.paint(text, color.FgRed, color.Bold)
	case diag.Warning:
		return i.paint(text, color.FgYellow, color.Bold)
	}
	return i.paint(text, color.FgCyan, color.Bold)
}

// Finding returns one finding as Text prints it, without the summary.
func Finding(d diag.Diagnostic, o Options) string {
	p := printer{Options: o, ink: inkOf(o.Color)}
	p.finding(d)
	return p.b.String()
}
