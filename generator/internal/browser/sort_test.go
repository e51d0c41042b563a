package browser_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/internal/browser"
	"github.com/cxbook/cxbook/generator/site"
)

// sortable is a handbook whose index of trainings has words in Polish, lengths
// of time, and nothing in places.
func sortable(t *testing.T) *site.Site {
	t.Helper()
	content := fstest.MapFS{"handbook.yaml": {Data: []byte("title: {pl: Kodeks}\nlanguages: [pl]\n")},
		"roles/a.md": {Data: []byte("---\nid: ROL-001\ntitle: A\n---\n")}}
	for i, said := range []string{"title: Zebra\nvalid_for: P18M", "title: Łódź\nvalid_for: P2Y", "title: Luty", "title: Żaba\nvalid_for: P6M", "title: Lato\nvalid_for: P20M"} {
		content[fmt.Sprintf("trainings/%d.md", i)] = &fstest.MapFile{
			Data: fmt.Appendf(nil, "---\nid: TRN-%03d\nowner: ROL-001\n%s\n---\n", i+1, said)}
	}
	return build(t, content).site
}

// A click on a heading sorts a table by that column, a second the other way
// round, and a third brings the handbook's own order back; each is announced.
// Words go by the language, lengths of time by how long they are, and what
// says nothing comes last.
func TestSortByClick(t *testing.T) {
	root := serveSite(t, sortable(t))
	p := browser.Open(t)
	for heading, want := range map[string]string{
		"Tytuł": "Zebra Łódź Luty Żaba Lato\n" +
			"Lato Luty Łódź Zebra Żaba [ascending] Uporządkowano według kolumny „Tytuł”, rosnąco.\n" +
			"Żaba Zebra Łódź Luty Lato [descending] Uporządkowano według kolumny „Tytuł”, malejąco.\n" +
			"Zebra Łódź Luty Żaba Lato [null] Przywrócono kolejność podręcznika.",
		"Ważne przez": "Zebra Łódź Luty Żaba Lato\n" +
			"Żaba Zebra Lato Łódź Luty [ascending] Uporządkowano według kolumny „Ważne przez”, rosnąco.\n" +
			"Łódź Lato Zebra Żaba Luty [descending] Uporządkowano według kolumny „Ważne przez”, malejąco.\n" +
			"Zebra Łódź Luty Żaba Lato [null] Przywrócono kolejność podręcznika.",
	} {
		p.Go(root + "pl/trainings/")
		p.Wait(`document.querySelector("th button")`)
		got := p.Text(fmt.Sprintf(`(() => {
			const table = document.querySelector("table.index"), seen = [];
			const head = [...table.tHead.rows[0].cells].find((cell) => cell.textContent === %q);
			const look = () => [...table.tBodies[0].rows].map((row) => row.querySelector("a").textContent).join(" ");
			seen.push(look());
			for (let i = 0; i < 3; i++) {
				head.querySelector("button").click();
				seen.push(look() + " [" + head.getAttribute("aria-sort") + "] " + document.querySelector("[role=status]").textContent);
			}
			return seen.join("\n");
		})()`, heading))
		if got != want {
			t.Errorf("%s:\n%s\nwant\n%s", heading, got, want)
		}
	}
}
