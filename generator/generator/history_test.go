package generator_test

import (
	"crypto/sha1"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
)

// historyOf returns a history of files as they are, each with its days; a file
// without days was never committed.
func historyOf(files fstest.MapFS, days map[string][2]string) *history.History {
	h := &history.History{Head: "abc", Files: map[string]history.File{}}
	for name, d := range days {
		first, _ := lang.ParseDate(d[0])
		last, _ := lang.ParseDate(d[1])
		data := files[name].Data
		h.Files[name] = history.File{Published: first, Amended: last, Blob: fmt.Sprintf("%x", sha1.Sum(fmt.Appendf(nil, "blob %d\x00%s", len(data), data)))}
	}
	return h
}

// A page gives the days of its own source and translation. Those of files that
// its readers do not see, such as the text of a version for others, are in no
// byte of the site.
func TestDaysOfHiddenFilesLeaveNoTrace(t *testing.T) {
	in := sampleInput()
	files := fstest.MapFS{
		"handbook.yaml":       {Data: []byte("title: {en: Law}\nlanguages: [en, pl, cs]\ndefault_language: en\n")},
		"pages/plan.v1.en.md": {Data: []byte("---\nid: PAG-001\ntitle: Draft\neffective_from: 2026-01-01\naudience: [board]\n---\n")},
		"pages/plan.v1.pl.md": {Data: []byte("---\nid: PAG-001\ntitle: Po polsku\nsource_version: 1\n---\n")},
		"pages/plan.v2.en.md": {Data: []byte("---\nid: PAG-001\ntitle: Open plan\nversion: 2\nchange_note: For everybody\neffective_from: 2026-06-01\n---\n")},
		"pages/plan.v2.cs.md": {Data: []byte("---\nid: PAG-001\ntitle: Plán\nsource_version: 2\n---\n")},
		"pages/hidden.en.md":  {Data: []byte("---\nid: PAG-002\ntitle: Hidden\naudience: [board]\n---\n")},
	}
	in.Content = files
	in.History = historyOf(files, map[string][2]string{
		"pages/plan.v1.en.md": {"1999-01-01", "1999-02-02"}, "pages/plan.v1.pl.md": {"1998-01-01", "2031-02-02"}, "pages/hidden.en.md": {"1997-01-01", "2032-02-02"},
		"pages/plan.v2.en.md": {"2026-03-01", "2026-04-01"}, "pages/plan.v2.cs.md": {"2026-03-02", "2026-05-01"},
	})
	s := buildFor(t, in)
	for _, f := range s.Files() {
		data := string(everyByte(t, f))
		for _, secret := range []string{"1999", "1998", "1997", "2031", "2032"} {
			if strings.Contains(data, secret+"-0") {
				t.Errorf("%s gives a day of %s", f.Path, secret)
			}
		}
	}
	for path, want := range map[string][]string{
		"en/pages/plan/index.html":    {"2026-03-01", "2026-04-01"},
		"cs/pages/plan/index.html":    {"2026-03-01", "2026-05-01"},
		"pl/pages/plan/index.html":    {"2026-03-01", "2026-04-01"},
		"api/v1/records/PAG-001.json": {`"first_published":"2026-03-01"`, `"last_amended":"2026-05-01"`},
	} {
		data := string(read(t, must(t, s, path)))
		for _, w := range want {
			if !strings.Contains(data, w) {
				t.Errorf("%s does not say %s", path, w)
			}
		}
	}
	in.Audience = []string{"board"}
	if !strings.Contains(string(read(t, must(t, buildFor(t, in), "en/pages/hidden/index.html"))), "1997-01-01") {
		t.Error("who sees the page does not see its days")
	}
}

// What git knows is a part of what a site is made from, and of its digest; who
// asked git, when, is not.
func TestDigestHoldsTheHistory(t *testing.T) {
	in := sampleInput()
	seen := map[string]bool{}
	day := map[string]history.File{"x.md": {Published: in.AsOf, Amended: in.AsOf, Blob: "b"}}
	later := map[string]history.File{"x.md": {Published: in.AsOf, Amended: in.AsOf.Next(), Blob: "b"}}
	for _, h := range []*history.History{nil, {Missing: history.Shallow}, {Missing: history.NoGit}, {Files: day}, {Files: later}} {
		in.History = h
		digest, err := generator.Digest(in, "")
		if err != nil || seen[digest] {
			t.Errorf("%v: a digest that another history has, too (%v)", h, err)
		}
		seen[digest] = true
		if h != nil {
			in.History = &history.History{Missing: h.Missing, Files: h.Files, Head: "another commit", Detail: "/home/somebody"}
			if again, _ := generator.Digest(in, ""); again != digest {
				t.Errorf("%v: what no page says changes the digest", h)
			}
		}
	}
}
