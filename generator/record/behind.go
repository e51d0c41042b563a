package record

import (
	"strings"

	"github.com/cxbook/cxbook/generator/redline"
)

// maxNamed is how many sections a finding names: a translator opens the
// comparison for more.
const maxNamed = 10

// amended names the sections of a binding text that changed since the version
// that somebody translated. It is empty where that version is not at hand, is
// in another language, or has the same text.
func (f *family) amended(from, to *draft) string {
	if from == nil || from.lang != to.lang {
		return ""
	}
	var names []string
	for _, c := range redline.Compare(sectionsOf(from), sectionsOf(to)) {
		name := ""
		switch {
		case c.State == redline.Same:
			continue
		case c.New >= 0:
			name = nameOf(parts(to)[c.New])
		default:
			// What was removed has no name any more that readers of today may know.
			if number := parts(from)[c.Old].number; number != "" {
				name = "§ " + number
			}
		}
		if name != "" {
			names = append(names, name)
		}
	}
	if len(names) > maxNamed {
		names = append(names[:maxNamed], "…")
	}
	return strings.Join(names, ", ")
}

// nameOf is how a section is cited; what stands before the first heading has no
// name.
func nameOf(p part) string {
	switch {
	case p.level == 0:
		return ""
	case p.number != "":
		return "§ " + p.number
	}
	return p.title
}

// sectionsOf returns a body as it is compared, its parts in their order. Where
// their lines end says nothing.
func sectionsOf(d *draft) []redline.Section {
	var out []redline.Section
	for _, p := range parts(d) {
		s := redline.Section{Key: p.anchor, Title: p.title}
		if p.level == 0 {
			s = redline.Section{Key: "#"} // no anchor has it, and no title is its own
		}
		s.Blocks = []redline.Block{{Text: p.text}}
		out = append(out, s)
	}
	return out
}

// sourceOf returns the source of a version, or nil.
func (f *family) sourceOf(version int) *draft {
	for _, s := range f.sources {
		if s.version == version {
			return s
		}
	}
	return nil
}
