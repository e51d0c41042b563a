// Package source reads a content folder.
//
// In: an fs.FS that holds the content folder.
// Out: a Tree: every Markdown file split into front matter (a tree of Nodes
// that know where they stand) and body, the handbook's own YAML files, the
// names of all other files, and the findings about all of them.
//
// It is the only package that knows adrg/frontmatter and YAML. It knows no
// schema: what a key means is decided above. It opens nothing but regular
// files inside the folder and writes nothing.
//
// The way of a file: Read lists the folder and refuses whatever is no
// regular file; readFile brings its bytes; check looks for what no parser
// should see (another encoding, merge conflicts, hidden characters); split
// cuts the front matter off the body; Decode turns YAML into Nodes; and
// explain says in plain words what is wrong with YAML that does not parse.
package source

import "github.com/cxbook/cxbook/generator/diag"

// Limits of what is read; a file beyond them ends in a finding.
const (
	MaxFileBytes  = 1 << 20  // Markdown and YAML files
	MaxAssetBytes = 32 << 20 // data files, images, attachments
	MaxDepth      = 64       // nesting of front matter
	MaxFiles      = 200_000  // files in a content folder
)

// A Tree is a content folder as it was read. All lists are sorted by path.
type Tree struct {
	Prefix string      // how the content folder is called in findings: "content"
	Files  []*File     // Markdown files, README.md and dotfiles left out
	YAML   []*YAMLFile // *.yaml at the top: handbook.yaml, debt.yaml, redirects.yaml
	Assets []*Asset    // every other regular file
}

// A File is one Markdown file.
type File struct {
	Path  string // relative to the content folder: policies/x.pl.md
	Name  string // as findings call it: content/policies/x.pl.md
	Front *Node  // a Map; nil where the front matter could not be read
	Body  []byte // what follows the closing fence, line ends as \n, no BOM
	// BodyLine is the line of the file on which Body starts.
	BodyLine int
	Raw      []byte   // the whole file where Front is nil, for whoever looks for its id
	Digest   [32]byte // SHA-256 of the file as it stands on disk
}

// A YAMLFile is one of the handbook's own files.
type YAMLFile struct {
	Path, Name string
	Root       *Node // nil where it could not be read
	Digest     [32]byte
}

// An Asset is a file that is neither Markdown nor one of the handbook's own
// YAML files: an image, an attachment, a CSV, or something to ignore.
type Asset struct {
	Path, Name string
	Size       int64
}

// place is where a finding about a file as a whole stands.
func place(name string) diag.Span {
	top := diag.Position{Line: 1, Column: 1}
	return diag.Span{File: name, Start: top, End: top}
}
