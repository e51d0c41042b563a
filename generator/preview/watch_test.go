package preview

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// hear waits for a change.
func hear(t *testing.T, changes <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(30 * time.Second):
		t.Fatalf("nobody noticed: %s", what)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func watchFolders(t *testing.T, folders ...string) <-chan struct{} {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	return Watch(ctx, folders, func(err error) { t.Log(err) }).Changes
}

// Whatever an editor, a file manager or git does to the folders is noticed.
func TestWatch(t *testing.T) {
	root := t.TempDir()
	content, schemas := filepath.Join(root, "content"), filepath.Join(root, "schemas")
	write(t, filepath.Join(content, "pages", "a.md"), "one")
	changes := watchFolders(t, content, schemas)
	rename := func(from, to string) error { return os.Rename(filepath.Join(root, from), filepath.Join(root, to)) }
	for _, step := range []struct {
		what string
		do   func() error
	}{
		{"a file written in place", func() error { return os.WriteFile(filepath.Join(content, "pages", "a.md"), []byte("two"), 0o666) }},
		{"a file replaced by another", func() error {
			write(t, filepath.Join(root, "tmp"), "three")
			return rename("tmp", "content/pages/a.md")
		}},
		{"a folder moved in with what is in it", func() error {
			write(t, filepath.Join(root, "new", "deep", "b.md"), "b")
			return rename("new", "content/new")
		}},
		{"a file in the folder that was moved in", func() error {
			return os.WriteFile(filepath.Join(content, "new", "deep", "b.md"), []byte("c"), 0o666)
		}},
		{"a folder moved within", func() error { return rename("content/new", "content/moved") }},
		{"a file in the folder that was moved", func() error {
			return os.WriteFile(filepath.Join(content, "moved", "deep", "b.md"), []byte("d"), 0o666)
		}},
		{"a file that may not be read any more", func() error { return os.Chmod(filepath.Join(content, "moved", "deep", "b.md"), 0) }},
		{"a folder deleted", func() error { return os.RemoveAll(filepath.Join(content, "moved")) }},
		{"a folder that comes later", func() error { return os.Mkdir(schemas, 0o777) }},
		{"a file in the folder that came later", func() error {
			return os.WriteFile(filepath.Join(schemas, "x.json"), []byte("{}"), 0o666)
		}},
		{"the whole folder moved away", func() error { return rename("content", "away") }},
		{"the whole folder back again", func() error { return rename("away", "content") }},
		{"a file in the folder that came back", func() error {
			return os.WriteFile(filepath.Join(content, "pages", "a.md"), []byte("four"), 0o666)
		}},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		hear(t, changes, step.what)
	}
}

// A folder that is a link is watched where it leads.
func TestWatchALink(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "real", "a.md"), "one")
	if err := os.Symlink(filepath.Join(root, "real"), filepath.Join(root, "content")); err != nil {
		t.Skip(err)
	}
	changes := watchFolders(t, filepath.Join(root, "content"))
	write(t, filepath.Join(root, "real", "a.md"), "two")
	hear(t, changes, "a file behind a link")
}

// stand is a source of events that a test holds in its hand.
type stand struct {
	added  chan string
	refuse error
	events chan fsnotify.Event
	errs   chan error
}

func newStand() *stand {
	return &stand{added: make(chan string, 1000), events: make(chan fsnotify.Event), errs: make(chan error)}
}

func (s *stand) Add(name string) error {
	s.added <- name
	return s.refuse
}
func (s *stand) Events() <-chan fsnotify.Event { return s.events }
func (s *stand) Errors() <-chan error          { return s.errs }
func (s *stand) Close() error                  { return nil }

func run(t *testing.T, s source, note func(error), folders ...string) <-chan struct{} {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	changes := make(chan struct{}, 1)
	w := &watching{folders: folders, changes: changes, note: note, watched: map[string]bool{}}
	w.start(ctx, s)
	return changes
}

// When events were lost, anything may have changed: everything is looked at,
// and folders that came unnoticed are watched from then on.
func TestOverflow(t *testing.T) {
	root := t.TempDir()
	s := newStand()
	changes := run(t, s, func(error) {}, root)
	s.errs <- fsnotify.ErrEventOverflow
	write(t, filepath.Join(root, "unnoticed", "a.md"), "a")
	hear(t, changes, "an overflow")
	close(s.added)
	var added []string
	for name := range s.added {
		added = append(added, name)
	}
	if !slices.Contains(added, filepath.Join(root, "unnoticed")) {
		t.Errorf("watched are %q", added)
	}
}

// A storm of events is one change or a few, not one each.
func TestStorm(t *testing.T) {
	root := t.TempDir()
	s := newStand()
	changes := run(t, s, func(error) {}, root)
	for n := range 500 {
		s.events <- fsnotify.Event{Name: filepath.Join(root, fmt.Sprint(n)), Op: fsnotify.Create}
	}
	hear(t, changes, "500 events")
	// Nothing that concerns nobody is a change.
	s.events <- fsnotify.Event{Name: filepath.Join(filepath.Dir(root), "other"), Op: fsnotify.Write}
	more := 0
	for wait := time.After(2 * settle); wait != nil; {
		select {
		case <-changes:
			more++
		case <-wait:
			wait = nil
		}
	}
	if more > 1 {
		t.Errorf("500 events were %d changes", more+1)
	}
}

// Where the system has no more watches, it is said once, and the folders are
// looked through instead.
func TestNoWatchesLeft(t *testing.T) {
	for _, refuse := range []error{syscall.ENOSPC, fmt.Errorf("add: %w", syscall.EMFILE)} {
		root := t.TempDir()
		write(t, filepath.Join(root, "pages", "a.md"), "one")
		s := newStand()
		s.refuse = refuse
		said := make(chan error, 10)
		changes := run(t, s, func(err error) { said <- err }, root)
		select {
		case err := <-said:
			if !errors.Is(err, refuse) {
				t.Errorf("said %v", err)
			}
		case <-time.After(30 * time.Second):
			t.Fatal("nobody said so")
		}
		write(t, filepath.Join(root, "pages", "b.md"), "two")
		hear(t, changes, "a file, without watches")
		if len(said) > 0 {
			t.Error("it was said twice")
		}
	}
}
