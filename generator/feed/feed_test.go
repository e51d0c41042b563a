package feed

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/page"
)

const policy = "default-src 'self'; trusted-types cxbook"

// Every sample for a server sets the pages' own policy, with what only a
// header can say, and knows where the site stands.
func TestServers(t *testing.T) {
	plan := &page.Plan{Publication: page.Publication{Base: "https://example.org/a/b/"}}
	for _, f := range Servers(policy, plan) {
		text := strings.NewReplacer("&#39;", "'", "&#34;", `"`).Replace(string(f.Data))
		for _, want := range []string{policy + "; frame-ancestors 'none'", "nosniff", "same-origin"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", f.Path, want)
			}
		}
		if f.Path != "servers/headers.txt" && !strings.Contains(text, "/a/b/404.html") {
			t.Errorf("%s does not say what to show where there is no page", f.Path)
		}
		if open, closed := strings.Count(text, "{\n"), strings.Count(text, "}\n"); open != closed {
			t.Errorf("%s opens %d blocks and closes %d", f.Path, open, closed)
		}
		if strings.HasSuffix(f.Path, ".xml") {
			wellFormed(t, f.Path, string(f.Data))
			if !strings.Contains(text, `<remove statusCode="404">`) {
				t.Errorf("%s adds a second page for an error that has one", f.Path)
			}
		} else if !strings.Contains(text, "immutable") {
			t.Errorf("%s does not let assets be kept", f.Path)
		}
	}
	for _, f := range Servers(policy, &page.Plan{}) {
		if strings.Contains(string(f.Data), "//404") || !strings.Contains(string(f.Data), "/") {
			t.Errorf("%s: without an address the site stands at the root:\n%s", f.Path, f.Data)
		}
	}
}

// Servers compare paths without their escapes; what could end a text in their
// files stays escaped. Hosts of static sites read addresses as they are sent.
func TestServersUnderAPath(t *testing.T) {
	for base, want := range map[string]map[string]string{
		"https://example.org/a%20b/ą/": {
			"nginx.conf": `location "/a b/ą/assets/" {`, "caddy.conf": `not path "/a b/ą/assets/*"`,
			"apache.conf": `m#^/a b/ą/assets/#`, "headers.txt": "\n/a%20b/%C4%85/assets/*\n", "iis.web.config.xml": `path="/a%20b/%C4%85/404.html"`,
		},
		"https://example.org/a.b%22%3B/": {
			"nginx.conf": `location "/a.b%22%3B/assets/" {`, "caddy.conf": `not path "/a.b%22%3B/assets/*"`,
			"apache.conf": `m#^/a\.b%22%3B/assets/#`,
		},
	} {
		for _, f := range Servers(policy, &page.Plan{Publication: page.Publication{Base: base}}) {
			if text := string(f.Data); !strings.Contains(text, want[strings.TrimPrefix(f.Path, "servers/")]) {
				t.Errorf("%s under %s:\n%s", f.Path, base, text)
			}
		}
	}
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func pages(n int) *page.Plan {
	plan := &page.Plan{Publication: page.Publication{Base: "https://example.org/"}}
	for i := range n {
		plan.Pages = append(plan.Pages, &page.Page{
			Kind: page.Index, Lang: "pl", Address: fmt.Sprintf("pl/żółć & <%d>/", i),
			Others: []page.Alternate{{Lang: "pl", Address: "pl/x/"}, {Lang: "en", Address: "en/x/"}},
		})
	}
	return plan
}

// Too many addresses for one sitemap are spread over several, none lost.
func TestSitemapOfSitemaps(t *testing.T) {
	for _, c := range []struct{ pages, files, maps int }{{0, 1, 0}, {3, 1, 0}, {4, 3, 2}, {7, 4, 3}} {
		files, err := sitemaps(pages(c.pages), 3)
		if err != nil {
			t.Fatal(err)
		}
		urls, maps := 0, 0
		for _, f := range files {
			wellFormed(t, f.Path, string(f.Data))
			urls += strings.Count(string(f.Data), "<url>")
			maps += strings.Count(string(f.Data), "<sitemap>")
		}
		if len(files) != c.files || urls != c.pages || maps != c.maps {
			t.Errorf("%d pages: %d files with %d addresses and %d maps", c.pages, len(files), urls, maps)
		}
	}
}

// Nothing can be absolute where nobody said where the site will stand.
func TestNoSitemapWithoutAddress(t *testing.T) {
	plan := pages(3)
	plan.Base = ""
	if files, err := Sitemap(plan); err != nil || files != nil {
		t.Errorf("%v, %v", files, err)
	}
	if text := string(Robots(plan)[0].Data); strings.Contains(text, "Sitemap") || !strings.Contains(text, "Disallow: /") {
		t.Errorf("robots.txt: %q", text)
	}
}
