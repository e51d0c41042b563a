package record

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// A draft is one Markdown file on its way into a record.
type draft struct {
	file     *source.File
	kind     *schema.Type
	slug     string
	lang     string
	named    int    // version in the file's name; 0 where it has none
	id       string // as written
	number   int
	version  int  // of a translation: the version that it translates
	unsure   bool // which version it is: its name and its fields disagree
	foreign  bool
	doc      *markdown.Doc
	findings diag.List
	usable   bool // it can become part of a record
}

func (d *draft) report(f ...diag.Diagnostic) { d.findings = append(d.findings, f...) }

// judgeFile judges one file by itself: its place, its name, its front matter
// and its body.
func (l *loader) judgeFile(d *draft) {
	folder, _, inside := strings.Cut(d.file.Path, "/")
	if inside {
		d.kind = l.in.Schemas.ByFolder(folder)
	}
	d.id = d.file.Front.Get("id").String()
	if d.kind == nil && inside && l.in.Schemas.Excused(folder) {
		return
	}
	if d.kind == nil {
		d.report(l.outside(d.file))
		return
	}
	placed := l.judgeName(d, path.Base(d.file.Path))
	d.doc = markdown.Parse(markdown.Input{
		Name: d.file.Name, Body: d.file.Body, Line: d.file.BodyLine, Lang: d.lang, HTML: l.in.HTML,
	})
	if d.file.Front == nil {
		// The finding about its front matter is the reader's; of the body
		// nobody knows where it starts.
		return
	}
	d.report(d.doc.Findings...)
	if d.kind.Paragraphs {
		d.report(judgeParagraphs(d.doc)...)
	}
	d.usable = l.judgeFront(d) && placed
}

// outside says that a file is in no type's folder, and in which it was likely
// meant to be.
func (l *loader) outside(f *source.File) diag.Diagnostic {
	found := diag.New(diag.MisplacedFile, top(f.Name),
		"folder", folderOf(f.Path), "folders", strings.Join(l.folders(), ", ")).As("outside")
	folder, _, inside := strings.Cut(f.Path, "/")
	near, ok := nearest.Nearest(folder, l.folders())
	if !inside || !ok {
		return found
	}
	return found.Suggest("near", "suggestion", near)
}

// judgeFront judges the front matter by its schema and tells whether the
// record that it belongs to is certain.
func (l *loader) judgeFront(d *draft) bool {
	front := d.file.Front
	d.foreign = front.Get("source_version") != nil
	found := l.checkFront(d)
	other := l.in.Schemas.ByPrefix(prefixOf(d.id))
	_, number, ok := splitID(d.id)
	if other != nil && other.Named {
		ok = namedPattern.MatchString(d.id)
	}
	if ok && other != nil && other != d.kind {
		d.report(diag.New(diag.MisplacedFile, place(front, "id"),
			"id", d.id, "folder", other.Folder).As("wrong").For(d.id, "/id"))
		found = without(found, diag.BadPattern, "/id")
	}
	d.report(found...)
	d.number = number
	d.judgeVersion()
	for i := range d.findings {
		d.findings[i].Record = either(d.findings[i].Record, d.id)
	}
	return ok && other == d.kind
}

func (l *loader) checkFront(d *draft) diag.List {
	if d.foreign {
		return l.in.Schemas.CheckTranslation(d.kind, d.file.Front)
	}
	return l.in.Schemas.Check(d.kind, d.file.Front)
}

// judgeVersion takes the version from the front matter and compares it with
// the file's name. Where they disagree the name counts from here on: it is
// what tells two versions apart in a folder, so the other file is not blamed
// for a doubled id as well.
func (d *draft) judgeVersion() {
	key, fault := "version", "version"
	if d.foreign {
		key, fault = "source_version", "translation-version"
	}
	d.version = whole(d.file.Front, key, 1)
	if d.named != 0 && d.named != d.version {
		d.report(diag.New(diag.NameDisagrees, place(d.file.Front, key),
			"name", strconv.Itoa(d.named), "value", strconv.Itoa(d.version)).As(fault).For(d.id, "/"+key))
		d.version, d.unsure = d.named, true
	}
}

// without leaves out the findings of a code about a field.
func without(l diag.List, code diag.Code, field string) diag.List {
	var out diag.List
	for _, d := range l {
		if d.Code != code || d.Field != field {
			out = append(out, d)
		}
	}
	return out
}

var idPattern = regexp.MustCompile(`^([A-Z]+)-([0-9]{3,6})$`)

// namedPattern is the form of ids that end in a name; whether a type has such
// its schema says.
var namedPattern = regexp.MustCompile(`^([A-Z]+)-[A-Z][A-Z0-9-]*$`)

// splitID takes an id apart.
func splitID(id string) (prefix string, number int, ok bool) {
	m := idPattern.FindStringSubmatch(id)
	if m == nil {
		return "", 0, false
	}
	number, err := strconv.Atoi(m[2])
	return m[1], number, err == nil
}

var idLine = regexp.MustCompile(`(?m)^\s*["']?id["']?\s*:\s*["']?([A-Za-z]+-[0-9]{3,6}|SCR-[A-Z][A-Z0-9-]*)\b`)

// likelyID looks for the id in a file whose front matter could not be read.
func likelyID(f *source.File) string {
	if m := idLine.FindSubmatch(f.Raw); f.Front == nil && m != nil {
		return string(m[1])
	}
	return ""
}

func prefixOf(id string) string {
	if m := namedPattern.FindStringSubmatch(id); m != nil {
		return m[1]
	}
	prefix, _, _ := splitID(id)
	return prefix
}

func folderOf(p string) string {
	if dir := path.Dir(p); dir != "." {
		return dir
	}
	return ""
}
