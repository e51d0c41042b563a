package score_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// tree reads a content folder that is made in a test.
func tree(t testing.TB, files map[string]string) *source.Tree {
	t.Helper()
	content := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {en: Handbook}\nlanguages: [en]\ndefault_language: en\n")}}
	for name, text := range files {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _, err := source.Read(content, "content")
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// An idea is the grades of an initiative: impact, value, difficulty, other
// departments; 0 for none.
type idea [4]int

func (i idea) record(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: INI-%03d\ntitle: Idea %d\nowner: ROL-001\nkind: initiative\nstate: proposed\nproblem: A problem.\n", n, n)
	b.WriteString("criteria:\n")
	for k, name := range []string{"customer_impact", "business_value", "difficulty", "dependency"} {
		if i[k] > 0 {
			fmt.Fprintf(&b, "  %s: {value: %d, why: Because}\n", name, i[k])
		}
	}
	b.WriteString("---\n")
	return b.String()
}

func priorities(t testing.TB, ideas []idea) *score.Card {
	t.Helper()
	files := map[string]string{}
	for n, i := range ideas {
		files[fmt.Sprintf("initiatives/idea-%d.md", n+1)] = i.record(n + 1)
	}
	all, _ := cards(t, tree(t, files), "2026-11-24")
	return all.Card("SCR-PRIORITY")
}

func rowOf(card *score.Card, n int) *score.Row {
	i := slices.IndexFunc(card.Rows, func(r *score.Row) bool { return r.Record.Number == n })
	return card.Rows[i]
}

// Every mix of grades, as far as it is one: values stay within their bounds,
// the formula is the published one, and a grade more of a benefit never lowers
// a priority, a grade more of a cost never raises it.
func TestPriorityOfAllGrades(t *testing.T) {
	var ideas []idea
	at := map[idea]int{}
	for n := range 625 {
		i := idea{n/125 + 1, n/25%5 + 1, n/5%5 + 1, n%5 + 1}
		ideas = append(ideas, i)
		at[i] = n + 1
	}
	card := priorities(t, ideas)
	for i, n := range at {
		v := *rowOf(card, n).Value
		want := 100 * (.35*float64(i[0]-1) + .30*float64(i[1]-1) + .20*float64(5-i[2]) + .15*float64(5-i[3])) / 4
		if v < 0 || v > 100 || series.Compare(v, want) != 0 {
			t.Fatalf("%v: %v, want %v", i, v, want)
		}
		for k := range i {
			more := i
			if more[k]++; more[k] > 5 {
				continue
			}
			w := *rowOf(card, at[more]).Value
			if k < 2 && w <= v || k > 1 && w >= v {
				t.Fatalf("%v → %v: %v → %v", i, more, v, w)
			}
		}
	}
	for n := 1; n < len(card.Rows); n++ {
		if card.Rows[n].Rank != card.Rows[n-1].Rank+1 || series.Compare(*card.Rows[n].Value, *card.Rows[n-1].Value) > 0 {
			t.Fatalf("the rank of %s", card.Rows[n].Record.ID)
		}
	}
}

func TestWorkedExamples(t *testing.T) {
	card := priorities(t, []idea{{5, 4, 2, 1}, {3, 3, 3, 3}, {5, 4, 0, 1}})
	for n, want := range []float64{87.5, 50} {
		if got := *rowOf(card, n+1).Value; series.Compare(got, want) != 0 {
			t.Errorf("%v, want %v", got, want)
		}
	}
	missing := rowOf(card, 3)
	if missing.Value != nil || missing.Rank != 0 || missing.Reason.In("en") != "not stated: criteria.difficulty" {
		t.Errorf("without a grade: %+v, %v", missing, missing.Reason)
	}
}

// A robust rank is one that no mix of weights, each moved by up to a fifth,
// takes away: tried with random mixes and with the corners, which are the
// worst of them.
func TestRobustRanksByAnotherRoute(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var ideas []idea
		for range 6 {
			ideas = append(ideas, idea{1 + random.IntN(5), 1 + random.IntN(5), 1 + random.IntN(5), 1 + random.IntN(5)})
		}
		card := priorities(t, ideas)
		for i, row := range card.Rows {
			want := (i == 0 || holds(card.Rows[i-1], row)) && (i+1 == len(card.Rows) || holds(row, card.Rows[i+1]))
			if row.Robust != want {
				t.Fatalf("%v: %s at %d is robust %v, by trying all corners %v", ideas, row.Record.ID, row.Rank, row.Robust, want)
			}
		}
	}
}

func holds(a, b *score.Row) bool {
	same := true
	for k := range a.Parts {
		same = same && *a.Parts[k].Input == *b.Parts[k].Input
	}
	if same {
		return true
	}
	for corner := range 1 << len(a.Parts) {
		lead := 0.0
		for k := range a.Parts {
			w := 0.8
			if corner>>k&1 == 1 {
				w = 1.2
			}
			lead += w * (*a.Parts[k].Points - *b.Parts[k].Points)
		}
		if math.Round(lead*1e9) <= 0 {
			return false
		}
	}
	return true
}

// The order in which files are read changes nothing.
func TestOrderChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	ideas := []idea{{5, 4, 2, 1}, {3, 3, 3, 3}, {4, 3, 2, 2}, {3, 4, 2, 2}, {4, 4, 2, 2}}
	say := func(names []string) string {
		files := map[string]string{}
		for n, i := range ideas {
			files["initiatives/"+names[n]+".md"] = i.record(n + 1)
		}
		all, _ := cards(t, tree(t, files), "2026-11-24")
		text, err := json.Marshal(all.Document("2026-11-24", "en", ""))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	names := []string{"a", "b", "c", "d", "e"}
	want := say(names)
	for range 5 {
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		if got := say(names); got != want {
			t.Errorf("%s\n%s", got, want)
		}
	}
}
