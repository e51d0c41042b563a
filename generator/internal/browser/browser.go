// Package browser opens pages in Chromium, for tests of what a person sees and
// presses.
//
// In: a test, and addresses to open.
// Out: what the page has become, and everything that went wrong in it: errors
// on the console, exceptions, breaches of the content security policy, and
// requests to anywhere but this machine. A test that leaves such behind fails.
//
// Without Chromium a test is skipped and says so; with CI=true it fails.
package browser

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a page may take: machines under load are slow, and a
// test that waits costs nothing.
const patience = 60 * time.Second

// names are what Chromium is called.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// find returns the program, from CXBOOK_CHROMIUM or the path.
func find() string {
	for _, name := range append([]string{os.Getenv("CXBOOK_CHROMIUM")}, names...) {
		if program, err := exec.LookPath(name); name != "" && err == nil {
			return program
		}
	}
	return ""
}

// shared is the one browser of a test binary: to start one takes longer than
// most tests. Run stops it.
var shared struct {
	start sync.Once
	ctx   context.Context
	stop  func()
	err   error
}

var errMissing = errors.New("there is no Chromium: install it, or name it in CXBOOK_CHROMIUM")

// Run runs the tests of a package, for its TestMain, and stops the browser
// that they shared. It returns the exit code.
func Run(m *testing.M) int {
	code := m.Run()
	if shared.stop != nil {
		shared.stop()
	}
	return code
}

// start starts the browser.
func start() {
	program := find()
	if program == "" {
		shared.err = errMissing
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// A page that asks for another machine is at fault; it gets no answer, either.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.WSURLReadTimeout(patience),
	)
	if os.Getuid() == 0 { // Chromium has no sandbox for root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	shared.ctx, shared.stop = ctx, func() { cancel(); stop() }
	// The first call starts the browser, which lives as long as its context.
	if err := chromedp.Do(ctx); err != nil {
		shared.err = fmt.Errorf("start %s: %w", program, err)
	}
}

// A Page is a page of the browser, in a profile of its own.
type Page struct {
	t   testing.TB
	ctx context.Context

	media    string
	features []*emulation.MediaFeature

	mu     sync.Mutex
	at     string // the address last opened
	faults []string
}

// Open opens an empty page. It ends with the test, which fails if anything
// went wrong in the page.
func Open(t testing.TB) *Page {
	t.Helper()
	shared.start.Do(start)
	switch err := shared.err; {
	case errors.Is(err, errMissing) && os.Getenv("CI") != "true":
		t.Skip(err)
	case err != nil:
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(shared.ctx, chromedp.WithNewBrowserContext())
	p := &Page{t: t, ctx: ctx}
	t.Cleanup(func() {
		if t.Failed() {
			p.Picture("failed")
		}
		cancel()
		for _, f := range p.Faults() {
			t.Errorf("in the browser: %s", f)
		}
	})
	p.must(chromedp.Listen(ctx, p.hear))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	p.must(err)
	_, err = chromedp.Call(ctx, log.Enable, cdp.Empty{})
	p.must(err)
	_, err = chromedp.Call(ctx, runtime.Enable, cdp.Empty{})
	p.must(err)
	// Keys go to the page, even where tests in parallel have others open.
	_, err = chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	p.must(err)
	return p
}

func (p *Page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("in the browser: %v", err)
	}
}

// hear takes down what went wrong.
func (p *Page) hear(event any) {
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			p.fault("%s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		p.fault("exception: %s", fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning || e.Type == runtime.ConsoleAPICalledTypeAssert {
			p.fault("console.%s: %s", e.Type, values(e.Args))
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Scheme != "file" && u.Scheme != "data" && u.Scheme != "about" && u.Hostname() != "127.0.0.1" && u.Hostname() != "localhost" {
			p.fault("a request to %s", e.Request.URL)
		}
	}
}

func values(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		parts = append(parts, string(a.Value)+a.Description)
	}
	return strings.Join(parts, " ")
}

func (p *Page) fault(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = append(p.faults, p.at+": "+fmt.Sprintf(format, args...))
}

// Faults returns what went wrong so far, and forgets it.
func (p *Page) Faults() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := p.faults
	p.faults = nil
	return out
}

// run carries out actions, within patience.
func (p *Page) run(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	p.must(chromedp.Do(ctx, actions...))
}

// Go opens an address and waits until it is loaded.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.mu.Lock()
	p.at = address
	p.mu.Unlock()
	p.run(chromedp.Navigate(address))
}

// Size sets the size of the window, in CSS pixels.
func (p *Page) Size(width, height int) {
	p.t.Helper()
	p.run(chromedp.EmulateViewport(int64(width), int64(height)))
}

// Prefer sets a preference of the reader's, such as prefers-color-scheme: dark.
func (p *Page) Prefer(name, value string) {
	p.t.Helper()
	p.features = slices.DeleteFunc(p.features, func(f *emulation.MediaFeature) bool { return f.Name == name })
	p.features = append(p.features, &emulation.MediaFeature{Name: name, Value: value})
	p.emulate()
}

// Print shows the page as it is printed; Screen ends that.
func (p *Page) Print() {
	p.t.Helper()
	p.media = "print"
	p.emulate()
}

// Screen shows the page as on a screen.
func (p *Page) Screen() {
	p.t.Helper()
	p.media = ""
	p.emulate()
}

func (p *Page) emulate() {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: p.media, Features: p.features})
	p.must(err)
}

// Scripts switches the page's own scripts on or off; it holds from the next
// page on.
func (p *Page) Scripts(on bool) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
	p.must(err)
}

// Value evaluates an expression in the page. A promise is waited for.
func Value[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	p.must(err)
	return out
}

// Text evaluates an expression that gives a text.
func (p *Page) Text(expression string) string {
	p.t.Helper()
	return Value[string](p, expression)
}

// Wait waits until an expression is true, whatever pages come in between.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && ok {
			return
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("in the browser: it never became true: %s (%v)", expression, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Click clicks on the first element that a selector finds.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.run(chromedp.Click(chromedp.CSS(selector)))
}

// Press presses keys, one after another: Tab, Enter, Escape, or characters.
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		if named, ok := map[string]string{"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Space": " ", "Right": kb.ArrowRight}[key]; ok {
			key = named
		}
		p.run(chromedp.KeyEvent(key))
	}
}

// Picture keeps what the page looks like among the test's artifacts, if those
// are kept (go test -artifacts).
func (p *Page) Picture(name string) {
	p.t.Helper()
	if kept := flag.Lookup("test.artifacts"); kept == nil || kept.Value.String() != "true" {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	image, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		name = strings.Trim(strings.NewReplacer("/", "-", " ", "-", ":", "", "#", "").Replace(name), "-") + ".png"
		err = os.WriteFile(filepath.Join(p.t.ArtifactDir(), name), image, 0o644)
	}
	if err != nil {
		p.t.Logf("no picture of %s: %v", name, err)
	}
}
