package values

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/score"
)

// Every reason that a room may give has words here: without them a value that
// cannot be had would say nothing of why.
func TestEveryReasonHasWords(t *testing.T) {
	for file, said := range map[string]func(string) *score.Reason{
		"../measure/measure.go": func(r string) *score.Reason { return unmeasured(measure.Reason(r)) },
		"../micro/effect.go":    func(r string) *score.Reason { return unknown(micro.Reason(r)) },
	} {
		all := reasonsIn(t, file)
		if len(all) < 10 {
			t.Fatalf("%s: %d reasons", file, len(all))
		}
		for _, r := range all {
			if why := said(r); why.Kind != score.Told || why.Words.PL == "" || why.Words.CS == "" || why.Words.EN == "" {
				t.Errorf("%s: %q has no words", file, r)
			}
		}
	}
}

// reasonsIn lists the constants of the type Reason in a file.
func reasonsIn(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "Reason" {
			text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, text)
		}
		return true
	})
	return out
}
