package redline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstID is where the numbers of words begin: above all that strings treat in
// a way of their own.
const firstID = 0x10000

// words are a text cut into words and signs. Words with one id are the same
// word, whatever the spaces around or in them.
type words struct {
	ids    []rune
	tokens []token
}

// A token is a word, a number or a sign.
type token struct {
	text  string
	space string // before it: a space, a no-break space, the end of a line
	word  bool   // it has letters or digits
}

// A lexicon numbers the words of two texts.
type lexicon struct{ ids map[string]rune }

func newLexicon() *lexicon { return &lexicon{map[string]rune{}} }

// read cuts a text into words.
func (l *lexicon) read(text string) words {
	text = strings.ToValidUTF8(text, "\uFFFD")
	var out words
	for at := 0; ; {
		word := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
		if word == "" {
			return out
		}
		space := spaceOf(text[at : len(text)-len(word)])
		at = len(text) - len(word)
		c, _ := utf8.DecodeRuneInString(word)
		end := tokenEnd(text, at)
		t := token{text: text[at:end], space: space, word: inWord(c)}
		out.tokens = append(out.tokens, t)
		out.ids = append(out.ids, l.id(t.text))
		at = end
	}
}

// spaceOf is what a reader sees of the space between two words.
func spaceOf(s string) string {
	switch {
	case s == "", s == "\u00a0", s == "\u202f":
		return s
	case strings.Contains(s, "\n"):
		return "\n"
	}
	return " "
}

// id numbers a word. There are fewer numbers than a text of the greatest size
// allowed could have words, but no text has that many different ones; those
// beyond share a number with each other and would be taken for the same word.
func (l *lexicon) id(text string) rune {
	key := text
	if strings.ContainsFunc(key, unicode.IsSpace) {
		key = strings.Join(strings.Fields(key), " ")
	}
	id, ok := l.ids[key]
	if !ok {
		id = min(firstID+rune(len(l.ids)), unicode.MaxRune)
		l.ids[key] = id
	}
	return id
}

// inWord reports whether a character is part of words and numbers.
func inWord(c rune) bool { return unicode.In(c, unicode.L, unicode.M, unicode.N) || c == '_' }

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// tokenEnd returns where the word or sign that begins at a place ends.
func tokenEnd(text string, at int) int {
	c, size := utf8.DecodeRuneInString(text[at:])
	if !inWord(c) {
		return at + size
	}
	for at += size; at < len(text); {
		before := c
		c, size = utf8.DecodeRuneInString(text[at:])
		if inWord(c) {
			at += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		switch on := at; {
		case joins(c, before, next):
			at += size
		case isDigit(before):
			if at = groups(text, at); at == on {
				return at
			}
		default:
			return at
		}
	}
	return at
}

// joins reports whether a sign between two characters makes them one word, as
// in e-mail, 80.3, 8:00, 24/7 or jan@example.org.
func joins(c, before, next rune) bool {
	if !inWord(before) || !inWord(next) {
		return false
	}
	switch c {
	case '-', '\u2011', '\'', '’', '.', '/', '@', '#', ':':
		return true
	case ',':
		return isDigit(before) && isDigit(next)
	}
	return false
}

// groups returns where the digits go on after a space in a number, as in
// 1 200, but not in 12 2026; else the place itself.
func groups(text string, at int) int {
	rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
	if len(rest) == len(text)-at || strings.Contains(text[at:len(text)-len(rest)], "\n") {
		return at
	}
	digits := 0
	for k := at - 1; k >= 0 && isDigit(rune(text[k])); k-- {
		digits++
	}
	if digits > 3 || len(rest) < 3 || !isDigit(rune(rest[0])) || !isDigit(rune(rest[1])) || !isDigit(rune(rest[2])) {
		return at
	}
	if next, _ := utf8.DecodeRuneInString(rest[3:]); inWord(next) {
		return at
	}
	return len(text) - len(rest)
}

func sorted(ids []rune) []rune {
	out := slices.Clone(ids)
	slices.Sort(out)
	return out
}
