// Package schemas holds the built-in record types: one JSON Schema per type.
//
// In: nothing. Out: FS, the *.schema.json files of this folder and the folder
// scorecards as they stand.
// The package reads and judges nothing; generator/schema does.
//
// A <type>.schema.json with x-record describes a record type.
// envelope.schema.json holds the fields of every type and is added to each;
// common.schema.json holds definitions that several share; handbook, debt and
// redirects describe the handbook's own YAML files. A handbook may add types
// or replace these by files of the same name in a schemas folder of its own.
//
// scorecards holds the shipped scorecards, records like any other; a handbook's
// own of the same id replaces one.
//
// testdata holds a valid and an invalid record for what the schemas promise.
// An invalid one says what is expected in its body: "want: CX201 line 3".
package schemas

import "embed"

// FS holds the built-in schema files at its root, and scorecards.
//
//go:embed *.schema.json scorecards
var FS embed.FS
