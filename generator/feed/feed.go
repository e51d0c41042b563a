// Package feed makes what a site says to programs.
//
// In: the Plan, Handbook and Graph of what the site's readers see.
// Out: files of the site: robots.txt and sitemaps for crawlers, samples of
// what to tell a web server, a feed of changes for each language, a calendar
// for each role, and the records as JSON.
//
// It never says what no page says, and nothing of who holds a post.
package feed

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/site"
)

// Robots returns robots.txt, which asks crawlers to stay away: a handbook is
// for the people of one house. A crawler of the house's own is pointed to the
// sitemap and can be let in by the house's server.
func Robots(plan *page.Plan) []site.File {
	text := "# This handbook is for the people of one organisation.\nUser-agent: *\nDisallow: /\n"
	if url := plan.Absolute("sitemap.xml"); url != "" {
		text += "\nSitemap: " + url + "\n"
	}
	return []site.File{file("robots.txt", text)}
}

func file(path, text string) site.File {
	return site.File{Path: path, Data: []byte(text), Owner: "cxbook: " + path}
}

// Servers returns samples of what to tell common web servers, in the folder
// servers: the headers that a page cannot set for itself, how long files may be
// kept, and what to show where there is no page. policy is the content
// security policy that the pages carry.
func Servers(policy string, plan *page.Plan) []site.File {
	h := headers{policy: policy + "; frame-ancestors 'none'", root: root(plan)}
	return []site.File{
		file("servers/apache.conf", h.apache()),
		file("servers/caddy.conf", h.caddy()),
		file("servers/headers.txt", h.plain()),
		file("servers/iis.web.config.xml", h.iis()),
		file("servers/nginx.conf", h.nginx()),
	}
}

// root returns the path under which the site stands on its server, escaped.
func root(plan *page.Plan) string {
	if u, err := url.Parse(plan.Base); err == nil && plan.Base != "" {
		return u.EscapedPath()
	}
	return "/"
}

type headers struct{ policy, root string }

const (
	forever = "public, max-age=31536000, immutable"
	asked   = "no-cache" // keep it, but ask each time whether it has changed
	changes = "# Names in assets/ change with their content.\n"
)

// plainRoot returns the root as servers compare it with what is asked for:
// without escapes, but for characters that mean something in their files.
func (h headers) plainRoot() string {
	plain, err := url.PathUnescape(h.root)
	if err != nil || strings.ContainsAny(plain, "\"\\#$%{}\n\r") {
		return h.root
	}
	return plain
}

// each are the headers of every answer, but for how long it may be kept.
func (h headers) each() [][2]string {
	return [][2]string{
		{"Content-Security-Policy", h.policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
}

func (h headers) nginx() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# nginx: inside the server that serves the handbook.\nlocation \"%s\" {\n", h.plainRoot())
	h.nginxHeaders(&b, asked)
	fmt.Fprintf(&b, "    error_page 404 \"%s404.html\";\n}\n", h.plainRoot())
	fmt.Fprintf(&b, "%slocation \"%sassets/\" {\n", changes, h.plainRoot())
	h.nginxHeaders(&b, forever)
	b.WriteString("}\n")
	return b.String()
}

// nginxHeaders repeats every header: nginx forgets those outside as soon as a
// location has one of its own.
func (h headers) nginxHeaders(b *strings.Builder, cache string) {
	for _, e := range append(h.each(), [2]string{"Cache-Control", cache}) {
		fmt.Fprintf(b, "    add_header %s \"%s\" always;\n", e[0], e[1])
	}
}

func (h headers) apache() string {
	var b strings.Builder
	b.WriteString("# Apache httpd: as .htaccess in the handbook's folder, or inside its <Directory>.\n# Needs mod_headers.\n")
	for _, e := range append(h.each(), [2]string{"Cache-Control", asked}) {
		fmt.Fprintf(&b, "Header always set %s \"%s\"\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "%s<If \"%%{REQUEST_URI} =~ m#^%sassets/#\">\n    Header always set Cache-Control \"%s\"\n</If>\n",
		changes, regexp.QuoteMeta(h.plainRoot()), forever)
	fmt.Fprintf(&b, "ErrorDocument 404 \"%s404.html\"\nDirectoryIndex index.html\nOptions -Indexes\n", h.root)
	return b.String()
}

// caddy names what each header is for, so that no two set the same: Caddy does
// not keep their order.
func (h headers) caddy() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Caddy: inside the site block that serves the handbook.\nheader \"%s*\" {\n", h.plainRoot())
	for _, e := range h.each() {
		fmt.Fprintf(&b, "    %s \"%s\"\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "}\n%s@pages {\n    path \"%s*\"\n    not path \"%sassets/*\"\n}\n", changes, h.plainRoot(), h.plainRoot())
	fmt.Fprintf(&b, "header @pages Cache-Control \"%s\"\nheader \"%sassets/*\" Cache-Control \"%s\"\n", asked, h.plainRoot(), forever)
	fmt.Fprintf(&b, "handle_errors {\n    @missing expression {http.error.status_code} == 404\n    rewrite @missing \"%s404.html\"\n    file_server\n}\n", h.plainRoot())
	return b.String()
}

// plain is the format of a _headers file, which several hosts of static sites
// read. They join headers of rules that overlap, and ask by themselves whether
// a page has changed.
func (h headers) plain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Hosts that read a file _headers in the site's root: copy this there.\n%s*\n", h.root)
	for _, e := range h.each() {
		fmt.Fprintf(&b, "  %s: %s\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "%s%sassets/*\n  Cache-Control: %s\n", changes, h.root, forever)
	return b.String()
}
