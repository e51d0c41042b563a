package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// files is a content folder: path → text.
type files map[string]string

// load reads the folder; what the rooms below find is not the matter here.
func (f files) load(t testing.TB) *record.Handbook {
	t.Helper()
	return f.loadOn(t, "")
}

// loadOn reads the folder as it is on a day; "" is the day before all others.
func (f files) loadOn(t testing.TB, day string) *record.Handbook {
	t.Helper()
	asOf, err := lang.ParseDate(day)
	if err != nil && day != "" {
		t.Fatal(err)
	}
	return handbooktest.Load(t, record.Input{AsOf: asOf}, "title: {pl: Kodeks}\n", f)
}

// with adds files to a copy.
func (f files) with(more files) files {
	out := files{}
	for _, m := range []files{f, more} {
		for name, text := range m {
			out[name] = text
		}
	}
	return out
}

// md writes a Markdown file.
func md(lines ...string) string {
	body := ""
	if i := slices.Index(lines, "---"); i >= 0 {
		body = strings.Join(lines[i+1:], "\n")
		lines = lines[:i]
	}
	return "---\n" + strings.Join(lines, "\n") + "\n---\n" + body + "\n"
}

// brief says findings in a form that tests can list.
func brief(l diag.List) []string {
	var out []string
	for _, d := range l {
		s := fmt.Sprintf("%s %s:%d:%d %s", d.Code, strings.TrimPrefix(d.At.File, "content/"), d.At.Start.Line, d.At.Start.Column, d.Text("en"))
		if hint := d.HintText("en"); strings.HasPrefix(hint, "did you mean") || strings.HasPrefix(hint, "use one of:") {
			s += " | " + hint
		}
		if strings.Contains(s, "{") {
			s += " UNFILLED"
		}
		out = append(out, s)
	}
	return out
}

// matches compares findings with what they must start with.
func matches(t *testing.T, got, want []string) {
	t.Helper()
	ok := len(got) == len(want)
	for i := 0; ok && i < len(got); i++ {
		ok = strings.HasPrefix(got[i], want[i]) && !strings.HasSuffix(got[i], "UNFILLED")
	}
	if !ok {
		t.Errorf("findings differ:\n%s", cmp.Diff(want, got))
	}
}
