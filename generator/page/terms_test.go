package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

// termsOf lists the terms that a page links, in the order of the page.
func termsOf(r *page.Record) string {
	var out []string
	var values func(v page.Value)
	facts := func(all []page.Fact) {
		for _, f := range all {
			values(f.Value)
		}
	}
	values = func(v page.Value) {
		for _, p := range v.Pieces {
			if p.Term != nil {
				out = append(out, fmt.Sprintf("%s=%s", p.Text, p.Term.Link.Address))
			}
		}
		for _, e := range v.List {
			values(e)
		}
		facts(v.Facts)
	}
	facts(r.Details)
	if r.Procedure != nil {
		for _, step := range r.Procedure.Steps {
			facts(step.Facts)
		}
	}
	for _, s := range r.Sections {
		values(s.Value)
	}
	for _, t := range r.Terms {
		out = append(out, "body="+t.Link.Address)
	}
	facts(r.About)
	return strings.Join(out, " ")
}

// The first use of a term on a page leads to the glossary, be it in a field or
// in the body, in the language of the words.
func TestTermsOfAPage(t *testing.T) {
	f := files{
		"handbook.yaml":         "title: {pl: Kodeks}\nlanguages: [pl, en]\n",
		"terms/skarga.md":       md("id: TRM-001", "title: skarga", "summary: Niezadowolenie.", "forms: [skargi, skargę]"),
		"terms/complaint.en.md": md("id: TRM-001", "title: complaint", "source_version: 1", "forms: [complaints]"),
		"terms/petla.md":        md("id: TRM-002", "title: pętla", "---", "Skarga i pętla."),
		"procedures/a.md": md("id: PRC-001", "title: Skarga", "status: draft", "owner: ROL-001", "trigger: Ktoś składa skargę.",
			"steps:", "  - {key: a, title: Skarga, responsible: ROL-001, evidence: Skarga i pętla}", "---", "Skarga, pętla.\n\n## Skarga"),
		"pages/linked.md": md("id: PAG-001", "title: A", "---", "Pętla, [tu](TRM-001), skarga, [[TRM-002]]."),
		"roles/a.md":      md("id: ROL-001", "title: A", "tags: [skarga]"),
		"roles/b.md":      md("id: ROL-002", "title: B", "mission: Skargi", "---", "skarga"),
		"roles/b.en.md":   md("id: ROL-002", "title: B", "source_version: 1", "mission: Complaints", "---", "skarga complaint"),
	}
	for address, want := range map[string]string{
		"pl/terms/petla/":  "body=pl/terms/skarga/",
		"pl/procedures/a/": "skargę=pl/terms/skarga/ pętla=pl/terms/petla/",
		"en/procedures/a/": "skargę=en/terms/complaint/ pętla=en/terms/petla/",
		"pl/pages/linked/": "body=pl/terms/petla/", // the other is linked by its author, before
		"pl/roles/a/":      "",                     // tags are no text
		"pl/roles/b/":      "Skargi=pl/terms/skarga/",
		"en/roles/b/":      "Complaints=en/terms/complaint/",
	} {
		if got := termsOf(f.at(t, address).Record); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	first := f.at(t, "en/procedures/a/").Record.Details[0].Value.Pieces[1].Term
	if first.Meaning != "Niezadowolenie." {
		t.Errorf("the meaning of a Polish word is %q", first.Meaning)
	}
}
