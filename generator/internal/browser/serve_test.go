package browser_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
)

// serving runs cxbook serve on a folder until the test ends, and returns its
// address.
func serving(t *testing.T, dir string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "cxbook")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "../../../cmd/cxbook").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ctx, stop := context.WithCancel(context.Background())
	serve := exec.CommandContext(ctx, program, "serve", "-C", dir, "--addr", "127.0.0.1:0", "--lang", "en", "--as-of", "2026-11-22")
	out, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = serve.Wait() // it was killed
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("serve said %q: %v", line, err)
	}
	address := line[strings.Index(line, "http://"):]
	return strings.TrimSuffix(strings.TrimSpace(address), "/") + "/"
}

// An author writes, breaks and mends a file, and the open page follows: the
// whole way from the disk to the screen.
func TestServeFromDiskToScreen(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		// As editors do it: a file beside, moved over the old one.
		if err := os.WriteFile(name+"~", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(name+"~", name); err != nil {
			t.Fatal(err)
		}
	}
	write("handbook.yaml", "title: {en: Law}\nlanguages: [en]\ndefault_language: en\n")
	write("pages/a.en.md", "---\nid: PAG-001\ntitle: One\n---\nFirst words.\n")
	root := serving(t, dir)
	p := browser.Open(t) // it closes before serve ends
	p.Go(root + "en/pages/a/")
	const words = `document.querySelector("main .body").textContent.trim()`
	p.Wait(words + ` === "First words."`)
	write("pages/a.en.md", "---\nid: PAG-001\ntitle: One\n---\nOther words.\n")
	p.Wait(words + ` === "Other words."`)
	write("pages/a.en.md", "---\nid: PAG-001\ntitel: One\n---\nBroken words.\n")
	p.Wait(`document.querySelector("[role=dialog] pre")`)
	if got := p.Text(words); got != "Other words." {
		t.Errorf("under the findings the last good page is %q", got)
	}
	if got := p.Text(`document.querySelector("[role=dialog]").textContent`); !strings.Contains(got, "pages/a.en.md") {
		t.Errorf("the findings are %q", got)
	}
	write("pages/a.en.md", "---\nid: PAG-001\ntitle: One\n---\nMended words.\n")
	p.Wait(words + ` === "Mended words." && !document.querySelector("[role=dialog]")`)
	write("pages/b.en.md", "---\nid: PAG-002\ntitle: Two\n---\n[[PAG-001]]\n")
	p.Wait(`document.querySelector(".backlinks a")`)
	p.Click(".backlinks a")
	p.Wait(`location.pathname === "/en/pages/b/"`)
}
