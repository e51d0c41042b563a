package source

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

// maxHidden is after how many findings about hidden characters a file is
// known to be full of them.
const maxHidden = 20

// clean brings the text of a file into the one form that every parser here
// sees: no byte order mark, lines that end in \n. Line numbers and columns
// stay those of the file. It does not change data.
func clean(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// check looks for what no parser should see, and reports whether the text
// may be parsed at all.
func (t text) check() (findings diag.List, ok bool) {
	if i := badByte(t.data); i >= 0 {
		return diag.List{diag.New(diag.NotUTF8, t.span(i, i+1))}, false
	}
	if found := t.conflicts(); len(found) > 0 {
		return found, false
	}
	return t.hidden(), true
}

// badByte returns the offset of the first byte that is not UTF-8 text, or
// -1. A NUL is valid UTF-8, but only files of another kind hold one.
func badByte(data []byte) int {
	if utf8.Valid(data) {
		return bytes.IndexByte(data, 0)
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// conflicts reports each place at which git left two versions. A line of
// ======= alone underlines a heading in Markdown, so it never counts.
func (t text) conflicts() diag.List {
	const start, end = "<<<<<<<", ">>>>>>>"
	if !bytes.Contains(t.data, []byte(start)) && !bytes.Contains(t.data, []byte(end)) {
		return nil
	}
	var out diag.List
	open, offset := false, 0
	for line := range bytes.Lines(t.data) {
		starts, ends := isMarker(line, start), isMarker(line, end)
		if (starts || ends && !open) && len(out) < maxHidden {
			out = append(out, diag.New(diag.MergeConflict, t.span(offset, offset+len(start))))
		}
		open = starts || open && !ends
		offset += len(line)
	}
	return out
}

func isMarker(line []byte, marker string) bool {
	rest, ok := bytes.CutPrefix(line, []byte(marker))
	return ok && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\n')
}

// hidden reports characters that nobody sees: they reorder what is shown,
// or do nothing but break searches and comparisons.
func (t text) hidden() diag.List {
	var out diag.List
	for i := 0; i < len(t.data) && len(out) < maxHidden; {
		if b := t.data[i]; b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(t.data[i:])
		if isHidden(r) {
			out = append(out, hiddenAt(t.span(i, i+size), r))
		}
		i += size
	}
	return out
}

// isHidden is narrower than "invisible": soft hyphens and the joiners of
// emoji have their uses.
func isHidden(r rune) bool {
	switch {
	case r < 0x80:
		return r < ' ' && r != '\n' && r != '\t' || r == 0x7f
	case r < 0xa0: // C1 controls
		return true
	case r == 0x200b, r == 0x2028, r == 0x2029, r == 0xfeff, r&0xfffe == 0xfffe:
		return true
	}
	return unicode.Is(unicode.Bidi_Control, r)
}

func hiddenAt(at diag.Span, r rune) diag.Diagnostic {
	return diag.New(diag.HiddenCharacters, at, "character", fmt.Sprintf("U+%04X", r))
}

// harmless replaces what YAML refuses, or takes for the end of a line, by
// spaces. It is called only where hidden characters were found.
func harmless(data []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if isHidden(r) && !unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, data)
}

// A text is a piece of a file that knows where in the file it stands.
type text struct {
	name string // of the file, for findings
	data []byte // from the start of a line
	line int    // the line of the file on which data starts
}

// span returns the place of data[from:to]. It counts from the start of the
// text, so it is for findings, not for every value.
func (t text) span(from, to int) diag.Span {
	start := t.position(from)
	c := cursor{offset: from, at: start}
	c.advance(t.data, to)
	return diag.Span{File: t.name, Start: start, End: c.at}
}

func (t text) position(offset int) diag.Position {
	before := t.data[:offset]
	line := bytes.LastIndexByte(before, '\n') + 1
	return diag.Position{
		Line:   t.line + bytes.Count(before[:line], []byte("\n")),
		Column: 1 + utf8.RuneCount(before[line:]),
	}
}

// offsetOf is the inverse of position for a line and column of the text
// itself, as YAML counts them; a place outside is brought inside.
func (t text) offsetOf(line, column int) int {
	at := 0
	for ; line > 1; line-- {
		next := bytes.IndexByte(t.data[at:], '\n')
		if next < 0 {
			return len(t.data)
		}
		at += next + 1
	}
	for ; column > 1 && at < len(t.data) && t.data[at] != '\n'; column-- {
		_, size := utf8.DecodeRune(t.data[at:])
		at += size
	}
	return at
}

// A cursor is an offset and its position, moved along together so that many
// places of one text cost one walk over it.
type cursor struct {
	offset int
	at     diag.Position
}

// advance moves the cursor forward to an offset.
func (c *cursor) advance(data []byte, offset int) {
	for c.offset < offset {
		b := data[c.offset]
		switch {
		case b == '\n':
			c.at = diag.Position{Line: c.at.Line + 1, Column: 1}
			c.offset++
		case b < utf8.RuneSelf:
			c.at.Column++
			c.offset++
		default:
			_, size := utf8.DecodeRune(data[c.offset:])
			c.at.Column++
			c.offset += size
		}
	}
}

// seek moves the cursor forward to a position, or as far as the text goes.
func (c *cursor) seek(data []byte, to diag.Position) {
	for c.at.Line < to.Line {
		next := bytes.IndexByte(data[c.offset:], '\n')
		if next < 0 {
			c.advance(data, len(data))
			return
		}
		c.offset += next + 1
		c.at = diag.Position{Line: c.at.Line + 1, Column: 1}
	}
	for c.at.Line == to.Line && c.at.Column < to.Column && c.offset < len(data) && data[c.offset] != '\n' {
		_, size := utf8.DecodeRune(data[c.offset:])
		c.at.Column++
		c.offset += size
	}
}
