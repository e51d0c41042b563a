package render

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/jba/templatecheck"
)

// What the style sheets and scripts of all components are published as.
const (
	style  = "assets/style.css"
	script = "assets/script.js"
)

// Load parses a theme:
//
//	components/<name>/   one part of a page: its templates (*.html), its style
//	                     (*.css), what it does where there is script (*.js)
//	layouts/<kind>.html  one for each kind of page, and its style
//	i18n/<lang>.json     the words of the interface
//	assets/              anything else, published as it is
//
// All styles become one, assets/style.css: the component base first, the other
// components by name, then the layouts. All scripts become assets/script.js.
//
// A template is an error, by file and line, where it does not parse, names
// what a page does not have, or fails on a page with nothing or with
// everything in it.
func Load(fsys fs.FS) (*Theme, error) {
	words, err := lang.LoadCatalog(fsys, "i18n")
	if err != nil {
		return nil, err
	}
	t := &Theme{words: words, navigation: &sync.Map{}, templates: template.New("").Option("missingkey=error")}
	files, err := parts(fsys)
	if err != nil {
		return nil, err
	}
	defined := map[string]string{}
	for _, f := range files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		if err := define(f, defined); err != nil {
			return nil, err
		}
		if _, err := t.templates.New(f.Path).Parse(string(f.Data)); err != nil {
			return nil, wrong(err)
		}
	}
	t.join(style, ".css", files)
	t.join(script, ".js", files)
	if err := t.readAssets(fsys); err != nil {
		return nil, err
	}
	return t, t.try()
}

// define notes which templates a file defines. One that another file defines,
// too, is an error: the second would replace the first in silence, also for
// those that call the first.
func define(f site.File, defined map[string]string) error {
	tree := parse.New(f.Path)
	tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := tree.Parse(string(f.Data), "", "", trees); err != nil {
		return nil // said where the file itself is parsed
	}
	for _, name := range slices.Sorted(maps.Keys(trees)) {
		if name == f.Path {
			continue
		}
		if other := defined[name]; other != "" {
			return fmt.Errorf("theme: the template %q is defined both in %s and in %s", name, other, f.Path)
		}
		defined[name] = f.Path
	}
	return nil
}

// try type-checks every layout with all that it calls, and runs it on samples,
// so that a mistake is found before any page is made, also where this
// handbook's pages would never meet it.
func (t *Theme) try() error {
	names := map[string]string{}
	for _, a := range t.assets {
		names[a.Path] = a.Path
	}
	for _, kind := range page.Kinds() {
		layout := t.templates.Lookup(layoutOf(kind))
		if layout == nil {
			return fmt.Errorf("theme: there is no %s", layoutOf(kind))
		}
		if err := templatecheck.CheckHTML(layout, view{}); err != nil {
			return wrong(err)
		}
		for _, p := range samples(kind) {
			if _, err := t.execute(p, names); err != nil {
				return wrong(err)
			}
		}
	}
	return nil
}

// wrong is a template's error without what says nothing to whoever wrote the
// template.
func wrong(err error) error {
	return fmt.Errorf("theme: %s", strings.TrimPrefix(strings.TrimPrefix(err.Error(), "html/"), "template: "))
}

func layoutOf(kind page.Kind) string { return "layouts/" + string(kind) + ".html" }

// parts reads the files of components and layouts, in order.
func parts(fsys fs.FS) ([]site.File, error) {
	var out []site.File
	for _, dir := range []string{"components", "layouts"} {
		err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			out = append(out, site.File{Path: name, Data: data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	base := func(f site.File) int {
		if strings.HasPrefix(f.Path, "components/base/") {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b site.File) int { return cmp.Compare(base(a), base(b)) })
	return out, nil
}

// join makes one asset of all parts with an ending. Without any there is none.
func (t *Theme) join(name, ext string, files []site.File) {
	var b bytes.Buffer
	for _, f := range files {
		if path.Ext(f.Path) == ext {
			b.Write(f.Data)
			b.WriteByte('\n')
		}
	}
	if b.Len() > 0 {
		t.assets = append(t.assets, site.File{Path: name, Data: b.Bytes(), Owner: "theme: " + name})
	}
}

func (t *Theme) readAssets(fsys fs.FS) error {
	err := fs.WalkDir(fsys, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if name == style || name == script {
			return fmt.Errorf("theme: %s is made from the components: put yours into a folder of components", name)
		}
		data, err := fs.ReadFile(fsys, name)
		t.assets = append(t.assets, site.File{Path: name, Data: data, Owner: "theme: " + name})
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
