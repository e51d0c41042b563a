package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// What the reader of the file has reported as no plain value is not blamed
// for its kind or form as well; what else is wrong still is.
func TestDoubtfulValuesAreBlamedOnce(t *testing.T) {
	set := houseSet(t)
	for _, test := range []struct{ yaml, want string }{
		{"version: 0x1F", "[CX108]"},
		{"version: .nan", "[CX108]"},
		{"status: approved\napproved_on: 2026_01_01", "[CX108]"},
		{"scope: &a all\nversion: *a", "[CX107 CX107]"},
		{"version: 0x1F\nstatus: approved", "[CX108 CX201]"},
		{"version: \"0x1F\"", "[CX204]"},
	} {
		root, found := source.Decode("f.md", []byte("id: POL-001\ntitle: T\n"+test.yaml+"\n"), 1)
		var codes []diag.Code
		for _, d := range append(found, set.Check(set.Type("policy"), root)...) {
			codes = append(codes, d.Code)
		}
		if got := fmt.Sprint(codes); got != test.want {
			t.Errorf("%q: %s, want %s", test.yaml, got, test.want)
		}
	}
}

// A hostile file may have as many unknown fields as its size allows.
func TestTensOfThousandsOfUnknownFields(t *testing.T) {
	const n = 60_000
	var b strings.Builder
	b.WriteString("id: POL-001\ntitle: T\n")
	for i := range n {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	set := houseSet(t)
	root, _ := source.Decode("f.md", []byte(b.String()), 1)
	if got := len(set.Check(set.Type("policy"), root)); got != n {
		t.Errorf("%d findings, want %d", got, n)
	}
}

// A title of blanks is no title.
func TestBlankTextIsEmpty(t *testing.T) {
	set := houseSet(t)
	root, _ := source.Decode("f.md", []byte("id: POL-001\ntitle: \" \u00a0\"\n"), 1)
	found := set.Check(set.Type("policy"), root)
	if len(found) != 1 || found[0].Code != diag.WrongLength || found[0].Message.Key != "empty" || found[0].At.Start.Line != 2 {
		t.Errorf("%v", found)
	}
}
