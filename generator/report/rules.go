package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/source"
)

// A ruleLine is one rule of a scorecard: where it stands, what it is called, and
// its expression.
type ruleLine struct {
	List       string `json:"list"` // checks, parts, inputs; "" for what is no list
	Key        string `json:"key"`
	Title      string `json:"title,omitempty"`
	Expression string `json:"expression"`
	Detail     string `json:"detail,omitempty"`
}

// ruleFields are the expressions that stand by themselves, and what else says
// which records are scored and how.
var ruleFields = []string{"applies_to", "where", "value", "min", "max", "roll_up", "row_weight", "above", "unranked"}

// rulesOf lists the rules of a scorecard in the order of its schema.
func rulesOf(c *score.Card, language string) []ruleLine {
	fields := c.Record.Source.Fields
	var out []ruleLine
	for _, name := range ruleFields {
		if n := fields.Get(name); n != nil {
			out = append(out, ruleLine{Key: name, Expression: scalarText(n)})
		}
	}
	if params := fields.Get("params"); params != nil {
		for _, p := range params.Fields {
			out = append(out, ruleLine{List: "params", Key: p.Key, Expression: p.Value.Text})
		}
	}
	each := func(list, expression string, title func(key, language string) string, detail ...string) {
		n := fields.Get(list)
		if n == nil {
			return
		}
		for _, item := range n.Items {
			line := ruleLine{List: list, Key: item.Get("key").String(), Expression: scalarText(item.Get(expression))}
			line.Title = title(line.Key, language)
			var more []string
			for _, name := range detail {
				if d := item.Get(name); d != nil {
					more = append(more, name+" "+scalarText(d))
				}
			}
			line.Detail = strings.Join(more, ", ")
			out = append(out, line)
		}
	}
	each("parts", "input", c.PartTitle, "worst", "best", "weight")
	each("checks", "pass", c.CheckTitle, "of", "where", "weight", "severity", "reported_as")
	each("inputs", "input", c.InputTitle)
	each("levels", "from", c.LevelName)
	return out
}

// scalarText writes a value as people wrote it; a list with commas.
func scalarText(n *source.Node) string {
	if n == nil {
		return ""
	}
	if len(n.Items) > 0 {
		return strings.Join(n.Strings(), ", ")
	}
	return n.Text
}

// Rules tells how a scorecard that is shipped works: what it is about, and its
// rules in the words that its author wrote.
func Rules(w io.Writer, c *score.Card, o Options) error {
	var b strings.Builder
	i := inkOf(o.Color)
	text := c.Record.In(o.Lang)
	b.WriteString(i.place(diag.Printable(c.Record.ID+"  "+text.Title)) + "\n")
	for _, said := range append([]string{text.Summary}, bodyOf(c, o.Lang)...) {
		if said != "" {
			b.WriteString("  " + diag.Printable(said) + "\n")
		}
	}
	b.WriteString("\n")
	list := ""
	for _, line := range rulesOf(c, o.Lang) {
		if line.List != list {
			list = line.List
			fmt.Fprintf(&b, "\n%s\n", list)
		}
		name := line.Title
		if name == "" {
			name = line.Key
		}
		fmt.Fprintf(&b, "  %s: %s\n", diag.Printable(name), diag.Printable(line.Expression))
		if line.Detail != "" {
			fmt.Fprintf(&b, "    %s\n", diag.Printable(line.Detail))
		}
	}
	fmt.Fprintf(&b, "\n%s\n", strings.ReplaceAll(word("rules.more", o.Lang), "{id}", c.Record.ID))
	_, err := io.WriteString(w, b.String())
	return err
}

// bodyOf returns what the author says of a scorecard.
func bodyOf(c *score.Card, language string) []string {
	var out []string
	if doc := c.Record.In(language).Doc; doc != nil {
		for _, s := range doc.Sections {
			out = append(out, s.Text)
		}
	}
	return out
}

// RulesJSON tells the same to programs.
func RulesJSON(w io.Writer, c *score.Card, o Options) error {
	doc := struct {
		Version int        `json:"version"`
		ID      string     `json:"id"`
		Title   string     `json:"title"`
		Summary string     `json:"summary,omitempty"`
		Body    []string   `json:"body"`
		Rules   []ruleLine `json:"rules"`
	}{1, c.Record.ID, c.Title(o.Lang), c.Record.In(o.Lang).Summary, append([]string{}, bodyOf(c, o.Lang)...), rulesOf(c, o.Lang)}
	return writeJSON(w, doc)
}
