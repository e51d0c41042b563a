package render

import (
	"bytes"
	"fmt"
	"html/template"
	"path"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/page"
)

// A view is what a template sees: the page, and It, the part of the page
// that a component is called for (see Of).
type view struct {
	*page.Page
	It    any
	theme *Theme
	names map[string]string
}

// Of returns the same view with It set, to call a component with.
func (v view) Of(it any) view {
	v.It = it
	return v
}

// Say returns a word of the interface in the page's language; args are pairs.
func (v view) Say(key string, args ...any) (string, error) {
	return v.theme.words.Say(v.Lang, key, args...)
}

// SayIn returns a word of the interface in another language.
func (v view) SayIn(language, key string) (string, error) { return v.theme.words.Say(language, key) }

// Count returns a phrase with a number in it.
func (v view) Count(key string, n int) (string, error) { return v.theme.words.Count(v.Lang, key, n) }

// Navigation returns the links to all sections.
func (v view) Navigation() (template.HTML, error) {
	at := place{site: v.Site, from: v.Address}
	if v.Kind == page.RecordPage {
		at.from = path.Dir(strings.TrimSuffix(v.Address, "/")) + "/*"
	}
	if ready, ok := v.theme.navigation.Load(at); ok {
		return ready.(template.HTML), nil
	}
	var b strings.Builder
	if err := v.theme.templates.ExecuteTemplate(&b, "navigation", v); err != nil {
		return "", err
	}
	ready := template.HTML(b.String())
	v.theme.navigation.Store(at, ready)
	return ready, nil
}

// Name returns what the page is called.
func (v view) Name() (string, error) {
	switch {
	case v.Word == "":
		return v.Title, nil
	case v.Title == "":
		return v.Say(v.Word)
	}
	return v.Say(v.Word, "title", v.Title)
}

// Letters returns the letters of a table of who does what, in order.
func (v view) Letters() []duty.Letter {
	return []duty.Letter{duty.Responsible, duty.Accountable, duty.Assists, duty.Consulted, duty.Informed}
}

// Own returns a language's name in that language.
func (v view) Own(language string) string { return lang.Own(language) }

// Policy returns the content security policy.
func (v view) Policy() string { return Policy }

// Href returns where a link leads from this page. A link out of the site is
// a string, whose scheme the template judges; one inside it is ours.
func (v view) Href(l page.Link) any {
	if l.URL != "" {
		return l.URL
	}
	return template.URL(v.Page.Href(l))
}

// To returns where an address is from this page.
func (v view) To(address string) template.URL {
	return template.URL(v.Page.To(address))
}

// Canonical returns the URL by which search engines should know the page, or
// "" where nobody said where the site will stand.
func (v view) Canonical() string { return v.Absolute(v.Page.Canonical()) }

// Feed returns where the feed of changes is, or "" where the site has none.
func (v view) Feed() template.URL {
	if v.Portable {
		return ""
	}
	return v.To(page.FeedAddress(v.Lang))
}

// Following returns where the feed of what the page is about is, or "" where it
// has none but the site's.
func (v view) Following() template.URL {
	if v.Portable || v.Follow == "" || v.Follow == page.FeedAddress(v.Lang) {
		return ""
	}
	return v.To(v.Follow)
}

// Alternate returns the URL of the page in another language: absolute, as
// search engines want it, where that is known.
func (v view) Alternate(address string) any {
	if url := v.Absolute(address); url != "" {
		return url
	}
	return v.To(address)
}

// Asset returns where one of the theme's assets is from this page.
func (v view) Asset(name string) (string, error) {
	published, ok := v.names["assets/"+name]
	if !ok {
		return "", fmt.Errorf("the theme has no asset %q", name)
	}
	return v.Page.To(published), nil
}

// Body returns the record's body with its references filled in. It is HTML
// that the markdown room made, which lets no markup of the author's through.
func (v view) Body() (template.HTML, error) {
	r := v.Record
	if r == nil || r.Doc == nil {
		return "", nil
	}
	remarks, err := v.remarks()
	if err != nil {
		return "", err
	}
	return template.HTML(r.Doc.HTML(markdown.Filling{
		Resolve: func(ref markdown.Reference) markdown.Destination {
			l, ok := r.Leads[ref.At]
			if !ok {
				return markdown.Destination{Text: ref.Target}
			}
			return markdown.Destination{Href: v.Page.Href(l), Text: l.Title, Lang: l.Lang}
		},
		Marks:   v.terms(),
		Remarks: remarks,
	})), nil
}

// remarks returns what there is to say on places of the body, as the theme has
// it.
func (v view) remarks() (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, remark := range v.Record.Remarks {
		var b bytes.Buffer
		if err := v.theme.templates.ExecuteTemplate(&b, "remark", v.Of(remark)); err != nil {
			return nil, err
		}
		out[remark.Anchor] = append(out[remark.Anchor], b.Bytes()...)
	}
	return out, nil
}

// terms says where the words of the glossary in the body lead.
func (v view) terms() []markdown.Mark {
	var marks []markdown.Mark
	for _, t := range v.Record.Terms {
		marks = append(marks, markdown.Mark{
			From: t.From, To: t.To, Title: t.Meaning,
			Destination: markdown.Destination{Href: v.Page.Href(t.Link), Lang: t.Link.Lang},
		})
	}
	return marks
}

// Lines returns the lines of a text that its author broke.
func (v view) Lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// Text returns one of a rule's texts in the page's language.
func (v view) Text(t diag.Text) string { return t.In(v.Lang) }
