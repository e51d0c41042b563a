// Mkcorpus writes a handbook of any size for benchmarks: one of so many records,
// or one of so many initiatives, assessments, and answers of customers.
//
//	go run ./generator/internal/corpus/mkcorpus /tmp/corpus/content 10000
//	go run ./generator/internal/corpus/mkcorpus /tmp/corpus/content 5000 500 1000000
package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/cxbook/cxbook/generator/internal/corpus"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mkcorpus:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	var sizes []int
	for _, a := range args[min(len(args), 1):] {
		n, err := strconv.Atoi(a)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is no number of records", a)
		}
		sizes = append(sizes, n)
	}
	switch {
	case len(sizes) == 1 && sizes[0] >= 10:
		return os.CopyFS(args[0], corpus.Content(sizes[0]))
	case len(sizes) == 1:
		return fmt.Errorf("a corpus has 10 records or more, not %d", sizes[0])
	case len(sizes) == 3:
		return os.CopyFS(args[0], corpus.Scored(corpus.Size{Initiatives: sizes[0], Assessments: sizes[1], Answers: sizes[2]}))
	}
	return fmt.Errorf("usage: mkcorpus FOLDER RECORDS, or mkcorpus FOLDER INITIATIVES ASSESSMENTS ANSWERS")
}
