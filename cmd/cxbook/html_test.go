package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// htmlCommand is the command `html FILE SELECTOR [ATTRIBUTE]`: for each
// element that the selector matches it prints a line with the element's words
// or attribute. It fails where nothing matches.
func htmlCommand(args []string) int {
	if len(args) < 2 || len(args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: html FILE SELECTOR [ATTRIBUTE]")
		return 2
	}
	f, err := os.Open(args[0])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	found := selectAll(root, args[1])
	for _, n := range found {
		if len(args) == 3 {
			fmt.Println(attributeOf(n, args[2]))
			continue
		}
		fmt.Println(wordsOf(n))
	}
	if len(found) == 0 {
		return 1
	}
	return 0
}

// selectAll returns the elements that a selector matches, in the order of the
// page. It knows names, #id, .class, [attribute], [attribute="value"] and one
// inside another: `main dl a[href]`.
func selectAll(root *html.Node, selector string) []*html.Node {
	parts := strings.Fields(selector)
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && matches(n, parts) {
			out = append(out, n)
		}
	}
	return out
}

func matches(n *html.Node, parts []string) bool {
	last := len(parts) - 1
	if !matchesOne(n, parts[last]) {
		return false
	}
	if last == 0 {
		return true
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && matches(p, parts[:last]) {
			return true
		}
	}
	return false
}

var simpleSelector = regexp.MustCompile(`^[a-z0-9]+|#[^#.\[\]]+|\.[^#.\[\]]+|\[[^\]]+\]`)

func matchesOne(n *html.Node, selector string) bool {
	for _, s := range simpleSelector.FindAllString(selector, -1) {
		ok := false
		switch s[0] {
		case '#':
			ok = attributeOf(n, "id") == s[1:]
		case '.':
			ok = slices.Contains(strings.Fields(attributeOf(n, "class")), s[1:])
		case '[':
			name, value, valued := strings.Cut(s[1:len(s)-1], "=")
			ok = hasAttribute(n, name) && (!valued || attributeOf(n, name) == strings.Trim(value, `"`))
		default:
			ok = n.Data == s
		}
		if !ok {
			return false
		}
	}
	return true
}

func hasAttribute(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// wordsOf returns what a reader reads of an element, on one line.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "style" {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestSelectors(t *testing.T) {
	root, err := html.Parse(strings.NewReader(
		`<main id=m><h1 class="a b">One</h1><p>Two <a href="x">three</a><p class=b>Four</main><a>Five</a>`))
	if err != nil {
		t.Fatal(err)
	}
	for selector, want := range map[string]string{
		"h1":            "One",
		"#m p":          "Two three,Four",
		"main a":        "three",
		"a":             "three,Five",
		".b":            "One,Four",
		"p.b":           "Four",
		`a[href="x"]`:   "three",
		`a[href="y"]`:   "",
		"main p a":      "three",
		"p main":        "",
		"main[id] .a.b": "One",
	} {
		var got []string
		for _, n := range selectAll(root, selector) {
			got = append(got, wordsOf(n))
		}
		if s := strings.Join(got, ","); s != want {
			t.Errorf("%s: %q, want %q", selector, s, want)
		}
	}
}
