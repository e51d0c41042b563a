package schema_test

import (
	"os"
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
	"github.com/cxbook/cxbook/schemas"
)

// policy reads an example of a policy.
func policy(b *testing.B, name string) *source.Node {
	b.Helper()
	data, err := os.ReadFile("../../schemas/testdata/policy/" + name)
	if err != nil {
		b.Fatal(err)
	}
	text, _, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
	front, list := source.Decode("x.md", []byte(text), 2)
	if front == nil || len(list) > 0 {
		b.Fatal(list)
	}
	return front
}

// BenchmarkCheck judges a policy as most are and one with nearly every field.
func BenchmarkCheck(b *testing.B) {
	set := shipped(b)
	for _, name := range []string{"valid-approved.md", "valid-full.md"} {
		front := policy(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if list := set.Check(set.Type("policy"), front); len(list) > 0 {
					b.Fatal(list)
				}
			}
		})
	}
}

func BenchmarkReferences(b *testing.B) {
	set := shipped(b)
	typ, front := set.Type("policy"), policy(b, "valid-full.md")
	b.ReportAllocs()
	for b.Loop() {
		set.References(typ, front)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := schema.Load(schema.Layer{FS: schemas.FS}); err != nil {
			b.Fatal(err)
		}
	}
}
