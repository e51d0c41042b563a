package main

import (
	"fmt"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/spf13/cobra"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [TYPE]",
		Short: "Print a record type's JSON Schema, for editors",
		Long: `Prints the JSON Schema of a record type, whole in one document, for editors that
complete and check front matter; "handbook" is the schema of handbook.yaml.
Without TYPE it prints one schema for all records, which goes by the id.`,
		Example: "  cxbook schema policy\n  cxbook schema handbook\n  cxbook schema > records.schema.json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := a.types()
			if err != nil {
				return err
			}
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			if name != "" && !known(set, name) {
				return unknownName("record type", name, names(set))
			}
			text, err := set.Whole()
			if name != "" {
				text, err = set.JSON(name)
			}
			if err != nil {
				return err
			}
			_, err = a.out.Write(text)
			return err
		},
	}
}

// types returns the record types; those of the handbook's own that have
// errors are an error here, because they would be missing without a word.
func (a *app) types() (*schema.Set, error) {
	layers, err := a.flags.layers()
	if err != nil {
		return nil, err
	}
	set, found, err := schema.Load(layers...)
	if err != nil {
		return nil, err
	}
	for _, d := range found {
		if d.Severity == diag.Error {
			return nil, fmt.Errorf("%s:%d:%d: %s", d.At.File, d.At.Start.Line, d.At.Start.Column, d.Text(a.flags.lang))
		}
	}
	return set, nil
}

func names(set *schema.Set) []string {
	out := []string{"handbook"}
	for _, t := range set.Types() {
		out = append(out, t.Name)
	}
	return out
}

func known(set *schema.Set, name string) bool {
	for _, n := range names(set) {
		if n == name {
			return true
		}
	}
	return false
}
