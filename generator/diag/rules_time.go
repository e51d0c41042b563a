package diag

// timeRules are about days of force and about records that change each other:
// CX34x from CX341 on.
var timeRules = []*Rule{
	{
		Code: DayOrder, Severity: Error,
		Title: say("Daty w złej kolejności", "Data ve špatném pořadí", "Days in the wrong order"),
		Why: say(
			"Wyższy numer to późniejsze prawo. Jeśli daty mówią co innego, nie wiadomo, które prawo obowiązuje, a wersja, która kończy się przed swoim początkiem, nie obowiązuje nigdy.",
			"Vyšší číslo znamená pozdější pravidla. Říkají-li data něco jiného, neví se, která pravidla jsou účinná, a verze, která končí před svým začátkem, není účinná nikdy.",
			"A higher number is later law. Where the days say otherwise nobody knows which law holds, and a version that ends before it begins never does."),
		Before: "complaints.v1.pl.md: effective_from: 2026-04-01\ncomplaints.v2.pl.md: effective_from: 2026-03-01",
		After:  "complaints.v1.pl.md: effective_from: 2026-04-01\ncomplaints.v2.pl.md: effective_from: 2026-07-01",
		Messages: texts{
			"": say(
				"wersja {version} ma obowiązywać od {from}, czyli wcześniej niż wersja {other} (od {before})",
				"verze {version} má být účinná od {from}, tedy dříve než verze {other} (od {before})",
				"version {version} takes effect on {from}, before version {other} does ({before})"),
			"always": say(
				"wersja {version} nie mówi, od kiedy obowiązuje, a wersja {other} mówi (od {before})",
				"verze {version} neříká, odkdy je účinná, zatímco verze {other} ano (od {before})",
				"version {version} does not say from which day it holds, but version {other} does ({before})"),
			"within": say(
				"ostatni dzień obowiązywania ({until}) jest wcześniejszy niż pierwszy ({from})",
				"poslední den účinnosti ({until}) je dříve než první ({from})",
				"the last day of force ({until}) is before the first ({from})"),
		},
		Hints: texts{
			"": say(
				"popraw effective_from w jednej z tych wersji; jeśli to inna wersja jest późniejsza, zamień ich numery",
				"opravte effective_from v jedné z těchto verzí; je-li pozdější ta druhá, prohoďte jejich čísla",
				"correct effective_from in one of the two; if the other version is the later one, exchange their numbers"),
			"always": say(
				"dopisz effective_from: pierwszy dzień tej wersji",
				"doplňte effective_from: první den této verze",
				"add effective_from: the first day of this version"),
			"within": say(
				"popraw jedną z tych dat",
				"opravte jedno z těchto dat",
				"correct one of the two days"),
		},
		Notes: texts{
			"other": say("pierwszy dzień wersji {other}", "první den verze {other}", "the first day of version {other}"),
			"from":  say("pierwszy dzień obowiązywania", "první den účinnosti", "the first day of force"),
		},
	},
	{
		Code: VersionOverlap, Severity: Error,
		Title: say("Dwie wersje obowiązują tego samego dnia", "Dvě verze účinné ve stejný den", "Two versions in force on one day"),
		Why: say(
			"Bez effective_until wersja kończy się sama dzień przed następną. Jeśli plik mówi, że trwa dłużej, są dni, na które przypadają dwie odpowiedzi.",
			"Bez effective_until verze končí sama den před tou další. Říká-li soubor, že trvá déle, jsou dny, na které připadají dvě odpovědi.",
			"Without effective_until a version ends by itself, the day before the next one. If its file says that it lasts longer, there are days with two answers."),
		Before: "complaints.v1.pl.md: effective_until: 2026-06-30\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		After:  "complaints.v1.pl.md: effective_until: 2026-03-31\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		Messages: texts{
			"": say(
				"wersja {version} obowiązuje od {from}, a wersja {other} miała obowiązywać do {until}",
				"verze {version} je účinná od {from}, ale verze {other} měla být účinná do {until}",
				"version {version} takes effect on {from}, but version {other} was to hold until {until}"),
			"record": say(
				"ten wpis zastępuje {target} od {from}, a {target} ma obowiązywać do {until}",
				"tento záznam nahrazuje {target} od {from}, ale {target} má být účinný do {until}",
				"this record takes the place of {target} on {from}, but {target} says that it holds until {until}"),
		},
		Hints: texts{
			"": say(
				"usuń effective_until w wersji {other}: kończy się ona dzień przed następną",
				"smažte effective_until ve verzi {other}: skončí den před tou další",
				"remove effective_until from version {other}: it ends the day before the next one"),
			"record": say(
				"usuń effective_until w {target}: wpis ten kończy się dzień przed następcą; albo popraw pierwszy dzień następcy",
				"smažte effective_until v {target}: ten skončí den před svým nástupcem; nebo opravte první den nástupce",
				"remove effective_until from {target}: it ends the day before its successor; or correct the successor's first day"),
		},
		Notes: texts{"until": say("tu jest ten ostatni dzień", "tady je ten poslední den", "that last day stands here")},
	},
	{
		Code: VersionGap, Severity: Warning,
		Title: say("Dni bez obowiązującej wersji", "Dny bez účinné verze", "Days on which no version holds"),
		Why: say(
			"W tych dniach nic nie obowiązuje. Czasem tak ma być, częściej ktoś pomylił datę.",
			"V těchto dnech není účinné nic. Někdy to tak má být, častěji se někdo spletl v datu.",
			"On these days nothing holds. Sometimes that is meant; more often a day was mistyped."),
		Before: "complaints.v1.pl.md: effective_until: 2026-03-13\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		After:  "complaints.v1.pl.md: effective_until: 2026-03-31\ncomplaints.v2.pl.md: effective_from: 2026-04-01",
		Messages: texts{
			"": say(
				"między wersją {other} a wersją {version} nic nie obowiązuje: od {first} do {last}",
				"mezi verzí {other} a verzí {version} není účinné nic: od {first} do {last}",
				"between version {other} and version {version} nothing holds: from {first} to {last}"),
			"record": say(
				"zanim ten wpis zastąpi {target}, nie obowiązuje nic: od {first} do {last}",
				"než tento záznam nahradí {target}, není účinné nic: od {first} do {last}",
				"before this record takes the place of {target}, nothing holds: from {first} to {last}"),
		},
		Hints: only(
			"usuń effective_until: bez niego wpis kończy się dzień przed następnym",
			"smažte effective_until: bez něj záznam končí den před tím dalším",
			"remove effective_until: without it a record ends the day before the next one"),
		Notes: texts{"until": say("tu jest ten ostatni dzień", "tady je ten poslední den", "that last day stands here")},
	},
	{
		Code: VersionRevived, Severity: Warning,
		Title: say("Wycofana wersja bez ostatniego dnia", "Stažená verze bez posledního dne", "A withdrawn version without a last day"),
		Why: say(
			"Wersja wycofana bez effective_until liczy się tak, jakby nigdy jej nie przyjęto, więc poprzednia obowiązuje dalej. Wycofując, rzadko ma się to na myśli.",
			"Verze stažená bez effective_until se počítá, jako by nikdy nebyla přijata, takže předchozí je účinná dál. Při stažení to tak málokdo myslí.",
			"A version withdrawn without effective_until counts as never adopted, so the one before it goes on. Whoever withdraws one seldom means that."),
		Before: "complaints.v1.pl.md: status: approved\ncomplaints.v2.pl.md: status: withdrawn",
		After:  "complaints.v1.pl.md: status: approved\ncomplaints.v2.pl.md: status: withdrawn, effective_until: 2026-10-31",
		Messages: only(
			"wersja {version} jest wycofana i nie mówi, do kiedy obowiązywała, więc dalej obowiązuje wersja {other}",
			"verze {version} je stažená a neříká, dokdy byla účinná, takže je dál účinná verze {other}",
			"version {version} is withdrawn and does not say until when it held, so version {other} goes on"),
		Hints: only(
			"jeśli obowiązywała, dopisz effective_until; jeśli nigdy nie weszła w życie, zmień status na draft",
			"pokud byla účinná, doplňte effective_until; pokud účinnosti nikdy nenabyla, změňte status na draft",
			"if it held, add effective_until; if it never took effect, make its status draft"),
		Notes: texts{"other": say("wersja {other}", "verze {other}", "version {other}")},
	},
	{
		Code: VersionJump, Severity: Warning,
		Title: say("Przeskok w numerach wersji", "Přeskočené číslo verze", "Version numbers that jump"),
		Why: say(
			"Porównanie pokazałoby zmiany z kilku wersji jako jedną, a starsza wersja wydawałaby się obowiązywać aż do początku następnej zachowanej. Pierwszych wersji można nie zachować.",
			"Porovnání by ukázalo změny z několika verzí jako jednu a starší verze by se zdála účinná až do začátku další zachované. První verze uchovány být nemusejí.",
			"A comparison would show the changes of several versions as one, and the earlier version would seem to hold until the next one that was kept. The first versions need not be kept."),
		Before: "complaints.v1.pl.md\ncomplaints.v3.pl.md",
		After:  "complaints.v1.pl.md\ncomplaints.v2.pl.md\ncomplaints.v3.pl.md",
		Messages: only(
			"po wersji {other} jest od razu wersja {version}; brakuje: {missing}",
			"po verzi {other} je hned verze {version}; chybí: {missing}",
			"version {version} follows version {other}; missing: {missing}"),
		Hints: only(
			"dodaj pliki brakujących wersji; jeśli nigdy ich nie było, popraw numer tej wersji",
			"doplňte soubory chybějících verzí; pokud nikdy nebyly, opravte číslo této verze",
			"add the files of the missing versions; if there never were any, correct this version's number"),
		Notes: texts{"other": say("wersja {other}", "verze {other}", "version {other}")},
	},
	{
		Code: Retroactive, Severity: Warning,
		Title: say("Prawo działające wstecz", "Pravidla účinná zpětně", "Law that reaches back"),
		Why: say(
			"Nikt nie mógł przestrzegać zasad, których jeszcze nie uchwalono. Czasem to zamierzone, na korzyść klientów, ale zwykle to pomyłka w dacie.",
			"Nikdo se nemohl řídit pravidly, která ještě nebyla schválena. Někdy je to záměr ve prospěch zákazníků, obvykle ale překlep v datu.",
			"Nobody can have followed rules that had not been decided. Sometimes that is meant, in favour of customers; usually a day was mistyped."),
		Before: "approved_on: 2026-06-12\neffective_from: 2026-06-01",
		After:  "approved_on: 2026-06-12\neffective_from: 2026-07-01",
		Messages: only(
			"obowiązuje od {from}, a zatwierdzono to dopiero {approved}",
			"účinné je to od {from}, ale schváleno to bylo až {approved}",
			"it holds from {from}, but was approved only on {approved}"),
		Hints: only(
			"popraw jedną z tych dat; jeśli ma działać wstecz, napisz w tekście, kogo to dotyczy",
			"opravte jedno z těchto dat; mají-li pravidla působit zpětně, napište v textu, koho se to týká",
			"correct one of the two days; if it is to reach back, say in the text for whom"),
		Notes: texts{"approved": say("dzień zatwierdzenia", "den schválení", "the day of approval")},
	},
	{
		Code: AmendmentCircle, Severity: Error,
		Title: say("Wpisy, które zmieniają się nawzajem w kółko", "Záznamy, které se mění navzájem v kruhu", "Records that change each other in a circle"),
		Why: say(
			"Z dwóch wpisów tylko jeden może być późniejszy. Jeśli każdy zmienia, zastępuje albo uchyla drugi, nie wiadomo, który obowiązuje.",
			"Ze dvou záznamů může být pozdější jen jeden. Když každý mění, nahrazuje nebo ruší ten druhý, neví se, který je účinný.",
			"Of two records only one can be the later. If each amends, replaces or repeals the other, nobody knows which of them holds."),
		Before: "POL-004: supersedes: [POL-009]\nPOL-009: supersedes: [POL-004]",
		After:  "POL-004: supersedes: [POL-009]",
		Messages: texts{
			"": say(
				"te wpisy zmieniają, zastępują lub uchylają się nawzajem w kółko: {cycle}",
				"tyto záznamy se mění, nahrazují nebo ruší navzájem v kruhu: {cycle}",
				"these records amend, replace or repeal each other in a circle: {cycle}"),
			"self": say(
				"{target} wymienia sam siebie",
				"{target} uvádí sám sebe",
				"{target} names itself"),
		},
		Hints: texts{
			"": say(
				"usuń odwołanie we wpisie, który jest starszy",
				"smažte odkaz v záznamu, který je starší",
				"remove the reference from the record that is the older"),
			"self": say(
				"usuń to odwołanie; że nowa wersja zmienia poprzednią, mówi już jej numer",
				"smažte tento odkaz; že nová verze mění předchozí, říká už její číslo",
				"remove the reference; that a new version changes the one before is said by its number"),
		},
		Notes: texts{"link": say("tu {from} wymienia {target}", "tady {from} uvádí {target}", "here {from} names {target}")},
	},
	{
		Code: EndedTwice, Severity: Error,
		Title: say("Wpis zakończony dwa razy", "Záznam ukončený dvakrát", "A record ended twice"),
		Why: say(
			"Prawo kończy się raz. Przy dwóch końcach czytelnik nie wie, od kiedy i co obowiązuje zamiast niego. Jeden wpis mogą zastąpić dwa, jeśli od tego samego dnia.",
			"Pravidla končí jednou. U dvou konců čtenář neví, odkdy a co je účinné místo nich. Jeden záznam mohou nahradit dva, pokud od stejného dne.",
			"Law ends once. With two ends readers do not know since when, and what holds in its place. Two records may replace one, if they do so on the same day."),
		Before: "POL-004: supersedes: [POL-009], from 2025-03-01\nPOL-010: repeals: [POL-009], from 2026-01-01",
		After:  "POL-004: supersedes: [POL-009], from 2025-03-01",
		Messages: texts{
			"": say(
				"ten wpis kończy {target} {date}, a zrobił to już {other} ({before})",
				"tento záznam ukončuje {target} dne {date}, ale to už udělal {other} ({before})",
				"this record ends {target} on {date}, but {other} has done that already ({before})"),
			"both": say(
				"ten wpis kończy {target} {date}, ale inaczej niż {other}: jeden zastępuje, drugi uchyla",
				"tento záznam ukončuje {target} dne {date}, ale jinak než {other}: jeden nahrazuje, druhý ruší",
				"this record ends {target} on {date}, but not as {other} does: one replaces, the other repeals it"),
			"same": say(
				"ten wpis i zastępuje {target}, i uchyla",
				"tento záznam {target} nahrazuje i ruší",
				"this record both replaces and repeals {target}"),
		},
		Hints: texts{
			"": say(
				"zostaw tylko jedno z tych odwołań",
				"ponechte jen jeden z těchto odkazů",
				"keep one of the two references"),
			"same": say(
				"zostaw supersedes, jeśli ten wpis wchodzi na jego miejsce; inaczej zostaw repeals",
				"ponechte supersedes, nastupuje-li tento záznam na jeho místo; jinak ponechte repeals",
				"keep supersedes if this record takes its place, else repeals"),
		},
		Notes: texts{"other": say("drugie zakończenie", "druhé ukončení", "the other end")},
	},
	{
		Code: VainAmendment, Severity: Error,
		Title: say("Zmiana czegoś, co nie obowiązuje", "Změna něčeho, co není účinné", "A change of what does not hold"),
		Why: say(
			"Nie da się zakończyć tego, co się jeszcze nie zaczęło, ani zmienić tego, co już się skończyło. Jedna z dat albo numer wpisu jest pomyłką.",
			"Nelze ukončit, co ještě nezačalo, ani změnit, co už skončilo. Některé z dat nebo číslo záznamu je omyl.",
			"What has not begun cannot be ended, and what is over cannot be changed. One of the days, or the number of the record, is a mistake."),
		Before: "POL-004: supersedes: [POL-009], effective_from: 2025-03-01\nPOL-009: effective_from: 2025-06-01",
		After:  "POL-004: supersedes: [POL-009], effective_from: 2025-03-01\nPOL-009: effective_from: 2023-05-01",
		Messages: texts{
			"": say(
				"ten wpis kończy {target} {date}, ale wersja {version} wpisu {target} zaczyna obowiązywać dopiero {begins}",
				"tento záznam ukončuje {target} dne {date}, ale verze {version} záznamu {target} nabývá účinnosti až {begins}",
				"this record ends {target} on {date}, but version {version} of {target} takes effect only on {begins}"),
			"over": say(
				"ten wpis obowiązuje od {date}, a {target} nie obowiązuje już od {ended}",
				"tento záznam je účinný od {date}, ale {target} není účinný už od {ended}",
				"this record takes effect on {date}, but {target} has not held since {ended}"),
			"never": say(
				"{target} to dopiero projekt: nie ma czego zmieniać ani kończyć",
				"{target} je zatím jen návrh: není co měnit ani ukončovat",
				"{target} is only a draft: there is nothing to change or to end"),
		},
		Hints: texts{
			"": say(
				"popraw jedną z tych dat; to, co ma obowiązywać po uchyleniu, potrzebuje nowego numeru wpisu",
				"opravte jedno z těchto dat; co má být účinné po zrušení, potřebuje nové číslo záznamu",
				"correct one of the two days; what is to hold after a repeal needs a record of its own"),
			"over": say(
				"popraw datę albo wskaż wpis, który wtedy obowiązuje",
				"opravte datum, nebo uveďte záznam, který je tehdy účinný",
				"correct the day, or name the record that holds then"),
			"never": say(
				"usuń to odwołanie albo wskaż wpis, który jest zatwierdzony",
				"smažte tento odkaz, nebo uveďte záznam, který je schválen",
				"remove the reference, or name a record that is approved"),
		},
		Notes: texts{
			"begins": say("tu zaczyna obowiązywać", "tady nabývá účinnosti", "it takes effect here"),
			"ended":  say("tu się kończy", "tady končí", "it ends here"),
		},
	},
}
