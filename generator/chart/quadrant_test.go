package chart_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cxbook/cxbook/generator/chart"
	gocmp "github.com/google/go-cmp/cmp"
)

func TestQuadrantIsInsideItsView(t *testing.T) {
	drawn := 0
	many(t, 1, 5, func(s source) {
		s.low, s.high = max(s.low, 1), min(max(s.high, 1), 5)
		spots := make([]chart.Spot, s.IntN(90))
		for i := range spots {
			spots[i] = chart.Spot{Key: fmt.Sprint(i), Label: fmt.Sprint(i), Effort: math.Round(s.low + s.Float64()*(s.high-s.low)), Benefit: s.low + s.Float64()*(s.high-s.low)}
		}
		if len(spots) > 0 && s.IntN(10) == 0 {
			spots[0].Effort = wild[s.IntN(len(wild))]
		}
		r := chart.NewQuadrant(3, spots)
		inside(t, r, r.View, r.Reason)
		if r.Reason != "" {
			return
		}
		drawn++
		if len(r.Spots)+r.Left != len(spots) {
			t.Fatalf("of %d points %d are shown and %d are not", len(spots), len(r.Spots), r.Left)
		}
		for i, a := range r.Spots {
			for _, b := range r.Spots[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < 2*r.Radius {
					t.Fatalf("the marks of %s and %s cover each other", a.Key, b.Key)
				}
			}
		}
	})
	if drawn < 500 {
		t.Errorf("only %d were drawn", drawn)
	}
}

// In whatever order points come, equal ones too, each stands where it stands.
func TestQuadrantAndTheOrderOfPoints(t *testing.T) {
	var spots []chart.Spot
	for i := range 24 {
		spots = append(spots, chart.Spot{Key: fmt.Sprintf("INI-%03d", i), Effort: float64(1 + i%3*2), Benefit: float64(1 + i%2*4)})
	}
	byKey := func(q chart.Quadrant) []chart.Placed {
		slices.SortFunc(q.Spots, func(a, b chart.Placed) int { return cmp.Compare(a.Key, b.Key) })
		return q.Spots
	}
	want := byKey(chart.NewQuadrant(3, spots))
	for seed := range uint64(50) {
		rand.New(rand.NewPCG(seed, 2)).Shuffle(len(spots), func(i, j int) { spots[i], spots[j] = spots[j], spots[i] })
		if diff := gocmp.Diff(want, byKey(chart.NewQuadrant(3, spots))); diff != "" {
			t.Fatalf("another order, other places:\n%s", diff)
		}
	}
}

// A point that nothing covers stands where its grades are, and on the cut where
// they are on the cut.
func TestQuadrantPlacesByGrades(t *testing.T) {
	q := chart.NewQuadrant(3, []chart.Spot{{Key: "a", Effort: 3, Benefit: 3}, {Key: "b", Effort: 1, Benefit: 5}, {Key: "c", Effort: 1, Benefit: 5}})
	a, b, c := q.Spots[0], q.Spots[1], q.Spots[2]
	if a.X != q.Vertical.X1 || a.Y != q.Level.Y1 || a.Moved {
		t.Errorf("3, 3 stands at %v, the cuts are %v and %v", a.Point, q.Vertical, q.Level)
	}
	if b.Moved || b.X >= a.X || b.Y >= a.Y {
		t.Errorf("little effort and great benefit is at %v, the middle at %v", b.Point, a.Point)
	}
	if !c.Moved || c.Place != b.Place || c.Point == b.Point {
		t.Errorf("the second at one place is %+v, the first %+v", c, b)
	}
}

// Weights that are no binary fractions do not move a point over a line or off
// the scale.
func TestQuadrantOfWeightedMeans(t *testing.T) {
	mean := func(grade float64) float64 { return (.35*grade + .30*grade) / .65 }
	for grade := chart.LowestGrade; grade <= chart.HighestGrade; grade++ {
		q := chart.NewQuadrant(3, []chart.Spot{{Key: "a", Effort: (.20*grade + .15*grade) / .35, Benefit: mean(grade)}, {Key: "b", Effort: grade + 1e-13, Benefit: grade - 1e-13}})
		if q.Reason != "" || q.Spots[0].Place != q.Spots[1].Place {
			t.Errorf("grade %v: %q, %v", grade, q.Reason, q.Spots)
		}
	}
}
