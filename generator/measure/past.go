package measure

import "github.com/cxbook/cxbook/generator/lang"

// A Past is the cases of a listening post that are past a limit: the customer
// was to be contacted or told by now, and has not been.
type Past struct {
	Cases int
	Limit lang.Date // the last day by which the first of them was to be done
}

// past counts the judged cases that are past a limit.
func (c *cases) past(all []judged, calendar Calendar) Past {
	var out Past
	for _, j := range all {
		if !j.reachable || j.contact != overdue && j.close != overdue {
			continue
		}
		out.Cases++
		for _, clock := range []struct {
			state state
			limit *Limit
		}{{j.contact, c.first}, {j.close, c.close}} {
			if clock.state != overdue {
				continue
			}
			if last := calendar.Last(j.opened, *clock.limit); out.Limit.IsZero() || last.Before(out.Limit) {
				out.Limit = last
			}
		}
	}
	return out
}
