package chart

import (
	"cmp"
	"math"
	"slices"
)

// The grades of a quadrant's axes.
const (
	LowestGrade  = 1.0
	HighestGrade = 5.0
)

// MostSpots is how many points a quadrant shows; the others stand in the table.
const MostSpots = 60

// A Spot is something to be placed by two grades.
type Spot struct {
	Key             string // tells it from all others
	Label           string // a few letters inside the mark
	Effort, Benefit float64
}

// A Quadrant is things by effort, to the right, and benefit, upwards.
type Quadrant struct {
	View
	Reason              Reason
	Plot                Box
	Vertical, Level     Line // the cuts
	Grades              []Label
	Spots               []Placed // in the order in which they came
	Left                int      // how many are not shown
	Corners             Corners
	BenefitAt, EffortAt Text // where the axes' names stand; their Text is empty
	Radius              float64
}

// Corners are where the names of the four fields stand.
type Corners struct{ TopLeft, TopRight, BottomLeft, BottomRight Point }

// Placed is a spot as it is drawn. A mark that would cover another is moved
// aside; a line leads from its place to where it stands.
type Placed struct {
	Key, Label string
	Place      Point // where its grades are
	Point            // where its mark is
	Moved      bool
	Number     Text // the label inside the mark
}

const (
	quadrantWidth = 320.0
	quadrantSide  = 280.0
	spotRadius    = 9.5
)

// Grade is a computed grade without what floating-point arithmetic adds to it: a
// weighted mean of nothing but threes is a three.
func Grade(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// NewQuadrant places spots in four fields, cut at one grade. The first MostSpots are shown, so the caller says
// which matter most by their order; where their marks stand depends on their
// grades and keys alone.
func NewQuadrant(cut float64, spots []Spot) Quadrant {
	if !(cut >= LowestGrade && cut <= HighestGrade) {
		return Quadrant{Reason: OutOfRange}
	}
	spots = slices.Clone(spots)
	for i, s := range spots {
		s.Effort, s.Benefit = Grade(s.Effort), Grade(s.Benefit)
		spots[i] = s
		switch {
		case math.IsNaN(s.Effort) || math.IsNaN(s.Benefit):
			return Quadrant{Reason: NotANumber}
		case min(s.Effort, s.Benefit) < LowestGrade || max(s.Effort, s.Benefit) > HighestGrade:
			return Quadrant{Reason: OutOfRange}
		}
	}
	if len(spots) == 0 {
		return Quadrant{Reason: Empty}
	}
	shown := spots[:min(len(spots), MostSpots)]
	plot := box(28, 40, quadrantSide, quadrantSide)
	// a mark on the lowest or highest grade stays inside
	x := scale{LowestGrade, HighestGrade, plot.X + spotRadius + 4, plot.X + plot.Width - spotRadius - 4}
	y := scale{LowestGrade, HighestGrade, plot.Y + plot.Height - spotRadius - 4, plot.Y + spotRadius + 4}
	out := Quadrant{
		Plot: plot, Left: len(spots) - len(shown), Radius: spotRadius,
		Vertical: straight(x.at(cut), plot.Y, x.at(cut), plot.Y+plot.Height),
		Level:    straight(plot.X, y.at(cut), plot.X+plot.Width, y.at(cut)),
		Corners: Corners{
			TopLeft: point(plot.X, plot.Y-7), TopRight: point(plot.X+plot.Width, plot.Y-7),
			BottomLeft: point(plot.X, plot.Y+plot.Height+33), BottomRight: point(plot.X+plot.Width, plot.Y+plot.Height+33),
		},
		BenefitAt: Text{X: round(plot.X - 22), Y: 14},
		EffortAt:  Text{X: round(plot.X + plot.Width), Y: round(plot.Y + plot.Height + 53)},
	}
	out.View = view(quadrantWidth, out.EffortAt.Y+6)
	for g := LowestGrade; g <= HighestGrade; g++ {
		name := string(rune('0' + int(g)))
		out.Grades = append(out.Grades, one(name, "middle", Point{x.at(g), plot.Y + plot.Height + 10}), one(name, "end", Point{plot.X - 6, y.at(g)}))
	}
	out.place(shown, x, y)
	return out
}

// place finds a free place for each mark, nearest to its own: first come the
// points further left, then lower, then by key, so that the order in which they
// came changes nothing.
func (q *Quadrant) place(spots []Spot, x, y scale) {
	order := make([]int, len(spots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := spots[i], spots[j]
		return cmp.Or(cmp.Compare(a.Effort, b.Effort), cmp.Compare(a.Benefit, b.Benefit), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Label, b.Label))
	})
	q.Spots = make([]Placed, len(spots))
	var taken []Point
	for _, i := range order {
		s := spots[i]
		own := point(x.at(s.Effort), y.at(s.Benefit))
		at := q.free(own, taken)
		taken = append(taken, at)
		q.Spots[i] = Placed{
			Key: s.Key, Label: s.Label, Place: own, Point: at, Moved: at != own,
			Number: Text{X: at.X, Y: round(at.Y + 4), Text: s.Label},
		}
	}
}

// free returns the place nearest to one's own that no other mark covers,
// looking around in ever wider rings. A mark may cross a cut only with its rim:
// where it stands says nothing, the line to its place does.
func (q *Quadrant) free(own Point, taken []Point) Point {
	const around = 24
	for ring := 0; ring < 70; ring++ {
		distance := float64(ring) * spotRadius * 0.75
		for i := range around {
			angle := 2 * math.Pi * float64(i) / around
			at := point(own.X+distance*math.Cos(angle), own.Y-distance*math.Sin(angle))
			if q.holds(at) && !slices.ContainsFunc(taken, func(t Point) bool { return math.Hypot(t.X-at.X, t.Y-at.Y) < 2*spotRadius+1.5 }) {
				return at
			}
			if ring == 0 {
				break
			}
		}
	}
	return own
}

func (q *Quadrant) holds(at Point) bool {
	margin := spotRadius + 1
	return at.X-margin >= q.Plot.X && at.X+margin <= q.Plot.X+q.Plot.Width && at.Y-margin >= q.Plot.Y && at.Y+margin <= q.Plot.Y+q.Plot.Height
}
