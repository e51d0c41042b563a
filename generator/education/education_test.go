package education_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// gather reads one training's data on a day.
func gather(t *testing.T, day, csv string) (education.Groups, diag.List) {
	t.Helper()
	d, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	book := handbooktest.Load(t, record.Input{AsOf: d}, "title: {pl: Kodeks}\nlanguages: [pl]\n", map[string]string{
		"roles/a.pl.md":       "---\nid: ROL-001\ntitle: Lider\n---\n",
		"roles/b.pl.md":       "---\nid: ROL-002\ntitle: Agent\n---\n",
		"departments/d.pl.md": "---\nid: DEP-001\ntitle: Serwis\n---\n",
		"trainings/t.pl.md":   "---\nid: TRN-001\ntitle: T\nowner: ROL-001\nvalid_for: P12M\ncompletions: t.csv\n---\n",
	})
	ledger, found := education.Gather(book, func(path string) ([]byte, error) {
		if path != "trainings/t.csv" {
			return nil, fs.ErrNotExist
		}
		return []byte(csv), nil
	})
	return ledger["TRN-001"], found
}

const table = `department,role,people,completed,on
DEP-001,ROL-002,10,9,2025-08-31
DEP-001,ROL-002,12,6,2026-02-28
,ROL-001,2,2,2025-06-30
DEP-001,ROL-002,14,14,2027-01-01
`

// The latest count of each group by the day counts, on its last day still and
// on the next no more; nobody of a lapsed count has completed the training.
func TestLatestCountByTheDay(t *testing.T) {
	for day, want := range map[string]string{
		"2025-06-29": "",
		"2025-06-30": "/ROL-001 2/2 until 2026-06-30; in all 2 of 2",
		"2026-02-27": "/ROL-001 2/2 until 2026-06-30; DEP-001/ROL-002 9/10 until 2026-08-31; in all 11 of 12",
		"2026-06-30": "/ROL-001 2/2 until 2026-06-30; DEP-001/ROL-002 6/12 until 2027-02-28; in all 8 of 14",
		"2026-07-01": "/ROL-001 0/2 until 2026-06-30 lapsed; DEP-001/ROL-002 6/12 until 2027-02-28; in all 6 of 14, lapsed",
		"2027-01-01": "/ROL-001 0/2 until 2026-06-30 lapsed; DEP-001/ROL-002 14/14 until 2028-01-01; in all 14 of 16, lapsed",
	} {
		groups, found := gather(t, day, table)
		if len(found) > 0 {
			t.Errorf("%s: %v", day, found)
		}
		if got := describe(groups); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

func describe(groups education.Groups) string {
	var out []string
	for _, g := range groups {
		line := fmt.Sprintf("%s/%s %d/%d until %s", g.Department, g.Role, g.Completed(), g.People, g.Until)
		if g.Lapsed {
			line += " lapsed"
		}
		out = append(out, line)
	}
	if total := groups.Total(); len(groups) > 0 {
		out = append(out, fmt.Sprintf("in all %d of %d", total.Completed, total.People))
		if total.Lapsed {
			out[len(out)-1] += ", lapsed"
		}
	}
	return strings.Join(out, "; ")
}

// The order of the rows changes nothing, a group within another is not added
// to it, and no more people have completed a training than there are.
func TestAnyCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	nested := 0
	for range 200 {
		departments := []string{"", "DEP-001"}
		var rows []string
		for i := range 1 + r.IntN(6) {
			people := r.IntN(50)
			rows = append(rows, fmt.Sprintf("%s,ROL-%03d,%d,%d,2026-%02d-%02d", departments[r.IntN(2)], 1+r.IntN(2), people, r.IntN(people+1), 1+r.IntN(12), 1+i))
		}
		head := "department,role,people,completed,on\n"
		want, found := gather(t, "2026-11-24", head+strings.Join(rows, "\n"))
		if len(found) > 0 {
			t.Fatalf("%v\n%s", found, rows)
		}
		slices.Reverse(rows)
		got, _ := gather(t, "2026-11-24", head+strings.Join(rows, "\n"))
		if describe(got) != describe(want) {
			t.Fatalf("%s, want %s", describe(got), describe(want))
		}
		people := map[string]int{}
		for _, g := range want {
			if g.Department == "" {
				people[g.Role] = g.People
			}
		}
		for _, g := range want {
			if _, whole := people[g.Role]; !whole {
				people[g.Role] = g.People
			} else if g.Department != "" {
				nested++
			}
		}
		sum := 0
		for _, n := range people {
			sum += n
		}
		if total := want.Total(); total.People != sum || total.Completed > total.People {
			t.Fatalf("%+v, want %d people: %s", total, sum, describe(want))
		}
	}
	if nested < 20 {
		t.Errorf("only %d groups were within another", nested)
	}
}

// What cannot be counted is reported where it stands, and not counted.
func TestWhatCannotBeCounted(t *testing.T) {
	groups, found := gather(t, "2026-11-24", `department,role,people,completed,on
DEP-001,,10,9,2026-01-31
,ROL-001,5,5,2026-01-31
DEP-009,ROL-001,5,5,2026-01-31
DEP-001,ROL-001,5,6,2026-01-31
DEP-001,,10,8,2026-01-31
`)
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprintf("%s %d:%d %s", d.Code, d.At.Start.Line, d.At.Start.Column, d.Message.Key))
	}
	want := []string{"CX435 3:10 crosses", "CX432 4:1 department", "CX434 5:19 ", "CX435 6:15 "}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if d := describe(groups); d != "DEP-001/ 9/10 until 2027-01-31; in all 9 of 10" {
		t.Error(d)
	}
}
