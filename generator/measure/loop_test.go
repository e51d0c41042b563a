package measure_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
)

// loop judges the cases of one listening post, whose front matter beside id,
// title and owner is given.
func loop(t testing.TB, on, front, data string) (*measure.Loop, diag.List) {
	t.Helper()
	m, _, found := gather(t, on, map[string]string{
		"listening/x.pl.md": "---\nid: VOC-009\ntitle: X\nowner: ROL-001\ntouchpoint: TCH-001\nmetric: MET-001\ncases: x.csv\n" + front + "\n---\n",
		"listening/x.csv":   data,
		"metrics/m.pl.md":   "---\nid: MET-001\ntitle: M\nowner: ROL-001\nkind: csat\n---\n",
	})
	if m.Loops["VOC-009"] == nil {
		t.Fatal("not judged")
	}
	return m.Loops["VOC-009"], found
}

// clock words a clock for comparisons.
func clock(c measure.Clock) string {
	return fmt.Sprintf("%d/%d/%d/%d %s", c.OnTime, c.Late, c.Overdue, c.Pending, say(c.Share))
}

// 61 in time, 9 late, 6 open past the limit, 4 pending, 12 without consent come
// to 80.3 %.
func TestClosedLoop(t *testing.T) {
	data := "opened,customer_informed,contactable\n" + strings.Repeat("2026-09-01,2026-09-15,yes\n", 61) + strings.Repeat("2026-09-01,2026-09-16,tak\n", 9) +
		strings.Repeat("2026-09-01,,\n", 6) + strings.Repeat("2026-09-25,,ano\n", 4) + strings.Repeat("2026-09-01,,ne\n", 12) + "2026-10-08,,yes\n"
	l, found := loop(t, "2026-10-07", "close_within: P14D", data)
	if got := fmt.Sprintf("%d %d %s open %d days %s", l.Cases, l.OutOfReach, clock(l.Close), l.Open, say(l.Days)); got != "92 12 61/9/6/4 80.26 (70.0–87.7) n76 open 10 days 14 n70" || len(found) > 0 {
		t.Errorf("%s %v", got, told(found))
	}
	if got := clock(l.Contact); got != "0/0/0/0 no-limit" {
		t.Error(got)
	}
	if got := fmt.Sprint(l.Past.Cases, " since ", l.Past.Limit); got != "6 since 2026-09-15" {
		t.Errorf("past their limit: %s", got)
	}
}

// A case is past its limit once, whether one clock has run out or both; the
// first limit that ran out leads, in working days too. Who is out of reach
// waits for nothing.
func TestPastTheirLimit(t *testing.T) {
	front := "first_contact_within: {value: P1D, business_days: true}\nclose_within: P7D"
	data := "opened,first_contact,customer_informed,contactable\n" +
		"2026-11-13,,,yes\n2026-11-14,2026-11-14,,yes\n2026-11-20,2026-11-20,,yes\n2026-11-23,,,yes\n2026-01-05,,,no\n"
	for on, want := range map[string]string{
		"2026-11-16": "0 ", "2026-11-17": "1 2026-11-16", "2026-11-21": "1 2026-11-16", "2026-11-22": "2 2026-11-16", "2026-11-25": "3 2026-11-16", "2026-11-28": "4 2026-11-16",
	} {
		l, found := loop(t, on, front, data)
		day := ""
		if !l.Past.Limit.IsZero() {
			day = l.Past.Limit.String()
		}
		if got := fmt.Sprint(l.Past.Cases, " ", day); got != want || len(found) > 0 {
			t.Errorf("%s: %s, want %s %v", on, got, want, told(found))
		}
	}
}

// Limits in days and working days, by the day; holidays of both countries are
// free.
func TestLimits(t *testing.T) {
	for _, tt := range []struct{ limit, opened, last string }{
		{"P14D", "2026-10-01", "2026-10-15"},
		{"PT24H", "2026-10-01", "2026-10-02"},
		{"PT4H", "2026-10-01", "2026-10-02"},
		{"P1W", "2026-10-01", "2026-10-08"},
		{"{value: P1D, business_days: true}", "2026-10-02", "2026-10-05"}, // from a Friday
		{"{value: P1D, business_days: true}", "2026-10-03", "2026-10-05"}, // from a Saturday
		{"{value: P2D, business_days: true}", "2026-11-10", "2026-11-13"}, // over a Polish holiday
		{"{value: P5D, business_days: true}", "2026-11-10", "2026-11-19"}, // and a Czech one
	} {
		opened, last := day(t, tt.opened), day(t, tt.last)
		for _, c := range []struct {
			informed, on lang.Date
			want         string
		}{
			{last, last, "1/0/0/0"}, {last.Next(), last.Next(), "0/1/0/0"}, {lang.Date{}, last, "0/0/0/1"}, {lang.Date{}, last.Next(), "0/0/1/0"},
			{last.Next(), last, "0/0/0/1"}, {last, opened, map[bool]string{true: "1/0/0/0", false: "0/0/0/1"}[last == opened]},
		} {
			informed := ""
			if !c.informed.IsZero() {
				informed = c.informed.String()
			}
			l, found := loop(t, c.on.String(), "close_within: "+tt.limit+"\nfirst_contact_within: "+tt.limit, "opened,customer_informed\n"+tt.opened+","+informed+"\n")
			if got := strings.Fields(clock(l.Close))[0]; got != c.want || len(found) > 0 {
				t.Errorf("%s from %s, told %q, on %s: %s, want %s %v", tt.limit, tt.opened, informed, c.on, got, c.want, told(found))
			}
			if l.Contact != l.Close && say(l.Contact.Share) != say(l.Close.Share) {
				t.Errorf("who was told has been contacted: %s, %s", clock(l.Contact), clock(l.Close))
			}
		}
	}
}

func TestParts(t *testing.T) {
	const data = "opened;first_contact;customer_informed;kind;topic\n2026-03-31;2026-04-01;2026-04-09;claim;price\n2026-04-01;;;complaint;delivery\n1.07.2026 9:15;2.07.2026;10.07.2026;claim;delivery\n2026-07-02;;;;\n"
	m, _, found := gather(t, "2026-07-10", map[string]string{
		"listening/x.pl.md": "---\nid: VOC-009\ntitle: X\nowner: ROL-001\ntouchpoint: TCH-001\ncases: x.csv\nclose_within: P9D\ntopics: [delivery, price]\n---\n",
		"listening/y.pl.md": "---\nid: VOC-010\ntitle: Y\nowner: ROL-001\ntouchpoint: TCH-001\ncases: x.csv\nclose_within: P8D\nanonymous: true\n---\n",
		"listening/z.pl.md": "---\nid: VOC-011\ntitle: Z\nowner: ROL-001\ntouchpoint: TCH-001\ncases: x.csv\ndomain: ex\nclose_within: P9D\n---\n",
		"listening/x.csv":   data,
	})
	if len(found) > 0 {
		t.Fatal(told(found))
	}
	words := func(l *measure.Loop) (out []string) {
		for _, p := range l.Quarters {
			out = append(out, p.First.String()+" "+clock(p.Close))
		}
		for _, p := range append(l.Topics, l.Kinds...) {
			out = append(out, p.Name+" "+clock(p.Close))
		}
		return out
	}
	if diff := cmp.Diff([]string{
		"2026-01-01 1/0/0/0 100 (20.7–100.0) n1", "2026-04-01 0/0/1/0 0 (0.0–79.3) n1", "2026-07-01 1/0/0/1 100 (20.7–100.0) n1",
		"delivery 1/0/1/0 50 (9.5–90.5) n2", "price 1/0/0/0 100 (20.7–100.0) n1", "complaint 0/0/1/0 0 (0.0–79.3) n1", "claim 2/0/0/0 100 (34.2–100.0) n2",
	}, words(m.Loops["VOC-009"])); diff != "" {
		t.Error(diff)
	}
	if l := m.Loops["VOC-010"]; l.OutOfReach != 4 || clock(l.Close) != "0/0/0/0 out-of-reach" {
		t.Errorf("anonymous: %+v", l.Tally)
	}
	if l := m.Loops["VOC-011"]; len(l.Topics)+len(l.Kinds) != 0 || l.Cases != 4 {
		t.Errorf("the cases of employees are told apart: %+v", l)
	}
	if all := m.Touchpoints["TCH-001"]; all.Cases != 12 || all.OutOfReach != 4 || all.Close.OnTime != 4 {
		t.Errorf("touchpoint: %+v", all)
	}
}

func TestFaultsOfCases(t *testing.T) {
	_, found := loop(t, "2026-11-22", "close_within: P14D\ntopics: [delivery, price]", "opened,first_contact,closed,customer_informed,contactable,kind,topic,score\n"+
		"2026-09-04,2026-09-03,2026-09-01,2026-08-09,yes,claim,price,1\n2026-09-04,,,soon,maybe,gossip,Delivery,6\n,,,,,,weather,\n")
	if diff := cmp.Diff([]string{
		"2:12-22 CX438 2026-09-03 is before the day on which the case was opened, 2026-09-04", "2:23-33 CX438 2026-09-01 is before the day on which the case was opened, 2026-09-04",
		"2:34-44 CX438 2026-08-09 is before the day on which the case was opened, 2026-09-04", `3:14-18 CX432 the column "customer_informed" takes a day, not "soon"`,
		`3:19-24 CX432 the column "contactable" takes "yes" or "no", not "maybe"`, `3:25-31 CX432 "gossip" is not a kind of case`,
		`3:32-40 CX439 the topic "Delivery" is not on the list of this listening post`, "3:41-42 CX436 6 is outside the scale of 1 to 5",
		`4:1-1 CX432 the column "opened" takes a day, not ""`, `4:7-14 CX439 the topic "weather" is not on the list of this listening post`,
	}, told(found)); diff != "" {
		t.Error(diff)
	}
}

// Every case is counted once, whatever the day, and the order of the file
// changes nothing.
func TestLoopProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		var lines []string
		for range rng.IntN(40) {
			opened := day(t, "2026-09-01")
			for range rng.IntN(60) {
				opened = opened.Next()
			}
			informed, _ := opened.Add(fmt.Sprintf("P%dD", rng.IntN(30)))
			lines = append(lines, fmt.Sprintf("%s,%s,%s", opened, []string{informed.String(), ""}[rng.IntN(2)], []string{"yes", "no"}[rng.IntN(2)]))
		}
		on, front, head := fmt.Sprintf("2026-10-%02d", 1+rng.IntN(31)), "close_within: P14D", "opened,customer_informed,contactable\n"
		l, _ := loop(t, on, front, head+strings.Join(lines, "\n"))
		rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		again, _ := loop(t, on, front, head+strings.Join(lines, "\n"))
		if diff := cmp.Diff(l, again); diff != "" {
			t.Fatal(diff)
		}
		c, quarters := l.Close, 0
		for _, q := range l.Quarters {
			quarters += q.Cases
		}
		if l.OutOfReach+c.OnTime+c.Late+c.Overdue+c.Pending != l.Cases || quarters != l.Cases || l.Open != c.Overdue+c.Pending {
			t.Fatalf("%+v", l)
		}
		if l.Past.Cases != c.Overdue || l.Past.Limit.IsZero() != (c.Overdue == 0) {
			t.Fatalf("%+v", l)
		}
	}
}

// No data make the room panic.
func FuzzGather(f *testing.F) {
	f.Add("date,score,listening\n2026-10-01,9,VOC-001\n", uint8(0))
	f.Add("opened,customer_informed\n2026-10-01,\n", uint8(3))
	f.Add("date;value;n\n9999-12-31;1,5;2\n0001-01-01;-1;\n", uint8(6))
	kinds := []string{"nps", "csat", "ces", "mean", "median", "percentile\npercentile: 90", "rate", "ratio", "count"}
	f.Fuzz(func(t *testing.T, data string, kind uint8) {
		metric(t, "2026-11-22", "min_group: 2\nkind: "+kinds[int(kind)%len(kinds)], data)
		loop(t, "2026-11-22", "close_within: {value: P3D, business_days: true}", data)
	})
}

// millionAnswers is a data file of a million answers over 1,000 days.
func millionAnswers() string {
	var data bytes.Buffer
	data.WriteString("date,score,listening,channel,department\n")
	on := lang.Date{Year: 2024, Month: 1, Day: 1}
	for i := range 1_000_000 {
		if i%1000 == 0 {
			on = on.Next()
		}
		fmt.Fprintf(&data, "%s,%d,VOC-001,%s,DEP-00%d\n", on, 1+i*5%7, []string{"shop", "phone"}[i%2], 1+i%3)
	}
	return data.String()
}

// BenchmarkMillionAnswers measures a metric with a million answers.
func BenchmarkMillionAnswers(b *testing.B) {
	text := millionAnswers()
	for _, kind := range []string{"nps", "ces"} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if m, found := metric(b, "2026-11-22", "kind: "+kind, text); len(found) > 0 || len(m.Periods) != 33 {
					b.Fatal(len(m.Periods), told(found))
				}
			}
		})
	}
}

// BenchmarkOver measures a month of one department in a million answers.
func BenchmarkOver(b *testing.B) {
	m, _ := metric(b, "2026-11-22", "kind: nps", millionAnswers())
	b.ReportAllocs()
	for b.Loop() {
		if f := m.Over(day(b, "2025-03-10"), day(b, "2025-04-08"), measure.Slice{By: measure.ByDepartment, Name: "DEP-003"}); f.Estimate == nil {
			b.Fatal(f.Reason)
		}
	}
}
