package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cxbook/cxbook/generator/page"
)

// said flattens a value to what a reader sees: links as [title](address).
func said(v page.Value) string {
	switch {
	case v.List != nil:
		var parts []string
		for _, e := range v.List {
			parts = append(parts, said(e))
		}
		return strings.Join(parts, " | ")
	case v.Head != "" || v.Facts != nil:
		var parts []string
		for _, f := range v.Facts {
			parts = append(parts, f.Name+"="+said(f.Value))
		}
		return strings.TrimSpace(v.Head + " {" + strings.Join(parts, ", ") + "}")
	case v.Link != nil && v.Link.URL != "":
		return "<" + v.Link.URL + ">"
	case v.Link != nil:
		return "[" + v.Link.Title + "](" + (&page.Page{}).Href(*v.Link) + ")"
	case v.Flag != "":
		return "flag " + v.Flag
	case v.Machine != "":
		return v.Text + " (" + v.Machine + ")"
	}
	return v.Text
}

// Every shape of field is laid out for a reader of the page's language.
func TestValues(t *testing.T) {
	f := files{
		"handbook.yaml": "title: {pl: Kodeks}\nchannels: [phone]\nwords: {phone: {pl: telefon, en: phone}}\n",
		"roles/agent.md": md("id: ROL-001", "title: Agent", "kind: post", "handles_customers: false",
			"skills:", "  - {key: a, area: Rozmowa, text: Słuchanie}", "  - {key: b, area: Rozmowa, text: Pisanie}",
			"career:", "  - {key: c, ladder: service, stage: mid, next: [ROL-001]}"),
		"procedures/p.md": md("id: PRC-001", "title: P", "effective_from: 2026-03-01",
			"fallback_channels: [phone]", "steps:",
			"  - {key: one, title: Pierwszy, responsible: ROL-001, within: PT10M, channel: phone}",
			"  - {key: two, title: Drugi, responsible: ROL-001, within: {value: P2D, business_days: true}, after: [one]}"),
		"metrics/m.md": md("id: MET-001", "title: M", "alert: 1.50", "targets:\n  - {from: 2026-01-01, value: 1200}"),
		"models/m.md": md("id: MOD-001", "title: Model", "competencies:",
			"  - {key: feedback, name: zbieranie opinii, weight: 1}"),
		"assessments/a.md": md("id: ASM-001", "title: A", "model: MOD-001", "date: 2026-10-14", "subject: organisation",
			"scores:", "  - {competency: feedback, level: 3, note: uwaga}", "  - {competency: unknown, level: 2, note: inna}"),
		"initiatives/i.md": md("id: INI-001", "title: I",
			"money:", "  - {what: cost, amount: 6400, currency: PLN, confirmed_by: ROL-001}"),
		"policies/p.md": md("id: POL-001", "title: P", "competencies: [\"MOD-001#feedback\", \"MOD-009#x\"]",
			"duties:", "  - {key: d, role: ROL-001, text: Odpowiada,", "     legal_basis: [{key: pl, jurisdiction: PL, act: Ustawa, url: \"https://example.org/\"}]}"),
	}
	value := func(address, name string) page.Value {
		r := f.at(t, address).Record
		for _, s := range r.Sections {
			if s.Anchor == "field:"+name {
				return s.Value
			}
		}
		return fact(t, append(r.Details, r.About...), name).Value
	}
	for _, c := range []struct{ address, field, want string }{
		{"pl/roles/agent/", "kind", "stanowisko"},
		{"en/roles/agent/", "handles_customers", "flag no"},
		{"pl/roles/agent/", "skills", "Słuchanie {area=Rozmowa} | Pisanie {area=Rozmowa}"},
		{"pl/procedures/p/", "effective_from", "1 marca 2026 r. (2026-03-01)"},
		{"cs/procedures/p/", "effective_from", "1. března 2026 (2026-03-01)"},
		{"pl/procedures/p/", "fallback_channels", "telefon"},
		{"pl/metrics/m/", "alert", "1,50"},
		{"en/metrics/m/", "alert", "1.50"},
		{"en/metrics/m/", "targets", "{from=1 January 2026 (2026-01-01), value=1,200}"},
		{"pl/assessments/a/", "subject", "cała organizacja"},
		{"pl/assessments/a/", "scores", "zbieranie opinii {level=3, note=uwaga} | inna {competency=unknown, level=2}"},
		{"pl/initiatives/i/", "money", "koszt {amount=6 400, currency=PLN, confirmed_by=[Agent](pl/roles/agent/)}"},
		{"pl/policies/p/", "competencies", "[Model: zbieranie opinii](pl/models/m/#competencies:feedback)"},
		{"pl/policies/p/", "duties", "Odpowiada {role=[Agent](pl/roles/agent/), " +
			"legal_basis=Ustawa {jurisdiction=PL, url=<https://example.org/>}}"},
	} {
		got := strings.ReplaceAll(said(value(c.address, c.field)), "\u00a0", " ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s %s:\n%s", c.address, c.field, diff)
		}
	}
}

// Anchors are of a record's own lists: the keys of lists in lists come more
// than once on a page.
func TestAnchorsOfItems(t *testing.T) {
	f := files{"policies/p.md": md("id: POL-001", "title: P", "duties:",
		"  - {key: a, role: ROL-001, text: A, legal_basis: [{key: pl, jurisdiction: PL, act: U}]}",
		"  - {key: b, role: ROL-001, text: B, legal_basis: [{key: pl, jurisdiction: PL, act: U}]}",
		"review: {every: P12M, log: [{key: pl, on: 2026-01-01, by: ROL-001, outcome: confirmed}]}")}
	r := f.at(t, "pl/policies/p/").Record
	var anchors []string
	var walk func(v page.Value)
	walk = func(v page.Value) {
		if v.Anchor != "" {
			anchors = append(anchors, v.Anchor)
		}
		for _, e := range v.List {
			walk(e)
		}
		for _, f := range v.Facts {
			walk(f.Value)
		}
	}
	walk(section(t, r, "duties").Value)
	walk(fact(t, r.About, "review").Value)
	if diff := cmp.Diff([]string{"duties:a", "duties:b"}, anchors); diff != "" {
		t.Errorf("anchors:\n%s", diff)
	}
}

// Words of the record are marked with their language where the page has
// another; words of the schema are in the page's.
func TestLanguageOfValues(t *testing.T) {
	f := files{"procedures/p.pl.md": md("id: PRC-001", "title: P", "trigger: Gdy", "kind: crisis", "effective_from: 2026-01-01",
		"steps:\n  - {key: a, title: Krok, responsible: ROL-001, evidence: Zapis}")}
	for language, want := range map[string]string{"pl": "", "en": "pl"} {
		r := f.at(t, language+"/procedures/p/").Record
		step := r.Procedure.Steps[0]
		for name, got := range map[string]string{
			"trigger":  fact(t, r.Details, "trigger").Value.Lang,
			"title":    step.Lang,
			"evidence": fact(t, step.Facts, "evidence").Value.Lang,
		} {
			if got != want {
				t.Errorf("%s: %s is marked %q, want %q", language, name, got, want)
			}
		}
		if got := fact(t, r.Details, "kind").Value.Lang + fact(t, r.About, "effective_from").Value.Lang; got != "" {
			t.Errorf("%s: words of the schema are marked %q", language, got)
		}
	}
}
