package link

import (
	"fmt"
	"strings"
	"testing"
)

// steps is a procedure with the steps; each is "key: what it follows".
func steps(all ...string) string {
	lines := []string{"id: PRC-001", "title: A", "steps:"}
	for _, s := range all {
		key, after, _ := strings.Cut(s, ":")
		lines = append(lines, fmt.Sprintf("  - {key: %s, after: [%s]}", key, strings.TrimSpace(after)))
	}
	return md(lines...)
}

// TestCycles has steps that start on line 5 of their file.
func TestCycles(t *testing.T) {
	const circle = "these items refer to each other in a circle: "
	tests := []struct {
		name  string
		steps []string
		want  []string
	}{
		{"none", []string{"a:", "b: a", "c: 'a, b'", "d: 'b, c'"}, nil},
		{"forward, without a cycle", []string{"a: b", "b: c", "c:"}, nil},
		{"itself", []string{"a: a"}, []string{`CX335 procedures/a.md:5:22 the item "a" refers to itself`}},
		{"two", []string{"a: b", "b: a"}, []string{"CX335 procedures/a.md:5:22 " + circle + "a → b → a"}},
		{"the reference that is first in the file", []string{"a:", "b: 'a, d'", "c: b", "d: c"}, []string{
			"CX335 procedures/a.md:6:25 " + circle + "b → d → c → b",
		}},
		{"the search starts elsewhere than the cycle", []string{"a: c", "b: c", "c: b"}, []string{
			"CX335 procedures/a.md:6:22 " + circle + "b → c → b",
		}},
		{"two cycles that share an item", []string{"a: b", "b: 'a, c'", "c: b"}, []string{
			"CX335 procedures/a.md:5:22 " + circle + "a → b → a",
			"CX335 procedures/a.md:6:25 " + circle + "b → c → b",
		}},
		{"two apart", []string{"a: b", "b: a", "c: c"}, []string{"CX335 procedures/a.md:5:22 ", `CX335 procedures/a.md:7:22 the item "c" refers to itself`}},
		{"the same reference twice", []string{"a: 'b, b'", "b: 'a, a'"}, []string{"CX335 procedures/a.md:5:22 "}},
		{"with the sign", []string{"a: '\"#b\"'", "b: a"}, []string{"CX335 procedures/a.md:5:22 " + circle + "a → b → a"}},
		{"an item that is not there", []string{"a: x", "b: a"}, []string{"CX324 procedures/a.md:5:22 "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.ReplaceAll(steps(test.steps...), "'", "")
			_, found := Connect(files{"procedures/a.md": text}.load(t))
			matches(t, brief(found), test.want)
		})
	}
}

// TestCyclesOfVersions checks that each version stands for itself: what is
// turned round in the next one is no cycle.
func TestCyclesOfVersions(t *testing.T) {
	version := func(n int, steps string) string {
		return md("id: PRC-001", "title: A", fmt.Sprintf("version: %d", n), "change_note: N", fmt.Sprintf("effective_from: 202%d-01-01", n), "steps: "+steps)
	}
	_, found := Connect(files{
		"procedures/a.v1.md": version(1, "[{key: a, after: [b]}, {key: b}]"),
		"procedures/a.v2.md": version(2, "[{key: a}, {key: b, after: [a]}]"),
		"procedures/a.v3.md": version(3, "[{key: b, after: [a]}]"),
	}.load(t))
	matches(t, brief(found), nil)
}

// TestManyCycles keeps a hostile file from costing more than it weighs.
func TestManyCycles(t *testing.T) {
	var ring, all []string
	for i := range 300 {
		ring = append(ring, fmt.Sprintf("s%d: s%d", i, (i+1)%300))
	}
	_, found := Connect(files{"procedures/a.md": steps(ring...)}.load(t))
	matches(t, brief(found), []string{
		"CX335 procedures/a.md:5:23 these items refer to each other in a circle: s0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → s9 → … → s0",
	})
	var keys []string
	for i := range 100 {
		keys = append(keys, fmt.Sprintf("s%d", i))
	}
	for _, key := range keys {
		all = append(all, key+": "+strings.Join(keys, ", "))
	}
	_, found = Connect(files{"procedures/a.md": steps(all...)}.load(t))
	if len(found) != maxCycles {
		t.Errorf("%d findings, want %d", len(found), maxCycles)
	}
}
