package page

import (
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/record"
)

// confirmed says what a reader must know to trust a page: who looked at it
// last, and when somebody will again.
func (p *planner) confirmed(rec *record.Record, language string) *Confirmed {
	review, ok := p.book.ReviewOf(rec)
	if !ok || p.book.StandingOf(rec).Force != record.InForce {
		return nil
	}
	out := &Confirmed{
		On: dayOf(review.On, language), By: p.roleLink(review.By, language),
		Due: dayOf(review.Due, language), Overdue: p.book.Overdue(review),
	}
	if review.Last != nil {
		out.Word = outcomeWords[rec.OutcomeOf(review.Last)].of
	}
	return out
}

// outcomeWords say what came of a review: of a record, and in a list.
var outcomeWords = map[record.Outcome]struct{ of, listed string }{
	record.Confirmed: {"review.confirmed", "reviews.confirmed"},
	record.ToAmend:   {"review.amended", "reviews.amended"},
	record.ToRetire:  {"review.retired", "reviews.retired"},
	record.Reviewed:  {"review.reviewed", "reviews.reviewed"},
}

// reviews lists all reviews of law in force, the most urgent first.
func (p *planner) reviews(full *Page) {
	language := full.Lang
	t := &Table{Words: []string{"reviews.due", "reviews.owner", "reviews.last", "reviews.by", "reviews.outcome"}}
	for _, item := range p.due {
		row := Row{Link: linkTo(item.Record, language), Cells: []Value{dayOf(item.Day, language), p.roleValue(item.Owner, language),
			dayOf(item.Review.On, language), p.roleValue(item.Review.By, language), {}}}
		if item.Review.Last != nil {
			row.Cells[4] = Value{Flag: outcomeWords[item.Record.OutcomeOf(item.Review.Last)].listed}
		}
		if item.Overdue {
			row.Force = "overdue"
		}
		t.Rows = append(t.Rows, row)
	}
	full.Table = t
}

// gatherReviews notes all reviews, whose they are, and who has a calendar,
// once for all pages.
func (p *planner) gatherReviews() {
	p.dueOf, p.calendars = map[string][]due.Item{}, map[string]bool{}
	for id := range due.Calendars(p.book, p.pending) {
		p.calendars[id] = true
	}
	for _, item := range p.pending {
		if item.Kind == due.Review {
			p.due = append(p.due, item)
			p.dueOf[item.Owner] = append(p.dueOf[item.Owner], item)
		}
	}
}

func (p *planner) roleValue(id, language string) Value { return Value{Link: p.roleLink(id, language)} }

// myReviews lists what a role has to confirm, the most urgent first.
func (p *planner) myReviews(id, language string) []Ask {
	var out []Ask
	for _, item := range p.dueOf[id] {
		ask := Ask{Link: linkTo(item.Record, language), Limit: dayOf(item.Day, language)}
		if item.Overdue {
			ask.Flag = "overdue"
		}
		out = append(out, ask)
	}
	return out
}
