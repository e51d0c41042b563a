package markdown

import "github.com/yuin/goldmark/extension"

// words are what the HTML of a body says by itself.
type words struct {
	alerts    map[string]string // titles, by kind
	permalink string            // before the title of a heading
	footnote  string            // before its number
	footnotes string
	table     string // names the frame in which a table scrolls
	back      string
	done      string
	open      string
}

func wordsIn(lang string) *words {
	switch lang {
	case "pl":
		return &polishWords
	case "cs":
		return &czechWords
	}
	return &englishWords
}

var polishWords = words{
	alerts: map[string]string{
		"note": "Informacja", "tip": "Wskazówka", "important": "Ważne",
		"warning": "Ostrzeżenie", "caution": "Przestroga",
	},
	permalink: "Odnośnik do miejsca:",
	footnote:  "Przypis",
	footnotes: "Przypisy",
	table:     "Tabela",
	back:      "Wróć do miejsca w tekście",
	done:      "zrobione",
	open:      "do zrobienia",
}

var czechWords = words{
	alerts: map[string]string{
		"note": "Poznámka", "tip": "Tip", "important": "Důležité",
		"warning": "Varování", "caution": "Pozor",
	},
	permalink: "Odkaz na místo:",
	footnote:  "Poznámka pod čarou",
	footnotes: "Poznámky pod čarou",
	table:     "Tabulka",
	back:      "Zpět na místo v textu",
	done:      "hotovo",
	open:      "zbývá udělat",
}

var englishWords = words{
	alerts: map[string]string{
		"note": "Note", "tip": "Tip", "important": "Important",
		"warning": "Warning", "caution": "Caution",
	},
	permalink: "Link to:",
	footnote:  "Footnote",
	footnotes: "Footnotes",
	table:     "Table",
	back:      "Back to the text",
	done:      "done",
	open:      "to do",
}

// punctuation gives the signs that straight quotes and rows of dots and
// hyphens become. They are characters, not entities, so that plain text can
// take them as they are.
func punctuation(lang string) map[extension.TypographicPunctuation]string {
	p := map[extension.TypographicPunctuation]string{
		extension.LeftSingleQuote:  "‘",
		extension.RightSingleQuote: "’",
		extension.LeftDoubleQuote:  "“",
		extension.RightDoubleQuote: "”",
		extension.EnDash:           "–",
		extension.EmDash:           "—",
		extension.Ellipsis:         "…",
		extension.LeftAngleQuote:   "«",
		extension.RightAngleQuote:  "»",
		extension.Apostrophe:       "’",
	}
	switch lang {
	case "pl":
		p[extension.LeftDoubleQuote], p[extension.LeftSingleQuote] = "„", "‚"
	case "cs":
		p[extension.LeftDoubleQuote], p[extension.RightDoubleQuote] = "„", "“"
		p[extension.LeftSingleQuote], p[extension.RightSingleQuote] = "‚", "‘"
	}
	return p
}
