package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a Watcher waits for more to come after something changed, and how
// long at most: a checkout of 500 files is one change, and an editor that
// saves all the time is still followed.
const (
	settle = 60 * time.Millisecond
	atMost = 500 * time.Millisecond
)

// poll is how often folders are looked through where they cannot be watched.
const poll = time.Second

// A Watcher says when something in some folders may have changed. What, it
// does not say: events come late, twice, under old names or not at all, so
// whoever hears of one looks at everything anew.
type Watcher struct {
	// Changes gets a value after a change; several changes in a short time are
	// one. It is closed when the context ends.
	Changes <-chan struct{}
}

// A source of events is fsnotify's watcher, or a stand-in in tests.
type source interface {
	Add(name string) error
	Events() <-chan fsnotify.Event
	Errors() <-chan error
	Close() error
}

type system struct{ *fsnotify.Watcher }

func (s system) Events() <-chan fsnotify.Event { return s.Watcher.Events }
func (s system) Errors() <-chan error          { return s.Watcher.Errors }

// Watch watches folders with everything below them. A folder that is not there
// yet is noticed when it comes. note is told once where the system has no more
// watches to give and the folders are looked through every second instead.
func Watch(ctx context.Context, folders []string, note func(error)) *Watcher {
	changes := make(chan struct{}, 1)
	w := &watching{folders: folders, changes: changes, note: note, watched: map[string]bool{}}
	s, err := fsnotify.NewWatcher()
	if err != nil {
		w.polling = true
		note(err)
		w.start(ctx, nil)
	} else {
		w.start(ctx, system{s})
	}
	return &Watcher{Changes: changes}
}

// start begins to watch; from its return on nothing is missed.
func (w *watching) start(ctx context.Context, s source) {
	if s != nil {
		w.addAll(s)
	} else {
		w.seen = w.snapshot()
	}
	go w.run(ctx, s)
}

// watching is a Watcher at work. It belongs to one goroutine.
type watching struct {
	folders []string
	changes chan<- struct{}
	note    func(error)
	roots   []string // the folders and, where those are links, what they lead to
	watched map[string]bool
	polling bool
	seen    string // what polling saw last
}

func (w *watching) run(ctx context.Context, s source) {
	defer close(w.changes)
	var events <-chan fsnotify.Event
	var errs <-chan error
	if s != nil {
		defer s.Close()
		events, errs = s.Events(), s.Errors()
	}
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	var quiet, late <-chan time.Time
	changed := func() {
		quiet = time.After(settle)
		if late == nil {
			late = time.After(atMost)
		}
	}
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-events:
			if !ok {
				events = nil
			} else if w.concerns(e.Name) {
				changed()
			}
		case err, ok := <-errs:
			if !ok {
				errs = nil
			} else if err != nil {
				changed() // an overflow, above all: anything may have changed
			}
		case <-ticker.C:
			if w.polling && w.lookThrough() {
				changed()
			}
		case <-quiet:
			quiet, late = nil, nil
			w.tell(s)
		case <-late:
			quiet, late = nil, nil
			w.tell(s)
		}
	}
}

// tell passes a change on, after watching what has come with it.
func (w *watching) tell(s source) {
	if s != nil && !w.polling {
		w.watched = map[string]bool{}
		w.addAll(s)
	}
	select {
	case w.changes <- struct{}{}:
	default: // the last one has not been heard yet
	}
}

// concerns reports whether a path is in one of the folders, or is one: their
// parents are watched, too, so that a folder which goes and comes is noticed.
func (w *watching) concerns(name string) bool {
	for _, folder := range w.roots {
		if name == folder || strings.HasPrefix(name, folder+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// addAll watches the folders, all folders below them, and their parents.
func (w *watching) addAll(s source) {
	w.resolve()
	for _, folder := range w.roots {
		w.add(s, filepath.Dir(folder))
		walkFolders(folder, func(name string) { w.add(s, name) })
	}
}

// resolve finds out what folders that are links lead to now.
func (w *watching) resolve() {
	w.roots = slices.Clone(w.folders)
	for _, folder := range w.folders {
		if to, err := filepath.EvalSymlinks(folder); err == nil && to != folder {
			w.roots = append(w.roots, to)
		}
	}
}

func (w *watching) add(s source, name string) {
	if w.polling || w.watched[name] {
		return
	}
	err := s.Add(name)
	switch {
	case err == nil:
		w.watched[name] = true
	case exhausted(err):
		w.polling = true
		w.seen = w.snapshot()
		w.note(err)
	}
	// Anything else has gone meanwhile, or cannot be read: the build says so.
}

// exhausted reports whether the system has no more watches to give.
func exhausted(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) || errors.Is(err, syscall.ENOMEM)
}

// walkFolders visits a folder and all folders in it, but hidden ones. Links
// are not followed.
func walkFolders(root string, visit func(name string)) {
	_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fs.SkipDir // it has gone meanwhile
		case !d.IsDir():
		case name != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		default:
			visit(name)
		}
		return nil
	})
}

// lookThrough reports whether the folders have changed since the last look.
func (w *watching) lookThrough() bool {
	now := w.snapshot()
	changed := now != w.seen
	w.seen = now
	return changed
}

// snapshot stands for the names, sizes and times of all files.
func (w *watching) snapshot() string {
	var b strings.Builder
	w.resolve()
	for _, folder := range w.roots {
		walkFolders(folder, func(name string) {
			entries, err := os.ReadDir(name)
			if err != nil {
				return
			}
			for _, e := range entries {
				if info, err := e.Info(); err == nil {
					b.WriteString(filepath.Join(name, e.Name()) + "\x00" + info.Mode().String() + info.ModTime().String() + "\x00")
					b.WriteString(time.Duration(info.Size()).String())
				}
			}
		})
	}
	return b.String()
}
