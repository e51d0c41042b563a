package publish_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/publish"
	"github.com/cxbook/cxbook/generator/site"
)

func TestMinifyKeepsWhatPagesSay(t *testing.T) {
	page := `<!doctype html>
<html lang="pl">
<head><meta http-equiv="Content-Security-Policy" content="default-src 'self'; trusted-types cxbook"></head>
<body>
  <p>Zażółć   <b>gęślą</b> jaźń</p>
  <pre>two
  lines</pre>
  <input disabled="disabled">
</body></html>`
	got, err := publish.NewMinifier().Bytes("x/index.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`content="default-src 'self'; trusted-types cxbook"`, "Zażółć <b>gęślą</b> jaźń", "<pre>two\n  lines</pre>", "<html lang=pl>",
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("lacks %q: %s", want, got)
		}
	}
	if len(got) >= len(page) {
		t.Errorf("not smaller: %d of %d bytes", len(got), len(page))
	}
	if raw, _ := publish.NewMinifier().Bytes("x.png", []byte("  <p>  ")); string(raw) != "  <p>  " {
		t.Errorf("a picture was changed: %q", raw)
	}
}

func TestAssetsAreNamedByContent(t *testing.T) {
	m := publish.NewMinifier()
	one, names, err := m.Assets([]site.File{{Path: "assets/style.css", Data: []byte("a { color: red }")}})
	if err != nil {
		t.Fatal(err)
	}
	if string(one[0].Data) != "a{color:red}" || names["assets/style.css"] != one[0].Path ||
		!strings.HasPrefix(one[0].Path, "assets/style.") || !strings.HasSuffix(one[0].Path, ".css") {
		t.Errorf("%q %v", one[0].Data, names)
	}
	two, _, err := m.Assets([]site.File{{Path: "assets/style.css", Data: []byte("a { color: blue }")}})
	if err != nil || two[0].Path == one[0].Path {
		t.Errorf("another content has the same name %q, %v", two[0].Path, err)
	}
}
