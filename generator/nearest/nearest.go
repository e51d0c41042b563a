// Package nearest finds the word that somebody most likely meant.
//
// In: a word as it was written and the words that would have been right.
// Out: the closest of them, where one is close enough to be worth offering.
// It touches nothing else.
package nearest

import (
	"strings"
	"unicode"
)

// Nearest returns the word of among that lies closest to word, counted in
// typing slips (a letter too many, missing, wrong, or two swapped). It
// reports false where none is close enough: about one slip in three letters.
// Case, the marks of Polish and Czech letters and the choice between -, _ and
// space are no slips, so that "Owner" finds "owner", "effective-from" finds
// "effective_from" and "lhuty" finds "lhůty". Of equally close
// words the first in among wins; the word itself is never suggested.
func Nearest(word string, among []string) (string, bool) {
	typed := fold(word)
	limit := 1 + len(typed)/3
	if len(typed) < 3 {
		limit = min(limit, len(typed)/2)
	}
	best, found := "", false
	for _, candidate := range among {
		if candidate == word {
			continue
		}
		meant := fold(candidate)
		if d, ok := distance(typed, meant, limit); ok && d < len(meant) {
			best, found, limit = candidate, true, d-1
		}
	}
	return best, found
}

// fold takes away what is no slip: case, marks on letters and the choice of
// separator.
func fold(word string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		switch r {
		case '-', ' ':
			return '_'
		}
		r = unicode.ToLower(r)
		if plain, ok := unmarked[r]; ok {
			return plain
		}
		return r
	}, word))
}

// unmarked are the letters that people without a Polish or Czech keyboard
// type instead.
var unmarked = map[rune]rune{
	'ą': 'a', 'ć': 'c', 'ę': 'e', 'ł': 'l', 'ń': 'n', 'ó': 'o', 'ś': 's', 'ź': 'z', 'ż': 'z',
	'á': 'a', 'č': 'c', 'ď': 'd', 'é': 'e', 'ě': 'e', 'í': 'i', 'ň': 'n', 'ř': 'r', 'š': 's',
	'ť': 't', 'ú': 'u', 'ů': 'u', 'ý': 'y', 'ž': 'z',
}

// distance is the Damerau–Levenshtein distance (optimal string alignment). It
// gives up, reporting false, once it must exceed limit.
func distance(a, b []rune, limit int) (int, bool) {
	if max(len(a)-len(b), len(b)-len(a)) > limit {
		return 0, false
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return 0, false
		}
		before, last, row = last, row, before
	}
	return last[len(b)], last[len(b)] <= limit
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
