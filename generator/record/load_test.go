package record

import (
	"maps"
	"math/rand"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
)

const allFolders = "assessments, departments, exceptions, initiatives, insights, laws, listening, metrics, models, pages, " +
	"policies, procedures, roles, scorecards, standards, terms, tools, touchpoints, trainings"

// TestFindings has one case per finding of this package: a content folder and
// everything that is found in it.
func TestFindings(t *testing.T) {
	page := front("id: PAG-001", "title: T")
	tests := []struct {
		name  string
		files files
		want  []string
	}{
		{"nothing wrong", files{"pages/a.md": page}, nil},
		{"no handbook.yaml", files{"handbook.yaml": "", "pages/a.md": page}, []string{"CX120 handbook.yaml:1:1 "}},
		{"empty handbook.yaml", files{"handbook.yaml": "# nothing yet\n", "pages/a.md": page}, []string{"CX201 handbook.yaml:1:1 "}},
		{"a list for handbook.yaml", files{"handbook.yaml": "- Law\n", "pages/a.de.md": page}, []string{"CX118 handbook.yaml:1:1 "}},
		{"handbook.yaml", files{"handbook.yaml": "title: {pl: A}\nlanguages: [pl, en]\ndefault_language: cs\nsections: [pages, terns]\nseverity: {CX512: info, CX599: error, CX320: warning}\n"}, []string{
			`CX326 handbook.yaml:3:19 the language "cs" is not one of the handbook's languages`,
			`CX205 handbook.yaml:4:19 `,
			"CX328 handbook.yaml:5:25 there is no finding with the code CX599",
			"CX329 handbook.yaml:5:39 CX320 is always an error",
		}},
		{"a setting for no code", files{"handbook.yaml": "title: {pl: A}\nseverity: {CX5O1: warning, onwer: error, CX512: loud}\n"}, []string{
			"CX328 handbook.yaml:2:12 there is no finding with the code CX5O1 | did you mean \"CX501\"?",
			"CX328 handbook.yaml:2:28 there is no finding with the code onwer",
			"CX205 handbook.yaml:2:49 ",
		}},
		{"a debt for no code", files{"pages/a.md": page, "debt.yaml": strings.Join([]string{
			"- {code: CX999, record: PAG-001, owner: ROL-001, until: 2027-01-31, reason: R}",
			"- {code: CX5O2, record: PAG-001, owner: ROL-001, until: 2027-01-31, reason: R}",
			"- {code: CX502, record: PAG-001, owner: ROL-001, until: 2027-01-31, reason: R}",
			"- {code: 502, record: PAG-001, owner: ROL-001, until: 2027-01-31, reason: R}",
			"- {code: \"\", record: PAG-001, owner: ROL-001, until: 2027-01-31, reason: R}",
			"- nothing\n",
		}, "\n")}, []string{
			"CX328 debt.yaml:1:10 there is no finding with the code CX999",
			"CX328 debt.yaml:2:10 there is no finding with the code CX5O2 | did you mean \"CX502\"?",
			"CX204 debt.yaml:4:10 ",
			"CX208 debt.yaml:5:10 ",
			"CX204 debt.yaml:6:3 ",
		}},
		{"other YAML", files{"notes.yaml": "a: 1\n"}, []string{"CX115 notes.yaml:1:1 "}},
		{"redirects.yaml", files{"redirects.yaml": "- {from: nowhere, to: PAG-001}\n"}, []string{"CX203 redirects.yaml:1:10 "}},
		{"outside", files{"a.md": page, "stuff/b.md": page}, []string{"CX114 a.md:1:1 ", "CX114 stuff/b.md:1:1 "}},
		{"outside, by a slip", files{"polices/deep/x.en.md": page, "policies.md": page, "Terms/a.md": page, "xyzzy/b.md": page}, []string{
			"CX114 Terms/a.md:1:1 + | did you mean the folder \"terms\"? the folders of types: " + allFolders,
			"CX114 polices/deep/x.en.md:1:1 + | did you mean the folder \"policies\"? the folders of types: " + allFolders,
			"CX114 policies.md:1:1 + | ",
			"CX114 xyzzy/b.md:1:1 + | ",
		}},
		{"wrong folder", files{"pages/a.md": front("title: T", "id: TRM-001")}, []string{
			"CX114 pages/a.md:3:5 TRM-001 does not belong in this folder but in terms/",
		}},
		{"file names", files{
			"pages/a.v1.pl.x.md":  page,
			"pages/a.polish.md":   page,
			"pages/a.PL.md":       page,
			"pages/Big Name.md":   page,
			"pages/zażółć-2.md":   front("id: PAG-002", "title: T"),
			"pages/a.v0.md":       page,
			"pages/a.de.md":       front("id: PAG-003", "title: T"),
			"pages/a.pl.v2.md":    page,
			"pages/deep/er/in.md": front("id: PAG-004", "title: T"),
		}, []string{
			"CX116 pages/Big Name.md:1:1 ",
			`CX116 pages/a.PL.md:1:1 the handbook has no language "PL"`,
			`CX326 pages/a.de.md:1:1 the language "de" is not one`,
			`CX116 pages/a.pl.v2.md:1:1 the file name "a.pl.v2.md" does not have the form`,
			`CX116 pages/a.polish.md:1:1 the handbook has no language "polish"`,
			`CX116 pages/a.v0.md:1:1 `,
			`CX116 pages/a.v1.pl.x.md:1:1 `,
		}},
		{"name disagrees", files{
			"pages/a.v2.md":    page,
			"pages/b.v3.md":    front("id: PAG-002", "title: T", "change_note: N", "version: 2"),
			"pages/c.md":       front("id: PAG-003", "title: T", "change_note: N", "version: 2"),
			"pages/c.v2.en.md": front("id: PAG-003", "title: T", "source_version: 1"),
		}, []string{
			"CX117 pages/a.v2.md:2:1 the file name says version 2, the front matter says 1",
			"CX117 pages/b.v3.md:5:10 the file name says version 3, the front matter says 2",
			"CX117 pages/c.v2.en.md:4:17 the file name says a translation of version 2, source_version says 1",
		}},
		{"bad id offers the next free one", files{
			"pages/a.md": front("id: Bad_ID", "title: T"),
			"pages/b.md": front("id: PAG-009", "title: T"),
		}, []string{"CX203 pages/a.md:2:5 + | the next free id is PAG-010"}},
		{"an id in small letters", files{
			"terms/a.md":    front("id: trm-071", "title: T"),
			"terms/a.en.md": front("id: Trm-071", "title: T", "source_version: 1"),
			"terms/b.md":    front("id: trm-071", "title: T"),
			"terms/c.md":    front("id: trm-080", "title: T"),
			"terms/d.md":    front("id: TRM-080", "title: T"),
			"terms/d.v2.md": front("id: trm-080", "title: T", "change_note: N", "version: 2"),
			"terms/e.md":    front("id: pag-001", "title: T"),
			"terms/f.md":    front("id: trm-7", "title: T"),
			"terms/g.md":    "---\nid: TRM-090\ntitle: \"T\n",
			"terms/h.md":    front("id: trm-090", "title: T"),
		}, []string{
			"CX203 terms/a.en.md:2:5 + | did you mean \"TRM-071\"?",
			"CX203 terms/a.md:2:5 + | did you mean \"TRM-071\"?",
			"CX203 terms/b.md:2:5 + | the next free id is TRM-091",
			"CX203 terms/c.md:2:5 + | the next free id is TRM-091",
			"CX203 terms/d.v2.md:2:5 + | did you mean \"TRM-080\"?",
			"CX203 terms/e.md:2:5 + | the next free id is TRM-091",
			"CX203 terms/f.md:2:5 + | the next free id is TRM-091",
			"CX203 terms/h.md:2:5 + | the next free id is TRM-091",
		}},
		{"the number of a broken file is taken", files{
			"pages/a.md": front("id: Bad_ID", "title: T"),
			"pages/b.md": "---\nid: PAG-1200\ntitle: \"T\nsummary: x\n",
			"pages/c.md": front("id: PAG-7", "title: T"),
		}, []string{
			"CX203 pages/a.md:2:5 + | the next free id is PAG-1201",
			"CX203 pages/c.md:2:5 + | the next free id is PAG-1201",
		}},
		{"same id, same language", files{"pages/a.md": page, "pages/b.pl.md": page, "pages/x/a.md": page}, []string{
			"CX301 pages/b.pl.md:2:5 PAG-001, version 1, is already the file content/pages/a.md | the next free id is PAG-002 | pages/a.md:2:5 the other file",
			"CX301 pages/x/a.md:2:5 PAG-001, version 1, is already the file content/pages/a.md | the next free id is PAG-002 | pages/a.md:2:5 the other file",
		}},
		{"two sources", files{"pages/a.md": page, "pages/b.en.md": page}, []string{
			"CX302 pages/b.en.md:2:5 PAG-001, version 1, has two binding texts, in different languages | pages/a.md:2:5 ",
		}},
		{"no source", files{"pages/a.md": front("id: PAG-001", "source_version: 2", "title: T")}, []string{
			"CX303 pages/a.md:3:17 PAG-001, version 2, has only translations and no binding text",
		}},
		{"two translations", files{
			"pages/a.md":    page,
			"pages/b.en.md": front("id: PAG-001", "title: T", "source_version: 1"),
			"pages/c.en.md": front("id: PAG-001", "title: T", "source_version: 1"),
			"pages/d.pl.md": front("id: PAG-001", "title: T", "source_version: 1"),
		}, []string{
			`CX304 pages/c.en.md:2:5 PAG-001, version 1, has two translations into "en" | pages/b.en.md:2:5 the other translation`,
			`CX304 pages/d.pl.md:2:5 PAG-001, version 1, already has a text in "pl": the binding one | pages/a.md:2:5 the binding text`,
		}},
		{"ahead and stale", files{
			"pages/a.md":    front("id: PAG-001", "title: T", "change_note: N", "version: 2"),
			"pages/a.en.md": front("id: PAG-001", "title: T", "source_version: 1"),
			"pages/a.cs.md": front("id: PAG-001", "title: T", "source_version: 3"),
		}, []string{
			"CX308 pages/a.cs.md:4:17 this translates version 3, but the newest binding text is version 2",
			"CX309 pages/a.en.md:4:17 this translates version 1, but the binding text is already version 2",
		}},
		{"translation of a broken source", files{
			"pages/a.md":    "---\nid: PAG-001\ntitle: [\n---\n",
			"pages/a.en.md": front("id: PAG-001", "title: T", "source_version: 4"),
		}, nil},
		{"a fact in a translation", files{
			"laws/a.md":    front("id: LAW-001", "title: T", "days: 3"),
			"laws/a.en.md": front("id: LAW-001", "title: T", "source_version: 1", "days: 3"),
		}, []string{`CX305 laws/a.en.md:5:1 "days" is a fact, and a translation holds words only`}},
		{"keys", files{
			"laws/a.md":    front("id: LAW-001", "title: T", "duties:", "  - {key: answer, text: A, days: 3}", "  - {key: tell, text: B}"),
			"laws/a.en.md": front("id: LAW-001", "title: T", "source_version: 1", "duties:", "  - {key: anwser, text: A}"),
			"laws/a.cs.md": front("id: LAW-001", "title: T", "source_version: 1"),
		}, []string{
			`CX307 laws/a.cs.md:2:1 "duties" is not translated`,
			`CX307 laws/a.en.md:5:1 "duties" lacks a translation of the item "answer"`,
			`CX307 laws/a.en.md:5:1 "duties" lacks a translation of the item "tell"`,
			`CX306 laws/a.en.md:6:11 "duties" in the binding text has no key "anwser" | did you mean "answer"?`,
		}},
		{"paragraphs", files{
			"laws/a.md": front("id: LAW-001", "title: T", "---", "## § 1 A", "## B", "### C", "## § 4 D", "## § 3a E", "## § 3b F", "## § 1 G", "## § 10 H"),
		}, []string{
			`CX333 laws/a.md:6:4 the heading "B" has no paragraph number`,
			"CX330 laws/a.md:9:4 §\u00a03a comes after §\u00a04",
			"CX331 laws/a.md:11:4 §\u00a01 stands twice | laws/a.md:5:4 it first stands here",
		}},
		{"paragraphs between versions", files{
			"laws/a.v1.md": front("id: LAW-001", "title: T", "effective_from: 2025-01-01", "---", "## § 1 A", "## § 2 B", "## § 3 C", "## § 4 D", "## § 5 E"),
			"laws/a.v2.md": front("id: LAW-001", "title: T", "change_note: N", "version: 2", "effective_from: 2026-01-01", "---", "## § 1 A, reworded", "## § 2 C", "## § 4 D"),
		}, []string{
			"CX332 laws/a.v2.md:9:4 §\u00a02 \"C\" was the paragraph \"B\" in the version before | laws/a.v1.md:7:4 ",
			"CX334 laws/a.v2.md:10:4 §\u00a05 of the version before is gone | laws/a.v1.md:10:4 ",
		}},
		{"a draft has not fixed its numbers", files{
			"laws/a.v1.md": front("id: LAW-001", "title: T", "status: draft", "---", "## § 1 A", "## § 2 B"),
			"laws/a.v2.md": front("id: LAW-001", "title: T", "change_note: N", "version: 2", "---", "## § 1 B"),
		}, nil},
		{"one day", files{
			"laws/a.v1.md": front("id: LAW-001", "title: T", "effective_from: 2025-01-01"),
			"laws/a.v2.md": front("id: LAW-001", "title: T", "change_note: N", "version: 2", "effective_from: 2025-01-01"),
			"laws/a.v3.md": front("id: LAW-001", "title: T", "change_note: N", "version: 3", "status: draft", "effective_from: 2025-01-01"),
			"pages/a.md":   page,
			"pages/a2.md":  front("id: PAG-001", "title: T", "change_note: N", "version: 2"),
		}, []string{
			"CX340 laws/a.v2.md:6:17 versions 1 and 2 take effect on the same day: 2025-01-01 | laws/a.v1.md:4:17 the other version",
			"CX340 pages/a2.md:5:10 versions 1 and 2 do not say from which day they hold | pages/a.md:2:1 the other version",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := test.files.load(t)
			matches(t, brief(found), test.want)
		})
	}
}

// matches compares findings with what they must start with; "+ | hint" leaves
// the message open.
func matches(t *testing.T, got, want []string) {
	t.Helper()
	ok := len(got) == len(want)
	for i := 0; ok && i < len(got); i++ {
		ok = startsLike(got[i], want[i])
	}
	if !ok {
		t.Errorf("findings differ:\n%s", cmp.Diff(want, got))
	}
}

func startsLike(got, want string) bool {
	if head, tail, open := strings.Cut(want, "+ | "); open {
		_, hint, _ := strings.Cut(got, " | ")
		return strings.HasPrefix(got, head) && hint == tail
	}
	return strings.HasPrefix(got, want) && !strings.HasSuffix(got, "UNFILLED")
}

// TestCrash checks that a panic over one file is a finding about it, and that
// the others are judged all the same.
func TestCrash(t *testing.T) {
	f := files{
		"pages/a.md": front("id: PAG-001", "title: T"),
		"pages/b.md": front("id: PAG-002", "title: T"),
	}
	l := newLoader(Input{Tree: f.tree(t), Schemas: types(t)})
	l.judge = func(d *draft) {
		if d.file.Path == "pages/a.md" {
			d.id = "PAG-001"
			panic("boom")
		}
		l.judgeFile(d)
	}
	book, found := l.load()
	matches(t, brief(found), []string{"CX121 pages/a.md:1:1 cxbook failed over this file: boom"})
	if book.Record("PAG-001") != nil || !book.Broken["PAG-001"] || book.Record("PAG-002") == nil {
		t.Errorf("records %v, broken %v", book.Records, book.Broken)
	}
}

// TestDeterminism checks that neither the order of files nor the number of
// processors changes anything.
func TestDeterminism(t *testing.T) {
	f := files{}
	for _, sample := range []files{
		{"tools/a.md": front("id: tol-001", "title: T"), "tools/b.md": front("id: tol-001", "title: T")},
		{"pages/a.md": front("id: Bad", "title: T"), "pages/b.md": front("id: PAG-002", "title: T")},
		{"laws/a.md": front("id: LAW-010", "title: T", "---", "## § 1 A 3", "## B"), "laws/b.en.md": front("id: LAW-010", "title: T", "source_version: 1", "---", "## § 1 A 4")},
		{"laws/c.md": front("id: LAW-009", "title: T"), "laws/d.md": front("id: LAW-009", "title: T"), "laws/e.cs.md": front("id: LAW-009", "title: T")},
		{"terms/a.md": front("id: TRM-001", "title: T"), "terms/b.en.md": front("id: TRM-001", "title: T", "source_version: 1")},
	} {
		maps.Copy(f, sample)
	}
	set := types(t)
	var first []string
	var records []string
	for i, procs := range []int{1, 4, 2, 8, 1, 3} {
		old := runtime.GOMAXPROCS(procs)
		tree := f.tree(t)
		random := rand.New(rand.NewSource(int64(i)))
		if i > 0 {
			random.Shuffle(len(tree.Files), func(a, b int) { tree.Files[a], tree.Files[b] = tree.Files[b], tree.Files[a] })
		}
		book, found := Load(Input{Tree: tree, Schemas: set})
		runtime.GOMAXPROCS(old)
		var ids []string
		for _, r := range book.Records {
			ids = append(ids, r.ID+" "+r.Source.File.Path)
		}
		if i == 0 {
			first, records = brief(found), ids
			if len(found) < 5 {
				t.Fatal("too few findings to compare", first)
			}
			continue
		}
		if diff := cmp.Diff(first, brief(found)); diff != "" {
			t.Errorf("GOMAXPROCS %d: %s", procs, diff)
		}
		if diff := cmp.Diff(records, ids); diff != "" {
			t.Errorf("GOMAXPROCS %d: %s", procs, diff)
		}
	}
}

func TestConfig(t *testing.T) {
	book, _ := files{"handbook.yaml": "title: {en: Law}\nlanguages: [en, cs]\nbase_url: https://example.org/cx\nsections: [terms, pages]\nchannels: [shop]\nrepository: {url: https://example.org/r}\nstart: PAG-001\nwords: {shop: {en: store}}\n"}.load(t)
	c := book.Config
	c.Root = nil
	want := Config{
		Title: map[string]string{"en": "Law", "cs": "Law"}, DefaultLanguage: "en", Languages: []string{"en", "cs"},
		BaseURL: "https://example.org/cx/", Start: "PAG-001", Sections: []string{"terms", "pages"}, Channels: []string{"shop"},
		Words:   map[string]schema.Words{"shop": {"en": "store"}},
		Holders: "mailbox", Name: "content/handbook.yaml",
	}
	want.Repository.URL, want.Repository.Branch = "https://example.org/r", "main"
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}

	none, _ := files{"handbook.yaml": ""}.load(t)
	if got := none.Config; got.Title["cs"] != "Zákaznický kodex" || got.DefaultLanguage != "pl" ||
		!slices.Equal(got.Languages, []string{"pl", "cs", "en"}) || !slices.Contains(got.Sections, "laws") {
		t.Errorf("without a file: %+v", got)
	}
}

// TestBlind checks that files are not blamed for a language while the file
// that lists the languages cannot be read.
func TestBlind(t *testing.T) {
	_, found := files{"handbook.yaml": "title: \"\n", "pages/a.de.md": front("id: PAG-001", "title: T")}.load(t)
	for _, d := range found {
		if d.Code == diag.UnlistedLanguage {
			t.Error(brief(found))
		}
	}
}
