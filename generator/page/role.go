package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// Work is everything that is asked of a role: its page is the handbook of
// whoever holds it.
type Work struct {
	Title     string    // the label of the field: Responsibilities
	Cadences  []Cadence // from daily to as needed, only those with tasks
	Duties    []Group   // that policies give it
	Steps     []Group   // of procedures
	Decisions []Ask
	Trainings []Ask
	Reviews   []Ask // what it has to confirm, the most urgent first
	// Answers are the records that it owns, by type; Bodies those that it sits
	// in, Deputises the roles that it stands in for.
	Answers   []Relation
	Bodies    []Link
	Deputises []Link
	Vacant    bool
	Deputy    *Link  // of a vacant role: who stands in
	Calendar  string // address; "" where there is none
}

// A Cadence is how often tasks come: daily, weekly, …; "" for tasks of which
// the house has not said how often.
type Cadence struct {
	Key   string
	Title string // in the schema's words
	Tasks []Value
}

// A Group is what one policy or procedure asks.
type Group struct {
	Link Link
	Asks []Ask
}

// An Ask is one thing that is asked of a role, or left to it.
type Ask struct {
	Link    Link
	Number  int           // of a step
	Letters []duty.Letter // of a step
	Limit   Value         // how long it may take, or up to what it may decide
	With    []Link        // of a decision: those without whom it may not
	Decides *Link         // of a decision that another role takes with it
	Policy  *Link         // of a decision
	Flag    string        // of a training: required, offered
	Facts   []Fact        // of a training
	Remarks []Remark      // of a duty: exceptions to it
}

// cadences are how often a task may come, the most frequent first.
var cadences = append(due.Cadences(), "as-needed", "")

func (p *planner) work(r *reader) *Work {
	asked := p.duties.Role(r.rec.ID)
	w := &Work{
		Cadences:  r.cadences(),
		Bodies:    linksTo(asked.Bodies, r.lang),
		Deputises: linksTo(asked.Deputises, r.lang),
		Vacant:    r.rec.Source.Fields.Get("vacant").True(),
		Answers:   byType(asked.Answers, r.lang),
	}
	if deputy := due.StandIn(p.book, r.rec); deputy != nil {
		w.Deputy = p.roleLink(deputy.ID, r.lang)
	}
	if f := r.rec.Type.Field("responsibilities"); f != nil {
		w.Title = f.Label.In(r.lang)
	}
	for _, d := range asked.Duties {
		group := groupOf(&w.Duties, d.Policy, r.lang)
		group.Asks = append(group.Asks, p.dutyAsk(d, r.lang))
	}
	for _, part := range asked.Steps {
		group := groupOf(&w.Steps, part.Procedure.Record, r.lang)
		group.Asks = append(group.Asks, p.stepAsk(part, r.lang))
	}
	for _, d := range asked.Decisions {
		w.Decisions = append(w.Decisions, p.decisionAsk(d, r))
	}
	for _, t := range asked.Trainings {
		ask := p.trainingAsk(t, r.lang)
		ask.Facts = append(ask.Facts, Fact{Name: education.Field, Word: "trained", Value: p.completedBy(t, r.rec.ID, r.lang)})
		w.Trainings = append(w.Trainings, ask)
	}
	w.Reviews = p.myReviews(r.rec.ID, r.lang)
	if p.calendars[r.rec.ID] && !p.plan.Portable {
		w.Calendar = CalendarAddress(r.rec, r.lang)
	}
	return w
}

// cadences groups a role's tasks by how often the house does them. A task that
// comes in two rhythms stands under both.
func (r *reader) cadences() []Cadence {
	field := r.rec.Type.Field("responsibilities")
	if field == nil || field.Item == nil {
		return nil
	}
	practised := partOf(field, "practised")
	var out []Cadence
	for _, key := range cadences {
		c := Cadence{Key: key}
		if practised != nil && practised.Item != nil {
			if words, ok := wordOf(practised.Item.Values, key); ok {
				c.Title = words.In(r.lang)
			}
		}
		for _, n := range r.fields().Get("responsibilities").Elements() {
			how := n.Get("practised").Strings()
			if slices.Contains(how, key) || key == "" && len(how) == 0 {
				c.Tasks = append(c.Tasks, r.task(n, !seen(out, n)))
			}
		}
		if len(c.Tasks) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// seen reports whether a task stands under an earlier cadence already.
func seen(cadences []Cadence, n *source.Node) bool {
	anchor := anchorOf("responsibilities", n.Get("key").String())
	for _, c := range cadences {
		if slices.ContainsFunc(c.Tasks, func(v Value) bool { return v.Anchor == anchor }) {
			return true
		}
	}
	return false
}

// task lays out one responsibility; only its first place on the page has the
// anchor that references lead to.
func (r *reader) task(n *source.Node, first bool) Value {
	item := r.rec.Type.Field("responsibilities").Item
	v := Value{Facts: r.facts(item.Fields, n)}
	r.name(&v, item)
	v.Facts = slices.DeleteFunc(v.Facts, func(f Fact) bool { return f.Name == "practised" })
	if key := n.Get("key").String(); key != "" {
		v.Ours = r.ours[key]
		if first {
			v.Anchor = anchorOf("responsibilities", key)
		}
	}
	return v
}

func (p *planner) dutyAsk(d duty.Duty, language string) Ask {
	r := p.readerOf(d.Policy, language)
	ask := Ask{Link: r.itemLink(d.Key), Remarks: p.exceptionsTo(d.Policy.ID+"#"+d.Key, language)}
	if _, found := findItem(r.fields(), d.Policy.Type.Fields, d.Key); found.node != nil {
		ask.Limit, _ = r.value(partOf(d.Policy.Type.Field("duties"), "deadline"), found.node.Get("deadline"))
	}
	return ask
}

func (p *planner) stepAsk(part duty.Part, language string) Ask {
	r := p.readerOf(part.Procedure.Record, language)
	ask := Ask{Link: r.itemLink(part.Step.Key), Number: part.Step.Index + 1, Letters: part.Letters}
	if written := r.fields().Get("steps").Elements(); part.Step.Index < len(written) {
		ask.Limit, _ = r.value(partOf(r.rec.Type.Field("steps"), "within"), written[part.Step.Index].Get("within"))
	}
	return ask
}

func (p *planner) decisionAsk(d duty.Decision, role *reader) Ask {
	r := p.readerOf(d.Policy, role.lang)
	policy := linkTo(d.Policy, role.lang)
	ask := Ask{Link: r.itemLink(d.Key), Policy: &policy}
	if _, found := findItem(r.fields(), d.Policy.Type.Fields, d.Key); found.node != nil {
		ask.Limit, _ = r.value(partOf(d.Policy.Type.Field("decisions"), "limit"), found.node.Get("limit"))
	}
	if d.Decides != role.rec.ID {
		ask.Decides = p.roleLink(d.Decides, role.lang)
		return ask
	}
	for _, id := range d.Together {
		if l := p.roleLink(id, role.lang); l != nil {
			ask.With = append(ask.With, *l)
		}
	}
	return ask
}

func (p *planner) trainingAsk(training *record.Record, language string) Ask {
	r := p.readerOf(training, language)
	ask := Ask{Link: linkTo(training, language), Flag: "offered"}
	if training.Source.Fields.Get("required").True() {
		ask.Flag = "required"
	}
	for _, name := range []string{"due_after_start", "length", "valid_for"} {
		f := training.Type.Field(name)
		if f == nil {
			continue
		}
		if v, ok := r.value(f, r.fields().Get(name)); ok {
			ask.Facts = append(ask.Facts, Fact{Name: name, Label: f.Label.In(language), Value: v})
		}
	}
	return ask
}

// groupOf returns the group of a record, which is the last one or new.
func groupOf(groups *[]Group, rec *record.Record, language string) *Group {
	if n := len(*groups); n == 0 || (*groups)[n-1].Link.ID != rec.ID {
		*groups = append(*groups, Group{Link: linkTo(rec, language)})
	}
	return &(*groups)[len(*groups)-1]
}

func linksTo(records []*record.Record, language string) []Link {
	var out []Link
	for _, rec := range records {
		out = append(out, linkTo(rec, language))
	}
	return out
}

// byType groups records by their type, in the order in which types come.
func byType(records []*record.Record, language string) []Relation {
	var out []Relation
	for _, rec := range records {
		name := rec.Type.Many.In(language)
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, Relation{Name: name})
		}
		out[len(out)-1].Links = append(out[len(out)-1].Links, linkTo(rec, language))
	}
	return out
}

// contents lists what is asked of a role.
func (w *Work) contents() []Entry {
	if w == nil {
		return nil
	}
	var out []Entry
	if len(w.Cadences) > 0 {
		out = append(out, Entry{Level: 2, Title: w.Title, Anchor: "field:responsibilities"})
	}
	for _, part := range []struct {
		name string
		any  bool
	}{
		{"steps", len(w.Steps) > 0},
		{"duties", len(w.Duties) > 0},
		{"decisions", len(w.Decisions) > 0},
		{"trainings", len(w.Trainings) > 0},
		{"reviews", len(w.Reviews) > 0},
		{"answers", len(w.Answers)+len(w.Bodies)+len(w.Deputises) > 0},
	} {
		if part.any {
			out = append(out, Entry{Level: 2, Word: "work." + part.name, Anchor: "work:" + part.name})
		}
	}
	return out
}
