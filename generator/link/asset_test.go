package link

import (
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// TestExcused checks which unused files a file that could not be read excuses.
func TestExcused(t *testing.T) {
	assets := files{"pages/form.pdf": "%PDF", "pages/Plan.PNG": "png"}
	form, plan := "CX115 pages/form.pdf:1:1 ", "CX115 pages/Plan.PNG:1:1 "
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing is wrong", md("id: PAG-001", "title: A"), []string{plan, form}},
		{"readable front matter, no body", md("title: A"), []string{plan, form}},
		{"readable front matter that names one", md("title: A", "data: [{of: form.pdf}]"), []string{plan}},
		{"a body that names one", md("title: A", "---", "![p](Plan.PNG)"), []string{form}},
		{"unreadable front matter", "---\nid: [\n---\n[f](form.pdf)\n", []string{plan}},
		{"no front matter", "[f](form.pdf)\n", []string{plan}},
		{"nothing in it", "", []string{plan, form}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := Connect(assets.with(files{"pages/a.md": test.text}).load(t))
			matches(t, brief(found), test.want)
		})
	}
}

// TestExcusedByUnread checks that a file of which nothing could be had excuses
// its own folder, and no other.
func TestExcusedByUnread(t *testing.T) {
	big := make([]byte, source.MaxFileBytes+1)
	fsys := fstest.MapFS{
		"handbook.yaml":  {Data: []byte("title: {pl: Kodeks}\n")},
		"pages/a.md":     {Data: big},
		"pages/form.pdf": {Data: []byte("%PDF")},
		"roles/x.pdf":    {Data: []byte("%PDF")},
	}
	tree, _, err := source.Read(fsys, "content")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t)})
	_, found := Connect(book)
	matches(t, brief(found), []string{"CX115 roles/x.pdf:1:1 "})
}
