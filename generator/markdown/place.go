package markdown

import (
	"sort"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

// places turns offsets of a body into positions of its file.
type places struct {
	file   string
	body   []byte
	first  int   // line of the file on which the body starts
	starts []int // offset of the first byte of each line
	chars  []int // characters before each stride of the body
}

// stride bounds what is counted for one position, so that thousands of
// references on one long line stay cheap.
const stride = 128

func newPlaces(in Input) *places {
	p := &places{file: in.Name, body: in.Body, first: max(in.Line, 1), starts: []int{0}}
	n := 0
	for i, b := range in.Body {
		if i%stride == 0 {
			p.chars = append(p.chars, n)
		}
		if utf8.RuneStart(b) {
			n++
		}
		if b == '\n' && i+1 < len(in.Body) {
			p.starts = append(p.starts, i+1)
		}
	}
	p.chars = append(p.chars, n)
	return p
}

// span covers the bytes from..to, without the line end.
func (p *places) span(from, to int) diag.Span {
	from = min(max(from, 0), len(p.body))
	to = min(max(to, from), len(p.body))
	for to > from && p.body[to-1] == '\n' {
		to--
	}
	return diag.Span{File: p.file, Start: p.position(from), End: p.position(to)}
}

func (p *places) position(offset int) diag.Position {
	line := sort.SearchInts(p.starts, offset+1) - 1
	column := p.before(offset) - p.before(p.starts[line])
	return diag.Position{Line: p.first + line, Column: column + 1}
}

// before counts the characters before an offset.
func (p *places) before(offset int) int {
	from := offset / stride
	n := p.chars[from]
	for _, b := range p.body[from*stride : offset] {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}
