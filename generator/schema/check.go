package schema

import (
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// Check judges the front matter of a source: a file that holds the facts.
func (s *Set) Check(t *Type, front *source.Node) diag.List {
	if t == nil {
		return nil
	}
	return judged(s.compiled[t.Name], front)
}

// CheckTranslation judges the front matter of a translation, which holds
// words and no facts.
func (s *Set) CheckTranslation(t *Type, front *source.Node) diag.List {
	if t == nil {
		return nil
	}
	return judged(s.translate[t.Name], front)
}

// CheckHandbook judges handbook.yaml.
func (s *Set) CheckHandbook(root *source.Node) diag.List { return s.CheckFile("handbook.yaml", root) }

// CheckFile judges one of the handbook's own files by its name: handbook.yaml,
// debt.yaml, redirects.yaml. A file that has no schema has no findings.
func (s *Set) CheckFile(name string, root *source.Node) diag.List {
	stem := strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], ".yaml")
	if s.Type(stem) != nil {
		return nil
	}
	return judged(s.compiled[stem], root)
}

func judged(j *judge, root *source.Node) diag.List {
	if j == nil || root == nil {
		return nil
	}
	list := append(doubledKeys(root, nil), j.findings(root)...)
	if id := child(root, "id"); id != nil && id.Kind == source.String {
		for i := range list {
			list[i].Record = id.Text
		}
	}
	return list.Tidy()
}
