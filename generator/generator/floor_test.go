package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/adrg/frontmatter"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"go.yaml.in/yaml/v4"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/corpus"
	"github.com/cxbook/cxbook/generator/publish"
)

// BenchmarkBuildBesideFloor measures a full build of a handbook in one
// language beside the least that any generator with these libraries does for
// the same files: read, front matter, Markdown, minify, write, on all cores.
// The two take turns, so that whatever else the machine does hits both.
func BenchmarkBuildBesideFloor(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in := corpusInput(n)
			in.Content = corpusOnDisk(b, n)
			var build, least time.Duration
			for b.Loop() {
				start := time.Now()
				buildTo(b, in, filepath.Join(b.TempDir(), "site"))
				middle := time.Now()
				floor(b, in.Content, b.TempDir())
				build, least = build+middle.Sub(start), least+time.Since(middle)
			}
			b.ReportMetric(build.Seconds()/float64(b.N), "build-s")
			b.ReportMetric(least.Seconds()/float64(b.N), "floor-s")
			b.ReportMetric(float64(build)/float64(least), "ratio")
		})
	}
}

// corpusOnDisk is a corpus in one language, so that every file is one page.
func corpusOnDisk(b *testing.B, n int) fs.FS {
	b.Helper()
	files := corpus.Content(n)
	files["handbook.yaml"] = &fstest.MapFile{Data: []byte("title: {pl: Korpus}\nlanguages: [pl]\n")}
	dir := filepath.Join(b.TempDir(), "content")
	if err := os.CopyFS(dir, files); err != nil {
		b.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { root.Close() })
	return root.FS()
}

func buildTo(b *testing.B, in generator.Input, dir string) {
	b.Helper()
	_, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		b.Fatal(err)
	}
	folder, err := publish.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := folder.Publish(context.Background(), s, "x"); err != nil {
		b.Fatal(err)
	}
}

// floor makes a page of every Markdown file, with nothing around it.
func floor(b *testing.B, content fs.FS, out string) {
	b.Helper()
	names := make(chan string)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			f := newFloor()
			for name := range names {
				if err := f.page(content, name, out); err != nil {
					b.Error(err)
				}
			}
		})
	}
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			names <- name
		}
		return err
	})
	close(names)
	workers.Wait()
	if err != nil {
		b.Fatal(err)
	}
}

type floorWorker struct {
	markdown goldmark.Markdown
	minifier *minify.M
	yaml     *frontmatter.Format
}

func newFloor() *floorWorker {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true})
	return &floorWorker{
		markdown: goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)),
		minifier: m,
		yaml:     frontmatter.NewFormat("---", "---", yaml.Unmarshal),
	}
}

func (w *floorWorker) page(content fs.FS, name, out string) error {
	data, err := fs.ReadFile(content, name)
	if err != nil {
		return err
	}
	var front yaml.Node
	body, err := frontmatter.MustParse(bytes.NewReader(data), &front, w.yaml)
	if err != nil {
		return err
	}
	var page, small bytes.Buffer
	page.WriteString("<!doctype html><html lang=pl><head><meta charset=utf-8><title>" + name + "</title></head><body>")
	if err := w.markdown.Convert(body, &page); err != nil {
		return err
	}
	page.WriteString("</body></html>")
	if err := w.minifier.Minify("text/html", &small, &page); err != nil {
		return err
	}
	dir := filepath.Join(out, filepath.FromSlash(strings.TrimSuffix(name, ".md")))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), small.Bytes(), 0o644)
}
