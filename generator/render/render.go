// Package render turns pages into HTML with a theme.
//
// In: a theme (layouts, components, words, assets) and a page.Page.
// Out: the page's HTML, not yet minified.
//
// Templates get plain data and never reach back: they resolve nothing, read
// no file and know no record but the page's own. A template that fails is an
// error that names its file and line; nothing half-made is returned.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/site"
)

// Policy is the content security policy of every page: nothing runs, nothing
// is loaded but the site's own files.
const Policy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " +
	"require-trusted-types-for 'script'; trusted-types cxbook"

// A Theme is a parsed theme, safe for use by several goroutines.
type Theme struct {
	templates *template.Template
	words     *lang.Catalog
	assets    []site.File
	// navigation is ready HTML by place: it is the same on thousands of pages.
	navigation *sync.Map
}

// A place says which pages have the same navigation: the records of one
// folder, and each other page by itself. The same depth is not enough, for a
// link is as short as it can be: from en/roles/x/ to en/roles/ it is "../".
type place struct {
	site *page.Frame
	from string
}

// Assets returns the theme's assets as they are in the theme.
func (t *Theme) Assets() []site.File { return t.assets }

// Words returns the words of the theme's interface.
func (t *Theme) Words() *lang.Catalog { return t.words }

// Page renders a page. names says under which path an asset is published.
func (t *Theme) Page(p *page.Page, names map[string]string) ([]byte, error) {
	data, err := t.execute(p, names)
	if err != nil {
		return nil, fmt.Errorf("/%s: %w", p.Address, wrong(err))
	}
	return data, nil
}

func (t *Theme) execute(p *page.Page, names map[string]string) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(32 << 10) // most pages, so that the buffer seldom moves
	v := view{Page: p, theme: t, names: names}
	if err := t.templates.ExecuteTemplate(&b, layoutOf(p.Kind), v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Path returns where the page at an address is stored in the site.
func Path(address string) string {
	if address == "" || strings.HasSuffix(address, "/") {
		return address + "index.html"
	}
	return address
}
