package source

import (
	"bytes"
	"unicode"

	"github.com/adrg/frontmatter"

	"github.com/cxbook/cxbook/generator/diag"
)

// A parts is a Markdown file cut in three: the fences belong to neither.
type parts struct {
	front text
	body  text
	fence diag.Span // the place of the opening fence
	// doubtful is front matter that an indented fence may have cut short.
	doubtful bool
}

// format takes the bytes between two fences as they are. They are decoded
// only after split has looked at the fences, because the library also takes
// an indented --- for one.
var format = frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
	*v.(*[]byte) = data
	return nil
})

// split cuts a file at its fences. Without front matter it returns nil.
func (t text) split() (*parts, diag.List) {
	var raw []byte
	rest, err := frontmatter.MustParse(bytes.NewReader(t.data), &raw, format)
	if err != nil {
		return nil, t.noFrontMatter()
	}
	body := len(t.data) - len(rest)
	closing := lineStart(t.data, body-1)
	start := closing - len(raw)
	var out diag.List
	for _, fence := range []int{lineStart(t.data, start-1), closing} {
		if indent := indentation(t.data[fence:]); indent > 0 {
			from := fence + indent
			out = append(out, diag.New(diag.IndentedFence, t.span(from, from+len("---"))))
		}
	}
	indented := t.data[closing] != '-'
	if indented && breaksOff(t.data[start:], len(raw)) {
		closing, body = t.nextFence(closing, body)
	}
	p := t.cut(start, closing, body)
	p.doubtful = indented
	return p, out
}

// breaksOff reports whether front matter that ends here breaks off inside a
// block or a quotation, so that the fence belongs to those.
func breaksOff(data []byte, here int) bool {
	o := outline{data: data, fresh: true}
	o.read(here)
	return o.at > here
}

// nextFence looks for the fence that was meant, past an indented one: where
// it starts and where the body does.
func (t text) nextFence(fence, body int) (int, int) {
	offset := body
	for line := range bytes.Lines(t.data[body:]) {
		if line[0] == '-' && isFence(line) {
			return offset, offset + len(line)
		}
		offset += len(line)
	}
	return fence, body
}

// cut returns the parts of a text whose front matter is data[from:to] and
// whose body starts at body.
func (t text) cut(from, to, body int) *parts {
	opening := lineStart(t.data, from-1)
	opening += indentation(t.data[opening:])
	return &parts{
		front: text{t.name, t.data[from:to], t.position(from).Line},
		body:  text{t.name, t.data[body:], t.position(body).Line},
		fence: t.span(opening, opening+len("---")),
	}
}

// noFrontMatter says why there is none: the library knows only that.
func (t text) noFrontMatter() diag.List {
	offset := 0
	for line := range bytes.Lines(t.data) {
		indent := indentation(line)
		if isFence(line) {
			from := offset + indent
			at := t.span(from, from+len("---"))
			out := diag.List{diag.New(diag.UnclosedFence, at)}
			if indent > 0 {
				out = append(out, diag.New(diag.IndentedFence, at))
			}
			return out
		}
		if indent < len(line) {
			break
		}
		offset += len(line)
	}
	return diag.List{diag.New(diag.NoFrontMatter, place(t.name))}
}

// isFence tells fences as the library does.
func isFence(line []byte) bool { return string(bytes.TrimSpace(line)) == "---" }

// indentation returns how many bytes of white space a line starts with.
func indentation(line []byte) int { return len(line) - len(bytes.TrimLeftFunc(line, unicode.IsSpace)) }

// lineStart returns where the line starts that holds, or ends before, offset.
func lineStart(data []byte, offset int) int {
	return bytes.LastIndexByte(data[:max(offset, 0)], '\n') + 1
}
