package generator_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

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
