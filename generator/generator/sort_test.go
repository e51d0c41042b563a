package generator_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/site"
)

// chromium opens a page as a reader's browser does, with a script of the test
// beside the site's own, and returns what the page has become.
func chromium(t *testing.T, s *site.Site, address, script string) *html.Node {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no chromium")
		}
		t.Skip("there is no chromium")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "test.js" {
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, script)
			return
		}
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		f, ok := s.File(name)
		if !ok {
			http.NotFound(w, r)
			return
		}
		data := read(t, f)
		if path.Ext(name) == ".html" {
			data = []byte(strings.Replace(string(data), "</head>", "<script defer src=/test.js></script></head>", 1))
		}
		http.ServeContent(w, r, path.Base(name), time.Time{}, strings.NewReader(string(data)))
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--dump-dom", server.URL+"/"+address).Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	root, err := html.Parse(strings.NewReader(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// sortable is a handbook whose index of trainings has words in Polish, lengths
// of time, and nothing in places.
func sortable(t *testing.T) *site.Site {
	t.Helper()
	in := sampleInput()
	content := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {pl: Kodeks}\nlanguages: [pl]\n")},
		"roles/a.md": {Data: []byte("---\nid: ROL-001\ntitle: A\n---\n")}}
	for i, said := range []string{"title: Zebra\nvalid_for: P18M", "title: Łódź\nvalid_for: P2Y", "title: Luty", "title: Żaba\nvalid_for: P6M", "title: Lato\nvalid_for: P20M"} {
		content[fmt.Sprintf("trainings/%d.md", i)] = &fstest.MapFile{
			Data: fmt.Appendf(nil, "---\nid: TRN-%03d\nowner: ROL-001\n%s\n---\n", i+1, said)}
	}
	in.Content = content
	j, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatalf("%v: %v", err, j.Findings)
	}
	return s
}

// A click on a heading sorts a table by that column, a second the other way
// round, and a third brings the handbook's own order back; each is announced.
// Words go by the language, lengths of time by how long they are, and what
// says nothing comes last.
func TestSortByClick(t *testing.T) {
	s := sortable(t)
	for heading, want := range map[string]string{
		"Tytuł": "Zebra Łódź Luty Żaba Lato\n" +
			"Lato Luty Łódź Zebra Żaba [ascending] Uporządkowano według kolumny „Tytuł”, rosnąco.\n" +
			"Żaba Zebra Łódź Luty Lato [descending] Uporządkowano według kolumny „Tytuł”, malejąco.\n" +
			"Zebra Łódź Luty Żaba Lato [null] Przywrócono kolejność podręcznika.",
		"Ważne przez": "Zebra Łódź Luty Żaba Lato\n" +
			"Żaba Zebra Lato Łódź Luty [ascending] Uporządkowano według kolumny „Ważne przez”, rosnąco.\n" +
			"Łódź Lato Zebra Żaba Luty [descending] Uporządkowano według kolumny „Ważne przez”, malejąco.\n" +
			"Zebra Łódź Luty Żaba Lato [null] Przywrócono kolejność podręcznika.",
	} {
		root := chromium(t, s, "pl/trainings/", fmt.Sprintf(`
			const table = document.querySelector("table.index"), seen = [];
			const head = [...table.tHead.rows[0].cells].find((cell) => cell.textContent === %q);
			const look = () => [...table.tBodies[0].rows].map((row) => row.querySelector("a").textContent).join(" ");
			seen.push(look());
			for (let i = 0; i < 3; i++) {
				head.querySelector("button").click();
				seen.push(look() + " [" + head.getAttribute("aria-sort") + "] " + document.querySelector("[role=status]").textContent);
			}
			document.body.setAttribute("data-seen", seen.join("\n"));`, heading))
		got := ""
		for n := range root.Descendants() {
			if n.Data == "body" {
				got, _ = attribute(n, "data-seen")
			}
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", heading, got, want)
		}
	}
}
