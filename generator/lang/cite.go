package lang

import "regexp"

var passageAnchor = regexp.MustCompile(`^par-([0-9]+\pL?)(?:-([0-9]+))?$`)

// Cite words the anchor of a numbered paragraph, or of a passage in it, as the
// language cites it: par-3-2 is § 3 ust. 2, § 3 odst. 2, § 3(2). The space
// after the sign does not break. "" is for any other anchor.
func Cite(lang, anchor string) string {
	m := passageAnchor.FindStringSubmatch(anchor)
	switch {
	case m == nil:
		return ""
	case m[2] == "":
		return "§\u00a0" + m[1]
	case lang == "pl":
		return "§\u00a0" + m[1] + " ust.\u00a0" + m[2]
	case lang == "cs":
		return "§\u00a0" + m[1] + " odst.\u00a0" + m[2]
	}
	return "§\u00a0" + m[1] + "(" + m[2] + ")"
}
