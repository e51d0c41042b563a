package due

import (
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/record"
)

// A Calendar is what a role has to do at which time.
type Calendar struct {
	Role *record.Record
	// Cadences are how often its tasks come, as the house practises them, the
	// most frequent first; what is done as needed is in no calendar.
	Cadences []string
	Items    []Item // the earliest first
}

// Cadences are the rhythms that a calendar knows, the most frequent first.
func Cadences() []string {
	return []string{"daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"}
}

// Calendars returns those of the roles in force that have something in them,
// by id: the tasks of the role, the reviews that it answers for, and the days
// on which law begins or ends that it owns or has something to do by.
func Calendars(book *record.Handbook, all []Item) map[string]Calendar {
	items := map[string][]Item{}
	for _, item := range all {
		for _, id := range concerned(book, item) {
			items[id] = append(items[id], item)
		}
	}
	out := map[string]Calendar{}
	for _, role := range book.ByType("role") {
		c := Calendar{Role: role, Cadences: practised(role), Items: items[role.ID]}
		if len(c.Cadences)+len(c.Items) > 0 && book.StandingOf(role).Force == record.InForce {
			out[role.ID] = c
		}
	}
	return out
}

// practised returns the rhythms of a role's tasks.
func practised(role *record.Record) []string {
	var out []string
	tasks := role.Source.Fields.Get("responsibilities").Elements()
	for _, cadence := range Cadences() {
		for _, task := range tasks {
			if slices.Contains(task.Get("practised").Strings(), cadence) {
				out = append(out, cadence)
				break
			}
		}
	}
	return out
}

// working are the fields in which law gives roles something to do.
var working = []string{"/duties/", "/decisions/", "/steps/", "/audience_roles/"}

// concerned returns the roles in whose calendars an item stands: who answers
// for it and, when law begins or ends, who works by it.
func concerned(book *record.Handbook, item Item) []string {
	out := []string{}
	if item.Owner != "" {
		out = append(out, item.Owner)
	}
	add := func(id string) {
		if rec := book.Record(id); rec != nil && rec.Type.Name == "role" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	switch {
	case item.Kind != Begins && item.Kind != Ends && item.Kind != Exception:
		return out // nobody works by it
	case item.Record.Type.Name == "exception":
		id, key, _ := strings.Cut(item.Record.Source.Fields.Get("of").String(), "#")
		if rule := book.Record(id); rule != nil {
			for _, duty := range rule.Source.Fields.Get("duties").Elements() {
				if duty.Get("key").String() == key {
					add(duty.Get("role").String())
				}
			}
		}
		return out
	}
	for _, ref := range book.Types.References(item.Record.Type, item.Record.Source.Fields) {
		if slices.ContainsFunc(working, func(field string) bool { return strings.HasPrefix(ref.Pointer, field) }) {
			add(ref.Target)
		}
	}
	return out
}
