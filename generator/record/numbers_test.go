package record

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFigures says each sentence in several languages; all of a group hold
// the same figures.
func TestFigures(t *testing.T) {
	tests := []struct {
		want string
		say  map[string][]string
	}{
		{"1240", map[string][]string{
			"pl": {"1 240 osób", "1\u00a0240 osób", "1.240 osób", "1240 osób"},
			"cs": {"1 240 lidí", "1\u202f240 lidí", "1.240 lidí"},
			"en": {"1,240 people", "1240 people", "1\u00a0240 people"},
		}},
		{"1234567.89", map[string][]string{
			"pl": {"1 234 567,89 zł", "1.234.567,89 zł"},
			"en": {"1,234,567.89", "1234567.89"},
		}},
		{"4.2 63", map[string][]string{
			"pl": {"4,20 zł i 63,0 %"}, "cs": {"4,20 Kč a 63 %"}, "en": {"4.20 and 63.0%"},
		}},
		{"14 7", map[string][]string{
			"pl": {"7–14 dni", "7-14 dni"}, "cs": {"7 až 14 dní"}, "en": {"7 to 14 days", "14, 7."},
		}},
		{"1 2 4 5", map[string][]string{
			"pl": {"5, 4, 2, 1"}, "en": {"5,4,2,1", "5/4/2/1"},
		}},
		{"17 8.3", map[string][]string{
			"pl": {"8:30 do 17:00", "8.30–17.00"}, "cs": {"8.30 až 17.00", "8:30 až 17"}, "en": {"8:30 to 17", "8:30 am to 5 pm", "8.30 a.m. to 5 p.m."},
		}},
		{"12", map[string][]string{"en": {"12 pm", "12:00"}}},
		{"0", map[string][]string{"en": {"12 am", "0:00"}, "pl": {"0", "00", "0,0"}}},
		{"", map[string][]string{
			"pl": {"22 listopada 2026", "2026-11-22", "22.11.2026", "22. 11. 2026 r.", "w listopadzie 2026", "przed 1 majem 2026 r.", "1 maja", "III kwartał 2026", "3. kwartał"},
			"cs": {"22. listopadu 2026", "22. 11. 2026", "v říjnu 2026", "před 1. dubnem 2026", "1. května", "3. čtvrtletí 2026"},
			"en": {"22 November 2026", "November 22, 2026", "November 22nd, 2026", "22/11/2026", "in November 2026", "1 May", "Q3 2026", "the third quarter of 2026"},
		}},
		{"", map[string][]string{
			"pl": {"§ 3 ust. 2", "art. 7a ust. 1 pkt 2", "§ 19(3)", "POL-001#par-3", "Dz.U. z 2014 r. poz. 827", "ustęp 4"},
			"cs": {"§ 3 odst. 2 písm. a)", "§ 19 odst. 3", "zákon č. 634/1992 Sb.", "čl. 5", "odstavec 4"},
			"en": {"§ 3(2)", "article 7a", "section 19(3)", "Act No. 634/1992 Sb.", "PRC-004", "paragraph 4", "§§ 3–5"},
		}},
		{"14", map[string][]string{
			"pl": {"14 dni (art. 7a ustawy o prawach konsumenta), zob. https://example.org/2014/827"},
			"cs": {"14 dní podle § 19 odst. 3 zákona č. 634/1992 Sb."},
			"en": {"14 days under § 19(3) of act 634/1992 Sb. from 1 March 2026"},
		}},
		{"24 7", map[string][]string{"pl": {"24/7"}, "en": {"24/7"}}},
		{"30", map[string][]string{"pl": {"majątek 30 klientów"}, "en": {"maybe 30 customers"}}},
	}
	for _, test := range tests {
		for lang, texts := range test.say {
			for _, text := range texts {
				if diff := cmp.Diff(test.want, strings.Join(figures(text, lang), " ")); diff != "" {
					t.Errorf("%s %q: %s", lang, text, diff)
				}
			}
		}
	}
}

func TestDiffer(t *testing.T) {
	missing, extra := differ([]string{"1", "1", "2"}, []string{"1", "2", "2", "3"})
	if strings.Join(missing, " ") != "1" || strings.Join(extra, " ") != "2 3" {
		t.Error(missing, extra)
	}
}

// FuzzFigures checks that a text always agrees with itself, and that spaces
// around it change nothing.
func FuzzFigures(f *testing.F) {
	for _, seed := range []string{"1 240", "§ 3 ust. 2", "22 listopada 2026", "5 pm", "1.2.3,4", "1,,2", "0:0:0", "٣"} {
		f.Add(seed, "pl")
		f.Add(seed, "en")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		once := figures(text, lang)
		if missing, extra := differ(once, figures("\n"+text+"\n", lang)); len(missing)+len(extra) > 0 {
			t.Errorf("%q: %v, %v", text, missing, extra)
		}
		for _, n := range once {
			if n == "" || strings.Trim(n, "0123456789.") != "" {
				t.Errorf("%q holds the figure %q", text, n)
			}
		}
	})
}
