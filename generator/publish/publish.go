// Package publish writes a finished site to disk.
//
// In: the files of a site and the digest of everything they were made from.
// Out: the output folder, exchanged whole. It may write the output folder, its
// siblings named .<folder>.cxbook-*, and make the folders above it. It also minifies
// pages and assets and names assets by their content.
//
// The site is written beside the old one and put in its place in one step
// where the system can (Linux, macOS), by two renames elsewhere; a run that
// was killed between the two is completed by the next. A folder that holds a
// site never holds half of one, whenever a run is killed.
package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/cxbook/cxbook/generator/site"
	"github.com/gofrs/flock"
)

// LockWait is how long a build waits for another build of the same folder.
const LockWait = 30 * time.Second

// A Folder is an output folder that has been found fit to publish to.
type Folder struct {
	dir string // absolute
	// step is called before each change of the file system; tests stop there.
	step     func(name string)
	exchange func(a, b string) error
	lock     *flock.Flock
	wait     time.Duration
}

// A Result tells what publishing did.
type Result struct {
	Files   int  // in the site
	Written int  // whose bytes are new; the others are links to the old site's
	InSteps bool // the system could not exchange folders in one step
}

// Open finds out whether a folder may be published to: it does not exist, is
// empty, or holds a site of cxbook's and nothing else. keep are folders that
// must not be touched: the output folder must not be one of them, inside one
// or around one, nor the root or the home folder.
func Open(dir string, keep ...string) (*Folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := refuse(abs, keep); err != nil {
		return nil, fmt.Errorf("cannot publish to %s: %w", dir, err)
	}
	return &Folder{dir: abs, step: func(string) {}, exchange: exchange, wait: LockWait}, nil
}

// Publish puts the site into the folder. digest stands for everything that
// the site was made from and is what Current compares.
func (f *Folder) Publish(ctx context.Context, s *site.Site, digest string) (Result, error) {
	if err := f.acquire(ctx); err != nil {
		return Result{}, err
	}
	defer f.lock.Close()
	if err := f.recover(); err != nil {
		return Result{}, err
	}
	if err := f.ours(); err != nil {
		return Result{}, fmt.Errorf("%s: %w", f.dir, err)
	}
	result, err := f.write(ctx, s, digest)
	if err != nil {
		return Result{}, errors.Join(err, os.RemoveAll(f.sibling("new")))
	}
	result.InSteps, err = f.swap()
	return result, err
}

// Current reports whether the folder holds the site that was made from what
// the digest stands for, and every file of it in its size. No site is current
// by the digest "".
func (f *Folder) Current(ctx context.Context, digest string) (bool, error) {
	if _, err := os.Lstat(f.dir); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err := f.acquire(ctx); err != nil {
		return false, err
	}
	defer f.lock.Close()
	m, err := readMarker(f.dir)
	if err != nil || m.Digest != digest || digest == "" {
		return false, nil
	}
	return m.describes(f.dir), nil
}

func (f *Folder) sibling(role string) string {
	return filepath.Join(filepath.Dir(f.dir), "."+filepath.Base(f.dir)+".cxbook-"+role)
}

// acquire waits for other builds of the same folder. The lock file stays: to
// remove it would let two builds hold two locks of one name.
func (f *Folder) acquire(ctx context.Context) error {
	if err := os.MkdirAll(filepath.Dir(f.dir), 0o755); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, f.wait)
	defer cancel()
	f.lock = flock.New(f.sibling("lock"))
	ok, err := f.lock.TryLockContext(ctx, 50*time.Millisecond)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("another build has been publishing to %s for %s: wait for it to end, or stop it", f.dir, f.wait)
	case err != nil:
		return fmt.Errorf("cannot lock %s: %w", f.dir, err)
	case !ok:
		return fmt.Errorf("cannot lock %s", f.dir)
	}
	return nil
}

// recover completes or undoes what a killed run left behind.
func (f *Folder) recover() error {
	fresh, old := f.sibling("new"), f.sibling("old")
	if _, err := os.Lstat(f.dir); errors.Is(err, fs.ErrNotExist) {
		// Killed between two renames: the new site is whole if it has its
		// marker, which is written last.
		from := old
		if _, err := readMarker(fresh); err == nil {
			from = fresh
		}
		if exists(old) {
			f.step("recover")
			if err := os.Rename(from, f.dir); err != nil {
				return err
			}
		}
	}
	f.step("clear")
	return errors.Join(os.RemoveAll(fresh), os.RemoveAll(old))
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// write puts the whole site into a new folder beside the old one.
func (f *Folder) write(ctx context.Context, s *site.Site, digest string) (Result, error) {
	fresh := f.sibling("new")
	files := s.Files()
	f.step("mkdir")
	if err := makeFolders(fresh, files); err != nil {
		return Result{}, err
	}
	sizes, written, err := f.writeAll(ctx, fresh, files)
	if err != nil {
		return Result{}, err
	}
	f.step("marker")
	if err := writeMarker(fresh, digest, sizes); err != nil {
		return Result{}, err
	}
	f.step("sync")
	if err := syncTree(fresh); err != nil {
		return Result{}, fmt.Errorf("cannot make sure that the site is on the disk: %w", err)
	}
	return Result{Files: len(files), Written: written}, nil
}

func makeFolders(root string, files []site.File) error {
	made := map[string]bool{}
	for _, file := range files {
		dir := path.Dir(file.Path)
		if made[dir] {
			continue
		}
		made[dir] = true
		if err := os.MkdirAll(filepath.Join(root, filepath.FromSlash(dir)), 0o755); err != nil {
			return err
		}
	}
	return os.MkdirAll(root, 0o755)
}

// writeAll makes and writes the files on all processors. It returns their
// sizes in bytes and how many were new.
func (f *Folder) writeAll(ctx context.Context, fresh string, files []site.File) (map[string]int64, int, error) {
	var (
		wg      sync.WaitGroup
		mu      sync.Mutex
		sizes   = make(map[string]int64, len(files))
		written int
		failed  error
	)
	next := make(chan site.File)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for file := range next {
				size, isNew, err := f.writeFile(fresh, file)
				mu.Lock()
				sizes[file.Path] = size
				if err != nil && failed == nil {
					failed = err
				}
				if isNew {
					written++
				}
				mu.Unlock()
			}
		})
	}
	for _, file := range files {
		mu.Lock()
		stop := failed != nil || ctx.Err() != nil
		mu.Unlock()
		if stop {
			break
		}
		next <- file
	}
	close(next)
	wg.Wait()
	return sizes, written, errors.Join(failed, ctx.Err())
}

// writeFile links the old site's file where it has the same bytes, and writes
// it otherwise.
func (f *Folder) writeFile(fresh string, file site.File) (size int64, isNew bool, err error) {
	data, err := file.Bytes()
	if err != nil {
		return 0, false, err
	}
	name := filepath.FromSlash(file.Path)
	f.step("file")
	old := filepath.Join(f.dir, name)
	if same(old, data) && os.Link(old, filepath.Join(fresh, name)) == nil {
		return int64(len(data)), false, nil
	}
	return int64(len(data)), true, os.WriteFile(filepath.Join(fresh, name), data, 0o644)
}

// same reports whether a file of the old site has these bytes. It must be a
// regular file: a link would be published as a link.
func same(name string, data []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}

// swap puts the new folder in the place of the old one.
func (f *Folder) swap() (inSteps bool, err error) {
	fresh, old := f.sibling("new"), f.sibling("old")
	switch {
	case !exists(f.dir):
		f.step("rename")
		err = os.Rename(fresh, f.dir)
	default:
		f.step("exchange")
		err = f.exchange(fresh, f.dir)
		if errors.Is(err, errors.ErrUnsupported) {
			inSteps = true
			err = f.swapInSteps()
		}
	}
	if err != nil {
		return inSteps, fmt.Errorf("cannot put the new site in its place: %w", err)
	}
	f.step("settle")
	if err := syncFolder(filepath.Dir(f.dir)); err != nil {
		return inSteps, err
	}
	f.step("clean")
	return inSteps, errors.Join(os.RemoveAll(fresh), os.RemoveAll(old))
}

func (f *Folder) swapInSteps() error {
	f.step("aside")
	if err := os.Rename(f.dir, f.sibling("old")); err != nil {
		return err
	}
	f.step("into place")
	return os.Rename(f.sibling("new"), f.dir)
}
