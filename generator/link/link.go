// Package link connects the records of a handbook.
//
// In: a Handbook.
// Out: a Graph: every reference of fields and bodies resolved or reported at
// its place, for each record what refers to it, by relation, and the words of
// the glossary, to find them in any text.
//
// Connect is the whole of it. References of front matter are judged in
// field.go, those of prose in body.go, paths to files in path.go, what records
// do to each other in amend.go; the glossary is in terms.go. A reference always
// means a record, never one of its versions, and what is found depends on no
// day: an item or a place that any version has is no error. The package opens
// no file.
package link

import (
	"fmt"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
)

// A Graph holds all references between records. It is immutable.
type Graph struct {
	index     *index
	backlinks map[string][]Relation
	outgoing  map[string][]Edge
	assets    []string
	terms     map[string]*Terms // by language
}

// An Edge is one resolved reference.
type Edge struct {
	From, To *record.Record
	Item     string       // keyed item or anchor in the target, "" for the record
	Field    string       // field name; "" for a reference in the body
	Pointer  string       // JSON pointer of the field
	Label    schema.Words // the field's label
	Inverse  schema.Words // the relation as the target's page calls it; nil in bodies
	Past     bool         // of a field: it may name what no longer holds
	At       diag.Span
	Lang     string // language of the body it stands in; "" for fields
}

// A Relation groups what refers to a record under one name.
type Relation struct {
	Name schema.Words // "Answers for"; nil: mentions in bodies, and fields whose relation has no name
	From []*record.Record
}

// Connect resolves every reference of the handbook.
func Connect(book *record.Handbook) (*Graph, diag.List) {
	c := &connector{
		index:    newIndex(book),
		used:     map[string]bool{},
		shown:    map[string]bool{},
		read:     map[string]bool{},
		outgoing: map[string][]Edge{},
		guarded:  len(book.Labels()) > 0,
	}
	c.ownFiles()
	for _, r := range book.Records {
		for _, version := range r.Versions {
			c.version(version)
		}
	}
	c.amendments()
	c.unusedAssets()
	g := c.graph()
	g.terms = c.terms()
	return g, c.findings.Tidy()
}

// A connector carries one Connect.
type connector struct {
	*index
	used     map[string]bool // assets that a page shows, or a field reads
	shown    map[string]bool // those that a page shows
	read     map[string]bool // files whose body was judged
	outgoing map[string][]Edge
	guarded  bool // some records are not for everybody
	findings diag.List
}

// version judges the references of one version. A panic over it becomes a
// finding about its file, so that one file never stops the others.
func (c *connector) version(r *record.Record) {
	defer func() {
		if reason := recover(); reason != nil {
			first := diag.Position{Line: 1, Column: 1}
			at := diag.Span{File: r.Source.File.Name, Start: first, End: first}
			c.report(diag.New(diag.Crashed, at, "detail", fmt.Sprint(reason)).For(r.ID, ""))
		}
	}()
	c.fields(r)
	c.dataFiles(r)
	c.bodies(r)
	c.mentions(r)
	c.approval(r)
}

func (c *connector) report(d diag.Diagnostic) { c.findings = append(c.findings, d) }

// current reports whether a version is the record of the day; only its
// references are shown to readers of other pages.
func (c *connector) current(r *record.Record) bool { return c.book.Record(r.ID) == r }

func (c *connector) edge(e Edge) {
	if c.current(e.From) && e.From.ID != e.To.ID {
		c.outgoing[e.From.ID] = append(c.outgoing[e.From.ID], e)
	}
}
