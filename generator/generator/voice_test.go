package generator_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
)

// The page of the voice of the customer counts the sample's cases as of its day:
// what happened later has not happened.
func TestVoiceOfTheSample(t *testing.T) {
	for day, want := range map[lang.Date]string{
		{Year: 2026, Month: 10, Day: 7}:  "92 cases: 61 in time, 9 late, 6 overdue, 4 pending, 12 out of reach, 80,3 of 76, 10 open; TCH-009 true; INS-004",
		{Year: 2026, Month: 11, Day: 22}: "92 cases: 65 in time, 15 late, 0 overdue, 0 pending, 12 out of reach, 81,3 of 80, 0 open; TCH-009 true; INS-004",
	} {
		in := sampleInput()
		in.AsOf = day
		j, err := generator.Check(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		v := voiceOf(t, j)
		if first := v.Ledger[0].Post.ID; first != "VOC-001" || len(v.Ledger) != 5 {
			t.Fatalf("%s and %d rows", first, len(v.Ledger))
		}
		tally := v.Ledger[0].Tally
		got := fmt.Sprintf("%d cases: %d in time, %d late, %d overdue, %d pending, %d out of reach, %s of %d, %d open; %s %v; %s", tally.Cases,
			tally.Close.OnTime, tally.Close.Late, tally.Close.Overdue, tally.Close.Wait, tally.OutOfReach, tally.Close.Share, tally.Close.Whole, tally.Open,
			v.Unheard[0].Link.ID, v.Unheard[0].Key, v.Chains[0].Chains[0].Insight.ID)
		if got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

func voiceOf(t *testing.T, j *generator.Judgement) *page.Voice {
	t.Helper()
	for _, p := range j.Plan.Pages {
		if p.Kind == page.VoicePage && p.Lang == "pl" {
			return j.Plan.Write(p).Voice
		}
	}
	t.Fatal("there is no page of the voice of the customer")
	return nil
}
