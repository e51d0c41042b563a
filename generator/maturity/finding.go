package maturity

import (
	"slices"
	"strconv"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
)

// judge reports what is wrong with an assessment on every day.
func judge(book *record.Handbook, rec *record.Record) diag.List {
	model := modelOf(book, rec)
	if model == nil {
		return nil
	}
	j := &judgement{rec: rec, highest: len(model.Source.Fields.Get("levels").Elements())}
	for _, c := range model.Source.Fields.Get("competencies").Elements() {
		j.keys = append(j.keys, c.Get("key").String())
	}
	first := map[string]*source.Node{}
	for _, n := range rec.Source.File.Front.Get("scores").Elements() {
		key := n.Get("competency")
		if key.String() == "" {
			continue // reported by the schema
		}
		switch before := first[key.Text]; {
		case !slices.Contains(j.keys, key.Text):
			j.unknown(key)
		case before != nil:
			j.report(diag.New(diag.CompetencyCount, key.At, "key", key.Text).As("twice").See(before.At, "first"))
		default:
			first[key.Text] = key
		}
		j.score(n)
	}
	for _, key := range j.keys {
		if at := rec.Source.File.Front.Entry("scores"); first[key] == nil && at != nil {
			j.report(diag.New(diag.CompetencyCount, at.KeyAt, "key", key, "model", model.ID))
		}
	}
	j.overall(book)
	return j.found
}

// A judgement gathers findings about one assessment.
type judgement struct {
	rec     *record.Record
	keys    []string // of the model's competencies
	highest int
	found   diag.List
}

func (j *judgement) report(d diag.Diagnostic) {
	j.found = append(j.found, d.For(j.rec.ID, "/scores"))
}

func (j *judgement) unknown(key *source.Node) {
	d := diag.New(diag.UnknownCompetency, key.At, "key", key.Text, "model", j.rec.Source.Fields.Get("model").String())
	if near, ok := nearest.Nearest(key.Text, j.keys); ok {
		d = d.Suggest("near", "suggestion", near)
	}
	j.report(d)
}

// score reports levels that the model does not have. Whether there is one at
// all is a matter of the schema.
func (j *judgement) score(n *source.Node) {
	j.level(n.Get("level"))
	j.level(n.Get("target"))
	for _, e := range n.Get("evidence").Elements() {
		j.level(e.Get("proves"))
		if period := e.Get("valid_for"); e.Get("ref") != nil && period != nil && e.Get("on") == nil {
			j.report(diag.New(diag.TimelessEvidence, period.At))
		}
	}
}

func (j *judgement) level(n *source.Node) {
	if level, ok := n.Int(); ok && (level < 1 || level > j.highest) {
		j.report(diag.New(diag.LevelOutside, n.At, "level", n.Text, "highest", strconv.Itoa(j.highest)))
	}
}

// overall reports an overall figure that is not what its method gives. A mean
// is compared as it is rounded in the minutes.
func (j *judgement) overall(book *record.Handbook) {
	n := j.rec.Source.File.Front.Get("overall")
	value := n.Get("value")
	said, ok := number(value)
	a := read(book, j.rec)
	if !ok || a == nil {
		return
	}
	sum := summarise(a.Levels, func(l Level) int { return l.Claimed })
	if sum.Count == 0 {
		return
	}
	decimals := decimalsOf(value.Text)
	mean := strconv.FormatFloat(series.Round(sum.Mean, decimals), 'f', decimals, 64)
	switch n.Get("method").String() {
	case "lowest":
		if series.Compare(said, float64(sum.Lowest)) != 0 {
			j.found = append(j.found, diag.New(diag.OverallWrong, value.At, "value", value.Text, "right", strconv.Itoa(sum.Lowest)).
				As("lowest").For(j.rec.ID, "/overall/value"))
		}
	case "mean":
		if series.Compare(said, series.Round(sum.Mean, decimals)) != 0 {
			j.found = append(j.found, diag.New(diag.OverallWrong, value.At, "value", value.Text, "right", mean).
				For(j.rec.ID, "/overall/value"))
		}
	case "judgement":
		d := diag.New(diag.OverallJudged, value.At, "value", value.Text,
			"mean", strconv.FormatFloat(series.Round(sum.Mean, 1), 'f', 1, 64), "lowest", strconv.Itoa(sum.Lowest))
		j.found = append(j.found, d.For(j.rec.ID, "/overall/value"))
	}
}

func number(n *source.Node) (float64, bool) {
	if n == nil || n.Kind != source.Number {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Text, 64)
	return v, err == nil
}

// decimalsOf returns how many decimals a number is written with.
func decimalsOf(text string) int {
	for i := range len(text) {
		switch text[i] {
		case 'e', 'E':
			return 9
		case '.':
			return min(len(text)-i-1, 9)
		}
	}
	return 0
}

// named adds to arguments what the model calls a competency in each language.
func (a *Assessment) named(key string, args ...string) []string {
	for _, l := range []struct{ lang, arg string }{{"en", "name"}, {"pl", "name.pl"}, {"cs", "name.cs"}} {
		args = append(args, l.arg, a.competency(key, l.lang))
	}
	return args
}

// competency returns what the model calls a competency. A model that is for some
// readers only gives its key: who reads the finding may not see the model.
func (a *Assessment) competency(key, language string) string {
	if len(a.Model.Audience()) > 0 {
		return key
	}
	text := a.Model.In(language)
	if list := text.Fields.Get("competencies"); list != nil {
		for _, n := range list.Items {
			if name := n.Get("name").String(); n.Get("key").String() == key && name != "" {
				return name
			}
		}
	}
	return key
}

// shortfalls reports of a subject's latest assessment what is claimed and not
// proven on the day, and gaps that nothing is planned against.
func (a *Assessment) shortfalls() diag.List {
	if !a.Latest {
		return nil
	}
	var found diag.List
	for _, l := range a.Levels {
		if l.Unproven > 0 {
			found = append(found, diag.New(diag.LevelUnproven, l.at, a.named(l.Key, "claimed", strconv.Itoa(l.Claimed),
				"provable", strconv.Itoa(l.Provable), "level", strconv.Itoa(l.Unproven))...).As(string(l.Lack)).For(a.Record.ID, "/scores"))
		}
		if l.Unplanned() {
			found = append(found, diag.New(diag.GapWithoutPlan, l.targetAt, a.named(l.Key, "key", l.Key, "level", strconv.Itoa(l.Claimed),
				"target", strconv.Itoa(l.Target), "model", a.Model.ID)...).For(a.Record.ID, "/scores"))
		}
	}
	return found
}
