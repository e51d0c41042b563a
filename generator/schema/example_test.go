package schema_test

import (
	"testing"

	"github.com/cxbook/cxbook/generator/lang"
)

// The example of every type is a record without a finding, and as short as
// one can be: nothing in it can be left out.
func TestExamples(t *testing.T) {
	set := shipped(t)
	for _, typ := range set.Types() {
		for _, l := range lang.All() {
			example := set.Example(typ, l)
			if found := set.Check(typ, example); len(found) > 0 {
				t.Errorf("%s in %s: %v of %v", typ.Name, l, found, example.JSON())
			}
			for i := range example.Fields {
				less := *example
				less.Fields = append(append(less.Fields[:0:0], example.Fields[:i]...), example.Fields[i+1:]...)
				if len(set.Check(typ, &less)) == 0 {
					t.Errorf("%s in %s: %s can be left out", typ.Name, l, example.Fields[i].Key)
				}
			}
		}
	}
}
