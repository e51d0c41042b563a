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

func main() { os.Exit(start()) }

// start runs the program with the process's own arguments, streams, locale
// and clock; nothing below it looks at these.
func start() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends what does not heed the first
	a := &app{
		out: os.Stdout, err: os.Stderr, getenv: os.Getenv,
		today: lang.DateOf(time.Now()), program: executable,
	}
	return a.run(ctx, os.Args[1:])
}
