package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/redline"
	"github.com/cxbook/cxbook/generator/source"
)

const config = "title: {pl: Kodeks, cs: Kodex, en: Law}\nlanguages: [pl, cs, en]\n"

func load(t *testing.T, files map[string]string) *record.Record {
	t.Helper()
	day, err := lang.ParseDate("2026-11-24")
	if err != nil {
		t.Fatal(err)
	}
	rec := handbooktest.Load(t, record.Input{AsOf: day}, config, files).Record("POL-001")
	if rec == nil {
		t.Fatal("there is no POL-001")
	}
	return rec
}

func file(front, body string) string { return "---\nid: POL-001\n" + front + "\n---\n" + body }

func approved(version int, more string) string {
	return fmt.Sprintf("title: Zwroty\nversion: %d\nchange_note: Zmiana %d.\nstatus: approved\napproved_on: 202%d-01-01\napproved_by: ROL-001\neffective_from: 202%d-02-01\nowner: ROL-002\n%s",
		version, version, version, version, more)
}

func show(all []redline.Edit) string {
	var b strings.Builder
	for _, e := range all {
		b.WriteString(map[redline.Op]string{redline.Kept: "", redline.Deleted: "[-", redline.Inserted: "{+"}[e.Op] + e.Text +
			map[redline.Op]string{redline.Kept: "", redline.Deleted: "-]", redline.Inserted: "+}"}[e.Op])
	}
	return b.String()
}

// outline writes what changed, a line for each.
func outline(c *compare.Changes) string {
	var b strings.Builder
	facts(&b, "", c.Facts)
	for _, s := range c.Sections {
		moved := ""
		if s.Moved {
			moved = " moved"
		}
		fmt.Fprintf(&b, "%s%s %s\n", s.State, moved, show(s.Title))
		for _, block := range s.Blocks {
			if block.State != redline.Same {
				fmt.Fprintf(&b, "  %s %s %s %s\n", block.State, block.Kind, block.Mark, show(block.Edits))
			}
		}
	}
	return b.String()
}

func facts(b *strings.Builder, indent string, all []compare.Fact) {
	for _, f := range all {
		line := fmt.Sprintf("%s%s %s: %s", indent, f.State, f.Field.Name, show(f.Edits))
		if f.Edits == nil && f.Blocks == nil && f.Items == nil && f.Facts == nil {
			line += value(f.Before) + " → " + value(f.After)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
		for _, block := range f.Blocks {
			fmt.Fprintf(b, "%s  %s %s\n", indent, block.State, show(block.Edits))
		}
		for _, item := range f.Items {
			fmt.Fprintf(b, "%s  %s %s → %s\n", indent, item.State, value(item.Before), value(item.After))
			facts(b, indent+"    ", item.Facts)
		}
		facts(b, indent+"  ", f.Facts)
	}
}

func value(n *source.Node) string {
	switch {
	case n == nil:
		return "-"
	case n.Get("key") != nil:
		return n.Get("key").Text
	}
	return n.Text
}

func TestVersions(t *testing.T) {
	rec := load(t, map[string]string{
		"policies/zwroty.v1.pl.md": file(approved(1, `summary: Kiedy oddajemy pieniądze.
scope: Sklepy w Polsce.
review: {every: P12M}
metrics: [MET-001, MET-002]
aliases: [zwrot]
duties:
  - {key: pay, role: ROL-001, text: Oddaje pieniądze w ciągu 14 dni., deadline: P14D, enforced_by: none, reason: Bo tak.}
  - {key: tell, role: ROL-001, text: Mówi., enforced_by: none, reason: Bo tak.}
  - {key: stay, role: ROL-001, text: Zostaje., enforced_by: none, reason: Bo tak.}
listens: {how: Ankietą., when: Raz w roku.}`), `Wstęp.

## § 1 Terminy

1. Czternaście dni.
2. Liczone od zwrotu.

## § 2 Wyjątki

Nie ma.
`),
		"policies/zwroty.pl.md": file(approved(2, `summary: Kiedy oddajemy pieniądze.
scope: Sklepy w Polsce i w Czechach.
acknowledgements: zwroty.csv
aliases: [zwrot, refundacja]
review: {every: P6M, log: [{key: a, on: 2022-03-01, by: ROL-001, version: 2, checked: Nic., outcome: confirmed}]}
metrics: [MET-002, MET-003]
duties:
  - {key: stay, role: ROL-001, text: Zostaje., reason: Bo tak., enforced_by: none}
  - {key: pay, role: ROL-003, text: Oddaje pieniądze w ciągu 7 dni., deadline: P7D, enforced_by: none, reason: Bo tak.}
  - {key: note, role: ROL-001, text: Zapisuje., enforced_by: none, reason: Bo tak.}
listens: {how: Ankietą., when: Co kwartał.}`), `Wstęp.

## § 1 Terminy

1. Siedem dni.
2. Liczone od zwrotu towaru.

## § 2 Wyjątki

Nie ma.

## § 3 Przegląd

Co pół roku.
`),
	})
	got := compare.Versions(rec.Versions[0], rec.Versions[1], "pl")
	want := `changed scope: Sklepy w Polsce {+i w Czechach+}.
changed duties:
  changed pay → pay
    changed role: ROL-001 → ROL-003
    changed text: Oddaje pieniądze w ciągu [-14-] {+7+} dni.
    changed deadline: P14D → P7D
  added - → note
  removed tell → -
changed metrics:
  added - → MET-003
  removed MET-001 → -
changed listens:
  changed when: [-Raz w roku-] {+Co kwartał+}.
changed aliases:
  same zwrot
  added {+refundacja+}
changed review:
  changed every: P12M → P6M
same 
changed § 1 Terminy
  changed item 1. [-Czternaście-] {+Siedem+} dni.
  changed item 2. Liczone od zwrotu {+towaru+}.
same § 2 Wyjątki
added {+§ 3 Przegląd+}
  added paragraph  {+Co pół roku.+}
`
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Error(diff)
	}
}

// A version is compared in the language of the reader where both versions are
// written in it; else the texts that bind are, and of texts in two languages
// only what no language is in.
func TestLanguages(t *testing.T) {
	files := map[string]string{
		"policies/zwroty.v1.pl.md":  file(approved(1, "scope: Sklepy.\nmetrics: [MET-001]"), "## § 1 Cel\n\nJeden."),
		"policies/zwroty.v2.pl.md":  file(approved(2, "scope: Sklepy i targi.\nmetrics: [MET-002]"), "## § 1 Cel\n\nDwa."),
		"policies/returns.v1.en.md": file("source_version: 1\ntitle: Returns\nscope: Shops.", "## § 1 Aim\n\nOne."),
		"policies/returns.v2.en.md": file("source_version: 2\ntitle: Returns\nscope: Shops and fairs.", "## § 1 Aim\n\nTwo."),
		"policies/vratky.v1.cs.md":  file("source_version: 1\ntitle: Vratky\nscope: Obchody.", "## § 1 Cíl\n\nJedna."),
		"policies/zwroty.cs.md":     file(strings.Replace(approved(3, "scope: Prodejny.\nmetrics: [MET-003]"), "Zwroty", "Vratky", 1), "## § 1 Cíl\n\nTři."),
	}
	rec := load(t, files)
	for _, c := range []struct {
		from, to    int
		language    string
		written     string
		alike       bool
		facts, text string
	}{
		{1, 2, "pl", "pl", true, "changed scope: Sklepy {+i targi+}.", "[-Jeden-] {+Dwa+}."},
		{1, 2, "en", "en", true, "changed scope: Shops {+and fairs+}.", "[-One-] {+Two+}."},
		{1, 2, "cs", "pl", true, "changed scope: Sklepy {+i targi+}.", "[-Jeden-] {+Dwa+}."}, // the Czech text is of version 1
		{2, 3, "cs", "cs", false, "changed metrics:", ""},
		{2, 3, "en", "cs", false, "changed metrics:", ""}, // the English text of version 3 is that of version 2
	} {
		got := compare.Versions(rec.Versions[c.from-1], rec.Versions[c.to-1], c.language)
		out := outline(got)
		if got.After.Written != c.written || got.Alike != c.alike || !strings.HasPrefix(out, c.facts) || !strings.Contains(out, c.text) {
			t.Errorf("%d → %d in %s: in %s, alike %v\n%s", c.from, c.to, c.language, got.After.Written, got.Alike, out)
		}
		if !c.alike && (len(got.Sections) > 0 || strings.Contains(out, "scope")) {
			t.Errorf("%d → %d in %s: words of two languages are compared\n%s", c.from, c.to, c.language, out)
		}
	}
}

// What says the same in another style or order has not changed.
func TestStyleIsNoChange(t *testing.T) {
	rec := load(t, map[string]string{
		"policies/zwroty.v1.pl.md": file(approved(1, "scope: Sklepy w Polsce.\nlistens: {how: Ankietą., when: Raz.}\nduties: [{key: a, role: ROL-001, text: Płaci.}, {key: b, role: ROL-001, text: Mówi.}]"), "## Cel\n\nJeden dwa."),
		"policies/zwroty.v2.pl.md": file(approved(2, "scope: >\n  Sklepy\n  w Polsce.\nlistens: {when: Raz., how: \"Ankietą.\"}\ntags: []\nduties: [{text: Mówi., role: ROL-001, key: b}, {key: a, role: ROL-001, text: Płaci.}]"), "Cel\n---\n\nJeden\n*dwa*."),
	})
	c := compare.Versions(rec.Versions[0], rec.Versions[1], "pl")
	if out := outline(c); out != "same Cel\n" {
		t.Error(out)
	}
}
