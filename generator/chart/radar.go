package chart

import (
	"math"
	"strconv"
)

// The least and the most axes of a radar: with fewer there is no area, with
// more nobody can tell them apart.
const (
	LeastAxes = 3
	MostAxes  = 12
	mostRings = 10
)

// An Axis is one direction of a radar: what is measured, and how far it got.
type Axis struct {
	Label               string
	Now, Before, Target Number
}

// A Radar is up to three series on axes that leave from one centre.
type Radar struct {
	View
	Reason Reason
	Centre Point
	Rings  []Ring // from the inside
	Axes   []Spoke
	// Keyed says that the labels are numbers, because names would run into
	// each other: the names stand beside the picture.
	Keyed               bool
	Now, Before, Target Trace
}

// A Ring is a level of a radar.
type Ring struct {
	Path  string
	Level string
	At    Point // where its number stands
}

// A Spoke is an axis as it is drawn.
type Spoke struct {
	Line  Line
	Label Label
}

// A Trace is a series: its line, interrupted where a value is missing, and a
// mark at each value.
type Trace struct {
	Path  string
	Whole bool // no value is missing: the line encloses an area
	Marks []Point
}

const (
	radarWidth = 360.0
	apart      = 8.0 // from the outermost ring to the labels
	markReach  = 6.0 // of a mark around its point
)

// NewRadar draws a radar on a scale from 0 at the centre to the highest level.
func NewRadar(levels int, axes []Axis) Radar {
	if reason := refuseRadar(levels, axes); reason != "" {
		return Radar{Reason: reason}
	}
	for _, radius := range []float64{104, 94, 86, 78, 72, 67} {
		if labels, ok := radarLabels(radius, axes); ok {
			return drawRadar(levels, radius, axes, labels)
		}
	}
	numbers := make([]Axis, len(axes))
	for i := range axes {
		numbers[i].Label = strconv.Itoa(i + 1)
	}
	labels, _ := radarLabels(110, numbers)
	out := drawRadar(levels, 110, axes, labels)
	out.Keyed = true
	return out
}

func refuseRadar(levels int, axes []Axis) Reason {
	known := false
	for _, a := range axes {
		for _, n := range []Number{a.Now, a.Before, a.Target} {
			switch {
			case !n.Known:
				continue
			case !sound(n):
				return NotANumber
			case n.Value < 0 || n.Value > float64(levels):
				return OutOfRange
			}
			known = true
		}
	}
	switch {
	case !known:
		return Empty
	case len(axes) < LeastAxes || levels < 1:
		return TooFew
	case len(axes) > MostAxes || levels > mostRings:
		return TooMany
	}
	return ""
}

// direction is where an axis points: the first up, the others clockwise.
func direction(i, of int) (x, y float64) {
	angle := 2 * math.Pi * float64(i) / float64(of)
	return math.Sin(angle), -math.Cos(angle)
}

// radarLabels writes the names around a circle, whose centre is at the middle
// of the view and at height 0. It is false where one does not fit, or runs into
// another.
func radarLabels(radius float64, axes []Axis) (labels []Label, fits bool) {
	fits = true
	var taken []Box
	for i, a := range axes {
		dx, dy := direction(i, len(axes))
		x, y := radarWidth/2+dx*(radius+apart), dy*(radius+apart)
		// a name above or below the centre stays between its neighbours
		beside, _ := direction(1, len(axes))
		anchor, room := "middle", min(160, 2*beside*(radius+apart)-6)
		switch {
		case dx > 0.05:
			anchor, room = "start", radarWidth-x-2
		case dx < -0.05:
			anchor, room = "end", x-2
		}
		lines, ok := breakUp(a.Label, room)
		height := tall(len(lines))
		label := stack(lines, anchor, Point{x, y + dy*height/2 - height/2})
		covered := label.Box()
		for _, t := range taken {
			ok = ok && !covered.touches(t)
		}
		fits = fits && ok && len(lines) <= 4
		labels, taken = append(labels, label), append(taken, covered)
	}
	return labels, fits
}

func drawRadar(levels int, radius float64, axes []Axis, labels []Label) Radar {
	top, bottom := 0.0, 0.0
	for i, l := range labels {
		_, dy := direction(i, len(axes))
		top, bottom = min(top, dy*radius-markReach), max(bottom, dy*radius+markReach)
		if b := l.Box(); len(l.Lines) > 0 {
			top, bottom = min(top, b.Y), max(bottom, b.Y+b.Height)
		}
	}
	centre := Point{radarWidth / 2, round(4 - top)}
	at := func(i int, level float64) Point {
		dx, dy := direction(i, len(axes))
		r := radius * level / float64(levels)
		return point(centre.X+dx*r, centre.Y+dy*r)
	}
	out := Radar{View: view(radarWidth, bottom-top+8), Centre: centre}
	for level := 1; level <= levels; level++ {
		var p pen
		for i := range axes {
			p.to(at(i, float64(level)))
		}
		p.close()
		ring := at(0, float64(level))
		out.Rings = append(out.Rings, Ring{Path: p.b.String(), Level: strconv.Itoa(level), At: point(ring.X-4, ring.Y+4)})
	}
	for i := range axes {
		end := at(i, float64(levels))
		out.Axes = append(out.Axes, Spoke{Line: straight(centre.X, centre.Y, end.X, end.Y), Label: labels[i].shift(centre.Y)})
	}
	trace := func(of func(Axis) Number) Trace { return radarTrace(axes, of, at) }
	out.Now = trace(func(a Axis) Number { return a.Now })
	out.Before = trace(func(a Axis) Number { return a.Before })
	out.Target = trace(func(a Axis) Number { return a.Target })
	return out
}

// radarTrace draws a series around the centre. It starts after a gap, so that
// neighbours across the first axis are joined, too.
func radarTrace(axes []Axis, of func(Axis) Number, at func(int, float64) Point) Trace {
	out := Trace{Whole: true}
	start := 0
	for i, a := range axes {
		if !of(a).Known {
			out.Whole, start = false, i+1
		} else {
			out.Marks = append(out.Marks, at(i, of(a).Value))
		}
	}
	var p pen
	for step := range axes {
		i := (start + step) % len(axes)
		if n := of(axes[i]); n.Known {
			p.to(at(i, n.Value))
		} else {
			p.lift()
		}
	}
	if out.Whole {
		p.close()
	}
	out.Path = p.b.String()
	return out
}
