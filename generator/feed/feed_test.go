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
		}
	}
	for _, f := range Servers(policy, &page.Plan{}) {
		if strings.Contains(string(f.Data), "//404") || !strings.Contains(string(f.Data), "/") {
			t.Errorf("%s: without an address the site stands at the root:\n%s", f.Path, f.Data)
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
