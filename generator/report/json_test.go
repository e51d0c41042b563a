package report

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/diag"
)

// TestJSONForm holds the contract: order of fields, what is left out, lists
// that are never null, one line.
func TestJSONForm(t *testing.T) {
	tests := []struct {
		name string
		list diag.List
		o    Options
		want string
	}{
		{
			"nothing", nil, Options{Lang: "en", AsOf: "2026-11-22", Records: 123},
			`{"version":1,"as_of":"2026-11-22","findings":[],"summary":{"records":123,"errors":0,"warnings":0}}`,
		},
		{
			"all fields", sample()[:1], Options{Lang: "en", AsOf: "2026-11-22", Records: 123},
			`{"version":1,"as_of":"2026-11-22","findings":[{"code":"CX203","severity":"error",` +
				`"file":"content/policies/prawo-klienta.pl.md","line":3,"column":5,"end_line":3,"end_column":11,` +
				`"record":"POL-001","field":"/id","message":"id \"Bad_ID\" must look like POL-001",` +
				`"hint":"the next free id is POL-010","related":[]}],"summary":{"records":123,"errors":1,"warnings":0}}`,
		},
		{
			"related, no place", diag.List{
				diag.New(diag.AddressClash, diag.Span{}, "address", "/pl/<x>&/").See(span("content/b.md", 2, 1, 2, 9), "other"),
			}, Options{Lang: "cs"},
			`{"version":1,"findings":[{"code":"CX601","severity":"error","file":"handbook.yaml",` +
				`"line":1,"column":1,"end_line":1,"end_column":1,"message":"adresu /pl/<x>&/ už používá jiná stránka",` +
				`"hint":"přejmenujte jeden ze souborů","related":[{"file":"content/b.md","line":2,"column":1,"message":"druhá stránka"}]}],` +
				`"summary":{"records":0,"errors":1,"warnings":0}}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := JSON(&b, tt.list, tt.o); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want+"\n", b.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestJSONKeepsValues: escaping for terminals changes no value.
func TestJSONKeepsValues(t *testing.T) {
	record := "A\u202e\u009b\x7f\U000E0001\u2028<b>"
	var b bytes.Buffer
	if err := JSON(&b, diag.List{diag.New(diag.NotUTF8, diag.Span{}).For(record, "")}, Options{}); err != nil {
		t.Fatal(err)
	}
	var doc struct{ Findings []struct{ Record string } }
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if got := doc.Findings[0].Record; got != record {
		t.Errorf("got %q, want %q", got, record)
	}
}
