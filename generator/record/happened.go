package record

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/source"
)

// happened returns front matter as it could be on a day. A list whose entries
// say who did something, and on which day, such as a log of reviews, is a
// record of what was done: what is dated later has not happened. Nor has an
// approval. Files keep all of it, for what is found in them depends on no day.
func happened(front *source.Node, day lang.Date) *source.Node {
	if day.Before(dayOf(front.Get("approved_on").String())) {
		bare := *front
		bare.Fields = slices.DeleteFunc(slices.Clone(front.Fields), func(f source.Field) bool {
			return f.Key == "approved_on" || f.Key == "approved_by"
		})
		front = &bare
	}
	out := front
	for _, f := range front.Fields {
		switch value := f.Value; value.Kind {
		case source.List:
			f.Value = done(value, day)
		case source.Map:
			for _, part := range value.Fields {
				if list := done(part.Value, day); list != part.Value {
					part.Value = list
					f.Value = f.Value.With(part)
				}
			}
		}
		if f.Value != front.Get(f.Key) {
			out = out.With(f)
		}
	}
	return out
}

// done returns a list without the entries that are dated after the day, or
// what it was given where there are none.
func done(list *source.Node, day lang.Date) *source.Node {
	later := func(entry *source.Node) bool {
		return entry.Get("by") != nil && day.Before(dayOf(entry.Get("on").String()))
	}
	if list.Kind != source.List || !slices.ContainsFunc(list.Items, later) {
		return list
	}
	return list.WithItems(slices.DeleteFunc(slices.Clone(list.Items), later))
}
