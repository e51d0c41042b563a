package record

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/cxbook/cxbook/generator/diag"
)

// A fileName is what a file's name says: <slug>[.v<N>][.<lang>].md.
type fileName struct {
	slug    string
	version int    // 0 where the name does not say
	lang    string // "" where the name does not say
	// fault is the message of diag.BadFileName that fits, where bad is set;
	// part is the piece of the name that it is about.
	bad         bool
	fault, part string
}

var (
	versionSuffix  = regexp.MustCompile(`^v[1-9][0-9]{0,5}$`)
	languageSuffix = regexp.MustCompile(`^[a-z]{2}$`)
	languageLike   = regexp.MustCompile(`^\pL+([-_]\pL+)?$`)
)

// parseName reads the last element of a path. The suffixes of a name with a
// fault are as far as they could be read.
func parseName(base string) fileName {
	parts := strings.Split(base[:len(base)-len(extension(base))], ".")
	name, rest := fileName{slug: parts[0]}, parts[1:]
	if len(rest) > 0 && versionSuffix.MatchString(rest[0]) {
		name.version, _ = strconv.Atoi(rest[0][1:])
		rest = rest[1:]
	}
	if len(rest) > 0 && languageSuffix.MatchString(rest[0]) {
		name.lang = rest[0]
		rest = rest[1:]
	}
	switch {
	case len(rest) == 1 && name.lang == "" && languageLike.MatchString(rest[0]):
		name.bad, name.fault, name.part = true, "language", rest[0]
	case len(rest) > 0:
		name.bad = true
	case !urlSafe(name.slug):
		name.bad, name.fault = true, "characters"
	}
	return name
}

func extension(base string) string {
	if i := strings.LastIndexByte(base, '.'); i >= 0 {
		return base[i:]
	}
	return ""
}

// urlSafe reports whether a slug can stand in an address: lower-case letters
// of any alphabet, digits and hyphens.
func urlSafe(slug string) bool {
	for _, r := range slug {
		lower := unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsTitle(r)
		if !lower && !(r >= '0' && r <= '9') && r != '-' {
			return false
		}
	}
	return slug != ""
}

// judgeName reports what is wrong with a draft's file name and takes from it
// what it says; it returns false where the file cannot be placed.
func (l *loader) judgeName(d *draft, base string) bool {
	name := parseName(base)
	d.slug, d.named, d.lang = name.slug, name.version, name.lang
	if d.lang == "" {
		d.lang = l.book.Config.DefaultLanguage
	}
	languages := strings.Join(l.book.Config.Languages, ", ")
	if name.bad {
		d.report(diag.New(diag.BadFileName, top(d.file.Name),
			"name", base, "lang", name.part, "languages", languages).As(name.fault))
		return name.fault == "characters"
	}
	if !l.listed(d.lang) {
		d.report(diag.New(diag.UnlistedLanguage, top(d.file.Name), "lang", d.lang, "languages", languages))
	}
	return true
}

// listed reports whether the handbook has the language. Where handbook.yaml
// could not be read nobody knows, and none is blamed.
func (l *loader) listed(lang string) bool {
	if l.blind {
		return true
	}
	for _, known := range l.book.Config.Languages {
		if known == lang {
			return true
		}
	}
	return false
}
