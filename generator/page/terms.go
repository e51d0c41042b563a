package page

import (
	"strings"

	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
)

// A termLinker links the words of the glossary on one page, each where it is
// used first.
type termLinker struct {
	book    *record.Handbook
	reading *link.Reading
	lang    string // of the page
	written string // of its words
}

func (p *planner) terms(rec *record.Record, language string) *termLinker {
	written := rec.Texts[language].Written
	return &termLinker{book: p.book, reading: p.graph.Terms(written).Read(rec), lang: language, written: written}
}

// link goes through a record's texts in the order of the page. Names of things
// are headings, and stay free of links.
func (t *termLinker) link(r *Record) {
	t.facts(r.Details)
	if r.Procedure != nil {
		for _, step := range r.Procedure.Steps {
			t.facts(step.Facts)
		}
	}
	if r.Lead {
		t.sections(r.Sections)
	}
	if r.Doc != nil {
		passed := 0
		for s := range r.Doc.Stretches() {
			for ; passed < s.References; passed++ {
				// What an author has linked is not linked once more.
				t.reading.Skip(t.book.Record(r.Leads[r.Doc.References[passed].At].ID))
			}
			for _, use := range t.reading.Uses(s.Text) {
				term := t.term(use)
				term.From, term.To = s.Offset+use.From, s.Offset+use.To
				r.Terms = append(r.Terms, term)
			}
		}
	}
	if !r.Lead {
		t.sections(r.Sections)
	}
}

func (t *termLinker) term(use link.Use) Term {
	return Term{From: use.From, To: use.To, Link: linkTo(use.Term, t.lang), Meaning: use.Term.In(t.written).Summary}
}

func (t *termLinker) sections(sections []Section) {
	for i := range sections {
		t.value(&sections[i].Value)
	}
}

func (t *termLinker) facts(facts []Fact) {
	for i := range facts {
		t.value(&facts[i].Value)
	}
}

func (t *termLinker) value(v *Value) {
	for i := range v.List {
		t.value(&v.List[i])
	}
	t.facts(v.Facts)
	if v.prose && v.Text != "" {
		v.Pieces = t.pieces(v.Text)
	}
}

// pieces cuts a text at its terms and line ends; it returns nothing for a text
// without terms.
func (t *termLinker) pieces(text string) []Piece {
	text = strings.TrimSpace(text)
	uses := t.reading.Uses(text)
	if len(uses) == 0 {
		return nil
	}
	var out []Piece
	plain := func(s string) {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				out = append(out, Piece{Break: true})
			}
			if line != "" {
				out = append(out, Piece{Text: line})
			}
		}
	}
	at := 0
	for _, use := range uses {
		plain(text[at:use.From])
		term := t.term(use)
		out = append(out, Piece{Text: text[use.From:use.To], Term: &term})
		at = use.To
	}
	plain(text[at:])
	return out
}
