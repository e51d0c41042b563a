package diag

import (
	"maps"
	"strconv"
	"strings"
)

// Text says the finding's message in the language.
func (d Diagnostic) Text(lang string) string {
	r := Lookup(d.Code)
	if r == nil {
		return string(d.Code)
	}
	text, ok := r.Messages[d.Message.Key]
	if !ok {
		if text, ok = r.Messages[""]; !ok {
			text = r.Title
		}
	}
	return fill(text.In(lang), d.Message.Args, lang)
}

// HintText says what to do: the hint that was suggested, else the rule's own
// for this message. It returns "" where the rule has none that its arguments
// can fill in.
func (d Diagnostic) HintText(lang string) string {
	r := Lookup(d.Code)
	if r == nil {
		return ""
	}
	if d.Hint != nil {
		if text, ok := r.Hints[d.Hint.Key]; ok {
			return fill(text.In(lang), d.all(d.Hint.Args), lang)
		}
	}
	for _, key := range []string{d.Message.Key, ""} {
		if text, ok := r.Hints[key]; ok && covers(d.Message.Args, text.EN) {
			return fill(text.In(lang), d.Message.Args, lang)
		}
	}
	return ""
}

// NoteText says what the related place is.
func (d Diagnostic) NoteText(r Related, lang string) string {
	rule := Lookup(d.Code)
	if rule == nil {
		return string(d.Code)
	}
	return fill(rule.Notes[r.Note.Key].In(lang), d.all(r.Note.Args), lang)
}

// all adds to a sentence's own arguments those of the message.
func (d Diagnostic) all(own map[string]string) map[string]string {
	args := make(map[string]string, len(own)+len(d.Message.Args))
	maps.Copy(args, d.Message.Args)
	maps.Copy(args, own)
	return args
}

// fill replaces each {name} or {name:form} by its argument in one pass, so
// that an argument that itself contains braces is never filled in again.
func fill(text string, args map[string]string, lang string) string {
	var b strings.Builder
	for {
		before, name, after, ok := cutPlaceholder(text)
		if !ok {
			break
		}
		b.WriteString(before)
		name, form, _ := strings.Cut(name, ":")
		if value, ok := argument(args, name, lang); ok {
			b.WriteString(Printable(clip(formed(value, form, lang))))
		} else {
			b.WriteString(text[len(before) : len(text)-len(after)])
		}
		text = after
	}
	b.WriteString(text)
	return b.String()
}

// argument returns what fills in a name: the value that was given for this
// language as name.lang, where there is one, else the value of all languages.
func argument(args map[string]string, name, lang string) (string, bool) {
	if value, ok := args[name+"."+lang]; ok {
		return value, true
	}
	value, ok := args[name]
	return value, ok
}

// cutPlaceholder splits text around its first {name}. Braces around anything
// but a name, such as {#id}, are plain text.
func cutPlaceholder(text string) (before, name, after string, ok bool) {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '{')
		if open < 0 {
			return text, "", "", false
		}
		start := at + open + 1
		length := strings.IndexFunc(text[start:], notInName)
		if length > 0 && text[start+length] == '}' {
			return text[:start-1], text[start : start+length], text[start+length+1:], true
		}
		at = start
	}
}

func notInName(r rune) bool { return (r < 'a' || r > 'z') && r != '_' && r != ':' }

// placeholders lists the names in a text, in order of appearance.
func placeholders(text string) []string {
	var names []string
	for {
		_, name, after, ok := cutPlaceholder(text)
		if !ok {
			return names
		}
		name, _, _ = strings.Cut(name, ":")
		names, text = append(names, name), after
	}
}

func covers(args map[string]string, text string) bool {
	for _, name := range placeholders(text) {
		if _, ok := args[name]; !ok {
			return false
		}
	}
	return true
}

// formed writes a value in the form that a placeholder asks for. A value that
// does not fit the form is left as it is.
func formed(value, form, lang string) string {
	switch form {
	case "kind":
		return kindWords(value, lang)
	case "bytes":
		return byteWords(value, lang)
	}
	return value
}

// kinds are the JSON kinds as an author would call them, in the case that
// "takes" and "holds" need.
var kinds = map[string]Text{
	"string":  say("tekst", "text", "a text"),
	"number":  say("liczbę", "číslo", "a number"),
	"integer": say("liczbę całkowitą", "celé číslo", "a whole number"),
	"boolean": say("true (tak) lub false (nie)", "true (ano) nebo false (ne)", "true or false"),
	"array":   say("listę", "seznam", "a list"),
	"object":  say("grupę pól", "skupinu polí", "a group of fields"),
	"null":    say("pustą wartość", "prázdnou hodnotu", "an empty value"),
}

var or = say(" lub ", " nebo ", " or ")

// kindWords says JSON kinds, one or several with commas between them.
func kindWords(value, lang string) string {
	names := strings.Split(value, ",")
	for i, name := range names {
		name = strings.TrimSpace(name)
		if text, ok := kinds[name]; ok {
			name = text.In(lang)
		}
		names[i] = name
	}
	return strings.Join(names, or.In(lang))
}

// byteWords says a number of bytes in the largest fitting unit, with at most
// one decimal.
func byteWords(value, lang string) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	unit := "B"
	for _, u := range []string{"kB", "MB", "GB"} {
		if n < 1000 {
			break
		}
		n, unit = n/1000, u
	}
	s := strings.TrimSuffix(strconv.FormatFloat(n, 'f', 1, 64), ".0")
	if lang == "pl" || lang == "cs" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + " " + unit
}
