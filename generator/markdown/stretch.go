package markdown

import (
	"bytes"
	"iter"
	"strings"
)

// A Stretch is words of the rendered body with no markup among them, of which
// a part may still become a link: they stand in no link, heading, code or
// quotation.
type Stretch struct {
	Offset int    // of Text in the rendered body
	Text   string // with &, <, > and " escaped
	// References is how many of the Doc's References stand before it.
	References int
}

// A Mark makes words of a Stretch a link.
type Mark struct {
	From, To int // offsets in the rendered body
	Title    string
	Destination
}

// Stretches goes through the words of the body in the order of the page.
// There are none where Input.HTML was not set.
func (d *Doc) Stretches() iter.Seq[Stretch] {
	return func(yield func(Stretch) bool) {
		s := scanner{doc: d}
		for from := 0; from < len(d.html); {
			to := s.next(from)
			if to > from && s.open() && !yield(Stretch{Offset: from, Text: string(d.html[from:to]), References: s.references}) {
				return
			}
			from = s.pass(to)
		}
	}
}

// A scanner goes from one piece of markup in a Doc's HTML to the next. The
// HTML is our own, so that every < starts a tag and every > ends one.
type scanner struct {
	doc        *Doc
	hole       int // the next one
	references int // that were passed
	inLink     bool
	title      bool // of an alert: our word, not the author's
	closed     int  // how many elements around have words that become no links
}

func (s *scanner) open() bool { return !s.inLink && !s.title && s.closed == 0 }

// next returns where the next tag or hole is.
func (s *scanner) next(from int) int {
	to := len(s.doc.html)
	if i := bytes.IndexByte(s.doc.html[from:], '<'); i >= 0 {
		to = from + i
	}
	if s.hole < len(s.doc.holes) {
		to = min(to, s.doc.holes[s.hole].offset)
	}
	return to
}

// pass takes notice of the hole or tag at a place and returns where it ends.
func (s *scanner) pass(at int) int {
	if s.hole < len(s.doc.holes) && s.doc.holes[s.hole].offset == at {
		switch s.doc.holes[s.hole].part {
		case linkStart:
			s.inLink = true
		case linkEnd:
			s.inLink = false
		}
		s.references = max(s.references, s.doc.holes[s.hole].reference+1)
		s.hole++
		return at
	}
	end := bytes.IndexByte(s.doc.html[at:], '>')
	if end < 0 {
		return len(s.doc.html)
	}
	s.tag(string(s.doc.html[at+1 : at+end]))
	return at + end + 1
}

func (s *scanner) tag(tag string) {
	name, rest, _ := strings.Cut(tag, " ")
	name, ending := strings.CutPrefix(name, "/")
	switch name {
	case "a", "code", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6":
		if ending {
			s.closed--
		} else {
			s.closed++
		}
	case "p":
		s.title = strings.HasPrefix(rest, `class="alert-title"`)
	}
}

// fillTo writes the HTML up to an offset, with the marks that stand before it
// as links, and returns the marks that are left.
func (d *Doc) fillTo(out *bytes.Buffer, from, to int, marks []Mark) []Mark {
	for len(marks) > 0 && marks[0].To <= to {
		m := marks[0]
		marks = marks[1:]
		if m.From < from || m.To < m.From {
			continue // within another: the first one stands
		}
		out.Write(d.html[from:m.From])
		out.WriteString(`<a class="term"`)
		attributeTo(out, "href", m.Href)
		attributeTo(out, "hreflang", m.Lang)
		attributeTo(out, "title", m.Title)
		out.WriteByte('>')
		out.Write(d.html[m.From:m.To])
		out.WriteString("</a>")
		from = m.To
	}
	out.Write(d.html[from:to])
	return marks
}
