package diag

// scoreRules are about scorecards: CX450 to CX455.
var scoreRules = []*Rule{
	{
		Code: FailedCheck, Severity: Error,
		Title: say("Niespełnione sprawdzenie karty wyników", "Nesplněná kontrola hodnoticí karty", "Failed check of a scorecard"),
		Why: say(
			"Reguła na karcie wyników mówi, że tak być nie może. Dopóki wpis jej nie spełnia, zmiana nie wchodzi do podręcznika.",
			"Pravidlo na hodnoticí kartě říká, že to tak být nesmí. Dokud je záznam nesplní, změna se do příručky nedostane.",
			"A rule on a scorecard says that this may not be. Until the record passes, the change does not go into the handbook."),
		Before: "state: closed   (and nobody told the customers)",
		After:  "state: closed\nclosing_the_loop: {role: ROL-005, on: 2026-04-20}",
		Messages: texts{"": say(
			"nie spełnia sprawdzenia „{title}” ({card}/{check})",
			"nesplňuje kontrolu „{title}“ ({card}/{check})",
			"fails the check \"{title}\" ({card}/{check})")},
		Hints: texts{
			"": say(
				"popraw wpis albo zmień regułę na karcie {card}",
				"opravte záznam, nebo změňte pravidlo na kartě {card}",
				"correct the record, or change the rule on the scorecard {card}"),
			"fix": say("zrób tak: {fix}", "udělejte toto: {fix}", "do this: {fix}"),
		},
	},
	{
		Code: CheckWarning, Severity: Warning, Timed: true,
		Title: say("Ostrzeżenie z karty wyników", "Upozornění z hodnoticí karty", "Warning of a scorecard"),
		Why: say(
			"Reguła na karcie wyników mówi, że to wymaga uwagi. Może to sprawić sam upływ czasu, więc nie wstrzymuje publikacji.",
			"Pravidlo na hodnoticí kartě říká, že to vyžaduje pozornost. Může to způsobit pouhé plynutí času, a proto to nebrání zveřejnění.",
			"A rule on a scorecard says that this needs attention. The mere passing of time can do this, so it does not block."),
		Before: "id: TCH-009\nkey: true   (and no listening post names it)",
		After:  "id: VOC-006\ntouchpoint: TCH-009",
		Messages: texts{"": say(
			"nie spełnia sprawdzenia „{title}” ({card}/{check})",
			"nesplňuje kontrolu „{title}“ ({card}/{check})",
			"fails the check \"{title}\" ({card}/{check})")},
		Hints: texts{
			"": say(
				"popraw wpis albo zmień regułę na karcie {card}",
				"opravte záznam, nebo změňte pravidlo na kartě {card}",
				"correct the record, or change the rule on the scorecard {card}"),
			"fix": say("zrób tak: {fix}", "udělejte toto: {fix}", "do this: {fix}"),
		},
	},
	{
		Code: CheckInfo, Severity: Info, Timed: true,
		Title: say("Wskazówka z karty wyników", "Informace z hodnoticí karty", "Remark of a scorecard"),
		Why: say(
			"Reguła na karcie wyników obniża z tego powodu wynik, lecz niczego nie blokuje.",
			"Pravidlo na hodnoticí kartě kvůli tomu snižuje výsledek, ničemu však nebrání.",
			"A rule on a scorecard lowers the score for this; it blocks nothing."),
		Before: "enforced_by: procedure   (and no step carries it out)",
		After:  "steps:\n  - key: call\n    carries_out: [POL-002#first-contact]",
		Messages: texts{"": say(
			"nie spełnia sprawdzenia „{title}” ({card}/{check})",
			"nesplňuje kontrolu „{title}“ ({card}/{check})",
			"fails the check \"{title}\" ({card}/{check})")},
		Hints: texts{
			"": say(
				"popraw wpis albo zmień regułę na karcie {card}",
				"opravte záznam, nebo změňte pravidlo na kartě {card}",
				"correct the record, or change the rule on the scorecard {card}"),
			"fix": say("zrób tak: {fix}", "udělejte toto: {fix}", "do this: {fix}"),
		},
	},
	{
		Code: ScorecardExpression, Severity: Error,
		Title: say("Wyrażenie, którego nie da się policzyć", "Výraz, který nelze vypočítat", "Expression that cannot be worked out"),
		Why: say(
			"Reguły karty wyników są sprawdzane ze schematami, zanim cokolwiek policzą: literówka nie może po cichu dać zera.",
			"Pravidla hodnoticí karty se porovnávají se schématy dřív, než se cokoli počítá: překlep nesmí potichu dát nulu.",
			"The rules of a scorecard are checked against the schemas before anything is worked out: a slip must not quietly become a zero."),
		Before: "pass: onwer.vacant == false",
		After:  "pass: owner.vacant == false",
		Messages: texts{
			"syntax": say("w tym miejscu wyrażenia nie da się odczytać", "na tomto místě výraz nelze přečíst", "the expression cannot be read at this place"),
			"unknown": say(
				"wyrażenie używa nazwy {name}, której tu nie ma",
				"výraz používá jméno {name}, které tu není",
				"the expression uses the name {name}, which does not exist here"),
			"field": say(
				"wyrażenie używa pola {name}, którego tu nie ma",
				"výraz používá pole {name}, které tu není",
				"the expression uses the field {name}, which does not exist here"),
			"types": say(
				"wyrażenie łączy w tym miejscu wartości różnych rodzajów, np. tekst z liczbą",
				"výraz na tomto místě spojuje hodnoty různého druhu, např. text s číslem",
				"the expression mixes values of different kinds at this place, such as a text and a number"),
			"flag": say(
				"wyrażenie ma dawać „tak” lub „nie”, a daje co innego",
				"výraz má dávat „ano“ nebo „ne“, dává však něco jiného",
				"the expression has to give true or false, and gives something else"),
			"number": say(
				"wyrażenie ma dawać liczbę, a daje co innego",
				"výraz má dávat číslo, dává však něco jiného",
				"the expression has to give a number, and gives something else"),
			"function": say(
				"wyrażenie nie może używać {name}",
				"výraz nesmí používat {name}",
				"an expression may not use {name}"),
			"nested": say(
				"wyrażenie przechodzi przez listy zagnieżdżone głębiej niż dwa razy",
				"výraz prochází seznamy vnořenými hlouběji než dvakrát",
				"the expression goes through lists nested deeper than twice"),
			"long": say(
				"wyrażenie jest za długie",
				"výraz je příliš dlouhý",
				"the expression is too long"),
		},
		Hints: texts{
			"": say(
				"cxbook explain --values wymienia, czego mogą używać wyrażenia",
				"cxbook explain --values vypíše, co smějí výrazy používat",
				"cxbook explain --values lists what expressions may use"),
			"near": say("czy chodziło o {suggestion}?", "měli jste na mysli {suggestion}?", "did you mean {suggestion}?"),
		},
	},
	{
		Code: ScorecardRules, Severity: Error,
		Title: say("Karta wyników, której nie da się policzyć", "Hodnoticí karta, kterou nelze vypočítat", "Scorecard that cannot be worked out"),
		Why: say(
			"Karta z połową reguł dałaby liczbę, która wygląda na pełną. Dlatego taka karta nie daje żadnej.",
			"Karta s polovinou pravidel by dala číslo, které vypadá úplně. Proto taková karta nedá žádné.",
			"A scorecard with half of its rules would give a number that looks whole. So such a card gives none."),
		Before: "applies_to: initative",
		After:  "applies_to: initiative",
		Messages: texts{
			"none": say("karta nie ma reguł: ani checks, ani parts, ani value", "karta nemá pravidla: ani checks, ani parts, ani value", "the scorecard has no rules: neither checks nor parts nor value"),
			"several": say(
				"karta ma kilka rodzajów reguł naraz; może mieć tylko jeden: checks, parts albo value",
				"karta má několik druhů pravidel najednou; může mít jen jeden: checks, parts, nebo value",
				"the scorecard has several kinds of rules; it may have one: checks, parts or value"),
			"type":  say("nie ma rodzaju wpisów {type}", "druh záznamů {type} neexistuje", "there is no record type {type}"),
			"tie":   say("{key} nie jest składnikiem tej karty", "{key} není složkou této karty", "{key} is no part of this scorecard"),
			"flat":  say("składnik {key} ma tę samą wartość najgorszą i najlepszą", "složka {key} má stejnou nejhorší a nejlepší hodnotu", "the part {key} has the same worst and best"),
			"count": say("parametr {name} ma być liczbą całkowitą, co najmniej 1: {value}", "parametr {name} má být celé číslo, nejméně 1: {value}", "the parameter {name} has to be a whole number of at least 1: {value}"),
			"grace": say("parametr {name} ma być czasem, np. P30D: {value}", "parametr {name} má být doba, např. P30D: {value}", "the parameter {name} has to be a length of time, such as P30D: {value}"),
			"param": say("parametr {name} nie jest ani liczbą, ani czasem: {value}", "parametr {name} není číslo ani doba: {value}", "the parameter {name} is neither a number nor a time: {value}"),
			"code":  say("nie ma uwagi o kodzie {code}", "zjištění s kódem {code} neexistuje", "there is no finding with the code {code}"),
			"shipped": say(
				"wbudowana karta {id} nie pasuje do schematów tego podręcznika",
				"vestavěná karta {id} neodpovídá schématům této příručky",
				"the built-in scorecard {id} does not fit the schemas of this handbook"),
		},
		Hints: texts{
			"": say(
				"popraw regułę; cxbook schema scorecard pokazuje, co może zawierać karta",
				"opravte pravidlo; cxbook schema scorecard ukáže, co smí karta obsahovat",
				"correct the rule; cxbook schema scorecard shows what a scorecard may say"),
			"near":    say("czy chodziło o {suggestion}?", "měli jste na mysli {suggestion}?", "did you mean {suggestion}?"),
			"shipped": say("napisz własną kartę o tym numerze albo wyłącz ją: enabled: false", "napište vlastní kartu s tímto číslem, nebo ji vypněte: enabled: false", "write a scorecard of your own with this id, or switch it off: enabled: false"),
		},
	},
	{
		Code: PartOutOfRange, Severity: Error,
		Title: say("Ocena poza skalą", "Hodnocení mimo stupnici", "Grade off the scale"),
		Why: say(
			"Ocena spoza skali dałaby więcej lub mniej punktów, niż wolno, i zmieniła miejsca innych.",
			"Hodnocení mimo stupnici by dalo více či méně bodů, než smí, a změnilo by pořadí ostatních.",
			"A grade off the scale would earn more or fewer points than it may, and would move the others."),
		Before: "effort: 9   (the scale is 1 to 5)",
		After:  "effort: 5",
		Messages: texts{"": say(
			"„{title}” wynosi {value}, a skala sięga od {low} do {high} ({card})",
			"„{title}“ je {value}, stupnice však sahá od {low} do {high} ({card})",
			"\"{title}\" is {value}, and the scale goes from {low} to {high} ({card})")},
		Hints: texts{"": say(
			"wpisz ocenę od {low} do {high} albo zmień skalę na karcie {card}",
			"zapište hodnocení od {low} do {high}, nebo změňte stupnici na kartě {card}",
			"write a grade from {low} to {high}, or change the scale on the scorecard {card}")},
	},
}
