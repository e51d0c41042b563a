// Cxbook checks an organisation's customer law, kept as Markdown files with
// front matter, and publishes it as a handbook. See `cxbook help`.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
)

func main() { os.Exit(start(lang.DateOf(time.Now()))) }

// start runs the program on a day with the process's own arguments, streams
// and locale; nothing below it looks at these, or at a clock.
func start(today lang.Date) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends what does not heed the first
	a := &app{
		out: os.Stdout, err: os.Stderr, getenv: os.Getenv, environ: os.Environ(),
		today: today, program: executable,
	}
	return a.run(ctx, os.Args[1:])
}
