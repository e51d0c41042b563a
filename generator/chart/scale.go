package chart

import "math"

// A scale maps values to places along a line.
type scale struct{ from, to, start, end float64 }

func (s scale) at(v float64) float64 {
	return s.start + (v-s.from)/(s.to-s.from)*(s.end-s.start)
}

// intervals is how many steps an axis has at most.
const intervals = 5

// ticks returns round numbers from at most the lowest to at least the highest
// value, and how many decimals they need. Steps are 1, 2 or 5 times a power of
// ten, so that a reader can divide them in the head.
func ticks(low, high float64) (values []float64, decimals int) {
	size := max(math.Abs(low), math.Abs(high))
	if high-low <= max(size, 1)*1e-9 { // a flat line lies in the middle
		margin := size * 0.05
		if size < 1e-6 {
			margin = 1
		}
		low, high = low-margin, high+margin
	}
	exponent := int(math.Floor(math.Log10((high - low) / intervals)))
	for {
		for _, m := range []float64{1, 2, 5} {
			step := m * math.Pow10(exponent)
			first, last := math.Floor(low/step), math.Ceil(high/step)
			if last-first > intervals+1 {
				continue
			}
			for i := first; i <= last; i++ {
				values = append(values, i*step+0)
			}
			return values, max(0, -exponent)
		}
		exponent++
	}
}
