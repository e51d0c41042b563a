package source_test

import (
	"reflect"
	"testing"

	"github.com/cxbook/cxbook/generator/source"
)

// What is encoded reads as it was, and as people write it.
func TestEncode(t *testing.T) {
	const text = `id: POL-001
title: "Skargi: co dalej?"
on: 2026-01-15
of: POL-004#par-3
version: 2
whole: true
empty: ""
yes-man: "no"
tags: [skarga, "a, b", "007"]
review:
  every: P12M
  log: [one]
duties:
  - key: answer
    text: "Odpowiedź \"w 7 dni\" #szybko"
    parts:
      - key: a
  - key: other
`
	root, found := source.Decode("x.md", []byte(text), 1)
	if len(found) > 0 {
		t.Fatal(found)
	}
	got := source.Encode(root)
	if got != text {
		t.Errorf("got\n%s", got)
	}
	again, found := source.Decode("x.md", []byte(got), 1)
	if len(found) > 0 || !reflect.DeepEqual(again.JSON(), root.JSON()) {
		t.Errorf("%v: %v, want %v", found, again.JSON(), root.JSON())
	}
}
