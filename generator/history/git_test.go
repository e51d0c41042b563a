package history_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
)

// A repo is a real repository made for a test.
type repo struct {
	testing.TB
	dir string
	env []string
}

// newRepo makes an empty repository that heeds no settings of the machine.
func newRepo(t testing.TB) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	home := t.TempDir()
	r := &repo{t, t.TempDir(), nil}
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "GIT_") {
			r.env = append(r.env, e)
		}
	}
	r.env = append(r.env, "HOME="+home, "XDG_CONFIG_HOME="+home, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org",
		"GIT_COMMITTER_NAME=C", "GIT_COMMITTER_EMAIL=c@example.org", "GIT_AUTHOR_DATE=2001-01-01T00:00:00Z")
	r.git("init", "-q", "-b", "main")
	return r
}

// git runs git in the repository and returns what it prints.
func (r *repo) git(args ...string) string {
	r.Helper()
	return r.gitOn("2025-01-01", args...)
}

// gitOn does so on a day, or at a time with a zone.
func (r *repo) gitOn(day string, args ...string) string {
	r.Helper()
	if len(day) == len("2025-01-01") {
		day += "T12:00:00Z"
	}
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	cmd.Env = append(r.env, "GIT_COMMITTER_DATE="+day)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// write writes files: name, text, name, text; a text of "" deletes the file.
func (r *repo) write(files ...string) {
	r.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(r.dir, files[i])
		if files[i+1] == "" {
			if err := os.Remove(name); err != nil {
				r.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			r.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o644); err != nil {
			r.Fatal(err)
		}
	}
}

// commit writes files and commits everything on a day.
func (r *repo) commit(day string, files ...string) {
	r.Helper()
	r.write(files...)
	r.gitOn(day, "add", "-A")
	r.gitOn(day, "commit", "-q", "--allow-empty", "-m", "x")
}

func (r *repo) at(folder string) history.Repository {
	return history.Repository{Dir: filepath.Join(r.dir, folder), Environ: r.env}
}

// read returns the history of a folder by a day.
func (r *repo) read(folder, day string) *history.History {
	r.Helper()
	return read(r, r.at(folder), day)
}

func read(t testing.TB, from history.Repository, day string) *history.History {
	t.Helper()
	d, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	h, err := from.Read(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// days says a history in short: file, first published, last amended.
func days(h *history.History) map[string]string {
	out := map[string]string{}
	if h.Missing != "" {
		out["missing"] = string(h.Missing)
	}
	for path, f := range h.Files {
		if f.Published.IsZero() {
			continue // published only after the day
		}
		out[path] = f.Published.String() + " " + f.Amended.String()
	}
	return out
}

// long is a text that stays similar when a little is added.
func long(word string) string { return strings.Repeat(word+" is the word of this line\n", 30) }

// input runs git with something to read.
func (r *repo) input(text string, args ...string) {
	r.Helper()
	cmd := exec.Command("git", append([]string{"-C", r.dir}, args...)...)
	cmd.Env, cmd.Stdin = r.env, strings.NewReader(text)
	if out, err := cmd.CombinedOutput(); err != nil {
		r.Fatalf("git %q: %v\n%s", args, err, out)
	}
}
