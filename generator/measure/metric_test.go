package measure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/series"
)

// answers writes n answers with a score on a day.
func answers(n int, on string, score any) string {
	return strings.Repeat(fmt.Sprintf("%s,%v\n", on, score), n)
}

// Figures with published worked examples, through the whole room.
func TestWorkedExamples(t *testing.T) {
	const month = "cadence: monthly\n"
	for _, tt := range []struct{ name, front, data, want string }{
		{"NPS of 70, 20, 10", "kind: nps", "date,score\n" + answers(70, "2026-10-01", 9) + answers(20, "2026-10-02", 7) + answers(10, "2026-10-31", 6), "60 (47.0–73.0) n100"},
		{"NPS of ten promoters", "kind: nps", "date,score\n" + answers(10, "2026-10-01", 10), "100 (47.5–100.0) n10"},
		{"CSAT of 80 in 100", "kind: csat", "date,score\n" + answers(50, "2026-10-01", 5) + answers(30, "2026-10-01", 4) + answers(20, "2026-10-02", 3), "80 (71.1–86.7) n100"},
		{"CSAT, lower is better", "kind: csat\nscale: {min: 1, max: 5, order: descending}", "date,score\n" + answers(80, "2026-10-01", 1) + answers(20, "2026-10-02", 5), "80 (71.1–86.7) n100"},
		{"CSAT of a desk", "kind: csat", "date,score\n" + answers(80, "2026-10-01", "Good") + answers(20, "2026-10-01", "bad") + answers(9, "2026-10-01", "Offered") + answers(9, "2026-10-01", ""), "80 (71.1–86.7) n100"},
		{"CES as a mean", "kind: ces", "date,score\n2026-10-01,4\n2026-10-01,5\n2026-10-01,6\n", "5 (2.5–7.0) n3"},
		{"CES of one answer", "kind: ces", "date,score\n2026-10-01,4\n", "4 n1"},
		{"CES without spread", "kind: ces", "date,score\n2026-10-01,4\n2026-10-03,4\n", "4 n2"},
		{"CES as a share", "kind: ces\nreport: share", "date,score\n" + answers(80, "2026-10-01", 5) + answers(20, "2026-10-02", 4), "80 (71.1–86.7) n100"},
		{"rate in percent", "kind: rate\nunit: '%'", "date,value,n\n2026-10-31,80,100\n", "80 (71.1–86.7) n100"},
		{"rate as a share", "kind: rate", "date,value,n\n2026-10-31,\"0,8\",100\n", "0.8 (0.7–0.9) n100"},
		{"mean at the end of its scale", "kind: ces\nreport: mean\nscale: {min: 1, max: 5}", "date,score\n2026-10-01,4.5\n2026-10-02,5\n2026-10-03,5\n", "4.833 (4.1–5.0) n3"},
		{"rate in percent, in words", "kind: rate\nunit: procent", "date,value,n\n2026-10-31,0.9,1000\n", "0.9 (0.5–1.7) n1000"},
		{"rate in another unit", "kind: rate\nunit: na 1000", "date,value,n\n2026-10-31,0.9,1000\n", "0.9 n1000"},
		{"rate of which another value is no share", "kind: rate", "date,value,n\n2026-09-30,50,100\n2026-10-31,0.9,1000\n", "0.9 n1000"},
		{"rate of nobody knows how many", "kind: rate\nunit: '%'", "date,value\n2026-10-31,80\n", "80"},
		{"rates combined by n", "kind: rate\nunit: '%'", "date,value,n\n2026-10-01,90,50\n2026-10-31,70,50\n", "80 (71.1–86.7) n100"},
		{"means combined by n", "kind: mean", "date;value;n\n2026-10-01;4,2;100\n2026-10-31;5;300\n", "4.8 n400"},
		{"means without n", "kind: mean", "date,value\n2026-10-01,4\n2026-10-31,5\n", "no-count"},
		{"a ratio is no share", "kind: ratio\nunit: na 1 000 zamówień", "date,value,n\n2026-10-31,0.9,100\n", "0.9 n100"},
		{"counts are summed", "kind: count", "date,value\n2026-10-01,400\n2026-10-31,530\n2026-11-01,1\n", "930"},
		{"medians are not", "kind: median", "date,value,n\n2026-10-01,400,5\n2026-10-31,530,5\n", "not-combined"},
		{"one median", "kind: median", "date,value\n2026-10-31,380\n", "380"},
		{"median of answers", "kind: median", "date,score\n2026-10-01,1\n2026-10-01,9\n2026-10-31,2\n2026-10-31,4\n", "3 n4"},
		{"percentile of answers", "kind: percentile\npercentile: 90", "date,score\n" + answers(8, "2026-10-01", 1) + "2026-10-02,7\n2026-10-02,9\n", "7 n10"},
		{"a percentile between whole ones", "kind: percentile\npercentile: 99.5", "date,score\n" + answers(199, "2026-10-01", 1) + "2026-10-02,7\n", "1 n200"},
		{"NPS that was computed elsewhere", "kind: nps", "date,value,n\n2026-10-02,31.5,400\n", "31.5 n400"},
	} {
		m, found := metric(t, "2026-11-22", month+tt.front, tt.data)
		p, _ := m.Leading()
		if got := say(p.Figure); got != tt.want || len(found) > 0 {
			t.Errorf("%s: %s, want %s %v", tt.name, got, tt.want, told(found))
		}
	}
}

// The latest period that is over leads; what is dated after the day does not
// exist; a period without answers is a gap; the target is that of the period.
func TestPeriods(t *testing.T) {
	const front = "kind: count\ncadence: quarterly\ndirection: down\nalert: 90\ntargets:\n  - {from: 2026-07-01, value: 50}\n  - {from: 2026-01-01, value: 70}"
	const data = "date,value\n2025-11-30,80\n2026-01-31,70\n2026-08-31,60\n2026-09-30,40\n2026-10-31,50\n2026-12-31,7\n"
	for on, want := range map[string]string{
		"2025-11-29": "lead none no-data",
		"2025-12-30": "lead none not-complete; 2025-10-01 80",
		"2025-12-31": "lead 2025-10-01; 2025-10-01 80",
		"2026-06-30": "lead 2026-01-01; 2025-10-01 80; 2026-01-01 70 target 70 met -10",
		"2026-08-31": "lead 2026-01-01; 2025-10-01 80; 2026-01-01 70 target 70 met -10; 2026-04-01 no-answers target 70; 2026-07-01 60 target 50 not met",
		"2026-12-30": "lead 2026-07-01; 2025-10-01 80; 2026-01-01 70 target 70 met -10; 2026-04-01 no-answers target 70; 2026-07-01 100 target 50 not met alert; 2026-10-01 50 target 50 met -50",
		"2026-12-31": "lead 2026-10-01; 2025-10-01 80; 2026-01-01 70 target 70 met -10; 2026-04-01 no-answers target 70; 2026-07-01 100 target 50 not met alert; 2026-10-01 57 target 50 not met -43",
	} {
		m, _ := metric(t, on, front, data)
		got := "lead none " + string(m.Reason)
		if p, ok := m.Leading(); ok {
			got = "lead " + p.First.String()
		}
		for _, p := range m.Periods {
			got += "; " + p.First.String() + " " + say(p.Figure)
			if p.Target != nil {
				got += fmt.Sprintf(" target %v", *p.Target)
			}
			if p.Met != nil {
				got += map[bool]string{true: " met", false: " not met"}[*p.Met]
			}
			if p.Alert {
				got += " alert"
			}
			if p.Change != nil {
				got += fmt.Sprintf(" %+v", p.Change.Delta)
				if p.Change.Verdict != series.NotJudged || p.Change.Reason != measure.NoInterval {
					t.Errorf("%s: a change of counts is judged: %+v", on, p.Change)
				}
			}
		}
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", on, got, want)
		}
	}
}

// Halves and years are those of the calendar.
func TestHalvesAndYears(t *testing.T) {
	const data = "date,value\n2025-06-30,1\n2025-07-01,2\n2025-12-31,3\n2026-01-01,4\n2026-06-30,5\n2026-07-01,6\n"
	for cadence, want := range map[string]string{
		"half-yearly": "2025-01-01–2025-06-30 1; 2025-07-01–2025-12-31 5; 2026-01-01–2026-06-30 9; 2026-07-01–2026-12-31 6; lead 2026-01-01",
		"yearly":      "2025-01-01–2025-12-31 6; 2026-01-01–2026-12-31 15; lead 2025-01-01",
		"monthly":     "2025-06-01–2025-06-30 1; 2025-07-01–2025-07-31 2;",
	} {
		m, _ := metric(t, "2026-11-22", "kind: count\ncadence: "+cadence, data)
		var got []string
		for _, p := range m.Periods {
			got = append(got, fmt.Sprintf("%s–%s %s", p.First, p.Last(), say(p.Figure)))
		}
		p, _ := m.Leading()
		if s := strings.Join(append(got, "lead "+p.First.String()), "; "); !strings.HasPrefix(s, want) {
			t.Errorf("%s: %s, want %s", cadence, s, want)
		}
	}
}

// A change of few answers is not judged, a large one of many is real.
func TestChanges(t *testing.T) {
	data := "date,score\n" + answers(200, "2026-08-01", 10) + answers(200, "2026-08-01", 0) +
		answers(29, "2026-09-01", 10) + answers(400, "2026-10-01", 10) + answers(10, "2026-10-01", 0)
	m, _ := metric(t, "2026-11-22", "kind: nps\ncadence: monthly", data)
	for i, want := range []string{"", "not-judged few-answers", "not-judged few-answers"} {
		got := ""
		if c := m.Periods[i].Change; c != nil {
			got = string(c.Verdict) + " " + string(c.Reason)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", m.Periods[i].First, got, want)
		}
	}
	m, _ = metric(t, "2026-11-22", "kind: nps\ncadence: monthly", strings.ReplaceAll(data, "2026-09-01", "2026-08-01"))
	if c := m.Periods[2].Change; c != nil {
		t.Errorf("compared over a gap: %+v", c)
	}
}

// A small group is hidden, and with it what it could be worked out from.
func TestSmallGroups(t *testing.T) {
	for _, tt := range []struct {
		name          string
		a, b, c, rest int
		want          string
	}{
		{"none is small", 5, 6, 7, 0, "DEP-001 100, DEP-002 100, DEP-003 100, total 100"},
		{"one is: the next smallest, too", 4, 6, 7, 0, "DEP-001 small-group, DEP-002 complement, DEP-003 100, total 100"},
		{"two are, and are too few together", 1, 2, 9, 0, "DEP-001 small-group, DEP-002 small-group, DEP-003 complement, total 100"},
		{"two are, and are enough together", 4, 2, 9, 0, "DEP-001 small-group, DEP-002 small-group, DEP-003 100, total 100"},
		{"what is not stated is a group", 7, 8, 9, 2, "DEP-001 complement, DEP-002 100, DEP-003 100,  small-group, total 100"},
		{"all are few", 1, 1, 1, 1, "DEP-001 small-group, DEP-002 small-group, DEP-003 small-group,  small-group, total small-group"},
		{"nobody in one", 0, 5, 5, 0, "DEP-002 100, DEP-003 100, total 100"},
		{"nobody but one", 0, 0, 5, 0, "DEP-003 100, total 100"},
	} {
		data := "date,score,department\n" + strings.Repeat("2026-10-01,5,DEP-001\n", tt.a) + strings.Repeat("2026-10-01,5,DEP-002\n", tt.b) +
			strings.Repeat("2026-10-01,5,DEP-003\n", tt.c) + strings.Repeat("2026-10-01,5,\n", tt.rest)
		m, found := metric(t, "2026-11-22", "kind: csat\ndomain: ex", data)
		var got []string
		for _, g := range m.GroupsBy(measure.ByDepartment) {
			got = append(got, g.Name+" "+strings.Fields(say(g.Periods[0].Figure))[0])
		}
		got = append(got, "total "+strings.Fields(say(m.Periods[0].Figure))[0])
		if s := strings.Join(got, ", "); s != tt.want || len(found) > 0 {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// Nobody can work out a hidden group from what is shown: what all hidden ones
// have together is no small group.
func TestNoSubtraction(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var data strings.Builder
		data.WriteString("date,score,department\n")
		total, sizes := 0, map[string]int{}
		for _, d := range []string{"DEP-001", "DEP-002", "DEP-003", ""} {
			sizes[d] = rng.IntN(12)
			total += sizes[d]
			data.WriteString(strings.Repeat("2026-10-01,4,"+d+"\n", sizes[d]))
		}
		if total == 0 {
			continue
		}
		m, _ := metric(t, "2026-11-22", "kind: csat\nmin_group: 6", data.String())
		shown := 0
		for _, g := range m.GroupsBy(measure.ByDepartment) {
			if e := g.Periods[0].Estimate; e != nil {
				if shown += e.N; e.N < 6 {
					t.Fatalf("%v: %s is shown", sizes, g.Name)
				}
			}
		}
		if rest := total - shown; m.Periods[0].Estimate != nil && rest > 0 && rest < 6 {
			t.Fatalf("%v: %d can be worked out", sizes, rest)
		}
	}
}

// Values that were computed elsewhere: rows of all are the total, else the
// groups together; of how many nobody says may be a few.
func TestGroupsOfValues(t *testing.T) {
	const front = "kind: mean\ndirection: down"
	m, found := metric(t, "2026-11-22", front, "date,value,n,department\n2026-09-30,4,10,DEP-001\n2026-09-30,6,30,DEP-003\n2026-10-31,4,10,DEP-001\n2026-10-31,5.25,50,\n")
	var got []string
	for i, p := range m.Periods {
		line := say(p.Figure)
		for _, g := range m.GroupsBy(measure.ByDepartment) {
			line += ", " + g.Name + " " + say(g.Periods[i].Figure)
		}
		got = append(got, line)
	}
	if diff := cmp.Diff([]string{"5.5 n40, DEP-001 4 n10, DEP-003 6 n30", "5.25 n50, DEP-001 4 n10, DEP-003 no-answers"}, got); diff != "" || len(found) > 0 {
		t.Error(found, diff)
	}
	m, _ = metric(t, "2026-11-22", front+"\nmin_group: 5", "date,value,department\n2026-10-31,4,DEP-001\n")
	if got := say(m.Periods[0].Figure); got != "small-group" {
		t.Errorf("of nobody knows how many: %s", got)
	}
}

// Readers who do not see a department see the same total, and nothing of it.
func TestAudience(t *testing.T) {
	m, book, _ := gather(t, "2026-11-22", map[string]string{
		"metrics/m.pl.md": "---\nid: MET-001\ntitle: M\nowner: ROL-001\ndata: m.csv\nkind: csat\nmin_group: 5\n---\n",
		"metrics/n.pl.md": "---\nid: MET-002\ntitle: M\nowner: ROL-001\ndata: m.csv\nkind: csat\naudience: [board]\n---\n",
		"metrics/m.csv": "date,score,department\n" + strings.Repeat("2026-10-01,5,DEP-001\n", 10) + strings.Repeat("2026-10-01,1,DEP-002\n", 30) +
			strings.Repeat("2026-10-01,3,DEP-003\n", 10),
	})
	shown := m.For(book.For(nil))
	if len(shown.Metrics) != 1 || say(shown.Metrics["MET-001"].Periods[0].Figure) != say(m.Metrics["MET-001"].Periods[0].Figure) {
		t.Errorf("another total, or a hidden metric: %v", shown.Metrics)
	}
	var got []string
	for _, g := range shown.Metrics["MET-001"].GroupsBy(measure.ByDepartment) {
		got = append(got, g.Name+" "+say(g.Periods[0].Figure))
	}
	if diff := cmp.Diff([]string{"DEP-001 100 (72.2–100.0) n10", "DEP-003 0 (0.0–27.8) n10", " 0 (0.0–11.4) n30"}, got); diff != "" {
		t.Error(diff)
	}
}

// A window of days, of all or of a group, for what initiatives compare.
func TestOver(t *testing.T) {
	m, _ := metric(t, "2026-11-22", "kind: count", "date,value,department\n2026-09-30,4,\n2026-09-30,3,DEP-001\n2026-10-01,5,\n2026-10-31,6,\n2026-11-30,9,\n")
	for _, tt := range []struct {
		from, to string
		by       measure.Dimension
		name     string
		want     string
	}{
		{"2026-10-01", "2026-10-31", "", "", "11"},
		{"2026-10-01", "2026-10-02", "", "", "5"},
		{"2026-09-01", "2026-10-01", "", "", "9"},
		{"2026-09-30", "2026-10-01", "", "", "not-whole"}, // September has one value
		{"2026-08-15", "2026-10-31", "", "", "15"},        // August has none
		{"2026-09-01", "2026-09-29", "", "", "not-whole"},
		{"2026-09-01", "2026-10-01", measure.ByDepartment, "DEP-001", "3"},
		{"2026-10-01", "2026-10-01", measure.ByDepartment, "DEP-001", "no-answers"},
		{"2026-11-01", "2026-12-31", "", "", "no-answers"}, // the value of November is not there yet
		{"2026-10-31", "2026-10-01", "", "", "no-answers"},
	} {
		if got := say(m.Over(day(t, tt.from), day(t, tt.to), measure.Slice{By: tt.by, Name: tt.name})); got != tt.want {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}

// Whatever is wrong is found in one run, at its place.
func TestFaultsOfData(t *testing.T) {
	_, found := metric(t, "2026-11-22", "kind: nps\nrelation: relational", "date,score,listening,channel,department\n"+
		"2026-10-01,11,VOC-001,shop,DEP-001\n2026-10-01,8.5,VOC-001,shop,DEP-001\n2026-10-01,ten,VOC-001,shop,DEP-001\n"+
		"2026-10-01,9,VOC-009,shop,DEP-001\n2026-10-01,9,VOC-001,fax,DEP-001\n2026-10-01,9,VOC-001,shop,ROL-001\n"+
		"2026-10-01,9,VOC-002,shop,DEP-001\n2026-10-01,9,VOC-002,shop,DEP-001\n07/08/2026,9,VOC-001,shop,DEP-001\n")
	if diff := cmp.Diff([]string{
		"2:12-14 CX436 11 is outside the scale of 0 to 10", "3:12-15 CX436 8.5 lies between two marks of the scale of 0 to 10",
		`4:12-15 CX432 the column "score" takes a number, not "ten"`, `5:14-21 CX432 "VOC-009" is not the id of a listening post`,
		`6:22-25 CX432 the channel "fax" is not among the handbook's channels`, `7:27-34 CX432 "ROL-001" is not the id of a department`,
		"8:14-21 CX437 the metric asks about the whole relation, but VOC-002 about one event",
		`10:1-11 CX432 the column "date" takes a day, not "07/08/2026"`,
	}, told(found)); diff != "" {
		t.Error(diff)
	}
	_, found = metric(t, "2026-11-22", "kind: nps", "date,score,listening\n2026-10-01,9,VOC-001\n2026-10-01,9,VOC-002\n2026-10-01,9,VOC-002\n")
	if diff := cmp.Diff([]string{"3:14-21 CX437 the answers of VOC-002 and the earlier ones of this file are about different things: the whole relation and one event"}, told(found)); diff != "" {
		t.Error(diff)
	}
	m, found := metric(t, "2026-11-22", "kind: rate\nunit: '%'", "date,value,n\n2026-10-01,101,5\n2026-10-02,50,-1\n2026-10-03,50,1.5\n2026-10-04,50 %,9\n2026-10-05,50,9\n2026-10-05,51,9\n")
	if diff := cmp.Diff([]string{
		"2:12-15 CX436 101 is outside the scale of 0 to 100", `3:15-17 CX432 the column "n" takes a whole number, not "-1"`, `4:15-18 CX432 the column "n" takes a whole number, not "1.5"`,
		`5:12-16 CX432 the column "value" takes a number, not "50 %"`, "7:1-11 CX435 another row gives the value of 2026-10-05",
	}, told(found)); diff != "" || say(m.Periods[0].Figure) != "50 (22.7–77.3) n9" {
		t.Error(diff, say(m.Periods[0].Figure))
	}
}

// An export is read as it comes.
func TestExport(t *testing.T) {
	m, found := metric(t, "2026-11-22", "kind: nps\nskip_rows: 2\ncolumns: {date: RecordedDate, score: Q1}",
		"ResponseId,RecordedDate,Q1,Q2\nID,Recorded Date,\"How likely?\nReally?\",Why?\n\"{\"\"ImportId\"\":\"\"_id\"\"}\",x,y,z\nR_1,2026-10-14 09:13:23,10,\"a\nb\"\nR_2,2026-10-14 11:04:01,,\n")
	if say(m.Periods[0].Figure) != "100 (-48.5–100.0) n1" || len(found) > 0 {
		t.Errorf("%s %v", say(m.Periods[0].Figure), told(found))
	}
}

// Figures do not depend on the order of a file, lie within their bounds and
// their intervals, and are never NaN.
func TestProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, kind := range []string{"nps", "csat", "ces", "mean", "median", "percentile\npercentile: 90", "rate\nunit: '%'", "ratio", "count"} {
		for range 25 {
			raw := !strings.HasPrefix(kind, "rate") && kind != "ratio" && kind != "count" && rng.IntN(3) > 0
			head, lines := "date,value,n,department", []string(nil)
			if raw {
				head = "date,score,department"
			}
			for i := range rng.IntN(60) {
				on := fmt.Sprintf("2026-%02d-%02d", 1+rng.IntN(11), 1+i%28)
				dep := []string{"", "DEP-001", "DEP-003"}[rng.IntN(3)]
				if raw {
					lines = append(lines, fmt.Sprintf("%s,%d,%s", on, 1+rng.IntN(5), dep))
				} else {
					lines = append(lines, fmt.Sprintf("2%03d-01-01,%d.5,%d,%s", i, 1+rng.IntN(4), rng.IntN(50), dep))
				}
			}
			front := "kind: " + kind + "\ncadence: quarterly\nmin_group: 3"
			first, found := metric(t, "2026-11-22", front, head+"\n"+strings.Join(lines, "\n"))
			rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
			second, _ := metric(t, "2026-11-22", front, head+"\n"+strings.Join(lines, "\n"))
			if len(found) > 0 {
				t.Fatalf("%s: %v", kind, told(found))
			}
			if diff := cmp.Diff(first.Periods, second.Periods) + cmp.Diff(first.Groups, second.Groups); diff != "" {
				t.Fatalf("%s: %s", kind, diff)
			}
			for _, p := range first.Periods {
				e := p.Estimate
				if (e == nil) == (p.Reason == "") {
					t.Fatalf("%s: %+v", kind, p)
				}
				if e == nil {
					continue
				}
				if math.IsNaN(e.Value) || e.Interval != nil && !(e.Interval.Low <= e.Value+1e-9 && e.Value <= e.Interval.High+1e-9) {
					t.Fatalf("%s: %+v", kind, *e)
				}
			}
		}
	}
}
