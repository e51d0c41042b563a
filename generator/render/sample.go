package render

import (
	"reflect"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/page"
)

// always are the parts of a page that every page of a kind has; pages of a kind
// that is not named here have a Site.
var always = map[page.Kind][]string{
	page.Languages:      nil,
	page.Redirect:       {"Target"},
	page.Index:          {"Site", "Table"},
	page.Overview:       {"Site", "Table"},
	page.RecordPage:     {"Site", "Record"},
	page.Fields:         {"Site", "Form"},
	page.ComparisonPage: {"Site", "Comparison"},
	page.Scorecard:      {"Site", "Card"},
}

// samples returns two pages that a theme is tried on: one with nothing in it
// that may be missing, and one with something in every part of every kind.
func samples(kind page.Kind) []*page.Page {
	empty := &page.Page{Publication: &page.Publication{}, Kind: kind, Lang: "en", Address: "en/x/", Word: chosen["Word"]}
	parts, ok := always[kind]
	if !ok {
		parts = []string{"Site"}
	}
	for _, name := range parts {
		f := reflect.ValueOf(empty).Elem().FieldByName(name)
		f.Set(reflect.New(f.Type().Elem()))
	}
	if empty.Record != nil {
		empty.Record.Written = empty.Lang
	}
	full := &page.Page{}
	fill(reflect.ValueOf(full).Elem(), 0)
	full.Kind, full.Lang, full.Address = empty.Kind, empty.Lang, empty.Address
	return []*page.Page{empty, full}
}

// chosen are fields whose value is one of a few that the theme has words for.
var chosen = map[string]string{
	"Lang": "cs", "Written": "pl", "Source": "pl", "Flag": "yes", "Key": "stale", "Force": "amended", "URL": "https://example.org/", "Base": "https://example.org/", "Address": "en/y/",
	"Word": "decisions", "State": "changed", "Was": "pl", "Is": "cs", "Notice": "compare.binding", "Unknown": "history.shallow", "Shape": "text",
	"Why": "no-data", "Bare": "one-answer", "Verdict": "better", "Met": "met", "By": "channel", "CaseKind": "claim",
	"Reason": "no-cost", "Lack": "decayed", "Lapse": "review", "Kind": "claimed",
}

// figures returns one of each, and one that could not be drawn.
func figures() []*page.Figure {
	some := chart.Some
	about := func(anchor string) page.Picture {
		return page.Picture{Anchor: anchor, Word: chosen["Word"], Title: "x", Lang: "cs", First: page.Said{Text: "x"}}
	}
	axes := []chart.Axis{{Label: "x", Now: some(1), Before: some(2), Target: some(3)}, {Label: "y", Now: some(4)}, {Label: strings.Repeat("z", 99)}}
	spot := chart.Spot{Key: "x", Effort: 1, Benefit: 5}
	return []*page.Figure{
		page.DrawRadar("en", page.RadarData{Picture: about("radar"), Levels: 5, Axes: axes, Now: "x"}),
		page.DrawTrend("en", page.TrendData{Picture: about("trend"), Periods: []page.TrendPeriod{
			{Period: chart.Period{Label: "x", Value: some(-1), Low: some(-2), High: some(1), Target: some(3), Few: true}, N: 2}, {Hidden: true},
		}}),
		page.DrawQuadrant("en", page.QuadrantData{Picture: about("quadrant"), Spots: slices.Repeat([]page.QuadrantSpot{{Spot: spot, Name: "x"}}, chart.MostSpots+1)}),
		page.DrawBars("en", page.BarsData{Picture: about("bars"), Shares: slices.Repeat([]page.Said{{Text: "x"}}, chart.MostShares), Rows: []page.BarRow{{Name: "x", Numbers: slices.Repeat([]chart.Number{some(1)}, chart.MostShares)}}}),
		page.DrawHeatMap("en", page.HeatMapData{Picture: about("heat"), Lowest: 1, Highest: 5, Columns: []string{"x", "y", "z", "q"}, Rows: []page.HeatRow{{Name: "x", Cells: []chart.Cell{{Value: some(1)}, {None: true}, {Hidden: true}, {}}}}}),
		page.DrawBars("en", page.BarsData{Picture: about("nothing")}),
	}
}

// deep is how far values nest in each other in a sample.
const deep = 7

// fill puts something into every exported field.
func fill(v reflect.Value, depth int) {
	switch special := v.Addr().Interface().(type) {
	case **markdown.Doc:
		*special = markdown.Parse(markdown.Input{Name: "x.md", Body: []byte("## x\n\ny"), Lang: "pl", HTML: true})
		return
	case *duty.Letter:
		*special = duty.Responsible
		return
	case *page.Table:
		fillStruct(v, depth)
		special.Words = []string{"reviews.due", "reviews.by"}
		return
	case *[]*page.Figure:
		*special = figures()
		return
	case **page.Figure:
		*special = figures()[0]
		return
	case **diag.Rule:
		*special = diag.Rules()[0]
		return
	}
	if depth > deep {
		return
	}
	if whole := depth+2 <= deep; !whole && (v.Kind() == reflect.Slice || v.Kind() == reflect.Pointer) {
		return // rather nothing than a thing without words
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), depth+1)
		fill(v.Index(1), depth+1)
	case reflect.Struct:
		fillStruct(v, depth)
	}
}

func fillStruct(v reflect.Value, depth int) {
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		word, ok := chosen[name]
		switch {
		case !f.CanSet():
		case ok && f.Kind() == reflect.String:
			f.SetString(word)
		default:
			fill(f, depth+1)
		}
	}
}
