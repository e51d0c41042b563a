package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// forms is the field that makes a record a term: its inflected forms, in the
// language of the file. A type without it has no terms.
const forms = "forms"

// Terms are the words of the glossary in one language: the titles and forms of
// its terms, as a tree of words and signs. Other names (aliases) are none of
// them: somebody looks a term up under "question" that no text means by it. It
// is immutable.
type Terms struct{ root *branch }

// A branch is where the words that begin alike go on.
type branch struct {
	next  map[string]*branch // by a word in small letters, a sign, or a space
	exact map[string]*branch // by an acronym, as it is written
	term  *record.Record     // what is called so far
	at    diag.Span          // where the term says so
}

// A Use is where a text uses a term.
type Use struct {
	From, To int // offsets
	Term     *record.Record
}

// Terms returns the glossary's words in a language.
func (g *Graph) Terms(lang string) *Terms { return g.terms[lang] }

// terms reads the glossary in every language of the handbook. Where two terms
// claim one form, titles go before forms, and the first record keeps it.
func (c *connector) terms() map[string]*Terms {
	out := map[string]*Terms{}
	for _, lang := range c.book.Config.Languages {
		t := &Terms{root: &branch{}}
		for _, field := range []string{"title", forms} {
			for _, r := range c.book.Records {
				text := r.Texts[lang]
				if text == nil || !text.Translated() || !inflects(r.Type) || r.Status == "withdrawn" {
					continue
				}
				for _, n := range words(field, text.Fields.Get(field)) {
					c.claim(t, r, n)
				}
			}
		}
		out[lang] = t
	}
	return out
}

// inflects reports whether records of a type are terms.
func inflects(t *schema.Type) bool {
	f := t.Field(forms)
	return f != nil && f.IsText && f.Shape == schema.ListOf
}

// words returns the texts of a term's title or forms. What is of another kind
// has been reported.
func words(field string, n *source.Node) []*source.Node {
	switch {
	case n == nil:
		return nil
	case field == forms:
		return slices.DeleteFunc(slices.Clone(n.Items), func(item *source.Node) bool { return item.Kind != source.String })
	case n.Kind == source.String:
		return []*source.Node{n}
	}
	return nil
}

// claim gives a form to a term, unless another has it.
func (c *connector) claim(t *Terms, r *record.Record, form *source.Node) {
	b := t.root.grow(form.Text)
	switch {
	case b == t.root: // nothing that can be read
	case b.term == nil:
		b.term, b.at = r, form.At
	case b.term != r:
		c.report(diag.New(diag.TermTwice, form.At, "form", form.Text, "other", b.term.ID).
			For(r.ID, "").See(b.at, "other"))
	}
}

// grow returns the branch that a form ends in.
func (b *branch) grow(form string) *branch {
	form = strings.TrimSpace(form)
	for at := 0; at < len(form); {
		a := atomAt(form, at)
		at = a.end
		set, key := &b.next, a.key()
		if a.word && isAcronym(a.text) {
			set, key = &b.exact, a.text
		}
		if *set == nil {
			*set = map[string]*branch{}
		}
		if (*set)[key] == nil {
			(*set)[key] = &branch{}
		}
		b = (*set)[key]
	}
	return b
}

// A Reading finds the terms that a page uses, each where it is used first. It
// is given the page's texts in their order, all in the language of the Terms.
type Reading struct {
	terms *Terms
	met   map[*record.Record]bool
}

// Read starts a page. Its own record, if any, is no term on it.
func (t *Terms) Read(own *record.Record) *Reading {
	return &Reading{terms: t, met: map[*record.Record]bool{own: true}}
}

// Skip makes a term that the page leads to already one that it has used.
func (r *Reading) Skip(term *record.Record) { r.met[term] = true }

// Uses returns the terms that a text uses for the first time on the page, in
// its order. Of terms that overlap the longest counts. The text may be plain
// or escaped for HTML.
func (r *Reading) Uses(text string) []Use {
	if r.terms == nil || r.terms.root.next == nil && r.terms.root.exact == nil {
		return nil
	}
	var out []Use
	for at := 0; at < len(text); {
		a := atomAt(text, at)
		end, term := at, (*record.Record)(nil)
		if !tail(text, at) {
			end, term = r.terms.root.after(a, text)
		}
		switch {
		case term == nil:
			at = a.end
			continue
		case !r.met[term]:
			r.met[term] = true
			out = append(out, Use{From: at, To: end, Term: term})
		}
		at = end
	}
	return out
}

// tail reports whether what starts here belongs to a word before it: mail is
// no word in e-mail.
func tail(text string, at int) bool {
	if at == 0 || text[at-1] != '-' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at-1])
	return ofWord(before)
}

// after returns the end of the longest form that goes on with an atom of a
// text, and whose it is.
func (b *branch) after(a atom, text string) (end int, term *record.Record) {
	var ways [2]*branch
	if a.word && b.exact != nil {
		ways[0] = b.exact[a.text]
	}
	if b.next != nil {
		ways[1] = b.next[a.key()]
	}
	for _, way := range ways {
		if way == nil {
			continue
		}
		to, found := a.end, way.term
		if a.end < len(text) && (way.next != nil || way.exact != nil) {
			if further, t := way.after(atomAt(text, a.end), text); t != nil {
				to, found = further, t
			}
		}
		if found != nil && to > end {
			end, term = to, found
		}
	}
	return end, term
}
