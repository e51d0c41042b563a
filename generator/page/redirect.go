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
		case !strings.HasSuffix(address, "/") || !fs.ValidPath(strings.TrimSuffix(address, "/")) || !publishable(address):
			p.found = append(p.found, bad.As("form").Suggest("form"))
		case twice:
			p.found = append(p.found, bad.As("twice").Suggest("twice").See(first, "other"))
		case p.reserved(address):
			p.found = append(p.found, bad.As("own").Suggest("own"))
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

// siteParts are the first parts of addresses that a site uses for itself.
var siteParts = []string{"assets", "files", "id", "api", "servers", "404.html", "robots.txt", "index.html"}

// reserved reports whether an address lies where the site has files of its own.
func (p *planner) reserved(address string) bool {
	parts := strings.Split(site.Fold(strings.TrimSuffix(address, "/")), "/")
	if slices.Contains(siteParts, parts[0]) || strings.HasPrefix(parts[0], "sitemap") && strings.HasSuffix(parts[0], ".xml") {
		return true
	}
	return p.inFeed(parts) || p.inCalendar(parts) || slices.Contains(parts, "index.html") // where every page is kept
}

// inFeed reports whether an address lies where a feed is.
func (p *planner) inFeed(parts []string) bool {
	return len(parts) > 2 && parts[1] == "changes" && slices.Contains(p.book.Config.Languages, parts[0]) &&
		slices.ContainsFunc(parts[2:], func(part string) bool { return strings.HasSuffix(part, ".atom") })
}

// inCalendar reports whether an address lies where a role has its calendar.
func (p *planner) inCalendar(parts []string) bool {
	t := p.book.Types.Type("role")
	return t != nil && len(parts) > 3 && parts[3] == "calendar.ics" && parts[1] == t.Folder && slices.Contains(p.book.Config.Languages, parts[0])
}

// maxPart is how many bytes a part of a path may have on common file systems.
const maxPart = 200

// publishable reports whether every part of an address can be a folder, on any
// system, and is not hidden from a web server.
func publishable(address string) bool {
	for _, part := range strings.Split(strings.TrimSuffix(address, "/"), "/") {
		if part == "" || part[0] == '.' || len(part) > maxPart || strings.ContainsAny(part, `\:*?"<>|%`) || strings.TrimRight(part, " .") != part {
			return false
		}
	}
	return true
}
