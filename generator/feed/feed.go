// Package feed makes what a site says to programs.
//
// In: the Plan, Handbook and Graph of what the site's readers see.
// Out: files of the site: robots.txt and sitemaps for crawlers, samples of
// what to tell a web server, a feed of changes for each language, and the
// records as JSON.
//
// It never says what no page says, and nothing of who holds a post.
package feed

import (
	"fmt"
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

// root returns the path under which the site stands on its server.
func root(plan *page.Plan) string {
	_, after, ok := strings.Cut(plan.Base, "://")
	if i := strings.IndexByte(after, '/'); ok && i >= 0 {
		return after[i:]
	}
	return "/"
}

type headers struct{ policy, root string }

const forever = "public, max-age=31536000, immutable"

// each are the headers of every answer.
func (h headers) each() [][2]string {
	return [][2]string{
		{"Content-Security-Policy", h.policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cache-Control", "no-cache"},
	}
}

func (h headers) nginx() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# nginx: inside the server that serves the handbook.\nlocation %s {\n", h.root)
	h.nginxHeaders(&b, "")
	fmt.Fprintf(&b, "    error_page 404 %s404.html;\n}\n", h.root)
	fmt.Fprintf(&b, "# Names in assets/ change with their content.\nlocation %sassets/ {\n", h.root)
	h.nginxHeaders(&b, forever)
	b.WriteString("}\n")
	return b.String()
}

// nginxHeaders repeats every header: nginx forgets those outside as soon as a
// location has one of its own.
func (h headers) nginxHeaders(b *strings.Builder, cache string) {
	for _, e := range h.each() {
		if e[0] == "Cache-Control" && cache != "" {
			e[1] = cache
		}
		fmt.Fprintf(b, "    add_header %s \"%s\" always;\n", e[0], e[1])
	}
}

func (h headers) apache() string {
	var b strings.Builder
	b.WriteString("# Apache httpd: as .htaccess in the handbook's folder, or inside its <Directory>.\n# Needs mod_headers.\n")
	for _, e := range h.each() {
		fmt.Fprintf(&b, "Header always set %s \"%s\"\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "# Names in assets/ change with their content.\n<If \"%%{REQUEST_URI} =~ m#/assets/#\">\n    Header always set Cache-Control \"%s\"\n</If>\n", forever)
	fmt.Fprintf(&b, "ErrorDocument 404 %s404.html\nDirectoryIndex index.html\nOptions -Indexes\n", h.root)
	return b.String()
}

func (h headers) caddy() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Caddy: inside the site block that serves the handbook.\nheader %s* {\n", h.root)
	for _, e := range h.each() {
		fmt.Fprintf(&b, "    %s \"%s\"\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "}\n# Names in assets/ change with their content.\nheader %sassets/* Cache-Control \"%s\"\n", h.root, forever)
	fmt.Fprintf(&b, "handle_errors 404 {\n    rewrite * %s404.html\n    file_server\n}\n", h.root)
	return b.String()
}

// plain is the format of a _headers file, which several hosts of static sites
// read.
func (h headers) plain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Hosts that read a file _headers in the site's root: copy this there.\n%s*\n", h.root)
	for _, e := range h.each() {
		fmt.Fprintf(&b, "  %s: %s\n", e[0], e[1])
	}
	fmt.Fprintf(&b, "# Names in assets/ change with their content.\n%sassets/*\n  ! Cache-Control\n  Cache-Control: %s\n", h.root, forever)
	return b.String()
}
