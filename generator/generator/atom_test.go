package generator_test

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// An atomDocument is a feed as a reader of feeds sees it.
type atomDocument struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      []string `xml:"id"`
	Title   []string `xml:"title"`
	Updated []string `xml:"updated"`
	Authors []string `xml:"author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID         []string `xml:"id"`
		Title      []string `xml:"title"`
		Updated    []string `xml:"updated"`
		Categories []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
		Links []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
	} `xml:"entry"`
}

// Every feed of the sample is one by RFC 4287: one id, title and time for the
// feed and for each entry, an author, links that lead somewhere, ids that stand
// once in a feed. No entry is of a day to come, and the newest are first.
func TestFeedsAreAtom(t *testing.T) {
	j, s := sampleSite(t)
	one := func(file, what string, values []string) string {
		t.Helper()
		if len(values) != 1 || strings.TrimSpace(values[0]) == "" {
			t.Errorf("%s: %s is %q", file, what, values)
			return ""
		}
		return values[0]
	}
	seen, feeds := 0, map[string]bool{}
	for _, f := range s.Files() {
		if !strings.HasSuffix(f.Path, ".atom") {
			continue
		}
		seen++
		var d atomDocument
		if err := xml.Unmarshal(read(t, f), &d); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		id := one(f.Path, "its id", d.ID)
		if feeds[id] {
			t.Errorf("two feeds are called %s", id)
		}
		feeds[id] = true
		one(f.Path, "its title", d.Title)
		one(f.Path, "its author", d.Authors)
		last, err := time.Parse(time.RFC3339, one(f.Path, "its time", d.Updated))
		if err != nil || len(d.Links) != 2 || d.Links[0].Rel != "self" || d.Links[1].Rel != "alternate" || d.Links[1].Href == "" {
			t.Errorf("%s: %v %v", f.Path, err, d.Links)
		}
		ids := map[string]bool{}
		for i, e := range d.Entries {
			day, err := time.Parse(time.RFC3339, one(f.Path, "the time of an entry", e.Updated))
			if err != nil || day.After(last) || i == 0 && !day.Equal(last) || day.Format(time.DateOnly) > j.Book.AsOf.String() {
				t.Errorf("%s: an entry of %v under one of %v (%v)", f.Path, day, last, err)
			}
			last = day
			one(f.Path, "the title of an entry", e.Title)
			if id := one(f.Path, "the id of an entry", e.ID); ids[id] || len(e.Links) != 1 || len(e.Categories) != 1 {
				t.Errorf("%s: %s stands there twice, or lacks something", f.Path, id)
			} else {
				ids[id] = true
			}
		}
	}
	if roles := len(j.Book.ByType("role")); seen < 3*(1+5+roles) {
		t.Errorf("%d feeds for %d roles", seen, roles)
	}
}

// The feed of a type has its changes, that of a role those that matter for it;
// the pages about them name their feeds, which are there.
func TestFeedsOfTypesAndRoles(t *testing.T) {
	_, s := sampleSite(t)
	entries := func(path string) []string {
		var d atomDocument
		if err := xml.Unmarshal(read(t, must(t, s, path)), &d); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, e := range d.Entries {
			_, name, _ := strings.Cut(e.ID[0], "id/")
			out = append(out, name)
		}
		return out
	}
	all, policies, manager := entries("pl/changes/changes.atom"), entries("pl/changes/types/policies.atom"), entries("cs/changes/roles/manazer-zakaznickeho-servisu-polsko.atom")
	if len(policies) == 0 || len(policies) >= len(all) || len(manager) == 0 || len(manager) >= len(all) {
		t.Errorf("of %d changes %d are of policies and %d matter for a role", len(all), len(policies), len(manager))
	}
	for _, name := range policies {
		if !strings.HasPrefix(name, "POL-") || !slices.Contains(all, name) {
			t.Errorf("%s is no change of a policy", name)
		}
	}
	if amended := "POL-004/v2/amended/2026-04-01"; !slices.Contains(manager, amended) || !slices.Contains(policies, amended) {
		t.Errorf("%s is not in %v", amended, manager)
	}
	for _, name := range []string{"pl/changes/", "pl/policies/", "cs/roles/manazer-zakaznickeho-servisu-polsko/"} {
		feeds := 0
		parse(t, must(t, s, name+"index.html")).each(func(n *html.Node) {
			kind, _ := attribute(n, "type")
			to, _ := attribute(n, "href")
			if n.Data != "link" || kind != "application/atom+xml" {
				return
			}
			feeds++
			must(t, s, path.Join(name, to))
		})
		if want := 2 - strings.Count(name, "changes"); feeds != want {
			t.Errorf("%s names %d feeds, want %d", name, feeds, want)
		}
	}
}
