package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

// A block is a fenced block of the README.
type block struct{ kind, file, text string }

func blocks(t *testing.T, readme string) []block {
	t.Helper()
	var out []block
	parts := strings.Split(readme, "\n```")
	if len(parts)%2 == 0 {
		t.Fatal("the README has an unclosed block")
	}
	for i := 1; i < len(parts); i += 2 {
		info, text, _ := strings.Cut(parts[i], "\n")
		kind, file, _ := strings.Cut(info, " ")
		out = append(out, block{kind, file, text})
	}
	return out
}

// TestReadme does what the README tells a newcomer to do, in a copy of the
// sample handbook, and expects the output that it shows.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	versioned := commit(t, dir)
	commands := 0
	for _, b := range blocks(t, string(readme)) {
		switch b.kind {
		case "diff":
			edit(t, dir, b)
		case "console":
			commands++
			if strings.Contains(b.text, "cxbook diff") && !versioned {
				continue // there is no git to compare with
			}
			runBlock(t, dir, b.text)
		case "": // the two commands: .ci/run runs the tests, a script serves
			if b.text != "go run ./cmd/cxbook serve" && b.text != "go test ./..." {
				t.Errorf("the README shows %q, which nothing runs", b.text)
			}
		default:
			t.Errorf("a block of kind %q", b.kind)
		}
	}
	if commands < 5 {
		t.Errorf("only %d commands found in the README", commands)
	}
}

// commit makes the copy what a clone is: a git repository with everything
// committed. False is for a machine without git.
func commit(t *testing.T, dir string) bool {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		return false
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "sample"}} {
		git := exec.Command("git", append([]string{"-C", dir, "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false"}, args...)...)
		git.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return true
}

// edit makes the change of a diff block; the README says when to undo it.
func edit(t *testing.T, dir string, b block) {
	t.Helper()
	before, after, _ := strings.Cut(b.text, "\n+")
	name := filepath.Join(dir, b.file)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	old, fresh := strings.TrimPrefix(before, "-")+"\n", after+"\n"
	if !bytes.Contains(text, []byte("\n"+old)) {
		t.Fatalf("%s has no line %q", b.file, old)
	}
	text = bytes.Replace(text, []byte("\n"+old), []byte("\n"+fresh), 1)
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// runBlock runs a command of the README and compares what follows it, if
// anything does, with what it prints.
func runBlock(t *testing.T, dir, text string) {
	t.Helper()
	line, want, shown := strings.Cut(text, "\n")
	args, ok := strings.CutPrefix(line, "$ go run ./cmd/cxbook ")
	if !ok {
		t.Fatalf("not a command of the program: %q", line)
	}
	if strings.HasPrefix(args, "build") {
		// "Undo the two changes."
		for _, err := range []error{
			os.RemoveAll(filepath.Join(dir, "content")),
			os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var out, errs bytes.Buffer
	a := &app{
		out: &out, err: &errs, getenv: func(string) string { return "" },
		today: lang.Date{Year: 2026, Month: 11, Day: 24}, program: func() string { return "" },
	}
	code := a.run(context.Background(), append([]string{"-C", dir}, strings.Fields(args)...))
	news := strings.HasPrefix(args, "check") || strings.HasPrefix(args, "due")
	if code > 1 || code == 1 && !news {
		t.Errorf("%s: exit %d\n%s", line, code, errs.String())
	}
	if out.Len() == 0 {
		t.Errorf("%s prints nothing", line)
	}
	if got := strings.TrimRight(out.String(), "\n"); shown && got != want {
		t.Errorf("%s printed\n%s\nthe README shows\n%s", line, got, want)
	}
	fmt.Fprintf(t.Output(), "%s: exit %d\n", line, code)
}
