package diag

import (
	"slices"
	"strings"
)

// A Text is one sentence in Polish, Czech and English, with {name} where an
// argument goes.
type Text struct{ PL, CS, EN string }

// In returns the text in the language; anything but pl and cs is English.
func (t Text) In(lang string) string {
	switch lang {
	case "pl":
		return t.PL
	case "cs":
		return t.CS
	}
	return t.EN
}

// A Rule documents one code: what `cxbook explain` and the site's page of
// checks show, and every sentence that a finding of the code can say.
type Rule struct {
	Code     Code
	Severity Severity // before the handbook's own settings
	Timed    bool     // whether the mere passing of a day can raise it
	Title    Text     // what is checked, a noun phrase
	Why      Text     // why it matters, for the author, one or two sentences
	Before   string   // a small excerpt that raises it
	After    string   // the same excerpt, mended
	Messages map[string]Text
	// Hints say what to do. A finding to which nobody gave a hint says the one
	// with its message's key, else the main one.
	Hints map[string]Text
	Notes map[string]Text // of related places
}

// Lookup returns the rule of a code, or nil.
func Lookup(code Code) *Rule {
	i, ok := slices.BinarySearchFunc(registry, code, func(r *Rule, c Code) int {
		return strings.Compare(string(r.Code), string(c))
	})
	if !ok {
		return nil
	}
	return registry[i]
}

// Rules returns every rule, by code.
func Rules() []*Rule { return slices.Clone(registry) }

var registry = func() []*Rule {
	var all []*Rule
	for _, group := range [][]*Rule{
		fileRules, yamlRules, schemaRules, typeRules, identityRules, timeRules, referenceRules, paragraphRules, dutyRules, forceRules, dataRules, scoreRules, maturityRules, microRules, lapseRules, bodyRules, lostRules, siteRules,
	} {
		all = append(all, group...)
	}
	slices.SortFunc(all, func(a, b *Rule) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return all
}()

// texts are a rule's sentences by key.
type texts = map[string]Text

// say puts one sentence down in Polish, Czech and English.
func say(pl, cs, en string) Text { return Text{PL: pl, CS: cs, EN: en} }

// only is a rule's single sentence of its kind.
func only(pl, cs, en string) texts { return texts{"": say(pl, cs, en)} }
