package link

import (
	"slices"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
)

// A panic over one file is a finding about it, and the others are judged.
func TestCrashStaysWithItsFile(t *testing.T) {
	book := files{
		"terms/a.md": md("id: TRM-001", "title: A"),
		"terms/b.md": md("id: TRM-002", "title: B", "---", "[x](TRM-999)"),
	}.load(t)
	book.Record("TRM-001").Source.Doc = nil // no reader leaves this behind
	_, found := Connect(book)
	var got []diag.Code
	for _, d := range found {
		got = append(got, d.Code)
	}
	if !slices.Equal(got, []diag.Code{diag.Crashed, diag.UnknownReference}) || found[0].At.File != "content/terms/a.md" {
		t.Errorf("%v", found)
	}
}
