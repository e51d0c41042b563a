package link

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// described says what is reached and how: ids of the path, a role that is named
// by the next one with an arrow back.
func described(reached []Reached) []string {
	var out []string
	for _, r := range reached {
		line := r.Path[0].ID
		for i, rec := range r.Path[1:] {
			arrow := " → "
			if i == 0 && r.Named {
				arrow = " ← "
			}
			line += arrow + rec.ID
		}
		out = append(out, line)
	}
	return out
}

// A change goes along fields, to whoever refers and to the roles that are
// named; not through roles, past reading beside, and of prose only to what
// mentions the record itself.
func TestAffected(t *testing.T) {
	g, _ := Connect(files{
		"roles/a.md":      md("id: ROL-001", "title: A", "---", "See [it](PRC-001) and [the law](POL-001)."),
		"roles/b.md":      md("id: ROL-002", "title: B", "reports_to: ROL-001"),
		"policies/p.md":   md("id: POL-001", "title: P", "owner: ROL-001", "approved_by: ROL-002"),
		"policies/q.md":   md("id: POL-002", "title: Q", "owner: ROL-001", "related: [POL-001]"),
		"procedures/s.md": md("id: PRC-001", "title: S", "policies: [POL-001]", "steps: [{key: a, title: A, responsible: ROL-002}]"),
		"procedures/t.md": md("id: PRC-002", "title: T", "policies: [POL-002]"),
		"pages/a.md":      md("id: PAG-001", "title: A", "---", "The [law](POL-001)."),
		"pages/b.md":      md("id: PAG-002", "title: B", "---", "The [way](PRC-001), the [page](PAG-001)."),
	}.load(t))
	for id, want := range map[string][]string{
		"POL-001": {"PAG-001 → POL-001", "PRC-001 → POL-001", "ROL-001 ← POL-001", "ROL-002 ← PRC-001 → POL-001"},
		"PRC-001": {"PAG-002 → PRC-001", "ROL-001 → PRC-001", "ROL-002 ← PRC-001"},
		"ROL-001": {"POL-001 → ROL-001", "POL-002 → ROL-001", "ROL-002 → ROL-001", "PRC-001 → POL-001 → ROL-001", "PRC-002 → POL-002 → ROL-001"},
		"POL-404": nil,
	} {
		if diff := cmp.Diff(want, described(g.Affected(id, 2))); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	for _, r := range g.Affected("POL-001", 2) {
		if r.Direct() != (len(r.Path) == 2) || r.Record != r.Path[0] {
			t.Errorf("%s: direct %v", r.Record.ID, r.Direct())
		}
	}
	var from []string
	for _, e := range g.Incoming("PRC-001") {
		from = append(from, e.From.ID+" "+e.Lang)
	}
	if diff := cmp.Diff([]string{"PAG-002 pl", "ROL-001 pl"}, from); diff != "" {
		t.Error(diff)
	}
}

// Whatever refers to whatever, also in circles: what is reached, and in how
// many steps, is what somebody finds who tries every way.
func TestAffectedAgainstEveryWay(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const n, steps = 6, 3
	total := 0
	for range 60 {
		amends, mentions, f := map[int][]int{}, map[int][]int{}, files{}
		for i := range n {
			for j := range n {
				switch {
				case i == j:
				case r.IntN(5) == 0:
					amends[i] = append(amends[i], j)
				case r.IntN(6) == 0:
					mentions[i] = append(mentions[i], j)
				}
			}
			body := "Prose."
			for _, j := range mentions[i] {
				body += fmt.Sprintf(" See [it](POL-%03d).", j+1)
			}
			f[fmt.Sprintf("policies/p%d.md", i)] = md(fmt.Sprintf("id: POL-%03d", i+1), "title: T", fmt.Sprintf("owner: ROL-%03d", i%3+1),
				"amends: ["+strings.Join(ids(amends[i]), ", ")+"]", "---", body)
		}
		for i := range 3 {
			f[fmt.Sprintf("roles/r%d.md", i)] = md(fmt.Sprintf("id: ROL-%03d", i+1), "title: T")
		}
		g, _ := Connect(f.load(t))
		want := map[string]int{}
		var walk func(at, depth int)
		note := func(id string, depth int) {
			if before, ok := want[id]; !ok || depth < before {
				want[id] = depth
			}
		}
		walk = func(at, depth int) {
			if depth > steps {
				return
			}
			note(fmt.Sprintf("ROL-%03d", at%3+1), depth)
			for i := range n {
				if slices.Contains(amends[i], at) {
					note(ids([]int{i})[0], depth)
					walk(i, depth+1)
				}
				if depth == 1 && slices.Contains(mentions[i], at) {
					note(ids([]int{i})[0], depth)
				}
			}
		}
		walk(0, 1)
		delete(want, "POL-001")
		got := map[string]int{}
		reached := g.Affected("POL-001", steps)
		for _, way := range reached {
			got[way.Record.ID] = len(way.Path) - 1
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\namends %v, mentions %v", diff, amends, mentions)
		}
		if diff := cmp.Diff(described(reached), described(g.Affected("POL-001", steps))); diff != "" {
			t.Fatalf("another answer the second time: %s", diff)
		}
		total += len(got)
	}
	if total < 200 {
		t.Errorf("only %d records were reached in all", total)
	}
}

func ids(numbers []int) []string {
	var out []string
	for _, i := range numbers {
		out = append(out, fmt.Sprintf("POL-%03d", i+1))
	}
	return out
}
