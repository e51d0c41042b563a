package diag

// dataRules are about data files beside records: CX43x.
var dataRules = []*Rule{
	{
		Code: BadTable, Severity: Error,
		Title: say("Plik danych nie jest tabelą", "Datový soubor není tabulka", "A data file that is no table"),
		Why: say(
			"Z tego pliku liczone są wyniki. Wiersz, którego nie da się przypisać do kolumn, zmieniłby je po cichu.",
			"Z tohoto souboru se počítají výsledky. Řádek, který nejde přiřadit ke sloupcům, by je potichu změnil.",
			"Figures are computed from this file. A row that does not fit its columns would change them in silence."),
		Before: "version,people,acknowledged,on\n2,40,2026-05-04",
		After:  "version,people,acknowledged,on\n2,40,38,2026-05-04",
		Messages: texts{
			"": say(
				"tu cudzysłów jest otwarty albo zamknięty w złym miejscu",
				"uvozovky tu začínají nebo končí na nesprávném místě",
				"a quotation mark is opened or closed in the wrong place here"),
			"empty": say(
				"plik danych jest pusty: brak wiersza z nazwami kolumn",
				"datový soubor je prázdný: chybí řádek s názvy sloupců",
				"the data file is empty: there is no row with the names of the columns"),
			"cells": say(
				"wiersz ma tyle wartości: {cells}, a kolumn jest {columns}",
				"řádek má tolik hodnot: {cells}, ale sloupců je {columns}",
				"the row has {cells} values, but there are {columns} columns"),
			"twice": say(
				"w pliku są dwie kolumny „{column}” i nie wiadomo, z której brać wartości",
				"v souboru jsou dva sloupce „{column}“ a není jasné, ze kterého brát hodnoty",
				"two columns are called \"{column}\", and nobody can tell which one counts"),
			"returns": say(
				"wiersze pliku kończą się tak jak na starych komputerach Mac, więc cały plik jest jednym wierszem",
				"řádky souboru končí jako na starých počítačích Mac, takže celý soubor je jediný řádek",
				"the lines end as on old Macs, so the whole file is one line"),
		},
		Hints: texts{
			"": say(
				"usuń zbędny cudzysłów; cudzysłów wewnątrz wartości pisze się podwójnie",
				"smažte přebytečné uvozovky; uvozovky uvnitř hodnoty se píšou dvakrát",
				"delete the mark that is too many; a mark within a value is written twice"),
			"empty": say(
				"wpisz w pierwszym wierszu nazwy kolumn, a pod nim dane",
				"napište na první řádek názvy sloupců a pod něj data",
				"write the names of the columns in the first row and the data below"),
			"cells": say(
				"dopisz brakujące wartości albo usuń zbędne; puste miejsce też potrzebuje separatora",
				"doplňte chybějící hodnoty nebo přebytečné smažte; i prázdné místo potřebuje oddělovač",
				"add what is missing or delete what is too many; an empty value needs its separator, too"),
			"twice": say(
				"zmień nazwę jednej z tych kolumn albo ją usuń",
				"jeden z těchto sloupců přejmenujte nebo smažte",
				"rename one of the columns, or delete it"),
			"returns": say(
				"zapisz go ponownie: w Excelu jako „CSV UTF-8”, nie „CSV (Macintosh)”",
				"uložte ho znovu: v Excelu jako „CSV UTF-8“, ne „CSV (Macintosh)“",
				"save it again: in Excel as \"CSV UTF-8\", not \"CSV (Macintosh)\""),
		},
	},
	{
		Code: MissingColumn, Severity: Error,
		Title: say("Brak kolumny w pliku danych", "V datovém souboru chybí sloupec", "A data file lacks a column"),
		Why: say(
			"Bez tej kolumny nie da się policzyć wyniku.",
			"Bez tohoto sloupce nelze výsledek spočítat.",
			"Without this column the figure cannot be computed."),
		Before: "version,all,acknowledged,on\n2,40,38,2026-05-04",
		After:  "version,people,acknowledged,on\n2,40,38,2026-05-04",
		Messages: only(
			"w pliku danych brakuje kolumny „{column}”",
			"v datovém souboru chybí sloupec „{column}“",
			"the data file has no column \"{column}\""),
		Hints: texts{
			"": say(
				"potrzebne są kolumny: {columns}",
				"potřebné sloupce: {columns}",
				"the columns that are needed: {columns}"),
			"near": say(
				"zmień nazwę kolumny „{suggestion}” na „{column}”",
				"přejmenujte sloupec „{suggestion}“ na „{column}“",
				"rename the column \"{suggestion}\" to \"{column}\""),
		},
	},
	{
		Code: BadValue, Severity: Error,
		Title: say("Zła wartość w pliku danych", "Nesprávná hodnota v datovém souboru", "A wrong value in a data file"),
		Why: say(
			"Wartość, której nie da się odczytać, nie może po cichu wypaść z wyniku.",
			"Hodnota, kterou nejde přečíst, nesmí z výsledku potichu vypadnout.",
			"A value that cannot be read must not drop out of a figure in silence."),
		Before: "version,people,acknowledged,on\n2,40,wszyscy,4.05.2026",
		After:  "version,people,acknowledged,on\n2,40,40,2026-05-04",
		Messages: texts{
			"count": say(
				"w kolumnie „{column}” ma być liczba całkowita, a jest „{value}”",
				"ve sloupci „{column}“ má být celé číslo, ale je tam „{value}“",
				"the column \"{column}\" takes a whole number, not \"{value}\""),
			"date": say(
				"w kolumnie „{column}” ma być dzień, a jest „{value}”",
				"ve sloupci „{column}“ má být den, ale je tam „{value}“",
				"the column \"{column}\" takes a day, not \"{value}\""),
			"day": say(
				"w kolumnie „{column}” ma być dzień, a jest „{value}”",
				"ve sloupci „{column}“ má být den, ale je tam „{value}“",
				"the column \"{column}\" takes a day, not \"{value}\""),
			"number": say(
				"w kolumnie „{column}” ma być liczba, a jest „{value}”",
				"ve sloupci „{column}“ má být číslo, ale je tam „{value}“",
				"the column \"{column}\" takes a number, not \"{value}\""),
			"answer": say(
				"w kolumnie „{column}” ma być „tak” albo „nie”, a jest „{value}”",
				"ve sloupci „{column}“ má být „ano“ nebo „ne“, ale je tam „{value}“",
				"the column \"{column}\" takes \"yes\" or \"no\", not \"{value}\""),
			"case": say(
				"„{value}” nie jest rodzajem sprawy",
				"„{value}“ není druh případu",
				"\"{value}\" is not a kind of case"),
			"listening": say(
				"„{value}” nie jest numerem żadnego źródła głosu klienta",
				"„{value}“ není číslo žádného zdroje zpětné vazby",
				"\"{value}\" is not the id of a listening post"),
			"channel": say(
				"kanału „{value}” nie ma na liście kanałów podręcznika",
				"komunikační kanál „{value}“ není v seznamu kanálů příručky",
				"the channel \"{value}\" is not among the handbook's channels"),
			"department": say(
				"„{value}” nie jest numerem żadnego działu",
				"„{value}“ není číslo žádného oddělení",
				"\"{value}\" is not the id of a department"),
			"role": say(
				"„{value}” nie jest numerem żadnej roli",
				"„{value}“ není číslo žádné role",
				"\"{value}\" is not the id of a role"),
			"": say(
				"nie ma wersji {value}; najnowsza to {versions}",
				"verze {value} neexistuje; nejnovější je {versions}",
				"there is no version {value}; the newest is {versions}"),
		},
		Hints: texts{
			"": say("popraw tę wartość", "opravte tuto hodnotu", "correct this value"),
			"count": say(
				"wpisz liczbę od 0 w górę, bez jednostek, np. 38",
				"napište číslo od 0 výš, bez jednotek, např. 38",
				"write a number from 0 up, without a unit, for example 38"),
			"date": say(
				"napisz dzień jako RRRR-MM-DD, np. 2026-05-04",
				"napište den jako RRRR-MM-DD, např. 2026-05-04",
				"write the day as YYYY-MM-DD, for example 2026-05-04"),
			"day": say(
				"napisz dzień jako RRRR-MM-DD, np. 2026-05-04; przy ukośnikach nie wiadomo, co jest miesiącem",
				"napište den jako RRRR-MM-DD, např. 2026-05-04; u lomítek není jasné, co je měsíc",
				"write the day as YYYY-MM-DD, for example 2026-05-04; between slashes nobody can tell the month from the day"),
			"number": say(
				"wpisz samą liczbę, bez jednostek; części dziesiętne po przecinku albo kropce, np. 1234,5",
				"napište samotné číslo bez jednotky, desetiny za čárkou nebo tečkou, např. 1234,5",
				"write the number alone, without a unit, its decimals after a point or a comma, for example 1234.5"),
			"channel": say(
				"popraw tę wartość albo dopisz kanał w handbook.yaml, w polu channels",
				"opravte tuto hodnotu, nebo doplňte kanál v handbook.yaml do pole channels",
				"correct this value, or add the channel to channels in handbook.yaml"),
			"case": say(
				"możliwe są: enquiry, complaint, claim, opinion",
				"možné hodnoty: enquiry, complaint, claim, opinion",
				"the kinds are: enquiry, complaint, claim, opinion"),
		},
	},
	{
		Code: PersonalData, Severity: Error,
		Title: say("Dane osobowe w pliku danych", "Osobní údaje v datovém souboru", "Personal data in a data file"),
		Why: say(
			"Repozytorium pamięta wszystko na zawsze i czyta je wiele osób. Podręcznik potrzebuje liczb, nie nazwisk.",
			"Repozitář si pamatuje všechno navždy a čte ho mnoho lidí. Příručka potřebuje počty, ne jména.",
			"A repository remembers everything for good, and many read it. The handbook needs counts, not names."),
		Before: "version,imię,acknowledged,on\n2,Anna,1,2026-05-04",
		After:  "version,people,acknowledged,on\n2,40,38,2026-05-04",
		Messages: texts{
			"": say(
				"kolumna „{column}” wygląda na dane osobowe",
				"sloupec „{column}“ vypadá na osobní údaje",
				"the column \"{column}\" looks like personal data"),
			"mail": say(
				"w kolumnie „{column}” jest adres e-mail",
				"ve sloupci „{column}“ je e-mailová adresa",
				"there is an e-mail address in the column \"{column}\""),
			"phone": say(
				"w kolumnie „{column}” jest numer telefonu",
				"ve sloupci „{column}“ je telefonní číslo",
				"there is a telephone number in the column \"{column}\""),
		},
		Hints: texts{
			"": say(
				"usuń te dane, zanim plik trafi do repozytorium; podręcznik potrzebuje tylko ocen i liczb",
				"odstraňte tyto údaje dřív, než se soubor dostane do repozitáře; příručka potřebuje jen hodnocení a počty",
				"remove it before the file gets into the repository; the handbook needs scores and counts alone"),
			"column": say(
				"usuń z pliku całą kolumnę „{column}”, zanim trafi on do repozytorium",
				"smažte ze souboru celý sloupec „{column}“ dřív, než se dostane do repozitáře",
				"delete the whole column \"{column}\" before the file gets into the repository"),
		},
	},
	{
		Code: MoreThanAll, Severity: Error,
		Title: say("Więcej osób, niż jest wszystkich", "Víc lidí, než jich je", "More people than there are"),
		Why: say(
			"Część nie może być większa od całości; jedna z liczb jest błędna.",
			"Část nemůže být větší než celek; jedno z čísel je chybné.",
			"A part cannot be larger than the whole; one of the numbers is wrong."),
		Before: "version,people,acknowledged,on\n2,40,48,2026-05-04",
		After:  "version,people,acknowledged,on\n2,48,40,2026-05-04",
		Messages: only(
			"{part} z {whole} osób to więcej niż wszyscy",
			"{part} z {whole} lidí je víc než všichni",
			"{part} of {whole} people is more than all of them"),
		Hints: only("popraw jedną z liczb", "opravte jedno z čísel", "correct one of the numbers"),
	},
	{
		Code: RowTwice, Severity: Error,
		Title: say("Dwa wiersze o tym samym", "Dva řádky o témže", "Two rows about the same"),
		Why: say(
			"Nie wiadomo, która liczba obowiązuje.",
			"Není jasné, které číslo platí.",
			"Nobody can tell which number holds."),
		Before: "version,people,acknowledged,on\n2,40,38,2026-05-04\n2,40,39,2026-05-04",
		After:  "version,people,acknowledged,on\n2,40,38,2026-05-04\n2,40,39,2026-05-11",
		Messages: texts{
			"": say(
				"inny wiersz podaje już liczby tych samych osób na dzień {on}",
				"jiný řádek už uvádí počty týchž lidí ke dni {on}",
				"another row gives the numbers of the same people on {on}"),
			"crosses": say(
				"część tych osób może być też w innym wierszu, więc nie wiadomo, ile ich jest razem",
				"někteří z těchto lidí mohou být i v jiném řádku, takže není jasné, kolik jich je dohromady",
				"some of these people may be in another row, too, so nobody can tell how many there are in all"),
			"value": say(
				"wartość z dnia {on} podaje już inny wiersz",
				"hodnotu ke dni {on} uvádí už jiný řádek",
				"another row gives the value of {on}"),
		},
		Hints: texts{
			"": say(
				"zostaw jeden z tych wierszy albo popraw dzień",
				"nechte jeden z těchto řádků nebo opravte den",
				"keep one of the rows, or correct the day"),
			"crosses": say(
				"licz według działów i ról razem albo tylko według jednego z nich",
				"počítejte podle oddělení a rolí zároveň, nebo jen podle jednoho z nich",
				"count by department and role together, or by one of them alone"),
		},
		Notes: texts{"first": say("tu jest ten drugi", "tady je ten druhý", "the other one stands here")},
	},
	{
		Code: OutOfScale, Severity: Error,
		Title: say("Wartość spoza skali", "Hodnota mimo stupnici", "A value outside its scale"),
		Why: say(
			"Takiej odpowiedzi nikt nie mógł dać. Policzona razem z innymi po cichu zmieniłaby wynik.",
			"Takovou odpověď nikdo dát nemohl. Započítaná mezi ostatní by výsledek potichu změnila.",
			"Nobody can have given this answer. Counted with the others it would change the figure in silence."),
		Before: "date,score\n2026-09-04,11",
		After:  "date,score\n2026-09-04,10",
		Messages: texts{
			"": say(
				"{value} jest poza skalą od {min} do {max}",
				"{value} je mimo stupnici od {min} do {max}",
				"{value} is outside the scale of {min} to {max}"),
			"whole": say(
				"{value} leży między dwiema ocenami skali od {min} do {max}",
				"{value} leží mezi dvěma stupni stupnice od {min} do {max}",
				"{value} lies between two marks of the scale of {min} to {max}"),
		},
		Hints: only(
			"popraw wartość albo skalę wskaźnika (pole scale)",
			"opravte hodnotu nebo stupnici ukazatele (pole scale)",
			"correct the value, or the metric's scale (field scale)"),
	},
	{
		Code: MixedSeries, Severity: Error,
		Title: say("Dwa różne pytania w jednym szeregu", "Dvě různé otázky v jedné řadě", "Two different questions in one series"),
		Why: say(
			"Ocena całej relacji i ocena jednego zdarzenia mówią o czym innym. Wspólny wynik zmienia się od samej liczby odpowiedzi na jedno z pytań.",
			"Hodnocení celého vztahu a hodnocení jedné události vypovídají o různých věcech. Společný výsledek se mění už jen s počtem odpovědí na jednu z otázek.",
			"A score of the whole relation and one of a single event speak of different things. Their common figure moves with the mere number of answers to either."),
		Before: "date,score,listening\n2026-09-04,9,VOC-001\n2026-09-04,10,VOC-004",
		After:  "date,score,listening\n2026-09-04,9,VOC-001",
		Messages: texts{
			"": say(
				"odpowiedzi z {post} i wcześniejsze w tym pliku dotyczą różnych rzeczy: całej relacji i jednego zdarzenia",
				"odpovědi z {post} a dřívější odpovědi v tomto souboru se týkají různých věcí: celého vztahu a jedné události",
				"the answers of {post} and the earlier ones of this file are about different things: the whole relation and one event"),
			"relational": say(
				"wskaźnik pyta o całą relację, a {post} o jedno zdarzenie",
				"ukazatel se ptá na celý vztah, ale {post} na jednu událost",
				"the metric asks about the whole relation, but {post} about one event"),
			"transactional": say(
				"wskaźnik pyta o jedno zdarzenie, a {post} o całą relację",
				"ukazatel se ptá na jednu událost, ale {post} na celý vztah",
				"the metric asks about one event, but {post} about the whole relation"),
		},
		Hints: only(
			"przenieś te odpowiedzi do osobnego wskaźnika",
			"přesuňte tyto odpovědi do samostatného ukazatele",
			"move these answers to a metric of their own"),
	},
	{
		Code: CaseOrder, Severity: Error,
		Title: say("Sprawa załatwiona, zanim wpłynęła", "Případ vyřízený dřív, než vznikl", "A case settled before it was opened"),
		Why: say(
			"Czas do odpowiedzi liczy się od dnia wpłynięcia. Data sprzed niego jest pomyłką i poprawiałaby wynik.",
			"Doba do odpovědi se počítá ode dne, kdy případ vznikl. Dřívější datum je chyba a výsledek by vylepšilo.",
			"Time is counted from the day on which a case was opened. An earlier day is a slip, and would flatter the figure."),
		Before: "opened,customer_informed\n2026-09-04,2026-08-09",
		After:  "opened,customer_informed\n2026-09-04,2026-09-08",
		Messages: only(
			"{date} jest wcześniej niż dzień wpłynięcia sprawy, {opened}",
			"{date} je dřív než den, kdy případ vznikl ({opened})",
			"{date} is before the day on which the case was opened, {opened}"),
		Hints: only("popraw jedną z dat", "opravte jedno z dat", "correct one of the dates"),
	},
	{
		Code: UnknownTopic, Severity: Error,
		Title: say("Temat spoza listy", "Téma mimo seznam", "A topic that is not on the list"),
		Why: say(
			"Tematy porównuje się w czasie, dlatego ich lista jest zamknięta. Nowa pisownia byłaby nowym tematem.",
			"Témata se srovnávají v čase, a proto je jejich seznam uzavřený. Jiný zápis by byl novým tématem.",
			"Topics are compared over time, so their list is closed. Another spelling would be another topic."),
		Before: "opened,customer_informed,topic\n2026-09-04,2026-09-08,Delivery!",
		After:  "opened,customer_informed,topic\n2026-09-04,2026-09-08,delivery",
		Messages: only(
			"tematu „{topic}” nie ma na liście tego źródła",
			"téma „{topic}“ není v seznamu tohoto zdroje",
			"the topic \"{topic}\" is not on the list of this listening post"),
		Hints: texts{
			"": say(
				"użyj jednego z tematów z pola topics: {topics}",
				"použijte jedno z témat z pole topics: {topics}",
				"use one of the topics in the field topics: {topics}"),
			"near": say(
				"czy chodziło o „{suggestion}”?",
				"nemělo to být „{suggestion}“?",
				"did you mean \"{suggestion}\"?"),
		},
	},
}
