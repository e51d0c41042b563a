package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

// A misspelt FILE must not look like a file without findings.
func TestCheckNamesFilesThatAreNotThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	var out, notes bytes.Buffer
	a := &app{
		out: &out, err: &notes, getenv: func(string) string { return "" },
		today: lang.Date{Year: 2026, Month: 11, Day: 22},
	}
	a.run(context.Background(), []string{"check", "-C", dir, "content", "content/polices"})
	if got := notes.String(); strings.Count(got, "there is no file or folder") != 1 || !strings.Contains(got, " content/polices:") {
		t.Errorf("notes: %q", got)
	}
}
