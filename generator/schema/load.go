package schema

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/source"
)

// A Layer is a folder of schema files.
type Layer struct {
	FS     fs.FS
	Prefix string // how the folder is called in findings: schemas
}

// Load reads the schema files (*.schema.json) of the layers: the program's
// own first, then the handbook's, whose files add to the earlier ones or
// replace those of the same name. A file of a later layer that is faulty is
// left out with findings, and what it would have replaced stays; a fault in
// the first layer is an error. A later layer without a folder is empty.
func Load(layers ...Layer) (*Set, diag.List, error) {
	judge, err := vocabulary()
	if err != nil {
		return nil, nil, fmt.Errorf("schemas: %w", err)
	}
	l := loader{vocabulary: judge, stacks: map[string][]*file{}, lost: map[string]bool{}}
	for i, layer := range layers {
		if err := l.read(i, layer); err != nil {
			return nil, nil, err
		}
	}
	set, err := l.settle()
	if err != nil {
		return nil, nil, err
	}
	set.lost, set.blind = l.lost, l.blind
	return set, l.list.Tidy(), nil
}

type loader struct {
	vocabulary *judge
	stacks     map[string][]*file // by name, the latest layer last
	list       diag.List
	lost       map[string]bool // folders of the types that were left out
	blind      bool            // of one that was left out nobody knows the folder
}

// lose remembers whose records now have no type.
func (l *loader) lose(f *file) {
	folder := text(child(f.record(), "folder"))
	switch {
	case folder != "":
		l.lost[folder] = true
	case len(l.stacks[f.name]) == 0:
		l.blind = true
	}
}

// read takes in the files of a layer that are sound in themselves.
func (l *loader) read(layer int, from Layer) error {
	entries, err := fs.ReadDir(from.FS, ".")
	if layer > 0 && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("schemas: %w", err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), suffix) {
			continue
		}
		root, faults := l.open(from, e)
		f := &file{name: e.Name(), layer: layer, root: root}
		if len(faults) == 0 {
			faults = append(l.vocabulary.words(root), l.shape(f)...)
		}
		if len(faults) > 0 {
			if layer == 0 {
				return broken(faults)
			}
			l.list = append(l.list, faults...)
			l.lose(f)
			continue
		}
		l.stacks[f.name] = append(l.stacks[f.name], f)
	}
	return nil
}

// open reads a schema file into Nodes.
func (l *loader) open(from Layer, e fs.DirEntry) (*source.Node, diag.List) {
	name := strings.TrimPrefix(from.Prefix+"/"+e.Name(), "/")
	top := diag.Span{File: name, Start: diag.Position{Line: 1, Column: 1}, End: diag.Position{Line: 1, Column: 1}}
	if !e.Type().IsRegular() {
		kind := "special"
		if e.Type()&fs.ModeSymlink != 0 {
			kind = "symlink"
		}
		return nil, diag.List{diag.New(diag.NotRegularFile, top).As(kind)}
	}
	if info, err := e.Info(); err == nil && info.Size() > source.MaxFileBytes {
		return nil, diag.List{diag.New(diag.FileTooLarge, top, "size", fmt.Sprint(info.Size()), "limit", number(source.MaxFileBytes))}
	}
	text, err := fs.ReadFile(from.FS, e.Name())
	if err != nil {
		return nil, diag.List{diag.New(diag.UnreadableFile, top, "reason", reason(err))}
	}
	root, problem := readJSON(name, bytes.TrimPrefix(text, []byte("\ufeff")))
	if problem != nil {
		return nil, diag.List{*problem}
	}
	return root, nil
}

func reason(err error) string {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// shape checks that a file with fields is a record type, unless it replaces
// one that is none, such as the envelope.
func (l *loader) shape(f *file) diag.List {
	if f.layer == 0 || f.record() != nil || child(f.root, "properties") == nil || len(l.stacks[f.name]) > 0 {
		return nil
	}
	return diag.List{diag.New(diag.BadSchema, spot{node: f.root}.head(), "part", "x-record").As("missing")}
}

// settle builds the set, leaving out files until the rest goes together.
func (l *loader) settle() (*Set, error) {
	for {
		files := map[string]*file{}
		for name, stack := range l.stacks {
			files[name] = stack[len(stack)-1]
		}
		lib := newLibrary(files)
		i := lib.inspect()
		if len(i.faulty) == 0 {
			set, err := lib.build(i)
			if err != nil || len(i.faulty) == 0 {
				return set, err
			}
		}
		if err := l.drop(i); err != nil {
			return nil, err
		}
	}
}

// drop leaves out the faulty files and keeps what is said about them.
func (l *loader) drop(i *inspector) error {
	l.list = append(l.list, i.list...)
	for f := range i.faulty {
		if f.layer == 0 {
			return broken(i.list)
		}
		stack := l.stacks[f.name]
		if stack = stack[:len(stack)-1]; len(stack) > 0 {
			l.stacks[f.name] = stack
		} else {
			delete(l.stacks, f.name)
		}
		l.lose(f)
	}
	return nil
}

// broken turns findings about the program's own schemas into an error.
func broken(list diag.List) error {
	var lines []string
	for _, d := range list.Tidy() {
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", d.At.File, d.At.Start.Line, d.At.Start.Column, d.Text("en")))
	}
	return fmt.Errorf("schemas: %s", strings.Join(lines, "\n"))
}

// build compiles the schemas and reads the types off them.
func (l *library) build(i *inspector) (*Set, error) {
	s := &Set{library: l, compiled: map[string]*judge{}, translate: map[string]*judge{}, plans: map[string]*plan{}}
	types := l.types()
	for _, f := range types {
		l.roots[translated(f.name)] = l.derive(f.name)
	}
	c, err := l.compiler()
	if err != nil {
		return nil, fmt.Errorf("schemas: %w", err)
	}
	for _, name := range l.names() {
		f := l.files[name]
		if f.record() == nil && (name == envelopeFile || child(f.root, "type") == nil) {
			continue
		}
		judge, err := l.judge(c, name)
		if err != nil {
			i.blame(f, l.latest(), unusable(f, err))
			continue
		}
		s.compiled[f.stem()] = judge
	}
	if len(i.faulty) > 0 {
		return nil, nil
	}
	for _, f := range types {
		if err := s.add(c, f); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(s.types, func(a, b *Type) int { return strings.Compare(a.Folder, b.Folder) })
	return s, nil
}

// add reads one type off its file.
func (s *Set) add(c *jsonschema.Compiler, f *file) error {
	t := s.library.typeOf(f)
	judge, err := s.library.judge(c, translated(f.name))
	if err != nil {
		return fmt.Errorf("schemas: translations of %s: %w", t.Name, err)
	}
	judge.whole = &place{file: f.name, node: s.library.root(f.name)}
	judge.id = s.compiled[t.Name].id
	planner := planner{library: s.library, compiler: c, typ: t.Name, made: map[*source.Node]*plan{}}
	whole := planner.plan(*judge.whole)
	s.plans[t.Name] = whole.prune(planner.living())
	s.translate[t.Name] = judge
	s.types = append(s.types, t)
	return nil
}

// latest returns the shared file of the latest layer, which is to blame where
// a program's own schema no longer compiles.
func (l *library) latest() *file {
	var last *file
	for _, f := range l.files {
		if f.record() == nil && (last == nil || cmp.Or(cmp.Compare(f.layer, last.layer), strings.Compare(f.name, last.name)) > 0) {
			last = f
		}
	}
	return last
}

// unusable says why a schema does not compile: it goes round in a circle, or
// JSON Schema's own schema refuses one of its words.
func unusable(f *file, err error) diag.Diagnostic {
	if invalid := (*jsonschema.ValidationError)(nil); errors.As(err, &invalid) {
		for len(invalid.Causes) > 0 {
			invalid = invalid.Causes[0]
		}
		s := at(f.root, uriTokens(invalid.InstanceLocation))
		return diag.New(diag.BadSchema, s.span(), "keyword", s.name()).As("value")
	}
	return diag.New(diag.BadSchema, spot{node: f.root}.head(), "target", f.name).As("loop")
}
