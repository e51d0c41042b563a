package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/cxbook/cxbook/generator/source"
)

// scheme starts the name of every schema inside the library. Without a
// scheme it would take the names for files and put the machine's path in
// front of them.
const scheme = "cxbook://schemas/"

var errNoLoading = errors.New("schemas are never fetched")

// compiler returns a compiler that knows the library's schemas and nothing
// else: not the network, not the disk.
func (l *library) compiler() (*jsonschema.Compiler, error) {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true // else 2026-02-30 is a date
	c.Formats = formats()
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s: %w", url, errNoLoading)
	}
	for name, root := range l.roots {
		var b bytes.Buffer
		writeJSON(&b, bare(root))
		if err := c.AddResource(scheme+name, &b); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// bare returns a copy of a schema with only the words that judge: the texts
// for people make up most of a schema file, and the library would look through
// all of them. A schema's own name for itself goes too, because references
// between files go by the files' names.
func bare(n *source.Node) *source.Node {
	if n == nil || n.Kind != source.Map {
		return n
	}
	c := &source.Node{Kind: source.Map}
	for _, f := range n.Fields {
		switch word := f.Key; {
		case slices.Contains(wordsForPeople, word), strings.HasPrefix(word, "x-"):
			continue
		case slices.Contains(singleSchemas, word):
			f.Value = bare(f.Value)
		case slices.Contains(namedSchemas, word), slices.Contains(listedSchemas, word):
			inner := shallow(f.Value)
			for i := range inner.Fields {
				inner.Fields[i].Value = bare(inner.Fields[i].Value)
			}
			for i := range inner.Items {
				inner.Items[i] = bare(inner.Items[i])
			}
			f.Value = inner
		}
		c.Fields = append(c.Fields, f)
	}
	return c
}

var wordsForPeople = []string{"$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"}

// A judge checks documents against one schema.
type judge struct {
	library *library
	schema  *jsonschema.Schema
	// whole is the library whose fields a field unknown to schema may still
	// belong to: of a translation's judge, the type's. root is the place there.
	whole *place
	id    string // an id of the right form: POL-001; "" where ids do not matter
}

func (l *library) judge(c *jsonschema.Compiler, file string) (*judge, error) {
	compiled, err := c.Compile(scheme + file)
	if err != nil {
		return nil, err
	}
	j := &judge{library: l, schema: compiled}
	if prefix := text(child(child(l.root(file), "x-record"), "prefix")); prefix != "" {
		j.id = prefix + "-001"
	}
	return j, nil
}
