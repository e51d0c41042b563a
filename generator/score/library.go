package score

import (
	"reflect"
	"slices"

	"github.com/expr-lang/expr"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/series"
)

const stringKind = reflect.String

// ours are the functions that expressions have besides the language's own.
// Those of lists have no value for an empty one, where the language's own
// would say 0.
var ours = []string{"min", "max", "mean", "median", "days", "after"}

func own(name string) bool { return slices.Contains(ours, name) }

// library returns the functions that expressions may use. e counts what it
// touches; nil for a compilation that is only a check of types.
func library(e *expression) []expr.Option {
	out := []expr.Option{expr.DisableAllBuiltins()}
	for _, name := range builtins {
		out = append(out, expr.EnableBuiltin(name))
	}
	var ofList []any
	if e == nil {
		ofList = []any{new(func([]any) float64), new(func(float64, float64) float64), new(func([]float64) float64), new(func([]int) float64)}
	}
	for name, f := range map[string]func([]float64) float64{
		"min": slices.Min[[]float64], "max": slices.Max[[]float64], "mean": mean, "median": median,
	} {
		out = append(out, expr.Function(name, ofNumbers(f), ofList...))
	}
	if e == nil {
		return append(out, expr.Function("days", days, new(func(string, string) int)), expr.Function("after", after, new(func(string, string) string)))
	}
	return append(out, expr.Function("days", days), expr.Function("after", after), expr.Function(touch, e.touch))
}

// touch hands a value on if it is there.
func (e *expression) touch(args ...any) (any, error) {
	if e.steps++; e.steps > maxSteps {
		return nil, &missing{Reason{Kind: TooMuch}}
	}
	switch v := args[0].(type) {
	case nil:
		path, _ := args[1].(string)
		return nil, &missing{Reason{Kind: Absent, What: path}}
	case *missing:
		return nil, v
	case string:
		if len(v) > maxLength {
			return nil, &missing{Reason{Kind: TooMuch}}
		}
	case []any:
		if len(v) > maxSteps {
			return nil, &missing{Reason{Kind: TooMuch}}
		}
	case float64:
		if !finite(v) {
			return nil, &missing{Reason{Kind: NotFinite}}
		}
	}
	return args[0], nil
}

// ofNumbers makes a function of numbers, or of a list of them.
func ofNumbers(f func([]float64) float64) func(...any) (any, error) {
	return func(args ...any) (any, error) {
		var values []float64
		for _, a := range args {
			list, ok := a.([]any)
			if !ok {
				list = []any{a}
			}
			for _, item := range list {
				v, ok := number(item)
				if !ok {
					return nil, &missing{Reason{Kind: Failed}}
				}
				values = append(values, v)
			}
		}
		if len(values) == 0 {
			return nil, &missing{Reason{Kind: Empty}}
		}
		return f(values), nil
	}
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

func median(values []float64) float64 {
	m, _ := series.Median(values)
	return m
}

// days counts from one day to another.
func days(args ...any) (any, error) {
	from, to, ok := twoTexts(args)
	a, err1 := lang.ParseDate(from)
	b, err2 := lang.ParseDate(to)
	if !ok || err1 != nil || err2 != nil {
		return nil, &missing{Reason{Kind: Failed}}
	}
	return a.DaysTo(b), nil
}

// after returns the day that lies a time after another.
func after(args ...any) (any, error) {
	from, time, ok := twoTexts(args)
	day, err := lang.ParseDate(from)
	if !ok || err != nil {
		return nil, &missing{Reason{Kind: Failed}}
	}
	out, err := day.Add(time)
	if err != nil || out.Year > 9999 {
		return nil, &missing{Reason{Kind: Failed}}
	}
	return out.String(), nil
}

func twoTexts(args []any) (a, b string, ok bool) {
	if len(args) != 2 {
		return "", "", false
	}
	a, ok1 := args[0].(string)
	b, ok2 := args[1].(string)
	return a, b, ok1 && ok2
}
