package preview

import (
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps a quiet line from being taken for a dead one.
const heartbeat = 15 * time.Second

// live tells a page the state of the handbook, now and after each change, as
// server-sent events.
func (p *Preview) live(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no events here", http.StatusNotImplemented)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	ear := make(chan struct{}, 1)
	p.mu.Lock()
	p.ears[ear] = true
	p.mu.Unlock()
	defer func() {
		p.mu.Lock()
		delete(p.ears, ear)
		p.mu.Unlock()
	}()
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		p.mu.Lock()
		data := p.state
		p.mu.Unlock()
		if _, err := fmt.Fprintf(w, "retry: 500\ndata: %s\n\n", data); err != nil {
			return
		}
		flusher.Flush()
		if !wait(w, r, ear, beat.C, flusher) {
			return
		}
	}
}

// wait waits for news, and reports whether the page still listens.
func wait(w http.ResponseWriter, r *http.Request, ear chan struct{}, beat <-chan time.Time, flusher http.Flusher) bool {
	for {
		select {
		case <-ear:
			return true
		case <-beat:
			if _, err := fmt.Fprint(w, ":\n\n"); err != nil {
				return false
			}
			flusher.Flush()
		case <-r.Context().Done():
			return false
		}
	}
}
