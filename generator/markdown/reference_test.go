package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var kinds = map[ReferenceKind]string{
	RecordLink: "record", WikiLink: "wiki", PathLink: "path", AnchorLink: "anchor", Image: "image", External: "external",
}

func TestReferences(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // kind target#fragment "text" @text of the span
	}{
		{"record", "Żółw [polityka](POL-001).\n", []string{`record POL-001# "polityka" @POL-001`}},
		{"paragraph of a record", "[§ 3](POL-001#par-3)\n", []string{`record POL-001#par-3 "§ 3" @POL-001#par-3`}},
		{"mistyped ids", "[a](pol-1) [b](POL-01) [c](Pol001) [d](POL–001) [e](<POL 001>) [f](POL_001) [g](scr-priority) [h](SCR-MICRO)\n", []string{
			`record pol-1# "a" @pol-1`, `record POL-01# "b" @POL-01`, `record Pol001# "c" @Pol001`, `record POL–001# "d" @POL–001`,
			`record POL 001# "e" @POL 001`, `record POL_001# "f" @POL_001`, `record scr-priority# "g" @scr-priority`, `record SCR-MICRO# "h" @SCR-MICRO`,
		}},
		{"wiki", "Żółw [[POL-001]] i [[ POL-002#par-3 | § 3 \\*i\\* dalej ]], [[pol-3]].\n", []string{
			`wiki POL-001# "" @POL-001`, `wiki POL-002#par-3 "§ 3 *i* dalej" @POL-002#par-3`, `wiki pol-3# "" @pol-3`,
		}},
		{"wiki, not an id", "[[Prawo klienta]] [[../x.md]]\n", []string{`wiki Prawo klienta# "" @Prawo klienta`, `wiki ../x.md# "" @../x.md`}},
		{"wiki within the page", "[[#par-3|dalej]]\n", []string{`anchor #par-3 "dalej" @#par-3`}},
		{"wiki in a table", "| a |\n|---|\n| [[POL-001\\|ż]] |\n", []string{`wiki POL-001# "ż" @POL-001`}},
		{"wiki in a heading, a quote, a list", "## [[POL-001]]\n\n> - [[POL-002]]\n", []string{`wiki POL-001# "" @POL-001`, `wiki POL-002# "" @POL-002`}},
		{"no wiki", "\\[[POL-001]] [[ ]] [[a] b] [[a\nb]] `[[POL-002]]`\n\n    [[POL-003]]\n\n```\n[[POL-004]]\n```\n", nil},
		{"text in brackets", "[[1]](a.md) [[2]][ref]\n\n[ref]: b.md\n", []string{`path a.md# "[1]" @a.md`, `path b.md# "[2]" @[[2]][ref]`}},
		{"paths", "[a](../roles/szef.pl.md#obowiązki) [b](formularz%20A.pdf) [c](<formularz B.pdf> \"tytuł\") [d](./e)\n", []string{
			`path ../roles/szef.pl.md#obowiązki "a" @../roles/szef.pl.md#obowiązki`, `path formularz A.pdf# "b" @formularz%20A.pdf`,
			`path formularz B.pdf# "c" @formularz B.pdf`, `path ./e# "d" @./e`,
		}},
		{"words are paths", "[a](roles) [b](moje-pismo) [c](POL-001.pl.md) [d](a/POL-001)\n", []string{
			`path roles# "a" @roles`, `path moje-pismo# "b" @moje-pismo`, `path POL-001.pl.md# "c" @POL-001.pl.md`, `path a/POL-001# "d" @a/POL-001`,
		}},
		{"an address that cannot be decoded", "[a](100%.pdf)\n", []string{`path 100%.pdf# "a" @100%.pdf`}},
		{"entities and escapes", "[a](b&amp;c.pdf) [d](e\\_f.pdf) [g &copy; \\*](h.pdf)\n", []string{
			`path b&c.pdf# "a" @b&amp;c.pdf`, `path e_f.pdf# "d" @e\_f.pdf`, `path h.pdf# "g © *" @h.pdf`,
		}},
		{"within the page", "[a](#par-3) [b](#żó%C5%82) [c](#)\n", []string{`anchor #par-3 "a" @#par-3`, `anchor #żół "b" @#żó%C5%82`, `anchor # "c" @#`}},
		{"images", "![Żółw](a.png) ![b][ref] ![c]\n\n[ref]: <d e.png>\n[c]: f.png\n", []string{
			`image a.png# "Żółw" @a.png`, `image d e.png# "b" @![b][ref]`, `image f.png# "c" @![c]`,
		}},
		{"an image that looks like an id", "![a](IMG-001)\n", []string{`image IMG-001# "a" @IMG-001`}},
		{"an image in a link", "[![a](b.png) c](d.pdf)\n", []string{`path d.pdf# "a c" @d.pdf`, `image b.png# "a" @b.png`}},
		{"by label", "[a][ref], [ref][], [Ref], [żó\nł]\n\n[ref]: POL-001#par-3\n[żó ł]: x.pdf\n", []string{
			`record POL-001#par-3 "a" @[a][ref]`, `record POL-001#par-3 "ref" @[ref][]`, `record POL-001#par-3 "Ref" @[Ref]`, "path x.pdf# \"żó ł\" @[żó\nł]",
		}},
		{"external", "<https://example.org/ż?a=1&b=2#c> <ja@example.org> [a](HTTPS://Example.org) [b](mailto:ja@example.org) [c](tel:+48123456789)\n", []string{
			`external https://example.org/%C5%BC?a=1&b=2#c# "https://example.org/ż?a=1&b=2#c" @https://example.org/ż?a=1&b=2#c`,
			`external mailto:ja@example.org# "ja@example.org" @ja@example.org`, `external https://Example.org# "a" @HTTPS://Example.org`,
			`external mailto:ja@example.org# "b" @mailto:ja@example.org`, `external tel:+48123456789# "c" @tel:+48123456789`,
		}},
		{"bare addresses are text", "https://example.org www.example.org ja@example.org\n", nil},
		{"address on the next line", "> [raz\n> dwa](\n> POL-001\n> \"ż\")\n", []string{`record POL-001# "raz dwa" @POL-001`}},
		{"after a tab", "-\tż\t[a](POL-001)\n\n\t[b](POL-002)\n", []string{`record POL-001# "a" @POL-001`, `record POL-002# "b" @POL-002`}},
		{"in a table", "| ż | [a](POL-001) |\n|---|---|\n| [b](POL-002) | [c](POL-003)\n", []string{`record POL-001# "a" @POL-001`, `record POL-002# "b" @POL-002`, `record POL-003# "c" @POL-003`}},
		{"in a footnote", "a[^1]\n\n[^1]: [b](POL-001)\n", []string{`record POL-001# "b" @POL-001`}},
		{"in a definition", "a\n: [b](POL-001)\n", []string{`record POL-001# "b" @POL-001`}},
		{"in emphasis", "**[a](POL-001)** ~~[b](POL-002)~~\n", []string{`record POL-001# "a" @POL-001`, `record POL-002# "b" @POL-002`}},
		{"in a heading with attributes", "## [a](POL-001) {#b}\n", []string{`record POL-001# "a" @POL-001`}},
		{"after characters of four bytes", "🐢🐢 [🐢](POL-001)\n", []string{`record POL-001# "🐢" @POL-001`}},
		{"not code", "`[a](POL-001)` ``` ![b](c.png) ```\n", nil},
		{"no definition", "[a][b] [c]\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := parse("pl", tt.body)
			var got []string
			for _, r := range doc.References {
				got = append(got, fmt.Sprintf("%s %s#%s %q @%s", kinds[r.Kind], r.Target, r.Fragment, r.Text, at(t, tt.body, r.At)))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if len(doc.Findings) > 0 {
				t.Errorf("findings: %q", findings(t, tt.body, doc))
			}
		})
	}
}

// TestRefusedAddresses holds every trick we know against the list of schemes:
// each is reported, at its place, and nothing of it becomes an address.
func TestRefusedAddresses(t *testing.T) {
	for _, address := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "data:image/png;base64,AAAA",
		"file:///etc/passwd", "jar:https://x!/y", "view-source:https://x", "blob:x", "about:blank", "ftp://x/y", "ws://x", "irc://x",
		"//host/x", "///host", `\\\\host\x`, `/\host`, `\\/host`, "https:", "https:x", "https:/x", "https:///x", "https://", "http://?x", `https:\\x`, "https://:80/", "https://@x",
		"mailto:", "tel:", "mailto://x",
		"java&#115;cript:x", "javascript&#58;x", "javascript&colon;x", "&#106;avascript:x", "&#x6A;avascript:x", `javascript\:x`,
		"javascript%3Ax", "%6Aavascript:x", "%2F%2Fhost", "%2f%5Chost", "x%0Ay", "%00x", "%01javascript:x",
		"&Tab;javascript:x", "java&Tab;script:x", "java&NewLine;script:x", "&#1;javascript:x", "java&#0;script:x", "&#13;x",
		"<javascript:x>", "< javascript:x>", "<\u0001javascript:x>", "<java\tscript:x>",
		"C:/Users/x.pdf", "localhost:8080", ":x", ":", "a:b", "POL-001:par-3",
	} {
		for _, form := range []string{"[t](" + address + ")\n", "[t][r]\n\n[r]: " + address + "\n", "![t](" + address + ")\n"} {
			doc := parse("en", form)
			if len(doc.References) > 0 {
				t.Errorf("%q became %v", form, doc.References)
			}
			if f := findings(t, form, doc); len(f) != 1 || !strings.HasPrefix(f[0], "CX507") {
				t.Errorf("%q: findings %q", form, f)
			}
			if html := string(doc.HTML(Filling{Resolve: raw})); html != "<p>t</p>\n" {
				t.Errorf("%q became %s", form, html)
			}
		}
	}
}

func TestAutolinksWithOtherSchemes(t *testing.T) {
	for _, address := range []string{"javascript:alert", "data:x", "file:///x", "ftp://x", "made-up:x", "https:x"} {
		doc := parse("en", "<"+address+">\n")
		if html := string(doc.HTML(Filling{Resolve: raw})); html != "<p>"+address+"</p>\n" || len(doc.References) > 0 {
			t.Errorf("%s became %s", address, html)
		}
		if f := findings(t, "<"+address+">\n", doc); len(f) != 1 || !strings.HasPrefix(f[0], "CX507") {
			t.Errorf("%s: findings %q", address, f)
		}
	}
}

func TestDestinations(t *testing.T) {
	to := func(d Destination) func(Reference) Destination { return func(Reference) Destination { return d } }
	full := Destination{Href: "../a/?b=1&c=\"#ż", Text: "<T>", Lang: "cs"}
	open := `<a href="../a/?b=1&amp;c=&quot;#ż" hreflang="cs">`
	tests := []struct {
		name, body string
		to         Destination
		want       string
	}{
		{"link", "[t *u*](POL-001)", full, open + "t <em>u</em></a>"},
		{"title", `[t](POL-001 "a <b> &amp; \"c\"")`, Destination{Href: "x"}, `<a href="x" title="a &lt;b&gt; &amp; &quot;c&quot;">t</a>`},
		{"nowhere", "[t *u*](POL-001 'v')", Destination{Text: "T"}, "t <em>u</em>"},
		{"without text", "[](POL-001)", full, open + "&lt;T&gt;</a>"},
		{"wiki", "[[POL-001]]", full, open + "&lt;T&gt;</a>"},
		{"wiki with label", "[[POL-001|<l>]]", full, open + "&lt;l&gt;</a>"},
		{"wiki nowhere", "[[POL-001]]", Destination{}, "POL-001"},
		{"wiki nowhere, a passage", "[[POL-001#par-3]]", Destination{}, "POL-001#par-3"},
		{"wiki nowhere, with title", "[[POL-001]]", Destination{Text: "T"}, "T"},
		{"image", `![a "b" *c*](x.png "t")`, Destination{Href: "y.png"}, `<img src="y.png" alt="a “b” c" title="t">`},
		{"image nowhere", "![a *c*](x.png)", Destination{}, "a c"},
		{"image in a link", "[![a](x.png)](y.pdf)", Destination{Href: "z"}, `<a href="z"><img src="z" alt="a"></a>`},
		{"external is not asked for", "[a](https://x.org/?a&b) <https://y.org>", Destination{Href: "bad"}, `<a href="https://x.org/?a&amp;b">a</a> <a href="https://y.org">https://y.org</a>`},
		{"a destination that may not be one", "[a](POL-001) ![b](c.png)", Destination{Href: "javascript:x"}, "a b"},
		{"absolute destinations", "[a](POL-001)", Destination{Href: "https://cx.example.org/x/"}, `<a href="https://cx.example.org/x/">a</a>`},
		{"links in a link", "[a [[POL-001]] <https://b.org>](c.pdf)", Destination{Href: "x"}, `<a href="x">a POL-001 https://b.org</a>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := string(parse("en", tt.body).HTML(Filling{Resolve: to(tt.to)}))
			if diff := cmp.Diff("<p>"+tt.want+"</p>\n", got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestHTMLAgain fills the holes of one Doc twice, differently.
func TestHTMLAgain(t *testing.T) {
	doc := parse("en", "[a](POL-001) [[POL-002]]")
	for _, href := range []string{"x", "", "y"} {
		want := "<p>a POL-002</p>\n"
		if href != "" {
			want = fmt.Sprintf("<p><a href=%q>a</a> <a href=%q>POL-002</a></p>\n", href, href)
		}
		if got := string(doc.HTML(Filling{Resolve: func(Reference) Destination { return Destination{Href: href} }})); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
