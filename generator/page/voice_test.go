package page_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/page"
)

// voiced returns the page of the voice of the customer as readers with some
// labels see it; nil where there is none.
func (f files) voiced(t *testing.T, labels ...string) *page.Voice {
	t.Helper()
	book := f.book(t)
	m, found := measure.Gather(book, func(path string) ([]byte, error) {
		if text, ok := f[path]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	if shown := book.For(labels); shown != book {
		book, m = shown, m.For(shown)
	}
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	followed, _ := micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Measures: m, Initiatives: followed})
	for _, p := range plan.Pages {
		if p.Address == "pl/scorecards/voice/" {
			return plan.Write(p).Voice
		}
	}
	return nil
}

// ledger words the rows, spaces as they are typed.
func ledger(rows []page.LedgerRow) []string {
	clock := func(c page.Clock) string {
		return fmt.Sprintf("%d/%d/%d/%d %s (%s–%s)%s", c.OnTime, c.Late, c.Overdue, c.Wait, c.Share, c.Low, c.High, c.Why)
	}
	var out []string
	for _, r := range rows {
		line := r.Post.ID
		if r.All {
			line += " all"
		}
		if at := r.Touchpoint.ID + r.Touchpoint.Title; at != "" {
			line += " at " + at
		}
		if r.Key {
			line += " (key)"
		}
		if line += ": "; r.Why != "" {
			line += r.Why
		} else {
			line += fmt.Sprintf("%d cases, contact %s %s, informed %s %s, %d out of reach, days %s, %d open", r.Tally.Cases,
				clock(r.Tally.Contact), r.ContactLimit.Text, clock(r.Tally.Close), r.CloseLimit.Text, r.Tally.OutOfReach, r.Tally.Days, r.Tally.Open)
		}
		out = append(out, strings.ReplaceAll(line, "\u00a0", " "))
	}
	return out
}

// heardFiles are two posts of one touchpoint that count the same days, one in
// working days; one without cases yet, one without a file of them, an anonymous
// one; and touchpoints where nobody listens.
var heardFiles = files{
	"roles/a.pl.md":       md("id: ROL-001", "title: Lider"),
	"touchpoints/a.pl.md": md("id: TCH-001", "title: Dostawa", "owner: ROL-001", "order: 2", "key: true"),
	"touchpoints/b.pl.md": md("id: TCH-002", "title: Zwrot", "owner: ROL-001", "order: 3", "key: true"),
	"touchpoints/c.pl.md": md("id: TCH-003", "title: Zakup", "owner: ROL-001", "order: 1"),
	"touchpoints/d.pl.md": md("id: TCH-004", "title: Naprawa", "owner: ROL-001", "order: 4"),
	"touchpoints/e.pl.md": md("id: TCH-005", "title: Dawny", "owner: ROL-001", "order: 5", "key: true", "effective_from: 2024-01-01", "effective_until: 2025-12-31"),
	// Opened on a Friday: three days end on Monday, three working days on Wednesday.
	"listening/a.pl.md": md("id: VOC-001", "title: Kalendarzowa", "owner: ROL-001", "touchpoint: TCH-001", "close_within: P3D", "cases: a.csv"),
	"listening/b.pl.md": md("id: VOC-002", "title: Robocza", "owner: ROL-001", "touchpoint: TCH-001", "close_within: {value: P3D, business_days: true}",
		"first_contact_within: {value: P1D, business_days: true}", "cases: b.csv"),
	"listening/a.csv":   "opened,customer_informed,contactable,first_contact\n" + weekend,
	"listening/b.csv":   "opened,customer_informed,contactable,first_contact\n" + weekend,
	"listening/c.pl.md": md("id: VOC-003", "title: Anonimowa", "owner: ROL-001", "whole_relation: true", "anonymous: true", "cases: a.csv"),
	"listening/d.pl.md": md("id: VOC-004", "title: Bez pliku", "owner: ROL-001", "touchpoint: TCH-004", "close_within: P3D"),
	"listening/e.pl.md": md("id: VOC-005", "title: Przyszłe", "owner: ROL-001", "touchpoint: TCH-004", "close_within: P3D", "cases: e.csv"),
	"listening/e.csv":   "opened,customer_informed\n2026-12-01,\n",
	// A touchpoint that a post listened to until last year has none.
	"listening/f.pl.md": md("id: VOC-006", "title: Dawne", "owner: ROL-001", "touchpoint: TCH-002", "effective_from: 2024-01-01", "effective_until: 2025-12-31"),
}

const weekend = "2026-11-13,2026-11-16,yes,2026-11-16\n2026-11-13,2026-11-17,yes,2026-11-16\n2026-11-20,,yes,\n2026-11-13,,yes,\n2026-11-13,,no,\n"

// The ledger has a row for each post, by touchpoint, in its own limits, and adds
// up what several posts of one touchpoint count; who has no numbers says why.
func TestVoiceLedger(t *testing.T) {
	v := heardFiles.voiced(t)
	if diff := cmp.Diff([]string{
		"VOC-003 at Cała relacja: anonymous",
		"VOC-001 at TCH-001Dostawa (key): 5 cases, contact 0/0/0/0  (–)no-limit , informed 1/1/1/1 33,3 (6,1–79,2) 3 dni, 1 out of reach, days 3,5, 2 open",
		"VOC-002 at TCH-001Dostawa (key): 5 cases, contact 2/0/1/1 66,7 (20,8–93,9) 1 dzień roboczy, informed 2/0/1/1 66,7 (20,8–93,9) 3 dni robocze, 1 out of reach, days 3,5, 2 open",
		"TCH-001 all: 10 cases, contact 2/0/1/1 66,7 (20,8–93,9) , informed 3/1/2/2 50,0 (18,8–81,2) , 2 out of reach, days 3,5, 4 open",
		"VOC-004 at TCH-004Naprawa: no-cases",
		"VOC-005 at TCH-004Naprawa: no-data",
	}, ledger(v.Ledger)); diff != "" {
		t.Error(diff)
	}
	if touch := heardFiles.measuredAt(t, "pl/touchpoints/a/").Loop; touch.Tally != v.Ledger[3].Tally {
		t.Errorf("the touchpoint's own page counts %+v", touch.Tally)
	}
	if post := heardFiles.measuredAt(t, "pl/listening/b/").Loop; post.Tally != v.Ledger[2].Tally || post.Across.Address != "pl/scorecards/voice/" {
		t.Errorf("the post's own page counts %+v and leads to %v", post.Tally, post.Across)
	}
}

// Touchpoints where nobody listens today are listed, key ones first; one that
// is not there any more is not.
func TestVoiceUnheard(t *testing.T) {
	v := heardFiles.voiced(t)
	var got []string
	for _, u := range v.Unheard {
		got = append(got, fmt.Sprint(u.Link.ID, " ", u.Key, " ", u.Owner.ID))
	}
	if diff := cmp.Diff([]string{"TCH-002 true ROL-001", "TCH-003 false ROL-001"}, got); diff != "" {
		t.Error(diff)
	}
	one := files{"roles/a.pl.md": heardFiles["roles/a.pl.md"], "touchpoints/a.pl.md": heardFiles["touchpoints/a.pl.md"], "listening/d.pl.md": md("id: VOC-001", "title: A", "owner: ROL-001", "touchpoint: TCH-001")}
	if v = one.voiced(t); !v.Heard || len(v.Unheard) > 0 || len(v.Todo) > 0 {
		t.Errorf("everything is heard: %v %v %v", v.Heard, v.Unheard, v.Todo)
	}
	if (files{"touchpoints/a.pl.md": heardFiles["touchpoints/a.pl.md"]}).voiced(t) != nil {
		t.Error("there is a page of what nobody has begun")
	}
}

// What waits for somebody is counted; what comes to nought is not mentioned.
func TestVoiceTodo(t *testing.T) {
	var got []string
	for _, d := range heardFiles.voiced(t).Todo {
		got = append(got, fmt.Sprint(d.Word, " ", d.N, " ", d.Anchor))
	}
	if diff := cmp.Diff([]string{
		"voice.todo.overdue 2 voice:ledger", "voice.todo.contact 1 voice:ledger", "voice.todo.unheard 1 voice:unheard",
		"voice.todo.unfiled 1 voice:ledger",
	}, got); diff != "" {
		t.Error(diff)
	}
}

// The calendar says what records say. Whether two posts ask the same people can
// be told where they name the same population, or where they listen at the same
// place and one does not say whom it asks; of different words nobody knows.
func TestVoiceSurveys(t *testing.T) {
	post := func(id, place string, lines ...string) string {
		return md(append([]string{"id: " + id, "title: Źródło " + id, "owner: ROL-001", place}, lines...)...)
	}
	base := files{
		"roles/a.pl.md":       md("id: ROL-001", "title: Lider"),
		"touchpoints/a.pl.md": md("id: TCH-001", "title: Dostawa", "owner: ROL-001"),
		"touchpoints/b.pl.md": md("id: TCH-002", "title: Zwrot", "owner: ROL-001"),
	}
	for name, c := range map[string]struct {
		posts []string
		want  string
	}{
		"same people": {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Klienci sklepu.", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-002", "population: klienci  sklepu", "contact_cap: P6M")},
			"population VOC-001 90 dni, VOC-002 6 miesięcy"},
		"one without a cap": {[]string{post("VOC-001", "whole_relation: true", "population: Klienci"), post("VOC-002", "touchpoint: TCH-002", "population: Klienci", "contact_cap: P6M")},
			"population VOC-001 , VOC-002 6 miesięcy"},
		"same cap":         {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Klienci", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-001", "population: Klienci", "contact_cap: P90D")}, ""},
		"both without":     {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Klienci"), post("VOC-002", "touchpoint: TCH-001", "population: Klienci")}, ""},
		"other people":     {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Firmy", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-001", "population: Osoby")}, ""},
		"other places":     {[]string{post("VOC-001", "touchpoint: TCH-001", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-002")}, ""},
		"place, not whom":  {[]string{post("VOC-001", "touchpoint: TCH-001", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-001", "population: Osoby")}, "place VOC-001 90 dni, VOC-002 "},
		"employees":        {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Wszyscy", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-001", "population: Wszyscy", "domain: ex")}, ""},
		"not there today":  {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Klienci", "contact_cap: P90D"), post("VOC-002", "touchpoint: TCH-001", "population: Klienci", "effective_from: 2024-01-01", "effective_until: 2025-01-01")}, ""},
		"a month and days": {[]string{post("VOC-001", "touchpoint: TCH-001", "population: Klienci", "contact_cap: P6M"), post("VOC-002", "touchpoint: TCH-001", "population: Klienci", "contact_cap: P180D")}, ""},
	} {
		f := files{}
		for k, text := range base {
			f[k] = text
		}
		for i, text := range c.posts {
			f[fmt.Sprintf("listening/%d.pl.md", i)] = text
		}
		var got []string
		for _, o := range f.voiced(t).Overlaps {
			var posts []string
			for _, capped := range o.Posts {
				posts = append(posts, capped.Link.ID+" "+capped.Cap.Text)
			}
			got = append(got, strings.TrimPrefix(o.Word, "voice.overlap.")+" "+strings.Join(posts, ", "))
		}
		if all := strings.ReplaceAll(strings.Join(got, "; "), "\u00a0", " "); all != c.want {
			t.Errorf("%s: %q, want %q", name, all, c.want)
		}
	}
	base["listening/a.pl.md"] = post("VOC-001", "touchpoint: TCH-001", "population: Klienci", "sample: co dziesiąty", "when: po dostawie", "cadence: weekly", "channel: SMS", "contact_cap: P6M")
	base["listening/b.pl.md"] = post("VOC-002", "touchpoint: TCH-002", "effective_from: 2027-01-01")
	base["listening/c.pl.md"] = post("VOC-003", "touchpoint: TCH-002", "effective_from: 2024-01-01", "effective_until: 2025-01-01")
	v := base.voiced(t)
	var got []string
	for _, s := range v.Surveys {
		got = append(got, strings.ReplaceAll(strings.Join([]string{s.Post.ID, s.Force, s.Population.Text, s.Sample.Text, s.When.Text, s.Cadence.Text, s.Channel.Text, s.Cap.Text}, "|"), "\u00a0", " "))
	}
	if diff := cmp.Diff([]string{"VOC-001||Klienci|co dziesiąty|po dostawie|co tydzień|SMS|6 miesięcy", "VOC-002|coming||||||"}, got); diff != "" {
		t.Error(diff)
	}
}

// chainFiles are insights that have got to every stage.
var chainFiles = files{
	"roles/a.pl.md":       md("id: ROL-001", "title: Lider"),
	"metrics/a.pl.md":     md("id: MET-001", "title: Telefony", "kind: count", "unit: rozmów", "direction: down"),
	"insights/a.pl.md":    md("id: INS-001", "title: A", "owner: ROL-001", "statement: Powiedziano.", "from: [MET-001]", "scope: systemic", "root_cause: Brak.", "decision: Tak."),
	"insights/b.pl.md":    md("id: INS-002", "title: B", "owner: ROL-001", "statement: W toku."),
	"insights/c.pl.md":    md("id: INS-003", "title: C", "owner: ROL-001", "statement: Zmierzono i cisza."),
	"insights/d.pl.md":    md("id: INS-004", "title: D", "owner: ROL-001", "statement: Nic."),
	"insights/e.pl.md":    md("id: INS-005", "title: E", "owner: ROL-001", "statement: Decyzja.", "decision: Zrobimy."),
	"insights/f.pl.md":    md("id: INS-006", "title: F", "owner: ROL-001", "statement: Odrzucone."),
	"insights/g.pl.md":    md("id: INS-007", "title: G", "owner: ROL-001", "statement: Mierzymy."),
	"insights/h.pl.md":    md("id: INS-008", "title: H", "owner: ROL-001", "statement: Dawne.", "effective_from: 2024-01-01", "effective_until: 2025-01-01"),
	"initiatives/a.pl.md": initiative("INI-001", "INS-001", "state: closed", fewerCalls, "closing_the_loop: {role: ROL-001, on: 2026-05-01, channel: e-mail, customers_told: 91}"),
	"initiatives/b.pl.md": initiative("INI-002", "INS-002", "state: in-progress"),
	"initiatives/c.pl.md": initiative("INI-003", "INS-003", "state: measured", fewerCalls),
	"initiatives/d.pl.md": initiative("INI-004", "INS-006", "state: rejected"),
	"initiatives/e.pl.md": initiative("INI-005", "INS-007", "state: deployed", "kind: micro-intervention", "metric: MET-001", "dates: {started: 2026-11-02, identified: 2026-11-03, designed: 2026-11-04, deployed: 2026-11-10}"),
	// What customers are going to be told, they have not been told.
	"initiatives/f.pl.md": initiative("INI-006", "INS-003", "state: closed", "closing_the_loop: {role: ROL-001, on: 2026-12-01}"),
	// One that is told does not hide another that is not.
	"initiatives/g.pl.md": initiative("INI-007", "INS-003", "state: closed", "closing_the_loop: {role: ROL-001, on: 2026-05-01}"),
}

const fewerCalls = "metric: MET-001\nbaseline: {value: 1200, from: 2026-01-31, to: 2026-03-01}\nmeasured: {value: 930, from: 2026-03-13, to: 2026-04-11}\ntarget: {by: -20, as: percent}"

func initiative(id, insight string, lines ...string) string {
	return md(append([]string{"id: " + id, "title: Inicjatywa " + id, "owner: ROL-001", "insights: [" + insight + "]"}, lines...)...)
}

func chainsOf(v *page.Voice) []string {
	var out []string
	for _, g := range v.Chains {
		for _, c := range g.Chains {
			line := strings.TrimPrefix(g.Word, "voice.chain.") + " " + c.Insight.ID
			if c.Word != "" {
				line += " " + c.Word
			}
			for _, s := range c.Steps {
				line += " → " + s.Initiative.ID + " " + s.Stated.Text
				if s.Improved != nil && s.Improved.Effect != nil {
					line += " " + s.Improved.Effect.Percent + " " + s.Improved.Effect.Verdict
				}
				if s.Unsaid {
					line += " unsaid"
				}
				if s.Improved != nil && s.Improved.Told != nil {
					line += fmt.Sprintf(" told %s %d", s.Improved.Told.On.Machine, s.Improved.Told.Customers)
				}
				if s.Untold {
					line += " untold"
				}
			}
			out = append(out, line)
		}
	}
	return out
}

// Insights are followed to the customers; those that lead nowhere come first.
func TestVoiceChains(t *testing.T) {
	v := chainFiles.voiced(t)
	if diff := cmp.Diff([]string{
		"nowhere INS-004 voice.undecided",
		"nowhere INS-005 voice.decided",
		"nowhere INS-006 voice.rejected → INI-004 odrzucona",
		"untold INS-003 → INI-003 zmierzona −22,5 met untold → INI-006 zamknięta unsaid untold → INI-007 zamknięta unsaid told 2026-05-01 0",
		"open INS-002 → INI-002 w toku",
		"open INS-007 → INI-005 wdrożona",
		"told INS-001 → INI-001 zamknięta −22,5 met told 2026-05-01 91",
	}, chainsOf(v)); diff != "" {
		t.Error(diff)
	}
	var facts []string
	for _, f := range v.Chains[3].Chains[0].Facts {
		facts = append(facts, f.Label)
	}
	if diff := cmp.Diff([]string{"Zasięg", "Skąd", "Przyczyna źródłowa", "Decyzja", "Właściciel"}, facts); diff != "" {
		t.Error(diff)
	}
}

// What is for others than the site's readers is not on the page: posts with
// their cases, touchpoints, insights, initiatives, metrics, owners.
func TestNoTraceOfHiddenVoice(t *testing.T) {
	f := files{}
	for _, from := range []files{heardFiles, chainFiles} {
		for k, text := range from {
			f[k] = text
		}
	}
	hide := func(names ...string) {
		for _, name := range names {
			f[name] = strings.Replace(f[name], "\n---\n", "\naudience: [board]\n---\n", 1)
		}
	}
	hide("listening/b.pl.md", "touchpoints/c.pl.md", "insights/d.pl.md", "initiatives/a.pl.md", "metrics/a.pl.md")
	all, some := f.voiced(t, "board"), f.voiced(t)
	data, err := json.Marshal(some)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"VOC-002", "Robocza", "TCH-003", "Zakup", "INS-004", "Nic.", "INI-001", "MET-001", "Telefony"} {
		if bytes.Contains(data, []byte(id)) {
			t.Errorf("the page says %s", id)
		}
	}
	if got := ledger(some.Ledger); strings.Contains(strings.Join(got, "\n"), "all") || len(got) != len(all.Ledger)-2 {
		t.Errorf("the cases of the hidden post are counted: %s", got)
	}
	if len(all.Unheard) != len(some.Unheard)+1 || len(chainsOf(all)) != len(chainsOf(some))+1 {
		t.Errorf("%v %v", some.Unheard, chainsOf(some))
	}
	if bytes.Contains(data, []byte("22,5")) {
		t.Error("the effect on a hidden metric is told")
	}
}
