package render

import (
	"reflect"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/page"
)

// always are the parts of a page that every page of a kind has; pages of a kind
// that is not named here have a Site.
var always = map[page.Kind][]string{
	page.Languages:      nil,
	page.Redirect:       {"Target"},
	page.Index:          {"Site", "Table"},
	page.Overview:       {"Site", "Table"},
	page.RecordPage:     {"Site", "Record"},
	page.Fields:         {"Site", "Form"},
	page.ComparisonPage: {"Site", "Comparison"},
	page.Scorecard:      {"Site", "Card"},
}

// samples returns two pages that a theme is tried on: one with nothing in it
// that may be missing, and one with something in every part of every kind.
func samples(kind page.Kind) []*page.Page {
	empty := &page.Page{Publication: &page.Publication{}, Kind: kind, Lang: "en", Address: "en/x/", Word: chosen["Word"]}
	parts, ok := always[kind]
	if !ok {
		parts = []string{"Site"}
	}
	for _, name := range parts {
		f := reflect.ValueOf(empty).Elem().FieldByName(name)
		f.Set(reflect.New(f.Type().Elem()))
	}
	if empty.Record != nil {
		empty.Record.Written = empty.Lang
	}
	full := &page.Page{}
	fill(reflect.ValueOf(full).Elem(), 0)
	full.Kind, full.Lang, full.Address = empty.Kind, empty.Lang, empty.Address
	return []*page.Page{empty, full}
}

// chosen are fields whose value is one of a few that the theme has words for.
var chosen = map[string]string{
	"Lang": "cs", "Written": "pl", "Source": "pl", "Flag": "yes", "Key": "stale", "Force": "amended", "URL": "https://example.org/", "Base": "https://example.org/", "Address": "en/y/",
	"Word": "decisions", "State": "changed", "Was": "pl", "Is": "cs", "Notice": "compare.binding", "Unknown": "history.shallow", "Shape": "text",
	"Why": "no-data", "Verdict": "better", "Met": "met", "By": "channel", "CaseKind": "claim",
	"Reason": "no-cost", "Lack": "decayed", "Lapse": "review", "Kind": "claimed",
}

// deep is how far values nest in each other in a sample.
const deep = 7

// fill puts something into every exported field.
func fill(v reflect.Value, depth int) {
	switch special := v.Addr().Interface().(type) {
	case **markdown.Doc:
		*special = markdown.Parse(markdown.Input{Name: "x.md", Body: []byte("## x\n\ny"), Lang: "pl", HTML: true})
		return
	case *duty.Letter:
		*special = duty.Responsible
		return
	case *page.Table:
		fillStruct(v, depth)
		special.Words = []string{"reviews.due", "reviews.by"}
		return
	case **diag.Rule:
		*special = diag.Rules()[0]
		return
	}
	if depth > deep {
		return
	}
	if whole := depth+2 <= deep; !whole && (v.Kind() == reflect.Slice || v.Kind() == reflect.Pointer) {
		return // rather nothing than a thing without words
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), depth+1)
		fill(v.Index(1), depth+1)
	case reflect.Struct:
		fillStruct(v, depth)
	}
}

func fillStruct(v reflect.Value, depth int) {
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		word, ok := chosen[name]
		switch {
		case !f.CanSet():
		case ok && f.Kind() == reflect.String:
			f.SetString(word)
		default:
			fill(f, depth+1)
		}
	}
}
