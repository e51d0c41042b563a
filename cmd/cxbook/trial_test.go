package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
	"github.com/cxbook/cxbook/themes"
)

// trial is the command `cxbook-on-trial FOLDER [FILE]`: `cxbook check` of a
// content folder with what no test can plant on a disk (see faulty).
func trial(args []string) int {
	if len(args) == 0 {
		return 2
	}
	j, err := generator.Check(context.Background(), generator.Input{
		Content: faulty{os.DirFS(args[0])}, Prefix: args[0], Theme: themes.Default(),
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
		AsOf:    lang.Date{Year: 2026, Month: 11, Day: 22},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	shown := diag.List{}
	for _, d := range j.Findings {
		if len(args) == 1 || d.At.File == args[1] {
			shown = append(shown, d)
		}
	}
	options := report.Options{Lang: "en", Records: len(j.Book.Records)}
	if err := report.Text(os.Stdout, shown, options); err != nil || !j.Failed() {
		return 2
	}
	return 1
}

// A faulty folder makes the program panic over a file whose name has "panic"
// in it, and has one file too many in a folder called crowd.
type faulty struct{ fs.FS }

// Open panics over a file that asks for it.
func (f faulty) Open(name string) (fs.File, error) {
	if strings.Contains(name, "panic") {
		panic("the program has a fault")
	}
	return f.FS.Open(name)
}

// ReadDir lists a folder.
func (f faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	if path.Base(name) == "crowd" {
		for i := range source.MaxFiles + 1 {
			entries = append(entries, fs.FileInfoToDirEntry(imagined(fmt.Sprintf("%d.csv", i))))
		}
	}
	return entries, err
}

// imagined is a file that is only a name.
type imagined string

// Name returns the name.
func (i imagined) Name() string { return string(i) }

// Size is that of an empty file.
func (imagined) Size() int64 { return 0 }

// Mode is that of a regular file.
func (imagined) Mode() fs.FileMode { return 0o444 }

// ModTime is of no account.
func (imagined) ModTime() time.Time { return time.Time{} }

// IsDir says that it is no folder.
func (imagined) IsDir() bool { return false }

// Sys has nothing to add.
func (imagined) Sys() any { return nil }
