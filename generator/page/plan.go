package page

import (
	"cmp"
	"path"
	"slices"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/change"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/site"
	"golang.org/x/text/unicode/norm"
)

// planner collects the pages of one handbook.
type planner struct {
	book      *record.Handbook
	graph     *link.Graph
	duties    *duty.Duties
	ledger    acknowledgement.Ledger
	trained   education.Ledger
	changes   change.Timeline
	cards     *score.Cards
	measures  *measure.Measures
	pending   []due.Item            // everything that is due, the earliest first
	due       []due.Item            // reviews, the most urgent first
	dueOf     map[string][]due.Item // by owner
	calendars map[string]bool       // roles that have one
	history   *history.History

	maturity    *maturity.Maturity
	initiatives *micro.Initiatives

	// exceptions to each paragraph and duty, by POL-004#key
	exceptions map[string][]*record.Record
	frames     map[string]*Frame
	blamed     map[[2]string]bool // pairs of files already reported for one address
	types      []*schema.Type     // those that have records, in order of navigation
	tagged     map[string]*tags   // by language of the page
	ordered    map[listing]func() sequence
	plan       *Plan
	claims     map[string]claim // by the address as careless file systems see it
	found      diag.List
}

// A claim is who has an address.
type claim struct {
	address string
	at      diag.Span
}

// An Input is what a site is planned from.
type Input struct {
	Book   *record.Handbook
	Graph  *link.Graph
	Duties *duty.Duties
	Ledger acknowledgement.Ledger
	// Trainings is who has completed which; nil where nobody counted.
	Trainings education.Ledger
	Cards     *score.Cards
	// Measures is what metrics and listening posts say; nil where nobody asked.
	Measures *measure.Measures
	// Maturity is what assessments come to; nil where nobody worked it out.
	Maturity *maturity.Maturity
	// Initiatives is what became of them; nil where nobody followed them.
	Initiatives *micro.Initiatives
	// Due is what lapses or begins, the earliest first.
	Due []due.Item
	// History is what git knows of the files; nil where nobody asked.
	History *history.History
	Publication
}

// Make plans the site of a handbook. Findings are addresses that two files
// claim; the first file in order keeps the address.
func Make(in Input) (*Plan, diag.List) {
	book := in.Book
	p := &planner{
		book: book, graph: in.Graph, duties: in.Duties, ledger: in.Ledger, trained: in.Trainings,
		measures: in.Measures, maturity: in.Maturity, initiatives: in.Initiatives, cards: in.Cards, pending: in.Due,
		history: in.History, plan: &Plan{Publication: in.Publication},
		frames: map[string]*Frame{}, claims: map[string]claim{}, blamed: map[[2]string]bool{},
	}
	p.types = p.navigation()
	p.gatherReviews()
	p.changes = change.List(book, in.Graph)
	p.gatherExceptions()
	p.ordered, p.tagged = p.sequences(), p.collectTags()
	own := diag.Span{File: path.Join(book.Prefix, "handbook.yaml"), Start: diag.Position{Line: 1, Column: 1}, End: diag.Position{Line: 1, Column: 1}}
	p.add(own, &Page{
		Kind: Languages, Lang: book.Config.DefaultLanguage, Title: p.title(book.Config.DefaultLanguage),
		Others: p.everywhere(func(l string) string { return l + "/" }),
	})
	for _, language := range book.Config.Languages {
		p.frames[language] = p.frame(language)
		p.home(own, language)
		p.checks(own, language)
		p.lists(own, language)
		p.forms(own, language)
		for _, t := range p.types {
			if t.Name != score.TypeName || len(p.listed()) == 0 { // else the overview lists them, shipped ones too
				p.index(t, language)
			}
		}
		p.scorecards(own, language)
		for _, o := range p.overviews() {
			p.overview(own, o, language)
		}
		p.years(own, language)
	}
	p.notFound(own)
	for _, rec := range book.Records {
		for _, language := range book.Config.Languages {
			p.record(rec, language)
		}
	}
	p.permanent(own)
	p.redirects()
	for _, f := range in.Graph.Assets() {
		p.plan.Files = append(p.plan.Files, File{Path: f, Address: p.file(f)})
	}
	slices.SortFunc(p.plan.Pages, func(a, b *Page) int { return cmp.Compare(a.Address, b.Address) })
	p.plan.planner = p
	return p.plan, p.found
}

// Write returns the page with everything it says. It is safe for use by
// several goroutines.
func (plan *Plan) Write(page *Page) *Page {
	full := *page
	if page.rec != nil {
		full.Record = plan.planner.recordContent(page.rec, page.Lang)
	}
	if page.make != nil {
		page.make(&full)
	}
	return &full
}

// title returns what the handbook is called in a language.
func (p *planner) title(language string) string {
	return schema.Words(p.book.Config.Title).In(language)
}

// file returns the address of an image or attachment.
func (p *planner) file(asset string) string { return "files/" + asset }

// navigation returns the types that have records: first those that
// handbook.yaml lists, in its order, then the others by folder.
func (p *planner) navigation() []*schema.Type {
	var out []*schema.Type
	add := func(t *schema.Type) {
		if t != nil && !slices.Contains(out, t) && len(p.book.ByType(t.Name)) > 0 {
			out = append(out, t)
		}
	}
	for _, folder := range p.book.Config.Sections {
		add(p.book.Types.ByFolder(folder))
	}
	for _, t := range p.book.Types.Types() {
		add(t)
	}
	return out
}

func (p *planner) frame(language string) *Frame {
	f := &Frame{
		Title:  p.title(language),
		Home:   Link{Title: p.title(language), Address: language + "/"},
		Checks: Link{Address: language + "/checks/"},
	}
	for _, t := range p.types {
		f.Sections = append(f.Sections, Link{
			Title:   t.Many.In(language),
			Address: language + "/" + t.Folder + "/",
			Count:   len(p.book.ByType(t.Name)),
		})
	}
	for _, o := range p.overviews() {
		view := View{Word: o.word, Address: language + "/" + o.address}
		if !slices.ContainsFunc(f.Sections, func(l Link) bool { return l.Address == view.Address }) {
			f.Views = append(f.Views, view)
		}
	}
	f.Lists, f.Types = p.listViews(language), Link{Address: language + "/" + typesAddress}
	return f
}

func (p *planner) home(at diag.Span, language string) {
	page := &Page{
		Kind: Home, Lang: language, Address: language + "/", Title: p.title(language),
		Others: p.everywhere(func(l string) string { return l + "/" }),
		make:   func(full *Page) { p.latest(full) },
	}
	if start := p.book.Record(p.book.Config.Start); start != nil {
		page.rec = start
		page.Summary = start.Texts[language].Summary
	}
	p.add(at, page)
}

func (p *planner) checks(at diag.Span, language string) {
	p.add(at, &Page{
		Kind: Checks, Lang: language, Address: language + "/checks/",
		Crumbs: []Link{p.frames[language].Home},
		Others: p.everywhere(func(l string) string { return l + "/checks/" }),
		Word:   "checks",
		Rules:  diag.Rules(),
	})
}

func (p *planner) index(t *schema.Type, language string) {
	p.add(t.At, &Page{
		Kind: Index, Lang: language, Address: language + "/" + t.Folder + "/", Title: t.Many.In(language),
		Crumbs: []Link{p.frames[language].Home},
		Others: p.everywhere(func(l string) string { return l + "/" + t.Folder + "/" }),
		More:   &View{Word: "fields.all", Address: formAddress(t, language)},
		make:   func(full *Page) { full.Table = p.table(t, language) },
		Follow: TypeFeedAddress(t, language),
	})
}

// table lists the records of a type with the columns that its schema names.
func (p *planner) table(t *schema.Type, language string) *Table {
	out := &Table{Numbers: true}
	var columns []*schema.Field
	for _, name := range t.Columns {
		// A field with parts of its own does not fit into a cell.
		if f := t.Field(name); f != nil && name != "title" && name != "id" && name != "summary" && !own(f) {
			columns = append(columns, f)
			out.Columns = append(out.Columns, f.Label.In(language))
		}
	}
	r := &reader{book: p.book, lang: language}
	for _, rec := range p.sequence(t, language).records {
		text := rec.Texts[language]
		row := Row{Link: linkTo(rec, language), Summary: text.Summary, Force: p.forceShown(rec)}
		r.written = text.Written
		for _, f := range columns {
			v, _ := r.value(f, text.Fields.Get(f.Name))
			row.Cells = append(row.Cells, v)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (p *planner) record(rec *record.Record, language string) {
	file := rec.Texts[language].File.Name
	at := diag.Span{File: file, Start: diag.Position{Line: 1, Column: 1}, End: diag.Position{Line: 1, Column: 1}}
	p.recordPage(at, rec, language)
	p.versions(rec, language)
}

// recordPage plans the page of a version.
func (p *planner) recordPage(at diag.Span, rec *record.Record, language string) {
	text := rec.Texts[language]
	page := &Page{
		Kind: RecordPage, Lang: language, Address: recordAddress(rec, language),
		Title: text.Title, Summary: text.Summary, Archived: otherVersion(rec),
		Crumbs: []Link{p.frames[language].Home, {Title: rec.Type.Many.In(language), Address: language + "/" + rec.Type.Folder + "/"}},
		Others: p.everywhere(func(l string) string { return recordAddress(rec, l) }),
		rec:    rec,
	}
	if rec.Type.Name == "role" && !otherVersion(rec) {
		page.Follow = RoleFeedAddress(rec, language)
	}
	if otherVersion(rec) {
		page.Crumbs = append(page.Crumbs, linkTo(rec.Current, language))
	}
	p.add(at, page)
}

// everywhere returns a page's address in every language of the handbook.
func (p *planner) everywhere(address func(language string) string) []Alternate {
	var out []Alternate
	for _, l := range p.book.Config.Languages {
		out = append(out, Alternate{Lang: l, Address: address(l)})
	}
	return out
}

// add gives a page its frame and address, unless the address is taken: then
// it reports both claimants.
func (p *planner) add(at diag.Span, page *Page) {
	page.Site, page.From, page.Publication = p.frames[page.Lang], at, &p.plan.Publication
	key := site.Fold(page.Address)
	other, taken := p.claims[key]
	if !taken {
		p.claims[key] = claim{page.Address, at}
		p.plan.Pages = append(p.plan.Pages, page)
		return
	}
	// One pair of files clashes in every language that falls back to them.
	pair := [2]string{other.at.File, at.File}
	if p.blamed[pair] {
		return
	}
	p.blamed[pair] = true
	hint := ""
	if page.Kind == Index { // no file of content is to blame
		hint = "folder"
	}
	shown := "/" + norm.NFC.String(page.Address)
	if other.address == page.Address {
		p.found = append(p.found, diag.New(diag.AddressClash, at, "address", shown).
			Suggest(hint).See(other.at, "other", "address", shown))
	} else {
		p.found = append(p.found, diag.New(diag.AddressNearClash, at, "address", shown, "other", "/"+other.address).
			Suggest("").See(other.at, "other", "address", "/"+other.address))
	}
}

// Sources returns the files that the page's words come from.
func (p *Page) Sources() []string {
	out := []string{p.From.File}
	if p.rec != nil {
		for _, text := range []*record.Text{p.rec.Texts[p.Lang], p.rec.Source} {
			if !slices.Contains(out, text.File.Name) {
				out = append(out, text.File.Name)
			}
		}
	}
	return out
}
