package generator_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/corpus"
)

var sizes = []int{1000, 10_000}

func corpusInput(n int) generator.Input {
	in := sampleInput()
	in.Content = corpus.Content(n)
	return in
}

// The corpus must be worth measuring: of the size it says, without findings.
func TestCorpus(t *testing.T) {
	j, err := generator.Check(corpusInput(100))
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
				if j, err := generator.Check(in); err != nil || j.Failed() {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/record")
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		in := corpusInput(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				_, s, err := generator.Build(context.Background(), in)
				if err != nil || s == nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/record")
		})
	}
}
