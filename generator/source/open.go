package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// A TooLargeError says that a file is beyond a limit.
type TooLargeError struct{ Size, Limit int64 }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("the file has %d bytes, more than %d", e.Size, e.Limit)
}

// A NotRegularError says that something is not an ordinary file inside the
// content folder: a symbolic link, a pipe, a socket, a device, a folder.
type NotRegularError struct{ Type fs.FileMode }

func (e *NotRegularError) Error() string { return "not an ordinary file" }

// ReadAsset returns the bytes of an attachment, image or data file. Like
// Read it opens regular files within fsys only, up to MaxAssetBytes; no part
// of the path may be a symbolic link.
func ReadAsset(fsys fs.FS, path string) ([]byte, error) {
	data, err := readAsset(fsys, path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return data, nil
}

func readAsset(fsys fs.FS, path string) ([]byte, error) {
	if !fs.ValidPath(path) {
		return nil, fs.ErrInvalid
	}
	for end := 0; end < len(path); {
		if next := strings.IndexByte(path[end+1:], '/'); next >= 0 {
			end += 1 + next
		} else {
			end = len(path)
		}
		info, err := fs.Lstat(fsys, path[:end])
		if err != nil {
			return nil, err
		}
		kind := info.Mode().Type()
		if kind != fs.ModeDir && end < len(path) || kind != 0 && end == len(path) {
			return nil, &NotRegularError{kind}
		}
	}
	return readFile(fsys, path, MaxAssetBytes)
}

// readFile reads a file that was listed as a regular one, and looks again
// now that it is open.
func readFile(fsys fs.FS, path string, limit int64) (data []byte, err error) {
	f, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &NotRegularError{info.Mode().Type()}
	}
	if info.Size() > limit {
		return nil, &TooLargeError{info.Size(), limit}
	}
	b := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit { // it grew meanwhile
		return nil, &TooLargeError{int64(b.Len()), limit}
	}
	return b.Bytes(), nil
}
