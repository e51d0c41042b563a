package chart

import (
	"strings"
	"unicode/utf8"
)

// A Label is words in a picture, broken into lines.
type Label struct {
	Anchor string // start, middle, end: which part of each line stands at its X
	Lines  []Text
}

// A Text is a line of words; its place is the foot of the letters.
type Text struct {
	X, Y float64
	Text string
}

// Width is how wide words are at most, as far as anybody can tell without the
// font: system fonts differ by a tenth, and this is of a wide one.
func Width(text string) float64 {
	w := 0.0
	for _, r := range text {
		w += width(r)
	}
	return w * Letter
}

func width(r rune) float64 {
	switch {
	case strings.ContainsRune("iIjlłĺľ'|ìíï", r):
		return 0.3
	case strings.ContainsRune("frtřŕťI()[]/- \u00a0.,:;!", r):
		return 0.41
	case strings.ContainsRune("cksvxyzčćšśýžźż", r):
		return 0.59
	case strings.ContainsRune("mwMW%@–—", r):
		return 0.98
	case r >= 'A' && r <= 'Z', r >= 0xC0 && r <= 0xDE:
		return 0.78
	case r < 0x250:
		return 0.64
	case r < 0x600:
		return 0.8
	}
	return 1.1
}

// breakUp breaks words into the fewest lines that are not wider than a limit.
// It is false where a single word is wider: words are never cut, for nobody
// knows where.
func breakUp(text string, limit float64) (lines []string, fits bool) {
	fits = true
	for _, w := range wordsOf(text, limit) {
		if last := len(lines) - 1; last >= 0 && Width(lines[last]+" "+w) <= limit {
			lines[last] += " " + w
			continue
		}
		lines = append(lines, w)
		fits = fits && Width(w) <= limit
	}
	return lines, fits
}

// wordsOf returns what a line may break between. A word of one letter goes with
// the next, as no Polish or Czech line ends in one, unless there is no room for
// both.
func wordsOf(text string, limit float64) []string {
	var out []string
	alone := ""
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
		if alone != "" {
			if both := alone + "\u00a0" + w; Width(both) <= limit {
				w = both
			} else {
				out = append(out, alone)
			}
			alone = ""
		}
		if utf8.RuneCountInString(w) == 1 {
			alone = w
		} else {
			out = append(out, w)
		}
	}
	if alone != "" {
		out = append(out, alone)
	}
	return out
}

// cut shortens lines that are too wide. What is cut off can be read in the
// table that goes with a picture.
func cut(lines []string, limit float64) []string {
	var out []string
	for _, l := range lines {
		if Width(l) > limit {
			letters := []rune(l)
			for len(letters) > 0 && Width(string(letters)+"…") > limit {
				letters = letters[:len(letters)-1]
			}
			l = string(letters) + "…"
		}
		out = append(out, l)
	}
	return out
}

// widest is the width of the widest line.
func widest(lines []string) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, Width(l))
	}
	return w
}

// tall is the height of a label of so many lines.
func tall(lines int) float64 {
	if lines == 0 {
		return 0
	}
	return float64(lines-1)*line + rise + 3
}

// stack writes lines under each other, the top of the first at a height.
func stack(lines []string, anchor string, top Point) Label {
	out := Label{Anchor: anchor}
	for i, text := range lines {
		out.Lines = append(out.Lines, Text{X: round(top.X), Y: round(top.Y + rise + float64(i)*line), Text: text})
	}
	return out
}

// one writes a single line, the middle of whose letters stands at a height.
func one(text, anchor string, at Point) Label {
	return Label{Anchor: anchor, Lines: []Text{{X: round(at.X), Y: round(at.Y + 4), Text: text}}}
}

// Box is what a label covers at most.
func (l Label) Box() Box {
	if len(l.Lines) == 0 {
		return Box{}
	}
	var out Box
	for _, t := range l.Lines {
		out.Width = max(out.Width, Width(t.Text))
	}
	out.X, out.Y = l.Lines[0].X, l.Lines[0].Y-rise
	switch l.Anchor {
	case "middle":
		out.X -= out.Width / 2
	case "end":
		out.X -= out.Width
	}
	out.Height = tall(len(l.Lines))
	return out
}

// touches reports whether two boxes share a place.
func (b Box) touches(o Box) bool {
	return b.X < o.X+o.Width && o.X < b.X+b.Width && b.Y < o.Y+o.Height && o.Y < b.Y+b.Height
}

// shift moves a label down.
func (l Label) shift(dy float64) Label {
	out := Label{Anchor: l.Anchor}
	for _, t := range l.Lines {
		out.Lines = append(out.Lines, Text{X: t.X, Y: round(t.Y + dy), Text: t.Text})
	}
	return out
}
