package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

// behind is a policy in three versions, of which English has the first and
// Czech none, and a role that English has.
func behind() files {
	version := func(n int, body string) string {
		return md("id: POL-001", "title: Zwroty", "owner: ROL-001", "status: approved", "approved_on: 2024-01-01", "approved_by: ROL-001",
			fmt.Sprintf("version: %d\neffective_from: 202%d-01-01\nchange_note: Zmiana %d.\nscope: Zakres %d.", n, n+3, n, n), "---", body)
	}
	return files{
		"handbook.yaml":            "title: {pl: Kodeks, cs: Kodex, en: Law}\nlanguages: [pl, cs, en]\n",
		"roles/a.pl.md":            md("id: ROL-001", "title: Rada"),
		"roles/a.en.md":            md("id: ROL-001", "title: Council", "source_version: 1"),
		"policies/zwroty.v1.pl.md": version(1, "## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\n14 dni.\n\n## § 3 Stare\n\nZnika."),
		"policies/zwroty.v2.pl.md": version(2, "## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\n7 dni.\n\n## § 2a Nowy\n\nNowe."),
		"policies/zwroty.v3.pl.md": version(3, "## § 1 Cel\n\nDwa.\n\n## § 2 Czas\n\n7 dni.\n\n## § 2a Nowy\n\nNowe."),
		"policies/returns.en.md":   md("id: POL-001", "source_version: 1", "title: Returns", "scope: Scope.", "---", "## § 1 Aim\n\nOne.\n\n## § 2 Time\n\n1. 14 days.\n2. Not one more.\n\n## § 3 Old\n\nGoes."),
	}
}

// ways writes where links lead.
func ways(p *page.Page, links []page.Link) string {
	var out []string
	for _, l := range links {
		out = append(out, l.Title+l.Word+" "+p.Href(l))
	}
	return strings.Join(out, ", ")
}

// What changed since a translation is said at its sections and at the top, with
// a way to the binding text, and to the comparison where one page has it all.
func TestLaggingTranslation(t *testing.T) {
	f := behind()
	for address, want := range map[string]string{
		"en/policies/returns/v2/": `notice § 2 v2/compare/#par-2, § 3 v2/compare/#old:par-3, § 2a v2/compare/#par-2a; fields 1
par-2 lag.changed since 1 : compare.what compare/#par-2, notice.binding ../../../../pl/policies/zwroty/v2/#par-2
par-3 lag.removed since 1 : compare.what compare/#old:par-3, notice.binding ../../../../pl/policies/zwroty/v2/
par-2-2 lag.added since 1 § 2a Nowy: compare.what compare/#par-2a, notice.binding ../../../../pl/policies/zwroty/v2/#par-2a
`,
		"en/policies/returns/": `notice § 1 ../../../pl/policies/zwroty/#par-1, § 2 ../../../pl/policies/zwroty/#par-2, § 3 ../../../pl/policies/zwroty/, § 2a ../../../pl/policies/zwroty/#par-2a; fields 1
par-1 lag.changed since 1 : notice.binding ../../../pl/policies/zwroty/#par-1
par-2 lag.changed since 1 : notice.binding ../../../pl/policies/zwroty/#par-2
par-3 lag.removed since 1 : notice.binding ../../../pl/policies/zwroty/
par-2-2 lag.added since 1 § 2a Nowy: notice.binding ../../../pl/policies/zwroty/#par-2a
`,
	} {
		p := f.at(t, address)
		lag := p.Record.Notices[0].Lag
		got := fmt.Sprintf("notice %s; fields %d\n", ways(p, lag.Parts), lag.Fields)
		got = strings.ReplaceAll(strings.ReplaceAll(got, "\u00a0", " "), " compare/", " v2/compare/")
		for _, r := range p.Record.Remarks {
			got += fmt.Sprintf("%s %s since %d %s: %s\n", r.Anchor, r.Word, r.Since, r.Text.Text, ways(p, r.Ways))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", address, diff)
		}
	}
	for _, address := range []string{"pl/policies/zwroty/", "cs/policies/zwroty/", "en/policies/returns/v1/", "en/roles/a/"} {
		if r := f.at(t, address).Record; len(r.Remarks) > 0 {
			t.Errorf("%s is not behind, and yet %+v", address, r.Remarks)
		}
	}
	delete(f, "policies/zwroty.v1.pl.md")
	if p := f.at(t, "en/policies/returns/"); !p.Record.Notices[0].Lag.Unknown || len(p.Record.Remarks) > 0 {
		t.Errorf("without the version that was translated: %+v", p.Record.Notices[0].Lag)
	}
}

// The page of translations has every record in every language, what is behind
// first, and says what it comes to.
func TestTranslations(t *testing.T) {
	p := behind().at(t, "en/translations/")
	var got strings.Builder
	for _, row := range p.Table.Rows {
		got.WriteString(row.Link.ID)
		for _, cell := range row.Cells {
			state, more := cell, ""
			if len(cell.List) > 0 {
				state = cell.List[0]
				for _, v := range cell.List[1:] {
					more += " " + v.Link.Title
				}
			}
			to := "nowhere"
			if state.Link != nil {
				to = p.Href(*state.Link)
			}
			fmt.Fprintf(&got, " | %s %s → %s%s", cell.Order, strings.TrimPrefix(state.Flag, "translation."), to, more)
		}
		got.WriteByte('\n')
	}
	for _, total := range p.Table.Totals {
		got.WriteString(total.Lang)
		for _, n := range total.Counts {
			fmt.Fprintf(&got, " %s %d", strings.Split(n.Word, ".")[1], n.N)
		}
		got.WriteByte('\n')
	}
	want := `POL-001 | 3 binding → ../../pl/policies/zwroty/ | 1 missing → nowhere | 0 behind → ../policies/returns/ § 1 § 2 § 3 § 2a
ROL-001 | 3 binding → ../../pl/roles/a/ | 1 missing → nowhere | 2 current → ../roles/a/
pl binding 2
cs missing 2
en behind 1 current 1
`
	if diff := cmp.Diff(want, strings.ReplaceAll(got.String(), "\u00a0", " ")); diff != "" {
		t.Error(diff)
	}
}
