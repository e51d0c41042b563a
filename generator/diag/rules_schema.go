package diag

// schemaRules are about what fields may hold: CX2xx.
var schemaRules = []*Rule{
	{
		Code: MissingField, Severity: Error,
		Title: say("Brak wymaganego pola", "Chybějící povinné pole", "Missing field"),
		Why: say(
			"Bez tego pola nie da się odpowiedzieć na pytanie, które czytelnik na pewno zada, na przykład kto odpowiada za wpis.",
			"Bez tohoto pole nelze odpovědět na otázku, kterou si čtenář jistě položí, například kdo za záznam odpovídá.",
			"Without this field a question that readers are bound to ask has no answer, such as who answers for the record."),
		Before: "id: POL-002\ntitle: Closing the loop",
		After:  "id: POL-002\ntitle: Closing the loop\nstatus: draft\nowner: ROL-002",
		Messages: texts{
			"": say(
				"brakuje pola „{field}”",
				"chybí pole „{field}“",
				`the field "{field}" is missing`),
			"with": say(
				"przy „{with}: {value}” potrzebne jest też pole „{field}”",
				"u „{with}: {value}“ je potřeba i pole „{field}“",
				`"{with}: {value}" needs the field "{field}" as well`),
			"beside": say(
				"obok pola „{with}” potrzebne jest też pole „{field}”",
				"k poli „{with}“ je potřeba i pole „{field}“",
				`"{with}" needs the field "{field}" beside it`),
			"without": say(
				"bez pola „{with}” potrzebne jest pole „{field}”",
				"bez pole „{with}“ je potřeba pole „{field}“",
				`without "{with}" the field "{field}" is needed`),
			"either": say(
				"brakuje jednego z pól: {fields}",
				"chybí jedno z polí: {fields}",
				"one of these fields is missing: {fields}"),
		},
		Hints: texts{
			"": say(
				"dopisz wiersz „{field}:” z wartością",
				"doplňte řádek „{field}:“ s hodnotou",
				`add a line "{field}:" with its value`),
			"either": say(
				"dopisz to z nich, które pasuje",
				"doplňte to z nich, které se hodí",
				"add the one that fits"),
		},
	},
	{
		Code: UnknownField, Severity: Error,
		Title: say("Nieznane pole", "Neznámé pole", "Unknown field"),
		Why: say(
			"Pole z literówką wygląda na wypełnione, a nikt go nie czyta: ani strona, ani karta wyników.",
			"Pole s překlepem vypadá vyplněné, ale nikdo ho nečte: ani stránka, ani hodnoticí karta.",
			"A misspelt field looks filled in, but nothing reads it: no page and no scorecard."),
		Before: "onwer: ROL-002",
		After:  "owner: ROL-002",
		Messages: only(
			"nie ma tu pola „{field}”",
			"pole „{field}“ tu neexistuje",
			`there is no field "{field}" here`),
		Hints: texts{
			"": say(
				"popraw jego nazwę albo usuń to pole",
				"opravte jeho název, nebo pole smažte",
				"correct its name or remove it"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
			"computed": say(
				"usuń je: takie liczby podręcznik wylicza sam z faktów, a cxbook score pokazuje, z czego się biorą",
				"smažte ho: taková čísla příručka počítá sama z faktů a cxbook score ukáže, z čeho vznikají",
				"remove it: the handbook works such numbers out from facts, and cxbook score shows how they come about"),
			"none": say(
				"usuń je albo użyj jednego z pól: {fields}",
				"smažte ho, nebo použijte některé z polí: {fields}",
				"remove it, or use one of these fields: {fields}"),
		},
	},
	{
		Code: BadPattern, Severity: Error,
		Title: say("Wartość w złej postaci", "Hodnota ve špatném tvaru", "Value in the wrong form"),
		Why: say(
			"Id, klucze i terminy mają stałą postać, żeby można się było do nich odwołać i je policzyć.",
			"Id, klíče a lhůty mají pevný tvar, aby se na ně dalo odkázat a dalo se s nimi počítat.",
			"Ids, keys and time limits have a fixed form so that others can refer to them and count with them."),
		Before: "id: Bad_ID",
		After:  "id: POL-010",
		Messages: texts{
			"": say(
				"{field} „{value}” musi wyglądać tak jak {example}",
				"{field} „{value}“ musí vypadat jako {example}",
				`{field} "{value}" must look like {example}`),
			"id": say(
				"id „{value}” musi wyglądać tak jak {example}",
				"id „{value}“ musí vypadat jako {example}",
				`id "{value}" must look like {example}`),
			"form": say(
				"{field} „{value}” ma niewłaściwą postać",
				"{field} „{value}“ nemá správný tvar",
				`{field} "{value}" does not have the right form`),
		},
		Hints: texts{
			"": say(
				"zapisz je w postaci {example}",
				"zapište ho ve tvaru {example}",
				"write it in the form of {example}"),
			"form": say(
				"porównaj zapis z opisem tego pola",
				"porovnejte zápis s popisem tohoto pole",
				"compare it with the description of the field"),
			"next-id": say(
				"następne wolne id to {id}",
				"další volné id je {id}",
				"the next free id is {id}"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: WrongType, Severity: Error,
		Title: say("Inny rodzaj wartości", "Jiný druh hodnoty", "Wrong kind of value"),
		Why: say(
			"Lista zamiast tekstu albo tekst zamiast liczby: program nie zgaduje, co autor miał na myśli.",
			"Seznam místo textu nebo text místo čísla: program nehádá, co měl autor na mysli.",
			"A list in place of a text, or a text in place of a number: the program does not guess what the author meant."),
		Before: "topics: complaints",
		After:  "topics: [complaints]",
		Messages: only(
			"pole „{field}” przyjmuje {expected:kind}, a zawiera {got:kind}",
			"pole „{field}“ přijímá {expected:kind}, ale obsahuje {got:kind}",
			`"{field}" takes {expected:kind}, but holds {got:kind}`),
		Hints: texts{
			"": say(
				"wpisz tu {expected:kind}",
				"napište sem {expected:kind}",
				"write {expected:kind} here"),
			"unquote": say(
				"wpisz wartość bez cudzysłowu: {value}",
				"napište hodnotu bez uvozovek: {value}",
				"write the value without quotation marks: {value}"),
			"quote": say(
				"ujmij wartość w cudzysłów: \"{value}\"",
				"dejte hodnotu do uvozovek: \"{value}\"",
				`put the value in quotation marks: "{value}"`),
		},
	},
	{
		Code: NotAllowedValue, Severity: Error,
		Title: say("Wartość spoza listy", "Hodnota mimo seznam", "Value that is not on the list"),
		Why: say(
			"Pole ma zamkniętą listę wartości, żeby wpisy dało się porównywać i zestawiać.",
			"Pole má uzavřený seznam hodnot, aby se záznamy daly srovnávat a třídit.",
			"The field has a closed list of values so that records can be compared and grouped."),
		Before: "status: aproved",
		After:  "status: approved",
		Messages: only(
			"pole „{field}” nie przyjmuje wartości „{value}”",
			"pole „{field}“ nepřijímá hodnotu „{value}“",
			`"{field}" does not take the value "{value}"`),
		Hints: texts{
			"": say(
				"użyj jednej z wartości: {allowed}",
				"použijte některou z hodnot: {allowed}",
				"use one of: {allowed}"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: BadFormat, Severity: Error,
		Title: say("Błędny zapis daty, czasu lub adresu", "Chybný zápis data, doby nebo adresy", "Badly written date, duration or address"),
		Why: say(
			"Z dat i terminów podręcznik liczy, co obowiązuje i co jest po terminie; z adresów robi odnośniki.",
			"Z dat a lhůt příručka počítá, co je účinné a co je po termínu; z adres dělá odkazy.",
			"From dates and durations the handbook computes what is in force and what is overdue; from addresses it makes links."),
		Before: "effective_from: 2026-02-30",
		After:  "effective_from: 2026-02-28",
		Messages: texts{
			"": say(
				"„{value}” w polu „{field}” jest zapisane niezgodnie ze wzorem",
				"„{value}“ v poli „{field}“ neodpovídá předepsanému zápisu",
				`"{value}" in "{field}" is not written as it should be`),
			"date": say(
				"„{value}” w polu „{field}” nie jest dniem w kalendarzu",
				"„{value}“ v poli „{field}“ není den v kalendáři",
				`"{value}" in "{field}" is not a day of the calendar`),
			"year": say(
				"„{value}” w polu „{field}” nie leży między rokiem 1900 a 2999",
				"„{value}“ v poli „{field}“ neleží mezi roky 1900 a 2999",
				`"{value}" in "{field}" is not between the years 1900 and 2999`),
			"duration": say(
				"„{value}” w polu „{field}” nie jest zapisem czasu",
				"„{value}“ v poli „{field}“ není zápis doby",
				`"{value}" in "{field}" is not a duration`),
			"period": say(
				"„{value}” w polu „{field}” nie jest liczbą miesięcy, tygodni lub dni",
				"„{value}“ v poli „{field}“ není počet měsíců, týdnů nebo dnů",
				`"{value}" in "{field}" is not a number of months, weeks or days`),
			"zero": say(
				"„{value}” w polu „{field}” nie trwa ani jednego dnia",
				"„{value}“ v poli „{field}“ netrvá ani jeden den",
				`"{value}" in "{field}" is shorter than a day`),
			"email": say(
				"„{value}” w polu „{field}” nie jest adresem e-mail",
				"„{value}“ v poli „{field}“ není e-mailová adresa",
				`"{value}" in "{field}" is not an e-mail address`),
			"uri": say(
				"„{value}” w polu „{field}” nie jest adresem internetowym",
				"„{value}“ v poli „{field}“ není internetová adresa",
				`"{value}" in "{field}" is not a web address`),
		},
		Hints: texts{
			"": say(
				"porównaj zapis z opisem tego pola",
				"porovnejte zápis s popisem tohoto pole",
				"compare it with the description of the field"),
			"date": say(
				"zapisz dzień jako rok-miesiąc-dzień, na przykład 2026-11-22",
				"zapište den jako rok-měsíc-den, například 2026-11-22",
				"write the day as year-month-day, such as 2026-11-22"),
			"year": say("popraw rok", "opravte rok", "correct the year"),
			"duration": say(
				"zapisz na przykład P7D (siedem dni), P2W (dwa tygodnie) lub PT24H (24 godziny)",
				"zapište například P7D (sedm dní), P2W (dva týdny) nebo PT24H (24 hodin)",
				"write for example P7D (seven days), P2W (two weeks) or PT24H (24 hours)"),
			"period": say(
				"zapisz na przykład P12M (dwanaście miesięcy), P2W (dwa tygodnie) lub P30D (trzydzieści dni)",
				"zapište například P12M (dvanáct měsíců), P2W (dva týdny) nebo P30D (třicet dní)",
				"write for example P12M (twelve months), P2W (two weeks) or P30D (thirty days)"),
			"zero": say(
				"zapisz na przykład P12M (dwanaście miesięcy), P2W (dwa tygodnie) lub P30D (trzydzieści dni)",
				"zapište například P12M (dvanáct měsíců), P2W (dva týdny) nebo P30D (třicet dní)",
				"write for example P12M (twelve months), P2W (two weeks) or P30D (thirty days)"),
			"email": say(
				"zapisz adres w całości, na przykład cx@example.org",
				"zapište celou adresu, například cx@example.org",
				"write the whole address, such as cx@example.org"),
			"uri": say(
				"zapisz adres w całości, na przykład https://example.org/",
				"zapište celou adresu, například https://example.org/",
				"write the whole address, such as https://example.org/"),
		},
	},
	{
		Code: OutOfRange, Severity: Error,
		Title: say("Liczba poza zakresem", "Číslo mimo rozsah", "Number out of range"),
		Why: say(
			"Ocena spoza skali przesunęłaby cały ranking, a nikt by tego nie zauważył.",
			"Známka mimo stupnici by posunula celé pořadí a nikdo by si toho nevšiml.",
			"A grade off its scale would shift a whole ranking without anybody noticing."),
		Before: "customer_impact: {value: 7, why: Every third call}",
		After:  "customer_impact: {value: 5, why: Every third call}",
		Messages: texts{
			"minimum": say(
				"{field} wynosi {value}, a musi wynosić co najmniej {limit}",
				"{field} je {value}, ale musí být nejméně {limit}",
				"{field} is {value}, but must be at least {limit}"),
			"maximum": say(
				"{field} wynosi {value}, a może wynosić najwyżej {limit}",
				"{field} je {value}, ale smí být nejvýše {limit}",
				"{field} is {value}, but must be at most {limit}"),
			"exclusive-minimum": say(
				"{field} wynosi {value}, a musi być większe niż {limit}",
				"{field} je {value}, ale musí být větší než {limit}",
				"{field} is {value}, but must be more than {limit}"),
			"exclusive-maximum": say(
				"{field} wynosi {value}, a musi być mniejsze niż {limit}",
				"{field} je {value}, ale musí být menší než {limit}",
				"{field} is {value}, but must be less than {limit}"),
			"multiple": say(
				"{field} wynosi {value}, a musi być wielokrotnością {limit}",
				"{field} je {value}, ale musí být násobkem {limit}",
				"{field} is {value}, but must be a multiple of {limit}"),
		},
		Hints: only(
			"popraw liczbę; jeśli jest prawdziwa, sprawdź, czy stoi we właściwym polu i jednostce",
			"opravte číslo; je-li správné, ověřte, že je ve správném poli a jednotce",
			"correct the number; if it is true, check that its field and unit are right"),
	},
	{
		Code: WrongLength, Severity: Error,
		Title: say("Za krótka lub za długa wartość", "Příliš krátká nebo dlouhá hodnota", "Value too short or too long"),
		Why: say(
			"Puste pole nic nie mówi, a za długie nie mieści się tam, gdzie czytelnik je zobaczy.",
			"Prázdné pole nic neříká a příliš dlouhé se nevejde tam, kde ho čtenář uvidí.",
			"An empty field says nothing, and one that is too long does not fit where readers see it."),
		Before: `title: ""`,
		After:  "title: Closing the loop",
		Messages: texts{
			"empty": say(
				"pole „{field}” jest puste",
				"pole „{field}“ je prázdné",
				`"{field}" is empty`),
			"short": say(
				"pole „{field}” jest za krótkie (najmniejsza liczba znaków: {limit})",
				"pole „{field}“ je příliš krátké (nejmenší počet znaků: {limit})",
				`"{field}" is too short (least number of characters: {limit})`),
			"long": say(
				"pole „{field}” jest za długie (największa liczba znaków: {limit})",
				"pole „{field}“ je příliš dlouhé (největší počet znaků: {limit})",
				`"{field}" is too long (greatest number of characters: {limit})`),
			"few": say(
				"w polu „{field}” jest za mało elementów (najmniejsza liczba: {limit})",
				"v poli „{field}“ je příliš málo položek (nejmenší počet: {limit})",
				`"{field}" has too few items (least number: {limit})`),
			"many": say(
				"w polu „{field}” jest za dużo elementów (największa liczba: {limit})",
				"v poli „{field}“ je příliš mnoho položek (největší počet: {limit})",
				`"{field}" has too many items (greatest number: {limit})`),
		},
		Hints: texts{
			"": say(
				"uzupełnij pole albo usuń cały jego wiersz, jeśli nie jest potrzebne",
				"pole vyplňte, nebo smažte celý jeho řádek, není-li potřeba",
				"fill it in, or remove its whole line if it is not needed"),
			"short": say("napisz to pełniej", "napište to úplněji", "say it in more words"),
			"long":  say("skróć tekst; szczegóły przenieś do treści wpisu", "text zkraťte; podrobnosti přesuňte do textu záznamu", "shorten it and move the details to the body of the record"),
			"few":   say("dopisz brakujące elementy", "doplňte chybějící položky", "add what is missing"),
			"many":  say("zostaw tylko najważniejsze", "ponechte jen to nejdůležitější", "keep only what matters most"),
		},
	},
	{
		Code: DuplicateItem, Severity: Error,
		Title: say("Powtórzony element listy", "Opakovaná položka seznamu", "Repeated list item"),
		Why: say(
			"Powtórzenie na liście jest zwykle śladem po pomyłce: miało tam stać coś innego.",
			"Opakování v seznamu bývá stopa po omylu: mělo tam stát něco jiného.",
			"A repeated item is usually the trace of a slip: something else was meant."),
		Before: "channels: [phone, e-mail, phone]",
		After:  "channels: [phone, e-mail, chat]",
		Messages: only(
			"„{value}” powtarza się w polu „{field}”",
			"„{value}“ se v poli „{field}“ opakuje",
			`"{value}" is repeated in "{field}"`),
		Hints: only(
			"usuń powtórzenie albo wpisz to, co miało tu stać",
			"opakování smažte, nebo napište, co tu mělo být",
			"remove it, or write what was meant to stand here"),
		Notes: texts{"first": say("tu stoi po raz pierwszy", "tady je poprvé", "it first stands here")},
	},
	{
		Code: SchemaRule, Severity: Error,
		Title: say("Wartość niezgodna z opisem pola", "Hodnota v rozporu s popisem pole", "Value against the rule of its field"),
		Why: say(
			"Schemat rodzaju wpisu zapisuje, co razem ma sens; ta wartość się w tym nie mieści.",
			"Schéma druhu záznamu říká, co dohromady dává smysl; tato hodnota tomu neodpovídá.",
			"The schema of a type says what makes sense together, and this value does not."),
		Before: "channels: [phone]   (a schema of the house asks for the shop among them)",
		After:  "channels: [phone, shop]",
		Messages: only(
			"wartość pola „{field}” nie spełnia warunków tego pola",
			"hodnota pole „{field}“ nesplňuje podmínky tohoto pole",
			`the value of "{field}" does not meet the conditions of the field`),
		Hints: only(
			"porównaj ją z opisem pola, który pokazuje „cxbook schema”",
			"porovnejte ji s popisem pole, který ukáže „cxbook schema“",
			`compare it with the description of the field that "cxbook schema" shows`),
	},
	{
		Code: NotWithThis, Severity: Error,
		Title: say("Pola, które się wykluczają", "Pole, která se vylučují", "Fields that rule each other out"),
		Why: say(
			"Dwa pola mówią rzeczy sprzeczne, na przykład że stanowisko jest obsadzone i że nie jest.",
			"Dvě pole si odporují, například že pozice je obsazená a že není.",
			"Two fields contradict each other, such as that a post is held and that it is vacant."),
		Before: "holder: agents@example.org\nvacant: true",
		After:  "vacant: true",
		Messages: texts{
			"": say(
				"pole „{field}” nie może stać obok „{with}: {value}”",
				"pole „{field}“ nemůže stát vedle „{with}: {value}“",
				`"{field}" cannot stand beside "{with}: {value}"`),
			"beside": say(
				"pola „{field}” i „{with}” nie mogą stać obok siebie",
				"pole „{field}“ a „{with}“ nemohou stát vedle sebe",
				`"{field}" and "{with}" cannot stand side by side`),
			"without": say(
				"pole „{field}” nie może stać bez pola „{with}”",
				"pole „{field}“ nemůže stát bez pole „{with}“",
				`"{field}" cannot stand without "{with}"`),
		},
		Hints: texts{
			"": say(
				"usuń „{field}” albo zmień „{with}”",
				"smažte „{field}“, nebo změňte „{with}“",
				`remove "{field}" or change "{with}"`),
			"beside": say(
				"usuń jedno z nich",
				"smažte jedno z nich",
				"remove one of them"),
			"without": say(
				"dopisz „{with}” albo usuń „{field}”",
				"doplňte „{with}“, nebo smažte „{field}“",
				`add "{with}" or remove "{field}"`),
		},
	},
	{
		Code: DuplicateKeyedItem, Severity: Error,
		Title: say("Ten sam klucz dwa razy", "Stejný klíč dvakrát", "The same key twice"),
		Why: say(
			"Do kluczy odwołują się inne wpisy i tłumaczenia, więc w jednej liście każdy może wystąpić tylko raz.",
			"Na klíče odkazují jiné záznamy a překlady, proto smí být v jednom seznamu každý jen jednou.",
			"Other records and translations refer to keys, so in one list each can stand only once."),
		Before: "duties:\n  - key: answer\n  - key: answer",
		After:  "duties:\n  - key: answer\n  - key: call-back",
		Messages: only(
			"klucz „{key}” występuje na tej liście dwa razy",
			"klíč „{key}“ je v tomto seznamu dvakrát",
			`the key "{key}" stands twice in this list`),
		Hints: only(
			"nadaj jednemu z elementów inny klucz",
			"dejte jedné z položek jiný klíč",
			"give one of the items another key"),
		Notes: texts{"first": say("tu stoi po raz pierwszy", "tady je poprvé", "it first stands here")},
	},
}
