package page

import (
	"strings"

	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
)

// reasonIn says why there is no value, and calls the field that is missing what
// readers call it: expressions know it by its name.
func reasonIn(r *score.Reason, rec *record.Record, language string) string {
	if r == nil {
		return ""
	}
	said := *r
	if f := fieldAt(rec, said.What); f != nil && f.Label.In(language) != "" {
		said.What = f.Label.In(language)
	}
	return said.In(language)
}

// fieldAt returns the field that a path such as criteria.difficulty leads to;
// nil where it leads to none.
func fieldAt(rec *record.Record, path string) *schema.Field {
	if rec == nil || rec.Type == nil || path == "" {
		return nil
	}
	names := strings.Split(path, ".")
	f := rec.Type.Field(names[0])
	for _, name := range names[1:] {
		var inner *schema.Field
		for i := 0; f != nil && i < len(f.Fields); i++ {
			if f.Fields[i].Name == name {
				inner = f.Fields[i]
			}
		}
		f = inner
	}
	return f
}
