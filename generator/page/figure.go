package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/lang"
)

// A Figure is a picture of numbers: what it shows, the drawing, what its marks
// mean, and the same numbers as a table. One of Radar, Quadrant, Trend, Bars and
// HeatMap is there, or Missing says why none is.
//
// Figures are made by DrawRadar, DrawQuadrant, DrawTrend, DrawBars and
// DrawHeatMap, from plain numbers and labels; a page only hands them to the
// theme's component "figure".
type Figure struct {
	Picture
	Missing string // a word of the theme: why nothing is drawn
	// About is a word of the theme that says what is drawn to those who do not
	// see it, of Count things, of which Low is the lowest and High the highest.
	About     string
	Count     int
	Low, High string
	Key       []Mark
	Names     []Named // what labels in the drawing stand for
	Left      int     // how many things are not drawn, for want of room
	Numbers   Numbers
	Tabled    bool // the page has the numbers in a table of its own, close to it

	Radar    *chart.Radar
	Quadrant *chart.Quadrant
	Trend    *chart.Trend
	Bars     *chart.Bars
	HeatMap  *chart.HeatMap
}

// A Picture is what the maker of any figure says about it.
type Picture struct {
	Anchor string // unique on its page, letters and hyphens: levels
	Word   string // of the theme: what it shows; it may have {{.title}} in it
	Title  string
	Lang   string // of the labels, where it is not the page's
	// First heads the table's first column, and names what the drawing is made
	// of.
	First Said
}

// Said is a text, or a word of the theme where there is none.
type Said struct {
	Text string
	Word string
}

// A Mark explains a shape of a drawing.
type Mark struct {
	Shape string // of which the theme draws a sample
	Said
	When string // a day or a time that it is of, or the unit
}

// Named says what a label in a drawing stands for.
type Named struct {
	Label, Name string
	Link        *Link // where it can be read; nil for nowhere
}

// numbered names things by their numbers, from 1.
func numbered(names []string) []Named {
	var out []Named
	for i, n := range names {
		out = append(out, Named{Label: strconv.Itoa(i + 1), Name: n})
	}
	return out
}

// Numbers are a figure's numbers as a table. Each row's Cells go with the Heads
// after the first.
type Numbers struct {
	Heads []Said
	Rows  []NumberRow
}

// A NumberRow is what a table says of one thing.
type NumberRow struct {
	Name  string
	Cells []Said
}

// undrawn are the words for why nothing is drawn.
var undrawn = map[chart.Reason]string{
	chart.Empty:      "chart.missing.empty",
	chart.TooFew:     "chart.missing.few",
	chart.TooMany:    "chart.missing.many",
	chart.NotANumber: "chart.missing.number",
	chart.OutOfRange: "chart.missing.range",
	chart.Negative:   "chart.missing.negative",
}

// newFigure begins a figure with what all of them have.
func newFigure(about Picture, reason chart.Reason) *Figure {
	f := &Figure{Picture: about, Missing: undrawn[reason]}
	f.Numbers.Heads = []Said{about.First}
	return f
}

// A speaker writes numbers as a language does.
type speaker struct {
	lang     string
	decimals int
}

// number rounds halves away from zero, as everything that is shown.
func (s speaker) number(n chart.Number) string {
	return figure(n.Value, s.decimals, s.lang)
}

// cell is a number in a table; one that is missing, or none, is said to be.
func (s speaker) cell(n chart.Number) Said {
	if !n.Known || !n.Sound() {
		return Said{Word: "chart.unknown"}
	}
	return Said{Text: s.number(n)}
}

// mostNamed is how many equal things are named.
const mostNamed = 5

// extremes names the lowest and the highest of named numbers, with their
// values; of many equal ones the first few.
func (s speaker) extremes(names []string, numbers []chart.Number) (low, high string) {
	var known []chart.Number
	for _, n := range numbers {
		if n.Known {
			known = append(known, n)
		}
	}
	if len(known) == 0 {
		return "", ""
	}
	by := func(a, b chart.Number) int { return cmp.Compare(a.Value, b.Value) }
	say := func(n chart.Number) string {
		var equal []string
		for i, name := range names {
			if numbers[i] == n {
				equal = append(equal, name)
			}
		}
		if len(equal) > mostNamed {
			equal = append(equal[:mostNamed], "…")
		}
		return strings.Join(equal, ", ") + " (" + s.number(n) + ")"
	}
	return say(slices.MinFunc(known, by)), say(slices.MaxFunc(known, by))
}

// A RadarData is what a radar is drawn from.
type RadarData struct {
	Picture
	Levels int // the highest level; the lowest is 1
	Axes   []chart.Axis
	// Now, Before and Target say of what day the series are, in words.
	Now, Before, Target string
	Series              Said // what the first series is called; nothing for "now"
	Decimals            int
}

// DrawRadar draws how far something got in several directions: now, before and
// as it should be. A series of which nothing is known is left out.
func DrawRadar(language string, d RadarData) *Figure {
	radar := chart.NewRadar(d.Levels, d.Axes)
	f, s := newFigure(d.Picture, radar.Reason), speaker{language, d.Decimals}
	if d.Series == (Said{}) {
		d.Series.Word = "chart.now"
	}
	all := []struct {
		said        Said
		when, shape string
		of          func(chart.Axis) chart.Number
	}{
		{d.Series, d.Now, "now", func(a chart.Axis) chart.Number { return a.Now }},
		{Said{Word: "chart.before"}, d.Before, "before", func(a chart.Axis) chart.Number { return a.Before }},
		{Said{Word: "chart.target"}, d.Target, "target", func(a chart.Axis) chart.Number { return a.Target }},
	}
	f.Numbers.Rows = make([]NumberRow, len(d.Axes))
	for i, a := range d.Axes {
		f.Numbers.Rows[i].Name = a.Label
	}
	for _, one := range all {
		if !slices.ContainsFunc(d.Axes, func(a chart.Axis) bool { return one.of(a).Known }) {
			continue
		}
		f.Key = append(f.Key, Mark{one.shape, one.said, one.when})
		f.Numbers.Heads = append(f.Numbers.Heads, one.said)
		for i, a := range d.Axes {
			f.Numbers.Rows[i].Cells = append(f.Numbers.Rows[i].Cells, s.cell(one.of(a)))
		}
	}
	if radar.Reason != "" {
		return f
	}
	f.Radar, f.About, f.Count = &radar, "chart.about.radar", len(d.Axes)
	var names []string
	var now []chart.Number
	for _, a := range d.Axes {
		names, now = append(names, a.Label), append(now, a.Now)
	}
	f.Low, f.High = s.extremes(names, now)
	if f.Low == "" {
		f.About = "chart.about.radar.targets"
	}
	if radar.Keyed {
		f.Names = numbered(names)
	}
	return f
}

// A TrendData is what a trend is drawn from.
type TrendData struct {
	Picture
	Periods []TrendPeriod // in order of time
	// Unit goes with the table's first number column: points, %.
	Unit     string
	Decimals int
}

// A TrendPeriod is a period, with what it is called in full in the table.
type TrendPeriod struct {
	chart.Period
	Name string // as in the table; "" for the label
	N    int    // how many answers; 0 where nobody counted
	// Hidden says that the group is too small to be shown; nothing of it is
	// drawn or written.
	Hidden bool
}

// DrawTrend draws a value over time, with its interval and its target.
func DrawTrend(language string, d TrendData) *Figure {
	periods := make([]chart.Period, len(d.Periods))
	names, values := make([]string, len(d.Periods)), make([]chart.Number, len(d.Periods))
	for i, p := range d.Periods {
		periods[i] = p.Period
		if p.Hidden {
			periods[i] = chart.Period{Label: p.Label, Target: p.Target}
		}
		names[i], values[i] = cmp.Or(p.Name, p.Label), periods[i].Value
	}
	trend := chart.NewTrend(periods, func(v float64, decimals int) string { return lang.FormatNumber(language, v, decimals) })
	f, s := newFigure(d.Picture, trend.Reason), speaker{language, d.Decimals}
	f.trendNumbers(s, d, periods)
	if trend.Reason != "" {
		return f
	}
	f.Trend, f.About, f.Count = &trend, "chart.about.trend", len(periods)
	f.Low, f.High = s.extremes(names, values)
	f.Key = []Mark{{Shape: "value", Said: Said{Word: "chart.value"}, When: d.Unit}}
	if anyPeriod(periods, func(p chart.Period) bool { return p.Value.Known && p.Low.Known && p.High.Known }) {
		f.Key = append(f.Key, Mark{Shape: "interval", Said: Said{Word: "chart.interval"}})
	}
	if anyPeriod(periods, func(p chart.Period) bool { return p.Value.Known && p.Few }) {
		f.Key = append(f.Key, Mark{Shape: "few", Said: Said{Word: "chart.few"}})
	}
	if trend.Target != "" {
		f.Key = append(f.Key, Mark{Shape: "aim", Said: Said{Word: "chart.target"}})
	}
	return f
}

// trendNumbers makes the table of a trend; columns in which nothing would stand
// are left out.
func (f *Figure) trendNumbers(s speaker, d TrendData, periods []chart.Period) {
	interval := anyPeriod(periods, func(p chart.Period) bool { return p.Low.Known && p.High.Known })
	target := anyPeriod(periods, func(p chart.Period) bool { return p.Target.Known })
	counted := slices.ContainsFunc(d.Periods, func(p TrendPeriod) bool { return p.N > 0 && !p.Hidden })
	column := func(there bool, head Said, cell func(i int) Said) {
		if !there {
			return
		}
		f.Numbers.Heads = append(f.Numbers.Heads, head)
		for i := range periods {
			f.Numbers.Rows[i].Cells = append(f.Numbers.Rows[i].Cells, cell(i))
		}
	}
	for _, p := range d.Periods {
		f.Numbers.Rows = append(f.Numbers.Rows, NumberRow{Name: cmp.Or(p.Name, p.Label)})
	}
	column(true, Said{Text: d.Unit, Word: "chart.value"}, func(i int) Said {
		if d.Periods[i].Hidden {
			return Said{Word: "chart.hidden"}
		}
		return s.cell(periods[i].Value)
	})
	column(interval, Said{Word: "chart.interval"}, func(i int) Said {
		if p := periods[i]; p.Low.Known && p.High.Known && p.Low.Sound() && p.High.Sound() {
			return Said{Text: s.cell(p.Low).Text + " – " + s.cell(p.High).Text}
		}
		return Said{}
	})
	column(counted, Said{Word: "chart.n"}, func(i int) Said {
		if p := d.Periods[i]; p.N > 0 && !p.Hidden {
			return Said{Text: lang.FormatNumber(s.lang, float64(p.N), 0)}
		}
		return Said{}
	})
	column(target, Said{Word: "chart.target"}, func(i int) Said {
		if !periods[i].Target.Known {
			return Said{}
		}
		return s.cell(periods[i].Target)
	})
}

func anyPeriod(periods []chart.Period, is func(chart.Period) bool) bool {
	return slices.ContainsFunc(periods, is)
}
