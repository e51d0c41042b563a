package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/expr-lang/expr/types"
)

var trial = types.Map{
	"n": types.Float64, "missing": types.Float64, "flag": types.Bool, "text": types.String, "none": types.String,
	"list": types.Array(types.Float64), "empty": types.Array(types.Float64), "things": types.Array(types.Map{"level": types.Float64, "name": types.String}),
	"owner": types.Map{"vacant": types.Bool, "department": types.Map{"id": types.String}}, "nobody": types.Map{"id": types.String, "of": types.Map{"id": types.String}},
	"as_of": types.String,
}

func trialEnv() map[string]any {
	return map[string]any{
		"n": 3.0, "missing": nil, "flag": true, "text": "abc", "none": nil,
		"list": []any{1.0, 2.0, 6.0}, "empty": []any{},
		"things": []any{map[string]any{"level": 2.0, "name": "a"}, map[string]any{"level": nil, "name": "b"}},
		"owner":  map[string]any{"vacant": true, "department": map[string]any{"id": "DEP-001"}}, "nobody": nil,
		"as_of": "2026-11-24",
	}
}

// What is absent is never false, 0 or nothing: it ends the expression with a
// reason, unless the expression asks whether it is there.
func TestAbsentFacts(t *testing.T) {
	for _, c := range []struct {
		text    string
		outcome Outcome
		want    any // a value, or the kind of a Reason
	}{
		{"n + 1", Number, 4.0},
		{"missing + 1", Number, Absent},
		{"missing == 3", Flag, Absent},
		{"missing > 2 or flag", Flag, Absent},
		{"flag or missing > 2", Flag, true},
		{"(missing ?? 5) + 1", Number, 6.0},
		{"missing == nil", Flag, true},
		{"missing != nil", Flag, false},
		{"none != nil and len(none) > 2", Flag, false},
		{"none == 'x'", Flag, Absent},
		{"none in ['x', 'y']", Flag, Absent},
		{"not (none == 'x')", Flag, Absent},
		{"nobody.id == 'x'", Flag, Absent},
		{"nobody?.id == 'x'", Flag, Absent},
		{"(nobody?.id ?? 'none') == 'none'", Flag, true},
		{"nobody?.of.id != nil", Flag, false},
		{"nobody == nil or nobody.id == 'x'", Flag, true},
		{"owner.department.id == 'DEP-001'", Flag, true},
		{"all(things, .level > 1)", Flag, Absent},
		{"any(things, .level != nil)", Flag, true},
		{"sum(map(things, .level ?? 0))", Number, 2.0},
		{"sum(map(things, .level))", Number, Absent},
		{"sum(empty)", Number, 0.0},
		{"mean(empty)", Number, Empty},
		{"max(empty) > 1", Flag, Empty},
		{"mean(list)", Number, 3.0},
		{"median(list)", Number, 2.0},
		{"min(n, 2.0)", Number, 2.0},
		{"first(empty) == 1", Flag, Absent},
		{"n / 0", Number, NotFinite},
		{"n / 0 > 5", Flag, NotFinite},
		{"0.0 / 0 > 5", Flag, NotFinite},
		{"1e308 * 10 > 5", Flag, NotFinite},
		{"flag ? missing : n", Number, Absent},
		{"let x = missing; x ?? 7", Number, 7.0},
		{"let x = missing; x + 1", Number, Absent},
		{"days(as_of, '2026-11-30')", Number, 6.0},
		{"after(as_of, 'P1M') == '2026-12-24'", Flag, true},
		{"days(none, as_of) > 3", Flag, Absent},
		{"days(text, as_of) > 3", Flag, Failed},
	} {
		e, fault := compile(c.text, c.outcome, trial)
		if fault != nil {
			t.Errorf("%s: %+v", c.text, *fault)
			continue
		}
		got, reason := e.run(trialEnv())
		if kind, ok := c.want.(ReasonKind); ok {
			if reason == nil || reason.Kind != kind {
				t.Errorf("%s: %v, %v, want the reason %s", c.text, got, reason, kind)
			}
			continue
		}
		if reason != nil || got != c.want {
			t.Errorf("%s: %v, %v, want %v", c.text, got, reason, c.want)
		}
	}
}

func TestRefusedExpressions(t *testing.T) {
	for text, variant := range map[string]string{
		"ownr.vacant": "unknown", "owner.vacnt": "field", "text > 3": "types", "text": "flag", "n": "flag",
		"now() == now()": "function", "date('2026-01-01') == nil": "function", "$env.flag": "function",
		"any(1..9, # > 2)": "function", "toJSON(n) == ''": "function", "get(owner, 'vacant')": "function", "repeat('a', 9) == ''": "function",
		"all(list, all(list, all(list, flag)))": "nested", "flag and": "syntax", "": "syntax",
		"'a' == " + strings.Repeat("'a' + ", 400) + "'a'": "long", touch + "(flag)": "syntax", "flag | touch()": "function",
	} {
		if _, fault := compile(text, Flag, trial); fault == nil || fault.variant != variant {
			t.Errorf("%.60s: %+v, want %s", text, fault, variant)
		}
	}
}

// An expression goes through so many elements and no more.
func TestStepsAreCounted(t *testing.T) {
	e, fault := compile("sum(map(list, sum(map(list, #)))) > 0", Flag, trial)
	if fault != nil {
		t.Fatal(fault)
	}
	long := make([]any, 5000)
	for i := range long {
		long[i] = 1.0
	}
	env := trialEnv()
	env["list"] = long
	if _, reason := e.run(env); reason == nil || reason.Kind != TooMuch {
		t.Errorf("25,000,000 elements: %v", reason)
	}
	doubled := "let a0 = text; "
	for i := range 60 {
		doubled += fmt.Sprintf("let a%d = a%d + a%d; ", i+1, i, i)
	}
	if d, fault := compile(doubled+"a60", Text, trial); fault == nil {
		if _, reason := d.run(trialEnv()); reason == nil || reason.Kind != TooMuch {
			t.Errorf("a text doubled sixty times: %v", reason)
		}
	} else {
		t.Errorf("%+v", fault)
	}
	if v, reason := e.run(trialEnv()); reason != nil || v != true {
		t.Errorf("afterwards: %v, %v", v, reason)
	}
}

// No text panics or hangs, and what is worked out is finite.
func FuzzExpression(f *testing.F) {
	for _, text := range []string{
		"n + 1", "missing ?? n", "owner?.department?.id", "all(things, .level > 1)", "let x = n; x / 0", "mean(list)", "[1, 2][n]",
		"{a: n}.a", "things[0].level", "text[1:2] == 'b'", "text matches '^a+$'", "list | map(# * 2) | sum()", "flag ? n : missing", "n ** n ** n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		for _, outcome := range []Outcome{Number, Flag, Text} {
			e, fault := compile(text, outcome, trial)
			if fault != nil {
				continue
			}
			v, reason := e.run(trialEnv())
			if (v == nil) == (reason == nil) {
				t.Errorf("%q: %v, %v", text, v, reason)
			}
			if n, ok := v.(float64); ok && !finite(n) {
				t.Errorf("%q: %v", text, n)
			}
		}
	})
}
