package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/schemas"
	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"
)

// flags are those that every command takes.
type flags struct {
	dir, content, schemas string
	asOf, lang, format    string
	color                 string
	audience              []string
	quiet                 bool

	day   lang.Date
	tints bool
}

func (f *flags) register(root *cobra.Command) {
	p := root.PersistentFlags()
	p.StringVarP(&f.dir, "directory", "C", ".", "work in `DIR`; paths in results are relative to it")
	p.StringVar(&f.content, "content", "content", "the content folder")
	p.StringVar(&f.schemas, "schemas", "", "folder of the handbook's own record types (default: schemas beside the content folder)")
	p.StringVar(&f.asOf, "as-of", "", "judge the handbook as of `YYYY-MM-DD` (default: today, UTC)")
	p.StringVar(&f.lang, "lang", "", "language of messages: pl, cs or en (default: from the locale)")
	p.StringVar(&f.format, "format", "text", "form of the result: text or json; of due also ics, of score also csv")
	p.StringSliceVar(&f.audience, "audience", nil, "make the site for readers with these `labels`; without it, for everybody")
	p.BoolVarP(&f.quiet, "quiet", "q", false, "no notes, only the result and errors")
	p.StringVar(&f.color, "color", "auto", "colours: auto, always or never")
}

// moreFormats is the annotation of a command whose result has other forms than
// text and json, too, separated by spaces.
const moreFormats = "formats"

// formatsOf returns the forms that the result of a command can have.
func formatsOf(cmd *cobra.Command) []string {
	return append([]string{"text", "json"}, strings.Fields(cmd.Annotations[moreFormats])...)
}

// settle checks the flags and fills in what depends on the process. formats
// are those of the command.
func (f *flags) settle(a *app, formats []string) error {
	f.day = a.today
	if f.asOf != "" {
		day, err := lang.ParseDate(f.asOf)
		if err != nil {
			return fmt.Errorf("--as-of: %w", err)
		}
		f.day = day
	}
	if f.lang == "" {
		f.lang = locale(a.getenv)
	}
	if !lang.Known(f.lang) {
		return fmt.Errorf("--lang: cxbook speaks pl, cs and en, not %q", f.lang)
	}
	if !slices.Contains(formats, f.format) {
		last := len(formats) - 1
		return fmt.Errorf("--format: %s or %s, not %q", strings.Join(formats[:last], ", "), formats[last], f.format)
	}
	switch f.color {
	case "auto":
		file, ok := a.out.(*os.File)
		f.tints = ok && isatty.IsTerminal(file.Fd()) && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
	case "always":
		f.tints = true
	case "never":
	default:
		return fmt.Errorf("--color: auto, always or never, not %q", f.color)
	}
	return nil
}

// locale returns the language that the process's locale asks for, else
// English.
func locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := getenv(name)
		if v == "" {
			continue
		}
		// pl_PL.UTF-8, pl_PL@euro, pl.UTF-8, pl-PL
		l := strings.ToLower(v)
		if end := strings.IndexAny(l, "_.@-"); end >= 0 {
			l = l[:end]
		}
		if lang.Known(l) {
			return l
		}
		return "en"
	}
	return "en"
}

// at returns a path of a flag as seen from the process.
func (f *flags) at(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(f.dir, name)
}

// shown returns a path of a flag as results show it: relative to the working
// folder where that is possible, with forward slashes.
func (f *flags) shown(name string) string {
	if filepath.IsAbs(name) {
		base, err := filepath.Abs(f.dir)
		if err == nil {
			if rel, err := filepath.Rel(base, name); err == nil {
				name = rel
			}
		}
	}
	return filepath.ToSlash(filepath.Clean(name))
}

// input opens everything that a handbook is judged by. The folders are opened
// as roots: nothing outside them can be reached through them.
func (f *flags) input() (generator.Input, error) {
	in := generator.Input{Prefix: f.shown(f.content), AsOf: f.day, Audience: f.labels()}
	content, err := openFolder(f.at(f.content))
	if errors.Is(err, fs.ErrNotExist) {
		return in, fmt.Errorf("there is no content folder %s: name it with --content, or the folder it is in with -C", f.at(f.content))
	}
	if err != nil {
		return in, fmt.Errorf("cannot read the content folder: %w", err)
	}
	in.Content = content
	in.Schemas, err = f.layers()
	return in, err
}

// layers returns the built-in schemas and the handbook's own.
func (f *flags) layers() ([]schema.Layer, error) {
	layers := []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}}
	dir := f.schemaFolder()
	own, err := openFolder(f.at(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist) && f.schemas == "":
		return layers, nil
	case err != nil:
		return nil, fmt.Errorf("cannot read the schemas folder: %w", err)
	}
	return append(layers, schema.Layer{FS: own, Prefix: f.shown(dir)}), nil
}

// schemaFolder names the folder of the handbook's own schemas, which need not
// be there unless a flag names it.
func (f *flags) schemaFolder() string {
	if f.schemas != "" {
		return f.schemas
	}
	return filepath.Join(f.content, "..", "schemas") // whether content/ or .
}

func openFolder(name string) (fs.FS, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// labels returns the audience, each label once and in order, so that the same
// audience makes the same site however it is written.
func (f *flags) labels() []string {
	var out []string
	for _, l := range f.audience {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// known reports a label that no record of the handbook has: a site that was
// meant for somebody would silently lack what is theirs.
func (f *flags) known(book *record.Handbook) error {
	labels := book.Labels()
	for _, l := range f.labels() {
		if slices.Contains(labels, l) {
			continue
		}
		if near, ok := nearest.Nearest(l, labels); ok {
			return fmt.Errorf("--audience: no record is for %q; did you mean %q?", l, near)
		}
		if len(labels) == 0 {
			return fmt.Errorf("--audience: no record is for %q: all of them are for everybody", l)
		}
		return fmt.Errorf("--audience: no record is for %q; the handbook has these labels: %s", l, strings.Join(labels, ", "))
	}
	return nil
}
