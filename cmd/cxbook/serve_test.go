package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// handbook makes a folder with a small handbook.
func handbook(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		"content/handbook.yaml":     "title: {en: Handbook}\nlanguages: [en]\ndefault_language: en\n",
		"content/pages/start.en.md": "---\nid: PAG-001\ntitle: Where to start\n---\nText with [the form](form.pdf).\n",
		"content/pages/form.pdf":    "PDF",
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A serving is a `cxbook serve` that runs.
type serving struct {
	cmd     *exec.Cmd
	out     *bufio.Reader
	errs    bytes.Buffer
	address string
}

func serve(t *testing.T, dir string, args ...string) *serving {
	t.Helper()
	s := &serving{cmd: exec.Command("cxbook", append([]string{"serve", "-C", dir}, args...)...)}
	s.cmd.Stderr = &s.errs
	s.cmd.Env = append(os.Environ(), "LC_ALL=C")
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.out = bufio.NewReader(out)
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.cmd.Process.Kill() })
	line, err := s.out.ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v\n%s", err, s.errs.String())
	}
	s.address = strings.TrimSuffix(line, "\n")
	return s
}

// get asks for a page without following redirects.
func (s *serving) get(t *testing.T, path, host string) (int, string, http.Header) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, s.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = host
	client := http.Client{Timeout: 20 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body), response.Header
}

// end sends a signal and returns what else was printed, and the exit code.
func (s *serving) end(t *testing.T, signal os.Signal) (string, int) {
	t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(s.out)
	if err != nil {
		t.Fatal(err)
	}
	err = s.cmd.Wait()
	exit := &exec.ExitError{}
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(rest), s.cmd.ProcessState.ExitCode()
}

func TestServe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	t.Parallel()
	dir := handbook(t, nil)
	s := serve(t, dir, "--addr", "127.0.0.1:0")
	if !regexp.MustCompile(`^http://127\.0\.0\.1:[1-9]\d*/$`).MatchString(s.address) {
		t.Errorf("the first line is %q", s.address)
	}
	s.address = strings.TrimSuffix(s.address, "/")

	status, body, head := s.get(t, "/en/pages/start/", "")
	root, err := html.Parse(strings.NewReader(body))
	if err != nil || status != http.StatusOK {
		t.Fatal(status, err)
	}
	if h1 := selectAll(root, "h1"); len(h1) != 1 || wordsOf(h1[0]) != "Where to start" {
		t.Errorf("the page has %d titles", len(h1))
	}
	if !strings.HasPrefix(head.Get("Content-Type"), "text/html") || !strings.Contains(head.Get("Content-Security-Policy"), "default-src 'self'") {
		t.Errorf("%v", head)
	}
	for path, want := range map[string]int{
		"/": http.StatusOK, "/en/": http.StatusOK, "/en/pages": http.StatusMovedPermanently,
		"/en/nothing/": http.StatusNotFound, "/../../etc/passwd": http.StatusNotFound, "/content/handbook.yaml": http.StatusNotFound,
		"/.cxbook.json": http.StatusNotFound,
	} {
		if status, _, _ := s.get(t, path, ""); status != want {
			t.Errorf("%s: %d, want %d", path, status, want)
		}
	}
	// A page elsewhere that points its name at this machine reads nothing.
	if status, _, _ := s.get(t, "/en/", "handbook.example.org"); status != http.StatusMisdirectedRequest {
		t.Errorf("another host: %d", status)
	}

	rest, code := s.end(t, os.Interrupt)
	if code != 0 || rest != "" {
		t.Errorf("exit %d, and more on stdout: %q", code, rest)
	}
	if got := s.errs.String(); strings.Count(got, "\n") != 2 || !strings.Contains(got, "in no git repository") || !strings.HasSuffix(got, "cxbook: Ctrl+C stops it\n") {
		t.Errorf("stderr: %q", got)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("serving wrote something: %v %v", entries, err)
	}
}

// Warnings are notes of serve, so that the address stays the first line.
func TestServeWithWarnings(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	t.Parallel()
	s := serve(t, handbook(t, map[string]string{"content/notes.docx": "x"}), "--addr", "localhost:0")
	if !strings.HasPrefix(s.address, "http://127.0.0.1:") && !strings.HasPrefix(s.address, "http://[::1]:") {
		t.Errorf("the first line is %q", s.address)
	}
	if rest, code := s.end(t, os.Interrupt); code != 0 || rest != "" {
		t.Errorf("exit %d, and more on stdout: %q", code, rest)
	}
	if !strings.Contains(s.errs.String(), "content/notes.docx:1:1: warning[CX115]") {
		t.Errorf("stderr: %s", s.errs.String())
	}
}

// events returns a channel that gets a value at each change that open pages
// hear of.
func (s *serving) events(t *testing.T) <-chan string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+"/-/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	out := make(chan string, 1000)
	go func() {
		defer close(out)
		lines := bufio.NewReader(answer.Body)
		for {
			line, err := lines.ReadString('\n')
			if data, ok := strings.CutPrefix(line, "data: "); ok {
				out <- data
			}
			if err != nil {
				return
			}
		}
	}()
	return out
}

// settles waits until a condition holds, looking again after each change.
func settles(t *testing.T, events <-chan string, what string, holds func() string) {
	t.Helper()
	deadline := time.After(60 * time.Second)
	for {
		wrong := holds()
		if wrong == "" {
			return
		}
		select {
		case _, ok := <-events:
			if !ok {
				t.Fatalf("%s: the preview hung up: %s", what, wrong)
			}
		case <-deadline:
			t.Fatalf("%s: still wrong: %s", what, wrong)
		}
	}
}

var liveScript = regexp.MustCompile(`<script defer src="/-/live\.js"[^>]*></script>`)

// asBuilt says how what is served differs from a clean build of the same
// files, or "" where it does not.
func (s *serving) asBuilt(t *testing.T, dir string) string {
	t.Helper()
	clean := filepath.Join(t.TempDir(), "site")
	build := exec.Command("cxbook", "build", "-q", "-C", dir, "-o", clean)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wrong := ""
	err := filepath.WalkDir(clean, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".cxbook.json" || wrong != "" {
			return err
		}
		want, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(clean, name)
		if err != nil {
			return err
		}
		path := "/" + strings.TrimSuffix(filepath.ToSlash(rel), "index.html")
		status, body, _ := s.get(t, (&url.URL{Path: path}).EscapedPath(), "")
		if liveScript.ReplaceAllString(body, "") != string(want) {
			wrong = fmt.Sprintf("%s is served otherwise (%d)", path, status)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return wrong
}

// Whatever is done to the files, what is served in the end is what a clean
// build makes of them.
func TestServeFollowsEdits(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	t.Parallel()
	dir := handbook(t, nil)
	s := serve(t, dir, "--addr", "127.0.0.1:0")
	s.address = strings.TrimSuffix(s.address, "/")
	events := s.events(t)
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(at(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at(name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	record := func(n int, title string) string {
		return fmt.Sprintf("---\nid: PAG-%03d\ntitle: %s\n---\n\nSee [[PAG-001]].\n", n, title)
	}
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"written in place", func() { put("content/pages/two.en.md", record(2, "Two")) }},
		{"saved as editors do, by another file put in its place", func() {
			put("content/pages/.two.en.md.swp", "swap")
			put("content/pages/4913", "probe")
			must(os.Remove(at("content/pages/4913")))
			must(os.Rename(at("content/pages/two.en.md"), at("content/pages/two.en.md~")))
			put("content/pages/two.en.md", record(2, "Two again"))
			must(os.Remove(at("content/pages/two.en.md~")))
			must(os.Remove(at("content/pages/.two.en.md.swp")))
		}},
		{"a folder moved in and within", func() {
			put("aside/deep/three.en.md", record(3, "Three"))
			must(os.Rename(at("aside"), at("content/pages/more")))
			must(os.Rename(at("content/pages/more"), at("content/pages/other")))
		}},
		{"an edit in the folder that moved", func() { put("content/pages/other/deep/three.en.md", record(3, "Third")) }},
		{"five hundred files at once", func() {
			for n := 100; n < 600; n++ {
				put(fmt.Sprintf("content/pages/many/p%d.en.md", n), record(n, fmt.Sprint("Page ", n)))
			}
		}},
		{"four hundred of them gone", func() {
			for n := 100; n < 500; n++ {
				must(os.Remove(at(fmt.Sprintf("content/pages/many/p%d.en.md", n))))
			}
		}},
		{"the folder gone and back", func() {
			must(os.Rename(at("content"), at("gone")))
			must(os.Rename(at("gone"), at("content")))
			put("content/pages/two.en.md", record(2, "Two at last"))
		}},
		{"a branch checked out", func() {
			git := func(args ...string) {
				t.Helper()
				cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=t", "-c", "user.email=t@example.org"}, args...)...)
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("git %v: %v\n%s", args, err, out)
				}
			}
			git("init", "-q")
			git("add", ".")
			git("commit", "-q", "-m", "few")
			git("checkout", "-q", "-b", "many")
			for n := 1000; n < 1500; n++ {
				put(fmt.Sprintf("content/pages/many/p%d.en.md", n), record(n, fmt.Sprint("Page ", n)))
			}
			must(os.RemoveAll(at("content/pages/other")))
			git("add", ".")
			git("commit", "-q", "-m", "many")
			git("checkout", "-q", "-")
			git("checkout", "-q", "many")
		}},
		{"a type of its own", func() {
			put("schemas/gadget.schema.json", `{
				"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "gadget.schema.json", "type": "object",
				"x-record": {"type": "gadget", "folder": "gadgets", "prefix": "GAD", "title": {"one": {"en": "gadget"}, "many": {"en": "gadgets"}}, "columns": ["title"]}
			}`)
			put("content/gadgets/g.en.md", "---\nid: GAD-001\ntitle: Gadget\n---\n")
		}},
		{"and its files gone again", func() {
			must(os.RemoveAll(at("content/gadgets")))
			must(os.RemoveAll(at("schemas")))
		}},
	} {
		step.do()
		settles(t, events, step.what, func() string { return s.asBuilt(t, dir) })
	}
	for _, gone := range []string{"/en/pages/p100/", "/en/pages/three/", "/en/gadgets/", "/id/GAD-001/"} {
		if status, _, _ := s.get(t, gone, ""); status != http.StatusNotFound {
			t.Errorf("%s has gone, and is served: %d", gone, status)
		}
	}
	if rest, code := s.end(t, os.Interrupt); code != 0 || rest != "" {
		t.Errorf("exit %d, and more on stdout: %q", code, rest)
	}
}

// With an error in the handbook the last good site stays up, and pages hear
// what is wrong; when it is mended, they hear that.
func TestServeWithErrors(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	t.Parallel()
	dir := handbook(t, map[string]string{"content/pages/start.en.md": "---\nid: PAG-001\n---\n"})
	s := serve(t, dir, "--addr", "127.0.0.1:0", "--lang", "pl")
	s.address = strings.TrimSuffix(s.address, "/")
	events := s.events(t)
	file := filepath.Join(dir, "content", "pages", "start.en.md")
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	hears := func(what, want string) {
		t.Helper()
		for {
			select {
			case state := <-events:
				if strings.Contains(state, want) {
					return
				}
			case <-time.After(60 * time.Second):
				t.Fatalf("%s: nobody said %s", what, want)
			}
		}
	}
	hears("from the start", `"record":"PAG-001"`)
	if status, body, _ := s.get(t, "/en/pages/start/", ""); status != http.StatusServiceUnavailable || !strings.Contains(body, "nie ma jeszcze czego pokazać") {
		t.Errorf("without a site: %d %s", status, body)
	}
	put("---\nid: PAG-001\ntitle: Good\n---\n[Form](form.pdf)\n")
	hears("mended", `"findings":[]`)
	if status, body, _ := s.get(t, "/en/pages/start/", ""); status != http.StatusOK || !strings.Contains(body, "Good") ||
		!strings.Contains(body, `content/pages/start.en.md`) {
		t.Errorf("mended: %d %s", status, body)
	}
	put("---\nid: PAG-001\ntitle: [broken\n---\n")
	hears("broken again", `CX104`)
	if status, body, _ := s.get(t, "/en/pages/start/", ""); status != http.StatusOK || !strings.Contains(body, "Good") {
		t.Errorf("the last good site: %d %s", status, body)
	}
	if err := os.Rename(filepath.Join(dir, "content"), filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	hears("without content", `"trouble":"there is no content folder`)
	if err := os.Rename(filepath.Join(dir, "away"), filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	hears("content back", `CX104`)
	if rest, code := s.end(t, os.Interrupt); code != 0 || rest != "" {
		t.Errorf("exit %d, and more on stdout: %q", code, rest)
	}
	if text := s.errs.String(); !strings.Contains(text, "CX104") || !strings.Contains(text, "wszystko w porządku") {
		t.Errorf("stderr: %s", text)
	}
}

// A theme that breaks while it is being worked on takes no page away, and says
// where it is broken.
func TestServeWithABrokenTheme(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	t.Parallel()
	dir := handbook(t, map[string]string{"house/layouts/home.html": `{{template "top" .}}<h1>Ours</h1>{{template "bottom" .}}`})
	s := serve(t, dir, "--addr", "127.0.0.1:0", "--theme", "house")
	s.address = strings.TrimSuffix(s.address, "/")
	events := s.events(t)
	layout := filepath.Join(dir, "house", "layouts", "home.html")
	for _, step := range []struct{ layout, heard, page string }{
		{`{{template "top" .}}<h1>Ours</h1>{{.Nonsense}}{{template "bottom" .}}`, "theme: layouts/home.html:1:", "Ours"},
		{`{{template "top" .}}<h1>Ours, too</h1>{{template "bottom" .}}`, `"findings":[]`, "Ours, too"},
	} {
		if err := os.WriteFile(layout, []byte(step.layout), 0o666); err != nil {
			t.Fatal(err)
		}
		settles(t, events, step.heard, func() string {
			if _, body, _ := s.get(t, "/en/", ""); !strings.Contains(body, step.page) {
				return "the page lacks " + step.page
			}
			if state := s.state(t); !strings.Contains(state, step.heard) {
				return "pages hear " + state
			}
			return ""
		})
	}
	if rest, code := s.end(t, os.Interrupt); code != 0 || rest != "" {
		t.Errorf("exit %d, and more on stdout: %q", code, rest)
	}
}

// state returns what a page hears that begins to listen.
func (s *serving) state(t *testing.T) string {
	t.Helper()
	return <-s.events(t)
}
