package page_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/page"
)

// measuredAt returns the page of a record of a handbook whose data are read;
// labels are those of its readers.
func (f files) measuredAt(t *testing.T, address string, labels ...string) *page.Record {
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
	plan, _ := page.Make(page.Input{Book: book, Graph: graph, Duties: duties, Measures: m})
	for _, p := range plan.Pages {
		if p.Address == address {
			return plan.Write(p).Record
		}
	}
	t.Fatalf("there is no page at %s", address)
	return nil
}

// row words a result.
func row(r page.Result) string {
	out := r.Name + ": " + r.Figure.Text
	if r.Link != nil {
		out = r.Link.ID + " " + out
	}
	if r.Figure.Percent {
		out += " %"
	}
	if r.Why != "" {
		out += r.Why
	}
	if r.Margin != "" {
		out += " ± " + r.Margin
	}
	if r.Low != "" {
		out += " (" + r.Low + "–" + r.High + ")"
	}
	out += " n" + r.N
	if r.Target.Text != "" {
		out += " target " + r.Target.Text + " " + r.Met
	}
	if c := r.Change; c != nil {
		out += fmt.Sprintf(" %s since %s, %s (%s)", c.Delta, c.Period, c.Verdict, c.Margin)
	}
	return out
}

var measuredFiles = files{
	"roles/a.pl.md":       md("id: ROL-001", "title: Lider"),
	"departments/a.pl.md": md("id: DEP-001", "title: Sklepy"),
	"departments/b.pl.md": md("id: DEP-002", "title: Zarząd", "audience: [board]"),
	"metrics/nps.pl.md": md("id: MET-001", "title: NPS", "owner: ROL-001", "kind: nps", "unit: pkt", "cadence: quarterly", "min_group: 5", "data: nps.csv",
		"targets: [{from: 2026-01-01, value: 30}]"),
	"metrics/nps.csv": "date,score,department\n" + strings.Repeat("2026-05-01,9,DEP-001\n", 40) + strings.Repeat("2026-05-01,1,DEP-001\n", 60) +
		strings.Repeat("2026-08-01,9,DEP-001\n", 60) + strings.Repeat("2026-08-01,1,DEP-001\n", 36) + strings.Repeat("2026-08-01,1,DEP-002\n", 4) + "2026-10-01,9,DEP-001\n",
}

// A metric's page leads with the latest whole period, says what it came to and
// whether it has changed, in the words of its language.
func TestMeasured(t *testing.T) {
	for address, want := range map[string][]string{
		"pl/metrics/nps/": {"III kwartał 2026: 20,0 ± 19,2 n100 target 30 not-met +40,0 since II kwartał 2026, better (27,2)", "pkt",
			"IV kwartał 2026: small-group n target 30 ", "III kwartał 2026: 20,0 ± 19,2 n100 target 30 not-met +40,0 since II kwartał 2026, better (27,2)",
			"II kwartał 2026: −20,0 ± 19,2 n100 target 30 not-met"},
		"en/metrics/nps/": {"Q3 2026: 20.0 ± 19.2 n100 target 30 not-met +40.0 since Q2 2026, better (27.2)", "pkt pl",
			"Q4 2026: small-group n target 30 ", "Q3 2026: 20.0 ± 19.2 n100 target 30 not-met +40.0 since Q2 2026, better (27.2)",
			"Q2 2026: −20.0 ± 19.2 n100 target 30 not-met"},
	} {
		m := measuredFiles.measuredAt(t, address, "board").Measured
		got := []string{row(m.Lead), strings.TrimSpace(m.Unit + " " + m.UnitLang)}
		for _, r := range m.Periods {
			got = append(got, row(r))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", address, diff)
		}
	}
}

// Groups are told apart only where readers see more than one; a small one
// takes another with it.
func TestMeasuredGroups(t *testing.T) {
	groups := func(labels ...string) (out []string) {
		for _, g := range measuredFiles.measuredAt(t, "pl/metrics/nps/", labels...).Measured.Groups {
			for _, r := range g.Rows {
				out = append(out, g.By+" "+row(r))
			}
		}
		return out
	}
	if diff := cmp.Diff([]string{"department DEP-001 Sklepy: complement n target 30 ", "department DEP-002 Zarząd: small-group n target 30 "}, groups("board")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"department DEP-001 Sklepy: complement n target 30 ", "department : small-group n target 30 "}, groups()); diff != "" {
		t.Error(diff)
	}
}

// A listening post's page counts its cases; the page of its touchpoint counts
// those of all its posts.
func TestLoop(t *testing.T) {
	f := files{
		"roles/a.pl.md":       md("id: ROL-001", "title: Lider"),
		"touchpoints/a.pl.md": md("id: TCH-001", "title: Dostawa", "owner: ROL-001", "journey: x", "stage: y"),
		"listening/a.pl.md":   md("id: VOC-001", "title: Ankieta", "owner: ROL-001", "touchpoint: TCH-001", "close_within: P7D", "topics: [cena, inne]", "cases: a.csv"),
		"listening/a.csv": "opened,customer_informed,contactable,topic,kind\n2026-09-01,2026-09-05,yes,cena,claim\n2026-09-01,2026-09-10,yes,inne,claim\n" +
			"2026-10-01,,yes,cena,\n2026-11-20,,yes,,\n2026-11-20,,no,,\n",
	}
	l := f.measuredAt(t, "pl/listening/a/").Loop
	words := func(t page.Tally) string {
		return fmt.Sprintf("%s%s: %d cases, %d/%d/%d/%d, %d out of reach, %s of %d, days %s, %d open",
			t.Name, t.CaseKind, t.Cases, t.Close.OnTime, t.Close.Late, t.Close.Overdue, t.Close.Wait, t.OutOfReach, t.Close.Share, t.Close.Whole, t.Days, t.Open)
	}
	got := []string{l.From.Text + " – " + l.To.Text, words(l.Tally)}
	for _, p := range l.Parts {
		for _, r := range p.Rows {
			got = append(got, p.By+" "+words(r))
		}
	}
	if diff := cmp.Diff([]string{
		"1 września 2026 r. – 20 listopada 2026 r.",
		": 5 cases, 1/1/1/1, 1 out of reach, 33,3 of 3, days 6,5, 2 open",
		"topics cena: 2 cases, 1/0/1/0, 0 out of reach, 50,0 of 2, days 4, 1 open",
		"topics inne: 1 cases, 0/1/0/0, 0 out of reach, 0,0 of 1, days 9, 0 open",
		"quarters III kwartał 2026: 2 cases, 1/1/0/0, 0 out of reach, 50,0 of 2, days 6,5, 0 open",
		"quarters IV kwartał 2026: 3 cases, 0/0/1/1, 1 out of reach, 0,0 of 1, days , 2 open",
	}, got); diff != "" {
		t.Error(diff)
	}
	if l.Tally.Contact.Limit || !l.Tally.Close.Limit {
		t.Errorf("limits: %+v", l.Tally)
	}
	if touch := f.measuredAt(t, "pl/touchpoints/a/").Loop; touch == nil || words(touch.Tally) != words(l.Tally) {
		t.Errorf("touchpoint: %+v", touch)
	}
}
