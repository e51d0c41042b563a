package diag

// referenceRules are about references between records, and between the items
// of one: CX32x and CX335.
var referenceRules = []*Rule{
	{
		Code: UnknownReference, Severity: Error,
		Title: say("Odwołanie do wpisu, którego nie ma", "Odkaz na záznam, který neexistuje", "Reference to a record that does not exist"),
		Why: say(
			"Odwołanie donikąd wygląda jak przydzielona odpowiedzialność, a nikt za nią nie stoi.",
			"Odkaz do prázdna vypadá jako přidělená odpovědnost, ale nikdo za ní nestojí.",
			"A reference to nothing looks like a responsibility that somebody bears, and nobody does."),
		Before: "owner: ROL-020",
		After:  "owner: ROL-002",
		Messages: only(
			"nie ma wpisu {target}",
			"záznam {target} neexistuje",
			"there is no record {target}"),
		Hints: texts{
			"": say(
				"popraw id albo dodaj ten wpis",
				"opravte id, nebo tento záznam přidejte",
				"correct the id or add the record"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
			"none": say(
				"dodaj ten wpis albo usuń odwołanie",
				"přidejte tento záznam, nebo odkaz smažte",
				"add the record or remove the reference"),
		},
	},
	{
		Code: WrongReferenceType, Severity: Error,
		Title: say("Odwołanie do wpisu innego rodzaju", "Odkaz na záznam jiného druhu", "Reference to a record of the wrong type"),
		Why: say(
			"Właścicielem może być tylko rola, a wskaźnikiem tylko wskaźnik; inaczej zestawienia nie miałyby sensu.",
			"Garantem může být jen role a ukazatelem jen ukazatel; jinak by přehledy nedávaly smysl.",
			"Only a role can be an owner and only a metric can be measured; otherwise no overview would make sense."),
		Before: "owner: DEP-005",
		After:  "owner: ROL-002",
		Messages: only(
			"{target} to wpis rodzaju „{type}”, a tu pasuje tylko: {expected}",
			"{target} je záznam druhu „{type}“, ale sem patří jen: {expected}",
			`{target} is of the type "{type}", but only this fits here: {expected}`),
		Hints: texts{
			"": say(
				"wpisz id wpisu rodzaju: {expected}",
				"napište id záznamu druhu: {expected}",
				"write the id of a record of the type: {expected}"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: ReferenceCase, Severity: Error,
		Title: say("Małe i wielkie litery w odwołaniu", "Malá a velká písmena v odkazu", "Case of letters in a reference"),
		Why: say(
			"Na niektórych komputerach takie odwołanie działa, a na innych nie. Jedna pisownia działa wszędzie.",
			"Na některých počítačích takový odkaz funguje, na jiných ne. Jeden zápis funguje všude.",
			"Such a reference works on some machines and not on others. One spelling works everywhere."),
		Before: "owner: rol-002",
		After:  "owner: ROL-002",
		Messages: only(
			"w „{target}” nie zgadzają się małe i wielkie litery",
			"v „{target}“ nesouhlasí malá a velká písmena",
			`"{target}" mixes up small and capital letters`),
		Hints: texts{
			"": say(
				"zapisz je dokładnie tak jak we wpisie, do którego prowadzi",
				"zapište ho přesně tak jako v záznamu, na který vede",
				"write it exactly as in the record that it leads to"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: WithdrawnReference, Severity: Error,
		Title: say("Odwołanie do wycofanego wpisu", "Odkaz na stažený záznam", "Reference to a withdrawn record"),
		Why: say(
			"Wycofany wpis już nie obowiązuje, więc nie można na nim niczego oprzeć.",
			"Stažený záznam už není účinný, a proto se na něm nedá nic stavět.",
			"A withdrawn record no longer holds, so nothing can rest on it."),
		Before: "policies: [POL-009]   (status: withdrawn)",
		After:  "policies: [POL-004]",
		Messages: only(
			"wpis {target} został wycofany",
			"záznam {target} byl stažen",
			"{target} has been withdrawn"),
		Hints: only(
			"wskaż wpis, który go zastąpił, albo usuń odwołanie",
			"uveďte záznam, který ho nahradil, nebo odkaz smažte",
			"refer to the record that replaced it, or remove the reference"),
	},
	{
		Code: UnknownItem, Severity: Error,
		Title: say("Odwołanie do elementu, którego nie ma", "Odkaz na položku, která není", "Reference to an item that does not exist"),
		Why: say(
			"Krok, który wykonuje nieistniejący obowiązek, zostawia prawdziwy obowiązek bez wykonawcy.",
			"Krok, který plní neexistující povinnost, nechává skutečnou povinnost bez vykonavatele.",
			"A step that carries out a duty that does not exist leaves the real duty without anybody."),
		Before: "carries_out: [POL-001#anwser]",
		After:  "carries_out: [POL-001#answer]",
		Messages: texts{
			"": say(
				"wpis {target} nie ma elementu „{key}”",
				"záznam {target} nemá položku „{key}“",
				`{target} has no item "{key}"`),
			"needed": say(
				"tu trzeba wskazać element wpisu {target}, a nie cały wpis",
				"tady je třeba uvést položku záznamu {target}, ne celý záznam",
				"an item of {target} is meant here, not the whole record"),
			"unwanted": say(
				"tu pasuje cały wpis {target}, bez „#{key}”",
				"sem patří celý záznam {target}, bez „#{key}“",
				`the whole of {target} is meant here, without "#{key}"`),
		},
		Hints: texts{
			"": say(
				"popraw część po znaku # albo dodaj ten element we wpisie {target}",
				"opravte část za znakem #, nebo tuto položku přidejte v záznamu {target}",
				"correct the part after #, or add the item to {target}"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
			"needed": say(
				"dopisz znak # i klucz, na przykład {example}",
				"doplňte znak # a klíč, například {example}",
				"add # and the key, such as {example}"),
			"unwanted": say(
				"usuń część od znaku #",
				"smažte část od znaku #",
				"remove the part from # on"),
			"none": say(
				"użyj jednego z: {keys}",
				"použijte některou z: {keys}",
				"use one of: {keys}"),
		},
	},
	{
		Code: NotAReference, Severity: Error,
		Title: say("Wartość, która nie jest odwołaniem", "Hodnota, která není odkaz", "Value that is not a reference"),
		Why: say(
			"Nazwiska i nazwy się zmieniają, a id nie. Dlatego tu stoi id wpisu.",
			"Jména a názvy se mění, id ne. Proto sem patří id záznamu.",
			"Names and titles change, ids do not. That is why an id stands here."),
		Before: "owner: Anna Nowak",
		After:  "owner: ROL-002",
		Messages: only(
			"„{value}” nie wygląda jak id wpisu",
			"„{value}“ nevypadá jako id záznamu",
			`"{value}" does not look like the id of a record`),
		Hints: texts{
			"": say(
				"wpisz id wpisu, na przykład ROL-001",
				"napište id záznamu, například ROL-001",
				"write the id of a record, such as ROL-001"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: UnlistedLanguage, Severity: Error,
		Title: say("Język spoza podręcznika", "Jazyk mimo příručku", "Language that the handbook does not have"),
		Why: say(
			"Tekst w języku, którego podręcznik nie wymienia, nie miałby swojej strony.",
			"Text v jazyce, který příručka neuvádí, by neměl svou stránku.",
			"A text in a language that the handbook does not list would have no page."),
		Before: "languages: [pl, cs]\ncontent/policies/complaints.de.md",
		After:  "languages: [pl, cs, de]\ncontent/policies/complaints.de.md",
		Messages: only(
			"języka „{lang}” nie ma wśród języków podręcznika",
			"jazyk „{lang}“ není mezi jazyky příručky",
			`the language "{lang}" is not one of the handbook's languages`),
		Hints: only(
			"użyj jednego z języków: {languages}, albo dopisz ten język w handbook.yaml",
			"použijte některý z jazyků: {languages}, nebo tento jazyk doplňte do handbook.yaml",
			"use one of {languages}, or add the language to handbook.yaml"),
	},
	{
		Code: UnknownRecordNamed, Severity: Error,
		Title: say("Nieznany wpis w ustawieniach", "Neznámý záznam v nastavení", "Unknown record in the settings"),
		Why: say(
			"Ustawienia podręcznika wskazują wpis, którego nie ma, więc nie zadziałają.",
			"Nastavení příručky uvádí záznam, který neexistuje, takže nebude fungovat.",
			"The settings of the handbook name a record that does not exist, so they cannot work."),
		Before: "start: PAG-100",
		After:  "start: PAG-001",
		Messages: only(
			"nie ma wpisu {target}",
			"záznam {target} neexistuje",
			"there is no record {target}"),
		Hints: texts{
			"": say(
				"popraw id albo dodaj ten wpis",
				"opravte id, nebo tento záznam přidejte",
				"correct the id or add the record"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: UnknownCode, Severity: Error,
		Title: say("Nieznany kod uwagi", "Neznámý kód zjištění", "Unknown code of a finding"),
		Why: say(
			"Ustawienie albo wpis w debt.yaml dla kodu, którego nie ma, niczego nie zmienia, choć tak wygląda.",
			"Nastavení nebo položka v debt.yaml pro kód, který neexistuje, nic nezmění, i když to tak vypadá.",
			"A setting, or an entry of debt.yaml, for a code that does not exist changes nothing, though it looks as if it did."),
		Before: "severity: {CX999: error}",
		After:  "severity: {CX512: error}",
		Messages: only(
			"nie ma uwagi o kodzie {code}",
			"zjištění s kódem {code} neexistuje",
			"there is no finding with the code {code}"),
		Hints: texts{
			"": say(
				"popraw kod; jest on podany przy każdej uwadze",
				"opravte kód; je uveden u každého zjištění",
				"correct the code; every finding shows its own"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"nemáte na mysli „{suggestion}“?",
				`did you mean "{suggestion}"?`),
		},
	},
	{
		Code: LockedSeverity, Severity: Error,
		Title: say("Waga, której nie wolno obniżyć", "Závažnost, kterou nelze snížit", "Severity that cannot be lowered"),
		Why: say(
			"Dopóki pliki, pola i odwołania są błędne, reszty podręcznika nie da się rzetelnie ocenić.",
			"Dokud jsou soubory, pole a odkazy chybné, nelze zbytek příručky poctivě posoudit.",
			"While files, fields and references are broken, the rest of the handbook cannot be judged fairly."),
		Before: "severity: {CX320: warning}",
		After:  "severity: {CX512: error}",
		Messages: only(
			"{code} zawsze jest błędem i ustawienia tego nie zmienią",
			"{code} je vždy chyba a nastavení to nezmění",
			"{code} is always an error, and the settings cannot change that"),
		Hints: only(
			"usuń ten wiersz i popraw miejsca, których dotyczy uwaga",
			"smažte tento řádek a opravte místa, kterých se zjištění týká",
			"remove this line and mend what the finding is about"),
	},
	{
		Code: ItemCycle, Severity: Error,
		Title: say("Elementy, które odwołują się do siebie w kółko", "Položky, které na sebe odkazují v kruhu", "Items that refer to each other in a circle"),
		Why: say(
			"Jeśli każdy z kroków ma nastąpić po innym z nich, żadnego nie da się zacząć.",
			"Když má každý z kroků následovat po jiném z nich, nedá se žádným začít.",
			"If each of the steps is to follow another of them, nobody can begin with any."),
		Before: "- {key: one, after: [two]}\n- {key: two, after: [one]}",
		After:  "- {key: one}\n- {key: two, after: [one]}",
		Messages: texts{
			"": say(
				"te elementy odwołują się do siebie w kółko: {cycle}",
				"tyto položky na sebe odkazují v kruhu: {cycle}",
				"these items refer to each other in a circle: {cycle}"),
			"self": say(
				"element „{key}” odwołuje się do samego siebie",
				"položka „{key}“ odkazuje sama na sebe",
				`the item "{key}" refers to itself`),
		},
		Hints: texts{
			"": say(
				"usuń jedno z tych odwołań, żeby było od czego zacząć",
				"smažte jeden z těchto odkazů, aby bylo čím začít",
				"remove one of these references, so that there is something to begin with"),
			"self": say(
				"usuń to odwołanie albo wskaż inny element",
				"smažte tento odkaz, nebo uveďte jinou položku",
				"remove the reference or name another item"),
		},
	},
	{
		Code: TermTwice, Severity: Warning,
		Title: say("Jedno słowo, dwa pojęcia", "Jedno slovo, dva pojmy", "One word, two terms"),
		Why: say(
			"Słowo w tekście prowadzi do jednego pojęcia. Gdy rości je sobie drugie, czytelnik trafi nie tam, gdzie miał.",
			"Slovo v textu vede k jednomu pojmu. Hlásí-li se k němu i druhý, čtenář se dostane jinam, než měl.",
			"A word in a text leads to one term. If a second one claims it, readers end up where they should not."),
		Before: "id: TRM-002\ntitle: complaint\nforms: [complaint, complaints, claim]",
		After:  "id: TRM-002\ntitle: complaint\nforms: [complaint, complaints]",
		Messages: only(
			"„{form}” jest już słowem pojęcia {other}",
			"„{form}“ už je slovem pojmu {other}",
			"\"{form}\" is a word of the term {other} already"),
		Hints: only(
			"usuń je stąd albo tam; do tego czasu prowadzi do {other}",
			"odstraňte ho odtud nebo odtamtud; do té doby vede k {other}",
			"remove it here or there; until then it leads to {other}"),
		Notes: texts{"other": say("tamto pojęcie", "onen pojem", "the other term")},
	},
	{
		Code: NamesSecret, Severity: Error,
		Title: say("Wpis tylko dla niektórych nazwany w tekście", "Záznam jen pro někoho jmenovaný v textu", "A record for some, named in the text"),
		Why: say(
			"Kto nie może czytać wpisu, nie powinien wiedzieć, że on istnieje. Odwołanie w polu znika ze strony razem z nim, zdania nie da się tak skreślić.",
			"Kdo záznam číst nesmí, nemá vědět, že existuje. Odkaz v poli zmizí ze stránky i s ním, větu takto vyškrtnout nelze.",
			"Whoever may not read a record should not know that there is one. A reference in a field goes from the page with it; a sentence cannot be struck out like that."),
		Before: "# POL-050: audience: [board]\nZob. [[POL-050]].",
		After:  "related: [POL-050]",
		Messages: only(
			"{target} jest tylko dla: {audience}, a ten tekst mogą czytać także inni",
			"{target} je jen pro: {audience}, ale tento text mohou číst i jiní",
			"{target} is only for {audience}, but others may read this text, too"),
		Hints: only(
			"usuń tę wzmiankę, przenieś ją do pola related albo nadaj temu wpisowi tych samych odbiorców",
			"zmínku odstraňte, přesuňte ji do pole related, nebo dejte tomuto záznamu stejné čtenáře",
			"remove the mention, move it to the field related, or give this record the same audience"),
	},
	{
		Code: EndedInSecret, Severity: Error,
		Title: say("Uchylenie, o którym czytelnicy się nie dowiedzą", "Zrušení, o kterém se čtenáři nedozvědí", "An end that readers will not hear of"),
		Why: say(
			"Kto czyta uchylane prawo, a nie może czytać wpisu, który je uchyla, będzie dalej według niego postępował.",
			"Kdo čte rušené pravidlo, ale nesmí číst záznam, který je ruší, bude se jím řídit dál.",
			"Whoever reads the law that is ended, and may not read the record that ends it, will go on following it."),
		Before: "id: POL-009\naudience: [board]\nrepeals: [POL-002]",
		After:  "id: POL-009\nrepeals: [POL-002]",
		Messages: only(
			"ten wpis jest tylko dla: {audience}, a kończy {target}, który czytają także inni",
			"tento záznam je jen pro: {audience}, ale ukončuje {target}, který čtou i jiní",
			"this record is only for {audience}, but it ends {target}, which others read, too"),
		Hints: only(
			"daj temu wpisowi tych samych odbiorców, jakich ma kończony, albo zakończ tamten w jego własnym pliku",
			"dejte tomuto záznamu stejné čtenáře, jaké má ukončovaný, nebo onen ukončete v jeho vlastním souboru",
			"give this record the readers of the one that it ends, or end that one in its own file"),
	},
	{
		Code: NarrowedAudience, Severity: Warning,
		Title: say("Wersja, której część czytelników nie zobaczy", "Verze, kterou část čtenářů neuvidí", "A version that some readers will not see"),
		Why: say(
			"Kto czyta dotychczasową wersję, a nowej czytać nie może, dowie się tylko, że prawo przestaje obowiązywać. Co ma robić potem, nie przeczyta nigdzie.",
			"Kdo čte dosavadní verzi, ale novou číst nesmí, dozví se jen, že pravidlo pozbývá účinnosti. Čím se má řídit potom, se nedočte nikde.",
			"Whoever reads the version so far, and may not read the new one, learns only that the law ends. What to do after that they read nowhere."),
		Before: "id: POL-004\nversion: 2\naudience: [board]\n# version 1: for everybody",
		After:  "id: POL-004\nversion: 2",
		Messages: only(
			"wersja {version} jest tylko dla: {audience}; inni czytają wersję {other} i dowiedzą się tylko, że obowiązuje do {until}",
			"verze {version} je jen pro: {audience}; ostatní čtou verzi {other} a dozvědí se jen, že je účinná do {until}",
			"version {version} is only for {audience}; others read version {other}, and will only be told that it is in force until {until}"),
		Hints: only(
			"nadaj obu wersjom tych samych odbiorców, a to, co jest tylko dla niektórych, przenieś do osobnego wpisu",
			"dejte oběma verzím stejné čtenáře a to, co je jen pro někoho, přesuňte do samostatného záznamu",
			"give both versions the same audience, and move what is for some only to a record of its own"),
		Notes: texts{"other": say("wersja {other}", "verze {other}", "version {other}")},
	},
}
