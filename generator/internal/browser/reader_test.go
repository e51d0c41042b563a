package browser_test

import (
	"testing"

	"github.com/cxbook/cxbook/generator/internal/browser"
)

// clipped lists what is cut off at its edges, and what sticks out of the page.
const clipped = `(() => {
	const out = [], root = document.documentElement;
	if (root.scrollWidth > innerWidth) {
		out.push("the page is " + root.scrollWidth + " pixels wide, not " + innerWidth);
		for (const e of document.querySelectorAll("body *")) if (e.getBoundingClientRect().right > innerWidth + 1) out.push(e.outerHTML.slice(0, 120));
	}
	for (const e of document.querySelectorAll("body *")) {
		const style = getComputedStyle(e);
		if (/hidden|clip/.test(style.overflow) && style.clipPath === "none" && e.checkVisibility() && e.clientWidth > 0 &&
			(e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) out.push("cut off: " + e.outerHTML.slice(0, 120));
	}
	return out.slice(0, 5).join("\n");
})()`

// spaced sets a text as WCAG 1.4.12 lets readers set it.
const spaced = `(() => {
	const style = new CSSStyleSheet();
	style.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
	document.adoptedStyleSheets = [style];
})()`

// moving lists what moves by itself or slides.
const moving = `[...document.getAnimations().map(a => a.animationName || a.transitionProperty),
	...[...document.querySelectorAll("*")].filter(e => { const s = getComputedStyle(e); return s.scrollBehavior !== "auto" || /[1-9]/.test(s.transitionDuration) }).map(e => e.outerHTML.slice(0, 120))].slice(0, 5).join("\n")`

// Every kind of page can be read at 400 %, with more room between letters and
// lines, with letters twice as large, and keeps still for those who ask it to.
func TestReadAsOneNeeds(t *testing.T) {
	s, root := serve(t)
	p := browser.Open(t)
	p.Prefer("prefers-reduced-motion", "reduce")
	for _, of := range kinds(t, s, "pl") {
		check := func(how, expression string) {
			if fault := p.Text(expression); fault != "" {
				t.Errorf("%s %s: %s", of.Address, how, fault)
			}
		}
		p.Size(320, 256) // 1280 by 1024 at 400 %
		p.Go(root + of.Address)
		check("at 400 %", clipped)
		check("when it should keep still", moving)
		browser.Value[any](p, spaced)
		check("at 400 % with more room", clipped)
		p.Size(1280, 1024)
		check("with more room", clipped)
		browser.Value[any](p, `document.adoptedStyleSheets = []; document.documentElement.style.fontSize = "200%"`)
		check("with larger letters", clipped)
	}
}

// texts marks the texts that are seen, in the words of the page and not of its
// controls.
const texts = `window.shown = [...document.querySelectorAll("main *")].filter(e =>
	[...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()) && e.checkVisibility() && !e.closest("nav, button, .calendar, .changes-filter"))`

// unprinted lists what a page on paper lacks, or shows only in part.
const unprinted = `(() => {
	const out = [];
	if (document.documentElement.scrollWidth > innerWidth) out.push("wider than the paper: " + document.documentElement.scrollWidth);
	for (const e of shown) if (!e.checkVisibility()) out.push("not printed: " + e.outerHTML.slice(0, 120));
	for (const e of document.querySelectorAll("main *")) {
		const style = getComputedStyle(e);
		if (style.overflow !== "visible" && style.clipPath === "none" && e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
			out.push("cut off: " + e.outerHTML.slice(0, 120) + " " + e.scrollWidth + " of " + e.clientWidth);
	}
	for (const e of document.querySelectorAll("details > :not(summary)")) if (!e.checkVisibility()) out.push("folded: " + e.outerHTML.slice(0, 120));
	for (const e of document.querySelectorAll("button, .permalink")) if (e.checkVisibility() && !e.matches(".sort")) out.push("to be pressed: " + e.outerHTML.slice(0, 120));
	for (const e of document.querySelectorAll("main a[href^='http']")) if (!getComputedStyle(e, "::after").content.includes("http")) out.push("leads out, but not on paper: " + e.outerHTML.slice(0, 120));
	const [r, g, b] = getComputedStyle(document.body).color.match(/\d+/g).map(Number);
	if (r + g + b > 300) out.push("printed in a light colour");
	return out.slice(0, 6).join("\n");
})()`

// Paper has all the words of every kind of page, also for who prints in the
// dark, and nothing is cut off.
func TestAllIsPrinted(t *testing.T) {
	s, root := serve(t)
	rare := build(t, rareContent())
	rareRoot := serveSite(t, rare.site)
	p := browser.Open(t)
	p.Prefer("prefers-color-scheme", "dark")
	p.Size(720, 1000) // A4 upright, within usual margins
	print := func(address string) {
		p.Screen()
		p.Go(address)
		browser.Value[any](p, "("+texts+").length")
		p.Print()
		if fault := p.Text(unprinted); fault != "" {
			t.Errorf("%s: %s", address, fault)
		}
	}
	for _, of := range kinds(t, s, "pl") {
		print(root + of.Address)
	}
	print(rareRoot + "en/pages/dialect/")
}

// Without script every kind of page says the same, but for controls that would
// do nothing.
func TestTheSameWithoutScript(t *testing.T) {
	s, root := serve(t)
	with, without := browser.Open(t), browser.Open(t)
	without.Scripts(false)
	const words = `document.querySelector(".changes-filter")?.remove(), document.body.innerText`
	for _, of := range kinds(t, s, "cs") {
		with.Go(root + of.Address)
		without.Go(root + of.Address)
		if with.Text(words) != without.Text(words) {
			t.Errorf("%s says something else without script", of.Address)
		}
	}
}

// broken lists words that a line ends in the middle of. Those that nobody sees
// count, too: a screen reader would spell them.
const broken = `(() => {
	const out = [], range = document.createRange(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text = walk.nextNode(); text; text = walk.nextNode()) {
		if (!text.parentElement.checkVisibility() || text.parentElement.closest("pre, code")) continue;
		for (const word of text.data.matchAll(/(?<=^|[\s(„])\p{L}{2,20}(?=$|[\s,.;:!?)”])/gu)) {
			range.setStart(text, word.index);
			range.setEnd(text, word.index + word[0].length);
			const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.bottom)));
			if (lines.size > 1) out.push(word[0] + " in " + text.parentElement.outerHTML.slice(0, 120));
		}
	}
	return out.slice(0, 5).join("\n");
})()`

// No usual word is broken, be it in a narrow column or on a phone.
func TestWordsStayWhole(t *testing.T) {
	s, root := serve(t)
	p := browser.Open(t)
	for _, of := range kinds(t, s, "pl") {
		p.Size(1280, 800)
		p.Go(root + of.Address)
		for _, width := range []int{1280, 700, 360} {
			p.Size(width, 800)
			if fault := p.Text(broken); fault != "" {
				t.Errorf("%s at %d pixels: %s", of.Address, width, fault)
			}
		}
	}
}
