package micro

import (
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// A Return is what an initiative costs and brings in one currency. Currencies
// are never added up.
type Return struct {
	Currency      string
	Period        string // of what comes again: P12M; "" where nothing does
	Cost, Benefit float64
	Ratio         Figure // (benefit − cost) / cost
	Months        Figure // until the cost is paid back
	Planned       bool   // some of the benefit is still to come
	Estimate      bool   // nobody confirmed some of the benefit

	costed, benefited bool // somebody wrote a cost, a benefit
}

// HasBenefit reports whether somebody wrote a benefit.
func (r Return) HasBenefit() bool { return r.benefited }

// returnsOf sums up an initiative's money by currency, in the order of their
// codes. What is dated after the handbook's day is left out.
func returnsOf(book *record.Handbook, rec *record.Record) []Return {
	list := rec.Source.Fields.Get("money")
	if list == nil {
		return nil
	}
	sums := map[string]*Return{}
	mixed := map[string]bool{}
	var order []string
	for _, n := range list.Items {
		amount, ok := number(n.Get("amount"))
		on, dated := dayOf(n.Get("on"))
		currency := n.Get("currency").String()
		if !ok || currency == "" || dated && book.AsOf.Before(on) {
			continue
		}
		r := sums[currency]
		if r == nil {
			r = &Return{Currency: currency}
			sums[currency] = r
			order = append(order, currency)
		}
		if period := n.Get("period").String(); period != "" {
			mixed[currency] = mixed[currency] || r.Period != "" && r.Period != period
			r.Period = period
		}
		if n.Get("what").String() == "cost" {
			r.Cost += amount
			r.costed = true
			continue
		}
		r.Benefit += amount
		r.benefited = true
		r.Planned = r.Planned || n.Get("planned").True()
		r.Estimate = r.Estimate || n.Get("confirmed_by") == nil
	}
	slices.Sort(order)
	var out []Return
	for _, currency := range order {
		r := sums[currency]
		r.settle(mixed[currency])
		out = append(out, *r)
	}
	return out
}

// settle computes the return and how long the cost takes to come back.
func (r *Return) settle(mixed bool) {
	why := Reason("")
	switch {
	case mixed:
		why = MixedPeriods
	case !r.costed || series.Compare(r.Cost, 0) == 0:
		why = NoCost
	case !r.benefited:
		why = NoBenefit
	}
	r.Ratio, r.Months = Figure{Reason: why}, Figure{Reason: why}
	if why != "" {
		return
	}
	r.Ratio.Value = (r.Benefit - r.Cost) / r.Cost
	if series.Compare(r.Benefit, 0) == 0 { // the cost never comes back
		r.Months.Reason = NoBenefit
		return
	}
	if months, ok := monthsOf(r.Period); ok {
		r.Months.Value = r.Cost / (r.Benefit / months)
	} else {
		r.Months.Reason = NoPeriod
	}
}

// monthsOf returns how many months a period has; days are counted as the
// calendar's mean.
func monthsOf(period string) (float64, bool) {
	from := lang.Date{Year: 2001, Month: 1, Day: 1}
	to, err := from.Add(period)
	if period == "" || err != nil || !from.Before(to) {
		return 0, false
	}
	if to.Day == 1 {
		return float64(12*(to.Year-from.Year) + int(to.Month-from.Month)), true
	}
	return float64(from.DaysTo(to)) * 12 / 365.25, true
}
