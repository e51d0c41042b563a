package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The preview learns of a commit with the next change: what was not recorded
// is, and has its day.
func TestServeFollowsCommits(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no interrupt to send")
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	t.Parallel()
	dir := handbook(t, nil)
	git := func(day string, args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=A", "-c", "user.email=a@example.org"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "HOME="+dir, "GIT_COMMITTER_DATE="+day+"T12:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("2026-03-01", "init", "-q")
	git("2026-03-01", "add", "content")
	git("2026-03-01", "commit", "-q", "-m", "one")
	s := serve(t, dir, "--addr", "127.0.0.1:0")
	s.address = strings.TrimSuffix(s.address, "/")
	events := s.events(t)
	start := filepath.Join(dir, "content/pages/start.en.md")
	says := func() string {
		_, body, _ := s.get(t, "/en/pages/start/", "")
		_, about, _ := strings.Cut(body, "About this record")
		return about
	}
	if about := says(); strings.Count(about, "1 March 2026") != 2 || strings.Contains(about, "not recorded") {
		t.Errorf("at first: %s", about)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(start, []byte("---\nid: PAG-001\ntitle: Where to start\n---\nText with [the form](form.pdf).\n"+text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("More.\n")
	settles(t, events, "an edit is not marked", func() string {
		if about := says(); !strings.Contains(about, "not recorded") {
			return about
		}
		return ""
	})
	git("2026-04-01", "commit", "-q", "-a", "-m", "two")
	write("More.\n\nAnd more.\n")
	settles(t, events, "a commit is not noticed", func() string {
		if about := says(); !strings.Contains(about, "1 April 2026") {
			return about
		}
		return ""
	})
	if _, code := s.end(t, os.Interrupt); code != 0 {
		t.Errorf("exit %d: %s", code, s.errs.String())
	}
}
