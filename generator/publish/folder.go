package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// refuse says why a folder must not be published to, before anything is
// looked at inside it.
func refuse(dir string, keep []string) error {
	if filepath.Dir(dir) == dir {
		return errors.New("it is the root of the disk")
	}
	real := resolve(dir)
	if home, err := os.UserHomeDir(); err == nil && home != "" && within(resolve(home), real) {
		return errors.New("it is the home folder, or the home folder is inside it")
	}
	for _, k := range keep {
		abs, err := filepath.Abs(k)
		if err != nil {
			return err
		}
		kept := resolve(abs)
		if within(real, kept) || within(kept, real) {
			return fmt.Errorf("it would overwrite %s: choose another folder with --output", k)
		}
	}
	for up := filepath.Dir(real); ; up = filepath.Dir(up) {
		if exists(filepath.Join(up, markerName)) {
			return fmt.Errorf("it is inside another site of cxbook's (%s): choose another folder with --output", up)
		}
		if filepath.Dir(up) == up {
			break
		}
	}
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return errors.New("it is a symbolic link: name the folder it leads to")
	case !info.IsDir():
		return errors.New("it is a file")
	}
	return nil
}

// resolve follows symbolic links as far as the path exists, so that two names
// of one folder are told to be one.
func resolve(name string) string {
	rest := ""
	for dir := name; ; dir = filepath.Dir(dir) {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if filepath.Dir(dir) == dir {
			return name
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

// within reports whether name is dir or inside it.
func within(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// ours makes sure that nothing is lost when the folder is replaced: it does
// not exist, is empty, or holds a site of cxbook's and no file besides.
func (f *Folder) ours() error {
	entries, err := os.ReadDir(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return nil
	}
	m, err := readMarker(f.dir)
	if err != nil {
		return fmt.Errorf("it has files in it that cxbook did not make (such as %s), and they would be lost: "+
			"choose another folder with --output, or empty this one", entries[0].Name())
	}
	foreign, err := m.foreign(f.dir, func(int64) {})
	if err != nil {
		return err
	}
	if foreign != "" {
		return fmt.Errorf("cxbook did not make %s in it, which would be lost: move that file away", foreign)
	}
	return nil
}
