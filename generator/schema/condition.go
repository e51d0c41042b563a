package schema

import (
	"slices"

	"github.com/cxbook/cxbook/generator/source"
)

// fields lists the fields that decide the condition.
func (c *condition) fields() []string {
	if c.field != "" {
		return []string{c.field}
	}
	var all []string
	var add func(*source.Node)
	add = func(n *source.Node) {
		if n == nil || n.Kind != source.Map {
			return
		}
		all = append(all, keys(child(n, "properties"))...)
		all = append(all, texts(child(n, "required"))...)
		add(child(n, "not"))
		for _, word := range []string{"allOf", "anyOf", "oneOf"} {
			for _, part := range child(n, word).Elements() {
				add(part)
			}
		}
	}
	add(c.schema.node)
	return all
}

// because names the field that brought the condition about, as it stands in
// the document, and how: with a value, beside its mere presence (value ""),
// or without it. A nil condition has no cause.
func (c *condition) because(root *source.Node) (how, field, value string) {
	if c == nil {
		return "", "", ""
	}
	object := at(root, c.at).node
	for _, name := range c.fields() {
		n := child(object, name)
		switch {
		case n == nil && how != "without":
			how, field = "without", name
		case n == nil:
		case scalar(n):
			return "with", name, n.Text
		case c.contained(name, n) != "":
			return "with", name, c.contained(name, n)
		case how == "":
			how, field = "beside", name
		}
	}
	return how, field, ""
}

// contained returns the item of a list that the condition asks for.
func (c *condition) contained(field string, list *source.Node) string {
	wanted := c.schema.step("properties", field, "contains", "const").node
	if wanted != nil && slices.ContainsFunc(list.Items, func(n *source.Node) bool { return n.Text == wanted.Text }) {
		return wanted.Text
	}
	return ""
}

func scalar(n *source.Node) bool {
	return n.Kind == source.String || n.Kind == source.Number || n.Kind == source.Bool
}
