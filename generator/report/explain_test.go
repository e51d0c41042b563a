package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxbook/cxbook/generator/diag"
)

func TestExplainEveryRule(t *testing.T) {
	for _, rule := range diag.Rules() {
		for _, lang := range []string{"pl", "cs", "en"} {
			var b bytes.Buffer
			if err := Explain(&b, rule, lang); err != nil {
				t.Fatal(err)
			}
			out := b.String()
			if !strings.HasPrefix(out, string(rule.Code)+": "+rule.Title.In(lang)+"\n") {
				t.Errorf("%s/%s does not start with its title:\n%s", rule.Code, lang, out)
			}
			for _, part := range []string{indent(rule.Before), indent(rule.After), word(string(rule.Severity), lang)} {
				if !strings.Contains(out, part) {
					t.Errorf("%s/%s lacks %q", rule.Code, lang, part)
				}
			}
			if !strings.Contains(strings.Join(strings.Fields(out), " "), strings.Join(strings.Fields(rule.Why.In(lang)), " ")) {
				t.Errorf("%s/%s lacks its reason", rule.Code, lang)
			}
		}
	}
}

func TestExplainSaysWhenTimeRaisesIt(t *testing.T) {
	rule := *diag.Lookup(diag.NotUTF8)
	for _, tt := range []struct {
		timed bool
		want  string
	}{{true, "because a day has passed"}, {false, "never the mere passing of time"}} {
		rule.Timed = tt.timed
		var b bytes.Buffer
		if err := Explain(&b, &rule, "en"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(strings.Fields(b.String()), " "), tt.want) {
			t.Errorf("timed %v: %q is not in\n%s", tt.timed, tt.want, b.String())
		}
	}
}

func TestWrap(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("ż", 90) + strings.Repeat(" słowo", 40))
	got := wrap(text)
	for i, line := range strings.Split(got, "\n") {
		if n := utf8.RuneCountInString(line); i > 0 && n > explainWidth {
			t.Errorf("line %d has %d characters", i, n)
		}
	}
	if strings.ReplaceAll(got, "\n", " ") != text {
		t.Errorf("wrap changed the words: %q", got)
	}
}

func TestExplainJSON(t *testing.T) {
	var b strings.Builder
	if err := ExplainJSON(&b, diag.Lookup(diag.UnknownField), "pl"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Code, Severity, Title, Why, Before, After string
		Timed                                     *bool
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	rule := diag.Lookup(diag.UnknownField)
	if got.Code != "CX202" || got.Title != rule.Title.PL || got.After != rule.After || got.Timed == nil || got.Severity != "error" {
		t.Errorf("%+v", got)
	}
}
