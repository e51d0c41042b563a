package page

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

// healthAddress is where the health of the handbook stands.
const healthAddress = "scorecards/health/"

// mostFound is how many findings the page lists: nobody reads more of them
// there, and cxbook check prints them all.
const mostFound = 500

// A Health is how the handbook itself is: first what needs somebody.
type Health struct {
	Address string
	Day     Value
	Needs   []Vital // the gravest first
	Fine    []Vital
	Found   []Found // the gravest first
	More    int     // how many are not listed
	Late    []Charge
	Soon    []Ahead
	Vacant  []Vacancy
	Unowned []Link
	Behind  []BehindText
	Across  *Link // to what is translated; nil where nothing is
	// Within is how many of All records in force are within their review, in
	// percent Share; All is 0 where none is ever reviewed.
	Within, All string
	Share       string
	Reviews     *Link // to all of them
	Cards       []CardHealth
}

// A Vital is one line of how the handbook is: so many things, in the theme's
// words, and where the page tells of them.
type Vital struct {
	Word string
	N    int
	Link Link
	Calm bool // nothing has to be done today
}

// A Found is a finding about a record, or about a file that is none.
type Found struct {
	Code   string
	Grade  string // error, warning, info
	Word   string // the same in the theme's words
	Text   string
	Hint   string
	Place  string // content/policies/a.pl.md:3:5
	Record *Link
	Rule   Link // what the check is for, and how to put it right
}

// A Charge is what one role has to see to.
type Charge struct {
	Owner  *Link // nil: nobody
	Vacant bool
	Deputy *Link // of a vacant role: who stands in
	Tasks  []Task
}

// A Task is something that is due.
type Task struct {
	Day  Value
	What string
	Of   *Link // of evidence: the competency
	N    int   // how many there are, where it is several
	Link Link
}

// Ahead is what is due in some stretch of days.
type Ahead struct {
	Word    string
	Charges []Charge
}

// A Vacancy is a role that nobody holds.
type Vacancy struct {
	Link   Link
	Deputy *Link
	Owns   int // how many records it answers for
}

// A BehindText is a translation that is behind its source.
type BehindText struct {
	Link Link
	Lang string // of the translation
}

// A CardHealth is how a scorecard stands as a whole.
type CardHealth struct {
	Link    Link
	Total   string
	Order   string // of Total, to sort by
	Level   string
	Reason  string // why there is no Total, where there should be one
	Rows    string
	Need    int // rows that fail a check or stand on the lowest level
	Unknown int // rows without a value
}

// healthPage says how the handbook itself is.
func (p *planner) healthPage(full *Page) { full.Health = p.health(full.Lang) }

func (p *planner) health(language string) *Health {
	h := &Health{Address: language + "/" + healthAddress, Day: dayOf(p.book.AsOf, language)}
	p.foundOn(h, language)
	p.dueOn(h, language)
	p.rolesOn(h, language)
	for _, rec := range p.book.Records {
		for _, l := range p.book.Config.Languages {
			if translationOf(rec, l) == behindSource {
				to := linkTo(rec, language)
				to.Address = recordAddress(rec, l)
				h.Behind = append(h.Behind, BehindText{Link: to, Lang: l})
			}
		}
	}
	if p.translated() {
		h.Across = &Link{Word: "translations", Address: language + "/translations/"}
	}
	late := p.reviewedOn(h, language)
	for _, c := range p.listed() {
		h.Cards = append(h.Cards, p.cardHealth(c, language))
	}
	slices.SortStableFunc(h.Cards, func(a, b CardHealth) int { return cmp.Compare(btoi(b.Need > 0), btoi(a.Need > 0)) })
	p.vitals(h, late)
	return h
}

// vitals sums up: what needs somebody, and what does not.
func (p *planner) vitals(h *Health, reviewsLate int) {
	grades := map[string]int{}
	for _, d := range p.plan.Findings {
		grades[string(d.Severity)]++
	}
	late, soon := 0, 0
	for _, c := range h.Late {
		late += len(c.Tasks)
	}
	for _, a := range h.Soon {
		for _, c := range a.Charges {
			if a.Word == aheads[0].word {
				soon += len(c.Tasks)
			}
		}
	}
	calm := false
	note := func(n int, need, fine, anchor string) {
		switch {
		case n > 0:
			h.Needs = append(h.Needs, Vital{Word: need, N: n, Link: Link{Address: h.Address, Fragment: anchor}, Calm: calm})
		case fine != "":
			h.Fine = append(h.Fine, Vital{Word: fine})
		}
	}
	note(grades["error"], "health.errors", "", "health:found")
	fine := "health.fine.warnings"
	if len(p.plan.Findings) == 0 {
		fine = "health.fine.found"
	}
	note(grades["warning"], "health.warnings", fine, "health:found")
	note(late, "health.late", "health.fine.late", "health:late")
	note(len(h.Vacant), "health.vacant", "health.fine.vacant", "health:vacant")
	note(len(h.Unowned), "health.unowned", "health.fine.unowned", "health:unowned")
	if h.Across != nil {
		note(len(h.Behind), "translation.behind.count", "health.fine.behind", "health:behind")
	}
	if h.All != "" && reviewsLate == 0 {
		h.Fine = append(h.Fine, Vital{Word: "health.fine.reviewed"})
	}
	calm = true
	note(grades["info"], "health.infos", "", "health:found")
	fine = ""
	if len(h.Soon) == 0 {
		fine = "health.fine.soon"
	}
	note(soon, "health.soon", fine, "health:soon")
}

// foundOn lists the findings, the gravest first, else in their order.
func (p *planner) foundOn(h *Health, language string) {
	grave := []diag.Severity{diag.Error, diag.Warning, diag.Info}
	list := slices.Clone(p.plan.Findings)
	slices.SortStableFunc(list, func(a, b diag.Diagnostic) int {
		return cmp.Compare(slices.Index(grave, a.Severity), slices.Index(grave, b.Severity))
	})
	if h.More = len(list) - mostFound; h.More > 0 {
		list = list[:mostFound]
	}
	h.More = max(h.More, 0)
	for _, d := range list {
		f := Found{
			Code: string(d.Code), Grade: string(d.Severity), Word: severities[d.Severity],
			Text: d.Text(language), Hint: d.HintText(language),
			Place: fmt.Sprintf("%s:%d:%d", d.At.File, max(d.At.Start.Line, 1), max(d.At.Start.Column, 1)),
			Rule:  Link{Title: string(d.Code), Address: language + "/checks/", Fragment: string(d.Code)},
		}
		if rec := p.book.Record(d.Record); rec != nil {
			to := linkTo(rec, language)
			f.Record = &to
		}
		h.Found = append(h.Found, f)
	}
}

// aheads are the stretches of days that the page looks ahead.
var aheads = []struct {
	word string
	time string
}{{"health.ahead.30", "P30D"}, {"health.ahead.60", "P60D"}, {"health.ahead.90", "P90D"}}

// dueOn lists what is overdue and what comes due, by whose it is.
func (p *planner) dueOn(h *Health, language string) {
	var late []due.Item
	rest := p.pending
	for _, ahead := range aheads {
		last, err := p.book.AsOf.Add(ahead.time)
		if err != nil {
			return // the end of days
		}
		var items []due.Item
		for _, item := range due.Until(p.book, rest, last) {
			if item.Overdue {
				late = append(late, item)
			} else {
				items = append(items, item)
			}
		}
		rest = slices.DeleteFunc(slices.Clone(rest), func(i due.Item) bool { return !last.Before(i.Day) })
		if len(items) > 0 {
			h.Soon = append(h.Soon, Ahead{Word: ahead.word, Charges: p.charges(items, language)})
		}
	}
	h.Late = p.charges(late, language)
}

func (p *planner) charges(items []due.Item, language string) []Charge {
	var out []Charge
	for _, owner := range due.ByOwner(p.book, items) {
		c := Charge{Owner: p.roleLink(owner.ID, language), Vacant: owner.Vacant}
		if owner.Deputy != nil {
			c.Deputy = p.roleLink(owner.Deputy.ID, language)
		}
		for _, item := range owner.Items {
			task := Task{Day: dayOf(item.Day, language), What: item.Kind.In(language), N: item.N, Link: linkTo(item.Record, language)}
			if model := p.book.Record(item.Record.Source.Fields.Get("model").String()); model != nil && item.Key != "" {
				of := competencyLink(model, item.Key, language)
				task.Of = &of
			}
			c.Tasks = append(c.Tasks, task)
		}
		out = append(out, c)
	}
	return out
}

// rolesOn lists the roles that nobody holds, and the records that could have an
// owner and have none.
func (p *planner) rolesOn(h *Health, language string) {
	for _, rec := range p.book.Records {
		if p.book.StandingOf(rec).Force != record.InForce {
			continue
		}
		f := rec.Type.Field("owner")
		if f != nil && !f.Required && rec.Source.Fields.Get("owner").String() == "" {
			h.Unowned = append(h.Unowned, linkTo(rec, language))
		}
		if rec.Type.Name != "role" || !rec.Source.Fields.Get("vacant").True() {
			continue
		}
		v := Vacancy{Link: linkTo(rec, language), Owns: len(p.duties.Role(rec.ID).Answers)}
		if deputy := due.StandIn(p.book, rec); deputy != nil {
			v.Deputy = p.roleLink(deputy.ID, language)
		}
		h.Vacant = append(h.Vacant, v)
	}
}

// reviewedOn says how much of what is in force is within its review, and
// returns how many records are not.
func (p *planner) reviewedOn(h *Health, language string) int {
	late := 0
	for _, item := range p.due {
		if item.Overdue {
			late++
		}
	}
	if all := len(p.due); all > 0 {
		h.Within, h.All = lang.FormatNumber(language, float64(all-late), 0), lang.FormatNumber(language, float64(all), 0)
		h.Share = percent(all-late, all, language)
		h.Reviews = &Link{Word: "reviews", Address: language + "/reviews/"}
	}
	return late
}

// cardHealth says how a scorecard stands as a whole.
func (p *planner) cardHealth(c *score.Card, language string) CardHealth {
	out := CardHealth{
		Link: p.cardLink(c, language), Total: shown(c.Value, c, language), Level: c.LevelName(c.Level, language),
		Rows: lang.FormatNumber(language, float64(len(c.Rows)), 0),
	}
	if c.Value != nil {
		out.Order = figure(*c.Value, 6, "en")
	} else if c.RollUp != "" && c.Reason != nil {
		out.Reason = c.Reason.In(language)
	}
	for _, row := range c.Rows {
		if row.Value == nil {
			out.Unknown++
		}
		if needy(c, row) {
			out.Need++
		}
	}
	return out
}

// needy reports whether a row fails a check or, where there are levels, has
// not left the lowest one.
func needy(c *score.Card, row *score.Row) bool {
	for _, check := range row.Checks {
		if check.Pass != nil && !*check.Pass {
			return true
		}
	}
	if row.Value == nil || len(c.Levels) < 2 || len(c.Checks) > 0 {
		return false
	}
	levels := slices.Clone(c.Levels)
	slices.SortFunc(levels, func(a, b score.LevelRule) int { return series.Compare(a.From, b.From) })
	return series.Compare(*row.Value, levels[1].From) < 0
}
