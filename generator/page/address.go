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

// Href returns the link's target as seen from a page's address.
func (l Link) Href(from string) string {
	if l.URL != "" {
		return l.URL
	}
	fragment := ""
	if l.Fragment != "" {
		fragment = "#" + (&url.URL{Fragment: l.Fragment}).EscapedFragment()
	}
	if l.Address == from && fragment != "" {
		return fragment
	}
	return Relative(from, l.Address) + fragment
}
