package source

import "bytes"

// An outline follows the quotation marks, brackets and blocks of a YAML text
// without caring whether it is valid. It is for text that the parser refused:
// the place at which a parser gives up is seldom where the mistake is.
type outline struct {
	data  []byte
	at    int   // offset of what is read next
	open  []int // offsets of the brackets that are open there
	quote quote // the last one that was closed
	wrong bool  // a bracket was closed by one of the other kind

	line   int  // offset of the start of the line
	fresh  bool // a value or key may start here
	column int  // from 0, of the key or dash that started last
}

// A quote is a text in quotation marks, with them.
type quote struct{ start, end int }

// read goes on to an offset.
func (o *outline) read(upto int) {
	for o.at < upto {
		switch c := o.data[o.at]; {
		case c == '\n':
			o.at, o.fresh = o.at+1, true
			o.line = o.at
		case c == ' ' || c == '\t':
			o.at++
		case c == '#' && o.afterBlank():
			o.at = lineEnd(o.data, o.at)
		case len(o.open) > 0 && c == ',':
			o.at, o.fresh = o.at+1, true
		case len(o.open) > 0 && (c == ']' || c == '}'):
			o.closeBracket(c)
		case (c == '-' || c == '?' || c == ':') && o.beforeBlank():
			o.indicator(c)
		case o.fresh:
			o.token(c, upto)
		default:
			o.plain()
		}
	}
}

func (o *outline) afterBlank() bool {
	return o.at == 0 || bytes.IndexByte([]byte(" \t\n"), o.data[o.at-1]) >= 0
}

func (o *outline) beforeBlank() bool {
	return o.at+1 == len(o.data) || bytes.IndexByte([]byte(" \t\n"), o.data[o.at+1]) >= 0
}

func (o *outline) indicator(c byte) {
	if c != ':' {
		o.column = o.at - o.line
	}
	o.at, o.fresh = o.at+1, true
}

func (o *outline) closeBracket(c byte) {
	last := len(o.open) - 1
	o.wrong = o.wrong || (o.data[o.open[last]] == '[') != (c == ']')
	o.open = o.open[:last]
	o.at, o.fresh = o.at+1, false
}

// token reads a value or key from its first character.
func (o *outline) token(c byte, upto int) {
	start := o.at
	o.fresh = false
	switch {
	case c == '[' || c == '{':
		o.open = append(o.open, start)
		o.at, o.fresh = start+1, true
	case c == '"':
		o.closeQuote(doubleQuotedEnd(o.data, start), upto)
	case c == '\'':
		o.closeQuote(singleQuotedEnd(o.data, start), upto)
	case (c == '|' || c == '>') && len(o.open) == 0:
		o.at = readBlock(o.data, start, o.column).end
	default:
		o.column = start - o.line
		o.plain()
	}
}

// closeQuote reads on to the end of the quotation that starts here.
func (o *outline) closeQuote(end, upto int) {
	if end <= upto {
		o.quote = quote{o.at, end}
	}
	if n := bytes.LastIndexByte(o.data[o.at:end], '\n'); n >= 0 {
		o.line = o.at + n + 1
	}
	o.at = end
}

// plain reads on to where a text without quotation marks may end.
func (o *outline) plain() {
	for o.at++; o.at < len(o.data); o.at++ {
		switch c := o.data[o.at]; {
		case c == '\n',
			c == ':' && o.beforeBlank(),
			c == '#' && o.afterBlank(),
			len(o.open) > 0 && bytes.IndexByte([]byte(",]}"), c) >= 0:
			return
		}
	}
}

// closes reports whether a bracket is closed, by one of its kind, before the
// next field starts.
func closes(data []byte, open int) bool {
	start := lineStart(data, open)
	indent := indentation(data[start:])
	o := outline{data: data, at: open, line: start, fresh: true}
	for eol := lineEnd(data, open); ; {
		for o.at < eol {
			o.read(o.at + 1)
			if len(o.open) == 0 || o.wrong {
				return !o.wrong
			}
		}
		if eol == len(data) {
			return false
		}
		next := lineEnd(data, eol+1)
		line := data[eol+1 : next]
		if !isBlank(line) && indentation(line) <= indent && opensField(line) {
			return false
		}
		eol = max(next, o.at)
	}
}
