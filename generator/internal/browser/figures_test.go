package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/cxbook/cxbook/generator/chart"
	"github.com/cxbook/cxbook/generator/internal/browser"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/publish"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/themes"
)

// competencies are those of the sample's model, with the levels of its two
// assessments and their targets.
var competencies = map[string]string{
	"pl": "zarządzanie feedbackiem|priorytetyzacja działań|edukacja zespołów|spójność kanałów|rola lidera CX|praca z insightami|zasady i odpowiedzialności|zamknięta pętla|samodzielność zespołów|pomiar i cele",
	"cs": "řízení zpětné vazby|prioritizace opatření|vzdělávání týmů|jednotnost kanálů|role lídra CX|práce s poznatky|pravidla a odpovědnosti|uzavřená smyčka|samostatnost týmů|měření a cíle",
	"en": "feedback management|prioritisation of actions|education of teams|consistency of channels|role of the CX leader|working with insights|rules and responsibilities|closed loop|autonomy of teams|measurement and targets",
}

var levels = [][3]float64{{3, 2, 3}, {3, 2, 3}, {2, 2, 3}, {3, 2, 3}, {2, 1, 3}, {2, 1, 3}, {3, 2, 3}, {3, 2, 4}, {2, 2, 3}, {4, 3, 4}}

// gallery returns every kind of figure, as the sample's numbers make it and as
// it is hardest to read.
func gallery(language string) []*page.Figure {
	some := chart.Some
	names := strings.Split(competencies[language], "|")
	about := func(anchor string) page.Picture {
		return page.Picture{Anchor: anchor, Title: anchor, First: page.Said{Text: "–"}}
	}
	var axes, lacking []chart.Axis
	var heat, wide []page.HeatRow
	for i, l := range levels {
		axes = append(axes, chart.Axis{Label: names[i], Now: some(l[0]), Before: some(l[1]), Target: some(l[2])})
		lacking = append(lacking, chart.Axis{Label: names[i] + strings.Repeat(names[i], 2), Now: chart.Number{Value: l[0], Known: i%4 > 0}, Target: some(l[2])})
		row := page.HeatRow{Name: names[i], Cells: []chart.Cell{{Value: some(l[0])}, {Value: some(l[1])}}}
		heat = append(heat, row)
		many := page.HeatRow{Name: names[i]}
		for j := range 8 {
			many.Cells = append(many.Cells, chart.Cell{Value: some(float64(1 + (i+j)%5)), None: (i*j)%7 == 3, Hidden: (i*j)%7 == 5})
		}
		wide = append(wide, many)
	}
	var months []page.TrendPeriod
	for i := range 24 {
		v := 60 + float64(i*i%17)
		p := chart.Period{Label: fmt.Sprintf("%02d.%d", 1+i%12, 2025+i/12), Value: chart.Number{Value: v, Known: i != 9}, Target: chart.Number{Value: 70 + float64(i/12*5), Known: i > 2}}
		if i%3 > 0 {
			p.Low, p.High, p.Few = some(v-6), some(v+5), i%7 == 0
		}
		months = append(months, page.TrendPeriod{Period: p, N: 100, Hidden: i == 15})
	}
	quarter := func(label string, v, e float64) page.TrendPeriod {
		return page.TrendPeriod{Period: chart.Period{Label: label, Value: some(v), Low: some(v - e), High: some(v + e), Target: some(30)}, N: 400}
	}
	var spots []page.QuadrantSpot
	var bars, plain []page.BarRow
	for i, c := range [][4]float64{{5, 4, 2, 1}, {5, 5, 4, 3}, {5, 4, 3, 3}, {4, 4, 2, 2}, {4, 3, 1, 2}, {3, 4, 2, 1}, {4, 3, 2, 2}, {4, 3, 2, 2}, {3, 3, 1, 1}, {3, 4, 2, 5}, {3, 4, 5, 5}} {
		name := fmt.Sprintf("INI-%03d %s", i+1, names[i%10])
		spots = append(spots, page.QuadrantSpot{Name: name, Spot: chart.Spot{Key: name, Benefit: (.35*c[0] + .30*c[1]) / .65, Effort: (.20*c[2] + .15*c[3]) / .35}})
		parts := []chart.Number{some(35 * (c[0] - 1) / 4), some(30 * (c[1] - 1) / 4), some(20 * (5 - c[2]) / 4), some(15 * (5 - c[3]) / 4)}
		bars = append(bars, page.BarRow{Name: name, Numbers: parts})
		plain = append(plain, page.BarRow{Name: name, Numbers: []chart.Number{{Value: float64(i) * 7, Known: i != 3}}})
	}
	crowd := make([]page.QuadrantSpot, 70)
	for i := range crowd {
		crowd[i] = page.QuadrantSpot{Name: fmt.Sprint(i), Spot: chart.Spot{Key: fmt.Sprintf("%03d", i), Benefit: float64(1 + i%3*2), Effort: float64(1 + i%2*4)}}
	}
	criteria := []page.Said{{Text: "customer impact"}, {Text: "business value"}, {Text: "difficulty"}, {Text: "other departments"}}
	return []*page.Figure{
		page.DrawRadar(language, page.RadarData{Picture: about("radar"), Levels: 5, Axes: axes, Now: "2026-10-14", Before: "2025-10-15"}),
		page.DrawRadar(language, page.RadarData{Picture: about("radar-lacking"), Levels: 5, Axes: lacking}),
		page.DrawRadar(language, page.RadarData{Picture: about("radar-three"), Levels: 5, Axes: axes[2:5]}),
		page.DrawTrend(language, page.TrendData{Picture: about("nps"), Decimals: 1, Periods: []page.TrendPeriod{quarter("2025-Q4", 23, 7.8), quarter("2026-Q1", -9, 8.2), quarter("2026-Q2", 13.1, 8), quarter("2026-Q3", 26.2, 7.6)}}),
		page.DrawTrend(language, page.TrendData{Picture: about("months"), Periods: months, Unit: "%"}),
		page.DrawTrend(language, page.TrendData{Picture: about("one"), Periods: months[:1]}),
		page.DrawQuadrant(language, page.QuadrantData{Picture: about("quadrant"), Spots: spots}),
		page.DrawQuadrant(language, page.QuadrantData{Picture: about("crowd"), Spots: crowd}),
		page.DrawBars(language, page.BarsData{Picture: about("shares"), Full: 100, Shares: criteria, Rows: bars, Decimals: 1, Unit: page.Said{Text: "points"}}),
		page.DrawBars(language, page.BarsData{Picture: about("plain"), Rows: plain, Unit: page.Said{Text: "points"}}),
		page.DrawHeatMap(language, page.HeatMapData{Picture: about("heat"), Lowest: 1, Highest: 5, Columns: []string{"Obsługa klienta", "Operacje"}, Rows: heat}),
		page.DrawHeatMap(language, page.HeatMapData{Picture: about("heat-wide"), Lowest: 1, Highest: 5, Columns: strings.Split("Obsługa klienta|Zákaznická podpora|Operations|Ludzie i rozwój|IT|Finance a právo|Serwis i naprawy|Zespół CX", "|"), Rows: wide}),
		page.DrawBars(language, page.BarsData{Picture: about("nothing")}),
	}
}

// serveFigures serves a page with figures, in the default theme.
func serveFigures(t *testing.T, language string, figures []*page.Figure) (address string) {
	t.Helper()
	theme, err := render.Load(themes.Default())
	if err != nil {
		t.Fatal(err)
	}
	small := publish.NewMinifier()
	assets, names, err := small.Assets(theme.Assets())
	if err != nil {
		t.Fatal(err)
	}
	p := &page.Page{
		Publication: &page.Publication{}, Kind: page.RecordPage, Lang: language, Address: language + "/x/", Title: "Figures",
		Site: &page.Frame{Title: "Law"}, Record: &page.Record{ID: "PAG-001", TypeName: "page", Written: language, Figures: figures},
	}
	html, err := theme.Page(p, names)
	if err == nil {
		html, err = small.Bytes("index.html", html) // as it is published
	}
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		for _, a := range assets {
			if a.Path == name {
				http.ServeContent(w, r, name, time.Time{}, strings.NewReader(string(a.Data)))
				return
			}
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(html)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/" + p.Address
}

// strays finds words of drawings that leave their drawing or run into each
// other, as the browser has laid them out with the fonts of this machine.
const strays = `[...document.querySelectorAll("svg.drawing")].flatMap(svg => {
	const whole = svg.getBoundingClientRect();
	const words = [...svg.querySelectorAll("text")].filter(t => t.textContent.trim()).map(t => ({t: t.textContent.trim(), r: t.getBoundingClientRect()}));
	const name = svg.closest("figure").id + ": ";
	const out = words.filter(({r}) => r.left < whole.left - 1 || r.right > whole.right + 1 || r.top < whole.top - 1 || r.bottom > whole.bottom + 1).map(({t}) => name + t + " leaves the drawing");
	words.forEach((a, i) => words.slice(0, i).forEach(b => {
		if (a.r.left < b.r.right - 1 && b.r.left < a.r.right - 1 && a.r.top < b.r.bottom - 4 && b.r.top < a.r.bottom - 4) out.push(name + a.t + " runs into " + b.t);
	}));
	return out;
}).join("\n")`

// Every figure can be used by anybody: nothing breaks a rule of axe-core or the
// policy, no word leaves its drawing or covers another, no page is wider than
// the window, each drawing is one image with a name and a description.
func TestFigures(t *testing.T) {
	program := axe(t)
	for _, l := range looks {
		t.Run(l.String(), func(t *testing.T) {
			p := l.open(t)
			figures := gallery(l.language)
			p.Size(l.width, 12000)
			p.Go(serveFigures(t, l.language, figures))
			if got := p.Text(strays); got != "" {
				t.Error(got)
			}
			if wide := browser.Value[int](p, "document.documentElement.scrollWidth"); wide > l.width {
				t.Errorf("the page is %d pixels wide", wide)
			}
			drawn := browser.Value[int](p, `[...document.querySelectorAll("svg.drawing[role=img]")].filter(s => s.getAttribute("aria-labelledby").split(" ").every(id => document.getElementById(id).textContent.trim())).length`)
			if drawn != len(figures)-1 {
				t.Errorf("%d of %d figures are images with a name and a description; one cannot be drawn", drawn, len(figures))
			}
			judge(t, p, program, "figures "+l.String())
		})
	}
}

// The tables of figures are folded on a screen and open on paper; who asks for
// few colours still sees every line, and so does who sees none.
func TestFiguresInPrintAndFewColours(t *testing.T) {
	p := look{"pl", "light", 1280}.open(t)
	p.Size(1280, 12000)
	p.Go(serveFigures(t, "pl", gallery("pl")))
	const seen = `[...document.querySelectorAll("details.numbers td")].filter(e => e.checkVisibility()).length`
	if n := browser.Value[int](p, seen); n != 0 {
		t.Errorf("%d numbers of folded tables are seen", n)
	}
	p.Print()
	if n, all := browser.Value[int](p, seen), browser.Value[int](p, `document.querySelectorAll("details.numbers td").length`); n != all || all < 100 {
		t.Errorf("on paper %d of %d numbers are seen", n, all)
	}
	p.Picture("paper")
	p.Screen()
	for _, scheme := range []string{"light", "dark"} {
		p.Prefer("prefers-color-scheme", scheme)
		p.Prefer("forced-colors", "active")
		p.Picture("few colours " + scheme)
		const lost = `(() => {
			const ground = getComputedStyle(document.querySelector("body")).backgroundColor;
			return [...document.querySelectorAll("svg.drawing path, svg.drawing line, svg.drawing text, svg.drawing circle")].filter(e => {
				const s = getComputedStyle(e);
				return !e.closest("pattern") && !e.matches(".area") && s.fill !== "none" && s.fill === ground && (s.stroke === "none" || s.stroke === ground);
			}).map(e => e.outerHTML.slice(0, 80)).slice(0, 3).join("\n");
		})()`
		if got := p.Text(lost); got != "" {
			t.Errorf("%s: in few colours these cannot be seen:\n%s", scheme, got)
		}
	}
}
