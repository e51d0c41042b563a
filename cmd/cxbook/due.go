package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/feed"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/spf13/cobra"
)

func (a *app) dueCommand() *cobra.Command {
	within := ""
	cmd := &cobra.Command{
		Use:   "due",
		Short: "List what lapses or comes into force soon",
		Long: `Lists, by owner, what is overdue and what lapses or comes into force within a
time: reviews, first and last days of force, ends of exceptions, evidence of
maturity that grows old, stages of micro-interventions, trainings that have to
be repeated, cases of customers who wait longer than they may. Each item names
the place to change.

All records are looked at, also those for some readers only; they are marked.
Errors in the handbook do not keep it from being read: what can be read is
listed. Exits 1 if something is overdue, whatever else is wrong.`,
		Example: `  cxbook due
  cxbook due --within 3m --lang cs
  cxbook due --within P1Y --format ics > due.ics`,
		Args:        cobra.NoArgs,
		Annotations: map[string]string{moreFormats: "ics"},
		RunE:        func(cmd *cobra.Command, _ []string) error { return a.due(cmd, within) },
	}
	cmd.Flags().StringVar(&within, "within", "30d", "how far to look ahead: `30d`, 4w, 3m, 1y, or an ISO 8601 duration such as P30D")
	return cmd
}

func (a *app) due(cmd *cobra.Command, within string) error {
	iso := isoOf(within)
	until, err := a.flags.day.Add(iso)
	if err != nil || until.Year > 9999 {
		return fmt.Errorf("--within: say how many days, weeks, months or years, such as 30d, 4w, 3m or P30D, not %q", within)
	}
	j, err := a.judge(cmd.Context())
	if err != nil {
		return err
	}
	agenda := report.Agenda{Book: j.Book, Items: due.Until(j.Book, j.Due, until), Within: iso, Until: until}
	if err := a.agenda(j, agenda); err != nil {
		return err
	}
	if n := j.Findings.Count(diag.Error); n > 0 {
		a.note(noteDueErrors, n)
	}
	if slices.ContainsFunc(agenda.Items, func(i due.Item) bool { return len(i.Record.Audience()) > 0 }) {
		a.note(noteForSome)
	}
	if agenda.Overdue() > 0 {
		return errFindings
	}
	return nil
}

// agenda prints an agenda in the form that was asked for.
func (a *app) agenda(j *generator.Judgement, agenda report.Agenda) error {
	options := report.Options{Lang: a.flags.lang, Color: a.flags.tints}
	switch a.flags.format {
	case "json":
		return report.DueJSON(a.out, agenda, options)
	case "ics":
		data, err := feed.Agenda(feed.Input{Book: j.Book, Plan: j.Plan}, agenda.Items, a.flags.lang)
		if err != nil {
			return err
		}
		_, err = a.out.Write(data)
		return err
	}
	return report.Due(a.out, agenda, options)
}

var short = regexp.MustCompile(`^[0-9]+[dwmyDWMY]$`)

// isoOf returns an ISO 8601 duration for the short form of one: 30d is P30D.
// Anything else is left for the calendar to judge.
func isoOf(within string) string {
	if short.MatchString(within) {
		return "P" + strings.ToUpper(within)
	}
	return within
}
