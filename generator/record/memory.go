package record

import (
	"fmt"

	"github.com/cxbook/cxbook/generator/source"
)

// A Memory holds what the last Load found in single files, so that those which
// have not changed since are not judged again. A file is the same if it is the
// same in memory (see source.Memory). The zero Memory is empty. It must not be
// used by two Loads at once.
type Memory struct {
	under string // what the files were judged by
	files map[*source.File]*draft
}

// open forgets everything where files would be judged by something else now.
func (m *Memory) open(l *loader) {
	c := l.book.Config
	under := fmt.Sprintf("%p %v %s %q %v", l.in.Schemas, l.in.HTML, c.DefaultLanguage, c.Languages, l.blind)
	if under != m.under {
		m.under, m.files = under, nil
	}
}

// recall returns what was found in a file.
func (m *Memory) recall(f *source.File) (draft, bool) {
	if d := m.files[f]; d != nil {
		return *d, true
	}
	return draft{}, false
}

// keep remembers drafts, and forgets all others.
func (m *Memory) keep(drafts []*draft) {
	m.files = make(map[*source.File]*draft, len(drafts))
	for _, d := range drafts {
		kept := *d
		kept.findings = kept.findings[:len(kept.findings):len(kept.findings)]
		m.files[d.file] = &kept
	}
}
