package lang_test

import (
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
)

func TestPlural(t *testing.T) {
	pl := lang.Forms{One: "błąd", Few: "błędy", Many: "błędów", Other: "błędu"}
	cs := lang.Forms{One: "chyba", Few: "chyby", Many: "chyby", Other: "chyb"}
	en := lang.Forms{One: "error", Other: "errors"}
	for _, c := range []struct {
		lang  string
		n     int
		forms lang.Forms
		want  string
	}{
		{"pl", 0, pl, "błędów"}, {"pl", 1, pl, "błąd"}, {"pl", 2, pl, "błędy"}, {"pl", 5, pl, "błędów"},
		{"pl", 12, pl, "błędów"}, {"pl", 22, pl, "błędy"}, {"pl", 112, pl, "błędów"},
		{"cs", 0, cs, "chyb"}, {"cs", 1, cs, "chyba"}, {"cs", 4, cs, "chyby"}, {"cs", 5, cs, "chyb"}, {"cs", 22, cs, "chyb"},
		{"en", 0, en, "errors"}, {"en", 1, en, "error"}, {"en", 21, en, "errors"},
	} {
		if got := lang.Plural(c.lang, c.n, c.forms); got != c.want {
			t.Errorf("Plural(%s, %d) = %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}

func TestFormatDate(t *testing.T) {
	day := lang.Date{Year: 2026, Month: 11, Day: 2}
	for l, want := range map[string]string{
		"pl": "2 listopada 2026 r.", "cs": "2. listopadu 2026", "en": "2 November 2026",
	} {
		if got := lang.FormatDate(l, day); got != want {
			t.Errorf("FormatDate(%s) = %q, want %q", l, got, want)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		lang     string
		v        float64
		decimals int
		want     string
	}{
		{"pl", 1240.5, 1, "1\u00a0240,5"}, {"cs", 1240.5, 1, "1\u00a0240,5"}, {"en", 1240.5, 1, "1,240.5"},
		{"pl", -3, 0, "\u22123"}, {"cs", -0.5, 1, "\u22120,5"},
	} {
		if got := lang.FormatNumber(c.lang, c.v, c.decimals); got != c.want {
			t.Errorf("FormatNumber(%s, %v) = %q, want %q", c.lang, c.v, got, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	for l, want := range map[string][]string{
		"pl": {"lato", "luty", "łan", "mapa", "zero", "źle", "żaba"},
		"cs": {"cena", "čas", "had", "hra", "chyba", "idea", "řada", "sada", "šok"},
		"en": {"able", "Baker", "cat"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, lang.Compare(l))
		if !slices.Equal(got, want) {
			t.Errorf("%s: sorted %v, want %v", l, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	if d, err := lang.ParseDate("2026-02-28"); err != nil || d.String() != "2026-02-28" {
		t.Errorf("ParseDate: %v, %v", d, err)
	}
	for _, bad := range []string{"2026-02-30", "2022-21-09", "2026-2-3", "2026-02-28T10:00:00Z", "", "today"} {
		if _, err := lang.ParseDate(bad); err == nil {
			t.Errorf("ParseDate(%q) is no error", bad)
		}
	}
}

func TestCatalog(t *testing.T) {
	fsys := fstest.MapFS{
		"i18n/pl.json": {Data: []byte(`{"menu": "Menu", "hits": {"one": "{{.Count}} wynik", "few": "{{.Count}} wyniki", "many": "{{.Count}} wyników", "other": "{{.Count}} wyniku"}}`)},
		"i18n/cs.json": {Data: []byte(`{"menu": "Nabídka", "hits": {"one": "{{.Count}} výsledek", "few": "{{.Count}} výsledky", "many": "{{.Count}} výsledku", "other": "{{.Count}} výsledků"}}`)},
		"i18n/en.json": {Data: []byte(`{"menu": "Menu", "by": "by {{.who}}", "hits": {"one": "{{.Count}} hit", "other": "{{.Count}} hits"}}`)},
	}
	c, err := lang.LoadCatalog(fsys, "i18n")
	if err != nil {
		t.Fatal(err)
	}
	say := func(s string, err error) string {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		return s
	}
	for _, got := range [][2]string{
		{say(c.Say("cs", "menu")), "Nabídka"},
		{say(c.Say("en", "by", "who", "CX")), "by CX"},
		{say(c.Count("pl", "hits", 3)), "3 wyniki"},
		{say(c.Count("pl", "hits", 1005)), "1\u00a0005 wyników"},
		{say(c.Count("cs", "hits", 5)), "5 výsledků"},
	} {
		if got[0] != got[1] {
			t.Errorf("got %q, want %q", got[0], got[1])
		}
	}
	if s, err := c.Say("pl", "by", "who", "x"); err == nil {
		t.Errorf("a missing Polish word is said as %q", s)
	}
	delete(fsys, "i18n/cs.json")
	if _, err := lang.LoadCatalog(fsys, "i18n"); err == nil {
		t.Error("a catalogue without Czech is no error")
	}
}

func TestPluralForms(t *testing.T) {
	for l, want := range map[string][]string{
		"pl": {"one", "few", "many", "other"}, "cs": {"one", "few", "many", "other"}, "en": {"one", "other"},
	} {
		if got := lang.PluralForms(l); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
}

func TestInitial(t *testing.T) {
	for _, c := range []struct{ lang, word, want string }{
		{"pl", "łącze", "Ł"}, {"pl", "Luka", "L"}, {"pl", "Żaba", "Ż"}, {"pl", "z\u0307aba", "Ż"}, {"pl", "čeština", "C"},
		{"pl", "chata", "C"}, {"pl", "ósmy", "Ó"}, {"pl", "„Źle”", "Ź"}, {"pl", "§ 3 Zasady", lang.Digits}, {"pl", "", lang.Others},
		{"cs", "chyba", "CH"}, {"cs", "CHOVÁNÍ", "CH"}, {"cs", "c", "C"}, {"cs", "čas", "Č"}, {"cs", "účel", "U"},
		{"cs", "ďas", "D"}, {"cs", "řeka", "Ř"}, {"cs", "łódź", "L"}, {"cs", "žába", "Ž"},
		{"en", "Łódź", "L"}, {"en", "église", "E"}, {"en", "ærø", "A"}, {"en", "3 steps", lang.Digits}, {"en", "жук", lang.Others},
		{"en", "(draft)", "D"}, {"en", "…", lang.Others},
	} {
		got := lang.Initial(c.lang, c.word)
		if got != c.want {
			t.Errorf("Initial(%s, %q) = %q, want %q", c.lang, c.word, got, c.want)
		}
		if !slices.Contains(lang.Initials(c.lang), got) {
			t.Errorf("%q is no initial of %s", got, c.lang)
		}
	}
}

// The letters of an index stand in the order of its language, so that the
// words under them do, too.
func TestInitialsAreInOrder(t *testing.T) {
	for _, l := range lang.All() {
		letters := lang.Initials(l)
		if got := slices.SortedFunc(slices.Values(letters[1:len(letters)-1]), lang.Compare(l)); !slices.Equal(got, letters[1:len(letters)-1]) {
			t.Errorf("%s orders its letters %q", l, got)
		}
	}
}

func TestFormatPeriod(t *testing.T) {
	for _, c := range []struct {
		month, months int
		want          [3]string
	}{
		{9, 1, [3]string{"wrzesień 2026", "září 2026", "September 2026"}},
		{1, 3, [3]string{"I kwartał 2026", "1. čtvrtletí 2026", "Q1 2026"}},
		{10, 3, [3]string{"IV kwartał 2026", "4. čtvrtletí 2026", "Q4 2026"}},
		{7, 6, [3]string{"II półrocze 2026", "2. pololetí 2026", "H2 2026"}},
		{1, 12, [3]string{"2026", "2026", "2026"}},
	} {
		for i, l := range []string{"pl", "cs", "en"} {
			if got := lang.FormatPeriod(l, lang.Date{Year: 2026, Month: time.Month(c.month), Day: 1}, c.months); got != c.want[i] {
				t.Errorf("%s, %d months from %d: %q, want %q", l, c.months, c.month, got, c.want[i])
			}
		}
	}
}
