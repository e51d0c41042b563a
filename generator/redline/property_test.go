package redline

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// bare is a text without its spaces.
func bare(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}

// side puts together what one of the two texts said.
func sideOf(all []Edit, own Op) string {
	var b strings.Builder
	for _, e := range all {
		if e.Op == Kept || e.Op == own {
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

// judgeEdits finds whether edits say what the two texts said, in whole words.
func judgeEdits(t *testing.T, before, after string, all []Edit) {
	t.Helper()
	if got := sideOf(all, Deleted); bare(got) != bare(before) {
		t.Fatalf("%q → %q: kept and deleted are %q", before, after, got)
	}
	if got := sideOf(all, Inserted); bare(got) != bare(after) {
		t.Fatalf("%q → %q: kept and inserted are %q", before, after, got)
	}
	l := newLexicon()
	for i, e := range all {
		if e.Text == "" || i > 0 && all[i-1].Op == e.Op {
			t.Fatalf("%q → %q: run %d of %+v is empty or goes on the one before it", before, after, i, all)
		}
		own := before
		if e.Op == Inserted {
			own = after
		}
		if e.Op != Kept && !holds(l.read(own).ids, l.read(e.Text).ids) {
			t.Fatalf("%q → %q: %q is not made of whole words", before, after, e.Text)
		}
	}
	if slices.Equal(l.read(before).ids, l.read(after).ids) && slices.ContainsFunc(all, func(e Edit) bool { return e.Op != Kept }) {
		t.Fatalf("%q → %q: the same words, yet %+v", before, after, all)
	}
}

func holds(all, some []rune) bool { return strings.Contains(string(all), string(some)) }

// judgeChanges finds whether changes tell of every section and block of both
// texts once, and of each what is true.
func judgeChanges(t *testing.T, before, after []Section, all []SectionChange) {
	t.Helper()
	var olds, news []int
	for _, c := range all {
		var was, is Section
		if c.Old >= 0 {
			olds, was = append(olds, c.Old), before[c.Old]
		}
		if c.New >= 0 {
			news, is = append(news, c.New), after[c.New]
		}
		judgeEdits(t, was.Title, is.Title, c.Title)
		if got := stateOf(c.Old, c.New, c.State); got != c.State {
			t.Fatalf("section %d → %d is %s", c.Old, c.New, c.State)
		}
		judgeBlocks(t, was, is, c)
	}
	if !slices.IsSorted(news) || len(news) != len(after) {
		t.Fatalf("the new sections come as %v", news)
	}
	slices.Sort(olds)
	if len(olds) != len(before) || len(slices.Compact(olds)) != len(before) {
		t.Fatalf("the old sections come as %v", olds)
	}
}

func judgeBlocks(t *testing.T, was, is Section, c SectionChange) {
	t.Helper()
	i, j := 0, 0
	for _, b := range c.Blocks {
		old, now := "", ""
		if b.Old >= 0 {
			if b.Old != i {
				t.Fatalf("old block %d comes where %d is due", b.Old, i)
			}
			old, i = was.Blocks[i].Text, i+1
		}
		if b.New >= 0 {
			if b.New != j {
				t.Fatalf("new block %d comes where %d is due", b.New, j)
			}
			now, j = is.Blocks[j].Text, j+1
		}
		if stateOf(b.Old, b.New, b.State) != b.State {
			t.Fatalf("block %d → %d is %s", b.Old, b.New, b.State)
		}
		judgeEdits(t, old, now, b.Edits)
		if b.State == Same && slices.ContainsFunc(b.Edits, func(e Edit) bool { return e.Op != Kept }) {
			t.Fatalf("block %d is the same, yet %+v", b.New, b.Edits)
		}
	}
	if i != len(was.Blocks) || j != len(is.Blocks) {
		t.Fatalf("%d of %d old blocks and %d of %d new ones are told of", i, len(was.Blocks), j, len(is.Blocks))
	}
}

// stateOf is the state that the places allow.
func stateOf(i, j int, said State) State {
	switch {
	case i < 0:
		return Added
	case j < 0:
		return Removed
	case said == Same:
		return Same
	}
	return Changed
}

var vocabulary = strings.Fields("klient klienta odpowiedź 7 14 1200 dni , . ( ) § e-mail POL-001 w z i do żółć příliš")

func randomText(r *rand.Rand) string {
	out := make([]string, r.IntN(30))
	for i := range out {
		out[i] = vocabulary[r.IntN(len(vocabulary))]
	}
	return strings.Join(out, []string{" ", "", "  ", "\u00a0"}[r.IntN(4)])
}

func randomSections(r *rand.Rand) []Section {
	out := make([]Section, r.IntN(8))
	for i := range out {
		if r.IntN(2) == 0 {
			out[i].Key = fmt.Sprintf("par-%d", r.IntN(5))
		}
		out[i].Title = vocabulary[r.IntN(4)]
		for range r.IntN(5) {
			out[i].Blocks = append(out[i].Blocks, Block{randomText(r)})
		}
	}
	return out
}

func TestWhatIsSaidIsWhatWasWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 3000 {
		before, after := randomSections(r), randomSections(r)
		all := Compare(before, after)
		judgeChanges(t, before, after, all)
		if again := Compare(before, after); !reflect.DeepEqual(all, again) {
			t.Fatal("the same texts were compared with another result")
		}
		for _, c := range Compare(before, before) {
			if c.State != Same || c.Moved {
				t.Fatalf("a text is not itself: %+v", c)
			}
		}
	}
}

// Sections in another order are the same sections.
func TestOrderChangesNoWord(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for range 2000 {
		before := randomSections(r)
		after := slices.Clone(before)
		r.Shuffle(len(after), func(i, j int) { after[i], after[j] = after[j], after[i] })
		for _, c := range Compare(before, after) {
			if c.State != Same {
				t.Fatalf("%+v\n→ %+v\n: %+v", before, after, c)
			}
		}
	}
}

// What is too long for a search is cut where both texts agree, and still says
// what was written.
func TestLongTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 17))
	base := prose(r, 6000, 1<<20)
	for name, after := range map[string]string{
		"one word in ten": edited(r, base, 10),
		"other words":     prose(r, 6000, 50),
		"nothing":         "",
	} {
		all := Words(base, after)
		if got := bare(sideOf(all, Deleted)); got != bare(base) {
			t.Errorf("%s: kept and deleted are not the old text", name)
		}
		if got := bare(sideOf(all, Inserted)); got != bare(after) {
			t.Errorf("%s: kept and inserted are not the new text", name)
		}
		kept := 0
		for _, e := range all {
			if e.Op == Kept {
				kept += len(strings.Fields(e.Text))
			}
		}
		if name == "one word in ten" && kept < 5000 {
			t.Errorf("%s: only %d words are kept", name, kept)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, seed := range []string{"", "w ciągu 7 dni", "1 200,50 zł", "§ 3a", "a\xffb", "raz, dwa", "e\u0301 \u00a0 x"} {
		f.Add(seed, "w ciągu 14 dni.")
		f.Add("a b c", seed)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		judgeEdits(t, before, after, Words(before, after))
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("par-1 | A\n\tb c d\n | B\n\te", "par-2 | B\n\tb c\npar-1 | A\n\tx")
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.HasPrefix(before, "\t") || strings.HasPrefix(after, "\t") {
			t.Skip()
		}
		old, now := parse("|\n"+before), parse("|\n"+after)
		judgeChanges(t, old, now, Compare(old, now))
	})
}
