package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// notYet lists the codes that no room reports yet. It must only shrink.
var notYet = []string{}

// program is every non-test Go file of the repository outside this package.
func program(t *testing.T) (*token.FileSet, []*ast.File) {
	t.Helper()
	files := token.NewFileSet()
	var parsed []*ast.File
	root := filepath.Join("..", "..")
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			abs, _ := filepath.Abs(path)
			if abs == here || path != root && strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(files, path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed = append(parsed, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, parsed
}

// specs are the constants of code.go.
func specs(t *testing.T) []*ast.ValueSpec {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []*ast.ValueSpec
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			all = append(all, spec)
		}
		return true
	})
	return all
}

// constants maps the names of code.go to their codes.
func constants(t *testing.T) map[string]Code {
	t.Helper()
	names := map[string]Code{}
	for _, spec := range specs(t) {
		names[spec.Names[0].Name] = Code(literal(spec.Values[0]))
	}
	return names
}

// comments maps the codes of code.go to what it says about them.
func comments(t *testing.T) map[Code]string {
	t.Helper()
	said := map[Code]string{}
	for _, spec := range specs(t) {
		code := Code(literal(spec.Values[0]))
		if _, twice := said[code]; twice {
			t.Errorf("%s is given out twice", code)
		}
		said[code] = spec.Comment.Text()
	}
	return said
}

func TestEveryCodeIsUsed(t *testing.T) {
	used := map[string]bool{}
	_, parsed := program(t)
	for _, f := range parsed {
		ast.Inspect(f, func(n ast.Node) bool {
			if name, ok := fromDiag(n); ok {
				used[name] = true
			}
			return true
		})
	}
	for name := range constants(t) {
		switch waiting := slices.Contains(notYet, name); {
		case !used[name] && !waiting:
			t.Errorf("no room reports %s", name)
		case used[name] && waiting:
			t.Errorf("%s is reported: take it off notYet", name)
		}
	}
}

// TestFindingsFitTheirRules reads every finding that the rooms make with
// literal keys and argument names, and holds it against the rule's sentences.
func TestFindingsFitTheirRules(t *testing.T) {
	files, parsed := program(t)
	names := constants(t)
	checked := 0
	for _, f := range parsed {
		for _, u := range uses(f) {
			code, ok := names[u.name]
			if !ok {
				t.Errorf("%s: no code %s", files.Position(u.at), u.name)
				continue
			}
			checked++
			for _, fault := range u.faults(Lookup(code)) {
				t.Errorf("%s: %s: %s", files.Position(u.at), u.name, fault)
			}
		}
	}
	t.Logf("%d findings checked", checked)
}

// A use is one finding as a room makes it. Keys and arguments are nil where
// the text of the program does not tell them.
type use struct {
	at      token.Pos
	name    string // of the constant
	message *said
	hints   []said
	notes   []said
}

type said struct {
	key  string
	args []string
	open bool // keys or arguments come from variables
}

// uses finds diag.New(diag.X, …) with the methods called on it, at once or in
// the same function by way of a variable.
func uses(f *ast.File) []*use {
	var all []*use
	for _, decl := range f.Decls {
		vars := map[string]*use{}
		seen := map[ast.Node]bool{}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if name, ok := n.Lhs[0].(*ast.Ident); ok && len(n.Rhs) == 1 {
					if u := chain(n.Rhs[0], vars, seen); u != nil {
						if !slices.Contains(all, u) {
							all = append(all, u)
						}
						vars[name.Name] = u
					}
				}
			case *ast.CallExpr:
				if u := chain(n, vars, seen); u != nil && !slices.Contains(all, u) {
					all = append(all, u)
				}
			}
			return true
		})
	}
	return all
}

// chain reads x.As(…).See(…) down to diag.New or to a variable that holds one.
func chain(e ast.Expr, vars map[string]*use, seen map[ast.Node]bool) *use {
	if name, ok := e.(*ast.Ident); ok {
		return vars[name.Name]
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || seen[call] {
		return nil
	}
	fun, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if name, ok := fromDiag(fun); ok {
		if name != "New" {
			return nil
		}
		seen[call] = true
		code, ok := fromDiag(call.Args[0])
		if !ok {
			return nil
		}
		message := sentenceOf(nil, call.Args[2:], call.Ellipsis)
		return &use{at: call.Pos(), name: code, message: &message}
	}
	if !slices.Contains([]string{"As", "For", "Suggest", "See"}, fun.Sel.Name) {
		return nil
	}
	u := chain(fun.X, vars, seen)
	if u == nil {
		return nil
	}
	seen[call] = true
	switch fun.Sel.Name {
	case "As":
		u.message.key = literal(call.Args[0])
		u.message.open = u.message.open || u.message.key == ""
	case "Suggest":
		u.hints = append(u.hints, sentenceOf(call.Args[0], call.Args[1:], call.Ellipsis))
	case "See":
		u.notes = append(u.notes, sentenceOf(call.Args[1], call.Args[2:], call.Ellipsis))
	}
	return u
}

func sentenceOf(key ast.Expr, args []ast.Expr, ellipsis token.Pos) said {
	s := said{open: ellipsis.IsValid()}
	if key != nil {
		lit, ok := key.(*ast.BasicLit)
		s.open = s.open || !ok
		if ok {
			s.key = literal(lit)
		}
	}
	for i := 0; i < len(args); i += 2 {
		name := literal(args[i])
		s.open = s.open || name == ""
		s.args = append(s.args, name)
	}
	return s
}

func (u *use) faults(r *Rule) []string {
	faults := u.message.faults("message", r.Messages)
	if len(u.hints) == 0 && !u.message.open {
		for _, key := range []string{u.message.key, ""} {
			if text, ok := r.Hints[key]; ok {
				own := said{key: key, args: u.message.args}
				faults = append(faults, own.faults("own hint", texts{key: text})...)
				break
			}
		}
	}
	for _, s := range u.hints {
		s.args, s.open = slices.Concat(s.args, u.message.args), s.open || u.message.open
		faults = append(faults, s.faults("hint", r.Hints)...)
	}
	for _, s := range u.notes {
		s.args, s.open = slices.Concat(s.args, u.message.args), s.open || u.message.open
		faults = append(faults, s.faults("note", r.Notes)...)
	}
	return faults
}

func (s said) faults(what string, known texts) []string {
	if s.open {
		return nil
	}
	text, ok := known[s.key]
	if !ok {
		return []string{"no " + what + " " + strconv.Quote(s.key)}
	}
	var faults []string
	for _, name := range placeholders(text.EN) {
		if !slices.Contains(s.args, name) {
			faults = append(faults, what+" "+strconv.Quote(s.key)+" lacks the argument "+name)
		}
	}
	return faults
}

// fromDiag returns X of diag.X.
func fromDiag(n ast.Node) (string, bool) {
	sel, ok := n.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return sel.Sel.Name, ok && pkg.Name == "diag"
}

// literal returns the value of a string literal, or "".
func literal(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
