package corpus

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
	"time"
)

// A Size says how much there is to measure in a handbook.
type Size struct{ Initiatives, Assessments, Answers int }

const (
	competencies = 10
	departments  = 20
)

// Scored returns a content folder of initiatives, assessments of the organisation
// and of departments by one model, and one metric with the single answers of
// customers, all of it without findings that block.
func Scored(size Size) fstest.MapFS {
	fsys := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {pl: Korpus, cs: Korpus, en: Corpus}\n")}}
	put := func(name string, write func(w *writer)) {
		w := &writer{random: rand.New(rand.NewPCG(uint64(len(fsys)), 7))}
		write(w)
		fsys[name] = &fstest.MapFile{Data: []byte(w.String())}
	}
	put("roles/board.pl.md", func(w *writer) {
		w.f("---\nid: ROL-00001\ntitle: Rada\nkind: body\nmeets: monthly\nmembers: [ROL-00002]\nmission: %s\ndepartment: DEP-001\n---\n", w.text(8))
	})
	put("roles/team.pl.md", func(w *writer) {
		w.f("---\nid: ROL-00002\ntitle: Lider\nkind: post\nlevel: team\nmission: %s\ndepartment: DEP-001\n---\n", w.text(8))
	})
	for i := range departments {
		put(fmt.Sprintf("departments/d%02d.pl.md", i+1), func(w *writer) { w.f("---\nid: DEP-%03d\ntitle: %s\n---\n", i+1, w.text(2)) })
	}
	put("models/model.pl.md", model)
	put("metrics/nps.pl.md", func(w *writer) {
		w.f("---\nid: MET-001\ntitle: NPS\nkind: nps\nunit: pkt\ndirection: up\ncadence: monthly\nowner: ROL-00002\ndefinition: %s\ndata: nps.csv\n---\n", w.text(8))
	})
	put("metrics/calls.pl.md", func(w *writer) {
		w.f("---\nid: MET-002\ntitle: %s\nkind: count\nunit: x\ndirection: down\ncadence: monthly\nowner: ROL-00002\ndefinition: %s\n---\n", w.text(3), w.text(8))
	})
	fsys["metrics/nps.csv"] = &fstest.MapFile{Data: Answers(size.Answers)}
	for i := range size.Assessments {
		put(fmt.Sprintf("assessments/a%05d.pl.md", i+1), func(w *writer) { assessment(w, i) })
	}
	for i := range size.Initiatives {
		put(fmt.Sprintf("initiatives/i%05d.pl.md", i+1), func(w *writer) { initiative(w, i) })
	}
	return fsys
}

// Answers returns a data file of so many answers to the question of the NPS, over
// 1,000 days.
func Answers(n int) []byte {
	var b bytes.Buffer
	b.WriteString("date,score,department\n")
	day := ""
	for i := range n {
		if d := i * 1000 / max(n, 1); i == 0 || d != (i-1)*1000/n {
			day = date(d)
		}
		fmt.Fprintf(&b, "%s,%d,DEP-%03d\n", day, i*7%11, 1+i%departments)
	}
	return b.Bytes()
}

// date returns a day so many days after the first of 2024.
func date(days int) string {
	return time.Date(2024, 1, 1+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func model(w *writer) {
	w.f("---\nid: MOD-001\ntitle: Model\nlevels:\n")
	for i := range 5 {
		w.f("  - {key: l%d, name: %s, meaning: %s}\n", i+1, w.text(1), w.text(6))
	}
	w.f("competencies:\n")
	for i := range competencies {
		w.f("  - key: c%d\n    name: %s\n    weight: 1\n    boundary: %s\n    statements: [%s]\n", i, w.text(2), w.text(6), strings.Join([]string{w.text(4), w.text(4), w.text(4), w.text(4), w.text(4)}, ", "))
	}
	w.f("---\n")
}

// assessment writes the i-th assessment: each subject has one a month.
func assessment(w *writer, i int) {
	subject := "organisation"
	if i%(departments+1) > 0 {
		subject = fmt.Sprintf("DEP-%03d", i%(departments+1))
	}
	on := date(10 + 30*(i/(departments+1)))
	w.f("---\nid: ASM-%05d\ntitle: %s\nmodel: MOD-001\ndate: %s\nsubject: %s\nassessors: [ROL-00001]\nscores:\n", i+1, w.text(3), on, subject)
	for k := range competencies {
		w.f("  - key: c%d\n    competency: c%d\n    level: %d\n    target: 4\n    target_by: 2027-10-31\n    note: %s\n    evidence:\n", k, k, 1+w.random.IntN(4), w.text(6))
		w.f("      - {ref: MET-001, proves: 3, kind: data, on: %s, valid_for: P36M}\n", on)
		w.f("      - {ref: ROL-00002, proves: 4, kind: interview, on: %s, valid_for: P36M}\n", on)
	}
	w.f("---\n%s\n", w.text(40))
}

// initiative writes the i-th initiative; each second one is a micro-intervention.
func initiative(w *writer, i int) {
	w.f("---\nid: INI-%05d\ntitle: %s\nsummary: %s\nowner: ROL-00002\nproblem: %s\nproblem_kind: point-of-friction\nsolution: %s\nsignals: [MET-001]\n", i+1, w.text(4), w.text(10), w.text(10), w.text(10))
	w.f("criteria:\n")
	for _, name := range []string{"customer_impact", "business_value", "difficulty", "dependency"} {
		w.f("  %s: {value: %d, why: %s}\n", name, 1+w.random.IntN(5), w.text(5))
	}
	if i%2 == 0 {
		w.f("kind: initiative\nstate: accepted\ncompetencies: [{competency: 'MOD-001#c%d', to: 4}]\n---\n%s\n", w.random.IntN(competencies), w.text(60))
		return
	}
	start := 300 + w.random.IntN(400)
	w.f("kind: micro-intervention\nstate: measured\nbudget: team\n")
	w.f("dates: {started: %s, identified: %s, designed: %s, deployed: %s}\n", date(start), date(start+2), date(start+5), date(start+11))
	if i%4 == 1 { // measured by the answers of one department
		w.f("metric: MET-001\nslice: {department: DEP-%03d}\ntarget: {by: 5, as: points}\n", 1+w.random.IntN(departments))
		w.f("baseline: {from: %s, to: %s}\nmeasured: {from: %s, to: %s}\n", date(start-31), date(start-2), date(start+12), date(start+41))
	} else {
		w.f("metric: MET-002\ntarget: {by: -20, as: percent}\nbaseline: {value: %d, from: %s, to: %s}\n", 1000+w.random.IntN(500), date(start-31), date(start-2))
		w.f("measured: {value: %d, from: %s, to: %s}\n", 700+w.random.IntN(500), date(start+12), date(start+41))
	}
	w.f("money:\n  - {what: cost, amount: %d, currency: PLN}\n  - {what: benefit, amount: %d, currency: PLN, period: P12M, planned: true}\n", 1000+w.random.IntN(9000), 1000+w.random.IntN(90000))
	w.f("---\n%s\n", w.text(60))
}
