package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

// excepted is a policy with a duty and two passages, a procedure that carries
// the duty out, and exceptions of every age.
func excepted() files {
	f := files{
		"handbook.yaml":            "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"departments/d.pl.md":      md("id: DEP-001", "title: Serwis"),
		"roles/a.pl.md":            md("id: ROL-001", "title: Lider"),
		"policies/zwroty.pl.md":    md("id: POL-001", "title: Zwroty", "owner: ROL-001", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001", "effective_from: 2025-01-01", "duties: [{key: pay, role: ROL-001, text: Płaci., deadline: P7D, enforced_by: procedure}]", "---", "## § 1 Terminy\n\n1. Siedem dni.\n2. Liczone od zwrotu."),
		"procedures/p.pl.md":       md("id: PRC-001", "title: Zwrot", "owner: ROL-001", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001", "effective_from: 2025-01-01", "trigger: Zwrot.", "steps: [{key: pay, title: Zapłać, responsible: ROL-001, carries_out: ['POL-001#pay'], within: P2D}]"),
		"exceptions/word.en.md":    md("id: EXC-001", "source_version: 1", "title: Longer", "instead: Ten days."),
		"policies/zwroty.v2.pl.md": md("id: POL-001", "title: Zwroty", "version: 2", "change_note: Zmiana.", "owner: ROL-001", "status: approved", "approved_on: 2025-01-01", "approved_by: ROL-001", "effective_from: 2027-06-01", "duties: [{key: pay, role: ROL-001, text: Płaci., deadline: P7D, enforced_by: procedure}]", "---", "## § 1 Terminy\n\n1. Siedem dni.\n2. Liczone od zwrotu."),
		"exceptions/draft.pl.md":   md("id: EXC-005", "title: Projekt", "status: draft", "of: 'POL-001#pay'", "instead: Nic.", "effective_until: 2027-12-31"),
	}
	for i, e := range []struct{ of, from, until string }{
		{"pay", "2026-01-01", "2027-03-31"}, {"par-1-2", "2027-01-01", "2027-01-31"},
		{"par-1", "2026-01-01", "2026-11-22"}, {"par-1", "2025-01-01", "2026-11-21"},
	} {
		f[fmt.Sprintf("exceptions/e%d.pl.md", i)] = md(fmt.Sprintf("id: EXC-%03d", i+1), fmt.Sprintf("title: Wyjątek %d", i+1), "status: approved", "approved_on: 2024-12-01", "approved_by: ROL-001",
			"effective_from: "+e.from, "effective_until: "+e.until, "of: 'POL-001#"+e.of+"'", "departments: [DEP-001]", fmt.Sprintf("instead: Inaczej %d.", i+1))
	}
	return f
}

func shown(remarks []page.Remark) []string {
	var out []string
	for _, r := range remarks {
		line := fmt.Sprintf("%s %s|%s %s–%s %s", r.Word, r.Anchor, r.Link.ID, r.From.Machine, r.Until.Machine, r.Text.Text)
		for _, l := range r.Where {
			line += " " + l.Title
		}
		out = append(out, line)
	}
	return out
}

// An exception stands at what it departs from, on its last day still and never
// after it, and wherever somebody works by that duty.
func TestExceptionsStandWhereTheyHold(t *testing.T) {
	f := excepted()
	longer := []string{"remark.exception |EXC-001 –2027-03-31 Inaczej 1. Serwis"}
	policy := f.at(t, "pl/policies/zwroty/").Record
	if diff := cmp.Diff([]string{
		"remark.exception par-1|EXC-003 –2026-11-22 Inaczej 3. Serwis",
		"remark.coming par-1-2|EXC-002 2027-01-01–2027-01-31 Inaczej 2. Serwis",
	}, shown(policy.Remarks)); diff != "" {
		t.Error("paragraphs:", diff)
	}
	i := slices.IndexFunc(policy.Sections, func(s page.Section) bool { return s.Anchor == "field:duties" })
	for name, got := range map[string][]page.Remark{
		"the duty":        policy.Sections[i].Value.List[0].Remarks,
		"the step":        f.at(t, "pl/procedures/p/").Record.Procedure.Steps[0].Remarks,
		"the role's list": f.at(t, "pl/roles/a/").Record.Work.Duties[0].Asks[0].Remarks,
	} {
		if diff := cmp.Diff(longer, shown(got)); diff != "" {
			t.Error(name, diff)
		}
	}
	if other := f.at(t, "pl/policies/zwroty/v2/").Record; len(other.Remarks) > 0 {
		t.Errorf("a version that begins when all of them are over has remarks: %v", shown(other.Remarks))
	}
	if en := f.at(t, "en/procedures/p/").Record.Procedure.Steps[0].Remarks; en[0].Text.Text != "Ten days." || en[0].Link.Title != "Longer" {
		t.Errorf("in English: %v", shown(en))
	}
}

// A version that is to come shows what will still be excepted from it.
func TestExceptionsToWhatIsToCome(t *testing.T) {
	f := excepted()
	f["policies/zwroty.v2.pl.md"] = strings.Replace(f["policies/zwroty.v2.pl.md"], "2027-06-01", "2027-01-31", 1)
	coming := f.at(t, "pl/policies/zwroty/v2/").Record
	if diff := cmp.Diff([]string{"remark.coming par-1-2|EXC-002 2027-01-01–2027-01-31 Inaczej 2. Serwis"}, shown(coming.Remarks)); diff != "" {
		t.Error("paragraphs:", diff)
	}
	i := slices.IndexFunc(coming.Sections, func(s page.Section) bool { return s.Anchor == "field:duties" })
	if diff := cmp.Diff([]string{"remark.exception |EXC-001 –2027-03-31 Inaczej 1. Serwis"}, shown(coming.Sections[i].Value.List[0].Remarks)); diff != "" {
		t.Error("the duty:", diff)
	}
	f["policies/zwroty.v2.pl.md"] = strings.Replace(f["policies/zwroty.v2.pl.md"], "status: approved", "status: draft", 1)
	if draft := f.at(t, "pl/policies/zwroty/v2/").Record; len(draft.Remarks) > 0 {
		t.Errorf("a draft has remarks: %v", shown(draft.Remarks))
	}
}
