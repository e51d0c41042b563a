package schema

import (
	"bytes"
	"encoding/json"
)

// Whole returns one schema for all record types, which goes by the prefix of
// the id, for editors that know one schema for many files. Each type's schema
// stands in $defs as a resource of its own.
func (s *Set) Whole() ([]byte, error) {
	type branch struct {
		If   any `json:"if"`
		Then any `json:"then"`
	}
	var branches []branch
	defs := map[string]json.RawMessage{}
	for _, t := range s.types {
		text, err := s.JSON(t.Name)
		if err != nil {
			return nil, err
		}
		defs[t.Name] = text
		branches = append(branches, branch{
			If: map[string]any{
				"properties": map[string]any{"id": map[string]string{"type": "string", "pattern": "^" + t.Prefix + "-"}},
				"required":   []string{"id"},
			},
			Then: map[string]string{"$ref": "#/$defs/" + t.Name},
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(struct {
		Schema      string                     `json:"$schema"`
		ID          string                     `json:"$id"`
		Title       string                     `json:"title"`
		Description string                     `json:"description"`
		Type        string                     `json:"type"`
		Required    []string                   `json:"required"`
		AllOf       []branch                   `json:"allOf"`
		Defs        map[string]json.RawMessage `json:"$defs"`
	}{
		"https://json-schema.org/draft/2020-12/schema", scheme + "record", "Record",
		"The front matter of a record of any type; the prefix of its id says which.",
		"object", []string{"id"}, branches, defs,
	})
	return b.Bytes(), err
}
