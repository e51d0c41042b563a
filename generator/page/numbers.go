package page

import (
	"strconv"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/series"
)

// figure words a number with so many decimals, halves away from zero.
func figure(v float64, decimals int, language string) string {
	return lang.FormatNumber(language, series.Round(v, decimals)+0, decimals) // + 0: no minus before nought
}

// signed words a difference with its sign.
func signed(v float64, decimals int, language string) string {
	s := figure(v, decimals, language)
	if series.Round(v, decimals) > 0 {
		s = "+" + s
	}
	return s
}

// plain words a number with as many decimals as it has.
func plain(v float64, language string) string {
	return number(language, strconv.FormatFloat(series.Round(v, 6), 'f', -1, 64))
}
