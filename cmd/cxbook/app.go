package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/spf13/cobra"
)

// House rules of the command line
//
//   - stdout is the result and nothing else; notes and operational errors go
//     to stderr, each starting with "cxbook: ".
//   - Exit 0: fine. 1: the handbook has errors; of due: something is overdue.
//     2: the command could not do its work (usage, unknown code or type, no
//     content folder, cannot write).
//   - An error says what is wrong and what to do about it.
//   - Findings are in the reader's language, flags and help in English.

// An app is one run of the program and what it may touch of the process.
type app struct {
	out, err io.Writer
	getenv   func(string) string
	environ  []string // for git
	today    lang.Date
	program  func() string // stands for the program's own bytes; only a build asks
	flags    flags
}

// errFindings ends a command whose result says that the handbook has errors,
// or that something in it is overdue.
var errFindings = errors.New("the handbook has errors")

// run carries out a command line and returns the exit code.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.command()
	root.SetArgs(args)
	root.SetOut(a.out)
	root.SetErr(a.err)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return 1
	case errors.Is(err, context.Canceled):
		err = errors.New("interrupted before it was done")
	}
	fmt.Fprintln(a.err, "cxbook: "+printable(err.Error()))
	return 2
}

// printable keeps what an error quotes from moving a terminal's cursor.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "cxbook",
		Short: "Checks an organisation's customer law and publishes it as a handbook",
		Long: `cxbook keeps the customer law of an organisation (policies, roles, procedures,
metrics, …) as Markdown files with front matter: it judges every record,
resolves every reference, and publishes a handbook in Polish, Czech and English.`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	a.flags.register(root)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return a.flags.settle(a, formatsOf(cmd)) }
	root.AddCommand(a.checkCommand(), a.buildCommand(), a.serveCommand(), a.dueCommand(), a.scoreCommand(), a.diffCommand(), a.explainCommand(), a.schemaCommand())
	return root
}

// note tells the person at the terminal something that is not the result.
func (a *app) note(t words, args ...any) {
	if !a.flags.quiet {
		fmt.Fprintln(a.err, "cxbook: "+printable(fmt.Sprintf(t.In(a.flags.lang), args...)))
	}
}

// executable stands for the program itself, so that a site made by another
// build of it is made anew.
func executable() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
