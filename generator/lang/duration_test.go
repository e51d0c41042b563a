package lang_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

func TestFormatDuration(t *testing.T) {
	for _, c := range []struct {
		lang, iso string
		business  bool
		want      string
	}{
		{"pl", "P7D", false, "7 dni"}, {"cs", "P7D", false, "7 dnů"}, {"en", "P1D", false, "1 day"},
		{"pl", "P1D", true, "1 dzień roboczy"}, {"cs", "P2D", true, "2 pracovní dny"}, {"en", "P5D", true, "5 working days"},
		{"pl", "PT24H", false, "24 godziny"}, {"cs", "PT24H", false, "24 hodin"}, {"pl", "P12M", false, "12 miesięcy"},
		{"en", "P1DT12H", false, "1 day 12 hours"}, {"pl", "P2W", false, "2 tygodnie"}, {"cs", "PT30M", false, "30 minut"},
		{"en", "P0D", false, "0 days"},
	} {
		got, err := lang.FormatDuration(c.lang, c.iso, c.business)
		if err != nil || strings.ReplaceAll(got, "\u00a0", " ") != c.want {
			t.Errorf("FormatDuration(%s, %s) = %q, %v, want %q", c.lang, c.iso, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "7 days", "P1.5D", "-P1D", "P"} {
		if got, err := lang.FormatDuration("en", bad, false); err == nil {
			t.Errorf("FormatDuration(%q) = %q, want an error", bad, got)
		}
	}
}

func TestSeconds(t *testing.T) {
	ordered := []string{"bad", "PT30M", "PT24H", "P2D", "P1W", "P1M", "P31D", "P1Y"}
	for i := range ordered[1:] {
		if a, b := lang.Seconds(ordered[i]), lang.Seconds(ordered[i+1]); a >= b {
			t.Errorf("%s is %v, %s is %v", ordered[i], a, ordered[i+1], b)
		}
	}
}
