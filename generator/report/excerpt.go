package report

import (
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/diag"
)

const (
	excerptWidth = 100 // characters of a source line that are shown
	excerptLead  = 30  // of them before the caret, where a line is cut
)

// excerpt returns a source line as it can be shown and the line of carets
// that goes under it. Columns count characters, so every character shows as
// one; tabs stay tabs in both lines, which keeps the carets in place whatever
// a terminal makes of a tab. The characters are those of visible.
func excerpt(shown []rune, at diag.Span) (text, marks string) {
	from := min(at.Start.Column-1, len(shown))
	to := from + 1
	switch {
	case at.End.Line > at.Start.Line:
		to = len(shown)
	case at.End.Column-1 > to:
		to = min(at.End.Column-1, len(shown))
	}
	to = max(to, from+1)

	left, right := window(len(shown), from)
	var pad, carets strings.Builder
	if left > 0 {
		text, shown = "…", shown[left:]
		pad.WriteByte(' ')
	}
	from, to, right = from-left, to-left, right-left
	for i := range min(to, max(right, from+1)) {
		switch {
		case i < from:
			pad.WriteString(blank(shown[i]))
		case i == from, i < right && blank(shown[i]) != "":
			carets.WriteByte('^')
		}
	}
	text += string(shown[:right])
	if right < len(shown) {
		text += "…"
	}
	return text, pad.String() + carets.String()
}

// window says which characters of a line are shown: all of a short one, else
// those around the caret.
func window(length, caret int) (left, right int) {
	if length <= excerptWidth {
		return 0, length
	}
	right = min(length, max(caret-excerptLead, 0)+excerptWidth)
	return right - excerptWidth, right
}

// blank is what stands in the caret line under a character: as wide, but
// empty. A combining mark sits on the letter before it and takes no room.
func blank(r rune) string {
	switch {
	case r == '\t':
		return "\t"
	case unicode.In(r, unicode.Mn, unicode.Me):
		return ""
	}
	return " "
}

// visible returns the characters of a line, but for blanks at its end, and
// replaces each that controls an output by one that shows, so that columns
// stay true: ␛ for escape, � for what has no picture.
func visible(line string) []rune {
	runes := []rune(strings.TrimRight(line, " \t\r\n"))
	for i, r := range runes {
		switch {
		case r == '\t' || !diag.Invisible(r):
		case r < 0x20:
			runes[i] = '␀' + r
		case r == 0x7F:
			runes[i] = '␡'
		default:
			runes[i] = unicode.ReplacementChar
		}
	}
	return runes
}
