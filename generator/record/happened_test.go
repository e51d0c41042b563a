package record

import (
	"strings"
	"testing"
)

// What logs say of days after the handbook's is in no text, in no language;
// the file keeps it, and what is found in it is the same on every day.
func TestHappened(t *testing.T) {
	f := files{
		"procedures/a.pl.md": front("id: PRC-001", "title: A", "review:", "  every: P12M", "  log:",
			"    - {key: a, on: 2025-01-10, by: ROL-001, checked: Jeden., outcome: confirmed}",
			"    - {key: b, on: 2026-01-10, by: ROL-001, checked: Dwa., outcome: confirmed}",
			"    - {key: c, on: 2027-01-10, by: ROL-001, checked: Dwa., outcome: confirmed}",
			"rehearsed: [{key: x, on: 2025-06-01, by: ROL-001}, {key: y, on: 2027-06-01, by: ROL-001}]",
			"steps: [{key: later, title: T}]"),
		"procedures/a.en.md": front("id: PRC-001", "title: A", "source_version: 1", "review: {log: [{key: a, checked: One.}, {key: c, checked: Three.}]}"),
	}
	for day, want := range map[string]string{
		"2025-01-09": "",
		"2025-01-10": "Jeden. One.",
		"2026-11-24": "Jeden. Dwa. One. Dwa. x",
		"2027-06-01": "Jeden. Dwa. Dwa. One. Dwa. Three. x y",
	} {
		r := f.on(t, day).Record("PRC-001")
		var got []string
		for _, l := range []string{"pl", "en"} {
			for _, entry := range logOf(r.Texts[l].Fields.Get("review")) {
				got = append(got, entry.Get("checked").String())
			}
		}
		if list := r.Texts["en"].Fields.Get("rehearsed"); day > "2026" {
			for _, entry := range list.Items {
				got = append(got, entry.Get("key").String())
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("on %s: %q, want %q", day, s, want)
		}
		if len(logOf(r.Source.File.Front.Get("review"))) != 3 || len(r.Source.Fields.Get("steps").Items) != 1 {
			t.Errorf("on %s the file or another list has changed", day)
		}
	}
}
