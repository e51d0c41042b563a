package main

import (
	"fmt"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/publish"
	"github.com/spf13/cobra"
)

func (a *app) buildCommand() *cobra.Command {
	output, look := "", look{}
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Publish the site",
		Long: `Judges the handbook and publishes it as a site of plain files. With errors
nothing is published and the last site stays as it was. The output folder is
replaced whole, and only if cxbook made it.

Records with an audience are left out without a trace, unless --audience names
one of their labels. A site says where it stands, in a sitemap and to search
engines, only if --base-url or the handbook's base_url does.`,
		Example: `  cxbook build
  cxbook build -o /srv/handbook --base-url https://cx.example.org/law/
  cxbook build -o carried --portable
  cxbook build -o board --audience board,council`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.build(cmd, output, look) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "public", "the `folder` to publish to")
	look.register(cmd)
	return cmd
}

func (a *app) build(cmd *cobra.Command, output string, look look) error {
	in, err := look.input(&a.flags)
	if err != nil {
		return err
	}
	keep := []string{a.flags.at(a.flags.content)}
	for _, own := range []string{a.flags.schemas, look.theme} {
		if own != "" {
			keep = append(keep, a.flags.at(own))
		}
	}
	folder, err := publish.Open(a.flags.at(output), keep...)
	if err != nil {
		return err
	}
	if in.History, err = a.repository().Read(cmd.Context(), a.flags.day); err != nil {
		return err
	}
	program := a.program()
	digest, err := generator.Digest(in, program)
	if err != nil {
		return err
	}
	current, err := folder.Current(cmd.Context(), digest)
	if err != nil {
		return err
	}
	if current {
		return a.unchanged(cmd, in, output)
	}
	j, site, err := generator.Build(cmd.Context(), in)
	if err != nil {
		return err
	}
	if err := a.flags.known(j.Book); err != nil {
		return err
	}
	if err := a.report(a.out, j, j.Findings); err != nil {
		return err
	}
	if site == nil {
		a.note(noteNotPublished)
		return errFindings
	}
	if again, err := generator.Digest(in, program); err != nil || again != digest {
		digest = "" // somebody wrote meanwhile: the next build must look again
	}
	result, err := folder.Publish(cmd.Context(), site, digest)
	if err != nil {
		return fmt.Errorf("cannot publish: %w", err)
	}
	if result.InSteps {
		a.note(noteInSteps)
	}
	a.unknown(in.History)
	a.note(notePublished, a.flags.shown(output), result.Files, result.Written)
	if j.Plan.Base == "" && !look.portable {
		a.note(noteNoBase)
	}
	return nil
}

// unchanged says that the folder holds what a build would put there. The
// findings are the same as then, and still the result.
func (a *app) unchanged(cmd *cobra.Command, in generator.Input, output string) error {
	j, err := generator.Check(cmd.Context(), in)
	if err != nil {
		return err
	}
	a.unknown(in.History)
	a.note(noteCurrent, a.flags.shown(output))
	return a.report(a.out, j, j.Findings)
}
