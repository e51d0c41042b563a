package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cxbook/cxbook/generator/site"
	"github.com/google/go-cmp/cmp"
)

// sample is a site of n pages that says its name on each but one, which is
// the same in every sample.
func sample(t testing.TB, name string, n int) *site.Site {
	t.Helper()
	s := &site.Site{}
	add := func(path, text string) {
		if err := s.Add(site.File{Path: path, Data: []byte(text), Owner: path}); err != nil {
			t.Fatal(err)
		}
	}
	add("index.html", "the same in all")
	for i := range n {
		add(fmt.Sprintf("pl/pages/%d/index.html", i), name)
	}
	add("only-in-"+name+".html", name)
	return s
}

// read returns every file of a folder but the marker.
func read(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == markerName {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func content(s *site.Site) map[string]string {
	out := map[string]string{}
	for _, f := range s.Files() {
		out[f.Path] = string(f.Data)
	}
	return out
}

func open(t testing.TB, dir string) *Folder {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func publish(t testing.TB, dir, name string) Result {
	t.Helper()
	r, err := open(t, dir).Publish(context.Background(), sample(t, name, 3), "digest of "+name)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// leftovers are the siblings of a folder that a finished run must not leave.
func leftovers(t testing.TB, dir string) []string {
	t.Helper()
	var out []string
	for _, role := range []string{"new", "old"} {
		if exists(open(t, dir).sibling(role)) {
			out = append(out, role)
		}
	}
	return out
}

func TestPublishReplacesTheWholeSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	if r := publish(t, dir, "a"); r.Files != 5 || r.Written != 5 {
		t.Errorf("first: %+v", r)
	}
	if r := publish(t, dir, "b"); r.Files != 5 || r.Written != 4 {
		t.Errorf("second: %+v, want one file kept", r)
	}
	if diff := cmp.Diff(content(sample(t, "b", 3)), read(t, dir)); diff != "" {
		t.Error(diff)
	}
	if l := leftovers(t, dir); l != nil {
		t.Errorf("left behind: %v", l)
	}
}

func TestUnchangedFilesAreLinks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, "a")
	before, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	publish(t, dir, "b")
	after, err := os.Stat(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) {
		t.Error("a file that did not change was written again")
	}
}

func TestCurrent(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	current := func(digest string) bool {
		t.Helper()
		ok, err := open(t, dir).Current(context.Background(), digest)
		if err != nil {
			t.Fatal(err)
		}
		return ok
	}
	if current("digest of a") {
		t.Error("a folder that does not exist is current")
	}
	publish(t, dir, "a")
	if !current("digest of a") || current("digest of b") {
		t.Error("the digest does not decide")
	}
	for _, spoil := range []func() error{
		func() error { return os.Remove(filepath.Join(dir, "index.html")) },
		func() error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("short"), 0o644) },
		func() error { return os.WriteFile(filepath.Join(dir, "foreign.txt"), nil, 0o644) },
	} {
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		publish(t, dir, "a")
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		if current("digest of a") {
			t.Error("a spoiled site is current")
		}
	}
}

func TestForeignFilesAreNeverLost(t *testing.T) {
	for name, make := range map[string]func(dir string) error{
		"a folder of somebody's": func(dir string) error {
			return errors.Join(os.MkdirAll(dir, 0o755), os.WriteFile(filepath.Join(dir, "diary.txt"), []byte("x"), 0o644))
		},
		"a file added to a site": func(dir string) error {
			publish(t, dir, "a")
			return os.WriteFile(filepath.Join(dir, "pl", "CNAME"), []byte("x"), 0o644)
		},
		"a marker cut short": func(dir string) error {
			publish(t, dir, "a")
			return os.WriteFile(filepath.Join(dir, markerName), []byte(`{"version":1,"fil`), 0o644)
		},
		"a marker of a later version": func(dir string) error {
			publish(t, dir, "a")
			return os.WriteFile(filepath.Join(dir, markerName), []byte(`{"version":9,"files":{}}`), 0o644)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			if err := make(dir); err != nil {
				t.Fatal(err)
			}
			before := read(t, dir)
			if _, err := open(t, dir).Publish(context.Background(), sample(t, "b", 3), "b"); err == nil {
				t.Error("published over it")
			}
			if diff := cmp.Diff(before, read(t, dir)); diff != "" {
				t.Error(diff)
			}
			if l := leftovers(t, dir); l != nil {
				t.Errorf("left behind: %v", l)
			}
		})
	}
}

func TestLitterOfTheSystemIsNoForeignFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, "a")
	if err := os.WriteFile(filepath.Join(dir, "pl", ".DS_Store"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	publish(t, dir, "b")
}

func TestOpenRefuses(t *testing.T) {
	root := t.TempDir()
	home := filepath.Join(root, "home", "me")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	contentDir := filepath.Join(root, "work", "content")
	file := filepath.Join(root, "file")
	link := filepath.Join(root, "link")
	toContent := filepath.Join(root, "to-work")
	for _, err := range []error{
		os.MkdirAll(home, 0o755), os.MkdirAll(contentDir, 0o755),
		os.WriteFile(file, nil, 0o644), os.Symlink(home, link), os.Symlink(filepath.Dir(contentDir), toContent),
	} {
		if err != nil {
			t.Skip("this system makes no symbolic links:", err)
		}
	}
	publish(t, filepath.Join(root, "site"), "a")
	for name, dir := range map[string]string{
		"root":                       string(filepath.Separator),
		"home":                       home,
		"around home":                filepath.Dir(home),
		"content":                    contentDir,
		"inside content":             filepath.Join(contentDir, "public"),
		"around content":             filepath.Dir(contentDir),
		"content by another name":    filepath.Join(toContent, "content"),
		"in content by another name": filepath.Join(toContent, "content", "new"),
		"file":                       file,
		"symbolic link":              link,
		"inside a site":              filepath.Join(root, "site", "pl", "new"),
	} {
		if _, err := Open(dir, contentDir); err == nil {
			t.Errorf("%s: Open(%s) is no error", name, dir)
		}
	}
	for _, dir := range []string{filepath.Join(home, "public"), filepath.Join(root, "work", "public")} {
		if _, err := Open(dir, contentDir); err != nil {
			t.Errorf("Open(%s): %v", dir, err)
		}
	}
}

func TestAFailedWriteLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, "a")
	f := open(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	f.step = func(name string) {
		if name == "file" {
			cancel()
		}
	}
	if _, err := f.Publish(ctx, sample(t, "b", 50), "b"); !errors.Is(err, context.Canceled) {
		t.Errorf("Publish: %v", err)
	}
	if diff := cmp.Diff(content(sample(t, "a", 3)), read(t, dir)); diff != "" {
		t.Error(diff)
	}
	if l := leftovers(t, dir); l != nil {
		t.Errorf("left behind: %v", l)
	}
}

func TestASecondBuildWaitsForTheFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, "a")
	first, second := open(t, dir), open(t, dir)
	held, release := make(chan bool), make(chan bool)
	var once sync.Once
	first.step = func(string) { once.Do(func() { close(held); <-release }) }
	done := make(chan error)
	go func() {
		_, err := first.Publish(context.Background(), sample(t, "b", 3), "b")
		done <- err
	}()
	<-held
	second.wait = 100 * time.Millisecond
	if _, err := second.Publish(context.Background(), sample(t, "c", 3), "c"); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("a second build did not wait: %v", err)
	}
	close(release)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	publish(t, dir, "c")
}

func TestManyBuildsAtOnceEndInOneSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var wg sync.WaitGroup
	names := []string{"a", "b", "c", "d", "e", "f"}
	for _, name := range names {
		wg.Go(func() {
			if _, err := open(t, dir).Publish(context.Background(), sample(t, name, 20), name); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	got := read(t, dir)
	if !slices.ContainsFunc(names, func(name string) bool { return cmp.Equal(got, content(sample(t, name, 20))) }) {
		t.Errorf("the folder holds none of the sites whole: %v", got)
	}
}

func TestExchangeInSteps(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, "a")
	f := open(t, dir)
	f.exchange = func(a, b string) error { return errors.ErrUnsupported }
	r, err := f.Publish(context.Background(), sample(t, "b", 3), "b")
	if err != nil || !r.InSteps {
		t.Fatalf("%+v, %v", r, err)
	}
	if diff := cmp.Diff(content(sample(t, "b", 3)), read(t, dir)); diff != "" {
		t.Error(diff)
	}
}
