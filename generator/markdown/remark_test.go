package markdown

import "testing"

// A page may have something to say on what can be cited: under a heading, at
// the end of a passage with all that belongs to it, and nowhere else.
func TestRemarks(t *testing.T) {
	doc := parse("pl", "## § 3 Terminy\n\n1. Pierwszy\n2. Drugi\n   - lit. a\n\nDalej.\n\n### Uwagi\n\n- punkt\n")
	got := string(doc.HTML(Filling{Resolve: raw, Remarks: map[string][]byte{
		"par-3": []byte("<p>A</p>"), "par-3-2": []byte("<p>B</p>"), "uwagi": []byte("<p>C</p>"), "par-9": []byte("<p>D</p>"),
	}}))
	want := `<h2 id="par-3">§ 3 Terminy<a class="permalink" href="#par-3" aria-label="` + wordsIn("pl").permalink + ` § 3 Terminy"></a></h2>
<p>A</p><ol>
<li id="par-3-1">Pierwszy</li>
<li id="par-3-2">Drugi
<ul>
<li>lit. a</li>
</ul>
<p>B</p></li>
</ol>
<p>Dalej.</p>
<h3 id="uwagi">Uwagi<a class="permalink" href="#uwagi" aria-label="` + wordsIn("pl").permalink + ` Uwagi"></a></h3>
<p>C</p><ul>
<li>punkt</li>
</ul>
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
