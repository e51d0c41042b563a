package diag

// fileRules are about files as such: CX1xx without the YAML inside them.
var fileRules = []*Rule{
	{
		Code: NoFrontMatter, Severity: Error,
		Title: say("Plik bez nagłówka", "Soubor bez hlavičky", "File without front matter"),
		Why: say(
			"Nagłówek mówi, czym jest wpis: ma tu numer, tytuł i właściciela. Bez niego plik jest tylko tekstem, którego nikt nie znajdzie.",
			"Hlavička říká, co záznam je: má v ní číslo, název a garanta. Bez ní je soubor jen text, který nikdo nenajde.",
			"The front matter says what a record is: its id, its title, its owner. Without it a file is only text that nobody will find."),
		Before: "# Closing the loop\n\nWe call back within 7 days.",
		After:  "---\nid: POL-002\ntitle: Closing the loop\n---\n\nWe call back within 7 days.",
		Messages: only(
			"plik nie zaczyna się od nagłówka (front matter), czyli pól między dwoma wierszami ---",
			"soubor nezačíná hlavičkou (front matter), tedy poli mezi dvěma řádky ---",
			"the file does not start with front matter, the fields between two lines of ---"),
		Hints: only(
			"wpisz --- w pierwszym wierszu, pod nim pola, a po nich drugi wiersz ---",
			"napište na první řádek ---, pod něj pole a za ně druhý řádek ---",
			"write --- on the first line, the fields below it, and a second line of --- after them"),
	},
	{
		Code: UnclosedFence, Severity: Error,
		Title: say("Nagłówek bez końca", "Hlavička bez konce", "Front matter without an end"),
		Why: say(
			"Bez zamykającego wiersza --- nie wiadomo, gdzie kończą się pola, a zaczyna tekst.",
			"Bez uzavíracího řádku --- není jasné, kde končí pole a začíná text.",
			"Without the closing line of --- nobody can tell where the fields end and the text begins."),
		Before: "---\nid: POL-002\ntitle: Closing the loop\n\nWe call back within 7 days.",
		After:  "---\nid: POL-002\ntitle: Closing the loop\n---\n\nWe call back within 7 days.",
		Messages: only(
			"nagłówek (front matter), który się tu zaczyna, nie ma zamykającego wiersza ---",
			"hlavička (front matter), která tu začíná, nemá uzavírací řádek ---",
			"the front matter that starts here has no closing line of ---"),
		Hints: only(
			"dopisz wiersz --- pod ostatnim polem, od samego początku wiersza",
			"doplňte pod poslední pole řádek ---, od samého začátku řádku",
			"add a line of --- below the last field, at the very start of the line"),
	},
	{
		Code: IndentedFence, Severity: Error,
		Title: say("Wiersz --- z odstępem", "Odsazený řádek ---", "Indented line of ---"),
		Why: say(
			"Wiersz --- z odstępem na początku nie zamyka nagłówka, a różne programy czytają go różnie. Część pól mogłaby po cichu zniknąć.",
			"Odsazený řádek --- hlavičku neuzavírá a různé programy jej čtou různě. Část polí by mohla potichu zmizet.",
			"An indented --- does not close the front matter, and programs differ in how they read it. Some of the fields could vanish in silence."),
		Before: "---\nid: POL-002\nsummary: |\n  First part\n  ---\n  second part\n---",
		After:  "---\nid: POL-002\nsummary: |\n  First part\n  ***\n  second part\n---",
		Messages: only(
			"ten wiersz --- nie stoi na początku wiersza",
			"tyto tři pomlčky --- nestojí na začátku řádku",
			"this --- does not stand at the start of its line"),
		Hints: only(
			"jeśli tu kończy się nagłówek, usuń odstęp przed ---; jeśli to część tekstu, zastąp --- na przykład przez ***",
			"pokud tu hlavička končí, smažte mezery před ---; pokud je to část textu, nahraďte --- například znaky ***",
			"delete the spaces before --- if the front matter ends here; if it is part of a text, write *** instead"),
	},
	{
		Code: MergeConflict, Severity: Error,
		Title: say("Nierozwiązany konflikt zmian", "Nevyřešený konflikt změn", "Unresolved merge conflict"),
		Why: say(
			"Dwie osoby zmieniły te same wiersze i git zostawił obie wersje. Nikt nie wie, która obowiązuje, dopóki ktoś nie wybierze.",
			"Dva lidé změnili stejné řádky a git ponechal obě znění. Dokud někdo nevybere, není jasné, které platí.",
			"Two people changed the same lines and git kept both. Until somebody chooses, nobody knows which one holds."),
		Before: "<<<<<<< HEAD\nowner: ROL-002\n=======\nowner: ROL-007\n>>>>>>> new-owner",
		After:  "owner: ROL-007",
		Messages: only(
			"tu został nierozwiązany konflikt: dwie osoby zmieniły te same wiersze",
			"zůstal tu nevyřešený konflikt: dva lidé změnili stejné řádky",
			"an unresolved merge conflict stands here: two people changed the same lines"),
		Hints: only(
			"zostaw właściwy tekst i usuń wiersze zaczynające się od <<<<<<<, ======= i >>>>>>>",
			"ponechte správný text a smažte řádky, které začínají <<<<<<<, ======= a >>>>>>>",
			"keep the right text and delete the lines that start with <<<<<<<, ======= and >>>>>>>"),
	},
	{
		Code: FileTooLarge, Severity: Error,
		Title: say("Za duży plik", "Příliš velký soubor", "File too large"),
		Why: say(
			"Tak dużego pliku nikt nie przeczyta do końca, a jego sprawdzanie zatrzymałoby wszystkich innych.",
			"Tak velký soubor nikdo nedočte a jeho kontrola by zdržovala všechny ostatní.",
			"Nobody reads a file of this size to its end, and judging it would hold up everybody else."),
		Before: "content/procedures/everything.en.md, 3.4 MB",
		After:  "content/procedures/claims.en.md, 12 kB\ncontent/procedures/returns.en.md, 9 kB",
		Messages: only(
			"plik ma {size:bytes}, a może mieć najwyżej {limit:bytes}",
			"soubor má {size:bytes}, smí mít nejvýše {limit:bytes}",
			"the file has {size:bytes}, and at most {limit:bytes} are allowed"),
		Hints: only(
			"podziel go na kilka wpisów albo przenieś dane do załącznika",
			"rozdělte ho na více záznamů, nebo přesuňte data do přílohy",
			"split it into several records, or move its data to an attachment"),
	},
	{
		Code: NotUTF8, Severity: Error,
		Title: say("Tekst w innym kodowaniu", "Text v jiném kódování", "Text in another encoding"),
		Why: say(
			"Polskie i czeskie litery wyglądają dobrze wszędzie tylko wtedy, gdy plik jest zapisany jako UTF-8.",
			"České a polské znaky se všude zobrazí správně jen tehdy, je-li soubor uložen jako UTF-8.",
			"Polish and Czech letters look right everywhere only if the file is saved as UTF-8."),
		Before: "title: Zg\\xb3oszenie reklamacji   (saved as Windows-1250)",
		After:  "title: Zgłoszenie reklamacji   (saved as UTF-8)",
		Messages: texts{
			"": say(
				"plik nie jest zapisany w kodowaniu UTF-8",
				"soubor není uložen v kódování UTF-8",
				"the file is not saved as UTF-8"),
			"windows-1250": say(
				"plik jest zapisany w kodowaniu Windows-1250, a nie UTF-8",
				"soubor je uložen v kódování Windows-1250, ne UTF-8",
				"the file is saved as Windows-1250, not as UTF-8"),
			"utf-16": say(
				"plik jest zapisany w kodowaniu UTF-16, a nie UTF-8",
				"soubor je uložen v kódování UTF-16, ne UTF-8",
				"the file is saved as UTF-16, not as UTF-8"),
		},
		Hints: texts{
			"": say(
				"zapisz go ponownie, wybierając w edytorze kodowanie UTF-8",
				"uložte ho znovu a v editoru zvolte kódování UTF-8",
				"save it again and choose the encoding UTF-8 in your editor"),
			"table": say(
				"zapisz go ponownie: w Excelu jako „CSV UTF-8”, w LibreOffice z zestawem znaków „Unicode (UTF-8)”",
				"uložte ho znovu: v Excelu jako „CSV UTF-8“, v LibreOffice se znakovou sadou „Unicode (UTF-8)“",
				"save it again: in Excel as \"CSV UTF-8\", in LibreOffice with the character set \"Unicode (UTF-8)\""),
		},
	},
	{
		Code: NotRegularFile, Severity: Error,
		Title: say("Coś, co nie jest zwykłym plikiem", "Něco, co není běžný soubor", "Not an ordinary file"),
		Why: say(
			"Podręcznik składa się wyłącznie z plików w swoim folderze. Dowiązanie mogłoby opublikować coś spoza niego.",
			"Příručku tvoří jen soubory v její složce. Odkaz v souborovém systému by mohl zveřejnit něco mimo ni.",
			"A handbook is made of the files in its own folder and nothing else. A link could publish something from outside it."),
		Before: "content/policies/complaints.en.md -> ../../private/complaints.md",
		After:  "content/policies/complaints.en.md   (a file of its own)",
		Messages: texts{
			"symlink": say(
				"to jest dowiązanie symboliczne, a takich cxbook nie otwiera",
				"toto je symbolický odkaz a ty cxbook neotevírá",
				"this is a symbolic link, and cxbook does not follow links"),
			"special": say(
				"to nie jest zwykły plik, tylko potok, gniazdo lub urządzenie, więc cxbook go nie otwiera",
				"toto není běžný soubor, ale roura, soket nebo zařízení, a proto ho cxbook neotevírá",
				"this is not an ordinary file but a pipe, a socket or a device, so cxbook does not open it"),
		},
		Hints: texts{
			"symlink": say(
				"zastąp dowiązanie kopią pliku",
				"nahraďte odkaz kopií souboru",
				"replace the link by a copy of the file"),
			"special": say(
				"usuń to z folderu treści",
				"odstraňte to ze složky s obsahem",
				"remove it from the content folder"),
		},
	},
	{
		Code: UnreadableFile, Severity: Error,
		Title: say("Plik, którego nie da się odczytać", "Soubor, který nelze přečíst", "File that cannot be read"),
		Why: say(
			"Czego nie da się odczytać, tego nie da się sprawdzić ani opublikować, a odwołania do tego wpisu prowadziłyby donikąd.",
			"Co nelze přečíst, nelze ani zkontrolovat a zveřejnit, a odkazy na tento záznam by nikam nevedly.",
			"What cannot be read can be neither judged nor published, and references to it would lead nowhere."),
		Before: "-rw------- root  content/policies/complaints.en.md",
		After:  "-rw-r--r-- root  content/policies/complaints.en.md",
		Messages: only(
			"nie da się odczytać pliku: {reason}",
			"soubor nelze přečíst: {reason}",
			"the file cannot be read: {reason}"),
		Hints: only(
			"sprawdź, czy plik istnieje i czy masz prawo go czytać",
			"ověřte, že soubor existuje a že ho smíte číst",
			"check that the file exists and that you may read it"),
	},
	{
		Code: MisplacedFile, Severity: Error,
		Title: say("Plik w złym folderze", "Soubor ve špatné složce", "File in the wrong folder"),
		Why: say(
			"Folder mówi, jakiego rodzaju jest wpis i pod jakim adresem się ukaże.",
			"Složka říká, jakého druhu záznam je a na jaké adrese se objeví.",
			"The folder says of what type a record is and at which address it appears."),
		Before: "content/policies/escalation.en.md\n\n---\nid: PRC-004\n---",
		After:  "content/procedures/escalation.en.md\n\n---\nid: PRC-004\n---",
		Messages: texts{
			"outside": say(
				"plik nie leży w folderze żadnego rodzaju wpisów",
				"soubor neleží ve složce žádného druhu záznamů",
				"the file is not in the folder of any type of record"),
			"wrong": say(
				"wpis {id} nie należy do tego folderu, tylko do {folder}/",
				"záznam {id} nepatří do této složky, ale do {folder}/",
				"{id} does not belong in this folder but in {folder}/"),
		},
		Hints: texts{
			"outside": say(
				"przenieś go do folderu jego rodzaju: {folders}",
				"přesuňte ho do složky jeho druhu: {folders}",
				"move it to the folder of its type: {folders}"),
			"near": say(
				"czy chodzi o folder „{suggestion}”? foldery rodzajów wpisów: {folders}",
				"nemáte na mysli složku „{suggestion}“? složky druhů záznamů: {folders}",
				`did you mean the folder "{suggestion}"? the folders of types: {folders}`),
			"wrong": say(
				"przenieś plik do {folder}/ albo nadaj mu id właściwe dla tego folderu",
				"přesuňte soubor do {folder}/, nebo mu dejte id, které do této složky patří",
				"move the file to {folder}/, or give it an id of the type that lives here"),
		},
	},
	{
		Code: IgnoredFile, Severity: Warning,
		Title: say("Plik pominięty", "Vynechaný soubor", "Ignored file"),
		Why: say(
			"Nic nie znika po cichu: czego cxbook nie czyta i nie publikuje, to nazywa.",
			"Nic nemizí potichu: co cxbook nečte ani nezveřejňuje, to pojmenuje.",
			"Nothing vanishes in silence: what cxbook neither reads nor publishes, it names."),
		Before: "content/policies/notes.docx",
		After:  "content/policies/complaints.en.md:\n\n[Form of the claim](claim-form.pdf)",
		Messages: only(
			"tego pliku nikt nie czyta i nie publikuje",
			"tento soubor se nečte ani nezveřejňuje",
			"this file is neither read nor published"),
		Hints: only(
			"jeśli jest potrzebny czytelnikom, dodaj do niego odnośnik na jednej ze stron; jeśli nie, usuń go",
			"pokud ho čtenáři potřebují, odkažte na něj z některé stránky; jinak ho smažte",
			"link to it from a page if readers need it; otherwise delete it"),
	},
	{
		Code: BadFileName, Severity: Error,
		Title: say("Nazwa pliku", "Název souboru", "File name"),
		Why: say(
			"Z nazwy pliku powstaje adres strony, a jej końcówka mówi, w jakim języku jest tekst.",
			"Z názvu souboru vzniká adresa stránky a jeho konec říká, v jakém jazyce text je.",
			"The address of a page is made from the name of its file, and the name's end says in which language it is."),
		Before: "content/policies/Prawo Klienta (2).md",
		After:  "content/policies/prawo-klienta.pl.md",
		Messages: texts{
			"": say(
				"nazwa pliku „{name}” nie ma postaci nazwa.język.md",
				"název souboru „{name}“ nemá podobu název.jazyk.md",
				`the file name "{name}" does not have the form name.language.md`),
			"language": say(
				"podręcznik nie ma języka „{lang}”, a tak kończy się nazwa pliku",
				"příručka nemá jazyk „{lang}“, a tak název souboru končí",
				`the handbook has no language "{lang}", but the file name ends in it`),
			"characters": say(
				"nazwa pliku zawiera znaki, które nie nadają się do adresu strony",
				"název souboru obsahuje znaky, které se nehodí do adresy stránky",
				"the file name has characters that do not fit the address of a page"),
		},
		Hints: texts{
			"": say(
				"zmień nazwę, na przykład na prawo-klienta.pl.md lub prawo-klienta.v2.pl.md",
				"přejmenujte ho, například na zakaznicky-kodex.cs.md nebo zakaznicky-kodex.v2.cs.md",
				"rename it, for example to customer-law.en.md or customer-law.v2.en.md"),
			"language": say(
				"użyj jednego z języków: {languages}, albo dopisz ten język w handbook.yaml",
				"použijte některý z jazyků: {languages}, nebo tento jazyk doplňte do handbook.yaml",
				"use one of {languages}, or add the language to handbook.yaml"),
			"characters": say(
				"użyj tylko małych liter, cyfr i łączników",
				"použijte jen malá písmena, číslice a spojovníky",
				"use small letters, digits and hyphens only"),
		},
	},
	{
		Code: NameDisagrees, Severity: Error,
		Title: say("Nazwa pliku niezgodna z nagłówkiem", "Název souboru v rozporu s hlavičkou", "File name that disagrees with the front matter"),
		Why: say(
			"Gdy nazwa mówi co innego niż nagłówek, jedno z nich wprowadza w błąd następną osobę, która otworzy plik.",
			"Když název říká něco jiného než hlavička, jedno z toho zmate dalšího, kdo soubor otevře.",
			"Where the name and the front matter say different things, one of them misleads the next person to open the file."),
		Before: "content/policies/complaints.v2.en.md\n\n---\nid: POL-004\nversion: 3\n---",
		After:  "content/policies/complaints.v3.en.md\n\n---\nid: POL-004\nversion: 3\n---",
		Messages: texts{
			"version": say(
				"według nazwy pliku jest to wersja {name}, a według nagłówka {value}",
				"podle názvu souboru je to verze {name}, podle hlavičky {value}",
				"the file name says version {name}, the front matter says {value}"),
			"language": say(
				"według nazwy pliku językiem jest „{name}”, a według nagłówka „{value}”",
				"podle názvu souboru je jazyk „{name}“, podle hlavičky „{value}“",
				`the file name says language "{name}", the front matter says "{value}"`),
			"translation-version": say(
				"według nazwy pliku jest to tłumaczenie wersji {name}, a według source_version wersji {value}",
				"podle názvu souboru je to překlad verze {name}, podle source_version verze {value}",
				"the file name says a translation of version {name}, source_version says {value}"),
		},
		Hints: only(
			"popraw nazwę pliku albo nagłówek, tak by mówiły to samo",
			"opravte název souboru nebo hlavičku, aby říkaly totéž",
			"correct the file name or the front matter so that they say the same"),
	},
	{
		Code: HiddenCharacters, Severity: Error,
		Title: say("Niewidoczne znaki", "Neviditelné znaky", "Hidden characters"),
		Why: say(
			"Znak, którego nie widać, może odwrócić kolejność liter na ekranie: czytelnik zobaczy co innego, niż jest zapisane.",
			"Znak, který není vidět, může obrátit pořadí písmen na obrazovce: čtenář uvidí něco jiného, než co je zapsáno.",
			"A character that cannot be seen can turn the order of letters on the screen, so that readers see something else than what is written."),
		Before: `title: "Complaints\u202e"`,
		After:  `title: "Complaints"`,
		Messages: only(
			"stoi tu niewidoczny znak {character}",
			"je tu neviditelný znak {character}",
			"an invisible character stands here: {character}"),
		Hints: only(
			"usuń go; najprościej skasować to miejsce i wpisać je od nowa",
			"smažte ho; nejjednodušší je toto místo vymazat a napsat znovu",
			"delete it; the easiest way is to erase this place and type it again"),
	},
	{
		Code: NoHandbookFile, Severity: Error,
		Title: say("Brak pliku handbook.yaml", "Chybějící handbook.yaml", "Missing handbook.yaml"),
		Why: say(
			"W tym pliku podręcznik ma swój tytuł, języki i ustawienia.",
			"V tomto souboru má příručka svůj název, jazyky a nastavení.",
			"This file holds the title, the languages and the settings of the handbook."),
		Before: "content/\n  policies/",
		After:  "content/\n  handbook.yaml\n  policies/",
		Messages: only(
			"brakuje pliku handbook.yaml",
			"chybí soubor handbook.yaml",
			"the file handbook.yaml is missing"),
		Hints: only(
			"utwórz go w folderze treści; wystarczy w nim tytuł (title)",
			"vytvořte ho ve složce s obsahem; stačí v něm název (title)",
			"create it in the content folder; a title is enough"),
	},
	{
		Code: Crashed, Severity: Error,
		Title: say("Awaria przy jednym pliku", "Pád programu u jednoho souboru", "Failure over one file"),
		Why: say(
			"To błąd programu, a nie autora. Pozostałe pliki zostały sprawdzone.",
			"To je chyba programu, ne autora. Ostatní soubory byly zkontrolovány.",
			"This is a fault of the program, not of the author. All other files were judged."),
		Before: "a file that cxbook cannot cope with",
		After:  "the same file, read by a cxbook whose fault is mended",
		Messages: only(
			"cxbook nie poradził sobie z tym plikiem: {detail}",
			"cxbook si s tímto souborem neporadil: {detail}",
			"cxbook failed over this file: {detail}"),
		Hints: only(
			"zgłoś to autorom programu cxbook razem z tym plikiem; do tego czasu cofnij ostatnią zmianę w pliku",
			"nahlaste to autorům programu cxbook i s tímto souborem; do té doby vraťte poslední změnu souboru",
			"report it to the makers of cxbook together with this file; until then, undo your last change to it"),
	},
	{
		Code: TooManyFiles, Severity: Error,
		Title: say("Za dużo plików", "Příliš mnoho souborů", "Too many files"),
		Why: say(
			"Tyle plików oznacza zwykle, że do folderu trafiło coś, co nie należy do podręcznika.",
			"Tolik souborů obvykle znamená, že se do složky dostalo něco, co do příručky nepatří.",
			"So many files usually mean that something got into the folder that does not belong to the handbook."),
		Before: "content/node_modules/…   (250,000 files)",
		After:  "content/policies/…   (40 files)",
		Messages: only(
			"folder treści zawiera za dużo plików (najwyżej {limit}), więc dalszych cxbook nie czyta",
			"složka s obsahem obsahuje příliš mnoho souborů (nejvýše {limit}), další už cxbook nečte",
			"the content folder holds too many files (at most {limit}), so no more of them are read"),
		Hints: only(
			"usuń z niego to, co nie należy do podręcznika",
			"odstraňte z ní, co do příručky nepatří",
			"move what does not belong to the handbook out of it"),
	},
}
