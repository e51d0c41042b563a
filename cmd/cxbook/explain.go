package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	values := false
	cmd := &cobra.Command{
		Use:   "explain CODE|ID",
		Short: "Explain a finding's code, or a record's life",
		Long: `Of a code: says what it means, why it matters, and shows the same text before and
after it is mended.

Of a record: tells its life as of the day. What is in force since when, all
versions, what it changes and what changes it, its reviews, owner, translations
and exceptions, what refers to it, whom and what a change would reach, how it
scores and why, and what was found in it. Of a scorecard that is shipped with the
program: its rules. With --values: what the expressions of scorecards may use. Errors in the handbook do not keep it from being told.`,
		Example: "  cxbook explain CX202\n  cxbook explain --lang pl CX320\n  cxbook explain POL-001 --as-of 2027-01-01",
		Args: func(cmd *cobra.Command, args []string) error {
			if values {
				return cobra.NoArgs(cmd, args)
			}
			return cobra.ExactArgs(1)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if values {
				return a.explainValues(cmd)
			}
			// What a copied link names within a record is told with the record.
			id, _, _ := strings.Cut(strings.TrimSpace(args[0]), "#")
			name := strings.ToUpper(id)
			if rule := diag.Lookup(diag.Code(name)); rule != nil {
				return a.explainRule(rule)
			}
			if strings.Contains(name, "-") { // as every id, and no code
				return a.explainRecord(cmd, name)
			}
			if name == "" {
				return errors.New("what is to be explained? The code of a finding, such as CX202, or the id of a record, such as POL-001")
			}
			return unknownName("code", name, codes())
		},
	}
	cmd.Flags().BoolVar(&values, "values", false, "list what the expressions of scorecards may use")
	return cmd
}

func (a *app) explainValues(cmd *cobra.Command) error {
	j, err := a.judge(cmd.Context())
	if err != nil {
		return err
	}
	options := report.Options{Lang: a.flags.lang, Color: a.flags.tints}
	if a.flags.format == "json" {
		return report.ValuesJSON(a.out, j.Cards.Named, options)
	}
	return report.Values(a.out, j.Cards.Named, options)
}

func (a *app) explainRule(rule *diag.Rule) error {
	if a.flags.format == "json" {
		return report.ExplainJSON(a.out, rule, a.flags.lang)
	}
	return report.Explain(a.out, rule, a.flags.lang)
}

func (a *app) explainRecord(cmd *cobra.Command, id string) error {
	j, err := a.judge(cmd.Context())
	if err != nil {
		return err
	}
	rec := j.Book.Record(id)
	if card := j.Cards.Card(id); rec == nil && card != nil {
		return a.explainCard(card)
	}
	if rec == nil {
		return unknownRecord(j.Book, id)
	}
	life := report.Life{Book: j.Book, Graph: j.Graph, Findings: j.Findings, Cards: j.Cards, Record: rec}
	options := report.Options{Lang: a.flags.lang, Color: a.flags.tints, Line: a.lines()}
	tell := report.LifeText
	if a.flags.format == "json" {
		tell = report.LifeJSON
	}
	if err := tell(a.out, life, options); err != nil {
		return err
	}
	if life.Private() {
		a.note(noteForSome)
	}
	return nil
}

// explainCard tells the rules of a scorecard that is shipped with the program.
func (a *app) explainCard(card *score.Card) error {
	options := report.Options{Lang: a.flags.lang, Color: a.flags.tints}
	if a.flags.format == "json" {
		return report.RulesJSON(a.out, card, options)
	}
	return report.Rules(a.out, card, options)
}

// unknownRecord is the error for an id that no record has.
func unknownRecord(book *record.Handbook, id string) error {
	if book.Broken[id] {
		return fmt.Errorf("the record %s cannot be read: run cxbook check to see why", id)
	}
	var ids []string
	for _, r := range book.Records {
		ids = append(ids, r.ID)
	}
	if near, ok := nearest.Nearest(id, ids); ok {
		return fmt.Errorf("there is no record %q: did you mean %q?", id, near)
	}
	return fmt.Errorf("there is no record %q: cxbook check says which files are read", id)
}

func codes() []string {
	var out []string
	for _, r := range diag.Rules() {
		out = append(out, string(r.Code))
	}
	return out
}

// unknownName is the error for a name that the program does not know.
func unknownName(kind, name string, known []string) error {
	if near, ok := nearest.Nearest(name, known); ok {
		return fmt.Errorf("there is no %s %q: did you mean %q?", kind, name, near)
	}
	return fmt.Errorf("there is no %s %q: there are %s", kind, name, strings.Join(known, ", "))
}
