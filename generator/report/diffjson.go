package report

import (
	"io"

	"github.com/cxbook/cxbook/generator/compare"
	"github.com/cxbook/cxbook/generator/redline"
)

// The shape of the JSON comparison. The order of the fields is the contract.
type (
	diffDocument struct {
		Version int          `json:"version"`
		AsOf    string       `json:"as_of"`
		Base    string       `json:"base"`
		Records []diffRecord `json:"records"`
		Summary diffTally    `json:"summary"`
	}
	diffRecord struct {
		Record string        `json:"record"`
		Title  string        `json:"title"`
		State  redline.State `json:"state"`
		Texts  []diffText    `json:"texts"`
	}
	diffText struct {
		File      string        `json:"file"`
		MovedFrom string        `json:"moved_from,omitempty"`
		Lang      string        `json:"lang"`
		Binding   bool          `json:"binding"`
		State     redline.State `json:"state"`
		Version   int           `json:"version"`
		Against   int           `json:"against,omitempty"`
		Fields    []diffField   `json:"fields"`
		Sections  []diffSection `json:"sections"`
	}
	diffField struct {
		Field  string        `json:"field"`
		State  redline.State `json:"state"`
		Before string        `json:"before,omitempty"`
		After  string        `json:"after,omitempty"`
	}
	diffSection struct {
		Anchor string        `json:"anchor,omitempty"`
		State  redline.State `json:"state"`
		Moved  bool          `json:"moved,omitempty"`
		Title  []diffEdit    `json:"title"`
		Blocks []diffBlock   `json:"blocks"`
	}
	diffBlock struct {
		State redline.State `json:"state"`
		Edits []diffEdit    `json:"edits"`
	}
	diffEdit struct {
		Op   redline.Op `json:"op"`
		Text string     `json:"text"`
	}
)

// DiffJSON writes for programs what became of a handbook since base: what Diff
// writes, as one document on one line.
func DiffJSON(w io.Writer, base string, changes []compare.RecordChange, o Options) error {
	doc := diffDocument{Version: 1, AsOf: o.AsOf, Base: base, Records: []diffRecord{}, Summary: tally(changes)}
	for _, c := range changes {
		r := diffRecord{Record: c.Record.ID, Title: c.Record.In(o.Lang).Title, State: c.State, Texts: []diffText{}}
		for _, t := range c.Texts {
			r.Texts = append(r.Texts, diffTextOf(t))
		}
		doc.Records = append(doc.Records, r)
	}
	return writeJSON(w, doc)
}

func diffTextOf(t compare.TextChange) diffText {
	shown := t.After
	if shown == nil {
		shown = t.Before
	}
	out := diffText{
		File: shown.File.Name, Lang: t.Lang, Binding: t.Binding, State: t.State, Version: t.Version, Against: t.Against,
		Fields: []diffField{}, Sections: []diffSection{},
	}
	if t.Moved {
		out.MovedFrom = t.Before.File.Name
	}
	if t.Changes == nil {
		return out
	}
	out.fields("", t.Changes.Facts)
	for _, s := range t.Changes.Sections {
		if s.State == redline.Same && !s.Moved {
			continue
		}
		section := diffSection{State: s.State, Moved: s.Moved, Title: editsOf(s.Title), Blocks: []diffBlock{}}
		if s.Heading != nil {
			section.Anchor = s.Heading.Anchor
		}
		for _, b := range s.Blocks {
			if b.State != redline.Same {
				section.Blocks = append(section.Blocks, diffBlock{b.State, editsOf(b.Edits)})
			}
		}
		out.Sections = append(out.Sections, section)
	}
	return out
}

// fields adds the facts that changed, each under its path: /duties/answer/text.
func (t *diffText) fields(path string, facts []compare.Fact) {
	for _, f := range facts {
		at := path + "/" + f.Field.Name
		switch {
		case f.Items != nil:
			for _, i := range f.Items {
				if i.State == redline.Changed {
					t.fields(at+"/"+i.After.Get("key").String(), i.Facts)
					continue
				}
				t.Fields = append(t.Fields, diffField{at, i.State, plain(i.Before), plain(i.After)})
			}
		case f.Facts != nil:
			t.fields(at, f.Facts)
		default:
			t.Fields = append(t.Fields, diffField{at, f.State, plain(f.Before), plain(f.After)})
		}
	}
}

func editsOf(edits []redline.Edit) []diffEdit {
	out := []diffEdit{}
	for _, e := range edits {
		out = append(out, diffEdit{e.Op, e.Text})
	}
	return out
}
