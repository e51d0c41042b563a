package page

import "github.com/cxbook/cxbook/generator/diag"

// permanent gives each record an address that never changes, whatever it is
// called: id/POL-001/ leads to it in the handbook's default language, and
// names its other languages.
func (p *planner) permanent(at diag.Span) {
	language := p.book.Config.DefaultLanguage
	for _, rec := range p.book.Records {
		to := linkTo(rec, language)
		p.add(at, &Page{
			Kind: Redirect, Lang: language, Address: "id/" + rec.ID + "/", Title: to.Title, Target: &to,
			Others: p.everywhere(func(l string) string { return recordAddress(rec, l) }),
		})
	}
}
