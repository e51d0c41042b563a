package preview

import "html"

// words are what the preview itself says.
type words struct {
	Lang    string `json:"lang"`
	Broken  string `json:"broken"`  // over the findings
	Good    string `json:"good"`    // over warnings of a handbook without errors
	Here    string `json:"here"`    // those of this page
	Others  string `json:"others"`  // those of others
	Show    string `json:"show"`    // opens the list
	Close   string `json:"close"`   // closes it
	Waiting string `json:"waiting"` // no site yet
	Nothing string `json:"nothing"` // no page at this address
}

func wordsIn(lang string) words {
	switch lang {
	case "pl":
		return words{
			"pl", "W podręczniku są błędy. Strona pokazuje ostatnią dobrą wersję.", "Podręcznik ma ostrzeżenia.",
			"Na tej stronie", "Gdzie indziej", "Pokaż uwagi", "Zamknij (Esc)",
			"Podręcznik ma błędy, więc nie ma jeszcze czego pokazać. Strona pojawi się sama, gdy zostaną poprawione.",
			"Pod tym adresem nie ma strony.",
		}
	case "cs":
		return words{
			"cs", "V příručce jsou chyby. Stránka ukazuje poslední dobrou verzi.", "Příručka má varování.",
			"Na této stránce", "Jinde", "Ukázat zjištění", "Zavřít (Esc)",
			"Příručka má chyby, takže zatím není co ukázat. Stránka se objeví sama, jakmile budou opraveny.",
			"Na této adrese žádná stránka není.",
		}
	}
	return words{
		"en", "The handbook has errors. This page shows the last good version.", "The handbook has warnings.",
		"On this page", "Elsewhere", "Show findings", "Close (Esc)",
		"The handbook has errors, so there is nothing to show yet. The page will appear by itself when they are mended.",
		"There is no page at this address.",
	}
}

// page is what is shown while there is no site.
func (w words) page() string { return w.plain(w.Waiting) }

// nowhere is what is shown at an address without a page.
func (w words) nowhere() string { return w.plain(w.Nothing) }

func (w words) plain(text string) string {
	text = html.EscapeString(text)
	return `<!doctype html><html lang="` + w.Lang + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>cxbook</title><link rel="stylesheet" href="` +
		own + `live.css"></head><body class="cxbook-plain"><main><h1>` + text + `</h1></main></body></html>`
}
