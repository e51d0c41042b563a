package record

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// figures returns the numbers of a text, sorted, in one form for all
// languages: 1 240, 1,240 and 1.240 are 1240; 4,20 and 4.2 are 4.2; 5 pm and
// 17:00 are 17. Days, ids, addresses and citations are no figures: they differ
// between languages although nothing is wrong.
func figures(text, lang string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.ContainsAny(line, "0123456789") {
			s := scan{words: strings.Fields(line), english: lang != "pl" && lang != "cs", dated: -9}
			out = append(out, s.figures()...)
		}
	}
	slices.Sort(out)
	return out
}

// A scan goes through the words of a line and looks only at those with
// digits, and at their neighbours.
type scan struct {
	words   []string
	english bool
	dated   int // index of the last word that is part of a day
}

func (s *scan) figures() []string {
	var out []string
	for i := 0; i < len(s.words); i++ {
		w := s.core(i)
		if !strings.ContainsAny(w, "0123456789") {
			if m, ok := months[strings.ToLower(w)]; ok && (m == anyWord || s.english) || isQuarter(w) {
				s.dated = i
			}
			continue
		}
		if n := s.noFigure(i, w); n > 0 {
			i += n - 1
			continue
		}
		found, n := s.figure(i, w)
		out = append(out, found...)
		i += n - 1
	}
	return out
}

// core is a word without the punctuation around it; "" beyond the ends.
func (s *scan) core(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return strings.TrimFunc(s.words[i], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '§'
	})
}

// noFigure tells how many words from i on are an id, an address, a citation
// or a day; 0 where the word is a figure.
func (s *scan) noFigure(i int, w string) int {
	switch {
	case s.cited(i):
		return 1
	case !digitsOnly(w) && (address(s.words[i]) || self.MatchString(w)):
		return 1
	case !digitsOnly(w) && day.MatchString(w):
		s.dated = i
		return 1
	case year.MatchString(w) && (s.dated == i-1 || s.dated == i-2 && s.words[i-1] == "of"):
		return 1
	}
	return s.partOfDay(i, w)
}

var (
	// self matches what is an id or the number of an act by itself.
	self = regexp.MustCompile(`^(?:\p{Lu}{2,}-[0-9]+(?:#.*)?|[0-9]+/(?:19|20)[0-9]{2})$`)
	day  = regexp.MustCompile(`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./])[0-9]{1,2}[./](?:19|20)[0-9]{2}|Q[1-4](?:[/-](?:19|20)[0-9]{2})?)$`)
	year = regexp.MustCompile(`^(?:19|20)[0-9]{2}$`)
	// ordinal matches a day of a month or the number of a quarter.
	ordinal  = regexp.MustCompile(`^[0-9]{1,2}(?:st|nd|rd|th)?$`)
	dayMonth = regexp.MustCompile(`^[0-9]{1,2}\.[0-9]{1,2}\.$`)
)

func address(word string) bool {
	return strings.Contains(word, "://") || strings.Contains(word, "@") || strings.Contains(word, "www.")
}

// cited reports whether the number is a place in a law or in the handbook:
// § 3 ust. 2, art. 7a, § 19(3), odst. 3 písm. a), paragraph 4, poz. 827.
func (s *scan) cited(i int) bool {
	if strings.Contains(s.words[i], "§") {
		return true
	}
	before := strings.ToLower(s.core(i - 1))
	if strings.HasSuffix(before, "§") || citing[before] {
		return true
	}
	for _, stem := range []string{"ustęp", "odstav", "paragraf", "punkt"} {
		if strings.HasPrefix(before, stem) {
			return true
		}
	}
	for j := max(0, i-3); j < i; j++ { // Dz. U. z 2014 r. poz. 827
		if strings.HasPrefix(s.words[j], "Dz.") {
			return true
		}
	}
	return false
}

var citing = map[string]bool{
	"art": true, "article": true, "articles": true, "čl": true, "článek": true, "článku": true,
	"ust": true, "odst": true, "pkt": true, "section": true, "sections": true, "para": true,
	"paragraph": true, "paragraphs": true, "písm": true, "lit": true, "point": true, "points": true,
	"poz": true, "item": true,
}

// partOfDay tells how many words from i on belong to a day that is written
// with spaces: 22 listopada, 22. 11. 2026, November 22, 3. čtvrtletí.
func (s *scan) partOfDay(i int, w string) int {
	next := s.core(i + 1)
	switch {
	case !ordinal.MatchString(w):
		if !s.english && dayMonth.MatchString(s.words[i]) {
			return 1
		}
		return 0
	case months[strings.ToLower(next)] != "", isQuarter(next):
		return 1
	case s.dated == i-1 && months[strings.ToLower(s.core(i-1))] == englishWord:
		s.dated = i
		return 1
	case !s.english && strings.HasSuffix(s.words[i], ".") && ordinal.MatchString(next) && strings.HasSuffix(s.words[i+1], "."):
		s.dated = i + 1
		return 2
	}
	return 0
}

func isQuarter(w string) bool {
	w = strings.ToLower(w)
	return strings.HasPrefix(w, "kwarta") || strings.HasPrefix(w, "čtvrtlet") || strings.HasPrefix(w, "quarter")
}

const (
	anyWord     = "any"
	englishWord = "en"
)

// months are the names of months in the forms in which days are written.
var months = func() map[string]string {
	out := map[string]string{}
	for _, w := range strings.Fields(`
		styczeń stycznia styczniu luty lutego lutym marzec marca marcu kwiecień kwietnia kwietniu maj maja maju
		czerwiec czerwca czerwcu lipiec lipca lipcu sierpień sierpnia sierpniu wrzesień września wrześniu
		październik października październiku listopad listopada listopadzie grudzień grudnia grudniu
		leden ledna lednu únor února únoru březen března březnu duben dubna dubnu květen května květnu
		červen června červnu červenec července červenci srpen srpna srpnu září říjen října říjnu
		listopadu prosinec prosince prosinci
		styczniem lutym marcem kwietniem majem czerwcem lipcem sierpniem wrześniem październikiem listopadem grudniem
		lednem únorem březnem dubnem květnem červnem červencem srpnem zářím říjnem prosincem`) {
		out[w] = anyWord
	}
	for _, w := range strings.Fields("january february march april may june july august september october november december") {
		out[w] = englishWord
	}
	return out
}()

// figure reads the figures that start in word i and tells how many words they
// take: thousands may be parted by spaces, and pm may follow.
func (s *scan) figure(i int, w string) ([]string, int) {
	if half := meridiem(s.words, i+1); half != "" {
		if m := clock.FindStringSubmatch(w + half); m != nil {
			return []string{hours(m)}, 2
		}
	}
	if m := clock.FindStringSubmatch(strings.ToLower(w)); m != nil {
		return []string{hours(m)}, 1
	}
	n := 1
	for n < maxGroups && head.MatchString(w) && endsInDigit(s.words[i+n-1]) && i+n < len(s.words) && startsInDigit(s.words[i+n]) {
		next := s.core(i + n)
		if !thousands.MatchString(next) {
			break
		}
		w, n = w+next, n+1
	}
	var out []string
	for _, f := range number.FindAllString(w, -1) {
		out = append(out, s.normal(f)...)
	}
	return out, n
}

// maxGroups is how many groups of digits a number may have: beyond
// quadrillions it is a row of numbers.
const maxGroups = 6

var (
	number    = regexp.MustCompile(`[0-9]+(?:[.,:][0-9]+)*`)
	head      = regexp.MustCompile(`^[0-9]{1,3}(?:[0-9]{3})*$`)
	thousands = regexp.MustCompile(`^[0-9]{3}(?:[.,][0-9]+)?$`)
	byComma   = regexp.MustCompile(`^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$`)
	byPoint   = regexp.MustCompile(`^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$`)
	fraction  = regexp.MustCompile(`^[0-9]+[.,:][0-9]+$`)
	clock     = regexp.MustCompile(`^([0-9]{1,2})(?:[:.]([0-9]{2}))?([ap])m$`)
)

func digitsOnly(w string) bool { return strings.Trim(w, "0123456789") == "" }

func startsInDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

func endsInDigit(w string) bool { return w[len(w)-1] >= '0' && w[len(w)-1] <= '9' }

// meridiem returns am or pm where the next word is that.
func meridiem(words []string, i int) string {
	if i < len(words) && len(words[i]) <= 6 {
		w := strings.ToLower(strings.Trim(strings.ReplaceAll(words[i], ".", ""), ",;:)"))
		if w == "am" || w == "pm" {
			return w
		}
	}
	return ""
}

// hours turns 5 pm into 17, 8:30 a.m. into 8.3, as 8:30 is.
func hours(m []string) string {
	h, err := strconv.Atoi(m[1])
	if err == nil && h <= 12 {
		h %= 12
		if m[3] == "p" {
			h += 12
		}
	}
	if m[2] == "" {
		return strconv.Itoa(h)
	}
	return bare(strconv.Itoa(h) + "." + m[2])
}

// normal brings what may be one number or several into the common form.
func (s *scan) normal(f string) []string {
	switch {
	case s.english && byComma.MatchString(f):
		f = strings.ReplaceAll(f, ",", "")
	case !s.english && byPoint.MatchString(f):
		f = strings.ReplaceAll(f, ".", "")
	}
	if fraction.MatchString(f) {
		return []string{bare(strings.NewReplacer(",", ".", ":", ".").Replace(f))}
	}
	i := strings.IndexAny(f, ".,:")
	if i < 0 {
		return []string{bare(f)}
	}
	var out []string // a row of numbers, such as 5,4,2,1
	for part := range strings.SplitSeq(f, f[i:i+1]) {
		out = append(out, s.normal(part)...)
	}
	return out
}

// bare leaves out zeros that say nothing: 4.20 is 4.2, 63.0 is 63, 07 is 7.
func bare(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	s = strings.TrimLeft(s, "0")
	if s == "" || s[0] == '.' {
		s = "0" + s
	}
	return s
}

// differ returns what the second of two sorted lists lacks and what it has
// besides, each as often as it is.
func differ(want, got []string) (missing, extra []string) {
	for len(want) > 0 || len(got) > 0 {
		switch {
		case len(got) == 0 || len(want) > 0 && want[0] < got[0]:
			missing, want = append(missing, want[0]), want[1:]
		case len(want) == 0 || got[0] < want[0]:
			extra, got = append(extra, got[0]), got[1:]
		default:
			want, got = want[1:], got[1:]
		}
	}
	return missing, extra
}
