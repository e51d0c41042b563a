package schema

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/cxbook/cxbook/generator/source"
)

// The library must never fetch what a schema names.
func TestNothingIsLoaded(t *testing.T) {
	for _, ref := range []string{"https://example.org/x.json", "file:///etc/passwd", "x.schema.json"} {
		root, _ := readJSON("a", []byte(`{"$ref": "`+ref+`"}`))
		l := newLibrary(map[string]*file{"a" + suffix: {name: "a" + suffix, root: root}})
		c, err := l.compiler()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.judge(c, "a"+suffix); !errors.Is(err, errNoLoading) && !strings.Contains(fmt.Sprint(err), errNoLoading.Error()) {
			t.Errorf("%s: %v", ref, err)
		}
	}
}

// Without a scheme of its own a schema's name becomes a path of the machine.
func TestNoPathOfTheMachine(t *testing.T) {
	set := houseSet(t)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for name, j := range set.compiled {
		if !strings.HasPrefix(j.schema.Location, scheme) || strings.Contains(j.schema.Location, here) {
			t.Errorf("%s is called %s", name, j.schema.Location)
		}
	}
}

// What the source room refuses must not crash this one should it come.
func TestNumbersThatAreNone(t *testing.T) {
	set := houseSet(t)
	for _, text := range []string{"NaN", ".nan", ".inf", "0x1F", "007", "1_000", "1/3", "", "1e400", "--1"} {
		root := document(t, `{"id": "POL-001", "title": "T", "weight": 1, "scope": "x", "topics": [1, 1]}`)
		child(root, "weight").Text = text
		child(root, "topics").Items[0].Text = text
		for _, d := range set.Check(set.Type("policy"), root) {
			if d.At.Start.Line == 0 {
				t.Errorf("%s: %+v", text, d)
			}
		}
	}
}

func TestDeepNesting(t *testing.T) {
	set := houseSet(t)
	deep := &source.Node{Kind: source.String, Text: "x"}
	for range 10_000 {
		deep = &source.Node{Kind: source.List, Items: []*source.Node{deep}}
	}
	root := document(t, `{"id": "POL-001", "title": "T", "topics": [1]}`)
	child(root, "topics").Items = []*source.Node{deep, deep}
	if list := set.Check(set.Type("policy"), root); len(list) == 0 {
		t.Error("no finding")
	}
	set.References(set.Type("policy"), root)
}

// Of doubled keys, which the source room reports, the first counts here too.
func TestFirstOfDoubledKeys(t *testing.T) {
	set := houseSet(t)
	root := document(t, `{"id": "POL-001", "title": "T", "scope": "x"}`)
	root.Fields = append(root.Fields, source.Field{Key: "title", KeyAt: root.At, Value: &source.Node{Kind: source.Number, Text: "3"}})
	if list := set.Check(set.Type("policy"), root); len(list) > 0 {
		t.Errorf("%+v", list)
	}
}

// Types that refer to one another crosswise unfold without end; loading ends.
func TestCrosswiseSchemas(t *testing.T) {
	const n = 14
	var defs, all []string
	for i := range n {
		all = append(all, fmt.Sprintf(`"p%d": {"$ref": "#/$defs/d%d"}`, i, i))
	}
	for i := range n {
		defs = append(defs, fmt.Sprintf(`"d%d": {"type": "object", "properties": {"x": {"type": "string", "x-text": true}, %s}}`, i, strings.Join(all, ",")))
	}
	own := map[string]string{"web": `{"x-record": {"type": "web", "folder": "webs", "prefix": "WEB", "title": {"one": {"en": "web"}, "many": {"en": "webs"}}},
		"properties": {` + strings.Join(all, ",") + `}, "$defs": {` + strings.Join(defs, ",") + `}}`}
	done := make(chan error, 1)
	go func() {
		set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
		if err == nil && (len(list) > 0 || set.Type("web") == nil) {
			err = fmt.Errorf("%v", list)
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("loading does not end")
	}
}
