package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/cxbook/cxbook/generator/score"
)

// Digest stands for everything that a site is made from: the content, the
// schemas, the theme, the day, the history, and program, which stands for the program and
// its flags. Two inputs with one digest make the same site.
func Digest(in Input, program string) (string, error) {
	h := sha256.New()
	field := func(s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }
	field(program)
	field(in.AsOf.String())
	field(in.Prefix)
	field(in.BaseURL)
	field(fmt.Sprint(in.Portable))
	field(strings.Join(in.Audience, ","))
	field(strings.Join(in.History.Lines(), "\n"))
	for _, l := range in.Schemas {
		if err := digestFiles(h, l.FS, func(name string) bool {
			return path.Dir(name) != score.Folder && (strings.Contains(name, "/") || !strings.HasSuffix(name, ".json"))
		}); err != nil {
			return "", err
		}
	}
	for _, fsys := range []fs.FS{in.Theme, in.Content} {
		if err := digestFiles(h, fsys, func(string) bool { return false }); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// digestFiles adds the names and bytes of all regular files, in order, but
// those to skip. What is no regular file counts by its name and kind: it is
// never opened.
func digestFiles(h io.Writer, fsys fs.FS, skip func(name string) bool) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || skip(name) {
			return nil
		}
		fmt.Fprintf(h, "%d:%s%d", len(name), name, d.Type())
		if !d.Type().IsRegular() {
			return nil
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		n, err := io.Copy(h, f)
		fmt.Fprintf(h, "#%d", n)
		return err
	})
}
