package main

import (
	"fmt"
	"io/fs"

	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/themes"
	"github.com/spf13/cobra"
)

// look is the flags of the commands that make a site: what it looks like.
type look struct{ theme string }

func (l *look) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.theme, "theme", "", "a `folder` of theme files that replace those of the built-in theme, each by its name")
}

// files returns the theme's files: the built-in ones, with the house's own
// over them.
func (l *look) files(f *flags) (fs.FS, error) {
	if l.theme == "" {
		return themes.Default(), nil
	}
	own, err := openFolder(f.at(l.theme))
	if err != nil {
		return nil, fmt.Errorf("cannot read the theme: %w", err)
	}
	return render.Overlay(themes.Default(), own)
}
