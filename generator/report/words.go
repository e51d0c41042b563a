package report

import (
	"fmt"

	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/lang"
)

// words are what a report says besides the findings' own sentences.
var words = map[string]diag.Text{
	"error":   {PL: "błąd", CS: "chyba", EN: "error"},
	"warning": {PL: "ostrzeżenie", CS: "upozornění", EN: "warning"},
	"info":    {PL: "informacja", CS: "informace", EN: "info"},
	"hint":    {PL: "wskazówka", CS: "nápověda", EN: "hint"},
	"note":    {PL: "zobacz", CS: "viz", EN: "note"},

	"severity": {PL: "waga", CS: "závažnost", EN: "severity"},
	"before":   {PL: "źle", CS: "špatně", EN: "before"},
	"after":    {PL: "dobrze", CS: "správně", EN: "after"},
	"overdue":  {PL: "po terminie", CS: "po termínu", EN: "overdue"},
	"vacant":   {PL: "nieobsadzone", CS: "neobsazeno", EN: "vacant"},
	"deputy":   {PL: "zastępca", CS: "zástupce", EN: "deputy"},
	"nobody":   {PL: "Bez właściciela", CS: "Bez garanta", EN: "Without an owner"},
	"version":  {PL: "wersja", CS: "verze", EN: "version"},
	"by":       {PL: "na mocy", CS: "na základě", EN: "by virtue of"},
	"due": {
		PL: "do %s: %s, w tym po terminie: %d",
		CS: "do %s: %s, z toho po termínu: %d",
		EN: "until %s: %s, of which overdue: %d",
	},
	"diff": {
		PL: "wobec %s: nowe wpisy %d, zmienione %d, usunięte %d",
		CS: "oproti %s: nové záznamy %d, změněné %d, odstraněné %d",
		EN: "since %s: records added %d, changed %d, removed %d",
	},
	"diff-added":         {PL: "nowe", CS: "nové", EN: "added"},
	"diff-changed":       {PL: "zmienione", CS: "změněné", EN: "changed"},
	"diff-removed":       {PL: "usunięte", CS: "odstraněné", EN: "removed"},
	"diff-against":       {PL: "wobec wersji", CS: "oproti verzi", EN: "against version"},
	"diff-moved":         {PL: "przedtem:", CS: "předtím:", EN: "before:"},
	"diff-opening":       {PL: "początek", CS: "úvod", EN: "opening"},
	"diff-section-moved": {PL: "w innym miejscu", CS: "na jiném místě", EN: "in another place"},
	"nothing-due": {
		PL: "do %s nie ma żadnych terminów",
		CS: "do %s nejsou žádné termíny",
		EN: "nothing is due until %s",
	},

	"life.audience":         {PL: "tylko dla odbiorców: %s", CS: "jen pro čtenáře: %s", EN: "only for readers: %s"},
	"life.since":            {PL: "od %s", CS: "od %s", EN: "since %s"},
	"life.from":             {PL: "od %s", CS: "od %s", EN: "from %s"},
	"life.until":            {PL: "do %s", CS: "do %s", EN: "until %s"},
	"life.force.draft":      {PL: "projekt", CS: "návrh", EN: "draft"},
	"life.force.coming":     {PL: "jeszcze nie obowiązuje", CS: "dosud neúčinné", EN: "not yet in force"},
	"life.force.in-force":   {PL: "obowiązuje", CS: "účinné", EN: "in force"},
	"life.force.superseded": {PL: "zastąpione", CS: "nahrazené", EN: "superseded"},
	"life.force.repealed":   {PL: "uchylone", CS: "zrušené", EN: "repealed"},
	"life.force.expired":    {PL: "przestało obowiązywać", CS: "pozbylo účinnosti", EN: "expired"},

	"life.versions":       {PL: "Wersje", CS: "Verze", EN: "Versions"},
	"life.approved":       {PL: "zatwierdzono %s: %s", CS: "schváleno %s: %s", EN: "approved on %s: %s"},
	"life.amendments":     {PL: "Zmiany prawa", CS: "Změny předpisů", EN: "Amendments"},
	"life.review":         {PL: "Przegląd", CS: "Přezkoumání", EN: "Review"},
	"life.every":          {PL: "raz na %s", CS: "jednou za %s", EN: "every %s"},
	"life.confirmed":      {PL: "potwierdzono %s: %s", CS: "potvrzeno %s: %s", EN: "confirmed on %s: %s"},
	"life.amended":        {PL: "po przeglądzie do zmiany %s: %s", CS: "po přezkoumání ke změně %s: %s", EN: "reviewed on %s, to be changed: %s"},
	"life.retired":        {PL: "po przeglądzie do uchylenia %s: %s", CS: "po přezkoumání ke zrušení %s: %s", EN: "reviewed on %s, to be repealed: %s"},
	"life.never-reviewed": {PL: "jeszcze nie przeglądano", CS: "dosud nepřezkoumáno", EN: "never reviewed yet"},
	"life.owner":          {PL: "Właściciel", CS: "Garant", EN: "Owner"},

	"life.translations":        {PL: "Wersje językowe", CS: "Jazykové verze", EN: "Languages"},
	"life.translation.binding": {PL: "wersja wiążąca", CS: "závazné znění", EN: "binding text"},
	"life.translation.current": {PL: "tłumaczenie aktualne", CS: "překlad je aktuální", EN: "translation up to date"},
	"life.translation.behind":  {PL: "tłumaczenie nieaktualne", CS: "překlad není aktuální", EN: "translation behind its source"},
	"life.translation.missing": {PL: "brak tłumaczenia", CS: "překlad chybí", EN: "not translated"},

	"life.exceptions": {PL: "Odstępstwa", CS: "Výjimky", EN: "Exceptions"},
	"life.references": {PL: "Odwołania do tego wpisu", CS: "Odkazy na tento záznam", EN: "Referred to by"},
	"life.mention":    {PL: "Wzmianki w tekście", CS: "Zmínky v textu", EN: "Mentioned in the text of"},
	"life.affected":   {PL: "Czego dotknie zmiana", CS: "Čeho se dotkne změna", EN: "Affected by a change"},
	"life.directly":   {PL: "bezpośrednio", CS: "přímo", EN: "directly"},
	"life.indirectly": {PL: "pośrednio", CS: "nepřímo", EN: "indirectly"},
	"life.findings":   {PL: "Uwagi", CS: "Zjištění", EN: "Findings"},

	"life.score":     {PL: "Wyniki", CS: "Hodnocení", EN: "Scores"},
	"score.none":     {PL: "żaden wpis nie jest tu oceniany", CS: "žádný záznam se tu nehodnotí", EN: "no record is scored here"},
	"score.null":     {PL: "brak", CS: "bez údaje", EN: "none"},
	"score.above":    {PL: "ponad listą", CS: "nad seznamem", EN: "above the list"},
	"score.unranked": {PL: "bez miejsca", CS: "bez pořadí", EN: "without a rank"},
	"score.robust":   {PL: "miejsce pewne", CS: "pořadí jisté", EN: "robust rank"},
	"score.rank":     {PL: "miejsce", CS: "pořadí", EN: "rank"},
	"score.fails":    {PL: "niespełnione", CS: "nesplněno", EN: "not met"},
	"score.unknown":  {PL: "nie wiadomo", CS: "není známo", EN: "not known"},
	"score.yes":      {PL: "tak", CS: "ano", EN: "yes"},
	"rules.more":     {PL: "cxbook score {id} pokazuje wyniki, cxbook explain --values nazwy, których używają reguły", CS: "cxbook score {id} ukáže výsledky, cxbook explain --values jména, která pravidla používají", EN: "cxbook score {id} shows the scores, cxbook explain --values the names that rules use"},
	"score.no":       {PL: "nie", CS: "ne", EN: "no"},
	"values.fields": {
		PL: "Wyrażenia mogą używać pól wpisu, pól wpisów, do których on się odwołuje (owner.vacant), as_of, params, in_force, standing, id, title, type, version oraz tych wartości:",
		CS: "Výrazy smějí používat pole záznamu, pole záznamů, na které odkazuje (owner.vacant), as_of, params, in_force, standing, id, title, type, version a tyto hodnoty:",
		EN: "Expressions may use a record's fields, the fields of records that it refers to (owner.vacant), as_of, params, in_force, standing, id, title, type, version, and these values:",
	},
	"values.timed": {PL: "zależy od dnia", CS: "závisí na dni", EN: "depends on the day"},

	"timed": {
		PL: "Ta uwaga może się pojawić bez żadnej zmiany, gdy minie kolejny dzień.",
		CS: "Toto zjištění se může objevit beze změny, jen tím, že uplyne další den.",
		EN: "This finding can come up without any change, because a day has passed.",
	},
	"untimed": {
		PL: "Ta uwaga pojawia się tylko po zmianie w podręczniku, nigdy od samego upływu czasu.",
		CS: "Toto zjištění se objeví jen po změně příručky, nikdy pouhým plynutím času.",
		EN: "Only a change to the handbook raises this finding, never the mere passing of time.",
	},
}

func word(key, lang string) string { return words[key].In(lang) }

// counted are the nouns that a summary counts.
var counted = map[string]map[string]lang.Forms{
	"records": {
		"pl": {One: "wpis", Few: "wpisy", Many: "wpisów", Other: "wpisu"},
		"cs": {One: "záznam", Few: "záznamy", Many: "záznamu", Other: "záznamů"},
		"en": {One: "record", Other: "records"},
	},
	"errors": {
		"pl": {One: "błąd", Few: "błędy", Many: "błędów", Other: "błędu"},
		"cs": {One: "chyba", Few: "chyby", Many: "chyby", Other: "chyb"},
		"en": {One: "error", Other: "errors"},
	},
	"warnings": {
		"pl": {One: "ostrzeżenie", Few: "ostrzeżenia", Many: "ostrzeżeń", Other: "ostrzeżenia"},
		"cs": {One: "upozornění", Few: "upozornění", Many: "upozornění", Other: "upozornění"},
		"en": {One: "warning", Other: "warnings"},
	},
	"items": {
		"pl": {One: "termin", Few: "terminy", Many: "terminów", Other: "terminu"},
		"cs": {One: "termín", Few: "termíny", Many: "termínu", Other: "termínů"},
		"en": {One: "item", Other: "items"},
	},
	"infos": {
		"pl": {One: "informacja", Few: "informacje", Many: "informacji", Other: "informacji"},
		"cs": {One: "informace", Few: "informace", Many: "informace", Other: "informací"},
		"en": {One: "info", Other: "infos"},
	},
}

// count says a number with its noun.
func count(n int, noun, language string) string {
	forms, ok := counted[noun][language]
	if !ok {
		forms = counted[noun]["en"]
	}
	return fmt.Sprintf("%d %s", n, lang.Plural(language, n, forms))
}
