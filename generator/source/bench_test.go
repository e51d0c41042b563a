package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// record is front matter of a usual size and shape, with a body of 4 KB.
func record(i int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: POL-%03d\ntitle: Prawo klienta do odpowiedzi\nsummary: >\n  Odpowiadamy na każde zgłoszenie\n  w siedem dni.\n", i)
	b.WriteString("version: 2\nstatus: approved\napproved_on: 2026-01-15\napproved_by: ROL-001\neffective_from: 2026-02-01\nowner: ROL-002\n" +
		"tags: [reklamacje, odpowiedzi, \"czas\"]\nreview:\n  every: P12M\n  log:\n    - on: 2026-01-15\n      by: ROL-003\n      checked: całość\n      outcome: confirmed\nduties:\n")
	for j := range 6 {
		fmt.Fprintf(&b, "  - key: duty-%d\n    role: ROL-%03d\n    text: Odpowiada klientowi i zapisuje, co ustalono.\n    deadline: P%dD\n    enforced_by: procedure\n", j, j, j+1)
	}
	b.WriteString("---\n")
	b.WriteString(strings.Repeat("Zażółć gęślą jaźń, a potem odpowiedz klientowi w terminie.\n\n", 64))
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	data := record(1)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		f := File{Name: "content/policies/p.pl.md"}
		if findings := f.parse(data); len(findings) > 0 {
			b.Fatal(brief(findings))
		}
	}
}

// BenchmarkLibrary is the part of BenchmarkParse that yaml takes.
func BenchmarkLibrary(b *testing.B) {
	p, _ := text{data: record(1), line: 1}.split()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(p.front.data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	fsys := fstest.MapFS{}
	for i := range 1000 {
		fsys[fmt.Sprintf("policies/p%03d.pl.md", i)] = &fstest.MapFile{Data: record(i)}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, findings, err := Read(fsys, "content"); err != nil || len(findings) > 0 {
			b.Fatal(err, brief(findings))
		}
	}
}
