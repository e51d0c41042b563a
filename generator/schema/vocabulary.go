package schema

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// vocabularyText is the schema that schema files themselves must meet. It is
// stricter than JSON Schema's own, which lets any unknown word pass: a
// misspelt keyword would switch a rule off in silence.
//
//go:embed vocabulary.schema.json
var vocabularyText []byte

const vocabularyFile = "vocabulary" + suffix

// vocabulary returns the judge of schema files.
func vocabulary() (*judge, error) {
	root, problem := readJSON(vocabularyFile, vocabularyText)
	if problem != nil {
		return nil, fmt.Errorf("%s:%d: %s", vocabularyFile, problem.At.Start.Line, problem.Text("en"))
	}
	l := newLibrary(map[string]*file{vocabularyFile: {name: vocabularyFile, root: root}})
	c, err := l.compiler()
	if err != nil {
		return nil, err
	}
	return l.judge(c, vocabularyFile)
}

// words judges the words of a schema file and says what is wrong in terms of
// schemas rather than of records.
func (j *judge) words(root *source.Node) diag.List {
	var list diag.List
	for _, d := range j.findings(root) {
		path := tokens(d.Field)
		bad := diag.New(diag.BadSchema, d.At, "keyword", at(root, path).name()).As("value")
		switch d.Code {
		case diag.UnknownField:
			bad = bad.As("keyword")
			if d.Hint != nil && d.Hint.Key == "near" {
				bad = bad.Suggest("near", "suggestion", d.Hint.Args["suggestion"])
			}
		case diag.MissingField:
			bad = diag.New(diag.BadSchema, d.At, "part", d.Message.Args["field"]).As("missing")
		}
		bad = bad.For("", d.Field)
		// Of a place with several faults one says enough.
		if !slices.ContainsFunc(list, func(o diag.Diagnostic) bool { return o.At == bad.At && o.Field == bad.Field }) {
			list = append(list, bad)
		}
	}
	return list
}
