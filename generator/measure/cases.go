package measure

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// kinds are those of cases, in the order in which they are shown.
var kinds = []string{"enquiry", "complaint", "claim", "opinion"}

// An entry is a case as it was read.
type entry struct {
	opened, contact, closed, informed lang.Date // zero: not yet
	reachable                         bool
	kind, topic                       string
}

// cases are those of one listening post.
type cases struct {
	post         string
	first, close *Limit // nil where there is none
	anonymous    bool
	plain        bool     // without parts: of employees, who are few
	topics       []string // in the order of the record
	entries      []entry
}

var caseColumns = []series.Column{
	{Name: "opened"}, {Name: "customer_informed"}, {Name: "first_contact", Optional: true}, {Name: "closed", Optional: true},
	{Name: "contactable", Optional: true}, {Name: "kind", Optional: true}, {Name: "topic", Optional: true}, {Name: "score", Optional: true},
}

// A caseReader reads the cases of one listening post.
type caseReader struct {
	*cases
	scale spec // of the post's metric
}

// readCases reads the cases of a listening post.
func readCases(book *record.Handbook, rec *record.Record, in series.Input) (*cases, diag.List) {
	f := rec.Source.Fields
	r := caseReader{cases: &cases{
		post: rec.ID, anonymous: f.Get("anonymous").True(), plain: f.Get("domain").String() == "ex", topics: f.Get("topics").Strings(),
	}}
	if l, ok := limitOf(f.Get("first_contact_within")); ok {
		r.first = &l
	}
	if l, ok := limitOf(f.Get("close_within")); ok {
		r.close = &l
	}
	if m := book.Record(f.Get("metric").String()); m != nil {
		r.scale = specOf(m)
	}
	in.Columns = caseColumns
	found := series.Read(in, r.row)
	return r.cases, found
}

// row takes a case in, if it can be read whole.
func (r *caseReader) row(row series.Row) {
	e := entry{reachable: true, kind: strings.Clone(row.Text("kind")), topic: strings.Clone(row.Text("topic"))}
	opened, ok := row.Day("opened")
	e.opened = opened
	for i, to := range []*lang.Date{&e.contact, &e.closed, &e.informed} {
		d, fine := r.day(row, []string{"first_contact", "closed", "customer_informed"}[i], opened)
		*to, ok = d, fine && ok
	}
	ok = r.answer(row, &e) && ok
	if e.kind != "" && !slices.Contains(kinds, e.kind) {
		row.Reject("kind", "case")
		ok = false
	}
	ok = r.topic(row, e.topic) && ok
	if row.Has("score") && r.scale.kind != "" {
		s := reader{table: &table{spec: r.scale}}
		s.score(row, row.Text("score"))
		ok = !s.unread && ok
	}
	if ok {
		r.entries = append(r.entries, e)
	}
}

// day reads a day that cannot be before the case was opened; none is not yet.
func (*caseReader) day(row series.Row, column string, opened lang.Date) (lang.Date, bool) {
	if !row.Has(column) {
		return lang.Date{}, true
	}
	d, ok := row.Day(column)
	if ok && !opened.IsZero() && d.Before(opened) {
		row.Report(diag.New(diag.CaseOrder, row.At(column), "date", d.String(), "opened", opened.String()))
		return d, false
	}
	return d, ok
}

// yesNo are the words for whether a customer may be contacted.
var yesNo = map[string]bool{
	"yes": true, "true": true, "1": true, "tak": true, "ano": true, "y": true,
	"no": false, "false": false, "0": false, "nie": false, "ne": false, "n": false,
}

// answer reads whether the customer may be contacted; where nothing is said,
// it is so.
func (r *caseReader) answer(row series.Row, e *entry) bool {
	if !row.Has("contactable") {
		return true
	}
	may, ok := yesNo[strings.ToLower(row.Text("contactable"))]
	if !ok {
		row.Reject("contactable", "answer")
	}
	e.reachable = may
	return ok
}

// topic reports a topic that is not on the post's list.
func (r *caseReader) topic(row series.Row, topic string) bool {
	if topic == "" || len(r.topics) == 0 || slices.Contains(r.topics, topic) {
		return true
	}
	d := diag.New(diag.UnknownTopic, row.At("topic"), "topic", topic, "topics", strings.Join(r.topics, ", "))
	if near, ok := nearest.Nearest(topic, r.topics); ok {
		d = d.Suggest("near", "suggestion", near)
	}
	row.Report(d)
	return false
}
