//go:build !unix

package main

import "github.com/rogpeppe/go-internal/testscript"

// fifo is for scripts that have asked for [unix].
func fifo(ts *testscript.TestScript, _ bool, _ []string) { ts.Fatalf("no named pipes here") }
