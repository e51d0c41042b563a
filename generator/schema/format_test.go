package schema

import "testing"

func TestFormats(t *testing.T) {
	tests := map[string]struct{ good, bad []string }{
		"date":      {[]string{"2026-02-28", "2024-02-29", "1900-01-01", "2999-12-31"}, []string{"0000-01-01", "0206-03-01", "1899-12-31", "3000-01-01", "2026-02-30", "2026-13-01", "2026-2-3", "1 May", "", "2026-02-28T00:00:00Z"}},
		"date-time": {[]string{"2026-02-28T10:00:00Z", "2026-02-28T10:00:00+02:00"}, []string{"2026-02-28", "2026-02-30T10:00:00Z", "10:00"}},
		"duration":  {[]string{"P7D", "PT24H", "P2W", "P1DT12H", "PT30M", "P1W2DT3H4M"}, []string{"P", "PT", "P1DT", "7D", "P1M", "P1Y", "PT5S", "P1.5D", "-P1D", "P1D ", "P999999D", ""}},
		"period":    {[]string{"P6M", "P12M", "P1Y", "P14D", "P2W", "P1Y6M", "P0Y1D"}, []string{"P0D", "P0M0D", "P", "PT24H", "P1MT1H", "6M", "P-1M", ""}},
		"email":     {[]string{"cx@example.org", "a.b+c@sub.example.pl"}, []string{"cx", "cx@localhost", "CX <cx@example.org>", "a b@example.org", "@example.org", ""}},
		"uri": {[]string{"https://example.org/", "http://example.org", "mailto:cx@example.org", "tel:+48123456789", "https://example.org/new?t={id}"},
			[]string{"example.org", "javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "ftp://example.org", "https://exa mple.org", "/pl/x", ""}},
	}
	all := formats()
	for name, tt := range tests {
		for _, s := range tt.good {
			if !all[name](s) {
				t.Errorf("%s: %q is refused", name, s)
			}
		}
		for _, s := range tt.bad {
			if all[name](s) {
				t.Errorf("%s: %q passes", name, s)
			}
		}
		if !all[name](nil) || !all[name](map[string]any{}) {
			t.Errorf("%s: what is no text is not the format's to judge", name)
		}
	}
	if len(all) != len(tests) {
		t.Errorf("%d formats, %d tested", len(all), len(tests))
	}
}
