package generator_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/cxbook/cxbook/generator/render"
)

// A facts file is a list of what readers must find, in plain text. A line
//
//	[POL-001 pl cs]
//
// names a record's page in some languages, or with a folder's name (tools) the
// index of a type, or with its word a page across records (maturity). Each line after it is something that must be read on each
// of these pages, word for word, in any case. A line may name several readings
// of which one must be there: a | b. Lines that begin with # are remarks.
const factsFiles = "testdata/facts/*.txt"

// The sample handbook says everything that its sources say, and what was
// decided about the invented company besides: there is a list for each.
func TestFacts(t *testing.T) {
	names, err := filepath.Glob(factsFiles)
	if err != nil || len(names) < 6 {
		t.Fatalf("%v: %d lists", err, len(names))
	}
	pages := readings(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			facts, err := readFacts(f.Name(), bufio.NewScanner(f))
			if err != nil {
				t.Fatal(err)
			}
			if len(facts) == 0 {
				t.Error("this list is empty")
			}
			for _, fact := range facts {
				text, ok := pages[fact.page]
				switch {
				case !ok:
					t.Errorf("%s: there is no page [%s]", fact.at, fact.page)
				case !saysOne(text, fact.readings):
					t.Errorf("%s: [%s] does not say %q", fact.at, fact.page, fact.readings)
				}
			}
		})
	}
}

// A fact is what must be read on a page.
type fact struct {
	at       string // the line of the list
	page     string // "POL-001 pl"
	readings string // one of "a | b"
}

func readFacts(name string, lines *bufio.Scanner) ([]fact, error) {
	var facts []fact
	var pages []string
	for n := 1; lines.Scan(); n++ {
		at, line := fmt.Sprintf("%s:%d", name, n), strings.TrimSpace(lines.Text())
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			words := strings.Fields(strings.Trim(line, "[]"))
			if len(words) < 2 || !strings.HasSuffix(line, "]") {
				return nil, fmt.Errorf("%s: %q names no page", at, line)
			}
			pages = nil
			for _, language := range words[1:] {
				pages = append(pages, words[0]+" "+language)
			}
		case pages == nil:
			return nil, fmt.Errorf("%s: on which page?", at)
		default:
			for _, page := range pages {
				facts = append(facts, fact{at, page, line})
			}
		}
	}
	return facts, lines.Err()
}

// saysOne reports whether a text has one of the readings, between other words.
func saysOne(text, readings string) bool {
	for reading := range strings.SplitSeq(readings, "|") {
		if says(text, plain(reading)) {
			return true
		}
	}
	return false
}

func says(text, words string) bool {
	for from := 0; words != ""; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			break
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, size := utf8.DecodeRuneInString(text[at+len(words):])
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		if !(ofWord(before) && ofWord(first)) && (size == 0 || !(ofWord(last) && ofWord(after))) {
			return true
		}
		_, step := utf8.DecodeRuneInString(words)
		from = at + step
	}
	return false
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func TestSays(t *testing.T) {
	text := plain("Cel: −20 % zapytań\u00a0o „Status”, CES i\n 10 KPI")
	for words, want := range map[string]bool{
		"−20 %": true, "zapytań o status": true, "ZAPYTAŃ": true, "ces": true, "10 kpi": true, "nic | CES": true,
		"zapytan": false, "20 zapytań": false, "ce": false, "0 KPI": false, "stat": false, "nic": false,
	} {
		if got := saysOne(text, words); got != want {
			t.Errorf("says %q: %v", words, got)
		}
	}
}

// plain makes texts comparable: in small letters, with plain single spaces and
// without quotation marks.
func plain(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2011", "-", "’", "'", "„", "", "”", "", "“", "", `"`, "").
		Replace(strings.ToLower(s))
	return strings.Join(strings.Fields(s), " ")
}

// readings returns what is read on the pages of the sample handbook, by the
// record and the language, on the indexes of its types, and on pages across
// records.
func readings(t *testing.T) map[string]string {
	t.Helper()
	j, s := sampleSite(t)
	out := map[string]string{}
	for _, language := range j.Book.Config.Languages {
		for _, rec := range j.Book.Records {
			dir := language + "/" + rec.Type.Folder + "/"
			if text := rec.Texts[language]; text != nil && text.Translated() {
				out[rec.ID+" "+language] = saidOn(parse(t, must(t, s, dir+text.Slug+"/index.html")).root)
			}
			if index := rec.Type.Folder + " " + language; out[index] == "" {
				out[index] = saidOn(parse(t, must(t, s, dir+"index.html")).root)
			}
		}
	}
	for _, p := range j.Plan.Pages {
		if name := p.Word + " " + p.Lang; p.Word != "" && out[name] == "" {
			out[name] = saidOn(parse(t, must(t, s, render.Path(p.Address))).root)
		}
	}
	return out
}

// saidOn returns what a page itself says: its main part without the ways to and
// from other pages.
func saidOn(page *html.Node) string {
	var b strings.Builder
	for n := range page.Descendants() {
		if n.DataAtom == atom.Main {
			collect(&b, n)
		}
	}
	return plain(b.String())
}

func collect(b *strings.Builder, n *html.Node) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	class, _ := attribute(n, "class")
	if _, hidden := attribute(n, "hidden"); hidden || class == "backlinks" {
		return
	}
	switch n.DataAtom {
	case atom.Nav, atom.Script, atom.Style, atom.Template:
		return
	case atom.A, atom.Abbr, atom.Code, atom.Em, atom.Strong: // within a sentence
	default:
		b.WriteByte(' ')
	}
	for c := range n.ChildNodes() {
		collect(b, c)
	}
}
