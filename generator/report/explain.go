package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

// explainWidth is how many characters a line of prose has at most.
const explainWidth = 80

// Explain writes what the registry knows about a code: its title, severity
// and reason, an excerpt before and after, and whether time alone raises it.
func Explain(w io.Writer, r *diag.Rule, lang string) error {
	timed := "untimed"
	if r.Timed {
		timed = "timed"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", r.Code, r.Title.In(lang))
	fmt.Fprintf(&b, "%s: %s\n\n", word("severity", lang), word(string(r.Severity), lang))
	fmt.Fprintf(&b, "%s\n\n", wrap(r.Why.In(lang)))
	fmt.Fprintf(&b, "%s:\n%s\n\n", word("before", lang), indent(r.Before))
	fmt.Fprintf(&b, "%s:\n%s\n\n", word("after", lang), indent(r.After))
	fmt.Fprintf(&b, "%s\n", wrap(word(timed, lang)))
	_, err := io.WriteString(w, b.String())
	return err
}

// ExplainJSON writes the same for programs, on one line.
func ExplainJSON(w io.Writer, r *diag.Rule, lang string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Version  int           `json:"version"`
		Code     diag.Code     `json:"code"`
		Severity diag.Severity `json:"severity"`
		Timed    bool          `json:"timed"`
		Title    string        `json:"title"`
		Why      string        `json:"why"`
		Before   string        `json:"before"`
		After    string        `json:"after"`
	}{1, r.Code, r.Severity, r.Timed, r.Title.In(lang), r.Why.In(lang), r.Before, r.After})
}

func indent(excerpt string) string {
	lines := strings.Split(excerpt, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "  " + line
		}
	}
	return strings.Join(lines, "\n")
}

// wrap breaks prose into lines between words.
func wrap(text string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Split(text, " ") {
		width := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+width > explainWidth:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += width
	}
	return b.String()
}
