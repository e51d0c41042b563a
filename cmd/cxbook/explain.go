package main

import (
	"fmt"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"

	"github.com/cxbook/cxbook/generator/report"
	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain CODE",
		Short:   "Explain a finding's code",
		Long:    "Says what a code means, why it matters, and shows the same text before and after it is mended.",
		Example: "  cxbook explain CX202\n  cxbook explain --lang pl CX320",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			code := diag.Code(strings.ToUpper(args[0]))
			rule := diag.Lookup(code)
			if rule == nil {
				return unknownName("code", string(code), codes())
			}
			if a.flags.format == "json" {
				return report.ExplainJSON(a.out, rule, a.flags.lang)
			}
			return report.Explain(a.out, rule, a.flags.lang)
		},
	}
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
