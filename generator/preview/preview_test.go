package preview_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/preview"
	"github.com/cxbook/cxbook/generator/site"
)

func handler(t *testing.T) http.Handler {
	t.Helper()
	s := &site.Site{}
	for name, text := range map[string]string{
		"index.html": "<p>start", "pl/a/index.html": "<p>zażółć", "pl/b c/index.html": "<p>b", "assets/x.css": "a{}", "pl/a/calendar.ics": "BEGIN:VCALENDAR",
	} {
		if err := s.Add(site.File{Path: name, Data: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	p := preview.New("en")
	p.Show(preview.Look{Site: s, Sources: func(address string) []string { return []string{"content/" + address + "\"x.md"} }})
	return p
}

func TestHandler(t *testing.T) {
	h := handler(t)
	for _, c := range []struct {
		method, url string
		status      int
		body        string
		location    string
	}{
		{"GET", "http://127.0.0.1:4321/", 200, "<p>start", ""},
		{"GET", "http://localhost:4321/pl/a/", 200, "<p>zażółć", ""},
		{"GET", "http://[::1]:4321/pl/a/", 200, "<p>zażółć", ""},
		{"GET", "http://localhost/pl/a", 301, "", "/pl/a/"},
		{"GET", "http://localhost/pl/b%20c/", 200, "<p>b", ""},
		{"HEAD", "http://localhost/assets/x.css", 200, "", ""},
		{"GET", "http://localhost/pl/", 404, "There is no page", ""},
		{"GET", "http://localhost/../etc/passwd", 404, "There is no page", ""},
		{"GET", "http://localhost//evil.example/pl/a", 404, "There is no page", ""},
		{"POST", "http://localhost/", 405, "", ""},
		{"GET", "http://evil.example/", 421, "localhost only", ""},
		{"GET", "http://localhost.evil.example/", 421, "localhost only", ""},
		{"GET", "http://192.168.0.7:4321/", 421, "localhost only", ""},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(c.method, c.url, nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.body) {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.url, w.Code, w.Body, c.status, c.body)
		}
		if got := w.Header().Get("Location"); got != c.location {
			t.Errorf("%s %s: leads to %q, want %q", c.method, c.url, got, c.location)
		}
		if w.Header().Get("Content-Security-Policy") == "" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s %s: lacks security headers", c.method, c.url)
		}
	}
}

// A browser hands a calendar on to the application for it, whatever the system
// thinks of its name.
func TestCalendarIsOne(t *testing.T) {
	w := httptest.NewRecorder()
	handler(t).ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/pl/a/calendar.ics", nil))
	if got := w.Header().Get("Content-Type"); w.Code != 200 || got != "text/calendar; charset=utf-8" {
		t.Errorf("%d %q", w.Code, got)
	}
}

func TestListenOnLoopbackOnly(t *testing.T) {
	for _, bad := range []string{"0.0.0.0:0", ":0", "192.168.0.7:0", "example.org:80", "[::]:0", "127.0.0.1", ""} {
		if l, err := preview.Listen(bad); err == nil {
			l.Close()
			t.Errorf("Listen(%q) is no error", bad)
		}
	}
	l, err := preview.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
}
