package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/cxbook/cxbook/generator/diag"
)

// checkName reports a file or folder whose name would not survive a change
// of machine: hidden characters, letters in decomposed form, other encodings.
func (w *walk) checkName(name, base string) {
	if !utf8.ValidString(base) || strings.ContainsFunc(base, unfit) || !norm.NFC.IsNormalString(base) {
		w.findings = append(w.findings, diag.New(diag.BadFileName, place(name)).As("characters"))
	}
}

func unfit(r rune) bool { return isHidden(r) || r == '\n' || r == '\t' }

// shown makes a file name fit to be printed.
func shown(name string) string {
	return strings.Map(func(r rune) rune {
		if unfit(r) {
			return utf8.RuneError
		}
		return r
	}, name)
}
