package nearest

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	fields := []string{"id", "title", "summary", "owner", "approved_on", "approved_by", "effective_from", "audience", "tags"}
	tests := []struct {
		name, word string
		among      []string
		want       string // "" where nothing is close
	}{
		{"a letter missing", "ownr", fields, "owner"},
		{"a letter too many", "titlle", fields, "title"},
		{"two swapped", "onwer", fields, "owner"},
		{"case", "Title", fields, "title"},
		{"shouting", "SUMMARY", fields, "summary"},
		{"separator", "effective-from", fields, "effective_from"},
		{"separator and a slip", "effectve-from", fields, "effective_from"},
		{"short word", "Id", fields, "id"},
		{"nothing near", "colour", fields, ""},
		{"the word itself is no suggestion", "owner", fields, ""},
		{"the nearer of two", "approved_of", fields, "approved_on"},
		{"letters with marks", "zamkniecie", []string{"zamknięcie", "zamek"}, "zamknięcie"},
		{"marks are no slips", "zazolc-gesla-jazn", []string{"par-1", "zażółć-gęślą-jaźń"}, "zażółć-gęślą-jaźń"},
		{"nor are Czech ones", "PRILIS ZLUTOUCKY KUN", []string{"příliš-žluťoučký-kůň"}, "příliš-žluťoučký-kůň"},
		{"an id", "ROL-02", []string{"ROL-001", "ROL-002"}, "ROL-002"},
		{"an id's case", "rol-002", []string{"ROL-001", "ROL-002"}, "ROL-002"},
		{"nothing to choose from", "x", nil, ""},
		{"empty word", "", fields, ""},
		{"a short word is not turned into another", "x", []string{"y", "z"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Nearest(tt.word, tt.among)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Nearest(%q) = %q, %v, want %q", tt.word, got, ok, tt.want)
			}
		})
	}
}

func TestNearestTakesTheFirstOfEquals(t *testing.T) {
	if got, _ := Nearest("ROL-003", []string{"ROL-002", "ROL-001"}); got != "ROL-002" {
		t.Errorf("got %q, want the first of two equally near words", got)
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("owner", "ownr,title")
	f.Add("ż", ",ż,Ż")
	f.Fuzz(func(t *testing.T, word, list string) {
		if len(word)+len(list) > 400 {
			t.Skip()
		}
		among := strings.Split(list, ",")
		got, ok := Nearest(word, among)
		if ok == (got == "") {
			t.Fatalf("Nearest(%q, %q) = %q, %v", word, among, got, ok)
		}
		if ok && !strings.Contains(","+list+",", ","+got+",") {
			t.Fatalf("Nearest(%q, %q) invented %q", word, among, got)
		}
	})
}
