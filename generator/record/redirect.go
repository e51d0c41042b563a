package record

import (
	"fmt"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// checkOwn judges debt.yaml or redirects.yaml by its schema and keeps what
// rooms above need of it.
func (l *loader) checkOwn(f *source.YAMLFile) {
	if f.Root == nil {
		return // the reader reports why
	}
	l.report(l.in.Schemas.CheckFile(f.Path, f.Root)...)
	if f.Path == "redirects.yaml" {
		l.book.Redirects = redirects(f.Root)
	} else {
		l.book.Debt = f.Root
		l.checkDebt(f.Root)
	}
}

// checkDebt reports entries that accept a finding that does not exist. A code
// that is no text, or empty, is the schema's matter.
func (l *loader) checkDebt(root *source.Node) {
	for i, item := range root.Items {
		code := item.Get("code")
		word := code.String()
		if strings.TrimSpace(word) == "" || diag.Lookup(diag.Code(word)) != nil {
			continue
		}
		l.report(unknownCode(word, code.At).For("", fmt.Sprintf("/%d/code", i)))
	}
}

// redirects takes the entries that say both where from and where to.
func redirects(root *source.Node) []Redirect {
	var out []Redirect
	for _, item := range root.Items {
		from, to := item.Get("from"), item.Get("to")
		if from.String() != "" && to.String() != "" {
			out = append(out, Redirect{From: from.Text, To: to.Text, At: from.At, ToAt: to.At})
		}
	}
	return out
}
