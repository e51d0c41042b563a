package layering

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../../.."

// TestLayering reads the imports of every file itself: what `go list` says
// would be cached when only another package's imports change.
func TestLayering(t *testing.T) {
	for _, complaint := range complaints(t, imports(t)) {
		t.Error(complaint)
	}
}

// The rules complain when they are broken.
func TestLayeringComplains(t *testing.T) {
	for _, c := range []struct{ dir, imports, want string }{
		{"generator/record", Module + "/generator/link", "lower floor"},
		{"generator/source", Module + "/generator/markdown", "lower floor"},
		{"generator/page", Module + "/themes", "must not know"},
		{"generator/page", Module + "/cmd/cxbook", "must not know"},
		{"generator/page", Module + "/generator/internal/handbooktest", "for tests"},
		{"generator/link", "github.com/yuin/goldmark/ast", "belongs to"},
		{"generator/page", "html/template", "belongs to"},
		{"generator/source", "os/exec", "belongs to"},
		{"cmd/cxbook", "os/exec", "belongs to"},
		{"generator/report", "github.com/spf13/cobra", "belongs to"},
		{"generator/stray", "fmt", "no room"},
		{"schemas", Module + "/generator/schema", "must not know"},
	} {
		got := complaints(t, []file{{c.dir, "x.go", c.imports}})
		if len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s importing %s: %q, want one complaint with %q", c.dir, c.imports, got, c.want)
		}
	}
}

// A file is one import of one Go file.
type file struct{ dir, name, imports string }

// imports returns every import of the project's files, tests left out.
func imports(t *testing.T) []file {
	t.Helper()
	var out []file
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != root) {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		for _, spec := range tree.Imports {
			out = append(out, file{path.Dir(rel), rel, unquote(spec)})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d imports found: the test looks in the wrong place", len(out))
	}
	return out
}

func unquote(spec *ast.ImportSpec) string {
	s, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value
	}
	return s
}

func room(name string) (Room, bool) {
	i := slices.IndexFunc(Rooms, func(r Room) bool { return r.Name == name })
	if i < 0 {
		return Room{}, false
	}
	return Rooms[i], true
}

func complaints(t *testing.T, files []file) []string {
	t.Helper()
	var out []string
	for _, f := range files {
		if c := complain(f); c != "" {
			out = append(out, f.name+": "+c)
		}
	}
	return out
}

func complain(f file) string {
	name, inHouse := strings.CutPrefix(f.dir, "generator/")
	from, isRoom := room(name)
	switch {
	case inHouse && !isRoom && !strings.HasPrefix(name, "internal/"):
		return fmt.Sprintf("%s is no room of the house: give it a floor in Rooms", name)
	case strings.HasPrefix(f.imports, Module+"/generator/"):
		to, ok := room(strings.TrimPrefix(f.imports, Module+"/generator/"))
		if isRoom && strings.HasPrefix(f.imports, Module+"/generator/internal/") {
			return fmt.Sprintf("%s imports %s, which is for tests", name, f.imports)
		}
		if !inHouse && !strings.HasPrefix(f.dir, "cmd/") {
			return fmt.Sprintf("%s must not know the generator", f.dir)
		}
		if isRoom && ok && to.Floor >= from.Floor {
			return fmt.Sprintf("%s (floor %d) imports %s (floor %d), which is not on a lower floor", name, from.Floor, to.Name, to.Floor)
		}
	case name == "internal/handbooktest" && f.imports == Module+"/schemas":
		return "" // it is for tests, and they may
	case name == "internal/browser" && f.imports == "os/exec":
		return "" // it is for tests, and starts the browser
	case strings.HasPrefix(f.imports, Module+"/") && inHouse:
		return fmt.Sprintf("a room must not know %s", f.imports)
	}
	return foreign(f, name)
}

// foreign complains of an outside package that belongs to somebody else.
func foreign(f file, name string) string {
	for _, r := range Rooms {
		for _, owned := range r.Owns {
			if strings.HasPrefix(f.imports, owned) && r.Name != name {
				return fmt.Sprintf("%s belongs to the room %s", f.imports, r.Name)
			}
		}
	}
	for _, owned := range CommandOwns {
		if strings.HasPrefix(f.imports, owned) && f.dir != "cmd/cxbook" {
			return fmt.Sprintf("%s belongs to cmd/cxbook", f.imports)
		}
	}
	return ""
}
