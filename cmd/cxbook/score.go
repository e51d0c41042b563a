package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/spf13/cobra"
)

func (a *app) scoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "score [SCORECARD|ID]",
		Short: "Show scorecards, with the parts of every number",
		Long: `Shows how records score: all scorecards, one of them (SCR-PRIORITY), or one record
on every scorecard (INI-003). Every number comes with its parts, every missing
number with its reason.

All records are scored, also those for some readers only. Exits 1 if the
handbook has errors.`,
		Example: `  cxbook score
  cxbook score SCR-PRIORITY --lang pl
  cxbook score INI-003 --format csv > ini-003.csv`,
		Args:        cobra.MaximumNArgs(1),
		Annotations: map[string]string{moreFormats: "csv"},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.score(cmd, strings.ToUpper(strings.Join(args, "")))
		},
	}
}

func (a *app) score(cmd *cobra.Command, name string) error {
	j, err := a.judge(cmd.Context())
	if err != nil {
		return err
	}
	doc, err := a.scores(j, name)
	if err != nil {
		return err
	}
	options := report.Options{Lang: a.flags.lang, Color: a.flags.tints}
	switch a.flags.format {
	case "json":
		err = report.ScoreJSON(a.out, doc, options)
	case "csv":
		err = report.ScoreCSV(a.out, doc)
	default:
		err = report.Score(a.out, doc, options)
	}
	if err != nil {
		return err
	}
	if slices.ContainsFunc(doc.Scorecards, func(c score.DocumentCard) bool {
		return slices.ContainsFunc(c.Rows, func(r score.DocumentRow) bool { return len(j.Book.Record(r.Record).Audience()) > 0 })
	}) {
		a.note(noteForSome)
	}
	if n := j.Findings.Count(diag.Error); n > 0 {
		a.note(noteDueErrors, n)
		return errFindings
	}
	return nil
}

// scores returns the scorecards that were asked for: all, one, or those of a
// record.
func (a *app) scores(j *generator.Judgement, name string) (score.Document, error) {
	day := j.Book.AsOf.String()
	if card := j.Cards.Card(name); card != nil {
		one := score.Cards{All: []*score.Card{card}}
		return one.Document(day, a.flags.lang, ""), nil
	}
	rec := j.Book.Record(name)
	if rec != nil && rec.Type.Name == score.TypeName {
		if j.Book.StandingOf(rec).Force != record.InForce {
			return score.Document{}, fmt.Errorf("the scorecard %s is not in force on %s", name, day)
		}
		return score.Document{}, fmt.Errorf("the scorecard %s is switched off or cannot be worked out: run cxbook check to see why", name)
	}
	if name == "" || rec != nil {
		return j.Cards.Document(day, a.flags.lang, name), nil
	}
	if !strings.HasPrefix(name, "SCR-") {
		return score.Document{}, unknownRecord(j.Book, name)
	}
	var all []string
	for _, card := range j.Cards.All {
		all = append(all, card.Record.ID)
	}
	if near, ok := nearest.Nearest(name, all); ok {
		return score.Document{}, fmt.Errorf("there is no scorecard %q: did you mean %q?", name, near)
	}
	return score.Document{}, fmt.Errorf("there is no scorecard %q: there are %s", name, strings.Join(all, ", "))
}
