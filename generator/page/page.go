// Package page decides which pages a handbook becomes and what each says.
//
// In: a Handbook and its Graph.
// Out: a Plan: every page with its address, language, navigation and content
// as data, and the findings about addresses. There is no HTML here and no
// word of the interface, only words of the handbook and its schemas.
//
// Addresses are relative to the site's root, end in a slash and are not
// escaped: pl/policies/glos-klienta/. Relative turns two of them into a link.
package page

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
)

// A Kind says which layout a page has.
type Kind string

// The kinds of page.
const (
	Languages  Kind = "languages" // the site's root: choose a language
	Home       Kind = "home"
	Index      Kind = "index" // all records of a type
	RecordPage Kind = "record"
	Overview   Kind = "overview" // a table across records
	Changes    Kind = "changes"  // what has happened to the law
	Careers    Kind = "careers"
	AtoZ       Kind = "a-z"
	Tags       Kind = "tags"
	Types      Kind = "types"  // the record types
	Fields     Kind = "fields" // all fields of a type
	NotFound   Kind = "notfound"
	Checks     Kind = "checks" // what cxbook checks
	Redirect   Kind = "redirect"

	// ComparisonPage is a version beside the one before it.
	ComparisonPage Kind = "comparison"

	Scorecard    Kind = "scorecard"
	MaturityPage Kind = "maturity" // all assessments side by side
	MicroPage    Kind = "micro"    // the wall of what was fixed
	VoicePage    Kind = "voice"    // the voice of the customer, from listening to telling
	HealthPage   Kind = "health"   // how the handbook itself is
)

// Kinds returns all kinds of page.
func Kinds() []Kind {
	return []Kind{Languages, Home, Index, RecordPage, Overview, Changes, Careers, AtoZ, Tags, Types, Fields, NotFound, Checks, Redirect, ComparisonPage, MaturityPage, MicroPage, VoicePage, HealthPage, Scorecard}
}

// A Plan is every page of a site, in order of address.
type Plan struct {
	Pages []*Page
	Files []File
	Publication
	// Findings are those that the site's readers may know of. Whoever plans the
	// site sets them before any page is written: the plan has findings, too.
	Findings diag.List

	planner *planner
}

// A File is an image or attachment that the site holds beside its pages.
type File struct {
	Path    string // in the content folder
	Address string // in the site
}

// A Page is one page of the site.
type Page struct {
	Kind    Kind
	Lang    string // of the interface and, but for untranslated records, of the words
	Address string
	Title   string
	Word    string // names the page in the theme's words, which may have Title in them
	Summary string
	Site    *Frame
	Others  []Alternate // the same page in the other languages
	Crumbs  []Link      // from the home page down, this page left out
	Target  *Link       // of a redirect: where it leads
	// Archived is for versions that are not those of the day: search engines
	// keep away.
	Archived bool
	// Follow is the address of a feed about what the page is about; "" for none.
	Follow string
	*Publication

	// What the page says is made when somebody asks for it (see Plan.Write), so
	// that a handbook of any size is planned in little memory.
	Record  *Record      // of a record page; on the home page its start record, if any
	Table   *Table       // of an index and an overview
	Ladders []Ladder     // of the page of careers
	Rules   []*diag.Rule // of the page of checks
	Shelves []Shelf      // of the pages of letters and of tags
	Types   []Form       // of the page of types
	Form    *Form        // of the page of a type's fields
	// Comparison is what a version changes, on the page of it.
	Comparison *Comparison
	Card       *Card      // of a scorecard
	Changes    *Chronicle // of the page of changes; on the home page the newest
	Doors      []Door     // of the page that is shown where there is none
	More       *View      // of an index: all fields of its type

	Maturity []MaturityBoard // of the page of maturity: one for each model
	Wall     *Wall           // of the page of micro-interventions
	Voice    *Voice          // of the page of the voice of the customer
	Health   *Health         // of the page of the handbook's health; of that of all scorecards its first lines

	// Rooted is for the page that a server shows for any address: its links
	// start at the root of the server.
	Rooted bool

	From diag.Span        // the file that the page is made from
	rec  *record.Record   // of Record
	best string           // the address that search engines should know; "" for its own
	make func(full *Page) // fills in everything else
}

// A Publication is how the site is going to be read.
type Publication struct {
	// Base is where the site will stand, as an absolute URL that ends in a
	// slash; "" where nobody said.
	Base string
	// Portable is for a site that is opened from a folder, without a server:
	// its links lead to files.
	Portable bool
}

// A Frame is what all pages of one language share.
type Frame struct {
	Title    string // of the handbook
	Home     Link
	Checks   Link
	Sections []Link // one for each type that has records
	Views    []View // pages across records
	Lists    []View // where everything can be looked up: letters, tags
	Types    Link   // the page of types
}

// A View is a page across records, named by a word of the theme.
type View struct{ Word, Address string }

// A Shelf is records under a heading: a letter, a tag.
type Shelf struct {
	Title  string
	Lang   string // of Title where it is not the page's
	Anchor string
	Items  []Listed
}

// A Listed is a record under one of its names.
type Listed struct {
	Name string // another name of the record; "" under its title
	Lang string // of Name where it is not the page's
	Type string // in the page's language
	Link Link
}

// A Door is a way into the handbook in one language.
type Door struct {
	Lang, Title string
	Home, AtoZ  string // addresses
}

// A Form is what may be written in the records of a type.
type Form struct {
	Name    string // policy, in the page's language
	Fields  string // address of the page of all fields
	Index   *Link  // the type's index, where it has records
	Folder  string // where its files stand: content/policies
	ID      string // POL-001
	Example string // the file of a smallest record
	Own     []Field
	Common  []Field // those of every type
}

// A Field is a field of a record, explained to its author.
type Field struct {
	Name       string // as in the front matter
	Anchor     string // of a record's own field, not of its parts
	Label      string
	Help       string
	Required   bool
	Demands    []Demand
	Translated bool   // a translation may hold it
	Shape      string // text, choice, …: the theme has the words
	Several    bool   // a list of them
	Values     []Choice
	Targets    []Link // the types that it may refer to; Title alone where one has no records
	Parts      []Field
}

// A Demand is what another field of the same object makes of a field: that it
// must be there, or may not.
type Demand struct {
	Forbidden, Unless bool
	Field             string
	Values            []string // the other says one of these; nil: it is there
	Least             bool     // or more, of one number
}

// A Choice is a value that may be written, with its words.
type Choice struct{ Value, Label string }

// A Link leads to a page or out of the site.
type Link struct {
	Title    string
	Word     string // names it in the theme's words, where Title is ""
	Address  string // of a page; "" with URL
	Fragment string // anchor on that page
	URL      string // outside the site
	ID       string // of the record it leads to
	Lang     string // language of its title where it is not the page's
	Count    int    // of a section: how many records it has
}

// An Alternate is the same page in another language.
type Alternate struct{ Lang, Address string }

// A Table is an index of records, or of what they say about each other.
type Table struct {
	First   string   // label of the first column; "" for the records' titles
	Columns []string // labels of the columns after the first
	Words   []string // or words of the theme, where no field has a label
	Totals  []Total  // what the rows come to, by language
	Numbers bool     // the last column has the records' ids
	Rows    []Row
}

// A Row is a record in an index.
type Row struct {
	Link    Link
	Summary string
	Force   string // where it is not in force
	Cells   []Value
}

// A Record is what a record's page says.
type Record struct {
	ID       string
	Type     string // policy
	TypeName string // in the page's language
	Version  int
	Written  string     // language of the words
	Review   *Confirmed // when it was last reviewed; nil for what is never reviewed
	Versions []Version  // of a record with more than one
	// Acknowledged is who knows this version; nil where nobody keeps count.
	Acknowledged *Acknowledged
	Trained      *Trained // of a training: who has completed it; nil where nobody is asked to
	Card         *Card    // of a scorecard of the handbook's own
	Scores       *Scores  // where it stands on scorecards; nil for nowhere
	Banner       *Banner  // nil for law in force that nothing is going to change
	Notices      []Notice
	Ours         bool      // the house's own from beginning to end
	Details      []Fact    // fields that are one line each
	About        []Fact    // how the record is kept: owner, approval, review
	Lead         bool      // the sections stand before the body
	Sections     []Section // fields that are lists of things
	Doc          *markdown.Doc
	// Leads says where each reference of the body leads, by its place.
	Leads map[diag.Span]Link
	// Terms are the words of the body that lead to the glossary, in its order.
	Terms []Term
	// Remarks are what there is to say on paragraphs of the body, in its order.
	Remarks   []Remark
	Sources   []Value
	Backlinks []Relation
	Contents  []Entry
	// Previous and Next stand beside the record in its index; nil at its ends
	// and where the order says nothing.
	Previous, Next *Link
	Procedure      *Procedure // of a procedure: its steps
	Figures        []*Figure  // pictures of what the record says in numbers
	Work           *Work      // of a role: what is asked of it
	Measured       *Measured  // of a metric: what was measured; nil without data
	Loop           *Loop      // of a listening post or touchpoint: its cases; nil without any
	Assessed       *Assessed  // of an assessment: what it comes to
	Improved       *Improved  // of an initiative: what became of it
}

// A Banner tells a reader that a record is no law today, or will change soon.
type Banner struct {
	Force string // draft, coming, superseded, repealed, expired; amended: a new version is coming; ending: it has a last day
	Day   Value  // since when, or from when
	By    *Link  // what holds in its place, ended it, or is going to
	// Repeals says that By only ends it, and nothing takes its place.
	Repeals bool
	// Version is that of By where it is another version of the same record.
	Version int
	Note    Value // of what is coming: what it changes
	Compare *Link // where that is shown word by word
}

// Confirmed says when a record was last reviewed, and when it is due again.
type Confirmed struct {
	On      Value  // "" where it never was
	Word    string // what came of it: review.confirmed, review.amended, …
	By      *Link
	Due     Value
	Overdue bool
}

// A Notice tells a reader something about the page itself; the theme words it.
type Notice struct {
	Key     string // untranslated, stale, translation
	Written string // language of the words shown
	Binding Link   // the binding text
	Source  string // language of the binding text
	// Version is the one in force, Translated the one that the words translate.
	Version, Translated int
	Lag                 *Lag // of a translation that is behind
}

// A Section is a field that is laid out under its own heading.
type Section struct {
	Title  string
	Anchor string
	Value  Value
	Ours   bool // the house added it
}

// A Fact is a field with its label.
type Fact struct {
	Name  string // as in the front matter: owner
	Label string
	Word  string // names it in the theme's words, where Label is ""
	Value Value
	Ours  bool // the house added it
}

// A Value is a field's value, ready to be read: a text, a flag, a link, a list
// or facts; Machine goes with Text.
type Value struct {
	Text    string
	Lang    string // of Text or Head where it is not the page's
	Flag    string // yes, no, required, offered: the theme has the words
	Machine string // the same as Text for programs: 2026-11-22, P7D
	Order   string // what a table is sorted by, where that is not Text: 2026-11-22, 604800
	Link    *Link
	List    []Value
	Ordered bool // of List: its things follow each other
	Facts   []Fact
	// Of a thing in a list: what it is called, its anchor, whether the house
	// added it.
	Head   string
	Anchor string
	Ours   bool
	// Remarks are what there is to say on the thing.
	Remarks []Remark

	// Pieces are Text, where some of it leads to the glossary.
	Pieces []Piece
	prose  bool   // Text is the author's words
	key    string // of a thing in a list
}

// A Piece is a part of a text.
type Piece struct {
	Text  string
	Term  *Term // where it leads, if anywhere
	Break bool  // a line ends here; there is no Text
}

// A Term is a word of the glossary in a text.
type Term struct {
	From, To int // offsets, in the body as markdown renders it
	Link     Link
	Meaning  string // in short, in the language of the text
}

// A Relation is the records that refer to this one in one way.
type Relation struct {
	Name  string // "" for mentions in bodies
	Links []Link
}

// An Entry is a line of the list of contents.
type Entry struct {
	Level  int // 2 or 3
	Title  string
	Word   string // of the theme, where Title is ""
	Anchor string
	Lang   string // of Title where it is not the page's
}
