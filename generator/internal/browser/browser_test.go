package browser_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Run(m)) }

// Whatever goes wrong in a page is heard, or all other tests here could not
// fail.
func TestFaultsAreHeard(t *testing.T) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">`
	for _, c := range []struct{ name, html, want string }{
		{"nothing", `<p>All is well.</p>`, ""},
		{"inline script", policy + `<script>document.title = "x"</script>`, "Content Security Policy"},
		{"style attribute", policy + `<p style="color:red">x</p>`, "Content Security Policy"},
		{"console", `<script>console.error("broken", 7)</script>`, "console.error: \"broken\" 7"},
		{"exception", `<script>nothing.at.all</script>`, "ReferenceError"},
		{"lost promise", `<script>Promise.reject(new Error("lost"))</script>`, "lost"},
		{"missing file", `<img src="/missing.png" alt="">`, "404"},
		{"another machine", `<img src="http://cxbook.invalid/a.png" alt="">`, "a request to http://cxbook.invalid/a.png"},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/" {
					http.NotFound(w, r)
					return
				}
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write([]byte(`<!doctype html><link rel="icon" href="data:,"><title>T</title>` + c.html))
			}))
			t.Cleanup(server.Close)
			p := browser.Open(t)
			p.Go(server.URL + "/")
			p.Wait(`document.readyState === "complete"`)
			if got := strings.Join(p.Faults(), "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("heard %q, want %q", got, c.want)
			}
		})
	}
}
