package browser_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing/fstest"
)

// dialect is whatever an author can write in a body.
const dialect = `
Text with *emphasis*, **weight**, ~~gone~~, ` + "`code`" + ` and a [way out](https://example.org/a/very/long/address/that/has/no/place/to/break/on/a/phone?x=1).[^1]

## One

### One and a half

> A word of others.

> [!NOTE]
> Note.

> [!TIP]
> Tip.

> [!IMPORTANT]
> Important.

> [!WARNING]
> Warning, [with a link](#one).

> [!CAUTION]
> Caution.

1. first
   - inner
2. second

- [x] done
- [ ] to do

Term
: What it means.

---

| left | middle | right | and | so | many | more |
|:-----|:------:|------:|-----|----|------|------|
| averylongwordthatcannotbebroken | b | 3 | incomprehensibilities | incomprehensibilities | incomprehensibilities | incomprehensibilities |

## Two

` + "```\na line of code that is much longer than a phone is wide, and which has to be scrolled to be read in full\n```" + `

![A picture](wide.png)

[^1]: The note, [elsewhere](#two).
`

// rareContent is a handbook of what the sample does not have: law that is not
// in force, in all ways, words that are older than their source or not there,
// and everything of the dialect.
func rareContent() fstest.MapFS {
	files := fstest.MapFS{}
	put := func(name string, lines ...string) {
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	law := func(id, name string, lines ...string) {
		all := append([]string{"---", "id: " + id, "title: Law " + id, "owner: ROL-001", "status: approved", "approved_by: ROL-001", "approved_on: 2024-01-01"}, lines...)
		put("policies/"+name+".en.md", append(all, "---", "## § 1 Aim", "", "Words.")...)
	}
	put("handbook.yaml", "title: {pl: Kodeks, cs: Kodex, en: Law}", "languages: [pl, cs, en]")
	var wide bytes.Buffer
	_ = png.Encode(&wide, image.NewGray(image.Rect(0, 0, 1600, 40)))
	files["pages/wide.png"] = &fstest.MapFile{Data: wide.Bytes()}
	put("roles/a.en.md", "---", "id: ROL-001", "title: Council", "kind: body", "meets: monthly", "---")
	for n := 1; n <= 3; n++ {
		law("POL-001", fmt.Sprintf("amended.v%d", n), fmt.Sprintf("version: %d", n), fmt.Sprintf("effective_from: %d-01-01", 2024+n), "change_note: Shorter.")
	}
	law("POL-002", "coming", "effective_from: 2026-12-01")
	law("POL-003", "superseding", "effective_from: 2026-01-01", "supersedes: [POL-004]", "repeals: [POL-007]")
	law("POL-004", "superseded", "effective_from: 2025-01-01")
	law("POL-007", "repealed", "effective_from: 2025-01-01")
	law("POL-005", "expired", "effective_from: 2025-01-01", "effective_until: 2025-12-31")
	put("policies/draft.en.md", "---", "id: POL-006", "title: "+strings.Repeat("A very long name ", 11), "owner: ROL-001", "status: draft", "---", "Words.")
	unheard(put)
	put("pages/dialect.en.md", "---", "id: PAG-001", "version: 2", "change_note: All.", "title: Everything", "---", dialect)
	put("pages/dialect.pl.md", "---", "id: PAG-001", "source_version: 1", "title: Wszystko", "---", dialect)
	return files
}

// unheard adds customers who wait, and insights about which nobody told them.
func unheard(put func(name string, lines ...string)) {
	put("touchpoints/a.en.md", "---", "id: TCH-001", "title: Delivery", "owner: ROL-001", "key: true", "---")
	for n := 1; n <= 3; n++ {
		put(fmt.Sprintf("listening/post-%d.en.md", n), "---", fmt.Sprintf("id: VOC-%03d", n), fmt.Sprintf("title: Survey %d", n), "owner: ROL-001", "touchpoint: TCH-001",
			"population: Everybody.", fmt.Sprintf("contact_cap: P%dD", 30*n), "close_within: P7D", "cases: cases.csv", "---")
	}
	put("listening/cases.csv", "opened,customer_informed", "2026-01-02,", "2026-01-02,2026-01-05", "2026-11-20,")
	put("listening/later.en.md", "---", "id: VOC-004", "title: Next year", "owner: ROL-001", "whole_relation: true", "effective_from: 2027-01-01", "---")
	const grade = "{value: 3, why: So.}"
	for n, state := range []string{"measured", "rejected"} {
		put(fmt.Sprintf("insights/%s.en.md", state), "---", fmt.Sprintf("id: INS-%03d", n+1), "title: Insight "+state, "owner: ROL-001", "statement: Customers wait.", "decision: Something.", "---")
		put(fmt.Sprintf("initiatives/%s.en.md", state), "---", fmt.Sprintf("id: INI-%03d", n+1), "title: Initiative "+state, "owner: ROL-001", "kind: initiative", "state: "+state, "problem: Waiting.", "solution: Haste.",
			fmt.Sprintf("insights: [INS-%03d]", n+1), "criteria:", "  customer_impact: "+grade, "  business_value: "+grade, "  difficulty: "+grade, "  dependency: "+grade, "---")
	}
}
