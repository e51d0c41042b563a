package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/themes"
)

// Every file of the lower theme can be replaced, and nothing else changes.
func TestOverlayFileByFile(t *testing.T) {
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "i18n/") {
			return err
		}
		both, err := render.Overlay(themes.Default(), fstest.MapFS{name: {Data: []byte("mine")}})
		if err != nil {
			return err
		}
		return fs.WalkDir(themes.Default(), ".", func(other string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			want, _ := fs.ReadFile(themes.Default(), other)
			if other == name {
				want = []byte("mine")
			}
			got, err := fs.ReadFile(both, other)
			if string(got) != string(want) {
				t.Errorf("with %s replaced, %s says %q", name, other, got)
			}
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Both themes' files are listed, each once and in order.
func TestOverlayLists(t *testing.T) {
	under := fstest.MapFS{"layouts/b.html": {}, "layouts/d.html": {}, "assets/x": {}}
	over := fstest.MapFS{"layouts/a.html": {}, "layouts/d.html": {}, "components/c/c.css": {}, ".git/x": {}, "README.md": {}}
	both, err := render.Overlay(under, over)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, dir := range []string{"assets", "components", "layouts"} {
		err := fs.WalkDir(both, dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				got = append(got, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"assets/x", "components/c/c.css", "layouts/a.html", "layouts/b.html", "layouts/d.html"}; !slices.Equal(got, want) {
		t.Errorf("listed %q, want %q", got, want)
	}
}

// A theme's folder may come from anywhere: a pipe in it is refused, not waited
// for, and a link is not followed.
func TestOverlayOfLinks(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "layouts"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "layouts", "home.html")); err != nil {
		t.Skip(err)
	}
	both, err := render.Overlay(themes.Default(), os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := render.Load(both); err == nil || !strings.Contains(err.Error(), "layouts/home.html") {
		t.Errorf("the error is %v", err)
	}
}
