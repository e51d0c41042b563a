package record

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// shown says what each language shows of a record.
func shown(r *Record) map[string]string {
	out := map[string]string{}
	for l, t := range r.Texts {
		s := t.Written + " " + t.Slug + " " + t.Title
		if t.Stale {
			s += " stale"
		}
		out[l] = s
	}
	return out
}

func TestTexts(t *testing.T) {
	book, _ := files{
		"laws/prawo.v1.pl.md": front("id: LAW-001", "title: P1", "effective_from: 2025-01-01"),
		"laws/zakon.v2.cs.md": front("id: LAW-001", "title: C2", "version: 2", "change_note: N", "effective_from: 2026-01-01"),
		"laws/prawo.v3.pl.md": front("id: LAW-001", "title: P3", "version: 3", "change_note: N", "effective_from: 2027-01-01"),
		"laws/act.en.md":      front("id: LAW-001", "title: E1", "source_version: 1"),
		"laws/act.v3.en.md":   front("id: LAW-001", "title: E3", "source_version: 3"),
		"laws/zakon.cs.md":    front("id: LAW-001", "title: C1", "source_version: 1"),
	}.load(t)
	r := book.Record("LAW-001")
	if len(r.Versions) != 3 || r.Version != 2 || r.Source.Lang != "cs" || r.Versions[1] != r {
		t.Fatalf("version %d of %d, %+v", r.Version, len(r.Versions), r.Source)
	}
	want := []map[string]string{
		{"pl": "pl prawo P1", "cs": "cs zakon C1", "en": "en act E1"},
		{"pl": "cs zakon C2", "cs": "cs zakon C2", "en": "en act E1 stale"},
		{"pl": "pl prawo P3", "cs": "cs zakon C1 stale", "en": "en act E3"},
	}
	for i, version := range r.Versions {
		if diff := cmp.Diff(want[i], shown(version)); diff != "" {
			t.Errorf("version %d: %s", i+1, diff)
		}
		if version.Texts[version.Source.Lang] != version.Source {
			t.Errorf("version %d: the source's language shows another text", i+1)
		}
	}
	if pl := r.In("pl"); pl.Lang != "pl" || pl.Translated() || pl.Doc != r.Source.Doc {
		t.Errorf("fallback: %+v", pl)
	}
}

// What a version changes is said of that version only: a translation that is
// behind has no words for it, so the source's stand.
func TestChangeNoteOfStale(t *testing.T) {
	book, _ := files{
		"laws/a.v1.md":    front("id: LAW-001", "title: T", "effective_from: 2025-01-01"),
		"laws/a.v2.md":    front("id: LAW-001", "title: T", "version: 2", "change_note: second", "effective_from: 2026-01-01"),
		"laws/a.v3.md":    front("id: LAW-001", "title: T", "version: 3", "change_note: third", "effective_from: 2027-01-01"),
		"laws/a.v2.en.md": front("id: LAW-001", "title: T2", "source_version: 2", "change_note: second in English"),
	}.load(t)
	versions := book.Record("LAW-001").Versions
	for i, want := range []string{"", "second in English", "third"} {
		if got := versions[i].In("en").Fields.Get("change_note").String(); got != want {
			t.Errorf("version %d: %q, want %q", i+1, got, want)
		}
	}
}

func TestOverlay(t *testing.T) {
	f := files{
		"laws/a.md": front("id: LAW-001", "title: T", "summary: S", "topics: [a, b]", "days: 5",
			"duties:", "  - {key: answer, text: A, days: 3, notes: [{key: n, text: N}, {key: m, text: M}]}", "  - {key: tell, text: B, days: 4}"),
		"laws/a.en.md": front("id: LAW-001", "title: T2", "source_version: 1", "topics: [c]",
			"duties:", "  - {key: tell, text: B2}", "  - {key: answer, notes: [{key: m, text: M2}]}"),
	}
	book, _ := f.load(t)
	r := book.Record("LAW-001")
	want := map[string]any{
		"id": "LAW-001", "title": "T2", "summary": "S", "topics": []any{"c"}, "days": "5",
		"duties": []any{
			map[string]any{"key": "answer", "text": "A", "days": "3", "notes": []any{
				map[string]any{"key": "n", "text": "N"}, map[string]any{"key": "m", "text": "M2"},
			}},
			map[string]any{"key": "tell", "text": "B2", "days": "4"},
		},
	}
	en := r.In("en")
	if diff := cmp.Diff(want, plain(en.Fields.JSON())); diff != "" {
		t.Error(diff)
	}
	if en.Title != "T2" || en.Summary != "S" {
		t.Errorf("title %q, summary %q", en.Title, en.Summary)
	}
	// The words keep their own places, and the source stays as it was.
	if got := en.Fields.Lookup("/duties/1/text").At; got.File != "content/laws/a.en.md" || got.Start.Line != 7 {
		t.Errorf("place %v", got)
	}
	if got := r.Source.Fields.Lookup("/duties/1/text").Text; got != "B" {
		t.Errorf("the source now says %q", got)
	}
}

// plain turns what encoding/json would decode into comparable values.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			v[key] = plain(value)
		}
	case []any:
		for i, value := range v {
			v[i] = plain(value)
		}
	case interface{ String() string }:
		return v.String()
	}
	return v
}

func TestOfDay(t *testing.T) {
	d := func(month int) lang.Date {
		if month == 0 {
			return lang.Date{}
		}
		return lang.Date{Year: 2026, Month: 1, Day: month}
	}
	tests := []struct {
		name     string
		versions []*Record
		day      int
		want     int
	}{
		{"always", []*Record{{Version: 1, Status: "approved"}}, 5, 1},
		{"the later of two in force", []*Record{{Version: 1, Status: "approved", From: d(1)}, {Version: 2, Status: "approved", From: d(4)}}, 4, 2},
		{"not yet", []*Record{{Version: 1, Status: "approved", From: d(1)}, {Version: 2, Status: "approved", From: d(4)}}, 3, 1},
		{"the last day", []*Record{{Version: 1, Status: "approved", From: d(1), Until: d(4)}, {Version: 2, Status: "draft"}}, 4, 1},
		{"expired, next to come", []*Record{{Version: 1, Status: "approved", From: d(1), Until: d(4)}, {Version: 2, Status: "approved", From: d(8)}, {Version: 3, Status: "approved", From: d(9)}}, 5, 2},
		{"expired, and the next one never adopted", []*Record{{Version: 1, Status: "approved", From: d(1), Until: d(4)}, {Version: 2, Status: "withdrawn"}}, 5, 1},
		{"expired, and the next one a draft", []*Record{{Version: 1, Status: "approved", From: d(1), Until: d(4)}, {Version: 2, Status: "draft"}}, 5, 1},
		{"the last of two that are over", []*Record{{Version: 1, Status: "approved", From: d(1)}, {Version: 2, Status: "approved", From: d(2), Until: d(3)}}, 5, 2},
		{"withdrawn before its day", []*Record{{Version: 1, Status: "approved", From: d(1)}, {Version: 2, Status: "withdrawn", From: d(4)}}, 5, 1},
		{"withdrawn, and still in force until its last day", []*Record{{Version: 1, Status: "approved", From: d(1)}, {Version: 2, Status: "withdrawn", From: d(4), Until: d(6)}, {Version: 3, Status: "draft"}}, 5, 2},
		{"withdrawn, and over", []*Record{{Version: 1, Status: "approved", From: d(1), Until: d(3)}, {Version: 2, Status: "withdrawn", From: d(4), Until: d(6)}, {Version: 3, Status: "draft"}}, 7, 2},
		{"withdrawn for good", []*Record{{Version: 1, Status: "withdrawn"}, {Version: 2, Status: "withdrawn"}}, 5, 2},
		{"drafts", []*Record{{Version: 1, Status: "draft"}, {Version: 2, Status: "draft"}}, 5, 2},
	}
	for _, test := range tests {
		if got := ofDay(test.versions, d(test.day)); got.Version != test.want {
			t.Errorf("%s: version %d, want %d", test.name, got.Version, test.want)
		}
	}
}

func TestOrderAndNextID(t *testing.T) {
	book, _ := files{
		"terms/b.md":    front("id: TRM-1000", "title: T"),
		"terms/a.md":    front("id: TRM-999", "title: T"),
		"pages/c.md":    front("id: PAG-020", "title: T"),
		"pages/a.en.md": front("id: PAG-031", "title: T", "source_version: 1"),
	}.load(t)
	var ids []string
	for _, r := range book.Records {
		ids = append(ids, r.ID)
	}
	if diff := cmp.Diff([]string{"PAG-020", "TRM-999", "TRM-1000"}, ids); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]string{"term": "TRM-1001", "page": "PAG-032", "law": "LAW-001", "nothing": ""} {
		if got := book.NextID(name); got != want {
			t.Errorf("next %s: %s, want %s", name, got, want)
		}
	}
	if len(book.ByType("term")) != 2 || book.Record("PAG-001") != nil {
		t.Error("ByType or Record")
	}
	byHand := &Handbook{Types: book.Types, Records: book.Records}
	if byHand.Record("PAG-020") != book.Record("PAG-020") || byHand.NextID("term") != "TRM-1001" {
		t.Error("a handbook made by hand finds other records")
	}
}

// A draft binds nobody: translations follow the newest version that is law or
// is going to be.
func TestTranslationsFollowWhatIsDecided(t *testing.T) {
	f := files{
		"laws/a.v1.en.md": front("id: LAW-001", "title: A", "version: 1", "status: approved", "effective_from: 2021-01-01"),
		"laws/a.v2.en.md": front("id: LAW-001", "title: A", "version: 2", "status: approved", "effective_from: 2022-01-01", "change_note: N."),
		"laws/a.v3.en.md": front("id: LAW-001", "title: A", "version: 3", "status: draft", "change_note: N."),
		"laws/b.v1.pl.md": front("id: LAW-001", "title: B", "source_version: 1"),
		"laws/b.v3.pl.md": front("id: LAW-001", "title: B", "source_version: 3"),
		"laws/c.v2.cs.md": front("id: LAW-001", "title: C", "source_version: 2"),
	}
	_, found := f.load(t)
	var got []string
	for _, d := range found {
		if d.Code == diag.StaleTranslation {
			got = append(got, d.At.File+" "+d.Message.Args["version"])
		}
	}
	if want := []string{"content/laws/b.v1.pl.md 2"}; !slices.Equal(got, want) {
		t.Errorf("behind are %v, want %v", got, want)
	}
}
