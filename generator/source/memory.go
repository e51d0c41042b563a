package source

import (
	"crypto/sha256"
	"io/fs"

	"github.com/cxbook/cxbook/generator/diag"
)

// A Memory holds the files of the last reading, so that those which have not
// changed since are not parsed again: it is for whoever looks at a folder time
// and again. Every file's bytes are read all the same, for sizes and times do
// not tell whether a file has changed. The zero Memory is empty. It must not
// be used by two readings at once.
type Memory struct {
	files map[string]remembered
}

type remembered struct {
	file     *File
	findings diag.List
}

// recall returns the file as it was read before, where its bytes are the same.
func (m *Memory) recall(f *File, digest [32]byte) (remembered, bool) {
	old, ok := m.files[f.Path]
	return old, ok && old.file.Digest == digest && old.file.Name == f.Name
}

// keep remembers the files of a tree, and forgets all others.
func (m *Memory) keep(files []*File, found []diag.List) {
	m.files = make(map[string]remembered, len(files))
	for i, f := range files {
		if f.Digest != ([32]byte{}) { // one that could not be read is tried again
			m.files[f.Path] = remembered{f, found[i]}
		}
	}
}

// read reads a Markdown file, or takes it from memory. A panic stays with the
// file.
func (m *Memory) read(fsys fs.FS, f *File) (file *File, findings diag.List) {
	defer func() {
		if r := recover(); r != nil {
			f.Front = nil
			file, findings = f, append(findings, crashed(f.Name, r))
		}
	}()
	data, err := readFile(fsys, f.Path, MaxFileBytes)
	if err != nil {
		return f, diag.List{refused(f.Name, err)}
	}
	f.Digest = sha256.Sum256(data)
	if old, ok := m.recall(f, f.Digest); ok {
		return old.file, old.findings
	}
	findings = f.parse(data)
	if f.Front == nil {
		f.Raw = data
	}
	return f, findings
}
