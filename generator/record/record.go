// Package record turns files into the handbook.
//
// In: a source.Tree, the schemas, the as-of day.
// Out: a Handbook: its settings and its records by id, each with its version
// of the day, its binding source and what every language shows, and the
// findings about identity and languages.
//
// A Handbook is immutable once loaded. Nothing here opens a file or knows
// what refers to what.
//
// Load is the whole of it. It reads every file by itself (draft.go), gathers
// the files of one id into a family (family.go), lays translations over their
// sources (overlay.go), compares the two (parity.go, numbers.go), judges the days
// of their versions (timeline.go), chooses the version of the day (day.go) and
// leaves out what logs say of later ones (happened.go).
// Handbook.For gives the whole as some readers see it (audience.go, view.go).
package record

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A Handbook is everything an organisation wrote, judged as far as single
// records and their languages go.
type Handbook struct {
	AsOf      lang.Date
	Prefix    string // how findings call the content folder: "content"
	Config    Config
	Types     *schema.Set
	Records   []*Record // one per id, the version of the as-of day; by type folder, then number
	Assets    []*source.Asset
	Redirects []Redirect        // of redirects.yaml, in the order of the file
	Debt      *source.Node      // of debt.yaml; nil without the file
	Owners    map[string]string // path of each Markdown file that is part of a record → its id
	// Broken holds ids that no record could be made of, although a file has
	// them: what refers to them is not to blame. Unread holds those files, by
	// path.
	Broken map[string]bool
	Unread map[string]*source.File

	highest map[string]int      // by type name: the highest number of all files
	byID    map[string]*Record  // nil in a Handbook made by hand
	endings map[string][]ending // by id: what other records do to it
}

// Config is handbook.yaml with every default filled in.
type Config struct {
	Title           map[string]string // per language
	DefaultLanguage string
	Languages       []string // in the order of the file
	BaseURL         string   // "" where none is set; ends in /
	Repository      struct{ URL, Branch string }
	ReportProblem   string
	Start           string   // id of the start page's record
	Sections        []string // type folders in order of navigation
	Channels        []string
	Words           map[string]schema.Words // value → what readers see in its place
	Holidays        map[string]string       // country → CSV, relative to the content folder
	Severity        map[string]string
	Holders         string       // mailbox, names
	Name            string       // of the file, in findings: content/handbook.yaml
	Root            *source.Node // for positions; nil without the file
}

// A Redirect leads from an old address to a record.
type Redirect struct {
	From, To string // /pl/policies/stary/, POL-001
	At, ToAt diag.Span
}

// A Record is one version of one record.
type Record struct {
	ID      string // POL-001
	Number  int    // 1
	Type    *schema.Type
	Version int
	Status  string // draft, approved, withdrawn; approved where the type knows none
	// From and Until are the first and last day of force; zero where not said.
	From, Until lang.Date
	Approved    lang.Date // when it was decided; zero where not said
	Source      *Text     // the binding text
	// Texts holds what each language of the handbook shows: every language has
	// an entry, which is the source's where there is no translation.
	Texts    map[string]*Text
	Versions []*Record // all versions, lowest first, this one among them
	// Current is the version of the handbook's day: this one or, of an earlier
	// or a coming version, the one that readers are led to.
	Current *Record
}

// A Text is a record as one language shows it.
type Text struct {
	Lang          string       // language of the address
	Written       string       // language of the words: differs where a translation is missing
	File          *source.File // where the words come from
	Slug          string       // last part of the address
	Title         string
	Summary       string
	Fields        *source.Node // the source's facts, as of the day, with the translation's words laid over them
	Doc           *markdown.Doc
	SourceVersion int  // of a translation: the version it translates; 0 for the source
	Stale         bool // the translation is of an earlier version
}

// Record returns the record with the id in its version of the day, or nil.
func (h *Handbook) Record(id string) *Record {
	if h.byID != nil {
		return h.byID[id]
	}
	for _, r := range h.Records {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// ByType returns the records of the type with this name, by number.
func (h *Handbook) ByType(name string) []*Record {
	var out []*Record
	for _, r := range h.Records {
		if r.Type.Name == name {
			out = append(out, r)
		}
	}
	return out
}

// In returns what the record shows in the language: a translation, or the
// source where there is none.
func (r *Record) In(lang string) *Text {
	if t := r.Texts[lang]; t != nil {
		return t
	}
	return r.Source
}

// Translated reports whether the text's words are in the language of its
// address.
func (t *Text) Translated() bool { return t.Lang == t.Written }
