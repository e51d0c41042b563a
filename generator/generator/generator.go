// Package generator calls the rooms in their order: files, records, checked
// handbook, pages, site. It is a table of contents; the work is done in the
// rooms.
package generator

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/link"
	"github.com/cxbook/cxbook/generator/page"
	"github.com/cxbook/cxbook/generator/publish"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/render"
	"github.com/cxbook/cxbook/generator/schema"
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
}

// A Judgement is a handbook with everything that was found in it.
type Judgement struct {
	Book     *record.Handbook
	Graph    *link.Graph
	Plan     *page.Plan
	Findings diag.List // in order, with the handbook's own severities
}

// Failed reports whether the handbook has errors.
func (j *Judgement) Failed() bool { return j.Findings.Count(diag.Error) > 0 }

// Check judges the handbook. The error is for what keeps it from being
// judged at all, such as a content folder that cannot be listed.
func Check(in Input) (*Judgement, error) { return judge(in, false) }

func judge(in Input, html bool) (*Judgement, error) {
	set, found, err := schema.Load(in.Schemas...)
	if err != nil {
		return nil, err
	}
	tree, more, err := source.Read(in.Content, in.Prefix)
	if err != nil {
		return nil, err
	}
	found = append(found, more...)
	book, more := record.Load(record.Input{Tree: tree, Schemas: set, AsOf: in.AsOf, HTML: html})
	found = append(found, more...)
	graph, more := link.Connect(book)
	found = append(found, more...)
	plan, more := page.Make(book, graph)
	found = append(found, more...)
	settings := diag.SettingsOf(book.Config.Severity)
	return &Judgement{Book: book, Graph: graph, Plan: plan, Findings: settings.Apply(found).Tidy()}, nil
}

// Build judges the handbook and, where it has no errors, makes its site; the
// site is nil where it has.
func Build(ctx context.Context, in Input) (*Judgement, *site.Site, error) {
	theme, err := render.Load(in.Theme)
	if err != nil {
		return nil, nil, err
	}
	j, err := judge(in, true)
	if err != nil || j.Failed() {
		return j, nil, err
	}
	s := &site.Site{}
	minifier := publish.NewMinifier()
	assets, names, err := minifier.Assets(theme.Assets())
	if err != nil {
		return nil, nil, err
	}
	pages, err := renderAll(ctx, j.Plan.Pages, func(p *page.Page) ([]byte, error) {
		html, err := theme.Page(j.Plan.Write(p), names)
		if err != nil {
			return nil, err
		}
		return minifier.Bytes(render.Path(p.Address), html)
	})
	if err != nil {
		return nil, nil, err
	}
	files, err := attachments(in.Content, j.Plan.Files)
	if err != nil {
		return nil, nil, err
	}
	for _, group := range [][]site.File{assets, pages, files} {
		for _, f := range group {
			if err := s.Add(f); err != nil {
				return nil, nil, err
			}
		}
	}
	return j, s, nil
}

// renderAll renders pages on all processors; the result is in their order.
func renderAll(ctx context.Context, pages []*page.Page, do func(*page.Page) ([]byte, error)) ([]site.File, error) {
	out := make([]site.File, len(pages))
	errs := make([]error, len(pages))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				data, err := do(pages[i])
				out[i] = site.File{Path: render.Path(pages[i].Address), Data: data, Owner: "/" + pages[i].Address}
				errs[i] = err
			}
		})
	}
	for i := range pages {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
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
