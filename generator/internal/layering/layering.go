// Package layering keeps the order of the house: which room of the generator
// may import which, and which outside module belongs to which room. It holds
// the table and a test that reads the imports of every file; nothing imports
// it.
package layering

// Module is the path of this project.
const Module = "github.com/cxbook/cxbook"

// A Room is a package of the generator.
type Room struct {
	Floor int
	Name  string
	// Owns are outside packages, by prefix, that no other room may import.
	Owns []string
}

// Rooms lists every room, ground floor first. A room imports only rooms of
// lower floors; neighbours on one floor do not know each other.
var Rooms = []Room{
	{0, "diag", nil},
	{0, "lang", []string{"github.com/nicksnyder/go-i18n/", "github.com/go-playground/locales", "golang.org/x/text/collate", "golang.org/x/text/language", "github.com/sosodev/duration"}},
	{0, "nearest", nil},
	{1, "source", []string{"github.com/adrg/frontmatter", "go.yaml.in/yaml/", "gopkg.in/yaml"}},
	{1, "markdown", []string{"github.com/yuin/goldmark"}},
	{1, "series", []string{"encoding/csv", "gonum.org/"}},
	{1, "chart", nil},
	{1, "site", nil},
	{1, "redline", []string{"github.com/sergi/go-diff"}},
	{1, "history", []string{"os/exec"}},
	{2, "schema", []string{"github.com/santhosh-tekuri/jsonschema/"}},
	{3, "record", nil},
	{4, "link", nil},
	{4, "acknowledgement", nil},
	{4, "education", nil},
	{5, "duty", nil},
	{5, "measure", nil},
	{5, "compare", nil},
	{5, "change", nil},
	{5, "maturity", nil},
	{5, "micro", nil},
	{6, "score", []string{"github.com/expr-lang/expr"}},
	{7, "values", nil},
	{7, "due", nil},
	{8, "page", nil},
	{9, "render", []string{"html/template", "github.com/jba/templatecheck"}},
	{9, "feed", []string{"encoding/xml", "github.com/arran4/golang-ical"}},
	{10, "publish", []string{"github.com/tdewolff/minify/", "github.com/gofrs/flock", "golang.org/x/sys"}},
	{10, "report", []string{"github.com/fatih/color"}},
	{11, "generator", nil},
	{12, "preview", []string{"net/http", "github.com/fsnotify/fsnotify"}},
}

// CommandOwns are outside packages for cmd/cxbook alone.
var CommandOwns = []string{"github.com/spf13/cobra", "github.com/mattn/go-isatty"}
