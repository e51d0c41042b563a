// Package values offers what other rooms have worked out to the expressions of
// scorecards, by names such as maturity.lowest.
//
// In: what the rooms measure, maturity and micro have worked out of a handbook.
// Out: the named values, each with the types of records that have it, its
// meaning in every language of findings and, where a record has none, the
// reason.
//
// Nothing is computed here. Whatever is dated hangs on the day, so all of these
// values but one do: checks that use them warn and never block.
package values

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
)

// writtenVerdict is the one value that hangs on no day.
const writtenVerdict = "micro.written_verdict"

// An Input is what the values come from. What is nil gives none.
type Input struct {
	Maturity    *maturity.Maturity
	Initiatives *micro.Initiatives
	Measures    *measure.Measures
}

// All returns every named value.
func All(in Input) []score.Named {
	var out []score.Named
	for _, some := range [][]score.Named{in.maturity(), in.micro(), in.metrics(), in.loops()} {
		out = append(out, some...)
	}
	for i := range out {
		out[i].Timed = out[i].Name != writtenVerdict
	}
	return out
}

// because is a reason in words.
func because(pl, cs, en string) *score.Reason {
	return &score.Reason{Kind: score.Told, Words: diag.Text{PL: pl, CS: cs, EN: en}}
}

// number returns a value of a record's figures, found by of.
func number[T any](of func(*record.Record) (T, *score.Reason), value func(T) (float64, *score.Reason)) func(*record.Record) (any, *score.Reason) {
	return func(rec *record.Record) (any, *score.Reason) {
		figures, reason := of(rec)
		if reason != nil {
			return nil, reason
		}
		v, reason := value(figures)
		if reason != nil {
			return nil, reason
		}
		return v, nil
	}
}

// other returns a value that is no number.
func other[T, V any](of func(*record.Record) (T, *score.Reason), value func(T) V) func(*record.Record) (any, *score.Reason) {
	return func(rec *record.Record) (any, *score.Reason) {
		figures, reason := of(rec)
		if reason != nil {
			return nil, reason
		}
		return value(figures), nil
	}
}
