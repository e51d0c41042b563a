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

// Newcombe (1998), "Two-sided confidence intervals for the single proportion:
// comparison of seven methods", Statistics in Medicine 17, 857–872, Table I,
// method 3 (the score interval of Wilson without a correction).
func TestShareAsNewcombeHasIt(t *testing.T) {
	for _, tt := range []struct {
		part, whole int
		want        string
	}{
		{81, 263, "0.2553 to 0.3662"}, {15, 148, "0.0624 to 0.1605"}, {0, 20, "0.0000 to 0.1611"}, {1, 29, "0.0061 to 0.1718"},
	} {
		e, _ := series.Share(tt.part, tt.whole)
		if got := fmt.Sprintf("%.4f to %.4f", e.Interval.Low/100, e.Interval.High/100); got != tt.want {
			t.Errorf("%d of %d: %s, want %s", tt.part, tt.whole, got, tt.want)
		}
	}
}

// Student (1908), "The probable error of a mean", Biometrika 6, 1–25, section
// IX: hours of sleep gained by the use of the second drug rather than the first.
// The interval is that of the data set sleep in the R manual: 0.7001142 to
// 2.4598858.
func TestMeanAsStudentHasIt(t *testing.T) {
	e, _ := series.Mean([]float64{1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, .8, 4.6, 1.4})
	if got := fmt.Sprintf("%.2f, %.7f to %.7f", e.Value, e.Interval.Low, e.Interval.High); got != "1.58, 0.7001142 to 2.4598858" {
		t.Error(got)
	}
}

// The points of Student's distribution as tables print them: 12.706, 4.303,
// 2.776, 2.262, 2.045, 1.980 for 1, 2, 4, 9, 29 and 120 degrees of freedom.
func TestMeanUsesStudentsTable(t *testing.T) {
	for freedom, want := range map[int]float64{1: 12.706, 2: 4.303, 4: 2.776, 9: 2.262, 29: 2.045, 120: 1.980} {
		values := make([]float64, freedom+1)
		values[0] = 1
		e, _ := series.Mean(values)
		if got := (e.Interval.High - e.Value) / e.SE; math.Abs(got-want) > .0006 {
			t.Errorf("%d degrees: %.4f, want %v", freedom, got, want)
		}
	}
}

// By another route: an interval should hold the true share 95 times in a
// hundred. How often it does is summed exactly from the binomial distribution.
// Wilson's does so on the average, and 89 times at worst for shares of 5 to 95 %
// (Brown, Cai and
// DasGupta 2001, "Interval Estimation for a Binomial Proportion", Statistical
// Science 16, 101–133, who recommend it for few answers).
func TestShareCoversTheTruth(t *testing.T) {
	for _, n := range []int{10, 20, 30, 50, 100, 300} {
		worst, total, count := 1.0, 0.0, 0
		for p := .05; p < .951; p += .005 {
			covered := 0.0
			truth := distuv.Binomial{N: float64(n), P: p}
			for k := range n + 1 {
				if e, _ := series.Share(k, n); e.Interval.Low <= 100*p && 100*p <= e.Interval.High {
					covered += truth.Prob(float64(k))
				}
			}
			worst, total, count = min(worst, covered), total+covered, count+1
		}
		if mean := total / float64(count); mean < .945 || mean > .965 || worst < .89 {
			t.Errorf("%d answers: %.3f on the average, %.3f at worst", n, mean, worst)
		}
	}
}

// By another route: the same of the NPS, from the trinomial distribution: both
// intervals hold the true score 93 times or more on the average, and 91 at worst.
func TestNPSCoversTheTruth(t *testing.T) {
	for _, n := range []int{5, 10, 20, 29, 30, 60, 120} {
		worst, total, count := 1.0, 0.0, 0
		for _, shares := range [][2]float64{{.1, .1}, {.2, .5}, {.3, .3}, {.4, .1}, {.45, .35}, {.5, .2}, {.6, .1}, {.7, .1}, {.2, .2}} {
			p, d := shares[0], shares[1]
			truth, covered := 100*(p-d), 0.0
			for promoters := range n + 1 {
				for detractors := range n + 1 - promoters {
					passives := n - promoters - detractors
					e, _ := series.NPS(promoters, passives, detractors)
					if e.Interval.Low <= truth+1e-9 && truth-1e-9 <= e.Interval.High {
						covered += trinomial([3]int{promoters, passives, detractors}, [3]float64{p, 1 - p - d, d})
					}
				}
			}
			worst, total, count = min(worst, covered), total+covered, count+1
		}
		if mean := total / float64(count); mean < .93 || mean > .99 || worst < .91 {
			t.Errorf("%d answers: %.3f on the average, %.3f at worst", n, mean, worst)
		}
	}
}

// trinomial returns how likely a sample is.
func trinomial(sample [3]int, shares [3]float64) float64 {
	n, _ := math.Lgamma(float64(sample[0] + sample[1] + sample[2] + 1))
	for i, k := range sample {
		f, _ := math.Lgamma(float64(k + 1))
		n += float64(k)*math.Log(shares[i]) - f
	}
	return math.Exp(n)
}

// bootstrap draws a sample anew many times and returns between which values 95
// of a hundred of its means lie.
func bootstrap(r *rand.Rand, values []float64) (low, high float64) {
	const times = 4000
	means := make([]float64, times)
	for i := range means {
		total := 0.0
		for range values {
			total += values[r.IntN(len(values))]
		}
		means[i] = total / float64(len(values))
	}
	slices.Sort(means)
	return means[times/40], means[times-times/40-1]
}

// By another route: the intervals of a share and of a mean against those of the
// bootstrap, with a fixed seed. They differ by less than an eighth of their
// width.
func TestIntervalsAgainstBootstrap(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 5))
	for range 8 {
		good, all := 20+r.IntN(150), 220
		answers := make([]float64, all)
		for i := range good {
			answers[i] = 100
		}
		grades := make([]float64, 60+r.IntN(300))
		for i := range grades {
			grades[i] = float64(1 + r.IntN(7))
		}
		share, _ := series.Share(good, all)
		mean, _ := series.Mean(grades)
		for _, c := range []struct {
			name   string
			e      series.Estimate
			sample []float64
		}{{"share", share, answers}, {"mean", mean, grades}} {
			low, high := bootstrap(r, c.sample)
			if tolerance := (c.e.Interval.High - c.e.Interval.Low) / 8; math.Abs(low-c.e.Interval.Low) > tolerance || math.Abs(high-c.e.Interval.High) > tolerance {
				t.Errorf("%s of %d: %.2f–%.2f, bootstrap %.2f–%.2f", c.name, len(c.sample), c.e.Interval.Low, c.e.Interval.High, low, high)
			}
		}
	}
}

// By another route: where nothing has changed, a change is called real five
// times in a hundred, give or take two.
func TestChangesAreSeldomFalse(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 8))
	const trials = 6000
	ofNPS, ofShare := 0, 0
	sample := func(n int) (nps, share series.Estimate) {
		var k [3]int
		for range n {
			switch v := r.Float64(); {
			case v < .45:
				k[0]++
			case v < .75:
				k[1]++
			default:
				k[2]++
			}
		}
		nps, _ = series.NPS(k[0], k[1], k[2])
		share, _ = series.Share(k[0], n)
		return nps, share
	}
	for range trials {
		n1, s1 := sample(150)
		n2, s2 := sample(250)
		if series.ChangeOf(n1, n2).Verdict == series.Real {
			ofNPS++
		}
		if series.ChangeOf(s1, s2).Verdict == series.Real {
			ofShare++
		}
	}
	for name, n := range map[string]int{"nps": ofNPS, "share": ofShare} {
		if rate := float64(n) / trials; rate < .03 || rate > .07 {
			t.Errorf("%s: %.3f of changes are false", name, rate)
		}
	}
}

// The examples of the nearest rank that are told most often.
func TestPercentileOfTen(t *testing.T) {
	values := []float64{3, 6, 7, 8, 8, 10, 13, 15, 16, 20}
	for p, want := range map[float64]float64{25: 7, 50: 8, 75: 15, 90: 16, 100: 20, .1: 3} {
		if got, _ := series.Percentile(values, p); got != want {
			t.Errorf("percentile %v: %v, want %v", p, got, want)
		}
	}
}
