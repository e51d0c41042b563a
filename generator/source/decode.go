package source

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"go.yaml.in/yaml/v4"

	"github.com/cxbook/cxbook/generator/diag"
)

// Decode turns YAML into a Node. name is the file's name in findings and
// firstLine the line of that file on which data starts. The Node is nil where
// the YAML cannot be read; an empty document is a Null.
func Decode(name string, data []byte, firstLine int) (root *Node, findings diag.List) {
	defer func() {
		if r := recover(); r != nil {
			root, findings = nil, append(findings, crashed(name, r))
		}
	}()
	t := text{name: name, data: clean(data), line: firstLine}
	findings, ok := t.check()
	if !ok {
		return nil, findings
	}
	root, more := t.decode(len(findings) > 0)
	return root, append(findings, more...)
}

// decode turns a checked text into a Node. Characters that YAML refuses are
// blanked out where hidden ones were found.
func (t text) decode(hidden bool) (*Node, diag.List) {
	if hidden {
		t.data = harmless(t.data)
	}
	document, err := parse(t.data)
	if err != nil {
		return nil, diag.List{t.explain(err)}
	}
	top := diag.Position{Line: t.line, Column: 1}
	if document == nil || len(document.Content) == 0 {
		return &Node{At: diag.Span{File: t.name, Start: top, End: top}}, nil
	}
	d := decoder{text: t, cursor: cursor{at: top}}
	root := d.node(document.Content[0], inside{indent: -1, depth: 1})
	if d.tooDeep {
		root = nil
	}
	return root, d.findings
}

// parse returns the one document of a YAML text, nil where there is none.
func parse(data []byte) (*yaml.Node, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(depthLimit{}))
	if err != nil {
		return nil, err
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	switch err := loader.Load(&second); {
	case err == nil:
		return nil, &yaml.LoadError{Message: secondDocument, Mark: yaml.Mark{Line: second.Line, Column: second.Column}}
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	return &document, nil
}

// Messages of errors that are ours, not the library's.
const (
	secondDocument = "second document"
	nestedTooDeep  = "nested too deep"
)

// depthLimit stops the YAML parser before deep nesting costs it anything.
// Flow and block levels are counted apart there; the decoder counts exactly.
type depthLimit struct{}

// CheckDepth is part of yaml.LoaderLimitsPlugin.
func (depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > MaxDepth {
		return errors.New(nestedTooDeep)
	}
	return nil
}

// CheckAlias is part of yaml.LoaderLimitsPlugin. Aliases are never followed.
func (depthLimit) CheckAlias(int, int) error { return nil }

// A decoder turns yaml.Nodes into Nodes. Values are visited in the order of
// the text, so that the cursor only moves forward.
type decoder struct {
	text
	cursor
	findings diag.List
	tooDeep  bool
}

// inside says what surrounds a value.
type inside struct {
	indent int // column, from 0, of the innermost block collection; -1 at the top
	depth  int // of the value itself; the top is 1
}

// maxFindings is after how many findings a text is known to be hopeless.
const maxFindings = 500

func (d *decoder) more() bool { return len(d.findings) < maxFindings }

func (d *decoder) find(finding diag.Diagnostic) {
	if d.more() {
		d.findings = append(d.findings, finding)
	}
}

func (d *decoder) span(start diag.Position) diag.Span {
	return diag.Span{File: d.name, Start: start, End: d.at}
}

func (d *decoder) node(y *yaml.Node, in inside) *Node {
	start := d.moveTo(y)
	if in.depth > MaxDepth {
		if !d.tooDeep {
			d.tooDeep = true
			d.find(diag.New(diag.TooDeep, d.span(start), "limit", strconv.Itoa(MaxDepth)))
		}
		return &Node{}
	}
	start = d.properties(y, start)
	switch y.Kind {
	case yaml.SequenceNode:
		return d.list(y, start, in)
	case yaml.MappingNode:
		return d.mapping(y, start, in)
	case yaml.AliasNode:
		return d.alias(y, start)
	}
	return d.scalar(y, in)
}

// moveTo brings the cursor to where a yaml.Node starts.
func (d *decoder) moveTo(y *yaml.Node) diag.Position {
	d.seek(d.data, diag.Position{Line: d.line + y.Line - 1, Column: y.Column})
	return d.at
}

// properties reports an anchor and a tag before a value and moves past them.
func (d *decoder) properties(y *yaml.Node, start diag.Position) diag.Position {
	if y.Anchor == "" && y.Style&yaml.TaggedStyle == 0 && y.Tag != "!" || y.Kind == yaml.AliasNode {
		return start
	}
	for d.offset < len(d.data) {
		variant := ""
		switch d.data[d.offset] {
		case '&':
			variant = "anchor"
		case '!':
			variant = "tag"
		default:
			return start
		}
		d.advance(d.data, wordEnd(d.data, d.offset))
		d.find(diag.New(diag.YAMLFeature, d.span(start)).As(variant))
		if y.Kind == yaml.ScalarNode && y.Value == "" && y.Style&^yaml.TaggedStyle == 0 {
			return d.at // the value is empty: what follows is something else
		}
		d.advance(d.data, skipSpace(d.data, d.offset))
		start = d.at
	}
	return start
}

// alias reports *name, which stands for a value elsewhere. Its own text
// takes its place, so that nothing is said about it twice.
func (d *decoder) alias(y *yaml.Node, start diag.Position) *Node {
	d.advance(d.data, min(d.offset+1+len(y.Value), len(d.data)))
	at := d.span(start)
	d.find(diag.New(diag.YAMLFeature, at).As("alias"))
	return &Node{Kind: String, Text: "*" + y.Value, At: at, Doubtful: true}
}

func (d *decoder) list(y *yaml.Node, start diag.Position, in inside) *Node {
	n := &Node{Kind: List, Items: make([]*Node, 0, len(y.Content))}
	within := in.below(y, start)
	bracketed := d.bracketed(y)
	for _, item := range y.Content {
		n.Items = append(n.Items, d.node(item, within))
	}
	if bracketed {
		d.closeFlow(y, ']')
	}
	n.At = d.span(start)
	return n
}

// below is what surrounds the items of a collection that starts here.
func (in inside) below(y *yaml.Node, start diag.Position) inside {
	in.depth++
	if y.Style&yaml.FlowStyle == 0 {
		in.indent = start.Column - 1
	}
	return in
}

func (d *decoder) mapping(y *yaml.Node, start diag.Position, in inside) *Node {
	n := &Node{Kind: Map, Fields: make([]Field, 0, len(y.Content)/2)}
	within := in.below(y, start)
	bracketed := d.bracketed(y)
	seen := keys{fields: &n.Fields}
	for i := 0; i+1 < len(y.Content); i += 2 {
		field, ok := d.key(y.Content[i], within)
		field.Value = d.node(y.Content[i+1], within)
		if !ok {
			continue
		}
		if first := seen.find(field.Key); first != nil {
			if d.more() {
				d.find(diag.New(diag.DuplicateKey, field.KeyAt, "key", field.Key).See(first.KeyAt, "first"))
			}
			continue
		}
		n.Fields = append(n.Fields, field)
		seen.add(field.Key)
	}
	if bracketed {
		d.closeFlow(y, '}')
	}
	n.At = d.span(start)
	return n
}

// key returns a field with its key, and false where it cannot be one.
func (d *decoder) key(y *yaml.Node, in inside) (Field, bool) {
	if y.Kind == yaml.ScalarNode && y.Tag != "!!merge" && !(y.Value == "" && y.Style == 0) {
		d.properties(y, d.moveTo(y))
		n := Node{Text: y.Value}
		d.endScalar(y, &n, in)
		return Field{Key: n.Text, KeyAt: n.At}, true
	}
	start := d.moveTo(y)
	switch {
	case y.Tag == "!!merge":
		d.advance(d.data, min(d.offset+len("<<"), len(d.data)))
		d.find(diag.New(diag.YAMLFeature, d.span(start)).As("merge"))
	case y.Kind == yaml.AliasNode:
		d.alias(y, start)
	default:
		d.badKey(y, in, start)
	}
	return Field{}, false
}

// badKey reports a key that is missing, a list or a group of fields. Most
// often a text that starts with a bracket lacks its quotation marks.
func (d *decoder) badKey(y *yaml.Node, in inside, start diag.Position) {
	d.node(y, in)
	at := d.span(start)
	if y.Style&yaml.FlowStyle == 0 {
		d.find(diag.New(diag.BadYAML, at).As("key"))
		return
	}
	bracket := "{"
	if y.Kind == yaml.SequenceNode {
		bracket = "["
	}
	d.find(diag.New(diag.BadYAML, at, "character", bracket).As("character"))
}

// keys finds a key among the fields of a mapping, in constant time where
// there are many.
type keys struct {
	fields *[]Field
	index  map[string]int
}

const manyKeys = 16

func (k *keys) find(key string) *Field {
	if k.index == nil {
		return (&Node{Fields: *k.fields}).Entry(key)
	}
	if i, ok := k.index[key]; ok {
		return &(*k.fields)[i]
	}
	return nil
}

// add notes the key of the last field.
func (k *keys) add(key string) {
	last := len(*k.fields) - 1
	switch {
	case k.index != nil:
		k.index[key] = last
	case last >= manyKeys:
		k.index = make(map[string]int, 2*manyKeys)
		for i, f := range *k.fields {
			k.index[f.Key] = i
		}
	}
}
