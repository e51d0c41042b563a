package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
)

// The record types that the page is about, beside measure.ListeningType.
const (
	touchpointType = "touchpoint"
	insightType    = "insight"
)

// A Voice is what becomes of the voice of the customer: who goes back to
// customers and when, where nobody listens, who is asked how often, and what
// follows from what was heard.
type Voice struct {
	AsOf     Value
	Todo     []Todo // what waits for somebody; what comes to nought is left out
	Ledger   []LedgerRow
	Unheard  []Unheard // touchpoints without a listening post, key ones first
	Heard    bool      // there are touchpoints that have one
	Columns  SurveyLabels
	Surveys  []Survey
	Overlaps []Overlap
	Chains   []ChainGroup // those that lead nowhere first
}

// A Todo is a number of things that wait, in a word of the theme.
type Todo struct {
	Word   string
	N      int
	Anchor string // where they stand on the page
}

// A LedgerRow is what became of the cases of a listening post, or of all posts
// of a touchpoint.
type LedgerRow struct {
	Post                     Link // of All, the touchpoint
	All                      bool
	Force                    string // where the post is not in force
	Touchpoint               Link   // Title alone for the whole relation; none of All
	Key                      bool   // that is a key touchpoint
	ContactLimit, CloseLimit Value
	Tally                    Tally
	Why                      string // why there are no numbers
}

// An Unheard is a touchpoint where nobody listens.
type Unheard struct {
	Link  Link
	Key   bool
	Owner *Link
}

// voicePage lays out the page of the voice of the customer.
func (p *planner) voicePage(full *Page) {
	v := &Voice{AsOf: dayOf(p.book.AsOf, full.Lang)}
	posts := p.posts(full.Lang)
	v.Ledger = p.ledgerRows(posts, full.Lang)
	p.unheard(v, posts, full.Lang)
	p.surveys(v, posts, full.Lang)
	v.Overlaps = p.overlaps(posts, full.Lang)
	v.Chains = p.chains(full.Lang)
	v.Todo = p.todo(v, posts)
	full.Voice = v
}

// anyVoice reports whether anybody listens, or has understood anything.
func (p *planner) anyVoice() bool {
	return len(p.book.ByType(measure.ListeningType))+len(p.book.ByType(insightType)) > 0
}

// voiceType returns the type whose index leads to the page.
func (p *planner) voiceType() string {
	if len(p.book.ByType(measure.ListeningType)) > 0 {
		return measure.ListeningType
	}
	return insightType
}

// posts returns the listening posts: first those of the whole relation, then by
// touchpoint, in the order in which a customer comes to these.
func (p *planner) posts(language string) []*record.Record {
	place := map[string]int{}
	for i, t := range p.touchpoints(language) {
		place[t.ID] = i + 1
	}
	out := slices.Clone(p.book.ByType(measure.ListeningType))
	slices.SortStableFunc(out, func(a, b *record.Record) int { return place[touchpointOf(a)] - place[touchpointOf(b)] })
	return out
}

// touchpoints returns them in the order of their index.
func (p *planner) touchpoints(language string) []*record.Record {
	t := p.book.Types.Type(touchpointType)
	if t == nil {
		return nil
	}
	return inOrder(p.book.ByType(touchpointType), t, language)
}

// touchpointOf returns the id of the touchpoint that a post asks about; "" for
// the whole relation.
func touchpointOf(post *record.Record) string { return post.Source.Fields.Get("touchpoint").String() }

// ledgerRows lists what became of the cases of every post. Where several posts of a
// touchpoint have some, they are also added up. A post that does not ask today
// and never counted has no row.
func (p *planner) ledgerRows(posts []*record.Record, language string) []LedgerRow {
	var out []LedgerRow
	counted := 0 // posts with numbers of the touchpoint at hand
	for i, post := range posts {
		if row := p.ledgerRow(post, language); row.Why == "" || row.Force == "" {
			out = append(out, row)
			if row.Why == "" {
				counted++
			}
		}
		id := touchpointOf(post)
		if i+1 < len(posts) && touchpointOf(posts[i+1]) == id {
			continue
		}
		if to := p.book.Record(id); to != nil && counted > 1 {
			all := LedgerRow{Post: linkTo(to, language), All: true, Tally: tallied(p.measures.Touchpoints[id], language)}
			all.Post.Fragment = "page:loop"
			out = append(out, all)
		}
		counted = 0
	}
	return out
}

func (p *planner) ledgerRow(post *record.Record, language string) LedgerRow {
	r := p.readerOf(post, language)
	row := LedgerRow{
		Post: linkTo(post, language), Force: p.forceShown(post),
		ContactLimit: r.said("first_contact_within"), CloseLimit: r.said("close_within"),
	}
	if to := p.book.Record(touchpointOf(post)); to != nil {
		row.Touchpoint, row.Key = linkTo(to, language), isKey(to)
	} else if post.Source.Fields.Get("whole_relation").True() {
		row.Touchpoint.Title = label(post.Type.Field("whole_relation"), language)
	}
	row.Why = p.uncounted(post)
	if row.Why == "" {
		row.Tally, row.Post.Fragment = tallied(p.measures.Loops[post.ID].Tally, language), "page:loop"
	}
	return row
}

// uncounted says why there are no numbers of a post; "" where there are.
func (p *planner) uncounted(post *record.Record) string {
	switch {
	case post.Source.Fields.Get("anonymous").True():
		return "anonymous"
	case p.measures == nil || p.measures.Loops[post.ID] == nil:
		return "no-cases"
	}
	return string(p.measures.Loops[post.ID].Reason)
}

func isKey(touchpoint *record.Record) bool { return touchpoint.Source.Fields.Get("key").True() }

// unheard lists the touchpoints where nobody listens today.
func (p *planner) unheard(v *Voice, posts []*record.Record, language string) {
	heard := map[string]bool{}
	for _, post := range posts {
		if p.forceShown(post) == "" {
			heard[touchpointOf(post)] = true
		}
	}
	for _, rec := range p.touchpoints(language) {
		if p.forceShown(rec) != "" {
			continue
		}
		if heard[rec.ID] {
			v.Heard = true
			continue
		}
		v.Unheard = append(v.Unheard, Unheard{
			Link: linkTo(rec, language), Key: isKey(rec), Owner: p.roleLink(rec.Source.Fields.Get("owner").String(), language),
		})
	}
	slices.SortStableFunc(v.Unheard, func(a, b Unheard) int {
		switch {
		case a.Key == b.Key:
			return 0
		case a.Key:
			return -1
		}
		return 1
	})
}

// todo counts what waits for somebody.
func (p *planner) todo(v *Voice, posts []*record.Record) []Todo {
	var overdue, uncontacted, unfiled, unheard int
	for _, post := range posts {
		f := post.Source.Fields
		switch p.uncounted(post) {
		case "":
			loop := p.measures.Loops[post.ID]
			overdue, uncontacted = overdue+loop.Close.Overdue, uncontacted+loop.Contact.Overdue
		case "no-cases": // who promises nothing need not keep count
			if p.forceShown(post) == "" && (f.Get("close_within") != nil || f.Get("first_contact_within") != nil) {
				unfiled++
			}
		}
	}
	for _, t := range v.Unheard {
		if t.Key {
			unheard++
		}
	}
	all := []Todo{
		{"voice.todo.overdue", overdue, "voice:ledger"}, {"voice.todo.contact", uncontacted, "voice:ledger"},
		{"voice.todo.unheard", unheard, "voice:unheard"},
		{"voice.todo.nowhere", chained(v.Chains, chainNowhere), "voice:chain"},
		{"voice.todo.untold", chained(v.Chains, chainUntold), "voice:chain"},
		{"voice.todo.overlap", len(v.Overlaps), "voice:surveys"},
		{"voice.todo.unfiled", unfiled, "voice:ledger"},
	}
	return slices.DeleteFunc(all, func(t Todo) bool { return t.N == 0 })
}
