package compare_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

func book(t *testing.T, files map[string]string) *record.Handbook {
	t.Helper()
	return handbooktest.Load(t, record.Input{AsOf: lang.Date{Year: 2026, Month: 11, Day: 24}}, config, files)
}

func story(changes []compare.RecordChange) string {
	var b strings.Builder
	for _, r := range changes {
		fmt.Fprintf(&b, "%s %s\n", r.State, r.Record.ID)
		for _, t := range r.Texts {
			fmt.Fprintf(&b, "  %s %s v%d", t.State, t.Lang, t.Version)
			if t.Against > 0 {
				fmt.Fprintf(&b, " against v%d", t.Against)
			}
			if t.Moved {
				fmt.Fprintf(&b, " moved from %s to %s", t.Before.File.Path, t.After.File.Path)
			}
			b.WriteByte('\n')
			if t.Changes != nil {
				for line := range strings.Lines(outline(t.Changes)) {
					if !strings.HasPrefix(line, "same") {
						b.WriteString("    " + line)
					}
				}
			}
		}
	}
	return b.String()
}

// What a change does to a handbook: whatever can be read of it, and no more.
func TestHandbooks(t *testing.T) {
	base := map[string]string{
		"policies/a.pl.md":    file(approved(1, "scope: Sklepy."), "## § 1 Cel\n\nJeden."),
		"policies/a.en.md":    file("source_version: 1\ntitle: Returns\nscope: Shops.", "## § 1 Aim\n\nOne."),
		"pages/gone.pl.md":    "---\nid: PAG-001\ntitle: Znika\n---\n",
		"pages/moves.pl.md":   "---\nid: PAG-002\ntitle: Zostaje\n---\nTekst.\n",
		"pages/restyle.pl.md": "---\nid: PAG-003\ntitle: Inaczej\n---\nTen sam\ntekst.\n",
	}
	for _, tt := range []struct {
		name   string
		change func(map[string]string)
		want   string
	}{
		{"nothing", func(map[string]string) {}, ""},
		{"a word and a day in place", func(f map[string]string) {
			f["policies/a.pl.md"] = strings.NewReplacer("Jeden", "Dwa", "effective_from: 2021-02-01", "effective_from: 2021-03-01").Replace(f["policies/a.pl.md"])
		}, "changed POL-001\n  changed pl v1 against v1\n    changed effective_from: 2021-02-01 → 2021-03-01\n    changed § 1 Cel\n      changed paragraph  [-Jeden-] {+Dwa+}.\n"},
		{"a new version beside the old", func(f map[string]string) {
			f["policies/a.v2.pl.md"] = file(approved(2, "scope: Sklepy i targi."), "## § 1 Cel\n\nJeden.")
		}, "changed POL-001\n  changed pl v2 against v1\n    changed scope: Sklepy {+i targi+}.\n"},
		{"a draft and the version that came of it beside the old", func(f map[string]string) {
			f["policies/a.v2.pl.md"] = file("title: Zwroty\nversion: 2\nchange_note: Zmiana 2.\nstatus: draft\nowner: ROL-002\nscope: Targi.", "## § 1 Cel\n\nJeden.")
			f["policies/a.v3.pl.md"] = file(approved(3, "scope: Targi."), "## § 1 Cel\n\nJeden.")
		}, "changed POL-001\n  changed pl v2 against v1\n    changed scope: [-Sklepy-] {+Targi+}.\n  changed pl v3 against v1\n    changed scope: [-Sklepy-] {+Targi+}.\n"},
		{"a new version in the place of the old", func(f map[string]string) {
			f["policies/a.pl.md"] = file(approved(2, "scope: Sklepy i targi."), "## § 1 Cel\n\nJeden.")
		}, "changed POL-001\n  changed pl v2 against v1\n    changed scope: Sklepy {+i targi+}.\n"},
		{"a translation", func(f map[string]string) {
			f["policies/a.cs.md"] = file("source_version: 1\ntitle: Vratky", "## § 1 Cíl\n\nJedna.")
			f["policies/a.en.md"] = strings.Replace(f["policies/a.en.md"], "Shops", "All shops", 1)
		}, "changed POL-001\n  added cs v1\n  changed en v1 against v1\n    changed scope: [-Shops-] {+All shops+}.\n"},
		{"records come and go, move and are written in another style", func(f map[string]string) {
			delete(f, "pages/gone.pl.md")
			f["pages/moved.pl.md"] = f["pages/moves.pl.md"]
			delete(f, "pages/moves.pl.md")
			f["pages/restyle.pl.md"] = "---\ntitle: 'Inaczej'\nid: PAG-003\n---\nTen *sam* tekst.\n"
			f["pages/new.pl.md"] = "---\nid: PAG-004\ntitle: Nowa\n---\n"
		}, "changed PAG-002\n  changed pl v1 against v1 moved from pages/moves.pl.md to pages/moved.pl.md\nadded PAG-004\n  added pl v1\nremoved PAG-001\n  removed pl v1\n"},
		{"a translation goes", func(f map[string]string) { delete(f, "policies/a.en.md") }, "changed POL-001\n  removed en v1\n"},
	} {
		after := maps.Clone(base)
		tt.change(after)
		if diff := cmp.Diff(tt.want, story(compare.Handbooks(book(t, base), book(t, after)))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
