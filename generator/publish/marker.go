package publish

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// markerName is the file that says that cxbook made a folder.
const markerName = ".cxbook.json"

// A marker describes a published site: what it was made from and which files
// it has, so that a folder with anything else in it is never replaced.
type marker struct {
	Version int              `json:"version"`
	Digest  string           `json:"digest"`
	Files   map[string]int64 `json:"files"` // path → size in bytes
}

func writeMarker(dir, digest string, sizes map[string]int64) error {
	m := marker{Version: 1, Digest: digest, Files: sizes}
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, markerName), append(data, '\n'), 0o644)
}

// readMarker fails where the folder has no marker or one that was not
// written to its end.
func readMarker(dir string) (marker, error) {
	name := filepath.Join(dir, markerName)
	info, err := os.Lstat(name)
	if err != nil {
		return marker{}, err
	}
	if !info.Mode().IsRegular() {
		return marker{}, fmt.Errorf("%s is no regular file", name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return marker{}, err
	}
	var m marker
	if err := json.Unmarshal(data, &m); err != nil {
		return marker{}, fmt.Errorf("%s: %w", name, err)
	}
	if m.Version != 1 || m.Files == nil {
		return marker{}, fmt.Errorf("%s is not of a version that this program knows", name)
	}
	return m, nil
}

// describes reports whether the folder holds exactly the files of the marker.
func (m marker) describes(dir string) bool {
	seen := 0
	foreign, err := m.foreign(dir, func(size int64) { seen++ })
	return err == nil && foreign == "" && seen == len(m.Files)
}

// foreign returns the first file of a folder that the marker does not know.
// known is called for each file that it knows and that has its size.
func (m marker) foreign(dir string, known func(size int64)) (string, error) {
	found := ""
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == markerName || litter[d.Name()] {
			return err
		}
		size, ours := m.Files[name]
		if !ours {
			found = name
			return fs.SkipAll
		}
		if info, err := d.Info(); err == nil && info.Mode().IsRegular() && info.Size() == size {
			known(size)
		}
		return nil
	})
	return found, err
}

// litter is what operating systems drop into folders that somebody looks at.
var litter = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}
