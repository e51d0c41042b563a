package acknowledgement_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

const approved = "status: approved\napproved_on: 2025-01-01\napproved_by: ROL-001\nowner: ROL-001\n"

// gather reads one policy's data on a day.
func gather(t *testing.T, day, csv string) (acknowledgement.Ledger, diag.List) {
	t.Helper()
	d, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	book := handbooktest.Load(t, record.Input{AsOf: d}, "title: {pl: Kodeks}\nlanguages: [pl]\n", map[string]string{
		"roles/a.pl.md":       "---\nid: ROL-001\ntitle: Lider\n---\n",
		"roles/b.pl.md":       "---\nid: ROL-002\ntitle: Agent\n---\n",
		"departments/d.pl.md": "---\nid: DEP-001\ntitle: Serwis\n---\n",
		"policies/z.v1.pl.md": "---\nid: POL-001\ntitle: Z\nversion: 1\n" + approved + "effective_from: 2025-01-01\n---\n",
		"policies/z.v2.pl.md": "---\nid: POL-001\ntitle: Z\nversion: 2\nchange_note: N.\n" + approved + "effective_from: 2026-01-01\nacknowledgements: a.csv\n---\n",
	})
	return acknowledgement.Gather(book, func(path string) ([]byte, error) {
		if path != "policies/a.csv" {
			return nil, fs.ErrNotExist
		}
		return []byte(csv), nil
	})
}

const table = `version;department;role;people;acknowledged;on
1;DEP-001;ROL-002;10;9;2025-06-30
2;DEP-001;ROL-002;12;3;2026-02-01
2;DEP-001;ROL-002;12;11;2026-06-30
2;;ROL-001;2;2;2026-03-01
2;DEP-001;ROL-002;14;14;2027-01-01
`

// The latest count of each group by the day counts; what is dated after it has
// not happened.
func TestLatestCountByTheDay(t *testing.T) {
	for day, want := range map[string]string{
		"2025-01-01": "",
		"2025-06-30": "v1 9/10 2025-06-30",
		"2026-02-01": "v2 3/12 2026-02-01; v1 9/10 2025-06-30",
		"2026-11-22": "v2 13/14 2026-06-30; v1 9/10 2025-06-30",
		"2027-01-01": "v2 16/16 2027-01-01; v1 9/10 2025-06-30",
	} {
		ledger, found := gather(t, day, table)
		if len(found) > 0 {
			t.Errorf("%s: %v", day, found)
		}
		var got []string
		for _, s := range ledger["POL-001"] {
			got = append(got, fmt.Sprintf("v%d %d/%d %s", s.Version, s.Acknowledged, s.People, s.On))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %s, want %s", day, strings.Join(got, "; "), want)
		}
	}
}

// The order of the rows changes nothing.
func TestOrderOfRows(t *testing.T) {
	want, _ := gather(t, "2026-11-22", table)
	lines := strings.Split(strings.TrimSpace(table), "\n")
	for i := range 20 {
		rest := lines[1:]
		rand.New(rand.NewPCG(1, uint64(i))).Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
		got, found := gather(t, "2026-11-22", lines[0]+"\n"+strings.Join(rest, "\n"))
		if diff := cmp.Diff(want, got, cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".at" }, cmp.Ignore())); diff != "" || len(found) > 0 {
			t.Fatalf("%v %s", found, diff)
		}
	}
}

// Whatever is wrong is found in one run, at its place; the rest counts.
func TestFaultyRows(t *testing.T) {
	ledger, found := gather(t, "2026-11-22", "\ufeffVersion,Department,Role,People,Acknowledged,On\r\n"+
		"2,DEP-001,ROL-002,10,12,2026-02-01\r\n"+
		"2,DEP-009,ROL-002,10,1,2026-02-01\r\n"+
		"2,ROL-001,ROL-002,10,1,2026-02-01\r\n"+
		"3,DEP-001,ROL-002,10,1,2026-02-01\r\n"+
		"\"2\",\"żółw, duży\",ROL-002,dużo,-1,2026-02-30\r\n"+
		"2,DEP-001,ROL-002,10,4\r\n"+
		"2,DEP-001,ROL-002,10,5,2026-02-01\r\n"+
		"2,DEP-001,ROL-002,10,6,2026-02-01\r\n"+
		"2,jan.kowalski@example.org,ROL-002,10,6,2026-02-01\r\n"+
		",,,,,\r\n")
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprintf("%d:%d-%d %s %s", d.At.Start.Line, d.At.Start.Column, d.At.End.Column, d.Code, d.Text("en")))
	}
	if diff := cmp.Diff([]string{
		"2:22-24 CX434 12 of 10 people is more than all of them",
		`3:3-10 CX432 "DEP-009" is not the id of a department`,
		`4:3-10 CX432 "ROL-001" is not the id of a department`,
		"5:1-2 CX432 there is no version 3; the newest is 2",
		`6:26-30 CX432 the column "People" takes a whole number, not "dużo"`,
		`6:31-33 CX432 the column "Acknowledged" takes a whole number, not "-1"`,
		`6:34-44 CX432 the column "On" takes a day, not "2026-02-30"`,
		"7:1-2 CX430 the row has 5 values, but there are 6 columns",
		"9:24-34 CX435 another row gives the numbers of the same people on 2026-02-01",
		`10:3-27 CX433 there is an e-mail address in the column "Department"`,
	}, got); diff != "" {
		t.Error(diff)
	}
	if s, _ := ledger.Of("POL-001", 2); s.Acknowledged != 5 || s.People != 10 {
		t.Errorf("counted %+v", s)
	}
}

// People who are counted in two rows count once; where nobody can tell, that is
// found, on every day.
func TestGroupsWithinOthers(t *testing.T) {
	const head = "version,department,role,people,acknowledged,on\n"
	for rows, want := range map[string]string{
		"2,,,100,90,2026-05-01\n2,DEP-001,,60,55,2026-05-01\n2,DEP-001,ROL-001,10,9,2026-05-01\n": "90/100 of 3 groups",
		"2,DEP-001,ROL-001,10,9,2026-05-01\n2,DEP-001,,60,55,2026-06-01\n":                        "55/60 of 2 groups",
		"2,DEP-001,ROL-001,10,9,2026-05-01\n2,DEP-001,ROL-002,60,55,2026-06-01\n":                 "64/70 of 2 groups",
		"2,DEP-001,,60,55,2026-05-01\n2,,ROL-001,20,10,2027-05-01\n":                              "55/60 of 1 groups, 3:1 CX435",
		"1,DEP-001,,60,55,2026-05-01\n2,,ROL-001,20,10,2026-05-01\n":                              "10/20 of 1 groups",
		"2,,,9223372036854775807,1,2026-05-01\n":                                                  "3 CX432",
	} {
		ledger, found := gather(t, "2026-11-22", head+rows)
		s, _ := ledger.Of("POL-001", 2)
		got := fmt.Sprintf("%d/%d of %d groups", s.Acknowledged, s.People, len(s.Groups))
		for _, d := range found {
			got += fmt.Sprintf(", %d:%d %s", d.At.Start.Line, d.At.Start.Column, d.Code)
		}
		if got != want && !strings.Contains(want, "CX432") || strings.Contains(want, "CX432") && len(found) != 1 {
			t.Errorf("%s%s, want %s", rows, got, want)
		}
	}
}
