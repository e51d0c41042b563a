package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// folders are all that a theme has.
var folders = []string{"assets", "components", "i18n", "layouts"}

// Overlay lays a house's own theme over another: a file of its own replaces
// the one of the same name, all others stay, and words of its own in i18n
// replace single words. An error names a file that stands where no theme looks
// for it, because it would silently do nothing.
func Overlay(under, over fs.FS) (fs.FS, error) {
	entries, err := fs.ReadDir(over, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.EqualFold(name, "README.md") {
			continue
		}
		if !slices.Contains(folders, name) || !e.IsDir() {
			return nil, fmt.Errorf("theme: %s does nothing here: a theme has the folders %s", name, strings.Join(folders, ", "))
		}
	}
	words, err := fs.ReadDir(over, "i18n")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range words {
		if _, err := fs.Stat(under, path.Join("i18n", e.Name())); err != nil {
			return nil, fmt.Errorf("theme: i18n/%s does nothing here: words are in pl.json, cs.json and en.json", e.Name())
		}
	}
	return overlay{under, over}, nil
}

type overlay struct{ under, over fs.FS }

// Open opens the file of the upper theme, else of the lower.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadFile returns what a file says; words are laid over words.
func (o overlay) ReadFile(name string) ([]byte, error) {
	upper, err := readRegular(o.over, name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o.under, name)
	}
	if err != nil || path.Dir(name) != "i18n" {
		return upper, err
	}
	lower, err := fs.ReadFile(o.under, name)
	if err != nil {
		return nil, err
	}
	return mergeWords(name, lower, upper)
}

// readRegular reads a file, but none that is a pipe, a device or a link: a
// theme's folder may come from anywhere.
func readRegular(fsys fs.FS, name string) ([]byte, error) {
	entries, err := fs.ReadDir(fsys, path.Dir(name))
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.Name() == path.Base(name) && !e.Type().IsRegular() {
			return nil, fmt.Errorf("theme: %s is no regular file", name)
		}
	}
	return fs.ReadFile(fsys, name)
}

// mergeWords lays words over words. A word that nobody asks for would do
// nothing: it is a mistake.
func mergeWords(name string, lower, upper []byte) ([]byte, error) {
	words, own := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	for data, into := range map[*[]byte]map[string]json.RawMessage{&lower: words, &upper: own} {
		if err := json.Unmarshal(bytes.TrimPrefix(*data, []byte("\ufeff")), &into); err != nil {
			return nil, err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		if words[key] == nil {
			return nil, fmt.Errorf("no page has a place for the word %q", key)
		}
		words[key] = own[key]
	}
	return json.Marshal(words)
}

// ReadDir lists the files of both.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, under := fs.ReadDir(o.under, name)
	if under != nil && (err != nil || !errors.Is(under, fs.ErrNotExist)) {
		return nil, under
	}
	for _, e := range lower {
		if !slices.ContainsFunc(upper, func(u fs.DirEntry) bool { return u.Name() == e.Name() }) {
			upper = append(upper, e)
		}
	}
	slices.SortFunc(upper, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return upper, nil
}
