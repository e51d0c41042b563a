package history

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A tree is a folder at a revision.
type tree struct {
	entries map[string]*entry // by path; "." is the folder
	read    func(id string) ([]byte, error)
}

// An entry is a file or a folder, and says what fs.FileInfo and fs.DirEntry
// ask. Nothing in git says when a file was written.
type entry struct {
	name     string
	mode     fs.FileMode
	id       string
	size     int64
	data     []byte   // of a file that was read ahead
	children []*entry // of a folder, by name
}

func (e *entry) Name() string               { return e.name }
func (e *entry) Size() int64                { return e.size }
func (e *entry) Mode() fs.FileMode          { return e.mode }
func (e *entry) ModTime() time.Time         { return time.Time{} }
func (e *entry) IsDir() bool                { return e.mode.IsDir() }
func (e *entry) Sys() any                   { return nil }
func (e *entry) Type() fs.FileMode          { return e.mode.Type() }
func (e *entry) Info() (fs.FileInfo, error) { return e, nil }

// list reads what git ls-tree prints: "100644 blob id size", a tab, the path.
func (t *tree) list(listing string) error {
	for line := range strings.SplitSeq(strings.TrimSuffix(listing, "\x00"), "\x00") {
		if line == "" {
			continue
		}
		about, name, ok := strings.Cut(line, "\t")
		parts := strings.Fields(about)
		if !ok || len(parts) != 4 || !fs.ValidPath(name) || name == "." {
			return fmt.Errorf("git ls-tree prints %q", line)
		}
		e := &entry{name: path.Base(name), id: parts[2], mode: 0o444}
		switch parts[0] {
		case "100644", "100755", "100664":
			size, err := strconv.ParseInt(parts[3], 10, 64)
			if err != nil {
				return fmt.Errorf("git ls-tree prints %q", line)
			}
			e.size = size
		case "120000":
			e.mode = fs.ModeSymlink | 0o777
		default: // a submodule, whose files are another repository's
			e.mode = fs.ModeIrregular
		}
		if len(t.entries) > 2*maxFiles {
			return fmt.Errorf("more than %d files", 2*maxFiles)
		}
		t.add(name, e)
	}
	for _, e := range t.entries {
		slices.SortFunc(e.children, func(a, b *entry) int { return strings.Compare(a.name, b.name) })
	}
	return nil
}

// add adds an entry and the folders that it is in.
func (t *tree) add(name string, e *entry) {
	t.entries[name] = e
	dir := path.Dir(name)
	parent := t.entries[dir]
	if parent == nil {
		parent = &entry{name: path.Base(dir), mode: fs.ModeDir | 0o555}
		t.add(dir, parent)
	}
	parent.children = append(parent.children, e)
}

// Open opens a regular file or a folder.
func (t *tree) Open(name string) (fs.File, error) {
	refuse := func(err error) (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if !fs.ValidPath(name) {
		return refuse(fs.ErrInvalid)
	}
	e := t.entries[name]
	switch {
	case e == nil:
		return refuse(fs.ErrNotExist)
	case e.IsDir():
		return &openDir{e, 0}, nil
	case !e.mode.IsRegular():
		return refuse(errors.New("not a regular file"))
	case e.data != nil:
		return &openFile{e, bytes.NewReader(e.data)}, nil
	case e.size > maxFile:
		return refuse(fmt.Errorf("larger than %d bytes", maxFile))
	}
	data, err := t.read(e.id)
	if err != nil {
		return refuse(err)
	}
	return &openFile{e, bytes.NewReader(data)}, nil
}

type openFile struct {
	about *entry
	*bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.about, nil }
func (f *openFile) Close() error               { return nil }

type openDir struct {
	about *entry
	next  int
}

func (d *openDir) Stat() (fs.FileInfo, error) { return d.about, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.about.name, Err: errors.New("is a folder")}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := d.about.children[d.next:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(rest) {
		rest = rest[:n]
	}
	d.next += len(rest)
	out := make([]fs.DirEntry, len(rest))
	for i, e := range rest {
		out[i] = e
	}
	return out, nil
}
