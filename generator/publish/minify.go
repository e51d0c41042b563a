package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"github.com/cxbook/cxbook/generator/site"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
)

// A Minifier makes files smaller without changing what they say. It is safe
// for use by several goroutines.
type Minifier struct{ m *minify.M }

// NewMinifier returns a minifier of pages, style sheets and scripts.
func NewMinifier() *Minifier {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true})
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	return &Minifier{m}
}

var mediaTypes = map[string]string{".html": "text/html", ".css": "text/css", ".js": "text/javascript"}

// Bytes returns a file's bytes minified, by the ending of its name; a file of
// another kind is returned as it is.
func (m *Minifier) Bytes(name string, data []byte) ([]byte, error) {
	media, ok := mediaTypes[path.Ext(name)]
	if !ok {
		return data, nil
	}
	var b bytes.Buffer
	b.Grow(len(data))
	if err := m.m.Minify(media, &b, bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b.Bytes(), nil
}

// Assets minifies a theme's assets and names each by its content, so that
// browsers may keep them for good: assets/style.css becomes
// assets/style.<hash>.css. It returns the files and the name of each.
func (m *Minifier) Assets(files []site.File) ([]site.File, map[string]string, error) {
	names := make(map[string]string, len(files))
	out := make([]site.File, 0, len(files))
	for _, f := range files {
		data, err := m.Bytes(f.Path, f.Data)
		if err != nil {
			return nil, nil, err
		}
		sum := sha256.Sum256(data)
		ext := path.Ext(f.Path)
		name := strings.TrimSuffix(f.Path, ext) + "." + hex.EncodeToString(sum[:5]) + ext
		names[f.Path] = name
		out = append(out, site.File{Path: name, Data: data, Owner: f.Owner})
	}
	return out, names, nil
}
