package diag

// identityRules are about ids, versions and translations: CX30x, CX31x, CX340.
var identityRules = []*Rule{
	{
		Code: DuplicateID, Severity: Error,
		Title: say("Id użyte dwa razy", "Id použité dvakrát", "Id used twice"),
		Why: say(
			"Id to nazwa, pod którą inni powołują się na wpis. Dwa wpisy o jednym id to dwie odpowiedzi na jedno pytanie.",
			"Id je jméno, pod kterým se na záznam odvolávají ostatní. Dva záznamy s jedním id jsou dvě odpovědi na jednu otázku.",
			"The id is the name by which others cite a record. Two records with one id are two answers to one question."),
		Before: "content/policies/complaints.en.md: id: POL-004\ncontent/policies/delays.en.md: id: POL-004",
		After:  "content/policies/complaints.en.md: id: POL-004\ncontent/policies/delays.en.md: id: POL-005",
		Messages: only(
			"{id} w wersji {version} ma już plik {other}",
			"{id} ve verzi {version} už má soubor {other}",
			"{id}, version {version}, is already the file {other}"),
		Hints: texts{
			"": say(
				"nadaj jednemu z plików inne id; jeśli to nowa wersja, podnieś version",
				"dejte jednomu ze souborů jiné id; je-li to nová verze, zvyšte version",
				"give one of the files another id; if it is a new version, raise version"),
			"next-id": say(
				"następne wolne id to {id}",
				"další volné id je {id}",
				"the next free id is {id}"),
		},
		Notes: texts{"other": say("drugi plik", "druhý soubor", "the other file")},
	},
	{
		Code: TwoSources, Severity: Error,
		Title: say("Dwie wersje wiążące", "Dvě závazná znění", "Two binding texts"),
		Why: say(
			"Wersja wiążąca jest jedna, a pozostałe języki ją tłumaczą. Przy dwóch nikt nie wie, która rozstrzyga.",
			"Závazné znění je jedno a ostatní jazyky ho překládají. U dvou nikdo neví, které rozhoduje.",
			"There is one binding text, and the other languages translate it. With two of them nobody knows which one decides."),
		Before: "complaints.pl.md: id: POL-004\ncomplaints.cs.md: id: POL-004",
		After:  "complaints.pl.md: id: POL-004\ncomplaints.cs.md: id: POL-004, source_version: 1",
		Messages: only(
			"{id} w wersji {version} ma dwie wersje wiążące, w różnych językach",
			"{id} ve verzi {version} má dvě závazná znění, v různých jazycích",
			"{id}, version {version}, has two binding texts, in different languages"),
		Hints: only(
			"w pliku, który jest tłumaczeniem, dopisz „source_version: {version}”",
			"do souboru, který je překladem, doplňte „source_version: {version}“",
			`add "source_version: {version}" to the file that is the translation`),
		Notes: texts{"other": say("drugi plik bez source_version", "druhý soubor bez source_version", "the other file without source_version")},
	},
	{
		Code: NoSource, Severity: Error,
		Title: say("Brak wersji wiążącej", "Chybějící závazné znění", "No binding text"),
		Why: say(
			"Tłumaczenie zawiera tylko słowa; fakty, takie jak właściciel i terminy, są w wersji wiążącej.",
			"Překlad obsahuje jen slova; údaje, jako je garant a lhůty, jsou v závazném znění.",
			"A translation holds words only; the facts, such as the owner and the time limits, stand in the binding text."),
		Before: "complaints.cs.md: id: POL-004, source_version: 1   (the only file)",
		After:  "complaints.pl.md: id: POL-004\ncomplaints.cs.md: id: POL-004, source_version: 1",
		Messages: only(
			"{id} w wersji {version} ma tylko tłumaczenia, a nie ma wersji wiążącej",
			"{id} ve verzi {version} má jen překlady a žádné závazné znění",
			"{id}, version {version}, has only translations and no binding text"),
		Hints: only(
			"dodaj plik z wersją wiążącą albo usuń source_version z tego, który nią jest",
			"přidejte soubor se závazným zněním, nebo smažte source_version z toho, který jím je",
			"add the file with the binding text, or remove source_version from the one that is it"),
	},
	{
		Code: TwoTranslations, Severity: Error,
		Title: say("Dwa tłumaczenia na jeden język", "Dva překlady do jednoho jazyka", "Two translations into one language"),
		Why: say(
			"Czytelnik zobaczy tylko jedno tłumaczenie; drugie byłoby poprawiane na próżno.",
			"Čtenář uvidí jen jeden překlad; druhý by se opravoval zbytečně.",
			"Readers see one translation only; the other would be mended in vain."),
		Before: "complaints.cs.md: source_version: 1\nreklamace.cs.md: source_version: 1",
		After:  "reklamace.cs.md: source_version: 1",
		Messages: texts{
			"": say(
				"{id} w wersji {version} ma dwa tłumaczenia na język „{lang}”",
				"{id} ve verzi {version} má dva překlady do jazyka „{lang}“",
				`{id}, version {version}, has two translations into "{lang}"`),
			"source": say(
				"{id} w wersji {version} ma już tekst w języku „{lang}”: wersję wiążącą",
				"{id} ve verzi {version} už text v jazyce „{lang}“ má: závazné znění",
				`{id}, version {version}, already has a text in "{lang}": the binding one`),
		},
		Hints: texts{
			"": say(
				"zostaw jedno z nich",
				"ponechte jeden z nich",
				"keep one of the two"),
			"source": say(
				"usuń ten plik albo popraw język w jego nazwie",
				"smažte tento soubor, nebo opravte jazyk v jeho názvu",
				"delete this file, or correct the language in its name"),
		},
		Notes: texts{
			"other":  say("drugie tłumaczenie", "druhý překlad", "the other translation"),
			"source": say("wersja wiążąca", "závazné znění", "the binding text"),
		},
	},
	{
		Code: FactInTranslation, Severity: Error,
		Title: say("Fakt w tłumaczeniu", "Údaj v překladu", "A fact in a translation"),
		Why: say(
			"Fakt zapisany w dwóch miejscach prędzej czy później będzie w każdym inny. Fakty stoją tylko w wersji wiążącej.",
			"Údaj zapsaný na dvou místech bude dříve či později na každém jiný. Údaje stojí jen v závazném znění.",
			"A fact written in two places will sooner or later differ between them. Facts stand in the binding text only."),
		Before: "source_version: 1\ntitle: Uzavřená smyčka\nowner: ROL-002",
		After:  "source_version: 1\ntitle: Uzavřená smyčka",
		Messages: only(
			"pole „{field}” to fakt, a tłumaczenie zawiera tylko słowa",
			"pole „{field}“ je údaj, ale překlad obsahuje jen slova",
			`"{field}" is a fact, and a translation holds words only`),
		Hints: only(
			"usuń to pole tutaj; zmieniaj je w wersji wiążącej",
			"smažte toto pole zde; měňte ho v závazném znění",
			"remove it here and change it in the binding text"),
	},
	{
		Code: UnknownKeyInTranslation, Severity: Error,
		Title: say("Klucz, którego nie ma wersja wiążąca", "Klíč, který závazné znění nemá", "Key that the binding text lacks"),
		Why: say(
			"Tłumaczenie łączy się z wersją wiążącą po kluczach. Element z innym kluczem nigdy się nie pokaże.",
			"Překlad se se závazným zněním spojuje podle klíčů. Položka s jiným klíčem se nikdy neukáže.",
			"Keys connect a translation with its binding text. An item with another key never shows."),
		Before: "duties:\n  - key: odpoved\n    text: Odpovíme do 7 dnů",
		After:  "duties:\n  - key: answer\n    text: Odpovíme do 7 dnů",
		Messages: only(
			"w polu „{field}” wersji wiążącej nie ma klucza „{key}”",
			"v poli „{field}“ závazného znění není klíč „{key}“",
			`"{field}" in the binding text has no key "{key}"`),
		Hints: texts{
			"": say(
				"użyj kluczy wersji wiążącej; kluczy się nie tłumaczy",
				"použijte klíče závazného znění; klíče se nepřekládají",
				"use the keys of the binding text; keys are not translated"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: UntranslatedItem, Severity: Warning,
		Title: say("Nieprzetłumaczony element", "Nepřeložená položka", "Item without translation"),
		Why: say(
			"Czytelnik zobaczy w tym miejscu tekst w innym języku.",
			"Čtenář uvidí na tomto místě text v jiném jazyce.",
			"Readers see a text in another language at this place."),
		Before: "duties:\n  - key: answer\n    text: Odpovíme do 7 dnů",
		After:  "duties:\n  - key: answer\n    text: Odpovíme do 7 dnů\n  - key: call-back\n    text: Zavoláme zpět",
		Messages: texts{
			"": say(
				"w polu „{field}” brakuje tłumaczenia elementu „{key}”",
				"v poli „{field}“ chybí překlad položky „{key}“",
				`"{field}" lacks a translation of the item "{key}"`),
			"list": say(
				"pole „{field}” nie jest przetłumaczone",
				"pole „{field}“ není přeloženo",
				`"{field}" is not translated`),
		},
		Hints: texts{
			"": say(
				"dopisz element z kluczem „{key}” i przetłumaczonym tekstem",
				"doplňte položku s klíčem „{key}“ a přeloženým textem",
				`add an item with the key "{key}" and its translated text`),
			"list": say(
				"dodaj „{field}” z kluczami wersji wiążącej i przetłumaczonymi tekstami",
				"doplňte „{field}“ s klíči závazného znění a přeloženými texty",
				`add "{field}" with the keys of the binding text and translated texts`),
		},
	},
	{
		Code: TranslationAhead, Severity: Error,
		Title: say("Tłumaczenie wersji, której nie ma", "Překlad verze, která není", "Translation of a version that does not exist"),
		Why: say(
			"Tłumaczenie mówi, którą wersję tłumaczy. Takiej wersji wiążącej nie ma, więc nie wiadomo, co przetłumaczono.",
			"Překlad říká, kterou verzi překládá. Takové závazné znění není, a proto není jasné, co je přeloženo.",
			"A translation says which version it translates. There is no such binding text, so nobody knows what was translated."),
		Before: "complaints.pl.md: version: 2\nreklamace.cs.md: source_version: 3",
		After:  "complaints.pl.md: version: 2\nreklamace.cs.md: source_version: 2",
		Messages: only(
			"to tłumaczenie wersji {source_version}, a najnowsza wersja wiążąca to {version}",
			"toto je překlad verze {source_version}, ale nejnovější závazné znění je verze {version}",
			"this translates version {source_version}, but the newest binding text is version {version}"),
		Hints: only(
			"popraw source_version albo dodaj brakującą wersję wiążącą",
			"opravte source_version, nebo přidejte chybějící závazné znění",
			"correct source_version, or add the binding text that is missing"),
	},
	{
		Code: StaleTranslation, Severity: Warning,
		Title: say("Tłumaczenie nieaktualne", "Překlad není aktuální", "Translation behind its source"),
		Why: say(
			"Czytelnik tłumaczenia nie widzi ostatniej zmiany. Strona go o tym ostrzega, ale to nie zastąpi tłumaczenia.",
			"Čtenář překladu nevidí poslední změnu. Stránka ho na to upozorní, překlad to ale nenahradí.",
			"Readers of the translation do not see the last amendment. The page warns them, but that replaces no translation."),
		Before: "complaints.pl.md: version: 2\nreklamace.cs.md: source_version: 1",
		After:  "complaints.pl.md: version: 2\nreklamace.cs.md: source_version: 2",
		Messages: texts{
			"": say(
				"to tłumaczenie wersji {source_version}, a wersja wiążąca ma już numer {version}",
				"toto je překlad verze {source_version}, ale závazné znění už má verzi {version}",
				"this translates version {source_version}, but the binding text is already version {version}"),
			"sections": say(
				"to tłumaczenie wersji {source_version}, a wersja wiążąca ma już numer {version}; od tego czasu zmieniły się: {sections}",
				"toto je překlad verze {source_version}, ale závazné znění už má verzi {version}; od té doby se změnily: {sections}",
				"this translates version {source_version}, but the binding text is already version {version}; since then these have changed: {sections}"),
		},
		Hints: only(
			"przetłumacz zmiany i wpisz „source_version: {version}”",
			"přeložte změny a napište „source_version: {version}“",
			`translate the changes and write "source_version: {version}"`),
	},
	{
		Code: ParityNumbers, Severity: Warning,
		Title: say("Inne liczby w tłumaczeniu", "Jiná čísla v překladu", "Other numbers in the translation"),
		Why: say(
			"Termin 7 dni po polsku i 14 dni po czesku to dwie różne obietnice dla klienta.",
			"Lhůta 7 dní v jednom jazyce a 14 dní v druhém jsou dva různé sliby zákazníkovi.",
			"A limit of 7 days in one language and 14 in the other are two different promises to the customer."),
		Before: "§ 3 (pl): … w ciągu 7 dni …\n§ 3 (cs): … do 14 dnů …",
		After:  "§ 3 (pl): … w ciągu 7 dni …\n§ 3 (cs): … do 7 dnů …",
		Messages: texts{
			"": say(
				"w części „{section}” są inne liczby niż w wersji wiążącej (brakuje: {missing}; nadmiar: {extra})",
				"v části „{section}“ jsou jiná čísla než v závazném znění (chybí: {missing}; navíc: {extra})",
				`the numbers in "{section}" differ from the binding text (missing: {missing}; extra: {extra})`),
			"missing": say(
				"w części „{section}” brakuje liczb z wersji wiążącej: {missing}",
				"v části „{section}“ chybí čísla ze závazného znění: {missing}",
				`"{section}" lacks numbers of the binding text: {missing}`),
			"extra": say(
				"w części „{section}” są liczby, których nie ma wersja wiążąca: {extra}",
				"v části „{section}“ jsou čísla, která závazné znění nemá: {extra}",
				`"{section}" has numbers that the binding text lacks: {extra}`),
		},
		Hints: only(
			"popraw liczby; jeśli różnica jest zamierzona, podaj powód w parity_ok",
			"opravte čísla; je-li rozdíl záměrný, uveďte důvod v parity_ok",
			"correct the numbers; if the difference is meant, give the reason in parity_ok"),
		Notes: texts{"source": say("ta część w wersji wiążącej", "tato část v závazném znění", "the same part of the binding text")},
	},
	{
		Code: ParitySections, Severity: Warning,
		Title: say("Inne części w tłumaczeniu", "Jiné části v překladu", "Other sections in the translation"),
		Why: say(
			"Część, której brakuje, to zasady, o których czytelnik tłumaczenia się nie dowie.",
			"Část, která chybí, jsou pravidla, o kterých se čtenář překladu nedozví.",
			"A section that is missing holds rules that readers of the translation never learn of."),
		Before: "pl: § 1, § 2, § 3\ncs: § 1, § 3",
		After:  "pl: § 1, § 2, § 3\ncs: § 1, § 2, § 3",
		Messages: texts{
			"missing": say(
				"brakuje części „{section}”, którą ma wersja wiążąca",
				"chybí část „{section}“, kterou závazné znění má",
				`the section "{section}" of the binding text is missing`),
			"extra": say(
				"części „{section}” nie ma w wersji wiążącej",
				"část „{section}“ v závazném znění není",
				`the binding text has no section "{section}"`),
			"empty": say(
				"tłumaczenie nie ma żadnej treści, a wersja wiążąca ją ma",
				"překlad nemá žádný text, závazné znění ho má",
				"the translation has no text, and the binding text has some"),
		},
		Hints: texts{
			"missing": say(
				"przetłumacz tę część; jeśli jej brak jest zamierzony, podaj powód w parity_ok",
				"přeložte tuto část; chybí-li záměrně, uveďte důvod v parity_ok",
				"translate it; if it is left out on purpose, give the reason in parity_ok"),
			"extra": say(
				"usuń tę część albo dodaj ją do wersji wiążącej; jeśli różnica jest zamierzona, podaj powód w parity_ok",
				"smažte ji, nebo ji doplňte do závazného znění; je-li rozdíl záměrný, uveďte důvod v parity_ok",
				"remove it or add it to the binding text; if the difference is meant, give the reason in parity_ok"),
			"empty": say(
				"przetłumacz treść; dopóki tłumaczenia nie ma, usuń ten plik",
				"přeložte text; dokud překlad není hotový, soubor smažte",
				"translate the text; as long as there is no translation, remove this file"),
		},
		Notes: texts{"source": say("ta część w wersji wiążącej", "tato část v závazném znění", "the same part of the binding text")},
	},
	{
		Code: VersionClash, Severity: Error,
		Title: say("Dwie wersje od tego samego dnia", "Dvě verze od stejného dne", "Two versions from one day"),
		Why: say(
			"Każdego dnia obowiązuje najwyżej jedna wersja. Przy dwóch nikt nie wie, której przestrzegać.",
			"Každý den je účinná nejvýše jedna verze. U dvou nikdo neví, kterou se řídit.",
			"On any day at most one version is in force. With two of them nobody knows which to follow."),
		Before: "complaints.v1.pl.md: effective_from: 2026-04-01\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		After:  "complaints.v1.pl.md: effective_from: 2025-03-01\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		Messages: texts{
			"": say(
				"wersje {other} i {version} obowiązują od tego samego dnia: {date}",
				"verze {other} a {version} jsou účinné od stejného dne: {date}",
				"versions {other} and {version} take effect on the same day: {date}"),
			"always": say(
				"wersje {other} i {version} nie mówią, od kiedy obowiązują",
				"verze {other} a {version} neříkají, odkdy jsou účinné",
				"versions {other} and {version} do not say from which day they hold"),
		},
		Hints: only(
			"nadaj każdej wersji jej własny dzień w polu effective_from",
			"dejte každé verzi její vlastní den v poli effective_from",
			"give each version a day of its own in effective_from"),
		Notes: texts{"other": say("druga wersja", "druhá verze", "the other version")},
	},
}
