package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/schemas"
	"github.com/cxbook/cxbook/themes"
	"github.com/google/go-cmp/cmp"
)

// A bed is a record of one type, in which nothing is wrong, to plant a defect
// in.
type bed struct {
	typ   *schema.Type
	lines []string // of the file; the first is the opening fence
}

// closing is the index of the closing fence.
func (b bed) closing() int { return 1 + slices.Index(b.lines[1:], "---") }

// field returns the index of the line on which a field starts, or -1, and of
// the line after its last.
func (b bed) field(name string) (from, to int) {
	from = slices.IndexFunc(b.lines, func(l string) bool { return strings.HasPrefix(l, name+":") })
	if from < 0 {
		return -1, -1
	}
	for to = from + 1; strings.HasPrefix(b.lines[to], " "); to++ {
	}
	return from, to
}

// A crop is what came of a planting: the file and where the finding must be.
type crop struct {
	lines  []string
	line   int // from 1
	column int
}

// with writes a field, in the place of one of the same name, else last. The
// finding must be at mark in its line.
func (b bed) with(text, mark string) *crop {
	name, _, _ := strings.Cut(text, ":")
	from, to := b.field(name)
	if from < 0 {
		from, to = b.closing(), b.closing()
	}
	return b.replaced(from, to, text, mark)
}

// inserted writes a line last among the fields.
func (b bed) inserted(text, mark string) *crop {
	return b.replaced(b.closing(), b.closing(), text, mark)
}

// said writes a line at the end of the text.
func (b bed) said(text, mark string) *crop {
	return b.replaced(len(b.lines), len(b.lines), "\n"+text, mark)
}

func (b bed) replaced(from, to int, text, mark string) *crop {
	c := &crop{lines: slices.Replace(slices.Clone(b.lines), from, to, strings.Split(text, "\n")...)}
	for i := from; i < len(c.lines); i++ {
		if at := strings.Index(c.lines[i], mark); at >= 0 {
			c.line, c.column = i+1, at+1
			return c
		}
	}
	return nil
}

// without takes a field away: the finding is at the first key.
func (b bed) without(name string) *crop {
	from, to := b.field(name)
	if from < 0 {
		return nil
	}
	return &crop{lines: slices.Delete(slices.Clone(b.lines), from, to), line: 2, column: 1}
}

// planting is one defect, for every type that can have it; nil is for those
// that cannot.
type planting struct {
	name  string
	code  diag.Code
	plant func(bed) *crop
	// twin is for defects that take a second file: the defect is in it.
	twin bool
}

var plantings = []planting{
	{name: "unknown field", code: diag.UnknownField, plant: func(b bed) *crop { return b.inserted("xyzzy: 1", "xyzzy") }},
	{name: "misspelt field", code: diag.UnknownField, plant: func(b bed) *crop { return b.inserted("sumary: Text", "sumary") }},
	{name: "unknown field in an item", code: diag.UnknownField, plant: func(b bed) *crop {
		return b.inserted("sources:\n  - title: A book\n    autor: Somebody", "autor")
	}},
	{name: "dangling reference", code: diag.UnknownReference, plant: func(b bed) *crop { return b.inserted("related: [PAG-900, ROL-999]", "ROL-999") }},
	{name: "dangling owner", code: diag.UnknownReference, plant: owner("ROL-999")},
	{name: "dangling approver", code: diag.UnknownReference, plant: func(b bed) *crop { return b.with("approved_by: ROL-999", "ROL-999") }},
	{name: "reference to another type", code: diag.WrongReferenceType, plant: func(b bed) *crop { return b.inserted("departments: [PAG-900]", "PAG-900") }},
	{name: "owner of another type", code: diag.WrongReferenceType, plant: owner("PAG-900")},
	{name: "reference in other letters", code: diag.ReferenceCase, plant: func(b bed) *crop { return b.inserted("related: [pag-900]", "pag-900") }},
	{name: "words for a reference", code: diag.NotAReference, plant: func(b bed) *crop { return b.inserted("related: [Some words]", "Some") }},
	{name: "bad enum", code: diag.NotAllowedValue, plant: func(b bed) *crop {
		for _, f := range b.typ.Fields {
			if f.Shape == schema.Choice {
				return b.with(f.Name+": qqqqqqqq", "qqqqqqqq")
			}
		}
		return nil
	}},
	{name: "impossible day", code: diag.BadFormat, plant: func(b bed) *crop { return b.with("effective_from: 2026-02-30", "2026-02-30") }},
	{name: "impossible day of decision", code: diag.BadFormat, plant: func(b bed) *crop { return b.with("approved_on: 2025-02-29", "2025") }},
	{name: "missing title", code: diag.MissingField, plant: func(b bed) *crop { return b.without("title") }},
	{name: "missing required field", code: diag.MissingField, plant: func(b bed) *crop {
		for _, f := range b.typ.Fields {
			if f.Required && f.Name != "id" && f.Name != "title" {
				return b.without(f.Name)
			}
		}
		return nil
	}},
	{name: "missing reason of a version", code: diag.MissingField, plant: func(b bed) *crop {
		c := b.inserted("version: 2", "version")
		c.line, c.column = 2, 1
		return c
	}},
	{name: "wrong kind of value", code: diag.WrongType, plant: func(b bed) *crop { return b.inserted("tags: one", "one") }},
	{name: "empty title", code: diag.WrongLength, plant: func(b bed) *crop { return b.with(`title: ""`, `""`) }},
	{name: "repeated item", code: diag.DuplicateItem, plant: func(b bed) *crop { return b.inserted("tags: [one, two , one ]", "one ]") }},
	{name: "duplicate id", code: diag.DuplicateID, twin: true, plant: func(b bed) *crop {
		return &crop{lines: b.lines, line: 2, column: len("id: ") + 1}
	}},
	{name: "duplicate field", code: diag.DuplicateKey, plant: func(b bed) *crop { return b.inserted("title: Again", "title") }},
	{name: "duplicate key of an item", code: diag.DuplicateKeyedItem, plant: func(b bed) *crop {
		return b.inserted("sources:\n  - {key: one, title: One}\n  - {title: Two, key: one}", "one}")
	}},
	{name: "unclosed quote", code: diag.BadYAML, plant: func(b bed) *crop { return b.inserted(`summary: "never closed`, `"`) }},
	{name: "unclosed fence", code: diag.UnclosedFence, plant: func(b bed) *crop {
		return &crop{lines: slices.Delete(slices.Clone(b.lines), b.closing(), b.closing()+1), line: 1, column: 1}
	}},
	{name: "indented fence", code: diag.IndentedFence, plant: func(b bed) *crop {
		return b.replaced(b.closing(), b.closing()+1, "  ---", "---")
	}},
	{name: "indented fence in a text", code: diag.IndentedFence, plant: func(b bed) *crop {
		return b.inserted("summary: |\n  One\n  ---\n  two", "---")
	}},
	{name: "merge conflict", code: diag.MergeConflict, plant: func(b bed) *crop { return b.inserted("<<<<<<< HEAD", "<<<<<<<") }},
	{name: "shorthand", code: diag.YAMLFeature, plant: func(b bed) *crop { return b.inserted("summary: &a Text", "&a") }},
	{name: "ambiguous number", code: diag.UnquotedNumber, plant: func(b bed) *crop { return b.inserted("summary: 0x1F", "0x1F") }},
	{name: "hidden character", code: diag.HiddenCharacters, plant: func(b bed) *crop { return b.inserted("summary: a\u202eb", "\u202e") }},
	{name: "dead link", code: diag.DeadLink, plant: func(b bed) *crop { return b.said("See [this](nothing.en.md).", "nothing.en.md") }},
	{name: "dead place", code: diag.DeadAnchor, plant: func(b bed) *crop { return b.said("See [this](#nothing).", "#nothing") }},
	{name: "dead place elsewhere", code: diag.DeadAnchor, plant: func(b bed) *crop { return b.said("See [[PAG-900#nothing]].", "PAG-900") }},
	{name: "dangling link", code: diag.UnknownReference, plant: func(b bed) *crop { return b.said("See [this](ROL-999).", "ROL-999") }},
	{name: "missing image", code: diag.MissingAttachment, plant: func(b bed) *crop { return b.said("![A plan](plan.png)", "plan.png") }},
	{name: "path outside", code: diag.OutsideContent, plant: func(b bed) *crop { return b.said("See [this](../../../secret.pdf).", "../../../") }},
	{name: "script", code: diag.LinkScheme, plant: func(b bed) *crop { return b.said("[Run](javascript:alert)", "javascript") }},
	{name: "markup", code: diag.RawHTML, plant: func(b bed) *crop { return b.said("A <br> break", "<br>") }},
}

// owner gives the records of types that have an owner another one.
func owner(id string) func(bed) *crop {
	return func(b bed) *crop {
		if b.typ.Field("owner") == nil {
			return nil
		}
		return b.with("owner: "+id, id)
	}
}

// TestPlantedDefects plants each defect in a record of every type, all types
// at once, and expects each to be found at its place and nothing else: a
// broken file keeps no other from being judged, and blames no other.
func TestPlantedDefects(t *testing.T) {
	t.Parallel()
	beds, others := world(t)
	if found := judge(t, beds, others, planting{plant: func(b bed) *crop { return &crop{lines: b.lines} }}); len(found) != 1 {
		t.Fatalf("the world without a defect has some: %s", strings.Join(found, "\n"))
	}
	for _, p := range plantings {
		t.Run(strings.ReplaceAll(p.name, " ", "-"), func(t *testing.T) {
			want := []string{control}
			var planted []string
			for _, b := range beds {
				if c := p.plant(b); c != nil {
					planted = append(planted, b.typ.Name)
					want = append(want, fmt.Sprintf("%s:%d:%d %s", b.file(p.twin), c.line, c.column, p.code))
				}
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, judge(t, beds, others, p)); diff != "" {
				t.Error(diff)
			}
			if len(planted) < 9 {
				t.Errorf("planted in few types only: %q", planted)
			}
		})
	}
}

func (b bed) file(twin bool) string {
	if twin {
		return b.typ.Folder + "/plantedtwin.en.md"
	}
	return b.typ.Folder + "/planted.en.md"
}

// control is a finding in a file of its own, which every run must bring.
const control = "pages/control.en.md:5:10 CX502"

// world returns a record of each type, made of the schemas' own examples, and
// the other files of a handbook in which they have nothing wrong.
func world(t *testing.T) ([]bed, fstest.MapFS) {
	t.Helper()
	set, _, err := schema.Load(schema.Layer{FS: schemas.FS, Prefix: "schemas"})
	if err != nil {
		t.Fatal(err)
	}
	others := fstest.MapFS{
		"handbook.yaml":          {Data: []byte("title: {en: Handbook}\nlanguages: [en]\ndefault_language: en\n")},
		"pages/control.en.md":    {Data: []byte("---\nid: PAG-901\ntitle: Control\n---\nSee [it](#nothing).\n")},
		"pages/target.en.md":     {Data: []byte("---\nid: PAG-900\ntitle: Target\n---\n")},
		"models/model.en.md":     {Data: []byte("---\nid: MOD-001\ntitle: Model\nlevels: [{key: one, name: One}, {key: two, name: Two}, {key: three, name: Three}]\ncompetencies: [{key: feedback, name: Feedback}]\n---\n")},
		"policies/policy.en.md":  {Data: []byte("---\nid: POL-004\ntitle: Policy\nstatus: draft\nowner: ROL-001\n---\n\n## § 3 Answers\n")},
		"departments/dep.en.md":  {Data: []byte("---\nid: DEP-005\ntitle: Department\n---\n")},
		"touchpoints/till.en.md": {Data: []byte("---\nid: TCH-001\ntitle: Till\nowner: ROL-001\n---\n")},
	}
	var beds []bed
	for _, typ := range set.Types() {
		text, err := os.ReadFile(filepath.Join("..", "..", "schemas", "testdata", typ.Name, "valid-minimal.md"))
		if err != nil {
			t.Fatalf("a type without an example: %v", err)
		}
		beds = append(beds, bed{typ, strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")})
	}
	addRoles(beds, others)
	return beds, others
}

// addRoles adds the roles that records name and nobody has.
func addRoles(beds []bed, others fstest.MapFS) {
	named, own := map[string]bool{"ROL-001": true}, ""
	for _, b := range beds {
		if b.typ.Name == "role" {
			own = strings.TrimPrefix(b.lines[1], "id: ")
		}
		for _, id := range regexp.MustCompile(`ROL-\d+`).FindAllString(strings.Join(b.lines, "\n"), -1) {
			named[id] = true
		}
	}
	delete(named, own)
	for id := range named {
		others["roles/"+strings.ToLower(id)+".en.md"] = &fstest.MapFile{Data: []byte("---\nid: " + id + "\ntitle: Role " + id + "\n---\n")}
	}
}

// judge checks the handbook with a defect in it and returns what is found, as
// file:line:column code.
func judge(t *testing.T, beds []bed, others fstest.MapFS, p planting) []string {
	t.Helper()
	content := fstest.MapFS{}
	for name, f := range others {
		content[name] = f
	}
	for _, b := range beds {
		content[b.file(false)] = &fstest.MapFile{Data: []byte(strings.Join(b.lines, "\n") + "\n")}
		if c := p.plant(b); c != nil {
			content[b.file(p.twin)] = &fstest.MapFile{Data: []byte(strings.Join(c.lines, "\n") + "\n")}
		}
	}
	j, err := generator.Check(context.Background(), generator.Input{
		Content: content, Prefix: "content", Theme: themes.Default(),
		Schemas: []schema.Layer{{FS: schemas.FS, Prefix: "schemas"}},
		AsOf:    lang.Date{Year: 2026, Month: 11, Day: 22},
	})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, d := range j.Findings {
		if d.Check != "" && d.Severity == diag.Info {
			continue // records this small score low
		}
		found = append(found, fmt.Sprintf("%s:%d:%d %s", strings.TrimPrefix(d.At.File, "content/"), d.At.Start.Line, d.At.Start.Column, d.Code))
	}
	slices.Sort(found)
	return found
}
