package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

// ScoreJSON writes scorecards for programs: one document on one line.
func ScoreJSON(w io.Writer, d score.Document, _ Options) error { return writeJSON(w, d) }

// Score writes scorecards for people: each with its rows, and each row with
// its parts or with the checks that it does not pass.
func Score(w io.Writer, d score.Document, o Options) error {
	var b strings.Builder
	i := inkOf(o.Color)
	for n, card := range d.Scorecards {
		if n > 0 {
			b.WriteString("\n")
		}
		head := diag.Printable(card.ID+"  "+card.Title) + eyes(card.Audience)
		if card.RollUp != "" {
			head += ": " + figure(card.Value, card.Reason, o.Lang)
			head += level(card.Level)
		}
		b.WriteString(i.place(head) + "\n")
		for _, row := range card.Rows {
			b.WriteString(scoreRow(row, o.Lang))
		}
		if len(card.Rows) == 0 {
			b.WriteString("  " + word("score.none", o.Lang) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// eyes says whose eyes a record is for.
func eyes(labels []string) string {
	if len(labels) == 0 {
		return ""
	}
	return " [" + diag.Printable(strings.Join(labels, ", ")) + "]"
}

func level(name string) string {
	if name == "" {
		return ""
	}
	return " (" + diag.Printable(name) + ")"
}

// figure says a value, or why there is none.
func figure(v *float64, reason, language string) string {
	if v == nil {
		return word("score.null", language) + " (" + diag.Printable(reason) + ")"
	}
	return rounded(*v, 1, language)
}

func scoreRow(row score.DocumentRow, language string) string {
	rank := "–"
	switch {
	case row.Above:
		rank = "!"
	case row.Rank > 0:
		rank = strconv.Itoa(row.Rank)
	}
	line := fmt.Sprintf("  %3s  %s  %s%s%s", rank, figure(row.Value, row.Reason, language), diag.Printable(row.Record+" "+row.Title)+eyes(row.Audience),
		level(row.Level), scoreNote(row, language))
	return line + "\n" + scoreParts(row, language)
}

// scoreNote says what is to be known of a rank.
func scoreNote(row score.DocumentRow, language string) string {
	switch {
	case row.Above:
		return "  " + word("score.above", language)
	case row.Unranked:
		return "  " + word("score.unranked", language)
	case row.Robust != nil && *row.Robust:
		return "  " + word("score.robust", language)
	}
	return ""
}

func scoreParts(row score.DocumentRow, language string) string {
	var b strings.Builder
	wide := 0
	for _, p := range row.Parts {
		wide = max(wide, utf8.RuneCountInString(p.Title))
	}
	for _, p := range row.Parts {
		pad := strings.Repeat(" ", wide-utf8.RuneCountInString(p.Title))
		if p.Points == nil {
			fmt.Fprintf(&b, "         %s%s  %s\n", diag.Printable(p.Title), pad, figure(nil, p.Reason, language))
			continue
		}
		fmt.Fprintf(&b, "         %s%s  %s × %s → %s\n", diag.Printable(p.Title), pad,
			input(*p.Input, language), rounded(p.Weight, 2, language), rounded(*p.Points, 1, language))
	}
	b.WriteString(scoreInputs(row, language))
	for _, c := range row.Checks {
		if c.Pass != nil && *c.Pass {
			continue
		}
		verdict := word("score.fails", language)
		if c.Pass == nil {
			verdict = word("score.unknown", language) + ", " + c.Reason
		}
		fmt.Fprintf(&b, "         %s: %s\n", diag.Printable(c.Title), diag.Printable(verdict))
		if c.Fix != "" {
			fmt.Fprintf(&b, "           %s: %s\n", word("hint", language), diag.Printable(c.Fix))
		}
	}
	return b.String()
}

// scoreInputs says what a value is told with.
func scoreInputs(row score.DocumentRow, language string) string {
	var b strings.Builder
	wide := 0
	for _, in := range row.Inputs {
		wide = max(wide, utf8.RuneCountInString(in.Title))
	}
	for _, in := range row.Inputs {
		if in.Value == nil && row.Value == nil {
			continue // the row has said why
		}
		pad := strings.Repeat(" ", wide-utf8.RuneCountInString(in.Title))
		fmt.Fprintf(&b, "         %s%s  %s\n", diag.Printable(in.Title), pad, factWords(in, language))
	}
	return b.String()
}

// factWords words an input, or says why there is none.
func factWords(in score.DocumentInput, language string) string {
	switch v := in.Value.(type) {
	case float64:
		return in.Rule.Words(v, language)
	case bool:
		if v {
			return word("score.yes", language)
		}
		return word("score.no", language)
	case string:
		return diag.Printable(v)
	case []any:
		var all []string
		for _, text := range v {
			all = append(all, fmt.Sprint(text))
		}
		return diag.Printable(strings.Join(all, ", "))
	}
	return figure(nil, in.Reason, language)
}

func input(v float64, language string) string {
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 2
	}
	return rounded(v, decimals, language)
}

// rounded words a number, halves away from zero.
func rounded(v float64, decimals int, language string) string {
	return lang.FormatNumber(language, series.Round(v, decimals), decimals)
}

// scoreColumns are those of the CSV form.
var scoreColumns = []string{
	"scorecard", "record", "title", "rank", "value", "level", "reason",
	"key", "input", "weight", "points", "pass", "severity",
}

// ScoreCSV writes scorecards for spreadsheets: a line for each row, and one for
// each of its parts and checks. No cell can start a formula.
func ScoreCSV(w io.Writer, d score.Document) error {
	lines := [][]string{scoreColumns}
	for _, card := range d.Scorecards {
		for _, row := range card.Rows {
			head := []string{cell(card.ID), cell(row.Record), cell(row.Title), rankCell(row.Rank), numberCell(row.Value), cell(row.Level), cell(row.Reason)}
			lines = append(lines, append(head[:7:7], "", "", "", "", "", ""))
			for _, p := range row.Parts {
				lines = append(lines, append(head[:3:3], "", "", "", cell(p.Reason), cell(p.Key), numberCell(p.Input), numberCell(&p.Weight), numberCell(p.Points), "", ""))
			}
			for _, in := range row.Inputs {
				value := ""
				switch v := in.Value.(type) {
				case float64:
					value = numberCell(&v)
				case nil:
				default:
					value = cell(factWords(in, "en"))
				}
				lines = append(lines, append(head[:3:3], "", "", "", cell(in.Reason), cell(in.Key), value, "", "", "", ""))
			}
			for _, c := range row.Checks {
				pass := ""
				if c.Pass != nil {
					pass = strconv.FormatBool(*c.Pass)
				}
				lines = append(lines, append(head[:3:3], "", "", "", cell(c.Reason), cell(c.Key), "", numberCell(&c.Weight), "", pass, cell(string(c.Severity))))
			}
		}
	}
	var b strings.Builder
	for _, line := range lines {
		for i, text := range line {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString(quoted(text))
		}
		b.WriteString("\r\n") // RFC 4180
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// quoted returns a cell as it stands in a file, by RFC 4180.
func quoted(text string) string {
	if !strings.ContainsAny(text, ",\"\r\n") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// cell returns a text that no spreadsheet takes for a formula.
func cell(text string) string {
	text = diag.Printable(text)
	if trimmed := strings.TrimLeft(text, " \u00a0"); trimmed != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(trimmed)[0]) {
		return "'" + text
	}
	return text
}

func numberCell(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func rankCell(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Values writes what expressions of scorecards may use besides a record's own
// fields: names, kinds and meanings.
func Values(w io.Writer, named []score.Named, o Options) error {
	var b strings.Builder
	i := inkOf(o.Color)
	b.WriteString(word("values.fields", o.Lang) + "\n\n")
	for _, n := range named {
		timed := ""
		if n.Timed {
			timed = ", " + word("values.timed", o.Lang)
		}
		fmt.Fprintf(&b, "%s (%s%s; %s)\n  %s\n", i.label(n.Name), n.Kind.In(o.Lang), timed, strings.Join(n.Types, ", "), n.Meaning.In(o.Lang))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ValuesJSON writes the same for programs.
func ValuesJSON(w io.Writer, named []score.Named, o Options) error {
	type value struct {
		Name    string   `json:"name"`
		Kind    string   `json:"kind"`
		Types   []string `json:"types"`
		Timed   bool     `json:"timed"`
		Meaning string   `json:"meaning"`
	}
	doc := struct {
		Version int     `json:"version"`
		Values  []value `json:"values"`
	}{1, []value{}}
	for _, n := range named {
		doc.Values = append(doc.Values, value{n.Name, n.Kind.In("en"), n.Types, n.Timed, n.Meaning.In(o.Lang)})
	}
	return writeJSON(w, doc)
}
