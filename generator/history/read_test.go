package history_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/google/go-cmp/cmp"
)

const late = "2030-01-01"

func wantDays(t *testing.T, h *history.History, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, days(h)); diff != "" {
		t.Errorf("%s\n%s", diff, h.Detail)
	}
}

// Every file has the day of its first commit and that of its last change,
// whoever wrote it when; moving it changes nothing.
func TestDays(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", long("a"), "content/b.md", long("b"), "content/swap1.md", long("s"), "content/swap2.md", long("t"), "README", "x")
	r.commit("2025-02-01", "content/a.md", long("a")+"more\n")
	r.commit("2025-03-01", "content/deep/b.md", long("b"), "content/b.md", "") // moved
	r.commit("2025-04-01", "content/c.md", long("a")+"more\nand more\n", "content/a.md", "")
	r.commit("2025-05-01", "content/new.md", "new", "content/swap1.md", long("t"), "content/swap2.md", long("s")+"!")
	r.commit("2025-06-01", "README", "y")
	wantDays(t, r.read("content", late), map[string]string{
		"deep/b.md": "2025-01-01 2025-01-01",
		"c.md":      "2025-01-01 2025-04-01",
		"new.md":    "2025-05-01 2025-05-01",
		"swap1.md":  "2025-01-01 2025-05-01",
		"swap2.md":  "2025-01-01 2025-05-01",
	})
	if got := r.read("content", late).Head; got != r.git("rev-parse", "HEAD") {
		t.Errorf("the head is %s", got)
	}
	if got := r.at("content").Head(context.Background()); got != r.git("rev-parse", "HEAD") {
		t.Errorf("the head is %s", got)
	}
}

// A file that comes to the folder from elsewhere keeps its days, and so does
// the whole folder under a new name.
func TestFolderMoved(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "law/policies/a.md", long("a"), "drafts/b.md", long("b"))
	r.git("mv", "law", "content")
	r.git("mv", "drafts/b.md", "content/b.md")
	r.commit("2025-02-01")
	wantDays(t, r.read("content", late), map[string]string{"policies/a.md": "2025-01-01 2025-01-01", "b.md": "2025-01-01 2025-01-01"})
	wantDays(t, r.read("content/policies", late), map[string]string{"a.md": "2025-01-01 2025-01-01"})
	wantDays(t, r.read(".", late), map[string]string{"content/policies/a.md": "2025-01-01 2025-01-01", "content/b.md": "2025-01-01 2025-01-01"})
}

// Who keeps an old version copies the file and amends the first: the copy has
// the days of the text that it holds. What only looks alike is new.
func TestOldVersionKept(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", long("a"))
	r.commit("2025-02-01", "content/a.md", long("a")+"amended\n")
	r.commit("2025-03-01", "content/a.v1.md", long("a")+"amended\n", "content/a.md", long("a")+"version two\n")
	r.commit("2025-04-01", "content/like.md", strings.Replace(long("a"), "a is", "z is", 20), "content/a.md", long("a")+"version three\n")
	wantDays(t, r.read("content", late), map[string]string{
		"a.md": "2025-01-01 2025-04-01", "a.v1.md": "2025-01-01 2025-02-01", "like.md": "2025-04-01 2025-04-01",
	})
}

// What a branch holds is published with its merge, and so is what somebody
// only wrote while merging.
func TestMerges(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", long("a"), "content/b.md", long("b"), "content/old.md", long("o"))
	r.git("switch", "-q", "-c", "work")
	r.commit("2025-02-01", "content/a.md", long("a")+"branch\n", "content/branch.md", "new on the branch")
	r.commit("2025-02-02", "content/renamed.md", long("o"), "content/old.md", "")
	r.git("switch", "-q", "main")
	r.commit("2025-02-10", "content/main.md", "x")
	r.gitOn("2025-03-01", "merge", "-q", "--no-ff", "--no-commit", "work")
	r.commit("2025-03-01", "content/b.md", long("b")+"evil\n", "content/evil.md", "written in the merge")
	wantDays(t, r.read("content", late), map[string]string{
		"a.md": "2025-01-01 2025-03-01", "b.md": "2025-01-01 2025-03-01", "branch.md": "2025-03-01 2025-03-01",
		"renamed.md": "2025-01-01 2025-01-01", "evil.md": "2025-03-01 2025-03-01", "main.md": "2025-02-10 2025-02-10",
	})
	wantDays(t, r.read("content", "2025-02-28"), map[string]string{
		"a.md": "2025-01-01 2025-01-01", "b.md": "2025-01-01 2025-01-01", "renamed.md": "2025-01-01 2025-01-01", "main.md": "2025-02-10 2025-02-10",
	})
}

// A file that was deleted and came back has been published since it came back;
// before that day it had its earlier life.
func TestDeletedAndBack(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "one")
	r.commit("2025-02-01", "content/a.md", "two")
	r.commit("2025-03-01", "content/a.md", "")
	r.commit("2025-05-01", "content/a.md", "three")
	for day, want := range map[string]string{
		"2024-12-31": "", "2025-01-15": "2025-01-01 2025-01-01", "2025-02-28": "2025-01-01 2025-02-01", "2025-04-01": "", late: "2025-05-01 2025-05-01",
	} {
		if got := days(r.read("content", day))["a.md"]; got != want {
			t.Errorf("on %s: %q, want %q", day, got, want)
		}
	}
}

// What was committed after the day has not happened, but for the names.
func TestByDay(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", long("a"))
	r.commit("2025-02-01", "content/a.md", long("a")+"x\n")
	r.commit("2025-03-01", "content/moved.md", long("a")+"x\ny\n", "content/a.md", "", "content/new.md", "n")
	wantDays(t, r.read("content", "2025-02-15"), map[string]string{"moved.md": "2025-01-01 2025-02-01"})
	wantDays(t, r.read("content", "2025-01-31"), map[string]string{"moved.md": "2025-01-01 2025-01-01"})
	wantDays(t, r.read("content", "2024-01-31"), map[string]string{})
}

// Days are days in UTC, to their end; nothing is amended before it is
// published, whatever clocks said.
func TestClocks(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-06-30T23:30:00-05:00", "content/west.md", "w") // 1 July, 04:30
	r.commit("2025-07-02T00:30:00+02:00", "content/east.md", "e") // 1 July, 22:30
	r.commit("2025-03-01", "content/west.md", "ww")               // a clock that is behind
	wantDays(t, r.read("content", late), map[string]string{"west.md": "2025-07-01 2025-07-01", "east.md": "2025-07-01 2025-07-01"})
	wantDays(t, r.read("content", "2025-07-01"), map[string]string{"west.md": "2025-07-01 2025-07-01", "east.md": "2025-07-01 2025-07-01"})
}

// A rewritten history says what it says now.
func TestRewritten(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a")
	r.commit("2025-02-01", "content/b.md", "b")
	r.gitOn("2025-08-01", "commit", "-q", "--amend", "--no-edit")
	wantDays(t, r.read("content", late), map[string]string{"a.md": "2025-01-01 2025-01-01", "b.md": "2025-08-01 2025-08-01"})
	r.git("switch", "-q", "-c", "work", "HEAD~1")
	r.commit("2025-03-01", "content/c.md", "c")
	r.gitOn("2025-09-01", "rebase", "-q", "main")
	wantDays(t, r.read("content", late), map[string]string{
		"a.md": "2025-01-01 2025-01-01", "b.md": "2025-08-01 2025-08-01", "c.md": "2025-09-01 2025-09-01",
	})
}

// Names may be anything that a file system takes.
func TestNames(t *testing.T) {
	r := newRepo(t)
	want := map[string]string{}
	for _, name := range []string{`qu"ote.md`, "line\nbreak.md", "zażółć gęślą.md", ":100644 100644 a b M.md", " lead.md", "-O.md", "tab\t.md", `back\slash.md`} {
		r.write("content/"+name, "x"+name)
		want[name] = "2025-01-01 2025-01-01"
	}
	r.commit("2025-01-01")
	wantDays(t, r.read("content", late), want)
	r.commit("2025-02-01", "odd\nfolder/a.md", "x")
	wantDays(t, r.read("odd\nfolder", late), map[string]string{"a.md": "2025-02-01 2025-02-01"})
}

// Each reason for knowing nothing is told apart, and no day is made up.
func TestReasons(t *testing.T) {
	empty := newRepo(t)
	empty.write("content/a.md", "a")
	wantDays(t, empty.read("content", late), map[string]string{"missing": "no-commits"})
	wantDays(t, empty.read(".git", late), map[string]string{"missing": "outside"})

	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a")
	r.commit("2025-02-01", "content/b.md", "b")
	clone := &repo{t, filepath.Join(t.TempDir(), "clone"), r.env}
	r.git("clone", "-q", "--depth", "1", "file://"+r.dir, clone.dir)
	wantDays(t, clone.read("content", late), map[string]string{"missing": "shallow"})

	outside := history.Repository{Dir: t.TempDir(), Environ: append(r.env, "GIT_CEILING_DIRECTORIES="+os.TempDir())}
	wantDays(t, read(t, outside, late), map[string]string{"missing": "no-repository"})

	foreign := r.at("content")
	foreign.Environ = append(foreign.Environ, "GIT_TEST_ASSUME_DIFFERENT_OWNER=1")
	wantDays(t, read(t, foreign, late), map[string]string{"missing": "ownership"})

	if err := os.WriteFile(filepath.Join(r.dir, ".git/config"), []byte("[broken"), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := r.read("content", late)
	wantDays(t, broken, map[string]string{"missing": "failed"})
	if !strings.Contains(broken.Detail, "bad config") {
		t.Errorf("git's own words are lost: %q", broken.Detail)
	}
	wantDays(t, read(t, history.Repository{Dir: "content"}, late), map[string]string{"missing": "failed"})

	t.Setenv("PATH", t.TempDir())
	wantDays(t, empty.read("content", late), map[string]string{"missing": "no-git"})
}

// A second worktree and a submodule have histories like any other checkout.
func TestWorktreeAndSubmodule(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a")
	tree := &repo{t, filepath.Join(t.TempDir(), "tree"), r.env}
	r.git("worktree", "add", "-q", tree.dir, "-b", "other")
	tree.commit("2025-02-01", "content/b.md", "b")
	wantDays(t, tree.read("content", late), map[string]string{"a.md": "2025-01-01 2025-01-01", "b.md": "2025-02-01 2025-02-01"})
	wantDays(t, r.read("content", late), map[string]string{"a.md": "2025-01-01 2025-01-01"})

	outer := newRepo(t)
	outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", r.dir, "content")
	outer.commit("2026-01-01")
	wantDays(t, outer.read("content/content", late), map[string]string{"a.md": "2025-01-01 2025-01-01"})
	wantDays(t, outer.read(".", late), map[string]string{"content": "2026-01-01 2026-01-01", ".gitmodules": "2026-01-01 2026-01-01"})
}

// Settings of the user's, and variables of a hook that runs cxbook, change
// nothing.
func TestSettings(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/ą.md", long("a"))
	r.commit("2025-02-01", "content/ć.md", long("a"), "content/ą.md", "")
	for _, c := range []string{
		"log.showRoot=false", "log.follow=true", "diff.renames=false", "diff.renameLimit=1", "diff.relative=true", "diff.noprefix=true",
		"core.quotePath=true", "color.ui=always", "log.decorate=full", "log.abbrevCommit=true", "format.pretty=oneline", "log.date=relative",
		"log.diffMerges=off", "diff.orderFile=/nonexistent", "diff.algorithm=patience", "core.abbrev=4", "log.showSignature=true", "i18n.logOutputEncoding=UTF-16",
	} {
		name, value, _ := strings.Cut(c, "=")
		r.git("config", name, value)
	}
	from := r.at("content")
	from.Environ = append(from.Environ, "GIT_DIR=/nonexistent", "GIT_WORK_TREE=/nonexistent", "GIT_INDEX_FILE=x", "GIT_PREFIX=x/", "GIT_LITERAL_PATHSPECS=0", "GIT_TRACE=2")
	wantDays(t, read(t, from, late), map[string]string{"ć.md": "2025-01-01 2025-01-01"})
}

// No repository can have a program run.
func TestNothingRuns(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", long("a"), "content/b.md", long("b"), ".gitattributes", "* filter=f diff=d merge=m\n")
	r.commit("2025-02-01", "content/a.md", "", "content/c.md", long("a")+"x\n")
	touched := filepath.Join(t.TempDir(), "touched")
	script := filepath.Join(t.TempDir(), "run")
	if err := os.WriteFile(script, []byte("#!/bin/sh\necho \"$0 $@\" >> "+touched+"\nexit 0\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "pager.log", "pager.rev-parse", "core.sshCommand", "core.alternateRefsCommand", "core.askPass", "core.editor",
		"gpg.program", "gpg.ssh.program", "diff.external", "diff.d.command", "diff.d.textconv", "filter.f.clean", "filter.f.smudge", "filter.f.process",
		"credential.helper", "interactive.diffFilter", "alias.log", "alias.rev-parse", "trailer.x.command", "remote.origin.uploadpack",
	} {
		r.git("config", key, script)
	}
	r.git("config", "log.showSignature", "true")
	r.git("config", "core.hooksPath", filepath.Dir(script))
	r.git("config", "remote.origin.url", "ext::"+script)
	r.git("config", "remote.origin.promisor", "true")
	r.git("config", "protocol.ext.allow", "always")
	r.git("config", "extensions.partialClone", "origin")
	if err := os.Remove(touched); err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	wantDays(t, r.read("content", late), map[string]string{"b.md": "2025-01-01 2025-01-01", "c.md": "2025-01-01 2025-02-01"})
	tree, err := r.at("content").Tree(context.Background(), "HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	wantFile(t, tree, "a.md", long("a"))
	// An object that is missing would be fetched.
	blob := r.git("rev-parse", "HEAD:content/c.md")
	if err := os.Remove(filepath.Join(r.dir, ".git/objects", blob[:2], blob[2:])); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(touched); err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	r.read("content", late)
	if _, err := r.at("content").Tree(context.Background(), "HEAD"); err == nil {
		t.Error("a missing object was found")
	}
	if said, err := os.ReadFile(touched); err == nil {
		t.Errorf("the repository had this run:\n%s", said)
	}
}

// A file in the folder is marked where its bytes are not those committed; line
// ends of another system are no difference.
func TestOpened(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a\nb\n", "content/b.md", "b", "content/dos.md", "a\r\nb\r\n")
	data := map[string]string{"a.md": "a\r\nb\r\n", "b.md": "changed", "dos.md": "a\r\nb\r\n"}
	h := r.read("content", late)
	marked := h.Opened(func(path string, f history.File) bool { return !f.Committed([]byte(data[path])) })
	for path, want := range map[string]bool{"a.md": false, "b.md": true, "dos.md": false} {
		if marked.Files[path].Open != want || h.Files[path].Open {
			t.Errorf("%s: %v", path, marked.Files[path])
		}
	}
	if diff := cmp.Diff(h.Lines(), marked.Lines()); diff != "" {
		t.Error(diff)
	}
}

// A look that is interrupted says so.
func TestInterrupted(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if h, err := r.at("content").Read(ctx, lang.Date{Year: 2030, Month: 1, Day: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", h, err)
	}
}

// BenchmarkRead reads the history of 10,000 files and 2,000 commits.
func BenchmarkRead(b *testing.B) {
	r := newRepo(b)
	var stream strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter C <c@example.org> %d +0000\ndata 1\nx\n", 1_600_000_000+i*3600)
		for j := range 5 {
			text := long(fmt.Sprint("word", i, j))
			fmt.Fprintf(&stream, "M 100644 inline content/policies/f%d.pl.md\ndata %d\n%s\n", i*5+j, len(text), text)
			if i > 0 {
				fmt.Fprintf(&stream, "M 100644 inline content/policies/f%d.pl.md\ndata %d\n%s\n", (i-1)*5+j, len(text), text)
			}
		}
	}
	r.input(stream.String(), "fast-import", "--quiet")
	r.git("reset", "-q", "--hard")
	for b.Loop() {
		if h := r.read("content", late); len(h.Files) != 10_000 {
			b.Fatal(len(h.Files), h.Missing, h.Detail)
		}
	}
}
