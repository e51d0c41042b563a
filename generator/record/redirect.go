package record

import "github.com/cxbook/cxbook/generator/source"

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
