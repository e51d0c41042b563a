package lang

import "testing"

func TestCite(t *testing.T) {
	for _, tt := range []struct{ lang, anchor, want string }{
		{"pl", "par-3", "§\u00a03"},
		{"pl", "par-3a-2", "§\u00a03a ust.\u00a02"},
		{"cs", "par-3-12", "§\u00a03 odst.\u00a012"},
		{"en", "par-3-2", "§\u00a03(2)"},
		{"en", "answer-in-7-days", ""},
		{"en", "par-x", ""},
		{"en", "par-3-2-1", ""},
	} {
		if got := Cite(tt.lang, tt.anchor); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.lang, tt.anchor, got, tt.want)
		}
	}
}
