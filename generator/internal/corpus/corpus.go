// Package corpus makes handbooks of any size for benchmarks: records without
// findings, with references, steps, duties and pages of about five kilobytes
// of Polish-looking prose. The same size always gives the same bytes.
package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// kinds are the record types of a corpus and how many of ten records are of
// each.
var kinds = []struct {
	folder, prefix string
	share          int
}{
	{"policies", "POL", 3},
	{"procedures", "PRC", 3},
	{"metrics", "MET", 1},
	{"roles", "ROL", 1},
	{"pages", "PAG", 2},
}

var write = map[string]func(w *writer, i int){
	"POL": policy, "PRC": procedure, "MET": metric, "ROL": role, "PAG": prose,
}

// Content returns a content folder of n records (at least 10).
func Content(n int) fstest.MapFS {
	fsys := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {pl: Korpus, cs: Korpus, en: Corpus}\n")}}
	for _, k := range kinds {
		for i := 1; i <= n*k.share/10; i++ {
			w := &writer{n: n, random: rand.New(rand.NewPCG(uint64(i), uint64(len(k.prefix)+len(k.folder))))}
			write[k.prefix](w, i)
			name := fmt.Sprintf("%s/%s-%05d.pl.md", k.folder, strings.TrimSuffix(k.folder, "s"), i)
			fsys[name] = &fstest.MapFile{Data: []byte(w.String())}
		}
	}
	return fsys
}

// A writer writes one record of a corpus.
type writer struct {
	strings.Builder
	n      int
	random *rand.Rand
}

func (w *writer) f(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// any returns the id of some record of a kind.
func (w *writer) any(prefix string) string {
	for _, k := range kinds {
		if k.prefix == prefix {
			return fmt.Sprintf("%s-%05d", prefix, 1+w.random.IntN(w.n*k.share/10))
		}
	}
	return ""
}

// text returns so many words of prose.
func (w *writer) text(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		for range 1 + w.random.IntN(4) {
			b.WriteString(syllables[w.random.IntN(len(syllables))])
		}
	}
	return b.String()
}

var syllables = strings.Fields("ba cie dzi gło klien kto łą mie nia po pro prze ra re sta szcz śro ta ty wy za zgło żą ści ków")

// paragraphs writes prose with references to other records.
func (w *writer) paragraphs(n int) {
	for range n {
		w.f("%s [%s](%s) %s **%s** %s.\n\n", w.text(20), w.text(2), w.any("PRC"), w.text(15), w.text(2), w.text(15))
	}
}

func (w *writer) list(n int) {
	for i := range n {
		w.f("%d. %s [[%s]].\n", i+1, w.text(10), w.any("ROL"))
	}
	w.f("\n")
}

func policy(w *writer, i int) {
	w.f("---\nid: POL-%05d\ntitle: %s\nsummary: %s\nstatus: approved\n", i, w.text(4), w.text(12))
	w.f("approved_on: 2026-01-10\napproved_by: ROL-00001\neffective_from: 2026-02-01\nowner: %s\n", w.any("ROL"))
	w.f("review:\n  every: P12M\nduties:\n")
	for k := range 3 {
		w.f("  - key: d%d\n    role: %s\n    text: %s\n    enforced_by: training\n", k, w.any("ROL"), w.text(10))
	}
	w.f("---\n")
	for k := range 5 {
		w.f("## § %d %s\n\n", k+1, w.text(3))
		w.paragraphs(2)
		w.list(3)
	}
}

func procedure(w *writer, i int) {
	w.f("---\nid: PRC-%05d\ntitle: %s\nsummary: %s\nstatus: approved\n", i, w.text(4), w.text(12))
	w.f("approved_on: 2026-01-10\napproved_by: ROL-00001\neffective_from: 2026-02-01\nowner: %s\n", w.any("ROL"))
	w.f("review:\n  every: P12M\nkind: standard\ntrigger: %s\npolicies: [%s]\nsteps:\n", w.text(10), w.any("POL"))
	for k := range 5 {
		w.f("  - key: s%d\n    title: %s\n    responsible: %s\n    within: PT24H\n", k, w.text(5), w.any("ROL"))
		if k > 0 {
			w.f("    after: [s%d]\n", k-1)
		}
	}
	w.f("---\n")
	for range 4 {
		w.f("## %s\n\n", w.text(3))
		w.paragraphs(2)
		w.list(4)
	}
}

func metric(w *writer, i int) {
	w.f("---\nid: MET-%05d\ntitle: %s\nkind: rate\nunit: '%%'\ndirection: up\ncadence: monthly\nowner: %s\n", i, w.text(4), w.any("ROL"))
	w.f("definition: %s\n---\n", w.text(20))
	w.f("## %s\n\n", w.text(3))
	w.paragraphs(6)
}

func role(w *writer, i int) {
	kind := "post"
	if i == 1 {
		kind = "body\nmeets: monthly" // it approves everything, what it owns as well
	}
	w.f("---\nid: ROL-%05d\ntitle: %s\nsummary: %s\nkind: %s\nmission: %s\nresponsibilities:\n", i, w.text(3), w.text(10), kind, w.text(12))
	for k := range 6 {
		w.f("  - key: r%d\n    task: %s\n    cadence: [daily, weekly]\n    practised: [daily]\n", k, w.text(8))
	}
	w.f("---\n")
	w.f("## %s\n\n", w.text(3))
	w.paragraphs(5)
}

func prose(w *writer, i int) {
	w.f("---\nid: PAG-%05d\ntitle: %s\nsummary: %s\n---\n", i, w.text(4), w.text(12))
	for range 4 {
		w.f("## %s\n\n", w.text(4))
		w.paragraphs(2)
		w.f("| %s | %s |\n|---|---|\n", w.text(1), w.text(1))
		for range 4 {
			w.f("| %s | %s |\n", w.text(3), w.text(3))
		}
		w.f("\n")
	}
}
