package series

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/lang"
)

// maxCount is far above any number of people or cases.
const maxCount = 1_000_000_000

// Count returns a whole number from 0 up; another value is reported.
func (row Row) Count(column string) (n int, ok bool) {
	n, err := strconv.Atoi(row.Text(column))
	if err != nil || n < 0 || n > maxCount {
		row.Reject(column, "count")
		return 0, false
	}
	return n, true
}

// Date returns a day written YYYY-MM-DD; another value is reported.
func (row Row) Date(column string) (d lang.Date, ok bool) {
	if d, ok = isoDay(row.Text(column)); !ok {
		row.Reject(column, "date")
	}
	return d, ok
}

// Day returns a day as exports of other tools write it (see ParseDay); another
// value is reported.
func (row Row) Day(column string) (d lang.Date, ok bool) {
	if d, ok = ParseDay(row.Text(column)); !ok {
		row.Reject(column, "day")
	}
	return d, ok
}

// Number returns a number; another value is reported.
func (row Row) Number(column string) (v float64, ok bool) {
	if v, ok = ParseNumber(row.Text(column), row.r.csv.Comma == ','); !ok {
		row.Reject(column, "number")
	}
	return v, ok
}

// ParseNumber reads a number with a decimal point or comma, with or without
// groups of three digits between spaces, points or commas. Of two signs the
// last one is the decimal sign, one that comes twice groups digits. A single
// comma before three digits may be either where commas also separate the
// file's values (grouped): such a number is none, for it would be wrong by a
// factor of a thousand.
func ParseNumber(text string, grouped bool) (float64, bool) {
	if n := len(text); n > 0 && n < 10 && digits(text) { // as scores are
		v := 0
		for _, c := range []byte(text) {
			v = 10*v + int(c-'0')
		}
		return float64(v), true
	}
	rest, negative := strings.CutPrefix(strings.Replace(text, "−", "-", 1), "-")
	rest = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(rest)
	whole, fraction, ok := cutDecimals(rest, grouped)
	if !ok {
		return 0, false
	}
	if whole, ok = ungroup(whole); !ok {
		return 0, false
	}
	number := whole
	if fraction != "" {
		number += "." + fraction
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0, false
	}
	if negative {
		v = -v
	}
	return v, true
}

// cutDecimals parts a number at its decimal sign.
func cutDecimals(text string, grouped bool) (whole, fraction string, ok bool) {
	at := strings.LastIndexAny(text, ".,")
	if at < 0 {
		return text, "", true
	}
	sign := text[at : at+1]
	if strings.Count(text, sign) > 1 {
		return text, "", true // groups
	}
	whole, fraction = text[:at], text[at+1:]
	alone := !strings.ContainsAny(whole, "., ")
	if sign == "," && alone && grouped && len(fraction) == 3 {
		return "", "", false
	}
	return whole, fraction, digits(fraction)
}

// ungroup takes the signs out of a whole number that part its digits by threes;
// all of them have to be the same.
func ungroup(whole string) (string, bool) {
	at := strings.IndexAny(whole, "., ")
	if at < 0 {
		return whole, digits(whole)
	}
	groups := strings.Split(whole, whole[at:at+1])
	for i, g := range groups {
		if !digits(g) || i > 0 && len(g) != 3 || i == 0 && len(g) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// digits reports whether a text is made of digits, one or more.
func digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// ParseDay reads a day, with or without a time after it: 2026-07-03,
// 2026-07-03T10:22:31Z, 3.07.2026 10:22, and 07/03/2026 10:22:31 AM, where AM or
// PM say that the month comes first. With slashes and without them nobody can
// tell the month from the day, and it is no day. The day is the file's own: no
// zone is taken into account.
func ParseDay(text string) (lang.Date, bool) {
	if d, ok := isoDay(text); ok {
		return d, true
	}
	if len(text) > 10 && (text[10] == 'T' || text[10] == ' ') && clock(text[11:]) {
		if d, ok := isoDay(text[:10]); ok {
			return d, true
		}
	}
	day, rest, _ := strings.Cut(text, " ")
	if rest != "" && !clock(rest) {
		return lang.Date{}, false
	}
	if parts := strings.Split(day, "."); len(parts) == 3 {
		return dayOf(parts[2], parts[1], parts[0])
	}
	upper := strings.ToUpper(rest)
	if parts := strings.Split(day, "/"); len(parts) == 3 && (strings.HasSuffix(upper, "AM") || strings.HasSuffix(upper, "PM")) {
		return dayOf(parts[2], parts[0], parts[1])
	}
	return lang.Date{}, false
}

// clock reports whether what follows a day begins like a time.
func clock(s string) bool {
	hour, minute, ok := strings.Cut(s, ":")
	return ok && digits(hour) && len(hour) <= 2 && len(minute) >= 2 && digits(minute[:2])
}

// isoDay reads YYYY-MM-DD.
func isoDay(s string) (lang.Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return lang.Date{}, false
	}
	return dayOf(s[:4], s[5:7], s[8:])
}

// dayOf returns a day of the calendar, which knows no 30 February, in the years
// that a handbook has.
func dayOf(year, month, day string) (lang.Date, bool) {
	if len(year) != 4 || len(month) > 2 || len(day) > 2 || !digits(year) || !digits(month) || !digits(day) {
		return lang.Date{}, false
	}
	d := lang.Date{Year: small(year), Month: time.Month(small(month)), Day: small(day)}
	if d.Year < lang.FirstYear || d.Year > lang.LastYear || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 28 && d.Day > last(d) {
		return lang.Date{}, false
	}
	return d, true
}

// last returns the last day of a day's month.
func last(d lang.Date) int {
	return time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// small reads a number of a few digits.
func small(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = 10*n + int(c-'0')
	}
	return n
}

// encoding returns which encoding a text that is not UTF-8 seems to be in: a
// variant of diag.NotUTF8, "" where nothing tells. Nothing is read by it, for it
// is a guess.
func encoding(data []byte) string {
	if len(data) > 1 && (data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) || strings.IndexByte(string(data[:min(len(data), 200)]), 0) >= 0 {
		return "utf-16"
	}
	letters, others := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			if strings.IndexByte(windows1250, data[i]) >= 0 {
				letters++
			} else {
				others++
			}
		}
		i += size
	}
	if letters > others {
		return "windows-1250"
	}
	return ""
}

// windows1250 are the bytes of Polish and Czech letters in Windows-1250.
const windows1250 = "\xb9\xe6\xea\xb3\xf1\xf3\x9c\x9f\xbf\xa5\xc6\xca\xa3\xd1\xd3\x8c\x8f\xaf" +
	"\xe1\xe8\xef\xe9\xec\xed\xf2\xf8\x9a\x9d\xfa\xf9\xfd\x9e\xc1\xc8\xcf\xc9\xcc\xcd\xd2\xd8\x8a\x8d\xda\xd9\xdd\x8e"
