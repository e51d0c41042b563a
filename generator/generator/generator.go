// Package generator calls the rooms in their order: files, records, checked
// handbook, pages, site. It is a table of contents; the work is done in the
// rooms.
package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/cxbook/cxbook/generator/acknowledgement"
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/due"
	"github.com/cxbook/cxbook/generator/duty"
	"github.com/cxbook/cxbook/generator/education"
	"github.com/cxbook/cxbook/generator/history"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/maturity"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/publish"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/site"
	"github.com/cxbook/cxbook/generator/source"
)

// An Input is everything that a handbook is judged and published by.
type Input struct {
	Content fs.FS          // the content folder
	Prefix  string         // how findings call it: content
	Schemas []schema.Layer // the built-in ones first
	Theme   fs.FS
	AsOf    lang.Date
	// BaseURL is where the site will stand, in place of what the handbook
	// says; it ends in a slash. Portable is for a site read without a server.
	BaseURL  string
	Portable bool
	// Audience is the labels of the readers for whom the site is made; a site
	// for everybody has none.
	Audience []string
	// History is what git knows of the content; nil where nobody asked.
	History *history.History
	// Memory is of the last look at the handbook, for whoever looks at it time
	// and again; nil for none. It changes no result.
	Memory *Memory
}

// A Judgement is a handbook with everything that was found in it.
type Judgement struct {
	Book     *record.Handbook
	Graph    *link.Graph
	Plan     *page.Plan
	Cards    *score.Cards
	Due      []due.Item // the earliest first
	Findings diag.List  // in order, with the handbook's own severities

	shown page.Input // what the site's readers see
}

// Failed reports whether the handbook has errors.
func (j *Judgement) Failed() bool { return j.Findings.Count(diag.Error) > 0 }

// Check judges the handbook. The error is for what keeps it from being
// judged at all, such as a content folder that cannot be listed.
func Check(ctx context.Context, in Input) (*Judgement, error) { return judge(ctx, in, false) }

func judge(ctx context.Context, in Input, html bool) (*Judgement, error) {
	memory := in.Memory
	if memory == nil {
		memory = &Memory{}
	}
	set, found, err := memory.load(in.Schemas)
	if err != nil {
		return nil, err
	}
	tree, more, err := source.ReadAgain(in.Content, in.Prefix, &memory.source)
	if err := errors.Join(err, ctx.Err()); err != nil {
		return nil, err
	}
	found = append(found, more...)
	book, more := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: in.AsOf, HTML: html, Memory: &memory.record})
	found = append(found, more...)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	graph, more := link.Connect(book)
	found = append(found, more...)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	measures, more := measure.Gather(book, in.open)
	found = append(found, more...)
	shipped, err := in.scorecards(set)
	if err != nil {
		return nil, err
	}
	by, more := in.parameters(book, shipped)
	found = append(found, more...)
	all, more := in.work(page.Input{Book: book, Graph: graph, Measures: measures}, shipped, by)
	found = append(found, more...)
	if html { // a check shows no day
		all.History = in.history(tree, memory)
	}
	shown := in.shown(all, unreplaced(book, shipped), by)
	plan, more := page.Make(shown)
	if shown.Book != book {
		_, more = page.Make(all) // what is wrong is wrong for every audience
	}
	found = all.Cards.Mark(append(found, more...))
	settings := diag.SettingsOf(book.Config.Severity)
	j := &Judgement{Book: book, Graph: graph, Plan: plan, Cards: all.Cards, Due: all.Due, Findings: settings.Apply(found).Tidy(), shown: shown}
	plan.Findings = j.open(book.Config.DefaultLanguage)
	return j, nil
}

// work works out what follows from a handbook, its references and its figures.
func (in Input) work(from page.Input, shipped []*record.Record, by parameters) (page.Input, diag.List) {
	var found diag.List
	add := func(more diag.List) { found = append(found, more...) }
	out, book := from, from.Book
	var more diag.List
	out.Duties, more = duty.Assign(book)
	add(more)
	out.Ledger, more = acknowledgement.Gather(book, in.open)
	add(more)
	out.Trainings, more = education.Gather(book, in.open)
	add(more)
	out.Maturity, more = maturity.Assess(book, by.maturity)
	add(more)
	out.Initiatives, more = follow(book, by, out.Measures)
	add(more)
	pending := due.Input{
		Book: book, Graph: out.Graph, Maturity: out.Maturity, Initiatives: out.Initiatives, Measures: out.Measures, Trainings: out.Trainings,
	}
	out.Due = due.List(pending)
	add(due.Findings(pending))
	out.Cards, more = in.score(out, shipped)
	add(more)
	return out, found
}

// open returns the bytes of a data file.
func (in Input) open(path string) ([]byte, error) { return source.ReadAsset(in.Content, path) }

// shown returns what the site shows, and how it is going to be read: without
// records that are for others than its readers, and without whatever those
// refer to or are referred to by.
func (in Input) shown(all page.Input, shipped []*record.Record, by parameters) page.Input {
	shown := all
	if shown.Book = all.Book.For(in.Audience); shown.Book != all.Book {
		shown.Graph, _ = link.Connect(shown.Book) // the whole handbook has been judged already
		shown.Measures = all.Measures.For(shown.Book)
		shown, _ = in.work(shown, shipped, by)
	}
	shown.Publication = page.Publication{Base: in.BaseURL, Portable: in.Portable}
	if shown.Base == "" && !in.Portable {
		shown.Base = all.Book.Config.BaseURL
	}
	return shown
}

// Build judges the handbook and, where it has no errors, returns its site,
// whose pages are made when they are asked for; the site is nil where it has.
func Build(ctx context.Context, in Input) (*Judgement, *site.Site, error) {
	theme, err := render.Load(in.Theme)
	if err != nil {
		return nil, nil, err
	}
	j, err := judge(ctx, in, true)
	if err != nil || j.Failed() {
		return j, nil, err
	}
	s := &site.Site{}
	minifier := publish.NewMinifier()
	assets, names, err := minifier.Assets(theme.Assets())
	if err != nil {
		return nil, nil, err
	}
	var pages []site.File
	for _, p := range j.Plan.Pages {
		pages = append(pages, site.File{Path: render.Path(p.Address), Owner: "/" + p.Address, Make: func() ([]byte, error) {
			return makePage(p, func(p *page.Page) ([]byte, error) {
				html, err := theme.Page(j.Plan.Write(p), names)
				if err != nil {
					return nil, err
				}
				return minifier.Bytes(render.Path(p.Address), html)
			})
		}})
	}
	files, err := attachments(in.Content, j.Plan.Files)
	if err != nil {
		return nil, nil, err
	}
	outputs, err := in.feeds(j)
	if err != nil {
		return nil, nil, err
	}
	for _, group := range [][]site.File{assets, pages, files, outputs} {
		for _, f := range group {
			if err := s.Add(f); err != nil {
				return nil, nil, err
			}
		}
	}
	return j, s, nil
}

// makePage makes a page's bytes; a panic over it becomes an error that names
// the file it is made from.
func makePage(p *page.Page, do func(*page.Page) ([]byte, error)) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: cxbook failed on the page /%s, please report this: %v", p.From.File, p.Address, r)
		}
	}()
	return do(p)
}

// attachments reads the images and attachments that pages use.
func attachments(content fs.FS, files []page.File) ([]site.File, error) {
	out := make([]site.File, 0, len(files))
	for _, f := range files {
		data, err := source.ReadAsset(content, f.Path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Path, err)
		}
		out = append(out, site.File{Path: f.Address, Data: data, Owner: f.Path})
	}
	return out, nil
}
