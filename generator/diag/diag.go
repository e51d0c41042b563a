// Package diag holds what cxbook tells an author about the handbook.
//
// In: a place in a file, a code, and the arguments of its sentences.
// Out: a Diagnostic, collected in a List that sorts and deduplicates itself,
// and that can be said in Polish, Czech or English because the words stay in
// the registry (see Rule) until somebody prints them.
//
// The package reads nothing and prints nothing. Every code that any room of
// the generator reports is registered here, so that `cxbook explain`, the
// site's page of checks and the tests speak of one set of rules.
package diag

import (
	"cmp"
	"slices"
)

// A Position is a place in a text file. Lines and columns start at 1 and
// columns count characters (runes), as editors do. The zero Position means
// "no place".
type Position struct{ Line, Column int }

// A Span is a stretch of one file; End is exclusive. File is relative to the
// working folder, with forward slashes (content/policies/x.pl.md).
type Span struct {
	File  string
	Start Position
	End   Position
}

// Severity says what a finding does to a build.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"   // blocks: check and build exit 1
	Warning Severity = "warning" // blocks only under --strict
	Info    Severity = "info"    // never blocks
)

// A Code names one kind of finding for good, such as CX203.
type Code string

// A Sentence picks one of a rule's texts and carries what fills it in. The
// words are looked up by language when the sentence is said.
type Sentence struct {
	Key  string            // "" is the rule's main text
	Args map[string]string // name → value of each {name} in the text; name.pl is its value in Polish alone
}

// A Related place belongs to a finding: the other of two files, the schema's
// line, the earlier definition.
type Related struct {
	At   Span
	Note Sentence
}

// A Diagnostic is one finding: the author's to fix, never a reason to stop.
type Diagnostic struct {
	Code     Code
	Severity Severity
	At       Span
	Record   string // id of the record, where known
	Check    string // of a scorecard, where the finding stands for one: SCR-GOVERNANCE/in-review
	Field    string // JSON pointer of the field, such as /duties/0/role
	Message  Sentence
	Hint     *Sentence // what to do
	Related  []Related
}

// New returns a finding of the code's registered severity. args are pairs of
// name and value for the rule's main message.
func New(code Code, at Span, args ...string) Diagnostic {
	d := Diagnostic{Code: code, Severity: Error, At: at, Message: sentence("", args)}
	if r := Lookup(code); r != nil {
		d.Severity = r.Severity
	}
	return d
}

// As picks another of the rule's messages.
func (d Diagnostic) As(key string) Diagnostic {
	d.Message.Key = key
	return d
}

// Suggest adds the rule's hint with this key ("" is the main one). Hints and
// notes may use the arguments of the message as well as their own.
func (d Diagnostic) Suggest(key string, args ...string) Diagnostic {
	s := sentence(key, args)
	d.Hint = &s
	return d
}

// For says which record and which of its fields the finding is about.
func (d Diagnostic) For(record, field string) Diagnostic {
	d.Record, d.Field = record, field
	return d
}

// See adds a related place with one of the rule's notes.
func (d Diagnostic) See(at Span, key string, args ...string) Diagnostic {
	d.Related = append(slices.Clone(d.Related), Related{At: at, Note: sentence(key, args)})
	return d
}

func sentence(key string, args []string) Sentence {
	if len(args)%2 != 0 {
		panic("diag: arguments come in pairs of name and value")
	}
	s := Sentence{Key: key}
	if len(args) > 0 {
		s.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i < len(args); i += 2 {
		s.Args[args[i]] = args[i+1]
	}
	return s
}

// A List holds the findings of one run.
type List []Diagnostic

// Tidy returns the list sorted by file, line, column and code, each finding
// once. The order does not depend on the order in which they were found.
func (l List) Tidy() List {
	out := slices.Clone(l)
	slices.SortFunc(out, func(a, b Diagnostic) int {
		if c := compare(a, b); c != 0 {
			return c
		}
		return compareRest(a, b)
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// compare is 0 for findings that say the same about the same place. Words
// cost more than places, so they are said only where places do not decide.
func compare(a, b Diagnostic) int {
	if c := comparePlace(a, b); c != 0 {
		return c
	}
	return cmp.Compare(a.Text("en"), b.Text("en"))
}

func comparePlace(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.At.File, b.At.File),
		cmp.Compare(a.At.Start.Line, b.At.Start.Line),
		cmp.Compare(a.At.Start.Column, b.At.Start.Column),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Field, b.Field),
	)
}

// compareRest decides which of two equal findings comes first and so is kept:
// the one that points at more.
func compareRest(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(len(b.Related), len(a.Related)),
		slices.CompareFunc(a.Related, b.Related, compareRelated),
		cmp.Compare(a.At.End.Line, b.At.End.Line),
		cmp.Compare(a.At.End.Column, b.At.End.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Record, b.Record),
		cmp.Compare(a.HintText("en"), b.HintText("en")),
	)
}

func compareRelated(a, b Related) int {
	return cmp.Or(
		cmp.Compare(a.At.File, b.At.File),
		cmp.Compare(a.At.Start.Line, b.At.Start.Line),
		cmp.Compare(a.At.Start.Column, b.At.Start.Column),
		cmp.Compare(a.Note.Key, b.Note.Key),
	)
}

// Count returns how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}
