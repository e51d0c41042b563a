// Package chart turns numbers into the geometry of pictures.
//
// In: numbers, and labels that are to stand beside them.
// Out: places, paths and broken labels in a view box, rounded to two decimals.
// There is no HTML here, no colour and no word of its own; the theme draws.
//
// Everything that comes out is finite and inside the view box, whatever comes
// in. What cannot be drawn is no error: its picture has a Reason and nothing
// else. The same numbers give the same geometry, and points that are equal the
// same in whatever order they come.
package chart

import (
	"math"
	"strconv"
	"strings"
)

// A Number is a value that may be missing. Missing is never 0.
type Number struct {
	Value float64
	Known bool
}

// Some returns a number that is there.
func Some(v float64) Number { return Number{Value: v, Known: true} }

// A Reason says why there is no picture; "" where there is one.
type Reason string

// The reasons.
const (
	Empty      Reason = "empty"    // nothing is known
	TooFew     Reason = "few"      // less than the picture needs
	TooMany    Reason = "many"     // more than anybody could tell apart
	NotANumber Reason = "number"   // NaN, an infinity, or beyond Largest
	OutOfRange Reason = "range"    // off the scale on which it is drawn
	Negative   Reason = "negative" // a length below nothing
)

// Largest is the largest value that is drawn, of either sign.
const Largest = 1e15

// Letter is the size of the letters, in units of the view box. A theme that
// wants others needs other geometry.
const Letter = 11.0

// line is the distance from one line of a label to the next, rise how far a
// line reaches above its foot.
const (
	line = 13.0
	rise = 9.0
)

// A View is the view box of a picture, from 0, 0.
type View struct {
	Width, Height float64
	Letter        float64
	// Letters is how wide the view is in sizes of a letter, so that a picture
	// grows with the letters around it.
	Letters float64
}

func view(width, height float64) View {
	return View{Width: round(width), Height: round(height), Letter: Letter, Letters: round(width / Letter)}
}

// A Point is a place in the view box.
type Point struct{ X, Y float64 }

// A Box is a rectangle in the view box.
type Box struct{ X, Y, Width, Height float64 }

// A Line is a straight line in the view box.
type Line struct{ X1, Y1, X2, Y2 float64 }

func point(x, y float64) Point { return Point{round(x), round(y)} }

func box(x, y, width, height float64) Box {
	return Box{round(x), round(y), round(width), round(height)}
}

func straight(x1, y1, x2, y2 float64) Line { return Line{round(x1), round(y1), round(x2), round(y2)} }

// round keeps two decimals, and no negative zero, which would be written "-0".
func round(v float64) float64 { return math.Round(v*100)/100 + 0 }

// Sound reports whether a number can be drawn, if it is there.
func (n Number) Sound() bool {
	return !n.Known || math.Abs(n.Value) <= Largest // false for NaN, too
}

// sound reports whether all numbers that are there can be drawn.
func sound(all ...Number) bool {
	for _, n := range all {
		if !n.Sound() {
			return false
		}
	}
	return true
}

// A pen writes the path of an SVG.
type pen struct {
	b    strings.Builder
	down bool
}

// to draws a line to a place, or begins one there.
func (p *pen) to(at Point) {
	command := "M"
	if p.down {
		command = "L"
	}
	p.b.WriteString(command + written(at.X) + " " + written(at.Y))
	p.down = true
}

// lift ends a line: what follows begins another.
func (p *pen) lift() { p.down = false }

// close leads back to where the line began.
func (p *pen) close() {
	p.b.WriteString("Z")
	p.down = false
}

func written(v float64) string { return strconv.FormatFloat(round(v), 'f', -1, 64) }
