package schema

import (
	"slices"
	"strings"
)

// A Set is all record types that a handbook knows. It is immutable.
type Set struct {
	types     []*Type
	library   *library
	compiled  map[string]*judge // by type name; the handbook's own files by theirs
	translate map[string]*judge // by type name
	plans     map[string]*plan  // by type name: where references stand
	lost      map[string]bool   // folders of types that were left out for their faults
	blind     bool              // of one of those nobody knows the folder
}

// Excused reports whether a folder that is no type's may be that of a type
// whose schema was left out for its faults: then the schema is to blame, and
// not the records in the folder.
func (s *Set) Excused(folder string) bool {
	return s.ByFolder(folder) == nil && (s.blind || s.lost[folder])
}

// Types returns every type, by folder.
func (s *Set) Types() []*Type { return slices.Clone(s.types) }

// Type returns the type of the name, or nil.
func (s *Set) Type(name string) *Type {
	return s.find(func(t *Type) bool { return t.Name == name })
}

// ByFolder returns the type whose records stand in the folder, or nil.
func (s *Set) ByFolder(folder string) *Type {
	return s.find(func(t *Type) bool { return t.Folder == folder })
}

// ByPrefix returns the type whose ids start with the prefix, or nil. The
// prefix may be given with its hyphen.
func (s *Set) ByPrefix(prefix string) *Type {
	prefix = strings.TrimSuffix(prefix, "-")
	return s.find(func(t *Type) bool { return t.Prefix == prefix })
}

func (s *Set) find(is func(*Type) bool) *Type {
	if i := slices.IndexFunc(s.types, is); i >= 0 {
		return s.types[i]
	}
	return nil
}

// Field returns the type's field of the name, or nil.
func (t *Type) Field(name string) *Field { return fieldNamed(t.Fields, name) }

// Field returns the field of the name in an object, or in the objects of a
// list, or nil.
func (f *Field) Field(name string) *Field {
	if f.Shape == ListOf && f.Item != nil {
		f = f.Item
	}
	return fieldNamed(f.Fields, name)
}

func fieldNamed(fields []*Field, name string) *Field {
	if i := slices.IndexFunc(fields, func(f *Field) bool { return f.Name == name }); i >= 0 {
		return fields[i]
	}
	return nil
}
