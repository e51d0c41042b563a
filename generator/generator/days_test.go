package generator_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

func dayOf(t *testing.T, s string) lang.Date {
	t.Helper()
	d, err := lang.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// turns are the days on which something of a handbook is approved, begins or is
// over, and the days before them.
func turns(book *record.Handbook) []lang.Date {
	var out []lang.Date
	for _, r := range book.Records {
		for _, v := range r.Versions {
			if !v.From.IsZero() {
				out = append(out, v.From.Previous(), v.From)
			}
			if !v.Approved.IsZero() {
				out = append(out, v.Approved.Previous(), v.Approved)
			}
			if !v.Until.IsZero() {
				out = append(out, v.Until, v.Until.Next())
			}
		}
	}
	slices.SortFunc(out, lang.Date.Compare)
	return slices.Compact(out)
}

// life is the sample on each day on which something turns.
var life = sync.OnceValues(func() ([]*generator.Judgement, error) {
	in := sampleInput()
	in.Memory = &generator.Memory{}
	j, err := generator.Check(context.Background(), in)
	if err != nil {
		return nil, err
	}
	var out []*generator.Judgement
	for _, day := range turns(j.Book) {
		in.AsOf = day
		if j, err = generator.Check(context.Background(), in); err != nil {
			return nil, err
		}
		out = append(out, j)
	}
	return out, nil
})

// lasting says what is found whatever the day: errors, and all findings whose
// rules are not timed.
func lasting(j *generator.Judgement) (all, errors []string) {
	for _, d := range j.Findings {
		said := fmt.Sprintf("%s %s %s:%d:%d %s", d.Severity, d.Code, d.At.File, d.At.Start.Line, d.At.Start.Column, d.Text("en"))
		if !diag.Lookup(d.Code).Timed {
			all = append(all, said)
		}
		if d.Severity == diag.Error {
			errors = append(errors, said)
		}
	}
	return all, errors
}

// Nothing but timed findings comes or goes with the day, and no error does, in
// the sample law on each day on which something turns.
func TestFindingsOfTheSampleOnAnyDay(t *testing.T) {
	if testing.Short() {
		t.Skip("judges the sample many times")
	}
	days, err := life()
	if err != nil || len(days) < 20 {
		t.Fatalf("%d days, %v", len(days), err)
	}
	want, _ := lasting(days[0])
	for _, j := range days {
		got, errors := lasting(j)
		if diff := cmp.Diff(want, got); diff != "" || errors != nil {
			t.Fatalf("on %s: %v\n%s", j.Book.AsOf, errors, diff)
		}
	}
}

// The same holds for law made up at random, with all kinds of faults.
func TestFindingsOfRandomLawOnAnyDay(t *testing.T) {
	found := map[string]int{}
	judge := func(in generator.Input) []string {
		j, err := generator.Check(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		all, _ := lasting(j)
		return all
	}
	for seed := range uint64(30) {
		in := sampleInput()
		in.Content = randomLaw(rand.New(rand.NewPCG(seed, 5)))
		in.Memory = &generator.Memory{}
		want := judge(in)
		for _, said := range want {
			found[strings.Fields(said)[1]]++
		}
		for month := 1; month <= 14; month += 2 {
			in.AsOf = dayOf(t, fmt.Sprintf("%d-%02d-15", 2025+month/13, (month-1)%12+1))
			if got := judge(in); !slices.Equal(got, want) {
				t.Fatalf("seed %d: on %s other findings:\n%s", seed, in.AsOf, cmp.Diff(want, got))
			}
		}
	}
	for _, code := range []string{"CX340", "CX341", "CX342", "CX343", "CX344", "CX345", "CX346", "CX347", "CX348", "CX349", "CX410", "CX414", "CX323", "CX324", "CX337", "CX338", "CX502"} {
		if found[code] == 0 {
			t.Errorf("%s was never found: the test says little", code)
		}
	}
}

// randomLaw is a handbook of policies in several versions that do all kinds of
// things to each other, and procedures, exceptions, pages that refer to them.
func randomLaw(r *rand.Rand) fstest.MapFS {
	files := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {en: Law, pl: Prawo}\nlanguages: [en, pl]\ndefault_language: en\n")}}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	some := func() string { return fmt.Sprintf("POL-%03d", 1+r.IntN(6)) }
	day := func() string { return fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)) }
	put("roles/a.en.md", "---\nid: ROL-001\ntitle: A\nvacant: true\n---\n")
	put("roles/b.en.md", "---\nid: ROL-002\ntitle: B\nkind: body\nmeets: monthly\n---\n")
	for id := 1; id <= 5; id++ {
		for version := 1; version <= 4; version++ {
			if r.IntN(3) == 0 {
				continue
			}
			text := fmt.Sprintf("---\nid: POL-%03d\ntitle: T%d\nversion: %d\nchange_note: N\n", id, version, version) +
				"status: " + pick("approved", "approved", "approved", "draft", "withdrawn") + "\nowner: ROL-001\n" +
				"approved_on: " + day() + "\napproved_by: " + pick("ROL-001", "ROL-002", "ROL-002") + "\neffective_from: " + day() + "\n"
			if r.IntN(3) == 0 {
				text += "effective_until: " + day() + "\n"
			}
			if r.IntN(3) == 0 {
				text += pick("amends", "supersedes", "repeals") + ": [" + some() + "]\n"
			}
			if r.IntN(8) == 0 {
				text += "audience: [" + pick("board", "board, staff", "staff") + "]\n"
			}
			text += fmt.Sprintf("duties: [{key: k%d, role: ROL-001, text: T., enforced_by: training}]\n", r.IntN(2)) +
				"review: {every: P3M, log: [{on: " + day() + ", by: ROL-002, version: 1, checked: A., outcome: confirmed}]}\n---\n" +
				fmt.Sprintf("## § 1 A\n\n## § %d B\n\n[a](%s#par-%d), %s\n", 2+r.IntN(2), some(), 1+r.IntN(3), some())
			put(fmt.Sprintf("policies/p%d.v%d.en.md", id, version), text)
			if r.IntN(3) == 0 {
				put(fmt.Sprintf("policies/p%d.v%d.pl.md", id, version), fmt.Sprintf("---\nid: POL-%03d\nsource_version: %d\ntitle: T\n---\n## § 1 A\n\n[a](%s)\n", id, version, some()))
			}
		}
	}
	put("procedures/a.en.md", "---\nid: PRC-001\ntitle: T\nstatus: approved\nowner: ROL-001\neffective_from: "+day()+"\npolicies: ["+some()+"]\n"+
		fmt.Sprintf("steps: [{key: a, title: T, responsible: ROL-001, carries_out: ['%s#k%d']}]\n---\n", some(), r.IntN(2)))
	put("exceptions/a.en.md", "---\nid: EXC-001\ntitle: T\nstatus: approved\nof: '"+some()+"#par-2'\neffective_from: "+day()+"\neffective_until: "+day()+"\n---\n")
	put("pages/a.en.md", "---\nid: PAG-001\ntitle: T\nrelated: ["+some()+"]\n---\n[a]("+some()+"#k1)\n")
	return files
}

// TestTimeline lists what each version of the sample's law is on each day on
// which something turns, as its file in testdata does; CXBOOK_UPDATE=1 writes
// it anew.
func TestTimeline(t *testing.T) {
	days, err := life()
	if err != nil {
		t.Fatal(err)
	}
	before := map[string]string{}
	var out strings.Builder
	out.WriteString("# What becomes of the sample's policies: each day on which something changes.\n")
	for _, j := range days {
		var changed []string
		for _, r := range j.Book.ByType("policy") {
			for _, v := range r.Versions {
				name, now := fmt.Sprintf("%s v%d", v.ID, v.Version), standingOf(j.Book, v)
				if v == r {
					now += ", shown"
				}
				if now != before[name] {
					changed = append(changed, name+" "+now)
				}
				before[name] = now
			}
		}
		if changed != nil {
			fmt.Fprintf(&out, "\n%s\n  %s\n", j.Book.AsOf, strings.Join(changed, "\n  "))
		}
	}
	file := filepath.Join("testdata", "timeline.txt")
	if os.Getenv("CXBOOK_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Error(diff)
	}
}

func standingOf(book *record.Handbook, v *record.Record) string {
	s := book.StandingOf(v)
	out := string(s.Force)
	if !s.Since.IsZero() {
		out += " since " + s.Since.String()
	}
	if s.By != nil {
		out += fmt.Sprintf(" by %s v%d", s.By.ID, s.By.Version)
	}
	if s.Next != nil {
		out += fmt.Sprintf(", then v%d from %s", s.Next.Version, s.Next.From)
	}
	return out
}

// The sample on four days of its life: without errors, every link leading
// somewhere, each page saying what held on that day, and nothing told as done
// that was still to be done.
func TestFourDays(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the sample four times")
	}
	for _, test := range []struct {
		day  string
		says map[string]string // page → its banner, "" for none
	}{
		{"2025-02-01", map[string]string{
			"pl/policies/glos-klienta":           "",
			"pl/policies/glos-klienta/v3":        "Projekt",
			"en/policies/micro-interventions":    "Draft",
			"en/policies/micro-interventions/v2": "Draft",
			"en/policies/answering-complaints":   "In force until 28 February 2025",
		}},
		{"2025-08-01", map[string]string{
			"pl/policies/glos-klienta":         "",
			"pl/policies/glos-klienta/v1":      "Zastąpione od 1 lipca 2025 r.",
			"en/policies/micro-interventions":  "Draft",
			"en/policies/answering-complaints": "Superseded since 1 March 2025",
		}},
		{"2026-11-22", map[string]string{
			"pl/policies/glos-klienta":         "",
			"pl/policies/glos-klienta/v2":      "Zastąpione od 1 lipca 2026 r.",
			"en/policies/micro-interventions":  "About to change from 1 January 2027",
			"en/policies/answering-complaints": "Superseded since 1 March 2025",
		}},
		{"2027-01-15", map[string]string{
			"pl/policies/glos-klienta":           "",
			"en/policies/micro-interventions":    "",
			"en/policies/micro-interventions/v1": "Superseded since 1 January 2027",
			"en/policies/answering-complaints":   "Superseded since 1 March 2025",
		}},
	} {
		t.Run(test.day, func(t *testing.T) { judgeDay(t, dayOf(t, test.day), test.says) })
	}
}

func judgeDay(t *testing.T, day lang.Date, says map[string]string) {
	in := sampleInput()
	in.AsOf = day
	j, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatalf("%v %v", err, j.Findings)
	}
	pages := documents(t, s)
	for _, d := range pages {
		d.each(func(n *html.Node) {
			if target, ok := attribute(n, "href"); ok {
				follow(t, s, pages, d.path, target)
			}
		})
	}
	for page, want := range says {
		d, ok := pages[page+"/index.html"]
		if !ok {
			t.Errorf("there is no page %s", page)
			continue
		}
		if got := d.textOf("banner-title"); got != want {
			t.Errorf("%s says %q, want %q", page, got, want)
		}
	}
	notYetDone(t, j, pages)
}

// textOf returns the text of the first element with a class, its spaces single.
func (d document) textOf(class string) string {
	out := ""
	d.each(func(n *html.Node) {
		if c, _ := attribute(n, "class"); out == "" && slices.Contains(strings.Fields(c), class) {
			out = said(n)
		}
	})
	return out
}

// notYetDone looks for the words of reviews that are dated after the day, in
// every language.
func notYetDone(t *testing.T, j *generator.Judgement, pages map[string]document) {
	t.Helper()
	told := map[string]string{}
	for name, d := range pages {
		told[name] = said(d.root)
	}
	for _, r := range j.Book.Records {
		for _, v := range r.Versions {
			later := laterReviews(j.Book, v)
			for _, words := range later {
				for name, text := range told {
					if strings.Contains(text, words) {
						t.Errorf("%s tells of what was still to come: %q", name, words)
					}
				}
			}
		}
	}
}

// laterReviews returns what reviews after the handbook's day are going to have
// checked, in the words of each language.
func laterReviews(book *record.Handbook, v *record.Record) []string {
	var keys, out []string
	log := func(t *record.Text) []*source.Node {
		if n := t.File.Front.Get("review").Get("log"); n != nil {
			return n.Items
		}
		return nil
	}
	for _, entry := range log(v.Source) {
		if on, err := lang.ParseDate(entry.Get("on").String()); err == nil && book.AsOf.Before(on) {
			keys = append(keys, entry.Get("key").String())
		}
	}
	for _, language := range book.Config.Languages {
		for _, entry := range log(v.Texts[language]) {
			words := strings.Join(strings.Fields(entry.Get("checked").String()), " ")
			if words != "" && slices.Contains(keys, entry.Get("key").String()) {
				out = append(out, words)
			}
		}
	}
	return out
}
