package schema

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// audit is a handbook's own type; tests change it.
const audit = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Audit",
  "x-record": {
    "type": "audit",
    "folder": "audits",
    "prefix": "AUD",
    "title": {"one": {"pl": "audyt"}, "many": {"pl": "audyty"}},
    "columns": ["owner", "score"],
    "order": "on"
  },
  "properties": {
    "on": {"$ref": "common.schema.json#/$defs/date"},
    "score": {"type": "number"},
    "of": {"type": "string", "x-ref": ["policy#duties", "audit"]}
  },
  "required": ["on"]
}`

func withAudit(replace ...string) map[string]string {
	return map[string]string{"audit": strings.NewReplacer(replace...).Replace(audit)}
}

func TestOwnType(t *testing.T) {
	set, list, err := Load(Layer{FS: folder(house), Prefix: "builtin"}, Layer{FS: folder(withAudit()), Prefix: "schemas"})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	typ := set.ByFolder("audits")
	if typ == nil || set.ByPrefix("AUD-") != typ || typ.Name != "audit" || typ.Order != "on" {
		t.Fatalf("%+v", typ)
	}
	doc := `{"id": "AUD-1", "title": "T", "owner": "ROL-001", "scores": 3, "of": "POL-001#a"}`
	want := "\"id\" CX201 /on\n\"AUD-1\" CX203.id /id example=AUD-001 value=AUD-1\n\"scores\" CX202 /scores (near score)\n"
	if diff := cmp.Diff(want, said(doc, set.Check(typ, document(t, doc)))); diff != "" {
		t.Error(diff)
	}
	if refs := set.References(typ, document(t, doc)); len(refs) != 2 {
		t.Errorf("references %+v", refs)
	}
	if folders := slices.Collect(func(yield func(string) bool) {
		for _, typ := range set.Types() {
			if !yield(typ.Folder) {
				return
			}
		}
	}); !slices.Equal(folders, []string{"audits", "policies", "roles"}) {
		t.Errorf("folders %v", folders)
	}
}

func TestOwnFilesReplace(t *testing.T) {
	own := map[string]string{"role": strings.Replace(house["role"], `"required": ["kind"]`, `"required": ["kind", "holder"]`, 1)}
	set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	doc := `{"id": "ROL-001", "title": "T", "kind": "post"}`
	if got := said(doc, set.Check(set.Type("role"), document(t, doc))); got != "\"id\" CX201 /holder\n" {
		t.Error(got)
	}
}

// Each fault of a handbook's own schema is a finding at its place; the file
// is left out and everything else stays.
func TestFaultyOwnSchemas(t *testing.T) {
	tests := []struct {
		name, file, text, want string
	}{
		{"not JSON", "audit", strings.Replace(audit, `"Audit",`, `"Audit"`, 1), "\" CX211.json \n"},
		{"cut off", "audit", `{"a": `, "  CX211.json \n"},
		{"doubled key", "audit", strings.Replace(audit, `"score": {`, `"on": {`, 1), "\"on\" CX106  key=on <13:5>\n"},
		{"misspelt keyword", "audit", strings.Replace(audit, `"required"`, `"requird"`, 1), "\"requird\" CX211.keyword /requird keyword=requird (near required)\n"},
		{"misspelt keyword inside", "audit", strings.Replace(audit, `"type": "number"`, `"minimun": 0`, 1),
			"\"minimun\" CX211.keyword /properties/score/minimun keyword=minimun (near minimum)\n"},
		{"unknown word of ours", "audit", strings.Replace(audit, `"type": "number"`, `"x-colour": "red"`, 1),
			"\"x-colour\" CX211.keyword /properties/score/x-colour keyword=x-colour\n"},
		{"misspelt word of ours", "audit", strings.Replace(audit, `"x-ref"`, `"x-refs"`, 1), "\"x-refs\" CX211.keyword /properties/of/x-refs keyword=x-refs (near x-ref)\n"},
		{"wrong value", "audit", strings.Replace(audit, `"number"`, `"numbr"`, 1), "\"numbr\" CX211.value /properties/score/type keyword=type\n"},
		{"wrong type of value", "audit", strings.Replace(audit, `["on"]`, `"on"`, 1), "\"on\" CX211.value /required keyword=required\n"},
		{"impossible pattern", "audit", strings.Replace(audit, `"type": "number"`, `"pattern": "("`, 1), "\"(\" CX211.value /properties/score/pattern keyword=pattern\n"},
		{"missing part", "audit", strings.Replace(audit, `"folder": "audits",`, ``, 1), "\"type\" CX211.missing /x-record/folder part=folder\n"},
		{"no x-record", "audit", `{"properties": {"a": {}}}`, "\"properties\" CX211.missing  part=x-record\n"},
		{"another name", "audits", strings.Replace(audit, `, "audit"]`, `]`, 1), "\"audit\" CX211.name  name=audit.schema.json\n"},
		{"folder of another", "audit", strings.Replace(audit, `"audits"`, `"policies"`, 1), "\"policies\" CX211.clash  with=policy\n"},
		{"prefix of another", "audit", strings.Replace(audit, `"AUD"`, `"ROL"`, 1), "\"ROL\" CX211.clash  with=role\n"},
		{"column that is no field", "audit", strings.Replace(audit, `"owner", "score"`, `"owner", "scroe"`, 1), "\"scroe\" CX211.field  (near score)\n"},
		{"order by no field", "audit", strings.Replace(audit, `"order": "on"`, `"order": "day"`, 1), "\"day\" CX211.field \n"},
		{"reference to no type", "audit", strings.Replace(audit, `"audit"]}`, `"polcy"]}`, 1), "\"polcy\" CX211.target  target=polcy (near policy)\n"},
		{"reference to no list", "audit", strings.Replace(audit, `"policy#duties"`, `"policy#dutys"`, 1), "\"policy#dutys\" CX211.field \n"},
		{"$ref to nowhere", "audit", strings.Replace(audit, `$defs/date`, `$defs/dat`, 1), "\"common.schema.json#/$defs/dat\" CX211.ref  target=common.schema.json#/$defs/dat\n"},
		{"$ref to the network", "audit", strings.Replace(audit, `common.schema.json#/$defs/date`, `https://example.org/x.json`, 1),
			"\"https://example.org/x.json\" CX211.ref  target=https://example.org/x.json\n"},
		{"in a circle", "audit", strings.Replace(audit, `{"type": "number"}`, `{"$ref": "#/properties/score"}`, 1), "\"$schema\" CX211.loop  target=audit.schema.json\n"},
		{"another draft", "audit", strings.Replace(audit, `draft/2020-12/schema`, `draft/2019-09/schema`, 1),
			"\"https://json-schema.org/draft/2019-09/schema\" CX211.value /$schema keyword=$schema\n"},
		{"words for no value", "audit", strings.Replace(audit, `"type": "number"`, `"enum": ["low", "high"], "x-values": {"hihg": {"en": "High"}}`, 1),
			"\"hihg\" CX211.keyword  keyword=hihg (near high)\n"},
		{"a replacement that lacks what others use", "common", `{"$defs": {"key": {}}}`, ""},
		{"not UTF-8", "audit", "{\"a\": \"\xff\"}", " CX111 \n"},
		{"nested without end", "audit", strings.Repeat(`{"not": `, 70) + `{}` + strings.Repeat(`}`, 70), "{ CX109  limit=64\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(map[string]string{tt.file: tt.text}), Prefix: "schemas"})
			if err != nil {
				t.Fatal(err)
			}
			if tt.file == "common" {
				for _, d := range list {
					if d.Message.Key != "lacks" || d.At.File != "schemas/common.schema.json" {
						t.Errorf("%+v", d)
					}
				}
			} else if diff := cmp.Diff(tt.want, said(tt.text, list)); diff != "" {
				t.Error(diff)
			}
			if len(list) == 0 || list[0].At.File != "schemas/"+tt.file+suffix {
				t.Errorf("findings %+v", list)
			}
			if set.Type("audit") != nil || set.Type("policy") == nil || set.Type("role") == nil {
				t.Error("the faulty file is to be left out, and no other")
			}
		})
	}
}

// What is faulty does not take sound files with it.
func TestSoundFilesStay(t *testing.T) {
	own := withAudit()
	own["broken"] = `{`
	own["needy"] = strings.NewReplacer(`"audit"`, `"needy"`, `"audits"`, `"needs"`, `"AUD"`, `"NED"`, `policy#duties`, `lost`).Replace(audit)
	set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	if set.Type("audit") == nil || set.Type("needy") != nil || len(list) != 2 {
		t.Errorf("%v", list)
	}
}

// A type that only a faulty type's file would bring is missing to others.
func TestFaultsSpread(t *testing.T) {
	own := withAudit(`"score": {`, `"score": {"x-ref": "needy", `)
	own["needy"] = strings.NewReplacer(`"audit"`, `"needy"`, `"audits"`, `"policies"`, `"AUD"`, `"NED"`).Replace(audit)
	_, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, d.At.File+" "+d.Message.Key)
	}
	want := []string{"schemas/audit.schema.json target", "schemas/needy.schema.json clash"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFirstLayerMustBeSound(t *testing.T) {
	for name, text := range map[string]string{
		"audit":  strings.Replace(audit, `"required"`, `"requird"`, 1),
		"needy":  audit,
		"policy": strings.Replace(house["policy"], "common.schema.json#/$defs/key", "#/$defs/key", 1),
		"broken": `{`,
	} {
		texts := maps.Clone(house)
		texts[name] = text
		_, _, err := Load(Layer{FS: folder(texts), Prefix: "builtin"})
		if err == nil || !strings.Contains(err.Error(), "builtin/"+name+suffix+":") {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if _, _, err := Load(Layer{FS: missing{}}); err == nil {
		t.Error("no folder of built-in schemas, and no error")
	}
}

// missing is a folder that is not there.
type missing struct{}

func (missing) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func TestLayerWithoutFolderIsEmpty(t *testing.T) {
	set, list, err := Load(Layer{FS: folder(house)}, Layer{FS: missing{}, Prefix: "schemas"})
	if err != nil || len(list) > 0 || len(set.Types()) != 2 {
		t.Error(err, list)
	}
}

func TestOnlyRegularSchemaFiles(t *testing.T) {
	own := fstest.MapFS{
		"a.schema.json":        {Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")},
		"b.schema.json":        {Mode: fs.ModeNamedPipe},
		"c.schema.json":        {Data: make([]byte, 1<<20+1)},
		"README.md":            {Data: []byte("#")},
		"notes.json":           {Data: []byte("{")},
		"deeper/d.schema.json": {Data: []byte("{")},
	}
	_, list, err := Load(Layer{FS: folder(house)}, Layer{FS: own, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, string(d.Code)+"."+d.Message.Key+" "+d.At.File)
	}
	want := []string{"CX112.symlink schemas/a.schema.json", "CX112.special schemas/b.schema.json", "CX110. schemas/c.schema.json"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The same layers give the same findings in the same order every time.
func TestLoadIsDeterministic(t *testing.T) {
	own := map[string]string{}
	for _, name := range []string{"a", "b", "c", "d"} {
		own[name] = strings.NewReplacer(`"audit"`, `"`+name+`"`, `"audits"`, `"same"`).Replace(audit)
	}
	var first string
	for range 20 {
		_, list, err := Load(Layer{FS: folder(house)}, Layer{FS: folder(own), Prefix: "schemas"})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, d := range list {
			b.WriteString(d.At.File + " " + d.Text("en") + "\n")
		}
		if first == "" {
			first = b.String()
		}
		if diff := cmp.Diff(first, b.String()); diff != "" {
			t.Fatal(diff)
		}
	}
}

// Where a schema is left out for its faults, the records in its folder are not
// to blame for having no type.
func TestExcused(t *testing.T) {
	tests := []struct {
		name           string
		own            map[string]string
		audits, others bool
	}{
		{"no fault", withAudit(), false, false},
		{"a word", withAudit(`"properties"`, `"propertys"`), true, false},
		{"a target", withAudit(`"policy#duties"`, `"rolle"`), true, false},
		{"no JSON", withAudit("{", "("), true, true},
		{"no folder", withAudit(`"folder"`, `"foldr"`), true, true},
		{"a shared file that stays as it was", map[string]string{"common": "("}, false, false},
	}
	for _, test := range tests {
		set, list, err := Load(Layer{FS: folder(house), Prefix: "builtin"}, Layer{FS: folder(test.own), Prefix: "schemas"})
		if err != nil || (len(list) > 0) != (test.name != "no fault") {
			t.Fatal(test.name, err, list)
		}
		if set.Excused("audits") != test.audits || set.Excused("others") != test.others || set.Excused("policies") {
			t.Errorf("%s: %v %v %v", test.name, set.Excused("audits"), set.Excused("others"), set.Excused("policies"))
		}
	}
}
