package browser_test

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/internal/browser"
	"github.com/cxbook/cxbook/generator/preview"
	"github.com/cxbook/cxbook/generator/site"
)

const focused = `document.activeElement.textContent.trim()`

// By keyboard alone: the first Tab offers to skip to the content, and what is
// pressed next goes there.
func TestSkipLink(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/zamknieta-petla/")
	p.Press("Tab")
	if got := p.Text(focused); got != "Przejdź do treści" {
		t.Errorf("the first stop is %q", got)
	}
	p.Press("Enter")
	p.Wait(`location.hash === "#page:main"`)
	p.Press("Tab")
	if !browser.Value[bool](p, `document.querySelector("main").contains(document.activeElement)`) {
		t.Errorf("after skipping, the next stop is %q", p.Text(focused))
	}
}

// The language switch stays on the record, whatever it is called elsewhere.
func TestLanguageSwitch(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/procedures/sprawa-eskalowana/")
	record := `document.querySelector("meta[name='cxbook:record']").content`
	for _, language := range []string{"cs", "en", "pl"} {
		p.Click(`.languages a[hreflang="` + language + `"]`)
		p.Wait(`document.documentElement.lang === "` + language + `" && document.readyState === "complete"`)
		if id := p.Text(record); id != "PRC-005" {
			t.Errorf("in %s the record is %s", language, id)
		}
	}
}

// On a phone the sections open and close without script, by touch and key.
func TestMenuOnAPhone(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 740)
	p.Go(root + "pl/policies/")
	seen := `document.querySelector(".sections").checkVisibility()`
	if browser.Value[bool](p, seen) {
		t.Error("the menu is open before anybody asks")
	}
	p.Click("button.menu")
	p.Wait(seen)
	p.Press("Escape")
	p.Wait("!" + seen)
	if !browser.Value[bool](p, `document.activeElement.matches("button.menu")`) {
		t.Errorf("after closing, the focus is on %q", p.Text(focused))
	}
	p.Size(1280, 900)
	p.Wait(seen)
	if browser.Value[bool](p, `document.querySelector("button.menu").checkVisibility()`) {
		t.Error("on a wide screen there is a button for what stands open")
	}
}

// A table is sorted by what its column says, by mouse and by key, and a third
// press brings back the order it came in.
func TestSortingATable(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/")
	p.Wait(`document.querySelector("th button")`)
	column := `[...document.querySelectorAll("table.index tbody tr")].map(r => (r.querySelector("time") || {dateTime: ""}).dateTime).join(" ")`
	first := p.Text(column)
	at := `[...document.querySelectorAll("table.index thead th")].find(th => th.querySelector("button") && th.textContent.includes("Obowiązuje od"))`
	browser.Value[any](p, at+`.querySelector("button").focus()`)
	for _, c := range []struct{ key, state string }{{"Enter", "ascending"}, {"Space", "descending"}} {
		p.Press(c.key)
		p.Wait(at + `.getAttribute("aria-sort") === "` + c.state + `"`)
		days := strings.Fields(p.Text(column))
		for i := 1; i < len(days); i++ {
			if c.state == "ascending" && days[i] < days[i-1] || c.state == "descending" && days[i] > days[i-1] {
				t.Errorf("%s: %v", c.state, days)
			}
		}
	}
	p.Press("Enter")
	p.Wait("!" + at + `.hasAttribute("aria-sort") || ` + at + `.getAttribute("aria-sort") === "none"`)
	if got := p.Text(column); got != first {
		t.Errorf("the third press gives %q, it came as %q", got, first)
	}
}

// Without script everything is there and every way leads on.
func TestWithoutScript(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/procedures/sprawa-eskalowana/")
	with := p.Text(`document.querySelector("main").innerText`)
	p.Scripts(false)
	p.Go(root + "pl/procedures/sprawa-eskalowana/")
	if without := p.Text(`document.querySelector("main").innerText`); without != with {
		t.Errorf("without script the page says something else")
	}
	p.Click(".crumbs li:last-child a")
	p.Wait(`location.pathname.endsWith("/pl/procedures/")`)
	p.Click("table.index tbody a")
	p.Wait(`document.querySelector("meta[name='cxbook:record']")`)
}

// On paper there is the record, and no way to press anything.
func TestOnPaper(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/policies/reklamacje-skargi-zapytania/")
	p.Print()
	for _, selector := range []string{".bar", ".sections", ".crumbs", ".contents", ".foot", ".skip"} {
		if browser.Value[bool](p, `document.querySelector("`+selector+`").checkVisibility()`) {
			t.Errorf("%s is printed", selector)
		}
	}
	if !browser.Value[bool](p, `document.querySelector("h1").checkVisibility() && document.querySelector("#par-3").checkVisibility()`) {
		t.Error("the record is not printed")
	}
}

// A link to a step, as a role's page has it, leads to the step.
func TestLinksLeadToTheStep(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(360, 740)
	p.Go(root + "pl/roles/lider-zespolu/")
	p.Click(`.asks a[href*="sprawa-eskalowana"]`)
	p.Wait(`location.hash.startsWith("#steps:") && document.readyState === "complete"`)
	p.Wait(`(() => { const r = document.querySelector(":target").getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight; })()`)
}

// A site made to be carried about works from a folder, without a server.
func TestPortableFromAFolder(t *testing.T) {
	in := input()
	in.Portable = true
	_, s, err := generator.Build(context.Background(), in)
	if err != nil || s == nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range s.Files() {
		data, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go("file://" + dir + "/index.html")
	p.Click(`a[hreflang="cs"]`)
	p.Wait(`document.documentElement.lang === "cs" && document.readyState === "complete"`)
	if got := p.Text(`getComputedStyle(document.querySelector(".frame")).display`); got != "grid" {
		t.Errorf("the style is not there: %s", got)
	}
	p.Click(`.sections a[href*="policies"]`)
	p.Wait(`document.querySelector("th button")`) // the script is at work
	p.Click(`table.index tbody a`)
	p.Wait(`document.querySelector("meta[name='cxbook:record']")`)
	p.Click(`.languages a[hreflang="pl"]`)
	p.Wait(`document.documentElement.lang === "pl" && document.querySelector("meta[name='cxbook:record']")`)
	p.Go("file://" + dir + "/id/POL-004/index.html")
	p.Wait(`location.pathname.endsWith("/pl/policies/reklamacje-skargi-zapytania/index.html")`)
}

func written(t *testing.T, text string) *site.Site {
	t.Helper()
	s := &site.Site{}
	if err := s.Add(site.File{Path: "favicon.ico"}); err != nil { // browsers ask for it
		t.Fatal(err)
	}
	for name, words := range map[string]string{"en/pages/a/index.html": text, "en/pages/b/index.html": "untouched"} {
		html := `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><meta name="cxbook:record" content="` +
			map[bool]string{true: "PAG-001", false: "PAG-002"}[strings.Contains(name, "/a/")] + `"></head><body><main><h1>T</h1><p id="words">` + words + `</p></main></body></html>`
		if err := s.Add(site.File{Path: name, Data: []byte(html)}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// While one writes: the page follows the text; findings are drawn over the
// page that has them, and only announced on others; Escape closes them; mended,
// they go.
func TestWhileOneWrites(t *testing.T) {
	shown := preview.New("en")
	shown.Show(preview.Look{Site: written(t, "one")})
	server := httptest.NewServer(shown)
	t.Cleanup(server.Close)
	a, b := browser.Open(t), browser.Open(t)
	a.Go(server.URL + "/en/pages/a/")
	b.Go(server.URL + "/en/pages/b/")
	for _, p := range []*browser.Page{a, b} {
		p.Wait(`document.querySelector("link[href$='live.css']")`)
	}
	browser.Value[any](b, `window.same = true`)
	shown.Show(preview.Look{Site: written(t, "two")})
	a.Wait(`document.querySelector("#words").textContent === "two"`)

	shown.Show(preview.Look{Findings: []preview.Finding{
		{Record: "PAG-001", File: "content/pages/a.md", Error: true, Text: "a.md:3:1: <b>wrong</b>"},
		{Record: "PAG-009", File: "content/pages/z.md", Error: true, Text: "z.md:1:1: wrong, too"},
	}})
	a.Wait(`document.querySelector("[role=dialog]")`)
	if got := a.Text(`document.querySelector("[role=dialog] pre").textContent`); got != "a.md:3:1: <b>wrong</b>" {
		t.Errorf("the first finding is %q", got)
	}
	if n := browser.Value[int](a, `document.querySelectorAll("[role=dialog] pre").length`); n != 2 {
		t.Errorf("%d findings are drawn", n)
	}
	if got := a.Text(`document.querySelector("#words").textContent`); got != "two" {
		t.Errorf("under the findings the page says %q", got)
	}
	b.Wait(`document.querySelector(".cxbook-badge")`)
	if browser.Value[bool](b, `Boolean(document.querySelector("[role=dialog]"))`) {
		t.Error("findings of another page are drawn over this one")
	}
	b.Click(".cxbook-badge")
	b.Wait(`document.querySelector("[role=dialog]")`)
	for _, p := range []*browser.Page{a, b} {
		p.Press("Escape")
		p.Wait(`!document.querySelector("[role=dialog]")`)
	}
	shown.Show(preview.Look{Site: written(t, "three")})
	a.Wait(`document.querySelector("#words").textContent === "three" && !document.querySelector(".cxbook-badge")`)
	b.Wait(`!document.querySelector(".cxbook-badge")`)
	if !browser.Value[bool](b, `window.same === true`) {
		t.Error("a page that did not change was loaded anew")
	}
}

// uncovered says that the place an address leads to is on the screen and that
// nothing lies over it.
const uncovered = `(() => {
	const target = document.querySelector(":target"), r = target.getBoundingClientRect();
	const hit = document.elementFromPoint(r.left + Math.min(r.width, 40) / 2, r.top + Math.min(r.height, 20) / 2);
	return hit && (target.contains(hit) || hit.contains(target));
})()`

// Every kind of link leads where it says, and what it leads to can be seen.
func TestWaysOn(t *testing.T) {
	_, root := serve(t)
	rare := serveSite(t, build(t, rareContent()).site)
	const id = `(document.querySelector("meta[name='cxbook:record']") || {}).content`
	ways := []struct{ name, address, click, want string }{
		{"language", root, `a[hreflang="cs"]`, `location.pathname === "/cs/"`},
		{"section", root + "pl/", `.sections a[href*="roles/"]`, `location.pathname.startsWith("/pl/roles/")`},
		{"letter", root + "pl/a-z/", `.jump li:nth-last-child(3) a`, uncovered},
		{"tag", root + "pl/tags/", `.jump li:nth-last-child(2) a`, uncovered},
		{"step in a picture", root + "pl/procedures/sprawa-eskalowana/", `.timeline li:last-child a`, uncovered},
		{"step in a table", root + "pl/procedures/sprawa-eskalowana/", `.raci tbody tr:last-child th a`, uncovered},
		{"role in a table", root + "pl/procedures/sprawa-eskalowana/", `.raci thead a`, id + `.startsWith("ROL-")`},
		{"next", root + "pl/policies/zamknieta-petla/", `a[rel="next"]`, id + `.startsWith("POL-") && ` + id + ` !== "POL-002"`},
		{"previous", root + "pl/policies/zamknieta-petla/", `a[rel="prev"]`, id + `.startsWith("POL-") && ` + id + ` !== "POL-002"`},
		{"all fields", root + "pl/policies/", `main .more a`, `location.pathname === "/pl/fields/policy/"`},
		{"checks", root + "pl/policies/", `.foot a[href*="checks"]`, `location.pathname === "/pl/checks/"`},
		{"backlink", root + "pl/policies/zamknieta-petla/", `.backlinks a`, id + ` !== "POL-002"`},
		{"footnote", rare + "en/pages/dialect/", `.footnote-ref a`, uncovered},
		{"back from a footnote", rare + "en/pages/dialect/", `.footnote-back`, uncovered},
		{"older version", rare + "en/policies/amended/", `.version-list li:last-child a`, `location.pathname === "/en/policies/amended/v1/"`},
		{"law of today", rare + "en/policies/amended/v1/", `.banner a`, `location.pathname === "/en/policies/amended/"`},
		{"binding text", rare + "pl/pages/dialect/", `.notice a`, `location.pathname === "/en/pages/dialect/"`},
	}
	for _, width := range []int{1280, 360} {
		p := browser.Open(t)
		p.Size(width, 700)
		for _, c := range ways {
			if width == 360 && c.name == "section" {
				continue // it is in the menu
			}
			t.Logf("%s at %d", c.name, width) // for Wait, when it fails
			p.Go(c.address)
			p.Click(c.click)
			p.Wait(`document.readyState === "complete" && (location.hash === "" || document.querySelector(":target")) && (` + c.want + `)`)
		}
	}
}

// The page of changes narrows down, says how much is left, and
// keeps the choice in the address.
func TestChangesNarrowDown(t *testing.T) {
	_, root := serve(t)
	p := browser.Open(t)
	p.Size(1280, 900)
	p.Go(root + "pl/changes/")
	const (
		seen   = `[...document.querySelectorAll(".month li")].filter((li) => li.checkVisibility())`
		count  = `Number.parseInt(document.querySelector(".shown").textContent)`
		empty  = `[...document.querySelectorAll(".month")].some((m) => m.checkVisibility() && !m.querySelector("li:not([hidden])"))`
		choose = `(name, value) => { const s = document.querySelector("select[name=" + name + "]"); s.value = value; s.dispatchEvent(new Event("change", { bubbles: true })); }`
	)
	p.Wait(`document.querySelector(".changes-filter").checkVisibility()`)
	all := browser.Value[int](p, seen+`.length`)
	if got := browser.Value[int](p, count); got != all || all < 50 {
		t.Errorf("%d changes are shown, and the page says %d", all, got)
	}
	browser.Value[bool](p, `(`+choose+`)("kind", "amended"), true`)
	p.Wait(`location.search === "?kind=amended"`)
	browser.Value[bool](p, `(`+choose+`)("role", "ROL-003"), true`)
	p.Wait(`location.search === "?kind=amended&role=ROL-003"`)
	few := browser.Value[int](p, seen+`.length`)
	if few == 0 || few >= all || browser.Value[bool](p, empty) {
		t.Errorf("of %d changes %d are left, or a month without any", all, few)
	}
	if !browser.Value[bool](p, seen+`.every((li) => li.dataset.kind === "amended" && li.dataset.roles.includes(" ROL-003 "))`) {
		t.Error("what was not asked for is shown")
	}
	if got := p.Text(`document.querySelector(".shown").textContent`); got != "2 pozycje" || few != 2 {
		t.Errorf("%d changes are left, and the page says %q", few, got)
	}
	// Whoever is sent the address sees the same.
	p.Go(root + "cs/changes/?kind=amended&role=ROL-003&type=nonsense")
	p.Wait(seen + `.length === 2`)
	if got := p.Text(`document.querySelector(".shown").textContent`); got != "2 položky" {
		t.Errorf("the page says %q", got)
	}
	p.Go(root + "en/changes/?kind=confirmed&role=ROL-008")
	p.Wait(seen + `.length === 1`)
	if got := p.Text(`document.querySelector(".shown").textContent`); got != "1 item" {
		t.Errorf("the page says %q", got)
	}
}
