package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/corpus"
	"github.com/cxbook/cxbook/generator/publish"
)

var sizes = []int{1000, 10_000}

func corpusInput(n int) generator.Input {
	in := sampleInput()
	in.Content = corpus.Content(n)
	return in
}

// The corpus must be worth measuring: of the size it says, without findings.
func TestCorpus(t *testing.T) {
	j, err := generator.Check(context.Background(), corpusInput(100))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range j.Findings {
		t.Errorf("%s:%d: %s %s", d.At.File, d.At.Start.Line, d.Code, d.Text("en"))
	}
	if len(j.Book.Records) != 100 {
		t.Errorf("%d records, want 100", len(j.Book.Records))
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, n := range sizes {
		in := corpusInput(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if j, err := generator.Check(context.Background(), in); err != nil || j.Failed() {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/record")
		})
	}
}

// BenchmarkBuild measures the whole way to a folder on disk, in three
// languages, into an empty place each time.
func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		in := corpusInput(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			for i := 0; b.Loop(); i++ {
				_, s, err := generator.Build(context.Background(), in)
				if err != nil || s == nil {
					b.Fatal(err)
				}
				folder, err := publish.Open(filepath.Join(dir, fmt.Sprint(i)))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := folder.Publish(context.Background(), s, "x"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/record")
		})
	}
}

// BenchmarkLookAgain measures what a preview does after one edit: the whole
// handbook is judged and planned anew, with the memory of the last look, and
// one page is made.
func BenchmarkLookAgain(b *testing.B) {
	for _, n := range sizes {
		in := corpusInput(n)
		in.Memory = &generator.Memory{}
		files := in.Content.(fstest.MapFS)
		const edited = "pages/page-00001.pl.md"
		text := files[edited].Data
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				files[edited] = &fstest.MapFile{Data: fmt.Appendf(nil, "%s\n\nEdit %d.\n", text, i)}
				_, s, err := generator.Build(context.Background(), in)
				if err != nil || s == nil {
					b.Fatal(err)
				}
				f, ok := s.File("pl/pages/page-00001/index.html")
				if !ok {
					b.Fatal("the page is gone")
				}
				if data, err := f.Bytes(); err != nil || !bytes.Contains(data, fmt.Appendf(nil, "Edit %d.", i)) {
					b.Fatal(err)
				}
			}
		})
	}
}
