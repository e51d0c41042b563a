package page

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/micro"
)

// A Return is what an initiative costs and brings in, in one currency.
type Return struct {
	Currency, Cost, Benefit string
	Period                  string
	Ratio                   string
	Months                  string // until the cost is paid back
	Reason                  string // why there is no Ratio
	Planned, Estimate       bool
	Confirmed               []Confirmation
}

// A Confirmation says who stands by some of the amounts, and since when.
type Confirmation struct {
	By Value
	On Value
}

// money lays out what an initiative costs and brings in, with who confirmed it.
func (p *planner) money(out *Improved, i *micro.Initiative, r *reader) {
	out.Returns, out.OursMoney = returnsOf(i, r.lang), r.ours["money"]
	field, list := r.rec.Type.Field("money"), r.rec.Source.Fields.Get("money")
	if field == nil || field.Item == nil || list == nil {
		return
	}
	told := map[string]bool{}
	out.Itemized = true
	for _, n := range list.Items {
		what := n.Get("what").String() + n.Get("currency").String()
		at := slices.IndexFunc(out.Returns, func(m Return) bool { return m.Currency == n.Get("currency").String() })
		day, dated := lang.ParseDate(n.Get("on").String())
		if at < 0 || told[what] || dated == nil && r.book.AsOf.Before(day) {
			out.Itemized = false // several amounts were added, or one is of a day to come
			continue
		}
		told[what] = true
		c := Confirmation{}
		for _, f := range r.facts(field.Item.Fields, n) {
			switch f.Name {
			case "confirmed_by":
				c.By = f.Value
			case "on":
				c.On = f.Value
			}
		}
		if m := &out.Returns[at]; c.By.Link != nil && !slices.ContainsFunc(m.Confirmed, c.same) {
			m.Confirmed = append(m.Confirmed, c)
		}
	}
}

func (c Confirmation) same(other Confirmation) bool {
	return other.By.Link != nil && c.By.Link.Address == other.By.Link.Address && c.On.Machine == other.On.Machine
}

func returnsOf(i *micro.Initiative, language string) []Return {
	var out []Return
	for _, money := range i.Returns {
		out = append(out, returnOf(money, language))
	}
	return out
}

func returnOf(r micro.Return, language string) Return {
	out := Return{
		Currency: r.Currency,
		Reason:   string(r.Ratio.Reason), Planned: r.Planned, Estimate: r.Estimate,
	}
	if r.HasBenefit() {
		out.Benefit = plain(r.Benefit, language)
	}
	if r.Cost != 0 {
		out.Cost = plain(r.Cost, language)
	}
	if words, err := lang.FormatDuration(language, r.Period, false); err == nil && r.Period != "" {
		out.Period = words
	}
	if r.Ratio.Known() {
		out.Ratio = figure(r.Ratio.Value, 2, language)
	}
	if r.Months.Known() {
		out.Months = figure(r.Months.Value, 1, language)
	}
	return out
}
