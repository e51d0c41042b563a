package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// An Agenda is what is overdue, and what comes up to a day.
type Agenda struct {
	Book   *record.Handbook
	Items  []due.Item // the earliest first
	Within string     // how long it looks ahead, as an ISO 8601 duration
	Until  lang.Date  // the last day that it looks at
}

// Overdue counts the items that are past their day.
func (a Agenda) Overdue() int {
	n := 0
	for _, item := range a.Items {
		if item.Overdue {
			n++
		}
	}
	return n
}

// Due writes an agenda for people: by owner, each item with its day, what
// happens to which record, and the place to change it; in the end a summary.
func Due(w io.Writer, a Agenda, o Options) error {
	var b strings.Builder
	i := inkOf(o.Color)
	wide := 0
	for _, item := range a.Items {
		wide = max(wide, utf8.RuneCountInString(happens(item, o.Lang)))
	}
	for _, owner := range due.ByOwner(a.Book, a.Items) {
		b.WriteString(i.place(ownerLine(owner, o.Lang)) + "\n")
		for _, item := range owner.Items {
			what := happens(item, o.Lang)
			pad := strings.Repeat(" ", wide-utf8.RuneCountInString(what))
			if item.Overdue {
				what = i.severity(diag.Warning, what)
			}
			fmt.Fprintf(&b, "  %s  %s%s  %s\n", item.Day, what, pad, recordLine(item, o.Lang))
			fmt.Fprintf(&b, "  %s  %s\n", strings.Repeat(" ", len("2026-11-24")), i.gutter(where(placed(item.At))))
		}
		b.WriteString("\n")
	}
	b.WriteString(dueSummary(a, o.Lang) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// ownerLine names a role, and says where nobody holds it.
func ownerLine(owner due.Owner, language string) string {
	if owner.ID == "" {
		return word("nobody", language)
	}
	line := diag.Printable(owner.ID)
	if owner.Role != nil {
		line += " " + diag.Printable(owner.Role.In(language).Title)
	}
	if owner.Vacant {
		line += ": " + word("vacant", language)
	}
	if owner.Deputy != nil {
		line += ", " + word("deputy", language) + " " + named(owner.Deputy, language)
	}
	return line
}

func named(rec *record.Record, language string) string {
	return rec.ID + " " + diag.Printable(rec.In(language).Title)
}

// happens says what falls on the day of an item.
func happens(item due.Item, language string) string {
	what := item.Kind.In(language)
	if item.Key != "" {
		what += ": " + diag.Printable(item.Key)
	}
	if item.N > 0 {
		what += ": " + strconv.Itoa(item.N)
	}
	if item.Overdue {
		what += ", " + word("overdue", language)
	}
	return what
}

// recordLine names the record of an item, which version of several it is, who
// brings its end about, and whose eyes it is for.
func recordLine(item due.Item, language string) string {
	line := named(item.Record, language)
	if len(item.Record.Versions) > 1 {
		line += fmt.Sprintf(", %s %d", word("version", language), item.Record.Version)
	}
	if item.By != nil {
		line += fmt.Sprintf(" (%s %s)", word("by", language), named(item.By, language))
	}
	return line + eyes(item.Record.Audience())
}

func dueSummary(a Agenda, language string) string {
	day := lang.FormatDate(language, a.Until)
	if len(a.Items) == 0 {
		return fmt.Sprintf(word("nothing-due", language), day)
	}
	return fmt.Sprintf(word("due", language), day, count(len(a.Items), "items", language), a.Overdue())
}

// The shape of the JSON agenda. The order of the fields is the contract.
type (
	agenda struct {
		Version int          `json:"version"`
		AsOf    string       `json:"as_of"`
		Within  string       `json:"within"`
		Until   string       `json:"until"`
		Items   []agendaItem `json:"items"`
		Summary struct {
			Items   int `json:"items"`
			Overdue int `json:"overdue"`
		} `json:"summary"`
	}
	agendaItem struct {
		Kind     due.Kind `json:"kind"`
		Record   string   `json:"record"`
		Version  int      `json:"version"`
		Key      string   `json:"key,omitempty"`   // of evidence: the competency
		N        int      `json:"count,omitempty"` // of a training: people; of cases: how many
		Title    string   `json:"title"`
		Owner    string   `json:"owner,omitempty"`
		OwnerIs  string   `json:"owner_title,omitempty"`
		Vacant   bool     `json:"owner_vacant,omitempty"`
		Deputy   string   `json:"deputy,omitempty"` // of an owner that is vacant
		Day      string   `json:"day"`
		Overdue  bool     `json:"overdue"`
		By       string   `json:"by,omitempty"`
		Audience []string `json:"audience,omitempty"`
		File     string   `json:"file"`
		Line     int      `json:"line"`
		Column   int      `json:"column"`
	}
)

// DueJSON writes an agenda for programs: one document on one line, the items
// by day.
func DueJSON(w io.Writer, a Agenda, o Options) error {
	doc := agenda{Version: 1, AsOf: a.Book.AsOf.String(), Within: a.Within, Until: a.Until.String(), Items: make([]agendaItem, 0, len(a.Items))}
	doc.Summary.Items, doc.Summary.Overdue = len(a.Items), a.Overdue()
	for _, item := range a.Items {
		doc.Items = append(doc.Items, a.itemOf(item, o.Lang))
	}
	return writeJSON(w, doc)
}

func (a Agenda) itemOf(item due.Item, language string) agendaItem {
	at, owner := placed(item.At), due.OwnerCalled(a.Book, item.Owner)
	out := agendaItem{
		Kind: item.Kind, Record: item.Record.ID, Version: item.Record.Version, Key: item.Key, N: item.N, Title: item.Record.In(language).Title,
		Owner: owner.ID, Vacant: owner.Vacant, Day: item.Day.String(), Overdue: item.Overdue, Audience: item.Record.Audience(),
		File: at.File, Line: at.Start.Line, Column: at.Start.Column,
	}
	if owner.Role != nil {
		out.OwnerIs = owner.Role.In(language).Title
	}
	if owner.Deputy != nil {
		out.Deputy = owner.Deputy.ID
	}
	if item.By != nil {
		out.By = item.By.ID
	}
	return out
}
