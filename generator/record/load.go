package record

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// An Input is what a handbook is made of.
type Input struct {
	Tree    *source.Tree
	Schemas *schema.Set
	AsOf    lang.Date
	HTML    bool    // whether the bodies' HTML will be asked for
	Memory  *Memory // of the last Load; nil for none
}

// Load judges the files of a content folder and makes records of them. What
// is wrong with one file never keeps another from being judged.
func Load(in Input) (*Handbook, diag.List) { return newLoader(in).load() }

func newLoader(in Input) *loader {
	l := &loader{in: in, book: &Handbook{
		AsOf:    in.AsOf,
		Prefix:  in.Tree.Prefix,
		Types:   in.Schemas,
		Assets:  in.Tree.Assets,
		Broken:  map[string]bool{},
		Unread:  map[string]*source.File{},
		Owners:  map[string]string{},
		highest: map[string]int{},
		byID:    map[string]*Record{},
	}}
	l.judge = l.judgeFile
	return l
}

func (l *loader) load() (*Handbook, diag.List) {
	l.readOwn()
	l.makeRecords(families(l.readFiles()))
	l.offerIDs()
	l.book.gatherEndings()
	return l.book, l.findings.Tidy()
}

// A loader carries one Load. Parallel work writes to its own draft or family
// only; what they found is gathered afterwards, in the order of the files.
type loader struct {
	in       Input
	book     *Handbook
	findings diag.List
	drafts   []*draft     // of all Markdown files
	blind    bool         // handbook.yaml could not be read: its languages are not known
	judge    func(*draft) // judgeFile; a test puts a panic in its place
}

func (l *loader) report(d ...diag.Diagnostic) { l.findings = append(l.findings, d...) }

// readFiles judges every Markdown file by itself and returns those that can
// become part of a record.
func (l *loader) readFiles() []*draft {
	drafts := make([]*draft, len(l.in.Tree.Files))
	memory := l.in.Memory
	if memory == nil {
		memory = &Memory{}
	}
	memory.open(l)
	parallel(len(drafts), func(i int) {
		d := &draft{file: l.in.Tree.Files[i]}
		drafts[i] = d
		if old, ok := memory.recall(d.file); ok {
			*d = old
			return
		}
		if crash := guard(d.file.Name, func() { l.judge(d) }); crash != nil {
			d.report(*crash)
			d.usable = false
		}
	})
	memory.keep(drafts)
	l.drafts = drafts
	var usable []*draft
	for _, d := range drafts {
		l.report(d.findings...)
		l.remember(d)
		if d.usable {
			usable = append(usable, d)
		}
	}
	return usable
}

// remember keeps what a file that becomes no record still says: that its id
// exists, and that its number is taken.
func (l *loader) remember(d *draft) {
	id := either(d.id, likelyID(d.file))
	if !d.usable {
		l.book.Unread[d.file.Path] = d.file
		if id != "" {
			// An id in the wrong case is the file's fault alone, so both count.
			l.book.Broken[id], l.book.Broken[strings.ToUpper(id)] = true, true
		}
	}
	prefix, number, ok := splitID(strings.ToUpper(id))
	if t := l.in.Schemas.ByPrefix(prefix); ok && t != nil {
		l.book.highest[t.Name] = max(l.book.highest[t.Name], number)
	}
}

// makeRecords turns families into the handbook's records, in parallel, and
// sorts them.
func (l *loader) makeRecords(all []*family) {
	parallel(len(all), func(i int) {
		f := all[i]
		f.languages, f.day, f.broken = l.book.Config.Languages, l.book.AsOf, l.book.Broken[f.id]
		if crash := guard(f.drafts[0].file.Name, f.settle); crash != nil {
			f.findings, f.records = append(f.findings, *crash), nil
		}
	})
	for _, f := range all {
		l.report(f.findings...)
		if len(f.records) == 0 {
			l.book.Broken[f.id] = true
			for _, d := range f.drafts {
				l.book.Unread[d.file.Path] = d.file
			}
			continue
		}
		for _, d := range f.drafts {
			l.book.Owners[d.file.Path] = f.id
		}
		r := ofDay(f.records, l.book.AsOf)
		for _, v := range f.records {
			v.Current = r
		}
		l.book.Records = append(l.book.Records, r)
		l.book.byID[r.ID] = r
	}
	slices.SortFunc(l.book.Records, func(a, b *Record) int {
		return cmp.Or(
			cmp.Compare(a.Type.Folder, b.Type.Folder),
			cmp.Compare(a.Number, b.Number),
			cmp.Compare(a.ID, b.ID),
		)
	})
}

// NextID returns the next free id of the type with this name: the highest
// number of all versions and languages plus one. Gaps are never filled, for an
// id is never given out twice.
func (h *Handbook) NextID(name string) string {
	t := h.Types.Type(name)
	if t == nil || t.Named {
		return ""
	}
	n := h.highest[name]
	if h.highest == nil {
		for _, r := range h.ByType(name) {
			n = max(n, r.Number)
		}
	}
	return fmt.Sprintf("%s-%03d", t.Prefix, n+1)
}

// parallel calls do for 0 … n-1 on all processors and waits.
func parallel(n int, do func(int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

// guard turns a panic into a finding about the file, so that one file never
// stops the others.
func guard(name string, do func()) (crash *diag.Diagnostic) {
	defer func() {
		if r := recover(); r != nil {
			d := diag.New(diag.Crashed, top(name), "detail", fmt.Sprint(r))
			crash = &d
		}
	}()
	do()
	return nil
}
