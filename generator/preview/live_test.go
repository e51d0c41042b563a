package preview_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/preview"
	"github.com/cxbook/cxbook/generator/site"
)

func siteOf(t *testing.T, files map[string]string) *site.Site {
	t.Helper()
	s := &site.Site{}
	for name, text := range files {
		if err := s.Add(site.File{Path: name, Data: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost"+path, nil))
	return w
}

// A page is served to the byte but for one script element, which says what
// the page is; what is no page is served as it is.
func TestOneScript(t *testing.T) {
	const text = `<!doctype html><html><head><title>T</title></head><body><p>a</p></body></html>`
	p := preview.New("pl")
	p.Show(preview.Look{
		Site:    siteOf(t, map[string]string{"pl/index.html": text, "404.html": "<p>lost</p>", "x.css": "a{}"}),
		Sources: func(address string) []string { return []string{"content/" + address + `"<.md`} },
	})
	body := get(p, "/pl/").Body.String()
	start, end := strings.Index(body, "<script"), strings.Index(body, "</script>")
	if start < 0 || body[:start]+body[end+len("</script>"):] != text {
		t.Errorf("served %q", body)
	}
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var script *html.Node
	for n := range root.Descendants() {
		if n.Data == "script" {
			script = n
		}
	}
	attributes := map[string]string{}
	for _, a := range script.Attr {
		attributes[a.Key] = a.Val
	}
	if attributes["src"] != "/-/live.js" || attributes["data-files"] != `["content/pl/\"\u003c.md"]` || len(attributes["data-page"]) != 16 {
		t.Errorf("the script has %v", attributes)
	}
	if lost := get(p, "/pl/none/"); lost.Code != 404 || !strings.Contains(lost.Body.String(), "<p>lost</p>") || !strings.Contains(lost.Body.String(), "<script") {
		t.Errorf("%d %s", lost.Code, lost.Body)
	}
	if css := get(p, "/x.css"); css.Body.String() != "a{}" {
		t.Errorf("the style is %q", css.Body)
	}
	for _, name := range []string{"/-/live.js", "/-/live.css"} {
		if w := get(p, name); w.Code != 200 || w.Body.Len() == 0 {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// The last good site stays up when there is none to replace it.
func TestLastGoodSite(t *testing.T) {
	p := preview.New("cs")
	if w := get(p, "/cs/"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "zatím není co ukázat") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	p.Show(preview.Look{Site: siteOf(t, map[string]string{"cs/index.html": "one"})})
	p.Show(preview.Look{Findings: []preview.Finding{{File: "a.md", Error: true, Text: "bad"}}})
	if w := get(p, "/cs/"); !strings.Contains(w.Body.String(), "one") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	tag := get(p, "/cs/").Header().Get("X-Page")
	p.Show(preview.Look{Site: siteOf(t, map[string]string{"cs/index.html": "two"})})
	if w := get(p, "/cs/"); !strings.Contains(w.Body.String(), "two") || w.Header().Get("X-Page") == tag {
		t.Errorf("%s, page %s", w.Body, w.Header().Get("X-Page"))
	}
}

// A page that cannot be made says why, is no script's way in, and comes back
// by itself.
func TestPageThatCannotBeMade(t *testing.T) {
	s := &site.Site{}
	if err := s.Add(site.File{Path: "pl/index.html", Make: func() ([]byte, error) { return nil, errors.New("line 3: <b>bad</b>") }}); err != nil {
		t.Fatal(err)
	}
	p := preview.New("pl")
	p.Show(preview.Look{Site: s})
	w := get(p, "/pl/")
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), "line 3: &lt;b&gt;bad") ||
		!strings.Contains(w.Body.String(), "/-/live.js") || w.Header().Get("X-Page") == "" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

type heard struct {
	Findings []preview.Finding `json:"findings"`
	Trouble  string            `json:"trouble"`
	Words    struct{ Close string }
}

// listen returns what a page hears, one state after another.
func listen(t *testing.T, url string) <-chan heard {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/-/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	if kind := answer.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("the answer is %s", kind)
	}
	out := make(chan heard, 100)
	go func() {
		defer close(out)
		for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var h heard
				if json.Unmarshal([]byte(data), &h) == nil {
					out <- h
				}
			}
		}
	}()
	return out
}

func next(t *testing.T, states <-chan heard) heard {
	t.Helper()
	select {
	case h := <-states:
		return h
	case <-time.After(30 * time.Second):
		t.Fatal("nothing was heard")
	}
	return heard{}
}

// A page hears the state at once, and again after each change.
func TestLive(t *testing.T) {
	p := preview.New("pl")
	server := httptest.NewServer(p)
	t.Cleanup(server.Close) // after those who listen have gone
	states := listen(t, server.URL)
	if h := next(t, states); h.Findings == nil || len(h.Findings) != 0 || h.Words.Close != "Zamknij (Esc)" {
		t.Errorf("at first: %+v", h)
	}
	p.Show(preview.Look{Findings: []preview.Finding{{Record: "POL-001", File: "a\n<b>.md", Error: true, Text: "one\ntwo"}}})
	if h := next(t, states); len(h.Findings) != 1 || h.Findings[0].Text != "one\ntwo" || h.Findings[0].File != "a\n<b>.md" {
		t.Errorf("then: %+v", h)
	}
	p.Show(preview.Look{Trouble: "no folder"})
	if h := next(t, states); h.Trouble != "no folder" {
		t.Errorf("then: %+v", h)
	}
	late := listen(t, server.URL)
	if h := next(t, late); h.Trouble != "no folder" {
		t.Errorf("who comes late hears %+v", h)
	}
}

// Serving ends with its context, even while pages listen.
func TestServeEnds(t *testing.T) {
	l, err := preview.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- preview.Serve(ctx, l, preview.New("en")) }()
	states := listen(t, "http://"+l.Addr().String())
	next(t, states)
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("it still serves")
	}
}
