package measure_test

import (
	"fmt"
	"io/fs"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
)

const config = "title: {pl: Kodeks}\nlanguages: [pl]\nchannels: [shop, phone]\nholidays: {PL: pl.csv, CZ: cz.csv}\n"

// common are the records that data refer to.
var common = map[string]string{
	"roles/a.pl.md":       "---\nid: ROL-001\ntitle: Lider\n---\n",
	"departments/a.pl.md": "---\nid: DEP-001\ntitle: A\n---\n",
	"departments/b.pl.md": "---\nid: DEP-002\ntitle: B\naudience: [board]\n---\n",
	"departments/c.pl.md": "---\nid: DEP-003\ntitle: C\n---\n",
	"listening/a.pl.md":   "---\nid: VOC-001\ntitle: A\nowner: ROL-001\nwhole_relation: true\n---\n",
	"listening/b.pl.md":   "---\nid: VOC-002\ntitle: B\nowner: ROL-001\ntouchpoint: TCH-001\n---\n",
	"pl.csv":              "date,name\n2026-11-11,Niepodległość\n",
	"cz.csv":              "date,name\n2026-11-17,Den boje\n",
}

func day(t testing.TB, s string) lang.Date {
	t.Helper()
	d, err := lang.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// gather measures a handbook of the common records and some more.
func gather(t testing.TB, on string, files map[string]string) (*measure.Measures, *record.Handbook, diag.List) {
	t.Helper()
	all := map[string]string{}
	for _, m := range []map[string]string{common, files} {
		for name, text := range m {
			all[name] = text
		}
	}
	book := handbooktest.Load(t, record.Input{AsOf: day(t, on)}, config, all)
	m, found := measure.Gather(book, func(path string) ([]byte, error) {
		if text, ok := all[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	})
	return m, book, found
}

// metric measures one metric, whose front matter beside id, title and owner is
// given.
func metric(t testing.TB, on, front, data string) (*measure.Metric, diag.List) {
	t.Helper()
	m, _, found := gather(t, on, map[string]string{
		"metrics/m.pl.md": "---\nid: MET-001\ntitle: M\nowner: ROL-001\ndata: m.csv\n" + front + "\n---\n",
		"metrics/m.csv":   data,
	})
	if m.Metrics["MET-001"] == nil {
		t.Fatal("not measured")
	}
	return m.Metrics["MET-001"], found
}

// say words a figure for comparisons.
func say(f measure.Figure) string {
	if f.Estimate == nil {
		return string(f.Reason)
	}
	out := fmt.Sprintf("%.4g", f.Estimate.Value)
	if i := f.Estimate.Interval; i != nil {
		out += fmt.Sprintf(" (%.1f–%.1f)", i.Low, i.High)
	}
	if f.Estimate.N > 0 {
		out += fmt.Sprintf(" n%d", f.Estimate.N)
	}
	return out
}

// told words findings for comparisons.
func told(found diag.List) []string {
	var out []string
	for _, d := range found {
		out = append(out, fmt.Sprintf("%d:%d-%d %s %s", d.At.Start.Line, d.At.Start.Column, d.At.End.Column, d.Code, d.Text("en")))
	}
	return out
}
