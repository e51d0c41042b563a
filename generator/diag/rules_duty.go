package diag

// dutyRules are about who does what and by when: CX40x, CX410, CX411.
var dutyRules = []*Rule{
	{
		Code: LateStep, Severity: Error,
		Title: say("Krok kończy się po terminie obowiązku", "Krok končí po lhůtě povinnosti", "A step ends after the time limit of its duty"),
		Why: say(
			"Polityka obiecuje termin, a procedura, która ją wykonuje, nie pozwala go dotrzymać.",
			"Směrnice slibuje lhůtu a postup, který ji plní, ji dodržet nedovolí.",
			"The policy promises a time limit that the procedure which carries it out cannot keep."),
		Before: "# POL-004, duties: deadline: P7D\nsteps:\n  - {key: judge, within: P5D}\n  - {key: answer, after: [judge], within: P3D, carries_out: [\"POL-004#answer\"]}",
		After:  "# POL-004, duties: deadline: P7D\nsteps:\n  - {key: judge, within: P5D}\n  - {key: answer, after: [judge], within: P2D, carries_out: [\"POL-004#answer\"]}",
		Messages: only(
			"ten krok wraz z poprzednimi zajmuje {finish}, a {target} obiecuje {limit}",
			"tento krok i s předchozími zabere {finish}, ale {target} slibuje {limit}",
			"this step ends {finish} after the start, but {target} promises {limit}"),
		Hints: only(
			"skróć jeden z kroków na tej drodze: {path}; albo w nowej wersji polityki wydłuż termin",
			"zkraťte některý z kroků na této cestě: {path}; nebo v nové verzi směrnice lhůtu prodlužte",
			"shorten one of the steps on this path: {path}; or allow more time in a new version of the policy"),
		Notes: texts{"deadline": say("tu jest ten termin", "tady je ta lhůta", "the time limit stands here")},
	},
	{
		Code: LimitOverLaw, Severity: Error,
		Title: say("Termin dłuższy niż ustawowy", "Lhůta delší než zákonná", "A time limit longer than the law's"),
		Why: say(
			"Własny termin może być krótszy niż ustawowy, nigdy dłuższy.",
			"Vlastní lhůta smí být kratší než zákonná, nikdy delší.",
			"The house may promise less time than the law allows, never more."),
		Before: "deadline: P21D\nlegal_basis:\n  - {key: pl, jurisdiction: PL, act: Ustawa, limit: P14D}",
		After:  "deadline: P7D\nlegal_basis:\n  - {key: pl, jurisdiction: PL, act: Ustawa, limit: P14D}",
		Messages: texts{
			"": say(
				"termin wynosi {own}, a prawo daje {limit}",
				"lhůta je {own}, ale zákon dává {limit}",
				"the time limit of {own} is longer than the law's, {limit}"),
			"step": say(
				"ten krok wraz z poprzednimi zajmuje {own}, a prawo daje {limit}",
				"tento krok i s předchozími zabere {own}, ale zákon dává {limit}",
				"this step ends {own} after the start, but the law sets {limit}"),
		},
		Hints: texts{
			"": say(
				"skróć termin; jeśli to prawo się zmieniło, popraw termin ustawowy",
				"zkraťte lhůtu; pokud se změnil zákon, opravte zákonnou lhůtu",
				"shorten the time limit; if the law has changed, correct the legal one"),
			"step": say(
				"skróć ten krok albo kroki przed nim; jeśli to prawo się zmieniło, popraw termin ustawowy",
				"zkraťte tento krok nebo kroky před ním; pokud se změnil zákon, opravte zákonnou lhůtu",
				"shorten this step or those before it; if the law has changed, correct the legal time limit"),
		},
		Notes: texts{"law": say("tu jest termin ustawowy", "tady je zákonná lhůta", "the law's time limit stands here")},
	},
	{
		Code: ReviewWithoutWork, Severity: Warning,
		Title: say("Przegląd bez pracy", "Přezkoumání bez práce", "A review without work"),
		Why: say(
			"Przegląd to zapis wykonanej pracy. Sama nowa data nie mówi, czy ktoś cokolwiek sprawdził, a wersji, której jeszcze nie było, nikt sprawdzić nie mógł.",
			"Přezkoumání je záznam o vykonané práci. Samotné nové datum neříká, zda někdo něco ověřil, a verzi, která ještě nebyla, ověřit nikdo nemohl.",
			"A review is a record of work. A new date alone does not say that anybody has checked anything, and a version that did not exist yet cannot have been checked."),
		Before: "log:\n  - {on: 2025-04-01, checked: Terminy.}\n  - {on: 2026-04-01, checked: Terminy.}",
		After:  "log:\n  - {on: 2025-04-01, checked: Terminy.}\n  - {on: 2026-04-01, checked: Terminy wobec 40 spraw z marca.}",
		Messages: texts{
			"": say(
				"przegląd z {on} mówi to samo co poprzedni",
				"přezkoumání ze dne {on} říká totéž co předchozí",
				"the review of {on} says the same as the one before"),
			"empty": say(
				"przegląd z {on} nie mówi, co sprawdzono",
				"přezkoumání ze dne {on} neříká, co se ověřilo",
				"the review of {on} does not say what was checked"),
			"early": say(
				"przegląd z {on} dotyczy wersji {version}, którą zatwierdzono dopiero {approved}",
				"přezkoumání ze dne {on} se týká verze {version}, která byla schválena až {approved}",
				"the review of {on} is of version {version}, which was approved only on {approved}"),
			"unknown": say(
				"przegląd z {on} dotyczy wersji {version}, a najnowsza to {newest}",
				"přezkoumání ze dne {on} se týká verze {version}, ale nejnovější je {newest}",
				"the review of {on} is of version {version}, but the newest is {newest}"),
		},
		Hints: texts{
			"": say(
				"napisz w polu checked, co sprawdzono tym razem",
				"napište do pole checked, co se ověřilo tentokrát",
				"write in checked what was checked this time"),
			"early": say(
				"popraw dzień przeglądu albo numer przejrzanej wersji",
				"opravte den přezkoumání nebo číslo přezkoumané verze",
				"correct the day of the review or the number of the version"),
			"unknown": say(
				"popraw numer przejrzanej wersji",
				"opravte číslo přezkoumané verze",
				"correct the number of the version"),
		},
	},
	{
		Code: ReviewOverdue, Severity: Warning, Timed: true,
		Title: say("Przegląd po terminie", "Přezkoumání po termínu", "A review past its day"),
		Why: say(
			"Prawo, którego nikt nie potwierdza, przestaje być prawdą, a czytelnik o tym nie wie.",
			"Pravidlo, které nikdo nepotvrzuje, přestává být pravdou a čtenář o tom neví.",
			"Law that nobody confirms stops being true, and its readers do not know."),
		Before: "review:\n  every: P6M\n  log:\n    - {on: 2026-04-01, by: ROL-015, version: 1, checked: Progi., outcome: confirmed}",
		After:  "review:\n  every: P6M\n  log:\n    - {on: 2026-10-01, by: ROL-015, version: 1, checked: Progi i wagi wobec wyników., outcome: confirmed}",
		Messages: only(
			"przegląd miał się odbyć do {due}; odpowiada {owner}",
			"přezkoumání mělo proběhnout do {due}; odpovídá {owner}",
			"the review was due on {due}; {owner} answers for it"),
		Hints: only(
			"przejrzyj wpis i dopisz do review.log, kiedy, kto i co sprawdził",
			"záznam přezkoumejte a doplňte do review.log, kdy, kdo a co ověřil",
			"review the record and add to review.log when, who and what was checked"),
	},
}
