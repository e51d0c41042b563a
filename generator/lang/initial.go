package lang

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What an index lists words under that begin with no letter of its language.
const (
	Digits = "0–9"
	Others = "#"
)

// alphabets are the letters that an index of a language has headings for.
// Czech á, ď, é, ě, í, ň, ó, ť, ú, ů and ý are ordered with the letter that
// they are made of; Polish letters are all their own.
var alphabets = map[string][]string{
	"pl": strings.Fields("A Ą B C Ć D E Ę F G H I J K L Ł M N Ń O Ó P Q R S Ś T U V W X Y Z Ź Ż"),
	"cs": strings.Fields("A B C Č D E F G H CH I J K L M N O P Q R Ř S Š T U V W X Y Z Ž"),
	"en": strings.Fields("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"),
}

// Initials returns everything that an index in the language may list words
// under, in order: digits, the alphabet, everything else.
func Initials(lang string) []string {
	letters, ok := alphabets[lang]
	if !ok {
		letters = alphabets["en"]
	}
	return slices.Concat([]string{Digits}, letters, []string{Others})
}

// Initial returns which of the language's Initials a word stands under. Signs
// before its first letter or digit do not count.
func Initial(lang, word string) string {
	word = norm.NFC.String(strings.ToUpper(strings.TrimLeftFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})))
	if word == "" {
		return Others
	}
	if unicode.IsNumber([]rune(word)[0]) {
		return Digits
	}
	all := Initials(lang)
	if lang == "cs" && strings.HasPrefix(word, "CH") {
		return "CH"
	}
	letter := string([]rune(word)[0])
	for _, l := range []string{letter, plainLetter(letter)} {
		if slices.Contains(all, l) {
			return l
		}
	}
	return Others
}

// plainLetter returns the letter that another is made of: L of Ł in Czech.
func plainLetter(letter string) string {
	if plain, ok := ligatures[letter]; ok {
		return plain
	}
	return string([]rune(norm.NFD.String(letter))[0])
}

// ligatures are capitals that Unicode does not take apart.
var ligatures = map[string]string{"Ł": "L", "Đ": "D", "Ø": "O", "Æ": "A", "Œ": "O", "ẞ": "S", "ß": "S", "Þ": "T"}
