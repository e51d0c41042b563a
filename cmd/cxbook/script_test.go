package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cxbook/cxbook/generator/lang"
	"github.com/rogpeppe/go-internal/testscript"
)

// scriptDay is today in tests, so that they say the same on every day.
var scriptDay = lang.Date{Year: 2026, Month: 11, Day: 24}

// TestMain makes the program, and what scripts need besides it, commands that
// scripts and tests can run: the test's own binary under another name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"cxbook":          func() { os.Exit(start(scriptDay)) },
		"cxbook-on-trial": func() { os.Exit(trial(os.Args[1:])) },
		"html":            func() { os.Exit(htmlCommand(os.Args[1:])) },
		"finite":          func() { os.Exit(finite(os.Args[1:])) },
		"search":          func() { os.Exit(search(os.Args[1:])) },
		"snapshot":        func() { os.Exit(snapshot(os.Args[1:])) },
		"valid":           func() { os.Exit(validCommand(os.Args[1:])) },
	})
}

// TestScripts runs testdata/script: what the program does, as its user sees
// it. With CXBOOK_UPDATE=1 what it prints becomes what is expected; read the
// difference before you believe it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Files:               scripts(t),
		UpdateScripts:       os.Getenv("CXBOOK_UPDATE") != "",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition:           condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"write":  write,
			"repeat": repeat,
			"fifo":   fifo,
			"same":   same,
		},
	})
}

// scripts lists the scripts. With -short those of single codes are left out:
// each checks a small handbook, which the others do as well.
func scripts(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(all) < 100 {
		t.Fatalf("%d scripts: %v", len(all), err)
	}
	return slices.DeleteFunc(all, func(name string) bool {
		return testing.Short() && strings.HasPrefix(filepath.Base(name), "cx")
	})
}

func condition(name string) (bool, error) {
	if name == "root" {
		return os.Geteuid() == 0, nil
	}
	return false, fmt.Errorf("unknown condition %q", name)
}

// write makes a file that an archive cannot hold: write FILE TEXT, both with
// the escapes of a Go string.
func write(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: write FILE TEXT")
	}
	put(ts, unescape(ts, args[0]), unescape(ts, args[1]))
}

// repeat makes a long file: repeat FILE BEFORE COUNT UNIT AFTER, each text
// with the escapes of a Go string.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: repeat FILE BEFORE COUNT UNIT AFTER")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	put(ts, args[0], unescape(ts, args[1])+strings.Repeat(unescape(ts, args[3]), n)+unescape(ts, args[4]))
}

func put(ts *testscript.TestScript, name, text string) {
	name = ts.MkAbs(name)
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
	ts.Check(os.WriteFile(name, []byte(text), 0o666))
}

func unescape(ts *testscript.TestScript, s string) string {
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		ts.Fatalf("%q: %v", s, err)
	}
	return out
}

// same compares two folders byte for byte: same FOLDER FOLDER.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same FOLDER FOLDER")
	}
	a, b := contents(ts, ts.MkAbs(args[0])), contents(ts, ts.MkAbs(args[1]))
	different := ""
	for name := range a {
		if other, ok := b[name]; !ok || other != a[name] {
			different = name
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			different = name
		}
	}
	switch {
	case len(a) == 0:
		ts.Fatalf("%s is empty", args[0])
	case neg && different == "":
		ts.Fatalf("%s and %s are the same", args[0], args[1])
	case !neg && different != "":
		ts.Fatalf("%s and %s differ in %s", args[0], args[1], different)
	}
}

func contents(ts *testscript.TestScript, dir string) map[string]string {
	out := map[string]string{}
	ts.Check(filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		out[rel] = string(data)
		return err
	}))
	return out
}

// snapshot is the command `snapshot FOLDER`: a line for each file with what
// changes when somebody writes it again.
func snapshot(args []string) int {
	if len(args) != 1 {
		return 2
	}
	err := filepath.WalkDir(args[0], func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		fmt.Printf("%s %s %x\n", filepath.ToSlash(name), info.ModTime().UTC().Format(time.RFC3339Nano), sha256.Sum256(data))
		return err
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// search is the command `search FOLDER WORD`: the files whose name or content
// has the word in whatever case, packed content unpacked.
func search(args []string) int {
	word := strings.ToLower(args[1])
	err := filepath.WalkDir(args[0], func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		text := []byte(name)
		if !d.IsDir() {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			text = append(text, data...)
			if r, err := gzip.NewReader(bytes.NewReader(data)); err == nil {
				plain, err := io.ReadAll(r)
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				text = append(text, plain...)
			}
		}
		if strings.Contains(strings.ToLower(string(text)), word) {
			fmt.Println(name)
		}
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
