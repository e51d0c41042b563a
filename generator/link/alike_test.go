package link

import "testing"

func TestSuggestedPathsAreAlike(t *testing.T) {
	for _, c := range []struct {
		meant, other string
		want         bool
	}{
		{"terms/reklamace.md", "terms/reklamacje.md", true},
		{"terms/reklamacja.md", "policies/reklamacja.pl.md", true},
		{"terms/nope.md", "terms/bool.md", false},
		{"terms/nope.md", "terms/o.md", false},
		{"roles/plan.png", "roles/plan.jpg", true},
	} {
		if got := alike(c.meant, c.other); got != c.want {
			t.Errorf("%s, %s: %v", c.meant, c.other, got)
		}
	}
}
