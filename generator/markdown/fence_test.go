package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUnclosedCode(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"closed", "```\na\n```\n\n~~~ go\nb\n~~~~\n", nil},
		{"closed on the last line", "```\na\n```", nil},
		{"closed at once", "```\n```\n", nil},
		{"indented code has no end", "    a\n", nil},
		{"not closed", "a\n\n```\n[x](POL-001)\n\n## b\n", []string{"CX517 @```"}},
		{"with a language", "a\n\n  ~~~~ go\nb\n", []string{"CX517 @~~~~"}},
		{"nothing follows", "a\n\n```\n", []string{"CX517 @```"}},
		{"the other kind", "```\na\n~~~\nb\n~~~\n", []string{"CX517 @```"}},
		{"the other kind, closed", "```\n~~~\n```\n", nil},
		{"too short", "`````\na\n```\n", []string{"CX517 @`````"}},
		{"a word after it", "```\na\n``` b\n", []string{"CX517 @```"}},
		{"indented too far", "```\na\n    ```\n", []string{"CX517 @```"}},
		{"in a list", "- a\n\n  ```\n  b\n\n- c\n", []string{"CX517 @```"}},
		{"in a list, closed", "- ```\n  b\n  ```\n- c\n", nil},
		{"at the start of an item", "1. ~~~\n   b\n\nc\n", []string{"CX517 @~~~"}},
		{"after a tab", "-\t```\n\tb\n\nc\n", []string{"CX517 @```"}},
		{"in a quote", "> ```\n> a\n\n```\nb\n```\n", []string{"CX517 @```"}},
		{"in a quote, closed", "> ```\n> a\n> ```\n", nil},
		{"in a list in a quote", "> - ```\n>   a\n> - ```\n>   b\n>   ```\n", []string{"CX517 @```"}},
		{"the end is outside the quote", "> ```\n> a\n```\n", []string{"CX517 @```", "CX517 @```"}},
		{"in an alert", "> [!NOTE]\n> ~~~\n> a\n", []string{"CX517 @~~~"}},
		{"in a note", "a[^1]\n\n[^1]: b\n\n    ```\n    c\n", []string{"CX517 @```"}},
		{"code spans are no blocks", "``` a ``` b\n", nil},
		{"after other letters", "> żółć\n>\n> - ~~~~\n", []string{"CX517 @~~~~"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := parse("pl", tt.body)
			if diff := cmp.Diff(tt.want, findings(t, tt.body, doc)); diff != "" {
				t.Error(diff)
			}
			for _, d := range doc.Findings {
				if got, want := d.Message.Args["fence"], at(t, tt.body, d.At); got != want {
					t.Errorf("fence %q, want %q", got, want)
				}
			}
		})
	}
}
