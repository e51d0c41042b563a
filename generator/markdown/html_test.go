package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHTML(t *testing.T) {
	tests := []struct{ name, lang, body, want string }{
		{"heading", "pl", "## § 3 Zamknięta *pętla*\n", `<h2 id="par-3">§ 3 Zamknięta <em>pętla</em><a class="permalink" href="#par-3" aria-label="Odnośnik do miejsca: § 3 Zamknięta pętla"></a></h2>`},
		{"heading, Czech", "cs", "### Příliš\n", `<h3 id="příliš">Příliš<a class="permalink" href="#příliš" aria-label="Odkaz na místo: Příliš"></a></h3>`},
		{"first level", "en", "# \"A\" & b\n", `<h2 id="a-b">“A” &amp; b<a class="permalink" href="#a-b" aria-label="Link to: “A” &amp; b"></a></h2>`},
		{"heading attributes", "en", "## a {#b .c style='d' onclick=e}\n", `<h2 id="b">a<a class="permalink" href="#b" aria-label="Link to: a"></a></h2>`},

		{"alert, Polish", "pl", "> [!WARNING]\n> a\n", "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Ostrzeżenie</p>\n<p>a</p>\n</div>"},
		{"alert, Czech", "cs", "> [!note]  \n>\n> a\n", "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Poznámka</p>\n<p>a</p>\n</div>"},
		{"alert, English", "en", "> [!IMPORTANT]\n> *a*\n>\n> - b\n", "<div class=\"alert alert-important\" role=\"note\">\n<p class=\"alert-title\">Important</p>\n<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>\n</div>"},
		{"alert within an alert", "en", "> [!TIP]\n> > [!CAUTION]\n> > a\n", "<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Tip</p>\n<div class=\"alert alert-caution\" role=\"note\">\n<p class=\"alert-title\">Caution</p>\n<p>a</p>\n</div>\n</div>"},
		{"alert with a table", "en", "> [!NOTE]\n> |a|\n> |-|\n", "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>\n</div>"},
		{"no alerts", "en", "> [!FOO]\n> a\n\n> [!NOTE] b\n\n> c\n> [!NOTE]\n\n[!NOTE]\n", "<blockquote>\n<p>[!FOO]\na</p>\n</blockquote>\n<blockquote>\n<p>[!NOTE] b</p>\n</blockquote>\n<blockquote>\n<p>c\n[!NOTE]</p>\n</blockquote>\n<p>[!NOTE]</p>"},

		{"quotes, Polish", "pl", `"a 'b' c" -- d --- e... <<f>> g'h`, "<p>„a ‚b’ c” – d — e… «f» g’h</p>"},
		{"quotes, Czech", "cs", `"a 'b' c", "č".`, "<p>„a ‚b‘ c“, „č“.</p>"},
		{"quotes, English", "en", `"a 'b' c" isn't`, "<p>“a ‘b’ c” isn’t</p>"},
		{"quotes of another language", "de", `"a"`, "<p>“a”</p>"},
		{"an open quote ends with its paragraph", "en", "\"a\n\nb\" c\n", "<p>“a</p>\n<p>b&quot; c</p>"},
		{"three quotes", "en", `"""a"""`, "<p>&quot;““a&quot;””</p>"},
		{"no quotes in code", "pl", "`\"a\" -- b`\n\n    \"c\"\n", "<p><code>&quot;a&quot; -- b</code></p>\n<pre tabindex=\"0\"><code>&quot;c&quot;\n</code></pre>"},

		{"table", "en", "|a|b|c|d|\n|:-|-:|:-:|-|\n|1|2|3|`x\\|y`|\n|4|\n", `<div class="table-scroll" role="group" tabindex="0" aria-label="Table">
<table>
<thead>
<tr>
<th scope="col" class="align-left">a</th>
<th scope="col" class="align-right">b</th>
<th scope="col" class="align-center">c</th>
<th scope="col">d</th>
</tr>
</thead>
<tbody>
<tr>
<td class="align-left">1</td>
<td class="align-right">2</td>
<td class="align-center">3</td>
<td><code>x|y</code></td>
</tr>
<tr>
<td class="align-left">4</td>
<td></td>
<td></td>
<td></td>
</tr>
</tbody>
</table>
</div>`},
		{"tasks", "pl", "- [x] a\n- [ ] b\n- [y] c\n", "<ul>\n<li><span class=\"task\" role=\"img\" aria-label=\"zrobione\">☑</span> a</li>\n<li><span class=\"task\" role=\"img\" aria-label=\"do zrobienia\">☐</span> b</li>\n<li>[y] c</li>\n</ul>"},
		{"struck", "en", "~~a~~\n", "<p><del>a</del></p>"},
		{"definitions", "en", "Raz\n: dwa\n: *trzy*\n", "<dl>\n<dt>Raz</dt>\n<dd>dwa</dd>\n<dd><em>trzy</em></dd>\n</dl>"},
		{"footnotes", "pl", "a[^x] b[^y] c[^x]\n\n[^y]: dwa\n[^x]: raz\n", `<p>a<sup class="footnote-ref" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="Przypis 1">1</a></sup> b<sup class="footnote-ref" id="fnref-2"><a href="#fn-2" role="doc-noteref" aria-label="Przypis 2">2</a></sup> c<sup class="footnote-ref" id="fnref-1-2"><a href="#fn-1" role="doc-noteref" aria-label="Przypis 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Przypisy">
<ol>
<li id="fn-1">
<p>raz <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="Wróć do miejsca w tekście 1">↩</a> <a class="footnote-back" href="#fnref-1-2" role="doc-backlink" aria-label="Wróć do miejsca w tekście 2">↩</a></p>
</li>
<li id="fn-2">
<p>dwa <a class="footnote-back" href="#fnref-2" role="doc-backlink" aria-label="Wróć do miejsca w tekście">↩</a></p>
</li>
</ol>
</section>`},
		{"footnote ids give way to headings", "en", "## Fn 1\n## fnref-1\na[^1]\n\n[^1]: b\n", `<h2 id="fn-1">Fn 1<a class="permalink" href="#fn-1" aria-label="Link to: Fn 1"></a></h2>
<h2 id="fnref-1">fnref-1<a class="permalink" href="#fnref-1" aria-label="Link to: fnref-1"></a></h2>
<p>a<sup class="footnote-ref" id="fnref-1-2"><a href="#fn-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1-2">
<p>b <a class="footnote-back" href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text">↩</a></p>
</li>
</ol>
</section>`},
		{"a mark in an image's text has no way back", "en", "![a[^1]](b.png)[^1]\n\n[^1]: c\n", `<p><img src="b.png" alt="a"><sup class="footnote-ref" id="fnref-1"><a href="#fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
<ol>
<li id="fn-1">
<p>c <a class="footnote-back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a></p>
</li>
</ol>
</section>`},

		{"HTML in a line", "en", "a <b onclick=x>b</b> <!-- c --> d &lt;b>\n", "<p>a b  d &lt;b&gt;</p>"},
		{"HTML block", "en", "<script>\na\n</script>\n\nb\n", "<p>b</p>"},
		{"code of a language", "en", "```js\"onclick=x\n<b>\n```\n", "<pre tabindex=\"0\"><code class=\"language-js&quot;onclick=x\">&lt;b&gt;\n</code></pre>"},
		{"nothing", "en", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := string(parse(tt.lang, tt.body).HTML(Filling{Resolve: raw}))
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestLimitsAreNotMetBefore holds bodies right below the limits.
func TestLimitsAreNotMetBefore(t *testing.T) {
	wide := MaxCells / 100
	bodies := map[string]string{
		"size":       strings.Repeat("a", MaxBytes),
		"lines":      strings.Repeat("\n", MaxLines),
		"nesting":    strings.Repeat("> ", MaxNesting-1) + "a",
		"lists":      strings.Repeat("- ", MaxNesting/2-1) + "a",
		"brackets":   strings.Repeat("[", MaxBrackets),
		"marks":      strings.Repeat("*a", MaxMarks),
		"cells":      strings.Repeat("a|", wide-1) + "a\n" + strings.Repeat("-|", wide-1) + "-\n" + strings.Repeat("a\n", 98),
		"footnotes":  strings.Repeat("[^a]: b\n\n", MaxFootnotes),
		"note marks": "[^1]: a\n\n" + strings.Repeat("[^1]", MaxNoteMarks),
	}
	for name, body := range bodies {
		for _, d := range parse("en", body).Findings {
			if d.Code == "CX510" {
				if name == "footnotes" && d.Message.Key == "findings" {
					continue
				}
				t.Errorf("%s: %s", name, d.Text("en"))
			}
		}
	}
}
