package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"github.com/cxbook/cxbook/generator/diag"
)

// A reading is the state of one call of Parse. goldmark's parsers are shared
// by all calls and find it in their context.
type reading struct {
	in  Input
	at  *places
	doc *Doc

	links     map[ast.Node]*linkPlace
	fences    map[ast.Node]fence   // opening fences of code blocks that are not closed
	footnotes []*east.Footnote     // all that are defined
	notes     int                  // marks read so far
	noteMarks []*east.FootnoteLink // [^1] in the text, in the order of the page
	noteIDs   map[int]string       // ids of footnotes, by number
	markIDs   map[*east.FootnoteLink]string
	marked    map[int][]string // ids of a footnote's marks, by number

	met      map[string]bool // limits that were met
	work     int             // steps spent, see spend
	copied   int             // bytes repeated by reference-style links
	cells    int             // of tables
	escapes  int             // \| in tables
	brackets int             // open in the paragraph being read
	marks    int             // of emphasis in the paragraph being read
}

// readingKey is where the parsers find the reading.
var readingKey = parser.NewContextKey()

func readingOf(pc parser.Context) *reading { return pc.Get(readingKey).(*reading) }

func newReading(in Input) *reading {
	return &reading{
		in:      in,
		at:      newPlaces(in),
		doc:     &Doc{Anchors: map[string]bool{}},
		links:   map[ast.Node]*linkPlace{},
		fences:  map[ast.Node]fence{},
		noteIDs: map[int]string{},
		markIDs: map[*east.FootnoteLink]string{},
		marked:  map[int][]string{},
		met:     map[string]bool{},
	}
}

// find adds a finding. Of a body with more faults than anybody would mend one
// by one, the first are listed, and that there are more.
func (r *reading) find(d diag.Diagnostic) {
	switch n := len(r.doc.Findings); {
	case n < MaxFindings:
		r.doc.Findings = append(r.doc.Findings, d)
	case n == MaxFindings:
		more := diag.New(diag.MarkdownLimit, d.At, "limit", strconv.Itoa(MaxFindings)).As("findings")
		r.doc.Findings = append(r.doc.Findings, more)
	}
}
