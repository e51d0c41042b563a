package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// validCommand is the command `valid SCHEMA DOCUMENT`: it judges a JSON
// document by a JSON Schema as an editor would, without any network. It exits
// 1 where the document does not fit and 2 where the schema is none.
func validCommand(args []string) int {
	if len(args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: valid SCHEMA DOCUMENT")
		return 2
	}
	document, err := decodeFile(args[1])
	if err == nil {
		err = judgeJSON(args[0], document)
	}
	invalid := &jsonschema.ValidationError{}
	switch {
	case err == nil:
		return 0
	case errors.As(err, &invalid):
		fmt.Fprintf(os.Stderr, "%#v\n", invalid)
		return 1
	}
	fmt.Fprintln(os.Stderr, err)
	return 2
}

func judgeJSON(schemaFile string, document any) error {
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("the schema is not whole: it asks for %s", url)
	}
	if err := compiler.AddResource("test:schema", bytes.NewReader(text)); err != nil {
		return err
	}
	compiled, err := compiler.Compile("test:schema")
	if err != nil {
		return err
	}
	return compiled.Validate(document)
}

func decodeFile(name string) (any, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var document any
	err = decoder.Decode(&document)
	return document, err
}
