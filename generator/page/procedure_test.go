package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

func office() files {
	return files{
		"handbook.yaml": "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\nchannels: [phone, shop]\nwords: {phone: {pl: telefon, en: phone}, service: {pl: Obsługa, en: Service}}\n",
		"roles/agent.pl.md": md("id: ROL-001", "title: Agent", "kind: post", "deputy: ROL-002", "responsibilities:",
			"  - {key: greet, task: Wita, cadence: [daily, weekly], practised: [daily]}",
			"  - {key: sort, task: Sortuje, practised: [weekly, as-needed]}",
			"  - {key: think, task: Myśli}",
			"career:", "  - {key: s, ladder: service, stage: mid, next: [ROL-002], needs: [Rok pracy]}"),
		"roles/boss.pl.md": md("id: ROL-002", "title: Szef", "kind: post", "vacant: true", "deputy: ROL-001",
			"career:", "  - {key: s, ladder: service, stage: senior}"),
		"roles/council.pl.md": md("id: ROL-003", "title: Rada", "kind: body", "members: [ROL-001]"),
		"policies/p.pl.md": md("id: POL-001", "title: Polityka", "status: approved", "effective_from: 2026-01-01", "owner: ROL-002",
			"duties:", "  - {key: answer, role: ROL-001, text: Odpowiada, deadline: P7D}",
			"decisions:", "  - {key: refund, what: Zwrot, decides: ROL-001, limit: 100 zł, together_with: [ROL-002]}"),
		"procedures/p.pl.md": md("id: PRC-001", "title: Procedura", "status: approved", "effective_from: 2026-01-01", "owner: ROL-002",
			"steps:",
			"  - {key: one, title: Pierwszy, responsible: ROL-001, within: P1D, channel: phone, evidence: Notatka}",
			"  - {key: two, title: Drugi, responsible: ROL-001, accountable: ROL-002, informed: [ROL-003], within: P3D, after: [one]}",
			"  - {key: side, title: Obok, responsible: ROL-002, within: P1D, after: [one]}",
			"  - {key: end, title: Koniec, responsible: ROL-001, after: [two]}"),
		"trainings/t.pl.md":   md("id: TRN-001", "title: Szkolenie", "owner: ROL-002", "audience_roles: [ROL-001]", "required: true", "valid_for: P12M"),
		"touchpoints/b.pl.md": md("id: TCH-001", "title: Drugi punkt", "journey: J", "order: 2", "owner: ROL-001"),
		"touchpoints/a.pl.md": md("id: TCH-002", "title: Pierwszy punkt", "journey: J", "order: 1", "owner: ROL-001"),
		"standards/s.pl.md":   md("id: STD-001", "title: Obietnica", "status: draft", "owner: ROL-001", "promise: P", "touchpoint: TCH-001", "channels: [shop, phone]"),
		"standards/z.pl.md":   md("id: STD-002", "title: Druga", "status: draft", "owner: ROL-001", "promise: P", "touchpoint: TCH-002", "channels: [letter]"),
	}
}

func TestProcedure(t *testing.T) {
	p := office().at(t, "pl/procedures/p/").Record.Procedure
	var got []string
	for _, s := range p.Steps {
		who := ""
		if s.Who != nil {
			who = s.Who.Title
		}
		var facts []string
		for _, f := range s.Facts {
			facts = append(facts, f.Name)
		}
		got = append(got, fmt.Sprintf("%d %s, %s, %s %s, by %s, path %v, %v, %v, %s", s.Number, s.Title, who,
			s.Within.Text, s.Channel.Text, s.Finish.Text, s.OnPath, s.Bar, s.Letters, strings.Join(facts, "+")))
	}
	want := []string{
		"1 Pierwszy, Agent, 1 dzień telefon, by 1 dzień, path true, {0 25}, [[R] [A] []], evidence",
		"2 Drugi, Agent, 3 dni , by 4 dni, path true, {25 75}, [[R] [A] [I]], accountable+informed",
		"3 Obok, Szef, 1 dzień , by 2 dni, path false, {25 25}, [[] [R A] []], after",
		"4 Koniec, Agent,  , by , path false, {100 0}, [[R] [A] []], after",
	}
	for i := range got {
		got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if p.Untimed != 1 || p.Total.Machine != "P4D" {
		t.Errorf("%d steps without time, %s in all", p.Untimed, p.Total.Machine)
	}
}

// ask says an Ask in one line.
func ask(a page.Ask) string {
	var parts []string
	for _, l := range a.Letters {
		parts = append(parts, string(l))
	}
	parts = append(parts, a.Link.Title, a.Limit.Text, a.Flag)
	for _, l := range a.With {
		parts = append(parts, "with "+l.Title)
	}
	if a.Decides != nil {
		parts = append(parts, "decided by "+a.Decides.Title)
	}
	for _, f := range a.Facts {
		parts = append(parts, f.Name)
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.Join(parts, " ")), " "), "\u00a0", " ")
}

func TestWork(t *testing.T) {
	w := office().at(t, "pl/roles/agent/").Record.Work
	var got []string
	for _, c := range w.Cadences {
		for _, task := range c.Tasks {
			got = append(got, fmt.Sprintf("%s: %s #%s", c.Title, task.Head, task.Anchor))
		}
	}
	for _, group := range [][]page.Group{w.Steps, w.Duties} {
		for _, g := range group {
			for _, a := range g.Asks {
				got = append(got, g.Link.ID+": "+ask(a))
			}
		}
	}
	for _, a := range append(w.Decisions, w.Trainings...) {
		got = append(got, ask(a))
	}
	for _, r := range w.Answers {
		for _, l := range r.Links {
			got = append(got, "answers for "+l.ID)
		}
	}
	for _, l := range w.Bodies {
		got = append(got, "sits in "+l.ID)
	}
	for _, l := range w.Deputises {
		got = append(got, "deputises for "+l.ID)
	}
	want := []string{
		"codziennie: Wita #responsibilities:greet",
		"co tydzień: Sortuje #responsibilities:sort",
		"w razie potrzeby: Sortuje #",
		": Myśli #responsibilities:think",
		"PRC-001: R Pierwszy 1 dzień", "PRC-001: R Drugi 3 dni", "PRC-001: R Koniec",
		"POL-001: Odpowiada 7 dni",
		"Zwrot 100 zł with Szef", "Szkolenie required valid_for completions",
		"answers for TCH-001", "answers for TCH-002", "sits in ROL-003", "deputises for ROL-002",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	boss := office().at(t, "pl/roles/boss/").Record.Work
	if !boss.Vacant || boss.Deputy == nil || boss.Deputy.ID != "ROL-001" || ask(boss.Decisions[0]) != "Zwrot 100 zł decided by Agent" {
		t.Errorf("vacant %v, deputy %v, %s", boss.Vacant, boss.Deputy, ask(boss.Decisions[0]))
	}
}

func TestOverviews(t *testing.T) {
	f := office()
	var said func(v page.Value) string
	said = func(v page.Value) string {
		var parts []string
		for _, e := range v.List {
			parts = append(parts, said(e))
		}
		if v.Link != nil {
			parts = append(parts, v.Link.Title)
		}
		return strings.Join(append(parts, v.Text, v.Flag), "")
	}
	for address, want := range map[string][]string{
		"pl/decisions/":               {"O czym: Decyduje, Do jakiej granicy, Razem z, polityka", "Zwrot: Agent, 100 zł, Szef, Polityka"},
		"pl/trainings/matrix/":        {"rola: Szkolenie", "Agent: Szkolenierequiredtrained.uncounted"},
		"pl/standards/by-touchpoint/": {"punkt styku: telefon, shop, letter", "Pierwszy punkt: , , Druga", "Drugi punkt: Obietnica, Obietnica, "},
	} {
		table := f.at(t, address).Table
		got := []string{table.First + ": " + strings.Join(table.Columns, ", ")}
		for _, row := range table.Rows {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, said(c))
			}
			got = append(got, row.Link.Title+": "+strings.Join(cells, ", "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", address, diff)
		}
	}
	var ladders []string
	for _, l := range f.at(t, "pl/roles/careers/").Ladders {
		for _, s := range l.Stages {
			for _, post := range s.Posts {
				ladders = append(ladders, fmt.Sprintf("%s, %s: %s → %s", l.Title, s.Title, post.Link.Title, said(page.Value{List: post.Next})))
			}
		}
	}
	if diff := cmp.Diff([]string{"Obsługa, średni: Agent → Szef", "Obsługa, wyższy: Szef → "}, ladders); diff != "" {
		t.Error(diff)
	}
}

// A handbook that says nothing of a kind has no page about it; how it is itself
// can always be said.
func TestNoEmptyOverviews(t *testing.T) {
	plan, _ := files{"pages/a.md": md("id: PAG-001", "title: A")}.plan(t)
	for _, p := range plan.Pages {
		if p.Kind == page.Overview || p.Kind == page.Careers || p.Kind == page.Home && len(p.Site.Views) != 1 {
			t.Errorf("there is a page %s %s", p.Kind, p.Address)
		}
	}
}
