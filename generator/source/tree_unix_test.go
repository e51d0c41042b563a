//go:build unix

package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// On a real disk, what is no regular file must be refused before it is
// opened: opening a named pipe would wait for ever.
func TestReadRefusesBeforeOpening(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	secret := filepath.Join(outside, "secret.md")
	must(os.WriteFile(secret, []byte("---\nid: SECRET\n---\n"), 0o644))
	must(os.Mkdir(filepath.Join(dir, "policies"), 0o755))
	must(os.WriteFile(filepath.Join(dir, "policies/good.md"), []byte("---\nid: x\n---\n"), 0o644))
	must(os.Symlink(secret, filepath.Join(dir, "policies/link.md")))
	must(os.Symlink(outside, filepath.Join(dir, "policies/folder")))
	must(os.Symlink("nowhere", filepath.Join(dir, "policies/dangling.md")))
	must(os.Symlink(".", filepath.Join(dir, "policies/loop")))
	must(syscall.Mkfifo(filepath.Join(dir, "policies/pipe.md"), 0o644))
	must(syscall.Mkfifo(filepath.Join(dir, "handbook.yaml"), 0o644))
	must(os.Link(filepath.Join(dir, "policies/good.md"), filepath.Join(dir, "policies/hard.md")))

	tree, findings, err := Read(os.DirFS(dir), "content")
	must(err)
	want := []string{
		"content/handbook.yaml CX112/special 1:1-1:1",
		"content/policies/dangling.md CX112/symlink 1:1-1:1",
		"content/policies/folder CX112/symlink 1:1-1:1",
		"content/policies/link.md CX112/symlink 1:1-1:1",
		"content/policies/loop CX112/symlink 1:1-1:1",
		"content/policies/pipe.md CX112/special 1:1-1:1",
	}
	if diff := cmp.Diff(want, named(findings)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(tree.Files) != 2 || len(tree.YAML) != 0 {
		t.Errorf("%d files, %d yaml", len(tree.Files), len(tree.YAML))
	}

	var irregular *NotRegularError
	for _, path := range []string{"policies/link.md", "policies/folder/secret.md", "policies/pipe.md", "policies/loop/good.md"} {
		if _, err := ReadAsset(os.DirFS(dir), path); !errors.As(err, &irregular) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestReadNamesInOtherEncodings(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "zg\xb3oszenie.md"), []byte("---\nid: x\n---\n"), 0o644); err != nil {
		t.Skip("this disk takes no such name: ", err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "pol\xa1"), 0o755); err != nil {
		t.Fatal(err)
	}
	tree, findings, err := Read(os.DirFS(dir), "content")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"content/pol\ufffd CX116/characters 1:1-1:1", "content/zg\ufffdoszenie.md CX116/characters 1:1-1:1"}
	if diff := cmp.Diff(want, named(findings)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(tree.Files) != 0 {
		t.Error("a file was read that cannot be named")
	}
}

func TestReadUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x.md"), nil, 0); err != nil {
		t.Fatal(err)
	}
	_, findings, err := Read(os.DirFS(dir), "content")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"content/x.md CX113 1:1-1:1"}, named(findings)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadWithoutAFolder(t *testing.T) {
	if _, _, err := Read(os.DirFS(filepath.Join(t.TempDir(), "none")), "content"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
