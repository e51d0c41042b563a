package render_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/themes"
)

// A phrase is what one language says under one key: by plural form, or under
// "" where there is no number in it.
type phrase map[string]string

// phrases reads the words of a language as they stand in the theme.
func phrases(t *testing.T, language string) map[string]phrase {
	t.Helper()
	data, err := fs.ReadFile(themes.Default(), "i18n/"+language+".json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]phrase{}
	for key, value := range raw {
		one, p := "", phrase{}
		if json.Unmarshal(value, &one) == nil {
			p[""] = one
		} else if err := json.Unmarshal(value, &p); err != nil {
			t.Fatalf("%s: %s: %v", language, key, err)
		}
		out[key] = p
	}
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// placeholders lists what is filled into a phrase.
func placeholders(text string) string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

// Every language has every word, in every plural form that CLDR asks of it,
// with the same things to fill in.
func TestWordsInEveryLanguage(t *testing.T) {
	english := phrases(t, "en")
	for _, l := range lang.All() {
		words := phrases(t, l)
		for key := range maps.Keys(english) {
			if words[key] == nil {
				t.Errorf("%s lacks %q", l, key)
			}
		}
		for key, p := range words {
			first := english[key]
			if first == nil {
				t.Errorf("%s has %q, which English lacks", l, key)
				continue
			}
			want := []string{""}
			if _, plain := first[""]; !plain {
				want = slices.Sorted(slices.Values(lang.PluralForms(l)))
			}
			if got := slices.Sorted(maps.Keys(p)); !slices.Equal(got, want) {
				t.Errorf("%s: %q has the forms %q, want %q", l, key, got, want)
			}
			given := placeholders(first[slices.Sorted(maps.Keys(first))[0]])
			for form, text := range p {
				if strings.TrimSpace(text) == "" || strings.TrimSpace(text) != text {
					t.Errorf("%s: %q is %q", l, key, text)
				}
				if got := placeholders(text); got != given {
					t.Errorf("%s: %q %s is filled with %q, want %q", l, key, form, got, given)
				}
			}
		}
	}
}

// What go-i18n takes for a part of a message can be no key.
func TestReservedWords(t *testing.T) {
	for key := range phrases(t, "en") {
		if slices.Contains([]string{"id", "description", "hash", "leftDelim", "rightDelim", "zero", "one", "two", "few", "many", "other"}, key) {
			t.Errorf("the key %q is reserved", key)
		}
	}
}

// A saying is a place in a template that says a word of the interface.
type saying struct {
	at      string
	key     *regexp.Regexp // its parts that depend on the page are .+
	literal bool           // the key is known from the template alone
	counted bool
	given   []string // what is filled in
}

// sayings reads all templates of the theme.
func sayings(t *testing.T) []saying {
	t.Helper()
	var out []saying
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		text, err := fs.ReadFile(themes.Default(), name)
		if err != nil {
			return err
		}
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		trees := map[string]*parse.Tree{}
		if _, err := tree.Parse(string(text), "", "", trees); err != nil {
			return err
		}
		for _, tree := range trees {
			commands(tree.Root, func(c *parse.CommandNode) {
				if s, ok := sayingOf(c); ok {
					s.at = fmt.Sprintf("%s: %s", name, c)
					out = append(out, s)
				}
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// commands calls visit for every command of a template.
func commands(n parse.Node, visit func(*parse.CommandNode)) {
	branch := func(b *parse.BranchNode) {
		commands(b.Pipe, visit)
		commands(b.List, visit)
		if b.ElseList != nil {
			commands(b.ElseList, visit)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			commands(child, visit)
		}
	case *parse.ActionNode:
		commands(n.Pipe, visit)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			commands(n.Pipe, visit)
		}
	case *parse.PipeNode:
		for _, c := range n.Cmds {
			commands(c, visit)
		}
	case *parse.CommandNode:
		visit(n)
		for _, arg := range n.Args {
			commands(arg, visit)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}

// sayingOf reads a call of Say, SayIn or Count.
func sayingOf(c *parse.CommandNode) (saying, bool) {
	var called []string
	switch f := c.Args[0].(type) {
	case *parse.FieldNode:
		called = f.Ident
	case *parse.VariableNode:
		called = f.Ident
	}
	if len(called) == 0 {
		return saying{}, false
	}
	at := map[string]int{"Say": 1, "Count": 1, "SayIn": 2}[called[len(called)-1]]
	if at == 0 || at >= len(c.Args) {
		return saying{}, false
	}
	pattern, literal := keyPattern(c.Args[at])
	s := saying{key: regexp.MustCompile("^" + pattern + "$"), literal: literal, counted: called[len(called)-1] == "Count"}
	if s.counted {
		return saying{key: s.key, literal: s.literal, counted: true, given: []string{"Count"}}, true
	}
	for i := at + 1; i < len(c.Args); i += 2 {
		if name, ok := c.Args[i].(*parse.StringNode); ok {
			s.given = append(s.given, name.Text)
		}
	}
	slices.Sort(s.given)
	return s, true
}

// keyPattern returns what a key may be, as a pattern.
func keyPattern(n parse.Node) (pattern string, literal bool) {
	switch n := n.(type) {
	case *parse.StringNode:
		return regexp.QuoteMeta(n.Text), true
	case *parse.PipeNode:
		args := n.Cmds[0].Args
		if len(n.Cmds) == 1 && args[0].String() == "print" {
			for _, arg := range args[1:] {
				part, _ := keyPattern(arg)
				pattern += part
			}
			return pattern, false
		}
	}
	return ".+", false
}

// Every word that a template says is there, as it is said: with a number or
// without, with what it is filled with.
func TestWordsOfTemplates(t *testing.T) {
	words := phrases(t, "en")
	all := sayings(t)
	if len(all) < 50 {
		t.Fatalf("only %d words in templates", len(all))
	}
	for _, s := range all {
		met := false
		for key, p := range words {
			if !s.key.MatchString(key) {
				continue
			}
			met = true
			_, plain := p[""]
			if s.literal && plain == s.counted {
				t.Errorf("%s: with a number: %v, without: %v", s.at, s.counted, plain)
			}
			for _, text := range p {
				if want := strings.Join(s.given, " "); s.literal && placeholders(text) != want {
					t.Errorf("%s fills in %q, the word has %q", s.at, want, placeholders(text))
				}
			}
		}
		if !met {
			t.Errorf("%s: there is no such word", s.at)
		}
	}
}

// Every word is said: by a template, by a template that puts its key together,
// or by Go, which names words that pages are called by.
func TestNoWordIsLeftOver(t *testing.T) {
	all, named := sayings(t), literals(t)
	for key := range phrases(t, "en") {
		used := named[key]
		for _, s := range all {
			// What depends on the page alone says nothing about which words there are.
			used = used || s.key.String() != "^.+$" && !strings.HasPrefix(s.key.String(), "^.+") && s.key.MatchString(key)
			if prefix, ok := strings.CutSuffix(key, ".summary"); ok && named[prefix] {
				used = used || s.key.MatchString(key)
			}
		}
		if !used {
			t.Errorf("nothing says %q", key)
		}
	}
}

// What a template puts a key together from is known here: there is a word for
// each, and no word for anything else, so that no page fails that the sample
// does not have.
func TestWordsPutTogether(t *testing.T) {
	ends := map[string][]string{
		"raci.":           {"R", "A", "S", "C", "I", "step"}, // and the head of the first column
		"force.":          {"overdue", "in-force", "draft", "coming", "amended", "ending", "superseded", "repealed", "expired"},
		"banner.meaning.": {"draft", "coming", "amended", "ending", "superseded", "repealed", "expired"},
		"state.":          {"same", "changed", "added", "removed"},
		"severity.":       {string(diag.Error), string(diag.Warning), string(diag.Info)},
		"shape.":          shapesOfFields(t),
		"written.":        lang.All(),
		"by.":             {"listening", "department", "channel", "topics", "kinds", "quarters"},
		"case.":           {"enquiry", "complaint", "claim", "opinion"},
		"change.":         {"better", "worse", "within-noise", "few-answers", "no-interval"},
		"met.":            {"met", "not-met"},
		"bare.":           {"one-answer", "no-spread"},
		"why.":            {"no-data", "not-complete", "no-answers", "no-count", "not-combined", "small-group", "complement", "no-limit", "none-due", "out-of-reach", "anonymous", "no-cases"},
		"maturity.sum.":   {"before", "claimed", "provable", "projected"},
		"maturity.lack.":  {string(maturity.NoEvidence), string(maturity.OnlyDocuments), string(maturity.Decayed)},
		"maturity.lapse.": {string(maturity.Missing), string(maturity.NotInForce), string(maturity.ReviewMissed), string(maturity.Expired), string(maturity.NotYet), string(maturity.WithoutPeriod)},
		"verdict.":        {"better", "worse", "within-noise", "few-answers", string(micro.Met), string(micro.NotMet), string(micro.MetWithinNoise), string(micro.NotMeasured), string(micro.Unjudged)},
		"reason.":         reasons(),
	}
	words := phrases(t, "en")
	for _, s := range sayings(t) {
		prefix, put := strings.CutSuffix(strings.TrimPrefix(s.key.String(), "^"), ".+$")
		if prefix = strings.ReplaceAll(prefix, `\`, ""); put && prefix != "" && ends[prefix] == nil {
			t.Errorf("%s: what may come after %q? Say it in this test", s.at, prefix)
		}
	}
	for prefix, all := range ends {
		for _, end := range all {
			if words[prefix+end] == nil {
				t.Errorf("there is no word %q", prefix+end)
			}
		}
		for key := range words {
			if end, ok := strings.CutPrefix(key, prefix); ok && !slices.Contains(all, end) {
				t.Errorf("nothing says %q", key)
			}
		}
	}
}

// reasons are why there is no figure or no verdict.
func reasons() []string {
	var out []string
	for _, r := range []micro.Reason{
		micro.NoMetric, micro.NoBaseline, micro.NoMeasurement, micro.NoTarget, micro.ZeroBaseline, micro.TargetIsBaseline,
		micro.TargetAgainst, micro.NoCost, micro.NoBenefit, micro.NoPeriod, micro.MixedPeriods, micro.TooEarly,
	} {
		out = append(out, string(r))
	}
	return out
}

// shapesOfFields returns what pages call the shapes of fields.
func shapesOfFields(t *testing.T) []string {
	t.Helper()
	var out []string
	goFiles(t, func(f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Names[0].Name != "shapes" {
				return true
			}
			for _, e := range spec.Values[0].(*ast.CompositeLit).Elts {
				shape, err := strconv.Unquote(e.(*ast.KeyValueExpr).Value.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, shape)
			}
			return false
		})
	})
	if len(out) < 5 {
		t.Fatalf("the shapes are %q", out)
	}
	return out
}

// Every word that Go names is there.
func TestWordsOfGo(t *testing.T) {
	words := phrases(t, "en")
	goFiles(t, func(f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if name, ok := n.Key.(*ast.Ident); ok && (name.Name == "Word" || name.Name == "Flag") {
					wordExists(t, words, n.Value)
				}
			case *ast.AssignStmt:
				for i, to := range n.Lhs {
					if field, ok := to.(*ast.SelectorExpr); ok && len(n.Rhs) == len(n.Lhs) && (field.Sel.Name == "Word" || field.Sel.Name == "Flag") {
						wordExists(t, words, n.Rhs[i])
					}
				}
			case *ast.CallExpr:
				f, ok := n.Fun.(*ast.SelectorExpr)
				of, _ := selected(f).(*ast.Ident)
				if ok && (f.Sel.Name == "Say" || f.Sel.Name == "Count") && len(n.Args) > 1 && (of == nil || of.Name != "strings" && of.Name != "bytes") {
					wordExists(t, words, n.Args[1])
				}
			}
			return true
		})
	})
}

func selected(f *ast.SelectorExpr) ast.Expr {
	if f == nil {
		return nil
	}
	return f.X
}

func wordExists(t *testing.T, words map[string]phrase, n ast.Expr) {
	t.Helper()
	if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if key, err := strconv.Unquote(lit.Value); err == nil && words[key] == nil {
			t.Errorf("Go names the word %q, which is not there", key)
		}
	}
}

// literals returns every string that stands in the Go files of the rooms that
// make pages and what else a site has.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	goFiles(t, func(f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out[s] = true
				}
			}
			return true
		})
	})
	return out
}

func goFiles(t *testing.T, visit func(*ast.File)) {
	t.Helper()
	for _, room := range []string{"page", "render", "feed", "preview"} {
		files, err := filepath.Glob(filepath.Join("..", room, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, no Go files", room, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
			if err != nil {
				t.Fatal(err)
			}
			visit(f)
		}
	}
}
