package diag

import (
	"maps"
	"slices"
	"strings"
)

// Settings are a handbook's own severities, by code.
type Settings map[Code]Severity

// SettingsOf takes the words of handbook.yaml (severity: {CX512: error}).
func SettingsOf(words map[string]string) Settings {
	s := make(Settings, len(words))
	for code, severity := range words {
		s[Code(code)] = Severity(severity)
	}
	return s
}

// Apply returns the findings with the handbook's severities. What is locked
// keeps its registered severity, and what the mere passing of a day can raise
// is a warning, or what it was found to be below that, whatever they say.
func (s Settings) Apply(list List) List {
	out := slices.Clone(list)
	for i, d := range out {
		rule := Lookup(d.Code)
		if rule == nil {
			continue
		}
		if severity, ok := s[d.Code]; ok && !s.refused(d.Code) {
			out[i].Severity = severity
		}
		if rule.Timed {
			out[i].Severity = Warning
			if d.Severity == Info {
				out[i].Severity = Info
			}
		}
	}
	return out
}

// Unknown lists the codes that no rule has, in order. They change nothing;
// whoever reads the settings reports them.
func (s Settings) Unknown() []Code {
	return s.which(func(c Code) bool { return Lookup(c) == nil })
}

// Refused lists the codes that the settings may not lower, in order.
func (s Settings) Refused() []Code { return s.which(s.refused) }

func (s Settings) which(match func(Code) bool) []Code {
	var codes []Code
	for _, c := range slices.Sorted(maps.Keys(s)) {
		if match(c) {
			codes = append(codes, c)
		}
	}
	return codes
}

// refused reports whether the settings try to lower a locked error: while
// files, fields and identities are broken, the rest cannot be judged.
func (s Settings) refused(c Code) bool {
	rule := Lookup(c)
	return rule != nil && rule.Severity == Error && locked(c) && s[c] != Error
}

func locked(c Code) bool {
	return strings.HasPrefix(string(c), "CX1") ||
		strings.HasPrefix(string(c), "CX2") ||
		strings.HasPrefix(string(c), "CX3")
}
