package preview

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"html"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/site"
)

// own is where the preview's own files are. No page of a site is there.
const own = "/-/"

//go:embed live.js live.css
var files embed.FS

// A Finding is something wrong in the handbook, as it is drawn over a page.
type Finding struct {
	Record string `json:"record,omitempty"` // id
	File   string `json:"file"`
	Error  bool   `json:"error"` // it keeps the handbook from being published
	Text   string `json:"text"`  // as the command line prints it
}

// A Look is what one look at the handbook gave.
type Look struct {
	Site     *site.Site // nil where there is none to show
	Findings []Finding
	// Trouble is what kept the handbook from being judged at all.
	Trouble string
	// Sources returns the files that the page at an address of the site is made
	// from.
	Sources func(address string) []string
}

// A Preview serves the last good site. Show may be called while it serves.
type Preview struct {
	words words

	mu     sync.Mutex
	site   *site.Site
	source func(address string) []string
	state  []byte                 // the newest state, as JSON
	ears   map[chan struct{}]bool // one for each page that listens
}

// New returns a preview that speaks a language (pl, cs or en) to the person
// who writes.
func New(lang string) *Preview {
	p := &Preview{words: wordsIn(lang), ears: map[chan struct{}]bool{}}
	p.Show(Look{})
	return p
}

// A state is what open pages are told.
type state struct {
	Findings []Finding `json:"findings"`
	Trouble  string    `json:"trouble,omitempty"`
	Words    words     `json:"words"`
}

// Show replaces what is shown. Without a site the last one stays up.
func (p *Preview) Show(look Look) {
	if look.Findings == nil {
		look.Findings = []Finding{}
	}
	data, err := json.Marshal(state{look.Findings, look.Trouble, p.words})
	if err != nil {
		panic(err) // texts alone
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.state = data
	if look.Site != nil {
		p.site, p.source = look.Site, look.Sources
	}
	for ear := range p.ears {
		select {
		case ear <- struct{}{}:
		default: // it has not heard of the last change yet, and will of this one
		}
	}
}

// ServeHTTP answers for the files of the last good site.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
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
	case r.URL.Path == own+"live":
		p.live(w, r)
	case r.URL.Path == own+"live.js", r.URL.Path == own+"live.css":
		data, err := files.ReadFile(path.Base(r.URL.Path))
		if err != nil {
			panic(err) // compiled in
		}
		http.ServeContent(w, r, r.URL.Path, time.Time{}, bytes.NewReader(data))
	default:
		p.page(w, r)
	}
}

func (p *Preview) page(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	s, source := p.site, p.source
	p.mu.Unlock()
	if s == nil {
		p.write(w, r, http.StatusServiceUnavailable, []byte(p.words.page()), nil)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	f, ok := s.File(render.Path(name))
	status := http.StatusOK
	if !ok {
		if _, folder := s.File(render.Path(name + "/")); folder {
			http.Redirect(w, r, path.Base(name)+"/", http.StatusMovedPermanently)
			return
		}
		status = http.StatusNotFound
		if f, ok = s.File("404.html"); !ok {
			p.write(w, r, status, []byte(p.words.nowhere()), nil)
			return
		}
	}
	data, err := f.Bytes()
	switch {
	case err != nil:
		// A page of its own, which comes back by itself when it is mended.
		p.write(w, r, http.StatusInternalServerError, []byte(p.words.plain(err.Error())), nil)
	case path.Ext(f.Path) == ".html":
		var from []string
		if source != nil && status == http.StatusOK {
			from = source(name)
		}
		p.write(w, r, status, data, from)
	default:
		if path.Ext(f.Path) == ".ics" { // few systems know what that is
			w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
		}
		http.ServeContent(w, r, path.Base(f.Path), time.Time{}, bytes.NewReader(data))
	}
}

// write writes a page with the one script that listens for changes. The tag
// says which page the reader has, so that it reloads only where that changes.
func (p *Preview) write(w http.ResponseWriter, r *http.Request, status int, page []byte, from []string) {
	sum := sha256.Sum256(page)
	tag := hex.EncodeToString(sum[:8])
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("X-Page", tag)
	if from == nil {
		from = []string{}
	}
	list, err := json.Marshal(from)
	if err != nil {
		panic(err) // a list of texts
	}
	script := `<script defer src="` + own + `live.js" data-page="` + tag + `" data-files="` + html.EscapeString(string(list)) + `"></script>`
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(withScript(page, script)) // a reader that went away is no fault
	}
}

// withScript puts a script at the end of a page's head.
func withScript(page []byte, script string) []byte {
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		return append([]byte(script), page...)
	}
	out := make([]byte, 0, len(page)+len(script))
	out = append(out, page[:at]...)
	out = append(out, script...)
	return append(out, page[at:]...)
}
