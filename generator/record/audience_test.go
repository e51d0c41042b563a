package record

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// audienceFiles has a record for the board, LAW-002, and one that refers to it
// in every way.
var audienceFiles = files{
	"laws/open.pl.md":    front("id: LAW-001", "title: Otwarta"),
	"laws/secret.pl.md":  front("id: LAW-002", "title: Tajna", "audience: [board]"),
	"laws/council.pl.md": front("id: LAW-003", "title: Rady", "audience: [board, council]"),
	"policies/p.pl.md": front("id: POL-001", "title: Polityka", "status: approved",
		"approved_by: LAW-002",
		"related: [LAW-002, LAW-001]",
		"metrics: [LAW-002]",
		"duties: [{key: a, role: LAW-002, text: Odpowiada}, {key: b, role: LAW-001, text: Liczy}]",
		"review: {every: P12M, log: [{on: 2026-01-01, by: LAW-002, version: 1}, {on: 2026-02-01, by: LAW-002, version: 1, checked: Wszystko}]}"),
	"policies/p.en.md": front("id: POL-001", "source_version: 1", "title: Policy", "duties: [{key: a, text: Answers}]"),
}

// Whoever may not see a record sees no field that leads to it: a thing in a
// list stays only for the words that it has of its own.
func TestForTakesOutWhatLeadsToHidden(t *testing.T) {
	all, _ := audienceFiles.load(t)
	seen := all.For(nil)
	for language, want := range map[string]string{
		"pl": `[{"key":"a","text":"Odpowiada"},{"key":"b","role":"LAW-001","text":"Liczy"}]`,
		"en": `[{"key":"a","text":"Answers"},{"key":"b","role":"LAW-001","text":"Liczy"}]`,
	} {
		fields := seen.Record("POL-001").Texts[language].Fields
		for name, want := range map[string]string{
			"duties": want, "approved_by": "null", "metrics": "null", "related": `["LAW-001"]`,
			"review": `{"every":"P12M","log":[{"checked":"Wszystko","on":"2026-02-01","version":1}]}`,
		} {
			got, err := json.Marshal(fields.Get(name).JSON())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != want {
				t.Errorf("%s: %s is %s, want %s", language, name, got, want)
			}
		}
	}
	if r := seen.Record("POL-001"); r.Source != r.Texts["pl"] || r.Versions[0] != r || r.Current != r {
		t.Error("the record's source and versions are not its own")
	}
	if all.Record("POL-001").Source.Fields.Get("approved_by") == nil {
		t.Error("the handbook itself was changed")
	}
}

func TestForWhom(t *testing.T) {
	all, _ := audienceFiles.load(t)
	for _, c := range []struct {
		labels []string
		want   []string
	}{
		{nil, []string{"LAW-001", "POL-001"}},
		{[]string{"council"}, []string{"LAW-001", "LAW-003", "POL-001"}},
		{[]string{"board"}, []string{"LAW-001", "LAW-002", "LAW-003", "POL-001"}},
	} {
		seen := all.For(c.labels)
		var got []string
		for _, r := range seen.Records {
			got = append(got, r.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v:\n%s", c.labels, diff)
		}
		if whole := len(c.want) == 4; whole != (seen == all) {
			t.Errorf("%v: the handbook itself: %v", c.labels, seen == all)
		}
	}
	if diff := cmp.Diff([]string{"board", "council"}, all.Labels()); diff != "" {
		t.Error(diff)
	}
}
