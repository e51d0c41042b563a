package generator_test

import (
	"context"
	"encoding/xml"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/site"
)

func siteWith(t *testing.T, change func(*generator.Input)) *site.Site {
	t.Helper()
	in := sampleInput()
	change(&in)
	_, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatal(err)
	}
	return s
}

// In a portable site every link names a file, for a folder has no server that
// would find it.
func TestPortableLinks(t *testing.T) {
	s := siteWith(t, func(in *generator.Input) { in.Portable = true })
	links := 0
	for name, d := range documents(t, s) {
		d.each(func(n *html.Node) {
			for _, key := range []string{"href", "src", "content"} {
				target, ok := attribute(n, key)
				if kind, _ := attribute(n, "http-equiv"); key == "content" {
					if kind != "refresh" {
						continue
					}
					_, target, ok = strings.Cut(target, "url=")
				}
				u, err := url.Parse(target)
				if !ok || err != nil || u.IsAbs() || u.Path == "" {
					continue
				}
				links++
				to := path.Join(path.Dir(name), u.Path)
				if _, ok := s.File(to); !ok {
					t.Errorf("%s: the link %q names no file", name, target)
				}
			}
		})
	}
	if links < 5000 {
		t.Errorf("only %d links were followed", links)
	}
	for _, name := range []string{"robots.txt", "sitemap.xml", "servers/nginx.conf"} {
		if _, ok := s.File(name); ok {
			t.Errorf("a folder without a server has %s", name)
		}
	}
}

// What must be absolute begins with the site's address, and leads to pages
// that there are.
func TestAbsoluteAddresses(t *testing.T) {
	const base = "https://intra.example.org/klient/"
	s := siteWith(t, func(in *generator.Input) { in.BaseURL = base })
	exists := func(where, target string) string {
		address, ok := strings.CutPrefix(target, base)
		if !ok {
			t.Errorf("%s: %q does not begin with the address of the site", where, target)
		}
		address, err := url.PathUnescape(address)
		if err != nil {
			t.Error(err)
		}
		if _, ok := s.File(address + "index.html"); !ok {
			t.Errorf("%s: %q is no page", where, target)
		}
		return address
	}
	canonical := map[string]string{}
	for name, d := range documents(t, s) {
		d.each(func(n *html.Node) {
			rel, _ := attribute(n, "rel")
			target, _ := attribute(n, "href")
			switch {
			case n.Data == "link" && rel == "canonical":
				canonical[name] = exists(name, target)
			case n.Data == "link" && rel == "alternate" && !strings.HasSuffix(target, ".atom"):
				exists(name, target)
			}
		})
	}
	var urls struct {
		Entries []struct {
			Location string `xml:"loc"`
			Links    []struct {
				Address string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	f, ok := s.File("sitemap.xml")
	if !ok {
		t.Fatal("no sitemap")
	}
	if err := xml.Unmarshal(read(t, f), &urls); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, e := range urls.Entries {
		listed[exists("sitemap", e.Location)] = true
		for _, l := range e.Links {
			exists("sitemap", l.Address)
		}
	}
	for name, address := range canonical {
		if !listed[address] {
			t.Errorf("%s is best known as %q, which is not in the sitemap", name, address)
		}
	}
	if text := string(read(t, must(t, s, "servers/nginx.conf"))); !strings.Contains(text, `"`+render.Policy+`; frame-ancestors 'none'"`) {
		t.Errorf("a server is told another policy than the pages have:\n%s", text)
	}
	if len(listed) < 200 || listed["id/POL-001/"] {
		t.Errorf("the sitemap lists %d addresses", len(listed))
	}
	if text := string(read(t, must(t, s, "robots.txt"))); !strings.Contains(text, "Disallow: /\n") || !strings.Contains(text, base+"sitemap.xml") {
		t.Errorf("robots.txt: %q", text)
	}
}

func must(t *testing.T, s *site.Site, name string) site.File {
	t.Helper()
	f, ok := s.File(name)
	if !ok {
		t.Fatalf("the site has no %s", name)
	}
	return f
}

// Every record has an address that outlives its title.
func TestPermanentAddresses(t *testing.T) {
	j, s := sampleSite(t)
	for _, rec := range j.Book.Records {
		d := parse(t, must(t, s, "id/"+rec.ID+"/index.html"))
		want := "../../pl/" + rec.Type.Folder + "/" + url.PathEscape(rec.Texts["pl"].Slug) + "/"
		if got := d.meta("refresh"); !strings.HasSuffix(got, "url="+want) {
			t.Errorf("%s leads to %q, want %q", rec.ID, got, want)
		}
		if !strings.Contains(d.meta("robots"), "noindex") {
			t.Errorf("id/%s/ may be indexed", rec.ID)
		}
	}
}
