package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

func TestNotices(t *testing.T) {
	f := files{
		"policies/zasady.pl.md": md("id: POL-001", "title: Zasady", "version: 3"),
		"policies/rules.en.md":  md("id: POL-001", "title: Rules", "source_version: 2"),
		"terms/skarga.pl.md":    md("id: TRM-001", "title: skarga"),
		"terms/stiznost.cs.md":  md("id: TRM-001", "title: stížnost", "source_version: 1"),
	}
	for address, want := range map[string]string{
		"pl/policies/zasady/": "",
		"en/policies/rules/":  "stale en 2/3, binding pl/policies/zasady/ in pl",
		"cs/policies/zasady/": "untranslated pl 0/3, binding pl/policies/zasady/ in pl",
		"cs/terms/stiznost/":  "translation cs 1/1, binding pl/terms/skarga/ in pl",
		"en/terms/skarga/":    "untranslated pl 0/1, binding pl/terms/skarga/ in pl",
	} {
		var got []string
		for _, n := range f.at(t, address).Record.Notices {
			got = append(got, fmt.Sprintf("%s %s %d/%d, binding %s in %s",
				n.Key, n.Written, n.Translated, n.Version, n.Binding.Address, n.Source))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: notices are %q, want %q", address, s, want)
		}
	}
}

// An untranslated record has a page at every language's address, in its true
// language, and every link to it says so.
func TestFallback(t *testing.T) {
	f := files{
		"terms/skarga.pl.md": md("id: TRM-001", "title: skarga", "summary: co boli", "---", "## Sens", "", "Tekst."),
		"roles/agent.en.md":  md("id: ROL-001", "title: agent", "related: [TRM-001]"),
	}
	p := f.at(t, "en/terms/skarga/")
	if p.Lang != "en" || p.Title != "skarga" || p.Summary != "co boli" || p.Record.Written != "pl" {
		t.Errorf("lang %s, title %s, written %s", p.Lang, p.Title, p.Record.Written)
	}
	if p.Record.TypeName == "pojęcie" {
		t.Error("the name of the type is not in the page's language")
	}
	if got := p.Record.Contents; len(got) != 1 || got[0].Lang != "pl" {
		t.Errorf("contents %v: the heading is Polish", got)
	}
	link := f.at(t, "en/roles/agent/").Record.About[0].Value.List[0].Link
	if link.Address != "en/terms/skarga/" || link.Lang != "pl" {
		t.Errorf("the link is %+v", link)
	}
	if got := f.at(t, "pl/terms/skarga/").Record.Contents[0].Lang; got != "" {
		t.Errorf("on the Polish page the heading is marked %q", got)
	}
}

func TestContents(t *testing.T) {
	body := "## § 1 Cel\n\n### Szczegół\n\n#### Za głęboko\n\n## § 2 Zakres"
	principles := "principles:\n  - {key: one, text: Jedna}"
	titles := func(address string, f files) string {
		var out []string
		for _, e := range f.at(t, address).Record.Contents {
			out = append(out, fmt.Sprintf("%d %s #%s", e.Level, e.Title+e.Word, e.Anchor))
		}
		return strings.Join(out, "\n")
	}
	f := files{
		"policies/p.md":   md("id: POL-001", "title: P", principles, "---", body),
		"procedures/p.md": md("id: PRC-001", "title: P", "steps:\n  - {key: one, title: Krok, responsible: ROL-001}", "---", "## Rady"),
	}
	want := "2 § 1 Cel #par-1\n3 Szczegół #szczegół\n2 § 2 Zakres #par-2\n2 Zasady #field:principles"
	if diff := cmp.Diff(want, titles("pl/policies/p/", f)); diff != "" {
		t.Errorf("a policy's body comes first:\n%s", diff)
	}
	if diff := cmp.Diff("2 Kroki #field:steps\n3 Krok #steps:one\n2 raci #page:raci\n2 Rady #rady", titles("pl/procedures/p/", f)); diff != "" {
		t.Errorf("a procedure's steps come first:\n%s", diff)
	}
}

func TestBacklinks(t *testing.T) {
	f := files{
		"roles/a.md":      md("id: ROL-001", "title: A"),
		"policies/z.md":   md("id: POL-002", "title: Z", "owner: ROL-001"),
		"policies/b.md":   md("id: POL-010", "title: B", "owner: ROL-001", "---", "[a](ROL-001) [a](ROL-001)"),
		"procedures/c.md": md("id: PRC-001", "title: C", "owner: ROL-001"),
		"pages/d.md":      md("id: PAG-001", "title: D", "---", "[[ROL-001]]"),
	}
	var got []string
	for _, rel := range f.at(t, "pl/roles/a/").Record.Backlinks {
		line := rel.Name + ":"
		for _, l := range rel.Links {
			line += " " + l.ID
		}
		got = append(got, line)
	}
	if len(got) != 2 || got[0] == "" || strings.HasPrefix(got[0], ":") {
		t.Fatalf("backlinks %q: a relation, then the mentions without a name", got)
	}
	if _, ids, _ := strings.Cut(got[0], ":"); ids != " POL-002 POL-010 PRC-001" {
		t.Errorf("owner of %s: by type, then by number", ids)
	}
	if diff := cmp.Diff(": PAG-001 POL-010", got[1]); diff != "" {
		t.Errorf("mentions, each record once:\n%s", diff)
	}
}

// A link leads to the same place in the other language: by its id, the
// item's key, or the heading that stands where the named one stands.
func TestAnchorsAcrossLanguages(t *testing.T) {
	f := files{
		"pages/cel.pl.md":      md("id: PAG-001", "title: Cel", "---", "## Pierwszy\n\n## Drugi\n\n## Trzeci {#three}"),
		"pages/aim.en.md":      md("id: PAG-001", "title: Aim", "source_version: 1", "---", "## First\n\n## Second\n\n## Third {#three}"),
		"pages/ucel.cs.md":     md("id: PAG-001", "title: Účel", "source_version: 1", "---", "## Jiná stavba {#three}"),
		"policies/zasady.md":   md("id: POL-001", "title: Zasady", "duties:\n  - {key: answer, role: ROL-001, text: Odpowiada}"),
		"terms/skarga.pl.md":   md("id: TRM-001", "title: skarga", "---", "[a](PAG-001#drugi) [b](PAG-001#three) [c](POL-001#answer) [d](#tu)\n\n## Tu"),
		"handbook.yaml":        "title: {pl: Kodeks}\nlanguages: [pl, en, cs]\n",
		"policies/rules.en.md": md("id: POL-001", "title: Rules", "source_version: 1"),
	}
	for language, want := range map[string]string{
		"pl": "../../pages/cel/#drugi ../../pages/cel/#three ../../policies/zasady/#duties:answer #tu",
		"en": "../../pages/aim/#second ../../pages/aim/#three ../../policies/rules/#duties:answer #tu",
		"cs": "../../pages/ucel/ ../../pages/ucel/#three ../../policies/zasady/#duties:answer #tu",
	} {
		p := f.at(t, language+"/terms/skarga/")
		var got []string
		for _, ref := range p.Record.Doc.References {
			l, ok := p.Record.Leads[ref.At]
			if !ok {
				t.Fatalf("%s: %s leads nowhere", language, ref.Target)
			}
			got = append(got, p.Href(l))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s\nwant %s", language, s, want)
		}
	}
}

// What the house added to its sources is marked, be it a key of a list or a
// field.
func TestOurs(t *testing.T) {
	f := files{
		"procedures/a.md": md("id: PRC-001", "title: A", "ours: [second, ends_when, steps, review]",
			"trigger: T", "ends_when: E", "steps:",
			"  - {key: first, title: F, responsible: ROL-001}", "  - {key: second, title: S, responsible: ROL-001}",
			"review: {every: P12M}"),
		"procedures/b.md": md("id: PRC-002", "title: B", "ours: true", "trigger: T"),
	}
	r := f.at(t, "pl/procedures/a/").Record
	p := r.Procedure
	if r.Ours || !p.Ours || p.Steps[0].Ours || !p.Steps[1].Ours {
		t.Errorf("all %v, steps %v, first %v, second %v", r.Ours, p.Ours, p.Steps[0].Ours, p.Steps[1].Ours)
	}
	if !fact(t, r.Details, "ends_when").Ours || fact(t, r.Details, "trigger").Ours || !fact(t, r.About, "review").Ours {
		t.Error("of the facts, ends_when and review are ours and trigger is not")
	}
	if r := f.at(t, "pl/procedures/b/").Record; !r.Ours || fact(t, r.Details, "trigger").Ours {
		t.Error("a record that is ours from beginning to end is marked once")
	}
}

// The start page shows the record that handbook.yaml names.
func TestHome(t *testing.T) {
	f := files{
		"handbook.yaml":     "title: {pl: Kodeks, en: Law}\nstart: PAG-001\nlanguages: [pl, en]\n",
		"pages/start.md":    md("id: PAG-001", "title: Start", "summary: Krótko", "---", "Witaj."),
		"pages/begin.en.md": md("id: PAG-001", "title: Begin", "summary: Short", "source_version: 1", "---", "Hello."),
	}
	for language, want := range map[string]string{"pl": "Kodeks Krótko", "en": "Law Short"} {
		p := f.at(t, language+"/")
		if got := p.Title + " " + p.Summary; got != want || p.Record == nil || p.Record.Doc == nil {
			t.Errorf("%s: %q, want %q with a body", language, got, want)
		}
	}
}

func TestHref(t *testing.T) {
	for want, l := range map[string]page.Link{
		"https://example.org/a b": {URL: "https://example.org/a b"},
		"#%22%3E":                 {Address: "pl/x/", Fragment: "\">"},
		"../y/#%C5%BC":            {Address: "pl/y/", Fragment: "ż"},
		"./":                      {Address: "pl/x/"},
	} {
		if got := (&page.Page{Address: "pl/x/"}).Href(l); got != want {
			t.Errorf("%+v: %q, want %q", l, got, want)
		}
	}
}
