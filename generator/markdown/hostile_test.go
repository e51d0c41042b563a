package markdown

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/diag"
)

// size is how large the bodies are.
var size = func() int {
	if os.Getenv("CXBOOK_HOSTILE") == "full" {
		return MaxBytes
	}
	return MaxBytes / 8
}()

// fill repeats a piece of a body up to the size limit.
func fill(piece string) string { return after("", piece) }

// after repeats a piece behind a start, up to the size limit.
func after(start, piece string) string {
	return start + strings.Repeat(piece, (size-len(start))/len(piece))
}

// lines repeats a piece up to the limits of size and lines.
func lines(piece string) string {
	return strings.Repeat(piece, min(size/len(piece), MaxLines/strings.Count(piece, "\n")))
}

// backticks is rows of backticks of every length, none of which closes.
func backticks() string {
	var b strings.Builder
	for n := 1; b.Len()+n+1 < MaxBytes; n++ {
		b.WriteString(strings.Repeat("`", n) + " ")
	}
	return b.String()
}

// stairs is a list in a list in a list, by indentation.
func stairs(marker string) string {
	var b strings.Builder
	for n := 0; b.Len()+2*n+4 < size; n++ {
		b.WriteString(strings.Repeat(" ", 2*n) + marker + " a\n")
	}
	return b.String()
}

// numbered repeats a piece with a running number in it.
func numbered(format string, limit int) string {
	var b strings.Builder
	for n := 0; b.Len() < limit-40; n++ {
		fmt.Fprintf(&b, format, n)
	}
	return b.String()
}

// hostile are bodies that cost goldmark alone minutes or gigabytes, and their
// relatives. Each is an eighth of what a body may be: all of them at
// full size take half a minute (CXBOOK_HOSTILE=full).
var hostile = []struct {
	name, body string
	limits     string // variants of the CX510 that it ends in; "" where it is merely long
}{
	{"too large", strings.Repeat("a", MaxBytes+1), limitSize},
	{"too many lines", strings.Repeat("\n", MaxLines+1), limitLines},
	{"one line", fill("a"), ""},
	{"open links", fill("[a]("), limitMarks},
	{"20,000 open links", strings.Repeat("[a](", 20_000), limitMarks},
	{"open links with <", fill("[a](<b"), limitMarks},
	{"open links with titles", fill(`[a](b "c `), ""},
	{"open brackets", fill("["), limitMarks},
	{"open and closed brackets", fill("[")[:size/2] + fill("]")[:size/2], limitMarks},
	{"closing brackets", fill("]"), ""},
	{"pairs of brackets", fill("[a]"), ""},
	{"pairs of brackets on many lines", lines("[a][b][c][d][e][f]\n"), limitMarks + " " + limitReferences},
	{"links", fill("[a](b)"), ""},
	{"links with emphasis", fill("[*a](b)"), limitMarks},
	{"links within images", fill("![[a](b)](c)"), ""},
	{"images within images", fill("![")[:size/2] + fill("](b)")[:size/2], limitMarks},
	{"wiki links", fill("[[A-1]]"), ""},
	{"open wiki links", fill("[[a"), limitMarks},
	{"emphasis", fill("*a **a "), limitMarks},
	{"closing emphasis", fill("a* "), limitMarks},
	{"mixed emphasis", fill("*a _b **c __d ~e ~~f "), limitMarks},
	{"emphasis in many paragraphs", lines(strings.Repeat("*a _", 249) + "\n\n"), ""},
	{"strikethrough", fill("~~a "), limitMarks},
	{"code spans", fill("`a` "), ""},
	{"rows of backticks", backticks(), limitMarks},
	{"rows of backticks on many lines", strings.ReplaceAll(backticks()[:MaxBytes*9/10], " ", "\nab "), limitMarks},
	{"quotes", fill("> "), limitNesting},
	{"quotes on many lines", lines(strings.Repeat(">", MaxNesting/2-4) + "a\n"), ""},
	{"lists", after("a ", "- "), ""},
	{"lists with words", strings.Repeat("- ", size/4) + fill("a")[:size/2], limitNesting},
	{"ordered lists", fill("1. "), limitNesting},
	{"lists in stairs", stairs("-"), limitNesting},
	{"ordered lists in stairs", stairs("1."), limitNesting},
	{"a deep list and empty lines", strings.Repeat("- ", MaxNesting/2-2) + "a" + strings.Repeat("\n", MaxLines-1), ""},
	{"list items", lines("- a\n"), ""},
	{"definition lists", lines("a\n: b\n"), ""},
	{"nested definition lists", strings.Repeat("a\n", 2) + fill(":   ")[:size/2], ""},
	{"<", fill("<"), ""},
	{"tags", fill("<b>"), "findings"},
	{"open tags", fill("<b "), ""},
	{"open tags with attributes", fill("<a b='"), ""},
	{"one long open tag", after("<a ", "b "), ""},
	{"many open tags with attributes", strings.Repeat("<a"+strings.Repeat(" b", 500)+"\n", 1000), ""},
	{"open comments", fill("<!-- a "), ""},
	{"open comments in text", after("a ", "<!--"), ""},
	{"open instructions", after("a ", "<?"), ""},
	{"open declarations", after("a ", "<!A"), ""},
	{"open CDATA", after("a ", "<![CDATA["), limitMarks},
	{"HTML blocks", lines("<div>\n\n"), "findings"},
	{"open scripts", lines("<script>\n"), ""},
	{"autolinks", fill("<http://a>"), ""},
	{"open autolinks", fill("<http://a"), ""},
	{"open mail addresses", fill("<a@a.a"), ""},
	{"one long mail address", after("<", "a."), ""},
	{"definitions in one paragraph", lines("[a]: b\n"), limitMarks + " " + limitReferences},
	{"definitions", numbered("[%d]: b\n\n", MaxLines*5), ""},
	{"open definitions", lines("[a]: b '\n"), limitMarks + " " + limitReferences},
	{"a long label", "[" + lines("a\n"), limitReferences},
	{"a long address, often", "[a]: " + strings.Repeat("b", size/2) + "\n\n" + strings.Repeat("[a] ", size/8-10), limitReferences},
	{"a long title, often", "[a]: b '" + strings.Repeat("c", size/2) + "'\n\n" + strings.Repeat("[a] ", size/8-10), limitReferences},
	{"marks of one footnote", "[^1]: a\n\n" + strings.Repeat("[^1]", size/4-10), limitReferences},
	{"footnotes", numbered("[^%d]: b\n\n", MaxLines*5), "findings " + limitReferences},
	{"many footnotes and marks", numbered("[^%d]: b\n\n", 20_000) + strings.Repeat("[^zz]", 200_000), "findings " + limitMarks + " " + limitReferences},
	{"marks without footnotes", fill("[^1]"), ""},
	{"nested footnotes", fill("[^a]:"), limitNesting},
	{"a table of many columns", "a" + strings.Repeat("|a", size/8) + "\n-" + strings.Repeat("|-", size/8) + "\n" + strings.Repeat("a\n", 1000), limitTable},
	{"a wide table of 34 KB", strings.Repeat("|a", 4000) + "\n" + strings.Repeat("|-", 4000) + "\n" + strings.Repeat("a\n", 9000), limitTable},
	{"many small tables", lines("|a|a|a\n|-|-|-\n|\n|\n|\n|\n|\n|\n\n"), limitTable},
	{"pipes", fill("|"), ""},
	{"pipes on many lines", lines("|||||||||||||||||\n"), ""},
	{"rules of tables", lines("|-|-|-|-|-|-|\n"), limitTable},
	{"escaped pipes in tables", "a|b\n-|-\n" + strings.Repeat("`a\\|`", size/6), limitTable},
	{"code spans and escaped pipes in a table", "a|b\n-|-\n" + strings.Repeat("`a\\|`", 999) + strings.Repeat("`a`", 300_000), ""},
	{"wiki links in a row of a table", after("a|b\n-|-\n", "[[a|b]]"), "findings"},
	{"definitions in many paragraphs", lines(strings.Repeat("[a]: b\n", MaxDefinitions-1) + "\n"), ""},
	{"lists with tabs", after(strings.Repeat("-\t", 30), "a"), ""},
	{"headings", lines("# a\n"), "findings"},
	{"long headings", "## " + fill("ż")[:size-4], ""},
	{"open attributes", lines("## a {a={a={a={a='\n"), "findings"},
	{"one heading of braces", "## " + fill("{a=")[:size-8] + "}", ""},
	{"passages", "## § 1\n\n" + lines("1. a\n")[:size/8], ""},
	{"alerts", lines("> [!NOTE]\n\n"), ""},
	{"straight quotes", fill(`"`), ""},
	{"quotation marks", fill(`"a" `), ""},
	{"dots", fill("..."), ""},
	{"hyphens", after("a ", "--- "), ""},
	{"ampersands", fill("&"), ""},
	{"entities", fill("&amp;"), ""},
	{"backslashes", fill(`\`), ""},
	{"escaped brackets", fill(`\[`), ""},
	{"tabs", fill("\t"), ""},
	{"spaces", fill("a "), ""},
	{"line breaks", lines("a  \n"), ""},
	{"fences", lines("```\n"), ""},
	{"open fences of every length", strings.ReplaceAll(backticks()[:MaxBytes*9/10], " ", "\n\n"), ""},
	{"task lists", lines("- [ ] a\n"), ""},
	{"NUL", fill("\x00"), ""},
	{"not UTF-8", fill("\x80*"), limitMarks},
	{"letters beyond ASCII", fill("ż*"), limitMarks},
}

func TestHostileBodies(t *testing.T) {
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			doc := Parse(Input{Name: "x.md", Body: []byte(tt.body), Line: 1, Lang: "en", HTML: true})
			doc.HTML(Filling{Resolve: raw})
			var met []string
			for _, d := range doc.Findings {
				if d.Code == diag.MarkdownLimit {
					met = append(met, d.Message.Key)
				}
			}
			slices.Sort(met)
			if found := strings.Join(met, " "); found != tt.limits {
				t.Errorf("limits %q, want %q", found, tt.limits)
			}
		})
	}
}
