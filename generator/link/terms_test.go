package link

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/record"
)

// glossary is a small one in two languages.
func glossary(t testing.TB) (*record.Handbook, *Graph) {
	t.Helper()
	book := files{
		"handbook.yaml":   "title: {pl: Kodeks}\nlanguages: [pl, en]\n",
		"terms/nps.md":    md("id: TRM-001", "title: NPS", "aliases: [wskaźnik polecenia]", "forms: [NPS, NPS-u]"),
		"terms/petla.md":  md("id: TRM-002", "title: pętla", "forms: [pętla, pętli, pętlę]"),
		"terms/zamkn.md":  md("id: TRM-003", "title: zamknięta pętla", "forms: [zamkniętą pętlę]"),
		"terms/it.md":     md("id: TRM-004", "title: IT"),
		"terms/it.en.md":  md("id: TRM-004", "title: IT", "source_version: 1"),
		"terms/rd.md":     md("id: TRM-005", "title: \"R&D\"", "forms: [\"dział \\\"R&D\\\"\", mail, klient’a]"),
		"terms/skarga.md": md("id: TRM-006", "title: skarga", "forms: [skargi, skargę]"),
		"roles/a.md":      md("id: ROL-001", "title: konsultant"),
	}.load(t)
	graph, found := Connect(book)
	if len(found) > 0 {
		t.Fatal(brief(found))
	}
	return book, graph
}

func uses(r *Reading, text string) string {
	var out []string
	for _, u := range r.Uses(text) {
		out = append(out, fmt.Sprintf("%s=%s", text[u.From:u.To], u.Term.ID))
	}
	return strings.Join(out, " ")
}

func TestUses(t *testing.T) {
	_, graph := glossary(t)
	for text, want := range map[string]string{
		"Pytamy o NPS klientów.":            "NPS=TRM-001",
		"Wartość NPS-u rośnie":              "NPS-u=TRM-001",
		"NPS-em się mierzy":                 "NPS=TRM-001",
		"nps małymi literami":               "",
		"Skargi i SKARGI, raz":              "Skargi=TRM-006",
		"po skargach":                       "", // a form that the term does not list
		"askargi skargix skargi":            "skargi=TRM-006",
		"zamknąć pętlę":                     "pętlę=TRM-002",
		"zamkniętą pętlę i pętlę":           "zamkniętą pętlę=TRM-003 pętlę=TRM-002",
		"zamkniętą\npętlę":                  "zamkniętą\npętlę=TRM-003",
		"zamkniętą\u00a0pętlę":              "zamkniętą\u00a0pętlę=TRM-003",
		"zamkniętą, pętlę":                  "pętlę=TRM-002",
		"zamkniętą pętlę, zamknięta pętla":  "zamkniętą pętlę=TRM-003",
		"it is IT":                          "IT=TRM-004",
		"R&amp;D to R&D":                    "R&amp;D=TRM-005",
		"dział „R&amp;D”":                   "dział „R&amp;D”=TRM-005",
		"e-mail":                            "",
		"– mail":                            "mail=TRM-005",
		"klient'a":                          "klient'a=TRM-005",
		"Wskaźnik polecenia":                "", // another name, no form
		"pe\u0328tla":                       "pe\u0328tla=TRM-002",
		"konsultant":                        "", // a role is no term
		"":                                  "",
		"pętla pętla pętla":                 "pętla=TRM-002",
		"zamknięta sprawa, zamknięta pętla": "zamknięta pętla=TRM-003",
	} {
		if got := uses(graph.Terms("pl").Read(nil), text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A page links a term once, whatever the texts it consists of, and never
// itself; words of one language are not looked for in another.
func TestUsesOfAPage(t *testing.T) {
	book, graph := glossary(t)
	r := graph.Terms("pl").Read(book.Record("TRM-003"))
	if got := uses(r, "zamknięta pętla, pętla"); got != "pętla=TRM-002" {
		t.Errorf("on its own page: %s", got)
	}
	if got := uses(r, "pętli i skargi"); got != "skargi=TRM-006" {
		t.Errorf("in the second text: %s", got)
	}
	if got := uses(graph.Terms("en").Read(nil), "IT, skargi"); got != "IT=TRM-004" {
		t.Errorf("in English: %s", got)
	}
	if got := uses(graph.Terms("cs").Read(nil), "IT"); got != "" {
		t.Errorf("in a language that the handbook lacks: %s", got)
	}
	if n := len(graph.Backlinks("TRM-002")); n != 0 {
		t.Errorf("uses of a term are %d backlinks", n)
	}
}

// Of two terms with one form the title wins over a form, and the first record
// over the second.
func TestTermTwice(t *testing.T) {
	book := files{
		"terms/a.md": md("id: TRM-001", "title: skarga", "forms: [reklamacja, skarga, zażalenie]"),
		"terms/b.md": md("id: TRM-002", "title: reklamacja", "forms: [Zażalenie]"),
		"terms/c.md": md("id: TRM-003", "title: IT", "forms: [it]"),
	}.load(t)
	graph, found := Connect(book)
	matches(t, brief(found), []string{
		`CX336 terms/a.md:4:9 "reklamacja" is a word of the term TRM-002 already`,
		`CX336 terms/b.md:4:9 "Zażalenie" is a word of the term TRM-001 already`,
	})
	if got := uses(graph.Terms("pl").Read(nil), "reklamacja, zażalenie"); got != "reklamacja=TRM-002 zażalenie=TRM-001" {
		t.Error(got)
	}
}

// BenchmarkUses finds 500 terms of eight forms in bodies of five kilobytes.
func BenchmarkUses(b *testing.B) {
	all := files{}
	for i := range 500 {
		var list []string
		for k := range 8 {
			list = append(list, fmt.Sprintf("pojęcie%c%c numer%d", 'a'+i%26, 'a'+i/26, k))
		}
		all[fmt.Sprintf("terms/t%d.md", i)] = md(fmt.Sprintf("id: TRM-%03d", i+1), fmt.Sprintf("title: pojęcie%d", i), "forms: ["+strings.Join(list, ", ")+"]")
	}
	graph, _ := Connect(all.load(b))
	text := strings.Repeat("Zażółć gęślą jaźń, zgłoszenie klienta pojęcieab numer3 i pojęcie17 zostało rozpatrzone w terminie. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		graph.Terms("pl").Read(nil).Uses(text)
	}
}
