package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/internal/handbooktest"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/page"
)

func formField(t testing.TB, fields []page.Field, name string) page.Field {
	t.Helper()
	i := slices.IndexFunc(fields, func(f page.Field) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("there is no field %s", name)
	}
	return fields[i]
}

// The page of a type's fields says of each what its author must know.
func TestFields(t *testing.T) {
	f := files{"roles/a.md": md("id: ROL-001", "title: A"), "policies/a.md": md("id: POL-001", "title: A")}
	form := f.at(t, "pl/fields/procedure/").Form
	if form.Folder != "content/procedures" || form.ID != "PRC-001" || form.Index != nil {
		t.Errorf("the form is %+v", form)
	}
	if i := f.at(t, "pl/fields/role/").Form.Index; i == nil || i.Address != "pl/roles/" {
		t.Errorf("the index is %v", i)
	}
	steps := formField(t, form.Own, "steps")
	if !steps.Required || !steps.Several || !steps.Translated || steps.Shape != "object" || steps.Anchor != "field:steps" {
		t.Errorf("steps: %+v", steps)
	}
	who := formField(t, steps.Parts, "responsible")
	if who.Shape != "reference" || who.Several || who.Translated || who.Targets[0].Address != "pl/fields/role/" || who.Help == "" {
		t.Errorf("steps.responsible: %+v", who)
	}
	duty := formField(t, steps.Parts, "carries_out").Targets[0]
	if duty.Fragment != "field:duties" || !strings.HasPrefix(duty.Title, "polityka: ") {
		t.Errorf("steps.carries_out leads to %+v", duty)
	}
	from := page.Demand{Field: "version", Values: []string{"2"}, Least: true}
	if got := formField(t, form.Common, "change_note").Demands; len(got) != 1 || !cmp.Equal(got[0], from) {
		t.Errorf("change_note: %+v", got)
	}
	crisis := page.Demand{Forbidden: true, Unless: true, Field: "kind", Values: []string{"crisis"}}
	if got := formField(t, form.Own, "declared_by").Demands; len(got) != 1 || !cmp.Equal(got[0], crisis) {
		t.Errorf("declared_by: %+v", got)
	}
	status := formField(t, form.Own, "status")
	if status.Shape != "choice" || status.Values[0] != (page.Choice{Value: "draft", Label: "projekt"}) {
		t.Errorf("status: %+v", status)
	}
	if related := formField(t, form.Common, "related"); related.Shape != "reference" || related.Targets != nil {
		t.Errorf("related: %+v", related)
	}
	if !strings.HasPrefix(form.Example, "---\nid: PRC-001\ntitle: procedura\n") || !strings.HasSuffix(form.Example, "\n---\n") {
		t.Errorf("the example is\n%s", form.Example)
	}
}

// Every type has its page, in every language, records or none; types stand in
// the order of their names in that language.
func TestEveryTypeHasItsFields(t *testing.T) {
	set := handbooktest.Types(t)
	f := files{"handbook.yaml": "title: {pl: Kodeks}\nlanguages: [pl, cs, en]\n"}
	for _, language := range lang.All() {
		types := f.at(t, language+"/fields/").Types
		if len(types) != len(set.Types()) {
			t.Errorf("%s lists %d types", language, len(types))
		}
		words := lang.Compare(language)
		if !slices.IsSortedFunc(types, func(a, b page.Form) int { return words(a.Name, b.Name) }) {
			t.Errorf("%s: the types are in no order: %v", language, types)
		}
		for _, typ := range types {
			p := f.at(t, typ.Fields)
			if len(p.Form.Own)+len(p.Form.Common) < 15 || p.Crumbs[1].Address != language+"/fields/" {
				t.Errorf("%s: %d fields", typ.Fields, len(p.Form.Own)+len(p.Form.Common))
			}
		}
	}
}
