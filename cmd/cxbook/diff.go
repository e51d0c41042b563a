package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/spf13/cobra"
)

func (a *app) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff [BASE]",
		Short: "Show what has changed in the handbook since a git revision",
		Long: `Compares the handbook as it is in the folder with what it was at a revision of
git: records added and removed, fields that say something else, and the words of
each paragraph that were [-deleted-] and {+inserted+}. A version that is new is
compared with the one before it. BASE is a branch, a tag or a commit; without
it, origin/HEAD, else the handbook's own branch, main or master. Nothing is
checked out. Exits 0 whatever has changed.`,
		Example: "  cxbook diff\n  cxbook diff v2026.1\n  cxbook diff --format json main",
		Args:    cobra.MaximumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.diff(cmd.Context(), args) },
	}
}

func (a *app) diff(ctx context.Context, args []string) error {
	now, err := a.judge(ctx)
	if err != nil {
		return err
	}
	bases := args
	if len(bases) == 0 {
		bases = slices.Compact([]string{"origin/HEAD", now.Book.Config.Repository.Branch, "main", "master"})
	}
	base, content, err := a.contentAt(ctx, bases)
	if reason := history.ReasonOf(err); reason != "" && reason != history.Failed {
		return errors.New(noHistory[reason].In(a.flags.lang))
	}
	if err != nil {
		return err
	}
	in, err := a.flags.input()
	if err != nil {
		return err
	}
	in.Content = content
	before, err := generator.Check(ctx, in)
	if err != nil {
		return fmt.Errorf("%s: %w", base, err)
	}
	if n := before.Findings.Count(diag.Error); n > 0 {
		a.note(noteErrorsBefore, base, n)
	}
	if n := now.Findings.Count(diag.Error); n > 0 {
		a.note(noteErrorsNow, n)
	}
	changes := compare.Handbooks(before.Book, now.Book)
	options := report.Options{Lang: a.flags.lang, AsOf: a.flags.day.String(), Color: a.flags.tints}
	if a.flags.format == "json" {
		return report.DiffJSON(a.out, base, changes, options)
	}
	return report.Diff(a.out, base, changes, options)
}

// contentAt returns the content folder at the first of some revisions that
// there is. A revision before the folder had any content is an empty handbook.
func (a *app) contentAt(ctx context.Context, bases []string) (string, fs.FS, error) {
	for _, base := range bases {
		if base == "" {
			continue
		}
		content, err := a.repository().Tree(ctx, base)
		switch {
		case errors.Is(err, history.ErrUnknownRevision):
			continue
		case errors.Is(err, history.ErrNoFolder):
			return base, embed.FS{}, nil
		}
		return base, content, err
	}
	return "", nil, fmt.Errorf("there is no revision %s: name a branch, a tag or a commit that git knows (git branch -a)", strings.Join(slices.DeleteFunc(bases, func(b string) bool { return b == "" }), ", "))
}
