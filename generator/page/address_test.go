package page_test

import (
	"net/url"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

func TestRelative(t *testing.T) {
	for _, c := range [][3]string{
		{"pl/policies/x/", "pl/roles/y/", "../../roles/y/"},
		{"pl/policies/x/", "pl/policies/x/", "./"},
		{"pl/policies/x/", "pl/policies/", "../"},
		{"pl/policies/x/", "pl/policies/z/", "../z/"},
		{"pl/policies/x/", "", "../../../"},
		{"", "pl/", "pl/"},
		{"", "", "./"},
		{"pl/", "assets/style.css", "../assets/style.css"},
		{"pl/", "pl/a b/żółć/", "a%20b/%C5%BC%C3%B3%C5%82%C4%87/"},
		{"pl/", "pl/a:b/", "./a:b/"},
		{"404.html", "pl/", "pl/"},
	} {
		if got := page.Relative(c[0], c[1]); got != c[2] {
			t.Errorf("Relative(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// Whatever the addresses, a browser that follows the link arrives.
func FuzzRelative(f *testing.F) {
	f.Add("pl/policies/x/", "cs/roles/ředitel/")
	f.Add("pl/", "pl/a:b/")
	f.Fuzz(func(t *testing.T, from, to string) {
		base, err := url.Parse("http://host/" + (&url.URL{Path: from}).EscapedPath())
		if err != nil || !plain(from) || !plain(to) {
			t.Skip()
		}
		link, err := url.Parse(page.Relative(from, to))
		if err != nil {
			t.Fatal(err)
		}
		if got := base.ResolveReference(link).Path; got != "/"+to {
			t.Errorf("from %q, %q leads to %q, want %q", from, link, got, "/"+to)
		}
	})
}

// plain reports whether an address is of the form that pages have: no empty
// parts, no dots.
func plain(address string) bool {
	part := ""
	for _, r := range address + "/" {
		if r != '/' {
			part += string(r)
			continue
		}
		if part == "." || part == ".." {
			return false
		}
		part = ""
	}
	return address == "" || address[0] != '/' && !containsEmpty(address)
}

func containsEmpty(address string) bool {
	for i := 1; i < len(address); i++ {
		if address[i] == '/' && address[i-1] == '/' {
			return true
		}
	}
	return false
}
