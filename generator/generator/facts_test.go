package generator_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The sample handbook says everything that its sources say. testdata/facts
// lists it, a file for each source: a line [POL-001 pl] names a record's page
// in a language, and each line after it is something that must be read there.
// A line may name several readings, of which one must be there: a | b.
func TestFacts(t *testing.T) {
	names, err := filepath.Glob("testdata/facts/*.txt")
	if err != nil || len(names) < 5 {
		t.Fatalf("%v: %d lists", err, len(names))
	}
	facts := 0
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			where, text := "", ""
			for lines := bufio.NewScanner(f); lines.Scan(); {
				line := strings.TrimSpace(lines.Text())
				switch {
				case line == "" || strings.HasPrefix(line, "#"):
				case strings.HasPrefix(line, "["):
					where = line
					id, language, _ := strings.Cut(strings.Trim(line, "[]"), " ")
					text = readOn(t, id, language)
				default:
					facts++
					if !saysOne(text, line) {
						t.Errorf("%s does not say %q", where, line)
					}
				}
			}
		})
	}
	if facts < 300 {
		t.Errorf("only %d facts were looked for", facts)
	}
}

func saysOne(text, readings string) bool {
	for _, r := range strings.Split(readings, "|") {
		if strings.Contains(text, plain(r)) {
			return true
		}
	}
	return false
}

// plain makes texts comparable: in small letters, with plain single spaces.
func plain(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2011", "-").Replace(strings.ToLower(s))
	return strings.Join(strings.Fields(s), " ")
}

// readOn returns what a reader of a record's page reads in its main part.
func readOn(t *testing.T, id, language string) string {
	t.Helper()
	j, s := sampleSite(t)
	rec := j.Book.Record(id)
	if rec == nil || rec.Texts[language] == nil {
		t.Fatalf("there is no %s in %q", id, language)
	}
	d := parse(t, must(t, s, language+"/"+rec.Type.Folder+"/"+rec.Texts[language].Slug+"/index.html"))
	var b strings.Builder
	for n := range d.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "main" {
			for m := range n.Descendants() {
				if m.Type == html.TextNode {
					b.WriteString(m.Data)
				}
				if m.Type == html.ElementNode {
					b.WriteByte(' ')
				}
			}
		}
	}
	return plain(b.String())
}
