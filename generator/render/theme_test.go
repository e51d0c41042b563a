package render_test

import (
	"strings"
	"testing"

	"github.com/cxbook/cxbook/generator/render"
)

// asset returns what a theme publishes under a name.
func asset(t testing.TB, th *render.Theme, name string) string {
	t.Helper()
	for _, a := range th.Assets() {
		if a.Path == name {
			return string(a.Data)
		}
	}
	t.Fatalf("the theme publishes no %s", name)
	return ""
}

// The styles of all components become one, in an order that anybody can
// foresee, and so do the scripts.
func TestStylesAndScriptsAreJoined(t *testing.T) {
	th, err := render.Load(overlay(t, map[string]string{
		"components/base/base.css":   "one",
		"components/aaa/aaa.css":     "two",
		"components/zzz/zzz.css":     "three",
		"layouts/record.css":         "four",
		"components/aaa/aaa.js":      "first()",
		"components/zzz/deep/zzz.js": "second()",
	}))
	if err != nil {
		t.Fatal(err)
	}
	for name, words := range map[string][]string{
		"assets/style.css": {"one", "two", "three", "four"},
		"assets/script.js": {"first()\n", "second()\n"},
	} {
		text, last := asset(t, th, name), -1
		for _, w := range words {
			at := strings.Index(text, w)
			if at <= last {
				t.Errorf("%s: %q stands at %d, want it after %d", name, w, at, last)
			}
			last = at
		}
	}
}

// A file that would be overwritten by the joined one is no silent loss.
func TestOwnStyleSheetAmongTheAssets(t *testing.T) {
	_, err := render.Load(overlay(t, map[string]string{"assets/style.css": "a{}"}))
	if err == nil || !strings.Contains(err.Error(), "assets/style.css") {
		t.Errorf("the error is %v", err)
	}
}

// Two templates with one name are no silent loss of one of them.
func TestOneNameForTwoTemplates(t *testing.T) {
	_, err := render.Load(overlay(t, map[string]string{"components/aaa/aaa.html": `{{define "twin"}}a{{end}}`, "components/zzz/zzz.html": `{{define "twin"}}z{{end}}`}))
	if want := `theme: the template "twin" is defined both in components/aaa/aaa.html and in components/zzz/zzz.html`; err == nil || err.Error() != want {
		t.Errorf("the error is %v", err)
	}
}
