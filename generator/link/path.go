package link

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/markdown"
	"github.com/cxbook/cxbook/generator/nearest"
)

// Kinds of files that a site carries: what no browser runs. SVG and HTML can
// hold scripts and are refused.
var (
	imageKinds      = []string{"png", "jpg", "jpeg", "gif", "webp", "avif"}
	attachmentKinds = []string{"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt"}
)

// path resolves a relative path to another Markdown file, an attachment or an
// image.
func (s scene) path(ref markdown.Reference) (Target, *diag.Diagnostic) {
	full, ok := within(path.Dir(s.text.File.Path), ref.Target)
	if !ok {
		return Target{}, fault(diag.New(diag.OutsideContent, ref.At, "target", ref.Target))
	}
	id, owned := s.book.Owners[full]
	switch {
	case owned && ref.Kind == markdown.PathLink:
		return s.place(s.book.Record(id), ref)
	case s.book.Unread[full] != nil && ref.Kind == markdown.PathLink:
		return Target{}, nil
	case ref.Kind == markdown.PathLink && !isAsset(full) && !s.assets[full]:
		return Target{}, s.deadLink(ref, full)
	}
	return s.asset(ref, full)
}

// asset resolves the path of an image or attachment.
func (s scene) asset(ref markdown.Reference, full string) (Target, *diag.Diagnostic) {
	kinds := imageKinds
	if ref.Kind == markdown.PathLink {
		kinds = slices.Concat(attachmentKinds, imageKinds)
	}
	switch {
	case !slices.Contains(kinds, kindOf(full)):
		// The file counts as used, or it would be blamed twice.
		out := Target{}
		if s.assets[full] {
			out.Asset = full
		}
		return out, fault(diag.New(diag.FileKind, ref.At, "target", ref.Target, "kinds", strings.Join(kinds, ", ")))
	case !s.assets[full]:
		return Target{}, s.missing(ref, full)
	}
	return Target{Asset: full, Anchor: ref.Fragment, OK: true}, nil
}

func (s scene) deadLink(ref markdown.Reference, full string) *diag.Diagnostic {
	d := diag.New(diag.DeadLink, ref.At, "target", ref.Target)
	if near, ok := s.guess.path(s.text.File.Path, full, s.pages); ok {
		return fault(d.Suggest("near", "suggestion", near))
	}
	return &d
}

func (s scene) missing(ref markdown.Reference, full string) *diag.Diagnostic {
	d := diag.New(diag.MissingAttachment, ref.At, "target", ref.Target)
	if near, ok := s.guess.path(s.text.File.Path, full, s.files); ok {
		return fault(d.Suggest("near", "suggestion", near))
	}
	return &d
}

// path finds the file that a path in the file from most likely means: the
// same but for case, one of the same name in another folder, a record with
// that name, else the closest. It is written as from would write it.
func (g *guesser) path(from, full string, among []string) (string, bool) {
	if g == nil {
		return "", false
	}
	if exact, ok := g.folded[strings.ToLower(full)]; ok {
		return relative(from, exact), true
	}
	for _, other := range among {
		if g.left > 0 && path.Base(other) == path.Base(full) {
			return relative(from, other), true
		}
	}
	if id := g.byName[strings.ToLower(path.Base(full))]; id != "" {
		return id, true
	}
	near, ok := g.nearest(full, among)
	return relative(from, near), ok && alike(full, near)
}

// alike reports whether the names of two files are near each other without
// what all paths share: in "terms/nope.md" and "terms/bool.md" folder and
// ending would outweigh two words that have nothing in common.
func alike(a, b string) bool {
	a, b = stem(a), stem(b)
	_, near := nearest.Nearest(a, []string{b})
	return a == b || near
}

func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

var (
	// encoded matches what would still be a dot, a separator or an end after
	// the path has been decoded once: a second decoding must not move it.
	encoded = regexp.MustCompile(`(?i)%(?:2e|2f|5c|00|25)`)
	drive   = regexp.MustCompile(`^[A-Za-z]:`)
)

// within joins a relative path to a folder of the content. It returns false
// where the path leads out of the content folder, or could on some system.
func within(folder, target string) (string, bool) {
	if strings.HasPrefix(target, "/") || strings.ContainsAny(target, "\\\x00") ||
		encoded.MatchString(target) || drive.MatchString(target) {
		return "", false
	}
	full := path.Join(folder, target)
	return full, full != ".." && !strings.HasPrefix(full, "../")
}

// relative writes a content path as a link in the file from.
func relative(from, to string) string {
	up := strings.Split(path.Dir(from), "/")
	if path.Dir(from) == "." {
		up = nil
	}
	down := strings.Split(to, "/")
	for len(up) > 0 && len(down) > 1 && up[0] == down[0] {
		up, down = up[1:], down[1:]
	}
	return strings.Repeat("../", len(up)) + strings.Join(down, "/")
}

func kindOf(file string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(file), "."))
}

// isAsset reports whether a path that leads nowhere was meant as a file to
// publish, rather than as a page.
func isAsset(file string) bool {
	kind := kindOf(file)
	return kind != "" && kind != "md"
}
