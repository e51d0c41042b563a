package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/spf13/cobra"
)

func (a *app) checkCommand() *cobra.Command {
	strict := false
	cmd := &cobra.Command{
		Use:   "check [FILE…]",
		Short: "Judge the handbook",
		Long: `Judges the whole handbook and reports every finding with its place and what to
do. FILE limits what is shown, never what is judged. Exits 1 if there are
errors, with --strict also if there are warnings.`,
		Example: "  cxbook check\n  cxbook check --lang pl content/policies/glos-klienta.pl.md\n  cxbook check --format json",
		RunE: func(cmd *cobra.Command, files []string) error {
			j, err := a.judge(cmd.Context())
			if err != nil {
				return err
			}
			for _, f := range files {
				if _, err := os.Lstat(a.flags.at(f)); errors.Is(err, fs.ErrNotExist) {
					a.note(noteNoSuchFile, f) // else a misspelt name looks like a file without findings
				}
			}
			shown := a.limit(j.Findings, files)
			if err := a.report(a.out, j, shown); err != nil {
				return err
			}
			if n := len(j.Findings) - len(shown); n > 0 {
				a.note(noteElsewhere, j.Findings.Count(diag.Error)-shown.Count(diag.Error), j.Findings.Count(diag.Warning)-shown.Count(diag.Warning))
			}
			if j.Failed() || strict && j.Findings.Count(diag.Warning) > 0 {
				return errFindings
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "exit 1 on warnings, too")
	return cmd
}

func (a *app) judge(ctx context.Context) (*generator.Judgement, error) {
	in, err := a.flags.input()
	if err != nil {
		return nil, err
	}
	j, err := generator.Check(ctx, in)
	if err != nil {
		return nil, err
	}
	if err := a.flags.known(j.Book); err != nil {
		return nil, err
	}
	if len(in.Audience) > 0 {
		a.note(noteAll)
	}
	return j, nil
}

// limit returns the findings of the files, named from the working folder. A
// folder stands for everything in it.
func (a *app) limit(all diag.List, files []string) diag.List {
	if len(files) == 0 {
		return all
	}
	out := diag.List{}
	for _, d := range all {
		for _, f := range files {
			name := a.flags.shown(f)
			if d.At.File == name || name == "." || strings.HasPrefix(d.At.File, name+"/") {
				out = append(out, d)
				break
			}
		}
	}
	return out
}

// report prints findings in the form that was asked for.
func (a *app) report(w io.Writer, j *generator.Judgement, shown diag.List) error {
	options := report.Options{
		Lang: a.flags.lang, AsOf: a.flags.day.String(), Records: len(j.Book.Records),
		Color: a.flags.tints, Line: a.lines(),
	}
	if a.flags.format == "json" {
		return report.JSON(w, shown, options)
	}
	return report.Text(w, shown, options)
}

// lines returns the lines of the files that findings name, read once each.
func (a *app) lines() func(file string, line int) (string, bool) {
	read := map[string][]string{}
	return func(file string, line int) (string, bool) {
		lines, ok := read[file]
		if !ok {
			lines = a.readLines(file)
			read[file] = lines
		}
		if line < 1 || line > len(lines) {
			return "", false
		}
		return lines[line-1], true
	}
}

// readLines reads a file for excerpts. What is no regular file is never
// opened, and what is not UTF-8 text gives no excerpt.
func (a *app) readLines(file string) []string {
	name := a.flags.at(filepath.FromSlash(path.Clean(file)))
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > source.MaxFileBytes {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	return strings.Split(strings.ToValidUTF8(string(data), "\uFFFD"), "\n")
}
