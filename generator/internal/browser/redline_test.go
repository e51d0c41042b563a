package browser_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
)

// marked tells how words of one fate look and what they are called for those
// who hear the page.
const marked = `(() => {
	const e = document.querySelector(".record section TAG"), style = getComputedStyle(e);
	return [style.textDecorationLine, style.fontWeight, e.querySelector(".hidden").textContent.trim()].join(" ");
})()`

// What an amendment changes is found from the law in force, and what was added
// and removed is told apart without colour, on a screen and on paper.
func TestWhatAnAmendmentChanges(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/glos-klienta/")
	p.Click(".versions li[aria-current] .days a[href$='v3/compare/']")
	p.Wait(`location.pathname.endsWith("/pl/policies/glos-klienta/v3/compare/") && document.querySelector("#par-3 del")`)
	for _, paper := range []bool{false, true} {
		if paper {
			p.Print()
		}
		for tag, want := range map[string]string{"ins": "underline 700 dodano:", "del": "line-through 400 usunięto:"} {
			if got := p.Text(strings.Replace(marked, "TAG", tag, 1)); got != want {
				t.Errorf("on paper %v, %s is %q, want %q", paper, tag, got, want)
			}
		}
	}
	p.Screen()
	if got := p.Text(`document.querySelector("#par-1").textContent.replace(/\s+/g, " ").trim()`); !strings.HasSuffix(got, "bez zmian") {
		t.Errorf("§ 1 says %q", got)
	}
}

// A reader of a translation that is behind sees where, and gets to what has
// changed there.
func TestTranslationBehind(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 740)
	p.Go(root + "cs/translations/")
	p.Click("table.index tbody tr:first-child td a[href$='#par-4']")
	p.Wait(`location.pathname.endsWith("/compare/") && location.hash === "#par-4"`)
	p.Go(root + "cs/policies/hlas-zakaznika/")
	p.Click("#par-4 ~ .remark .remark-link a[href$='#par-4']")
	p.Wait(`location.pathname.endsWith("/cs/policies/hlas-zakaznika/v3/compare/") && document.querySelector("#par-4 ins").lang === "" && document.querySelector("#par-4 [lang=pl]")`)
}
