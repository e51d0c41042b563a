// Package preview shows a handbook on this machine while it is being written.
//
// In: sites, one after another, with what was found in the handbook, and the
// folders that they are made from.
// Out: an http.Handler that serves the last good site, tells open pages when
// they have changed, and draws findings over the page that has them; and a
// Watcher that says when a folder has changed.
//
// It serves this machine alone: a request whose Host is not a loopback name is
// refused, so that no page elsewhere can read the handbook through the
// reader's browser. What it serves is the site to the byte, but for one script
// element in each page. It builds nothing and writes nothing.
package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
)

// Listen opens the address for serving. Only loopback addresses are allowed;
// port 0 picks a free one.
func Listen(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("the address must look like 127.0.0.1:4321: %w", err)
	}
	if !loopback(host) {
		return nil, fmt.Errorf("the preview serves this machine alone: give a loopback address such as 127.0.0.1:4321, not %q", address)
	}
	return net.Listen("tcp", address)
}

func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}

// Serve answers requests until the context ends.
func Serve(ctx context.Context, l net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second,
		// The pages that listen for changes are told to hang up.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	err := server.Serve(l)
	if errors.Is(err, net.ErrClosed) || errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
