package page_test

import "testing"

// A reader sees at once that a page is no law today, and what to read instead.
func TestBanners(t *testing.T) {
	law := func(id, title, more string) string {
		return md("id: "+id, "title: "+title, "owner: ROL-001", "status: approved", more)
	}
	f := files{
		"handbook.yaml":       "title: {pl: Kodeks, en: Law}\nlanguages: [pl, en]\n",
		"policies/now.pl.md":  law("POL-001", "Teraz", "effective_from: 2026-01-01\nsupersedes: [POL-002]"),
		"policies/old.pl.md":  law("POL-002", "Dawniej", "effective_from: 2025-01-01"),
		"policies/soon.pl.md": law("POL-003", "Wkrótce", "effective_from: 2026-12-01\nsupersedes: [POL-005, POL-050]\nrepeals: [POL-006]"),
		"policies/e.pl.md":    law("POL-005", "Do grudnia", "effective_from: 2025-01-01"),
		"policies/own.pl.md":  law("POL-050", "Sam do grudnia", "effective_from: 2025-01-01\neffective_until: 2026-11-30"),
		"policies/f.pl.md":    law("POL-006", "Do listopada", "effective_from: 2025-01-01\neffective_until: 2026-11-22"),
		"policies/g.pl.md":    law("POL-007", "Trzecia", "effective_from: 2020-01-01\nsupersedes: [POL-008]"),
		"policies/h.pl.md":    law("POL-008", "Druga", "effective_from: 2015-01-01\nsupersedes: [POL-009]"),
		"policies/i.pl.md":    law("POL-009", "Pierwsza", "effective_from: 2010-01-01"),
		"policies/j.pl.md":    law("POL-010", "Uchyla", "effective_from: 2020-01-01\nrepeals: [POL-011]"),
		"policies/k.pl.md":    law("POL-011", "Uchylona", "effective_from: 2010-01-01"),
		"policies/l.pl.md":    law("POL-012", "Skończona", "effective_from: 2010-01-01\neffective_until: 2014-12-31"),
		"policies/m.pl.md":    law("POL-013", "Po latach", "effective_from: 2020-01-01\nsupersedes: [POL-012]"),
		"policies/n.pl.md":    law("POL-014", "Do grudnia", "effective_from: 2025-01-01\neffective_until: 2030-01-01"),
		"policies/o.pl.md":    law("POL-015", "Uchyli", "effective_from: 2026-12-01\nrepeals: [POL-014]"),
		"policies/a.v1.pl.md": law("POL-004", "Zmieniane", "version: 1\neffective_from: 2026-01-01"),
		"policies/a.v2.pl.md": law("POL-004", "Zmieniane", "version: 2\nchange_note: Krótszy termin.\neffective_from: 2027-01-01"),
	}
	for address, want := range map[string]string{
		"pl/policies/now/":  "",
		"pl/policies/old/":  "superseded 1 stycznia 2026 r. Teraz ",
		"en/policies/soon/": "coming 1 December 2026  ",
		"pl/policies/e/":    "ending 30 listopada 2026 r. Wkrótce ",
		"pl/policies/own/":  "ending 30 listopada 2026 r. Wkrótce ",
		"pl/policies/f/":    "ending 22 listopada 2026 r.  ",
		"pl/policies/h/":    "superseded 1 stycznia 2020 r. Trzecia ",
		"pl/policies/i/":    "superseded 1 stycznia 2015 r. Trzecia ",
		"pl/policies/k/":    "repealed 1 stycznia 2020 r. repeals Uchyla ",
		"pl/policies/l/":    "expired 1 stycznia 2015 r. Po latach ",
		"pl/policies/n/":    "ending 30 listopada 2026 r. repeals Uchyli ",
		"pl/policies/a/":    "amended 1 stycznia 2027 r. Zmieniane Krótszy termin.",
		"en/policies/a/":    "amended 1 January 2027 Zmieniane Krótszy termin.pl",
	} {
		got := ""
		if b := f.at(t, address).Record.Banner; b != nil {
			by := ""
			if b.By != nil {
				by = b.By.Title
			}
			if b.Repeals {
				by = "repeals " + by
			}
			got = b.Force + " " + b.Day.Text + " " + by + " " + b.Note.Text + b.Note.Lang
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	for address, want := range map[string]string{
		"pl/policies/now/": "Obowiązuje od 1 stycznia 2026 r.", "pl/policies/old/": "Obowiązuje od 1 stycznia 2025 r.",
		"pl/policies/soon/": "about.begins 1 grudnia 2026 r.", "pl/policies/a/v2/": "about.begins 1 stycznia 2027 r.",
	} {
		if f := fact(t, f.at(t, address).Record.About, "effective_from"); f.Label+f.Word+" "+f.Value.Text != want {
			t.Errorf("%s says %q of its first day, want %q", address, f.Label+f.Word+" "+f.Value.Text, want)
		}
	}
	forces := map[string]string{}
	for _, row := range f.at(t, "pl/policies/").Table.Rows {
		forces[row.Link.ID] = row.Force
	}
	if forces["POL-001"] != "" || forces["POL-002"] != "superseded" || forces["POL-003"] != "coming" || forces["POL-004"] != "" {
		t.Errorf("the index says %v", forces)
	}
}
