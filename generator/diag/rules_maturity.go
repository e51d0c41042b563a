package diag

// maturityRules are about assessments of maturity: CX470 to CX477.
var maturityRules = []*Rule{
	{
		Code: CompetencyCount, Severity: Error,
		Title: say("Kompetencja pominięta lub podwójna", "Kompetence vynechaná nebo uvedená dvakrát", "A competency left out or assessed twice"),
		Why: say(
			"Średnia i najsłabsze ogniwo są prawdziwe tylko wtedy, gdy każda kompetencja modelu jest oceniona dokładnie raz.",
			"Průměr a nejslabší článek platí jen tehdy, je-li každá kompetence modelu hodnocena právě jednou.",
			"The mean and the weakest link are true only if every competency of the model is assessed exactly once."),
		Before: "scores:\n  - {key: loop, competency: loop, level: 3}\n  - {key: loop-2, competency: loop, level: 2}",
		After:  "scores:\n  - {key: loop, competency: loop, level: 3}\n  - {key: rules, competency: rules, level: 2}",
		Messages: texts{
			"": say(
				"diagnoza nie mówi nic o kompetencji „{key}” z modelu {model}",
				"hodnocení neříká nic o kompetenci „{key}“ z modelu {model}",
				"the assessment says nothing about the competency \"{key}\" of {model}"),
			"twice": say(
				"kompetencja „{key}” jest oceniona po raz drugi",
				"kompetence „{key}“ je hodnocena podruhé",
				"the competency \"{key}\" is assessed a second time"),
		},
		Hints: texts{
			"": say(
				"dopisz jej poziom albo napisz w not_applicable, dlaczego jej tu nie ma",
				"doplňte její úroveň, nebo do not_applicable napište, proč se tu nehodnotí",
				"add its level, or say in not_applicable why it does not apply here"),
			"twice": say(
				"zostaw jedną ocenę, tę uzgodnioną",
				"nechte jedno hodnocení, to dohodnuté",
				"keep one of the two, the one that was agreed on"),
		},
		Notes: texts{"first": say("tu jest oceniona po raz pierwszy", "tady je hodnocena poprvé", "it is assessed for the first time here")},
	},
	{
		Code: UnknownCompetency, Severity: Error,
		Title: say("Nieznana kompetencja", "Neznámá kompetence", "An unknown competency"),
		Why: say(
			"Ocena kompetencji, której model nie ma, nie wchodzi do żadnego wyniku.",
			"Hodnocení kompetence, kterou model nemá, se nepočítá do žádného výsledku.",
			"A level of a competency that the model does not have counts towards nothing."),
		Before: "scores:\n  - {key: lop, competency: lop, level: 3}",
		After:  "scores:\n  - {key: loop, competency: loop, level: 3}",
		Messages: only(
			"model {model} nie ma kompetencji „{key}”",
			"model {model} nemá kompetenci „{key}“",
			"{model} has no competency \"{key}\""),
		Hints: texts{
			"": say(
				"wpisz klucz jednej z kompetencji modelu",
				"napište klíč některé z kompetencí modelu",
				"write the key of one of the model's competencies"),
			"near": say(
				"czy chodzi o „{suggestion}”?",
				"neměli jste na mysli „{suggestion}“?",
				"did you mean \"{suggestion}\"?"),
		},
	},
	{
		Code: LevelOutside, Severity: Error,
		Title: say("Poziom spoza modelu", "Úroveň mimo model", "A level that the model does not have"),
		Why: say(
			"Poziom znaczy to, co mówi o nim model. Czego model nie opisuje, tego nie da się ani porównać, ani policzyć.",
			"Úroveň znamená to, co o ní říká model. Co model nepopisuje, nejde porovnat ani spočítat.",
			"A level means what the model says of it. What the model does not describe can be neither compared nor counted."),
		Before: "scores:\n  - {key: loop, competency: loop, level: 6}",
		After:  "scores:\n  - {key: loop, competency: loop, level: 5}",
		Messages: only(
			"poziomu {level} nie ma: najwyższy w modelu to {highest}",
			"úroveň {level} neexistuje: nejvyšší v modelu je {highest}",
			"there is no level {level}: the highest of the model is {highest}"),
		Hints: only(
			"wpisz jeden z poziomów modelu, od 1 do {highest}",
			"napište některou z úrovní modelu, od 1 do {highest}",
			"write one of the model's levels, from 1 to {highest}"),
	},
	{
		Code: OverallWrong, Severity: Error,
		Title: say("Ocena ogólna inna niż wynik metody", "Celkové hodnocení jiné, než dává metoda", "An overall level that its method does not give"),
		Why: say(
			"Zarząd czyta najpierw tę liczbę. Musi wynikać z poziomów kompetencji, a nie z pamięci.",
			"Vedení čte nejdřív toto číslo. Musí vyplývat z úrovní kompetencí, ne z paměti.",
			"The board reads this number first. It has to follow from the levels, not from somebody's memory."),
		Before: "overall: {value: 3, method: lowest}  # poziomy 2, 3, 3",
		After:  "overall: {value: 2, method: lowest}  # poziomy 2, 3, 3",
		Messages: texts{
			"": say(
				"ocena ogólna {value} nie jest średnią poziomów, która wynosi {right}",
				"celkové hodnocení {value} není průměrem úrovní, ten je {right}",
				"the overall level {value} is not the mean of the levels, which is {right}"),
			"lowest": say(
				"ocena ogólna {value} nie jest najniższym z poziomów, którym jest {right}",
				"celkové hodnocení {value} není nejnižší z úrovní, tou je {right}",
				"the overall level {value} is not the lowest of the levels, which is {right}"),
		},
		Hints: only(
			"wpisz {right} albo popraw poziom, który się nie zgadza",
			"napište {right}, nebo opravte úroveň, která nesedí",
			"write {right}, or correct the level that is wrong"),
	},
	{
		Code: OverallJudged, Severity: Warning,
		Title: say("Ocena ogólna z osądu", "Celkové hodnocení podle úsudku", "An overall level that was judged"),
		Why: say(
			"Osądu nikt nie policzy drugi raz. Czytelnik powinien zobaczyć obok niego liczby, które wynikają z poziomów.",
			"Úsudek nikdo nespočítá podruhé. Čtenář má vedle něj vidět čísla, která vyplývají z úrovní.",
			"Nobody can compute a judgement again. Readers should see the figures beside it that follow from the levels."),
		Before: "overall: {value: 3, method: judgement}",
		After:  "overall: {value: 2, method: lowest}",
		Messages: only(
			"ocena ogólna {value} to osąd: średnia poziomów wynosi {mean}, a najniższy to {lowest}",
			"celkové hodnocení {value} je úsudek: průměr úrovní je {mean} a nejnižší je {lowest}",
			"the overall level {value} is a judgement: the mean of the levels is {mean}, the lowest is {lowest}"),
		Hints: only(
			"wybierz metodę lowest albo mean, a osąd zapisz w note",
			"zvolte metodu lowest nebo mean a úsudek zapište do note",
			"choose the method lowest or mean, and put the judgement into note"),
	},
	{
		Code: TimelessEvidence, Severity: Warning,
		Title: say("Dowód ważny od nie wiadomo kiedy", "Doklad platný neznámo odkdy", "Evidence valid from no day"),
		Why: say(
			"Dowód się starzeje. Czas ważności mówi coś dopiero razem z dniem, od którego biegnie; bez niego dowód się nie liczy.",
			"Doklad stárne. Doba platnosti něco říká až se dnem, od kterého běží; bez něj se doklad nepočítá.",
			"Evidence grows old. How long it is valid says something only with the day from which that counts; without it the evidence proves nothing."),
		Before: "evidence:\n  - {ref: VOC-001, proves: 3, kind: data, valid_for: P12M}",
		After:  "evidence:\n  - {ref: VOC-001, proves: 3, kind: data, on: 2026-10-07, valid_for: P12M}",
		Messages: only(
			"dowód ma czas ważności, lecz nie wiadomo, od którego dnia",
			"doklad má dobu platnosti, ale není jasné, od kterého dne",
			"the evidence is valid for some time, but nobody knows from which day"),
		Hints: only(
			"dopisz w polu on dzień, o którym dowód mówi",
			"doplňte do pole on den, o kterém doklad vypovídá",
			"write in the field on the day that it speaks of"),
	},
	{
		Code: LevelUnproven, Severity: Warning, Timed: true,
		Title: say("Poziom deklarowany, lecz nieudokumentowany", "Úroveň deklarovaná, ale nedoložená", "A level claimed but not proven"),
		Why: say(
			"Od poziomu, który tego wymaga, deklaracja nie wystarcza: każdy poziom potrzebuje aktualnego dowodu, i to nie samego dokumentu.",
			"Od úrovně, která to vyžaduje, prohlášení nestačí: každá úroveň potřebuje aktuální doklad, a ne pouhý dokument.",
			"From some level on a claim is not enough: each level needs evidence that is good today, and not a document alone."),
		Before: "- {key: loop, competency: loop, level: 3}",
		After:  "- key: loop\n  competency: loop\n  level: 3\n  evidence:\n    - {ref: VOC-001, proves: 3, kind: data, on: 2026-10-07, valid_for: P12M}",
		Messages: texts{
			"none": say(
				"„{name}”: deklarowany poziom {claimed}, udokumentowany {provable}; na poziom {level} nie ma żadnego dowodu",
				"„{name}“: deklarovaná úroveň {claimed}, doložená {provable}; úroveň {level} nemá žádný doklad",
				"\"{name}\": level {claimed} is claimed, {provable} is provable; there is no evidence of level {level}"),
			"documents": say(
				"„{name}”: deklarowany poziom {claimed}, udokumentowany {provable}; poziom {level} potwierdzają tylko dokumenty",
				"„{name}“: deklarovaná úroveň {claimed}, doložená {provable}; úroveň {level} dokládají jen dokumenty",
				"\"{name}\": level {claimed} is claimed, {provable} is provable; only documents prove level {level}"),
			"decayed": say(
				"„{name}”: deklarowany poziom {claimed}, udokumentowany {provable}; dowody na poziom {level} nie są już aktualne",
				"„{name}“: deklarovaná úroveň {claimed}, doložená {provable}; doklady úrovně {level} už nejsou aktuální",
				"\"{name}\": level {claimed} is claimed, {provable} is provable; the evidence of level {level} is not good any more"),
		},
		Hints: texts{
			"none": say(
				"dopisz dowód w evidence albo obniż poziom w następnej diagnozie",
				"doplňte doklad do evidence, nebo v příštím hodnocení úroveň snižte",
				"add it to evidence, or claim less in the next assessment"),
			"documents": say(
				"dopisz dowód z praktyki: dane, zapis albo rozmowę (data, record, interview)",
				"doplňte doklad z praxe: data, záznam nebo rozhovor (data, record, interview)",
				"add evidence of what is done: data, a record or an interview"),
			"decayed": say(
				"odśwież dowód: przejrzyj wpis, na który wskazuje, albo powtórz badanie i popraw dzień",
				"doklad obnovte: přezkoumejte záznam, na který odkazuje, nebo šetření zopakujte a opravte den",
				"renew it: review the record that it refers to, or ask again and correct the day"),
		},
	},
	{
		Code: GapWithoutPlan, Severity: Warning, Timed: true,
		Title: say("Luka bez planu", "Mezera bez plánu", "A gap without a plan"),
		Why: say(
			"Cel, którego nikt nie realizuje, jest życzeniem. Lukę zamyka otwarta inicjatywa albo szkolenie.",
			"Cíl, na kterém nikdo nepracuje, je přání. Mezeru uzavře otevřená iniciativa nebo školení.",
			"A target that nobody works on is a wish. A gap is closed by an open initiative or a training."),
		Before: "# ASM-002: {competency: loop, level: 3, target: 4}",
		After:  "# ASM-002: {competency: loop, level: 3, target: 4}\n# INI-013:\nstate: accepted\ncompetencies:\n  - {competency: \"MOD-001#loop\", to: 4}",
		Messages: only(
			"„{name}”: celem jest poziom {target}, obecny to {level}, a nie prowadzi tam żadna otwarta inicjatywa ani szkolenie",
			"„{name}“: cílem je úroveň {target}, nynější je {level} a nevede tam žádná otevřená iniciativa ani školení",
			"\"{name}\": the target is {target}, the level {level}, and no open initiative or training leads there"),
		Hints: only(
			"wpisz {model}#{key} w polu competencies inicjatywy albo szkolenia, albo zmień cel",
			"napište {model}#{key} do pole competencies iniciativy nebo školení, nebo změňte cíl",
			"name {model}#{key} in the competencies of an initiative or a training, or change the target"),
	},
}
