package score_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
)

// BenchmarkMake scores five thousand initiatives.
func BenchmarkMake(b *testing.B) {
	random := rand.New(rand.NewPCG(5, 6))
	files := map[string]string{}
	for n := range 5000 {
		i := idea{1 + random.IntN(5), 1 + random.IntN(5), 1 + random.IntN(5), 1 + random.IntN(5)}
		files[fmt.Sprintf("initiatives/idea-%d.md", n+1)] = i.record(n + 1)
	}
	set, shipped, err := builtIn()
	if err != nil {
		b.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree(b, files), Schemas: set, AsOf: lang.Date{Year: 2026, Month: 11, Day: 24}})
	duties, _ := duty.Assign(book)
	in := score.Input{Book: book, Duties: duties, Ledger: acknowledgement.Ledger{}, Shipped: shipped}
	b.ReportAllocs()
	for b.Loop() {
		score.Make(in)
	}
}
