package redline

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// prose returns n words out of a number of different ones.
func prose(r *rand.Rand, n, different int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("w%d", r.IntN(different))
	}
	return strings.Join(out, " ")
}

// edited returns a text with one word in so many replaced.
func edited(r *rand.Rand, text string, every int) string {
	all := strings.Fields(text)
	for i := range all {
		if r.IntN(every) == 0 {
			all[i] = fmt.Sprintf("n%d", r.IntN(1000))
		}
	}
	return strings.Join(all, " ")
}

// inSections cuts a text into sections of blocks.
func inSections(text string, perBlock, blocks int) []Section {
	all := strings.Fields(text)
	var out []Section
	for n := 0; len(all) > 0; n++ {
		s := Section{Key: fmt.Sprintf("par-%d", n+1), Title: fmt.Sprintf("§ %d", n+1)}
		for range blocks {
			k := min(perBlock, len(all))
			s.Blocks = append(s.Blocks, Block{strings.Join(all[:k], " ")})
			all = all[k:]
		}
		out = append(out, s)
	}
	return out
}

// The goal is 10,000 words in less than a second, however they differ.
func BenchmarkCompare(b *testing.B) {
	const n = 10_000
	r := rand.New(rand.NewPCG(1, 2))
	base := prose(r, n, 3000)
	for _, c := range []struct{ name, before, after string }{
		{"few-edits", base, edited(r, base, 100)},
		{"many-edits", base, edited(r, base, 4)},
		{"every-other-word", base, edited(r, base, 2)},
		{"all-different", base, strings.ReplaceAll(base, "w", "x")},
		{"other-order", base, prose(r, n, 3000)},
		{"few-words", prose(r, n, 50), prose(r, n, 50)},
		{"two-words", prose(r, n, 2), prose(r, n, 2)},
		{"unique-words", prose(r, n, 1<<30), prose(r, n, 1<<30)},
	} {
		for _, shape := range []struct {
			name             string
			perBlock, blocks int
		}{{"law", 60, 8}, {"one-section", 60, 200}, {"one-block", n, 1}} {
			b.Run(c.name+"/"+shape.name, func(b *testing.B) {
				old, now := inSections(c.before, shape.perBlock, shape.blocks), inSections(c.after, shape.perBlock, shape.blocks)
				for b.Loop() {
					Compare(old, now)
				}
			})
		}
	}
}
