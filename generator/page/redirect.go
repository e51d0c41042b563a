package page

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/site"
)

// redirects gives each old address of redirects.yaml a page that leads on. It
// comes after all other pages, whose addresses cannot be redirected.
func (p *planner) redirects() {
	mine := map[string]diag.Span{}
	for _, r := range p.book.Redirects {
		address := strings.TrimPrefix(r.From, "/")
		key := site.Fold(address)
		bad := diag.New(diag.BadRedirect, r.At, "from", r.From)
		_, taken := p.claims[key]
		first, twice := mine[key]
		target := p.book.Record(r.To)
		switch {
		case !strings.HasSuffix(address, "/") || !fs.ValidPath(strings.TrimSuffix(address, "/")):
			p.found = append(p.found, bad.As("form").Suggest("form"))
		case twice:
			p.found = append(p.found, bad.As("twice").Suggest("twice").See(first, "other"))
		case taken:
			p.found = append(p.found, bad.As("page").Suggest("page"))
		case target != nil: // that it exists is judged with the references
			mine[key] = r.At
			p.redirect(r, address, target)
		}
	}
}

// redirect leads to the record in the language that the old address was in.
func (p *planner) redirect(r record.Redirect, address string, target *record.Record) {
	language, _, _ := strings.Cut(address, "/")
	if !slices.Contains(p.book.Config.Languages, language) {
		language = p.book.Config.DefaultLanguage
	}
	to := linkTo(target, language)
	p.add(r.At, &Page{
		Kind: Redirect, Lang: language, Address: address, Title: to.Title, Target: &to,
		Others: p.everywhere(func(l string) string { return recordAddress(target, l) }),
	})
}
