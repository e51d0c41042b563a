package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/rogpeppe/go-internal/txtar"
)

// unscripted are codes without a script, each with the reason. It must only
// shrink.
var unscripted = map[diag.Code]string{}

// unshown are sentences that no script shows, each with the reason.
var unshown = map[string]string{
	"CX117 message language": "front matter has no language to disagree with",
	"CX211 message ":         "every fault that is found in a schema has words of its own",
	"CX301 hint ":            "the next free id is always known",
	"CX320 hint ":            "there is always a nearer hint",
	"CX321 hint near":        "nothing is suggested yet",
	"CX322 hint ":            "the right letters are always known",
	"CX328 hint ":            "some code is always near",
	"CX510 message size":     "a larger file is not read (CX110)",
}

// expected returns, for each script of a code, what the program is expected
// to print.
func expected(t *testing.T) map[diag.Code]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "script", "cx[0-9]*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	compared := regexp.MustCompile(`(?m)^cmp stdout (?:\.\./)?(\S+)$`)
	out := map[diag.Code]string{}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		number, _, _ := strings.Cut(filepath.Base(name), "-")
		code := diag.Code(strings.ToUpper(number))
		if _, twice := out[code]; twice {
			t.Errorf("two scripts for %s", code)
		}
		for _, m := range compared.FindAllStringSubmatch(string(archive.Comment), -1) {
			for _, f := range archive.Files {
				if f.Name == m[1] {
					out[code] += string(f.Data)
				}
			}
		}
		// stdout 'pattern' of what is too long to be compared
		for line := range strings.Lines(string(archive.Comment)) {
			if strings.HasPrefix(line, "stdout ") {
				out[code] += strings.NewReplacer(`\`, "", "$'", "").Replace(line)
			}
		}
	}
	return out
}

// TestEveryCodeHasAScript holds the scripts against the registry: each code
// has a script that shows it, and nothing else.
func TestEveryCodeHasAScript(t *testing.T) {
	shown := expected(t)
	findings := regexp.MustCompile(`(?m)^\S.*?:\d+:\d+: (?:error|warning)\[(CX\d+)\]: `)
	for _, r := range diag.Rules() {
		text, has := shown[r.Code]
		delete(shown, r.Code)
		if reason, excused := unscripted[r.Code]; excused {
			if has {
				t.Errorf("%s has a script: take it off the list (%s)", r.Code, reason)
			}
			continue
		}
		if !strings.Contains(text, "["+string(r.Code)+"]") {
			t.Errorf("no script shows [%s]: add testdata/script/%s-….txtar", r.Code, strings.ToLower(string(r.Code)))
		}
		for _, m := range findings.FindAllStringSubmatch(text, -1) {
			if m[1] != string(r.Code) {
				t.Errorf("the script of %s expects %s", r.Code, m[0])
			}
		}
	}
	for code := range shown {
		t.Errorf("a script for %s, which is no code", code)
	}
}

// TestEverySentenceIsShown expects each message, hint and note of each code in
// the expected output of its script.
func TestEverySentenceIsShown(t *testing.T) {
	shown := expected(t)
	used := map[string]bool{}
	for _, r := range diag.Rules() {
		if _, excused := unscripted[r.Code]; excused {
			continue
		}
		for what, sentences := range map[string]map[string]diag.Text{"message": r.Messages, "hint": r.Hints, "note": r.Notes} {
			for _, key := range slices.Sorted(maps.Keys(sentences)) {
				name := string(r.Code) + " " + what + " " + key
				_, excused := unshown[name]
				used[name] = true
				if found := said(sentences[key].EN, shown[r.Code]); found == excused {
					t.Errorf("%q: shown %v, excused %v: %s", name, found, excused, sentences[key].EN)
				}
			}
		}
	}
	for name := range unshown {
		if !used[name] {
			t.Errorf("%q is no sentence", name)
		}
	}
}

var placeholder = regexp.MustCompile(`\\\{[a-z_]+(?::[a-z]+)?\\\}`)

// said reports whether a text has a line that ends in the sentence, whatever
// fills its places.
func said(sentence, text string) bool {
	pattern := placeholder.ReplaceAllString(regexp.QuoteMeta(sentence), ".*")
	return regexp.MustCompile(`(?m): ` + pattern + `$`).MatchString(text)
}

// TestScriptsReadWell keeps each script's first lines a sentence that says
// what it is about.
func TestScriptsReadWell(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# ") {
			t.Errorf("%s does not start with what it is about", name)
		}
	}
}
