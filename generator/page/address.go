package page

import (
	"net/url"
	"strings"
)

// Relative returns the link from one address to another, escaped, so that
// the site works under any path of any server.
func Relative(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	// What stands after the last slash of from is no folder.
	a = a[:len(a)-1]
	same := 0
	for same < len(a) && same < len(b)-1 && a[same] == b[same] {
		same++
	}
	parts := make([]string, 0, len(a)+len(b))
	for range a[same:] {
		parts = append(parts, "..")
	}
	for _, p := range b[same:] {
		parts = append(parts, url.PathEscape(p))
	}
	out := strings.Join(parts, "/")
	switch {
	case out == "":
		return "./"
	case parts[0] != ".." && strings.Contains(strings.SplitN(out, "/", 2)[0], ":"):
		// A first part with a colon would be read as a scheme.
		return "./" + out
	}
	return out
}

// Href returns the link's target as seen from the page.
func (p *Page) Href(l Link) string {
	if l.URL != "" {
		return l.URL
	}
	fragment := ""
	if l.Fragment != "" {
		fragment = "#" + (&url.URL{Fragment: l.Fragment}).EscapedFragment()
	}
	if l.Address == p.Address && fragment != "" {
		return fragment
	}
	return p.To(l.Address) + fragment
}

// To returns the link from the page to an address. Read from a folder, a link
// names the file, since no server finds it.
func (p *Page) To(address string) string {
	if p.Publication != nil && p.Portable && (address == "" || strings.HasSuffix(address, "/")) {
		address += "index.html"
	}
	if p.Rooted && (p.Publication == nil || !p.Portable) {
		return p.root() + strings.TrimPrefix(Relative("", address), "./")
	}
	return Relative(p.Address, address)
}

// root returns the path of the site on its server.
func (p *Page) root() string {
	if p.Publication != nil {
		if u, err := url.Parse(p.Base); err == nil && strings.HasSuffix(u.EscapedPath(), "/") {
			return u.EscapedPath()
		}
	}
	return "/"
}

// Absolute returns the URL of an address of the site, or "" where nobody said
// where the site will stand.
func (p *Publication) Absolute(address string) string {
	if p == nil || p.Base == "" {
		return ""
	}
	parts := strings.Split(address, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return p.Base + strings.Join(parts, "/")
}

// Canonical returns the address that a search engine should know the page by:
// its own or, where its words are another language's, that language's.
func (p *Page) Canonical() string {
	if p.rec != nil && p.Kind == RecordPage {
		rec := p.rec
		if rec.Current != nil {
			rec = rec.Current // the one that readers should find
		}
		return recordAddress(rec, rec.Texts[p.Lang].Written)
	}
	if p.best != "" {
		return p.best
	}
	return p.Address
}
