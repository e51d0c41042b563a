package generator_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/site"
)

// improvementCard returns what the improvement card says of each initiative, by
// its title, and the ids on the page.
func improvementCard(t *testing.T, s *site.Site, address string) (rows map[string]string, order []string, ids map[string]bool) {
	t.Helper()
	f, ok := s.File(address + "index.html")
	if !ok {
		t.Fatalf("there is no page %s", address)
	}
	data, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, ids = map[string]string{}, map[string]bool{}
	for n := range doc.Descendants() {
		if id, ok := attribute(n, "id"); ok {
			ids[id] = true
		}
		if role, _ := attribute(n, "role"); n.Data != "tr" || role != "row" {
			continue
		}
		var cells []string
		for c := range n.ChildNodes() {
			if label, ok := attribute(c, "data-label"); ok {
				cells = append(cells, label+": "+said(c))
			} else if c.Data == "th" && len(cells) == 0 {
				cells = append(cells, said(c))
			}
		}
		rows[cells[0]], order = strings.Join(cells[1:], " | "), append(order, cells[0])
	}
	return rows, order[1:], ids // the first is that of the heads
}

// The improvement card says of each initiative all by which it was chosen and
// all that came of it.
func TestTheImprovementCardSaysWhatCameOfIt(t *testing.T) {
	_, s := sampleSite(t)
	rows, _, ids := improvementCard(t, s, "en/scorecards/priority/")
	for title, want := range map[string]string{
		`The button "Sprawdź status zamówienia" (Check order status)`: "Rank: 1 ● | Score: 87.5 | Customer impact: 5 → 35.0 | Business value: 4 → 22.5 | Difficulty: 2 → 15.0 | Other departments needed: 1 → 15.0" +
			" | State: closed | Effect: −22.5% target met | Return on investment: PLN: 13.26 pays back after 0.8 months",
	} {
		if rows[title] != want {
			t.Errorf("of %q it says\n%s, want\n%s", title, rows[title], want)
		}
	}
	for title, want := range map[string]string{
		"Return label in the parcel":    "Effect: −10.0% target not met",
		"First-day card for new agents": "within noise",
		"Shorter claim form":            "Effect: not measured yet",
	} {
		if !strings.Contains(rows[title], want) {
			t.Errorf("of %q it says\n%s, want %s", title, rows[title], want)
		}
	}
	for _, key := range []string{"customer_impact", "business_value", "difficulty", "dependency"} {
		if !ids["page:part-"+key] {
			t.Errorf("nothing on the card says what the grades of %s mean", key)
		}
	}
}

// Returns are told for each currency, with what nobody confirmed called an
// estimate; mandatory work stands above the list.
func TestTheImprovementCardAddsNoCurrencies(t *testing.T) {
	in := sampleInput()
	initiative := func(id, title string, more ...string) *fstest.MapFile {
		lines := append([]string{"---", "id: " + id, "title: " + title, "owner: ROL-001", "kind: initiative", "state: accepted", "problem: It is slow.", "criteria:"}, more...)
		return &fstest.MapFile{Data: []byte(strings.Join(append(lines, "---"), "\n") + "\n")}
	}
	grades := func(impact string) string {
		return "  customer_impact: {value: " + impact + ", why: a}\n  business_value: {value: 3, why: a}\n  difficulty: {value: 3, why: a}\n  dependency: {value: 3, why: a}"
	}
	in.Content = fstest.MapFS{
		"handbook.yaml": {Data: []byte("title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")},
		"roles/a.en.md": {Data: []byte("---\nid: ROL-001\ntitle: Lead\nkind: post\nmission: Leads.\nvacant: true\n---\n")},
		"initiatives/a.en.md": initiative("INI-001", "Two currencies", grades("5"), "money:",
			"  - {what: cost, amount: 1000, currency: PLN}", "  - {what: benefit, amount: 3000, currency: PLN, period: P12M, confirmed_by: ROL-001, on: 2026-10-01}",
			"  - {what: cost, amount: 400, currency: CZK}", "  - {what: benefit, amount: 200, currency: CZK, period: P12M}"),
		"initiatives/b.en.md": initiative("INI-002", "By law", grades("1"), "mandatory: An act demands it."),
		"initiatives/d.en.md": initiative("INI-004", "Two costs", grades("2"), "money: [{what: cost, amount: 1, currency: EUR}, {what: cost, amount: 2, currency: EUR}]"),
		"initiatives/c.en.md": initiative("INI-003", "A gift", grades("4"), "money: [{what: benefit, amount: 100, currency: EUR, period: P12M}]"),
	}
	j, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatalf("%v %v", err, j.Findings)
	}
	rows, order, _ := improvementCard(t, s, "en/scorecards/priority/")
	if want := []string{"By law", "Two currencies", "A gift", "Two costs"}; !slices.Equal(order, want) {
		t.Errorf("the order is %q, want %q", order, want)
	}
	for title, want := range map[string]string{
		"Two currencies": "Return on investment: CZK: −0.50 pays back after 24.0 months an estimate, confirmed by nobody PLN: 2.00 pays back after 4.0 months",
		"A gift":         "Return on investment: EUR: there is no cost",
		"By law":         "Rank: above the list",
	} {
		if !strings.Contains(rows[title], want) {
			t.Errorf("of %q it says\n%s, want\n%s", title, rows[title], want)
		}
	}
	// what was added up is shown beside the sum
	if _, sections := initiativePage(t, j, "en/initiatives/d/"); !slices.Contains(sections, "field:money") {
		t.Errorf("the page of two costs has the sections %q", sections)
	}
}

func initiativePage(t *testing.T, j *generator.Judgement, address string) (*page.Record, []string) {
	t.Helper()
	for _, p := range j.Plan.Pages {
		if p.Address != address {
			continue
		}
		r := j.Plan.Write(p).Record
		var sections []string
		for _, s := range r.Sections {
			sections = append(sections, s.Anchor)
		}
		return r, sections
	}
	t.Fatalf("there is no page %s", address)
	return nil, nil
}

// The page of an initiative says a thing once: who confirmed its money stands
// with the return, why it was graded with the points, when customers were told
// with the effect.
func TestAnInitiativeSaysAThingOnce(t *testing.T) {
	j, _ := sampleSite(t)
	r, sections := initiativePage(t, j, "pl/initiatives/przycisk-statusu/")
	for _, twice := range []string{"field:criteria", "field:money", "field:closing_the_loop", "field:slice", "field:dates", "field:measured"} {
		if slices.Contains(sections, twice) {
			t.Errorf("%s is told once more", twice)
		}
	}
	if i := r.Improved; len(i.Returns) != 1 || len(i.Returns[0].Confirmed) != 1 || i.Returns[0].Confirmed[0].By.Link.ID != "DEP-012" || i.Returns[0].Confirmed[0].On.Machine != "2026-05-11" || !i.OursMoney || i.Told == nil || !i.OursTold {
		t.Errorf("it says of money and customers %+v", i)
	}
	graded := slices.IndexFunc(r.Scores.Cards, func(c page.Scored) bool { return len(c.Parts) > 0 })
	if graded < 0 {
		t.Fatalf("it stands on %+v", r.Scores.Cards)
	}
	if c := r.Scores.Cards[graded]; !strings.HasPrefix(c.Parts[0].Why.Text, "Usuwa najczęstszy powód") || !c.Ours {
		t.Errorf("it says of its first criterion %+v", c.Parts[0])
	}
	if len(r.Improved.Effect.Slice) != 1 || r.Improved.Effect.Slice[0].Text != "telefon" {
		t.Errorf("its effect is on %+v", r.Improved.Effect.Slice)
	}
}

// Why there is no score is said in the words of the page: a field has its label.
func TestReasonsCallFieldsByTheirLabels(t *testing.T) {
	_, s := sampleSite(t)
	rows, _, _ := improvementCard(t, s, "pl/scorecards/education/")
	said := 0
	for title, row := range rows {
		if strings.Contains(row, "completions") {
			t.Errorf("of %q it says %s", title, row)
		}
		if strings.Contains(row, "brak danych: Plik ukończeń") {
			said++
		}
	}
	if said == 0 {
		t.Errorf("nothing is said to lack its data: %q", rows)
	}
}
