package schemas_test

import (
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
)

// load returns the set of the built-in schemas, which have no faults.
func load(t *testing.T) *schema.Set {
	t.Helper()
	set, findings, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range findings {
		t.Fatalf("%v: %s %s", d.At, d.Code, d.Text("en"))
	}
	return set
}

// A sample is one file of testdata: a record, or one of the handbook's own
// files.
type sample struct {
	name  string // policy/valid-full.md
	kind  string // policy
	front *source.Node
	body  string
}

func (s sample) valid() bool { return strings.HasPrefix(path.Base(s.name), "valid-") }

func (s sample) translation() bool {
	return s.front.Get("source_version") != nil || strings.Contains(s.name, "translation")
}

func (s sample) check(set *schema.Set) diag.List {
	t := set.Type(s.kind)
	switch {
	case t == nil:
		return set.CheckFile(s.kind+".yaml", s.front)
	case s.translation():
		return set.CheckTranslation(t, s.front)
	}
	return set.Check(t, s.front)
}

// samples reads testdata.
func samples(t *testing.T) []sample {
	t.Helper()
	tree, findings, err := source.Read(os.DirFS("testdata"), "testdata")
	if err != nil {
		t.Fatal(err)
	}
	var all []sample
	for _, f := range tree.Files {
		if f.Front == nil {
			t.Fatalf("%s: %v", f.Name, findings)
		}
		all = append(all, sample{f.Path, path.Dir(f.Path), f.Front, string(f.Body)})
	}
	for _, kind := range []string{"handbook", "debt", "redirects"} {
		entries, err := os.ReadDir("testdata/" + kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			name := kind + "/" + e.Name()
			data, err := os.ReadFile("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			root, findings := source.Decode(name, data, 1)
			if root == nil {
				t.Fatalf("%s: %v", name, findings)
			}
			all = append(all, sample{name, kind, root, string(data)})
		}
	}
	return all
}

var wantLine = regexp.MustCompile(`(?m)^(?:# )?want: (CX[0-9]{3} line [0-9]+)$`)

// TestSamples judges every file of testdata: a valid one has no finding, an
// invalid one exactly those that its body names.
func TestSamples(t *testing.T) {
	set := load(t)
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			want, got := []string{}, []string{}
			for _, m := range wantLine.FindAllStringSubmatch(s.body, -1) {
				want = append(want, m[1])
			}
			if s.valid() != (len(want) == 0) {
				t.Fatalf("a file called %s expects %d findings", path.Base(s.name), len(want))
			}
			findings := s.check(set)
			for _, d := range findings {
				got = append(got, fmt.Sprintf("%s line %d", d.Code, d.At.Start.Line))
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
				for _, d := range findings {
					t.Logf("%d:%d %s %s: %s", d.At.Start.Line, d.At.Start.Column, d.Code, d.Field, d.Text("en"))
				}
			}
		})
	}
}

// TestEveryKindHasSamples keeps testdata complete: each type and each of the
// handbook's own files has valid and invalid samples.
func TestEveryKindHasSamples(t *testing.T) {
	names := map[string]int{}
	for _, s := range samples(t) {
		names[s.kind+" "+strings.SplitN(path.Base(s.name), "-", 2)[0]]++
		names[strings.TrimSuffix(s.name, path.Ext(s.name))]++
	}
	for _, typ := range load(t).Types() {
		if names[typ.Name+"/valid-full"] == 0 || names[typ.Name+"/valid-minimal"] == 0 {
			t.Errorf("%s lacks valid-full.md or valid-minimal.md", typ.Name)
		}
		if names[typ.Name+" invalid"] < 2 {
			t.Errorf("%s has %d invalid samples, want two or more", typ.Name, names[typ.Name+" invalid"])
		}
	}
	for _, kind := range []string{"handbook", "debt", "redirects"} {
		if names[kind+"/valid-full"] == 0 || names[kind+" invalid"] == 0 {
			t.Errorf("%s lacks valid-full.yaml or an invalid sample", kind)
		}
	}
}

// TestEveryFieldIsUsed looks for each field of each type, inner ones too, in
// the type's valid samples.
func TestEveryFieldIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, s := range samples(t) {
		if s.valid() {
			uses(used, s.kind, s.front)
		}
	}
	for _, typ := range load(t).Types() {
		for _, name := range unused(used, typ.Name, typ.Fields) {
			t.Errorf("no valid sample uses %s", name)
		}
	}
}

// uses notes the path of every field below a node: policy/duties/role.
func uses(used map[string]bool, at string, n *source.Node) {
	for _, item := range n.Items {
		uses(used, at, item)
	}
	for _, f := range n.Fields {
		used[at+"/"+f.Key] = true
		uses(used, at+"/"+f.Key, f.Value)
	}
}

func unused(used map[string]bool, at string, fields []*schema.Field) []string {
	var all []string
	for _, f := range fields {
		name := at + "/" + f.Name
		if !used[name] {
			all = append(all, name)
		}
		if f.Shape == schema.Duration {
			continue // the form with working days is shared, and used once
		}
		all = append(all, unused(used, name, f.Fields)...)
		if f.Item != nil {
			all = append(all, unused(used, name, f.Item.Fields)...)
		}
	}
	return all
}

// TestTypes pins what addresses and ids are made of.
func TestTypes(t *testing.T) {
	var got []string
	for _, typ := range load(t).Types() {
		got = append(got, typ.Name+" "+typ.Folder+"/ "+typ.Prefix)
	}
	want := []string{
		"assessment assessments/ ASM", "department departments/ DEP", "exception exceptions/ EXC",
		"initiative initiatives/ INI", "insight insights/ INS", "listening listening/ VOC",
		"metric metrics/ MET", "model models/ MOD", "page pages/ PAG", "policy policies/ POL",
		"procedure procedures/ PRC", "role roles/ ROL", "scorecard scorecards/ SCR", "standard standards/ STD", "term terms/ TRM",
		"tool tools/ TOL", "touchpoint touchpoints/ TCH", "training trainings/ TRN",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
}

// TestWordsCanBeTranslated: a translation finds the objects of a list by
// their key, so each list whose objects hold words has one.
func TestWordsCanBeTranslated(t *testing.T) {
	var look func(at string, fields []*schema.Field)
	look = func(at string, fields []*schema.Field) {
		for _, f := range fields {
			inner := f.Fields
			if f.Item != nil {
				inner = f.Item.Fields
				words := slices.ContainsFunc(inner, func(f *schema.Field) bool { return f.IsText })
				if words && f.Field("key") == nil {
					t.Errorf("the objects of %s/%s hold words but have no key", at, f.Name)
				}
			}
			look(at+"/"+f.Name, inner)
		}
	}
	for _, typ := range load(t).Types() {
		look(typ.Name, typ.Fields)
	}
}

// TestReferencesAreRead checks that a reference is seen in every field that
// may hold one, as the full samples use all of them.
func TestReferencesAreRead(t *testing.T) {
	set := load(t)
	seen := map[string]bool{}
	for _, s := range samples(t) {
		if typ := set.Type(s.kind); typ != nil && s.valid() {
			for _, r := range set.References(typ, s.front) {
				seen[typ.Name+digits.ReplaceAllString(r.Pointer, "")] = true
			}
		}
	}
	var look func(at string, fields []*schema.Field)
	look = func(at string, fields []*schema.Field) {
		for _, f := range fields {
			name := at + "/" + f.Name
			if (f.Ref != nil || f.Item != nil && f.Item.Ref != nil) && !seen[name] {
				t.Errorf("no reference is read from %s", name)
			}
			look(name, f.Fields)
			if f.Item != nil {
				look(name, f.Item.Fields)
			}
		}
	}
	for _, typ := range set.Types() {
		look(typ.Name, typ.Fields)
	}
}

var digits = regexp.MustCompile(`/[0-9]+`)
