package source

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cxbook/cxbook/generator/diag"
)

// Read reads the content folder that fsys holds. prefix is how findings call
// the folder. What is wrong with single files ends in findings; the error is
// for a folder that cannot be listed at all.
func Read(fsys fs.FS, prefix string) (*Tree, diag.List, error) {
	return ReadAgain(fsys, prefix, &Memory{})
}

// ReadAgain reads a folder that has been read before, with the memory of that.
// The result is the same as that of Read.
func ReadAgain(fsys fs.FS, prefix string, memory *Memory) (*Tree, diag.List, error) {
	w := walk{fsys: fsys, tree: &Tree{Prefix: prefix}}
	if err := fs.WalkDir(fsys, ".", w.visit); err != nil {
		return nil, nil, fmt.Errorf("list the content folder: %w", err)
	}
	w.sort()
	files, yamls := w.tree.Files, w.tree.YAML
	found := make([]diag.List, len(files)+len(yamls))
	parallel(len(found), func(i int) {
		if i < len(files) {
			files[i], found[i] = memory.read(fsys, files[i])
		} else {
			found[i] = yamls[i-len(files)].read(fsys)
		}
	})
	memory.keep(files, found)
	for _, l := range found {
		w.findings = append(w.findings, l...)
	}
	return w.tree, w.findings, nil
}

// A walk lists a folder without opening a file.
type walk struct {
	fsys     fs.FS
	tree     *Tree
	findings diag.List
	files    int
	full     bool // there are too many: of the rest only handbook.yaml is read
}

func (w *walk) visit(file string, entry fs.DirEntry, err error) error {
	if file == "." {
		return err
	}
	if ignored(entry) {
		return skip(entry)
	}
	if w.full && file != "handbook.yaml" {
		if path.Dir(file) != "." {
			return fs.SkipDir // what is left of its folder
		}
		return skip(entry)
	}
	name := w.display(file)
	if err != nil { // of a folder that cannot be listed, on its second visit
		w.findings = append(w.findings, unreadable(name, err))
		return skip(entry)
	}
	w.checkName(name, entry.Name())
	switch {
	case !fs.ValidPath(file):
		return skip(entry)
	case entry.IsDir():
		return nil
	case !entry.Type().IsRegular():
		w.findings = append(w.findings, notRegular(name, entry.Type()))
		return nil
	}
	if w.files++; w.files > MaxFiles && !w.full {
		w.full = true
		limit := strconv.Itoa(MaxFiles)
		at := place(w.display("handbook.yaml"))
		w.findings = append(w.findings, diag.New(diag.TooManyFiles, at, "limit", limit))
		return nil
	}
	w.add(file, name, entry)
	return nil
}

// ignored tells what is passed over in silence: hidden files and the notes
// that repositories keep for people.
func ignored(entry fs.DirEntry) bool {
	name := entry.Name()
	return strings.HasPrefix(name, ".") || strings.EqualFold(name, "README.md") && !entry.IsDir()
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// display is how findings call a file.
func (w *walk) display(file string) string { return path.Join(w.tree.Prefix, shown(file)) }

func (w *walk) add(file, name string, entry fs.DirEntry) {
	t := w.tree
	switch ext := path.Ext(file); {
	case ext == ".md":
		t.Files = append(t.Files, &File{Path: file, Name: name})
	case ext == ".yaml" && path.Dir(file) == ".":
		t.YAML = append(t.YAML, &YAMLFile{Path: file, Name: name})
	default:
		info, err := entry.Info()
		if err != nil {
			w.findings = append(w.findings, unreadable(name, err))
			return
		}
		t.Assets = append(t.Assets, &Asset{Path: file, Name: name, Size: info.Size()})
	}
}

func (w *walk) sort() {
	t := w.tree
	slices.SortFunc(t.Files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(t.YAML, func(a, b *YAMLFile) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(t.Assets, func(a, b *Asset) int { return cmp.Compare(a.Path, b.Path) })
}

// parallel calls do for 0 to n-1 on as many goroutines as there are cores.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

// parse cuts a file and decodes its front matter.
func (f *File) parse(data []byte) diag.List {
	t := text{name: f.Name, data: clean(data), line: 1}
	findings, ok := t.check()
	if !ok {
		return findings
	}
	hidden := len(findings) > 0
	p, more := t.split()
	findings = append(findings, more...)
	if p == nil {
		return findings
	}
	front, more := p.decode(hidden)
	f.Front, f.Body, f.BodyLine = front, p.body.data, p.body.line
	if front == nil && p.doubtful {
		return findings // the indented fence is the cause of the rest
	}
	return append(findings, more...)
}

// decode returns the front matter as a Map.
func (p *parts) decode(hidden bool) (*Node, diag.List) {
	root, findings := p.front.decode(hidden)
	switch {
	case root == nil || root.Kind == Map:
		return root, findings
	case root.Kind == Null && root.At.Start == root.At.End:
		return &Node{Kind: Map, At: p.fence}, findings
	}
	return nil, append(findings, diag.New(diag.NotAMapping, root.At))
}

// read fills in one of the handbook's own files. A panic stays with it.
func (f *YAMLFile) read(fsys fs.FS) (findings diag.List) {
	defer func() {
		if r := recover(); r != nil {
			findings = append(findings, crashed(f.Name, r))
		}
	}()
	data, err := readFile(fsys, f.Path, MaxFileBytes)
	if err != nil {
		return diag.List{refused(f.Name, err)}
	}
	f.Digest = sha256.Sum256(data)
	f.Root, findings = Decode(f.Name, data, 1)
	return findings
}

func crashed(name string, reason any) diag.Diagnostic {
	return diag.New(diag.Crashed, place(name), "detail", fmt.Sprint(reason))
}

// refused is the finding for a file that readFile did not bring.
func refused(name string, err error) diag.Diagnostic {
	var large *TooLargeError
	var other *NotRegularError
	switch {
	case errors.As(err, &large):
		return diag.New(diag.FileTooLarge, place(name),
			"size", strconv.FormatInt(large.Size, 10), "limit", strconv.FormatInt(large.Limit, 10))
	case errors.As(err, &other):
		return notRegular(name, other.Type)
	}
	return unreadable(name, err)
}

func notRegular(name string, kind fs.FileMode) diag.Diagnostic {
	variant := "special"
	if kind&fs.ModeSymlink != 0 {
		variant = "symlink"
	}
	return diag.New(diag.NotRegularFile, place(name)).As(variant)
}

// unreadable leaves the path out of the reason: it may be of the machine.
func unreadable(name string, err error) diag.Diagnostic {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return diag.New(diag.UnreadableFile, place(name), "reason", err.Error())
}
