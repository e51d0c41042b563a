package markdown

import (
	"os"
	"testing"
)

// BenchmarkParse reads a page of 5 KB such as a handbook has.
func BenchmarkParse(b *testing.B) {
	page := benchPage(b)
	for _, html := range []struct {
		name string
		on   bool
	}{{"check", false}, {"render", true}} {
		b.Run(html.name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(Input{Name: "x.md", Body: page, Line: 20, Lang: "pl", HTML: html.on})
			}
		})
	}
}

// BenchmarkHTML fills in the destinations of the same page.
func BenchmarkHTML(b *testing.B) {
	page := benchPage(b)
	doc := Parse(Input{Name: "x.md", Body: page, Line: 20, Lang: "pl", HTML: true})
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		doc.HTML(Filling{Resolve: raw})
	}
}

func benchPage(b *testing.B) []byte {
	b.Helper()
	page, err := os.ReadFile("testdata/page.pl.md")
	if err != nil {
		b.Fatal(err)
	}
	return page
}
