package schema

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

func TestCheck(t *testing.T) {
	set := houseSet(t)
	const ok = `"id": "POL-001", "title": "T"`
	tests := []struct{ name, typ, doc, want string }{
		{"nothing wrong", "policy", `{` + ok + `}`, ""},
		{"a field of the envelope and one of the type", "policy", `{` + ok + `, "owner": "ROL-001", "scope": "all"}`, ""},
		{"several unknown names, each at its key", "policy", "{" + ok + ",\n\"onwer\": 1,\n  \"colour\": 2}",
			"\"onwer\" CX202 /onwer (near owner)\n\"colour\" CX202 /colour (none)\n"},
		{"several missing names, at the first key", "policy", `{"scope": "all"}`,
			"\"scope\" CX201 /id\n\"scope\" CX201 /title\n"},
		{"nothing there at all", "policy", `{}`, "{} CX201 /id\n{} CX201 /title\n"},
		{"unknown in a list", "policy", `{` + ok + `, "duties": [{"key": "a", "rolle": "ROL-001"}]}`,
			"\"key\" CX201 /duties/0/role\n\"rolle\" CX202 /duties/0/rolle (near role)\n"},
		{"id", "policy", `{"id": "Bad_ID", "title": "T"}`, "\"Bad_ID\" CX203.id /id example=POL-001 value=Bad_ID\n"},
		{"id of another type", "policy", `{"id": "ROL-001", "title": "T"}`, "\"ROL-001\" CX203.id /id example=POL-001 value=ROL-001\n"},
		{"pattern with an example", "policy", `{` + ok + `, "duties": [{"key": "A b", "role": "ROL-001"}]}`,
			"\"A b\" CX203 /duties/0/key example=answer-in-7-days value=A b\n"},
		{"a number between quotation marks", "policy", `{` + ok + `, "version": "2"}`,
			"\"2\" CX204 /version expected=integer got=string (unquote 2)\n"},
		{"a text without them", "policy", `{"id": "POL-001", "title": 2026}`,
			"2026 CX204 /title expected=string got=number (quote 2026)\n"},
		{"a list for a text", "policy", `{` + ok + `, "scope": ["a"]}`, "[\"a\"] CX204 /scope expected=string got=array\n"},
		{"nothing for a text, at the key", "policy", `{"id": "POL-001", "title": null}`,
			"\"title\" CX204 /title expected=string got=null\n"},
		{"any of two types", "policy", `{` + ok + `, "who": 3, "target": "all"}`,
			"3 CX204 /who expected=array,string got=number (quote 3)\n"},
		{"the alternative that was meant", "policy", `{` + ok + `, "ours": ["a", 1]}`,
			"1 CX204 /ours/1 expected=string got=number (quote 1)\n"},
		{"enum", "policy", `{` + ok + `, "status": "Aproved"}`,
			"\"Aproved\" CX205 /status allowed=draft, approved, withdrawn value=Aproved (near approved)\n"},
		{"enum, nothing near", "policy", `{` + ok + `, "status": "x"}`,
			"\"x\" CX205 /status allowed=draft, approved, withdrawn value=x\n"},
		{"an impossible date", "policy", `{` + ok + `, "status": "approved", "approved_on": "2026-02-30"}`,
			"\"2026-02-30\" CX206.date /approved_on value=2026-02-30\n"},
		{"a date that is a number", "policy", `{` + ok + `, "approved_on": 2026}`, "2026 CX206.date /approved_on value=2026\n"},
		{"formats", "policy", `{` + ok + `, "every": "PT1H",` + "\n" + `"url": "javascript:alert(1)",` + "\n" + `"contact": "cx"}`,
			"\"PT1H\" CX206.period /every value=PT1H\n\"javascript:alert(1)\" CX206.uri /url value=javascript:alert(1)\n\"cx\" CX206.email /contact value=cx\n"},
		{"a duration in calendar months", "policy", `{` + ok + `, "duties": [{"key": "a", "role": "ROL-001", "deadline": "P1M"}]}`,
			"\"P1M\" CX206.duration /duties/0/deadline value=P1M\n"},
		{"a duration in parts", "policy", `{` + ok + `, "duties": [{"key": "a", "role": "ROL-001", "deadline": {"value": "P2D"}}]}`,
			"\"value\" CX201 /duties/0/deadline/business_days\n"},
		{"too small, and what else it needs", "policy", `{` + ok + `, "weight": 0, "scope": "x"}`, "0 CX207.exclusive-minimum /weight limit=0 value=0\n"},
		{"too large", "policy", `{` + ok + `, "weight": 12, "scope": "x"}`, "12 CX207.maximum /weight limit=10 value=12\n"},
		{"not a multiple", "policy", `{` + ok + `, "weight": 1.3, "scope": "x"}`, "1.3 CX207.multiple /weight limit=0.5 value=1.3\n"},
		{"a number beyond computing", "policy", `{` + ok + `, "weight": 1e999999999, "scope": "x"}`, "1e999999999 CX207.maximum /weight limit=1e300 value=1e999999999\n"},
		{"a number too small to tell", "policy", `{` + ok + `, "weight": 1e-999999999, "scope": "x"}`, "1e-999999999 CX207.maximum /weight limit=1e300 value=1e-999999999\n"},
		{"empty text", "policy", `{"id": "POL-001", "title": ""}`, "\"\" CX208.empty /title limit=1\n"},
		{"long text", "policy", `{` + ok + `, "scope": "zażółć gęślą jaźń jaźń"}`, "\"zażółć gęślą jaźń jaźń\" CX208.long /scope limit=20\n"},
		{"empty list", "policy", `{` + ok + `, "topics": []}`, "[] CX208.empty /topics limit=1\n"},
		{"long list", "policy", `{` + ok + `, "topics": ["1","2","3","4","5","6"]}`, "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"] CX208.many /topics limit=5\n"},
		{"empty map", "policy", `{` + ok + `, "by_lang": {}}`, "{} CX208.empty /by_lang limit=1\n"},
		{"each repetition", "policy", `{` + ok + `, "topics": ["a", "b", "a", "b"]}`,
			"\"a\" CX209 /topics/2 value=a <1:44>\n\"b\" CX209 /topics/3 value=b <1:49>\n"},
		{"the same key twice", "policy", `{` + ok + `, "duties": [{"key": "a", "role": "ROL-001"}, {"key": "a", "role": "ROL-001"}]}`,
			"\"a\" CX213 /duties/1/key key=a <1:52>\n"},
		{"a key of a map, by pattern", "policy", `{` + ok + `, "by_level": {"6": "POL-001"}}`, "\"6\" CX203 /by_level/6 example=3 value=6\n"},
		{"a key of a map, by enum", "policy", `{` + ok + `, "by_lang": {"PL": 1}}`, "\"PL\" CX202 /by_lang/PL (near pl)\n"},
		{"a key outside every pattern", "policy", `{` + ok + `, "links": {"x-a": "POL-001", "y": 1}}`, "\"y\" CX202 /links/y\n"},
		{"a field removed from the envelope", "role", `{"id": "ROL-001", "title": "T", "kind": "post", "owner": "ROL-002"}`, "\"owner\" CX202 /owner (none)\n"},

		{"needed because of another's value", "policy", `{` + ok + `, "status": "approved"}`,
			"\"id\" CX201.with /approved_on value=approved with=status\n"},
		{"needed, in a list", "policy", `{` + ok + `, "duties": [{"key": "a", "role": "ROL-001", "enforced_by": "none"}]}`,
			"\"key\" CX201.with /duties/0/reason value=none with=enforced_by\n"},
		{"needed because of an item", "policy", `{` + ok + `, "topics": ["a", "voice"]}`, "\"id\" CX201.with /listens value=voice with=topics\n"},
		{"needed because another is there", "policy", `{` + ok + `, "url": "https://example.org"}`,
			"\"id\" CX201.with /contact value=https://example.org with=url\n"},
		{"needed by dependentSchemas", "policy", `{` + ok + `, "weight": 1}`, "\"id\" CX201.with /scope value=1 with=weight\n"},
		{"one of two", "policy", `{` + ok + `, "who": ["a"]}`, "\"id\" CX201.either /of\n"},
		{"needed in the place of another", "policy", `{` + ok + `, "listens": {}, "by_lang": {"pl": 1}}`,
			"\"id\" CX201.without /every value= with=contact\n"},
		{"from version 2", "policy", `{` + ok + `, "version": 2}`, "\"id\" CX201.with /change_note value=2 with=version\n"},
		{"ruled out by another's value", "role", `{"id": "ROL-001", "title": "T", "kind": "post", "members": ["ROL-002"]}`,
			"\"members\" CX212 /members value=post with=kind\n"},
		{"ruled out by a flag", "role", `{"id": "ROL-001", "title": "T", "kind": "post", "vacant": true, "holder": "a@b.cz"}`,
			"\"holder\" CX212 /holder value=true with=vacant\n"},
		{"ruled out by another's presence", "policy", `{` + ok + `, "every": "P1M", "data": "x.csv"}`,
			"\"data\" CX212 /data value=P1M with=every\n"},
		{"a wrong value decides nothing", "role", `{"id": "ROL-001", "title": "T", "kind": "bodie", "members": ["ROL-002"]}`,
			"\"bodie\" CX205 /kind allowed=post, body value=bodie (near body)\n"},
		{"a missing value decides nothing", "role", `{"id": "ROL-001", "title": "T", "members": ["ROL-002"]}`, "\"id\" CX201 /kind\n"},
		{"a field that only a condition names", "policy", `{` + ok + `, "status": "draft", "reviewer": 3}`,
			"3 CX204 /reviewer expected=string got=number (quote 3)\n"},
		{"one complaint for a value", "policy", `{"id": "", "title": "T"}`, "\"\" CX203.id /id example=POL-001 value=\n"},
		{"keys in other alphabets", "policy", "{" + ok + ", \"zażółć/~ gęślą\": 1}", "\"zażółć/~ gęślą\" CX202 /zażółć~1~0 gęślą (none)\n"},
		{"an empty key", "policy", "{" + ok + ", \"\": 1}", "\"\" CX202 / (none)\n"},
		{"not an object", "policy", `["a"]`, "[\"a\"] CX204  expected=object got=array\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := said(tt.doc, set.Check(set.Type(tt.typ), document(t, tt.doc)))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s\n%s", tt.doc, diff)
			}
		})
	}
}

func TestCheckTranslation(t *testing.T) {
	set := houseSet(t)
	const ok = `"id": "POL-001", "source_version": 1, "title": "T"`
	tests := []struct{ name, doc, want string }{
		{"nothing wrong", `{` + ok + `, "parity_ok": {"par-3": "crowns"}, "scope": "all", "listens": {"how": "ask"}, "duties": [{"key": "a", "text": "b"}]}`, ""},
		{"what it needs", `{"scope": "all"}`, "\"scope\" CX201 /id\n\"scope\" CX201 /source_version\n\"scope\" CX201 /title\n"},
		{"no condition of the source", `{` + ok + `, "duties": [{"key": "a", "reason": "b"}]}`, ""},
		{"facts", "{" + ok + ",\n\"owner\": \"ROL-001\",\n\"version\": 2,\n\"topics\": [\"a\"]}",
			"\"owner\" CX305 /owner\n\"version\" CX305 /version\n\"topics\" CX305 /topics\n"},
		{"a fact in a list", `{` + ok + `, "duties": [{"key": "a", "role": "ROL-001"}]}`, "\"role\" CX305 /duties/0/role\n"},
		{"a fact in an object", `{` + ok + `, "listens": {"n": 3}}`, "\"n\" CX305 /listens/n\n"},
		{"an item without its key", `{` + ok + `, "duties": [{"text": "a"}]}`, "\"text\" CX201 /duties/0/key\n"},
		{"unknown", `{` + ok + `, "scpoe": "all"}`, "\"scpoe\" CX202 /scpoe (near scope)\n"},
		{"unknown in a list", `{` + ok + `, "duties": [{"key": "a", "txet": "b"}]}`, "\"txet\" CX202 /duties/0/txet (near text)\n"},
		{"the words are judged", `{` + ok + `, "scope": "much longer than 20 letters"}`, "\"much longer than 20 letters\" CX208.long /scope limit=20\n"},
		{"id", `{"id": "pol-1", "source_version": 1, "title": "T"}`, "\"pol-1\" CX203.id /id example=POL-001 value=pol-1\n"},
		{"the same key twice", `{` + ok + `, "duties": [{"key": "a"}, {"key": "a"}]}`, "\"a\" CX213 /duties/1/key key=a <1:73>\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := said(tt.doc, set.CheckTranslation(set.Type("policy"), document(t, tt.doc)))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s\n%s", tt.doc, diff)
			}
		})
	}
}

func TestCheckFile(t *testing.T) {
	set := houseSet(t)
	doc := `{"langauges": []}`
	want := "\"langauges\" CX201 /title\n\"langauges\" CX202 /langauges (near languages)\n"
	if diff := cmp.Diff(want, said(doc, set.CheckHandbook(document(t, doc)))); diff != "" {
		t.Error(diff)
	}
	for _, name := range []string{"notes.yaml", "policy.yaml", "envelope.yaml"} {
		if got := set.CheckFile(name, document(t, `{"x": 1}`)); got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestFindingsKnowTheirRecord(t *testing.T) {
	set := houseSet(t)
	for _, d := range set.Check(set.Type("policy"), document(t, `{"id": "POL-007", "x": 1}`)) {
		if d.Record != "POL-007" {
			t.Errorf("record %q", d.Record)
		}
	}
}

// Messages are ours in every language; the library's English never shows.
func TestMessagesAreOurs(t *testing.T) {
	set := houseSet(t)
	doc := document(t, `{"id": "x", "title": 3, "status": "a", "approved_on": "2026-02-30", "scopee": 1, "weight": 99, "topics": ["a", "a"], "every": "P1M", "data": "x", "url": "https://a.b"}`)
	for _, d := range set.Check(set.Type("policy"), doc) {
		if _, ok := diag.Lookup(d.Code).Messages[d.Message.Key]; !ok {
			t.Errorf("%s has no message %q", d.Code, d.Message.Key)
		}
		for _, lang := range []string{"pl", "cs", "en"} {
			text := d.Text(lang) + d.HintText(lang)
			if text == "" || strings.Contains(text, "{") {
				t.Errorf("%s in %s: %q", d.Code, lang, text)
			}
			for _, foreign := range []string{"jsonschema", "schemas/", "doesn't validate", "does not match pattern", "additionalProperties", "must be one of"} {
				if strings.Contains(text, foreign) {
					t.Errorf("%s in %s: %q", d.Code, lang, text)
				}
			}
		}
	}
}
