package report

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/change"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/source"
)

// A Life is what there is to tell of one record on the handbook's day.
type Life struct {
	Book     *record.Handbook
	Graph    *link.Graph
	Findings diag.List // of the whole handbook
	Cards    *score.Cards
	Record   *record.Record
}

// reachSteps is how far a change is followed: beyond what depends on what
// changes, and what depends on that, nearly everything would be reached.
const reachSteps = 2

// The shape of a life, in words of one language. The order of the fields is
// the contract of the JSON form.
type (
	life struct {
		Version      int               `json:"version"`
		AsOf         string            `json:"as_of"`
		Record       string            `json:"record"`
		Type         string            `json:"type"`
		TypeName     string            `json:"type_name"`
		Title        string            `json:"title"`
		Summary      string            `json:"summary,omitempty"`
		Audience     []string          `json:"audience,omitempty"`
		File         string            `json:"file"`
		Standing     lifeStanding      `json:"standing"`
		Versions     []lifeVersion     `json:"versions"`
		Amendments   []lifeAmendment   `json:"amendments"`
		Review       *lifeReview       `json:"review,omitempty"`
		Reviews      []lifeEntry       `json:"reviews"` // all of them, the newest first
		Owner        *lifeOwner        `json:"owner,omitempty"`
		Translations []lifeTranslation `json:"translations"`
		Exceptions   []lifeException   `json:"exceptions"`
		ReferredBy   []lifeReference   `json:"referred_to_by"`
		Affected     []lifeReached     `json:"affected"`
		Scores       []lifeScore       `json:"scores"`
		Findings     []finding         `json:"findings"`
	}
	lifeStanding struct {
		Force record.Force `json:"force"`
		Since string       `json:"since,omitempty"`
		By    string       `json:"by,omitempty"`
		// ByVersion is that of By where it is another version of the record.
		ByVersion int `json:"by_version,omitempty"`
		Next      int `json:"next_version,omitempty"`
		// NextFrom is the day on which the next version takes effect; Last is the
		// last day of law in force that ends without one, EndedBy what ends it.
		NextFrom string `json:"next_from,omitempty"`
		Last     string `json:"last_day,omitempty"`
		EndedBy  string `json:"ended_by,omitempty"`
	}
	lifeVersion struct {
		Version    int          `json:"version"`
		Status     string       `json:"status"`
		Standing   record.Force `json:"standing"`
		ApprovedOn string       `json:"approved_on,omitempty"`
		ApprovedBy string       `json:"approved_by,omitempty"`
		First      string       `json:"first_day,omitempty"`
		Last       string       `json:"last_day,omitempty"`
		Note       string       `json:"note,omitempty"` // what it changes; of the first, what it says
		File       string       `json:"file"`
	}
	lifeAmendment struct {
		Field    string `json:"field"` // amends, supersedes, repeals
		Relation string `json:"relation"`
		From     string `json:"from"`
		Version  int    `json:"from_version"`
		To       string `json:"to"`
		Title    string `json:"title"` // of the other record
		Day      string `json:"day,omitempty"`
		Done     bool   `json:"done"` // it has taken effect
		Draft    bool   `json:"draft,omitempty"`
	}
	lifeReview struct {
		Every   string `json:"every"`
		On      string `json:"last,omitempty"`
		By      string `json:"by,omitempty"`
		Checked string `json:"checked,omitempty"`
		Outcome string `json:"outcome,omitempty"`
		Due     string `json:"due"`
		Overdue bool   `json:"overdue"`
	}
	lifeEntry struct {
		On      string `json:"on"`
		By      string `json:"by,omitempty"`
		Version int    `json:"of_version"`
		Outcome string `json:"outcome"`
		Checked string `json:"checked,omitempty"`
	}
	lifeOwner struct {
		ID     string `json:"id"`
		Title  string `json:"title,omitempty"`
		Vacant bool   `json:"vacant"`
		Deputy string `json:"deputy,omitempty"`
	}
	lifeTranslation struct {
		Language string `json:"language"`
		State    string `json:"state"` // binding, current, behind, missing
		Version  int    `json:"translates,omitempty"`
		File     string `json:"file,omitempty"`
	}
	lifeException struct {
		Record   string       `json:"record"`
		Title    string       `json:"title"`
		Of       string       `json:"of"`
		Instead  string       `json:"instead,omitempty"`
		Standing record.Force `json:"standing"`
		First    string       `json:"first_day,omitempty"`
		Last     string       `json:"last_day,omitempty"`
	}
	lifeReference struct {
		Relation string `json:"relation"`
		Record   string `json:"record"`
		Title    string `json:"title"`
		Item     string `json:"item,omitempty"`
		Field    string `json:"field,omitempty"`
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
	}
	lifeScore struct {
		Scorecard string `json:"scorecard"`
		Name      string `json:"scorecard_title"`
		Unit      string `json:"unit,omitempty"`
		score.DocumentRow
	}
	lifeReached struct {
		Record string   `json:"record"`
		Type   string   `json:"type"`
		Title  string   `json:"title"`
		Direct bool     `json:"direct"`
		Path   []string `json:"path"`

		arrows string // the path as people read it
	}
)

// LifeJSON writes a life for programs: one document on one line.
func LifeJSON(w io.Writer, l Life, o Options) error { return writeJSON(w, l.in(o.Lang)) }

// Private reports whether it names a record that is for some readers only.
func (l Life) Private() bool {
	some := len(l.Record.Audience()) > 0
	for _, e := range l.Graph.Incoming(l.Record.ID) {
		some = some || len(e.From.Audience()) > 0
	}
	for _, r := range l.Graph.Affected(l.Record.ID, reachSteps) {
		some = some || len(r.Record.Audience()) > 0
	}
	return some
}

// in tells the life in the words of a language.
func (l Life) in(language string) life {
	rec, text := l.Record, l.Record.In(language)
	return life{
		Version: 1, AsOf: l.Book.AsOf.String(), Record: rec.ID, Type: rec.Type.Name, TypeName: rec.Type.One.In(language),
		Title: text.Title, Summary: text.Summary, Audience: rec.Audience(), File: rec.Source.File.Name,
		Standing: l.standing(), Versions: l.versions(language), Amendments: l.amendments(language),
		Review: l.review(language), Reviews: l.reviews(language), Owner: l.owner(language), Translations: l.translations(),
		Exceptions: l.exceptions(language), ReferredBy: l.references(language), Affected: l.affected(language), Scores: l.scores(language), Findings: l.findings(language),
	}
}

func (l Life) standing() lifeStanding {
	s := l.Book.StandingOf(l.Record)
	out := lifeStanding{Force: s.Force, Since: dayText(s.Since)}
	if s.By != nil {
		out.By = s.By.ID
		if s.By.ID == l.Record.ID {
			out.ByVersion = s.By.Version
		}
	}
	if s.Next != nil {
		out.Next, out.NextFrom = s.Next.Version, dayText(s.Next.From)
	} else if days, ok := l.Book.DaysOf(l.Record); ok && s.Force == record.InForce {
		out.Last = dayText(days.Last)
		if days.By != nil {
			out.EndedBy = days.By.ID
		}
	}
	return out
}

func (l Life) versions(language string) []lifeVersion {
	out := []lifeVersion{}
	for _, v := range l.Record.Versions {
		text := v.In(language)
		line := lifeVersion{
			Version: v.Version, Status: l.Book.StatusOf(v), Standing: l.Book.StandingOf(v).Force,
			ApprovedOn: v.Source.Fields.Get("approved_on").String(), ApprovedBy: v.Source.Fields.Get("approved_by").String(),
			First: dayText(v.From), Last: dayText(v.Until), File: v.Source.File.Name,
			Note: cmp.Or(text.Fields.Get("change_note").String(), text.Summary),
		}
		if days, ok := l.Book.DaysOf(v); ok {
			line.Last = dayText(days.Last)
		}
		out = append(out, line)
	}
	return out
}

// changing are the fields by which one record changes or ends another.
var changing = []string{"amends", "supersedes", "repeals"}

// amendments are what the record does to others, then what they do to it, the
// earliest first.
func (l Life) amendments(language string) []lifeAmendment {
	var does, done []lifeAmendment
	for _, rec := range l.Book.Records {
		for _, v := range rec.Versions {
			for _, ref := range l.Book.Types.References(v.Type, v.Source.Fields) {
				field, _, _ := strings.Cut(strings.TrimPrefix(ref.Pointer, "/"), "/")
				mine := v.ID == l.Record.ID
				if !slices.Contains(changing, field) || !mine && ref.Target != l.Record.ID {
					continue
				}
				a := lifeAmendment{
					Field: field, From: v.ID, Version: v.Version, To: ref.Target, Day: dayText(v.From),
					Done: v.TakesEffect() && !l.Book.AsOf.Before(v.From), Draft: l.Book.StatusOf(v) == "draft",
				}
				if mine {
					a.Relation, a.Title = ref.Label.In(language), l.title(ref.Target, language)
					does = append(does, a)
					continue
				}
				a.Relation, a.Title = ref.Rule.Inverse.In(language), v.In(language).Title
				done = append(done, a)
			}
		}
	}
	byDay := func(a, b lifeAmendment) int { return cmp.Compare(a.Day, b.Day) }
	slices.SortStableFunc(does, byDay)
	slices.SortStableFunc(done, byDay)
	return append(append([]lifeAmendment{}, does...), done...)
}

func (l Life) title(id, language string) string {
	if rec := l.Book.Record(id); rec != nil {
		return rec.In(language).Title
	}
	return ""
}

// review tells of the record's reviews. Only law in force is reviewed.
func (l Life) review(language string) *lifeReview {
	r, ok := l.Book.ReviewOf(l.Record)
	if !ok || l.Book.StandingOf(l.Record).Force != record.InForce {
		return nil
	}
	return &lifeReview{
		Every: r.Every, On: dayText(r.On), By: r.By, Due: r.Due.String(), Overdue: l.Book.Overdue(r),
		Checked: checked(l.Record, r.Last, language), Outcome: r.Last.Get("outcome").String(),
	}
}

// reviews are all that were done, also of versions that are over.
func (l Life) reviews(language string) []lifeEntry {
	out := []lifeEntry{}
	for _, e := range change.Reviews(l.Book, l.Record) {
		line := lifeEntry{
			On: e.Day.String(), By: e.Role, Version: e.Record.Version,
			Outcome: cmp.Or(e.Entry.Get("outcome").String(), "confirmed"), Checked: checked(e.Record, e.Entry, language),
		}
		if named, ok := e.Entry.Get("version").Int(); ok {
			line.Version = named // it may not be kept
		}
		out = append(out, line)
	}
	return out
}

// checked returns what a review looked at: the words of the entry with the same
// key in the language, in any version's file, else its own.
func checked(rec *record.Record, entry *source.Node, language string) string {
	key := entry.Get("key").String()
	for _, v := range slices.Backward(rec.Versions) {
		log := v.In(language).Fields.Get("review").Get("log")
		if key == "" || log == nil {
			continue
		}
		for _, other := range log.Items {
			if other.Get("key").String() == key && other.Get("on").String() == entry.Get("on").String() {
				return other.Get("checked").String()
			}
		}
	}
	return entry.Get("checked").String()
}

func (l Life) owner(language string) *lifeOwner {
	id := l.Record.Source.Fields.Get("owner").String()
	if id == "" {
		return nil
	}
	o := due.OwnerCalled(l.Book, id)
	out := &lifeOwner{ID: id, Title: l.title(id, language), Vacant: o.Vacant}
	if o.Deputy != nil {
		out.Deputy = o.Deputy.ID
	}
	return out
}

func (l Life) translations() []lifeTranslation {
	out := []lifeTranslation{}
	for _, language := range l.Book.Config.Languages {
		t, text := lifeTranslation{Language: language}, l.Record.In(language)
		switch {
		case language == l.Record.Source.Lang:
			t.State, t.File = "binding", text.File.Name
		case !text.Translated():
			t.State = "missing"
		default:
			t.State, t.Version, t.File = "current", text.SourceVersion, text.File.Name
			if text.Stale {
				t.State = "behind"
			}
		}
		out = append(out, t)
	}
	return out
}

// exceptions are all that were ever granted, the earliest first.
func (l Life) exceptions(language string) []lifeException {
	out := []lifeException{}
	for _, rec := range l.Book.ByType("exception") {
		of := rec.Source.Fields.Get("of").String()
		if id, _, _ := strings.Cut(of, "#"); id != l.Record.ID {
			continue
		}
		text := rec.In(language)
		e := lifeException{
			Record: rec.ID, Title: text.Title, Of: of, Instead: text.Fields.Get("instead").String(),
			Standing: l.Book.StandingOf(rec).Force, First: dayText(rec.From), Last: dayText(rec.Until),
		}
		if days, ok := l.Book.DaysOf(rec); ok {
			e.Last = dayText(days.Last)
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b lifeException) int { return cmp.Compare(a.First, b.First) })
	return out
}

// references are what refers to the record, by relation; mentions in prose
// last.
func (l Life) references(language string) []lifeReference {
	out := []lifeReference{}
	for _, e := range l.Graph.Incoming(l.Record.ID) {
		at := placed(e.At)
		r := lifeReference{
			Relation: e.Inverse.In(language), Record: e.From.ID, Title: e.From.In(language).Title, Item: e.Item,
			Field: e.Pointer, File: at.File, Line: at.Start.Line, Column: at.Start.Column,
		}
		if e.Field != "" && r.Relation == "" {
			r.Relation = e.Label.In(language)
		}
		out = append(out, r)
	}
	compare := lang.Compare(language)
	slices.SortStableFunc(out, func(a, b lifeReference) int {
		if (a.Field == "") != (b.Field == "") {
			return cmp.Compare(b.Field, a.Field)
		}
		return compare(a.Relation, b.Relation)
	})
	return out
}

func (l Life) affected(language string) []lifeReached {
	out := []lifeReached{}
	for _, r := range l.Graph.Affected(l.Record.ID, reachSteps) {
		line := lifeReached{Record: r.Record.ID, Type: r.Record.Type.Name, Title: r.Record.In(language).Title, Direct: r.Direct()}
		for i, rec := range r.Path {
			line.Path = append(line.Path, rec.ID)
			switch {
			case i == 0:
			case i == 1 && r.Named:
				line.arrows += " ← "
			default:
				line.arrows += " → "
			}
			line.arrows += rec.ID
		}
		out = append(out, line)
	}
	return out
}

// scores are the record's rows on all scorecards.
func (l Life) scores(language string) []lifeScore {
	out := []lifeScore{}
	if l.Cards == nil {
		return out
	}
	for _, card := range l.Cards.Document(l.Book.AsOf.String(), language, l.Record.ID).Scorecards {
		for _, row := range card.Rows {
			out = append(out, lifeScore{Scorecard: card.ID, Name: card.Title, Unit: card.Unit, DocumentRow: row})
		}
	}
	return out
}

func (l Life) findings(language string) []finding {
	out := []finding{}
	for _, d := range l.about() {
		out = append(out, findingOf(d, language))
	}
	return out
}

// about returns the findings about the record and those in its files.
func (l Life) about() diag.List {
	own := map[string]bool{}
	for file, id := range l.Book.Owners {
		if id == l.Record.ID {
			own[path.Join(l.Book.Prefix, file)] = true
		}
	}
	var out diag.List
	for _, d := range l.Findings {
		if own[d.At.File] || d.Record == l.Record.ID {
			out = append(out, d)
		}
	}
	return out
}

func dayText(d lang.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
