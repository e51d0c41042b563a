// Package site holds a finished site before it is published.
//
// In: a path and the bytes that belong there.
// Out: the files in order of their paths. A path that is claimed twice is an
// error that names both claimants: no page is ever overwritten.
package site

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A File is one file of the site.
type File struct {
	Path  string // relative to the site's root: pl/policies/x/index.html
	Data  []byte
	Owner string // who claims the path, for errors: an id or a file's name
	// Make makes the bytes when they are asked for, in place of Data: thousands
	// of pages are then never in memory at once. It gives the same bytes every
	// time and may be called by several goroutines.
	Make func() ([]byte, error)
}

// Bytes returns what the file holds.
func (f File) Bytes() ([]byte, error) {
	if f.Make != nil {
		return f.Make()
	}
	return f.Data, nil
}

// A Site is a set of files. The zero Site is empty and ready for use. It must
// not be added to by two goroutines at once.
type Site struct {
	files  map[string]File
	folded map[string]string // the path as a careless file system sees it → the path
	dirs   map[string]string // folders, seen the same way → a path in them
}

// Add puts a file into the site. A path that leaves the site, that another
// file has or lies in, or that another file has but for case or Unicode form, is an
// error.
func (s *Site) Add(f File) error {
	if !fs.ValidPath(f.Path) || f.Path == "." || path.Clean(f.Path) != f.Path {
		return fmt.Errorf("%s: %q is no path inside the site", f.Owner, f.Path)
	}
	if s.files == nil {
		s.files, s.folded, s.dirs = map[string]File{}, map[string]string{}, map[string]string{}
	}
	key := Fold(f.Path)
	if taken, ok := s.folded[key]; ok {
		return fmt.Errorf("%s and %s both claim %q", s.files[taken].Owner, f.Owner, f.Path)
	}
	if inside, ok := s.dirs[key]; ok {
		return fmt.Errorf("%s claims %q as a file, %s as a folder", f.Owner, f.Path, s.files[inside].Owner)
	}
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if taken, ok := s.folded[dir]; ok {
			return fmt.Errorf("%s claims %q as a folder, %s as a file", f.Owner, taken, s.files[taken].Owner)
		}
		s.dirs[dir] = f.Path
	}
	s.folded[key] = f.Path
	s.files[f.Path] = f
	return nil
}

// Fold returns the path as a file system sees it that knows neither case nor
// Unicode form: two paths with one fold cannot both be published.
func Fold(p string) string { return norm.NFC.String(cases.Fold().String(norm.NFD.String(p))) }

// Files returns every file in the order of the paths.
func (s *Site) Files() []File {
	all := make([]File, 0, len(s.files))
	for _, f := range s.files {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// File returns the file at a path.
func (s *Site) File(p string) (File, bool) {
	f, ok := s.files[p]
	return f, ok
}
