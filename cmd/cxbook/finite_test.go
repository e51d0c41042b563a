package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// noNumber is what figures must never be: no number, endless, or less than
// nothing by nothing.
var noNumber = regexp.MustCompile(`\b(?i:nan)\b|\b(?:Inf|Infinity|infinity)\b|∞|(?:^|[\s>",:;(=])[-−]0(?:[.,]0+)?(?:$|[\s<",;)%}\]])`)

// finite is the command `finite FILE-OR-FOLDER…`: it prints each place of a page
// or data file that has what is no number, and fails where there is one.
func finite(args []string) int {
	code := 0
	for _, root := range args {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || slices.Contains([]string{".css", ".js"}, filepath.Ext(name)) {
				return err
			}
			data, err := os.ReadFile(name)
			for _, at := range noNumber.FindAllIndex(data, -1) {
				code = 1
				fmt.Printf("%s: %s\n", name, data[max(at[0]-60, 0):min(at[1]+20, len(data))])
			}
			return err
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 2
		}
	}
	return code
}

// What the command looks for, and what only looks like it.
func TestNoNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"<td>NaN</td>": true, `"value":+Inf,`: true, "<td>−0.0%</td>": true, "score -0\n": true, `"value":-0,`: true, "(∞)": true, "−0,0": true,
		"<td>−0.5</td>": false, "Information": false, "2026-01-01": false, "P-0": false, "INI-001": false, "nanotechnology": false, "0.0": false, "-05": false,
	} {
		if got := noNumber.MatchString(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
