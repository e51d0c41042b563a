package diag

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func place(file string, line, column int) Span {
	return Span{File: file, Start: Position{line, column}, End: Position{line, column + 1}}
}

func TestTidy(t *testing.T) {
	other := place("b.md", 9, 9)
	want := List{
		New(NotUTF8, place("a.md", 2, 1)),
		New(DuplicateKey, place("a.md", 10, 1), "key", "x").For("POL-001", "/x").See(other, "first"),
		New(DuplicateKey, place("a.md", 10, 1), "key", "y").For("POL-001", "/x"),
		New(DuplicateKey, place("a.md", 10, 1), "key", "x").For("POL-001", "/y"),
		New(MissingField, place("a.md", 10, 1), "field", "owner"),
		New(NotUTF8, place("a.md", 10, 2)),
		New(NotUTF8, place("b.md", 1, 1)),
	}
	doubles := List{
		New(DuplicateKey, place("a.md", 10, 1), "key", "x").For("POL-001", "/x"),
		New(DuplicateKey, place("a.md", 10, 1), "key", "x").For("POL-001", "/x").Suggest(""),
		New(NotUTF8, place("b.md", 1, 1)),
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		list := append(append(List{}, want...), doubles...)
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		before := append(List{}, list...)
		if diff := cmp.Diff(want, list.Tidy()); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		if diff := cmp.Diff(before, list); diff != "" {
			t.Fatalf("Tidy changes the list it was called on:\n%s", diff)
		}
	}
	if got := List(nil).Tidy(); len(got) != 0 {
		t.Errorf("an empty list became %v", got)
	}
}

func TestCount(t *testing.T) {
	list := List{New(NotUTF8, Span{}), New(SameHeading, Span{}), New(EmptyLink, Span{})}
	for severity, want := range map[Severity]int{Error: 1, Warning: 2, Info: 0} {
		if got := list.Count(severity); got != want {
			t.Errorf("%d %ss, want %d", got, severity, want)
		}
	}
}

func TestSettings(t *testing.T) {
	settings := SettingsOf(map[string]string{
		"CX512": "error",                    // raises
		"CX501": "info",                     // lowers what may be lowered
		"CX309": "error",                    // raises a warning of a locked class
		"CX310": "info",                     // lowers a warning of a locked class
		"CX320": "warning", "CX101": "info", // lower what is locked
		"CX203": "error",                  // says what is so anyway
		"CX999": "error", "cx512": "info", // no codes
	})
	list := List{
		New(SameHeading, Span{}), New(DeadLink, Span{}), New(StaleTranslation, Span{}), New(ParityNumbers, Span{}),
		New(UnknownReference, Span{}), New(NoFrontMatter, Span{}), New(BadPattern, Span{}), New(RawHTML, Span{}), New("CX999", Span{}),
	}
	var got []Severity
	for _, d := range settings.Apply(list) {
		got = append(got, d.Severity)
	}
	want := []Severity{Error, Info, Error, Info, Error, Error, Error, Warning, Error}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("severities (-want +got):\n%s", diff)
	}
	if list[0].Severity != Warning {
		t.Error("Apply changes the list it was called on")
	}
	if diff := cmp.Diff([]Code{"CX999", "cx512"}, settings.Unknown()); diff != "" {
		t.Errorf("unknown (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Code{"CX101", "CX320"}, settings.Refused()); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
}

func TestTimedFindingsAreWarnings(t *testing.T) {
	rule := Lookup(SameHeading)
	rule.Timed = true
	defer func() { rule.Timed = false }()
	for _, severity := range []string{"error", "warning", "info"} {
		got := SettingsOf(map[string]string{"CX512": severity}).Apply(List{New(SameHeading, Span{})})
		if got[0].Severity != Warning {
			t.Errorf("set to %s, a timed finding is %s", severity, got[0].Severity)
		}
	}
}
