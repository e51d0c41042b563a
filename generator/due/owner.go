package due

import (
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
)

// An Owner is a role with what it has to see to, the soonest first.
type Owner struct {
	ID     string         // "" where nobody answers
	Role   *record.Record // nil where there is no such role
	Vacant bool
	Deputy *record.Record // of a vacant role: who stands in, if anybody
	Items  []Item
}

// Until returns of items in order what is overdue, and what falls between the handbook's day and
// another, both included. A review that would come due after the record's last
// day never does.
func Until(book *record.Handbook, all []Item, last lang.Date) []Item {
	var out []Item
	for _, item := range all {
		if last.Before(item.Day) {
			break // they come by day
		}
		if item.Kind == Review && !item.Overdue {
			if days, ok := book.DaysOf(item.Record); ok && !days.On(item.Day) {
				continue
			}
		}
		out = append(out, item)
	}
	return out
}

// ByOwner groups items by who answers for them: first those whose first item
// is soonest.
func ByOwner(book *record.Handbook, items []Item) []Owner {
	var out []Owner
	at := map[string]int{}
	for _, item := range items {
		i, ok := at[item.Owner]
		if !ok {
			i = len(out)
			at[item.Owner] = i
			out = append(out, OwnerCalled(book, item.Owner))
		}
		out[i].Items = append(out[i].Items, item)
	}
	return out
}

// OwnerCalled returns the owner with an id, without items.
func OwnerCalled(book *record.Handbook, id string) Owner {
	o := Owner{ID: id, Role: book.Record(id)}
	if o.Role != nil {
		o.Vacant = isVacant(o.Role)
		o.Deputy = StandIn(book, o.Role)
	}
	return o
}

// StandIn returns who stands in for a vacant role, or nil: a deputy that is
// vacant, too, or the role itself, is nobody.
func StandIn(book *record.Handbook, role *record.Record) *record.Record {
	deputy := book.Record(role.Source.Fields.Get("deputy").String())
	if !isVacant(role) || deputy == nil || deputy.ID == role.ID || isVacant(deputy) {
		return nil
	}
	return deputy
}

func isVacant(role *record.Record) bool { return role.Source.Fields.Get("vacant").True() }
