package series

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// z95 is the two-sided 95 % point of the normal distribution, as the published
// examples round it.
const z95 = 1.96

// FewAnswers is below how many answers an NPS has an adjusted interval and no
// change is judged.
const FewAnswers = 30

// An Interval is where the true value lies with 95 % confidence.
type Interval struct{ Low, High float64 }

// An Estimate is a figure of a sample.
type Estimate struct {
	Value    float64
	N        int
	Interval *Interval // nil where none can be had
	SE       float64   // standard error in the unit of Value; 0 where none can be had
	Few      bool      // so few answers, or so alike, that the interval is adjusted
}

// NPS returns the Net Promoter Score of counted answers, from −100 to 100
// points: 100·(p − d) of the shares p of promoters (9–10) and d of detractors
// (0–6). Its standard error is that of a mean of answers worth 1, 0 and −1:
// 100·√((p + d − (p − d)²)/n), that of a difference of two shares of one sample
// (multinomial), and the interval is Wald's, ± 1.96 of it. Of fewer than FewAnswers
// answers, or where all are alike, it is the adjusted Wald interval of Rocks,
// "Interval Estimation for the Net Promoter Score", The American Statistician 70
// (2016), 365–372, which adds three answers in the shares ¾, ¾, 1½, as Agresti and
// Coull (1998) add four to a single share; one or two answers, all alike, would lie
// outside of it, so it goes as far as they do. False is for no answers.
func NPS(promoters, passives, detractors int) (Estimate, bool) {
	n := promoters + passives + detractors
	if n == 0 || promoters < 0 || passives < 0 || detractors < 0 {
		return Estimate{}, false
	}
	value, se := npsOf(float64(promoters), float64(detractors), float64(n))
	e := Estimate{Value: value, N: n, SE: se, Interval: clip(value-z95*se, value+z95*se, -100, 100)}
	if n < FewAnswers || se == 0 {
		mid, wide := npsOf(float64(promoters)+.75, float64(detractors)+.75, float64(n)+3)
		e.Few, e.Interval = true, clip(min(mid-z95*wide, value), max(mid+z95*wide, value), -100, 100)
	}
	return e, true
}

// npsOf returns the score and its standard error.
func npsOf(promoters, detractors, n float64) (value, se float64) {
	p, d := promoters/n, detractors/n
	return 100 * (p - d), 100 * math.Sqrt(max(p+d-(p-d)*(p-d), 0)/n)
}

// Share returns a share in percent, with the interval of Wilson, "Probable
// Inference, the Law of Succession, and Statistical Inference", Journal of the
// American Statistical Association 22 (1927), 209–212, which stays within 0 and 100
// and is of use for few answers, too. SE is that of the share itself:
// 100·√(p(1 − p)/n). False is for no answers, or for more of them
// than there are.
func Share(part, whole int) (Estimate, bool) {
	if whole <= 0 || part < 0 || part > whole {
		return Estimate{}, false
	}
	return Proportion(float64(part)/float64(whole), whole)
}

// Proportion is Share where the share itself is known, from 0 to 1, and of how
// many it is one.
func Proportion(share float64, whole int) (Estimate, bool) {
	if whole <= 0 || !(share >= 0 && share <= 1) {
		return Estimate{}, false
	}
	n, p := float64(whole), share
	mid := (p + z95*z95/(2*n)) / (1 + z95*z95/n)
	half := z95 * math.Sqrt(p*(1-p)/n+z95*z95/(4*n*n)) / (1 + z95*z95/n)
	return Estimate{
		Value: 100 * p, N: whole, SE: 100 * math.Sqrt(p*(1-p)/n),
		Interval: clip(100*(mid-half), 100*(mid+half), 0, 100),
	}, true
}

// Mean returns the mean of some values with the interval of Student, "The Probable
// Error of a Mean", Biometrika 6 (1908), 1–25: ± t of n − 1 degrees of freedom times
// s/√n.
// There is none for one value, or where all are alike. False is for no values.
func Mean(values []float64) (Estimate, bool) {
	n := len(values)
	if n == 0 {
		return Estimate{}, false
	}
	mean := sum(values) / float64(n)
	e := Estimate{Value: mean, N: n}
	squares := 0.0
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	if n < 2 || squares == 0 {
		return e, true
	}
	e.SE = math.Sqrt(squares / float64(n-1) / float64(n))
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)}.Quantile(.975)
	e.Interval = &Interval{mean - t*e.SE, mean + t*e.SE}
	return e, true
}

// sum adds from the smallest value up, so that the order of a file does not
// show in the last digits.
func sum(values []float64) float64 {
	total := 0.0
	for _, v := range slices.Sorted(slices.Values(values)) {
		total += v
	}
	return total
}

// Median returns the middle value or, of an even number, the mean of the two in
// the middle. False is for no values.
func Median(values []float64) (float64, bool) {
	if len(values) == 0 {
		return 0, false
	}
	sorted := slices.Sorted(slices.Values(values))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half], true
	}
	return (sorted[half-1] + sorted[half]) / 2, true
}

// Percentile returns the smallest value that p percent of the values do not
// exceed (nearest rank: the ⌈p·n/100⌉th; definition 1 of Hyndman and Fan, "Sample
// Quantiles in Statistical Packages", The American Statistician 50 (1996), 361–365). p is above 0 and at most 100. False
// is for no values.
func Percentile(values []float64, p float64) (float64, bool) {
	if len(values) == 0 || !(p > 0 && p <= 100) {
		return 0, false
	}
	sorted := slices.Sorted(slices.Values(values))
	rank := int(math.Ceil(Round(p*float64(len(sorted))/100, 9)))
	return sorted[max(rank, 1)-1], true
}

// A Verdict says whether a change is more than chance.
type Verdict string

// The verdicts.
const (
	Real        Verdict = "real"
	WithinNoise Verdict = "within-noise"
	NotJudged   Verdict = "not-judged" // too few answers on one side
)

// A Change is the difference between two estimates.
type Change struct {
	Delta   float64 // in the unit of the values: points of NPS or percent
	Margin  float64 // what a real change exceeds; 0 where none is judged
	Verdict Verdict
}

// ChangeOf compares two estimates of independent samples. A change is real if it is
// larger than 1.96·√(se₁² + se₂²) (the z test of a difference, without pooling), and
// not judged where either side has fewer than
// FewAnswers answers.
func ChangeOf(before, after Estimate) Change {
	c := Change{Delta: after.Value - before.Value, Verdict: NotJudged}
	if before.N < FewAnswers || after.N < FewAnswers {
		return c
	}
	c.Margin, c.Verdict = z95*math.Hypot(before.SE, after.SE), WithinNoise
	if Compare(math.Abs(c.Delta), c.Margin) > 0 {
		c.Verdict = Real
	}
	return c
}

func clip(low, high, from, to float64) *Interval {
	return &Interval{min(max(low, from), to), min(max(high, from), to)}
}

// Compare orders figures by their first nine decimals, so that no last digit of
// a machine decides.
func Compare(a, b float64) int { return cmp.Compare(Round(a, 9), Round(b, 9)) }

// Round rounds to some decimals, halves away from zero.
func Round(v float64, decimals int) float64 {
	scale := math.Pow(10, float64(decimals))
	scaled := v * scale
	if math.IsInf(scaled, 0) {
		return v
	}
	rounded := math.Round(scaled)
	// 1.005 is a little less in binary: what is a half within the precision of
	// the figure is a half.
	if half := math.Trunc(scaled) + math.Copysign(.5, scaled); math.Abs(scaled-half) < 1e-14*max(1, math.Abs(scaled)) {
		rounded = math.Trunc(scaled) + math.Copysign(1, scaled)
	}
	return rounded / scale
}
