package values_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
	"github.com/cxbook/cxbook/generator/values"
	"github.com/cxbook/cxbook/schemas"
)

// sample returns the scorecards of the sample handbook on a day.
func sample(t *testing.T, day string) *score.Cards {
	t.Helper()
	on, err := lang.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	j, err := generator.Check(context.Background(), generator.Input{
		Content: os.DirFS("../../content"), Prefix: "content", AsOf: on,
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return j.Cards
}

// one rounds as everything that is shown is rounded.
func one(v float64) string { return lang.FormatNumber("en", series.Round(v, 1), 1) }

// written writes the rows of a scorecard down, each with what it is told with.
func written(c *score.Card) []string {
	var out []string
	for _, row := range c.Rows {
		value := "null"
		if row.Value != nil {
			value = one(*row.Value)
		}
		line := row.Record.ID + " " + value
		for _, in := range row.Inputs {
			switch v := in.Value.(type) {
			case nil:
				if row.Value != nil {
					line += " " + in.Key + "=(" + in.Reason.In("en") + ")"
				}
			case float64:
				line += " " + in.Key + "=" + one(v)
			default:
				line += fmt.Sprintf(" %s=%v", in.Key, v)
			}
		}
		if row.Value == nil {
			line += " (" + row.Reason.In("en") + ")"
		}
		out = append(out, line)
	}
	return out
}

// The figures of the sample law, as its data give them on a day.
func TestSample(t *testing.T) {
	for _, c := range []struct {
		card, day, whole string
		rows             []string
	}{
		{"SCR-VOC", "2026-10-07", "80.3", []string{
			"VOC-001 80.3 informed-in-time=61.0 late=9.0 overdue=6.0 pending=4.0 out-of-reach=12.0",
		}},
		{"SCR-VOC", "2026-11-22", "81.3", []string{
			"VOC-001 81.3 informed-in-time=65.0 late=15.0 overdue=0.0 pending=0.0 out-of-reach=12.0",
			"VOC-002 null (there is no file of cases)",
			"VOC-005 null (the survey is anonymous: there is nobody to go back to)",
		}},
		{"SCR-MATURITY", "2026-11-22", "2.7", []string{
			"ASM-002 2.7 lowest=2.0 provable-mean=2.6 provable-lowest=2.0 before=1.9 gaps=5.0 unplanned=1.0",
			"ASM-003 2.8 lowest=2.0",
			"ASM-004 2.2 lowest=1.0",
		}},
		{"SCR-MATURITY", "2025-12-01", "1.9", []string{"ASM-001 1.9 lowest=1.0"}},
		{"SCR-MICRO", "2026-11-22", "", []string{
			"INI-003 100.0 effect=−22.5 met=true beyond-noise=(nobody can tell how large the noise is)",
			"INI-008 37.5 effect=−10.0 met=false",
			"INI-009 100.0 effect=16.8 met=true beyond-noise=false",
			"INI-010 100.0 effect=−2.0 met=true beyond-noise=true",
			"INI-011 100.0 effect=(not measured yet) met=(not measured yet) beyond-noise=(not measured yet)",
			"INI-012 100.0 effect=(not measured yet)",
		}},
		{"SCR-METRICS", "2026-11-22", "", []string{
			"MET-001 0.0 value=26.2 target=30.0 low=18.6 high=33.8 change=13.1 change-real=true n=420.0",
			"MET-011 null value=",
		}},
	} {
		card := sample(t, c.day).Card(c.card)
		if card == nil {
			t.Fatalf("no %s on %s", c.card, c.day)
		}
		if c.whole != "" && (card.Value == nil || one(*card.Value) != c.whole) {
			t.Errorf("%s on %s: %v, want %s", c.card, c.day, card.Value, c.whole)
		}
		got := written(card)
		for _, want := range c.rows {
			id, _, _ := strings.Cut(want, " ")
			found := "no row"
			for _, line := range got {
				if strings.HasPrefix(line, id+" ") {
					found = line
				}
			}
			if !strings.HasPrefix(found, want) {
				t.Errorf("%s on %s: %s", c.card, c.day, cmp.Diff(want, found))
			}
		}
	}
}

// Every value says in each language what it means; one that nobody has worked
// out gives a reason and never a panic.
func TestValuesOfNothing(t *testing.T) {
	for _, n := range values.All(values.Input{}) {
		if n.Meaning.PL == "" || n.Meaning.CS == "" || n.Meaning.EN == "" || len(n.Types) == 0 || n.Of == nil {
			t.Errorf("%s: %+v", n.Name, n)
		}
	}
	cards := sample(t, "2020-01-01") // nothing has happened yet
	for _, id := range []string{"SCR-MATURITY", "SCR-MICRO", "SCR-VOC", "SCR-METRICS"} {
		for _, row := range cards.Card(id).Rows {
			if row.Value == nil && row.Reason.In("cs") == "" {
				t.Errorf("%s %s: neither a value nor a reason", id, row.Record.ID)
			}
		}
	}
}
