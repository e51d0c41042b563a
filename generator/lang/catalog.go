package lang

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// A Catalog holds the words of an interface in every language.
type Catalog struct {
	localizers map[string]*i18n.Localizer
	keys       map[string][]string
}

// LoadCatalog reads <lang>.json of every language from the folder: each key
// a phrase, or an object of plural forms with {{.Count}} where the number
// goes. A language without a file, or a file that does not parse, is an
// error.
func LoadCatalog(fsys fs.FS, dir string) (*Catalog, error) {
	c := &Catalog{localizers: map[string]*i18n.Localizer{}, keys: map[string][]string{}}
	for _, l := range All() {
		name := path.Join(dir, l+".json")
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("words of the interface: %s: %w", name, err)
		}
		// One bundle a language, so that a missing word is an error and never
		// another language's word.
		bundle := i18n.NewBundle(language.Make(l))
		bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
		file, err := bundle.ParseMessageFileBytes(data, path.Base(name))
		if err != nil {
			return nil, fmt.Errorf("words of the interface: %s: %w", name, err)
		}
		for _, m := range file.Messages {
			c.keys[l] = append(c.keys[l], m.ID)
		}
		c.localizers[l] = i18n.NewLocalizer(bundle, l)
		for _, m := range file.Messages {
			if err := c.try(l, m); err != nil {
				return nil, fmt.Errorf("words of the interface: %s: %s: %w", name, m.ID, err)
			}
		}
	}
	return c, nil
}

// try says a word once, in all its plural forms, so that a mistake in it is
// found whatever pages there are.
func (c *Catalog) try(l string, m *i18n.Message) error {
	if m.Zero+m.One+m.Two+m.Few+m.Many == "" {
		_, err := c.localize(l, &i18n.LocalizeConfig{MessageID: m.ID, TemplateData: map[string]any{}})
		return err
	}
	for _, n := range []any{1, 2, 5, "1.5"} {
		config := &i18n.LocalizeConfig{MessageID: m.ID, PluralCount: n, TemplateData: map[string]any{"Count": n}}
		if _, err := c.localize(l, config); err != nil {
			return err
		}
	}
	return nil
}

// Keys returns the keys that the language has words for.
func (c *Catalog) Keys(lang string) []string { return c.keys[lang] }

// Say returns the phrase of a key. args are pairs of name and value for
// {{.name}} in the phrase.
func (c *Catalog) Say(lang, key string, args ...any) (string, error) {
	data, err := pairs(args)
	if err != nil {
		return "", err
	}
	return c.localize(lang, &i18n.LocalizeConfig{MessageID: key, TemplateData: data})
}

// Count returns the plural form of a key that goes with n.
func (c *Catalog) Count(lang, key string, n int) (string, error) {
	return c.localize(lang, &i18n.LocalizeConfig{
		MessageID: key, PluralCount: n,
		TemplateData: map[string]any{"Count": FormatNumber(lang, float64(n), 0)},
	})
}

func (c *Catalog) localize(lang string, config *i18n.LocalizeConfig) (string, error) {
	l := c.localizers[lang]
	if l == nil {
		return "", fmt.Errorf("the interface has no words in %q", lang)
	}
	s, err := l.Localize(config)
	if err != nil {
		return "", fmt.Errorf("words of the interface in %s: %w", lang, err)
	}
	return s, nil
}

func pairs(args []any) (map[string]any, error) {
	if len(args)%2 != 0 {
		return nil, fmt.Errorf("words of the interface: arguments come in pairs")
	}
	data := map[string]any{}
	for i := 0; i < len(args); i += 2 {
		name, ok := args[i].(string)
		if !ok {
			return nil, fmt.Errorf("words of the interface: argument %d is not a name", i)
		}
		data[name] = args[i+1]
	}
	return data, nil
}
