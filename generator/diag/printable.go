package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxArg is how many characters of an argument a sentence shows.
const maxArg = 300

// Printable makes words that come from content harmless in any output: what
// could move a terminal's cursor, start a line or turn the direction of text
// is written as a visible escape (\u001B), bytes that are not UTF-8 as �.
func Printable(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, Invisible) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !Invisible(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	return b.String()
}

// Invisible reports whether a character controls the output instead of
// showing in it: control and format characters (bidirectional marks among
// them) and the separators of lines and paragraphs.
func Invisible(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// clip cuts what is longer than a reader wants to see in a sentence.
func clip(s string) string {
	n := 0
	for i := range s {
		if n == maxArg {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
