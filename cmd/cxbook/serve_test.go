package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
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
	if got := s.errs.String(); got != "cxbook: Ctrl+C stops it\n" {
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
