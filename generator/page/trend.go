package page

import (
	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/measure"
)

// trend draws the periods of a metric that are over; nil where there are not two
// figures, of which a line could be made.
func (w wording) trend(of *Measured) *Figure {
	data := TrendData{
		Picture:  Picture{Anchor: "trend", Word: "chart.trend", First: Said{Word: "measured.period"}},
		Decimals: w.Decimals,
	}
	switch {
	case w.Percent:
		data.Unit = "%"
	case of.UnitLang == "":
		data.Unit = of.Unit
	}
	figures := 0
	for _, m := range w.Periods {
		if !m.Complete {
			continue // half a month is no month
		}
		p := TrendPeriod{Hidden: m.Reason == measure.SmallGroup || m.Reason == measure.Complement}
		p.Label = lang.FormatPeriod(w.language, m.First, m.Months)
		if m.Target != nil {
			p.Target = chart.Some(*m.Target)
		}
		if e := m.Estimate; e != nil {
			figures++
			p.Value, p.N, p.Few = chart.Some(e.Value), e.N, e.Few
			if e.Interval != nil {
				p.Low, p.High = chart.Some(e.Interval.Low), chart.Some(e.Interval.High)
			}
		}
		data.Periods = append(data.Periods, p)
	}
	if f := DrawTrend(w.language, data); f.Trend != nil && figures > 1 {
		f.Tabled = true
		return f
	}
	return nil
}
