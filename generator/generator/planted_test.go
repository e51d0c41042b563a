package generator_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/generator"
	"github.com/cxbook/cxbook/generator/site"
)

// planted is a word that no handbook has.
const planted = "Zrakvex"

// Half of the sample is for the board alone, then the other half, with a word
// planted in the names of their files, their texts and the parts of their
// fields. What everybody sees has neither the word nor an id of theirs.
func TestNoTraceInTheWholeSample(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the sample many times")
	}
	j, _ := sampleSite(t)
	for half := range 2 {
		var hidden []string
		for i, r := range j.Book.Records {
			if i%2 == half {
				hidden = append(hidden, r.ID)
			}
		}
		in := sampleInput()
		in.Content = halfHidden(t, j.Book.Owners, hidden)
		s := buildFor(t, in)
		for _, f := range s.Files() {
			// The examples of all handbooks are nobody's.
			if strings.Contains(f.Path, "/checks/") || strings.Contains(f.Path, "/fields/") {
				continue
			}
			if at := traceOf(t, f, planted); at != "" {
				t.Errorf("%s says %q: …%s…", f.Path, planted, at)
			}
			for _, id := range named.FindAllString(string(everyByte(t, f)), -1) {
				if slices.Contains(hidden, id) {
					t.Errorf("%s names %s", f.Path, id)
				}
			}
		}
		in.Audience = []string{"board"}
		whole := buildFor(t, in)
		if len(whole.Files()) <= len(s.Files()) || traceOf(t, must(t, whole, "id/"+hidden[0]+"/index.html"), planted) == "" {
			t.Error("the board does not see what is theirs")
		}
	}
}

func buildFor(t *testing.T, in generator.Input) *site.Site {
	t.Helper()
	j, s, err := generator.Build(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range j.Findings {
		if d.Severity == diag.Error {
			t.Fatalf("%s:%d: %s", d.At.File, d.At.Start.Line, d.Text("en"))
		}
	}
	return s
}

// everyByte returns a file's name and bytes, packed ones unpacked as well.
func everyByte(t *testing.T, f site.File) []byte {
	t.Helper()
	data := append([]byte(f.Path+"\n"), read(t, f)...)
	if r, err := gzip.NewReader(bytes.NewReader(data[len(f.Path)+1:])); err == nil {
		plain, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		data = append(data, plain...)
	}
	return data
}

// traceOf returns where a file says a word, in whatever case, in its name or
// its bytes.
func traceOf(t *testing.T, f site.File, word string) string {
	t.Helper()
	lower := bytes.ToLower(everyByte(t, f))
	at := bytes.Index(lower, []byte(strings.ToLower(word)))
	if at < 0 {
		return ""
	}
	return string(lower[max(0, at-60):min(len(lower), at+60)])
}

// halfHidden returns the sample with some records for the board. Prose that
// names records is taken out, since that may name nothing hidden.
func halfHidden(t *testing.T, owners map[string]string, hidden []string) fstest.MapFS {
	t.Helper()
	content, files := sampleInput().Content, fstest.MapFS{}
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content, name)
		if id := owners[name]; id != "" {
			front, body, _ := bytes.Cut(data[len("---\n"):], []byte("\n---\n"))
			front = lines.ReplaceAllFunc(front, func(line []byte) []byte { return named.ReplaceAll(line, []byte("x")) })
			body = named.ReplaceAll(linked.ReplaceAll(body, []byte("$1")), []byte("x"))
			if slices.Contains(hidden, id) {
				front = ends.ReplaceAll(front, nil) // what is for some may not end what is for all
				front, body = plant(front), words.ReplaceAll(body, []byte("$1 "+planted))
				slug, rest, _ := strings.Cut(path.Base(name), ".")
				name = path.Dir(name) + "/" + slug + "-" + strings.ToLower(planted) + "." + rest
			}
			data = []byte("---\n" + string(front) + "\n---\n" + string(body))
		}
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	linked = regexp.MustCompile(`\[([^\]\[]*)\]\([^)]*(?:\.md|[A-Z]{3}-[0-9]+)[^)]*\)`) // [text](POL-001)
	named  = regexp.MustCompile(`\[\[[^\]]*\]\]|[A-Z]{3}-[0-9]{3}`)                     // [[POL-001]], POL-001
	lines  = regexp.MustCompile(`(?m)^\s*(?:- )?[a-z_]+: [^\[{].* .*$`)                 // texts in front matter
	ends   = regexp.MustCompile(`(?m)^(?:supersedes|repeals): .*\n`)
	words  = regexp.MustCompile(`(?m)^([\p{L}#].*[\p{L}.])$`) // headings, paragraphs
	texts  = regexp.MustCompile(`(?m)^(\s*(?:- )?[a-z_]+:) ([\p{L}][^#:{}\[\]"'\n]* [^#:{}\[\]"'\n]*[\p{L}.])$`)
)

// plant puts the word into front matter and, if it holds facts, makes the
// record the board's.
func plant(front []byte) []byte {
	out := texts.ReplaceAllString(string(front), "$1 $2 "+planted)
	if strings.Contains(out, "\nsource_version:") {
		return []byte(out)
	}
	for _, line := range []string{"audience: [board]", "tags: [" + planted + "]", "aliases: [" + planted + " too]"} {
		key, _, _ := strings.Cut(line, " ")
		if !strings.Contains(out, "\n"+key) {
			out += "\n" + line
		}
	}
	return []byte(out)
}
