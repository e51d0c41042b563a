package series_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cxbook/cxbook/generator/series"
)

func estimate(e series.Estimate, ok bool) string {
	if !ok {
		return "none"
	}
	s := fmt.Sprintf("%.1f n%d", e.Value, e.N)
	if e.Interval != nil {
		s += fmt.Sprintf(" %.1f–%.1f", e.Interval.Low, e.Interval.High)
	}
	if e.Few {
		s += " few"
	}
	return s
}

// Figures that are published, or were worked out by hand.
func TestWorkedExamples(t *testing.T) {
	nps := func(p, n, d int) string { return estimate(series.NPS(p, n, d)) }
	share := func(k, n int) string { return estimate(series.Share(k, n)) }
	mean := func(v ...float64) string { return estimate(series.Mean(v)) }
	for _, tt := range []struct{ name, got, want string }{
		{"NPS 70, 20, 10", nps(70, 20, 10), "60.0 n100 47.0–73.0"},
		{"quarter IV 2025", nps(184, 124, 92), "23.0 n400 15.2–30.8"},
		{"quarter I 2026", nps(152, 121, 117), "9.0 n390 0.8–17.2"},
		{"ten promoters", nps(10, 0, 0), "100.0 n10 47.5–100.0 few"},
		{"a hundred promoters", nps(100, 0, 0), "100.0 n100 93.1–100.0 few"},
		{"one detractor", nps(0, 0, 1), "-100.0 n1 -100.0–48.5 few"},
		{"nobody", nps(0, 0, 0), "none"},
		{"Wilson 80 of 100", share(80, 100), "80.0 n100 71.1–86.7"},
		{"Wilson 189 of 300", share(189, 300), "63.0 n300 57.4–68.3"},
		{"Wilson 213 of 300", share(213, 300), "71.0 n300 65.6–75.8"},
		{"none of 10", share(0, 10), "0.0 n10 0.0–27.8"},
		{"all of 10", share(10, 10), "100.0 n10 72.2–100.0"},
		{"more than all", share(11, 10), "none"},
		{"mean of 1 to 5", mean(1, 2, 3, 4, 5), "3.0 n5 1.0–5.0"}, // t(4) = 2.776, se = .7071
		{"one value", mean(4), "4.0 n1"},
		{"all alike", mean(4, 4, 4), "4.0 n3"},
		{"no values", mean(), "none"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

// Half of an interval is 1.96 standard errors, to the last digit that is stated.
func TestMarginOfNPS(t *testing.T) {
	for _, tt := range []struct {
		p, n, d int
		want    string
	}{{70, 20, 10, "60.0 ± 13.001"}, {184, 124, 92, "23.0 ± 7.822"}, {152, 121, 117, "9.0 ± 8.194"}, {166, 126, 113, "13.1 ± 7.982"}, {202, 126, 92, "26.2 ± 7.600"}} {
		e, _ := series.NPS(tt.p, tt.n, tt.d)
		if got := fmt.Sprintf("%.1f ± %.3f", e.Value, e.Interval.High-e.Value); got != tt.want {
			t.Errorf("%d, %d, %d: %s, want %s", tt.p, tt.n, tt.d, got, tt.want)
		}
	}
}

func TestChanges(t *testing.T) {
	nps := func(p, n, d int) series.Estimate { e, _ := series.NPS(p, n, d); return e }
	share := func(k, n int) series.Estimate { e, _ := series.Share(k, n); return e }
	for _, tt := range []struct {
		name          string
		before, after series.Estimate
		want          string
	}{
		{"IV 2025 to I 2026", nps(184, 124, 92), nps(152, 121, 117), "-14.0 of 11.3 real"},
		{"I to II 2026", nps(152, 121, 117), nps(166, 126, 113), "4.1 of 11.4 within-noise"},
		{"II to III 2026", nps(166, 126, 113), nps(202, 126, 92), "13.1 of 11.0 real"},
		{"CSAT of claims", share(189, 300), share(213, 300), "8.0 of 7.5 real"},
		{"the first day", share(24, 42), share(34, 46), "16.8 of 19.6 within-noise"},
		{"too few", share(10, 29), share(300, 300), "65.5 of 0.0 not-judged"},
	} {
		c := series.ChangeOf(tt.before, tt.after)
		if got := fmt.Sprintf("%.1f of %.1f %s", c.Delta, c.Margin, c.Verdict); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestMedianAndPercentile(t *testing.T) {
	values := []float64{15, 20, 35, 40, 50}
	for p, want := range map[int]float64{5: 15, 30: 20, 40: 20, 50: 35, 90: 50, 100: 50} { // the example of the nearest rank
		if got, _ := series.Percentile(values, float64(p)); got != want {
			t.Errorf("percentile %d: %v, want %v", p, got, want)
		}
	}
	if m, _ := series.Median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Errorf("median %v", m)
	}
	if m, _ := series.Median([]float64{9, 1, 5}); m != 5 {
		t.Errorf("median %v", m)
	}
	if _, ok := series.Percentile(nil, 50); ok {
		t.Error("a percentile of nothing")
	}
}

func TestRound(t *testing.T) {
	for _, tt := range []struct {
		v        float64
		decimals int
		want     float64
	}{{1.005, 2, 1.01}, {-1.005, 2, -1.01}, {2.5, 0, 3}, {-2.5, 0, -3}, {2.4999, 0, 2}, {0.1 + 0.2, 9, .3}, {26.190476190476, 1, 26.2}, {1e300, 9, 1e300}} {
		if got := series.Round(tt.v, tt.decimals); got != tt.want {
			t.Errorf("%v to %d: %v, want %v", tt.v, tt.decimals, got, tt.want)
		}
	}
	if series.Compare(.1+.2, .3) != 0 || series.Compare(1, 1.00000001) != -1 {
		t.Error("comparison")
	}
}

// By another route: draw the sample anew many times (bootstrap) and see how the
// score spreads. The two differ by less than a tenth of the interval's width
// plus half a point.
func TestNPSAgainstBootstrap(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for range 12 {
		p, n, d := 20+r.IntN(200), 20+r.IntN(200), 20+r.IntN(200)
		e, _ := series.NPS(p, n, d)
		all := p + n + d
		scores := make([]float64, 4000)
		for i := range scores {
			balance := 0
			for range all {
				switch k := r.IntN(all); {
				case k < p:
					balance++
				case k < p+d:
					balance--
				}
			}
			scores[i] = 100 * float64(balance) / float64(all)
		}
		slices.Sort(scores)
		low, high := scores[100], scores[3899]
		tolerance := .5 + .1*(e.Interval.High-e.Interval.Low)
		if math.Abs(low-e.Interval.Low) > tolerance || math.Abs(high-e.Interval.High) > tolerance {
			t.Errorf("%d, %d, %d: %v, bootstrap %.1f–%.1f", p, n, d, e.Interval, low, high)
		}
	}
}

// By another route: the exact interval of Clopper and Pearson (1934) from the
// beta distribution is wider, and Wilson's never leaves it by more than two
// points.
func TestShareAgainstExactBinomial(t *testing.T) {
	for _, n := range []int{5, 12, 30, 100, 1000} {
		for k := 0; k <= n; k += 1 + n/17 {
			e, _ := series.Share(k, n)
			low, high := 0.0, 100.0
			if k > 0 {
				low = 100 * distuv.Beta{Alpha: float64(k), Beta: float64(n - k + 1)}.Quantile(.025)
			}
			if k < n {
				high = 100 * distuv.Beta{Alpha: float64(k + 1), Beta: float64(n - k)}.Quantile(.975)
			}
			if e.Interval.Low < low-2 || e.Interval.High > high+2 || e.Interval.Low > e.Value+1e-9 || e.Interval.High < e.Value-1e-9 {
				t.Errorf("%d of %d: %v, exact %.1f–%.1f", k, n, *e.Interval, low, high)
			}
		}
	}
}

// Bounds hold, more promoters never lower the score, the order of values
// changes nothing, and a larger sample of the same kind has a narrower interval.
func TestMeasuresProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 2000 {
		p, n, d := r.IntN(60), r.IntN(60), 1+r.IntN(60)
		if r.IntN(4) == 0 {
			p, n, d = r.IntN(3), r.IntN(3), 1+r.IntN(3)
		}
		a, _ := series.NPS(p, n, d)
		b, _ := series.NPS(p+1, n, d)
		c, _ := series.NPS(10*p, 10*n, 10*d)
		if !(a.Interval.Low <= a.Value && a.Value <= a.Interval.High) || a.Value < -100 || a.Value > 100 || b.Value < a.Value || a.Interval.Low < -100 || a.Interval.High > 100 ||
			a.N >= series.FewAnswers && c.Interval.High-c.Interval.Low > a.Interval.High-a.Interval.Low+1e-9 {
			t.Fatalf("%d, %d, %d: %+v, %+v, %+v", p, n, d, a, b, c)
		}
		values := make([]float64, 1+r.IntN(20))
		for i := range values {
			values[i] = math.Round(r.Float64()*1e6) / 1e3 * math.Pow(10, float64(r.IntN(9)))
		}
		m1, _ := series.Mean(values)
		q1, _ := series.Percentile(values, 90)
		r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		m2, _ := series.Mean(values)
		q2, _ := series.Percentile(values, 90)
		if m1.Value != m2.Value || q1 != q2 {
			t.Fatalf("%v: %v %v, %v %v", values, m1.Value, m2.Value, q1, q2)
		}
	}
}
