package schema

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes fields as name:shape, with ! where required and ~ where text.
func outline(fields []*Field) string {
	var all []string
	for _, f := range fields {
		s := f.Name + ":" + fmt.Sprint(f.Shape)
		if f.Required {
			s += "!"
		}
		if f.IsText {
			s += "~"
		}
		if f.Item != nil && f.Item.Shape != Text {
			s += fmt.Sprintf("[%d]", f.Item.Shape)
		}
		if inner := f.Fields; len(inner) > 0 {
			s += "{" + outline(inner) + "}"
		} else if f.Item != nil && len(f.Item.Fields) > 0 {
			s += "{" + outline(f.Item.Fields) + "}"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestFields(t *testing.T) {
	set := houseSet(t)
	shapes := map[Shape]string{Text: "text", Choice: "choice", Number: "number", Flag: "flag", Date: "date", Duration: "duration",
		Link: "link", Ref: "ref", DataFile: "file", Object: "object", ListOf: "list"}
	got := outline(set.Type("policy").Fields)
	for shape := ListOf; ; shape-- {
		got = strings.ReplaceAll(got, fmt.Sprintf(":%d", shape), ":"+shapes[shape])
		got = strings.ReplaceAll(got, fmt.Sprintf("[%d]", shape), "["+shapes[shape]+"]")
		if shape == 0 {
			break
		}
	}
	want := "id:text! title:text!~ version:number status:choice approved_on:date change_note:text~ amends:list[ref] owner:ref " +
		"scope:text~ topics:list " +
		"duties:list[object]{key:text! role:ref! text:text~ deadline:duration{value:duration! business_days:flag!} " +
		"enforced_by:choice reason:text~ after:list[ref]} " +
		"of:ref weight:number every:duration url:link contact:text ours:list who:text by_level:object[ref] by_lang:object links:object " +
		"listens:object{how:text~ n:number} target:ref data:file reviewer:ref"
	if diff := cmp.Diff(strings.Split(want, " "), strings.Split(got, " ")); diff != "" {
		t.Error(diff)
	}
}

func TestWordsOfTypesAndFields(t *testing.T) {
	set := houseSet(t)
	typ := set.Type("policy")
	if typ.One.In("pl") != "polityka" || typ.One.In("cs") != "policy" || !typ.Paragraphs || typ.Order != "approved_on" {
		t.Errorf("%+v", typ)
	}
	if label := typ.Field("title").Label; label.In("pl") != "Tytuł" || label.In("cs") != "Title" {
		t.Errorf("%v", label)
	}
	if label := typ.Field("approved_on").Label.In("pl"); label != "approved on" {
		t.Errorf("a field without label is called %q", label)
	}
	if f := typ.Field("duties").Field("role"); f == nil || f.Label.In("en") != "Who" {
		t.Errorf("%+v", f)
	}
	if typ.Field("nothing") != nil || set.Type("nothing") != nil || Words(nil).In("pl") != "" {
		t.Error("nothing is something")
	}
	values := typ.Field("status").Values
	if len(values) != 3 || values[0].Value != "draft" {
		t.Errorf("%v", values)
	}
}

// A schema may contain itself; fields and derived schemas still end.
func TestRecursiveSchema(t *testing.T) {
	own := map[string]string{"tree": `{
		"x-record": {"type": "tree", "folder": "trees", "prefix": "TRE", "title": {"one": {"en": "tree"}, "many": {"en": "trees"}}},
		"properties": {"root": {"$ref": "#/$defs/node"}},
		"$defs": {"node": {"type": "object", "properties": {
			"name": {"type": "string", "x-text": true}, "role": {"type": "string", "x-ref": "role"}, "key": {"type": "string"},
			"branches": {"type": "array", "items": {"$ref": "#/$defs/node"}}}}}
	}`}
	set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	doc := document(t, `{"id": "TRE-001", "title": "T", "root": {"branches": [{"branches": [{"role": "ROL-001", "name": 3}]}]}}`)
	if refs := set.References(set.Type("tree"), doc); len(refs) != 1 || refs[0].Pointer != "/root/branches/0/branches/0/role" {
		t.Errorf("%+v", refs)
	}
	if list := set.Check(set.Type("tree"), doc); len(list) != 1 || list[0].Field != "/root/branches/0/branches/0/name" {
		t.Errorf("%+v", list)
	}
	if _, err := set.JSON("tree"); err != nil {
		t.Error(err)
	}
}

// Every list has an item to look at, whatever its schema leaves unsaid.
func TestListsHaveItems(t *testing.T) {
	own := map[string]string{"audit": `{
		"x-record": {"type": "audit", "folder": "audits", "prefix": "AUD", "title": {"one": {"en": "audit"}, "many": {"en": "audits"}}},
		"properties": {
			"team": {"type": "array"},
			"tree": {"$ref": "#/$defs/tree"}
		},
		"$defs": {"tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}
	}`}
	set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	for _, name := range []string{"team", "tree"} {
		f := set.Type("audit").Field(name)
		for depth := 0; f.Shape == ListOf; depth++ {
			if f = f.Item; f == nil {
				t.Fatalf("%s: a list without an item at depth %d", name, depth)
			}
		}
	}
}
