package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

// TestTextForm holds the form that other programs and people's eyes rely on.
func TestTextForm(t *testing.T) {
	var b bytes.Buffer
	o := options("en")
	o.Records = 1
	if err := Text(&b, sample()[:1], o); err != nil {
		t.Fatal(err)
	}
	want := `content/policies/prawo-klienta.pl.md:3:5: error[CX203]: id "Bad_ID" must look like POL-001
  3 │ id: Bad_ID
    │     ^^^^^^
  hint: the next free id is POL-010

1 record: 1 error, 0 warnings
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSummary(t *testing.T) {
	list := func(errors, warnings, infos int) diag.List {
		var l diag.List
		for severity, n := range map[diag.Severity]int{diag.Error: errors, diag.Warning: warnings, diag.Info: infos} {
			for range n {
				l = append(l, diag.Diagnostic{Severity: severity})
			}
		}
		return l
	}
	tests := []struct {
		lang                             string
		records, errors, warnings, infos int
		want                             string
	}{
		{"en", 123, 1, 2, 0, "123 records: 1 error, 2 warnings"},
		{"en", 1, 0, 1, 2, "1 record: 0 errors, 1 warning, 2 infos"},
		{"pl", 1, 1, 1, 1, "1 wpis: 1 błąd, 1 ostrzeżenie, 1 informacja"},
		{"pl", 122, 2, 3, 4, "122 wpisy: 2 błędy, 3 ostrzeżenia, 4 informacje"},
		{"pl", 112, 0, 12, 25, "112 wpisów: 0 błędów, 12 ostrzeżeń, 25 informacji"},
		{"cs", 1, 1, 1, 1, "1 záznam: 1 chyba, 1 upozornění, 1 informace"},
		{"cs", 3, 2, 4, 3, "3 záznamy: 2 chyby, 4 upozornění, 3 informace"},
		{"cs", 122, 0, 5, 6, "122 záznamů: 0 chyb, 5 upozornění, 6 informací"},
		{"de", 2, 0, 0, 0, "2 records: 0 errors, 0 warnings"},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		if err := Text(&b, list(tt.errors, tt.warnings, tt.infos), Options{Lang: tt.lang, Records: tt.records}); err != nil {
			t.Fatal(err)
		}
		all := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
		if got := all[len(all)-1]; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.want)
		}
	}
}

func TestColor(t *testing.T) {
	t.Setenv("NO_COLOR", "1") // the caller heard it, or decided otherwise
	var plain, painted bytes.Buffer
	o := options("pl")
	if err := Text(&plain, sample(), o); err != nil {
		t.Fatal(err)
	}
	o.Color = true
	if err := Text(&painted, sample(), o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("plain text holds escapes")
	}
	if !strings.Contains(painted.String(), "\x1b[31;1mbłąd[CX203]:") {
		t.Errorf("no red error in %q", painted.String())
	}
	stripped := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(painted.String(), "")
	if diff := cmp.Diff(plain.String(), stripped); diff != "" {
		t.Errorf("colours change the text (-plain +painted):\n%s", diff)
	}
}

func TestExcerpt(t *testing.T) {
	long := "summary: " + strings.Repeat("0123456789", 30)
	tests := []struct {
		name  string
		line  string
		at    diag.Span
		text  string
		marks string
	}{
		{"value", "id: Bad_ID", span("", 3, 5, 3, 11), "id: Bad_ID", "    ^^^^^^"},
		{"letters, not bytes", "tytuł: żółw", span("", 1, 8, 1, 12), "tytuł: żółw", "       ^^^^"},
		{"no width", "id: x", span("", 1, 5, 1, 5), "id: x", "    ^"},
		{"no end", "id: x", span("", 1, 5, 0, 0), "id: x", "    ^"},
		{"tabs", "\tid:\tBad", span("", 1, 6, 1, 9), "\tid:\tBad", "\t   \t^^^"},
		{"several lines", "summary: |  ", span("", 1, 10, 4, 2), "summary: |", "         ^"},
		{"several lines, to the end", "a: [b, c,", span("", 1, 4, 3, 2), "a: [b, c,", "   ^^^^^^"},
		{"past the end", "ab", span("", 1, 40, 1, 50), "ab", "  ^"},
		{"end past the end", "abc", span("", 1, 2, 1, 50), "abc", " ^^"},
		{"empty line", "", span("", 1, 1, 1, 1), "", "^"},
		{"carriage return", "id: x\r", span("", 1, 5, 1, 6), "id: x", "    ^"},
		{"control characters", "a\x1bb\x7f\u202ec", span("", 1, 6, 1, 7), "a␛b␡�c", "     ^"},
		{"combining mark", "e\u0301: x", span("", 1, 5, 1, 6), "e\u0301: x", "   ^"},
		{
			"long, start", long, span("", 1, 1, 1, 8),
			long[:100] + "…", "^^^^^^^",
		},
		{
			"long, middle", long, span("", 1, 150, 1, 152),
			"…" + long[119:219] + "…", strings.Repeat(" ", 31) + "^^",
		},
		{
			"long, end", long, span("", 1, 309, 1, 310),
			"…" + long[209:], strings.Repeat(" ", 100) + "^",
		},
		{
			"long, wide span", long, span("", 1, 10, 1, 310),
			long[:100] + "…", strings.Repeat(" ", 9) + strings.Repeat("^", 91),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, marks := excerpt(visible(tt.line), placed(tt.at))
			if text != tt.text || marks != tt.marks {
				t.Errorf("got\n%q\n%q\nwant\n%q\n%q", text, marks, tt.text, tt.marks)
			}
		})
	}
}

func TestGutterFitsTheNumber(t *testing.T) {
	d := diag.New(diag.NotUTF8, span("f.md", 1234, 2, 1234, 3))
	o := Options{Lang: "en", Line: func(string, int) (string, bool) { return "abc", true }}
	var b bytes.Buffer
	if err := Text(&b, diag.List{d}, o); err != nil {
		t.Fatal(err)
	}
	if want := "\n  1234 │ abc\n       │  ^\n"; !strings.Contains(b.String(), want) {
		t.Errorf("%q does not hold %q", b.String(), want)
	}
}

// A line of a megabyte can have a finding for every other word: it is read
// and made harmless once, not once for each.
func TestLineOfManyFindingsIsReadOnce(t *testing.T) {
	line := strings.Repeat("ROL-999 ", 60_000)
	var list diag.List
	for i := range 60_000 {
		list = append(list, diag.New(diag.UnknownReference, span("f.md", 3, 8*i+1, 3, 8*i+8), "target", "ROL-999"))
	}
	list = append(list, diag.New(diag.UnknownReference, span("g.md", 3, 1, 3, 8), "target", "ROL-999"))
	reads := 0
	o := Options{Lang: "en", Line: func(string, int) (string, bool) { reads++; return line, true }}
	var b bytes.Buffer
	if err := Text(&b, list, o); err != nil {
		t.Fatal(err)
	}
	if reads != 2 {
		t.Errorf("%d reads of two lines", reads)
	}
	if n := strings.Count(b.String(), "^^^^^^^\n"); n != len(list) {
		t.Errorf("%d caret lines for %d findings", n, len(list))
	}
}
