package generator_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/cxbook/cxbook/generator/generator"
)

// The sample's site is the same to the byte however many processors make it
// and in whatever order a folder lists its files.
func TestSameBytes(t *testing.T) {
	var first map[string][]byte
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for run := range rounds(10, 4) {
		runtime.GOMAXPROCS(1 + run%4)
		in := sampleInput()
		if run > 0 {
			in.Content = shuffled{in.Content, rand.New(rand.NewPCG(uint64(run), 1))}
		}
		files := siteOf(t, in)
		if first == nil {
			first = files
			continue
		}
		if len(files) != len(first) {
			t.Errorf("run %d: %d files, want %d", run, len(files), len(first))
		}
		for name, data := range files {
			if !bytes.Equal(data, first[name]) {
				t.Fatalf("run %d: %s differs", run, name)
			}
		}
	}
}

func siteOf(t *testing.T, in generator.Input) map[string][]byte {
	t.Helper()
	_, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range s.Files() {
		data, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		out[f.Path] = data
	}
	return out
}

// shuffled is a file system whose folders list their files in any order, as
// some do.
type shuffled struct {
	fs.FS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	s.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}
