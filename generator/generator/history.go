package generator

import (
	"crypto/sha256"
	"io/fs"
	"runtime"
	"sync"

	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/source"
)

// A state is a file's bytes and the committed ones that they are compared with.
type state struct {
	digest [32]byte
	blob   string
}

// history returns what git knows of the files, those marked whose bytes are
// not the committed ones. What a file was is remembered, so that a look after
// a small change reads only what changed.
func (in Input) history(tree *source.Tree, memory *Memory) *history.History {
	h := in.History
	if h == nil || len(h.Files) == 0 {
		return h
	}
	known := make(map[state]bool, len(tree.Files))
	open := map[string]bool{}
	var mutex sync.Mutex
	var group sync.WaitGroup
	files := make(chan *source.File)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for f := range files {
				key := state{f.Digest, h.Files[f.Path].Blob}
				same, ok := memory.committed[key]
				if !ok {
					same = committed(in.Content, f, h.Files[f.Path])
				}
				mutex.Lock()
				known[key], open[f.Path] = same, !same
				mutex.Unlock()
			}
		})
	}
	for _, f := range tree.Files {
		if _, ok := h.Files[f.Path]; ok {
			files <- f
		}
	}
	close(files)
	group.Wait()
	memory.committed = known
	return h.Opened(func(path string, _ history.File) bool { return open[path] })
}

// committed reports whether a file that was read has the committed bytes. One
// that has been written since it was read has others.
func committed(content fs.FS, f *source.File, known history.File) bool {
	data, err := fs.ReadFile(content, f.Path)
	return err == nil && sha256.Sum256(data) == f.Digest && known.Committed(data)
}
