// Package due says what lapses or begins, when, and whose it is.
//
// In: a Handbook with its day.
// Out: Items by day, and findings about law in force that is past its review.
//
// Everything here follows from the calendar, so its findings are timed: they
// warn and never block.
package due

import (
	"cmp"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// A Kind is what happens on a day.
type Kind string

// The kinds of Item.
const (
	Review Kind = "review" // it is to be confirmed by then
	Begins Kind = "begins" // it comes into force
	Ends   Kind = "ends"   // its last day of force
)

// An Item is something that happens to a record on a day.
type Item struct {
	Kind    Kind
	Record  *record.Record // the version that it happens to
	Owner   string         // id of the role that answers for it; "" where nobody does
	Day     lang.Date
	Overdue bool
	Review  record.Review // of a review
}

// List returns everything that is due, the earliest first: reviews of law in
// force, whenever they are, and what begins or ends from the handbook's day on.
func List(book *record.Handbook) []Item {
	var out []Item
	for _, rec := range book.Records {
		standing := book.StandingOf(rec)
		if review, ok := book.ReviewOf(rec); ok && standing.Force == record.InForce {
			out = append(out, Item{Review, rec, ownerOf(rec), review.Due, book.Overdue(review), review})
		}
		for _, v := range rec.Versions {
			if v.Status == "approved" && book.AsOf.Before(v.From) {
				out = append(out, Item{Kind: Begins, Record: v, Owner: ownerOf(v), Day: v.From})
			}
		}
		if last := rec.LastDay(); standing.Force == record.InForce && !last.IsZero() && !last.Before(book.AsOf) {
			out = append(out, Item{Kind: Ends, Record: rec, Owner: ownerOf(rec), Day: last})
		}
	}
	slices.SortStableFunc(out, func(a, b Item) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Record.ID, b.Record.ID), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}

// ownerOf returns who answers for a record: its owner; of a role, whom it
// reports to, else the role itself.
func ownerOf(rec *record.Record) string {
	fields := rec.Source.Fields
	if id := fields.Get("owner").String(); id != "" {
		return id
	}
	if rec.Type.Name == "role" {
		return cmp.Or(fields.Get("reports_to").String(), rec.ID)
	}
	return ""
}

// Findings reports law in force whose review is past its day.
func Findings(book *record.Handbook) diag.List {
	var out diag.List
	for _, item := range List(book) {
		if item.Kind != Review || !item.Overdue {
			continue
		}
		at := item.Review.Place.At
		if item.Review.Last != nil {
			if on := item.Review.Last.Get("on"); on != nil {
				at = on.At
			}
		}
		d := diag.New(diag.ReviewOverdue, at, "due", item.Day.String(), "owner", cmp.Or(item.Owner, "–"))
		out = append(out, d.For(item.Record.ID, "/review"))
	}
	return out
}
