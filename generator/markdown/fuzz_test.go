package markdown

import (
	"encoding/json"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/cxbook/cxbook/generator/diag"
)

// attributes lists every element that a body may become, with what it may
// carry. It is written down here a second time on purpose.
var attributes = map[string][]string{
	"p": {"class"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"a":  {"href", "hreflang", "title", "class", "role", "aria-label"},
	"em": nil, "strong": nil, "del": nil, "code": {"class"}, "pre": {"tabindex"}, "br": nil, "hr": nil,
	"img": {"src", "alt", "title"}, "blockquote": nil, "ul": nil, "ol": {"start"}, "li": {"id"},
	"dl": nil, "dt": nil, "dd": nil, "div": {"class", "role", "tabindex", "aria-label"}, "section": {"class", "role", "aria-label"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"sup": {"class", "id"}, "span": {"class", "role", "aria-label"},
}

// faults reads HTML token by token and says what must not be in it.
func faults(page []byte, anchors map[string]bool) []string {
	c := &checker{ids: map[string]bool{}}
	z := html.NewTokenizer(strings.NewReader(string(page)))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if len(c.open) > 0 {
				c.fault("open at the end: " + strings.Join(c.open, " "))
			}
			c.compare(anchors)
			c.parseAsBrowsersDo(page)
			return c.found
		case html.StartTagToken, html.SelfClosingTagToken:
			c.start(z.Token())
		case html.EndTagToken:
			c.end(z.Token().Data)
		case html.TextToken:
		default:
			c.fault("a " + kind.String())
		}
	}
}

type checker struct {
	open  []string
	ids   map[string]bool
	found []string
	tags  int
}

func (c *checker) fault(s string) { c.found = append(c.found, s) }

func (c *checker) start(tag html.Token) {
	c.tags++
	allowed, ok := attributes[tag.Data]
	if !ok {
		c.fault("element " + tag.Data)
	}
	for _, a := range tag.Attr {
		if !slices.Contains(allowed, a.Key) {
			c.fault("attribute " + a.Key + " of " + tag.Data)
		}
		switch a.Key {
		case "id":
			if c.ids[a.Val] || a.Val == "" || strings.ContainsFunc(a.Val, unicode.IsSpace) {
				c.fault("id " + a.Val)
			}
			c.ids[a.Val] = true
		case "href", "src":
			c.address(a.Val)
		}
	}
	if tag.Data == "a" && slices.Contains(c.open, "a") {
		c.fault("a link in a link")
	}
	if !slices.Contains([]string{"br", "hr", "img"}, tag.Data) {
		c.open = append(c.open, tag.Data)
	}
}

func (c *checker) end(name string) {
	if n := len(c.open); n > 0 && c.open[n-1] == name {
		c.open = c.open[:n-1]
		return
	}
	c.fault("</" + name + "> after <" + strings.Join(c.open, " ") + ">")
}

// address reads an address as browsers do: they drop control characters and
// take \ for /.
func (c *checker) address(s string) {
	seen := strings.Map(func(r rune) rune {
		switch {
		case r < ' ':
			return -1
		case r == '\\':
			return '/'
		}
		return r
	}, strings.TrimLeft(s, " "))
	if strings.HasPrefix(seen, "//") {
		c.fault("address " + s)
	}
	if u, err := url.Parse(seen); err == nil && u.Scheme != "" && !slices.Contains([]string{"http", "https", "mailto", "tel"}, u.Scheme) {
		c.fault("address " + s)
	}
	if lower := strings.ToLower(seen); strings.HasPrefix(lower, "javascript:") || strings.HasPrefix(lower, "data:") {
		c.fault("address " + s)
	}
}

// compare holds the ids of the page against those that the Doc tells of.
func (c *checker) compare(anchors map[string]bool) {
	for id := range anchors {
		if !c.ids[id] {
			c.fault("anchor without a place: " + id)
		}
	}
	for id := range c.ids {
		if !anchors[id] {
			c.fault("id that is no anchor: " + id)
		}
	}
}

// parseAsBrowsersDo finds elements that a browser would add, move or close.
func (c *checker) parseAsBrowsersDo(page []byte) {
	nodes, err := html.ParseFragment(strings.NewReader(string(page)), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		c.fault(err.Error())
	}
	n := 0
	for _, node := range nodes {
		if node.Type == html.ElementNode {
			n++
		}
		for d := range node.Descendants() {
			if d.Type == html.ElementNode {
				n++
			}
		}
	}
	if n != c.tags {
		c.fault("a browser sees other elements than were written")
	}
}

// outside returns the spans that do not lie in the body.
func outside(body string, doc *Doc) []diag.Span {
	lines := strings.Split(body, "\n")
	inside := func(p diag.Position) bool {
		n := p.Line - firstLine
		return n >= 0 && n < len(lines) && p.Column >= 1 && p.Column <= utf8.RuneCountInString(lines[n])+1
	}
	var spans, out []diag.Span
	for _, d := range doc.Findings {
		spans = append(spans, d.At)
		for _, r := range d.Related {
			spans = append(spans, r.At)
		}
	}
	for _, r := range doc.References {
		spans = append(spans, r.At)
	}
	for _, h := range doc.Headings {
		spans = append(spans, h.At)
	}
	for _, s := range spans {
		ordered := s.Start.Line < s.End.Line || s.Start.Line == s.End.Line && s.Start.Column <= s.End.Column
		if !inside(s.Start) || !inside(s.End) || !ordered {
			out = append(out, s)
		}
	}
	return out
}

// examine says what must not come of any body.
func examine(t *testing.T, body string) *Doc {
	t.Helper()
	done := make(chan *Doc, 1)
	go func() { done <- parse("pl", body) }()
	var doc *Doc
	select {
	case doc = <-done:
	case <-time.After(time.Minute):
		t.Fatalf("%q: no end", body)
	}
	if f := faults(doc.HTML(Filling{Resolve: raw}), doc.Anchors); len(f) > 0 {
		t.Errorf("%q\n%s\n%s", body, strings.Join(f, "\n"), doc.HTML(Filling{Resolve: raw}))
	}
	nowhere := doc.HTML(Filling{Resolve: func(Reference) Destination { return Destination{} }})
	if f := faults(nowhere, doc.Anchors); len(f) > 0 {
		t.Errorf("%q, leading nowhere\n%s\n%s", body, strings.Join(f, "\n"), nowhere)
	}
	if utf8.ValidString(body) {
		if s := outside(body, doc); len(s) > 0 {
			t.Errorf("%q: spans outside: %v", body, s)
		}
	}
	return doc
}

func FuzzParse(f *testing.F) {
	text, err := os.ReadFile("testdata/commonmark.json")
	if err != nil {
		f.Fatal(err)
	}
	var examples []example
	if err := json.Unmarshal(text, &examples); err != nil {
		f.Fatal(err)
	}
	for _, e := range examples {
		f.Add(e.Markdown)
	}
	for _, body := range []string{
		"## § 3 Cel {#a .b}\n\n1. [[POL-001|x]]\n2. ![a](b.png \"c\")\n\n> [!NOTE]\n> | a | b |\n> |:-:|---|\n> | `x\\|y` | [[A-1\\|b]] |\n",
		"a[^1] [b [[C-1]] <http://d> [^1]](e) ![f[^1]](g)\n\n[^1]: h\n    > i[^1]\n\n[^2]: j\n",
		"Raz\n: dwa\n\n    trzy\n\n- [x] a\n- [ ] b\n\n~~c~~ <b> <!-- d -->\n\n<div>\n",
		"\"a 'b' c\" -- --- ... << >> {#x}\n===\n",
		"[a]: <b> 'c'\n[d]: //e\n[a] [d] [f](javascript:g) [h](&#106;avascript:i)\n",
		"> - > 1. ## a\n\t\t- b\n \u00a0\x00\xff\ufeff\u202e\n",
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) { examine(t, body) })
}

func FuzzReferences(f *testing.F) {
	for _, address := range []string{
		"POL-001#par-3", "../roles/a%20b.pl.md#ż", "https://example.org/?a=1&b=ż#c", "mailto:a@b.c", "tel:+48", "//host", `/\host`,
		"javascript:x", "java&#115;cript:x", "%6Aavascript:x", "#a", "", "a(b)c", "<a b>", "pol-1", "data:x", "a:b", "C:\\x", "http:x", "\u00a0x", "&Tab;x", "x|y",
	} {
		f.Add(address, "ż")
	}
	f.Fuzz(func(t *testing.T, address, text string) {
		for _, body := range []string{
			"ż [" + text + "](" + address + ") ż\n", "![" + text + "](<" + address + ">)\n", "[" + text + "]\n\n[" + text + "]: " + address + "\n",
			"[[" + address + "|" + text + "]]\n", "| a |\n|---|\n| [" + text + "](" + address + ") |\n", "<" + address + ">\n",
		} {
			for _, ref := range examine(t, body).References {
				scheme, _, _ := strings.Cut(ref.Target, ":")
				switch ref.Kind {
				case External:
					if !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
						t.Errorf("%q leads to %q", body, ref.Target)
					}
				case RecordLink, PathLink, Image:
					if ref.Target == "" || schemeOf(ref.Target) != "" || isHost(ref.Target) {
						t.Errorf("%q leads to %q", body, ref.Target)
					}
				case AnchorLink:
					if ref.Target != "" {
						t.Errorf("%q leads to %q", body, ref.Target)
					}
				}
			}
		}
	})
}

func FuzzHeadings(f *testing.F) {
	for _, title := range []string{"§ 3 Zamknięta pętla", "Zażółć {#a .b}", "a\n# a", "\u0130", "§\u00a03a", "# #", "{#a}", "a {#b} ##", "\u0301", "*a* [b](C-1)", "Par 3\n## § 3"} {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		for _, body := range []string{"## " + title + "\n\n1. a\n\n## " + title + "\n", title + "\n---\n\n### " + title + " ###\n"} {
			doc := examine(t, body)
			seen := map[string]bool{}
			for _, h := range doc.Headings {
				if h.Anchor == "" || seen[h.Anchor] || !doc.Anchors[h.Anchor] || strings.ContainsFunc(h.Anchor, unicode.IsSpace) {
					t.Errorf("%q: anchor %q", body, h.Anchor)
				}
				seen[h.Anchor] = true
				if h.Number != "" && (h.Level != 2 || !strings.HasPrefix(h.Anchor, "par-"+h.Number)) {
					t.Errorf("%q: %+v", body, h)
				}
			}
			if sections := len(doc.Sections); sections < len(doc.Headings) || sections > len(doc.Headings)+1 {
				t.Errorf("%q: %d sections of %d headings", body, sections, len(doc.Headings))
			}
		}
		if s := slug(title); slug(s) != s {
			t.Errorf("the anchor of %q is %q, whose anchor is %q", title, s, slug(s))
		}
	})
}
