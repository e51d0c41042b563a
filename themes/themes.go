// Package themes embeds the look of the site.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:default
var files embed.FS

// Default returns the theme that ships with cxbook: layouts, components,
// assets and the words of the interface (i18n).
func Default() fs.FS {
	theme, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // the folder is compiled in
	}
	return theme
}
