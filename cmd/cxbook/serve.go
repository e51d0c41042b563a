package main

import (
	"context"
	"fmt"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/preview"
	"github.com/spf13/cobra"
)

func (a *app) serveCommand() *cobra.Command {
	address, look := "", look{}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the handbook on this machine",
		Long: `Judges the handbook, makes its site and serves it to this machine alone. The
first line of the output is the address, once pages answer. Nothing is written.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), address, look) },
	}
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:4321", "the loopback `address` to serve on; port 0 picks a free one")
	look.register(cmd)
	return cmd
}

func (a *app) serve(ctx context.Context, address string, look look) error {
	in, err := a.flags.input()
	if err != nil {
		return err
	}
	if err := look.apply(&in, &a.flags); err != nil {
		return err
	}
	listener, err := preview.Listen(address)
	if err != nil {
		return fmt.Errorf("cannot serve: %w", err)
	}
	defer listener.Close()
	j, site, err := generator.Build(ctx, in)
	if ctx.Err() != nil {
		return nil // Ctrl+C is how serving ends
	}
	if err != nil {
		return err
	}
	// The address is the first line of the result, so findings are notes here.
	if len(j.Findings) > 0 && (!a.flags.quiet || site == nil) {
		if err := a.report(a.err, j, j.Findings); err != nil {
			return err
		}
	}
	if site == nil {
		a.note(noteNotServed)
		return errFindings
	}
	go func() {
		<-ctx.Done()
		listener.Close()
	}()
	fmt.Fprintf(a.out, "http://%s/\n", listener.Addr())
	a.note(noteServing)
	return preview.Serve(listener, site)
}
