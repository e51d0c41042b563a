package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An atom is a word, a sign or a run of spaces.
type atom struct {
	text string
	end  int // offset behind it
	word bool
	bare bool // a word in small letters, encoded as everybody does
}

// atomAt reads the atom that starts at an offset. Signs that look plainSigns are
// one sign, and so are a sign and its escape in HTML, for a glossary is typed
// with plain quotes and hyphens and a page set with fine ones.
func atomAt(text string, at int) atom {
	first, size := utf8.DecodeRuneInString(text[at:])
	end := at + size
	switch {
	case ofWord(first):
		return wordAt(text, at)
	case unicode.IsSpace(first):
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsSpace(r) {
				break
			}
			end += size
		}
		return atom{text: " ", end: end}
	case first == '&':
		for escape, sign := range escapes {
			if strings.HasPrefix(text[end:], escape) {
				return atom{text: sign, end: end + len(escape)}
			}
		}
	}
	if plain, ok := plainSigns[first]; ok {
		return atom{text: plain, end: end}
	}
	return atom{text: text[at:end], end: end}
}

var escapes = map[string]string{"amp;": "&", "lt;": "<", "gt;": ">", "quot;": `"`}

var plainSigns = map[rune]string{
	'‘': "'", '’': "'", '‚': "'", '“': `"`, '”': `"`, '„': `"`, '‐': "-", '‑': "-",
}

// wordAt reads a word. Almost all are bare, and what would be done to others
// costs more than the reading.
func wordAt(text string, at int) atom {
	end, bare := at, true
	for end < len(text) {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:])
		}
		if !ofWord(r) {
			break
		}
		bare = bare && r < usual && !capital[r]
		end += size
	}
	return atom{text: text[at:end], end: end, word: true, bare: bare}
}

// The letters of our languages come before usual. None of the signs there is a
// mark that would have to be put together with the letter before it.
const usual = 0x180

// letters and capital say of the usual characters what unicode says of all, but
// at once: every character of a handbook is asked.
var letters, capital = func() (l, c [usual]bool) {
	for r := range rune(usual) {
		l[r] = unicode.IsLetter(r) || unicode.IsNumber(r)
		c[r] = unicode.IsUpper(r)
	}
	return l, c
}()

// ofWord reports whether a character is part of a word.
func ofWord(r rune) bool {
	if r < usual {
		return letters[r]
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

// key is what an atom is found by, whatever its capitals and encoding.
func (a atom) key() string {
	if !a.word || a.bare {
		return a.text
	}
	return norm.NFC.String(strings.ToLower(a.text))
}

// isAcronym reports whether a word is told from another by its capitals: IT is
// no "it".
func isAcronym(word string) bool {
	upper, lower := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 1 || upper == 1 && lower == 0
}
