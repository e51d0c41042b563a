package schema

import (
	"bytes"
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/source"
)

// value finds the words for a fault of a value itself.
func (r *reporter) value(f fault, s spot) diag.Diagnostic {
	if in := tokens(f.schema.pointer); slices.Contains(in, "propertyNames") && s.key != nil {
		return r.name(f, s)
	}
	limit := text(child(f.schema.node, f.keyword))
	switch f.keyword {
	case "type":
		return r.kind(f, s)
	case "enum", "const":
		return choice(f, s)
	case "format":
		return form(text(child(f.schema.node, "format")), s)
	case "pattern":
		return r.pattern(f, s)
	case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
		return diag.New(diag.OutOfRange, s.span(), "field", s.name(), "value", s.node.Text, "limit", limit).As(bounds[f.keyword])
	case "minLength", "minItems", "minProperties":
		if blank(s.node) {
			return diag.New(diag.WrongLength, s.span(), "field", s.name(), "limit", limit).As("empty")
		}
		fallthrough
	case "maxLength", "maxItems", "maxProperties":
		return diag.New(diag.WrongLength, s.span(), "field", s.name(), "limit", limit).As(lengths[f.keyword])
	}
	return diag.New(diag.SchemaRule, s.span(), "field", s.name())
}

// Which message a keyword's limit has.
var (
	bounds = map[string]string{
		"minimum": "minimum", "maximum": "maximum", "multipleOf": "multiple",
		"exclusiveMinimum": "exclusive-minimum", "exclusiveMaximum": "exclusive-maximum",
	}
	lengths = map[string]string{
		"minLength": "short", "maxLength": "long",
		"minItems": "few", "maxItems": "many", "minProperties": "few", "maxProperties": "many",
	}
	// jsonKinds are the names of kinds in schemas.
	jsonKinds = map[source.Kind]string{
		source.Null: "null", source.Bool: "boolean", source.Number: "number",
		source.String: "string", source.List: "array", source.Map: "object",
	}
)

// kind reports a value of the wrong type. A badly typed date is a bad date.
func (r *reporter) kind(f fault, s spot) diag.Diagnostic {
	expected := texts(child(f.schema.node, "type"))
	for _, branch := range slices.Concat(child(f.schema.node, "anyOf").Elements(), child(f.schema.node, "oneOf").Elements()) {
		for _, p := range r.library.view(place{file: f.schema.file, node: branch}) {
			expected = append(expected, texts(child(p.node, "type"))...)
		}
	}
	slices.Sort(expected)
	expected = slices.Compact(expected)
	format := text(child(f.schema.node, "format"))
	if _, known := formats()[format]; known && (s.node.Kind == source.Number || s.node.Kind == source.Bool) {
		return form(format, s)
	}
	d := diag.New(diag.WrongType, s.span(), "field", s.name(),
		"expected", strings.Join(expected, ","), "got", jsonKinds[s.node.Kind])
	switch {
	case slices.Contains(expected, "string") && (s.node.Kind == source.Number || s.node.Kind == source.Bool):
		return d.Suggest("quote", "value", s.node.Text)
	case s.node.Kind == source.String && s.node.Style == source.Quoted && unquotable(expected, s.node.Text):
		return d.Suggest("unquote", "value", s.node.Text)
	}
	return d
}

// unquotable reports whether the text without its quotation marks would do.
func unquotable(expected []string, text string) bool {
	switch {
	case text == "true" || text == "false":
		return slices.Contains(expected, "boolean")
	case wholeNumber.MatchString(text):
		return slices.Contains(expected, "integer") || slices.Contains(expected, "number")
	case decimal.MatchString(text):
		return slices.Contains(expected, "number")
	}
	return false
}

var (
	wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	decimal     = regexp.MustCompile(`^-?(0|[1-9][0-9]*)\.[0-9]+$`)
)

// choice reports a value that is not among those allowed.
func choice(f fault, s spot) diag.Diagnostic {
	allowed := scalars(child(f.schema.node, f.keyword))
	shown := cmp.Or(s.shown(), canonical(s.node))
	d := diag.New(diag.NotAllowedValue, s.span(), "field", s.name(), "value", shown, "allowed", strings.Join(allowed, ", "))
	if near, ok := nearest.Nearest(shown, allowed); ok {
		return d.Suggest("near", "suggestion", near)
	}
	return d
}

// scalars are the values of an enum, or the value of a const, as text.
func scalars(n *source.Node) []string {
	if n == nil || scalar(n) {
		return []string{text(n)}
	}
	var all []string
	for _, item := range n.Items {
		all = append(all, cmp.Or(spot{node: item}.shown(), canonical(item)))
	}
	return all
}

func form(format string, s spot) diag.Diagnostic {
	d := diag.New(diag.BadFormat, s.span(), "field", s.name(), "value", s.shown())
	switch format {
	case "date":
		if _, err := lang.ParseDate(s.node.String()); errors.Is(err, lang.ErrYear) {
			return d.As("year")
		}
		return d.As(format)
	case "period":
		if isPeriodForm(s.node.String()) {
			return d.As("zero")
		}
		return d.As(format)
	case "duration", "email", "uri":
		return d.As(format)
	}
	return d
}

// pattern reports a text of the wrong form with an example of the right one.
func (r *reporter) pattern(f fault, s spot) diag.Diagnostic {
	args := []string{"field", s.name(), "value", s.shown()}
	if r.id != "" && len(f.at) == 1 && f.at[0] == "id" {
		return diag.New(diag.BadPattern, s.span(), append(args, "example", r.id)...).As("id")
	}
	return exampled(f.schema.node, diag.New(diag.BadPattern, s.span(), args...), args)
}

func exampled(schema *source.Node, d diag.Diagnostic, args []string) diag.Diagnostic {
	for _, example := range child(schema, "examples").Elements() {
		if example.Kind == source.String {
			return diag.New(diag.BadPattern, d.At, append(args, "example", example.Text)...)
		}
	}
	return d.As("form")
}

// name reports a key that a map does not take.
func (r *reporter) name(f fault, s spot) diag.Diagnostic {
	key := s.key.Key
	if f.keyword == "enum" || f.keyword == "const" {
		return suggest(diag.New(diag.UnknownField, s.key.KeyAt, "field", key), key, scalars(child(f.schema.node, f.keyword)))
	}
	args := []string{"field", key, "value", key}
	return exampled(f.schema.node, diag.New(diag.BadPattern, s.key.KeyAt, args...), args)
}

// patternsOf returns the patternProperties of a schema.
func patternsOf(n *source.Node) []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, text := range keys(child(n, "patternProperties")) {
		if re, err := regexp.Compile(text); err == nil {
			all = append(all, re)
		}
	}
	return all
}

func matches(text string) func(*regexp.Regexp) bool {
	return func(re *regexp.Regexp) bool { return re.MatchString(text) }
}

// canonical writes a value so that equal values are equal texts.
func canonical(n *source.Node) string {
	var b bytes.Buffer
	writeJSON(&b, sorted(n))
	return b.String()
}

func sorted(n *source.Node) *source.Node {
	c := shallow(n)
	for i, item := range c.Items {
		c.Items[i] = sorted(item)
	}
	for i, f := range c.Fields {
		c.Fields[i].Value = sorted(f.Value)
	}
	slices.SortStableFunc(c.Fields, func(a, b source.Field) int { return strings.Compare(a.Key, b.Key) })
	return c
}
