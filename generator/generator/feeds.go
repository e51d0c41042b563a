package generator

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/feed"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/report"
	"github.com/cxbook/cxbook/generator/site"
)

// feeds makes what the site says to programs: crawlers, servers, readers of
// feeds, other systems.
func (in Input) feeds(j *Judgement) ([]site.File, error) {
	if j.Plan.Portable {
		return nil, nil // nobody asks a folder
	}
	said := feed.Input{Book: j.shown.Book, Graph: j.shown.Graph, Plan: j.Plan, History: j.shown.History, Cards: j.shown.Cards, Due: j.shown.Due}
	files := slices.Concat(feed.Robots(j.Plan), feed.Servers(render.Policy, j.Plan))
	for _, make := range []func() ([]site.File, error){
		func() ([]site.File, error) { return feed.Sitemap(j.Plan) },
		func() ([]site.File, error) { return feed.Atom(said) },
		func() ([]site.File, error) { return feed.API(said) },
		func() ([]site.File, error) { return feed.Calendars(said) },
		func() ([]site.File, error) { return findings(j) },
	} {
		more, err := make()
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	return files, nil
}

// findings returns what was found in the records that the site shows, in the
// handbook's own language: the language of whoever builds it never changes a
// byte.
func findings(j *Judgement) ([]site.File, error) {
	language := j.Book.Config.DefaultLanguage
	var b bytes.Buffer
	err := report.JSON(&b, j.open(language), report.Options{
		Lang: language, AsOf: j.Book.AsOf.String(), Records: len(j.shown.Book.Records),
	})
	return []site.File{{Path: "api/v1/findings.json", Data: b.Bytes(), Owner: "cxbook: findings.json"}}, err
}

// open returns what may be said of the findings to the site's readers. Where
// something is hidden from them, that is only what is about records that they
// see in all versions, and names nothing else.
func (j *Judgement) open(language string) diag.List {
	if j.shown.Book == j.Book {
		return j.Findings
	}
	seen := map[string]bool{} // files
	var secret []string       // ids and files
	for file, id := range j.Book.Owners {
		name := path.Join(j.Book.Prefix, file)
		rec := j.shown.Book.Record(id)
		switch {
		case rec == nil:
			secret = append(secret, name, id)
		case len(rec.Versions) < len(j.Book.Record(id).Versions):
			secret = append(secret, name)
		default:
			seen[name] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(j.Findings), func(d diag.Diagnostic) bool {
		text := d.Text(language) + d.HintText(language)
		return !seen[d.At.File] ||
			slices.ContainsFunc(d.Related, func(r diag.Related) bool { return !seen[r.At.File] }) ||
			slices.ContainsFunc(secret, func(name string) bool { return strings.Contains(text, name) })
	})
}
