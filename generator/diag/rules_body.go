package diag

// bodyRules are about the prose of records: CX5xx.
var bodyRules = []*Rule{
	{
		Code: DeadLink, Severity: Error,
		Title: say("Odnośnik do pliku, którego nie ma", "Odkaz na soubor, který neexistuje", "Link to a file that does not exist"),
		Why: say(
			"Czytelnik, który trafi na martwy odnośnik, przestaje ufać także pozostałym.",
			"Čtenář, který narazí na mrtvý odkaz, přestane věřit i ostatním.",
			"Readers who meet a dead link stop trusting the others too."),
		Before: "[Escalation](../procedures/escalaton.en.md)",
		After:  "[Escalation](PRC-004)",
		Messages: texts{
			"": say(
				"odnośnik prowadzi do pliku „{target}”, którego nie ma",
				"odkaz vede na soubor „{target}“, který neexistuje",
				`the link leads to "{target}", which does not exist`),
			"empty": say(
				"odnośnik donikąd nie prowadzi",
				"odkaz nikam nevede",
				"the link leads nowhere"),
		},
		Hints: texts{
			"": say(
				"popraw ścieżkę albo odwołaj się do wpisu po id, na przykład [tekst](PRC-004)",
				"opravte cestu, nebo odkažte na záznam přes id, například [text](PRC-004)",
				"correct the path, or refer to the record by its id, such as [text](PRC-004)"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: DeadAnchor, Severity: Error,
		Title: say("Odnośnik do miejsca, którego nie ma", "Odkaz na místo, které neexistuje", "Link to a place that does not exist"),
		Why: say(
			"Odnośnik otwiera właściwą stronę, ale czytelnik sam musi szukać na niej miejsca.",
			"Odkaz otevře správnou stránku, ale místo na ní si čtenář musí hledat sám.",
			"The link opens the right page, but readers must search it for the place themselves."),
		Before: "[the time limit](POL-004#par-33)",
		After:  "[the time limit](POL-004#par-3)",
		Messages: texts{
			"": say(
				"„{target}” nie ma miejsca „#{anchor}”",
				"„{target}“ nemá místo „#{anchor}“",
				`"{target}" has no place "#{anchor}"`),
			"page": say(
				"ta strona nie ma miejsca „#{anchor}”",
				"tato stránka nemá místo „#{anchor}“",
				`this page has no place "#{anchor}"`),
		},
		Hints: texts{
			"": say(
				"popraw część po znaku #; dla §\u00a03 jest to #par-3, poza politykami nagłówek małymi literami z łącznikami",
				"opravte část za znakem #; pro §\u00a03 je to #par-3, mimo směrnice nadpis malými písmeny se spojovníky",
				"correct the part after #: #par-3 for §\u00a03, outside policies the heading in small letters with hyphens"),
			"near": say(
				"czy chodzi o „#{suggestion}”?",
				"nemáte na mysli „#{suggestion}“?",
				`did you mean "#{suggestion}"?`),
			"none": say(
				"usuń część od znaku # albo dodaj taki nagłówek na tamtej stronie",
				"smažte část od znaku #, nebo na cílovou stránku takový nadpis doplňte",
				"remove the part from # on, or add such a heading to that page"),
		},
	},
	{
		Code: MissingAttachment, Severity: Error,
		Title: say("Brak załącznika lub obrazu", "Chybějící příloha nebo obrázek", "Missing attachment or image"),
		Why: say(
			"Czytelnik zobaczy puste miejsce zamiast formularza lub rysunku.",
			"Tam, kde má být formulář nebo obrázek, čtenář nic neuvidí.",
			"Readers see a hole where a form or a picture should be."),
		Before: "![Path of a claim](claim-paht.png)",
		After:  "![Path of a claim](claim-path.png)",
		Messages: only(
			"nie ma pliku „{target}”",
			"soubor „{target}“ neexistuje",
			`there is no file "{target}"`),
		Hints: texts{
			"": say(
				"dodaj ten plik obok wpisu albo popraw jego nazwę",
				"přidejte tento soubor k záznamu, nebo opravte jeho název",
				"add the file beside the record, or correct its name"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: OutsideContent, Severity: Error,
		Title: say("Odnośnik poza folder treści", "Odkaz mimo složku s obsahem", "Link out of the content folder"),
		Why: say(
			"Publikuje się tylko to, co leży w folderze treści; nic spoza niego nie może trafić na stronę.",
			"Zveřejňuje se jen to, co leží ve složce s obsahem; nic mimo ni se na web nedostane.",
			"Only what lies in the content folder is published; nothing from outside it may get onto the site."),
		Before: "[Price list](../../../private/prices.pdf)",
		After:  "[Price list](prices.pdf)",
		Messages: only(
			"„{target}” leży poza folderem treści",
			"„{target}“ leží mimo složku s obsahem",
			`"{target}" is outside the content folder`),
		Hints: only(
			"skopiuj plik do folderu treści i popraw odnośnik",
			"zkopírujte soubor do složky s obsahem a odkaz opravte",
			"copy the file into the content folder and correct the link"),
	},
	{
		Code: NoAltText, Severity: Error,
		Title: say("Obraz bez opisu", "Obrázek bez popisu", "Image without a description"),
		Why: say(
			"Kto nie widzi obrazu, słyszy lub czyta jego opis. Bez opisu tej treści dla niego nie ma.",
			"Kdo obrázek nevidí, slyší nebo čte jeho popis. Bez popisu pro něj tento obsah neexistuje.",
			"Whoever cannot see an image hears or reads its description. Without one, that content is not there for them."),
		Before: "![](claim-path.png)",
		After:  "![Path of a claim: report, decision, answer](claim-path.png)",
		Messages: only(
			"obraz „{target}” nie ma opisu",
			"obrázek „{target}“ nemá popis",
			`the image "{target}" has no description`),
		Hints: only(
			"wpisz między nawiasy [ ] jednym zdaniem, co obraz pokazuje",
			"napište do závorek [ ] jednou větou, co obrázek ukazuje",
			"write between the brackets [ ] in one sentence what the image shows"),
	},
	{
		Code: RawHTML, Severity: Warning,
		Title: say("Znaczniki HTML", "Značky HTML", "HTML markup"),
		Why: say(
			"Znaczniki HTML są usuwane, bo mogłyby uruchomić coś w przeglądarce czytelnika. W wierszu tekstu znika sam znacznik, a słowa zostają; blok, który zaczyna się od znacznika, znika cały, razem ze słowami.",
			"Značky HTML se odstraňují, protože by mohly v prohlížeči čtenáře něco spustit. V řádku textu zmizí jen značka a slova zůstanou; blok, který značkou začíná, zmizí celý i se slovy.",
			"HTML markup is dropped, because it could run something in a reader's browser. Within a line only the tag goes and the words stay; a block that starts with a tag goes as a whole, words included."),
		Before: "Answer <b>within 7 days</b>.",
		After:  "Answer **within 7 days**.",
		Messages: only(
			"znacznik {html} nie zostanie opublikowany",
			"značka {html} se nezveřejní",
			"the markup {html} is dropped"),
		Hints: only(
			"użyj zapisu Markdown, na przykład **pogrubienie** lub *wyróżnienie*, albo usuń znacznik",
			"použijte zápis Markdown, například **tučné** nebo *zvýraznění*, nebo značku smažte",
			"use Markdown instead, such as **bold** or *emphasis*, or remove it"),
	},
	{
		Code: LinkScheme, Severity: Error,
		Title: say("Niedozwolony rodzaj odnośnika", "Nepovolený druh odkazu", "Kind of link that is not allowed"),
		Why: say(
			"Odnośnik innego rodzaju mógłby uruchomić kod albo wskazać plik na komputerze autora.",
			"Jiný druh odkazu by mohl spustit kód nebo ukázat na soubor v počítači autora.",
			"Another kind of link could run code or point at a file on the author's machine."),
		Before: "[Form](file:///C:/forms/claim.pdf)",
		After:  "[Form](claim.pdf)",
		Messages: texts{
			"": say(
				"odnośniki rodzaju „{scheme}” są niedozwolone: „{target}”",
				"odkazy druhu „{scheme}“ nejsou dovoleny: „{target}“",
				`links of the kind "{scheme}" are not allowed: "{target}"`),
			"image": say(
				"obraz leży na innym serwerze: „{target}”",
				"obrázek leží na jiném serveru: „{target}“",
				`the image lies on another server: "{target}"`),
		},
		Hints: texts{
			"": say(
				"użyj adresu https, mailto lub tel albo odwołania do wpisu",
				"použijte adresu https, mailto nebo tel, nebo odkaz na záznam",
				"use an address with https, mailto or tel, or refer to a record"),
			"image": say(
				"zapisz plik obok wpisu i podaj jego nazwę: strona niczego nie pobiera z innych serwerów",
				"uložte soubor k záznamu a uveďte jeho název: stránka nic nestahuje z jiných serverů",
				"save the file beside the record and give its name: pages fetch nothing from other servers"),
		},
	},
	{
		Code: HeadingJump, Severity: Warning,
		Title: say("Poziom lub tekst nagłówka", "Úroveň nebo text nadpisu", "Level or text of a heading"),
		Why: say(
			"Ze śródtytułów powstaje spis treści; kto słucha strony, porusza się po ich poziomach.",
			"Z nadpisů vzniká obsah; kdo stránku poslouchá, pohybuje se po jejich úrovních.",
			"The contents list is made of headings, and whoever listens to the page moves along their levels."),
		Before: "## Time limits\n\n#### In Czechia",
		After:  "## Time limits\n\n### In Czechia",
		Messages: texts{
			"": say(
				"po nagłówku poziomu {previous} następuje od razu poziom {level}",
				"po nadpisu úrovně {previous} následuje hned úroveň {level}",
				"a heading of level {level} follows one of level {previous}"),
			"top": say(
				"nagłówek poziomu 1 to tytuł strony, a ten pochodzi z pola title",
				"nadpis úrovně 1 je název stránky a ten je z pole title",
				"a heading of level 1 is the title of the page, which comes from the field title"),
			"empty": say(
				"ten nagłówek nie ma tekstu",
				"tento nadpis nemá text",
				"this heading has no text"),
		},
		Hints: texts{
			"": say(
				"nie pomijaj poziomów: użyj o jeden znak # więcej niż w nagłówku powyżej",
				"nevynechávejte úrovně: použijte o jeden znak # víc než v nadpisu výše",
				"do not skip levels: use one # more than the heading above"),
			"top": say(
				"usuń ten nagłówek albo zacznij go od ##",
				"nadpis smažte, nebo ho začněte znaky ##",
				"remove the heading or start it with ##"),
			"empty": say(
				"dopisz tekst po znakach # albo usuń ten nagłówek",
				"doplňte text za znaky #, nebo nadpis smažte",
				"write its text after the signs # or remove the heading"),
		},
	},
	{
		Code: PipeInTable, Severity: Error,
		Title: say("Znak | odwołania wewnątrz tabeli", "Znak | odkazu uvnitř tabulky", "The | of a reference inside a table"),
		Why: say(
			"W tabeli znak | dzieli kolumny, więc rozcina odwołanie na pół.",
			"V tabulce znak | odděluje sloupce, a proto odkaz rozdělí napůl.",
			"In a table the | separates columns, so it cuts the reference in two."),
		Before: "| [[POL-001|the policy]] | 7 days |",
		After:  "| [the policy](POL-001) | 7 days |",
		Messages: only(
			"znak | rozcina tu odwołanie do {target} na dwie kolumny",
			"znak | tu rozděluje odkaz na {target} do dvou sloupců",
			"the | splits the reference to {target} into two columns"),
		Hints: only(
			"wewnątrz tabeli zapisz je jako [tekst]({target})",
			"v tabulce ho zapište jako [text]({target})",
			"write it as [text]({target}) inside a table"),
	},
	{
		Code: MarkdownLimit, Severity: Error,
		Title: say("Za duża lub za złożona treść", "Příliš rozsáhlý nebo složitý text", "Body too large or too complex"),
		Why: say(
			"Takiej treści nikt nie przeczyta, a jej przetwarzanie zatrzymałoby cały podręcznik.",
			"Takový text nikdo nepřečte a jeho zpracování by zdrželo celou příručku.",
			"Nobody reads such a text, and working on it would hold up the whole handbook."),
		Before: "| a table | of 500 columns | … |",
		After:  "[The full table](limits.csv)",
		Messages: texts{
			"table": say(
				"tabela jest za duża (najwyżej {limit} komórek)",
				"tabulka je příliš velká (nejvýše {limit} buněk)",
				"the table is too large (at most {limit} cells)"),
			"nesting": say(
				"elementy są tu zagnieżdżone za głęboko (najwyżej {limit} poziomów)",
				"prvky jsou tu vnořeny příliš hluboko (nejvýše {limit} úrovní)",
				"elements are nested too deeply here (at most {limit} levels)"),
			"marks": say(
				"w tym akapicie jest za dużo znaków *, _, ~ lub [ (najwyżej {limit})",
				"v tomto odstavci je příliš mnoho znaků *, _, ~ nebo [ (nejvýše {limit})",
				"this paragraph has too many of the signs *, _, ~ or [ (at most {limit})"),
			"findings": say(
				"treść ma więcej błędów, niż tu wymieniono ({limit})",
				"text má víc chyb, než je tu uvedeno ({limit})",
				"the body has more faults than are listed ({limit})"),
			"lines": say(
				"treść ma za dużo wierszy (najwyżej {limit})",
				"text má příliš mnoho řádků (nejvýše {limit})",
				"the body has too many lines (at most {limit})"),
			"size": say(
				"treść jest za długa (najwyżej {limit:bytes})",
				"text je příliš dlouhý (nejvýše {limit:bytes})",
				"the body is too long (at most {limit:bytes})"),
			"references": say(
				"treść zawiera za dużo odnośników",
				"text obsahuje příliš mnoho odkazů",
				"the body holds too many links"),
		},
		Hints: texts{
			"": say(
				"podziel wpis na kilka albo przenieś dane do załącznika",
				"rozdělte záznam na více částí, nebo přesuňte data do přílohy",
				"split the record, or move its data to an attachment"),
			"findings": say(
				"popraw wymienione błędy i sprawdź jeszcze raz",
				"opravte uvedené chyby a zkontrolujte znovu",
				"mend those that are listed and check again"),
		},
	},
	{
		Code: HeadingAttribute, Severity: Error,
		Title: say("Dodatek w nagłówku", "Doplněk v nadpisu", "Attribute of a heading"),
		Why: say(
			"Przy nagłówku można podać tylko jego identyfikator; wygląd należy do motywu, nie do treści.",
			"U nadpisu lze uvést jen jeho identifikátor; vzhled patří motivu, ne obsahu.",
			"A heading can carry its id and nothing else; how it looks is for the theme, not for the content."),
		Before: "## Time limits {#limits style=color:red}",
		After:  "## Time limits {#limits}",
		Messages: texts{
			"": say(
				"dodatek „{attribute}” w nagłówku jest niedozwolony",
				"doplněk „{attribute}“ v nadpisu není dovolen",
				`the attribute "{attribute}" is not allowed in a heading`),
			"taken": say(
				"identyfikator „{attribute}” ma już inne miejsce tej strony",
				"identifikátor „{attribute}“ už má jiné místo této stránky",
				`another place of this page already has the id "{attribute}"`),
			"numbered": say(
				"paragraf ma identyfikator od swojego numeru, więc „{attribute}” nie ma tu miejsca",
				"paragraf má identifikátor podle svého čísla, takže „{attribute}“ sem nepatří",
				`a numbered paragraph takes its id from its number, so "{attribute}" has no place here`),
		},
		Hints: texts{
			"": say(
				"usuń go; w nawiasie klamrowym może stać tylko identyfikator ze znakiem #",
				"smažte ho; ve složených závorkách smí být jen identifikátor se znakem #",
				"remove it; only an id with a # may stand in the braces"),
			"taken": say(
				"wybierz inny identyfikator",
				"zvolte jiný identifikátor",
				"choose another id"),
			"numbered": say(
				"usuń nawias klamrowy; odwołania do § 3 piszą #par-3",
				"složené závorky smažte; odkazy na § 3 píšou #par-3",
				"remove the braces; references to § 3 say #par-3"),
		},
	},
	{
		Code: SameHeading, Severity: Warning,
		Title: say("Dwa takie same nagłówki", "Dva stejné nadpisy", "Two equal headings"),
		Why: say(
			"W spisie treści nie widać, który jest który, a adres drugiego zmieni się, gdy ktoś je przestawi.",
			"V obsahu není poznat, který je který, a adresa druhého se změní, když je někdo přehodí.",
			"In the contents list nobody can tell them apart, and the address of the second changes when somebody reorders them."),
		Before: "## Poland\n### Time limits\n## Czechia\n### Time limits",
		After:  "## Poland\n### Time limits in Poland\n## Czechia\n### Time limits in Czechia",
		Messages: only(
			"nagłówek „{title}” już na tej stronie jest",
			"nadpis „{title}“ už na této stránce je",
			`the page already has a heading "{title}"`),
		Hints: only(
			"nazwij go dokładniej albo nadaj mu własny identyfikator, na przykład {#terminy-cz}",
			"pojmenujte ho přesněji, nebo mu dejte vlastní identifikátor, například {#lhuty-cz}",
			"name it more exactly, or give it an id of its own, such as {#limits-cz}"),
		Notes: texts{"first": say("pierwszy z nich", "první z nich", "the first of them")},
	},
	{
		Code: FileKind, Severity: Error,
		Title: say("Plik, którego się nie publikuje", "Soubor, který se nezveřejňuje", "Kind of file that is not published"),
		Why: say(
			"Publikowane są tylko pliki, które nie mogą niczego uruchomić u czytelnika.",
			"Zveřejňují se jen soubory, které u čtenáře nemohou nic spustit.",
			"Only files that cannot run anything at the reader's are published."),
		Before: "[Calculator](refund.exe)",
		After:  "[Calculator](refund.pdf)",
		Messages: only(
			"pliku „{target}” nie można opublikować",
			"soubor „{target}“ nelze zveřejnit",
			`"{target}" is of a kind that is not published`),
		Hints: only(
			"użyj pliku jednego z rodzajów: {kinds}",
			"použijte soubor některého z druhů: {kinds}",
			"use a file of one of these kinds: {kinds}"),
	},
	{
		Code: EmptyLink, Severity: Warning,
		Title: say("Odnośnik bez tekstu", "Odkaz bez textu", "Link without text"),
		Why: say(
			"Odnośnika bez tekstu nie widać i nie słychać, więc nikt w niego nie wejdzie.",
			"Odkaz bez textu není vidět ani slyšet, takže na něj nikdo neklikne.",
			"A link without text can be neither seen nor heard, so nobody follows it."),
		Before: "See [](POL-004).",
		After:  "See [the complaints policy](POL-004).",
		Messages: only(
			"odnośnik do „{target}” nie ma tekstu",
			"odkaz na „{target}“ nemá text",
			`the link to "{target}" has no text`),
		Hints: only(
			"wpisz między nawiasy [ ], dokąd prowadzi",
			"napište do závorek [ ], kam vede",
			"write between the brackets [ ] where it leads"),
	},
	{
		Code: LooseFootnote, Severity: Warning,
		Title: say("Przypis bez odsyłacza", "Poznámka bez značky v textu", "Footnote without a mark"),
		Why: say(
			"Przypis, do którego nic w tekście nie odsyła, nie trafia na stronę. Autor powinien o tym wiedzieć.",
			"Poznámka, na kterou v textu nic neodkazuje, se na stránku nedostane. Autor o tom má vědět.",
			"A footnote that nothing in the text points at does not get onto the page. The author should know."),
		Before: "We answer within 7 days.\n\n[^1]: Working days.",
		After:  "We answer within 7 days.[^1]\n\n[^1]: Working days.",
		Messages: only(
			"do przypisu „{label}” nic w tekście nie odsyła, więc nie zostanie opublikowany",
			"na poznámku „{label}“ v textu nic neodkazuje, takže se nezveřejní",
			`nothing in the text points at the footnote "{label}", so it is not published`),
		Hints: only(
			"wpisz [^{label}] tam, dokąd należy, albo usuń przypis",
			"napište [^{label}] tam, kam patří, nebo poznámku smažte",
			"write [^{label}] where it belongs, or remove the footnote"),
	},
	{
		Code: NestedLink, Severity: Warning,
		Title: say("Odnośnik w odnośniku", "Odkaz v odkazu", "Link within a link"),
		Why: say(
			"Na stronie odnośnik nie może zawierać drugiego, więc z wewnętrznego zostaje sam tekst.",
			"Na stránce nemůže být odkaz uvnitř jiného, takže z vnitřního zůstane jen text.",
			"On a page a link cannot hold another, so only the text of the inner one is left."),
		Before: "[see [[POL-001]]](POL-004)",
		After:  "[see the complaints policy](POL-004) and [[POL-001]]",
		Messages: only(
			"odnośnik „{target}” stoi w tekście innego odnośnika i zostanie z niego sam tekst",
			"odkaz „{target}“ stojí v textu jiného odkazu a zůstane z něj jen text",
			`the link "{target}" stands in the text of another link, so only its text is left`),
		Hints: only(
			"wyjmij go przed tamten odnośnik albo za niego",
			"přesuňte ho před onen odkaz nebo za něj",
			"move it before or after the other link"),
	},
	{
		Code: UnclosedCode, Severity: Warning,
		Title: say("Blok kodu bez końca", "Blok kódu bez konce", "Code block without an end"),
		Why: say(
			"Tekst za takim blokiem trafia na stronę jako kod: nagłówki i odnośniki przestają działać i nikt ich nie sprawdza.",
			"Text za takovým blokem se na stránce objeví jako kód: nadpisy a odkazy přestanou fungovat a nikdo je nekontroluje.",
			"The text after such a block gets onto the page as code: headings and links stop working, and nobody checks them."),
		Before: "```\nRef. no. 123\n\n## Time limits",
		After:  "```\nRef. no. 123\n```\n\n## Time limits",
		Messages: only(
			"blok kodu, który zaczyna się tutaj, nie ma końca, więc tekst po nim staje się kodem",
			"blok kódu, který tady začíná, nemá konec, takže se text za ním ukáže jako kód",
			"the code block that starts here has no end, so the text after it becomes code"),
		Hints: only(
			"tam, gdzie kod się kończy, wpisz w osobnym wierszu {fence}",
			"tam, kde kód končí, napište na samostatný řádek {fence}",
			"write {fence} on a line of its own where the code ends"),
	},
}
