package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/redline"
)

func words(all []redline.Edit) string {
	var b strings.Builder
	for _, e := range all {
		b.WriteString(map[redline.Op]string{redline.Deleted: "[-", redline.Inserted: "{+"}[e.Op] + e.Text +
			map[redline.Op]string{redline.Deleted: "-]", redline.Inserted: "+}"}[e.Op])
	}
	return b.String()
}

// compared is a policy of two versions in two languages and a third version
// that has one of them alone; the second is for the board.
func compared() files {
	version := func(n int, from, role, text, body string) string {
		return md("id: POL-001", "title: Zwroty", "owner: ROL-002", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001",
			fmt.Sprintf("version: %d\neffective_from: %s\nchange_note: Zmiana %d.", n, from, n),
			"duties: [{key: pay, role: "+role+", text: "+text+", deadline: P7D, enforced_by: none, reason: R.}]", "metrics: [MET-001]", "---", body)
	}
	return files{
		"handbook.yaml":             "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"roles/a.pl.md":             md("id: ROL-001", "title: Rada"),
		"roles/b.pl.md":             md("id: ROL-002", "title: Lider"),
		"policies/zwroty.v1.pl.md":  version(1, "2025-01-01", "ROL-001", "Płaci gotówką.", "## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\nW 14 dni."),
		"policies/zwroty.v2.pl.md":  version(2, "2026-01-01", "ROL-002", "Płaci kartą.", "## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\nW 7 dni.\n\n## § 3 Koniec\n\nTyle."),
		"policies/zwroty.v3.pl.md":  version(3, "2027-01-01", "ROL-002", "Płaci kartą.", "## § 1 Cel\n\nDwa.\n\n## § 2 Czas\n\nW 7 dni."),
		"policies/returns.v1.en.md": md("id: POL-001", "source_version: 1", "title: Returns", "change_note: Change 1.", "duties: [{key: pay, text: Pays cash., reason: R.}]", "---", "## § 1 Aim\n\nOne.\n\n## § 2 Time\n\nIn 14 days."),
		"policies/returns.v2.en.md": md("id: POL-001", "source_version: 2", "title: Returns", "change_note: Change 2.", "duties: [{key: pay, text: Pays by card., reason: R.}]", "---", "## § 1 Aim\n\nOne.\n\n## § 2 Time\n\nIn 7 days.\n\n## § 3 End\n\nThat is all."),
	}
}

// saidOf writes what a comparison says, in short.
func saidOf(p *page.Page) string {
	c := p.Comparison
	var b strings.Builder
	fmt.Fprintf(&b, "%d → %d %s|%s|%s\n", c.Before, c.After, c.Note.Text, c.Notice, c.Lang)
	for _, n := range c.Counts {
		fmt.Fprintf(&b, "%s %d, ", strings.TrimPrefix(n.Word, "compare.count."), n.N)
	}
	b.WriteByte('\n')
	for _, f := range c.Facts {
		for _, item := range f.Items {
			fmt.Fprintf(&b, "%s: %s %s", f.Label, item.State, words(item.Head))
			for _, inner := range item.Facts {
				fmt.Fprintf(&b, "; %s: %s → %s", inner.Label, inner.Before.Link.Title, inner.After.Link.Title)
			}
			b.WriteByte('\n')
		}
	}
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "%s #%s %s", s.State, s.Anchor, words(s.Title))
		if s.Link != nil {
			b.WriteString(" → " + p.Href(*s.Link))
		}
		for _, block := range s.Blocks {
			b.WriteString(" | " + words(block.Edits))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestComparisons(t *testing.T) {
	f := compared()
	for address, want := range map[string]string{
		"pl/policies/zwroty/v2/compare/": `1 → 2 Zmiana 2.||
changed 1, added 1, facts 1, 
Obowiązki: changed Płaci [-gotówką-] {+kartą+}.; Kto: Rada → Lider
same #par-1 § 1 Cel → ../../#par-1
changed #par-2 § 2 Czas | W [-14-] {+7+} dni.
added #par-3 {+§ 3 Koniec+} | {+Tyle.+}
`,
		"en/policies/returns/v2/compare/": `1 → 2 Change 2.||
changed 1, added 1, facts 1, 
Duties: changed Pays [-cash-] {+by card+}.; Who: Rada → Lider
same #par-1 § 1 Aim → ../../#par-1
changed #par-2 § 2 Time | In [-14-] {+7+} days.
added #par-3 {+§ 3 End+} | {+That is all.+}
`,
		// the English text of version 3 is that of version 2
		"en/policies/returns/v3/compare/": `2 → 3 Zmiana 3.|compare.binding|pl
changed 1, removed 1, 
changed #par-1 § 1 Cel | [-Jeden-] {+Dwa+}.
same #par-2 § 2 Czas → ../#par-2
removed #old:par-3 [-§ 3 Koniec-] | [-Tyle.-]
`,
	} {
		p := f.at(t, address)
		if diff := cmp.Diff(want, saidOf(p)); diff != "" {
			t.Errorf("%s: %s", address, diff)
		}
		if !p.Archived || p.Canonical() == p.Address {
			t.Errorf("%s is for search engines, as %s", address, p.Canonical())
		}
	}
}

// Of texts that bind in two languages no words are compared, and the page says
// so; what is in no language still is.
func TestComparisonOfTwoLanguages(t *testing.T) {
	f := compared()
	delete(f, "policies/zwroty.v3.pl.md")
	f["policies/returns.v3.en.md"] = md("id: POL-001", "title: Returns", "owner: ROL-002", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001",
		"version: 3\neffective_from: 2027-01-01\nchange_note: Change 3.", "duties: [{key: pay, role: ROL-001, text: Pays at once., deadline: P7D, enforced_by: none, reason: R.}]", "metrics: [MET-001]", "---", "## § 1 Aim\n\nTwo.")
	want := `2 → 3 Change 3.|compare.unlike|en
facts 1, 
Obowiązki: changed Pays at once.; Kto: Lider → Rada
`
	p := f.at(t, "pl/policies/zwroty/v3/compare/")
	if diff := cmp.Diff(want, saidOf(p)); diff != "" {
		t.Error(diff)
	}
	if c := p.Comparison; c.Was != "pl" || c.Is != "en" {
		t.Errorf("from %s to %s", c.Was, c.Is)
	}
}

// What changes is led to from the list of versions and from the banner of what
// is coming.
func TestWaysToComparisons(t *testing.T) {
	f := compared()
	r := f.at(t, "pl/policies/zwroty/").Record
	var got []string
	for _, v := range r.Versions {
		to := ""
		if v.Compare != nil {
			to = v.Compare.Address
		}
		got = append(got, fmt.Sprint(v.Number, " ", to))
	}
	if diff := cmp.Diff([]string{"3 pl/policies/zwroty/v3/compare/", "2 pl/policies/zwroty/v2/compare/", "1 "}, got); diff != "" {
		t.Error(diff)
	}
	for _, address := range []string{"pl/policies/zwroty/", "pl/policies/zwroty/v3/"} {
		if b := f.at(t, address).Record.Banner; b.Compare == nil || b.Compare.Address != "pl/policies/zwroty/v3/compare/" {
			t.Errorf("%s: the banner leads to %v", address, b.Compare)
		}
	}
	if b := f.at(t, "pl/policies/zwroty/v1/").Record.Banner; b.Compare != nil {
		t.Errorf("what was superseded leads to %v", b.Compare)
	}
}

// What nobody ever lived by is no base: an amendment says what changes in the
// law that it replaces, whatever drafts lay between.
func TestComparisonsPassOverWhatNeverHeld(t *testing.T) {
	for _, c := range []struct{ name, status, want string }{
		{"a draft", "status: draft", "1 → 3"},
		{"withdrawn before it held", "status: withdrawn", "1 → 3"},
		{"withdrawn after it held", "status: withdrawn\neffective_until: 2026-06-30", "2 → 3"},
	} {
		f := compared()
		f["policies/zwroty.v2.pl.md"] = strings.Replace(f["policies/zwroty.v2.pl.md"], "status: approved", c.status, 1)
		if said := saidOf(f.at(t, "pl/policies/zwroty/v3/compare/")); !strings.HasPrefix(said, c.want) {
			t.Errorf("%s: %s", c.name, said)
		}
		// whatever it was, it is compared with the law that it would have replaced
		if said := saidOf(f.at(t, "pl/policies/zwroty/v2/compare/")); !strings.HasPrefix(said, "1 → 2") {
			t.Errorf("%s: %s", c.name, said)
		}
	}
	f := compared()
	f["policies/zwroty.v1.pl.md"] = strings.Replace(f["policies/zwroty.v1.pl.md"], "status: approved", "status: draft", 1)
	plan, _ := f.plan(t)
	for _, p := range plan.Pages {
		if p.Kind == page.ComparisonPage && strings.Contains(p.Address, "/v2/") {
			t.Errorf("%s compares the first law with a draft", p.Address)
		}
	}
}

// Readers who may not see a version compare what they see.
func TestComparisonsWithoutHiddenVersions(t *testing.T) {
	f := compared()
	f["policies/zwroty.v2.pl.md"] = strings.Replace(f["policies/zwroty.v2.pl.md"], "id: POL-001", "id: POL-001\naudience: [board]", 1)
	f["policies/zwroty.v3.pl.md"] = strings.Replace(f["policies/zwroty.v3.pl.md"], "2027-01-01", "2026-06-01", 1)
	public := f.planFor(t, nil)
	seen := 0
	for _, p := range public.Pages {
		if p.Kind != page.ComparisonPage {
			continue
		}
		seen++
		c := public.Write(p).Comparison
		if c.Before != 1 || c.After != 3 {
			t.Errorf("%s compares %d and %d", p.Address, c.Before, c.After)
		}
		for _, hidden := range []string{"Zmiana 2", "Koniec"} {
			if strings.Contains(saidOf(public.Write(p)), hidden) {
				t.Errorf("%s says %q", p.Address, hidden)
			}
		}
	}
	if seen != 2 {
		t.Errorf("there are %d comparisons", seen)
	}
}
