// Package redline compares two texts word by word, as lawyers do.
//
// In: two texts, each a list of sections of blocks: paragraphs, items, rows.
// Out: what became of each section and block, and which words were kept,
// deleted and inserted. Deterministic: no clock decides how hard it looks.
//
// It knows no record and no Markdown, and touches nothing. It is the only room
// that knows the diff library, and it uses only its search for a shortest
// edit: that works on the characters of a string, so a whole word is given to
// it as one character (words.go), and what it finds is tidied here.
//
// Compare matches sections (match.go), then the blocks of each pair
// (blocks.go), then the words of each pair of blocks (words.go).
package redline

// A Section is a part of a text under one heading.
type Section struct {
	// Key is what people cite it by, such as the number of a paragraph; ""
	// where it has none. Sections with one key are one section.
	Key    string
	Title  string
	Blocks []Block
}

// A Block is a paragraph, an item of a list, a row of a table.
type Block struct{ Text string }

// A State says what became of a section or a block.
type State string

// The states.
const (
	Same    State = "same"
	Changed State = "changed"
	Added   State = "added"
	Removed State = "removed"
)

// A SectionChange is what became of a section. Old and New are its places in
// the two texts, -1 in the one that lacks it.
type SectionChange struct {
	Old, New int
	State    State
	Moved    bool // it stands elsewhere among the sections that both texts have
	Title    []Edit
	Blocks   []BlockChange
}

// A BlockChange is what became of a block of a section.
type BlockChange struct {
	Old, New int
	State    State
	Edits    []Edit
}

// An Op says what became of some words.
type Op string

// The kinds of Op.
const (
	Kept     Op = "kept"
	Deleted  Op = "deleted"
	Inserted Op = "inserted"
)

// An Edit is a run of words with one fate. Between two of them stand the
// spaces of the texts, as a run of its own that is kept.
type Edit struct {
	Op   Op
	Text string
}

// Compare tells what became of each section, in the order of the new text;
// what was removed stands after what it followed in the old.
func Compare(before, after []Section) []SectionChange {
	c := newComparison(before, after)
	pairs := c.match()
	moved := movedAmong(pairs)
	gone := c.removedAfter(pairs)
	var out []SectionChange
	lose := func(olds []int) {
		for _, i := range olds {
			out = append(out, c.removed(i))
		}
	}
	lose(gone[-1])
	for j := range after {
		i := pairs[j]
		if i < 0 {
			out = append(out, c.added(j))
			continue
		}
		change := c.section(i, j)
		change.Moved = moved[j]
		out = append(out, change)
		lose(gone[i])
	}
	return out
}

// Words tells which words of a text were kept, deleted and inserted.
func Words(before, after string) []Edit {
	l := newLexicon()
	return edits(l.read(before), l.read(after))
}

// A comparison is two texts, read into words.
type comparison struct {
	old, now []part
}

// A part is a section, read.
type part struct {
	key    string
	title  words
	blocks []words
	whole  string // the same for sections that say the same
	bag    []rune // all its words, sorted
}

func newComparison(before, after []Section) *comparison {
	l := newLexicon()
	return &comparison{old: readParts(l, before), now: readParts(l, after)}
}

func readParts(l *lexicon, sections []Section) []part {
	out := make([]part, len(sections))
	for i, s := range sections {
		p := part{key: s.Key, title: l.read(s.Title)}
		ids := append([]rune(nil), p.title.ids...)
		whole := append([]rune(nil), ids...)
		for _, b := range s.Blocks {
			w := l.read(b.Text)
			p.blocks = append(p.blocks, w)
			ids = append(ids, w.ids...)
			whole = append(append(whole, '\n'), w.ids...)
		}
		p.whole, p.bag = string(whole), sorted(ids)
		out[i] = p
	}
	return out
}

func (c *comparison) section(i, j int) SectionChange {
	was, is := c.old[i], c.now[j]
	out := SectionChange{Old: i, New: j, State: Same, Title: edits(was.title, is.title)}
	if was.whole == is.whole {
		for k, b := range is.blocks {
			out.Blocks = append(out.Blocks, BlockChange{k, k, Same, edits(b, b)})
		}
		return out
	}
	out.State, out.Blocks = Changed, alignBlocks(was.blocks, is.blocks)
	return out
}

func (c *comparison) added(j int) SectionChange {
	p := c.now[j]
	return SectionChange{Old: -1, New: j, State: Added, Title: edits(words{}, p.title), Blocks: alignBlocks(nil, p.blocks)}
}

func (c *comparison) removed(i int) SectionChange {
	p := c.old[i]
	return SectionChange{Old: i, New: -1, State: Removed, Title: edits(p.title, words{}), Blocks: alignBlocks(p.blocks, nil)}
}

// removedAfter lists the sections that are gone by the last section before
// them that is not; -1 is the start.
func (c *comparison) removedAfter(pairs []int) map[int][]int {
	kept := make([]bool, len(c.old))
	for _, i := range pairs {
		if i >= 0 {
			kept[i] = true
		}
	}
	out, last := map[int][]int{}, -1
	for i := range c.old {
		if kept[i] {
			last = i
			continue
		}
		out[last] = append(out[last], i)
	}
	return out
}
