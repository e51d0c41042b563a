package generator_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/corpus"
	"github.com/cxbook/cxbook/generator/publish"
)

// large is the handbook that scorecards have to be fast with.
var large = corpus.Size{Initiatives: 5000, Assessments: 500, Answers: 1_000_000}

func scoredInput(size corpus.Size) generator.Input {
	in := sampleInput()
	in.Content = corpus.Scored(size)
	return in
}

// The corpus must be worth measuring: of the size it says, each initiative in its
// place, without errors.
func TestScoredCorpus(t *testing.T) {
	j, err := generator.Check(context.Background(), scoredInput(corpus.Size{Initiatives: 20, Assessments: 42, Answers: 3000}))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range j.Findings {
		if d.Severity == diag.Error {
			t.Errorf("%s:%d: %s %s", d.At.File, d.At.Start.Line, d.Code, d.Text("en"))
		}
	}
	if n := len(j.Cards.Card("SCR-PRIORITY").Rows); n != 20 {
		t.Errorf("%d initiatives have a priority", n)
	}
	if n := len(j.Book.ByType("assessment")); n != 42 {
		t.Errorf("%d assessments", n)
	}
}

func BenchmarkScoredCheck(b *testing.B) {
	in := scoredInput(large)
	b.ReportAllocs()
	for b.Loop() {
		if j, err := generator.Check(context.Background(), in); err != nil || j.Failed() {
			b.Fatal(err)
		}
	}
}

func BenchmarkScoredBuild(b *testing.B) {
	in := scoredInput(large)
	b.ReportAllocs()
	for b.Loop() {
		_, s, err := generator.Build(context.Background(), in)
		if err != nil || s == nil {
			b.Fatal(err)
		}
		folder, err := publish.Open(filepath.Join(b.TempDir(), "public"))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := folder.Publish(context.Background(), s, "x"); err != nil {
			b.Fatal(err)
		}
	}
}
