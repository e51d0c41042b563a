package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/corpus"
)

// Whatever happens to the files between two looks, a look with the memory of
// the last one finds and makes the same as one without.
func TestMemoryChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	files := corpus.Content(20)
	in := sampleInput()
	in.Memory = &generator.Memory{}
	for round := range rounds(30, 8) {
		names := slices.Sorted(maps.Keys(files))
		one, two := names[random.IntN(len(names))], names[random.IntN(len(names))]
		what := ""
		switch random.IntN(8) {
		case 0:
			what = "deleted " + one
			delete(files, one)
		case 1:
			what = "swapped " + one + " and " + two
			files[one], files[two] = files[two], files[one]
		case 2:
			what = "broken front matter in " + one
			files[one] = &fstest.MapFile{Data: append([]byte("---\nid: [\n"), files[one].Data...)}
		case 3:
			what = "other languages"
			files["handbook.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: {pl: K, en: L}\nlanguages: %s\n", []string{"[pl]", "[pl, en]", "[pl, cs, en]"}[random.IntN(3)])}
		case 4:
			what = "renamed " + one
			files["pages/moved-"+fmt.Sprint(round)+".pl.md"] = files[one]
			delete(files, one)
		case 5:
			what = "back as it was"
			files = corpus.Content(20)
		default:
			what = "a word more in " + one
			files[one] = &fstest.MapFile{Data: append(slices.Clone(files[one].Data), fmt.Sprintf("\nMore %d.\n", round)...)}
		}
		in.Content = files
		fresh := in
		fresh.Memory = nil
		sameLook(t, fmt.Sprintf("round %d, %s", round, what), in, fresh)
	}
}

// rounds is how often something is done over and over: seldom with -short.
func rounds(all, short int) int {
	if testing.Short() {
		return short
	}
	return all
}

func sameLook(t *testing.T, when string, a, b generator.Input) {
	t.Helper()
	j, s, err := generator.Build(context.Background(), a)
	k, r, err2 := generator.Build(context.Background(), b)
	if err != nil || err2 != nil {
		t.Fatalf("%s: %v, %v", when, err, err2)
	}
	said := func(j *generator.Judgement) string {
		out := ""
		for _, d := range j.Findings {
			out += fmt.Sprintln(d.At, d.Code, d.Text("pl"), d.HintText("pl"))
		}
		return out
	}
	if said(j) != said(k) {
		t.Fatalf("%s: found\n%s\nwithout memory\n%s", when, said(j), said(k))
	}
	if (s == nil) != (r == nil) {
		t.Fatalf("%s: one look has a site, the other has not", when)
	}
	if s == nil {
		return
	}
	one, two := s.Files(), r.Files()
	if len(one) != len(two) {
		t.Fatalf("%s: %d files, without memory %d", when, len(one), len(two))
	}
	for i := range one {
		if one[i].Path != two[i].Path || !bytes.Equal(read(t, one[i]), read(t, two[i])) {
			t.Fatalf("%s: %s differs", when, one[i].Path)
		}
	}
}
