package chart

// The most bars of a picture, and the most shares of a bar: so many patterns
// can be told apart.
const (
	MostBars   = 60
	MostShares = 6
)

// A Length is a bar: its name, and the shares that it is made of. A bar of one
// share is a plain one.
type Length struct {
	Label  string
	Shares []Number
	Value  string // what stands at its end
}

// Bars are lengths under each other, each beneath its name.
type Bars struct {
	View
	Reason Reason
	Rows   []Bar
}

// A Bar is a length as it is drawn.
type Bar struct {
	Label  Label
	Base   Line // where it begins
	Shares []Share
	Value  Label
	// Missing says that nothing is known of it: it has no length, not that of
	// 0.
	Missing bool
}

// A Share is a part of a bar.
type Share struct {
	Box
	Number int // among the shares of its bar, from 1
}

const (
	barsWidth = 320.0
	thick     = 14.0
)

// NewBars draws bars on a scale from 0 to full, or to the longest where that is
// longer or full is 0.
func NewBars(full float64, rows []Length) Bars {
	longest, reason := longest(full, rows)
	values := make([]string, len(rows))
	if reason != "" {
		return Bars{Reason: reason}
	}
	room := 0.0
	for i, r := range rows {
		values[i] = cut([]string{r.Value}, barsWidth/2)[0]
		room = max(room, Width(values[i])+6)
	}
	x := scale{0, longest, 1, barsWidth - room}
	if longest == 0 {
		x.to = 1
	}
	out, top := Bars{}, 2.0
	for i, r := range rows {
		lines, _ := breakUp(r.Label, barsWidth-2)
		lines = cut(lines, barsWidth-2)
		bar := Bar{Label: stack(lines, "start", Point{1, top}), Missing: true}
		top += tall(len(lines)) + 2
		bar.Base = straight(1, top-1, 1, top+thick+1)
		sum := 0.0
		for index, n := range r.Shares {
			if !n.Known {
				continue
			}
			from := x.at(sum)
			sum += n.Value
			bar.Missing = false
			if width := x.at(sum) - from; width > 0 {
				bar.Shares = append(bar.Shares, Share{Box: box(from, top, width, thick), Number: index + 1})
			}
		}
		bar.Value = one(values[i], "start", Point{x.at(sum) + 5, top + thick/2})
		out.Rows = append(out.Rows, bar)
		top += thick + 8
	}
	out.View = view(barsWidth, top)
	return out
}

func longest(full float64, rows []Length) (float64, Reason) {
	known, out := false, full
	if !sound(Some(full)) {
		return 0, NotANumber
	}
	for _, r := range rows {
		sum := 0.0
		for _, n := range r.Shares {
			switch {
			case !n.Known:
				continue
			case !sound(n):
				return 0, NotANumber
			case n.Value < 0:
				return 0, Negative
			}
			known = true
			sum += n.Value
		}
		if len(r.Shares) > MostShares {
			return 0, TooMany
		}
		out = max(out, sum)
	}
	switch {
	case !known:
		return 0, Empty
	case len(rows) > MostBars:
		return 0, TooMany
	case full < 0:
		return 0, Negative
	}
	return out, ""
}
