// Mkcorpus writes a handbook of any size for benchmarks:
//
//	go run ./generator/internal/corpus/mkcorpus /tmp/corpus/content 10000
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
	if len(args) != 2 {
		return fmt.Errorf("usage: mkcorpus FOLDER RECORDS")
	}
	n, err := strconv.Atoi(args[1])
	if err != nil || n < 10 {
		return fmt.Errorf("a corpus has 10 records or more, not %q", args[1])
	}
	return os.CopyFS(args[0], corpus.Content(n))
}
