package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/chart"
	gocmp "github.com/google/go-cmp/cmp"
)

// numbersOf lists every number of a picture's geometry, by its way.
func numbersOf(way string, v reflect.Value, visit func(way string, n float64)) {
	switch v.Kind() {
	case reflect.Float64:
		visit(way, v.Float())
	case reflect.Pointer:
		if !v.IsNil() {
			numbersOf(way, v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			numbersOf(fmt.Sprintf("%s[%d]", way, i), v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			numbersOf(way+"."+v.Type().Field(i).Name, v.Field(i), visit)
		}
	}
}

var (
	pathShape  = regexp.MustCompile(`^([ML]-?\d+(\.\d{1,2})? -?\d+(\.\d{1,2})?|Z)*$`)
	pathNumber = regexp.MustCompile(`-?\d+(\.\d+)?`)
)

// pathsOf lists the paths of a picture.
func pathsOf(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			pathsOf(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			pathsOf(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Field(i).Kind() == reflect.String && (name == "Path" || name == "Target") {
				visit(v.Field(i).String())
			} else {
				pathsOf(v.Field(i), visit)
			}
		}
	}
}

// inside fails where a picture leaves its view, has more than two decimals, or
// has both a reason and something to draw.
func inside(t testing.TB, picture any, view chart.View, reason chart.Reason) {
	t.Helper()
	if reason != "" {
		bare := reflect.New(reflect.TypeOf(picture)).Elem()
		bare.FieldByName("Reason").SetString(string(reason))
		if diff := gocmp.Diff(bare.Interface(), picture); diff != "" {
			t.Fatalf("a picture that is not there has something in it:\n%s", diff)
		}
		return
	}
	if !(view.Width > 0 && view.Height > 0 && view.Width < 5000 && view.Height < 5000) {
		t.Fatalf("the view is %v", view)
	}
	limit := func(way string) float64 {
		if last := way[strings.LastIndex(way, ".")+1:]; strings.HasPrefix(last, "Y") || last == "Height" {
			return view.Height
		}
		return view.Width
	}
	numbersOf("", reflect.ValueOf(picture), func(way string, n float64) {
		if !(n >= 0 && n <= limit(way)) || math.Round(n*100)/100 != n || math.Signbit(n) {
			t.Fatalf("%s is %v in a view of %v", way, n, view)
		}
	})
	pathsOf(reflect.ValueOf(picture), func(path string) {
		if !pathShape.MatchString(path) {
			t.Fatalf("the path %q", path)
		}
		for i, s := range pathNumber.FindAllString(path, -1) {
			if n, err := strconv.ParseFloat(s, 64); err != nil || n < 0 || n > []float64{view.Width, view.Height}[i%2] {
				t.Fatalf("%s in the path %q, in a view of %v", s, path, view)
			}
		}
	})
}

// apart fails where labels leave the view or cover each other.
func apart(t testing.TB, view chart.View, labels ...chart.Label) {
	t.Helper()
	for i, l := range labels {
		a := l.Box()
		if a.X < -0.1 || a.Y < -0.1 || a.X+a.Width > view.Width+0.1 || a.Y+a.Height > view.Height+0.1 {
			t.Fatalf("%v covers %v, out of the view %v", l, a, view)
		}
		for _, other := range labels[:i] {
			b := other.Box()
			if a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
				t.Fatalf("%v and %v cover each other", l, other)
			}
		}
	}
}

// wild are numbers that have broken pictures before.
var wild = []float64{0, 1, -1, 3, 5, 100, -100, 0.1, 1e-300, -1e-12, 1e15, -1e15, 1e16, math.MaxFloat64, -math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}

// A source makes numbers and words for a picture: wild ones now and then.
type source struct {
	*rand.Rand
	low, high float64
}

func (s source) number() chart.Number {
	switch s.IntN(12) {
	case 0:
		return chart.Number{}
	case 1:
		if s.IntN(6) == 0 {
			return chart.Some(wild[s.IntN(len(wild))])
		}
	case 2:
		return chart.Some(s.low)
	case 3:
		return chart.Some(s.high)
	}
	return chart.Some(s.low + s.Float64()*(s.high-s.low))
}

var words = strings.Fields("zasady i odpowiedzialności praca z wnioskami řízení zpětné vazby W CustomerExperienceManagementMaturity role 2026 IV kw. ąęśćżźń 客户 Überschreitung a o the x")

func (s source) label() string {
	var out []string
	for range s.IntN(5) {
		out = append(out, words[s.IntN(len(words))])
	}
	return strings.Join(out, " ")
}

// many calls a test of a picture with many sources.
func many(t *testing.T, low, high float64, try func(s source)) {
	t.Helper()
	for seed := range uint64(3000) {
		s := source{rand.New(rand.NewPCG(seed, 1)), low, high}
		switch seed % 5 {
		case 1:
			s.low = s.high // all equal
		case 2:
			s.low, s.high = -1e15, 1e15
		case 3:
			s.low, s.high = s.low/1e6, s.low/1e6+1e-9
		}
		try(s)
	}
}

func TestRadarIsInsideItsView(t *testing.T) {
	drawn := 0
	many(t, 1, 5, func(s source) {
		s.low, s.high = max(s.low, 0), min(s.high, 5)
		axes := make([]chart.Axis, s.IntN(15))
		for i := range axes {
			axes[i] = chart.Axis{Label: s.label(), Now: s.number(), Before: s.number(), Target: s.number()}
		}
		r := chart.NewRadar(5, axes)
		inside(t, r, r.View, r.Reason)
		var labels []chart.Label
		for _, a := range r.Axes {
			labels = append(labels, a.Label)
		}
		apart(t, r.View, labels...)
		if r.Reason == "" {
			drawn++
		}
		if again := chart.NewRadar(5, axes); !reflect.DeepEqual(r, again) {
			t.Fatal("the same numbers give another picture")
		}
	})
	if drawn < 500 {
		t.Errorf("only %d were drawn", drawn)
	}
}

func TestTrendIsInsideItsView(t *testing.T) {
	drawn := 0
	many(t, -100, 100, func(s source) {
		periods := make([]chart.Period, s.IntN(40))
		for i := range periods {
			low, high := s.number(), s.number()
			if low.Value > high.Value {
				low, high = high, low
			}
			periods[i] = chart.Period{Label: s.label(), Value: s.number(), Low: low, High: high, Target: s.number(), Few: s.IntN(2) == 0}
		}
		r := chart.NewTrend(periods, func(v float64, d int) string { return strconv.FormatFloat(v, 'f', d, 64) })
		inside(t, r, r.View, r.Reason)
		labels := r.Labels
		for _, tick := range r.Ticks {
			labels = append(labels, tick.Label)
		}
		apart(t, r.View, labels...)
		if r.Reason == "" {
			drawn++
		}
	})
	if drawn < 500 {
		t.Errorf("only %d were drawn", drawn)
	}
}

func TestBarsAreInsideTheirView(t *testing.T) {
	drawn := 0
	many(t, 0, 35, func(s source) {
		rows := make([]chart.Length, s.IntN(8))
		for i := range rows {
			rows[i] = chart.Length{Label: s.label(), Value: s.label()}
			for range s.IntN(5) {
				rows[i].Shares = append(rows[i].Shares, s.number())
			}
		}
		r := chart.NewBars(float64(s.IntN(101)), rows)
		inside(t, r, r.View, r.Reason)
		var labels []chart.Label
		for _, row := range r.Rows {
			labels = append(labels, row.Label, row.Value)
		}
		if r.Reason == "" {
			drawn++
			apart(t, r.View, slices.DeleteFunc(labels, func(l chart.Label) bool { return l.Box().Width == 0 })...)
		}
	})
	if drawn < 500 {
		t.Errorf("only %d were drawn", drawn)
	}
}

func TestHeatMapIsInsideItsView(t *testing.T) {
	drawn := 0
	many(t, 1, 5, func(s source) {
		g := chart.Grid{Lowest: s.low, Highest: s.high, Columns: make([]string, s.IntN(9)), Rows: make([]string, s.IntN(12))}
		for j := range g.Columns {
			g.Columns[j] = s.label()
		}
		for i := range g.Rows {
			g.Rows[i] = s.label()
			row := make([]chart.Cell, len(g.Columns))
			for j := range row {
				row[j] = chart.Cell{Value: s.number(), Text: "5", Hidden: s.IntN(9) == 0, None: s.IntN(9) == 0}
			}
			g.Cells = append(g.Cells, row)
		}
		r := chart.NewHeatMap(g)
		inside(t, r, r.View, r.Reason)
		apart(t, r.View, append(r.Columns, r.Rows...)...)
		for _, c := range r.Cells {
			if c.Shade < 0 || c.Shade > chart.Shades || c.Shade == 0 != (c.State != "") {
				t.Fatalf("the cell %+v", c)
			}
		}
		if r.Reason == "" {
			drawn++
		}
	})
	if drawn < 500 {
		t.Errorf("only %d were drawn", drawn)
	}
}

// What cannot be drawn says why.
func TestReasons(t *testing.T) {
	some, nan := chart.Some, chart.Some(math.NaN())
	word := func(v float64, d int) string { return "x" }
	three := func(n chart.Number) []chart.Axis { return []chart.Axis{{Now: n}, {Now: some(1)}, {Now: some(1)}} }
	for name, c := range map[string]struct{ got, want chart.Reason }{
		"radar without values":      {chart.NewRadar(5, make([]chart.Axis, 3)).Reason, chart.Empty},
		"radar of two":              {chart.NewRadar(5, three(some(1))[:2]).Reason, chart.TooFew},
		"radar of thirteen":         {chart.NewRadar(5, append(three(some(1)), make([]chart.Axis, 10)...)).Reason, chart.TooMany},
		"radar with NaN":            {chart.NewRadar(5, three(nan)).Reason, chart.NotANumber},
		"radar beyond its levels":   {chart.NewRadar(5, three(some(6))).Reason, chart.OutOfRange},
		"trend of nothing":          {chart.NewTrend(nil, word).Reason, chart.Empty},
		"trend of targets alone":    {chart.NewTrend([]chart.Period{{Target: some(1)}}, word).Reason, chart.Empty},
		"trend with NaN":            {chart.NewTrend([]chart.Period{{Value: nan}}, word).Reason, chart.NotANumber},
		"trend with an infinity":    {chart.NewTrend([]chart.Period{{Value: some(1), High: some(math.Inf(1))}}, word).Reason, chart.NotANumber},
		"quadrant of nothing":       {chart.NewQuadrant(3, nil).Reason, chart.Empty},
		"quadrant beyond its scale": {chart.NewQuadrant(3, []chart.Spot{{Effort: 6, Benefit: 1}}).Reason, chart.OutOfRange},
		"quadrant cut nowhere":      {chart.NewQuadrant(math.NaN(), []chart.Spot{{Effort: 1, Benefit: 1}}).Reason, chart.OutOfRange},
		"bars of nothing":           {chart.NewBars(100, nil).Reason, chart.Empty},
		"bars below nothing":        {chart.NewBars(100, []chart.Length{{Shares: []chart.Number{some(-1)}}}).Reason, chart.Negative},
		"heat map of nothing":       {chart.NewHeatMap(chart.Grid{}).Reason, chart.Empty},
	} {
		if c.got != c.want {
			t.Errorf("%s: the reason is %q, want %q", name, c.got, c.want)
		}
	}
}

// A missing value interrupts a line; it is never drawn as 0.
func TestGaps(t *testing.T) {
	some := chart.Some
	trend := chart.NewTrend([]chart.Period{{Value: some(1)}, {Value: some(2)}, {}, {Value: some(3)}}, func(v float64, d int) string { return fmt.Sprint(v) })
	if got := strings.Count(trend.Path, "M"); got != 2 || len(trend.Points) != 3 {
		t.Errorf("the line is %q through %d points, want two pieces through three", trend.Path, len(trend.Points))
	}
	axes := []chart.Axis{{Now: some(1)}, {Now: some(2)}, {}, {Now: some(3)}}
	radar := chart.NewRadar(5, axes)
	if got := strings.Count(radar.Now.Path, "M"); got != 1 || radar.Now.Whole || strings.Contains(radar.Now.Path, "Z") || len(radar.Now.Marks) != 3 {
		t.Errorf("with one axis missing the line is %+v, want one open piece around the other three", radar.Now)
	}
	bars := chart.NewBars(0, []chart.Length{{Shares: []chart.Number{{}}}, {Shares: []chart.Number{some(0)}}})
	if !bars.Rows[0].Missing || bars.Rows[1].Missing {
		t.Errorf("nothing known: missing %v; 0: missing %v", bars.Rows[0].Missing, bars.Rows[1].Missing)
	}
}

// Higher values stand higher, a target's steps change where the target does,
// and the axis reaches over the intervals.
func TestTrendReadsUpwards(t *testing.T) {
	some := chart.Some
	r := chart.NewTrend([]chart.Period{
		{Value: some(-10), Low: some(-20), High: some(0), Target: some(30)},
		{Value: some(26.2), Low: some(18.6), High: some(33.8), Target: some(30)},
		{Value: some(26.2), Target: some(35)},
	}, func(v float64, d int) string { return strconv.FormatFloat(v, 'f', d, 64) })
	if r.Points[0].Y <= r.Points[1].Y || r.Points[1].Y != r.Points[2].Y {
		t.Errorf("the points are %v", r.Points)
	}
	if w := r.Points[0].Whisker; w == nil || w.Low.Y1 <= r.Points[0].Y || w.High.Y1 >= r.Points[0].Y || r.Points[2].Whisker != nil {
		t.Errorf("the whiskers are %v and %v", w, r.Points[2].Whisker)
	}
	if got := len(pathNumber.FindAllString(r.Target, -1)) / 2; got != 4 {
		t.Errorf("the target %q has %d corners, want 4: one step", r.Target, got)
	}
	if r.Zero == nil || r.Ticks[0].Label.Lines[0].Text != "-20" || r.Ticks[len(r.Ticks)-1].Label.Lines[0].Text != "40" {
		t.Errorf("zero is at %v, the ticks are %v", r.Zero, r.Ticks)
	}
}

// The more, the longer and the darker.
func TestBarsAndShadesGrow(t *testing.T) {
	some := chart.Some
	bars := chart.NewBars(100, []chart.Length{{Shares: []chart.Number{some(35), some(22.5)}}, {Shares: []chart.Number{some(100)}}})
	first, second := bars.Rows[0].Shares, bars.Rows[1].Shares
	if math.Abs(first[0].Width/second[0].Width-0.35) > 0.001 || math.Abs(first[1].X-(first[0].X+first[0].Width)) > 0.02 {
		t.Errorf("35 and 22.5 of 100 are %v, 100 is %v", first, second)
	}
	var row []chart.Cell
	for level := 1; level <= 5; level++ {
		row = append(row, chart.Cell{Value: some(float64(level))})
	}
	row = append(row, chart.Cell{Value: some(5), Hidden: true})
	heat := chart.NewHeatMap(chart.Grid{Lowest: 1, Highest: 5, Rows: []string{"r"}, Columns: make([]string, 6), Cells: [][]chart.Cell{row}})
	for i, c := range heat.Cells[:5] {
		if c.Shade != i+1 {
			t.Errorf("level %d has shade %d", i+1, c.Shade)
		}
	}
	if c := heat.Cells[5]; c.Shade != 0 || c.State != "hidden" {
		t.Errorf("a hidden cell is %+v", c)
	}
}

// The names of the sample's ten competencies fit around a radar in each
// language; names for which there is no room are replaced by numbers.
func TestRadarNames(t *testing.T) {
	for language, names := range map[string]string{
		"pl": "zarządzanie feedbackiem|priorytetyzacja działań|edukacja zespołów|spójność kanałów|rola lidera CX|praca z insightami|zasady i odpowiedzialności|zamknięta pętla|samodzielność zespołów|pomiar i cele",
		"cs": "řízení zpětné vazby|prioritizace opatření|vzdělávání týmů|jednotnost kanálů|role lídra CX|práce s poznatky|pravidla a odpovědnosti|uzavřená smyčka|samostatnost týmů|měření a cíle",
		"en": "feedback management|prioritisation of actions|education of teams|consistency of channels|role of the CX leader|working with insights|rules and responsibilities|closed loop|autonomy of teams|measurement and targets",
	} {
		var axes []chart.Axis
		for _, n := range strings.Split(names, "|") {
			axes = append(axes, chart.Axis{Label: n, Now: chart.Some(3)})
		}
		r := chart.NewRadar(5, axes)
		if r.Keyed {
			t.Errorf("%s: the names do not fit", language)
		}
		axes[2].Label = strings.Repeat("bezprzerwy", 4)
		if r := chart.NewRadar(5, axes); !r.Keyed || r.Axes[2].Label.Lines[0].Text != "3" {
			t.Errorf("%s: a name that does not fit is written: %v", language, r.Axes[2].Label)
		}
	}
}
