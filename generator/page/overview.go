package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// An overview is a page across records.
type overview struct {
	kind    Kind
	word    string
	address string // after the language
	of      string // the type that it is about, whose index leads to it
	fill    func(p *planner, full *Page)
}

// overviews returns the overviews that have something to show.
func (p *planner) overviews() []overview {
	var out []overview
	if len(p.changes.Past)+len(p.changes.Coming) > 0 {
		out = append(out, overview{Changes, "changes", changesAddress, "", (*planner).chronicle})
	}
	if len(p.duties.Decisions) > 0 {
		out = append(out, overview{Overview, "decisions", "decisions/", "policy", (*planner).decisions})
	}
	if len(p.duties.Trainings) > 0 {
		out = append(out, overview{Overview, "training-matrix", "trainings/matrix/", "training", (*planner).trainings})
	}
	if p.has("standard", "touchpoint") {
		out = append(out, overview{Overview, "standards-by-touchpoint", "standards/by-touchpoint/", "standard", (*planner).standards})
	}
	if len(p.due) > 0 {
		out = append(out, overview{Overview, "reviews", "reviews/", "", (*planner).reviews})
	}
	if len(p.book.Records) > 0 {
		out = append(out, overview{HealthPage, "health", healthAddress, "", (*planner).healthPage})
	}
	if len(p.listed()) > 0 {
		out = append(out, overview{Overview, "scorecards", scorecardsAddress, "", (*planner).scorecardList})
	}
	if p.translated() {
		out = append(out, overview{Overview, "translations", "translations/", "", (*planner).translations})
	}
	if p.anyAssessed() {
		out = append(out, overview{MaturityPage, "maturity", p.boardAddress("maturity"), "assessment", (*planner).maturityPage})
	}
	if !p.initiatives.Wall().Empty() {
		out = append(out, overview{MicroPage, "micro", p.boardAddress("micro"), "initiative", (*planner).microPage})
	}
	if p.anyVoice() {
		out = append(out, overview{VoicePage, "voice", p.boardAddress("voice"), p.voiceType(), (*planner).voicePage})
	}
	if p.has("role", "career") {
		out = append(out, overview{Careers, "careers", "roles/careers/", "role", (*planner).careers})
	}
	return out
}

// has reports whether a record of a type says anything in a field.
func (p *planner) has(typ, field string) bool {
	return slices.ContainsFunc(p.book.ByType(typ), func(rec *record.Record) bool {
		return rec.Source.Fields.Get(field) != nil
	})
}

func (p *planner) overview(at diag.Span, o overview, language string) {
	page := &Page{
		Kind: o.kind, Lang: language, Address: language + "/" + o.address, Word: o.word,
		Crumbs: []Link{p.frames[language].Home},
		Others: p.everywhere(func(l string) string { return l + "/" + o.address }),
		make: func(full *Page) {
			o.fill(p, full)
			full.Card = p.cardOf(o, language)
		},
	}
	if o.kind == HealthPage && len(p.listed()) > 0 {
		page.Crumbs = append(page.Crumbs, Link{Word: "scorecards", Address: language + "/" + scorecardsAddress})
	}
	if o.kind == Changes {
		page.Follow = FeedAddress(language)
	}
	if t := p.book.Types.Type(o.of); t != nil && o.address != "decisions/" {
		page.Crumbs = append(page.Crumbs, Link{Title: t.Many.In(language), Address: language + "/" + t.Folder + "/"})
	}
	p.add(at, page)
}

// readerOf reads a record for one language.
func (p *planner) readerOf(rec *record.Record, language string) *reader {
	text := rec.Texts[language]
	_, keys := oursOf(text.Fields)
	return &reader{book: p.book, rec: rec, lang: language, written: text.Written, ours: keys}
}

// decisionParts are what the table of decisions says of each.
var decisionParts = []string{"decides", "limit", "together_with"}

// decisions lists who may decide what, in the order of the policies.
func (p *planner) decisions(full *Page) {
	language := full.Lang
	t := &Table{}
	for _, d := range p.duties.Decisions {
		list := d.Policy.Type.Field("decisions")
		if t.Columns == nil {
			t.First = label(partOf(list, "what"), language)
			for _, name := range decisionParts {
				t.Columns = append(t.Columns, label(partOf(list, name), language))
			}
			t.Columns = append(t.Columns, d.Policy.Type.One.In(language))
		}
		r := p.readerOf(d.Policy, language)
		_, found := findItem(r.fields(), d.Policy.Type.Fields, d.Key)
		if found.node == nil {
			continue
		}
		row := Row{Link: r.itemLink(d.Key)}
		for _, name := range decisionParts {
			v, _ := r.value(partOf(list, name), found.node.Get(name))
			row.Cells = append(row.Cells, v)
		}
		policy := linkTo(d.Policy, language)
		row.Cells = append(row.Cells, Value{Link: &policy})
		t.Rows = append(t.Rows, row)
	}
	full.Table = t
}

// trainings lists which role needs which training, and how many of its people
// have completed it.
func (p *planner) trainings(full *Page) {
	t := &Table{}
	if roles := p.book.Types.Type("role"); roles != nil {
		t.First = roles.One.In(full.Lang)
	}
	for _, rec := range p.duties.Trainings {
		t.Columns = append(t.Columns, rec.Texts[full.Lang].Title)
	}
	for _, role := range p.book.ByType("role") {
		needs := p.duties.Role(role.ID).Trainings
		if len(needs) == 0 {
			continue
		}
		row := Row{Link: linkTo(role, full.Lang)}
		for _, training := range p.duties.Trainings {
			cell := Value{}
			if slices.Contains(needs, training) {
				to := linkTo(training, full.Lang)
				asked := Value{Flag: "offered", Link: &to}
				if training.Source.Fields.Get("required").True() {
					asked.Flag = "required"
				}
				done := p.completedBy(training, role.ID, full.Lang)
				cell.List, cell.Order = []Value{asked, done}, done.Order
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	full.Table = t
}

// standards lists what is promised where, touchpoints in their own order.
func (p *planner) standards(full *Page) {
	language := full.Lang
	promised := map[string][]*record.Record{} // by touchpoint
	var channels []string
	for _, rec := range p.book.ByType("standard") {
		id := rec.Source.Fields.Get("touchpoint").String()
		promised[id] = append(promised[id], rec)
		for _, c := range rec.Source.Fields.Get("channels").Strings() {
			if !slices.Contains(channels, c) {
				channels = append(channels, c)
			}
		}
	}
	channels = p.channelOrder(channels)
	t := &Table{}
	if touchpoints := p.book.Types.Type("touchpoint"); touchpoints != nil {
		t.First = touchpoints.One.In(language)
		for _, c := range channels {
			t.Columns = append(t.Columns, p.word(c, language))
		}
		for _, touchpoint := range inOrder(p.book.ByType("touchpoint"), touchpoints, language) {
			if len(promised[touchpoint.ID]) > 0 {
				t.Rows = append(t.Rows, standardsRow(touchpoint, promised[touchpoint.ID], channels, language))
			}
		}
	}
	full.Table = t
}

func standardsRow(touchpoint *record.Record, standards []*record.Record, channels []string, language string) Row {
	row := Row{Link: linkTo(touchpoint, language)}
	for _, c := range channels {
		var cell Value
		for _, rec := range standards {
			if slices.Contains(rec.Source.Fields.Get("channels").Strings(), c) {
				l := linkTo(rec, language)
				cell.List = append(cell.List, Value{Link: &l})
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// channelOrder puts channels in the order of handbook.yaml, others after them.
func (p *planner) channelOrder(channels []string) []string {
	var out []string
	for _, c := range p.book.Config.Channels {
		if slices.Contains(channels, c) {
			out = append(out, c)
		}
	}
	slices.Sort(channels)
	for _, c := range channels {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// word returns what readers see in place of a value of an open list.
func (p *planner) word(value, language string) string {
	if w, ok := p.book.Config.Words[value]; ok {
		return w.In(language)
	}
	return value
}

// stages are the stages of a career, lowest first.
var stages = []string{"entry", "mid", "senior", "executive", "advisory"}

// careers lays out each ladder by stage. One post may stand on several
// ladders, and at another stage on each.
func (p *planner) careers(full *Page) {
	posts := map[string]map[string][]Post{} // ladder → stage
	var names []string
	for _, rec := range p.book.ByType("role") {
		r := p.readerOf(rec, full.Lang)
		field := rec.Type.Field("career")
		for _, n := range r.fields().Get("career").Elements() {
			ladder, stage := n.Get("ladder").String(), n.Get("stage").String()
			if posts[ladder] == nil {
				posts[ladder] = map[string][]Post{}
				names = append(names, ladder)
			}
			post := Post{Link: linkTo(rec, full.Lang)}
			if next, ok := r.value(partOf(field, "next"), n.Get("next")); ok {
				post.Next = next.List
			}
			post.Needs, _ = r.value(partOf(field, "needs"), n.Get("needs"))
			posts[ladder][stage] = append(posts[ladder][stage], post)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return lang.Compare(full.Lang)(p.word(a, full.Lang), p.word(b, full.Lang))
	})
	for _, name := range names {
		ladder := Ladder{Title: p.word(name, full.Lang), Anchor: name}
		for _, stage := range stages {
			if at := posts[name][stage]; len(at) > 0 {
				ladder.Stages = append(ladder.Stages, Stage{Title: p.stageWord(stage, full.Lang), Posts: at})
			}
		}
		full.Ladders = append(full.Ladders, ladder)
	}
}

// stageWord returns the schema's word for a stage.
func (p *planner) stageWord(stage, language string) string {
	if t := p.book.Types.Type("role"); t != nil {
		if f := partOf(t.Field("career"), "stage"); f != nil {
			if words, ok := wordOf(f.Values, stage); ok {
				return words.In(language)
			}
		}
	}
	return stage
}

// A Ladder is a way from post to post.
type Ladder struct {
	Title  string
	Anchor string
	Stages []Stage // lowest first, only those with posts
}

// A Stage is the posts of one height on a ladder.
type Stage struct {
	Title string
	Posts []Post
}

// A Post is a role on a ladder.
type Post struct {
	Link  Link
	Next  []Value // where it leads
	Needs Value   // what that takes
}
