package score_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/generator/values"
	"github.com/cxbook/cxbook/schemas"
)

// builtIn loads the built-in schemas and the scorecards beside them, once.
func builtIn() (*schema.Set, []*record.Record, error) {
	once.Do(func() {
		if loaded.set, _, loaded.err = schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"}); loaded.err == nil {
			loaded.shipped, _, loaded.err = score.Shipped(schemas.FS, loaded.set)
		}
	})
	return loaded.set, loaded.shipped, loaded.err
}

var (
	once   sync.Once
	loaded struct {
		set     *schema.Set
		shipped []*record.Record
		err     error
	}
)

// sample works out the scorecards of the sample law on a day.
func sample(t testing.TB, day string) (*score.Cards, diag.List) {
	t.Helper()
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	return cards(t, tree, day)
}

// cards works out the scorecards of a content folder.
func cards(t testing.TB, tree *source.Tree, day string) (*score.Cards, diag.List) {
	t.Helper()
	set, shipped, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	asOf, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	book, _ := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: asOf})
	graph, _ := link.Connect(book)
	duties, _ := duty.Assign(book)
	open := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("../../content", name)) }
	ledger, _ := acknowledgement.Gather(book, open)
	trainings, _ := education.Gather(book, open)
	measures, _ := measure.Gather(book, open)
	mature, _ := maturity.Assess(book, maturity.Defaults())
	followed, _ := micro.Follow(micro.Input{Book: book, Parameters: micro.Defaults()})
	named := values.All(values.Input{Maturity: mature, Initiatives: followed, Measures: measures})
	return score.Make(score.Input{Book: book, Graph: graph, Duties: duties, Ledger: ledger, Shipped: shipped, Trainings: trainings, Named: named})
}

func TestPrioritiesOfTheSample(t *testing.T) {
	all, found := sample(t, "2026-11-22")
	for _, d := range found {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Code, d.Text("en"))
		}
	}
	want := []struct {
		id     string
		value  float64
		rank   int
		robust bool
	}{
		{"INI-003", 87.5, 1, true},
		{"INI-002", 77.5, 2, false},
		{"INI-001", 75, 3, false},
		{"INI-010", 75, 4, false},
		{"INI-011", 72.5, 5, false},
		{"INI-012", 70, 6, false},
		{"INI-004", 67.5, 7, false},
		{"INI-008", 67.5, 8, false},
		{"INI-009", 67.5, 9, false},
		{"INI-005", 55, 10, true},
		{"INI-006", 40, 11, true},
		{"INI-007", 27.5, 0, false},
	}
	card := all.Card("SCR-PRIORITY")
	if card == nil || len(card.Rows) != len(want) {
		t.Fatalf("SCR-PRIORITY: %+v", card)
	}
	for i, w := range want {
		row := card.Rows[i]
		if row.Record.ID != w.id || row.Value == nil || series.Compare(*row.Value, w.value) != 0 || row.Rank != w.rank || row.Robust != w.robust {
			t.Errorf("place %d: %s %v rank %d robust %v, want %+v", i, row.Record.ID, *row.Value, row.Rank, row.Robust, w)
		}
		points := 0.0
		for _, p := range row.Parts {
			points += *p.Points
		}
		if series.Compare(points, *row.Value) != 0 {
			t.Errorf("%s: the parts come to %v, the value is %v", w.id, points, *row.Value)
		}
	}
}

func TestEducationOfTheSample(t *testing.T) {
	for _, c := range []struct {
		day   string
		whole float64
		rows  map[string]float64
	}{
		{"2026-11-22", 100 * 395.0 / 461, map[string]float64{"TRN-003": 100 * 209.0 / 230, "TRN-005": 100 * 186.0 / 231}},
		{"2026-09-20", 100 * 323.0 / 447, map[string]float64{"TRN-003": 100 * 137.0 / 216}},               // the counts of a year before
		{"2027-09-11", 100 * 209.0 / 461, map[string]float64{"TRN-003": 100 * 209.0 / 230, "TRN-005": 0}}, // a year after the rehearsal nobody has completed it
	} {
		all, _ := sample(t, c.day)
		card := all.Card("SCR-EDUCATION")
		if card.Value == nil || series.Compare(*card.Value, c.whole) != 0 {
			t.Errorf("%s: %v, want %v", c.day, card.Value, c.whole)
		}
		for _, row := range card.Rows {
			want, counted := c.rows[row.Record.ID]
			if counted && (row.Value == nil || series.Compare(*row.Value, want) != 0) {
				t.Errorf("%s %s: %v, want %v", c.day, row.Record.ID, row.Value, want)
			}
			if row.Record.ID == "TRN-001" && (row.Value != nil || row.Reason.In("pl") != "brak danych: completions") {
				t.Errorf("%s without counts: %v, %v", row.Record.ID, row.Value, row.Reason)
			}
		}
	}
}
