package browser_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
)

// scrolling lists tables and pictures that a reader has to push sideways; what
// an author wrote is the author's.
const scrolling = `[...document.querySelectorAll("main .table-scroll")].filter(e => !e.closest(".body, details:not([open])") && e.scrollWidth > e.clientWidth + 1)
	.map(e => e.scrollWidth + " of " + e.clientWidth + ": " + e.innerHTML.slice(0, 80)).join("\n")`

// Scores, levels, periods and cases can be read on a phone without pushing them
// sideways, in every language.
func TestNumbersFitAPhone(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 800)
	for _, address := range []string{
		"pl/scorecards/priority/", "cs/scorecards/priority/", "en/scorecards/priority/", "pl/scorecards/governance/",
		"pl/scorecards/maturity/", "cs/scorecards/maturity/", "pl/assessments/kalina-2026/",
		"pl/metrics/nps/", "cs/metrics/nps/", "pl/metrics/reklamacje-i-skargi/", "pl/listening/ankieta-relacyjna/",
		"pl/initiatives/przycisk-statusu/", "pl/initiatives/krotszy-formularz-reklamacji/",
	} {
		p.Go(root + address)
		if fault := p.Text(scrolling); fault != "" {
			t.Errorf("%s: %s", address, fault)
		}
	}
}

// From the improvement card one link leads to what the grades of a criterion
// mean, and a row says what the initiative brought in, on a phone, too.
func TestTheImprovementCardExplainsItself(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 800)
	p.Go(root + "en/scorecards/priority/")
	const first = `[...document.querySelectorAll(".ranked tbody tr:first-child td")].map(e => getComputedStyle(e, "::before").content.replaceAll('"', "") + " " + e.innerText).join(" | ").replaceAll(/\s+/g, " ")`
	if got, want := p.Text(first), "Return on investment PLN: 13.26 pays back after 0.8 months"; !strings.Contains(got, want) {
		t.Errorf("the first row says %q, want %q in it", got, want)
	}
	p.Click(`a[href$="part-difficulty"]`)
	p.Wait(`(r => r.top >= 0 && r.top < innerHeight)(document.getElementById("page:part-difficulty").getBoundingClientRect())`)
	if got := p.Text(`document.querySelector("[id='page:part-difficulty'] ~ ol").innerText`); !strings.Contains(got, "Done in days") {
		t.Errorf("the grades of difficulty are %q", got)
	}
}
