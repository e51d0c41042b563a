package schema

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReferences(t *testing.T) {
	set := houseSet(t)
	doc := `{"id": "POL-001", "title": "T",
"owner": "ROL-001",
"amends": ["POL-002", "POL-003"],
"duties": [{"key": "a", "role": "ROL-002", "after": ["b", "#c"]}],
"of": "POL-004#answer-in-7-days",
"by_level": {"1": "TRM-001", "2": "not an id"},
"links": {"x-b": "POL-005"},
"target": "ROL-003",
"status": "draft", "reviewer": "ROL-004",
"scope": "POL-009", "data": "POL-008", "colour": "POL-007"}`
	var got []string
	for _, r := range set.References(set.Type("policy"), document(t, doc)) {
		got = append(got, fmt.Sprintf("%s %s %q %q %q %s", r.Pointer, r.Field, r.Label.In("en"), r.Target, r.Item, cut(doc, r.At)))
	}
	want := []string{
		`/owner owner "Owner" "ROL-001" "" "ROL-001"`,
		`/amends/0 amends "" "POL-002" "" "POL-002"`,
		`/amends/1 amends "" "POL-003" "" "POL-003"`,
		`/duties/0/role role "Who" "ROL-002" "" "ROL-002"`,
		`/duties/0/after/0 after "" "" "b" "b"`,
		`/duties/0/after/1 after "" "" "c" "#c"`,
		`/of of "" "POL-004" "answer-in-7-days" "POL-004#answer-in-7-days"`,
		`/by_level/1 by_level "" "TRM-001" "" "TRM-001"`,
		`/by_level/2 by_level "" "not an id" "" "not an id"`,
		`/links/x-b links "" "POL-005" "" "POL-005"`,
		`/target target "Target" "ROL-003" "" "ROL-003"`,
		`/reviewer reviewer "" "ROL-004" "" "ROL-004"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRulesOfReferences(t *testing.T) {
	set := houseSet(t)
	rule := func(typ, doc string) *RefRule {
		t.Helper()
		refs := set.References(set.Type(typ), document(t, doc))
		if len(refs) != 1 {
			t.Fatalf("%s: %+v", doc, refs)
		}
		return refs[0].Rule
	}
	tests := []struct {
		name, typ, doc string
		want           RefRule
	}{
		{"one type, by $ref", "policy", `{"owner": "x"}`,
			RefRule{Targets: []RefTarget{{Type: "role"}}, Types: []string{"role"}, Inverse: Words{"en": "Answers for"}}},
		{"the same type", "role", `{"amends": ["x"]}`, RefRule{Targets: []RefTarget{{Type: "role"}}, Types: []string{"role"}}},
		{"an item of the record itself", "policy", `{"duties": [{"after": ["x"]}]}`,
			RefRule{Targets: []RefTarget{{Item: "duties"}}, Item: "duties", Own: true}},
		{"any", "policy", `{"by_level": {"1": "x"}}`, RefRule{}},
		{"items, paragraphs and records", "policy", `{"of": "x"}`, RefRule{
			Targets: []RefTarget{{"policy", "duties"}, {"policy", Paragraph}, {"role", ""}},
			Types:   []string{"policy", "role"}, Item: "duties", Withdrawn: true}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, *rule(tt.typ, tt.doc)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	of := rule("policy", `{"of": "x"}`)
	if items, whole := of.Items("policy"); !slices.Equal(items, []string{"duties", Paragraph}) || whole {
		t.Errorf("policy: %v %v", items, whole)
	}
	if items, whole := of.Items("role"); items != nil || !whole {
		t.Errorf("role: %v %v", items, whole)
	}
	if items, whole := (&RefRule{}).Items("role"); items != nil || !whole {
		t.Errorf("any: %v %v", items, whole)
	}
}

// A condition decides whether a value is a reference.
func TestConditionalReferences(t *testing.T) {
	set := houseSet(t)
	for doc, want := range map[string]int{
		`{"target": "all"}`:                               0,
		`{"target": "ROL-001"}`:                           1,
		`{"status": "draft", "reviewer": "ROL-001"}`:      1,
		`{"status": "approved", "reviewer": "ROL-001"}`:   0,
		`{"reviewer": "ROL-001"}`:                         0,
		`{"target": 3, "owner": null, "amends": "POL"}`:   0,
		`{"owner": ["ROL-001"], "duties": {"role": "x"}}`: 0,
	} {
		if refs := set.References(set.Type("policy"), document(t, doc)); len(refs) != want {
			t.Errorf("%s: %+v", doc, refs)
		}
	}
}

func TestReferencesOfNothing(t *testing.T) {
	set := houseSet(t)
	if set.References(nil, document(t, `{}`)) != nil || set.References(set.Type("role"), nil) != nil {
		t.Error("nothing refers to nothing")
	}
	if set.Check(nil, document(t, `{}`)) != nil || set.CheckTranslation(set.Type("role"), nil) != nil {
		t.Error("nothing is wrong with nothing")
	}
}
