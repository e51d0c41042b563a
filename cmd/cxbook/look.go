package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/themes"
	"github.com/spf13/cobra"
)

// look is the flags of the commands that make a site: what it looks like, and
// how it will be read.
type look struct {
	theme    string
	baseURL  string
	portable bool
}

func (l *look) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&l.theme, "theme", "", "a `folder` of theme files that replace those of the built-in theme, each by its name")
	cmd.Flags().StringVar(&l.baseURL, "base-url", "", "the `URL` where the site will stand, in place of the handbook's base_url")
	cmd.Flags().BoolVar(&l.portable, "portable", false, "make a site that works from a folder, opened by a double click")
}

// input opens everything that a site is made from.
func (l *look) input(f *flags) (generator.Input, error) {
	in, err := f.input()
	if err != nil {
		return in, err
	}
	if in.Theme, err = l.files(f); err != nil {
		return in, err
	}
	in.Portable = l.portable
	if l.baseURL == "" {
		return in, nil
	}
	if l.portable {
		return in, errors.New("--base-url and --portable exclude each other: a folder has no address")
	}
	in.BaseURL, err = baseURL(l.baseURL)
	return in, err
}

// baseURL judges an address that a site is to stand at, and gives it the
// slash at the end that all others are added to.
func baseURL(text string) (string, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil ||
		u.RawQuery != "" || u.Fragment != "" || strings.Contains(text, "?") || strings.Contains(text, "#") || !reachable(u) {
		return "", fmt.Errorf("--base-url: give an address such as https://cx.example.org/handbook/, not %q", text)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}

// reachable reports whether an address has a port that exists and a path that
// browsers leave as it is.
func reachable(u *url.URL) bool {
	if port := u.Port(); port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return false
		}
	}
	p := strings.TrimSuffix(u.Path, "/")
	return p == "" || path.Clean(p) == p
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
