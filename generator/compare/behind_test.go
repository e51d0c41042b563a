package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/compare"
)

func lagging(l *compare.Lag) string {
	if l == nil {
		return "up to date"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d of %d known=%v next=%v facts=%d", l.From, l.To, l.Known, l.Next, l.Facts)
	for _, p := range l.Parts {
		title := ""
		if p.Heading != nil {
			title = p.Heading.Text
		}
		fmt.Fprintf(&b, "; %s %s at %q", p.State, title, p.Place)
	}
	return b.String()
}

func TestBehind(t *testing.T) {
	const old = "Wstęp.\n\n## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\n14 dni.\n\n### Wyjątki\n\nNie ma.\n\n## § 3 Koniec\n\nTyle.\n\n## § 4 Stare\n\nZnika."
	const translated = "Intro.\n\n## § 1 Aim\n\nOne.\n\n## § 2 Time\n\n14 days.\n\n### Exceptions\n\nNone.\n\n## § 3 End\n\nThat is all.\n\n## § 4 Old\n\nGoes."
	files := map[string]string{
		"policies/zwroty.v1.pl.md": file(approved(1, "scope: Sklepy."), old),
		"policies/zwroty.v2.pl.md": file(approved(2, "scope: Sklepy i targi."), "Wstęp, inny.\n\n## § 1 Cel\n\nJeden.\n\n## § 2 Czas\n\n7 dni.\n\n### Wyjątki\n\nSą.\n\n## § 2a Nowy\n\nNowe.\n\n## § 3 Koniec\n\nTyle."),
		"policies/zwroty.v3.pl.md": file(approved(3, "scope: Sklepy."), old),
		"policies/returns.en.md":   file("source_version: 1\ntitle: Returns\nscope: Shops.", translated),
		"policies/vratky.cs.md":    file("source_version: 3\ntitle: Vratky\nscope: Prodejny.", strings.ReplaceAll(translated, "### Exceptions\n\nNone.\n\n", "")),
	}
	rec := load(t, files)
	for _, c := range []struct {
		version  int
		language string
		want     string
	}{
		{1, "pl", "up to date"}, {1, "en", "up to date"}, {3, "cs", "up to date"}, {2, "cs", "up to date"}, // the last is not translated at all
		{2, "en", `1 of 2 known=true next=true facts=1; changed  at ""; changed § 2 Czas at "par-2"; changed Wyjątki at "exceptions"; added § 2a Nowy at "exceptions"; removed § 4 Stare at "par-4"`},
		{3, "en", "1 of 3 known=true next=false facts=0"}, // as it was, after all
	} {
		if diff := cmp.Diff(c.want, lagging(compare.Behind(rec.Versions[c.version-1], c.language))); diff != "" {
			t.Errorf("version %d in %s: %s", c.version, c.language, diff)
		}
	}
	approval := files["policies/zwroty.v2.pl.md"]
	files["policies/zwroty.v2.pl.md"] = strings.Replace(approval, "status: approved", "status: draft", 1)
	if got := lagging(compare.Behind(load(t, files).Versions[2], "en")); got != "1 of 3 known=true next=true facts=0" {
		t.Errorf("with a draft between: %s", got)
	}
	files["policies/zwroty.v2.pl.md"] = approval
	delete(files, "policies/zwroty.v1.pl.md")
	if got := lagging(compare.Behind(load(t, files).Versions[0], "en")); got != "1 of 2 known=false next=false facts=0" {
		t.Errorf("without the version that was translated: %s", got)
	}
}
