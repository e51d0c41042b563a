package page_test

import (
	"strings"
	"testing"
)

// A redirect from where the site keeps files of its own, or from what cannot
// be a folder everywhere, is found by a check and not by the build that it
// would break.
func TestReservedAddresses(t *testing.T) {
	for from, want := range map[string]string{
		"/sitemap.xml/": "own", "/sitemap-2.xml/": "own", "/robots.txt/": "own", "/404.html/": "own", "/404.HTML/x/": "own",
		"/api/v1/handbook.json/": "own", "/servers/nginx.conf/": "own", "/assets/": "own", "/assets/icon.svg/": "own",
		"/id/POL-001/": "own", "/files/a/": "own", "/pl/changes/changes.atom/": "own", "/pl/changes/roles/a.atom/": "own", "/pl/changes/types/policies.atom/x/": "own", "/pl/roles/a/calendar.ics/": "own", "/pl/pages/a/index.html/": "own",
		"/.cxbook.json/": "form", "/pl/.git/": "form", "/pl/" + strings.Repeat("a", 300) + "/": "form", "/pl/a b/%2e%2e/x/": "form",
		"/pl/a:b/": "form", "/pl/a./": "form", "/pl/a /": "form",
		"/archive/1/": "", "/pl/changes/old/": "", "/de/changes/a.atom/": "", "/pl/pages/a/calendar.ics/": "", "/de/roles/a/calendar.ics/": "", "/api-old/": "", "/pl/ż ó/": "", "/old/sitemap/": "",
	} {
		f := files{
			"pages/a.md":     md("id: PAG-001", "title: A"),
			"redirects.yaml": "- {from: \"" + from + "\", to: PAG-001}\n",
		}
		_, found := f.plan(t)
		got := ""
		for _, d := range found {
			got += d.Message.Key
		}
		if got != want {
			t.Errorf("%s: found %q, want %q", from, got, want)
		}
	}
}
