package source

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text), Mode: 0o644} }

// named writes findings with their files.
func named(l diag.List) []string {
	out := []string{}
	for _, d := range l.Tidy() {
		out = append(out, d.At.File+" "+brief(diag.List{d}))
	}
	return out
}

func TestRead(t *testing.T) {
	front := "---\nid: POL-001\n---\n"
	fsys := fstest.MapFS{
		"handbook.yaml":               file("title: x\n"),
		"debt.yaml":                   file("- code: [\n"),
		"handbook.yml":                file("title: x\n"),
		"policies/b.pl.md":            file(front + "Body"),
		"policies/a.pl.md":            file("no front matter"),
		"policies-old/c.md":           file(front),
		"policies/deep/er/d.md":       file(front),
		"policies/upper.MD":           file(front),
		"policies/data.yaml":          file("["),
		"policies/form.pdf":           file("%PDF"),
		"policies/README.md":          file("notes"),
		"policies/readme.MD":          file("notes"),
		"policies/.draft.md":          file("notes"),
		".git/config":                 file("x"),
		"README.md/e.md":              file(front),
		"policies/large.md":           file(strings.Repeat("x", MaxFileBytes+1)),
		"policies/largest.md":         file(front + strings.Repeat("x", MaxFileBytes-len(front))),
		"policies/link.md":            {Data: []byte("a.pl.md"), Mode: fs.ModeSymlink},
		"policies/README.en.md":       file(front),
		"linked":                      {Data: []byte("policies"), Mode: fs.ModeSymlink},
		"policies/pipe.md":            {Mode: fs.ModeNamedPipe},
		"policies/socket":             {Mode: fs.ModeSocket},
		"policies/device":             {Mode: fs.ModeDevice},
		"policies/.hidden-link":       {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink},
		"policies/z\u0307.pl.md":      file(front),
		"policies/with\u202ebidi.md":  file(front),
		"policies/line\nbreak/x.html": file("x"),
		"policies/zażółć gęślą.pl.md": file(front),
	}
	tree, findings, err := Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	wantFindings := []string{
		"content/debt.yaml CX104/bracket 1:9-1:10",
		"content/linked CX112/symlink 1:1-1:1",
		"content/policies/a.pl.md CX101 1:1-1:1",
		"content/policies/device CX112/special 1:1-1:1",
		"content/policies/large.md CX110 1:1-1:1",
		"content/policies/line\ufffdbreak CX116/characters 1:1-1:1",
		"content/policies/link.md CX112/symlink 1:1-1:1",
		"content/policies/pipe.md CX112/special 1:1-1:1",
		"content/policies/socket CX112/special 1:1-1:1",
		"content/policies/with\ufffdbidi.md CX116/characters 1:1-1:1",
		"content/policies/z\u0307.pl.md CX116/characters 1:1-1:1",
	}
	if diff := cmp.Diff(wantFindings, named(findings)); diff != "" {
		t.Errorf("findings (-want +got)\n%s", diff)
	}
	var files, yamls, assets []string
	for _, f := range tree.Files {
		if f.Name != "content/"+shown(f.Path) {
			t.Errorf("%q is called %q", f.Path, f.Name)
		}
		files = append(files, fmt.Sprintf("%s %v", f.Path, f.Front != nil))
	}
	for _, f := range tree.YAML {
		yamls = append(yamls, fmt.Sprintf("%s %v", f.Path, f.Root != nil))
	}
	for _, a := range tree.Assets {
		assets = append(assets, fmt.Sprintf("%s %d", a.Path, a.Size))
	}
	wantFiles := []string{
		"README.md/e.md true", "policies-old/c.md true", "policies/README.en.md true", "policies/a.pl.md false",
		"policies/b.pl.md true", "policies/deep/er/d.md true", "policies/large.md false", "policies/largest.md true",
		"policies/with\u202ebidi.md true", "policies/zażółć gęślą.pl.md true", "policies/z\u0307.pl.md true",
	}
	if diff := cmp.Diff(wantFiles, files); diff != "" {
		t.Errorf("files (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"debt.yaml false", "handbook.yaml true"}, yamls); diff != "" {
		t.Errorf("yaml (-want +got)\n%s", diff)
	}
	wantAssets := []string{
		"handbook.yml 9", "policies/data.yaml 1", "policies/form.pdf 4", "policies/line\nbreak/x.html 1", "policies/upper.MD 20",
	}
	if diff := cmp.Diff(wantAssets, assets); diff != "" {
		t.Errorf("assets (-want +got)\n%s", diff)
	}
	if want := sha256.Sum256([]byte(front + "Body")); tree.Files[4].Digest != want {
		t.Error("digest")
	}
}

func TestReadIsDeterministic(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 200 {
		fsys[fmt.Sprintf("policies/p%d.md", i)] = file(fmt.Sprintf("---\nid: %d\nid: 007\n---\n", i))
	}
	tree, findings, err := Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, more, _ := Read(fsys, "content")
		if diff := cmp.Diff(findings, more); diff != "" {
			t.Fatalf("findings differ\n%s", diff)
		}
		if diff := cmp.Diff(tree, again, cmp.AllowUnexported(Node{})); diff != "" {
			t.Fatalf("trees differ\n%s", diff)
		}
	}
}

// An oddFS fails over some of its files.
type oddFS struct{ fstest.MapFS }

func (o oddFS) Open(name string) (fs.File, error) {
	switch {
	case strings.Contains(name, "panic"):
		panic("out of cheese")
	case strings.Contains(name, "closed"):
		return nil, &fs.PathError{Op: "open", Path: "/home/anna/" + name, Err: fs.ErrPermission}
	case strings.Contains(name, "swapped"):
		return o.MapFS.Open("pipe")
	case strings.Contains(name, "grown"):
		f, err := o.MapFS.Open(name)
		return grownFile{f}, err
	}
	return o.MapFS.Open(name)
}

func (o oddFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "closed-dir" {
		return nil, &fs.PathError{Op: "open", Path: "/home/anna/" + name, Err: fs.ErrPermission}
	}
	return o.MapFS.ReadDir(name)
}

// A grownFile says that it is smaller than it is.
type grownFile struct{ fs.File }

func (f grownFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return smallInfo{info}, err
}

type smallInfo struct{ fs.FileInfo }

func (smallInfo) Size() int64 { return 1 }

func TestReadSurvivesSingleFiles(t *testing.T) {
	fsys := oddFS{fstest.MapFS{
		"a/panic.md":      file(""),
		"panic.yaml":      file(""),
		"a/closed.md":     file(""),
		"a/swapped.md":    file(""),
		"a/grown.md":      file(strings.Repeat("x", MaxFileBytes+1)),
		"a/good.md":       file("---\nid: x\n---\n"),
		"closed-dir/x.md": file("---\nid: x\n---\n"),
		"pipe":            {Mode: fs.ModeNamedPipe},
	}}
	tree, findings, err := Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"content/a/closed.md CX113 1:1-1:1",
		"content/a/grown.md CX110 1:1-1:1",
		"content/a/panic.md CX121 1:1-1:1",
		"content/a/swapped.md CX112/special 1:1-1:1",
		"content/closed-dir CX113 1:1-1:1",
		"content/panic.yaml CX121 1:1-1:1",
		"content/pipe CX112/special 1:1-1:1",
	}
	if diff := cmp.Diff(want, named(findings)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, d := range findings {
		if strings.Contains(d.Text("en"), "/home") {
			t.Errorf("the machine's path shows: %s", d.Text("en"))
		}
		if d.Code == diag.Crashed && !strings.Contains(d.Text("en"), "out of cheese") {
			t.Errorf("the crash is not told: %s", d.Text("en"))
		}
	}
	if good := tree.Files[1]; good.Path != "a/good.md" || good.Front == nil {
		t.Errorf("the good file suffered: %+v", good)
	}
}

func TestReadNeedsAFolder(t *testing.T) {
	if _, _, err := Read(oddFS{fstest.MapFS{}}, "content"); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
	sub, err := fs.Sub(fstest.MapFS{}, "none")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(sub, "content"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

// Beyond the limit nothing is read but handbook.yaml: where it comes late in
// the folder it must not seem to be missing.
func TestTooManyFiles(t *testing.T) {
	fsys := fstest.MapFS{
		"a/one-too-many.md": file(""), "a/x.md": file(""), "b/x.md": file(""),
		"handbook.yaml": file("title: {pl: x}"), "other.yaml": file(""),
	}
	w := walk{fsys: fsys, tree: &Tree{Prefix: "content"}, files: MaxFiles}
	if err := fs.WalkDir(fsys, ".", w.visit); err != nil {
		t.Fatal(err)
	}
	if got := named(w.findings); len(got) != 1 || got[0] != "content/handbook.yaml CX122 1:1-1:1" {
		t.Error(got)
	}
	if len(w.tree.Files) != 0 || len(w.tree.YAML) != 1 || w.tree.YAML[0].Path != "handbook.yaml" {
		t.Errorf("%v %v", w.tree.Files, w.tree.YAML)
	}
}

func TestReadAsset(t *testing.T) {
	fsys := fstest.MapFS{
		"a/b/data.csv": file("date,value\n"),
		"a/link.csv":   {Data: []byte("b/data.csv"), Mode: fs.ModeSymlink},
		"linked":       {Data: []byte("a"), Mode: fs.ModeSymlink},
		"pipe":         {Mode: fs.ModeNamedPipe},
	}
	data, err := ReadAsset(fsys, "a/b/data.csv")
	if err != nil || string(data) != "date,value\n" {
		t.Errorf("%q, %v", data, err)
	}
	var irregular *NotRegularError
	for _, path := range []string{"a/link.csv", "linked/b/data.csv", "pipe", "a", "a/b", "a/b/data.csv/x"} {
		if _, err := ReadAsset(fsys, path); !errors.As(err, &irregular) {
			t.Errorf("%s: %v", path, err)
		}
	}
	for _, path := range []string{"../x", "/etc/passwd", "a/../../x", "a//b", ""} {
		if _, err := ReadAsset(fsys, path); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := ReadAsset(fsys, "a/none.csv"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	var large *TooLargeError
	big := fstest.MapFS{"big": {Data: make([]byte, MaxAssetBytes+1)}}
	if _, err := ReadAsset(big, "big"); !errors.As(err, &large) || large.Limit != MaxAssetBytes {
		t.Errorf("large: %v", err)
	}
}
