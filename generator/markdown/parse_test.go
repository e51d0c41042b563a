package markdown

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

// firstLine is where the bodies of these tests start in their files.
const firstLine = 7

func parse(lang, body string) *Doc {
	return Parse(Input{Name: "content/policies/x.pl.md", Body: []byte(body), Line: firstLine, Lang: lang, HTML: true})
}

// raw lets every reference lead where it says.
func raw(ref Reference) Destination {
	href := ref.Target
	if ref.Fragment != "" {
		href += "#" + ref.Fragment
	}
	return Destination{Href: href}
}

// at returns the text that a span covers, counting lines and characters.
func at(t *testing.T, body string, s diag.Span) string {
	t.Helper()
	lines := strings.Split(body, "\n")
	if s.File != "content/policies/x.pl.md" || s.Start.Line < firstLine || s.End.Line-firstLine >= len(lines) || s.Start.Column < 1 {
		t.Fatalf("span %v is not in the file", s)
	}
	var b strings.Builder
	for n := s.Start.Line; n <= s.End.Line; n++ {
		line := []rune(lines[n-firstLine])
		from, to := 0, len(line)
		if n == s.Start.Line {
			from = s.Start.Column - 1
		}
		if n == s.End.Line {
			to = s.End.Column - 1
		}
		if from > to || to > len(line) {
			t.Fatalf("span %v is not in its line %q", s, string(line))
		}
		b.WriteString(string(line[from:to]))
		if n < s.End.Line {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// findings lists what was found as "CODE/variant name=value @text", in order.
func findings(t *testing.T, body string, doc *Doc) []string {
	t.Helper()
	var all []string
	for _, d := range doc.Findings {
		s := string(d.Code)
		if d.Message.Key != "" {
			s += "/" + d.Message.Key
		}
		for _, name := range []string{"target", "scheme", "html", "level", "previous", "attribute", "title", "label", "limit"} {
			if value, ok := d.Message.Args[name]; ok {
				s += " " + name + "=" + value
			}
		}
		all = append(all, s+" @"+at(t, body, d.At))
	}
	return all
}

func TestHeadings(t *testing.T) {
	const zażółćNFD = "Zaz\u0307o\u0301łc\u0301"
	tests := []struct {
		name, body string
		want       []string // level, anchor, number and text
	}{
		{"letters stay", "## Zażółć gęślą JAŹŃ\n## Příliš žluťoučký kůň\n", []string{"2 zażółć-gęślą-jaźń - Zażółć gęślą JAŹŃ", "2 příliš-žluťoučký-kůň - Příliš žluťoučký kůň"}},
		{"the same letters in two forms", "## Zażółć\n## " + zażółćNFD + "\n", []string{"2 zażółć - Zażółć", "2 zażółć-2 - " + zażółćNFD}},
		{"signs become one hyphen", "## Co, gdzie – i jak? (v. 2.0)\n", []string{"2 co-gdzie-i-jak-v-2-0 - Co, gdzie – i jak? (v. 2.0)"}},
		{"nothing but signs", "## ?!\n## …\n", []string{"2 section - ?!", "2 section-2 - …"}},
		{"empty", "##\n", []string{"2 section - "}},
		{"unique", "## a\n## a\n## a-2\n## a\n", []string{"2 a - a", "2 a-2 - a", "2 a-2-2 - a-2", "2 a-3 - a"}},
		{"marks are not part of the text", "## *Raz* `dwa` [trzy](POL-001) ~~pięć~~ &amp; \\*\n", []string{"2 raz-dwa-trzy-pięć - Raz dwa trzy pięć & *"}},
		{"two lines", "Raz\ndwa\n---\n", []string{"2 raz-dwa - Raz dwa"}},
		{"own id", "## Terminy {#terminy-PL}\n## Inne { #ż.ó:ł_1 }\n", []string{"2 terminy-PL - Terminy", "2 ż.ó:ł_1 - Inne"}},
		{"own id comes first", "## a\n## b {#a}\n", []string{"2 a-2 - a", "2 a - b"}},
		{"own id of an underlined heading", "Raz\ndwa {#trzy}\n---\n", []string{"2 trzy - Raz dwa"}},
		{"own id on a line of its own", "Raz\n{#trzy}\n---\n", []string{"2 trzy - Raz"}},
		{"own id after closing signs", "## Raz ## {#dwa}\n## Trzy {#cztery} ##\n", []string{"2 dwa - Raz", "2 cztery - Trzy"}},
		{"nothing but an id", "## {#raz}\n", []string{"2 raz - "}},
		{"words in braces", "## Witaj {imię}\n## {}\n## Zbiór \\{#a}\n", []string{"2 witaj-imię - Witaj {imię}", "2 section - {}", "2 zbiór-a - Zbiór {#a}"}},
		{"paragraphs", "## § 1 Cel\n## §2. Zakres\n## §\u00a03a Terminy\n## § 12: Kary\n## § 4\n", []string{"2 par-1 1 § 1 Cel", "2 par-2 2 §2. Zakres", "2 par-3a 3a §\u00a03a Terminy", "2 par-12 12 § 12: Kary", "2 par-4 4 § 4"}},
		{"a repealed paragraph", "## § 5 (uchylony)\n\n## § 6 Dalej\n", []string{"2 par-5 5 § 5 (uchylony)", "2 par-6 6 § 6 Dalej"}},
		{"capital letter", "## § 3A Cel\n", []string{"2 par-3a 3a § 3A Cel"}},
		{"not paragraphs", "## § 3.1 Cel\n## § 3bc Cel\n## § 0 Cel\n## Zob. § 3\n## § Cel\n### § 3 Cel\n", []string{"2 3-1-cel - § 3.1 Cel", "2 3bc-cel - § 3bc Cel", "2 0-cel - § 0 Cel", "2 zob-3 - Zob. § 3", "2 cel - § Cel", "3 3-cel - § 3 Cel"}},
		{"a paragraph twice", "## § 3 Raz\n## § 3 Dwa\n", []string{"2 par-3 3 § 3 Raz", "2 par-3-2 3 § 3 Dwa"}},
		{"a paragraph twice, with passages", "## § 3 Raz\n1. a\n2. b\n\n## § 3 Dwa\n", []string{"2 par-3 3 § 3 Raz", "2 par-3-3 3 § 3 Dwa"}},
		{"a title takes no paragraph's anchor", "## Par 3\n## § 3 Cel\n", []string{"2 par-3-2 - Par 3", "2 par-3 3 § 3 Cel"}},
		{"headings within quotes and lists", "> ## a\n\n- ### b\n", []string{"2 a - a", "3 b - b"}},
		{"not headings", "```\n## a\n```\n\n    ## b\n\n\\## c\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := parse("pl", tt.body)
			var got []string
			for _, h := range doc.Headings {
				number := h.Number
				if number == "" {
					number = "-"
				}
				got = append(got, fmt.Sprintf("%d %s %s %s", h.Level, h.Anchor, number, h.Text))
				if !doc.Anchors[h.Anchor] {
					t.Errorf("%s is not in Anchors", h.Anchor)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHeadingIsAtItsText(t *testing.T) {
	body := "Wstęp\n\n##   § 1 Żółw {#x}\n\n> ### Raz *dwa* ###\n\nTrzy\ncztery\n---\n"
	var got []string
	for _, h := range parse("pl", body).Headings {
		got = append(got, at(t, body, h.At))
	}
	if diff := cmp.Diff([]string{"§ 1 Żółw", "Raz *dwa*", "Trzy\ncztery"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPassages(t *testing.T) {
	body := `1. no paragraph yet

## § 3 Terminy

1. raz
2. dwa
   1. not at the top level

Przerwa.

3. trzy

- bullet

## § 3a Dalej

1) raz
1) dwa

### Śródtytuł

1. a second list from 1

## Bez numeru

1. no paragraph
`
	doc := parse("pl", body)
	want := map[string]bool{
		"par-3": true, "par-3-1": true, "par-3-2": true, "par-3-3": true,
		"par-3a": true, "par-3a-1": true, "par-3a-2": true, "śródtytuł": true, "bez-numeru": true,
	}
	if diff := cmp.Diff(want, doc.Anchors); diff != "" {
		t.Error(diff)
	}
	html := string(doc.HTML(Filling{Resolve: raw}))
	for _, part := range []string{
		`<li id="par-3-2">dwa`, "<ol start=\"3\">\n<li id=\"par-3-3\">trzy</li>", "<li>not at", "<li>a second list", "<li>no paragraph",
	} {
		if !strings.Contains(html, part) {
			t.Errorf("no %s in\n%s", part, html)
		}
	}
}

func TestFindings(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"nothing wrong", "## § 1 Cel {#cel\n\nTekst [a](POL-001), ![b](c.png), `<b>`, \\<b>, 1 < 2.\n", nil},
		{"first level", "# Tytuł\n\n## Dalej\n", []string{"CX508/top @Tytuł"}},
		{"first level, underlined", "Tytuł\n=====\n", []string{"CX508/top @Tytuł"}},
		{"a jump", "## a\n\n#### b\n", []string{"CX508 level=4 previous=2 @b"}},
		{"a jump at the start", "### a\n", []string{"CX508 level=3 previous=1 @a"}},
		{"a heading without text", "##\n\n#### {#x} ####\n\n##### a\n", []string{"CX508/empty @##", "CX508/empty @####"}},
		{"a heading without text in a quote", "> #\n\n- ##  \n", []string{"CX508/empty @#", "CX508/empty @##"}},
		{"a heading of nothing but an image", "## ![a](x.png)\n\n## ![](y.png)\n", []string{"CX505 target=y.png @![](y.png)", "CX508/empty @![](y.png)"}},
		{"back up is no jump", "## a\n### b\n#### c\n## d\n", nil},
		{"same heading", "## Termin\n### Termin\n", []string{"CX512 title=Termin @Termin"}},
		{"attributes", "## Cel {#cel .ważne style=\"color: red\" data-x=1 #dwa}\n", []string{
			"CX511 attribute=.ważne @.ważne", `CX511 attribute=style="color: red" @style="color: red"`,
			"CX511 attribute=data-x=1 @data-x=1", "CX511 attribute=#dwa @#dwa",
		}},
		{"an id that cannot be one", "## Cel {#a\"b}\n## Dwa {#a/b}\n", []string{"CX511 attribute=#a/b @#a/b"}},
		{"an id twice", "## a {#x}\n## b {#x}\n", []string{"CX511/taken attribute=#x @#x"}},
		{"an id beside a number", "## § 1 Cel {#cel}\n", []string{"CX511/numbered attribute=#cel @#cel"}},
		{"schemes", "[a](javascript:alert(1)) <vbscript:x> [b][c]\n\n[c]: data:text/html,x\n", []string{
			"CX507 target=javascript:alert(1) scheme=javascript @javascript:alert(1)",
			"CX507 target=vbscript:x scheme=vbscript @vbscript:x",
			"CX507 target=data:text/html,x scheme=data @[b][c]",
		}},
		{"an image from elsewhere", "![a](https://example.org/a.png)\n![b](//example.org/b.png)\n", []string{
			"CX507/image target=https://example.org/a.png scheme=https @https://example.org/a.png",
			"CX507 target=//example.org/b.png scheme=// @//example.org/b.png",
		}},
		{"links without address", "[a]() [b](<>) ![c]()\n", []string{"CX501/empty target= @[a]()", "CX501/empty target= @[b](<>)", "CX501/empty target= @![c]()"}},
		{"links without text", "[](POL-001) [ ](a.pdf) [![](b.png)](c.pdf) [<b></b>](d.pdf)\n", []string{
			"CX514 target=POL-001 @[](POL-001)", "CX514 target=a.pdf @[ ](a.pdf)", "CX505 target=b.png @![](b.png)",
			"CX514 target=d.pdf @[<b></b>](d.pdf)", "CX506 html=<b> @<b>", "CX506 html=</b> @</b>",
		}},
		{"images without text", "![](a.png) ![ \u00a0](b.png)\n![][c]\n\n[c]: d.png\n", []string{
			"CX505 target=a.png @![](a.png)", "CX505 target=b.png @![ \u00a0](b.png)", "CX505 target=d.png @![][c]",
		}},
		{"raw HTML", "Żółw <b>raz</b>, <!-- dwa\ntrzy --> <br/>\n\n<div class=x>\n*a*\n</div>\n\n> <script>\n> b\n> </script>\n\n<!-- c -->\n\n<?d?>\n", []string{
			"CX506 html=<b> @<b>", "CX506 html=</b> @</b>", "CX506 html=<!-- dwa trzy --> @<!-- dwa\ntrzy -->", "CX506 html=<br/> @<br/>",
			"CX506 html=<div class=x> *a* </div> @<div class=x>\n*a*\n</div>",
			"CX506 html=<script> > b > </script> @<script>\n> b\n> </script>",
			"CX506 html=<!-- c --> @<!-- c -->", "CX506 html=<?d?> @<?d?>",
		}},
		{"a long tag", "a <b title='" + strings.Repeat("ż", 100) + "'>\n", []string{"CX506 html=<b title='" + strings.Repeat("ż", 30) + "… @<b title='" + strings.Repeat("ż", 100) + "'>"}},
		{"a pipe in a table's reference", "| ż [[POL-001|polityka]] | b |\n|---|---|\n| [[POL-002#par-3|x]] | [[POL-003]] |\n", []string{
			"CX509 target=POL-001 @[[POL-001|polityka]]", "CX509 target=POL-002#par-3 @[[POL-002#par-3|x]]",
		}},
		{"a pipe in a table's code", "| a | b |\n|---|---|\n| `[[POL-001|x]]` | c |\n", []string{"CX518 @| `[[POL-001|x]]` | c |"}},
		{"an escaped pipe in a table", "| a | b |\n|---|---|\n| [[POL-001\\|x]] | c |\n", nil},
		{"a pipe outside a table", "[[POL-001|x]] i [[POL-002|y]]\n", nil},
		{"not a table", "[[POL-001|x]] |\n\n|---|---|\n", nil},
		{"a table that is too large", strings.Repeat("|a", 2000) + "\n" + strings.Repeat("|-", 2000) + "\n" + strings.Repeat("a\n", 9), []string{"CX510/table limit=20000 @|"}},
		{"nested too deeply", "a\n\n" + strings.Repeat("> ", 64) + "b\n", []string{"CX510/nesting limit=64 @>"}},
		{"a footnote without a mark", "Tekst[^1].\n\n[^1]: raz\n[^dwa]: dwa\n", []string{"CX515 label=dwa @[^dwa]"}},
		{"links within a link", "[a [[POL-001]] b](c.pdf) [d <https://e.org> f](g.pdf)\n", []string{"CX516 target=POL-001 @POL-001", "CX516 target=https://e.org @<https://e.org>"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := parse("pl", tt.body)
			if diff := cmp.Diff(tt.want, findings(t, tt.body, doc)); diff != "" {
				t.Error(diff)
			}
			for _, d := range doc.Findings {
				for _, lang := range []string{"pl", "cs", "en"} {
					if text := d.Text(lang); text == "" || strings.Contains(text, "{") && !strings.Contains(tt.body, "{") {
						t.Errorf("%s: %s says %q", d.Code, lang, text)
					}
				}
			}
		})
	}
}

func TestSameHeadingNamesTheFirst(t *testing.T) {
	body := "## Ż\n\n## Ż\n"
	d := parse("pl", body).Findings[0]
	if len(d.Related) != 1 || d.Related[0].At.Start != (diag.Position{Line: firstLine, Column: 4}) {
		t.Errorf("related to %v", d.Related)
	}
}

func TestSections(t *testing.T) {
	body := `Wstęp z „cudzysłowem” i "prostym".

## § 1 Terminy

1. Odpowiadamy w 7 dni
   - i w **24** godziny.
2. Zob. [[POL-002]] i [[POL-003|reklamacje]][^1].

    kod 15

| Rynek | Dni |
|---|---|
| PL | 14 |

### Puste

### Obraz

![Ścieżka](a.png) <b>x</b> <https://a.org>
dalej &amp; dalej

[^1]: Przypis.
`
	want := []Section{
		{-1, "Wstęp z „cudzysłowem” i „prostym”."},
		{0, "Odpowiadamy w 7 dni\ni w 24 godziny.\nZob. POL-002 i reklamacje.\nkod 15\nRynek Dni\nPL 14"},
		{1, ""},
		{2, "Ścieżka x https://a.org\ndalej & dalej\nPrzypis."},
	}
	if diff := cmp.Diff(want, parse("pl", body).Sections); diff != "" {
		t.Error(diff)
	}
}

func TestParseIsSafeForConcurrentUse(t *testing.T) {
	body := "## § 1 \"Cel\"\n\n1. [[POL-001]] <b>x</b>[^1]\n\n| a |\n|:-:|\n| b |\n\n> [!NOTE]\n> c\n\n[^1]: d\n"
	want := map[string]string{}
	for _, lang := range []string{"pl", "cs", "en"} {
		want[lang] = string(parse(lang, body).HTML(Filling{Resolve: raw}))
	}
	var wait sync.WaitGroup
	for i := range 30 {
		lang := []string{"pl", "cs", "en"}[i%3]
		wait.Go(func() {
			doc := parse(lang, body)
			for range 3 {
				if got := string(doc.HTML(Filling{Resolve: raw})); got != want[lang] {
					t.Errorf("%s: %s", lang, cmp.Diff(want[lang], got))
				}
			}
		})
	}
	wait.Wait()
}

func TestWithoutHTML(t *testing.T) {
	doc := Parse(Input{Name: "x", Body: []byte("[a](POL-001)"), Lang: "pl"})
	if doc.HTML(Filling{Resolve: raw}) != nil || len(doc.References) != 1 {
		t.Errorf("HTML %q, %d references", doc.HTML(Filling{Resolve: raw}), len(doc.References))
	}
	if at := doc.References[0].At.Start; at != (diag.Position{Line: 1, Column: 5}) {
		t.Errorf("at %v: without a line, the body starts on the first", at)
	}
}
