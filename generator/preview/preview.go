// Package preview serves a finished site on this machine for reading.
//
// In: a site. Out: an http.Handler. It serves the site's files and
// nothing else, to this machine alone: a request whose Host is not a loopback
// name is refused, so that no page elsewhere can read the handbook through
// the reader's browser.
package preview

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/site"
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

// Serve answers requests for the site until the listener is closed.
func Serve(l net.Listener, s *site.Site) error {
	server := &http.Server{Handler: Handler(s), ReadHeaderTimeout: 10 * time.Second}
	err := server.Serve(l)
	if errors.Is(err, net.ErrClosed) || errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Handler answers for the files of a site.
func Handler(s *site.Site) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", render.Policy+"; frame-ancestors 'none'")
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Cache-Control", "no-store")
		host := r.Host
		if h, _, err := net.SplitHostPort(host); err == nil {
			host = h
		}
		switch {
		case !loopback(host):
			http.Error(w, "this preview answers to localhost only", http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			head.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		default:
			serveFile(w, r, s)
		}
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, s *site.Site) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if f, ok := s.File(render.Path(name)); ok {
		data, err := f.Bytes()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		http.ServeContent(w, r, path.Base(f.Path), time.Time{}, bytes.NewReader(data))
		return
	}
	if _, ok := s.File(render.Path(name + "/")); ok {
		http.Redirect(w, r, path.Base(name)+"/", http.StatusMovedPermanently)
		return
	}
	http.NotFound(w, r)
}
