package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var languages = []string{"pl", "cs", "en"}

// sentences calls do with every text of a rule and what it is.
func sentences(r *Rule, do func(what string, text Text)) {
	do("title", r.Title)
	do("why", r.Why)
	for what, group := range map[string]texts{"message": r.Messages, "hint": r.Hints, "note": r.Notes} {
		for key, text := range group {
			do(what+" "+key, text)
		}
	}
}

func TestEveryCodeHasARule(t *testing.T) {
	names := constants(t)
	form := regexp.MustCompile(`^CX[1-6][0-9]{2}$`)
	for name, code := range names {
		if !form.MatchString(string(code)) {
			t.Errorf("%s: odd code %q", name, code)
		}
		if Lookup(code) == nil {
			t.Errorf("%s (%s) has no rule", name, code)
		}
	}
	seen := map[Code]bool{}
	for _, r := range Rules() {
		if seen[r.Code] {
			t.Errorf("%s has two rules", r.Code)
		}
		seen[r.Code] = true
	}
	if len(seen) != len(names) {
		t.Errorf("%d rules for %d codes", len(seen), len(names))
	}
	if Lookup("CX999") != nil || Lookup("") != nil {
		t.Error("a code that does not exist has a rule")
	}
}

func TestRulesAreComplete(t *testing.T) {
	for _, r := range Rules() {
		if r.Before == "" || r.After == "" || r.Before == r.After {
			t.Errorf("%s: no excerpt before and after", r.Code)
		}
		if len(r.Messages) == 0 || len(r.Hints) == 0 {
			t.Errorf("%s: no message or no hint", r.Code)
		}
		if _, main := r.Hints[""]; !main {
			for key := range r.Messages {
				if _, ok := r.Hints[key]; !ok {
					t.Errorf("%s: the message %q says nothing to do", r.Code, key)
				}
			}
		}
	}
}

func TestSentencesAreInEveryLanguage(t *testing.T) {
	for _, r := range Rules() {
		sentences(r, func(what string, text Text) {
			want := placeholderSet(text.EN)
			for _, lang := range languages {
				s := text.In(lang)
				if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) {
					t.Errorf("%s %s: empty or padded in %s", r.Code, what, lang)
				}
				if diff := cmp.Diff(want, placeholderSet(s)); diff != "" {
					t.Errorf("%s %s: other arguments in %s than in en:\n%s", r.Code, what, lang, diff)
				}
			}
			if text.PL == text.CS || text.PL == text.EN || text.CS == text.EN {
				t.Errorf("%s %s: two languages say the same", r.Code, what)
			}
		})
	}
}

func placeholderSet(s string) []string {
	names := placeholders(s)
	slices.Sort(names)
	return slices.Compact(names)
}

// TestSentencesAreWritten holds the style: prose with full stops in the
// reason, none in messages and hints, each language's own quotation marks.
func TestSentencesAreWritten(t *testing.T) {
	for _, r := range Rules() {
		sentences(r, func(what string, text Text) {
			for _, lang := range languages {
				s := text.In(lang)
				first, _ := utf8.DecodeRuneInString(s)
				prose := what == "why" || what == "title"
				if prose && !unicode.IsUpper(first) && first != '§' {
					t.Errorf("%s %s (%s): starts small: %s", r.Code, what, lang, s)
				}
				if !prose && unicode.IsUpper(first) {
					t.Errorf("%s %s (%s): starts with a capital: %s", r.Code, what, lang, s)
				}
				if strings.HasSuffix(s, ".") != (what == "why") {
					t.Errorf("%s %s (%s): full stop: %s", r.Code, what, lang, s)
				}
				if fault := quoteFault(s, lang); fault != "" {
					t.Errorf("%s %s (%s): %s: %s", r.Code, what, lang, fault, s)
				}
			}
		})
	}
}

// quoteFault tells foreign quotation marks. Straight ones stand in Polish and
// Czech only where the author is to type them, around a value.
func quoteFault(s, lang string) string {
	if lang == "en" {
		s = strings.ReplaceAll(s, "“…”", "") // how to quote within a quoted value
	}
	foreign := map[string]string{"pl": "“‚‘»«", "cs": "”»«", "en": "„“”"}[lang]
	if strings.ContainsAny(s, foreign) {
		return "foreign quotation marks"
	}
	typed := strings.NewReplacer(`"{value}"`, "", `"…"`, "").Replace(s)
	if lang != "en" && strings.Contains(typed, `"`) {
		return "straight quotation marks"
	}
	if closing := map[string]string{"pl": "”", "cs": "“"}[lang]; closing != "" &&
		strings.Count(s, "„") != strings.Count(s, closing) {
		return "unpaired quotation marks"
	}
	return ""
}

func TestSeverities(t *testing.T) {
	for code, comment := range comments(t) {
		want := Error
		if strings.Contains(comment, "(warning") {
			want = Warning
		} else if strings.Contains(comment, "(info") {
			want = Info
		}
		r := Lookup(code)
		if r == nil {
			continue
		}
		if r.Severity != want {
			t.Errorf("%s is %s, but code.go says %s", code, r.Severity, want)
		}
		if New(code, Span{}).Severity != want {
			t.Errorf("a new %s is not %s", code, want)
		}
		if r.Timed != strings.Contains(comment, "(timed") {
			t.Errorf("%s: timed is %v, but code.go says otherwise", code, r.Timed)
		}
	}
}
