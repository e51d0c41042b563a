package browser_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
	"github.com/cxbook/cxbook/generator/page"
)

// stops lists what the Tab key stops at, in the order of the page.
const stops = `window.stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")].filter(e => e.checkVisibility())`

// stop says where the keyboard is, and what is wrong with that: a place that
// cannot be seen, or a mark of focus that cannot.
const stop = `(() => {
	const e = document.activeElement, style = getComputedStyle(e), faults = [];
	if (e === document.body) return "nowhere";
	if (e !== stops[next]) faults.push("comes out of order, instead of " + (stops[next] || {}).outerHTML);
	next = stops.indexOf(e) + 1;
	if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("has no mark of focus");
	const seen = [...e.getClientRects()].some(r => {
		let left = Math.max(r.left, 0), right = Math.min(r.right, innerWidth), top = Math.max(r.top, 0), bottom = Math.min(r.bottom, innerHeight);
		for (let box = e.parentElement; box; box = box.parentElement) if (getComputedStyle(box).overflowX === "auto") {
			left = Math.max(left, box.getBoundingClientRect().left);
			right = Math.min(right, box.getBoundingClientRect().right);
		}
		const hit = left < right && top < bottom && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return hit && (e.contains(hit) || hit.contains(e) && hit !== document.body && !hit.matches("main, .frame"));
	});
	if (!seen) faults.push("cannot be seen");
	return faults.length ? e.outerHTML.slice(0, 160) + " " + faults.join(", ") : "";
})()`

// The Tab key goes through a page from its beginning to its end, leaves
// nothing out, stops at nothing twice, and always shows where it is.
func TestKeyboardOrder(t *testing.T) {
	_, root := serve(t)
	for _, c := range []struct {
		address string
		width   int
	}{{"pl/procedures/sprawa-eskalowana/", 1280}, {"pl/policies/", 1280}, {"pl/standards/", 360}, {"pl/roles/careers/", 360}} {
		t.Run(c.address, func(t *testing.T) {
			t.Parallel()
			p := browser.Open(t)
			p.Size(c.width, 800)
			p.Go(root + c.address)
			n := browser.Value[int](p, "window.next = 0; ("+stops+").length")
			if n < 20 {
				t.Fatalf("%d stops", n)
			}
			for range n {
				p.Press("Tab")
				if fault := p.Text(stop); fault != "" {
					t.Fatal(fault)
				}
			}
			if at := browser.Value[int](p, "next"); at != n {
				t.Errorf("%d stops of %d were reached", at, n)
			}
		})
	}
}

// inSight says that the place an address leads to is on the screen.
const inSight = `(() => { const r = document.querySelector(":target").getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; })()`

// The contents list takes readers to a section, and the keyboard with them.
func TestContentsList(t *testing.T) {
	_, root := serve(t)
	for _, width := range []int{1280, 360} {
		p := browser.Open(t)
		p.Size(width, 700)
		p.Go(root + "pl/policies/reklamacje-skargi-zapytania/")
		browser.Value[any](p, `[...document.querySelectorAll(".contents a")].at(-2).focus()`)
		want := p.Text(`document.activeElement.hash`)
		p.Press("Enter")
		p.Wait(`location.hash === "` + want + `" && ` + inSight)
		p.Press("Tab")
		if !browser.Value[bool](p, stops+`, document.activeElement === stops.find(e => document.querySelector(":target").compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)`) {
			t.Errorf("at %d pixels the next stop after %s is %q", width, want, p.Text(`document.activeElement.outerHTML.slice(0, 200)`))
		}
	}
}

// A heading has a link to itself, which shows under the mouse and the keyboard.
func TestPermalink(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 800)
	p.Go(root + "pl/policies/reklamacje-skargi-zapytania/")
	const link = `document.querySelector("#par-3 .permalink")`
	if got := p.Text(`getComputedStyle(` + link + `).opacity`); got != "0" {
		t.Errorf("the link stands in the way: opacity %s", got)
	}
	browser.Value[any](p, link+`.focus()`)
	p.Wait(`getComputedStyle(` + link + `).opacity === "1"`)
	p.Press("Enter")
	p.Wait(`location.hash === "#par-3" && ` + inSight)
}

// What is wider than its place is scrolled by the keyboard.
func TestScrollingByKeyboard(t *testing.T) {
	_, root := serve(t)
	rare := serveSite(t, build(t, rareContent()).site)
	p := browser.Open(t)
	for _, c := range []struct {
		address, selector string
		width             int
	}{
		{root + "pl/procedures/sprawa-eskalowana/", ".raci-section .table-scroll", 700},
		{rare + "en/pages/dialect/", ".body .table-scroll", 360},
		{rare + "en/pages/dialect/", ".body pre", 360},
	} {
		p.Size(c.width, 800)
		p.Go(c.address)
		box := `document.querySelector("` + c.selector + `")`
		if !browser.Value[bool](p, box+`.scrollWidth > `+box+`.clientWidth`) {
			t.Errorf("%s is not wider than its place: choose another for this test", c.selector)
			continue
		}
		browser.Value[any](p, box+`.focus()`)
		p.Press("Right", "Right")
		p.Wait(box + `.scrollLeft > 0`)
	}
}

// What is folded unfolds by the keyboard.
func TestFolding(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/roles/careers/")
	const box, inner = `document.querySelector("main details")`, `document.querySelector("main details > :not(summary)")`
	if browser.Value[bool](p, inner+`.checkVisibility()`) {
		t.Error("it is unfolded before anybody asks")
	}
	browser.Value[any](p, box+`.querySelector("summary").focus()`)
	p.Press("Enter")
	p.Wait(inner + `.checkVisibility()`)
	p.Press("Space")
	p.Wait(`!` + inner + `.checkVisibility()`)
}

// The menu of a phone is worked by the keyboard alone.
func TestMenuByKeyboard(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 740)
	p.Go(root + "pl/policies/")
	browser.Value[any](p, `document.querySelector("button.menu").focus()`)
	p.Press("Enter")
	p.Wait(`document.querySelector(".sections").matches(":popover-open")`)
	p.Press("Tab")
	if !browser.Value[bool](p, `document.querySelector(".sections a") === document.activeElement`) {
		t.Errorf("the next stop is %q", p.Text(focused))
	}
	want := p.Text(`document.activeElement.pathname`)
	p.Press("Enter")
	p.Wait(`location.pathname === "` + want + `" && document.readyState === "complete"`)
	if browser.Value[bool](p, `document.querySelector(".sections").checkVisibility()`) {
		t.Error("the menu is open on the next page")
	}
}

// A word of the glossary leads to its meaning.
func TestTermLink(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/reklamacje-skargi-zapytania/")
	if p.Text(`document.querySelector("main a.term").title`) == "" {
		t.Error("the meaning is not there without going")
	}
	p.Click("main a.term")
	p.Wait(`location.pathname.startsWith("/pl/terms/") && document.querySelector("meta[name='cxbook:record']")`)
}

// An address that nobody has says so, in all languages, wherever it is, and
// leads home.
func TestNoPage(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/nie/ma/takiej/")
	if got := p.Faults(); len(got) != 1 || !strings.Contains(got[0], "404") {
		t.Errorf("faults besides that there is no page: %q", got)
	}
	if got := p.Text(`[...document.querySelectorAll("main section")].map(e => e.lang).join(" ")`); got != "pl cs en" {
		t.Errorf("it speaks %q", got)
	}
	if got := p.Text(`getComputedStyle(document.querySelector("main")).maxWidth`); got != "640px" {
		t.Errorf("its style is not there: the text is %s wide", got)
	}
	p.Click(`main a[hreflang="cs"]`)
	p.Wait(`location.pathname === "/cs/" && document.readyState === "complete"`)
}

// An address that a record had once leads to the one that it has.
func TestFormerAddress(t *testing.T) {
	s, root := serve(t)
	p := browser.Open(t)
	tried := 0
	for _, of := range s.judgement.Plan.Pages {
		if of.Kind != page.Redirect || of.Target == nil || tried == 5 {
			continue
		}
		tried++
		p.Go(root + of.Address)
		p.Wait(`location.pathname === "/` + of.Target.Address + `" && document.readyState === "complete"`)
	}
	if tried == 0 {
		t.Error("the sample has no such address")
	}
}
