package feed

import (
	"encoding/xml"
	"fmt"

	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/site"
)

// MaxURLs is how many addresses one sitemap may hold (sitemaps.org, protocol
// 0.9); a larger site has a sitemap of sitemaps.
const MaxURLs = 50_000

// Where the elements of sitemaps are defined.
const (
	sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"
	xhtmlSpace   = "http://www.w3.org/1999/xhtml"
)

type urlEntry struct {
	Location   string      `xml:"loc"`
	Alternates []alternate `xml:"xhtml:link"`
}

type alternate struct {
	Relation string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Address  string `xml:"href,attr"`
}

type urlSet struct {
	XMLName xml.Name   `xml:"urlset"`
	Space   string     `xml:"xmlns,attr"`
	XHTML   string     `xml:"xmlns:xhtml,attr"`
	URLs    []urlEntry `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name   `xml:"sitemapindex"`
	Space   string     `xml:"xmlns,attr"`
	Maps    []urlEntry `xml:"sitemap"`
}

// Sitemap returns the sitemap of a plan: every page under the address that it
// is best known by, with its other languages. Where nobody said where the site
// will stand there is none, since its addresses must be absolute.
func Sitemap(plan *page.Plan) ([]site.File, error) { return sitemaps(plan, MaxURLs) }

func sitemaps(plan *page.Plan, limit int) ([]site.File, error) {
	if plan.Base == "" {
		return nil, nil
	}
	var all []urlEntry
	for _, p := range plan.Pages {
		if Listed(p) {
			all = append(all, entry(plan, p))
		}
	}
	if len(all) <= limit {
		f, err := write("sitemap.xml", urlSet{Space: sitemapSpace, XHTML: xhtmlSpace, URLs: all})
		return []site.File{f}, err
	}
	var files []site.File
	index := sitemapIndex{Space: sitemapSpace}
	for n := 1; len(all) > 0; n++ {
		size := min(limit, len(all))
		name := fmt.Sprintf("sitemap-%d.xml", n)
		f, err := write(name, urlSet{Space: sitemapSpace, XHTML: xhtmlSpace, URLs: all[:size]})
		if err != nil {
			return nil, err
		}
		files, all = append(files, f), all[size:]
		index.Maps = append(index.Maps, urlEntry{Location: plan.Absolute(name)})
	}
	f, err := write("sitemap.xml", index)
	return append(files, f), err
}

// Listed reports whether a page is worth finding: not one that leads
// elsewhere, nor one that repeats another language's words or stands for none.
func Listed(p *page.Page) bool {
	return p.Kind != page.Redirect && p.Kind != page.Languages && p.Kind != page.NotFound && !p.Archived && p.Canonical() == p.Address
}

func entry(plan *page.Plan, p *page.Page) urlEntry {
	e := urlEntry{Location: plan.Absolute(p.Address)}
	if len(p.Others) < 2 {
		return e
	}
	for _, o := range p.Others {
		e.Alternates = append(e.Alternates, alternate{"alternate", o.Lang, plan.Absolute(o.Address)})
	}
	return e
}

func write(name string, v any) (site.File, error) {
	data, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return site.File{}, fmt.Errorf("%s: %w", name, err)
	}
	return file(name, xml.Header+string(data)+"\n"), nil
}
