package duty

import (
	"fmt"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/source"
)

// judge judges every approved version of a record, for whatever day it was
// approved.
func judge(book *record.Handbook, rec *record.Record) diag.List {
	var found diag.List
	for _, version := range rec.Versions {
		if version.Status != "approved" {
			continue
		}
		switch version.Type.Name {
		case "procedure":
			found = append(found, late(book, newProcedure(version))...)
		case "policy":
			found = append(found, overLaw(version)...)
		}
	}
	return found
}

// late reports steps that finish later than the duty that they carry out, or
// the act that they rest on, allows.
func late(book *record.Handbook, p *Procedure) diag.List {
	var found diag.List
	for _, s := range p.Steps {
		if s.Finish.IsZero() {
			continue
		}
		for _, ref := range list(s.node.Get("carries_out")) {
			found = append(found, lateFor(book, p, s, ref)...)
		}
		for _, law := range list(s.node.Get("legal_basis")) {
			limit, ok := spanOf(law.Get("limit"))
			if ok && s.Finish.Longer(limit) {
				found = append(found, beyond("step", law, s.Finish, limit).For(p.Record.ID, pointer("steps", s.Index)))
			}
		}
	}
	return found
}

// lateFor compares a step with one duty, in every version of the policy that
// is in force together with the procedure on some day.
func lateFor(book *record.Handbook, p *Procedure, s *Step, ref *source.Node) diag.List {
	id, key, _ := strings.Cut(ref.String(), "#")
	current := book.Record(id)
	if current == nil {
		return nil
	}
	var found diag.List
	for _, policy := range current.Versions {
		if policy.Status != "approved" || !together(p.Record, policy) {
			continue
		}
		for _, duty := range policy.Source.Fields.Get("duties").Elements() {
			deadline := duty.Get("deadline")
			limit, ok := spanOf(deadline)
			if duty.Get("key").String() != key || !ok || !s.Finish.Longer(limit) {
				continue
			}
			args := append([]string{"target", ref.String(), "path", p.pathTo(s)}, words("finish", s.Finish)...)
			d := diag.New(diag.LateStep, ref.At, append(args, words("limit", limit)...)...)
			found = append(found, d.See(deadline.At, "deadline").For(p.Record.ID, pointer("steps", s.Index)))
		}
	}
	return found
}

// together reports whether two versions are in force on one day.
func together(a, b *record.Record) bool { return !over(a, b.From) && !over(b, a.From) }

// over reports whether a version's force ends before a day: by its own last
// day, or because the next approved version begins.
func over(v *record.Record, day lang.Date) bool {
	if !v.Until.IsZero() && v.Until.Before(day) {
		return true
	}
	for _, next := range v.Versions {
		if next.Version > v.Version && next.Status == "approved" && !next.From.IsZero() && !day.Before(next.From) {
			return true
		}
	}
	return false
}

// overLaw reports duties whose own time limit is longer than the law's.
func overLaw(policy *record.Record) diag.List {
	var found diag.List
	for i, duty := range policy.Source.Fields.Get("duties").Elements() {
		own, ok := spanOf(duty.Get("deadline"))
		if !ok {
			continue
		}
		for _, law := range list(duty.Get("legal_basis")) {
			if limit, ok := spanOf(law.Get("limit")); ok && own.Longer(limit) {
				d := beyond("", duty.Get("deadline"), own, limit).See(law.Get("limit").At, "law")
				found = append(found, d.For(policy.ID, pointer("duties", i)))
			}
		}
	}
	return found
}

func beyond(variant string, at *source.Node, own, limit Span) diag.Diagnostic {
	if variant == "step" {
		at = at.Get("limit")
	}
	return diag.New(diag.LimitOverLaw, at.At, append(words("own", own), words("limit", limit)...)...).As(variant)
}

// pathTo names the steps that lead to one, by key.
func (p *Procedure) pathTo(s *Step) string {
	keys := []string{s.Key}
	for seen := 0; len(s.After) > 0 && seen < len(p.Steps); seen++ {
		next := s
		for _, before := range s.After {
			if p.Steps[before].Finish == s.Start {
				next = p.Steps[before]
				break
			}
		}
		if next == s {
			break
		}
		s = next
		keys = append([]string{s.Key}, keys...)
	}
	return strings.Join(keys, " → ")
}

// words says a span in every language.
func words(name string, s Span) []string {
	var out []string
	for _, l := range lang.All() {
		out = append(out, name+"."+l, s.In(l))
	}
	return out
}

// ISO returns the span as an ISO 8601 duration; whether its days are working
// days it does not say.
func (s Span) ISO() string {
	if s.Exact == 0 && s.Working > 0 {
		return fmt.Sprintf("P%dD", s.Working)
	}
	return lang.ISO(s.Exact)
}

// In says the span in a language: 2 working days.
func (s Span) In(language string) string {
	text, err := lang.FormatDuration(language, s.ISO(), s.Exact == 0 && s.Working > 0)
	if err != nil {
		return s.ISO() // cannot be: it is our own
	}
	return text
}

func pointer(list string, index int) string { return fmt.Sprintf("/%s/%d", list, index) }

func list(n *source.Node) []*source.Node {
	if n == nil {
		return nil
	}
	return n.Items
}
