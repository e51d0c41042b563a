package markdown

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/util"
)

// A refusal says why an address must not become a link: its scheme, or what
// stands for one ("//" names another server without saying how to reach it).
type refusal string

// An address is what stands in the parentheses of a link, taken apart.
type address struct {
	kind     ReferenceKind
	target   string
	fragment string
	refused  refusal // "" where the address may become a link
}

// resolve turns an address as written into the one that is meant, as
// CommonMark does: backslash escapes and entities are replaced.
func resolve(written []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(written))))
}

// parseAddress takes an address apart. It admits schemes by a list, because a
// list of what is dangerous is never complete, and judges an address in every
// form that a browser could read it in.
func parseAddress(written string) address {
	s := strings.Trim(written, " ")
	decoded := unquote(s)
	if strings.ContainsFunc(s, unicode.IsControl) || strings.ContainsFunc(decoded, unicode.IsControl) {
		return address{refused: refusal(firstWord(s))}
	}
	for _, form := range []string{s, decoded} {
		if isHost(form) {
			return address{refused: "//"}
		}
	}
	if scheme := schemeOf(s); scheme != "" {
		return external(s, scheme)
	}
	if scheme := schemeOf(decoded); scheme != "" {
		return address{refused: refusal(scheme)}
	}
	return internal(s)
}

// internal reads an address within the handbook.
func internal(s string) address {
	path, fragment, _ := strings.Cut(s, "#")
	a := address{kind: PathLink, target: unquote(path), fragment: unquote(fragment)}
	switch {
	case strings.HasPrefix(s, "#"):
		a.kind = AnchorLink
	case likeID.MatchString(a.target):
		a.kind = RecordLink
	}
	return a
}

// likeID matches what somebody may have meant as an id: letters and digits,
// with or without a hyphen, and SCR-NAME. A path has a slash or a dot.
var likeID = regexp.MustCompile(`^(?:\p{L}+[-_ \x{2010}-\x{2015}]?\p{Nd}+|[A-Z]{2,5}-[A-Z0-9-]+|(?i:scr-[a-z][a-z0-9-]*))$`)

// external reads an address with a scheme.
func external(s, scheme string) address {
	_, rest, _ := strings.Cut(s, ":")
	ok := false
	switch strings.ToLower(scheme) {
	case "http", "https":
		ok = strings.HasPrefix(rest, "//") && strings.Trim(rest[2:], "/\\?# ") != "" && !strings.ContainsAny(rest[2:3], "/\\?#@: ")
	case "mailto", "tel":
		ok = rest != "" && !strings.HasPrefix(rest, "/")
	}
	if !ok {
		return address{refused: refusal(scheme)}
	}
	return address{kind: External, target: strings.ToLower(scheme) + ":" + string(util.URLEscape([]byte(rest), false))}
}

// schemeOf returns what stands before a colon in the first segment. It need
// not be well-formed: no address of a handbook has a colon there.
func schemeOf(s string) string {
	end := strings.IndexAny(s, ":/?#")
	if end < 0 || s[end] != ':' {
		return ""
	}
	if end == 0 {
		return ":"
	}
	return s[:end]
}

// isHost reports //host, which browsers also read in \\host and /\host.
func isHost(s string) bool {
	return len(s) > 1 && strings.ContainsRune(`/\`, rune(s[0])) && strings.ContainsRune(`/\`, rune(s[1]))
}

// unquote decodes %20 and the like; an address that cannot be decoded is
// taken as it stands.
func unquote(s string) string {
	if d, err := url.PathUnescape(s); err == nil {
		return d
	}
	return s
}

// firstWord names an address that hides control characters.
func firstWord(s string) string {
	if scheme := schemeOf(s); scheme != "" {
		return scheme
	}
	return "?"
}

// safeHref reports whether an address that somebody else made may stand in
// the page. It is the last check, not the first.
func safeHref(href string) bool {
	a := parseAddress(href)
	return href != "" && a.refused == ""
}
