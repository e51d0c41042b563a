package site_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/site"
)

func TestAddRefusesWhatIsTaken(t *testing.T) {
	var s site.Site
	for _, f := range []site.File{
		{Path: "pl/policies/żal/index.html", Owner: "POL-001"},
		{Path: "index.html", Owner: "start"},
	} {
		if err := s.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range []string{"index.html", "Index.HTML", "pl/policies/z\u0307al/index.html"} {
		err := s.Add(site.File{Path: p, Owner: "POL-002"})
		if err == nil || !strings.Contains(err.Error(), "POL-002") {
			t.Errorf("Add(%q): %v, want an error that names both", p, err)
		}
	}
	for _, p := range []string{"", ".", "/etc/passwd", "../x", "a/../b", "a//b", "a/"} {
		if err := s.Add(site.File{Path: p}); err == nil {
			t.Errorf("Add(%q) is no error", p)
		}
	}
	files := s.Files()
	if len(files) != 2 || files[0].Path != "index.html" {
		t.Errorf("Files() = %v", files)
	}
	if f, ok := s.File("index.html"); !ok || f.Owner != "start" {
		t.Errorf("File = %v, %v", f, ok)
	}
}

// No path is a file and a folder.
func TestFileAndFolder(t *testing.T) {
	for _, pair := range [][2]string{{"a", "a/b"}, {"a/b", "a"}, {"a/b/c", "A/B"}} {
		s := &site.Site{}
		if err := s.Add(site.File{Path: pair[0], Owner: "one"}); err != nil {
			t.Fatal(err)
		}
		err := s.Add(site.File{Path: pair[1], Owner: "two"})
		if err == nil || !strings.Contains(err.Error(), "one") || !strings.Contains(err.Error(), "two") {
			t.Errorf("%q: the error is %v", pair, err)
		}
	}
}
