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
	put("pages/dialect.en.md", "---", "id: PAG-001", "version: 2", "change_note: All.", "title: Everything", "---", dialect)
	put("pages/dialect.pl.md", "---", "id: PAG-001", "source_version: 1", "title: Wszystko", "---", dialect)
	return files
}
