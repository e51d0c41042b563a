package due_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// What is computed of assessments and micro-interventions comes due like law:
// evidence that a level rests on, and stages until they are done.
func TestEvidenceAndStages(t *testing.T) {
	tree, _, err := source.Read(os.DirFS("../../content"), "content")
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string][]string{
		// The evidence of the assessment before, until there is the next.
		"2026-10-13": {"2026-10-10 evidence-ends ASM-001 measurement ROL-001 overdue"},
		"2026-10-26": {
			"2026-10-20 evidence-ends ASM-002 prioritisation ROL-001 overdue",
			"2026-10-28 identified INI-011 ROL-005", "2026-11-01 designed INI-011 ROL-005", "2026-11-08 deployed INI-011 ROL-005",
		},
		"2026-11-22": {
			"2026-10-20 evidence-ends ASM-002 prioritisation ROL-001 overdue",
			"2026-11-25 designed INI-012 ROL-005", "2026-12-02 deployed INI-012 ROL-005", "2026-12-05 measured INI-011 ROL-005",
		},
		"2026-12-06": {
			"2026-10-20 evidence-ends ASM-002 prioritisation ROL-001 overdue",
			"2026-11-25 designed INI-012 ROL-005 overdue", "2026-12-02 deployed INI-012 ROL-005 overdue", "2026-12-05 measured INI-011 ROL-005 overdue",
		},
	} {
		d, err := lang.ParseDate(on)
		if err != nil {
			t.Fatal(err)
		}
		book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t), AsOf: d})
		until, _ := d.Add("P31D")
		var got []string
		for _, i := range due.Until(book, due.List(worked(book)), until) {
			switch i.Kind {
			case due.Review, due.Begins, due.Ends, due.Exception:
				continue
			}
			line := fmt.Sprintf("%s %s %s %s %s", i.Day, i.Kind, i.Record.ID, i.Key, i.Owner)
			if i.Overdue {
				line += " overdue"
			}
			got = append(got, strings.Join(strings.Fields(line), " "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", on, diff)
		}
	}
}
