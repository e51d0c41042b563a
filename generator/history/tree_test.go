package history_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/history"
)

func wantFile(t *testing.T, fsys fs.FS, name, want string) {
	t.Helper()
	if data, err := fs.ReadFile(fsys, name); err != nil || string(data) != want {
		t.Errorf("%s: %q, %v; want %q", name, data, err, want)
	}
}

// A revision's folder is a file system like any other; its links lead nowhere.
func TestTree(t *testing.T) {
	r := newRepo(t)
	large := strings.Repeat("large\n", 300_000)
	r.write("content/policies/zażółć.md", "one", "content/large.png", large, "content/empty.md", "x", "other.md", "o", "content/a b/c/d.md", "d")
	if err := os.Truncate(filepath.Join(r.dir, "content/empty.md"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(r.dir, "content/link.md")); err != nil {
		t.Fatal(err)
	}
	r.commit("2025-01-01")
	r.git("tag", "first")
	r.commit("2025-02-01", "content/policies/zażółć.md", "two")
	r.write("content/policies/zażółć.md", "not committed")
	for revision, want := range map[string]string{"first": "one", "HEAD": "two", "main": "two", "HEAD~1": "one", r.git("rev-parse", "--short", "first"): "one"} {
		tree, err := r.at("content").Tree(context.Background(), revision)
		if err != nil {
			t.Fatal(err)
		}
		wantFile(t, tree, "policies/zażółć.md", want)
		wantFile(t, tree, "large.png", large)
		wantFile(t, tree, "empty.md", "")
		if _, err := tree.Open("link.md"); err == nil || !strings.Contains(err.Error(), "regular") {
			t.Errorf("a link is opened: %v", err)
		}
		if info, err := fs.Stat(tree, "."); err != nil || !info.IsDir() {
			t.Errorf("%v, %v", info, err)
		}
		links := 0
		_ = fs.WalkDir(tree, ".", func(_ string, d fs.DirEntry, _ error) error {
			if d.Type() == fs.ModeSymlink {
				links++
			}
			return nil
		})
		if links != 1 {
			t.Errorf("%d links are listed, want 1", links)
		}
		regular, err := fs.Sub(tree, "policies")
		if err != nil {
			t.Fatal(err)
		}
		if err := fstest.TestFS(regular, "zażółć.md"); err != nil {
			t.Error(err)
		}
	}
	whole, err := r.at(".").Tree(context.Background(), "first")
	if err != nil {
		t.Fatal(err)
	}
	wantFile(t, whole, "content/a b/c/d.md", "d")
}

// A revision that is none is named; none is ever taken for an option.
func TestUnknownRevision(t *testing.T) {
	r := newRepo(t)
	r.commit("2025-01-01", "content/a.md", "a")
	r.commit("2025-02-01", "later/a.md", "a")
	proof := filepath.Join(t.TempDir(), "proof")
	for _, revision := range []string{"", "nowhere", "--output=" + proof, "--upload-pack=touch " + proof, "-h", "HEAD:content", "main\nHEAD", "HEAD\x00", "first..main", "^main", "deadbeef", "--all", "@{u}"} {
		if _, err := r.at("content").Tree(context.Background(), revision); !errors.Is(err, history.ErrUnknownRevision) {
			t.Errorf("%q: %v", revision, err)
		}
	}
	if _, err := os.Stat(proof); err == nil {
		t.Error("a revision was taken for an option")
	}
	if _, err := r.at("later").Tree(context.Background(), "HEAD~1"); !errors.Is(err, history.ErrNoFolder) {
		t.Errorf("%v", err)
	}
	if _, err := (history.Repository{Dir: "/", Environ: r.env}).Tree(context.Background(), "HEAD"); err == nil {
		t.Error("there is a tree without a repository")
	}
}
