package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/preview"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/spf13/cobra"
)

func (a *app) serveCommand() *cobra.Command {
	address, look := "", look{}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the handbook on this machine while it is being written",
		Long: `Judges the handbook, makes its site and serves it to this machine alone. The
first line of the output is the address, once pages answer. Every change in the
content, the schemas or the theme is on the screen at once; with an error in it
the last good site stays up, and the findings are drawn over the page that has
them. Nothing is written.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), address, look) },
	}
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:4321", "the loopback `address` to serve on; port 0 picks a free one")
	look.register(cmd)
	return cmd
}

func (a *app) serve(ctx context.Context, address string, look look) error {
	// What is wrong with the command line is said before anything is served.
	if _, err := look.input(&a.flags); err != nil {
		return err
	}
	listener, err := preview.Listen(address)
	if err != nil {
		return fmt.Errorf("cannot serve: %w", err)
	}
	defer listener.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// Watching begins before the first look, so that nothing is missed between.
	changes := preview.Watch(ctx, a.watched(look), func(err error) { a.note(noteWatches, err) }).Changes
	shown := preview.New(a.flags.lang)
	s := &served{app: a, look: look, preview: shown}
	s.refresh(ctx)
	if ctx.Err() != nil {
		return nil // Ctrl+C is how serving ends
	}
	fmt.Fprintf(a.out, "http://%s/\n", listener.Addr())
	a.note(noteServing)
	done := make(chan error, 1)
	go func() { done <- preview.Serve(ctx, listener, shown) }()
	for range changes {
		s.refresh(ctx)
	}
	return <-done
}

// watched returns the folders that a site is made from, those that may yet
// come among them.
func (a *app) watched(look look) []string {
	folders := []string{a.flags.at(a.flags.content), a.flags.at(a.flags.schemaFolder())}
	if look.theme != "" {
		folders = append(folders, a.flags.at(look.theme))
	}
	for i, name := range folders {
		if full, err := filepath.Abs(name); err == nil {
			folders[i] = full
		}
	}
	return folders
}

// A served handbook is looked at again after each change.
type served struct {
	*app
	look    look
	preview *preview.Preview
	memory  generator.Memory
	history *history.History // at the commit that was checked out last
	said    string           // the findings that were printed last
}

// refresh looks at the handbook and shows what it is now.
func (s *served) refresh(ctx context.Context) {
	in, err := s.look.input(&s.flags)
	if err != nil {
		s.trouble(err)
		return
	}
	in.Memory = &s.memory
	if in.History, err = s.past(ctx); err != nil {
		return // Ctrl+C
	}
	j, site, err := generator.Build(ctx, in)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.trouble(err)
		return
	}
	if err := s.flags.known(j.Book); err != nil {
		s.trouble(err)
		return
	}
	s.preview.Show(preview.Look{Site: site, Findings: s.findings(j), Sources: sources(j)})
	s.print(j)
}

// past returns the history, which is read anew when another commit is checked
// out: asking which one is takes milliseconds, reading all of them longer.
func (s *served) past(ctx context.Context) (*history.History, error) {
	if s.history != nil && s.history.Head == s.repository().Head(ctx) {
		return s.history, nil
	}
	before := s.history
	h, err := s.repository().Read(ctx, s.flags.day)
	if err != nil {
		return nil, err
	}
	if before == nil || before.Missing != h.Missing {
		s.unknown(h)
	}
	s.history = h
	return h, nil
}

// trouble shows what keeps the handbook from being judged at all.
func (s *served) trouble(err error) {
	text := printable(err.Error())
	s.preview.Show(preview.Look{Trouble: text})
	if s.said != text {
		fmt.Fprintln(s.err, "cxbook: "+text)
		s.said = text
	}
}

// findings returns what is drawn over pages: errors first.
func (s *served) findings(j *generator.Judgement) []preview.Finding {
	options := report.Options{Lang: s.flags.lang, AsOf: s.flags.day.String(), Line: s.lines()}
	var out []preview.Finding
	for _, errors := range []bool{true, false} {
		for _, d := range j.Findings {
			if (d.Severity == diag.Error) == errors {
				text := strings.TrimRight(report.Finding(d, options), "\n")
				out = append(out, preview.Finding{Record: d.Record, File: d.At.File, Error: errors, Text: text})
			}
		}
	}
	return out
}

// print prints the findings where they are not those of the last look. The
// address is the first line of the result, so they are notes.
func (s *served) print(j *generator.Judgement) {
	var b strings.Builder
	if len(j.Findings) > 0 {
		if err := s.report(&b, j, j.Findings); err != nil {
			return
		}
	}
	if b.String() == s.said {
		return
	}
	if len(j.Findings) > 0 && (!s.flags.quiet || j.Failed()) {
		fmt.Fprint(s.err, b.String())
	}
	if j.Failed() {
		s.note(noteNotServed)
	} else if s.said != "" && len(j.Findings) == 0 {
		s.note(noteMended)
	}
	s.said = b.String()
}

// sources says which files the page at an address is made from.
func sources(j *generator.Judgement) func(address string) []string {
	pages := make(map[string]*page.Page, len(j.Plan.Pages))
	for _, p := range j.Plan.Pages {
		pages[p.Address] = p
	}
	return func(address string) []string {
		if p := pages[address]; p != nil {
			return p.Sources()
		}
		return nil
	}
}
