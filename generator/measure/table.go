package measure

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/series"
)

// A Dimension is what the answers of a metric are told apart by.
type Dimension string

// The dimensions, which are also the columns of data files.
const (
	ByDepartment Dimension = "department"
	ByChannel    Dimension = "channel"
	ByListening  Dimension = "listening"
)

// dimensions in the order in which they are shown.
var dimensions = []Dimension{ByListening, ByDepartment, ByChannel}

// A table is the data of one metric as it was read.
type table struct {
	spec
	raw      bool // answers, not values that were computed elsewhere
	decimals int  // as many as a value was typed with
	beyond   bool // some value is above 1
	rows     []observation
	names    [3][]string // of each dimension; the first is "" for what is not stated
}

// An observation is a row of data. It is kept small: there may be a million.
type observation struct {
	day   int32
	n     int32 // how many such answers there are; of how many a value is, 0 where nobody says
	value float64
	who   [3]uint16 // which of table.names
}

// A reader reads the data of one metric.
type reader struct {
	*table
	book   *record.Handbook
	known  [3]map[string]uint16
	days   map[string]int32      // text of a date → its number, for rows come by the day
	seen   map[observation]int32 // day and department of a value → its line
	posts  map[string]string     // listening post → relational, transactional
	mixed  map[string]bool       // posts that were reported
	first  string                // relation of the first answer, where the metric does not say
	unread bool                  // the row in hand has something wrong
}

// readTable reads the data file of a metric.
func readTable(book *record.Handbook, rec *record.Record, in series.Input) (*table, diag.List) {
	r := &reader{
		table: &table{spec: specOf(rec)}, book: book,
		days: map[string]int32{}, seen: map[observation]int32{}, posts: map[string]string{}, mixed: map[string]bool{},
	}
	for i := range dimensions {
		r.names[i], r.known[i] = []string{""}, map[string]uint16{"": 0}
	}
	f := rec.Source.Fields
	in.Headings = map[string]string{}
	if columns := f.Get("columns"); columns != nil {
		for _, c := range columns.Fields {
			in.Headings[c.Key] = c.Value.Text
		}
	}
	in.Skip, _ = f.Get("skip_rows").Int()
	r.raw = r.answers(in)
	number := "value"
	if r.raw {
		number = "score"
	}
	in.Columns = []series.Column{{Name: "date"}, {Name: number}}
	for _, d := range dimensions {
		in.Columns = append(in.Columns, series.Column{Name: string(d), Optional: true})
	}
	if !r.raw {
		in.Columns = append(in.Columns, series.Column{Name: "n", Optional: true})
	}
	for name := range in.Headings { // a mapping of what this kind of data does not have says nothing
		if !slices.ContainsFunc(in.Columns, func(c series.Column) bool { return c.Name == name }) {
			delete(in.Headings, name)
		}
	}
	r.rows = make([]observation, 0, bytes.Count(in.Data, []byte("\n"))+1)
	found := series.Read(in, r.row)
	r.beyond = slices.ContainsFunc(r.rows, func(o observation) bool { return o.value > 1 })
	slices.SortFunc(r.rows, observation.compare) // so that the order of a file does not show
	if r.raw {
		r.rows = merge(r.rows)
	}
	return r.table, found
}

// merge makes one observation of all equal answers of a day.
func merge(rows []observation) []observation {
	var out []observation
	for _, o := range rows {
		if last := len(out) - 1; last >= 0 && out[last].same(o) {
			out[last].n++
		} else {
			o.n = 1
			out = append(out, o)
		}
	}
	return out
}

func (o observation) same(p observation) bool {
	return o.day == p.day && o.value == p.value && o.who == p.who
}

// answers reports whether a file has single answers. Where it has neither
// answers nor values, it lacks what its kind usually has.
func (r *reader) answers(in series.Input) bool {
	asked := r.kind == "nps" || r.kind == "csat" || r.kind == "ces"
	score, value := in.Has("score"), in.Has("value")
	if score && value || !score && !value {
		return asked
	}
	return score && (asked || r.kind == "mean" || r.kind == "median" || r.kind == "percentile")
}

func (o observation) compare(p observation) int {
	if o.day != p.day {
		return int(o.day - p.day)
	}
	for i := range o.who {
		if o.who[i] != p.who[i] {
			return int(o.who[i]) - int(p.who[i])
		}
	}
	if o.value != p.value {
		return map[bool]int{true: -1, false: 1}[o.value < p.value]
	}
	return int(o.n - p.n)
}

// row takes a row in, if it can be read whole.
func (r *reader) row(row series.Row) {
	r.unread = false
	o := observation{day: r.day(row)}
	for i, d := range dimensions {
		o.who[i] = r.name(row, i, d)
	}
	if r.raw {
		text := row.Text("score")
		if text == "" || strings.EqualFold(text, "offered") || strings.EqualFold(text, "unoffered") {
			return // somebody was asked and did not answer
		}
		o.value = r.score(row, text)
		r.relations(row)
	} else {
		o.value, o.n = r.value(row), r.count(row)
		r.twice(row, o)
		if o.n == 0 && row.Has("n") && r.kind != "count" {
			return // a value of nobody
		}
	}
	if !r.unread {
		r.rows = append(r.rows, o)
	}
}

func (r *reader) fault() { r.unread = true }

// day returns the number of a row's day.
func (r *reader) day(row series.Row) int32 {
	text := row.Text("date")
	if day, ok := r.days[text]; ok {
		return day
	}
	d, ok := row.Day("date")
	if !ok {
		r.fault()
		return 0
	}
	if len(r.days) < 100_000 { // with the time in it, each is another
		r.days[strings.Clone(text)] = dayNumber(d)
	}
	return dayNumber(d)
}

// name returns which department, channel or listening post a row is about.
func (r *reader) name(row series.Row, i int, d Dimension) uint16 {
	text := row.Text(string(d))
	if at, ok := r.known[i][text]; ok {
		return at
	}
	if len(r.names[i]) > math.MaxUint16 || !r.exists(d, text) {
		row.Reject(string(d), string(d))
		r.fault()
		return 0
	}
	text, at := strings.Clone(text), uint16(len(r.names[i]))
	r.names[i], r.known[i][text] = append(r.names[i], text), at
	return at
}

// exists reports whether the handbook has what a row is about.
func (r *reader) exists(d Dimension, name string) bool {
	if d == ByChannel {
		return len(r.book.Config.Channels) == 0 || slices.Contains(r.book.Config.Channels, name)
	}
	rec := r.book.Record(name)
	return rec != nil && rec.Type.Name == string(d)
}

// score returns an answer. Desks that ask for good or bad mean the ends of the
// scale.
func (r *reader) score(row series.Row, text string) float64 {
	if r.kind == "csat" {
		switch best := strings.EqualFold(text, "good"); {
		case best != r.descending && (best || strings.EqualFold(text, "bad")):
			return r.max
		case best || strings.EqualFold(text, "bad"):
			return r.min
		}
	}
	v, ok := row.Number("score")
	if !ok {
		r.fault()
		return 0
	}
	switch {
	case v < r.min || v > r.max:
		r.refuse(row, outside(row, "score", [2]float64{r.min, r.max}))
	case r.kind == "nps" && v != math.Trunc(v):
		r.refuse(row, outside(row, "score", [2]float64{r.min, r.max}).As("whole"))
	}
	r.typed(row.Text("score"))
	return v
}

// outside is what there is to say of a number that cannot be.
func outside(row series.Row, column string, bounds [2]float64) diag.Diagnostic {
	return diag.New(diag.OutOfScale, row.At(column), "value", row.Text(column), "min", plain(bounds[0]), "max", plain(bounds[1]))
}

// refuse reports what is wrong with a row, which is not taken in.
func (r *reader) refuse(row series.Row, d diag.Diagnostic) {
	r.fault()
	row.Report(d)
}

func plain(v float64) string {
	if math.IsInf(v, 0) {
		return "∞"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// value returns a value that was computed elsewhere.
func (r *reader) value(row series.Row) float64 {
	v, ok := row.Number("value")
	if !ok {
		r.fault()
		return 0
	}
	if low, high := r.bounds(); v < low || v > high {
		r.refuse(row, outside(row, "value", [2]float64{low, high}))
	}
	r.typed(row.Text("value"))
	return v
}

// maxDecimals is how many decimals a figure is shown with at most.
const maxDecimals = 3

// typed notes how many decimals a number was typed with.
func (t *table) typed(text string) {
	if at := strings.LastIndexAny(text, ".,"); at >= 0 {
		t.decimals = min(max(t.decimals, len(text)-at-1), maxDecimals)
	}
}

// count returns of how many answers a value is.
func (r *reader) count(row series.Row) int32 {
	if !row.Has("n") {
		return 0
	}
	n, ok := row.Number("n")
	if !ok {
		r.fault()
		return 0
	}
	if n < 0 || n != math.Trunc(n) || n > math.MaxInt32 {
		row.Reject("n", "count")
		r.fault()
		return 0
	}
	return int32(n)
}

// twice reports a second value of the same day and group.
func (r *reader) twice(row series.Row, o observation) {
	if r.unread {
		return
	}
	key := observation{day: o.day, who: o.who}
	if line, ok := r.seen[key]; ok {
		row.Report(diag.New(diag.RowTwice, row.At("date"), "on", row.Text("date")).As("value").See(row.Beginning(int(line)), "first"))
		r.fault()
		return
	}
	r.seen[key] = int32(row.Line())
}

// relations reports answers about the whole relation and answers about one
// event in one series, once for each listening post.
func (r *reader) relations(row series.Row) {
	post := row.Text(string(ByListening))
	if post == "" || r.unread {
		return
	}
	is, ok := r.posts[post]
	if !ok {
		is = "transactional"
		if r.book.Record(post).Source.Fields.Get("whole_relation").True() {
			is = "relational"
		}
		r.posts[strings.Clone(post)] = is
	}
	if r.first == "" {
		r.first = is
	}
	switch {
	case r.mixed[post] || is == r.relation || r.relation == "" && is == r.first:
		return
	case r.relation != "":
		row.Report(diag.New(diag.MixedSeries, row.At("listening"), "post", post).As(r.relation))
	default:
		row.Report(diag.New(diag.MixedSeries, row.At("listening"), "post", post))
	}
	r.mixed[strings.Clone(post)] = true
}
