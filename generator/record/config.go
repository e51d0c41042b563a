package record

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/nearest"
	"github.com/cxbook/cxbook/generator/schema"
	"github.com/cxbook/cxbook/generator/source"
)

// untitled is what a handbook without a title of its own is called.
var untitled = map[string]string{"pl": "Prawo klienta", "cs": "Zákaznický kodex", "en": "Customer law"}

// readOwn reads the handbook's own files: handbook.yaml, debt.yaml and
// redirects.yaml. Any other YAML file at the top is named, for nobody reads it.
func (l *loader) readOwn() {
	name := path.Join(l.book.Prefix, "handbook.yaml")
	var config *source.YAMLFile
	for _, f := range l.in.Tree.YAML {
		switch f.Path {
		case "handbook.yaml":
			config = f
		case "debt.yaml", "redirects.yaml":
			l.checkOwn(f)
		default:
			l.report(diag.New(diag.IgnoredFile, top(f.Name)))
		}
	}
	if config == nil {
		l.report(diag.New(diag.NoHandbookFile, top(name)))
		l.book.Config = l.config(nil)
		return
	}
	root := l.fields(config.Root)
	l.blind = root == nil
	l.book.Config = l.config(root)
	if root != nil {
		l.report(l.in.Schemas.CheckHandbook(root)...)
		l.checkConfig()
	}
}

// fields returns the fields of handbook.yaml: none where it is empty, and nil
// where it holds something else, which is reported.
func (l *loader) fields(root *source.Node) *source.Node {
	switch {
	case root == nil || root.Kind == source.Map:
		return root
	case root.Kind == source.Null && root.At.Start == root.At.End:
		return &source.Node{Kind: source.Map, At: root.At}
	}
	l.report(diag.New(diag.NotAMapping, root.At))
	return nil
}

// config fills in the defaults. What the schema refuses is left out, so that
// nothing above meets a value of the wrong kind.
func (l *loader) config(root *source.Node) Config {
	c := Config{
		Root:            root,
		Name:            path.Join(l.book.Prefix, "handbook.yaml"),
		DefaultLanguage: root.Get("default_language").String(),
		Languages:       unique(root.Get("languages").Strings()),
		BaseURL:         root.Get("base_url").String(),
		ReportProblem:   root.Get("report_problem").String(),
		Start:           root.Get("start").String(),
		Channels:        root.Get("channels").Strings(),
		Holidays:        texts(root.Get("holidays")),
		Severity:        texts(root.Get("severity")),
		Holders:         root.Get("holders").String(),
	}
	c.Repository.URL = root.Get("repository").Get("url").String()
	c.Repository.Branch = either(root.Get("repository").Get("branch").String(), "main")
	c.Holders = either(c.Holders, "mailbox")
	if c.BaseURL != "" && !strings.HasSuffix(c.BaseURL, "/") {
		c.BaseURL += "/"
	}
	c.languages()
	c.Title = titles(root.Get("title"), c)
	c.Words = words(root.Get("words"))
	c.Sections = l.sections(root.Get("sections").Strings())
	return c
}

// languages settles which languages there are and which is meant by a file
// name without one.
func (c *Config) languages() {
	if len(c.Languages) == 0 {
		c.Languages = []string{"pl", "cs", "en"}
	}
	if !slices.Contains(c.Languages, c.DefaultLanguage) {
		// A default that the list lacks is reported, and every file without
		// a suffix would be blamed for it again.
		c.DefaultLanguage = c.Languages[0]
	}
}

// checkConfig judges what a schema cannot: values that depend on each other
// or on the record types.
func (l *loader) checkConfig() {
	root := l.book.Config.Root
	listed := root.Get("languages").Strings()
	if d := root.Get("default_language"); d.String() != "" && len(listed) > 0 && !slices.Contains(listed, d.Text) {
		l.report(diag.New(diag.UnlistedLanguage, d.At,
			"lang", d.Text, "languages", strings.Join(listed, ", ")).For("", "/default_language"))
	}
	l.checkSections(root.Get("sections"))
	l.checkSeverity(root.Get("severity"))
}

func (l *loader) checkSections(sections *source.Node) {
	if sections == nil {
		return
	}
	folders := l.folders()
	for _, item := range sections.Items {
		if item.Kind != source.String || slices.Contains(folders, item.Text) || l.in.Schemas.Excused(item.Text) {
			continue
		}
		d := diag.New(diag.NotAllowedValue, item.At,
			"field", "sections", "value", item.Text, "allowed", strings.Join(folders, ", "))
		l.report(suggest(d, item.Text, folders).For("", "/sections"))
	}
}

// checkSeverity reports settings that change nothing: of codes that do not
// exist, and of errors that cannot be lowered.
func (l *loader) checkSeverity(severity *source.Node) {
	settings := diag.SettingsOf(l.book.Config.Severity)
	for _, code := range settings.Unknown() {
		l.report(unknownCode(string(code), severity.Entry(string(code)).KeyAt).For("", "/severity/"+string(code)))
	}
	for _, code := range settings.Refused() {
		l.report(diag.New(diag.LockedSeverity, severity.Entry(string(code)).KeyAt, "code", string(code)).
			For("", "/severity/"+string(code)))
	}
}

// unknownCode says that no rule has a code.
func unknownCode(code string, at diag.Span) diag.Diagnostic {
	var codes []string
	for _, r := range diag.Rules() {
		codes = append(codes, string(r.Code))
	}
	return suggest(diag.New(diag.UnknownCode, at, "code", code), code, codes)
}

// suggest adds what was most likely meant, where anything comes close.
func suggest(d diag.Diagnostic, word string, among []string) diag.Diagnostic {
	if near, ok := nearest.Nearest(word, among); ok {
		return d.Suggest("near", "suggestion", near)
	}
	return d
}

// titles gives the handbook a title in each of its languages.
func titles(n *source.Node, c Config) map[string]string {
	said := texts(n)
	if n != nil && n.Kind == source.String {
		said = map[string]string{c.DefaultLanguage: n.Text}
	}
	out := make(map[string]string, len(c.Languages))
	for _, l := range c.Languages {
		out[l] = either(said[l], said[c.DefaultLanguage])
		for _, other := range slices.Sorted(maps.Keys(said)) {
			out[l] = either(out[l], said[other])
		}
		out[l] = either(either(out[l], untitled[l]), untitled["en"])
	}
	return out
}

// sections returns the folders in order of navigation: those that the
// handbook names first, then, where it names none, all.
func (l *loader) sections(named []string) []string {
	folders := l.folders()
	known := slices.DeleteFunc(unique(named), func(s string) bool { return !slices.Contains(folders, s) })
	if len(known) == 0 {
		return folders
	}
	return known
}

func (l *loader) folders() []string {
	var out []string
	for _, t := range l.in.Schemas.Types() {
		out = append(out, t.Folder)
	}
	return out
}

// texts returns the strings of a map.
func texts(n *source.Node) map[string]string {
	if n == nil || n.Kind != source.Map {
		return nil
	}
	out := make(map[string]string, len(n.Fields))
	for _, f := range n.Fields {
		if f.Value.Kind == source.String {
			out[f.Key] = f.Value.Text
		}
	}
	return out
}

// words reads what readers see in place of a value.
func words(n *source.Node) map[string]schema.Words {
	out := map[string]schema.Words{}
	if n != nil {
		for _, f := range n.Fields {
			out[f.Key] = texts(f.Value)
		}
	}
	return out
}

func either(s, fallback string) string {
	if s != "" {
		return s
	}
	return fallback
}

// unique leaves the first of each string.
func unique(in []string) []string {
	var out []string
	for _, s := range in {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
