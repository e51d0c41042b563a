package record

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestParseName(t *testing.T) {
	tests := []struct {
		base string
		want fileName
	}{
		{"prawo-klienta.pl.md", fileName{slug: "prawo-klienta", lang: "pl"}},
		{"prawo.v12.cs.md", fileName{slug: "prawo", version: 12, lang: "cs"}},
		{"prawo.v2.md", fileName{slug: "prawo", version: 2}},
		{"prawo.md", fileName{slug: "prawo"}},
		{"ścieżka-2.pl.md", fileName{slug: "ścieżka-2", lang: "pl"}},
		{"v2.pl.md", fileName{slug: "v2", lang: "pl"}},
		{"prawo.pl.v2.md", fileName{slug: "prawo", lang: "pl", bad: true}},
		{"prawo.v2.v3.pl.md", fileName{slug: "prawo", version: 2, bad: true}},
		{"prawo.v0.pl.md", fileName{slug: "prawo", bad: true}},
		{"prawo.v02.pl.md", fileName{slug: "prawo", bad: true}},
		{"prawo.pl-PL.md", fileName{slug: "prawo", bad: true, fault: "language", part: "pl-PL"}},
		{"prawo.polski.md", fileName{slug: "prawo", bad: true, fault: "language", part: "polski"}},
		{"Prawo.pl.md", fileName{slug: "Prawo", lang: "pl", bad: true, fault: "characters"}},
		{"prawo klienta.pl.md", fileName{slug: "prawo klienta", lang: "pl", bad: true, fault: "characters"}},
		{"prawo_klienta.pl.md", fileName{slug: "prawo_klienta", lang: "pl", bad: true, fault: "characters"}},
		{"a%2fb.pl.md", fileName{slug: "a%2fb", lang: "pl", bad: true, fault: "characters"}},
		{"s\u0301.pl.md", fileName{slug: "s\u0301", lang: "pl", bad: true, fault: "characters"}},
		{".pl.md", fileName{slug: "", lang: "pl", bad: true, fault: "characters"}},
	}
	for _, test := range tests {
		got := parseName(test.base)
		if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(fileName{})); diff != "" {
			t.Errorf("%s: %s", test.base, diff)
		}
	}
}

// FuzzParseName checks that a name without a fault is exactly what its parts
// spell, and safe in an address.
func FuzzParseName(f *testing.F) {
	for _, seed := range []string{"a.pl.md", "a.v2.pl.md", "a.v2.md", "a.md", ".md", "a..md", "ż.cs.md", "A.md", "a.v999999999999.md", "a.b.c.d.md", "a\x00.md", "a/b.md", "\xff.md", "md"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, base string) {
		n := parseName(base)
		if n.bad {
			return
		}
		spelled := n.slug
		if n.version > 0 {
			spelled += ".v" + strconv.Itoa(n.version)
		}
		if n.lang != "" {
			spelled += "." + n.lang
		}
		if spelled+extension(base) != base {
			t.Errorf("%q was read as %+v", base, n)
		}
		if n.slug == "" || !utf8.ValidString(n.slug) || strings.ContainsAny(n.slug, "/\\.?#% \x00") || strings.ToLower(n.slug) != n.slug {
			t.Errorf("%q gives the slug %q", base, n.slug)
		}
	})
}
