// Package schema judges front matter against the record types' JSON Schemas.
//
// In: *.schema.json files (draft 2020-12 with our x- keywords) and Nodes.
// Out: the record types with their fields as data (labels, help, order,
// references, which are text), findings at the exact key or value, and the
// references that a record's fields hold.
//
// Load reads the schema files; Check, CheckTranslation and CheckFile judge;
// References reads; JSON prints a schema for editors. A schema of the
// handbook's own is judged like content: its faults are findings.
//
// It is the only package that knows the JSON Schema library. A record type
// is a schema file and nothing else: no package above knows any type by name
// to validate, list or publish it.
package schema

import "github.com/cxbook/cxbook/generator/diag"

// Words are a text in each language of the interface: pl, cs, en.
type Words map[string]string

// In returns the text in the language, else in English, else any.
func (w Words) In(lang string) string {
	for _, l := range []string{lang, "en", "pl", "cs"} {
		if s := w[l]; s != "" {
			return s
		}
	}
	return ""
}

// A Type is a kind of record, read from one schema file.
type Type struct {
	Name    string    // policy
	Folder  string    // policies
	At      diag.Span // of the folder's name, in the schema file
	Prefix  string    // POL
	One     Words     // polityka, směrnice, policy
	Many    Words
	Columns []string // fields shown in the type's index, by name
	Order   string   // field by which records are listed; "" is the id
	// Paragraphs: second-level headings are numbered paragraphs (§ 1, § 2, …).
	Paragraphs bool
	// BodyFirst: a reader wants the prose before the fields.
	BodyFirst bool
	// Named: ids end in a name instead of a number, as SCR-PRIORITY does.
	Named  bool
	Fields []*Field // envelope first, then the type's own, in the schema's order
}

// A Shape is what a field's value looks like, for whoever lays it out.
type Shape uint8

// The shapes of a Field.
const (
	Text   Shape = iota
	Choice       // one of Values
	Number
	Flag
	Date
	Duration // ISO 8601 or {value, business_days}; a period has months and years
	Link     // a URL
	Ref      // a reference to a record or an item of one
	DataFile // a CSV beside the record
	Object   // Fields
	ListOf   // Item
)

// A Field is a field of a record or of an object in it.
type Field struct {
	Name     string
	Label    Words
	Help     Words
	Shape    Shape
	Required bool
	Demands  []Demand // of other fields of the same object
	IsText   bool     // x-text: a translation may hold it
	Common   bool     // a field of every type, from the envelope
	Example  string   // a value that fits; "" where the shape says enough
	Default  string   // what holds where the field says nothing; "" where nobody says
	Values   []Value  // of a Choice
	Ref      *RefRule // of a Ref
	Item     *Field   // of a ListOf; of an Object that is a map of any keys: its values
	Fields   []*Field // of an Object
}

// A Value is one allowed value of a Choice with its words.
type Value struct {
	Value string
	Label Words
}

// A RefRule says what a reference field may point at. Targets has all of it;
// Types, Item and Own are the same in short for the usual rule with one kind
// of target.
type RefRule struct {
	Targets   []RefTarget // nil: any record
	Types     []string    // the types of Targets, each once; nil: any type
	Item      string      // list in the target whose keyed items are meant: "duties"; "" for records
	Own       bool        // the item is in the record itself: x-ref "#steps"
	Withdrawn bool        // x-ref-repealed: may point at a withdrawn record
	Inverse   Words       // what the relation is called on the target's page
}

// Paragraph is the Item of a RefTarget that is an anchor of the body (par-3).
const Paragraph = "paragraph"

// A RefTarget is one of the things that a reference may point at.
type RefTarget struct {
	Type string // policy; "" for an item of the record itself
	Item string // duties, Paragraph; "" for the record
}

// Items returns the lists whose items may be meant in a record of the type,
// and whether the record itself, without an item, may be.
func (r *RefRule) Items(typ string) (items []string, whole bool) {
	if len(r.Targets) == 0 {
		return nil, true
	}
	for _, t := range r.Targets {
		switch {
		case t.Type != typ:
		case t.Item == "":
			whole = true
		default:
			items = append(items, t.Item)
		}
	}
	return items, whole
}

// A Reference is a reference that a record's field holds.
type Reference struct {
	Rule    *RefRule
	Field   string    // name of the innermost named field: role
	Label   Words     // its label
	Pointer string    // /duties/0/role
	Target  string    // POL-001; "" for an item of the record itself; the text as it stands where it has not the form of a reference
	Item    string    // after #; "" where the record itself is meant
	At      diag.Span // of the value
}

// FirstID returns what the id of a first record of the type looks like.
func (t *Type) FirstID() string {
	if t.Named {
		return t.Prefix + "-NAME"
	}
	return t.Prefix + "-001"
}
