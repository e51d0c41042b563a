package link

import (
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// small is a handbook in which nothing is wrong.
var small = files{
	"roles/menedzer-cx.pl.md": md("id: ROL-001", "title: Menedżer CX", "---", "## Obowiązki {#obowiazki}", "## Ścieżka"),
	"roles/cx-manager.en.md":  md("id: ROL-001", "title: CX manager", "source_version: 1", "---", "## Duties {#obowiazki}", "## Career"),
	"policies/skargi.pl.md":   md("id: POL-001", "title: Skargi", "status: approved", "owner: ROL-001", "duties: [{key: answer, role: ROL-001}]", "---", "## § 1 Termin", "1. Siedem dni.", "2. Osiem."),
	"pages/o-nas.md":          md("id: PAG-001", "title: O nas"),
	"pages/form.pdf":          "%PDF",
	"pages/Plan.PNG":          "png",
}

// page is the small handbook with the body of one page.
func page(body ...string) files {
	return small.with(files{"pages/o-nas.md": md(append([]string{"id: PAG-001", "title: O nas", "---"}, body...)...)})
}

const usesAssets = "[f](form.pdf) ![p](Plan.PNG)"

// TestFindings has one case per finding of this package: a content folder and
// everything that is found in it.
func TestFindings(t *testing.T) {
	tests := []struct {
		name  string
		files files
		want  []string
	}{
		{"nothing wrong", page(usesAssets), nil},
		{"assets that nothing uses", small, []string{"CX115 pages/Plan.PNG:1:1 ", "CX115 pages/form.pdf:1:1 "}},
		{"unknown id in a body", page(usesAssets, "See [it](POL-002), [[ROL-011|x]] and [[PAG-001]]."), []string{
			"CX320 pages/o-nas.md:6:10 there is no record POL-002 | did you mean",
			"CX320 pages/o-nas.md:6:22 there is no record ROL-011 | did you mean",
		}},
		{"wrong case in a body", page(usesAssets, "[it](pol-001#par-1) [[Rol-001]]"), []string{
			`CX322 pages/o-nas.md:6:6 "pol-001#par-1" mixes up small and capital letters | did you mean "POL-001#par-1"?`,
			`CX322 pages/o-nas.md:6:23 "Rol-001" mixes up small and capital letters | did you mean "ROL-001"?`,
		}},
		{"places", page(usesAssets, "[a](POL-001#par-1-2) [b](POL-001#answer) [c](ROL-001#ścieżka) [d](#tu)", "", "## Tu"), nil},
		{"dead places", page(usesAssets, "[a](POL-001#par-9) [b](POL-001#anwser) [c](ROL-001#Ścieżka) [d](#tam) [e](../roles/cx-manager.en.md#career)", "", "## Tu"), []string{
			`CX502 pages/o-nas.md:6:5 "POL-001" has no place "#par-9" | did you mean "#par-1"?`,
			`CX502 pages/o-nas.md:6:24 "POL-001" has no place "#anwser" | did you mean "#answer"?`,
			`CX502 pages/o-nas.md:6:44 "ROL-001" has no place "#Ścieżka" | did you mean "#ścieżka"?`,
			`CX502 pages/o-nas.md:6:65 this page has no place "#tam"`,
			`CX502 pages/o-nas.md:6:75 "../roles/cx-manager.en.md" has no place "#career"`,
		}},
		{"paths", page(usesAssets, "[a](../roles/menedzer-cx.pl.md) [b](../roles/cx-manager.en.md#ścieżka) [c](o-nas.md)"), nil},
		{"dead paths", page(usesAssets, "[a](../roles/menedzer-cs.pl.md) [b](../Roles/Menedzer-cx.pl.md) [c](skargi.pl.md) [d](menedzer-cx) [e](README.md)"), []string{
			`CX501 pages/o-nas.md:6:5 the link leads to "../roles/menedzer-cs.pl.md", which does not exist | did you mean "../roles/menedzer-cx.pl.md"?`,
			`CX501 pages/o-nas.md:6:37 the link leads to "../Roles/Menedzer-cx.pl.md", which does not exist | did you mean "../roles/menedzer-cx.pl.md"?`,
			`CX501 pages/o-nas.md:6:69 the link leads to "skargi.pl.md", which does not exist | did you mean "../policies/skargi.pl.md"?`,
			`CX501 pages/o-nas.md:6:87 the link leads to "menedzer-cx", which does not exist | did you mean "ROL-001"?`,
			`CX501 pages/o-nas.md:6:104 the link leads to "README.md", which does not exist`,
		}},
		{"attachments and images", page(usesAssets, "[a](from.pdf) ![b](plan.png) ![c](form.pdf) [d](../roles/form.pdf)"), []string{
			`CX503 pages/o-nas.md:6:5 there is no file "from.pdf" | did you mean "form.pdf"?`,
			`CX503 pages/o-nas.md:6:20 there is no file "plan.png" | did you mean "Plan.PNG"?`,
			`CX513 pages/o-nas.md:6:35 "form.pdf" is of a kind that is not published`,
			`CX503 pages/o-nas.md:6:49 there is no file "../roles/form.pdf" | did you mean "form.pdf"?`,
		}},
		{"kinds that could run something", page(usesAssets, "![a](a.svg) [b](b.html) [c](c.exe)").with(files{"pages/a.svg": "<svg/>", "pages/b.html": "x"}), []string{
			`CX513 pages/o-nas.md:6:6 "a.svg" is of a kind`,
			`CX513 pages/o-nas.md:6:17 "b.html" is of a kind`,
			`CX513 pages/o-nas.md:6:29 "c.exe" is of a kind`,
		}},
		{"outside", page(usesAssets, "[a](../../x.pdf) [b](/etc/passwd) ![c](..%2f..%2fx.png) [d](%2e%2e/%2e%2e/x.md) [e](..%5c..%5cx.pdf) [f](%252e%252e/x.pdf) [g](../../content/pages/form.pdf)"), []string{
			`CX504 pages/o-nas.md:6:5 "../../x.pdf" is outside the content folder`,
			`CX504 pages/o-nas.md:6:22 `, `CX504 pages/o-nas.md:6:40 `, `CX504 pages/o-nas.md:6:61 `,
			`CX504 pages/o-nas.md:6:85 `, `CX504 pages/o-nas.md:6:106 `, `CX504 pages/o-nas.md:6:128 `,
		}},
		{"fields", small.with(files{
			"pages/o-nas.md":         md("id: PAG-001", "title: O nas", "---", usesAssets),
			"policies/skargi.pl.md":  md("id: POL-001", "title: Skargi", "status: approved", "owner: Menedżer CX", "duties: [{key: answer, role: menedzer-cx}, {key: tell, role: PAG-001}]"),
			"procedures/a.md":        md("id: PRC-001", "title: A", "steps: [{key: one, carries_out: [POL-001#anwser, POL-001], after: [two]}]"),
			"listening/post.md":      md("id: VOC-001", "title: A", "cases: missing.csv"),
			"metrics/m.md":           md("id: MET-001", "title: A", "data: ../../m.csv"),
			"metrics/n.md":           md("id: MET-002", "title: A", "data: n.csv"),
			"metrics/n.csv":          "date,value\n",
			"exceptions/e.md":        md("id: EXC-001", "title: A", "of: POL-001#par-4"),
			"touchpoints/unknown.md": md("id: TCH-001", "title: A", "owner: ROL-077"),
		}), []string{
			`CX324 exceptions/e.md:4:5 POL-001 has no item "par-4"`,
			`CX503 listening/post.md:4:8 there is no file "missing.csv"`,
			`CX504 metrics/m.md:4:7 "../../m.csv" is outside the content folder`,
			`CX325 policies/skargi.pl.md:5:8 "Menedżer CX" does not look like the id of a record | did you mean "ROL-001"?`,
			`CX325 policies/skargi.pl.md:6:30 "menedzer-cx" does not look like the id of a record | did you mean "ROL-001"?`,
			`CX321 policies/skargi.pl.md:6:62 PAG-001 is of the type "page", but only this fits here: role`,
			`CX324 procedures/a.md:4:34 POL-001 has no item "anwser" | did you mean "POL-001#answer"?`,
			`CX324 procedures/a.md:4:50 an item of POL-001 is meant here, not the whole record`,
			`CX324 procedures/a.md:4:68 PRC-001 has no item "two"`,
			`CX320 touchpoints/unknown.md:4:8 there is no record ROL-077 | did you mean "ROL-001"?`,
		}},
		{"the handbook's own files", page(usesAssets).with(files{
			"handbook.yaml":  "title: {pl: A}\nstart: PAG-007\ndashboard: [MET-001, SCR-MATURITY]\nholidays: {PL: pl.csv}\n",
			"redirects.yaml": "- {from: /pl/a/, to: POL-002}\n- {from: /pl/b/, to: POL-001}\n",
			"debt.yaml":      "- {code: CX512, record: PAG-001, owner: PAG-001, until: 2027-01-01, reason: R}\n",
		}), []string{
			`CX321 debt.yaml:1:41 PAG-001 is of the type "page", but only this fits here: role`,
			`CX327 handbook.yaml:2:8 there is no record PAG-007 | did you mean "PAG-001"?`,
			`CX327 handbook.yaml:3:13 there is no record MET-001`,
			`CX503 handbook.yaml:4:16 there is no file "pl.csv"`,
			`CX327 redirects.yaml:1:22 there is no record POL-002 | did you mean "POL-001"?`,
		}},
		{"nobody is blamed for a broken file", small.with(files{
			"roles/menedzer-cx.pl.md": "---\nid: ROL-001\ntitle: \"x\n",
			"roles/cx-manager.en.md":  "",
			"policies/b.pl.md":        "---\nid: [\n---\n[f](../pages/form.pdf)\n",
			"pages/o-nas.md":          md("id: PAG-001", "title: O nas", "---", "[a](ROL-001#x) [b](../roles/menedzer-cx.pl.md) [c](rol-001) [d](../policies/b.pl.md#y) ![p](Plan.PNG)"),
		}), nil},
		{"a wrong reference in two languages", small.with(files{
			"pages/o-nas.md":    md("id: PAG-001", "title: O nas", "---", usesAssets, "[a](POL-009)"),
			"pages/about.en.md": md("id: PAG-001", "title: About", "source_version: 1", "---", "[a](POL-009) [b](ROL-001#career) [c](ROL-001#ścieżka)"),
		}), []string{
			`CX320 pages/about.en.md:6:5 `,
			`CX502 pages/about.en.md:6:38 "ROL-001" has no place "#ścieżka"`,
			`CX320 pages/o-nas.md:6:5 `,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := Connect(test.files.load(t))
			matches(t, brief(found), test.want)
		})
	}
}

// TestVersions checks that a reference means a record: what any version has
// is no error, and a version that a later one replaces is not blamed for what
// was withdrawn since.
func TestVersions(t *testing.T) {
	book := files{
		"roles/a.md":       md("id: ROL-001", "title: A", "status: withdrawn"),
		"pages/p.v1.md":    md("id: PAG-001", "title: P", "effective_from: 2020-01-01", "related: [ROL-001]"),
		"pages/p.v2.md":    md("id: PAG-001", "title: P", "version: 2", "change_note: N", "effective_from: 2999-01-01", "---", "[a](POL-001#par-2) [b](POL-001#par-3) [c](POL-001#old)"),
		"pages/q.md":       md("id: PAG-002", "title: Q", "related: [ROL-001]"),
		"policies/a.v1.md": md("id: POL-001", "title: A", "status: approved", "effective_from: 2020-01-01", "duties: [{key: old}]", "---", "## § 1 A", "## § 2 B"),
		"policies/a.v2.md": md("id: POL-001", "title: A", "version: 2", "change_note: N", "status: approved", "effective_from: 2999-01-01", "---", "## § 1 A", "## § 3 C"),
	}.load(t)
	_, found := Connect(book)
	matches(t, brief(found), []string{"CX323 pages/q.md:4:11 ROL-001 has been withdrawn"})
}

func TestBacklinks(t *testing.T) {
	book := files{
		"roles/a.md":       md("id: ROL-001", "title: A"),
		"roles/b.md":       md("id: ROL-002", "title: B", "reports_to: ROL-001", "---", "[a](ROL-001) [self](ROL-002)"),
		"policies/a.md":    md("id: POL-001", "title: A", "status: approved", "owner: ROL-001", "duties: [{key: k, role: ROL-001}, {key: l, role: ROL-001}]"),
		"policies/b.md":    md("id: POL-002", "title: B", "status: approved", "owner: ROL-001", "---", "[[ROL-001]] and [again](../roles/a.md)"),
		"policies/b.en.md": md("id: POL-002", "title: B", "source_version: 1", "---", "[[ROL-001]] and [x](POL-001#k)"),
	}.load(t)
	graph, found := Connect(book)
	if len(found) > 0 {
		t.Fatal(brief(found))
	}
	var got []string
	for _, relation := range graph.Backlinks("ROL-001") {
		var ids []string
		for _, r := range relation.From {
			ids = append(ids, r.ID)
		}
		got = append(got, relation.Name.In("en")+": "+strings.Join(ids, " "))
	}
	owner := book.Types.Type("policy").Field("owner").Ref.Inverse.In("en")
	duty := book.Types.Type("policy").Field("duties").Field("role").Ref.Inverse.In("en")
	boss := book.Types.Type("role").Field("reports_to").Ref.Inverse.In("en")
	want := []string{owner + ": POL-001 POL-002", duty + ": POL-001", boss + ": ROL-002"}
	slices.Sort(want)
	want = append(want, ": POL-002 ROL-002")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var edges []string
	for _, e := range graph.Outgoing("POL-002") {
		edges = append(edges, fmt.Sprintf("%s%s %s %s%s", e.Field, e.Lang, e.To.ID, e.Item, e.Pointer))
	}
	if diff := cmp.Diff([]string{"owner ROL-001 /owner", "pl ROL-001 ", "pl ROL-001 ", "en ROL-001 ", "en POL-001 k"}, edges); diff != "" {
		t.Error(diff)
	}
}

// TestResolve checks where the references of a page lead in each language,
// with a translation and without one.
func TestResolve(t *testing.T) {
	book := page("[a](POL-001#par-1) [b](../roles/menedzer-cx.pl.md#ścieżka) [c](#nic) [d](https://example.org/) ![p](Plan.PNG) [f](form.pdf#page=2) [g](ROL-999) [h](ROL-001#obowiazki) [i](ROL-001)").load(t)
	graph, _ := Connect(book)
	from := book.Record("PAG-001")
	say := func(lang string) []string {
		var out []string
		text := from.Texts[lang]
		for _, ref := range text.Doc.References {
			target := graph.Resolve(from, text, ref)
			id := ""
			if target.Record != nil {
				id = target.Record.ID
			}
			out = append(out, fmt.Sprintf("%v %s %s %s %s%s", target.OK, id, target.Lang, target.Anchor, target.Asset, target.URL))
		}
		return out
	}
	want := []string{
		"true POL-001 pl par-1 ", "true ROL-001 pl ścieżka ", "false PAG-001 pl  ", "true    https://example.org/",
		"true    pages/Plan.PNG", "true   page=2 pages/form.pdf", "false    ", "true ROL-001 pl obowiazki ", "true ROL-001 pl  ",
	}
	if diff := cmp.Diff(want, say("pl")); diff != "" {
		t.Error(diff)
	}
	// The Polish words stand on the English page: links lead to English pages
	// where those have the place, else to the Polish ones.
	want[0], want[2] = "true POL-001 en par-1 ", "false PAG-001 en  "
	want[7], want[8] = "true ROL-001 en obowiazki ", "true ROL-001 en  "
	if diff := cmp.Diff(want, say("en")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"pages/Plan.PNG", "pages/form.pdf"}, graph.Assets()); diff != "" {
		t.Error(diff)
	}
}

// TestStalePlace checks that a place which a translation lacks because it is
// behind is not blamed on who refers to it.
func TestStalePlace(t *testing.T) {
	book := files{
		"policies/a.md":    md("id: POL-001", "title: A", "version: 2", "change_note: N", "---", "## § 1 A", "## § 2 B"),
		"policies/a.en.md": md("id: POL-001", "title: A", "source_version: 1", "---", "## § 1 A"),
		"pages/p.md":       md("id: PAG-001", "title: P", "---", "[a](POL-001#par-2)"),
		"pages/p.en.md":    md("id: PAG-001", "title: P", "source_version: 1", "---", "[a](POL-001#par-2)"),
	}.load(t)
	graph, found := Connect(book)
	matches(t, brief(found), nil)
	from := book.Record("PAG-001")
	for lang, want := range map[string]string{"pl": "par-2", "en": ""} {
		text := from.Texts[lang]
		if got := graph.Resolve(from, text, text.Doc.References[0]); !got.OK || got.Anchor != want {
			t.Errorf("%s: %+v", lang, got)
		}
	}
}

// TestPlaceToCome checks that a place which only a later version has, and its
// translation does not have yet, is no more of a fault before that version
// takes effect than after.
func TestPlaceToCome(t *testing.T) {
	law := files{
		"policies/a.v1.md": md("id: POL-001", "title: A", "status: approved", "effective_from: 2020-01-01", "---", "## § 1 A"),
		"policies/a.md":    md("id: POL-001", "title: A", "version: 2", "change_note: N", "status: approved", "effective_from: 2021-01-01", "---", "## § 1 A", "## § 1a B"),
		"policies/a.en.md": md("id: POL-001", "title: A", "source_version: 1", "---", "## § 1 A"),
		"pages/p.md":       md("id: PAG-001", "title: P", "---", "[a](POL-001#par-1a)"),
		"pages/p.en.md":    md("id: PAG-001", "title: P", "source_version: 1", "---", "[a](POL-001#par-1a)"),
	}
	for _, day := range []string{"2020-06-30", "2021-06-30"} {
		_, found := Connect(law.loadOn(t, day))
		matches(t, brief(found), nil)
	}
}

// TestDeterminism checks that neither the order of files nor the number of
// processors changes findings or edges.
func TestDeterminism(t *testing.T) {
	f := world(handbooktest.Types(t)).with(page("[a](POL-009) [b](x.pdf) [[ROL-001]] [c](../roles/one.md#nie)"))
	first := ""
	for i, procs := range []int{1, 4, 2, 8} {
		old := runtime.GOMAXPROCS(procs)
		fsys := fstest.MapFS{}
		for name, text := range f {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		tree, _, err := source.Read(fsys, "content")
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewSource(int64(i)))
		random.Shuffle(len(tree.Files), func(a, b int) { tree.Files[a], tree.Files[b] = tree.Files[b], tree.Files[a] })
		book, _ := record.Load(record.Input{Tree: tree, Schemas: handbooktest.Types(t)})
		graph, found := Connect(book)
		runtime.GOMAXPROCS(old)
		got := strings.Join(brief(found), "\n")
		for _, r := range book.Records {
			for _, relation := range graph.Backlinks(r.ID) {
				got += "\n" + r.ID + " " + relation.Name.In("en")
				for _, from := range relation.From {
					got += " " + from.ID
				}
			}
		}
		if i == 0 {
			first = got
		} else if diff := cmp.Diff(first, got); diff != "" {
			t.Errorf("GOMAXPROCS %d: %s", procs, diff)
		}
	}
	if !strings.Contains(first, "CX320") {
		t.Error("nothing to compare", first)
	}
}

// FuzzWithin checks that no spelling of a path leaves the content folder.
func FuzzWithin(f *testing.F) {
	for _, seed := range []string{"a.pdf", "../a.pdf", "../../a", "..", ".", "", "/a", `..\a`, "a/../../b", "%2e%2e/a", "C:/a", "a\x00", "//host/a", "./../x"} {
		f.Add("policies/sub", seed)
	}
	f.Fuzz(func(t *testing.T, folder, target string) {
		if strings.HasPrefix(folder, "/") || strings.Contains(folder, "..") {
			return
		}
		full, ok := within(folder, target)
		if !ok {
			return
		}
		if full == ".." || strings.HasPrefix(full, "../") || strings.HasPrefix(full, "/") ||
			strings.Contains("/"+full+"/", "/../") || strings.ContainsAny(target, "\\\x00") {
			t.Errorf("%q in %q is %q", target, folder, full)
		}
	})
}

// FuzzBody checks that no body stops Connect, and that everything it says
// lies in the body.
func FuzzBody(f *testing.F) {
	for _, seed := range []string{"[a](POL-001#par-1)", "[[x|y]]", "![](%00.png)", "[a](<../b c.md>)", "[a](#%)", "[a](POL-001#%23)", "[a](?x)", "[a](x.md#y#z)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		doc := markdown.Parse(markdown.Input{Name: "content/pages/o-nas.md", Body: []byte(body), Line: 5, Lang: "pl"})
		book := page("x").load(t)
		r := book.Record("PAG-001")
		r.Source.Doc = doc
		graph, found := Connect(book)
		for _, d := range found {
			if d.At.File == "content/pages/o-nas.md" && d.At.Start.Line < 5 {
				t.Errorf("%v %s", d.At, d.Text("en"))
			}
		}
		for _, ref := range doc.References {
			graph.Resolve(r, r.Source, ref)
		}
	})
}

// Whoever writes the id of one type does not mean a record of another, unless
// the field wants one; a prefix that no type has is a slip.
func TestSuggestionsStayWithTheType(t *testing.T) {
	_, findings := Connect(page(usesAssets, "[a](TOL-001) [b](POI-001)").load(t))
	want := []string{
		"CX320 pages/o-nas.md:6:5 there is no record TOL-001",
		`CX320 pages/o-nas.md:6:18 there is no record POI-001 | did you mean "POL-001"?`,
	}
	if diff := cmp.Diff(want, brief(findings)); diff != "" {
		t.Error(diff)
	}
}

// What a translation that is behind refers to, the record refers to on the day
// on which it is shown, once.
func TestReferencesOfStaleTranslations(t *testing.T) {
	book := files{
		"policies/a.v1.md": md("id: POL-001", "title: A", "status: approved", "effective_from: 2025-01-01", "---", "Text."),
		"policies/a.v2.md": md("id: POL-001", "title: A", "version: 2", "change_note: N", "status: approved", "effective_from: 2026-01-01", "---", "Text."),
		"policies/a.en.md": md("id: POL-001", "title: A", "source_version: 1", "---", "[b](POL-002) [c](#nowhere)"),
		"policies/b.md":    md("id: POL-002", "title: B", "status: approved", "effective_from: 2025-01-01"),
	}
	for _, day := range []string{"2025-06-01", "2026-06-01"} {
		graph, found := Connect(book.loadOn(t, day))
		matches(t, brief(found), []string{"CX502 policies/a.en.md:6:18"})
		if out := graph.Outgoing("POL-001"); len(out) != 1 || out[0].To.ID != "POL-002" || out[0].Lang != "en" {
			t.Errorf("on %s it refers to %v", day, out)
		}
	}
}
