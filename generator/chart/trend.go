package chart

// MostPeriods is how many periods a trend shows at most.
const MostPeriods = 120

// A Period is one value of a trend, in order of time.
type Period struct {
	Label     string
	Value     Number
	Low, High Number // the interval around the value
	Target    Number
	Few       bool // it rests on few answers
}

// A Trend is a value over time.
type Trend struct {
	View
	Reason Reason
	Plot   Box
	Ticks  []Tick
	// Zero is where the axis passes 0 inside the plot; nil where it does not.
	Zero   *Line
	Path   string // through the values; interrupted where one is missing
	Target string // in steps; interrupted where there is none
	Points []Sample
	Labels []Label // of periods, as many as there is room for
}

// A Tick is a value on the axis.
type Tick struct {
	Line  Line
	Label Label
}

// A Sample is a value as it is drawn.
type Sample struct {
	Point
	Few bool
	// Whisker is the interval: a line from its low end to its high end; nil
	// where there is none.
	Whisker *Whisker
}

// A Whisker is an interval with a brim at either end.
type Whisker struct{ Line, Low, High Line }

// Word writes a value with so many decimals, as its language does.
type Word func(value float64, decimals int) string

const (
	trendWidth  = 320.0
	trendHeight = 150.0
	brim        = 3.0 // half of what ends a whisker
)

// NewTrend draws a value over time.
func NewTrend(periods []Period, word Word) Trend {
	low, high, reason := extent(periods)
	if reason != "" {
		return Trend{Reason: reason}
	}
	values, decimals := ticks(low, high)
	var names []string
	for _, v := range values {
		names = append(names, word(v, decimals))
	}
	left := widest(names) + 8
	y := scale{values[0], values[len(values)-1], 8 + trendHeight, 8}
	plot := box(left, 8, trendWidth-left-12, trendHeight)
	out := Trend{Plot: plot}
	for i, v := range values {
		at := y.at(v)
		out.Ticks = append(out.Ticks, Tick{Line: straight(plot.X, at, plot.X+plot.Width, at), Label: one(names[i], "end", Point{left - 6, at})})
		if v == 0 && i > 0 && i < len(values)-1 {
			zero := straight(plot.X, at, plot.X+plot.Width, at)
			out.Zero = &zero
		}
	}
	step := plot.Width / float64(len(periods))
	x := func(i int) float64 { return plot.X + (float64(i)+0.5)*step }
	out.series(periods, x, y)
	out.targets(periods, scale{0, float64(len(periods)), plot.X, plot.X + plot.Width}, y)
	bottom := plot.Y + plot.Height
	out.Labels = periodLabels(periods, x, bottom+8)
	for _, l := range out.Labels {
		b := l.Box()
		bottom = max(bottom, b.Y+b.Height)
	}
	out.View = view(trendWidth, bottom+8)
	return out
}

// extent returns the lowest and the highest value that is drawn.
func extent(periods []Period) (low, high float64, reason Reason) {
	valued, first := false, true
	for _, p := range periods {
		valued = valued || p.Value.Known
		if !sound(p.Value, p.Low, p.High, p.Target) {
			return 0, 0, NotANumber
		}
		for _, n := range []Number{p.Value, p.Low, p.High, p.Target} {
			if !n.Known {
				continue
			}
			if first {
				low, high, first = n.Value, n.Value, false
			}
			low, high = min(low, n.Value), max(high, n.Value)
		}
	}
	switch {
	case !valued:
		return 0, 0, Empty
	case len(periods) > MostPeriods:
		return 0, 0, TooMany
	}
	return low, high, ""
}

func (t *Trend) series(periods []Period, x func(int) float64, y scale) {
	var p pen
	for i, period := range periods {
		if !period.Value.Known {
			p.lift()
			continue
		}
		s := Sample{Point: point(x(i), y.at(period.Value.Value)), Few: period.Few}
		p.to(s.Point)
		if period.Low.Known && period.High.Known {
			low, high := y.at(period.Low.Value), y.at(period.High.Value)
			s.Whisker = &Whisker{
				Line: straight(s.X, low, s.X, high),
				Low:  straight(s.X-brim, low, s.X+brim, low),
				High: straight(s.X-brim, high, s.X+brim, high),
			}
		}
		t.Points = append(t.Points, s)
	}
	t.Path = p.b.String()
}

// targets draws a target as long as it holds.
func (t *Trend) targets(periods []Period, x, y scale) {
	var p pen
	for i, period := range periods {
		if !period.Target.Known {
			p.lift()
			continue
		}
		at := y.at(period.Target.Value)
		if i == 0 || !p.down || periods[i-1].Target != period.Target {
			p.to(point(x.at(float64(i)), at))
		}
		if i == len(periods)-1 || periods[i+1].Target != period.Target {
			p.to(point(x.at(float64(i+1)), at))
		}
	}
	t.Target = p.b.String()
}

// periodLabels writes under the plot what the periods are called, counted from
// the last one: it is the one that is read first.
func periodLabels(periods []Period, x func(int) float64, top float64) []Label {
	for every := 1; ; every++ {
		room := (x(1)-x(0))*float64(every) - 6
		if every >= len(periods) {
			room = trendWidth / 2 // the last one alone
		}
		var out []Label
		fits := true
		for i := (len(periods) - 1) % every; i < len(periods); i += every {
			lines, ok := breakUp(periods[i].Label, room)
			l := stack(lines, "middle", Point{x(i), top})
			b := l.Box()
			if over := b.X + b.Width - trendWidth; over > 0 {
				l = nudge(l, -over)
			}
			fits = fits && ok && len(lines) <= 2 && l.Box().X >= 0
			out = append(out, l)
		}
		fits = fits && free(out)
		if fits {
			return out
		}
		if every >= len(periods) {
			return nil
		}
	}
}

// free reports whether there is some room between each label and the next.
func free(labels []Label) bool {
	for i := 1; i < len(labels); i++ {
		b := labels[i].Box()
		b.X -= 5
		if labels[i-1].Box().touches(b) {
			return false
		}
	}
	return true
}

// nudge moves a label to the side.
func nudge(l Label, dx float64) Label {
	out := Label{Anchor: l.Anchor}
	for _, t := range l.Lines {
		out.Lines = append(out.Lines, Text{X: round(t.X + dx), Y: t.Y, Text: t.Text})
	}
	return out
}
